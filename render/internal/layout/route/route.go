// Package route leads lines between cards: orthogonal connector routing over a grid of tracks, the
// middles of the free channels. A* finds the path of each line; nudging then separates lines that
// share a channel.
package route

import "github.com/accountatlas/accountatlas/render/internal/geom"

// Task is what there is to lead and what is in the way.
type Task struct {
	// Bounds is the area that lines may use; they may go margin outside it.
	Bounds geom.Rect
	// Cards and Texts are never crossed. Boxes may be, but no line runs along their sides.
	Cards []geom.Rect
	Texts []geom.Rect
	Boxes []geom.Rect
	// Parents is the box around each box, or -1, parents before their children; CardBoxes and TextBoxes the box that holds each card and
	// text, or -1. No line goes through a box that holds neither of its cards if there is another way. Nil means that nobody knows.
	Parents, CardBoxes, TextBoxes []int
	// Drawn are lines already there: crossed at a price, not run over. One that begins at the lower side of a card belongs to that card's
	// bus.
	Drawn [][]geom.Point
	Lines []Line
	// Stop is asked every few hundredths of a second whether nobody waits any more; no line is led then. It may be nil.
	Stop func() bool
}

// Line is a line to lead from one card to another, by their indexes.
type Line struct {
	From, To int
	// Hierarchy leaves below From and comes in above To, and may share its way with the other such lines of From.
	Hierarchy bool
	// Arrow leaves room for an arrowhead before To.
	Arrow bool
	// Kind is that of its looks: more than maxSeparate lines of one kind that leave a card share their ways, as those of a hierarchy do.
	Kind int
}

// stopped reports whether nobody waits any more.
func (t *Task) stopped() bool { return t.Stop != nil && t.Stop() }

// maxSeparate is how many lines of one kind may leave a card each by a way of its own. A card has room for about six on a side.
const maxSeparate = 12

// The router counts in half points, so that everything that it weighs or compares is a whole number: ties fall alike on every machine.
const (
	unit          = 2         // of a point
	margin        = 12 * unit // that lines may go outside the bounds
	cardPad       = 4 * unit  // from a line to a card
	linePad       = 3 * unit  // from a line to a text, to a box's side and to a drawn line that runs beside it
	lineGap       = 7         // from a line to the next, at least where there is room
	stubLength    = 8 * unit  // of straight line outside a card
	arrowStub     = 14 * unit // of straight line before an arrowhead
	hierarchyStub = 5 * unit  // of straight line outside a card in a hierarchy
	portGap       = 6 * unit  // from one line's end to the next on a side
)

// What a way costs; lengthCost is the price of half a point.
const (
	lengthCost = 10
	pointCost  = unit * lengthCost
	bendCost   = 36 * pointCost
	crossCost  = 22 * pointCost
	borderCost = 2 * pointCost
)

// connector is a line on its way.
type connector struct {
	Line
	index int
	// net is that of the lines that may run over each other, shared says that there are others.
	bus    int32
	shared bool
	// far is how far apart the middles of the two cards are.
	far int
	// starts and goals are the places where the line may leave and arrive.
	starts, goals []terminal
	// way is the grid's nodes from end to end, edges those between them, corners the places where it bends, with both ends.
	path    []int32
	edges   []int32
	corners []vec
	// upright says that the first stretch is; those after it take turns.
	upright bool
}

// stubs are the lengths of straight line wanted outside the first and the last card.
func (l *connector) stubs() (first, last int) {
	switch {
	case l.Hierarchy:
		return hierarchyStub, hierarchyStub
	case l.Arrow:
		return stubLength, arrowStub
	}
	return stubLength, stubLength
}

// axis is the one along which the line's first stretch runs.
func (l *connector) axis() int {
	if l.upright {
		return 1
	}
	return 0
}

// Route leads every line of the task. The answer is by the index of Lines: each goes from a side of its first card to a side of its last by
// level and upright stretches, with two points at least. A line that names no card is nil. The same task gives the same ways.
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
		l.upright = l.corners[0][0] == l.corners[1][0]
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

// valid reports whether both of a line's cards exist.
func valid(task Task, l Line) bool {
	return l.From >= 0 && l.From < len(task.Cards) && l.To >= 0 && l.To < len(task.Cards)
}

// newConnectors are the lines that need a way, by their index.
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
		l := &connector{Line: line, index: i, bus: int32(len(task.Cards) + i)}
		if b := (origin{line.From, line.Kind}); line.Hierarchy {
			l.bus, l.shared = int32(line.From), true
		} else if lines[b] > maxSeparate {
			l.bus, l.shared = shared[b], true
		}
		a, b := space.obstacles[line.From].middle(), space.obstacles[line.To].middle()
		l.far = max(a[0], b[0]) - min(a[0], b[0]) + max(a[1], b[1]) - min(a[1], b[1])
		connectors = append(connectors, l)
	}
	return connectors
}

// toPoints turns a lead's corners into points. The ends lie on the cards' sides exactly, though these need not be on half points.
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

// snapToCard moves an end along its stretch to the nearest side of its card when it is less than a point from it.
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

// selfLoop is the line of a card to itself, beside its right side.
func selfLoop(card geom.Rect) []geom.Point {
	h := min(6, card.H/4)
	a := geom.Pt(card.Right(), card.CenterY()-h)
	return []geom.Point{a, a.Add(8, 0), a.Add(8, 2*h), a.Add(0, 2*h)}
}
