package png

// leastDash is the shortest dash pattern in pixels; a finer one is drawn as a solid line.
const leastDash = 0.25

// dashes cuts the trace into its dashes. A nil pattern leaves it whole.
func (t trace) dashes(pattern []float64, scale float64) []trace {
	sum := 0.0
	for _, d := range pattern {
		sum += d * scale
	}
	if sum < leastDash || len(t.dots) < 2 {
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
