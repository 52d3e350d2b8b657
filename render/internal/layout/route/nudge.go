package route

import (
	"cmp"
	"runtime"
	"slices"
)

// maxShift is how far a stretch may be moved from the middle of its gutter.
const maxShift = 16 * unit

// bundle is a stretch of one line, or stretches of the lines of one net that lie on each other and stay together.
type bundle struct {
	bus       int32
	hierarchy bool
	// pos is where it lies across its axis, a and b its ends along it.
	pos, a, b int
	parts     []part
	// lo and hi are how far it can be moved, want where it would be if it were alone, to where it goes.
	lo, hi, want, to int
	// cards are those that it leaves or arrives at, ends the places where it does.
	cards []int32
	ends  []vec
}

// part is the stretch of a line from its corner at to the next.
type part struct {
	line *connector
	at   int
}

// axis is the one along which the part runs: stretches take turns.
func (p part) axis() int { return (p.line.axis() + p.at) % 2 }

// nudge moves stretches that lie on each other apart, within the free width of their gutter. Moving upright ones changes how far level ones
// go, so that each is looked at twice, unless there are very many.
// False says that nobody waits any more.
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
		if !separate(task, bundles) {
			return false
		}
		for _, b := range bundles {
			for _, p := range b.parts {
				p.line.corners[p.at][1-axis] = b.to
				p.line.corners[p.at+1][1-axis] = b.to
			}
		}
	}
	return true
}

// makeBundles gathers the stretches along an axis, in order of their place across it.
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
			b := bundle{bus: l.bus, hierarchy: l.Hierarchy, pos: p[1-axis], a: min(p[axis], q[axis]), b: max(p[axis], q[axis])}
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
	order := make([]int32, len(list)) // a bundle is large to move about
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

// limit finds how far a bundle can be moved.
func (b *bundle) limit(space *space, axis int) {
	cross := 1 - axis
	line := segment{axis, b.pos, b.a, b.b}
	b.lo, _ = space.clear(line, -1, maxShift, b.bus)
	b.hi, _ = space.clear(line, 1, maxShift, b.bus)
	for _, c := range b.cards {
		const most = 10 * unit
		card := &space.obstacles[c]
		b.lo = max(b.lo, b.pos-most, card.min[cross]+cardPad)
		b.hi = min(b.hi, b.pos+most, card.max[cross]-cardPad)
	}
	b.want = b.pos
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
	b.want = max(b.lo, min(b.hi, b.want))
}

// stub moves a bundle that the stretch outside a port leads to away from the port when it is too near. That is a wish: where several lines share a
// narrow gutter, keeping them apart comes first.
func (b *bundle) stub(port, want int) {
	if b.pos >= port {
		b.want = max(b.want, port+want)
	} else {
		b.want = min(b.want, port-want)
	}
}

// pinHierarchies keeps the ends of hierarchies at the middle of their sides, unless two hierarchies meet at one.
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
				b.lo, b.hi, b.want = b.pos, b.pos, b.pos
			}
		}
	}
}

// separation says that a bundle has to stay gap after another; both are indexes in their order.
type separation struct{ first, second, gap int32 }

// separate gives each bundle its place: as near as can be to where it wants to be, those beside each other at an even distance, which shrinks
// only where a gutter is too narrow.
//
// False says that nobody waits any more.
func separate(task *Task, bundles []bundle) bool {
	pairs := findSeparations(bundles)
	low, high := make([]int32, len(bundles)), make([]int32, len(bundles))
	for again := true; again; {
		if task.stopped() {
			return false
		}
		for i, b := range bundles {
			low[i], high[i] = int32(b.lo), int32(b.hi)
		}
		pushApart(pairs, low, high)
		again = narrowGaps(pairs, low, high)
	}
	down, up := make([]int32, len(bundles)), make([]int32, len(bundles))
	for i, b := range bundles {
		at := max(low[i], min(high[i], int32(b.want)))
		down[i], up[i] = at, at
	}
	// Pushing everything down keeps the gaps, pushing everything up does, and so does the mean of both, which is even.
	pushApart(pairs, down, up)
	for i := range bundles {
		bundles[i].to = int((down[i] + up[i]) >> 1)
	}
	return true
}

// pushApart moves places down until all gaps are kept, and others up.
func pushApart(pairs []separation, down, up []int32) {
	for _, p := range pairs {
		down[p.second] = max(down[p.second], down[p.first]+p.gap)
	}
	for _, p := range slices.Backward(pairs) {
		up[p.first] = min(up[p.first], up[p.second]-p.gap)
	}
}

// narrowGaps makes the gaps smaller that cannot be kept, and reports whether there were any.
func narrowGaps(pairs []separation, low, high []int32) bool {
	found := false
	for i := range pairs {
		p := &pairs[i]
		if low[p.first]+p.gap <= high[p.second] || p.gap == 0 {
			continue
		}
		found = true
		switch {
		case p.gap > lineGap:
			p.gap = lineGap
		default:
			p.gap--
		}
	}
	return found
}

// extent is what of a bundle says whether another has to keep away: thousands of them fit into a processor's nearest memory.
type extent struct{ bus, pos, a, b, lo, hi int32 }

// findSeparations finds the bundles that have to keep apart, by the first and then the second of each pair. A pair that those in between keep
// apart is left out: in a gutter of many lines that is nearly all.
func findSeparations(bundles []bundle) []separation {
	spans := make([]extent, len(bundles))
	for i, b := range bundles {
		spans[i] = extent{b.bus, int32(b.pos), int32(b.a), int32(b.b), int32(b.lo), int32(b.hi)}
	}
	found := make([][]separation, runtime.GOMAXPROCS(0))
	inParallel(len(bundles), func(part, from, to int) {
		pairs := make([]separation, 0, 2*(to-from))
		for i := from; i < to; i++ {
			pairs = separationsOf(pairs, i, spans, bundles)
		}
		found[part] = pairs
	})
	return slices.Concat(found...)
}

// separationsOf adds the pairs of which the bundle with an index is the first.
func separationsOf(pairs []separation, first int, spans []extent, bundles []bundle) []separation {
	const comfort = 5 * unit
	b, mine := spans[first], len(pairs)
	for j := first + 1; j < len(spans); j++ {
		o := &spans[j]
		if o.pos-b.pos > 2*maxShift+comfort {
			break
		}
		if !b.apart(o) || slices.ContainsFunc(pairs[mine:], func(p separation) bool { return spans[p.second].apart(o) }) {
			continue
		}
		gap := int32(comfort)
		for _, c := range bundles[first].cards {
			if slices.Contains(bundles[j].cards, c) {
				gap = portGap
			}
		}
		pairs = append(pairs, separation{int32(first), int32(j), gap})
	}
	return pairs
}

// apart reports whether two bundles have to be kept apart, and could come together.
func (b *extent) apart(o *extent) bool {
	return b.bus != o.bus && b.a-nearAlong < o.b && o.a-nearAlong < b.b && o.lo-b.hi < portGap
}
