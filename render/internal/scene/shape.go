package scene

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

// kappa approximates a quarter of a circle by a Bézier curve: 0.5523 as a binary fraction, so that
// no machine rounds it differently.
const kappa = 1131.0 / 2048

// quarter rounds a length or position to a quarter of a point. Browsers and PDF readers compute in
// quarters how much of a pixel a line covers, or move the line to the nearest quarter. Any other
// position looks different in each.
func quarter(v float64) float64 { return math.Round(v*4) / 4 }

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

// roundRect returns a rectangle with rounded corners. It limits the radius to half a side.
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

func polygon(at geom.Point, corners ...geom.Point) []Segment {
	o := open(at, corners...)
	return append(o, Segment{Op: Close})
}

// open returns the line through the points, each moved by at.
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

// dashes converts a dash pattern for a painter. It returns nil for a solid line, which a style
// writes as [0].
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

func colour(c string) string {
	if c == "none" {
		return ""
	}
	return c
}

// glyphRadius is the radius of a glyph's background on a card. The measures below are for this
// size.
const glyphRadius = 8

var glyphFills = map[string][]geom.Point{
	"up":   {{Y: -4.9}, {X: 4.6, Y: 3.2}, {X: -4.6, Y: 3.2}},
	"down": {{Y: 4.9}, {X: 4.6, Y: -3.2}, {X: -4.6, Y: -3.2}},
	"stop": {{X: -3.3, Y: -3.3}, {X: 3.3, Y: -3.3}, {X: 3.3, Y: 3.3}, {X: -3.3, Y: 3.3}},
	"play": {{X: -2.8, Y: -4}, {X: 4, Y: 0}, {X: -2.8, Y: 4}},
}

// glyphStrokes are the glyphs that consist of strokes, relative to their center.
var glyphStrokes = map[string][][]geom.Point{
	"plus":     {{{X: -4}, {X: 4}}, {{Y: -4}, {Y: 4}}},
	"bar":      {{{X: -4}, {X: 4}}},
	"asterisk": {{{Y: -4.2}, {Y: 4.2}}, {{X: -3.6, Y: -2.1}, {X: 3.6, Y: 2.1}}, {{X: -3.6, Y: 2.1}, {X: 3.6, Y: -2.1}}},
	"exit":     {{{X: -3, Y: 3}, {X: 3, Y: -3}}, {{X: -1, Y: -3}, {X: 3, Y: -3}, {X: 3, Y: 1}}},
	"arrow":    {{{X: -4.2}, {X: 3.6}}, {{X: 0.8, Y: -3.2}, {X: 4}, {X: 0.8, Y: 3.2}}},
	"delta":    {{{X: -3.8, Y: 3}, {Y: -3.6}, {X: 3.8, Y: 3}, {X: -3.8, Y: 3}}},
	"quote":    {{{X: -1.4, Y: -3}, {X: -2.6, Y: 2}}, {{X: 2.6, Y: -3}, {X: 1.4, Y: 2}}},
	"tick":     {{{X: -3.6, Y: 0.2}, {X: -1.1, Y: 2.8}, {X: 3.8, Y: -2.8}}},
	"cross":    {{{X: -2.9, Y: -2.9}, {X: 2.9, Y: 2.9}}, {{X: -2.9, Y: 2.9}, {X: 2.9, Y: -2.9}}},
	"wait":     {{{Y: -4}, {}, {X: 2.8, Y: 1.8}}},
}

// onSquare are the glyphs on a square. They show an outcome, not a stance.
var onSquare = map[string]bool{
	"asterisk": true, "exit": true, "arrow": true, "delta": true, "quote": true, "tick": true, "cross": true, "wait": true, "ring": true, "play": true,
}

// glyph draws a style's glyph on its background, scaled to the radius. It is recognisable without
// colour.
func glyph(at geom.Point, radius float64, s theme.Style) []Item {
	if radius == glyphRadius {
		return fullGlyph(at, s)
	}
	scale := radius / glyphRadius
	to := func(p geom.Point) geom.Point { return at.Add(float64(p.X*scale), float64(p.Y*scale)) }
	items := fullGlyph(geom.Point{}, s)
	for i, item := range items {
		path := item.(Path)
		path.Width = quarter(path.Width * scale)
		for j, g := range path.Segments {
			path.Segments[j] = Segment{Op: g.Op, C1: to(g.C1), C2: to(g.C2), To: to(g.To)}
		}
		items[i] = path
	}
	return items
}

func fullGlyph(at geom.Point, s theme.Style) []Item {
	switch s.Glyph {
	case "alert":
		return alert(at, s)
	case "question":
		return question(at, s)
	}
	ground := Path{Segments: circle(at, glyphRadius), Fill: colour(s.Accent)}
	switch {
	case s.Glyph == "stop":
		ground.Segments = octagon(at)
	case onSquare[s.Glyph]:
		const side = 0.92 * glyphRadius
		ground.Segments = roundRect(geom.Rect{X: at.X - side, Y: at.Y - side, W: 2 * side, H: 2 * side}, 3)
	}
	items := []Item{ground}
	if corners, ok := glyphFills[s.Glyph]; ok {
		items = append(items, Path{Segments: polygon(at, corners...), Fill: colour(s.Sign)})
	}
	if s.Glyph == "ring" {
		items = append(items, Path{Segments: circle(at, 3.6), Stroke: colour(s.Sign), Width: 2})
	}
	if strokes, ok := glyphStrokes[s.Glyph]; ok {
		sign := Path{Stroke: colour(s.Sign), Width: 2.25}
		for _, stroke := range strokes {
			sign.Segments = append(sign.Segments, open(at, stroke...)...)
		}
		items = append(items, sign)
	}
	return items
}

func octagon(at geom.Point) []Segment {
	const long, short = glyphRadius, 0.4142 * glyphRadius
	return polygon(at,
		geom.Point{X: -short, Y: -long}, geom.Point{X: short, Y: -long}, geom.Point{X: long, Y: -short}, geom.Point{X: long, Y: short},
		geom.Point{X: short, Y: long}, geom.Point{X: -short, Y: long}, geom.Point{X: -long, Y: short}, geom.Point{X: -long, Y: -short})
}

func alert(at geom.Point, s theme.Style) []Item {
	const half, low = 1.05 * glyphRadius, 0.8 * glyphRadius
	return []Item{
		Path{Segments: polygon(at, geom.Point{Y: -glyphRadius}, geom.Point{X: half, Y: low}, geom.Point{X: -half, Y: low}), Fill: colour(s.Accent)},
		Path{Segments: open(at, geom.Point{Y: -3.5}, geom.Point{Y: 2}), Stroke: colour(s.Sign), Width: 2},
		Path{Segments: circle(at.Add(0, 4.25), 1.0625), Fill: colour(s.Sign)},
	}
}

// question draws a question mark in a dashed ring: unknown must look neither neutral nor decided.
// The mark is a path, so that screen readers and searches do not find it in the text.
func question(at geom.Point, s theme.Style) []Item {
	ring := Path{
		Segments: circle(at, glyphRadius-0.5), Fill: colour(s.Fill), Stroke: colour(s.Accent), Width: 1, Dash: []float64{2, 2},
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
