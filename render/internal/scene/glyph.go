package scene

import (
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/theme"
)

// glyphRadius is that of a sign's ground on a card, at which the measures of the signs are taken.
const glyphRadius = 8

// starCorners are those of a star of five points with an outer radius of 5.4 around the origin.
var starCorners = []layout.Point{
	{X: 0, Y: -5.4}, {X: 1.41, Y: -1.94}, {X: 5.14, Y: -1.67}, {X: 2.28, Y: 0.74}, {X: 3.17, Y: 4.37},
	{X: 0, Y: 2.4}, {X: -3.17, Y: 4.37}, {X: -2.28, Y: 0.74}, {X: -5.14, Y: -1.67}, {X: -1.41, Y: -1.94},
}

// glyphStrokes are the signs drawn with a pen, around the origin.
var glyphStrokes = map[string][][]layout.Point{
	"plus":     {{{X: -4}, {X: 4}}, {{Y: -4}, {Y: 4}}},
	"bar":      {{{X: -4}, {X: 4}}},
	"chevron":  {{{X: -4, Y: -2}, {Y: 2.6}, {X: 4, Y: -2}}},
	"octagon":  {{{X: -3.2, Y: -3.2}, {X: 3.2, Y: 3.2}}, {{X: -3.2, Y: 3.2}, {X: 3.2, Y: -3.2}}},
	"asterisk": {{{Y: -4.2}, {Y: 4.2}}, {{X: -3.6, Y: -2.1}, {X: 3.6, Y: 2.1}}, {{X: -3.6, Y: 2.1}, {X: 3.6, Y: -2.1}}},
	"exit":     {{{X: -3, Y: 3}, {X: 3, Y: -3}}, {{X: -1, Y: -3}, {X: 3, Y: -3}, {X: 3, Y: 1}}},
	"arrow":    {{{X: -4.2}, {X: 3.6}}, {{X: 0.8, Y: -3.2}, {X: 4}, {X: 0.8, Y: 3.2}}},
	"delta":    {{{X: -3.8, Y: 3}, {Y: -3.6}, {X: 3.8, Y: 3}, {X: -3.8, Y: 3}}},
	"quote":    {{{X: -1.4, Y: -3}, {X: -2.6, Y: 2}}, {{X: 2.6, Y: -3}, {X: 1.4, Y: 2}}},
	"tick":     {{{X: -3.6, Y: 0.2}, {X: -1.1, Y: 2.8}, {X: 3.8, Y: -2.8}}},
	"cross":    {{{X: -2.9, Y: -2.9}, {X: 2.9, Y: 2.9}}, {{X: -2.9, Y: 2.9}, {X: 2.9, Y: -2.9}}},
	"wait":     {{{Y: -4}, {}, {X: 2.8, Y: 1.8}}},
	"hand":     {{{X: -3.4, Y: 1}, {Y: -3}, {X: 3.4, Y: 1}}, {{Y: -2.6}, {Y: 4}}},
}

// onSquare are the signs that stand on a square: they say what became of something, and not where somebody stands.
var onSquare = map[string]bool{
	"asterisk": true, "exit": true, "arrow": true, "delta": true, "quote": true, "tick": true, "cross": true, "wait": true, "hand": true,
}

// glyph draws a style's sign on its ground, so that it can be told without its colour.
func glyph(at layout.Point, radius float64, s theme.Style) []Item {
	switch s.Glyph {
	case "alert":
		return alert(at, radius, s)
	case "question":
		return question(at, radius, s)
	}
	scale := radius / glyphRadius
	ground := Path{Segments: circle(at, radius), Fill: colour(s.Accent)}
	switch {
	case s.Glyph == "octagon":
		ground.Segments = octagon(at, radius)
	case onSquare[s.Glyph]:
		side := float64(radius * 0.92)
		ground.Segments = roundRect(layout.Rect{X: at.X - side, Y: at.Y - side, W: 2 * side, H: 2 * side}, 3*scale)
	}
	items := []Item{ground}
	if s.Glyph == "star" {
		items = append(items, Path{Segments: polygon(at, scaled(starCorners, scale)...), Fill: colour(s.Sign)})
	}
	if strokes, ok := glyphStrokes[s.Glyph]; ok {
		sign := Path{Stroke: colour(s.Sign), Width: quarter(2.2 * scale)}
		for _, stroke := range strokes {
			sign.Segments = append(sign.Segments, open(at, scaled(stroke, scale)...)...)
		}
		items = append(items, sign)
	}
	return items
}

// scaled is the points at another scale.
func scaled(points []layout.Point, scale float64) []layout.Point {
	out := make([]layout.Point, len(points))
	for i, p := range points {
		out[i] = layout.Point{X: float64(p.X * scale), Y: float64(p.Y * scale)}
	}
	return out
}

// octagon is the outline of a stop sign, upright.
func octagon(at layout.Point, radius float64) []Segment {
	long, short := radius, float64(radius*0.4142)
	return polygon(at,
		layout.Point{X: -short, Y: -long}, layout.Point{X: short, Y: -long}, layout.Point{X: long, Y: -short}, layout.Point{X: long, Y: short},
		layout.Point{X: short, Y: long}, layout.Point{X: -short, Y: long}, layout.Point{X: -long, Y: short}, layout.Point{X: -long, Y: -short})
}

// alert draws an exclamation mark in a triangle that stands on its side.
func alert(at layout.Point, radius float64, s theme.Style) []Item {
	half, low := float64(radius*1.05), float64(radius*0.8)
	return []Item{
		Path{Segments: polygon(at, layout.Point{Y: -radius}, layout.Point{X: half, Y: low}, layout.Point{X: -half, Y: low}), Fill: colour(s.Accent)},
		Path{Segments: open(at, layout.Point{Y: -3.5}, layout.Point{Y: 2}), Stroke: colour(s.Sign), Width: 2},
		Path{Segments: circle(at.Add(0, 4.25), 1.0625), Fill: colour(s.Sign)},
	}
}

// question draws a question mark in a dashed ring: what is not known must look neither neutral nor decided. The mark is a path, so that
// no reader of the drawing's texts takes it for one.
func question(at layout.Point, radius float64, s theme.Style) []Item {
	k := func(length float64) float64 { return float64(length * radius / glyphRadius) }
	ring := Path{
		Segments: circle(at, radius-0.5), Fill: colour(s.Fill), Stroke: colour(s.Accent), Width: 1, Dash: []float64{2, 2},
	}
	var hook outline
	hook.move(at.X-k(2.25), at.Y-k(1.75))
	hook.corner(at.X-k(2.25), at.Y-k(4), at.X, at.Y-k(4))
	hook.corner(at.X+k(2.25), at.Y-k(4), at.X+k(2.25), at.Y-k(1.75))
	hook.corner(at.X+k(2.25), at.Y-k(0.25), at.X+k(1), at.Y+k(0.125))
	hook.corner(at.X, at.Y+k(0.5), at.X, at.Y+k(1.625))
	return []Item{
		ring,
		Path{Segments: hook, Stroke: colour(s.Accent), Width: quarter(k(1.5))},
		Path{Segments: circle(at.Add(0, k(3.375)), k(0.9375)), Fill: colour(s.Accent)},
	}
}
