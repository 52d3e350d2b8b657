package presentation

// Connector is a line between two shapes that follows them when they are moved.
type Connector struct {
	Head
	// From and To are the shapes at its ends.
	From, To End
	// Points is the course of the line, including its ends: straight, or in alternating horizontal
	// and vertical segments.
	Points []Point
	Line   Line
}

// End is the shape at an end of a connector. The shape may be in a group. The zero End means no
// shape.
type End struct {
	// ID is the ID of the shape.
	ID int
	// Side is the side at whose middle the line ends. The shape is a rectangle, with or without
	// round corners: LibreOffice 7.4 supports no other positions.
	Side Side
}

// Side is a side of a rectangle, as the number of the connection site at its middle.
type Side int

// The sides.
const (
	Top Side = iota
	Left
	Bottom
	Right
)

// Connect adds a connector. LibreOffice 7.4 ignores the adjustments of bent connectors and draws
// only plain courses like PowerPoint. Another course becomes several connectors from joint to
// joint. A joint is a dot of the line.
func (c *Canvas) Connect(k *Connector) {
	pieces := cut(k.Points)
	piece := *k
	piece.Line.round = len(pieces) > 1 && k.Line.Dash == nil
	for i, points := range pieces {
		piece.Points, piece.To, piece.Line.Arrow = points, k.To, k.Line.Arrow
		if i == len(pieces)-1 {
			c.connect(&piece)
			return
		}
		joint := Shape{Head: Head{ID: c.Reserve(), Name: k.Name, Link: k.Link}, Geometry: Geometry{Preset: "rect"}, Fill: k.Line.Colour}
		end, next := &points[len(points)-1], &pieces[i+1][0]
		before, after := points[len(points)-2], pieces[i+1][1]
		half := min(k.Line.Width, length(before, after)/4) / 2
		joint.Box = Box{end.X - half, end.Y - half, 2 * half, 2 * half}
		var in, out Side
		switch {
		case before.X < after.X:
			in, out, end.X, next.X = Left, Right, end.X-half, next.X+half
		case before.X > after.X:
			in, out, end.X, next.X = Right, Left, end.X+half, next.X-half
		case before.Y < after.Y:
			in, out, end.Y, next.Y = Top, Bottom, end.Y-half, next.Y+half
		default:
			in, out, end.Y, next.Y = Bottom, Top, end.Y+half, next.Y-half
		}
		piece.To, piece.Line.Arrow = End{joint.ID, in}, 0
		c.connect(&piece)
		c.Add(&joint)
		piece.Head, piece.From = Head{Name: k.Name, Link: k.Link}, End{joint.ID, out}
	}
}

// cut divides a course into plain pieces, in the middle of segments.
func cut(points []Point) [][]Point {
	points = straightened(points)
	var pieces [][]Point
	for rectangular(points) && !plain(points) {
		middle := Point{(points[1].X + points[2].X) / 2, (points[1].Y + points[2].Y) / 2}
		pieces = append(pieces, []Point{points[0], points[1], middle})
		points = append([]Point{middle}, points[2:]...)
	}
	return append(pieces, points)
}

// plain reports whether a course is straight, has one bend, or has two bends halfway.
func plain(points []Point) bool {
	if len(points) != 4 {
		return len(points) < 4
	}
	before, after := Point{points[1].X - points[0].X, points[1].Y - points[0].Y}, Point{points[3].X - points[2].X, points[3].Y - points[2].Y}
	return length(before, after) < minBox
}

func (c *Canvas) connect(k *Connector) {
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
	c.put(`><a:avLst/></a:prstGeom>`)
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

// bent is a connector of ISO 29500-1: a preset in a box, mirrored, then rotated about its centre.
// In the preset's own frame, the line runs from the upper left corner to the lower right one. Its
// first segment is horizontal, and a second bend is halfway.
type bent struct {
	preset       string
	box          Box
	rotation     int64
	flipH, flipV bool
}

// Rotations in 60,000ths of a degree, clockwise.
const (
	quarterTurn       = 5_400_000
	threeQuartersTurn = 16_200_000
)

// minBox is the smallest side of the box of a bent line, in EMU: a tenth of a point.
const minBox = perPoint / 10

func bend(points []Point) bent {
	from, to := points[0], points[len(points)-1]
	dx, dy := to.X-from.X, to.Y-from.Y
	if len(points) == 2 || !rectangular(points) {
		return bent{preset: "straightConnector1", box: Box{min(from.X, to.X), min(from.Y, to.Y), abs(dx), abs(dy)}, flipH: dx < 0, flipV: dy < 0}
	}
	b := bent{preset: [...]string{"bentConnector2", "bentConnector3"}[len(points)-3]}
	upright := points[0].X == points[1].X
	along, across := dx, dy // the frame's axes
	if upright {
		along, across = dy, dx
	}
	w, h := max(abs(along), minBox), max(abs(across), minBox)
	b.box = Box{(from.X + to.X - w) / 2, (from.Y + to.Y - h) / 2, w, h}
	switch {
	case !upright:
		b.flipH, b.flipV = dx < 0, dy < 0
	case dx > 0:
		b.rotation, b.flipH = threeQuartersTurn, dy >= 0
	default:
		b.rotation, b.flipH = quarterTurn, dy < 0
	}
	return b
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

// rectangular reports whether segments alternate between horizontal and vertical.
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

func length(from, to Point) int64 { return abs(to.X-from.X) + abs(to.Y-from.Y) }

func abs(v int64) int64 { return max(v, -v) }
