package scene

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// TestABoxSaysWhatItLeavesOut checks boxes of every width and number of entries: the entries that
// are shown and those of the note are all entries.
func TestABoxSaysWhatItLeavesOut(t *testing.T) {
	m, err := new(typeset.Fallback).NewMeasurer()
	require.NoError(t, err)
	for _, words := range []int{1, 4, 12} {
		for entries := 1; entries < 9; entries++ {
			p := graph.Point{Title: "To win over"}
			for i := range entries {
				p.Lines = append(p.Lines, fmt.Sprintf("Entry%s", strings.Repeat(" of a long name", words)))
				p.Rest = append(p.Rest, map[bool]string{true: fmt.Sprintf("and %d more", entries-i-1)}[i < entries-1])
			}
			for _, width := range []float64{minPointWidth, 356, maxPointWidth} {
				text := strings.Join(newPoint(p, width, m).lines, " ")
				shown, more := strings.Count(text, "Entry"), 0
				if _, note, cut := strings.Cut(text, "and "); cut {
					_, err := fmt.Sscanf(note, "%d more", &more)
					require.NoError(t, err, text)
				}
				assert.Positive(t, shown)
				assert.Equal(t, entries, shown+more, "%d words, width %v: %s", words, width, text)
			}
		}
	}
}
