// Package typeset measures texts in the fonts that pictures embed, and breaks them into lines.
package typeset

import (
	"fmt"
	"hash/crc32"
	"math"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/accountatlas/accountatlas/internal/letters"
)

// Font is a size in points and a style of the single type family.
type Font struct {
	Size         float64
	Bold, Italic bool
}

// LeastText is the size of the smallest texts of a picture without a grid, in points.
const LeastText = 11

// LeastGridText is the size of the smallest texts in a grid, in points.
const LeastGridText = 10

func (f Font) face() int {
	face := 0
	if f.Bold {
		face |= 1
	}
	if f.Italic {
		face |= 2
	}
	return face
}

// UnitsPerEm is the resolution of the embedded fonts.
const UnitsPerEm = 2048

const (
	unitsPerEm = UnitsPerEm
	// slack allows for readers without the measured font: Arial, Liberation Sans and Helvetica are
	// up to 2 % wider.
	slack = 1.03
	// grid is the number of steps per point in a measured width. It is a power of two, so that sums
	// of widths are exact and thus equal on every machine.
	grid = 16
)

// TrueType returns the font file of the style. It must not be changed.
func (f Font) TrueType() []byte {
	return [4][]byte{goregular.TTF, gobold.TTF, goitalic.TTF, gobolditalic.TTF}[f.face()]
}

// fonts are the four styles by [Font.face], safe for concurrent use.
var fonts = sync.OnceValues(func() ([4]*sfnt.Font, error) {
	var parsed [4]*sfnt.Font
	for i, data := range [4][]byte{goregular.TTF, gobold.TTF, goitalic.TTF, gobolditalic.TTF} {
		f, err := sfnt.Parse(data)
		if err != nil {
			return parsed, fmt.Errorf("embedded font %d: %w", i, err)
		}
		parsed[i] = f
	}
	return parsed, nil
})

// Measurer measures texts and caches widths. It is not safe for concurrent use.
type Measurer struct {
	fonts    [4]*sfnt.Font
	fallback *sfnt.Font // nil without one
	buffer   sfnt.Buffer
	// glyphs caches glyphs by letter. latin caches the glyphs of the first 256 letters, except
	// letters without width.
	glyphs [4]map[rune]Glyph
	latin  [4][unicode.MaxLatin1 + 1]Glyph
}

// Glyph is a letter of a font.
type Glyph struct {
	// Index is the index of the glyph in the font. 0 means that the letter is missing.
	Index sfnt.GlyphIndex
	// Advance is the width in font units; see [UnitsPerEm].
	Advance int
	// Fallback reports whether the glyph is in the fallback font.
	Fallback bool
	// Plain is true if no font has the letter. The glyph is then the letter without marks.
	Plain bool
}

// NewMeasurer returns a Measurer without a fallback. It fails only if the fonts in this build are
// damaged.
func NewMeasurer() (*Measurer, error) { return (*Fallback)(nil).NewMeasurer() }

// NewMeasurer returns a Measurer that takes missing letters from the fallback. A nil Fallback has
// no letters.
func (f *Fallback) NewMeasurer() (*Measurer, error) {
	parsed, err := fonts()
	if err != nil {
		return nil, err
	}
	m := &Measurer{fonts: parsed}
	if f != nil {
		m.fallback = f.font
	}
	for i := range m.glyphs {
		m.glyphs[i] = map[rune]Glyph{}
	}
	return m, nil
}

// Width returns the greatest width of a text in points, rounded up to a sixteenth.
func (m *Measurer) Width(text string, f Font) float64 {
	return points(m.units(text, f), f)
}

func (m *Measurer) units(text string, f Font) int {
	sum := 0
	for _, r := range text {
		sum += m.Glyph(r, f).Advance
	}
	return sum
}

func points(units int, f Font) float64 {
	return math.Ceil(float64(units)*f.Size*slack/unitsPerEm*grid) / grid
}

func (m *Measurer) Glyph(r rune, f Font) Glyph {
	face := f.face()
	if r >= 0 && r <= unicode.MaxLatin1 {
		at := &m.latin[face][r]
		if at.Advance == 0 {
			*at = m.lookup(r, face)
		}
		return *at
	}
	if g, ok := m.glyphs[face][r]; ok {
		return g
	}
	g := m.lookup(r, face)
	m.glyphs[face][r] = g
	return g
}

// lookup tries the font, then the fallback. It guesses the width of letters that neither has: an em
// for a letter, as in Chinese, and 1.25 em for an emoji. Signs have their own outlines. Combining
// marks and direction marks have no width.
func (m *Measurer) lookup(r rune, face int) Glyph {
	g := m.find(m.fonts[face], r)
	if g.Index == 0 && m.fallback != nil {
		g = m.find(m.fallback, r)
		g.Fallback = g.Index != 0
	}
	if plain, ok := letters.Base(r); ok && g.Index == 0 {
		g = m.find(m.fonts[face], plain)
		g.Plain = g.Index != 0
	}
	_, sign := letters.Sign(r)
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		g.Advance = 0
	case g.Index != 0:
	case sign:
		g.Advance = unitsPerEm * 22 / 25 // letters.SignWidth
	case unicode.Is(unicode.So, r) || r >= 0x1F000:
		g.Advance = unitsPerEm * 5 / 4
	default:
		g.Advance = unitsPerEm
	}
	return g
}

func (m *Measurer) find(f *sfnt.Font, r rune) Glyph {
	index, err := f.GlyphIndex(&m.buffer, r)
	if err != nil || index == 0 {
		return Glyph{}
	}
	width, err := f.GlyphAdvance(&m.buffer, index, fixed.Int26_6(unitsPerEm), font.HintingNone)
	if err != nil {
		return Glyph{}
	}
	return Glyph{Index: index, Advance: int(width)}
}

// Outline returns the outline of a glyph in font units, y downwards from the baseline; see
// [UnitsPerEm]. It is valid until the next call.
func (m *Measurer) Outline(g Glyph, f Font) (sfnt.Segments, error) {
	from := m.fonts[f.face()]
	if g.Fallback {
		from = m.fallback
	}
	return from.LoadGlyph(&m.buffer, g.Index, fixed.Int26_6(unitsPerEm), nil)
}

// Fallback is a font for letters that the embedded fonts lack. It is safe for concurrent use.
type Fallback struct {
	data []byte
	font *sfnt.Font
	name string
}

// NewFallback reads a TrueType font. The error reports data that is not a TrueType font.
func NewFallback(data []byte) (*Fallback, error) {
	font, err := letters.ParseFont(data)
	if err != nil {
		return nil, err
	}
	return &Fallback{data, font, fmt.Sprintf("fallback%08x", crc32.ChecksumIEEE(data))}, nil
}

// Name identifies the font among other fallbacks, in letters and digits.
func (f *Fallback) Name() string { return f.name }

// TrueType returns the font file. It must not be changed.
func (f *Fallback) TrueType() []byte { return f.data }
