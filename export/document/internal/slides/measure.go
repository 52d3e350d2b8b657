package slides

import (
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// measurer estimates widths with the bold Go font, which is slightly wider than the font of the
// slides.
type measurer struct {
	face   *sfnt.Font
	buffer sfnt.Buffer
	known  map[rune]float64
}

func newMeasurer() (*measurer, error) {
	face, err := sfnt.Parse(gobold.TTF)
	return &measurer{face: face, known: map[rune]float64{}}, err
}

func (m *measurer) width(s string, size float64) float64 {
	sum := 0.0
	for _, r := range s {
		w, ok := m.known[r]
		if !ok {
			w = m.advance(r)
			m.known[r] = w
		}
		sum += w
	}
	return sum * size
}

// advance returns the width of a letter relative to the type size. A letter that the font lacks is
// one em wide.
func (m *measurer) advance(r rune) float64 {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	const units = 2048
	index, err := m.face.GlyphIndex(&m.buffer, r)
	if err != nil || index == 0 {
		return 1
	}
	advance, err := m.face.GlyphAdvance(&m.buffer, index, fixed.Int26_6(units), font.HintingNone)
	if err != nil {
		return 1
	}
	return float64(advance) / units
}

func (m *measurer) lines(s string, size, width float64) int {
	count := 0
	for line := range strings.SplitSeq(s, "\n") {
		count++
		at := 0.0
		for word := range strings.FieldsSeq(line) {
			w := m.width(word, size)
			if space := m.width(" ", size); at > 0 && at+space+w <= width {
				at += space
			} else if at > 0 {
				count++
				at = 0
			}
			for w > width { // a word longer than a line is broken
				count++
				w -= width
			}
			at += w
		}
	}
	return count
}
