package pptx

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/internal/presentation"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

type drawer struct {
	*presentation.Canvas
	m     *typeset.Measurer
	scale float64
	x, y  float64
	// frames maps the ID of a card's group to the outline of the card.
	frames map[string]*frame
	titled bool
}

// draw draws a part of a scene, scaled to fit the box by at most [paint.MaxScale] and centred in
// it.
func draw(c *presentation.Canvas, s *scene.Scene, m *typeset.Measurer, part, box geom.Rect) {
	d := &drawer{Canvas: c, m: m, frames: map[string]*frame{}, scale: min(paint.MaxScale, box.W/part.W, box.H/part.H)}
	d.x, d.y = box.X+(box.W-d.scale*part.W)/2-d.scale*part.X, box.Y+(box.H-d.scale*part.H)/2-d.scale*part.Y
	items := scene.Single(s.Items)
	d.findFrames(items)
	var loose []scene.Item // items of no element: head lines, the rules of a table
	for _, item := range items {
		if g, ok := item.(scene.Group); ok {
			d.add(d.objects("", loose))
			loose = nil
			d.group(g)
			continue
		}
		loose = append(loose, item)
	}
	d.add(d.objects("", loose))
}

// group draws an element: a line as a connector, and any other element as a group of its objects.
func (d *drawer) group(g scene.Group) {
	head := presentation.Head{Name: cmp.Or(g.Label, firstLine(g.Title), g.ID), Alt: g.Title, Link: g.Link}
	if g.Connector != nil {
		d.connect(head, g)
		return
	}
	var objects []object
	var items []scene.Item
	for _, item := range g.Items {
		if inner, ok := item.(scene.Group); ok {
			items = append(items, inner.Items...)
		} else {
			items = append(items, item)
		}
	}
	objects = d.objects(g.Title, items)
	if len(objects) == 0 {
		return
	}
	if f := d.frames[g.ID]; f != nil && objects[0].shape != nil {
		objects[0].shape.ID = f.id
		objects = slices.Insert(objects, 1, f.ports...)
	}
	for _, o := range objects {
		o.head().Name, o.head().Link = cmp.Or(o.head().Name, head.Name), g.Link
	}
	if len(objects) == 1 {
		objects[0].head().Alt = head.Alt
		d.add(objects)
		return
	}
	box := objects[0].box
	for _, o := range objects {
		box = box.Union(o.box)
	}
	d.Group(head, box, func() { d.add(objects) })
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

type object struct {
	shape *presentation.Shape
	line  *presentation.Connector
	box   presentation.Box
}

func (o object) head() *presentation.Head {
	if o.line != nil {
		return &o.line.Head
	}
	return &o.shape.Head
}

func (d *drawer) add(objects []object) {
	for _, o := range objects {
		if o.line != nil {
			d.Connect(o.line)
		} else {
			d.Add(o.shape)
		}
	}
}

func (d *drawer) emu(length float64) int64 { return presentation.EMU(length * d.scale) }

func (d *drawer) point(p geom.Point) presentation.Point {
	return presentation.Point{X: presentation.EMU(d.x + p.X*d.scale), Y: presentation.EMU(d.y + p.Y*d.scale)}
}

func (d *drawer) box(r geom.Rect) presentation.Box {
	from, to := d.point(geom.Pt(r.X, r.Y)), d.point(geom.Pt(r.Right(), r.Bottom()))
	return presentation.Box{X: from.X, Y: from.Y, W: to.X - from.X, H: to.Y - from.Y}
}

func (d *drawer) line(p scene.Path) presentation.Line {
	l := presentation.Line{Colour: p.Stroke, Width: d.emu(p.Width)}
	for _, length := range p.Dash {
		l.Dash = append(l.Dash, d.emu(length))
	}
	return l
}

const arrowLong = 9.5

func (d *drawer) connect(head presentation.Head, g scene.Group) {
	body, ok := g.Items[0].(scene.Path)
	if !ok || len(g.Connector.Points) < 2 {
		return
	}
	k := &presentation.Connector{Head: head, Line: d.line(body)}
	if g.Connector.Arrow {
		k.Line.Arrow = d.emu(arrowLong)
	}
	for _, p := range g.Connector.Points {
		k.Points = append(k.Points, d.point(p))
	}
	k.From = d.end(g.Connector.From, g.Connector.Points[0])
	k.To = d.end(g.Connector.To, g.Connector.Points[len(g.Connector.Points)-1])
	d.Connect(k)
}

// frame is the outline of a card, to which lines are glued.
type frame struct {
	id    int
	rect  geom.Rect
	ports []object
}

// findFrames gives the frame of each card an ID, and finds the ports at which lines end.
func (d *drawer) findFrames(items []scene.Item) {
	for _, item := range items {
		if g, ok := item.(scene.Group); ok && len(g.Items) > 0 && g.Classes[0] == "node" {
			if path, ok := g.Items[0].(scene.Path); ok {
				d.frames[g.ID] = &frame{id: d.Reserve(), rect: bounds(path.Segments)}
			}
		}
	}
	for _, item := range items {
		if g, ok := item.(scene.Group); ok && g.Connector != nil && len(g.Connector.Points) > 1 {
			d.end(g.Connector.From, g.Connector.Points[0])
			d.end(g.Connector.To, g.Connector.Points[len(g.Connector.Points)-1])
		}
	}
}

const (
	// nearMiddle is the tolerance for gluing a line to the middle of a side.
	nearMiddle = 0.5
	// portSize is the side length of a port.
	portSize = 2.0
)

// end returns the connection of a line at a point of a card's border. In the middle of a side it is
// the card's frame, and elsewhere a port. A port is an invisible shape in the card's group, since
// LibreOffice 7.4 has no connection sites except the middles of the four sides.
func (d *drawer) end(id string, at geom.Point) presentation.End {
	f := d.frames[id]
	if f == nil {
		return presentation.End{}
	}
	side, middle := f.side(at)
	if math.Abs(at.X-middle.X)+math.Abs(at.Y-middle.Y) < nearMiddle {
		return presentation.End{ID: f.id, Side: side}
	}
	r := geom.Rect{X: at.X - portSize/2, Y: at.Y - portSize/2, W: portSize, H: portSize}
	switch side {
	case presentation.Top:
		r.Y = at.Y
	case presentation.Left:
		r.X = at.X
	case presentation.Bottom:
		r.Y = at.Y - portSize
	case presentation.Right:
		r.X = at.X - portSize
	}
	box := d.box(r)
	for _, port := range f.ports {
		if port.box == box {
			return presentation.End{ID: port.shape.ID, Side: side}
		}
	}
	port := &presentation.Shape{Head: presentation.Head{ID: d.Reserve()}, Box: box, Geometry: presentation.Geometry{Preset: "rect"}}
	f.ports = append(f.ports, object{box: box, shape: port})
	return presentation.End{ID: port.ID, Side: side}
}

// side returns the side of the frame that is nearest to a point, and the middle of that side.
func (f *frame) side(at geom.Point) (presentation.Side, geom.Point) {
	r := f.rect
	away := [...]float64{presentation.Top: math.Abs(at.Y - r.Y), presentation.Left: math.Abs(at.X - r.X),
		presentation.Bottom: math.Abs(at.Y - r.Bottom()), presentation.Right: math.Abs(at.X - r.Right())}
	middles := [...]geom.Point{presentation.Top: geom.Pt(r.CenterX(), r.Y), presentation.Left: geom.Pt(r.X, r.CenterY()),
		presentation.Bottom: geom.Pt(r.CenterX(), r.Bottom()), presentation.Right: geom.Pt(r.Right(), r.CenterY())}
	side := presentation.Top
	for s := range away {
		if away[s] < away[side] {
			side = presentation.Side(s)
		}
	}
	return side, middles[side]
}
