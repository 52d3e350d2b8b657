package layout

import "github.com/accountatlas/accountatlas/render/internal/geom"

// routeTask is what there is to lead and what is in the way.
type routeTask struct {
	// Bounds is the area that lines may use; they may go routeMargin outside it.
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
	Lines []routeLine
	// Stop is asked every few hundredths of a second whether nobody waits any more; no line is led then. It may be nil.
	Stop func() bool
}

// routeLine is a line to lead from one card to another, by their indexes.
type routeLine struct {
	From, To int
	// Hierarchy leaves below From and comes in above To, and may share its way with the other such lines of From.
	Hierarchy bool
	// Arrow leaves room for an arrowhead before To.
	Arrow bool
	// Kind is that of its looks: more than routeOwnWays lines of one kind that leave a card share their ways, as those of a hierarchy do.
	Kind int
}

// stopped reports whether nobody waits any more.
func (t *routeTask) stopped() bool { return t.Stop != nil && t.Stop() }

// routeOwnWays is how many lines of one kind may leave a card each by a way of its own. A card has room for about six on a side.
const routeOwnWays = 12

// The router counts in half points, so that everything that it weighs or compares is a whole number: ties fall alike on every machine.
const (
	routeUnit   = 2              // of a point
	routeMargin = 12 * routeUnit // that lines may go outside the bounds
	routePad    = 4 * routeUnit  // from a line to a card
	routeThin   = 3 * routeUnit  // from a line to a text, to a box's side and to a drawn line that runs beside it
	routeApart  = 7              // from a line to the next, at least where there is room
	routeStub   = 8 * routeUnit  // of straight line outside a card
	routeTip    = 14 * routeUnit // of straight line before an arrowhead
	routeDrop   = 5 * routeUnit  // of straight line outside a card in a hierarchy
	routeSpread = 6 * routeUnit  // from one line's end to the next on a side
)

// What a way costs; routeLength is the price of half a point.
const (
	routeLength = 10
	routePoint  = routeUnit * routeLength
	routeBend   = 36 * routePoint
	routeCross  = 22 * routePoint
	routeBorder = 2 * routePoint
)

// routeLead is a line on its way.
type routeLead struct {
	routeLine
	index int
	// net is that of the lines that may run over each other, shared says that there are others.
	net    int32
	shared bool
	// far is how far apart the middles of the two cards are.
	far int
	// starts and goals are the places where the line may leave and arrive.
	starts, goals []routeEnd
	// way is the grid's nodes from end to end, edges those between them, corners the places where it bends, with both ends.
	way     []int32
	edges   []int32
	corners []routeSpot
	// upright says that the first stretch is; those after it take turns.
	upright bool
}

// stubs are the lengths of straight line wanted outside the first and the last card.
func (l *routeLead) stubs() (first, last int) {
	switch {
	case l.Hierarchy:
		return routeDrop, routeDrop
	case l.Arrow:
		return routeStub, routeTip
	}
	return routeStub, routeStub
}

// axis is the one along which the line's first stretch runs.
func (l *routeLead) axis() int {
	if l.upright {
		return 1
	}
	return 0
}

// route leads every line of the task. The answer is by the index of Lines: each goes from a side of its first card to a side of its last by
// level and upright stretches, with two points at least. A line that names no card is nil. The same task gives the same ways.
func route(task routeTask) [][]geom.Point {
	space := newRouteSpace(task)
	leads := routeLeads(task, space)
	out := make([][]geom.Point, len(task.Lines))
	ports := routePorts(space, leads)
	tracks, crossings := routeTracks(&task, space, ports, leads)
	if task.stopped() {
		return out
	}
	grid := newRouteGrid(space, ports, tracks, crossings)
	if !routeWays(&task, space, grid, leads) {
		return out
	}
	for _, l := range leads {
		l.corners = grid.corners(l.way)
		if l.corners == nil {
			l.corners = routeElbow(space, ports, l)
		}
		l.upright = l.corners[0][0] == l.corners[1][0]
	}
	if !routeNudge(&task, space, leads) {
		return out
	}
	for _, l := range leads {
		out[l.index] = routePoints(task, l)
	}
	for i, l := range task.Lines {
		if l.From == l.To && routeKnown(task, l) {
			out[i] = routeLoop(task.Cards[l.From])
		}
	}
	return out
}

// routeKnown reports whether both of a line's cards exist.
func routeKnown(task routeTask, l routeLine) bool {
	return l.From >= 0 && l.From < len(task.Cards) && l.To >= 0 && l.To < len(task.Cards)
}

// routeLeads are the lines that need a way, by their index.
func routeLeads(task routeTask, space *routeSpace) []*routeLead {
	var leads []*routeLead
	type bus struct{ card, kind int }
	lines, buses := map[bus]int{}, map[bus]int32{}
	for i, line := range task.Lines {
		if !line.Hierarchy {
			b := bus{line.From, line.Kind}
			lines[b]++
			if _, ok := buses[b]; !ok {
				buses[b] = int32(len(task.Cards) + i)
			}
		}
	}
	for i, line := range task.Lines {
		if !routeKnown(task, line) || line.From == line.To {
			continue
		}
		l := &routeLead{routeLine: line, index: i, net: int32(len(task.Cards) + i)}
		if b := (bus{line.From, line.Kind}); line.Hierarchy {
			l.net, l.shared = int32(line.From), true
		} else if lines[b] > routeOwnWays {
			l.net, l.shared = buses[b], true
		}
		a, b := space.bars[line.From].middle(), space.bars[line.To].middle()
		l.far = max(a[0], b[0]) - min(a[0], b[0]) + max(a[1], b[1]) - min(a[1], b[1])
		leads = append(leads, l)
	}
	return leads
}

// routePoints turns a lead's corners into points. The ends lie on the cards' sides exactly, though these need not be on half points.
func routePoints(task routeTask, l *routeLead) []geom.Point {
	out := make([]geom.Point, 0, len(l.corners))
	for _, c := range l.corners {
		p := geom.Pt(float64(c[0])/routeUnit, float64(c[1])/routeUnit)
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
	out[0] = routeSnap(task.Cards[l.From], out[0], out[1])
	out[last] = routeSnap(task.Cards[l.To], out[last], out[last-1])
	return out
}

// routeSnap moves an end along its stretch to the nearest side of its card when it is less than a point from it.
func routeSnap(card geom.Rect, end, next geom.Point) geom.Point {
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

// routeLoop is the line of a card to itself, beside its right side.
func routeLoop(card geom.Rect) []geom.Point {
	h := min(6, card.H/4)
	a := geom.Pt(card.Right(), card.CenterY()-h)
	return []geom.Point{a, a.Add(8, 0), a.Add(8, 2*h), a.Add(0, 2*h)}
}
