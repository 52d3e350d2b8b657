package layout

// price is what an edge costs the line.
func (s *routeSearch) price(n, next int32, way int, track *routeTrack) int {
	g, to := s.grid, way/2
	edge := g.edge(n, way)
	length := int(g.nodes[next].at[to]-g.nodes[n].at[to]) * (2*(way%2) - 1) * routeLength
	price := int(g.edges[edge].extra)
	others, own := s.on(edge)
	if own || track.net >= 0 {
		price += length / 2
	} else {
		price += track.price(length)
	}
	if others > 0 {
		price += routeBeside(length, others, g.lanes(edge))
	}
	return price
}

// price is what a length of the track costs.
func (t *routeTrack) price(length int) int {
	if t.tight {
		return 8 * length
	}
	return length + length*t.dear/100
}

// routeBeside is what a length costs more beside others, where so many have room.
func routeBeside(length, others, lanes int) int {
	if others < lanes {
		return length * others / 10
	}
	return 3*length + routeBend
}

// short is the price of bending too near to a card at either end, having come along an axis.
func (s *routeSearch) short(at routeSpot, axis int) int {
	price := 0
	for i := range s.starts {
		if p := &s.starts[i]; p.axis == axis && p.at[1-axis] == at[1-axis] {
			price = max(price, s.missing(p, at, s.first))
		}
	}
	for i := range s.goals {
		if p := &s.goals[i]; p.axis != axis && p.at[axis] == at[axis] {
			price = max(price, s.missing(p, at, s.last))
		}
	}
	return price
}

func (s *routeSearch) missing(p *routeStop, at routeSpot, want int) int {
	axis := p.axis
	missing := want - (at[axis]-p.at[axis])*p.dir
	if missing <= 0 || missing > want {
		return 0
	}
	// The line can be moved away from the card afterwards if there is room.
	edge, _ := s.space.clear(routeStretch{1 - axis, at[axis], at[1-axis] - 1, at[1-axis] + 1}, p.dir, missing, s.line.net)
	missing -= (edge - at[axis]) * p.dir
	if missing <= 0 {
		return 0
	}
	return 20*routePoint + 3*missing*routeLength
}
