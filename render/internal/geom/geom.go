// Package geom has the points, sizes and rectangles of a page, in points.
package geom

import "math"

// Point is a position on a page in points, from the top left corner, y downwards.
type Point struct{ X, Y float64 }

func Pt(x, y float64) Point { return Point{x, y} }

func (p Point) Add(dx, dy float64) Point { return Point{p.X + dx, p.Y + dy} }

// Size is a width and a height in points.
type Size struct{ W, H float64 }

// Rect is a rectangle: its top left corner and its size.
type Rect struct{ X, Y, W, H float64 }

func (r Rect) Right() float64 { return r.X + r.W }

func (r Rect) Bottom() float64 { return r.Y + r.H }

func (r Rect) CenterX() float64 { return r.X + r.W/2 }

func (r Rect) CenterY() float64 { return r.Y + r.H/2 }

func (r Rect) Move(dx, dy float64) Rect { return Rect{r.X + dx, r.Y + dy, r.W, r.H} }

// Grow returns the rectangle enlarged by d on every side.
func (r Rect) Grow(d float64) Rect { return Rect{r.X - d, r.Y - d, r.W + 2*d, r.H + 2*d} }

// Overlaps reports whether the interiors of two rectangles intersect. Touching sides do not
// overlap.
func (r Rect) Overlaps(s Rect) bool {
	return r.X < s.Right() && s.X < r.Right() && r.Y < s.Bottom() && s.Y < r.Bottom()
}

// Between returns the smallest rectangle that contains two points.
func Between(a, b Point) Rect {
	return Rect{math.Min(a.X, b.X), math.Min(a.Y, b.Y), math.Abs(a.X - b.X), math.Abs(a.Y - b.Y)}
}

// Union returns the smallest rectangle that contains both.
func (r Rect) Union(s Rect) Rect {
	x, y := math.Min(r.X, s.X), math.Min(r.Y, s.Y)
	return Rect{x, y, math.Max(r.Right(), s.Right()) - x, math.Max(r.Bottom(), s.Bottom()) - y}
}

// Contains reports whether s is entirely inside r.
func (r Rect) Contains(s Rect) bool {
	return s.X >= r.X && s.Y >= r.Y && s.Right() <= r.Right() && s.Bottom() <= r.Bottom()
}
