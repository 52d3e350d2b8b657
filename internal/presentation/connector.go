package presentation

import "slices"

// Connector is a line between two shapes that follows them when they are moved.
type Connector struct {
	Head
	// From and To are the shapes at its ends.
	From, To End
	// Points is the course of the line, with its ends: straight, or in segments that are by turns
	// horizontal and vertical. A course of more than four bends is simplified to four.
	Points []Point
	Line   Line
}

// End is the shape at an end of a connector, which may be in a group. The zero End is no shape.
type End struct {
	// ID is the shape's own.
	ID int
	// Side is the side at whose middle the line ends. The shape is a rectangle, with round corners
	// or without: LibreOffice 7.4 knows no other places.
	Side Side
}

// Side is a side of a rectangle, by the number of the site at its middle.
type Side int

// The sides.
const (
	Top Side = iota
	Left
	Bottom
	Right
)

// Connect adds a connector.
func (c *Canvas) Connect(k *Connector) {
	b := bend(k.Points)
	c.put(`<p:cxnSp><p:nvCxnSpPr>`)
	c.head(k.Head)
	c.put(`<p:cNvCxnSpPr>`)
	c.end("stCxn", k.From)
	c.end("endCxn", k.To)
	c.put(`</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm`)
	if b.rotation != 0 {
		c.attributes("rot", b.rotation)
	}
	if b.flipH {
		c.put(` flipH="1"`)
	}
	if b.flipV {
		c.put(` flipV="1"`)
	}
	c.put(`>`)
	c.box(b.box, "off", "ext")
	c.put(`</a:xfrm><a:prstGeom`)
	c.attribute("prst", b.preset)
	c.put(`><a:avLst>`)
	for i, value := range b.adjust {
		c.put(`<a:gd name="adj`)
		c.number(int64(i + 1))
		c.put(`" fmla="val `)
		c.number(value)
		c.put(`"/>`)
	}
	c.put(`</a:avLst></a:prstGeom>`)
	c.line(k.Line)
	c.put(`</p:spPr></p:cxnSp>`)
}

func (c *Canvas) end(name string, e End) {
	if e.ID == 0 {
		return
	}
	c.put(`<a:` + name)
	c.attributes("id", int64(e.ID), "idx", int64(e.Side))
	c.put(`/>`)
}

// bent is a connector of ISO 29500-1: a preset in a box, mirrored, then rotated about its middle.
// In the preset's own frame the line runs from the upper left corner to the lower right one, its
// first segment horizontal; the adjustments are the places of the inner segments.
type bent struct {
	preset       string
	box          Box
	rotation     int64
	flipH, flipV bool
	adjust       []int64
}

// Rotations in 60,000ths of a degree, clockwise.
const (
	quarterTurn       = 5_400_000
	threeQuartersTurn = 16_200_000
)

// leastBox is the smallest side of the box of a bent line, in EMU: a tenth of a point. Adjustments
// are in parts of the box.
const leastBox = perPoint / 10

func bend(points []Point) bent {
	points = simple(points)
	from, to := points[0], points[len(points)-1]
	dx, dy := to.X-from.X, to.Y-from.Y
	if len(points) == 2 || !rectangular(points) {
		return bent{preset: "straightConnector1", box: Box{min(from.X, to.X), min(from.Y, to.Y), abs(dx), abs(dy)}, flipH: dx < 0, flipV: dy < 0}
	}
	b := bent{preset: [...]string{"bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5"}[len(points)-3]}
	upright := points[0].X == points[1].X
	along, across := dx, dy // the frame's axes
	if upright {
		along, across = dy, dx
	}
	w, h := max(abs(along), leastBox), max(abs(across), leastBox)
	b.box = Box{(from.X + to.X - w) / 2, (from.Y + to.Y - h) / 2, w, h}
	switch {
	case !upright:
		b.flipH, b.flipV = dx < 0, dy < 0
	case dx > 0:
		b.rotation, b.flipH = threeQuartersTurn, dy >= 0
	default:
		b.rotation, b.flipH = quarterTurn, dy < 0
	}
	for i := 1; i < len(points)-2; i++ {
		place := points[i].X - from.X
		if (i%2 == 1) == upright {
			place = points[i].Y - from.Y
		}
		length, back := w, along < 0
		if i%2 == 0 {
			length, back = h, across < 0 || upright && across == 0
		}
		if back {
			place = -place
		}
		b.adjust = append(b.adjust, share(place, length))
	}
	return b
}

// mostPoints is the number of points of the preset with the most bends.
const mostPoints = 6

// simple removes the points on a straight line between their neighbours, and then the shortest jogs
// until there are few enough.
func simple(points []Point) []Point {
	points = straightened(points)
	for len(points) > mostPoints && rectangular(points) {
		shortest := 1
		for i := 1; i < len(points)-2; i++ {
			if length(points, i) < length(points, shortest) {
				shortest = i
			}
		}
		points = straightened(withoutJog(points, shortest))
	}
	return points
}

func length(points []Point, i int) int64 {
	return abs(points[i+1].X-points[i].X) + abs(points[i+1].Y-points[i].Y)
}

// withoutJog removes the segment that begins at a point. The segment before it or after it moves
// into line with the other, but an end of the course never moves.
func withoutJog(points []Point, at int) []Point {
	vertical := points[at].X == points[at+1].X
	moved := slices.Clone(points)
	if at+2 == len(points)-1 { // the segment after it is the last: move the one before
		if vertical {
			moved[at-1].Y = points[at+1].Y
		} else {
			moved[at-1].X = points[at+1].X
		}
	} else if vertical {
		moved[at+2].Y = points[at].Y
	} else {
		moved[at+2].X = points[at].X
	}
	return slices.Delete(moved, at, at+2)
}

func straightened(points []Point) []Point {
	var kept []Point
	for _, p := range points {
		n := len(kept)
		if n > 0 && kept[n-1] == p {
			continue
		}
		if n > 1 && (kept[n-1].X == p.X && kept[n-2].X == p.X || kept[n-1].Y == p.Y && kept[n-2].Y == p.Y) {
			kept[n-1] = p
			continue
		}
		kept = append(kept, p)
	}
	if len(kept) == 1 {
		kept = append(kept, kept[0])
	}
	return kept
}

// rectangular reports whether segments are by turns horizontal and vertical.
func rectangular(points []Point) bool {
	for i := 1; i < len(points); i++ {
		if (points[i].X == points[i-1].X) == (points[i].Y == points[i-1].Y) {
			return false
		}
		if i > 1 && (points[i].X == points[i-1].X) == (points[i-1].X == points[i-2].X) {
			return false
		}
	}
	return true
}

func abs(v int64) int64 { return max(v, -v) }
