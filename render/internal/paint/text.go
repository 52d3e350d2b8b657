package paint

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Letter is one glyph of a line of text at its position.
type Letter struct {
	Rune  rune
	Glyph typeset.Glyph
	// X is the left end of the letter, in points.
	X float64
	// Missing reports that no font has the letter: draw a [MissingBox].
	Missing bool
}

// Spell places the letters of a text from left to right. An accent joins its letter where one glyph
// shows both. Characters without a shape, such as joiners, are left out.
func Spell(t scene.Text, m *typeset.Measurer) []Letter {
	text := norm.NFC.String(t.String)
	if RightToLeft(text) {
		text = visualOrder(text)
	}
	letters := make([]Letter, 0, len(text))
	units := 0
	for _, r := range text {
		if ignorable(r) {
			continue
		}
		g := m.Glyph(r, t.Font)
		letters = append(letters, Letter{
			Rune: r, Glyph: g, X: Points(units, t.Font), Missing: g.Index == 0 && !unicode.IsSpace(r),
		})
		units += g.Advance
	}
	start := t.At.X
	switch t.Anchor {
	case scene.Middle:
		start -= Points(units, t.Font) / 2
	case scene.End:
		start -= Points(units, t.Font)
	}
	for i := range letters {
		letters[i].X += start
	}
	return letters
}

// Points converts font units to points.
func Points(units int, f typeset.Font) float64 { return float64(units) * f.Size / typeset.UnitsPerEm }

// MissingBox returns the box drawn in place of a letter that no font has. A mark without width gets
// a narrow box over the letter before it.
func MissingBox(l Letter, t scene.Text) scene.Path {
	const height, gap, thickness, narrow = 0.7, 0.1, 0.06, 0.45 // in units of the font size
	x, width := l.X, Points(l.Glyph.Advance, t.Font)
	if width == 0 {
		width = t.Size * narrow
		x -= width
	}
	return scene.Path{
		Stroke: t.Fill, Width: t.Size * thickness,
		Segments: rectangle(x+t.Size*gap, t.At.Y-t.Size*height, x+width-t.Size*gap, t.At.Y),
	}
}

// ignorable reports whether r only changes other characters: a joiner, a direction, a variant.
func ignorable(r rune) bool {
	if r < 0xAD {
		return false
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// RightToLeft reports whether some of s runs, or claims to run, from right to left.
func RightToLeft(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		p, size := bidi.LookupString(s[i:])
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.RLI, bidi.FSI:
			return true
		}
		i += max(1, size)
	}
	return false
}

// visualOrder returns the letters of a text in their order from left to right.
func visualOrder(text string) string {
	var p bidi.Paragraph
	if _, err := p.SetString(text); err != nil {
		return text
	}
	order, err := p.Order()
	if err != nil {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			out = append(out, bidi.ReverseString(run.String())...)
		} else {
			out = append(out, run.String()...)
		}
	}
	return string(out)
}
