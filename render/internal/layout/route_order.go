package layout

// routeOrder puts bundles in the order in which they lie beside each other. Those on one track are ordered by where their lines come from and
// go to, so that they do not cross only to change places.
func routeOrder(axis int, bundles []routeBundle) []routeBundle {
	out := make([]routeBundle, len(bundles))
	routeChunks(len(bundles), func(_, from, to int) {
		if from > 0 { // the part before takes all of the track at which it ends
			for from < to && bundles[from].pos == bundles[from-1].pos {
				from++
			}
		}
		for from < to {
			end := from + 1
			for end < len(bundles) && bundles[end].pos == bundles[from].pos {
				end++
			}
			copy(out[from:end], routeOrderTied(axis, bundles[from:end]))
			from = end
		}
	})
	return out
}

// routeOrderTied orders the bundles of one track: again and again the first that no other one has to come before.
func routeOrderTied(axis int, tied []routeBundle) []routeBundle {
	const most = 64 // more come as they are: no reader can follow them, and each would be compared with each
	if len(tied) == 1 || len(tied) > most {
		return tied
	}
	before := make([]int, len(tied))
	after := make([][]int, len(tied))
	for i := range tied {
		for j := i + 1; j < len(tied); j++ {
			if !tied[i].beside(&tied[j]) {
				continue
			}
			first, second := i, j
			if routeCompare(axis, &tied[i], &tied[j]) > 0 {
				first, second = j, i
			}
			after[first] = append(after[first], second)
			before[second]++
		}
	}
	out := make([]routeBundle, 0, len(tied))
	placed := make([]bool, len(tied))
	for range tied {
		next := -1
		for i := range tied {
			if !placed[i] && (next < 0 || before[i] < before[next]) {
				next = i
			}
		}
		placed[next] = true
		out = append(out, tied[next])
		for _, i := range after[next] {
			before[i]--
		}
	}
	return out
}

// routeNear is how near to each other along a track two stretches are beside each other.
const routeNear = 4

// beside reports whether two bundles have to be kept apart.
func (b *routeBundle) beside(o *routeBundle) bool {
	return b.net != o.net && b.a-routeNear < o.b && o.a-routeNear < b.b
}

// routeCompare says whether x lies before y (negative) or after it, both being on one track.
func routeCompare(axis int, x, y *routeBundle) int {
	low := func(b *routeBundle) routePart {
		return b.end(func(p, q routePart) bool { return p.low(axis) < q.low(axis) })
	}
	high := func(b *routeBundle) routePart {
		return b.end(func(p, q routePart) bool { return p.high(axis) > q.high(axis) })
	}
	atLow, startsLow := routeParting(axis, -1, low(x), low(y))
	atHigh, _ := routeParting(axis, 1, high(x), high(y))
	// Where the two ends disagree the lines have to cross; they do so at the far end of what they share, on every stretch of it alike.
	switch {
	case atLow == 0:
		return atHigh
	case atHigh == 0 || startsLow:
		return atLow
	}
	return atHigh
}

func (b *routeBundle) end(better func(p, q routePart) bool) routePart {
	best := b.parts[0]
	for _, p := range b.parts[1:] {
		if better(p, best) {
			best = p
		}
	}
	return best
}

func (p routePart) low(axis int) int {
	return min(p.lead.corners[p.at][axis], p.lead.corners[p.at+1][axis])
}

func (p routePart) high(axis int) int {
	return max(p.lead.corners[p.at][axis], p.lead.corners[p.at+1][axis])
}

// routeParting follows two lines that lie on each other, along axis towards dir, to where they part, and says which of them has to come first for
// them not to cross there: negative for x, 0 for neither. From says whether that end is the one that the line with the lower index comes from.
func routeParting(axis, dir int, x, y routePart) (first int, from bool) {
	sx, sy := x.step(axis, dir), y.step(axis, dir)
	from = sx < 0
	if y.lead.index < x.lead.index {
		from = sy < 0
	}
	sign := 1
	for range len(x.lead.corners) + len(y.lead.corners) {
		ex, ey := x.corner(sx)[axis], y.corner(sy)[axis]
		tx, okx := x.turn(sx)
		ty, oky := y.turn(sy)
		switch {
		case (ex-ey)*dir < 0: // x turns away first
			if !okx {
				return 0, from
			}
			return sign * tx, from
		case (ex-ey)*dir > 0:
			if !oky {
				return 0, from
			}
			return -sign * ty, from
		case !okx || !oky:
			return 0, from
		case tx != ty:
			return sign * tx, from
		}
		// Both turn at one place to one side: on the next stretch the one that turned later lies outside.
		sign *= -dir * tx
		x.at, y.at = x.at+sx, y.at+sy
		axis, dir = 1-axis, tx
		if px, py := x.lead.corners[x.at][1-axis], y.lead.corners[y.at][1-axis]; px != py {
			if px < py {
				return sign, from
			}
			return -sign, from
		}
	}
	return 0, from
}

// step is by how much a part's index grows when its line is followed along axis towards dir.
func (p routePart) step(axis, dir int) int {
	if (p.lead.corners[p.at+1][axis]-p.lead.corners[p.at][axis])*dir >= 0 {
		return 1
	}
	return -1
}

// corner is the one at which the part ends when its line is followed by step.
func (p routePart) corner(step int) routeSpot {
	if step > 0 {
		return p.lead.corners[p.at+1]
	}
	return p.lead.corners[p.at]
}

// turn is the direction of the next part, if there is one.
func (p routePart) turn(step int) (dir int, ok bool) {
	next := p.at + step
	if next < 0 || next > len(p.lead.corners)-2 {
		return 0, false
	}
	cross := 1 - p.axis()
	here, there := p.corner(step), routePart{p.lead, next}.corner(step)
	switch {
	case there[cross] < here[cross]:
		return -1, true
	case there[cross] > here[cross]:
		return 1, true
	}
	return 0, false
}
