package theme

// Style is the look of a class. A zero field sets nothing and leaves what an earlier class has set.
type Style struct {
	// Fill and Stroke are colours as #RRGGBB, or "none".
	Fill   string `json:"fill,omitempty"`
	Stroke string `json:"stroke,omitempty"`
	// Width is the width of the stroke in points.
	Width float64 `json:"width,omitempty"`
	// Dash is the pattern of the stroke: lengths in points, alternately drawn and left out. [0] is a solid line, to undo an earlier dash.
	Dash []float64 `json:"dash,omitempty"`
	// Ink is the colour of the main text, Muted that of the smaller text.
	Ink   string `json:"ink,omitempty"`
	Muted string `json:"muted,omitempty"`
	// Accent is the colour of the stripe and of the ground of the glyph, Sign that of the glyph's sign on it.
	Accent string `json:"accent,omitempty"`
	Sign   string `json:"sign,omitempty"`
	// Stripe is the pattern of the stripe, as Dash is that of the stroke, for themes that must work without colour.
	Stripe []float64 `json:"stripe,omitempty"`
	// Glyph names the sign that is drawn with the accent, so that a reader need not tell colours apart: one of [Glyphs].
	Glyph string `json:"glyph,omitempty"`
	// Italic sets the main text in italics.
	Italic bool `json:"italic,omitempty"`
	// Arrow puts an arrowhead at the end of a line.
	Arrow bool `json:"arrow,omitempty"`
	// Fade mixes every colour except those of texts with the colour of the page: 0 leaves them, 1 is the page itself.
	Fade float64 `json:"fade,omitempty"`
}

// Glyphs lists the signs that a style may name. The first six are on a disc, or are one, and say where somebody stands; the others are on a
// square and say what became of something.
func Glyphs() []string {
	return []string{"star", "plus", "bar", "chevron", "octagon", "question", "asterisk", "exit", "arrow", "delta", "quote", "tick", "cross", "wait", "hand", "alert"}
}

// lay overrides the style with what another one sets.
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
