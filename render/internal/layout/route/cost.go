package route

func (s *search) price(n, next int32, heading int, track *track) int {
	g, to := s.grid, heading/2
	edge := g.edge(n, heading)
	length := int(g.nodes[next].at[to]-g.nodes[n].at[to]) * (2*(heading%2) - 1) * lengthCost
	price := int(g.edges[edge].extra)
	others, own := s.othersOn(edge)
	if own || track.bus >= 0 && !track.beyond {
		price += length / 2
	} else {
		price += track.price(length)
	}
	if others > 0 {
		price += congestionCost(length, others, g.lanes(edge))
	}
	return price
}

func (t *track) price(length int) int {
	if t.tight {
		return 8 * length
	}
	return length + length*t.surcharge/100
}

// congestionCost returns the additional cost of a length that others lines use already, where lanes
// lines fit.
func congestionCost(length, others, lanes int) int {
	if others < lanes {
		return length * others / 10
	}
	return 3*length + bendCost
}

// stubCost returns the cost of a bend too near to a card, after arrival along an axis.
func (s *search) stubCost(at vec, axis int) int {
	price := 0
	for i := range s.starts {
		if p := &s.starts[i]; p.axis == axis && p.at[1-axis] == at[1-axis] {
			price = max(price, s.shortfallCost(p, at, s.first))
		}
	}
	for i := range s.goals {
		if p := &s.goals[i]; p.axis != axis && p.at[axis] == at[axis] {
			price = max(price, s.shortfallCost(p, at, s.last))
		}
	}
	return price
}

func (s *search) shortfallCost(p *endpoint, at vec, want int) int {
	axis := p.axis
	missing := want - (at[axis]-p.at[axis])*p.dir
	if missing <= 0 || missing > want {
		return 0
	}
	// Nudging moves the segment away from the card if there is space.
	edge, _ := s.space.clear(segment{1 - axis, at[axis], at[1-axis] - 1, at[1-axis] + 1}, p.dir, missing, s.line.bus)
	missing -= (edge - at[axis]) * p.dir
	if missing <= 0 {
		return 0
	}
	return 20*pointCost + 3*missing*lengthCost
}

// markOwn marks the edges of the line's bus, or of the line itself, for othersOn and across.
func (s *search) markOwn(l *connector) {
	s.marking++
	if !l.shared {
		for _, edge := range l.edges {
			s.marked[edge] = s.marking
		}
		return
	}
	for _, v := range s.grid.byBus[l.bus] {
		if s.grid.uses[v.use].lines > 0 {
			s.marked[v.edge] = s.marking
		}
	}
}

// othersOn returns the number of other buses on an edge, and reports whether the marked bus is on
// it.
func (s *search) othersOn(edge int32) (others int, own bool) {
	others = int(s.grid.edges[edge].others)
	if others > 0 && s.marked[edge] == s.marking {
		return others - 1, true
	}
	return others, false
}

// across returns the number of other buses that go straight through a node along an axis.
func (s *search) across(n int32, axis int) int {
	after := 2*n + int32(axis)
	count := int(s.grid.edges[after].through)
	if count > 0 && s.marked[after] == s.marking && s.marked[s.grid.edge(n, 2*axis)] == s.marking {
		count--
	}
	return count
}

func (s *search) undisturbed(l *connector) bool {
	s.markOwn(l)
	for i, n := range l.path {
		if s.across(n, 0) > 0 || s.across(n, 1) > 0 {
			return false
		}
		if i == len(l.edges) {
			break
		}
		if others, _ := s.othersOn(l.edges[i]); others > 0 {
			return false
		}
	}
	return true
}

// entry is a state to visit. total is the least cost of a whole path through it, ahead the part of
// that cost after the state.
type entry struct {
	total, ahead int64
	state        int32
}

// before orders entries by total cost, then by the cost ahead, then by index.
func (a entry) before(b entry) bool {
	if a.total != b.total {
		return a.total < b.total
	}
	if a.ahead != b.ahead {
		return a.ahead < b.ahead
	}
	return a.state < b.state
}

// heap is a priority queue like container/heap, without its allocation of interface values.
type heap []entry

func (h *heap) push(step entry) {
	*h = append(*h, step)
	list := *h
	i := len(list) - 1
	for i > 0 {
		up := (i - 1) / 2
		if !step.before(list[up]) {
			break
		}
		list[i] = list[up]
		i = up
	}
	list[i] = step
}

func (h *heap) pop() entry {
	list := *h
	top, last := list[0], list[len(list)-1]
	list = list[:len(list)-1]
	*h = list
	if len(list) == 0 {
		return top
	}
	i := 0
	for {
		down := 2*i + 1
		if down >= len(list) {
			break
		}
		if down+1 < len(list) && list[down+1].before(list[down]) {
			down++
		}
		if !list[down].before(last) {
			break
		}
		list[i] = list[down]
		i = down
	}
	list[i] = last
	return top
}
