package pack

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

func (p *packer) placeBox(box int, s shape, room geom.Rect) {
	if box >= 0 {
		p.out.Boxes[box] = room
	}
	pad := p.pad(box)
	s = p.preferTrees(box, s, room)
	if s.mixed {
		p.placeFloorplan(box, s, s.inner, geom.Rect{X: room.X + pad, Y: room.Y + s.peopleTop, W: room.W - 2*pad, H: room.H - pad - s.peopleTop})
		return
	}
	p.placePeople(s, room, s.peopleTop)
	if s.inner != nil {
		top := room.Y + s.H - pad - s.inner.H
		p.placeFloorplan(box, s, s.inner, geom.Rect{X: room.X + pad, Y: top, W: room.W - 2*pad, H: room.Bottom() - pad - top})
	}
}

// preferTrees replaces lists by trees if the trees fit into the box.
func (p *packer) preferTrees(box int, s shape, room geom.Rect) shape {
	if s.mixed {
		return s // its people have a room of their own
	}
	people := p.treesIn(box, s.people, func(trees shelving) bool {
		other := p.stack(box, trees, s.inner)
		return other.W <= room.W && other.H <= room.H
	})
	if people.lists == s.people.lists {
		return s
	}
	return p.stack(box, people, s.inner)
}

// treesIn returns the first shelving of trees that fits instead of lists. It returns people if they
// are trees already or nothing fits.
func (p *packer) treesIn(box int, people shelving, fits func(shelving) bool) shelving {
	if !people.lists {
		return people
	}
	for _, trees := range p.shelve(p.in.Blocks[box+1]) {
		if fits(trees) {
			return trees
		}
	}
	return people
}

func (p *packer) placePeople(s shape, room geom.Rect, top float64) {
	for _, c := range p.people(s.people, room, top) {
		for _, card := range c.block.Cards {
			p.out.Cards[card.Card] = card.Move(c.at.X, c.at.Y)
		}
		for _, l := range c.block.Lines {
			p.out.Lines[l.To] = Move(l.Points, c.at.X, c.at.Y)
		}
	}
}

type placedBlock struct {
	block *Block
	at    geom.Point
}

// people places the blocks of a box on their shelves, centred in room.
func (p *packer) people(s shelving, room geom.Rect, top float64) []placedBlock {
	var placed []placedBlock
	y := room.Y + top
	for _, row := range s.rows {
		width, height := -p.in.CardGap, 0.0
		for _, i := range row {
			width += s.blocks[i].W + p.in.CardGap
			height = math.Max(height, s.blocks[i].H)
		}
		x := math.Round(room.X + (room.W-width)/2)
		if len(s.rows) > 1 {
			x = math.Round(room.X + (room.W-s.W)/2)
		}
		for _, i := range row {
			placed = append(placed, placedBlock{s.blocks[i], geom.Pt(x, y)})
			x += s.blocks[i].W + p.in.CardGap
		}
		y += height + p.in.CardGap
	}
	return placed
}

// sameWidth is the share of a column's width above which a box takes the whole width, so that the
// boxes of the column are aligned.
const sameWidth = 0.7

// placeFloorplan places the content of a box. Boxes end at their content.
func (p *packer) placeFloorplan(box int, s shape, plan *floorplan, room geom.Rect) {
	switch {
	case plan.isPeople():
		room = geom.Rect{X: room.X + LineIndent, Y: room.Y, W: room.W - LineIndent, H: room.H}
		s.people = p.treesIn(box, s.people, func(trees shelving) bool { return trees.W <= room.W && trees.H <= room.H })
		p.placePeople(s, room, 0)
		return
	case plan.parts[0] == nil:
		child := p.inner[box+1][plan.item]
		room.H = plan.H
		if plan.W < sameWidth*room.W || len(p.inner[child+1]) > 0 {
			room.W = plan.W
		}
		p.placeBox(child, p.done[child+1].shapes[plan.shape], room)
		return
	}
	gap, at := p.in.BoxGaps[box+1], 0.0
	for _, part := range plan.line() {
		r := geom.Rect{X: room.X, Y: room.Y + at, W: room.W, H: part.H}
		if plan.horizontal {
			r = geom.Rect{X: room.X + at, Y: room.Y, W: part.W, H: room.H}
		}
		p.placeFloorplan(box, s, part, r)
		at += length(part.Size, !plan.horizontal) + gap
	}
}

func length(s geom.Size, column bool) float64 {
	if column {
		return s.H
	}
	return s.W
}
