package paint

import (
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// letter is one sign of a line of text in its place.
type letter struct {
	rune  rune
	glyph scene.Glyph
	// x is where the letter begins, in points.
	x float64
	// missing means that the font does not have the letter and that something has to stand in its place.
	missing bool
}

// spell sets a text letter by letter, from left to right. An accent joins its letter where there is one sign for both. What nobody sees
// is left out.
func spell(t scene.Text, m *scene.Measurer) []letter {
	text := norm.NFC.String(t.String)
	if turns(text) {
		text = visual(text)
	}
	letters := make([]letter, 0, len(text))
	units := 0
	for _, r := range text {
		if ignorable(r) {
			continue
		}
		g := m.Glyph(r, t.Font)
		letters = append(letters, letter{rune: r, glyph: g, x: inPoints(units, t.Font), missing: g.Index == 0 && !unicode.IsSpace(r)})
		units += g.Advance
	}
	begin := t.At.X
	switch t.Anchor {
	case scene.Middle:
		begin -= inPoints(units, t.Font) / 2
	case scene.End:
		begin -= inPoints(units, t.Font)
	}
	for i := range letters {
		letters[i].x += begin
	}
	return letters
}

func inPoints(units int, f scene.Font) float64 { return float64(units) * f.Size / scene.UnitsPerEm }

// missingBox is the box that stands in place of a letter of the text which the font does not have. A mark that takes no room has a narrow
// one over the letter before.
func missingBox(l letter, t scene.Text) scene.Path {
	const high, gap, thick, narrow = 0.7, 0.1, 0.06, 0.45 // by the size of the type
	x, wide := l.x, inPoints(l.glyph.Advance, t.Font)
	if wide == 0 {
		wide = t.Size * narrow
		x -= wide
	}
	left, right, top := x+t.Size*gap, x+wide-t.Size*gap, t.At.Y-t.Size*high
	corner := func(op scene.Op, x, y float64) scene.Segment {
		return scene.Segment{Op: op, To: layout.Point{X: x, Y: y}}
	}
	return scene.Path{Stroke: t.Fill, Width: t.Size * thick, Segments: []scene.Segment{
		corner(scene.Move, left, top), corner(scene.Line, right, top), corner(scene.Line, right, t.At.Y), corner(scene.Line, left, t.At.Y),
		{Op: scene.Close},
	}}
}

// ignorable reports whether r is a sign that only says how others are to be shown: a joiner, a direction, a variant.
func ignorable(r rune) bool {
	if r < 0xAD {
		return false
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// visual is the text in the order in which its letters stand from left to right.
func visual(text string) string {
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
