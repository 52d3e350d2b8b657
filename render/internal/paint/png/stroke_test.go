package png

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

func polyline(closed bool, points ...geom.Point) []scene.Segment {
	var out []scene.Segment
	for i, p := range points {
		op := scene.Line
		if i == 0 {
			op = scene.Move
		}
		out = append(out, scene.Segment{Op: op, To: p})
	}
	if closed {
		out = append(out, scene.Segment{Op: scene.Close})
	}
	return out
}

// inked returns the number of pixels that a path covers; partly covered pixels count in part.
func inked(t *testing.T, p scene.Path, scale float64) float64 {
	c := canvas{width: 400, height: 400, letters: typesetter{scale: scale}}
	c.path(p)
	sum := 0.0
	for _, m := range c.marks {
		for _, v := range painted(t, m.shape, 400, 400).Pix {
			sum += float64(v) / 255
		}
	}
	return sum
}

// TestStrokeCoversItsLine compares the covered area of each line with the computed area.
func TestStrokeCoversItsLine(t *testing.T) {
	square := polyline(true, geom.Point{X: 20, Y: 20}, geom.Point{X: 120, Y: 20}, geom.Point{X: 120, Y: 90}, geom.Point{X: 20, Y: 90})
	corner := polyline(false, geom.Point{X: 20, Y: 20}, geom.Point{X: 120, Y: 20}, geom.Point{X: 120, Y: 90})
	straight := polyline(false, geom.Point{X: 20, Y: 20}, geom.Point{X: 120, Y: 20})
	slanted := polyline(false, geom.Point{X: 20.3, Y: 20.6}, geom.Point{X: 140.3, Y: 110.6}) // 150 long
	sharp := polyline(false, geom.Point{X: 20, Y: 50}, geom.Point{X: 120, Y: 50}, geom.Point{X: 20, Y: 56})
	back := polyline(false, geom.Point{X: 20, Y: 40}, geom.Point{X: 120, Y: 40}, geom.Point{X: 60, Y: 40})
	for name, test := range map[string]struct {
		path scene.Path
		want float64
	}{
		"straight":                   {scene.Path{Segments: straight, Width: 4}, 400},
		"thin":                       {scene.Path{Segments: straight, Width: 0.5}, 50},
		"slanted":                    {scene.Path{Segments: slanted, Width: 3}, 450},
		"a mitred corner":            {scene.Path{Segments: corner, Width: 4}, 680 + 4}, // the square outside, less the one covered twice
		"a closed line":              {scene.Path{Segments: square, Width: 4}, 104*74 - 96*66},
		"a corner too sharp":         {scene.Path{Segments: sharp, Width: 2}, 2*(100+math.Hypot(100, 6)) - overlap(2, 100, 6)},
		"back on itself":             {scene.Path{Segments: back, Width: 4}, 400},
		"dashed":                     {scene.Path{Segments: straight, Width: 2, Dash: []float64{6, 4}}, 2 * 60},
		"a dash of odd length":       {scene.Path{Segments: straight, Width: 2, Dash: []float64{10}}, 2 * 50},
		"a dash that ends in a dash": {scene.Path{Segments: straight, Width: 2, Dash: []float64{30, 20, 40, 20}}, 2 * 70},
		"a dashed closed line":       {scene.Path{Segments: square, Width: 2, Dash: []float64{10, 10}}, 2 * 170},
		"a dash of nothing":          {scene.Path{Segments: straight, Width: 4, Dash: []float64{0, 0}}, 400},
		"a dash too fine to see":     {scene.Path{Segments: straight, Width: 4, Dash: []float64{1e-9, 1e-9}}, 400},
		"no width":                   {scene.Path{Segments: straight}, 0},
		"a point":                    {scene.Path{Segments: straight[:1], Width: 4}, 0},
		"nothing":                    {scene.Path{Width: 4}, 0},
		"a circle": {scene.Path{Segments: ellipse(80, 80, 50, 50), Width: 5},
			math.Pi * (52.5*52.5 - 47.5*47.5)},
		"a dashed circle": {scene.Path{Segments: ellipse(80, 80, 50, 50), Width: 2, Dash: []float64{math.Pi * 5, math.Pi * 5}},
			math.Pi * 100},
	} {
		test.path.Stroke = "#000000"
		for _, scale := range []float64{1, 2.5} {
			want := test.want * scale * scale
			assert.InDelta(t, want, inked(t, test.path, scale), 1+want/100, "%s at %v pixels to the point", name, scale)
		}
	}
}

// overlap returns the area that two stretches of a line both cover at a bevelled corner. One
// stretch is horizontal, and the other returns below it. The area extends half a width to each side
// of both, as far as their angle allows.
func overlap(width, along, down float64) float64 {
	angle := math.Atan2(down, along)
	return width * width / 4 / math.Tan(angle/2)
}

// TestACurveIsSmooth checks that a curve is as fine as its picture requires.
func TestACurveIsSmooth(t *testing.T) {
	for _, scale := range []float64{0.1, 1, 10, 100} {
		for _, trace := range flatten(ellipse(50, 50, 20, 20), scale) {
			for i, p := range trace.dots {
				q := trace.dots[(i+1)%len(trace.dots)]
				middle := dot{(p.x + q.x) / 2, (p.y + q.y) / 2}
				assert.InDelta(t, 20*scale, length(middle.minus(dot{50 * scale, 50 * scale})), 2*flatness+20*scale*0.0003)
			}
			assert.Less(t, len(trace.dots), 10+int(65*math.Sqrt(scale)), "no finer than that")
		}
	}
}
