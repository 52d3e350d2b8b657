package png

// miterLimit is the largest ratio of a mitred corner's length to the width of the line, as in SVG.
// A sharper corner is bevelled.
const miterLimit = 4

// stroke returns the outlines of a line of a width along the trace, with butt caps and mitred
// corners. All outlines wind the same way, so that an area covered twice stays covered.
func stroke(t trace, width float64) [][]dot {
	dots := t.dots
	if len(dots) < 2 {
		return nil
	}
	s := stroker{half: width / 2}
	if t.closed && len(dots) > 2 {
		s.side(dots, true, false)
		n := len(s.out)
		s.side(dots, true, true)
		return [][]dot{s.out[:n], s.out[n:]}
	}
	s.side(dots, false, false)
	s.side(dots, false, true)
	return [][]dot{s.out}
}

type stroker struct {
	half float64
	out  []dot
}

// normal returns the vector from the middle of a segment to its side.
func (s *stroker) normal(from, to dot) dot {
	way := to.minus(from)
	k := s.half / length(way)
	return dot{-way.y * k, way.x * k}
}

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

// corner draws the side around a point. On the inside it passes through the point: the area that
// both segments cover then has the winding number two, and no area has a negative one.
func (s *stroker) corner(at, next, before, after dot) {
	cosine := inner(before, after) / (s.half * s.half)
	switch outside := inner(before, next.minus(at)) <= 0; {
	case !outside:
		s.out = append(s.out, at.add(before, 1), at, at.add(after, 1))
	case 2 <= miterLimit*miterLimit*(1+cosine):
		s.out = append(s.out, at.add(dot{before.x + after.x, before.y + after.y}, 1/(1+cosine)))
	default:
		s.out = append(s.out, at.add(before, 1), at.add(after, 1))
	}
}

// minDash is the length of the shortest dash pattern, in pixels. A shorter pattern is drawn as a
// solid line.
const minDash = 0.25

// dashes divides the trace into its dashes. A nil pattern leaves it whole.
func (t trace) dashes(pattern []float64, scale float64) []trace {
	sum := 0.0
	for _, d := range pattern {
		sum += d * scale
	}
	if sum < minDash || len(t.dots) < 2 {
		return []trace{t}
	}
	d := dasher{pattern: pattern, scale: scale, rest: pattern[0] * scale, on: true, piece: trace{dots: t.dots[:1:1]}}
	for i := 1; i < len(t.dots); i++ {
		d.draw(t.dots[i-1], t.dots[i])
	}
	if t.closed {
		d.draw(t.dots[len(t.dots)-1], t.dots[0])
	}
	d.end()
	return d.pieces
}

type dasher struct {
	pattern []float64
	scale   float64
	place   int     // of the current dash or gap in the pattern
	rest    float64 // of the current dash or gap, in pixels
	on      bool
	piece   trace
	pieces  []trace
}

func (d *dasher) draw(from, to dot) {
	way := to.minus(from)
	whole, done := length(way), 0.0
	for d.rest < whole-done {
		done += d.rest
		d.piece.to(from.add(way, done/whole))
		if d.on {
			d.end()
		}
		d.on = !d.on
		d.place = (d.place + 1) % len(d.pattern)
		d.rest = d.pattern[d.place] * d.scale
	}
	d.rest -= whole - done
	if d.on {
		d.piece.to(to)
	}
}

func (d *dasher) end() {
	if len(d.piece.dots) > 0 {
		d.pieces = append(d.pieces, d.piece)
	}
	d.piece = trace{}
}
