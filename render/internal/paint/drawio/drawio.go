// Package drawio writes scenes as the pages of a diagram for draw.io.
package drawio

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"

	"github.com/accountatlas/accountatlas/internal/opc"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Write writes a diagram with a page for each scene. A card, a box or a part of a table is a
// container of its texts and signs. A line has its two cards as source and target, and each kind of
// line has its own layer. Ids are unique in the file. A large diagram is compressed as in draw.io
// itself. The error comes from the writer.
func Write(w io.Writer, pages []paint.Sheet) error {
	m, err := typeset.NewMeasurer()
	if err != nil {
		return fmt.Errorf("draw.io: %w", err)
	}
	p := &painter{m: m, pages: map[string]string{}, stencils: map[string]string{}}
	p.deflate, _ = flate.NewWriter(nil, flate.DefaultCompression) // it refuses other levels alone
	items := 0
	for i, page := range pages {
		p.pages["#"+page.ID] = "data:page/id,page" + strconv.Itoa(i+1)
		items += len(page.Scene.Items)
	}
	out := bufio.NewWriter(w) // its first error comes from Flush
	out.WriteString(`<mxfile host="Account Atlas">` + "\n")
	for i, page := range pages {
		id := "page" + strconv.Itoa(i+1)
		p.b.Reset()
		p.page(page, id)
		body := p.b.String()
		if items > maxPlain {
			body = p.packed(body)
		}
		fmt.Fprintf(out, `<diagram id="%s" name="%s">%s</diagram>`+"\n", id, opc.Escape(cmp.Or(page.Title, page.Scene.Title)), body)
	}
	out.WriteString("</mxfile>\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("draw.io: %w", err)
	}
	return nil
}

// maxPlain is the largest number of cards, boxes and lines in an uncompressed diagram, whose file
// has about 4 MB. A diagram of 10,000 people would have 35 MB.
const maxPlain = 2000

// packed returns a text as percent-encoded, deflated, in base64.
func (p *painter) packed(text string) string {
	var b bytes.Buffer // it accepts everything
	p.deflate.Reset(&b)
	io.WriteString(p.deflate, url.PathEscape(text))
	p.deflate.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

type painter struct {
	b       strings.Builder // of the current page
	m       *typeset.Measurer
	deflate *flate.Writer
	// stencils are the packed outlines by their XML, since most signs are drawn many times.
	stencils map[string]string
	pages    map[string]string // the addresses of the pages in the file, by their links
	// prefix starts every id of the current page.
	prefix         string
	*paint.Diagram // of the current page
}

// put writes markup. Users' texts must pass through opc.Escape.
func (p *painter) put(markup ...string) {
	for _, s := range markup {
		p.b.WriteString(s)
	}
}

// hint returns a text for a tooltip, which draw.io shows as HTML.
func hint(s string) string { return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>") }

func (p *painter) page(page paint.Sheet, id string) {
	s := page.Scene
	p.prefix, p.Diagram = id+"-", paint.NewDiagram(s)
	ground := ""
	if s.Ground != "" {
		ground = ` background="` + s.Ground + `"`
	}
	p.put(`<mxGraphModel grid="0" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="1" pageScale="1" pageWidth="`,
		paint.Number(s.Width), `" pageHeight="`, paint.Number(s.Height), `"`, ground, ` math="0" shadow="0"><root>`+"\n",
		`<mxCell id="`, p.prefix, `root"/>`+"\n")
	p.layer("ground", "") // draw.io names it Background in the reader's language
	for i, kind := range p.Kinds {
		p.layer("lines"+strconv.Itoa(i+1), kind)
	}
	p.layer("cards", s.Title)
	p.parts(p.prefix+"page", p.prefix+"ground", geom.Point{}, paint.Parts(p.Loose, p.m))
	for _, g := range p.Shapes {
		p.group(g)
	}
	for _, g := range p.Lines {
		p.line(g)
		if label, ok := p.Labels[g.ID]; ok {
			p.label(label, g)
		}
	}
	p.put("</root></mxGraphModel>")
}

func (p *painter) layer(id, name string) {
	p.put(`<mxCell id="`, p.prefix, id, `" value="`, opc.Escape(name), `" parent="`, p.prefix, `root"/>`+"\n")
}

func (p *painter) group(g scene.Group) {
	parts := paint.Parts(g.Items, p.m)
	frame := paint.Frame(g, parts)
	look := "fillColor=none;strokeColor=none;"
	if len(parts) > 0 && parts[0].Shape == paint.Box && parts[0].Lines == nil && parts[0].Frame.Grow(0.4).Contains(frame) && frame.Grow(0.4).Contains(parts[0].Frame) {
		look, parts = boxStyle(parts[0]), parts[1:]
	}
	layer := "ground"
	if slices.Contains(g.Classes, "node") {
		layer = "cards"
	}
	link := paint.SafeLink(g.Link)
	if strings.HasPrefix(g.Link, "#") {
		link = p.pages[g.Link]
	}
	id := p.prefix + g.ID
	p.object(id, [][2]string{{"name", g.Label}, {"detail", g.Detail}, {"data_id", g.DataID}, {"tooltip", hint(g.Title)}, {"link", link}})
	p.put(`<mxCell style="`, look, `container=1;collapsible=0;recursiveResize=0;expand=0;" vertex="1" parent="`, p.prefix, layer, `">`, geometry(frame, geom.Point{}),
		"</mxCell></object>\n")
	p.parts(id, id, geom.Point{X: frame.X, Y: frame.Y}, parts)
}

// object opens an object with the data that draw.io shows of it.
func (p *painter) object(id string, data [][2]string) {
	p.put(`<object id="`, id, `" label=""`)
	for _, d := range data {
		if d[1] != "" {
			p.put(" ", d[0], `="`, opc.Escape(d[1]), `"`)
		}
	}
	p.put(">")
}

// parts writes shapes and texts into a container whose corner is at a point of the page.
func (p *painter) parts(id, parent string, corner geom.Point, parts []paint.Part) {
	for i, part := range parts {
		p.put(`<mxCell id="`, id, "-", strconv.Itoa(i+1), `" value="`, opc.Escape(strings.Join(part.Lines, "\n")), `" style="`, p.style(part),
			`" vertex="1" connectable="0" parent="`, parent, `">`, geometry(part.Frame, corner), "</mxCell>\n")
	}
}

func geometry(r geom.Rect, corner geom.Point) string {
	return fmt.Sprintf(`<mxGeometry x="%s" y="%s" width="%s" height="%s" as="geometry"/>`, paint.Number(r.X-corner.X), paint.Number(r.Y-corner.Y), paint.Number(r.W), paint.Number(r.H))
}

func (p *painter) line(g scene.Group) {
	c := g.Connector
	kind := "lines" + strconv.Itoa(slices.Index(p.Kinds, c.Kind)+1)
	body, _ := g.Items[0].(scene.Path)
	tip := map[bool]string{true: "block", false: "none"}[c.Arrow]
	p.object(p.prefix+g.ID, [][2]string{{"tooltip", hint(g.Title)}})
	p.put(`<mxCell style="edgeStyle=orthogonalEdgeStyle;rounded=1;arcSize=10;html=0;endArrow=`, tip, ";endSize=6;endFill=1;", strokeStyle(body),
		p.end("exit", c.From, c.Points[0]), p.end("entry", c.To, c.Points[len(c.Points)-1]),
		`" edge="1" parent="`, p.prefix, kind, `" source="`, p.prefix, c.From, `" target="`, p.prefix, c.To, `"><mxGeometry relative="1" as="geometry">`)
	if len(c.Points) > 2 {
		p.put(`<Array as="points">`)
		for _, at := range c.Points[1 : len(c.Points)-1] {
			p.put(`<mxPoint x="`, paint.Number(at.X), `" y="`, paint.Number(at.Y), `"/>`)
		}
		p.put("</Array>")
	}
	p.put("</mxGeometry></mxCell></object>\n")
}

func (p *painter) label(g, line scene.Group) {
	center := geom.Point{X: g.Frame.CenterX(), Y: g.Frame.CenterY()}
	part, on := paint.Along(line.Connector.Points, center)
	for _, text := range paint.Parts(g.Items, p.m) {
		p.put(`<mxCell id="`, p.prefix, g.ID, `" value="`, opc.Escape(strings.Join(text.Lines, "\n")), `" style="edgeLabel;html=0;resizable=0;align=center;verticalAlign=middle;labelBackgroundColor=`,
			text.Fill, ";", textStyle(text.First), `" vertex="1" connectable="0" parent="`, p.prefix, line.ID,
			`"><mxGeometry relative="1" x="`, paint.Number(2*part-1), `" as="geometry"><mxPoint x="`, paint.Number(center.X-on.X), `" y="`, paint.Number(center.Y-on.Y),
			`" as="offset"/></mxGeometry></mxCell>`+"\n")
		return
	}
}

func (p *painter) style(part paint.Part) string {
	switch part.Shape {
	case paint.Words:
		align := []string{"left", "center", "right"}[part.First.Anchor]
		return "text;html=0;strokeColor=none;fillColor=none;spacing=0;overflow=visible;verticalAlign=middle;align=" + align + ";" + textStyle(part.First)
	case paint.Box:
		return boxStyle(part) + textStyle(part.First)
	case paint.Oval:
		return "shape=ellipse;perimeter=ellipsePerimeter;html=0;spacing=0;" + paintStyle(part.Path) + textStyle(part.First)
	}
	return "html=0;shape=stencil(" + p.stencil(part.Path, part.Frame) + ");" + paintStyle(part.Path)
}

func boxStyle(p paint.Part) string {
	rounded := "rounded=0;"
	if p.Radius > 0 {
		rounded = "rounded=1;absoluteArcSize=1;arcSize=" + paint.Number(2*p.Radius) + ";"
	}
	return rounded + "html=0;spacing=0;" + paintStyle(p.Path)
}

func textStyle(t scene.Text) string {
	if t.String == "" {
		return ""
	}
	font := 0
	if t.Bold {
		font++
	}
	if t.Italic {
		font += 2
	}
	return fmt.Sprintf("fontFamily=Arial;fontSize=%s;fontStyle=%d;fontColor=%s;", paint.Number(t.Size), font, t.Fill)
}

func paintStyle(p scene.Path) string {
	return "fillColor=" + cmp.Or(p.Fill, "none") + ";" + strokeStyle(p)
}

func strokeStyle(p scene.Path) string {
	if p.Stroke == "" {
		return "strokeColor=none;"
	}
	s := "strokeColor=" + p.Stroke + ";strokeWidth=" + paint.Number(p.Width) + ";"
	if len(p.Dash) > 0 {
		var pattern string
		for _, d := range p.Dash {
			pattern += " " + paint.Number(d)
		}
		s += "dashed=1;fixDash=1;dashPattern=" + pattern[1:] + ";"
	}
	return s
}

// end fixes an end of a line at the position on its card where it is drawn.
func (p *painter) end(which, card string, at geom.Point) string {
	on, ok := p.End(card, at)
	if !ok {
		return ""
	}
	return fmt.Sprintf("%sX=%s;%[1]sY=%[3]s;%[1]sDx=0;%[1]sDy=0;", which, paint.Number(on.X), paint.Number(on.Y))
}

// stencil returns an outline in the form of a draw.io style: packed XML.
func (p *painter) stencil(path scene.Path, frame geom.Rect) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<shape w="%s" h="%s" aspect="variable" strokewidth="inherit"><foreground><path>`, paint.Number(frame.W), paint.Number(frame.H))
	point := func(x, y string, at geom.Point) string {
		return fmt.Sprintf(` %s="%s" %s="%s"`, x, paint.Number(at.X-frame.X), y, paint.Number(at.Y-frame.Y))
	}
	for _, s := range path.Segments {
		switch s.Op {
		case scene.Move:
			b.WriteString("<move" + point("x", "y", s.To) + "/>")
		case scene.Line:
			b.WriteString("<line" + point("x", "y", s.To) + "/>")
		case scene.Cubic:
			b.WriteString("<curve" + point("x1", "y1", s.C1) + point("x2", "y2", s.C2) + point("x3", "y3", s.To) + "/>")
		case scene.Close:
			b.WriteString("<close/>")
		}
	}
	draw := "<fillstroke/>"
	switch {
	case path.Fill == "":
		draw = "<stroke/>"
	case path.Stroke == "":
		draw = "<fill/>"
	}
	b.WriteString("</path>" + draw + "</foreground></shape>")
	outline := b.String()
	if p.stencils[outline] == "" {
		p.stencils[outline] = p.packed(outline)
	}
	return p.stencils[outline]
}
