package presentation

import (
	"bufio"
	"strconv"

	"github.com/accountatlas/accountatlas/internal/opc"
)

// Canvas is a slide under construction. Later shapes are above earlier ones.
type Canvas struct {
	w        *bufio.Writer
	language string
	scheme   map[string]string
	links    map[string]link
	last     int // the last ID returned
}

// link is a relationship of the slide to an address or to another slide.
type link struct {
	id    string
	local bool
}

// Box is the rectangle of a shape in EMU, from the upper left corner of the slide.
type Box struct{ X, Y, W, H int64 }

// Union returns the smallest box around both.
func (b Box) Union(o Box) Box {
	x, y := min(b.X, o.X), min(b.Y, o.Y)
	return Box{x, y, max(b.X+b.W, o.X+o.W) - x, max(b.Y+b.H, o.Y+o.H) - y}
}

// Reserve returns an ID for a shape that is added later, for connectors below it.
func (c *Canvas) Reserve() int {
	c.last++
	return c.last
}

// Head has the common properties of all objects on a slide.
type Head struct {
	// ID is a result of [Canvas.Reserve]. Zero means the next ID.
	ID int
	// Name is shown in the list of objects.
	Name string
	// Alt describes the object for readers who cannot see it. It may be empty.
	Alt string
	// Link is one of the addresses of the slide. It may be empty.
	Link string
}

// Group groups the objects that add adds into one object. The box contains all of them.
func (c *Canvas) Group(h Head, box Box, add func()) {
	c.put(`<p:grpSp><p:nvGrpSpPr>`)
	c.head(h)
	c.put(`<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>`)
	c.box(box, "off", "ext")
	c.box(box, "chOff", "chExt")
	c.put(`</a:xfrm></p:grpSpPr>`)
	add()
	c.put(`</p:grpSp>`)
}

// Shape is a filled or stroked outline with a text in it, or a text alone.
type Shape struct {
	Head
	Box Box
	Geometry
	// Fill is a colour as #RRGGBB. Empty means none.
	Fill string
	Line Line
	// Text may be nil.
	Text *Text
	// Title makes the shape the title of the slide. A slide has at most one.
	Title bool
}

// Add adds a shape.
func (c *Canvas) Add(s *Shape) {
	c.put(`<p:sp><p:nvSpPr>`)
	c.head(s.Head)
	switch {
	case s.Title:
		c.put(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>`)
	case s.Fill == "" && s.Line.Colour == "" && s.Text != nil:
		c.put(`<p:cNvSpPr txBox="1"/><p:nvPr/>`)
	default:
		c.put(`<p:cNvSpPr/><p:nvPr/>`)
	}
	c.put(`</p:nvSpPr><p:spPr><a:xfrm>`)
	c.box(s.Box, "off", "ext")
	c.put(`</a:xfrm>`)
	c.geometry(&s.Geometry, s.Box)
	if s.Fill == "" {
		c.put(`<a:noFill/>`)
	} else {
		c.fill(s.Fill)
	}
	c.line(s.Line)
	c.put(`</p:spPr>`)
	if s.Text != nil {
		c.text("p", s.Text)
	}
	c.put(`</p:sp>`)
}

// SlideNumber adds the number of the slide, at its place on the master.
func (c *Canvas) SlideNumber() {
	c.put(`<p:sp><p:nvSpPr>`)
	c.head(Head{Name: "Slide Number"})
	c.w.WriteString(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>` +
		`<p:txBody><a:bodyPr/><a:lstStyle/>` + numberField + `</p:txBody></p:sp>`)
}

func (c *Canvas) head(h Head) {
	if h.ID == 0 {
		h.ID = c.Reserve()
	}
	c.put(`<p:cNvPr id="`)
	c.number(int64(h.ID))
	c.put(`"`)
	c.attribute("name", oneLine(h.Name))
	if h.Alt != "" {
		c.attribute("descr", h.Alt)
	}
	to, ok := c.links[h.Link]
	if !ok {
		c.put(`/>`)
		return
	}
	c.put(`>`)
	c.link(to)
	c.put(`</p:cNvPr>`)
}

func (c *Canvas) link(to link) {
	c.put(`<a:hlinkClick`)
	c.attribute("r:id", to.id)
	if to.local {
		c.put(` action="ppaction://hlinksldjump"`)
	}
	c.put(`/>`)
}

func (c *Canvas) box(b Box, place, size string) {
	c.put(`<a:`, place)
	c.attributes("x", b.X, "y", b.Y)
	c.put(`/><a:`, size)
	c.attributes("cx", b.W, "cy", b.H)
	c.put(`/>`)
}

// Line is a stroke. The zero Line draws nothing.
type Line struct {
	// Colour is #RRGGBB. Empty means no stroke.
	Colour string
	// Width is in EMU.
	Width int64
	// Dash alternates the lengths of dashes and gaps in EMU. Nil is a solid line.
	Dash []int64
	// Arrow is the length of an arrowhead at the end, in EMU. Zero means none.
	Arrow int64
	// round extends the ends of the line into joints.
	round bool
}

func (c *Canvas) line(l Line) {
	if l.Colour == "" || l.Width <= 0 {
		c.put(`<a:ln><a:noFill/></a:ln>`)
		return
	}
	c.put(`<a:ln`)
	c.attributes("w", l.Width)
	if l.round {
		c.put(` cap="rnd"`)
	}
	c.put(`>`)
	c.fill(l.Colour)
	if len(l.Dash) > 0 {
		c.put(`<a:custDash>`)
		for i := range l.Dash {
			if i%2 == 0 {
				c.put(`<a:ds`)
				c.attributes("d", share(l.Dash[i], l.Width), "sp", share(l.Dash[(i+1)%len(l.Dash)], l.Width))
				c.put(`/>`)
			}
		}
		c.put(`</a:custDash>`)
	}
	c.put(`<a:round/>`)
	if l.Arrow > 0 {
		size := arrowSize(l)
		c.put(`<a:tailEnd type="triangle" w="` + size + `" len="` + size + `"/>`)
	}
	c.put(`</a:ln>`)
}

// arrowSize returns the size with an arrowhead of nearly the given length. PowerPoint's arrowheads
// are two, three and five times as long as the line is wide, with a minimum line width of two
// points.
func arrowSize(l Line) string {
	switch wide := max(l.Width, 2*perPoint); {
	case 2*l.Arrow < 5*wide:
		return "sm"
	case 2*l.Arrow < 8*wide:
		return "med"
	}
	return "lg"
}

func share(part, whole int64) int64 {
	if whole == 0 {
		return 0
	}
	return part * 100_000 / whole
}

// fill writes a colour, as a colour of the theme if the theme has it.
func (c *Canvas) fill(colour string) {
	c.put(`<a:solidFill>`)
	if name, ok := c.scheme[colour]; ok {
		c.put(`<a:schemeClr val="`, name)
	} else {
		c.put(`<a:srgbClr val="`, hex(colour))
	}
	c.put(`"/></a:solidFill>`)
}

func (c *Canvas) put(markup ...string) {
	for _, s := range markup {
		c.w.WriteString(s)
	}
}

func (c *Canvas) attribute(name, value string) {
	c.put(` `, name, `="`, opc.Escape(value), `"`)
}

func (c *Canvas) attributes(pairs ...any) {
	for i := 0; i < len(pairs); i += 2 {
		c.put(` `, pairs[i].(string), `="`)
		c.number(pairs[i+1].(int64))
		c.put(`"`)
	}
}

func (c *Canvas) number(n int64) { c.w.Write(strconv.AppendInt(c.w.AvailableBuffer(), n, 10)) }
