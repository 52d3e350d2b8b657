package layout

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// makeLists makes lists of the branches that can be lists.
func (p *placer) makeLists() {
	p.lists = make([][]*block, len(p.forest))
	for i, branches := range p.forest {
		for k, b := range branches {
			list := listBlock(p.in, b)
			if list == nil {
				continue
			}
			if p.lists[i] == nil {
				p.lists[i] = slices.Clone(p.blocks[i])
			}
			p.lists[i][k] = list
		}
	}
}

// listBlock is a branch as a list: everybody below the one before, reports farther in than their manager, whose line comes down at the left of
// them. It is narrower than a tree, and takes less room. Reports without reports of their own come first. It is nil for a branch with aides, who
// stand beside, and for one that would be a stack anyway or is too long.
func listBlock(in *Input, b *branch) *block {
	if b.hangs() || b.lone() || !b.listable() || len(b.cards()) > mostListed {
		return nil
	}
	out := &block{root: b.card}
	out.list(in, b, 0, 0)
	return out
}

// mostListed is how many people a list has at most: a longer one is no picture of who leads whom.
const mostListed = 12

// listable reports a branch without aides.
func (b *branch) listable() bool {
	if len(b.aides) > 0 {
		return false
	}
	for _, sub := range b.subs {
		if !sub.listable() {
			return false
		}
	}
	return true
}

// list adds a manager and everybody below at a place, and returns how far down they reach.
func (b *block) list(in *Input, from *branch, x, y float64) float64 {
	size := in.Cards[from.card].Size
	manager := geom.Rect{X: x, Y: y, W: size.W, H: size.H}
	b.addCard(from.card, manager)
	y += size.H
	hang := func(card int) {
		y += in.gap(stackGap)
		level := y + in.Cards[card].H/2
		b.lines = append(b.lines, placedLine{card, []geom.Point{geom.Pt(x+drop, manager.Bottom()), geom.Pt(x+drop, level), geom.Pt(x+indent, level)}})
	}
	for _, stack := range from.stacks {
		for _, card := range stack {
			hang(card)
			b.addCard(card, geom.Rect{X: x + indent, Y: y, W: in.Cards[card].W, H: in.Cards[card].H})
			y += in.Cards[card].H
		}
	}
	for _, sub := range from.subs {
		hang(sub.card)
		y = b.list(in, sub, x+indent, y)
	}
	return y
}

// inTrees is a shape in trees in place of lists, where the room that the box has got is enough for them.
func (p *placer) inTrees(box int, s shape, room geom.Rect) shape {
	if s.mixed {
		return s // its people have a room of their own
	}
	people := p.treesIn(box, s.people, func(trees shelving) bool {
		other := p.stackUp(box, trees, s.within)
		return other.W <= room.W && other.H <= room.H
	})
	if people.lists == s.people.lists {
		return s
	}
	return p.stackUp(box, people, s.within)
}

// treesIn is the first way to put the people of a box on shelves in trees that fits, where they are in lists, and these where none does.
func (p *placer) treesIn(box int, people shelving, fits func(shelving) bool) shelving {
	if !people.lists {
		return people
	}
	for _, trees := range p.shelve(p.blocks[box+1]) {
		if fits(trees) {
			return trees
		}
	}
	return people
}
