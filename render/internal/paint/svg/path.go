package svg

import (
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/paint"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

type place struct{ x, y int64 }

func at(p geom.Point) place { return place{paint.Hundredths(p.X), paint.Hundredths(p.Y)} }

// data writes an outline, each step relative to the previous one. It computes in whole hundredths,
// so that nothing is rounded twice.
type data struct {
	b          []byte
	begin, pen place
	last       byte  // the letter of the last step
	lead       place // from the pen back to the last control point
}

func appendPath(b []byte, segments []scene.Segment) []byte {
	d := data{b: b}
	for _, s := range segments {
		switch s.Op {
		case scene.Move:
			d.move(at(s.To))
		case scene.Line:
			d.line(at(s.To))
		case scene.Cubic:
			d.curve(at(s.C1), at(s.C2), at(s.To))
		case scene.Close:
			d.step('z')
			d.pen = d.begin
		}
	}
	return d.b
}

func (d *data) move(to place) {
	if d.last == 0 {
		d.step('M', to.x, to.y)
	} else {
		d.last = 'M' // a letter is needed: further numbers after an m draw lines
		d.step('m', to.x-d.pen.x, to.y-d.pen.y)
	}
	d.pen, d.begin = to, to
}

func (d *data) line(to place) {
	dx, dy := to.x-d.pen.x, to.y-d.pen.y
	switch {
	case dx == 0 && dy == 0:
		return
	case dy == 0:
		d.step('h', dx)
	case dx == 0:
		d.step('v', dy)
	default:
		d.step('l', dx, dy)
	}
	d.pen = to
}

func (d *data) curve(c1, c2, to place) {
	lead := place{c1.x - d.pen.x, c1.y - d.pen.y}
	if (d.last == 'c' || d.last == 's') && lead == d.lead {
		d.step('s', c2.x-d.pen.x, c2.y-d.pen.y, to.x-d.pen.x, to.y-d.pen.y)
	} else {
		d.step('c', lead.x, lead.y, c2.x-d.pen.x, c2.y-d.pen.y, to.x-d.pen.x, to.y-d.pen.y)
	}
	d.pen, d.lead = to, place{to.x - c2.x, to.y - c2.y}
}

// step writes a letter, unless it repeats the previous one, and its numbers.
func (d *data) step(letter byte, numbers ...int64) {
	begins := letter != d.last
	if begins {
		d.b = append(d.b, letter)
	}
	for _, n := range numbers {
		if !begins && n >= 0 {
			d.b = append(d.b, ' ')
		}
		d.b = paint.AppendHundredths(d.b, n)
		begins = false
	}
	d.last = letter
}
