package lucid

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

type composer struct {
	m      *typeset.Measurer
	simple bool                   // a card is one shape
	pages  map[string]string      // maps the id of a page in a link to its id in the document
	prefix string                 // starts every id on the page
	groups map[string]scene.Group // by id
	out    page
}

func (c *composer) page(p paint.Sheet, id string) page {
	s := p.Scene
	c.out = page{ID: id, Title: p.Title, Shapes: []shape{}, Lines: []line{}, Groups: []group{}, Layers: []layer{}}
	c.out.Title = cmp.Or(c.out.Title, s.Title)
	c.out.Settings.FillColor = s.Ground
	c.out.Settings.Size.Type = "custom"
	c.out.Settings.Size.W, c.out.Settings.Size.H = number(min(s.Width, maxSide)), number(min(s.Height, maxSide))
	c.groups = map[string]scene.Group{}
	items := scene.Single(s.Items)
	var loose []scene.Item
	for _, item := range items {
		if g, ok := item.(scene.Group); ok {
			c.groups[g.ID] = g
		} else {
			loose = append(loose, item)
		}
	}
	cards := layer{ID: c.prefix + "cards", Title: c.out.Title, Items: c.parts(c.prefix+"head", paint.Parts(loose, c.m))}
	var kinds []layer
	for _, item := range items {
		g, ok := item.(scene.Group)
		switch {
		case !ok, slices.Contains(g.Classes, "label"):
		case g.Connector != nil:
			i := slices.IndexFunc(kinds, func(l layer) bool { return l.Title == g.Connector.Kind })
			if i < 0 {
				i = len(kinds)
				kinds = append(kinds, layer{ID: c.prefix + "lines" + strconv.Itoa(i+1), Title: g.Connector.Kind})
			}
			c.line(g)
			kinds[i].Items = append(kinds[i].Items, c.prefix+g.ID)
		default:
			cards.Items = append(cards.Items, c.group(g))
		}
	}
	c.out.Layers = append([]layer{cards}, kinds...)
	return c.out
}

// group makes the shapes of a card, a box or a part of a table, and returns the id of their group.
func (c *composer) group(g scene.Group) string {
	parts := paint.Parts(g.Items, c.m)
	frame := paint.Frame(g, parts)
	id := c.prefix + g.ID
	main := shape{ID: id, Type: "rectangle", Box: boxOf(frame), Style: &style{Fill: noFill, Stroke: stroke{"#FFFFFF", 1, "solid"}}}
	if len(parts) > 0 && parts[0].Shape == paint.Box && parts[0].Lines == nil {
		main.Style, main.Box = styleOf(parts[0]), boxOf(parts[0].Frame)
		parts = parts[1:]
	} else if g.Frame.W == 0 { // the legend has no shape of its own
		items := c.parts(id, parts)
		c.out.Groups = append(c.out.Groups, group{c.prefix + "group-" + g.ID, items})
		return c.prefix + "group-" + g.ID
	} else {
		main.Style.Stroke.Color = "#E3E8F0"
	}
	for _, d := range []datum{{"name", g.Label}, {"detail", g.Detail}, {"id", g.DataID}, {"about", g.Title}} {
		if d.Value != "" {
			main.Data = append(main.Data, d)
		}
	}
	main.Actions = c.actions(g.Link)
	if c.simple && slices.Contains(g.Classes, "node") {
		main.Text = paragraph(strings.TrimSpace(g.Label+"\n"+g.Detail), scene.Text{Font: typeset.Font{Size: 11}, Fill: "#1F2937", Anchor: scene.Middle})
		c.out.Shapes = append(c.out.Shapes, main)
		return id
	}
	c.out.Shapes = append(c.out.Shapes, main)
	items := c.parts(id, parts)
	if len(items) == 0 {
		return id
	}
	whole := group{c.prefix + "group-" + g.ID, append([]string{id}, items...)}
	c.out.Groups = append(c.out.Groups, whole)
	return whole.ID
}

func (c *composer) parts(id string, parts []paint.Part) []string {
	var ids []string
	add := func(s shape) {
		s.ID = id + "-" + strconv.Itoa(len(ids)+1)
		ids = append(ids, s.ID)
		c.out.Shapes = append(c.out.Shapes, s)
	}
	for _, p := range parts {
		text := ""
		if len(p.Lines) > 0 {
			text = paragraph(strings.Join(p.Lines, "\n"), p.First)
		}
		switch p.Shape {
		case paint.Words:
			add(shape{Type: "text", Box: boxOf(p.Frame), Text: text})
		case paint.Box:
			add(shape{Type: "rectangle", Box: boxOf(p.Frame), Style: styleOf(p), Text: text})
		case paint.Oval:
			add(shape{Type: "circle", Box: boxOf(p.Frame), Style: styleOf(p), Text: text})
		case paint.Free:
			for _, one := range paint.Outlines(p.Path) {
				kind := "circle"
				var vertices []at
				if one.Shape == paint.Box {
					kind = "rectangle"
				} else if one.Shape == paint.Free {
					kind, vertices = "flexiblePolygon", polygon(one)
				}
				add(shape{Type: kind, Box: boxOf(one.Frame), Style: styleOf(one), Vertices: vertices})
			}
		}
	}
	return ids
}

func (c *composer) line(g scene.Group) {
	k := g.Connector
	l := line{ID: c.prefix + g.ID, Type: "elbow", From: c.end(k.From, k.Points[0], false), To: c.end(k.To, k.Points[len(k.Points)-1], k.Arrow)}
	if path, ok := g.Items[0].(scene.Path); ok {
		l.Stroke = strokeOf(path)
	}
	if len(k.Points) > 2 {
		for _, p := range k.Points[1 : len(k.Points)-1] {
			l.Elbows = append(l.Elbows, at{number(p.X), number(p.Y)})
		}
	}
	if g.Title != "" {
		l.Data = []datum{{"about", g.Title}}
	}
	if label, ok := c.groups["label"+strings.TrimPrefix(g.ID, "edge")]; ok {
		part, _ := paint.Along(k.Points, geom.Point{X: label.Frame.CenterX(), Y: label.Frame.CenterY()})
		l.Text = []lineText{{paragraph(label.Label, scene.Text{Font: typeset.Font{Size: 11}, Fill: "#374151", Anchor: scene.Middle}), number(part), "middle"}}
	}
	c.out.Lines = append(c.out.Lines, l)
}

func (c *composer) end(card string, p geom.Point, arrow bool) end {
	e := end{Type: "shapeEndpoint", Style: "none", ShapeID: c.prefix + card, Position: at{0.5, 0.5}}
	if r := c.groups[card].Frame; r.W > 0 && r.H > 0 {
		part := func(v float64) number { return number(min(max(v, 0), 1)) }
		e.Position = at{part((p.X - r.X) / r.W), part((p.Y - r.Y) / r.H)}
	}
	if arrow {
		e.Style = "arrow"
	}
	return e
}

func (c *composer) actions(link string) []action {
	if id, local := strings.CutPrefix(link, "#"); local {
		if page := c.pages[id]; page != "" {
			return []action{{Type: "gotoPage", PageID: page}}
		}
		return nil
	}
	if link = paint.SafeLink(link); link == "" {
		return nil
	}
	return []action{{Type: "url", URL: link, NewWindow: true}}
}

// paragraph returns text in the format of an import: HTML with a font size in points, where a pixel
// is three quarters of a point.
func paragraph(text string, t scene.Text) string {
	look := fmt.Sprintf("font-size: %spt; color: %s; text-align: %s", paint.AppendHundredths(nil, paint.Hundredths(t.Size*.75)), t.Fill,
		[]string{"left", "center", "right"}[t.Anchor])
	if t.Bold {
		look += "; font-weight: bold"
	}
	if t.Italic {
		look += "; font-style: italic"
	}
	return `<p style="` + look + `">` + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + "</p>"
}

var noFill = fill{"color", "#FFFFFF00"}

func boxOf(r geom.Rect) box { return box{number(r.X), number(r.Y), number(r.W), number(r.H)} }

func styleOf(p paint.Part) *style {
	s := &style{Fill: noFill, Stroke: strokeOf(p.Path), Rounding: int(math.Round(2 * p.Radius))}
	if p.Fill != "" {
		s.Fill = fill{"color", p.Fill}
	}
	return s
}

// strokeOf returns the style of a line in whole pixels. A shape without a stroke gets a line of its
// fill colour.
func strokeOf(p scene.Path) stroke {
	s := stroke{p.Stroke, max(1, int(math.Round(p.Width))), "solid"}
	if s.Color == "" {
		s.Color, s.Width = p.Fill, 1
	}
	switch {
	case len(p.Dash) > 0 && p.Dash[0] < 2:
		s.Style = "dotted"
	case len(p.Dash) > 0:
		s.Style = "dashed"
	}
	return s
}

// polygon returns an outline as corners, from 0 to 1 in its rectangle. An open outline leads to its
// end and back.
func polygon(p paint.Part) []at {
	const most, steps = 100, 4
	var points []geom.Point
	closed := false
	for _, s := range p.Segments {
		switch s.Op {
		case scene.Close:
			closed = true
		case scene.Cubic:
			from := points[len(points)-1]
			for i := 1; i <= steps; i++ {
				t := float64(i) / steps
				u := 1 - t
				points = append(points, geom.Pt(u*u*u*from.X+3*u*u*t*s.C1.X+3*u*t*t*s.C2.X+t*t*t*s.To.X, u*u*u*from.Y+3*u*u*t*s.C1.Y+3*u*t*t*s.C2.Y+t*t*t*s.To.Y))
			}
		default:
			points = append(points, s.To)
		}
	}
	if !closed {
		for i := len(points) - 2; i >= 0; i-- {
			points = append(points, points[i])
		}
	}
	for len(points) < 3 {
		points = append(points, points[len(points)-1])
	}
	points = points[:min(len(points), most)]
	corners := make([]at, len(points))
	for i, q := range points {
		corners[i] = at{number((q.X - p.Frame.X) / p.Frame.W), number((q.Y - p.Frame.Y) / p.Frame.H)}
	}
	return corners
}
