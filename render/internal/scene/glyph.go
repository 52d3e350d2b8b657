package scene

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/theme"
)

// starCorners are those of a star of five points with an outer radius of 5.4 around the origin.
var starCorners = []layout.Point{
	{X: 0, Y: -5.4}, {X: 1.41, Y: -1.94}, {X: 5.14, Y: -1.67}, {X: 2.28, Y: 0.74}, {X: 3.17, Y: 4.37},
	{X: 0, Y: 2.4}, {X: -3.17, Y: 4.37}, {X: -2.28, Y: 0.74}, {X: -5.14, Y: -1.67}, {X: -1.41, Y: -1.94},
}

// glyph draws a style's sign on its disc, so that it can be told without its colour.
func glyph(at layout.Point, radius float64, s theme.Style) []Item {
	ground := Path{Segments: circle(at, radius), Fill: colour(s.Accent)}
	sign := colour(s.Sign)
	stroke := Path{Stroke: sign, Width: 2.2}
	switch s.Glyph {
	case "star":
		return []Item{ground, Path{Segments: polygon(at, starCorners...), Fill: sign}}
	case "plus":
		bar := layout.Point{X: 4}
		post := layout.Point{Y: 4}
		stroke.Segments = slices.Concat(open(at, layout.Point{X: -bar.X}, bar), open(at, layout.Point{Y: -post.Y}, post))
	case "bar":
		stroke.Segments = open(at, layout.Point{X: -4}, layout.Point{X: 4})
	case "chevron":
		stroke.Segments = open(at, layout.Point{X: -4, Y: -2}, layout.Point{Y: 2.6}, layout.Point{X: 4, Y: -2})
	case "octagon":
		ground.Segments = octagon(at, radius)
		// Not a bar, as no-entry signs have: without colour that is too like the sign of who is neutral.
		const arm = 3.2
		stroke.Segments = slices.Concat(
			open(at, layout.Point{X: -arm, Y: -arm}, layout.Point{X: arm, Y: arm}), open(at, layout.Point{X: -arm, Y: arm}, layout.Point{X: arm, Y: -arm}))
	case "question":
		return question(at, radius, s)
	default:
		return []Item{ground}
	}
	return []Item{ground, stroke}
}

// octagon is the outline of a stop sign, upright.
func octagon(at layout.Point, radius float64) []Segment {
	long, short := radius, float64(radius*0.4142)
	return polygon(at,
		layout.Point{X: -short, Y: -long}, layout.Point{X: short, Y: -long}, layout.Point{X: long, Y: -short}, layout.Point{X: long, Y: short},
		layout.Point{X: short, Y: long}, layout.Point{X: -short, Y: long}, layout.Point{X: -long, Y: short}, layout.Point{X: -long, Y: -short})
}

// question draws a question mark in a dashed ring: what is not known must look neither neutral nor decided. The mark is a path, so that
// no reader of the drawing's texts takes it for one.
func question(at layout.Point, radius float64, s theme.Style) []Item {
	ring := Path{
		Segments: circle(at, radius-0.5), Fill: colour(s.Fill), Stroke: colour(s.Accent), Width: 1, Dash: []float64{2, 2},
	}
	var hook outline
	hook.move(at.X-2.25, at.Y-1.75)
	hook.corner(at.X-2.25, at.Y-4, at.X, at.Y-4)
	hook.corner(at.X+2.25, at.Y-4, at.X+2.25, at.Y-1.75)
	hook.corner(at.X+2.25, at.Y-0.25, at.X+1, at.Y+0.125)
	hook.corner(at.X, at.Y+0.5, at.X, at.Y+1.625)
	return []Item{
		ring,
		Path{Segments: hook, Stroke: colour(s.Accent), Width: 1.5},
		Path{Segments: circle(at.Add(0, 3.375), 0.9375), Fill: colour(s.Accent)},
	}
}
