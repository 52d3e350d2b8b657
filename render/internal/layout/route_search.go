package layout

import "slices"

// routeMostSteps bounds the work for one line.
const routeMostSteps = 300_000

// routeMuchWork is how many nodes times lines are so many that a hurry is worth some of the quality.
const routeMuchWork = 2_000_000

// routeSearch looks for the cheapest way of one line at a time (A*); for far ones of many, for a way hardly dearer in a tenth of the time. A state is twice a node, plus the axis along which the line came there. The
// lists by state serve all lines: what was written in an earlier round does not count.
type routeSearch struct {
	grid  *routeGrid
	space *routeSpace

	round      int32
	seen, done []int32
	cost       []int64
	from       []int32
	via        []int8
	heap       routeHeap
	// own are the tracks, by axis, that lead to the line's ports.
	own [2][]int32

	line          *routeLead
	starts, goals []routeStop
	// first and last are the stubs wanted outside the two cards; lo and hi the window to look in.
	first, last int
	lo, hi      routeSpot
	// greed is by how many sixteenths the way ahead counts for more than it is, which makes the search run straight on; work is the nodes
	// times the lines, at most routeMuchWork.
	greed int64
	work  int
}

// routeStop is a port that the line may start or end at.
type routeStop struct {
	node            int32
	at              routeSpot
	axis, dir, cost int
}

func newRouteSearch(grid *routeGrid, space *routeSpace, lines int) *routeSearch {
	n := 2 * len(grid.nodes)
	s := &routeSearch{grid: grid, space: space, work: min(routeMuchWork, len(grid.nodes)*lines), seen: make([]int32, n), done: make([]int32, n), cost: make([]int64, n), from: make([]int32, n), via: make([]int8, n)}
	for axis := range 2 {
		s.own[axis] = make([]int32, len(grid.tracks[axis]))
	}
	return s
}

// lead is the cheapest way of a line, from port to port, or nil when there is none. It looks around the two cards first, then farther away.
func (s *routeSearch) lead(l *routeLead) []int32 {
	s.line = l
	s.grid.focus(l.net)
	s.first, s.last = l.stubs()
	s.starts = s.stops(s.starts, l.starts)
	s.goals = s.stops(s.goals, l.goals)
	s.greed = int64(min(10, l.far/(400*routeUnit))*s.work/routeMuchWork + min(1, l.far/(600*routeUnit)))
	a, b := &s.space.bars[l.From], &s.space.bars[l.To]
	for grow := 160 * routeUnit; ; grow *= 4 {
		all := true
		for axis := range 2 {
			s.lo[axis], s.hi[axis] = min(a.min[axis], b.min[axis])-grow, max(a.max[axis], b.max[axis])+grow
			all = all && s.lo[axis] <= s.space.min[axis] && s.hi[axis] >= s.space.max[axis]
		}
		if way := s.run(); way != nil || all {
			return way
		}
	}
}

// stops are the ports of ends that tracks lead to.
func (s *routeSearch) stops(stops []routeStop, ends []routeEnd) []routeStop {
	stops = stops[:0]
	for _, e := range ends {
		if n := s.grid.portNode[e.port]; n >= 0 {
			p := &s.grid.ports[e.port]
			stops = append(stops, routeStop{node: n, at: p.at, axis: p.axis(), dir: p.dir(), cost: e.cost})
			s.own[p.axis()][s.grid.nodes[n].track[p.axis()]] = int32(s.line.index) + 1
		}
	}
	return stops
}

// run is the way within the window, if there is one.
func (s *routeSearch) run() []int32 {
	s.round++
	s.heap = s.heap[:0]
	for _, p := range s.starts {
		s.reach(2*p.node+int32(p.axis), -1, 0, int64(p.cost))
	}
	for steps := 0; len(s.heap) > 0 && steps < routeMostSteps; steps++ {
		state := s.heap.pop().state
		if s.done[state] == s.round {
			continue
		}
		s.done[state] = s.round
		n, axis := state/2, int(state%2)
		if _, ok := s.goal(n); ok {
			return s.way(state)
		}
		for way := range 4 {
			if s.from[state] >= 0 && way == int(s.via[state]^1) {
				continue // back
			}
			if next, price := s.step(n, axis, way); next >= 0 {
				s.reach(2*next+int32(way/2), state, way, s.cost[state]+int64(price))
			}
		}
	}
	return nil
}

// reach notes a cheaper way to a state, by a step from another one.
func (s *routeSearch) reach(state, from int32, way int, cost int64) {
	if s.seen[state] == s.round && s.cost[state] <= cost {
		return
	}
	s.seen[state], s.cost[state], s.from[state], s.via[state] = s.round, cost, from, int8(way)
	ahead := s.ahead(s.grid.nodes[state/2].at, int(state%2))
	s.heap.push(routeStep{total: cost + ahead + ahead*s.greed/16, ahead: ahead, state: state})
}

// goal is the price of arriving at a node, if the line may end there.
func (s *routeSearch) goal(n int32) (int, bool) {
	if s.grid.nodes[n].port >= 0 {
		for i := range s.goals {
			if s.goals[i].node == n {
				return s.goals[i].cost, true
			}
		}
	}
	return 0, false
}

// ahead is the least that a line at a place, having come along an axis, still has to pay: the length and the bends to the nearest goal.
func (s *routeSearch) ahead(at routeSpot, axis int) int64 {
	least := -1
	for i := range s.goals {
		p := &s.goals[i]
		dx, dy := max(at[0]-p.at[0], p.at[0]-at[0]), max(at[1]-p.at[1], p.at[1]-at[1])
		before := (at[p.axis]-p.at[p.axis])*p.dir >= 0
		bends := 2
		switch {
		case p.axis == axis && before && at[1-axis] == p.at[1-axis]:
			bends = 0
		case p.axis != axis && before:
			bends = 1
		case p.axis != axis:
			bends = 3
		}
		if cost := (dx+dy)*routeLength + bends*routeBend + p.cost; least < 0 || cost < least {
			least = cost
		}
	}
	return int64(max(0, least))
}

// step follows a track from a node to the next where the line may turn or end, and says what that costs a line that came along axis. There is
// none (-1) when the track is not for this line, or leaves the window.
func (s *routeSearch) step(n int32, axis, way int) (next int32, price int) {
	g, to := s.grid, way/2
	index := g.nodes[n].track[to]
	if index < 0 {
		return -1, 0
	}
	track := &g.tracks[to][index]
	if track.net >= 0 && track.net != s.line.net || !track.gutter && s.own[to][index] != int32(s.line.index)+1 {
		return -1, 0
	}
	if axis != to {
		price = routeBend + s.short(g.nodes[n].at, axis)
		axis = -1
	}
	for {
		next = g.nodes[n].next[way]
		if next < 0 {
			return -1, 0
		}
		b := &g.nodes[next]
		if b.at[to] < s.lo[to] || b.at[to] > s.hi[to] {
			return -1, 0
		}
		if axis >= 0 {
			price += routeCross * g.across(n, 1-to)
		}
		price += s.price(n, next, way, track)
		if b.port >= 0 {
			end, ok := s.goal(next)
			if !ok {
				return -1, 0
			}
			return next, price + end
		}
		if side := b.track[1-to]; side >= 0 && (g.tracks[1-to][side].gutter || s.own[1-to][side] == int32(s.line.index)+1) {
			return next, price
		}
		n, axis = next, to
	}
}

// price is what an edge costs the line.
func (s *routeSearch) price(n, next int32, way int, track *routeTrack) int {
	g, to := s.grid, way/2
	edge := g.edge(n, way)
	length := (g.nodes[next].at[to] - g.nodes[n].at[to]) * (2*(way%2) - 1) * routeLength
	price := int(g.extra[edge])
	others, own := g.on(edge)
	switch {
	case track.tight:
		price += 8 * length
	case own || track.net >= 0:
		price += length / 2
	default:
		price += length + length*track.dear/100
	}
	switch {
	case others == 0:
	case others < g.lanes(edge):
		price += length * others / 10
	default:
		price += 3*length + routeBend
	}
	return price
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
	edge, _ := s.space.clear(1-axis, at[axis], at[1-axis]-1, at[1-axis]+1, p.dir, missing, s.line.net)
	missing -= (edge - at[axis]) * p.dir
	if missing <= 0 {
		return 0
	}
	return 20*routePoint + 3*missing*routeLength
}

// way lists the nodes up to a state, with those that its steps went over.
func (s *routeSearch) way(state int32) []int32 {
	var way []int32
	for s.from[state] >= 0 {
		back := s.via[state] ^ 1
		for n := state / 2; n != s.from[state]/2; n = s.grid.nodes[n].next[back] {
			way = append(way, n)
		}
		state = s.from[state]
	}
	way = append(way, state/2)
	slices.Reverse(way)
	return way
}
