package layout

import (
	"cmp"
	"slices"
)

// routeTrack is a stretch that lines may run along without meeting a bar: the middle of a gutter, or the way out of a port.
type routeTrack struct {
	axis, pos, from, to int
	// net is that of the only lines that may use it, or -1.
	net int32
	// tight is a track between cards that leave too little room, port one that a port leads to, gutter one that is more than that.
	tight, port, gutter bool
	// box is the one that the track is at home in, or -1: lines that neither begin nor end in there keep off it.
	box int32
	// dear is what length costs more on it than elsewhere, in hundredths.
	dear int
}

// routeTrackSet makes tracks; far is how far they may go beyond what they run beside, outside how far out of the box that they are at home in.
type routeTrackSet struct {
	space        *routeSpace
	far, outside int
	tracks       [2][]routeTrack
}

// How far tracks lead out of their boxes: to those right around the box, and where lines are few to those around the box that it stands in, so
// that a line gets out of both without a bend.
const (
	routeOutside    = 30 * routeUnit
	routeFarOutside = 70 * routeUnit
)

// routeTrackNodes is how many crossings of tracks a grid may have. Cards strewn over a wide page, each in a row and a column of its own, would
// have millions; their tracks are then kept short.
const routeTrackNodes = 600_000

// routeTracks makes the tracks of a task, by axis, in order of their place, and counts where they cross. There are none when nobody waits any
// more.
func routeTracks(task *routeTask, space *routeSpace, ports []routePort, leads []*routeLead) (tracks [2][]routeTrack, crossings int) {
	outside := routeOutside
	if len(leads) <= routeSecond {
		outside = routeFarOutside
	}
	for _, far := range []int{1 << 24, 1500 * routeUnit, 500 * routeUnit, 200 * routeUnit, 60 * routeUnit} {
		if task.stopped() {
			break
		}
		s := &routeTrackSet{space: space, far: far, outside: outside}
		s.build(ports, leads)
		if crossings := s.crossings(); crossings <= routeTrackNodes {
			return s.tracks, crossings
		}
	}
	return tracks, 0
}

func (s *routeTrackSet) build(ports []routePort, leads []*routeLead) {
	for axis := range 2 {
		s.tracks[axis] = make([]routeTrack, 0, 2*len(s.space.bars)+len(ports))
	}
	for i := range s.space.bars {
		bar := &s.space.bars[i]
		switch {
		case bar.kind == routeIsBox:
			s.beside(bar, bar.along, -1)
			s.beside(bar, bar.along, 1)
		case bar.kind != routeIsLine:
			for axis := range 2 {
				s.beside(bar, axis, -1)
				s.beside(bar, axis, 1)
			}
		}
	}
	s.around()
	s.buses(leads)
	for i := range ports {
		p := &ports[i]
		at := p.at[p.axis()]
		end := max(at-s.far, min(at+s.far, p.end))
		s.add(routeTrack{axis: p.axis(), pos: p.at[1-p.axis()], from: min(at, end), to: max(at, end), net: p.net, port: true, box: s.space.bars[p.card].box})
	}
	for axis := range 2 {
		s.tracks[axis] = s.merged(s.tracks[axis])
	}
}

func (s *routeTrackSet) add(t routeTrack) { s.tracks[t.axis] = append(s.tracks[t.axis], t) }

// beside makes the track along a bar's side, in the middle of the gutter there, or not too far away where the gutter is wide.
func (s *routeTrackSet) beside(bar *routeBar, axis, dir int) {
	const narrow, wide, near, most = 10 * routeUnit, 40 * routeUnit, 8 * routeUnit, 48 * routeUnit
	cross := 1 - axis
	side := bar.min[cross]
	if dir > 0 {
		side = bar.max[cross]
	}
	a, b := bar.min[axis], bar.max[axis]
	pos := side + dir*bar.pad
	edge, ok := s.space.clear(routeStretch{axis, pos, a, b}, dir, most, -1)
	if !ok {
		if bar.kind == routeIsCard {
			s.between(bar, axis, dir)
		}
		return
	}
	dear := 0
	switch room := (edge - pos) * dir; {
	case room < narrow:
		dear = 25
		pos = (pos + edge) / 2
	case room <= wide:
		pos = (pos + edge) / 2
	default:
		dear = 2 // the middle of a gutter is nicer, where there is one
		pos += dir * near
	}
	box := bar.box
	if bar.kind == routeIsBox && bar.out == dir && box >= 0 {
		box = s.space.nest.parent[box]
	}
	s.stretch(routeTrack{axis: axis, pos: pos, from: a, to: b, net: -1, dear: dear, box: box}, routePad)
}

// between makes the track between a card and the next that leave too little room, if they leave any.
func (s *routeTrackSet) between(bar *routeBar, axis, dir int) {
	cross := 1 - axis
	side, a, b := bar.min[cross], bar.min[axis], bar.max[axis]
	if dir > 0 {
		side = bar.max[cross]
	}
	gap := 2 * routePad
	for o := range s.space.around(routeStretch{axis, side, a, b}, side) {
		if o.kind != routeIsCard || o.min[axis] >= b || o.max[axis] <= a {
			continue
		}
		near := (o.min[cross] - side) * dir
		if dir < 0 {
			near = (o.max[cross] - side) * dir
		}
		if near >= 0 || o.min[cross] < side && side < o.max[cross] {
			gap = min(gap, max(0, near))
		}
	}
	if gap >= 2 {
		s.stretch(routeTrack{axis: axis, pos: (2*side + dir*gap) / 2, from: a, to: b, net: -1, tight: true, box: bar.box}, gap/2)
	}
}

// stretch lengthens a track at both ends as far as it gets, but out of its box only so far that it meets the tracks around that.
func (s *routeTrackSet) stretch(t routeTrack, pad int) {
	down, up := s.far, s.far
	if t.box >= 0 {
		down = max(0, min(down, t.from-s.space.nest.min[t.box][t.axis]+s.outside))
		up = max(0, min(up, s.space.nest.max[t.box][t.axis]+s.outside-t.to))
	}
	ray := routeRay{axis: t.axis, pos: t.pos, at: t.from, dir: -1, pad: pad, most: down, from: -1, net: t.net, box: t.box}
	from := s.space.reach(ray)
	ray.at, ray.dir, ray.most = t.to, 1, up
	t.to = s.space.reach(ray)
	t.from = from
	t.gutter = true
	s.add(t)
}

// around makes the tracks around everything.
func (s *routeTrackSet) around() {
	const inset = routeMargin / 2
	lo, hi := s.space.min, s.space.max
	for axis := range 2 {
		for _, pos := range []int{lo[1-axis] + inset, hi[1-axis] - inset} {
			s.stretch(routeTrack{axis: axis, pos: pos, from: lo[axis] + inset, to: lo[axis] + inset, net: -1, box: -1}, routePad)
		}
	}
}

// buses makes tracks of the drawn lines of each card from which more lines hang.
func (s *routeTrackSet) buses(leads []*routeLead) {
	hangs := map[int32]bool{}
	for _, l := range leads {
		hangs[l.net] = true
	}
	for i := range s.space.bars {
		if b := &s.space.bars[i]; b.kind == routeIsLine && b.net >= 0 && hangs[b.net] {
			s.add(routeTrack{axis: b.along, pos: b.min[1-b.along], from: b.min[b.along], to: b.max[b.along], net: b.net, gutter: true, box: -1})
		}
	}
}

// crossings counts how often the tracks cross, at most a little more than the grid may have.
func (s *routeTrackSet) crossings() int {
	sum := 0
	for _, t := range s.tracks[0] {
		routeCrossing(s.tracks[1], t, func(int) bool {
			sum++
			return sum <= routeTrackNodes
		})
		if sum > routeTrackNodes {
			break
		}
	}
	return sum
}

// routeCrossing calls do with each of the tracks of the other axis that cross t, in order, while it says true.
func routeCrossing(others []routeTrack, t routeTrack, do func(int) bool) {
	i, _ := slices.BinarySearchFunc(others, t.from, func(o routeTrack, at int) int { return cmp.Compare(o.pos, at) })
	for ; i < len(others) && others[i].pos <= t.to; i++ {
		if o := &others[i]; o.from <= t.pos && t.pos <= o.to && !do(i) {
			return
		}
	}
}

// merged sorts tracks, joins those that continue each other, and drops those that have a longer one right beside them. The ways out of ports
// stay apart from gutters, so that they can be joined across the sides of boxes without opening these to everybody.
func (s *routeTrackSet) merged(tracks []routeTrack) []routeTrack {
	slices.SortFunc(tracks, func(a, b routeTrack) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), cmp.Compare(a.net, b.net), compareBools(a.port, b.port), compareBools(a.tight, b.tight),
			boxesApart(a, b), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	out := make([]routeTrack, 0, len(tracks))
	for _, t := range tracks {
		if n := len(out); n > 0 {
			if o := &out[n-1]; o.pos == t.pos && o.net == t.net && o.port == t.port && o.tight == t.tight && boxesApart(*o, t) == 0 && t.from <= o.to {
				o.to = max(o.to, t.to)
				o.dear = min(o.dear, t.dear)
				continue
			}
		}
		out = append(out, t)
	}
	const beside = 5 * routeUnit
	dropped := make([]bool, len(out))
	for i := range out {
		t := &out[i]
		if t.port || t.net >= 0 {
			continue
		}
		covers := func(j int) bool {
			o := &out[j]
			return !dropped[j] && o.net < 0 && o.from <= t.from && t.to <= o.to && (!o.tight || t.tight) && !o.port && o.dear <= t.dear &&
				s.space.nest.holds(o.box, t.box)
		}
		for j := i - 1; j >= 0 && out[j].pos >= t.pos-beside && !dropped[i]; j-- {
			dropped[i] = covers(j)
		}
		for j := i + 1; j < len(out) && out[j].pos <= t.pos+beside && !dropped[i]; j++ {
			dropped[i] = covers(j)
		}
	}
	kept := out[:0]
	for i, t := range out {
		if !dropped[i] {
			kept = append(kept, t)
		}
	}
	return kept
}

// boxesApart orders gutters by their boxes, and says 0 where these do not matter.
func boxesApart(a, b routeTrack) int {
	if a.port && b.port {
		return 0
	}
	return cmp.Compare(a.box, b.box)
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
