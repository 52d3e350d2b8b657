package route

import "slices"

// The sides of a card.
const (
	leftSide = iota
	rightSide
	topSide
	bottomSide
)

// port is a point on a card's side at which lines leave or arrive.
type port struct {
	card int32
	side int
	at   vec
	// end is the end of the free segment outside the port, on the port's axis.
	end int
	// bus identifies a drawn line under that segment, or is -1.
	bus int32
}

// axis returns the axis on which a line leaves, and dir its direction.
func (p *port) axis() int { return p.side / 2 }
func (p *port) dir() int  { return 2*(p.side%2) - 1 }

type terminal struct {
	port int32
	cost int
}

// The costs of ports by side. Hierarchy lines lead from the bottom to the top; other lines lead
// from side to side.
var (
	sidewaysCost = [4]int{0, 0, 30 * pointCost, 30 * pointCost}
	managerCost  = [4]int{500 * pointCost, 500 * pointCost, 900 * pointCost, 0}
	reportCost   = [4]int{900 * pointCost, 900 * pointCost, 0, 2000 * pointCost}
	leaveCost    = [4]int{2000 * pointCost, 0, 2000 * pointCost, 2000 * pointCost}
	enterCost    = [4]int{0, 2000 * pointCost, 2000 * pointCost, 2000 * pointCost}
)

type portFinder struct {
	space *space
	ports []port
	known map[port]int32
}

func findPorts(space *space, connectors []*connector) []port {
	s := &portFinder{space: space, known: map[port]int32{}}
	for _, l := range connectors {
		from, to := int32(l.From), int32(l.To)
		starts, goals := sidewaysCost, sidewaysCost
		switch {
		case l.Hierarchy:
			starts, goals = managerCost, reportCost
		case l.Forward:
			starts, goals = leaveCost, enterCost
		}
		for side := range 4 {
			// If there are very many lines, none takes the most expensive sides, and each port adds
			// a track to search.
			const surcharge = 30 * pointCost
			few := len(connectors) <= manyLines
			if few || starts[side] < surcharge {
				l.starts = append(l.starts, s.middle(from, side, l.bus, starts[side])...)
			}
			if few || goals[side] < surcharge {
				l.goals = append(l.goals, s.middle(to, side, l.bus, goals[side])...)
			}
		}
		if l.Hierarchy {
			l.goals = append(l.goals, s.matching(to, topSide, l.starts, bottomSide, l.bus)...)
			l.goals = append(l.goals, s.besideText(to, l.bus)...)
		}
		if !l.Hierarchy && !l.Forward {
			s.facing(l)
			s.discourage(l)
		}
	}
	return s.ports
}

// middle returns the port at the center of a side or, if a drawn line ends there, the two ports
// beside it.
func (s *portFinder) middle(card int32, side int, bus int32, cost int) []terminal {
	obs := &s.space.obstacles[card]
	mid := obs.middle()
	ends := []terminal{{s.add(card, side, mid[1-side/2], bus), cost}}
	if p := s.ports[ends[0].port]; (p.end-p.at[p.axis()])*p.dir() < hierarchyStub {
		cross := 1 - side/2
		for _, at := range []int{mid[cross] - s.space.distances.port, mid[cross] + s.space.distances.port} {
			if at > obs.min[cross]+s.space.distances.card && at < obs.max[cross]-s.space.distances.card {
				ends = append(ends, terminal{s.add(card, side, at, bus), cost + 4*pointCost})
			}
		}
	}
	return ends
}

// besideText returns the ports at the top of a card that are just beside a text above its middle. A
// line that passes the text then ends there without a bend.
func (s *portFinder) besideText(card int32, bus int32) []terminal {
	const inset, most, above = 12 * unit, 24 * unit, 60 * unit
	obs := &s.space.obstacles[card]
	mid, top := obs.middle()[0], obs.min[1]
	middle := s.ports[s.add(card, topSide, mid, bus)].end
	var ends []terminal
	for text := range s.space.around(segment{1, mid, top - above, top}, mid) {
		if text.kind != textArea || text.max[1] > top || top-text.max[1] > above {
			continue
		}
		for _, at := range []int{text.min[0] - text.pad, text.max[0] + text.pad} {
			off := max(at, mid) - min(at, mid)
			if off == 0 || off > most || at < obs.min[0]+inset || at > obs.max[0]-inset {
				continue
			}
			if port := s.add(card, topSide, at, bus); s.ports[port].end < middle && !slices.Contains(ends, terminal{port, off * lengthCost}) {
				ends = append(ends, terminal{port, off * lengthCost})
			}
		}
	}
	return ends
}

// facing adds ports to a line between cards that face each other with an offset, so that the line
// can be straight.
func (s *portFinder) facing(l *connector) {
	a, b := &s.space.obstacles[l.From], &s.space.obstacles[l.To]
	for axis := range 2 {
		from, to := 2*axis+1, 2*axis
		switch {
		case a.max[axis] < b.min[axis]:
		case b.max[axis] < a.min[axis]:
			from, to = to, from
		default:
			continue
		}
		starts, goals := l.starts, l.goals
		l.starts = append(l.starts, s.matching(int32(l.From), from, goals, to, l.bus)...)
		l.goals = append(l.goals, s.matching(int32(l.To), to, starts, from, l.bus)...)
	}
}

// discourage makes the direct path between two very near cards expensive if a path around them is
// free: the direct path would show only an arrowhead, or one dash of a dashed line.
func (s *portFinder) discourage(l *connector) {
	const hidden = 100 * pointCost // at each end: together more than a path around a card
	a, b := &s.space.obstacles[l.From], &s.space.obstacles[l.To]
	for axis := range 2 {
		cross := 1 - axis
		from, to, gap := 2*axis+1, 2*axis, b.min[axis]-a.max[axis]
		if b.min[axis] < a.min[axis] {
			from, to, gap = to, from, a.min[axis]-b.max[axis]
		}
		if gap < 0 || gap >= l.arrow || a.min[cross] >= b.max[cross] || b.min[cross] >= a.max[cross] || !s.roomAround(a, b, axis) {
			continue
		}
		s.addCost(l.starts, from, hidden)
		s.addCost(l.goals, to, hidden)
	}
}

// roomAround reports whether several lines fit beside two adjacent cards, along an axis.
func (s *portFinder) roomAround(a, b *obstacle, axis int) bool {
	const wide = 10 * unit
	cross := 1 - axis
	from, to := min(a.min[axis], b.min[axis]), max(a.max[axis], b.max[axis])
	low, high := min(a.min[cross], b.min[cross])-s.space.distances.card, max(a.max[cross], b.max[cross])+s.space.distances.card
	down, _ := s.space.clear(segment{axis, low, from, to}, -1, wide, -1)
	up, _ := s.space.clear(segment{axis, high, from, to}, 1, wide, -1)
	return low-down >= wide || up-high >= wide
}

func (s *portFinder) addCost(ends []terminal, side, by int) {
	for i := range ends {
		if s.ports[ends[i].port].side == side {
			ends[i].cost += by
		}
	}
}

// matching returns ports on a side of a card exactly opposite the ports of ends.
func (s *portFinder) matching(card int32, side int, ends []terminal, opposite int, bus int32) []terminal {
	const inset, most = 8 * unit, 24 * unit
	obs, cross := &s.space.obstacles[card], 1-side/2
	mid := obs.middle()[cross]
	var out []terminal
	for _, e := range ends {
		p := s.ports[e.port]
		at := p.at[cross]
		off := max(at, mid) - min(at, mid)
		if p.side != opposite || off == 0 || off > most || at < obs.min[cross]+inset || at > obs.max[cross]-inset {
			continue
		}
		out = append(out, terminal{s.add(card, side, at, bus), sidewaysCost[side] + off*lengthCost})
	}
	return out
}

// add returns the port at a point, one for all lines. Only the card's own bus may leave over a
// drawn line of the card.
func (s *portFinder) add(card int32, side, cross int, bus int32) int32 {
	p := port{card: card, side: side, bus: -1}
	obs := &s.space.obstacles[card]
	p.at[1-p.axis()] = cross
	p.at[p.axis()] = obs.min[p.axis()]
	if p.dir() > 0 {
		p.at[p.axis()] = obs.max[p.axis()]
	}
	ray := ray{axis: p.axis(), pos: cross, at: p.at[p.axis()], dir: p.dir(), pad: s.space.distances.card, most: 1 << 24, from: card, bus: -1, box: obs.box}
	p.end = s.space.reach(ray)
	if bus == card && side == bottomSide {
		ray.bus = bus
		if end := s.space.reach(ray); end > p.end {
			p.end, p.bus = end, bus
		}
	}
	i, ok := s.known[p]
	if !ok {
		i = int32(len(s.ports))
		s.known[p] = i
		s.ports = append(s.ports, p)
	}
	return i
}
