package xlsxfile

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestSharedTexts reads texts with lengths around the chunk size, in any order.
func TestSharedTexts(t *testing.T) {
	norace.Only(t)
	r := rand.New(rand.NewPCG(5, 6))
	const most = 1 << 16
	lengths := []int{0, 1, most - 1, most, most + 1, 3 * most, 0, 0, 2, most - 2}
	for range 300 {
		lengths = append(lengths, r.IntN(2000), []int{0, 7, most / 2, most, most + 1}[r.IntN(5)])
	}
	for range 5 {
		var texts []string
		var b strings.Builder
		b.WriteString("<sst>")
		for i, n := range lengths {
			texts = append(texts, strings.Repeat(string(rune('a'+i%26)), n))
			b.WriteString("<si><t>" + texts[i] + "</t></si>")
		}
		all := parts(full)
		all["xl/sharedStrings.xml"] = b.String() + "</sst>"
		file := pack(t, all)
		book, err := Open(strings.NewReader(string(file)), int64(len(file)))
		require.NoError(t, err)
		for i, want := range texts {
			got := book.texts[i]
			require.True(t, want == got, "text %d of %d bytes is one of %d", i, len(want), len(got))
		}
		require.Len(t, book.texts, len(texts))
		r.Shuffle(len(lengths), func(i, j int) { lengths[i], lengths[j] = lengths[j], lengths[i] })
	}
}
