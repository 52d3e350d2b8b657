package layout

import (
	"cmp"
	"math"
	"slices"
)

// shape is one way to arrange what a box holds: its own people on shelves under the head, and the boxes inside below them, or beside them on
// the right.
type shape struct {
	Size
	beside  bool
	shelves [][]int
	people  Size
	// peopleTop is how far down the people begin.
	peopleTop float64
	kids      kids
}

// kids is one way to arrange boxes inside a box: in rows, or in columns, with the shape chosen for each.
type kids struct {
	Size
	columns bool
	lines   [][]int // by place in the list of boxes inside
	chosen  []int   // the shape of each
}

// mostShapes is how many shapes a box offers to the one around it.
const mostShapes = 16

// shapesOf finds the ways to arrange a box that are worth offering: none is both wider and higher than another.
func (p *placer) shapesOf(box int) []shape {
	head := Size{}
	if box >= 0 {
		head = p.in.Boxes[box].Head
	}
	blocks := sizesOf(p.blocks[box+1])
	arrangements := p.kidArrangements(box)
	var shapes []shape
	apart := p.in.gap(cardGap)
	for _, width := range shelfWidths(blocks, apart) {
		rows := shelves(blocks, width, apart)
		people := shelved(blocks, rows, apart)
		for _, k := range arrangements {
			shapes = append(shapes, p.stackUp(box, head, rows, people, k))
			if p.abreast && len(rows) > 0 && len(k.lines) > 0 {
				shapes = append(shapes, p.setBeside(box, head, rows, people, k))
			}
		}
	}
	return thin(front(shapes, func(s shape) Size { return s.Size }))
}

func sizesOf(blocks []*block) []Size {
	sizes := make([]Size, len(blocks))
	for i, b := range blocks {
		sizes[i] = b.Size
	}
	return sizes
}

// stackUp puts head, people and the boxes inside above one another.
func (p *placer) stackUp(box int, head Size, rows [][]int, people Size, k kids) shape {
	pad := p.pad(box)
	s := shape{shelves: rows, people: people, kids: k}
	s.W = math.Max(head.W, math.Max(people.W, k.W)+2*pad)
	s.H = head.H
	s.peopleTop = head.H
	if len(rows) > 0 {
		if box >= 0 && p.besideHead(box, s) {
			s.peopleTop = peopleUp
		}
		s.H = math.Max(head.H, s.peopleTop+people.H)
		if len(k.lines) > 0 {
			s.H += boxGap
		}
	}
	s.H += k.H + pad
	if len(k.lines) == 0 {
		s.W = math.Ceil(s.W/widthStep) * widthStep
	}
	return s
}

// setBeside puts the boxes inside to the right of the people, both under the head.
func (p *placer) setBeside(box int, head Size, rows [][]int, people Size, k kids) shape {
	pad := p.pad(box)
	return shape{
		Size:   Size{math.Max(head.W, hang+people.W+p.betweenBoth(box)+k.W+2*pad), head.H + math.Max(people.H, k.H) + pad},
		beside: true, shelves: rows, people: people, peopleTop: head.H, kids: k,
	}
}

// hang is how far the lines on which people hang reach out on their left.
const hang = indent - drop

// betweenBoth is the room between a box's people and the boxes beside them.
func (p *placer) betweenBoth(box int) float64 { return math.Max(boxGap, p.gaps[box+1]) }

func (p *placer) pad(box int) float64 {
	if box < 0 {
		return 0
	}
	return boxPad
}

// besideHead reports whether the people of a box can stand beside the texts of its head, at the top, without touching one.
func (p *placer) besideHead(box int, s shape) bool {
	const air = 12
	for _, c := range p.people(box, s, Rect{0, 0, s.W, s.H}, peopleUp) {
		for _, t := range p.in.Boxes[box].texts(s.W) {
			if c.block.overlaps(t.Grow(air), c.at) {
				return false
			}
		}
	}
	return true
}

// overlaps reports whether a card or a line of the block, standing at a place, meets a rectangle.
func (b *block) overlaps(r Rect, at Point) bool {
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

func between(a, b Point) Rect {
	return Rect{math.Min(a.X, b.X), math.Min(a.Y, b.Y), math.Abs(a.X - b.X), math.Abs(a.Y - b.Y)}
}

// texts returns the extents of the head's texts in a box of the given width.
func (b Box) texts(width float64) []Rect {
	texts := make([]Rect, len(b.HeadTexts))
	for i, t := range b.HeadTexts {
		texts[i] = t.Rect
		if t.AlignRight {
			texts[i].X += width - b.Head.W
		}
	}
	return texts
}

// kidArrangements are the ways to arrange the boxes inside a box. There is always one, empty where nothing is inside.
func (p *placer) kidArrangements(box int) []kids {
	inside := p.inside[box+1]
	if len(inside) == 0 {
		return []kids{{}}
	}
	gap := p.gaps[box+1]
	var found []kids
	for _, limit := range p.limits(inside, true) {
		chosen, sizes := p.choose(inside, func(s shape) bool { return s.H <= limit }, func(s shape) float64 { return s.W })
		for _, width := range shelfWidths(sizes, gap) {
			rows := shelves(sizes, width, gap)
			found = append(found, kids{Size: shelved(sizes, rows, gap), lines: rows, chosen: chosen})
		}
	}
	for _, limit := range p.limits(inside, false) {
		chosen, sizes := p.choose(inside, func(s shape) bool { return s.W <= limit }, func(s shape) float64 { return s.H })
		for n := 2; n <= min(len(inside), 8); n++ {
			columns, size := inColumns(sizes, n, gap)
			found = append(found, kids{Size: size, columns: true, lines: columns, chosen: chosen})
		}
	}
	return thin(front(found, func(k kids) Size { return k.Size }))
}

// limits are the heights of rows, or the widths of columns, worth trying: those of the shapes that the boxes inside offer.
func (p *placer) limits(inside []int, heights bool) []float64 {
	var all []float64
	for _, kid := range inside {
		for _, s := range p.shapes[kid] {
			all = append(all, length(s.Size, heights))
		}
	}
	slices.Sort(all)
	return thin(slices.Compact(all))
}

// choose picks a shape for each box: the least by its extent among those that fit the limit, and the least of all where none fits.
func (p *placer) choose(inside []int, fits func(shape) bool, extent func(shape) float64) (chosen []int, sizes []Size) {
	for _, kid := range inside {
		best, bestFits := 0, false
		for i, s := range p.shapes[kid] {
			switch ok := fits(s); {
			case i == 0 || ok && !bestFits:
				best, bestFits = i, ok
			case ok == bestFits && ok && extent(s) < extent(p.shapes[kid][best]):
				best = i
			case !ok && !bestFits && extent(s) > extent(p.shapes[kid][best]):
				best = i // the wider a shape the lower it is, so this comes nearest to the limit
			}
		}
		chosen = append(chosen, best)
		sizes = append(sizes, p.shapes[kid][best].Size)
	}
	return chosen, sizes
}

// inColumns puts each box, in their order, below the column that is shortest so far.
func inColumns(sizes []Size, n int, gap float64) ([][]int, Size) {
	columns := make([][]int, n)
	high := make([]float64, n)
	wide := make([]float64, n)
	for i, s := range sizes {
		shortest := 0
		for c := range n {
			if high[c] < high[shortest] {
				shortest = c
			}
		}
		columns[shortest] = append(columns[shortest], i)
		high[shortest] += s.H + gap
		wide[shortest] = math.Max(wide[shortest], s.W)
	}
	all := Size{W: -gap}
	for c := range n {
		all.W += wide[c] + gap
		all.H = math.Max(all.H, high[c]-gap)
	}
	return columns, all
}

// front keeps those that no other is as narrow and as low as, the narrowest first.
func front[T any](all []T, size func(T) Size) []T {
	slices.SortStableFunc(all, func(a, b T) int {
		return cmp.Or(cmp.Compare(size(a).W, size(b).W), cmp.Compare(size(a).H, size(b).H))
	})
	var kept []T
	for _, t := range all {
		if len(kept) == 0 || size(t).H < size(kept[len(kept)-1]).H {
			kept = append(kept, t)
		}
	}
	return kept
}

// thin keeps mostShapes of a list, spread evenly, the first and the last among them.
func thin[T any](all []T) []T {
	if len(all) <= mostShapes {
		return all
	}
	kept := make([]T, mostShapes)
	for i := range kept {
		kept[i] = all[i*(len(all)-1)/(mostShapes-1)]
	}
	return kept
}
