// Package lucid writes scenes as the pages of a document that Lucidchart imports: a .lucid file of
// Lucid's Standard Import, which is a zip with document.json.
package lucid

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// The limits of an import: the bytes of document.json, the pixels of a side of a page, and the
// corners of a shape.
const (
	maxBytes    = 2_000_000
	maxSide     = 20_000
	maxVertices = 100
)

// ErrTooLarge reports drawings that exceed the limits of Lucid's import.
var ErrTooLarge = errors.New("documents of more than 2 MB are not imported by Lucid: draw a part of the account, or write drawio")

// Write writes a document with a page for each scene. A card is a shape with its data, grouped with
// its texts and signs. A line ends at the shapes of its cards, and each kind of line has its own
// layer. If the document exceeds the limits of the import, a card is one shape with its name and
// title. Ids are unique in the document. The error comes from the writer, or is [ErrTooLarge].
func Write(w io.Writer, pages []paint.Sheet) error {
	m, err := typeset.NewMeasurer()
	if err != nil {
		return fmt.Errorf("lucid: %w", err)
	}
	for _, simple := range []bool{false, true} {
		content, err := document(pages, m, simple)
		if err != nil {
			return fmt.Errorf("lucid: %w", err)
		}
		if len(content) > maxBytes {
			continue
		}
		archive := zip.NewWriter(w)
		part, err := archive.CreateHeader(&zip.FileHeader{Name: "document.json", Method: zip.Deflate})
		if err == nil {
			_, err = part.Write(content)
		}
		if err == nil {
			err = archive.Close()
		}
		if err != nil {
			return fmt.Errorf("lucid: %w", err)
		}
		return nil
	}
	return ErrTooLarge
}

// document returns the content of document.json, up to the size limit.
func document(pages []paint.Sheet, m *typeset.Measurer, simple bool) ([]byte, error) {
	ids := map[string]string{}
	for i, p := range pages {
		ids[p.ID] = "page" + strconv.Itoa(i+1)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteString(`{"version":1,"documentSettings":{"units":"px"},"pages":[`)
	for i, p := range pages {
		if i > 0 {
			b.WriteByte(',')
		}
		c := &composer{m: m, simple: simple, pages: ids, prefix: "page" + strconv.Itoa(i+1) + "-", shapes: []object{}, groups: []object{}}
		if err := e.Encode(c.page(p, "page"+strconv.Itoa(i+1))); err != nil {
			return nil, err
		}
		if b.Len() > maxBytes {
			break
		}
	}
	b.WriteString("]}\n")
	return b.Bytes(), nil
}

// object is a JSON object. Its keys are written in alphabetical order.
type object = map[string]any

type composer struct {
	*paint.Diagram
	m      *typeset.Measurer
	simple bool              // a card is one shape
	pages  map[string]string // maps the id of a page in a link to its id in the document
	prefix string            // starts every id on the page
	shapes []object
	groups []object
}

func (c *composer) page(p paint.Sheet, id string) object {
	c.Diagram = paint.NewDiagram(p.Scene)
	title := cmp.Or(p.Title, p.Scene.Title)
	items := c.parts(c.prefix+"head", paint.Parts(c.Loose, c.m))
	for _, g := range c.Shapes {
		items = append(items, c.group(g))
	}
	layers := []object{{"id": c.prefix + "cards", "title": title, "items": items}}
	for i, kind := range c.Kinds {
		var of []string
		for _, g := range c.Lines {
			if g.Connector.Kind == kind {
				of = append(of, c.prefix+g.ID)
			}
		}
		layers = append(layers, object{"id": c.prefix + "lines" + strconv.Itoa(i+1), "title": kind, "items": of})
	}
	lines := []object{}
	for _, g := range c.Lines {
		lines = append(lines, c.line(g))
	}
	settings := object{"size": object{"type": "custom", "w": number(min(p.Scene.Width, maxSide)), "h": number(min(p.Scene.Height, maxSide))}}
	if p.Scene.Ground != "" {
		settings["fillColor"] = p.Scene.Ground
	}
	return object{"id": id, "title": title, "settings": settings, "shapes": c.shapes, "lines": lines, "groups": c.groups, "layers": layers}
}

// group makes the shapes of a card, a box or a part of a table, and returns the id of their group.
func (c *composer) group(g scene.Group) string {
	parts := paint.Parts(g.Items, c.m)
	id, whole := c.prefix+g.ID, c.prefix+"group-"+g.ID
	main := object{"id": id, "type": "rectangle", "boundingBox": box(paint.Frame(g, parts)),
		"style": object{"fill": fill("#FFFFFF00"), "stroke": object{"color": "#E3E8F0", "width": 1, "style": "solid"}}}
	if len(parts) > 0 && parts[0].Shape == paint.Box && parts[0].Lines == nil {
		main["style"], main["boundingBox"] = style(parts[0]), box(parts[0].Frame)
		parts = parts[1:]
	} else if g.Frame.W == 0 { // the legend has no shape of its own
		c.groups = append(c.groups, object{"id": whole, "items": c.parts(id, parts)})
		return whole
	}
	var data []object
	for _, d := range [][2]string{{"name", g.Label}, {"detail", g.Detail}, {"id", g.DataID}, {"about", g.Title}} {
		if d[1] != "" {
			data = append(data, object{"key": d[0], "value": d[1]})
		}
	}
	if data != nil {
		main["customData"] = data
	}
	if action := c.action(g.Link); action != nil {
		main["actions"] = []object{action}
	}
	c.shapes = append(c.shapes, main)
	if c.simple && slices.Contains(g.Classes, "node") {
		main["text"] = paragraph(strings.TrimSpace(g.Label+"\n"+g.Detail), scene.Text{Font: typeset.Font{Size: 11}, Fill: "#1F2937", Anchor: scene.Middle})
		return id
	}
	items := c.parts(id, parts)
	if len(items) == 0 {
		return id
	}
	c.groups = append(c.groups, object{"id": whole, "items": append([]string{id}, items...)})
	return whole
}

func (c *composer) parts(id string, parts []paint.Part) []string {
	ids := []string{}
	add := func(kind string, p paint.Part) object {
		s := object{"id": id + "-" + strconv.Itoa(len(ids)+1), "type": kind, "boundingBox": box(p.Frame)}
		if len(p.Lines) > 0 {
			s["text"] = paragraph(strings.Join(p.Lines, "\n"), p.First)
		}
		if p.Shape != paint.Words {
			s["style"] = style(p)
		}
		ids = append(ids, s["id"].(string))
		c.shapes = append(c.shapes, s)
		return s
	}
	kinds := map[paint.Shape]string{paint.Words: "text", paint.Box: "rectangle", paint.Oval: "circle", paint.Free: "flexiblePolygon"}
	for _, p := range parts {
		if p.Shape != paint.Free {
			add(kinds[p.Shape], p)
			continue
		}
		for _, one := range paint.Outlines(p.Path) {
			if s := add(kinds[one.Shape], one); one.Shape == paint.Free {
				s["vertices"] = places(one.Polygon(maxVertices))
			}
		}
	}
	return ids
}

func (c *composer) line(g scene.Group) object {
	k := g.Connector
	path, _ := g.Items[0].(scene.Path)
	l := object{"id": c.prefix + g.ID, "lineType": "elbow", "stroke": stroke(path),
		"endpoint1": c.end(k.From, k.Points[0], false), "endpoint2": c.end(k.To, k.Points[len(k.Points)-1], k.Arrow)}
	if len(k.Points) > 2 {
		l["elbowControlPoints"] = places(k.Points[1 : len(k.Points)-1])
	}
	if g.Title != "" {
		l["customData"] = []object{{"key": "about", "value": g.Title}}
	}
	if label, ok := c.Labels[g.ID]; ok {
		part, _ := paint.Along(k.Points, geom.Point{X: label.Frame.CenterX(), Y: label.Frame.CenterY()})
		text := paragraph(label.Label, scene.Text{Font: typeset.Font{Size: 11}, Fill: "#374151", Anchor: scene.Middle})
		l["text"] = []object{{"text": text, "position": number(part), "side": "middle"}}
	}
	return l
}

func (c *composer) end(card string, p geom.Point, arrow bool) object {
	on, _ := c.End(card, p)
	return object{"type": "shapeEndpoint", "style": map[bool]string{true: "arrow", false: "none"}[arrow], "shapeId": c.prefix + card, "position": places([]geom.Point{on})[0]}
}

// action returns the action of a link, or nil.
func (c *composer) action(link string) object {
	if id, local := strings.CutPrefix(link, "#"); local {
		if page := c.pages[id]; page != "" {
			return object{"type": "gotoPage", "pageId": page}
		}
		return nil
	}
	if link = paint.SafeLink(link); link == "" {
		return nil
	}
	return object{"type": "url", "url": link, "newWindow": true}
}

// paragraph returns text in the format of an import: HTML with a font size in points, where a pixel
// is three quarters of a point.
func paragraph(text string, t scene.Text) string {
	look := fmt.Sprintf("font-size: %spt; color: %s; text-align: %s", paint.Number(t.Size*.75), t.Fill,
		[]string{"left", "center", "right"}[t.Anchor])
	if t.Bold {
		look += "; font-weight: bold"
	}
	if t.Italic {
		look += "; font-style: italic"
	}
	return `<p style="` + look + `">` + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + "</p>"
}

func places(points []geom.Point) (all []object) {
	for _, p := range points {
		all = append(all, object{"x": number(p.X), "y": number(p.Y)})
	}
	return all
}

func box(r geom.Rect) object {
	return object{"x": number(r.X), "y": number(r.Y), "w": number(r.W), "h": number(r.H)}
}

func fill(colour string) object { return object{"type": "color", "color": colour} }

func style(p paint.Part) object {
	s := object{"fill": fill(cmp.Or(p.Fill, "#FFFFFF00")), "stroke": stroke(p.Path)}
	if round := int(math.Round(2 * p.Radius)); round != 0 {
		s["rounding"] = round
	}
	return s
}

// stroke returns the style of a line in whole pixels. A shape without a stroke gets a line of its
// fill colour.
func stroke(p scene.Path) object {
	s := object{"color": p.Stroke, "width": max(1, int(math.Round(p.Width))), "style": "solid"}
	if p.Stroke == "" {
		s["color"], s["width"] = p.Fill, 1
	}
	switch {
	case len(p.Dash) > 0 && p.Dash[0] < 2:
		s["style"] = "dotted"
	case len(p.Dash) > 0:
		s["style"] = "dashed"
	}
	return s
}

// number rounds to hundredths.
func number(n float64) float64 { return float64(paint.Hundredths(n)) / 100 }
