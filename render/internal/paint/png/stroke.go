package png

import "math"

// miterLimit is the greatest length of a mitred corner by the width of the line, that of SVG. A sharper corner is cut off.
const miterLimit = 4

// stroke is the outlines of a line of that width along the trace. They wind one way only, so that what they cover twice is covered.
func stroke(t trace, width float64, round bool) [][]dot {
	dots := t.dots
	if len(dots) < 2 {
		if !round || len(dots) == 0 {
			return nil
		}
		s := stroker{half: width / 2, round: true}
		s.arc(dots[0], dot{s.half, 0}, dot{-s.half, 0})
		s.arc(dots[0], dot{-s.half, 0}, dot{s.half, 0})
		return [][]dot{s.out}
	}
	s := stroker{half: width / 2, round: round}
	if t.closed && len(dots) > 2 {
		s.side(dots, true, false)
		n := len(s.out)
		s.side(dots, true, true)
		return [][]dot{s.out[:n], s.out[n:]}
	}
	s.side(dots, false, false)
	s.cap(dots[len(dots)-1], s.normal(dots[len(dots)-2], dots[len(dots)-1]))
	s.side(dots, false, true)
	s.cap(dots[0], s.normal(dots[1], dots[0]))
	return [][]dot{s.out}
}

type stroker struct {
	half  float64
	round bool
	out   []dot
}

// normal is the way from the middle of a stretch to its side.
func (s *stroker) normal(from, to dot) dot {
	way := to.minus(from)
	k := s.half / length(way)
	return dot{-way.y * k, way.x * k}
}

// side draws one side of the line, from its first point to its last or back again.
func (s *stroker) side(dots []dot, closed, back bool) {
	n := len(dots)
	at := func(i int) dot {
		i = (i + n) % n
		if back {
			i = n - 1 - i
		}
		return dots[i]
	}
	if !closed {
		s.out = append(s.out, at(0).add(s.normal(at(0), at(1)), 1))
	}
	for i := range n {
		if closed || i > 0 && i < n-1 {
			s.corner(at(i), at(i+1), s.normal(at(i-1), at(i)), s.normal(at(i), at(i+1)))
		}
	}
	if !closed {
		s.out = append(s.out, at(n-1).add(s.normal(at(n-2), at(n-1)), 1))
	}
}

// corner draws the side's way round a point. On the inside it goes by the point itself: what the two stretches cover both is then wound
// round twice, and nothing is wound round backwards.
func (s *stroker) corner(at, next, before, after dot) {
	square := s.half * s.half
	turn := inner(before, after) / square // the cosine
	switch outside := inner(before, next.minus(at)) <= 0; {
	case !outside:
		s.out = append(s.out, at.add(before, 1), at, at.add(after, 1))
	case s.round:
		s.arc(at, before, after)
	case 2 <= miterLimit*miterLimit*(1+turn):
		s.out = append(s.out, at.add(dot{before.x + after.x, before.y + after.y}, 1/(1+turn)))
	default:
		s.out = append(s.out, at.add(before, 1), at.add(after, 1))
	}
}

func (s *stroker) cap(at, normal dot) {
	if s.round {
		s.arc(at, normal, dot{-normal.x, -normal.y})
	}
}

// arc draws round a point from one side to another, the way that the outside of the line goes.
func (s *stroker) arc(at, from, to dot) {
	begin := math.Atan2(from.y, from.x)
	sweep := begin - math.Atan2(to.y, to.x)
	if sweep < 0 {
		sweep += 2 * math.Pi
	}
	steps := max(1, math.Ceil(sweep/math.Acos(1-min(1, flatness/s.half))/2))
	for i := 0.0; i <= steps; i++ {
		sin, cos := math.Sincos(begin - sweep*i/steps)
		s.out = append(s.out, at.add(dot{cos, sin}, s.half))
	}
}
