package layout

// The sides of a card.
const (
	routeLeft = iota
	routeRight
	routeTop
	routeLow
)

// routePort is a place on a card's side where lines leave or arrive, and the stretch outside it.
type routePort struct {
	card int32
	side int
	at   routeSpot
	// end is how far the stretch gets, along the axis on which it leaves.
	end int
	// net is that of a drawn line that the stretch runs over, or -1.
	net int32
}

// axis is the one along which a line leaves a side, dir its direction.
func (p *routePort) axis() int { return p.side / 2 }
func (p *routePort) dir() int  { return 2*(p.side%2) - 1 }

// routeEnd is a port that a line may use, and its price.
type routeEnd struct {
	port int32
	cost int
}

// By the kind of line and by side, what it costs to leave and to arrive there: a hierarchy hangs from below to above, or to the left; others go
// from side to side.
var (
	routeSideways  = [4]int{0, 0, 30 * routePoint, 30 * routePoint}
	routeHangFrom  = [4]int{500 * routePoint, 500 * routePoint, 900 * routePoint, 0}
	routeHangUnder = [4]int{120 * routePoint, 500 * routePoint, 0, 900 * routePoint}
)

type routePortSet struct {
	space *routeSpace
	ports []routePort
	known map[routePort]int32
}

// routePorts finds the ports of all lines and gives them to the lines.
func routePorts(space *routeSpace, leads []*routeLead) []routePort {
	s := &routePortSet{space: space, known: map[routePort]int32{}}
	for _, l := range leads {
		from, to := int32(l.From), int32(l.To)
		starts, goals := routeSideways, routeSideways
		if l.Hierarchy {
			starts, goals = routeHangFrom, routeHangUnder
		}
		for side := range 4 {
			// Of very many lines, none would pay for the dearest sides: each port is a track more to look at.
			const dear = 30 * routePoint
			few := len(leads) <= routeMany
			if few || starts[side] < dear {
				l.starts = append(l.starts, s.middle(from, side, l.net, starts[side])...)
			}
			if few || goals[side] < dear {
				l.goals = append(l.goals, s.middle(to, side, l.net, goals[side])...)
			}
		}
		if !l.Hierarchy {
			s.facing(l)
			s.shun(l)
		}
	}
	return s.ports
}

// middle is the port at the middle of a side, or, where a drawn line ends there, the two beside it.
func (s *routePortSet) middle(card int32, side int, net int32, cost int) []routeEnd {
	bar := &s.space.bars[card]
	mid := bar.middle()
	ends := []routeEnd{{s.add(card, side, mid[1-side/2], net), cost}}
	if p := s.ports[ends[0].port]; (p.end-p.at[p.axis()])*p.dir() < routeDrop {
		cross := 1 - side/2
		for _, at := range []int{mid[cross] - routeSpread, mid[cross] + routeSpread} {
			if at > bar.min[cross]+routePad && at < bar.max[cross]-routePad {
				ends = append(ends, routeEnd{s.add(card, side, at, net), cost + 4*routePoint})
			}
		}
	}
	return ends
}

// facing adds ports to a line between cards that look at each other a little out of line, so that it can go straight.
func (s *routePortSet) facing(l *routeLead) {
	a, b := &s.space.bars[l.From], &s.space.bars[l.To]
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
		l.starts = append(l.starts, s.matching(int32(l.From), from, goals, to, l.net)...)
		l.goals = append(l.goals, s.matching(int32(l.To), to, starts, from, l.net)...)
	}
}

// shun makes the straight way between two cards dear where they stand so near to each other that of an arrow only the head would be seen, and of
// a dashed line a dash; unless there is no room for a way beside them.
func (s *routePortSet) shun(l *routeLead) {
	const hidden = 100 * routePoint // at each end: together more than a way round a card
	a, b := &s.space.bars[l.From], &s.space.bars[l.To]
	for axis := range 2 {
		cross := 1 - axis
		from, to, gap := 2*axis+1, 2*axis, b.min[axis]-a.max[axis]
		if b.min[axis] < a.min[axis] {
			from, to, gap = to, from, a.min[axis]-b.max[axis]
		}
		if gap < 0 || gap >= routeTip || a.min[cross] >= b.max[cross] || b.min[cross] >= a.max[cross] || !s.roomBeside(a, b, axis) {
			continue
		}
		s.raise(l.starts, from, hidden)
		s.raise(l.goals, to, hidden)
	}
}

// roomBeside reports whether a line and others can go along an axis beside two cards that stand behind each other.
func (s *routePortSet) roomBeside(a, b *routeBar, axis int) bool {
	const wide = 10 * routeUnit
	cross := 1 - axis
	from, to := min(a.min[axis], b.min[axis]), max(a.max[axis], b.max[axis])
	low, high := min(a.min[cross], b.min[cross])-routePad, max(a.max[cross], b.max[cross])+routePad
	down, _ := s.space.clear(routeStretch{axis, low, from, to}, -1, wide, -1)
	up, _ := s.space.clear(routeStretch{axis, high, from, to}, 1, wide, -1)
	return low-down >= wide || up-high >= wide
}

// raise makes the ends on a side dearer.
func (s *routePortSet) raise(ends []routeEnd, side, by int) {
	for i := range ends {
		if s.ports[ends[i].port].side == side {
			ends[i].cost += by
		}
	}
}

// matching are ports on a side of a card that lie right opposite to those of ends that are on another side.
func (s *routePortSet) matching(card int32, side int, ends []routeEnd, opposite int, net int32) []routeEnd {
	const inset, most = 8 * routeUnit, 24 * routeUnit
	bar, cross := &s.space.bars[card], 1-side/2
	mid := bar.middle()[cross]
	var out []routeEnd
	for _, e := range ends {
		p := s.ports[e.port]
		at := p.at[cross]
		off := max(at, mid) - min(at, mid)
		if p.side != opposite || off == 0 || off > most || at < bar.min[cross]+inset || at > bar.max[cross]-inset {
			continue
		}
		out = append(out, routeEnd{s.add(card, side, at, net), routeSideways[side] + off*routeLength})
	}
	return out
}

// add makes a port, once. Only a card's own bus may leave over a line that is drawn from it.
func (s *routePortSet) add(card int32, side, cross int, net int32) int32 {
	p := routePort{card: card, side: side, net: -1}
	bar := &s.space.bars[card]
	p.at[1-p.axis()] = cross
	p.at[p.axis()] = bar.min[p.axis()]
	if p.dir() > 0 {
		p.at[p.axis()] = bar.max[p.axis()]
	}
	ray := routeRay{axis: p.axis(), pos: cross, at: p.at[p.axis()], dir: p.dir(), pad: routePad, most: 1 << 24, from: card, net: -1, box: bar.box}
	p.end = s.space.reach(ray)
	if net == card && side == routeLow {
		ray.net = net
		if end := s.space.reach(ray); end > p.end {
			p.end, p.net = end, net
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
