package scene

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// kappa makes a Bézier curve of a quarter of a circle: 0.5523 as a binary fraction, so that no
// machine rounds it differently.
const kappa = 1131.0 / 2048

// quarter rounds a length or position to a quarter of a point. Browsers and PDF readers compute in
// quarters how much of a pixel a line covers, or move the line to the nearest one: anything in
// between looks different in each.
func quarter(v float64) float64 { return math.Round(v*4) / 4 }

// outline is a path under construction.
type outline []Segment

func (o *outline) move(x, y float64) { o.add(Segment{Op: Move, To: geom.Point{X: x, Y: y}}) }
func (o *outline) line(x, y float64) { o.add(Segment{Op: Line, To: geom.Point{X: x, Y: y}}) }
func (o *outline) close()            { o.add(Segment{Op: Close}) }
func (o *outline) add(s Segment)     { *o = append(*o, s) }

// corner draws a quarter of an ellipse to (x, y). The straight sides would meet at (cx, cy).
func (o *outline) corner(cx, cy, x, y float64) {
	from := (*o)[len(*o)-1].To
	o.add(Segment{
		Op: Cubic,
		C1: geom.Point{X: from.X + float64((cx-from.X)*kappa), Y: from.Y + float64((cy-from.Y)*kappa)},
		C2: geom.Point{X: x + float64((cx-x)*kappa), Y: y + float64((cy-y)*kappa)},
		To: geom.Point{X: x, Y: y},
	})
}

// roundRect is a rectangle with rounded corners. The radius is at most half a side.
func roundRect(r geom.Rect, radius float64) []Segment {
	radius = min(radius, r.W/2, r.H/2)
	o := make(outline, 0, 10)
	left, top, right, bottom := r.X, r.Y, r.Right(), r.Bottom()
	if radius <= 0 {
		o.move(left, top)
		o.line(right, top)
		o.line(right, bottom)
		o.line(left, bottom)
		o.close()
		return o
	}
	o.move(left+radius, top)
	o.line(right-radius, top)
	o.corner(right, top, right, top+radius)
	o.line(right, bottom-radius)
	o.corner(right, bottom, right-radius, bottom)
	o.line(left+radius, bottom)
	o.corner(left, bottom, left, bottom-radius)
	o.line(left, top+radius)
	o.corner(left, top, left+radius, top)
	o.close()
	return o
}

// circleSegments is the number of segments of a circle.
const circleSegments = 6

func circle(center geom.Point, radius float64) []Segment {
	o := make(outline, 0, circleSegments)
	o.circle(center, radius)
	return o
}

func (o *outline) circle(center geom.Point, radius float64) {
	left, top, right, bottom := center.X-radius, center.Y-radius, center.X+radius, center.Y+radius
	o.move(center.X, top)
	o.corner(right, top, right, center.Y)
	o.corner(right, bottom, center.X, bottom)
	o.corner(left, bottom, left, center.Y)
	o.corner(left, top, center.X, top)
	o.close()
}

// polygon is the closed outline through the points, each moved by at.
func polygon(at geom.Point, corners ...geom.Point) []Segment {
	o := open(at, corners...)
	return append(o, Segment{Op: Close})
}

// open is the line through the points, each moved by at.
func open(at geom.Point, points ...geom.Point) []Segment {
	o := make(outline, 0, len(points)+1)
	for i, p := range points {
		p = p.Add(at.X, at.Y)
		if i == 0 {
			o.move(p.X, p.Y)
		} else {
			o.line(p.X, p.Y)
		}
	}
	return o
}

// dashes is the pattern for a painter: nil for a solid line, which a style writes as [0].
func dashes(pattern []float64) []float64 {
	sum := 0.0
	for _, d := range pattern {
		if d < 0 {
			return nil
		}
		sum += d
	}
	if sum == 0 {
		return nil
	}
	return pattern
}

// colour is a style's colour for a painter: empty for none.
func colour(c string) string {
	if c == "none" {
		return ""
	}
	return c
}
