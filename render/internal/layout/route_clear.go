package layout

import "iter"

// routeRay asks how far a line gets: along an axis at pos, from a place in a direction.
type routeRay struct {
	axis, pos int
	at, dir   int
	// pad is how near to cards it may come, most how far it goes.
	pad, most int
	// from is the card that it leaves, or -1. Before a card that is nearer than the pad, such a line gets halfway.
	from int32
	net  int32
	// box is the one in which the line is at home: it does not enter boxes that are not around that one.
	box int32
}

// reach is where a ray ends.
func (s *routeSpace) reach(r routeRay) int {
	end := max(r.at-r.most, s.min[r.axis])
	if r.dir > 0 {
		end = min(r.at+r.most, s.max[r.axis])
	}
	if (end-r.at)*r.dir <= 0 || r.pos < s.min[1-r.axis] || r.pos > s.max[1-r.axis] {
		return r.at
	}
	var p routeSpot
	p[r.axis], p[1-r.axis] = r.at, r.pos
	c := s.bucket(p)
	for {
		for _, i := range s.in(c[0], c[1]) {
			if i == r.from {
				continue
			}
			if stop, ok := s.stops(&s.bars[i], r); ok && (end-stop)*r.dir > 0 {
				end = stop
			}
		}
		// The bars of the next bucket are at its near side or farther, and those across it were in this one too.
		c[r.axis] += r.dir
		if c[r.axis] < 0 || c[r.axis] >= s.size[r.axis] {
			return end
		}
		near := s.origin[r.axis] + c[r.axis]*s.cell
		if r.dir < 0 {
			near += s.cell
		}
		if (end-near)*r.dir <= 0 {
			return end
		}
	}
}

// stops is where a bar ends a ray, if it does.
func (s *routeSpace) stops(b *routeBar, r routeRay) (int, bool) {
	entered := b.kind == routeIsBox && b.along != r.axis && b.box >= 0 && b.out == -r.dir && !s.nest.holds(b.box, r.box)
	if !entered && !b.bars(r.axis, r.net) {
		return 0, false
	}
	pad := b.pad
	if b.kind == routeIsCard {
		pad = r.pad
	}
	if r.pos <= b.min[1-r.axis]-pad || r.pos >= b.max[1-r.axis]+pad {
		return 0, false
	}
	near, far := b.min[r.axis], b.max[r.axis]
	if r.dir < 0 {
		near, far = far, near
	}
	if (far+r.dir*pad-r.at)*r.dir <= 0 {
		return 0, false // behind
	}
	ahead := (near - r.at) * r.dir
	switch {
	case ahead > pad:
		return near - r.dir*pad, true
	case r.from >= 0 && ahead > 0:
		return r.at + r.dir*(ahead/2), true
	}
	return r.at, true
}

// routeStretch is a straight part of a line: along an axis, from one place to another, at pos across it.
type routeStretch struct{ axis, pos, from, to int }

// clear is how far a stretch of a net can be moved across its axis towards dir, at most by most, without coming too near to a bar. Not ok says
// that it is too near to one where it is: it comes no nearer to that, but if it is under it already, that does not hold it back.
func (s *routeSpace) clear(line routeStretch, dir, most int, net int32) (edge int, ok bool) {
	axis, cross, pos := line.axis, 1-line.axis, line.pos
	edge, ok = max(pos-most, s.min[cross]), true
	if dir > 0 {
		edge = min(pos+most, s.max[cross])
	}
	if (edge-pos)*dir < 0 {
		return pos, false
	}
	for bar := range s.around(line, edge) {
		if !bar.bars(axis, net) || bar.min[axis]-bar.pad >= line.to || bar.max[axis]+bar.pad <= line.from {
			continue
		}
		near, far := bar.min[cross]-bar.pad, bar.max[cross]+bar.pad
		if near < pos && pos < far {
			ok = false
			if dir < 0 && bar.max[cross] <= pos || dir > 0 && bar.min[cross] >= pos {
				edge = pos
			}
			continue
		}
		if dir < 0 {
			near = far
		}
		if (near-pos)*dir >= 0 && (edge-near)*dir > 0 {
			edge = near
		}
	}
	return edge, ok
}

// covered is about how much of a stretch lies within cards and texts.
func (s *routeSpace) covered(line routeStretch) int {
	line.from, line.to = min(line.from, line.to), max(line.from, line.to)
	axis, cross := line.axis, 1-line.axis
	sum := 0
	for bar := range s.around(line, line.pos) {
		if !bar.thin() && bar.min[cross] < line.pos && line.pos < bar.max[cross] {
			sum += max(0, min(line.to, bar.max[axis])-max(line.from, bar.min[axis]))
		}
	}
	return sum
}

// around walks the bars in the buckets that a stretch crosses on its way to another place across its axis. A bar that lies in several of
// them comes as often.
func (s *routeSpace) around(line routeStretch, pos int) iter.Seq[*routeBar] {
	return func(yield func(*routeBar) bool) { s.walk(line, pos, yield) } // short enough to be inlined, so that nothing is allocated
}

func (s *routeSpace) walk(line routeStretch, pos int, yield func(*routeBar) bool) {
	var lo, hi routeSpot
	lo[line.axis], hi[line.axis] = line.from, line.to
	lo[1-line.axis], hi[1-line.axis] = min(line.pos, pos), max(line.pos, pos)
	lo, hi = s.bucket(lo), s.bucket(hi)
	for y := lo[1]; y <= hi[1]; y++ {
		for x := lo[0]; x <= hi[0]; x++ {
			for _, i := range s.in(x, y) {
				if !yield(&s.bars[i]) {
					return
				}
			}
		}
	}
}
