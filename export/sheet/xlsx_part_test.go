package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What goes into a part comes out the same however it was cut into writes.
func TestPartInAnyPieces(t *testing.T) {
	const in = "<a>" + mark + "x0041" + mark + "x\xef\xb7</a><m><n/><m></w>"
	const want = "<a>_x005F_x0041_x005F_x\xef\xb7</a>ONE<m><n/><m>TWO</w>"
	for size := 1; size <= len(in); size++ {
		p := newPackage()
		p.inserts["part"] = []insert{{"<m>", "ONE"}, {"</w>", "TWO"}}
		var file bytes.Buffer
		p.out = &file
		w, err := p.Create("part")
		require.NoError(t, err)
		for at := 0; at < len(in); at += size {
			n, err := w.Write([]byte(in[at:min(at+size, len(in))]))
			require.NoError(t, err)
			require.Equal(t, min(size, len(in)-at), n)
		}
		require.NoError(t, p.Close())

		zr, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
		require.NoError(t, err)
		r, err := zr.File[0].Open()
		require.NoError(t, err)
		got, err := io.ReadAll(r)
		require.NoError(t, err)
		require.Equal(t, want, string(got), "in pieces of %d", size)
	}
}

func TestPartWithoutThePlace(t *testing.T) {
	p := newPackage()
	p.out = io.Discard
	p.inserts["part"] = []insert{{"</worksheet>", "x"}}
	w, err := p.Create("part")
	require.NoError(t, err)
	_, err = w.Write([]byte("<worksheet>"))
	require.NoError(t, err)
	assert.ErrorContains(t, p.Close(), "part part: has no </worksheet>")
}

func FuzzMarkEscapes(f *testing.F) {
	for _, s := range []string{"_x0041_x0042_", "_xD800_", "__x005F__", "_x00g1_", "a_x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = cleanText(s)
		marked := markEscapes(s)
		assert.Equal(t, unitCount(s), unitCount(marked), "the length that counts is the same")
		var read bytes.Buffer // as the standard says: each escape is one character
		written := string(bytes.ReplaceAll([]byte(marked), []byte(mark), []byte(escapedUnderscore)))
		for i := 0; i < len(written); i++ {
			if isEscape(written[i:]) {
				require.Equal(t, escapedUnderscore, written[i:i+7], "nothing else is left to read as an escape")
				read.WriteByte('_')
				i += 6
				continue
			}
			read.WriteByte(written[i])
		}
		assert.Equal(t, s, read.String())
	})
}
