package route

import (
	"cmp"
	"slices"
	"sync"
)

// track is a segment without obstacles along which lines may run: the center of a channel, or the
// free segment outside a port.
type track struct {
	axis, pos, from, to int
	// bus identifies the only lines that may use the track. It is -1 if all lines may. beyond marks
	// a track of a bus beyond the ends of its drawn line.
	bus    int32
	beyond bool
	// tight marks a track between cards that are too close to each other. port marks a track of a
	// port, channel a track of a channel; a track may be both.
	tight, port, channel bool
	// box is the box of the track, or -1. Lines with neither end in the box avoid it.
	box int32
	// surcharge is the additional cost of length, in hundredths.
	surcharge int
}

// trackBuilder makes tracks. far limits their extension beyond an obstacle, outside their extension
// beyond their box.
type trackBuilder struct {
	space        *space
	far, outside int
	tracks       [2][]track
}

// Outside their box, tracks extend to the tracks around it. If there are few lines, they extend to
// the tracks around the parent, so that a line leaves both without a bend.
const (
	boxReach    = 30 * unit
	farBoxReach = 70 * unit
)

// maxCrossings limits the nodes of a grid. Scattered cards, each in a row and a column of its own,
// would have millions; their tracks are shortened.
const maxCrossings = 600_000

// makeTracks returns the tracks by axis, in the order of their position, and the number of their
// crossings. It returns no tracks if stopped.
func makeTracks(task *Task, space *space, ports []port, connectors []*connector) (tracks [2][]track, crossings int) {
	outside := boxReach
	if len(connectors) <= rerouteLimit {
		outside = farBoxReach
	}
	for _, far := range []int{1 << 24, 1500 * unit, 500 * unit, 200 * unit, 60 * unit} {
		if task.stopped() {
			break
		}
		s := &trackBuilder{space: space, far: far, outside: outside}
		var wait sync.WaitGroup
		for axis := range 2 {
			wait.Go(func() { s.buildAxis(axis, ports, connectors) })
		}
		wait.Wait()
		if crossings := s.crossings(); crossings <= maxCrossings {
			return s.tracks, crossings
		}
	}
	return tracks, 0
}

func (s *trackBuilder) buildAxis(axis int, ports []port, connectors []*connector) {
	s.tracks[axis] = make([]track, 0, 2*len(s.space.obstacles)+len(ports))
	for i := range s.space.obstacles {
		if obs := &s.space.obstacles[i]; obs.kind != drawnLine && (obs.kind != boxSide || obs.along == axis) {
			s.alongSide(obs, axis, -1)
			s.alongSide(obs, axis, 1)
		}
	}
	const inset = margin / 2
	const outside = 20 // a line around everything leaves the account, for the reader
	lo, hi := s.space.min, s.space.max
	for _, pos := range []int{lo[1-axis] + inset, hi[1-axis] - inset} {
		s.extend(track{axis: axis, pos: pos, from: lo[axis] + inset, to: lo[axis] + inset, bus: -1, box: -1, surcharge: outside}, s.space.distances.card)
	}
	s.buses(axis, connectors)
	for i := range ports {
		p := &ports[i]
		if p.axis() != axis {
			continue
		}
		at := p.at[axis]
		end := max(at-s.far, min(at+s.far, p.end))
		s.add(track{axis: axis, pos: p.at[1-axis], from: min(at, end), to: max(at, end), bus: p.bus, port: true, box: s.space.obstacles[p.card].box})
	}
	s.tracks[axis] = s.merged(s.tracks[axis])
}

func (s *trackBuilder) add(t track) { s.tracks[t.axis] = append(s.tracks[t.axis], t) }

// alongSide adds the track along a side of an obstacle: in the center of the channel or, in a wide
// channel, near the side.
func (s *trackBuilder) alongSide(obs *obstacle, axis, dir int) {
	const narrow, wide, near, most = 10 * unit, 40 * unit, 8 * unit, 48 * unit
	cross := 1 - axis
	side := obs.min[cross]
	if dir > 0 {
		side = obs.max[cross]
	}
	a, b := obs.min[axis], obs.max[axis]
	pos := side + dir*obs.pad
	edge, ok := s.space.clear(segment{axis, pos, a, b}, dir, most, -1)
	if !ok {
		if obs.kind == cardArea {
			s.between(obs, axis, dir)
		}
		return
	}
	surcharge := 0
	switch room := (edge - pos) * dir; {
	case room < narrow:
		surcharge = 25
		pos = (pos + edge) / 2
	case room <= wide:
		pos = (pos + edge) / 2
	default:
		surcharge = 2 // prefer the center of a channel
		pos += dir * near
	}
	box := obs.box
	if obs.kind == boxSide && obs.out == dir && box >= 0 {
		box = s.space.nesting.parent[box]
	}
	s.extend(track{axis: axis, pos: pos, from: a, to: b, bus: -1, surcharge: surcharge, box: box}, s.space.distances.card)
}

// between adds the track between a card and the next if they are closer than the usual distances.
func (s *trackBuilder) between(obs *obstacle, axis, dir int) {
	cross := 1 - axis
	side, a, b := obs.min[cross], obs.min[axis], obs.max[axis]
	if dir > 0 {
		side = obs.max[cross]
	}
	gap := 2 * s.space.distances.card
	for o := range s.space.around(segment{axis, side, a, b}, side) {
		if o.kind != cardArea || o.min[axis] >= b || o.max[axis] <= a {
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
		s.extend(track{axis: axis, pos: (2*side + dir*gap) / 2, from: a, to: b, bus: -1, tight: true, box: obs.box}, gap/2)
	}
}

// extend lengthens a track at both ends as far as possible, but outside its box only to the
// surrounding tracks.
func (s *trackBuilder) extend(t track, pad int) {
	down, up := s.far, s.far
	if t.box >= 0 {
		down = max(0, min(down, t.from-s.space.nesting.min[t.box][t.axis]+s.outside))
		up = max(0, min(up, s.space.nesting.max[t.box][t.axis]+s.outside-t.to))
	}
	ray := ray{axis: t.axis, pos: t.pos, at: t.from, dir: -1, pad: pad, most: down, from: -1, bus: t.bus, box: t.box}
	from := s.space.reach(ray)
	ray.at, ray.dir, ray.most = t.to, 1, up
	t.to = s.space.reach(ray)
	t.from = from
	t.channel = true
	s.add(t)
}

// buses adds tracks over the drawn lines of each card whose bus has more lines to route.
func (s *trackBuilder) buses(axis int, connectors []*connector) {
	pending := map[int32]bool{}
	for _, l := range connectors {
		pending[l.bus] = true
	}
	for i := range s.space.obstacles {
		if b := &s.space.obstacles[i]; b.kind == drawnLine && b.along == axis && b.bus >= 0 && pending[b.bus] {
			t := track{axis: axis, pos: b.min[1-axis], from: b.min[axis], to: b.max[axis], bus: b.bus, channel: true, box: -1}
			s.add(t)
			if t.beyond = axis == 0; t.beyond {
				s.extend(t, s.space.distances.card)
			}
		}
	}
}

// crossings counts the crossings, and stops just above the limit.
func (s *trackBuilder) crossings() int {
	sum := 0
	for _, t := range s.tracks[0] {
		eachCrossing(s.tracks[1], t, func(int) bool {
			sum++
			return sum <= maxCrossings
		})
		if sum > maxCrossings {
			break
		}
	}
	return sum
}

// eachCrossing calls do with the index of each track of the other axis that crosses t, in order,
// until do returns false.
func eachCrossing(others []track, t track, do func(int) bool) {
	i, _ := slices.BinarySearchFunc(others, t.from, func(o track, at int) int { return cmp.Compare(o.pos, at) })
	for ; i < len(others) && others[i].pos <= t.to; i++ {
		if o := &others[i]; o.from <= t.pos && t.pos <= o.to && !do(i) {
			return
		}
	}
}

// merged sorts tracks, joins consecutive tracks, and drops a track beside a longer one. Tracks of
// ports stay separate: joined across the sides of boxes, they would open the boxes to other lines.
func (s *trackBuilder) merged(tracks []track) []track {
	slices.SortFunc(tracks, func(a, b track) int {
		return cmp.Or(cmp.Compare(a.pos, b.pos), cmp.Compare(a.bus, b.bus), compareBools(a.port, b.port), compareBools(a.tight, b.tight), compareBools(a.beyond, b.beyond),
			compareBoxes(a, b), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	out := make([]track, 0, len(tracks))
	for _, t := range tracks {
		if n := len(out); n > 0 {
			if o := &out[n-1]; o.pos == t.pos && o.bus == t.bus && o.port == t.port && o.tight == t.tight && o.beyond == t.beyond && compareBoxes(*o, t) == 0 && t.from <= o.to {
				o.to = max(o.to, t.to)
				o.surcharge = min(o.surcharge, t.surcharge)
				continue
			}
		}
		out = append(out, t)
	}
	const near = 5 * unit
	dropped := make([]bool, len(out))
	for i := range out {
		t := &out[i]
		if t.port || t.bus >= 0 {
			continue
		}
		covers := func(j int) bool {
			o := &out[j]
			return !dropped[j] && o.bus < 0 && o.from <= t.from && t.to <= o.to && (!o.tight || t.tight) && !o.port && o.surcharge <= t.surcharge &&
				s.space.nesting.holds(o.box, t.box)
		}
		for j := i - 1; j >= 0 && out[j].pos >= t.pos-near && !dropped[i]; j-- {
			dropped[i] = covers(j)
		}
		for j := i + 1; j < len(out) && out[j].pos <= t.pos+near && !dropped[i]; j++ {
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

// compareBoxes orders channels by their boxes. It returns 0 for two ports.
func compareBoxes(a, b track) int {
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
