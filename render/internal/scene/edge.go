package scene

import (
	"math"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	bendRadius = 5
	arrowLong  = 9.5
	arrowWide  = 8.5
)

// edge draws a line, with the tip of its arrowhead, if any, on the last point. Its width is the
// width of its classes multiplied by the weight.
func edge(points []geom.Point, classes []graph.Class, weight float64, t *theme.Theme) []Item {
	s := t.Style(with("edge", classes)...)
	points = distinct(points)
	if len(points) < 2 {
		return nil
	}
	var head []Item
	if s.Arrow {
		base, tip := arrowBase(points), points[len(points)-1]
		head = []Item{Path{Segments: arrow(base, tip), Fill: colour(s.Stroke)}}
		points[len(points)-1] = base
	}
	body := Path{Segments: bent(points), Stroke: colour(s.Stroke), Width: quarter(s.Width * weight), Dash: dashes(s.Dash)}
	return append([]Item{body}, head...)
}

// trunk draws lines with a common start as one outline that draws no part twice.
func trunk(lines [][]geom.Point, classes []graph.Class, weight float64, t *theme.Theme) []Item {
	s := t.Style(with("edge", classes)...)
	d := drawnParts{straight: map[lane][]stretch{}, curves: map[[2]Segment]bool{}}
	var all []Segment
	for _, points := range lines {
		if points = distinct(points); len(points) > 1 {
			all = append(all, d.rest(bent(points))...)
		}
	}
	if all == nil {
		return nil
	}
	return []Item{Path{Segments: all, Stroke: colour(s.Stroke), Width: quarter(s.Width * weight), Dash: dashes(s.Dash)}}
}

// drawnParts records the straight and the curved parts of an outline. The key of a curve is the
// segment that ends at its start and the curve itself.
type drawnParts struct {
	straight map[lane][]stretch
	curves   map[[2]Segment]bool
}

// lane is a horizontal or vertical line across the page; stretch is a part of it.
type (
	lane struct {
		level bool
		at    float64
	}
	stretch struct{ from, to float64 }
)

// on returns the lane from one point to another, and the positions of the points on it.
func on(a, b geom.Point) (l lane, from, to float64) {
	if a.Y == b.Y {
		return lane{true, a.Y}, a.X, b.X
	}
	return lane{false, a.X}, a.Y, b.Y
}

// rest returns the part of a line that is not yet drawn: from the point where it leaves the
// outline.
func (d drawnParts) rest(line []Segment) []Segment {
	at, i := line[0].To, 1
	for ; i < len(line); i++ {
		next := line[i]
		if next.Op == Line {
			at = d.reach(at, next.To)
		} else if d.curves[[2]Segment{{To: at}, next}] {
			at = next.To
		}
		if at != next.To {
			break
		}
	}
	if i == len(line) {
		return nil
	}
	rest := append([]Segment{{Op: Move, To: at}}, line[i:]...)
	for _, next := range rest[1:] {
		if next.Op == Line {
			d.add(at, next.To)
		} else {
			d.curves[[2]Segment{{To: at}, next}] = true
		}
		at = next.To
	}
	return rest
}

// reach returns the farthest point on the way from a to b up to which the outline is drawn.
func (d drawnParts) reach(a, b geom.Point) geom.Point {
	l, from, to := on(a, b)
	for _, s := range d.straight[l] {
		if s.from <= from && from <= s.to {
			to = min(max(to, s.from), s.to)
			if l.level {
				return geom.Point{X: to, Y: a.Y}
			}
			return geom.Point{X: a.X, Y: to}
		}
	}
	return a
}

func (d drawnParts) add(a, b geom.Point) {
	l, from, to := on(a, b)
	added := stretch{min(from, to), max(from, to)}
	kept := d.straight[l][:0]
	for _, s := range d.straight[l] {
		if s.to < added.from || added.to < s.from {
			kept = append(kept, s)
		} else {
			added = stretch{min(s.from, added.from), max(s.to, added.to)}
		}
	}
	d.straight[l] = append(kept, added)
}

func distinct(points []geom.Point) []geom.Point {
	kept := make([]geom.Point, 0, len(points))
	for _, p := range points {
		if len(kept) == 0 || kept[len(kept)-1] != p {
			kept = append(kept, p)
		}
	}
	return kept
}

// bent rounds the corners of a line, with smaller radii where a segment is short.
func bent(points []geom.Point) []Segment {
	o := make(outline, 0, 2*len(points))
	o.move(points[0].X, points[0].Y)
	for i := 1; i < len(points)-1; i++ {
		before, at, after := points[i-1], points[i], points[i+1]
		in, out := distance(before, at), distance(at, after)
		radius := min(bendRadius, room(in, i == 1), room(out, i == len(points)-2))
		enter, leave := toward(at, before, radius/in), toward(at, after, radius/out)
		o.line(enter.X, enter.Y)
		o.corner(at.X, at.Y, leave.X, leave.Y)
	}
	last := points[len(points)-1]
	o.line(last.X, last.Y)
	return o
}

// room returns the length of a segment available to one corner: half of it, or all of it at an end
// of the line.
func room(length float64, end bool) float64 {
	if end {
		return length
	}
	return length / 2
}

// arrowBase returns the point where the line ends and its arrowhead begins. The arrowhead takes at
// most seven eighths of the last segment.
func arrowBase(points []geom.Point) geom.Point {
	before, tip := points[len(points)-2], points[len(points)-1]
	length := distance(before, tip)
	return toward(tip, before, min(arrowLong, float64(length*0.875))/length)
}

// arrow returns the outline of an arrowhead, with a width in proportion to its length.
func arrow(base, tip geom.Point) []Segment {
	dx, dy := tip.X-base.X, tip.Y-base.Y
	const half = arrowWide / arrowLong / 2
	acrossX, acrossY := float64(-dy*half), float64(dx*half)
	return polygon(geom.Point{}, base.Add(acrossX, acrossY), tip, base.Add(-acrossX, -acrossY))
}

func distance(a, b geom.Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// toward returns the point at a fraction of the way from one point to another.
func toward(from, to geom.Point, part float64) geom.Point {
	return from.Add(float64((to.X-from.X)*part), float64((to.Y-from.Y)*part))
}

const (
	labelPad    = 5
	labelHeight = 13
	// maxLabelWidth is the largest width of a label's text.
	maxLabelWidth = 160
)

var labelOnLine = typeset.Font{Size: typeset.LeastText}

// Label is the text on a line.
type Label struct {
	// Size is the size of the plate under the text. It is zero without a label.
	geom.Size
	Text  string
	style theme.Style
}

func NewLabel(e graph.Edge, t *theme.Theme, m *typeset.Measurer) Label {
	text := m.Shorten(typeset.CleanLine(e.Label), labelOnLine, maxLabelWidth)
	if text == "" {
		return Label{}
	}
	s := t.Part(t.Style(with("edge", e.Class)...), "label")
	return Label{Size: geom.Size{W: m.Width(text, labelOnLine) + 2*labelPad, H: labelHeight}, Text: text, style: s}
}

func (l Label) draw(r geom.Rect) []Item {
	return []Item{
		Path{Segments: roundRect(r, labelHeight/2.0), Fill: colour(l.style.Fill), Stroke: colour(l.style.Stroke), Width: l.style.Width},
		Text{At: geom.Point{X: r.CenterX(), Y: r.Y + 9.375}, Font: labelOnLine, Fill: colour(l.style.Ink), Anchor: Middle, String: l.Text},
	}
}
