package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// shape is one way to arrange what a box holds: its own people on shelves under the head, and the boxes inside below them; or, mixed, the people
// among the boxes inside.
type shape struct {
	geom.Size
	people shelving
	// peopleTop is how far down the people begin.
	peopleTop float64
	// within is how the boxes inside stand, and with mixed the people too. It is nil where no box is inside.
	within *pile
	mixed  bool
}

// shelving is one way to put the people of a box on shelves.
type shelving struct {
	geom.Size
	rows   [][]int
	blocks []*block
	// lists says that the blocks are the placer's lists, and not its trees.
	lists bool
}

func (s shape) size() geom.Size    { return s.Size }
func (s shelving) size() geom.Size { return s.Size }

// mostShapes is how many shapes a box offers to the one around it.
const mostShapes = 24

// shapesOf finds the ways to arrange a box that are worth offering: none is both wider and higher than another.
func (p *placer) shapesOf(box int) []shape {
	shelvings := p.shelvings(box)
	things := p.things(box)
	if len(things) == 0 {
		var shapes []shape
		for _, people := range shelvings {
			shapes = append(shapes, p.stackUp(box, people, nil))
		}
		return smallest(front(shapes, shape.size), shape.size, mostShapes)
	}
	arrangements := p.arrangements(things, p.gaps[box+1])
	var shapes []shape
	for _, people := range shelvings {
		for i := range arrangements {
			shapes = append(shapes, p.stackUp(box, people, &arrangements[i]))
		}
	}
	if p.mixed && len(p.blocks[box+1]) > 0 && len(things) < mostPiled {
		mixed := piles(append([][]pile{peoplePiles(shelvings)}, things...), p.gaps[box+1])
		for i := range mixed {
			shapes = append(shapes, p.mix(box, shelvings, &mixed[i]))
		}
	}
	return smallest(front(shapes, shape.size), shape.size, mostShapes)
}

// shelvings are the ways to put the people of a box on shelves, the narrowest first. There is always one, of no size where there are no people.
func (p *placer) shelvings(box int) []shelving {
	found := p.shelve(p.blocks[box+1])
	if p.lists != nil && p.lists[box+1] != nil {
		for _, s := range p.shelve(p.lists[box+1]) {
			s.lists = true
			found = append(found, s)
		}
	}
	return front(found, shelving.size)
}

// shelve puts blocks on shelves of every width worth trying.
func (p *placer) shelve(blocks []*block) []shelving {
	sizes, apart := sizesOf(blocks), p.in.gap(cardGap)
	var found []shelving
	for _, width := range shelfWidths(sizes, apart) {
		rows := shelves(sizes, width, apart)
		found = append(found, shelving{Size: shelved(sizes, rows, apart), rows: rows, blocks: blocks})
	}
	return found
}

// peoplePiles are the shelvings of a box's people as piles, which have room for the lines on which people hang.
func peoplePiles(shelvings []shelving) []pile {
	piles := make([]pile, len(shelvings))
	for i, s := range shelvings {
		piles[i] = pile{Size: geom.Size{W: hang + s.W, H: s.H}, thing: peopleThing, shape: i}
	}
	return piles
}

// things are the boxes inside a box, each in the shapes that it offers.
func (p *placer) things(box int) [][]pile {
	var things [][]pile
	for i, kid := range p.inside[box+1] {
		piles := make([]pile, len(p.shapes[kid]))
		for k, s := range p.shapes[kid] {
			piles[k] = pile{Size: s.Size, thing: i, shape: k}
		}
		things = append(things, piles)
	}
	return things
}

func sizesOf(blocks []*block) []geom.Size {
	sizes := make([]geom.Size, len(blocks))
	for i, b := range blocks {
		sizes[i] = b.Size
	}
	return sizes
}

// stackUp puts head, people and the boxes inside above one another.
func (p *placer) stackUp(box int, people shelving, within *pile) shape {
	head, pad := p.head(box), p.pad(box)
	s := shape{people: people, within: within}
	inside := geom.Size{}
	if within != nil {
		inside = within.Size
	}
	s.W = math.Max(head.W, math.Max(people.W, inside.W)+2*pad)
	s.H = head.H
	s.peopleTop = head.H
	if len(people.rows) > 0 {
		if box >= 0 && p.besideHead(box, s) {
			s.peopleTop = peopleUp
		}
		s.H = math.Max(head.H, s.peopleTop+people.H)
		if within != nil {
			s.H += boxGap
		}
	}
	s.H += inside.H + pad
	if within == nil {
		step := float64(widthStep)
		if p.lists != nil {
			step = widthStepOfLists
		}
		s.W = math.Ceil(s.W/step) * step
	}
	return s
}

// mix puts the people among the boxes inside, all under the head.
func (p *placer) mix(box int, shelvings []shelving, within *pile) shape {
	head, pad := p.head(box), p.pad(box)
	s := shape{Size: geom.Size{W: math.Max(head.W, within.W+2*pad), H: head.H + within.H + pad}, peopleTop: head.H, within: within, mixed: true}
	s.people = shelvings[within.people().shape]
	return s
}

// hang is how far the lines on which people hang reach out on their left.
const hang = indent - drop

func (p *placer) head(box int) geom.Size {
	if box < 0 {
		return geom.Size{}
	}
	return p.in.Boxes[box].Head
}

func (p *placer) pad(box int) float64 {
	if box < 0 {
		return 0
	}
	return boxPad
}

// besideHead reports whether the people of a box can stand beside the texts of its head, at the top, without touching one.
func (p *placer) besideHead(box int, s shape) bool {
	const air = 12
	for _, c := range p.people(s.people, geom.Rect{X: 0, Y: 0, W: s.W, H: s.H}, peopleUp) {
		for _, t := range p.in.Boxes[box].texts(s.W) {
			if c.block.overlaps(t.Grow(air), c.at) {
				return false
			}
		}
	}
	return true
}

// overlaps reports whether a card or a line of the block, standing at a place, meets a rectangle.
func (b *block) overlaps(r geom.Rect, at geom.Point) bool {
	for _, c := range b.cards {
		if c.Move(at.X, at.Y).Overlaps(r) {
			return true
		}
	}
	for _, l := range b.lines {
		for i := 1; i < len(l.points); i++ {
			if between(l.points[i-1], l.points[i]).Move(at.X, at.Y).Overlaps(r) {
				return true
			}
		}
	}
	return false
}

func between(a, b geom.Point) geom.Rect {
	return geom.Rect{X: math.Min(a.X, b.X), Y: math.Min(a.Y, b.Y), W: math.Abs(a.X - b.X), H: math.Abs(a.Y - b.Y)}
}

// texts returns the extents of the head's texts in a box of the given width.
func (b Box) texts(width float64) []geom.Rect {
	texts := make([]geom.Rect, len(b.HeadTexts))
	for i, t := range b.HeadTexts {
		texts[i] = t.Rect
		if t.AlignRight {
			texts[i].X += width - b.Head.W
		}
	}
	return texts
}
