package paint

import (
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Part is a piece of a drawing in a diagram editor: a shape, a text, or a shape with a text in it.
type Part struct {
	Shape Shape
	// Frame is the rectangle of the shape, or of the text if there is no shape.
	Frame geom.Rect
	// Radius is the radius of the corners of a Box.
	Radius float64
	// Path is the style of the shape, and its outline if Shape is Free.
	scene.Path
	// Lines are the lines of the text. A text without a shape has the style and the position of
	// First; a text in a shape is centred in it.
	Lines []string
	First scene.Text
}

// Shape is the kind of a part.
type Shape uint8

// The shapes.
const (
	Free Shape = iota // any outline
	Box               // a rectangle, its corners rounded or not
	Oval
	Words // a text without a shape
)

// Diagram is a scene sorted for an editor of diagrams.
type Diagram struct {
	// Loose are the items outside groups. Shapes are the cards, boxes, parts of tables and the
	// legend.
	Loose  []scene.Item
	Shapes []scene.Group
	Lines  []scene.Group
	// Kinds are the kinds of the lines, in the order of their first line.
	Kinds []string
	// Labels are the labels of lines by the id of the line, and Frames the rectangles of groups by
	// id.
	Labels map[string]scene.Group
	Frames map[string]geom.Rect
}

// NewDiagram sorts the items of a scene.
func NewDiagram(s *scene.Scene) *Diagram {
	d := &Diagram{Labels: map[string]scene.Group{}, Frames: map[string]geom.Rect{}}
	for _, item := range scene.Single(s.Items) {
		g, ok := item.(scene.Group)
		switch {
		case !ok:
			d.Loose = append(d.Loose, item)
			continue
		case g.Connector != nil:
			d.Lines = append(d.Lines, g)
			if !slices.Contains(d.Kinds, g.Connector.Kind) {
				d.Kinds = append(d.Kinds, g.Connector.Kind)
			}
		case slices.Contains(g.Classes, "label"):
			d.Labels["edge"+strings.TrimPrefix(g.ID, "label")] = g
		default:
			d.Shapes = append(d.Shapes, g)
		}
		d.Frames[g.ID] = g.Frame
	}
	return d
}

// End returns a position on a card as parts of its width and height, from 0 to 1, and whether the
// card is known.
func (d *Diagram) End(card string, at geom.Point) (geom.Point, bool) {
	r := d.Frames[card]
	if r.W <= 0 || r.H <= 0 {
		return geom.Point{X: 0.5, Y: 0.5}, false
	}
	part := func(v float64) float64 { return min(max(v, 0), 1) }
	return geom.Pt(part((at.X-r.X)/r.W), part((at.Y-r.Y)/r.H)), true
}

// Parts converts the items that are not groups to parts, in order. A row of boxes in one path
// becomes a part for each box. A text centred on a box or an oval becomes the text of that shape,
// and consecutive lines become one text.
func Parts(items []scene.Item, m *typeset.Measurer) []Part {
	var parts []Part
	for _, item := range items {
		switch item := item.(type) {
		case scene.Path:
			if item.Fill != "" || item.Stroke != "" {
				parts = append(parts, shapes(item)...)
			}
		case scene.Text:
			if item.Fill != "" && item.String != "" {
				parts = addText(parts, item, m)
			}
		}
	}
	return parts
}

// shapes returns the boxes and ovals of a path, or the whole path as one part.
func shapes(p scene.Path) []Part {
	var parts []Part
	for _, part := range Outlines(p) {
		if part.Shape == Free || len(parts) > 0 && part.Shape == Oval {
			return []Part{{Shape: Free, Frame: Bounds(p.Segments), Path: p}}
		}
		parts = append(parts, part)
	}
	return parts
}

// Outlines returns each outline of a path as a separate part.
func Outlines(p scene.Path) []Part {
	var parts []Part
	for from := 0; from < len(p.Segments); {
		to := from + 1
		for to < len(p.Segments) && p.Segments[to].Op != scene.Move {
			to++
		}
		one := p
		one.Segments = p.Segments[from:to]
		shape, radius := shapeOf(one.Segments)
		parts = append(parts, Part{Shape: shape, Frame: Bounds(one.Segments), Radius: radius, Path: one})
		from = to
	}
	return parts
}

// shapeOf recognises the shape of an outline by its segments.
func shapeOf(s []scene.Segment) (shape Shape, radius float64) {
	ops := make([]byte, len(s))
	for i := range s {
		ops[i] = "mlcz"[s[i].Op]
	}
	switch string(ops) {
	case "mlllz":
		if s[0].To.Y == s[1].To.Y && s[1].To.X == s[2].To.X && s[2].To.Y == s[3].To.Y && s[3].To.X == s[0].To.X {
			return Box, 0
		}
	case "mlclclclcz":
		return Box, s[0].To.X - Bounds(s).X
	case "mccccz":
		return Oval, 0
	}
	return Free, 0
}

// Polygon returns an outline as 3 to most corners, from 0 to 1 in its frame. An open outline leads
// to its end and back.
func (p Part) Polygon(most int) []geom.Point {
	const steps = 4 // of a curve
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
	for i := len(points) - 2; i >= 0 && !closed; i-- {
		points = append(points, points[i])
	}
	for len(points) < 3 {
		points = append(points, points[len(points)-1])
	}
	points = points[:min(len(points), most)]
	for i, q := range points {
		points[i] = geom.Pt((q.X-p.Frame.X)/p.Frame.W, (q.Y-p.Frame.Y)/p.Frame.H)
	}
	return points
}

// Frame returns the frame of a group or, if it has none, the rectangle around its parts.
func Frame(g scene.Group, parts []Part) geom.Rect {
	if g.Frame.W != 0 || len(parts) == 0 {
		return g.Frame
	}
	frame := parts[0].Frame
	for _, part := range parts[1:] {
		frame = frame.Union(part.Frame)
	}
	return frame
}

// Bounds returns the rectangle of the points of an outline, at least half a point wide and high.
func Bounds(segments []scene.Segment) geom.Rect {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range segments {
		if s.Op == scene.Close {
			continue
		}
		left, right = min(left, s.To.X), max(right, s.To.X)
		top, bottom = min(top, s.To.Y), max(bottom, s.To.Y)
	}
	if left > right {
		return geom.Rect{}
	}
	r := geom.Rect{X: left, Y: top, W: right - left, H: bottom - top}
	if r.W < 0.5 {
		r.X, r.W = r.X-0.25, r.W+0.5
	}
	if r.H < 0.5 {
		r.Y, r.H = r.Y-0.25, r.H+0.5
	}
	return r
}

// The height of a line and the middle of its letters, in units of the font size.
const (
	lineHigh = 1.2
	middle   = 0.35 // from the baseline up to the middle of the letters
)

func addText(parts []Part, t scene.Text, m *typeset.Measurer) []Part {
	if t.Anchor == scene.Middle {
		for i := len(parts) - 1; i >= 0; i-- {
			p := &parts[i]
			if (p.Shape == Box || p.Shape == Oval) && p.Lines == nil && math.Abs(p.Frame.CenterX()-t.At.X) < 0.5 && math.Abs(p.Frame.CenterY()-(t.At.Y-middle*t.Size)) < 2 {
				p.Lines, p.First = []string{t.String}, t
				return parts
			}
		}
	}
	width := m.Width(t.String, t.Font) + 2 // other fonts are slightly wider
	if n := len(parts); n > 0 && parts[n-1].Shape == Words && parts[n-1].continues(t) {
		last := &parts[n-1]
		last.Lines = append(last.Lines, t.String)
		last.Frame = last.Frame.Union(place(t, width))
		return parts
	}
	return append(parts, Part{Shape: Words, Frame: place(t, width), Lines: []string{t.String}, First: t})
}

func (p Part) continues(t scene.Text) bool {
	next := p.First.At.Y + float64(len(p.Lines))*t.Size
	return p.First.Font == t.Font && p.First.Fill == t.Fill && p.First.Anchor == t.Anchor && p.First.At.X == t.At.X &&
		t.At.Y > next-1 && t.At.Y < next+t.Size
}

func place(t scene.Text, width float64) geom.Rect {
	r := geom.Rect{X: t.At.X, Y: t.At.Y - (middle+lineHigh/2)*t.Size, W: width, H: lineHigh * t.Size}
	switch t.Anchor {
	case scene.Middle:
		r.X -= width / 2
	case scene.End:
		r.X -= width
	}
	return r
}

// Along returns the position on a line nearest to a point: as a fraction of the line's length, and
// as a point.
func Along(line []geom.Point, at geom.Point) (part float64, on geom.Point) {
	total, before, least := 0.0, 0.0, math.Inf(1)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		t := min(max(((at.X-a.X)*(b.X-a.X)+(at.Y-a.Y)*(b.Y-a.Y))/(length*length), 0), 1)
		p := geom.Pt(a.X+t*(b.X-a.X), a.Y+t*(b.Y-a.Y))
		if d := math.Hypot(p.X-at.X, p.Y-at.Y); d < least {
			least, before, on = d, total+t*length, p
		}
		total += length
	}
	if total == 0 {
		return 0, at
	}
	return before / total, on
}
