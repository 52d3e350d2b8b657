package paint

import (
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/internal/letters"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Letter is one glyph of a line of text at its position.
type Letter struct {
	Rune  rune
	Glyph typeset.Glyph
	// X is the left end of the letter, in points.
	X float64
	// Missing is true if no font has the letter. Its [StandIn] is then drawn.
	Missing bool
}

// Spell places the letters of a text from left to right. An accent is merged with its letter if one
// glyph shows both. Characters without a shape, such as joiners, are omitted.
func Spell(t scene.Text, m *typeset.Measurer) []Letter {
	text := letters.Visual(norm.NFC.String(t.String))
	line := make([]Letter, 0, len(text))
	units := 0
	for _, r := range text {
		if ignorable(r) {
			continue
		}
		g := m.Glyph(r, t.Font)
		line = append(line, Letter{
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
	for i := range line {
		line[i].X += start
	}
	return line
}

// Points converts font units to points.
func Points(units int, f typeset.Font) float64 { return float64(units) * f.Size / typeset.UnitsPerEm }

// StandIn returns the substitute for a letter that no font has: the outline of a sign, or a box. A
// combining mark gets a narrow box over the preceding letter.
func StandIn(l Letter, t scene.Text) scene.Path {
	if outlines, ok := letters.Sign(l.Rune); ok {
		sign := scene.Path{Fill: t.Fill}
		for _, outline := range outlines {
			for i, p := range outline {
				op := scene.Line
				if i == 0 {
					op = scene.Move
				}
				sign.Segments = append(sign.Segments, scene.Segment{Op: op, To: geom.Pt(l.X+p.X*t.Size, t.At.Y+p.Y*t.Size)})
			}
			sign.Segments = append(sign.Segments, scene.Segment{Op: scene.Close})
		}
		return sign
	}
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

// ignorable reports whether r only modifies other characters, as joiners, direction marks and
// variation selectors do.
func ignorable(r rune) bool {
	if r < 0xAD {
		return false
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
