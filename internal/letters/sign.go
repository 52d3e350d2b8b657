package letters

import "math"

// Point is a point of a sign in ems: from the left end of the baseline, y downwards.
type Point struct{ X, Y float64 }

// SignWidth is the width of a sign in ems.
const SignWidth = 0.88

// The outlines of signs. Holes have the opposite direction.
var (
	tick  = []Point{{0.08, -0.34}, {0.19, -0.44}, {0.34, -0.26}, {0.68, -0.71}, {0.79, -0.62}, {0.35, -0.06}}
	cross = []Point{
		{0.2, -0.66}, {0.44, -0.44}, {0.68, -0.66}, {0.75, -0.59}, {0.52, -0.36}, {0.75, -0.13}, {0.68, -0.06}, {0.44, -0.28},
		{0.2, -0.06}, {0.13, -0.13}, {0.36, -0.36}, {0.13, -0.59},
	}
	arrow = []Point{
		{0.06, -0.42}, {0.5, -0.42}, {0.5, -0.62}, {0.82, -0.36}, {0.5, -0.1}, {0.5, -0.3}, {0.06, -0.3},
	}
	diamond = []Point{{0.44, -0.74}, {0.82, -0.36}, {0.44, 0.02}, {0.06, -0.36}}
	frame   = [][]Point{square(0.08, -0.72, 0.8, 0), reversed(square(0.14, -0.66, 0.74, -0.06))}
)

// Sign returns the outlines of a sign that text fonts often lack, or false for other characters.
func Sign(r rune) ([][]Point, bool) {
	switch r {
	case '✓', '✔', '✅':
		return [][]Point{tick}, true
	case '✗', '✘', '✕', '✖', '❌':
		return [][]Point{cross}, true
	case '★', '⭐':
		return [][]Point{star(0.42)}, true
	case '☆':
		return [][]Point{star(0.42), reversed(star(0.3))}, true
	case '☐':
		return frame, true
	case '☑':
		return append(frame[:2:2], smaller(tick)), true
	case '☒':
		return append(frame[:2:2], smaller(cross)), true
	case '➔', '➜', '➝', '➞', '➡', '➤':
		return [][]Point{arrow}, true
	case '◆':
		return [][]Point{diamond}, true
	}
	return nil, false
}

// star returns a star of five points with this radius around the middle of a sign.
func star(radius float64) []Point {
	const inner = 0.4 // of the radius
	var corners []Point
	for i := range 10 {
		r := radius
		if i%2 == 1 {
			r *= inner
		}
		sin, cos := math.Sincos(float64(i) * math.Pi / 5)
		corners = append(corners, Point{math.Round((SignWidth/2+r*sin)*1000) / 1000, math.Round((-0.36-r*cos)*1000) / 1000})
	}
	return corners
}

func square(left, top, right, bottom float64) []Point {
	return []Point{{left, top}, {right, top}, {right, bottom}, {left, bottom}}
}

func reversed(outline []Point) []Point {
	back := make([]Point, len(outline))
	for i, p := range outline {
		back[len(outline)-1-i] = p
	}
	return back
}

// smaller returns an outline scaled to fit inside the frame.
func smaller(outline []Point) []Point {
	const scale = 0.62
	inside := make([]Point, len(outline))
	for i, p := range outline {
		inside[i] = Point{0.44 + (p.X-0.44)*scale, -0.36 + (p.Y+0.36)*scale}
	}
	return inside
}
