package sheet

import (
	"bytes"
	"encoding/xml"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

func FuzzMarkEscapes(f *testing.F) {
	for _, s := range []string{"_x0041_x0042_", "_xD800_", "__x005F__", "_x00g1_", "a_x", "<a&\"'>\t\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = cleantext.DropLines(s)
		assert.Equal(t, s, unescape(t, markEscapes(s)))
		var inXML string
		require.NoError(t, xml.Unmarshal([]byte("<t>"+formulaText(s)+"</t>"), &inXML))
		assert.Equal(t, markEscapes(s), inXML, "the fast way into a cell says the same")
	})
}

// unescape decodes a text according to the standard: each escape is one character.
func unescape(t *testing.T, written string) string {
	var read bytes.Buffer
	for i := 0; i < len(written); i++ {
		if isEscape(written[i:]) {
			require.Equal(t, escapedUnderscore, written[i:i+7], "nothing else is left to read as an escape")
			read.WriteByte('_')
			i += 6
			continue
		}
		read.WriteByte(written[i])
	}
	return read.String()
}
