package terms

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestStanceMarksAreInTheFontsAndTellStancesApart(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range append(accountmap.Stances(), "", "made-up") {
		mark := English().StanceMark(s)
		if s != "made-up" {
			assert.False(t, seen[mark], mark)
		}
		seen[mark] = true
		require.Equal(t, 1, utf8.RuneCountInString(mark))
		r, _ := utf8.DecodeRuneInString(mark)
		for _, ttf := range [][]byte{goregular.TTF, gobold.TTF} {
			font, err := sfnt.Parse(ttf)
			require.NoError(t, err)
			glyph, err := font.GlyphIndex(nil, r)
			require.NoError(t, err)
			assert.NotZero(t, glyph, "the font lacks %s", mark)
		}
		assert.Equal(t, mark, mustLookup(t, "el").StanceMark(s))
	}
	assert.Equal(t, "?", English().StanceMark(""))
}
