package layout

import "slices"

// routePair says that a bundle has to stay gap after another; both are indexes in their order.
type routePair struct{ first, second, gap int }

// routeSettle gives each bundle its place: as near as can be to where it wants to be, those beside each other at an even distance, which shrinks
// only where a gutter is too narrow.
func routeSettle(bundles []routeBundle) {
	pairs := routePairs(bundles)
	low, high := make([]int, len(bundles)), make([]int, len(bundles))
	for again := true; again; {
		for i, b := range bundles {
			low[i], high[i] = b.lo, b.hi
		}
		routePush(pairs, low, high)
		again = routeNarrow(pairs, low, high)
	}
	down, up := make([]int, len(bundles)), make([]int, len(bundles))
	for i, b := range bundles {
		at := max(low[i], min(high[i], b.want))
		down[i], up[i] = at, at
	}
	// Pushing everything down keeps the gaps, pushing everything up does, and so does the mean of both, which is even.
	routePush(pairs, down, up)
	for i := range bundles {
		bundles[i].to = (down[i] + up[i]) >> 1
	}
}

// routePush moves places down until all gaps are kept, and others up.
func routePush(pairs []routePair, down, up []int) {
	for _, p := range pairs {
		down[p.second] = max(down[p.second], down[p.first]+p.gap)
	}
	for _, p := range slices.Backward(pairs) {
		up[p.first] = min(up[p.first], up[p.second]-p.gap)
	}
}

// routeNarrow makes the gaps smaller that cannot be kept, and reports whether there were any.
func routeNarrow(pairs []routePair, low, high []int) bool {
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

// routePairs finds the bundles that have to keep apart, by the first and then the second of each pair.
func routePairs(bundles []routeBundle) []routePair {
	const comfort = 5 * routeUnit
	var pairs []routePair
	for i := range bundles {
		b := &bundles[i]
		for j := i + 1; j < len(bundles); j++ {
			o := &bundles[j]
			if o.pos-b.pos > 2*routeSlack+comfort {
				break
			}
			if !b.beside(o) || o.lo-b.hi >= routeSpread {
				continue
			}
			gap := comfort
			for _, c := range b.cards {
				if slices.Contains(o.cards, c) {
					gap = routeSpread
				}
			}
			pairs = append(pairs, routePair{i, j, gap})
		}
	}
	return pairs
}
