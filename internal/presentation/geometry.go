package presentation

// Geometry is the outline of a shape: a preset, or steps.
type Geometry struct {
	// Preset is a shape of ISO 29500-1, 20.1.10.56, such as "rect" and "ellipse". Empty means the
	// steps of Outline.
	Preset string
	// Round is the radius of the corners of a "roundRect" in EMU.
	Round int64
	// Outline has its points in EMU, from the corner of the slide.
	Outline []Step
}

// Step is a step of an outline. A Close uses no points, a Move and a Line use To, and a Cubic uses
// all.
type Step struct {
	Op         Op
	C1, C2, To Point
}

// Point is a position on the slide in EMU.
type Point struct{ X, Y int64 }

// Op is the kind of a step.
type Op uint8

// The kinds of steps.
const (
	MoveTo  Op = iota // begins an outline at To
	LineTo            // a straight line to To
	CubicTo           // a Bézier curve to To with the control points C1 and C2
	Close             // a straight line to the start of the outline
)

func (c *Canvas) geometry(g *Geometry, b Box) {
	if g.Preset == "" {
		c.outline(g, b)
		return
	}
	c.put(`<a:prstGeom prst="`, g.Preset)
	if side := min(b.W, b.H); g.Round > 0 && side > 0 {
		c.put(`"><a:avLst><a:gd name="adj" fmla="val `)
		c.number(min(share(g.Round, side), 50_000))
		c.put(`"/></a:avLst></a:prstGeom>`)
		return
	}
	c.put(`"><a:avLst/></a:prstGeom>`)
}

func (c *Canvas) outline(g *Geometry, b Box) {
	c.put(`<a:custGeom><a:avLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path`)
	c.attributes("w", b.W, "h", b.H)
	closed := len(g.Outline) > 0 && g.Outline[len(g.Outline)-1].Op == Close
	if !closed {
		c.put(` fill="none"`)
	}
	c.put(`>`)
	for _, s := range g.Outline {
		switch s.Op {
		case MoveTo:
			c.step("moveTo", b, s.To)
		case LineTo:
			c.step("lnTo", b, s.To)
		case CubicTo:
			c.step("cubicBezTo", b, s.C1, s.C2, s.To)
		case Close:
			c.put(`<a:close/>`)
		}
	}
	c.put(`</a:path></a:pathLst></a:custGeom>`)
}

func (c *Canvas) step(name string, b Box, points ...Point) {
	c.put(`<a:`, name, `>`)
	for _, p := range points {
		c.put(`<a:pt`)
		c.attributes("x", p.X-b.X, "y", p.Y-b.Y)
		c.put(`/>`)
	}
	c.put(`</a:`, name, `>`)
}
