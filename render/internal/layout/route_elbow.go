package layout

// routeElbow is the least bad plain way between two cards that no track joins: an elbow from side to side, over as little of cards as can be.
func routeElbow(space *routeSpace, ports []routePort, l *routeLead) []routeSpot {
	var best []routeSpot
	least := 0
	for _, s := range l.starts {
		for _, g := range l.goals {
			for _, corners := range routeElbows(l, &ports[s.port], &ports[g.port]) {
				if cost := s.cost + g.cost + routeElbowCost(space, corners); best == nil || cost < least {
					best, least = corners, cost
				}
			}
		}
	}
	return best
}

// routeElbows are the plain ways between two ports.
func routeElbows(l *routeLead, a, b *routePort) [][]routeSpot {
	first, last := l.stubs()
	out, in := a.at, b.at
	out[a.axis()] += a.dir() * first
	in[b.axis()] += b.dir() * last
	ways := [][]routeSpot{
		{a.at, out, {out[0], in[1]}, in, b.at},
		{a.at, out, {in[0], out[1]}, in, b.at},
	}
	if a.axis() == b.axis() {
		axis := a.axis()
		p, q := a.at, b.at
		p[axis] = (a.at[axis] + b.at[axis]) / 2
		q[axis] = p[axis]
		ways = append(ways, []routeSpot{a.at, p, q, b.at})
	}
	for i, way := range ways {
		ways[i] = routeStraight(way)
	}
	return ways
}

// routeElbowCost weighs what a way covers above all.
func routeElbowCost(space *routeSpace, corners []routeSpot) int {
	cost := len(corners) * routeBend
	for i := 1; i < len(corners); i++ {
		a, b := corners[i-1], corners[i]
		axis := 0
		if a[0] == b[0] {
			axis = 1
		}
		length := max(a[axis], b[axis]) - min(a[axis], b[axis])
		cost += (length + 20*space.covered(routeStretch{axis, a[1-axis], a[axis], b[axis]})) * routeLength
	}
	return cost
}

// routeStraight leaves only the ends of a way and the places where it bends.
func routeStraight(way []routeSpot) []routeSpot {
	var out []routeSpot
	for _, at := range way {
		out = routeOn(out, at)
	}
	if len(out) == 1 {
		out = append(out, out[0])
	}
	return out
}

// routeOn adds a place to the bends of a way: one straight on moves its end.
func routeOn(way []routeSpot, at routeSpot) []routeSpot {
	k := len(way)
	switch {
	case k > 0 && way[k-1] == at:
	case k > 1 && (way[k-2][0] == at[0] && way[k-1][0] == at[0] || way[k-2][1] == at[1] && way[k-1][1] == at[1]):
		way[k-1] = at
	default:
		way = append(way, at)
	}
	return way
}
