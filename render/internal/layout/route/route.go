// Package route routes lines between cards: orthogonal connector routing on a grid of tracks. A
// track is the center of a free channel. A* finds the path of each line; nudging then separates
// lines that share a channel.
package route

import "github.com/accountatlas/accountatlas/render/internal/geom"

// Task is the lines to route and their obstacles. Indexes are indexes of its lists.
type Task struct {
	// Bounds is the area for lines. Lines may extend beyond it by margin.
	Bounds geom.Rect
	// Cards and Texts are never crossed. Boxes may be crossed, but no line runs along their sides.
	Cards []geom.Rect
	Texts []geom.Rect
	Boxes []geom.Rect
	// Open marks the boxes without sides, by index. Nil means that every box has sides.
	Open []bool
	// Rules may be crossed, but no line runs along them.
	Rules []Rule
	// Parents are the indexes of the boxes around each box, or -1; parents precede their children.
	// CardBoxes and TextBoxes are the indexes of the boxes around the cards and texts, or -1. A
	// line passes through a box that contains neither of its cards only if there is no other path.
	// Nil means unknown.
	Parents, CardBoxes, TextBoxes []int
	// Drawn lines may be crossed at a cost, but no line runs over them. A drawn line that begins at
	// the bottom of a card belongs to the card's bus.
	Drawn [][]geom.Point
	Lines []Line
	// Distances are the distances between lines and everything else. The zero value means the
	// distances of a table.
	Distances Distances
	// Stop is called every few hundredths of a second. If it returns true, no line is routed. It
	// may be nil.
	Stop func() bool
}

// Rule is a horizontal line in a box.
type Rule struct {
	geom.Rect
	Box int
}

// Line leads from one card to another.
type Line struct {
	From, To int
	// Hierarchy makes the line leave From at the bottom and enter To at the top. It may share a
	// path with other hierarchy lines of From.
	Hierarchy bool
	// Forward makes the line leave From in the middle of its right side and enter To in the middle
	// of its left side.
	Forward bool
	// Arrow reserves space for an arrowhead before To.
	Arrow bool
	// Kind identifies the style. More than maxSeparate lines of one kind that leave a card share a
	// bus, like a hierarchy.
	Kind int
}

func (t *Task) stopped() bool { return t.Stop != nil && t.Stop() }

// maxSeparate is the largest number of lines of one kind that leave a card on separate paths. About
// six fit on a side.
const maxSeparate = 12

// The router counts in half points. Everything it compares is an integer, so ties break alike on
// every machine.
const (
	unit          = 2         // units per point
	margin        = 12 * unit // of lines outside the bounds
	stubLength    = 8 * unit  // of straight line at a card
	hierarchyStub = 5 * unit  // of straight line at a card in a hierarchy
)

// Distances are the distances of lines in points.
type Distances struct {
	// Card, Text, Side and Drawn are the distances from a line to a card, a text, a side of a box
	// and a parallel drawn line.
	Card, Text, Side, Drawn float64
	// Gap is the distance between parallel lines, and Least the distance in a narrow channel. Port
	// is the distance between the ends of lines on a side of a card.
	Gap, Least, Port float64
	// Arrow is the length of the straight line before an arrowhead.
	Arrow float64
}

// Roomy returns the distances of a map, whose lines a reader follows across the page.
func Roomy() Distances {
	return Distances{Card: 8, Text: 8, Side: 6, Drawn: 8, Gap: 9, Least: 8, Port: 10, Arrow: 24}
}

// Airy returns the distances on a scale, whose lines are few and lead from row to row.
func Airy() Distances {
	return Distances{Card: 4, Text: 5, Side: 7, Drawn: 7, Gap: 9, Least: 7, Port: 6, Arrow: 14}
}

func tight() Distances {
	return Distances{Card: 4, Text: 3, Side: 3, Drawn: 3, Gap: 5, Least: 3.5, Port: 6, Arrow: 14}
}

// distances are [Distances] in router units.
type distances struct{ card, text, side, drawn, gap, least, port, arrow int }

func (d Distances) units() distances {
	if d == (Distances{}) {
		d = tight()
	}
	return distances{card: int(d.Card * unit), text: int(d.Text * unit), side: int(d.Side * unit), drawn: int(d.Drawn * unit),
		gap: int(d.Gap * unit), least: int(d.Least * unit), port: int(d.Port * unit), arrow: int(d.Arrow * unit)}
}

func (d distances) widest() int { return max(d.card, d.text, d.side, d.drawn) }

// The costs of a path. lengthCost is the cost per unit of length.
const (
	lengthCost = 10
	pointCost  = unit * lengthCost
	bendCost   = 36 * pointCost
	crossCost  = 22 * pointCost
	borderCost = 2 * pointCost
)

type connector struct {
	Line
	index int
	// bus identifies lines that may run over each other. shared reports whether the bus may have
	// several lines.
	bus    int32
	shared bool
	// arrow is the length of the straight line before an arrowhead.
	arrow int
	// distance is the distance between the centers of the two cards.
	distance int
	// starts and goals are the ports at which the line may leave and arrive.
	starts, goals []terminal
	// path is the nodes from end to end, edges the edges between them, and corners the bends with
	// both ends.
	path    []int32
	edges   []int32
	corners []vec
	// vertical reports whether the first segment is vertical. Directions alternate.
	vertical bool
}

// stubs returns the desired lengths of the first and the last segment.
func (l *connector) stubs() (first, last int) {
	switch {
	case l.Hierarchy:
		return hierarchyStub, hierarchyStub
	case l.Arrow:
		return stubLength, l.arrow
	}
	return stubLength, stubLength
}

func (l *connector) axis() int {
	if l.vertical {
		return 1
	}
	return 0
}

// Route returns a path for each line of the task: at least two points, orthogonal, from a side of
// its first card to a side of its last. The path is nil for a line with an unknown card. Equal
// tasks have equal paths.
func Route(task Task) [][]geom.Point {
	space := newSpace(task)
	connectors := newConnectors(task, space)
	out := make([][]geom.Point, len(task.Lines))
	ports := findPorts(space, connectors)
	tracks, crossings := makeTracks(&task, space, ports, connectors)
	if task.stopped() {
		return out
	}
	grid := newGrid(space, ports, tracks, crossings)
	if !findPaths(&task, space, grid, connectors) {
		return out
	}
	for _, l := range connectors {
		l.corners = grid.corners(l.path)
		if l.corners == nil {
			l.corners = fallbackPath(space, ports, l)
		}
		l.vertical = l.corners[0][0] == l.corners[1][0]
	}
	if !nudge(&task, space, connectors) {
		return out
	}
	for _, l := range connectors {
		out[l.index] = toPoints(task, l)
	}
	for i, l := range task.Lines {
		if l.From == l.To && valid(task, l) {
			out[i] = selfLoop(task.Cards[l.From])
		}
	}
	return out
}

func valid(task Task, l Line) bool {
	return l.From >= 0 && l.From < len(task.Cards) && l.To >= 0 && l.To < len(task.Cards)
}

func newConnectors(task Task, space *space) []*connector {
	var connectors []*connector
	type origin struct{ card, kind int }
	lines, shared := map[origin]int{}, map[origin]int32{}
	for i, line := range task.Lines {
		if !line.Hierarchy {
			b := origin{line.From, line.Kind}
			lines[b]++
			if _, ok := shared[b]; !ok {
				shared[b] = int32(len(task.Cards) + i)
			}
		}
	}
	for i, line := range task.Lines {
		if !valid(task, line) || line.From == line.To {
			continue
		}
		l := &connector{Line: line, index: i, bus: int32(len(task.Cards) + i), arrow: space.distances.arrow}
		if b := (origin{line.From, line.Kind}); line.Hierarchy {
			l.bus, l.shared = int32(line.From), true
		} else if lines[b] > maxSeparate {
			l.bus, l.shared = shared[b], true
		}
		a, b := space.obstacles[line.From].middle(), space.obstacles[line.To].middle()
		l.distance = max(a[0], b[0]) - min(a[0], b[0]) + max(a[1], b[1]) - min(a[1], b[1])
		connectors = append(connectors, l)
	}
	return connectors
}

// toPoints converts corners to points. The ends are exactly on the sides of the cards, which need
// not be on half points.
func toPoints(task Task, l *connector) []geom.Point {
	out := make([]geom.Point, 0, len(l.corners))
	for _, c := range l.corners {
		p := geom.Pt(float64(c[0])/unit, float64(c[1])/unit)
		if len(out) > 1 {
			a, b := out[len(out)-2], out[len(out)-1]
			if a.X == b.X && b.X == p.X || a.Y == b.Y && b.Y == p.Y {
				out[len(out)-1] = p
				continue
			}
		}
		if len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	if len(out) == 1 {
		out = append(out, out[0])
	}
	last := len(out) - 1
	out[0] = snapToCard(task.Cards[l.From], out[0], out[1])
	out[last] = snapToCard(task.Cards[l.To], out[last], out[last-1])
	return out
}

// snapToCard moves an end along its segment to a side of its card that is less than a point away.
func snapToCard(card geom.Rect, end, next geom.Point) geom.Point {
	near := func(v float64, sides ...float64) float64 {
		for _, s := range sides {
			if v > s-1 && v < s+1 {
				return s
			}
		}
		return v
	}
	if end.Y == next.Y {
		end.X = near(end.X, card.X, card.Right())
	} else {
		end.Y = near(end.Y, card.Y, card.Bottom())
	}
	return end
}

// selfLoop returns the line of a card to itself, at its right side.
func selfLoop(card geom.Rect) []geom.Point {
	h := min(6, card.H/4)
	a := geom.Pt(card.Right(), card.CenterY()-h)
	return []geom.Point{a, a.Add(8, 0), a.Add(8, 2*h), a.Add(0, 2*h)}
}
