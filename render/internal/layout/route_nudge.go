package layout

import (
	"cmp"
	"slices"
)

// routeSlack is how far a stretch may be moved from the middle of its gutter.
const routeSlack = 16 * routeUnit

// routeBundle is a stretch of one line, or stretches of the lines of one net that lie on each other and stay together.
type routeBundle struct {
	net       int32
	hierarchy bool
	// pos is where it lies across its axis, a and b its ends along it.
	pos, a, b int
	parts     []routePart
	// lo and hi are how far it can be moved, want where it would be if it were alone, to where it goes.
	lo, hi, want, to int
	// cards are those that it leaves or arrives at, ends the places where it does.
	cards []int32
	ends  []routeSpot
}

// routePart is the stretch of a line from its corner at to the next.
type routePart struct {
	lead *routeLead
	at   int
}

// axis is the one along which the part runs: stretches take turns.
func (p routePart) axis() int { return (p.lead.axis() + p.at) % 2 }

// routeNudge moves stretches that lie on each other apart, within the free width of their gutter. Moving upright ones changes how far level ones
// go, so that each is looked at twice, unless there are very many.
// False says that nobody waits any more.
func routeNudge(task *routeTask, space *routeSpace, leads []*routeLead) bool {
	turns := 4
	if len(leads) > routeMany {
		turns = 2
	}
	for turn := range turns {
		axis := turn % 2
		bundles := routeBundles(axis, leads)
		if task.stopped() {
			return false
		}
		routeChunks(len(bundles), func(_, from, to int) {
			for i := range bundles[from:to] {
				bundles[from+i].limit(space, axis)
			}
		})
		routePin(bundles)
		bundles = routeOrder(axis, bundles)
		if !routeSettle(task, bundles) {
			return false
		}
		for _, b := range bundles {
			for _, p := range b.parts {
				p.lead.corners[p.at][1-axis] = b.to
				p.lead.corners[p.at+1][1-axis] = b.to
			}
		}
	}
	return true
}

// routeBundles gathers the stretches along an axis, in order of their place across it.
func routeBundles(axis int, leads []*routeLead) []routeBundle {
	stretches := 0
	ends := make([]routeSpot, 0, 2*len(leads))
	cards := make([]int32, 0, 2*len(leads))
	for _, l := range leads {
		stretches += len(l.corners)/2 + 1
	}
	list := make([]routeBundle, 0, stretches)
	parts := make([]routePart, 0, stretches)
	for _, l := range leads {
		for at := range len(l.corners) - 1 {
			part := routePart{l, at}
			if part.axis() != axis {
				continue
			}
			p, q := l.corners[at], l.corners[at+1]
			b := routeBundle{net: l.net, hierarchy: l.Hierarchy, pos: p[1-axis], a: min(p[axis], q[axis]), b: max(p[axis], q[axis])}
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
		return cmp.Or(cmp.Compare(x.pos, y.pos), cmp.Compare(x.net, y.net), cmp.Compare(x.a, y.a), cmp.Compare(i, j))
	})
	out := make([]routeBundle, 0, len(list))
	for _, i := range order {
		b := &list[i]
		if n := len(out); n > 0 && out[n-1].net == b.net && out[n-1].pos == b.pos && b.a <= out[n-1].b {
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
func (b *routeBundle) limit(space *routeSpace, axis int) {
	cross := 1 - axis
	line := routeStretch{axis, b.pos, b.a, b.b}
	b.lo, _ = space.clear(line, -1, routeSlack, b.net)
	b.hi, _ = space.clear(line, 1, routeSlack, b.net)
	for _, c := range b.cards {
		const most = 10 * routeUnit
		card := &space.bars[c]
		b.lo = max(b.lo, b.pos-most, card.min[cross]+routePad)
		b.hi = min(b.hi, b.pos+most, card.max[cross]-routePad)
	}
	b.want = b.pos
	for _, p := range b.parts {
		first, last := p.lead.stubs()
		if p.at == 1 {
			b.stub(p.lead.corners[0][cross], first)
		}
		if n := len(p.lead.corners); p.at == n-3 {
			b.stub(p.lead.corners[n-1][cross], last)
		}
	}
	b.lo, b.hi = min(b.lo, b.pos), max(b.hi, b.pos)
	b.want = max(b.lo, min(b.hi, b.want))
}

// stub moves a bundle that the stretch outside a port leads to away from the port when it is too near. That is a wish: where several lines share a
// narrow gutter, keeping them apart comes first.
func (b *routeBundle) stub(port, want int) {
	if b.pos >= port {
		b.want = max(b.want, port+want)
	} else {
		b.want = min(b.want, port-want)
	}
}

// routePin keeps the ends of hierarchies at the middle of their sides, unless two hierarchies meet at one.
func routePin(bundles []routeBundle) {
	nets := map[routeSpot]int{}
	for _, b := range bundles {
		for i, end := range b.ends {
			if b.hierarchy && !slices.Contains(b.ends[:i], end) {
				nets[end]++
			}
		}
	}
	for i := range bundles {
		b := &bundles[i]
		for _, end := range b.ends {
			if b.hierarchy && nets[end] == 1 {
				b.lo, b.hi, b.want = b.pos, b.pos, b.pos
			}
		}
	}
}
