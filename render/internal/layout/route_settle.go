package layout

import (
	"runtime"
	"slices"
)

// routePair says that a bundle has to stay gap after another; both are indexes in their order.
type routePair struct{ first, second, gap int32 }

// routeSettle gives each bundle its place: as near as can be to where it wants to be, those beside each other at an even distance, which shrinks
// only where a gutter is too narrow.
//
// False says that nobody waits any more.
func routeSettle(task *routeTask, bundles []routeBundle) bool {
	pairs := routePairs(bundles)
	low, high := make([]int32, len(bundles)), make([]int32, len(bundles))
	for again := true; again; {
		if task.stopped() {
			return false
		}
		for i, b := range bundles {
			low[i], high[i] = int32(b.lo), int32(b.hi)
		}
		routePush(pairs, low, high)
		again = routeNarrow(pairs, low, high)
	}
	down, up := make([]int32, len(bundles)), make([]int32, len(bundles))
	for i, b := range bundles {
		at := max(low[i], min(high[i], int32(b.want)))
		down[i], up[i] = at, at
	}
	// Pushing everything down keeps the gaps, pushing everything up does, and so does the mean of both, which is even.
	routePush(pairs, down, up)
	for i := range bundles {
		bundles[i].to = int((down[i] + up[i]) >> 1)
	}
	return true
}

// routePush moves places down until all gaps are kept, and others up.
func routePush(pairs []routePair, down, up []int32) {
	for _, p := range pairs {
		down[p.second] = max(down[p.second], down[p.first]+p.gap)
	}
	for _, p := range slices.Backward(pairs) {
		up[p.first] = min(up[p.first], up[p.second]-p.gap)
	}
}

// routeNarrow makes the gaps smaller that cannot be kept, and reports whether there were any.
func routeNarrow(pairs []routePair, low, high []int32) bool {
	found := false
	for i := range pairs {
		p := &pairs[i]
		if low[p.first]+p.gap <= high[p.second] || p.gap == 0 {
			continue
		}
		found = true
		switch {
		case p.gap > routeApart:
			p.gap = routeApart
		default:
			p.gap--
		}
	}
	return found
}

// routeSpan is what of a bundle says whether another has to keep away: thousands of them fit into a processor's nearest memory.
type routeSpan struct{ net, pos, a, b, lo, hi int32 }

// routePairs finds the bundles that have to keep apart, by the first and then the second of each pair. A pair that those in between keep
// apart is left out: in a gutter of many lines that is nearly all.
func routePairs(bundles []routeBundle) []routePair {
	spans := make([]routeSpan, len(bundles))
	for i, b := range bundles {
		spans[i] = routeSpan{b.net, int32(b.pos), int32(b.a), int32(b.b), int32(b.lo), int32(b.hi)}
	}
	found := make([][]routePair, runtime.GOMAXPROCS(0))
	routeChunks(len(bundles), func(part, from, to int) {
		pairs := make([]routePair, 0, 2*(to-from))
		for i := from; i < to; i++ {
			pairs = routePairsOf(pairs, i, spans, bundles)
		}
		found[part] = pairs
	})
	return slices.Concat(found...)
}

// routePairsOf adds the pairs of which the bundle with an index is the first.
func routePairsOf(pairs []routePair, first int, spans []routeSpan, bundles []routeBundle) []routePair {
	const comfort = 5 * routeUnit
	b, mine := spans[first], len(pairs)
	for j := first + 1; j < len(spans); j++ {
		o := &spans[j]
		if o.pos-b.pos > 2*routeSlack+comfort {
			break
		}
		if !b.apart(o) || slices.ContainsFunc(pairs[mine:], func(p routePair) bool { return spans[p.second].apart(o) }) {
			continue
		}
		gap := int32(comfort)
		for _, c := range bundles[first].cards {
			if slices.Contains(bundles[j].cards, c) {
				gap = routeSpread
			}
		}
		pairs = append(pairs, routePair{int32(first), int32(j), gap})
	}
	return pairs
}

// apart reports whether two bundles have to be kept apart, and could come together.
func (b *routeSpan) apart(o *routeSpan) bool {
	return b.net != o.net && b.a-routeNear < o.b && o.a-routeNear < b.b && o.lo-b.hi < routeSpread
}
