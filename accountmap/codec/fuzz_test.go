package codec_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

func FuzzDecodeJSON(f *testing.F) { fuzzDecode(f, codec.JSON) }

func FuzzDecodeYAML(f *testing.F) { fuzzDecode(f, codec.YAML) }

// fuzzDecode decodes anything without panicking, and what it decodes without problems once more after writing it.
func fuzzDecode(f *testing.F, format codec.Format) {
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(f, err)
	for _, name := range names {
		if text, ok := readTxtar(f, name)["account."+string(format)]; ok {
			f.Add([]byte(text))
		}
	}
	for seed := range uint64(3) {
		f.Add([]byte(encode(f, generate(f, seed), format)))
	}
	f.Add([]byte(encode(f, withOrders(2), format)))
	f.Add([]byte(encode(f, accountmaptest.Full(), format)))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, problems := codec.Check(bytes.NewReader(data), format)
		for _, p := range problems {
			require.NotEmpty(t, p.Detail)
			require.Positive(t, p.Pos.Line+len(p.Pos.File), "%s", p)
			require.Positive(t, p.Pos.Column, "%s", p)
		}
		if problems.HasErrors() {
			return
		}
		for _, other := range formats {
			var b bytes.Buffer
			require.NoError(t, codec.Encode(&b, a, other))
			back, err := codec.Decode(&b, other)
			require.NoError(t, err)
			require.Equal(t, a, back)
		}
		if m, err := accountmap.New(a); err == nil {
			readBack(t, m)
		}
	})
}
