package theme

import (
	"github.com/accountatlas/accountatlas/internal/rgb"
)

// Style is the look of a class. A zero field keeps the value of an earlier class.
type Style struct {
	// Fill and Stroke are colours as #RRGGBB, or "none".
	Fill   string `json:"fill,omitempty"`
	Stroke string `json:"stroke,omitempty"`
	// Width is the width of the stroke in points.
	Width float64 `json:"width,omitempty"`
	// Dash is the pattern of the stroke: the lengths of dashes and gaps in points, alternately. [0]
	// is a solid line, which overrides an earlier dash.
	Dash []float64 `json:"dash,omitempty"`
	// Ink is the colour of the main text, and Muted the colour of smaller text.
	Ink   string `json:"ink,omitempty"`
	Muted string `json:"muted,omitempty"`
	// Accent is the colour of the stripe and of the glyph's background, and Sign the colour of the
	// glyph.
	Accent string `json:"accent,omitempty"`
	Sign   string `json:"sign,omitempty"`
	// Stripe is the dash pattern of the stripe at the left of a card, for themes that must work
	// without colour. A cell has a stripe if, and only if, there is a pattern; [0] is a solid
	// stripe.
	Stripe []float64 `json:"stripe,omitempty"`
	// Glyph names a sign on the accent, one of [Glyphs], so that colour is not the only difference.
	Glyph string `json:"glyph,omitempty"`
	// Italic sets the main text in italics.
	Italic bool `json:"italic,omitempty"`
	// Arrow puts an arrowhead at the end of a line.
	Arrow bool `json:"arrow,omitempty"`
	// Fade mixes every colour except text colours with the colour of the page. 0 leaves the colours
	// unchanged; 1 is the colour of the page.
	Fade float64 `json:"fade,omitempty"`
}

// glyphs are the glyphs with the most similar character. The first six show a stance, on a disc or
// an octagon; the others show an outcome, on a square. The characters are also the signs in text:
// Arial, Liberation Sans and the Go fonts have them, but have neither a star nor a check mark.
var glyphs = [...]struct{ name, mark string }{
	{"up", "▲"}, {"plus", "+"}, {"bar", "−"}, {"down", "▼"}, {"stop", "■"}, {"question", "?"},
	{"asterisk", "*"}, {"exit", "↗"}, {"arrow", "→"}, {"delta", "△"}, {"quote", "“"}, {"tick", "√"}, {"cross", "×"}, {"wait", "…"},
	{"alert", "!"}, {"ring", "○"}, {"play", "►"},
}

// Glyphs returns the names of the glyphs that a style may use.
func Glyphs() []string {
	var names []string
	for _, g := range glyphs {
		names = append(names, g.name)
	}
	return names
}

// GlyphMark returns the character for a glyph in plain text, such as "▲" for "up". It is empty for
// an unknown glyph.
func GlyphMark(glyph string) string {
	for _, g := range glyphs {
		if g.name == glyph {
			return g.mark
		}
	}
	return ""
}

func (s *Style) lay(over Style) {
	for _, field := range []struct{ to, from *string }{
		{&s.Fill, &over.Fill}, {&s.Stroke, &over.Stroke}, {&s.Ink, &over.Ink}, {&s.Muted, &over.Muted}, {&s.Accent, &over.Accent},
		{&s.Sign, &over.Sign}, {&s.Glyph, &over.Glyph},
	} {
		if *field.from != "" {
			*field.to = *field.from
		}
	}
	for _, field := range []struct{ to, from *float64 }{{&s.Width, &over.Width}, {&s.Fade, &over.Fade}} {
		if *field.from != 0 {
			*field.to = *field.from
		}
	}
	if over.Dash != nil {
		s.Dash = over.Dash
	}
	if over.Stripe != nil {
		s.Stripe = over.Stripe
	}
	s.Italic = s.Italic || over.Italic
	s.Arrow = s.Arrow || over.Arrow
}

// mixed returns the colour at a share of the way from one colour to another. It returns the first
// colour if either is invalid.
func mixed(from, to string, share float64) string {
	a, okA := rgb.Parse(from)
	b, okB := rgb.Parse(to)
	if !okA || !okB {
		return from
	}
	return a.Mix(b, share).String()
}
