package tree

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

func makeBlock(in *Input, b *branch, laid map[*branch]*pack.Block) *pack.Block {
	switch {
	case b.lone():
		block := &pack.Block{Root: b.card}
		block.AddCard(b.card, geom.Rect{W: in.Cards[b.card].W, H: in.Cards[b.card].H})
		return block
	case !b.cut:
		return laid[b]
	}
	var parts []*pack.Block
	for _, stack := range b.stacks {
		parts = append(parts, stackBlock(in, stack))
	}
	for _, sub := range b.subs {
		parts = append(parts, makeBlock(in, sub, laid))
	}
	return shelfBlock(in, b, parts)
}

// stackBlock returns a column of cards without its manager. Their line is at x 0 and begins at the
// top.
func stackBlock(in *Input, cards []int) *pack.Block {
	b := &pack.Block{Root: -1}
	y := 0.0
	for _, card := range cards {
		size := in.Cards[card].Size
		r := geom.Rect{X: Indent - drop, Y: y, W: size.W, H: size.H}
		b.AddCard(card, r)
		b.AddLine(card, geom.Pt(0, 0), geom.Pt(0, r.CenterY()), geom.Pt(r.X, r.CenterY()))
		y += size.H + in.gap(stackGap)
	}
	return b
}

// shelfBlock puts blocks on shelves below a manager. A line descends at the manager's left, runs
// above each shelf, and descends into each block.
func shelfBlock(in *Input, manager *branch, parts []*pack.Block) *pack.Block {
	size := in.Cards[manager.card].Size
	b := &pack.Block{Root: manager.card}
	card := geom.Rect{W: size.W, H: size.H}
	b.AddCard(manager.card, card)
	addAssistants(b, in, card, [2][]int{nil, manager.assistants})
	sizes := make([]geom.Size, len(parts))
	for i, p := range parts {
		sizes[i] = p.Size
	}
	gap, rise := in.gap(pack.CardGap), in.gap(busRise)
	y := b.H + in.gap(busGap)
	for _, shelf := range pack.Shelves(sizes, pack.ShelfWidth(sizes, in.Aspect, gap), gap) {
		x, height := float64(Indent), 0.0
		for _, i := range shelf {
			part := parts[i]
			line := []geom.Point{geom.Pt(drop, size.H), geom.Pt(drop, y-rise)}
			if part.Root >= 0 {
				r, _ := part.Rect(part.Root)
				at := r.CenterX() + x
				b.Add(part, x, y)
				b.AddLine(part.Root, append(line, geom.Pt(at, y-rise), geom.Pt(at, y+r.Y))...)
			} else {
				addStack(b, part, append(line, geom.Pt(x, y-rise)), x, y)
			}
			x += part.W + gap
			height = math.Max(height, part.H)
		}
		y += height + in.gap(busGap)
	}
	return b
}

// addStack adds a stack whose lines begin with start instead of at the top of the stack.
func addStack(b, stack *pack.Block, start []geom.Point, x, y float64) {
	for _, c := range stack.Cards {
		b.AddCard(c.Card, c.Move(x, y))
	}
	for _, l := range stack.Lines {
		b.AddLine(l.To, slices.Concat(start, pack.Move(l.Points[1:], x, y))...)
	}
}

// fromLeft returns the block moved so that its leftmost card or line is at x 0.
func fromLeft(b *pack.Block) *pack.Block {
	left := math.Inf(1)
	for _, c := range b.Cards {
		left = math.Min(left, c.X)
	}
	for _, l := range b.Lines {
		for _, p := range l.Points {
			left = math.Min(left, p.X)
		}
	}
	moved := &pack.Block{Root: b.Root}
	moved.Add(b, -left, 0)
	return moved
}

// MaxListed is the largest number of people in a list. A longer list does not show who manages
// whom.
const MaxListed = 12

// listBlock returns a branch as an indented list, which is narrower than a tree. Each person is
// below the previous one, reports are indented, and people without reports come first. It returns
// nil for a branch with assistants, for a single stack, and for a branch that is too long.
func listBlock(in *Input, b *branch) *pack.Block {
	if b.singleStack() || b.lone() || b.hasAssistants() || len(b.cards()) > MaxListed {
		return nil
	}
	block := &pack.Block{Root: b.card}
	addList(block, in, b, 0, 0)
	return block
}

func (b *branch) hasAssistants() bool {
	return len(b.assistants) > 0 || slices.ContainsFunc(b.subs, (*branch).hasAssistants)
}

// addList adds a manager and everybody below, and returns the y of the bottom of the last card.
func addList(b *pack.Block, in *Input, from *branch, x, y float64) float64 {
	size := in.Cards[from.card].Size
	manager := geom.Rect{X: x, Y: y, W: size.W, H: size.H}
	b.AddCard(from.card, manager)
	y += size.H
	connect := func(card int) {
		y += in.gap(stackGap)
		middle := y + in.Cards[card].H/2
		b.AddLine(card, geom.Pt(x+drop, manager.Bottom()), geom.Pt(x+drop, middle), geom.Pt(x+Indent, middle))
	}
	for _, stack := range from.stacks {
		for _, card := range stack {
			connect(card)
			b.AddCard(card, geom.Rect{X: x + Indent, Y: y, W: in.Cards[card].W, H: in.Cards[card].H})
			y += in.Cards[card].H
		}
	}
	for _, sub := range from.subs {
		connect(sub.card)
		y = addList(b, in, sub, x+Indent, y)
	}
	return y
}
