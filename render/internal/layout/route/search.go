package route

import "slices"

const maxSteps = 300_000

// muchWork is the product of nodes and lines above which speed is worth some quality.
const muchWork = 2_000_000

// hugeWork is the product above which the weight of the heuristic triples: among thousands of
// lines, a reader does not follow a distant line by its bends.
const hugeWork = 200_000_000

// search finds the cheapest path of one line at a time (A*). Among many lines it weights the
// heuristic of distant ones: a slightly costlier path takes a tenth of the time. It only reads the
// grid. Its lists are reused; entries of an earlier round are ignored.
type search struct {
	grid  *grid
	space *space

	// states has two states per node, one for each axis of arrival.
	round  int32
	states []state
	heap   heap
	// marked is, by edge, the last marking that found the line's bus on it.
	marking int32
	marked  []int32
	// own is, by axis and track, the line that may use the track for its ports. boxFor is, by box,
	// the line that may use the box's tracks. anyBox opens all boxes.
	own    [2][]int32
	boxFor []int32
	anyBox bool
	// stopsIn is, by section, the line that may stop inside.
	stopsIn []int32

	line          *connector
	starts, goals []endpoint
	// first and last are the desired lengths of the stubs at the two cards.
	first, last int
	// weight is the additional weight of the heuristic in sixteenths (weighted A*). work is the
	// product of nodes and lines.
	weight int64
	work   int
}

// state is the cheapest known path to a node along an axis. It is small because a search visits
// very many states.
type state struct {
	cost int64
	// mark is twice the round that reached the state, plus one if the state is closed.
	mark int32
	// from is four times the previous state plus the heading from there. It is negative at a start.
	from int32
}

func (s *state) via() int { return int(s.from & 3) }

type endpoint struct {
	node            int32
	at              vec
	axis, dir, cost int
}

func newSearch(grid *grid, space *space, lines int) *search {
	n := 2 * len(grid.nodes)
	s := &search{grid: grid, space: space, work: len(grid.nodes) * lines, states: make([]state, n),
		marked: make([]int32, n), boxFor: make([]int32, len(space.nesting.parent)), stopsIn: make([]int32, len(grid.sections))}
	for axis := range 2 {
		s.own[axis] = make([]int32, len(grid.tracks[axis]))
	}
	return s
}

// route finds the cheapest path of a line, if there is a path. The path enters boxes of other cards
// only if there is no other path.
func (s *search) route(l *connector) {
	s.line = l
	s.markOwn(l)
	s.first, s.last = l.stubs()
	for _, t := range s.grid.buses[l.bus] {
		s.openTrack(t.axis, t.track)
	}
	s.starts = s.stops(s.starts, l.starts)
	s.goals = s.stops(s.goals, l.goals)
	s.weight = s.weightFor(l.distance)
	s.openBoxes(s.space.obstacles[l.From].box)
	s.openBoxes(s.space.obstacles[l.To].box)
	s.anyBox = false
	l.path = s.run()
	if l.path == nil && s.space.nesting.known() {
		s.anyBox = true
		l.path = s.run()
	}
	l.edges = s.grid.edgesOf(l.path)
}

// weightFor returns the weight of the heuristic for two cards at a distance.
func (s *search) weightFor(distance int) int64 {
	weight := min(40, distance/(400*unit))*min(s.work, muchWork)/muchWork + min(1, distance/(600*unit))
	return int64(weight) + 2*int64(weight)*int64(min(s.work, hugeWork))/hugeWork
}

// openBoxes opens the tracks in a box, in its ancestors, and between the boxes inside their
// siblings. A line may pass through a division, though not through its units. In a huge picture it
// avoids other divisions; a long path then bends a third as often.
func (s *search) openBoxes(box int32) {
	mine := int32(s.line.index) + 1
	for ; ; box = s.space.nesting.parent[box] {
		if s.space.nesting.known() && s.work < hugeWork {
			for _, container := range s.space.nesting.containers[box+1] {
				s.boxFor[container] = mine
			}
		}
		if box < 0 {
			return
		}
		s.boxFor[box] = mine
	}
}

func (s *search) open(axis int, index int32) bool {
	t, mine := &s.grid.tracks[axis][index], int32(s.line.index)+1
	return s.own[axis][index] == mine || t.channel && (s.anyBox || t.box < 0 || s.boxFor[t.box] == mine)
}

func (s *search) stops(stops []endpoint, ends []terminal) []endpoint {
	stops = stops[:0]
	for _, e := range ends {
		if n := s.grid.portNode[e.port]; n >= 0 {
			p := &s.grid.ports[e.port]
			stops = append(stops, endpoint{node: n, at: p.at, axis: p.axis(), dir: p.dir(), cost: e.cost})
			s.openTrack(p.axis(), s.grid.nodes[n].track[p.axis()])
		}
	}
	return stops
}

func (s *search) openTrack(axis int, track int32) {
	mine := int32(s.line.index) + 1
	s.own[axis][track] = mine
	for _, n := range s.grid.along[axis][track] {
		for heading := range 4 {
			if s.grid.nodes[n].next[heading] >= 0 {
				if c := s.grid.sectionOf[s.grid.edge(n, heading)]; c >= 0 {
					s.stopsIn[c] = mine
				}
			}
		}
	}
}

func (s *search) run() []int32 {
	s.round++
	s.heap = s.heap[:0]
	for _, p := range s.starts {
		s.reach(2*p.node+int32(p.axis), -1, 0, int64(p.cost))
	}
	for steps := 0; len(s.heap) > 0 && steps < maxSteps; steps++ {
		index := s.heap.pop().state
		state := &s.states[index]
		if state.mark == 2*s.round+1 {
			continue
		}
		state.mark = 2*s.round + 1
		n, axis := index/2, int(index%2)
		if _, ok := s.goal(n); ok {
			return s.pathTo(index)
		}
		for heading := range 4 {
			if state.from >= 0 && heading == state.via()^1 {
				continue // backwards
			}
			if next, price := s.step(n, axis, heading); next >= 0 {
				s.reach(2*next+int32(heading/2), index, heading, state.cost+int64(price))
			}
		}
	}
	return nil
}

func (s *search) reach(index, from int32, heading int, cost int64) {
	state := &s.states[index]
	if state.mark >= 2*s.round && state.cost <= cost {
		return
	}
	state.mark, state.cost, state.from = max(state.mark, 2*s.round), cost, 4*from+int32(heading)
	ahead := s.heuristic(s.grid.nodes[index/2].spot(), int(index%2))
	s.heap.push(entry{total: cost + ahead + ahead*s.weight/16, ahead: ahead, state: index})
}

func (s *search) goal(n int32) (int, bool) {
	if s.grid.nodes[n].port >= 0 {
		for i := range s.goals {
			if s.goals[i].node == n {
				return s.goals[i].cost, true
			}
		}
	}
	return 0, false
}

// heuristic returns the least cost, by length and bends, from a point reached along an axis to the
// nearest goal.
func (s *search) heuristic(at vec, axis int) int64 {
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
		if cost := (dx+dy)*lengthCost + bends*bendCost + p.cost; least < 0 || cost < least {
			least = cost
		}
	}
	return int64(max(0, least))
}

// step follows a track from a node to the next node at which the line may turn or end. It returns
// that node and the cost, or -1 if the track is closed.
func (s *search) step(n int32, axis, heading int) (next int32, price int) {
	g, to := s.grid, heading/2
	index := g.nodes[n].track[to]
	if index < 0 {
		return -1, 0
	}
	track := &g.tracks[to][index]
	if track.bus >= 0 && track.bus != s.line.bus || !s.open(to, index) {
		return -1, 0
	}
	if axis != to {
		price = bendCost + s.stubCost(g.nodes[n].spot(), axis)
		axis = -1
	}
	for {
		next = g.nodes[n].next[heading]
		if next < 0 {
			return -1, 0
		}
		if axis >= 0 {
			price += crossCost * s.across(n, 1-to)
		}
		if c := g.sectionFrom(n, heading); c >= 0 && s.passes(c) {
			return g.sections[c].ends[heading%2], price + g.sectionPrice(c, to)
		}
		price += s.price(n, next, heading, track)
		b := &g.nodes[next]
		if b.port >= 0 {
			end, ok := s.goal(next)
			if !ok {
				return -1, 0
			}
			return next, price + end
		}
		if side := b.track[1-to]; side >= 0 && s.open(1-to, side) {
			return next, price
		}
		n, axis = next, to
	}
}

func (s *search) passes(section int32) bool {
	mine := int32(s.line.index) + 1
	if s.anyBox || s.stopsIn[section] == mine {
		return false
	}
	c := &s.grid.sections[section]
	for _, box := range s.grid.boxes[c.firstBox:c.lastBox] {
		if s.boxFor[box] == mine {
			return false
		}
	}
	return true
}

func (s *search) pathTo(index int32) []int32 {
	var heading []int32
	for state := s.states[index]; state.from >= 0; state = s.states[index] {
		back, before := state.via()^1, state.from/4
		for n := index / 2; n != before/2; n = s.grid.nodes[n].next[back] {
			heading = append(heading, n)
		}
		index = before
	}
	heading = append(heading, index/2)
	slices.Reverse(heading)
	return heading
}
