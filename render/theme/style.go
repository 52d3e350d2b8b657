package theme

// Style is how an element of a class looks. A zero field says nothing and leaves what an earlier class said.
type Style struct {
	// Fill and Stroke are colours as #RRGGBB, or "none".
	Fill   string `json:"fill,omitempty"`
	Stroke string `json:"stroke,omitempty"`
	// Width is that of the stroke in points.
	Width float64 `json:"width,omitempty"`
	// Dash is the stroke's pattern in points, on and off by turns. [0] draws a whole line over an earlier dash.
	Dash []float64 `json:"dash,omitempty"`
	// Ink and Muted are the colours of the main text and of the smaller one.
	Ink   string `json:"ink,omitempty"`
	Muted string `json:"muted,omitempty"`
	// Accent is the colour of the stripe and of the glyph's ground, Sign that of the sign on it.
	Accent string `json:"accent,omitempty"`
	Sign   string `json:"sign,omitempty"`
	// Stripe is the pattern of the stripe as Dash is that of the stroke, for a theme that tells nothing by colour.
	Stripe []float64 `json:"stripe,omitempty"`
	// Glyph names the sign that goes with the accent, so that it can be told without colour: one of [Glyphs].
	Glyph string `json:"glyph,omitempty"`
	// Italic slants the main text.
	Italic bool `json:"italic,omitempty"`
	// Arrow puts an arrowhead at the end of a line.
	Arrow bool `json:"arrow,omitempty"`
	// Fade takes every colour but those of texts that much of the way to the page's own, from 0 to 1.
	Fade float64 `json:"fade,omitempty"`
}

// Glyphs lists the signs that a style may name. The first six stand on a disc, or are one, and are for where somebody stands; the others
// stand on a square and are for what became of something.
func Glyphs() []string {
	return []string{"star", "plus", "bar", "chevron", "octagon", "question", "asterisk", "exit", "arrow", "delta", "quote", "tick", "cross", "wait", "hand", "alert"}
}

// lay puts over what another style says.
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
