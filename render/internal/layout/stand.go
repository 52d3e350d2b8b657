package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// standBox places a box and what it holds in room, which may be larger than the shape needs.
func (p *placer) standBox(box int, s shape, room geom.Rect) {
	if box >= 0 {
		p.out.Boxes[box] = room
	}
	pad := p.pad(box)
	s = p.inTrees(box, s, room)
	if s.mixed {
		p.standPile(box, s, s.within, geom.Rect{X: room.X + pad, Y: room.Y + s.peopleTop, W: room.W - 2*pad, H: room.H - pad - s.peopleTop})
		return
	}
	p.standPeople(s, room, s.peopleTop)
	if s.within != nil {
		top := room.Y + s.H - pad - s.within.H
		p.standPile(box, s, s.within, geom.Rect{X: room.X + pad, Y: top, W: room.W - 2*pad, H: room.Bottom() - pad - top})
	}
}

func (p *placer) standPeople(s shape, room geom.Rect, top float64) {
	for _, c := range p.people(s.people, room, top) {
		p.standBlock(c.block, c.at)
	}
}

type standingBlock struct {
	block *block
	at    geom.Point
}

// people places the blocks of a box on their shelves, each shelf in the middle of room.
func (p *placer) people(s shelving, room geom.Rect, top float64) []standingBlock {
	apart := p.in.gap(cardGap)
	blocks := s.blocks
	var placed []standingBlock
	y := room.Y + top
	for _, row := range s.rows {
		wide, high := -apart, 0.0
		for _, i := range row {
			wide += blocks[i].W + apart
			high = math.Max(high, blocks[i].H)
		}
		x := math.Round(room.X + (room.W-wide)/2)
		if len(s.rows) > 1 {
			x = math.Round(room.X + (room.W-s.W)/2)
		}
		for _, i := range row {
			placed = append(placed, standingBlock{blocks[i], geom.Pt(x, y)})
			x += blocks[i].W + apart
		}
		y += high + apart
	}
	return placed
}

func (p *placer) standBlock(b *block, at geom.Point) {
	for _, c := range b.cards {
		p.out.Cards[c.card] = c.Move(at.X, at.Y)
	}
	for _, l := range b.lines {
		if edge := p.lineOf[l.to]; edge >= 0 {
			p.out.Lines[edge] = movePoints(l.points, at.X, at.Y)
		}
	}
}

// standPile places what stands in a box, stretched so that rows end together on the right, and columns at the foot. People are not stretched.
func (p *placer) standPile(box int, s shape, all *pile, room geom.Rect) {
	if all.isPeople() {
		room = geom.Rect{X: room.X + hang, Y: room.Y, W: room.W - hang, H: room.H}
		s.people = p.treesIn(box, s.people, func(trees shelving) bool { return trees.W <= room.W && trees.H <= room.H })
		p.standPeople(s, room, 0)
		return
	}
	if all.parts[0] == nil {
		kid := p.inside[box+1][all.thing]
		if box < 0 && all.W*all.H < leastFilled*room.W*room.H {
			room.W, room.H = math.Min(room.W, mostWider*all.W), math.Min(room.H, mostHigher*all.H)
		}
		p.standBox(kid, p.shapes[kid][all.shape], room)
		return
	}
	gap, most, along := p.gaps[box+1], mostHigher, room.H
	if all.beside {
		most, along = mostWider, room.W
	}
	line := all.line()
	fixed, soft := gap*float64(len(line)-1), 0.0
	for _, part := range line {
		if part.isPeople() {
			fixed += length(part.Size, !all.beside)
		} else {
			soft += length(part.Size, !all.beside)
		}
	}
	stretch := (along - fixed) / soft
	if box < 0 {
		stretch = math.Min(stretch, most)
	}
	at := 0.0
	for _, part := range line {
		long := length(part.Size, !all.beside)
		if !part.isPeople() {
			long *= stretch
		}
		r := geom.Rect{X: room.X, Y: room.Y + at, W: room.W, H: long}
		if all.beside {
			r = geom.Rect{X: room.X + at, Y: room.Y, W: long, H: room.H}
		}
		p.standPile(box, s, part, r)
		at += long + gap
	}
}

// length is the side of a box that runs along a row, or along a column.
func length(s geom.Size, column bool) float64 {
	if column {
		return s.H
	}
	return s.W
}
