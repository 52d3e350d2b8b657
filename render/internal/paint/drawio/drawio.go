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
	p := &painter{b: bufio.NewWriterSize(w, 1<<16), m: m, pages: map[string]string{}, stencils: map[string]string{}}
	if p.deflate, err = flate.NewWriter(nil, flate.DefaultCompression); err != nil {
		return fmt.Errorf("draw.io: %w", err)
	}
	for i, page := range pages {
		p.pages[page.ID] = "page" + strconv.Itoa(i+1)
	}
	items := 0
	for _, page := range pages {
		items += len(page.Scene.Items)
	}
	p.put(`<mxfile host="Account Atlas">` + "\n")
	for i, page := range pages {
		id := "page" + strconv.Itoa(i+1)
		p.put(`<diagram id="`, id, `" name="`, escape(cmp.Or(page.Title, page.Scene.Title)), `">`)
		if items > maxPlain {
			err = p.compressed(page, id)
		} else {
			p.page(page, id)
		}
		p.put("</diagram>\n")
	}
	p.put("</mxfile>\n")
	if err := cmp.Or(err, p.b.Flush()); err != nil {
		return fmt.Errorf("draw.io: %w", err)
	}
	return nil
}

// maxPlain is the largest number of cards, boxes and lines in an uncompressed diagram, whose file
// has about 4 MB. A diagram of 10,000 people would have 35 MB.
const maxPlain = 2000

// compressed writes a page in draw.io's compression.
func (p *painter) compressed(page paint.Sheet, id string) error {
	to := p.b
	var text bytes.Buffer
	p.b = bufio.NewWriter(&text)
	p.page(page, id)
	err := p.b.Flush()
	p.b = to
	p.put(p.packed(text.String()))
	return err
}

// packed returns a text as percent-encoded, deflated, in base64.
func (p *painter) packed(text string) string {
	var b bytes.Buffer // it accepts everything
	p.deflate.Reset(&b)
	io.WriteString(p.deflate, url.PathEscape(text))
	p.deflate.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

type painter struct {
	b       *bufio.Writer
	m       *typeset.Measurer
	deflate *flate.Writer
	// stencils are the packed outlines by their XML, since most signs are drawn many times.
	stencils map[string]string
	pages    map[string]string // the ids of the pages in the file, by the id in a link
	// prefix starts every id of the current page.
	prefix         string
	*paint.Diagram // of the current page
}

// put writes markup. Users' texts must pass through escape.
func (p *painter) put(markup ...string) {
	for _, s := range markup {
		p.b.WriteString(s)
	}
}

// hint returns a text for a tooltip, which draw.io shows as HTML.
func hint(s string) string { return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>") }

func escape(s string) string { return opc.Escape(s) }

func (p *painter) page(page paint.Sheet, id string) {
	s := page.Scene
	p.prefix, p.Diagram = id+"-", paint.NewDiagram(s)
	p.put(`<mxGraphModel grid="0" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="1" pageScale="1" pageWidth="`,
		number(s.Width), `" pageHeight="`, number(s.Height), `"`, ground(s.Ground), ` math="0" shadow="0"><root>`+"\n",
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

func ground(colour string) string {
	if colour == "" {
		return ""
	}
	return ` background="` + colour + `"`
}

func (p *painter) layer(id, name string) {
	p.put(`<mxCell id="`, p.prefix, id, `" value="`, escape(name), `" parent="`, p.prefix, `root"/>`+"\n")
}

func (p *painter) group(g scene.Group) {
	parts := paint.Parts(g.Items, p.m)
	frame := paint.Frame(g, parts)
	look := "fillColor=none;strokeColor=none;"
	if len(parts) > 0 && parts[0].Shape == paint.Box && parts[0].Lines == nil && same(parts[0].Frame, frame) {
		look, parts = boxStyle(parts[0]), parts[1:]
	}
	layer := "ground"
	if slices.Contains(g.Classes, "node") {
		layer = "cards"
	}
	id := p.prefix + g.ID
	p.put(`<object id="`, id, `" label=""`)
	for _, data := range []struct{ key, value string }{
		{"name", g.Label}, {"detail", g.Detail}, {"data_id", g.DataID}, {"tooltip", hint(g.Title)}, {"link", p.leads(g.Link)},
	} {
		if data.value != "" {
			p.put(" ", data.key, `="`, escape(data.value), `"`)
		}
	}
	p.put(`><mxCell style="`, look, `container=1;collapsible=0;recursiveResize=0;expand=0;" vertex="1" parent="`, p.prefix, layer, `">`, geometry(frame, geom.Point{}),
		"</mxCell></object>\n")
	p.parts(id, id, geom.Point{X: frame.X, Y: frame.Y}, parts)
}

func same(a, b geom.Rect) bool {
	const close = 0.5
	near := func(x, y float64) bool { return x-y < close && y-x < close }
	return near(a.X, b.X) && near(a.Y, b.Y) && near(a.W, b.W) && near(a.H, b.H)
}

// parts writes shapes and texts into a container whose corner is at a point of the page.
func (p *painter) parts(id, parent string, corner geom.Point, parts []paint.Part) {
	for i, part := range parts {
		p.put(`<mxCell id="`, id, "-", strconv.Itoa(i+1), `" value="`, escape(strings.Join(part.Lines, "\n")), `" style="`, p.style(part),
			`" vertex="1" connectable="0" parent="`, parent, `">`, geometry(part.Frame, corner), "</mxCell>\n")
	}
}

func geometry(r geom.Rect, corner geom.Point) string {
	return fmt.Sprintf(`<mxGeometry x="%s" y="%s" width="%s" height="%s" as="geometry"/>`, number(r.X-corner.X), number(r.Y-corner.Y), number(r.W), number(r.H))
}

func (p *painter) line(g scene.Group) {
	c := g.Connector
	kind := "lines" + strconv.Itoa(slices.Index(p.Kinds, c.Kind)+1)
	body, _ := g.Items[0].(scene.Path)
	tip := "none"
	if c.Arrow {
		tip = "block"
	}
	id := p.prefix + g.ID
	p.put(`<object id="`, id, `" label=""`)
	if g.Title != "" {
		p.put(` tooltip="`, escape(hint(g.Title)), `"`)
	}
	p.put(`><mxCell style="edgeStyle=orthogonalEdgeStyle;rounded=1;arcSize=10;html=0;endArrow=`, tip, ";endSize=6;endFill=1;", strokeStyle(body),
		p.end("exit", c.From, c.Points[0]), p.end("entry", c.To, c.Points[len(c.Points)-1]),
		`" edge="1" parent="`, p.prefix, kind, `" source="`, p.prefix, c.From, `" target="`, p.prefix, c.To, `"><mxGeometry relative="1" as="geometry">`)
	if len(c.Points) > 2 {
		p.put(`<Array as="points">`)
		for _, at := range c.Points[1 : len(c.Points)-1] {
			p.put(`<mxPoint x="`, number(at.X), `" y="`, number(at.Y), `"/>`)
		}
		p.put("</Array>")
	}
	p.put("</mxGeometry></mxCell></object>\n")
}

func (p *painter) label(g, line scene.Group) {
	center := geom.Point{X: g.Frame.CenterX(), Y: g.Frame.CenterY()}
	part, on := paint.Along(line.Connector.Points, center)
	for _, text := range paint.Parts(g.Items, p.m) {
		p.put(`<mxCell id="`, p.prefix, g.ID, `" value="`, escape(strings.Join(text.Lines, "\n")), `" style="edgeLabel;html=0;resizable=0;align=center;verticalAlign=middle;labelBackgroundColor=`,
			text.Fill, ";", textStyle(text.First), `" vertex="1" connectable="0" parent="`, p.prefix, line.ID,
			`"><mxGeometry relative="1" x="`, number(2*part-1), `" as="geometry"><mxPoint x="`, number(center.X-on.X), `" y="`, number(center.Y-on.Y),
			`" as="offset"/></mxGeometry></mxCell>`+"\n")
		return
	}
}

// leads returns the target of a link: a page of the diagram, or an address. It returns "" for an
// unknown page.
func (p *painter) leads(link string) string {
	if id, local := strings.CutPrefix(link, "#"); local {
		if page := p.pages[id]; page != "" {
			return "data:page/id," + page
		}
		return ""
	}
	return paint.SafeLink(link)
}
