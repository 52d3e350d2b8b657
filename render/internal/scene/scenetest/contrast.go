package scenetest

import (
	"fmt"
	"math"

	"github.com/accountatlas/accountatlas/internal/rgb"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// Illegible returns the texts of a drawing whose contrast to their background is below least. WCAG
// 2 requires 4.5 for small text.
func Illegible(s *scene.Scene, m *typeset.Measurer, least float64) []string {
	var found []string
	page := scene.Path{Segments: []scene.Segment{{Op: scene.Move}, {Op: scene.Line, To: geom.Point{X: s.Width, Y: s.Height}}}, Fill: s.Ground}
	before := []scene.Path{page}
	var visit func(items []scene.Item, id string)
	visit = func(items []scene.Item, id string) {
		for _, item := range items {
			switch item := item.(type) {
			case scene.Group:
				visit(item.Items, item.ID)
			case scene.Path:
				before = append(before, item)
			case scene.Text:
				under := ground(before, middle(item, m))
				if c := Contrast(item.Fill, under); !(c >= least) {
					found = append(found, fmt.Sprintf("%q of %s: %s on %s is %.2f", item.String, id, item.Fill, under, c))
				}
			}
		}
	}
	visit(s.Items, "")
	return found
}

func middle(t scene.Text, m *typeset.Measurer) geom.Point {
	half := m.Width(t.String, t.Font) / 2
	switch t.Anchor {
	case scene.Start:
		return t.At.Add(half, -t.Size/3)
	case scene.End:
		return t.At.Add(-half, -t.Size/3)
	}
	return t.At.Add(0, -t.Size/3)
}

// ground returns the fill under a point: the fill of the last path around it.
func ground(before []scene.Path, at geom.Point) string {
	for i := len(before) - 1; i >= 0; i-- {
		if p := before[i]; p.Fill != "" && around(p, at) {
			return p.Fill
		}
	}
	return ""
}

// around reports whether a point is in the bounding box of a path. Each outline of a path has its
// own bounding box.
func around(p scene.Path, at geom.Point) bool {
	inside := false
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range p.Segments {
		if s.Op == scene.Close {
			continue
		}
		if s.Op == scene.Move {
			left, top, right, bottom = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		}
		left, right, top, bottom = min(left, s.To.X), max(right, s.To.X), min(top, s.To.Y), max(bottom, s.To.Y)
		inside = inside || at.X >= left && at.X <= right && at.Y >= top && at.Y <= bottom
	}
	return inside
}

// Contrast returns the WCAG 2 contrast ratio between two colours of the form #RRGGBB, from 1 to 21.
// It is NaN without a colour.
func Contrast(a, b string) float64 {
	light, dark := luminance(a), luminance(b)
	return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
}

func luminance(colour string) float64 {
	rgb, ok := rgb.Parse(colour)
	if !ok {
		return math.NaN()
	}
	channels := []uint8{rgb.R, rgb.G, rgb.B}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(channels[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
