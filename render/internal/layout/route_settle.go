package layout

import "slices"

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
			p.gap = max(0, p.gap-2)
		}
	}
	return found
}

// routeSpan is what of a bundle says whether another has to keep away: thousands of them fit into a processor's nearest memory.
type routeSpan struct{ net, pos, a, b, lo, hi int32 }

// routePairs finds the bundles that have to keep apart, by the first and then the second of each pair.
func routePairs(bundles []routeBundle) []routePair {
	const comfort = 5 * routeUnit
	spans := make([]routeSpan, len(bundles))
	for i, b := range bundles {
		spans[i] = routeSpan{b.net, int32(b.pos), int32(b.a), int32(b.b), int32(b.lo), int32(b.hi)}
	}
	pairs := make([]routePair, 0, 8*len(bundles))
	for i, b := range spans {
		for j := i + 1; j < len(spans); j++ {
			o := &spans[j]
			if o.pos-b.pos > 2*routeSlack+comfort {
				break
			}
			if !b.beside(o) || o.lo-b.hi >= routeSpread {
				continue
			}
			gap := int32(comfort)
			for _, c := range bundles[i].cards {
				if slices.Contains(bundles[j].cards, c) {
					gap = routeSpread
				}
			}
			if len(pairs) == cap(pairs) {
				pairs = slices.Grow(pairs, len(pairs)+1) // append would add a quarter only, and copy them all again and again
			}
			pairs = append(pairs, routePair{int32(i), int32(j), gap})
		}
	}
	return pairs
}

// beside reports whether two bundles have to be kept apart.
func (b *routeSpan) beside(o *routeSpan) bool {
	return b.net != o.net && b.a-routeNear < o.b && o.a-routeNear < b.b
}
