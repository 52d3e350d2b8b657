package png

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/scene"
)

type dot struct{ x, y float64 }

func (p dot) add(q dot, times float64) dot {
	return dot{p.x + float64(q.x*times), p.y + float64(q.y*times)}
}

func (p dot) minus(q dot) dot { return dot{p.x - q.x, p.y - q.y} }

func inner(a, b dot) float64 { return float64(a.x*b.x) + float64(a.y*b.y) }

func length(a dot) float64 { return math.Sqrt(inner(a, a)) }

// trace is a polyline without consecutive duplicates. A closed trace returns from the last point to
// the first, which is not repeated.
type trace struct {
	dots   []dot
	closed bool
}

// flatness is the largest distance, in pixels, of a polyline from its curve.
const flatness = 0.03

// flatten converts an outline to traces, at scale pixels per point.
func flatten(segments []scene.Segment, scale float64) []trace {
	var traces []trace
	t := trace{dots: make([]dot, 0, 4*len(segments))} // all traces share this memory
	end := func() {
		if len(t.dots) > 0 {
			traces = append(traces, t)
		}
		t = trace{dots: t.dots[len(t.dots):]}
	}
	place := func(x, y float64) dot { return dot{x * scale, y * scale} }
	for _, s := range segments {
		to := place(s.To.X, s.To.Y)
		switch s.Op {
		case scene.Move:
			end()
			t.to(to)
		case scene.Line:
			t.to(to)
		case scene.Cubic:
			t.curve(place(s.C1.X, s.C1.Y), place(s.C2.X, s.C2.Y), to)
		case scene.Close:
			if n := len(t.dots); n > 1 && t.dots[n-1] == t.dots[0] {
				t.dots = t.dots[:n-1]
			}
			t.closed = true
			end()
		}
	}
	end()
	return traces
}

func (t *trace) to(p dot) {
	if n := len(t.dots); n == 0 || t.dots[n-1] != p {
		t.dots = append(t.dots, p)
	}
}

// curve adds a Bézier curve in as many segments as [flatness] requires. The error of n segments is
// at most 6/8 of the largest second difference of the four points, divided by n squared. Source:
// Wang, "Bounds for Bézier curves", 1984.
func (t *trace) curve(c1, c2, to dot) {
	if len(t.dots) == 0 {
		t.to(c1)
	}
	from := t.dots[len(t.dots)-1]
	bend := max(length(from.add(c1, -2).add(c2, 1)), length(c1.add(c2, -2).add(to, 1)))
	n := max(1, math.Ceil(math.Sqrt(bend*0.75/flatness)))
	for i := 1.0; i < n; i++ {
		u := i / n
		v := 1 - u
		p := dot{}.add(from, v*v*v).add(c1, 3*v*v*u).add(c2, 3*v*u*u).add(to, u*u*u)
		t.to(p)
	}
	t.to(to)
}
