package presentation

import (
	"bufio"
	"strconv"

	"github.com/accountatlas/accountatlas/internal/opc"
)

// Canvas is a slide under construction. Shapes lie over the shapes added before.
type Canvas struct {
	w        *bufio.Writer
	language string
	scheme   map[string]string
	links    map[string]link
	last     int // the last ID given out
}

// link is a relationship of the slide to an address or to another slide.
type link struct {
	id    string
	local bool
}

// Box is the place of a shape in EMU, from the upper left corner of the slide.
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

// Head is what every object on a slide has.
type Head struct {
	// ID is one from [Canvas.Reserve]. Zero means the next one.
	ID int
	// Name is shown in the list of objects.
	Name string
	// Alt describes the object for those who do not see it. It may be empty.
	Alt string
	// Link is one of the addresses of the slide. It may be empty.
	Link string
}

// Group adds the objects that add adds as one object. The box contains all of them.
func (c *Canvas) Group(h Head, box Box, add func()) {
	c.w.WriteString(`<p:grpSp><p:nvGrpSpPr>`)
	c.head(h)
	c.w.WriteString(`<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>`)
	c.w.WriteString(`<a:xfrm>`)
	c.box(box, "off", "ext")
	c.box(box, "chOff", "chExt")
	c.w.WriteString(`</a:xfrm></p:grpSpPr>`)
	add()
	c.w.WriteString(`</p:grpSp>`)
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
	c.w.WriteString(`<p:sp><p:nvSpPr>`)
	c.head(s.Head)
	switch {
	case s.Title:
		c.w.WriteString(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>`)
	case s.Fill == "" && s.Line.Colour == "" && s.Text != nil:
		c.w.WriteString(`<p:cNvSpPr txBox="1"/><p:nvPr/>`)
	default:
		c.w.WriteString(`<p:cNvSpPr/><p:nvPr/>`)
	}
	c.w.WriteString(`</p:nvSpPr><p:spPr><a:xfrm>`)
	c.box(s.Box, "off", "ext")
	c.w.WriteString(`</a:xfrm>`)
	c.geometry(&s.Geometry, s.Box)
	if s.Fill == "" {
		c.w.WriteString(`<a:noFill/>`)
	} else {
		c.fill(s.Fill)
	}
	c.line(s.Line)
	c.w.WriteString(`</p:spPr>`)
	if s.Text != nil {
		c.text("p", s.Text)
	}
	c.w.WriteString(`</p:sp>`)
}

// SlideNumber adds the number of the slide, where the master has it.
func (c *Canvas) SlideNumber() {
	c.w.WriteString(`<p:sp><p:nvSpPr>`)
	c.head(Head{Name: "Slide Number"})
	c.w.WriteString(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/>` +
		`<p:txBody><a:bodyPr/><a:lstStyle/>` + numberField + `</p:txBody></p:sp>`)
}

func (c *Canvas) head(h Head) {
	if h.ID == 0 {
		h.ID = c.Reserve()
	}
	c.w.WriteString(`<p:cNvPr id="`)
	c.number(int64(h.ID))
	c.w.WriteString(`"`)
	c.attribute("name", oneLine(h.Name))
	if h.Alt != "" {
		c.attribute("descr", h.Alt)
	}
	to, ok := c.links[h.Link]
	if !ok {
		c.w.WriteString(`/>`)
		return
	}
	c.w.WriteString(`>`)
	c.link(to)
	c.w.WriteString(`</p:cNvPr>`)
}

func (c *Canvas) link(to link) {
	c.w.WriteString(`<a:hlinkClick`)
	c.attribute("r:id", to.id)
	if to.local {
		c.w.WriteString(` action="ppaction://hlinksldjump"`)
	}
	c.w.WriteString(`/>`)
}

func (c *Canvas) box(b Box, place, size string) {
	c.w.WriteString(`<a:`)
	c.w.WriteString(place)
	c.attributes("x", b.X, "y", b.Y)
	c.w.WriteString(`/><a:`)
	c.w.WriteString(size)
	c.attributes("cx", b.W, "cy", b.H)
	c.w.WriteString(`/>`)
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
}

func (c *Canvas) line(l Line) {
	if l.Colour == "" || l.Width <= 0 {
		c.w.WriteString(`<a:ln><a:noFill/></a:ln>`)
		return
	}
	c.w.WriteString(`<a:ln`)
	c.attributes("w", l.Width)
	c.w.WriteString(`>`)
	c.fill(l.Colour)
	if len(l.Dash) > 0 {
		c.w.WriteString(`<a:custDash>`)
		for i := range l.Dash {
			if i%2 == 0 {
				c.w.WriteString(`<a:ds`)
				c.attributes("d", share(l.Dash[i], l.Width), "sp", share(l.Dash[(i+1)%len(l.Dash)], l.Width))
				c.w.WriteString(`/>`)
			}
		}
		c.w.WriteString(`</a:custDash>`)
	}
	c.w.WriteString(`<a:round/>`)
	if l.Arrow > 0 {
		size := arrowSize(l)
		c.w.WriteString(`<a:tailEnd type="triangle" w="` + size + `" len="` + size + `"/>`)
	}
	c.w.WriteString(`</a:ln>`)
}

// arrowSize is the size whose arrowheads are nearest to the length. PowerPoint makes them two, three
// and five times as long as the line is wide, and takes thin lines for two points wide.
func arrowSize(l Line) string {
	switch wide := max(l.Width, 2*perPoint); {
	case 2*l.Arrow < 5*wide:
		return "sm"
	case 2*l.Arrow < 8*wide:
		return "med"
	}
	return "lg"
}

// share is a part of a whole in thousandths of a percent.
func share(part, whole int64) int64 {
	if whole == 0 {
		return 0
	}
	return part * 100_000 / whole
}

// fill writes a colour as the colour of the theme, if it is one.
func (c *Canvas) fill(colour string) {
	c.w.WriteString(`<a:solidFill>`)
	if name, ok := c.scheme[colour]; ok {
		c.w.WriteString(`<a:schemeClr val="`)
		c.w.WriteString(name)
	} else {
		c.w.WriteString(`<a:srgbClr val="`)
		c.w.WriteString(hex(colour))
	}
	c.w.WriteString(`"/></a:solidFill>`)
}

func (c *Canvas) attribute(name, value string) {
	c.w.WriteByte(' ')
	c.w.WriteString(name)
	c.w.WriteString(`="`)
	c.w.WriteString(opc.Escape(value))
	c.w.WriteByte('"')
}

// attributes writes pairs of a name and a number.
func (c *Canvas) attributes(pairs ...any) {
	for i := 0; i < len(pairs); i += 2 {
		c.w.WriteByte(' ')
		c.w.WriteString(pairs[i].(string))
		c.w.WriteString(`="`)
		c.number(pairs[i+1].(int64))
		c.w.WriteByte('"')
	}
}

func (c *Canvas) number(n int64) { c.w.Write(strconv.AppendInt(c.w.AvailableBuffer(), n, 10)) }
