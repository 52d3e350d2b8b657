package layout

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

// clear is how far the stretch [a, b] along an axis at pos can be moved towards dir, at most by most, without coming too near to a bar. Not ok
// says that it is too near to one where it is: it comes no nearer to that, but if it is under it already, that does not hold it back.
func (s *routeSpace) clear(axis, pos, a, b, dir, most int, net int32) (edge int, ok bool) {
	cross := 1 - axis
	edge, ok = max(pos-most, s.min[cross]), true
	if dir > 0 {
		edge = min(pos+most, s.max[cross])
	}
	if (edge-pos)*dir < 0 {
		return pos, false
	}
	var lo, hi routeSpot
	lo[axis], hi[axis] = a, b
	lo[cross], hi[cross] = min(pos, edge), max(pos, edge)
	lo, hi = s.bucket(lo), s.bucket(hi)
	for y := lo[1]; y <= hi[1]; y++ {
		for x := lo[0]; x <= hi[0]; x++ {
			for _, i := range s.in(x, y) {
				bar := &s.bars[i]
				if !bar.bars(axis, net) || bar.min[axis]-bar.pad >= b || bar.max[axis]+bar.pad <= a {
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
		}
	}
	return edge, ok
}

// covered is about how much of a stretch lies within cards and texts.
func (s *routeSpace) covered(axis, pos, a, b int) int {
	a, b = min(a, b), max(a, b)
	var lo, hi routeSpot
	lo[axis], hi[axis], lo[1-axis], hi[1-axis] = a, b, pos, pos
	lo, hi = s.bucket(lo), s.bucket(hi)
	sum := 0
	for y := lo[1]; y <= hi[1]; y++ {
		for x := lo[0]; x <= hi[0]; x++ {
			for _, i := range s.in(x, y) {
				bar := &s.bars[i]
				if bar.thin() || pos <= bar.min[1-axis] || pos >= bar.max[1-axis] {
					continue
				}
				sum += max(0, min(b, bar.max[axis])-max(a, bar.min[axis]))
			}
		}
	}
	return sum
}
