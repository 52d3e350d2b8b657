package route

import (
	"cmp"
	"runtime"
	"slices"
)

// maxShift is the largest distance of a segment from the center of its channel.
const maxShift = 16 * unit

// maxJog is the largest distance between parallel segments of a line that nudging tries to align.
const maxJog = 20 * unit

// bundle is a segment of one line, or the overlapping segments of a bus, which stay together.
type bundle struct {
	bus       int32
	hierarchy bool
	// forward bundles share their ends: lines from one bar leave as one line, and lines to one bar
	// arrive with one arrowhead.
	forward bool
	// pos is the position across the axis; a and b are the ends along it.
	pos, a, b int
	parts     []part
	// lo and hi limit the position; wanted is the position in the absence of other lines.
	lo, hi, wanted, result int
	// cards are the cards at its ends; ends are the points there.
	cards []int32
	ends  []vec
}

type part struct {
	line *connector
	at   int
}

// axis returns the axis of the part. Axes alternate.
func (p part) axis() int { return (p.line.axis() + p.at) % 2 }

// nudge separates overlapping segments within the free width of their channel. Moving vertical
// segments changes the extents of horizontal ones, so each axis has two turns, or one turn if there
// are very many lines. It returns false if stopped.
func nudge(task *Task, space *space, connectors []*connector) bool {
	turns := 4
	if len(connectors) > manyLines {
		turns = 2
	}
	for turn := range turns {
		axis := turn % 2
		bundles := makeBundles(axis, connectors)
		if task.stopped() {
			return false
		}
		inParallel(len(bundles), func(_, from, to int) {
			for i := range bundles[from:to] {
				bundles[from+i].limit(space, axis)
			}
		})
		pinHierarchies(bundles)
		bundles = orderBundles(axis, bundles)
		if !separate(task, space, bundles) {
			return false
		}
		for _, b := range bundles {
			for _, p := range b.parts {
				p.line.corners[p.at][1-axis] = b.result
				p.line.corners[p.at+1][1-axis] = b.result
			}
		}
	}
	return true
}

// makeBundles collects the segments on an axis, in the order of their position.
func makeBundles(axis int, connectors []*connector) []bundle {
	stretches := 0
	ends := make([]vec, 0, 2*len(connectors))
	cards := make([]int32, 0, 2*len(connectors))
	for _, l := range connectors {
		stretches += len(l.corners)/2 + 1
	}
	list := make([]bundle, 0, stretches)
	parts := make([]part, 0, stretches)
	for _, l := range connectors {
		for at := range len(l.corners) - 1 {
			part := part{l, at}
			if part.axis() != axis {
				continue
			}
			p, q := l.corners[at], l.corners[at+1]
			b := bundle{bus: l.bus, hierarchy: l.Hierarchy, forward: l.Forward, pos: p[1-axis], a: min(p[axis], q[axis]), b: max(p[axis], q[axis])}
			parts = append(parts, part)
			b.parts = slices.Clip(parts[len(parts)-1:])
			first := len(ends)
			if at == 0 {
				cards, ends = append(cards, int32(l.From)), append(ends, p)
			}
			if at == len(l.corners)-2 {
				cards, ends = append(cards, int32(l.To)), append(ends, q)
			}
			b.cards, b.ends = slices.Clip(cards[first:]), slices.Clip(ends[first:])
			list = append(list, b)
		}
	}
	order := make([]int32, len(list)) // sorting indexes is faster: a bundle is large
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		x, y := &list[i], &list[j]
		return cmp.Or(cmp.Compare(x.pos, y.pos), cmp.Compare(x.bus, y.bus), cmp.Compare(x.a, y.a), cmp.Compare(i, j))
	})
	out := make([]bundle, 0, len(list))
	for _, i := range order {
		b := &list[i]
		if n := len(out); n > 0 && out[n-1].bus == b.bus && out[n-1].pos == b.pos && b.a <= out[n-1].b {
			last := &out[n-1]
			last.b = max(last.b, b.b)
			last.parts = append(last.parts, b.parts...)
			last.cards, last.ends = append(last.cards, b.cards...), append(last.ends, b.ends...)
			continue
		}
		out = append(out, *b)
	}
	return out
}

func (b *bundle) limit(space *space, axis int) {
	cross := 1 - axis
	line := segment{axis, b.pos, b.a, b.b}
	b.lo, _ = space.clear(line, -1, maxShift, b.bus)
	b.hi, _ = space.clear(line, 1, maxShift, b.bus)
	for _, c := range b.cards {
		const most = 10 * unit
		card := &space.obstacles[c]
		b.lo = max(b.lo, b.pos-most, card.min[cross]+space.distances.card)
		b.hi = min(b.hi, b.pos+most, card.max[cross]-space.distances.card)
	}
	b.wanted = b.pos
	for _, p := range b.parts {
		b.straighten(p, cross)
	}
	for _, p := range b.parts {
		first, last := p.line.stubs()
		if p.at == 1 {
			b.stub(p.line.corners[0][cross], first)
		}
		if n := len(p.line.corners); p.at == n-3 {
			b.stub(p.line.corners[n-1][cross], last)
		}
	}
	b.lo, b.hi = min(b.lo, b.pos), max(b.hi, b.pos)
	b.wanted = max(b.lo, min(b.hi, b.wanted))
}

// straighten makes a bundle want the position of the next parallel segment of a line, if that is
// near: a short jog between the two would only distract.
func (b *bundle) straighten(p part, cross int) {
	for _, at := range [2]int{p.at + 2, p.at - 2} {
		if at < 0 || at > len(p.line.corners)-2 {
			continue
		}
		if beside := p.line.corners[at][cross]; beside != b.pos && max(beside-b.pos, b.pos-beside) <= maxJog {
			b.wanted = beside
			return
		}
	}
}

// stub moves the wanted position of a bundle at least a stub away from a port. Separating lines in
// a narrow channel has priority.
func (b *bundle) stub(port, want int) {
	if b.pos >= port {
		b.wanted = max(b.wanted, port+want)
	} else {
		b.wanted = min(b.wanted, port-want)
	}
}

// pinHierarchies fixes the ends of a hierarchy at the centers of sides, unless two hierarchies meet
// there.
func pinHierarchies(bundles []bundle) {
	buses := map[vec]int{}
	for _, b := range bundles {
		for i, end := range b.ends {
			if b.hierarchy && !slices.Contains(b.ends[:i], end) {
				buses[end]++
			}
		}
	}
	for i := range bundles {
		b := &bundles[i]
		for _, end := range b.ends {
			if b.hierarchy && buses[end] == 1 {
				b.lo, b.hi, b.wanted = b.pos, b.pos, b.pos
			}
		}
	}
}

// separation is a constraint: second is at least gap after first. Both are indexes of bundles.
type separation struct{ first, second, gap int32 }

// separate positions each bundle as close as possible to its wanted position, at even distances
// that shrink only in a narrow channel. It returns false if stopped.
func separate(task *Task, space *space, bundles []bundle) bool {
	pairs := findSeparations(space.distances, bundles)
	low, high := make([]int32, len(bundles)), make([]int32, len(bundles))
	for again := true; again; {
		if task.stopped() {
			return false
		}
		for i, b := range bundles {
			low[i], high[i] = int32(b.lo), int32(b.hi)
		}
		pushApart(pairs, low, high)
		again = narrowGaps(pairs, int32(space.distances.least), low, high)
	}
	down, up := make([]int32, len(bundles)), make([]int32, len(bundles))
	for i, b := range bundles {
		at := max(low[i], min(high[i], int32(b.wanted)))
		down[i], up[i] = at, at
	}
	// Pushing everything down keeps the gaps, and so does pushing everything up. Their mean also
	// keeps them, and is even.
	pushApart(pairs, down, up)
	for i := range bundles {
		bundles[i].result = int((down[i] + up[i]) >> 1)
	}
	return true
}

// pushApart pushes positions down, and separately up, until the gaps are kept.
func pushApart(pairs []separation, down, up []int32) {
	for _, p := range pairs {
		down[p.second] = max(down[p.second], down[p.first]+p.gap)
	}
	for _, p := range slices.Backward(pairs) {
		up[p.first] = min(up[p.first], up[p.second]-p.gap)
	}
}

// narrowGaps narrows the gaps that cannot be kept, and reports whether it narrowed any.
func narrowGaps(pairs []separation, least int32, low, high []int32) bool {
	found := false
	for i := range pairs {
		p := &pairs[i]
		if low[p.first]+p.gap <= high[p.second] || p.gap == 0 {
			continue
		}
		found = true
		switch {
		case p.gap > least:
			p.gap = least
		default:
			p.gap--
		}
	}
	return found
}

// extent is the part of a bundle that separations depend on. Thousands of extents fit into a
// processor's cache.
type extent struct{ bus, pos, a, b, lo, hi int32 }

// findSeparations returns the constraints ordered by first, then by second. It omits pairs that
// other pairs imply, which are nearly all pairs in a channel of many lines.
func findSeparations(d distances, bundles []bundle) []separation {
	spans := make([]extent, len(bundles))
	for i, b := range bundles {
		spans[i] = extent{b.bus, int32(b.pos), int32(b.a), int32(b.b), int32(b.lo), int32(b.hi)}
	}
	found := make([][]separation, runtime.GOMAXPROCS(0))
	inParallel(len(bundles), func(part, from, to int) {
		pairs := make([]separation, 0, 2*(to-from))
		for i := from; i < to; i++ {
			pairs = separationsOf(d, pairs, i, spans, bundles)
		}
		found[part] = pairs
	})
	return slices.Concat(found...)
}

// separationsOf appends the constraints of one first bundle.
func separationsOf(d distances, pairs []separation, first int, spans []extent, bundles []bundle) []separation {
	b, mine := spans[first], len(pairs)
	for j := first + 1; j < len(spans); j++ {
		o := &spans[j]
		if o.pos-b.pos > int32(2*maxShift+d.gap) {
			break
		}
		if !b.conflicts(o, d) || slices.ContainsFunc(pairs[mine:], func(p separation) bool { return spans[p.second].conflicts(o, d) }) {
			continue
		}
		gap := int32(d.gap)
		for _, c := range bundles[first].cards {
			if slices.Contains(bundles[j].cards, c) {
				gap = int32(d.port)
			}
		}
		if gap == int32(d.port) && bundles[first].forward && bundles[j].forward {
			continue
		}
		pairs = append(pairs, separation{int32(first), int32(j), gap})
	}
	return pairs
}

// conflicts reports whether two bundles could overlap and must not.
func (b *extent) conflicts(o *extent, d distances) bool {
	return b.bus != o.bus && b.a-nearAlong < o.b && o.a-nearAlong < b.b && o.lo-b.hi < int32(d.port)
}
