package pack

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// shape is one arrangement of a box. Its people are on shelves below the head, above the inner
// boxes; if mixed, they are among the inner boxes.
type shape struct {
	geom.Size
	people shelving
	// peopleTop is the distance of the people from the top of the box.
	peopleTop float64
	// inner is the floorplan of the inner boxes, including the people if mixed. It is nil without
	// inner boxes.
	inner *floorplan
	mixed bool
}

// shelving is one arrangement of the people of a box on shelves.
type shelving struct {
	geom.Size
	rows   [][]int
	blocks []*Block
	// lists reports whether the blocks are lists rather than trees.
	lists bool
}

func (s shape) size() geom.Size    { return s.Size }
func (s shelving) size() geom.Size { return s.Size }

// maxShapes is the largest number of shapes of a box that the enclosing box tries.
const maxShapes = 24

// shapesOf returns the Pareto front of the arrangements of a box, given the arrangements of its
// inner boxes.
func (p *packer) shapesOf(box int, arrangements []floorplan) []shape {
	shelvings := p.shelvings(box)
	shapes := make([]shape, 0, len(shelvings)*max(1, len(arrangements)))
	for _, people := range shelvings {
		if len(arrangements) == 0 {
			shapes = append(shapes, p.stack(box, people, nil))
		}
		for i := range arrangements {
			shapes = append(shapes, p.stack(box, people, &arrangements[i]))
		}
	}
	if p.mixes(box) {
		mixed := slicings(append([][]floorplan{peopleShapes(shelvings)}, p.items(box)...), p.in.BoxGaps[box+1])
		for i := range mixed {
			shapes = append(shapes, p.mix(box, shelvings, &mixed[i]))
		}
	}
	return reduceFront(paretoFront(shapes, shape.size), shape.size, maxShapes)
}

func (p *packer) mixes(box int) bool {
	inner := len(p.inner[box+1])
	return p.mixed && len(p.in.Blocks[box+1]) > 0 && inner > 0 && inner < maxSliced && (p.mixReports || !p.leadsInner(box))
}

func (p *packer) leadsInner(box int) bool {
	return p.in.Reports != nil && slices.ContainsFunc(p.inner[box+1], func(inner int) bool { return p.in.Reports[inner] })
}

// shelvings returns the arrangements of the people of a box, the narrowest first. A box without
// people has one arrangement of size zero.
func (p *packer) shelvings(box int) []shelving {
	found := p.shelve(p.in.Blocks[box+1])
	if p.lists != nil && p.lists[box+1] != nil {
		for _, s := range p.shelve(p.lists[box+1]) {
			s.lists = true
			found = append(found, s)
		}
	}
	return paretoFront(found, shelving.size)
}

func (p *packer) shelve(blocks []*Block) []shelving {
	sizes := sizesOf(blocks)
	var found []shelving
	for _, width := range shelfWidths(sizes, p.in.CardGap) {
		rows := Shelves(sizes, width, p.in.CardGap)
		found = append(found, shelving{Size: shelvedSize(sizes, rows, p.in.CardGap), rows: rows, blocks: blocks})
	}
	return found
}

// peopleShapes converts the shelvings of a box's people to items of a floorplan.
func peopleShapes(shelvings []shelving) []floorplan {
	shapes := make([]floorplan, len(shelvings))
	for i, s := range shelvings {
		shapes[i] = floorplan{Size: geom.Size{W: LineIndent + s.W, H: s.H}, item: peopleItem, shape: i}
	}
	return shapes
}

func (p *packer) items(box int) [][]floorplan {
	var items [][]floorplan
	for i, child := range p.inner[box+1] {
		shapes := make([]floorplan, len(p.done[child+1].shapes))
		for k, s := range p.done[child+1].shapes {
			shapes[k] = floorplan{Size: s.Size, item: i, shape: k}
		}
		items = append(items, shapes)
	}
	return items
}

// stack arranges head, people and inner boxes in a column.
func (p *packer) stack(box int, people shelving, inner *floorplan) shape {
	head, pad := p.head(box), p.pad(box)
	s := shape{people: people, inner: inner}
	innerSize := geom.Size{}
	if inner != nil {
		innerSize = inner.Size
	}
	s.W = math.Max(head.W, math.Max(people.W, innerSize.W)+2*pad)
	s.H = head.H
	s.peopleTop = head.H
	if len(people.rows) > 0 {
		if box >= 0 && !p.in.Boxes[box].Bracket && p.clearsHead(box, s) {
			s.peopleTop = peopleTop
		}
		s.H = math.Max(head.H, s.peopleTop+people.H)
		if inner != nil {
			s.H += p.in.BoxGaps[box+1]
		}
	}
	s.H += innerSize.H + pad
	if inner == nil {
		s.W = math.Ceil(s.W/widthStep) * widthStep
	}
	return s
}

// mix puts a floorplan of people and inner boxes below the head.
func (p *packer) mix(box int, shelvings []shelving, inner *floorplan) shape {
	head, pad := p.head(box), p.pad(box)
	return shape{Size: geom.Size{W: math.Max(head.W, inner.W+2*pad), H: head.H + inner.H + pad}, peopleTop: head.H,
		people: shelvings[inner.people().shape], inner: inner, mixed: true}
}

func (p *packer) head(box int) geom.Size {
	if box < 0 {
		return geom.Size{}
	}
	return p.in.Boxes[box].Head
}

func (p *packer) pad(box int) float64 {
	if box < 0 || p.in.Boxes[box].Bracket {
		return 0
	}
	return boxPad
}

// clearsHead reports whether the people of a box fit at its top beside the texts of the head.
func (p *packer) clearsHead(box int, s shape) bool {
	const distance = 12
	texts := p.in.Boxes[box].Texts(s.W)
	for _, c := range p.people(s.people, geom.Rect{W: s.W, H: s.H}, peopleTop) {
		for _, t := range texts {
			if c.block.overlaps(t.Grow(distance), c.at) {
				return false
			}
		}
	}
	return true
}
