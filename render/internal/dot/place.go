package dot

import (
	"math"
	"strings"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// arrowLong is the length of an arrowhead, at whose base the line ends.
const arrowLong = 8

// inches converts points to inches, the unit of a node's size. It rounds up, so that the label
// fits.
func inches(points float64) number { return number(math.Ceil(points/72*10000) / 10000) }

// point converts a point to Graphviz's coordinates, whose origin is the lower left corner.
func (e *exporter) point(p geom.Point) string {
	return number(p.X).String() + "," + number(e.placed.Height-p.Y).String()
}

func (e *exporter) box(r geom.Rect) word {
	return word(e.point(geom.Point{X: r.X, Y: r.Bottom()}) + "," + e.point(geom.Point{X: r.Right(), Y: r.Y}))
}

// pinned returns the center of a rectangle, marked as fixed.
func (e *exporter) pinned(r geom.Rect) word {
	return word(e.point(geom.Point{X: r.CenterX(), Y: r.CenterY()}) + "!")
}

func (e *exporter) line(i int) []geom.Point {
	if points := e.placed.Lines[i]; len(points) > 1 {
		return points
	}
	from, to := e.placed.Cards[e.graph.Edges[i].From], e.placed.Cards[e.graph.Edges[i].To]
	return []geom.Point{{X: from.CenterX(), Y: from.CenterY()}, {X: to.CenterX(), Y: to.CenterY()}}
}

func (e *exporter) place(i int) value {
	if i >= len(e.placed.Labels) || e.placed.Labels[i].W <= 0 {
		return nil
	}
	r := e.placed.Labels[i]
	return word(e.point(geom.Point{X: r.CenterX(), Y: r.CenterY()}))
}

// spline returns a polyline of at least two points as straight Bézier curves. The last point is the
// tip of the arrow, if there is one.
func (e *exporter) spline(points []geom.Point, arrow bool) word {
	var parts []string
	last := points[len(points)-1]
	if arrow {
		parts = append(parts, "e,"+e.point(last))
		last = before(points[len(points)-2], last)
	}
	parts = append(parts, e.point(points[0]))
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		if i == len(points)-1 {
			to = last
		}
		parts = append(parts, e.point(between(from, to, 1)), e.point(between(from, to, 2)), e.point(to))
	}
	return word(strings.Join(parts, " "))
}

// between returns the point at a number of thirds of the way.
func between(from, to geom.Point, thirds float64) geom.Point {
	return from.Add((to.X-from.X)*thirds/3, (to.Y-from.Y)*thirds/3)
}

// before returns the end of the line, where the arrowhead at the tip begins.
func before(from, tip geom.Point) geom.Point {
	dx, dy := tip.X-from.X, tip.Y-from.Y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return tip
	}
	part := min(arrowLong, length/2) / length
	return tip.Add(-float64(dx*part), -float64(dy*part))
}
