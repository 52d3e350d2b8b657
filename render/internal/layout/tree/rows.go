package tree

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// treeBlock makes the block of a branch from the centers of its cards. The columns are the engine's
// columns. The rows are the engine's ranks, moved together as far as the lines allow.
func treeBlock(in *Input, b *branch, centers []geom.Point) *pack.Block {
	p := placer{in: in, cards: b.cards(), centers: make(map[int]geom.Point, len(centers)), rowOf: make(map[int]int, len(centers)),
		sideHeight: map[int]float64{}}
	for i, card := range p.cards {
		p.centers[card] = centers[i]
	}
	p.measureAssistants(b)
	p.findRows()
	p.findTops(b)
	p.out = &pack.Block{Root: b.card}
	p.place(b)
	return fromLeft(p.out)
}

type placer struct {
	in      *Input
	out     *pack.Block
	cards   []int
	centers map[int]geom.Point
	rowOf   map[int]int
	rows    int
	tops    []float64
	// sideHeight maps a manager to the height of the assistants beside it.
	sideHeight map[int]float64
}

func (p *placer) measureAssistants(b *branch) {
	if len(b.assistants) > 0 {
		p.sideHeight[b.card] = assistantsHeight(p.in, b.assistants)
	}
	for _, sub := range b.subs {
		p.measureAssistants(sub)
	}
}

func (p *placer) findRows() {
	ranked := slices.Clone(p.cards)
	slices.SortFunc(ranked, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.centers[b].Y, p.centers[a].Y), cmp.Compare(a, b))
	})
	const same = 1 // ranks differ by at least a card's height
	row, y := -1, 0.0
	for _, card := range ranked {
		if row < 0 || y-p.centers[card].Y > same {
			row, y = row+1, p.centers[card].Y
		}
		p.rowOf[card] = row
	}
	p.rows = row + 1
}

// findTops stacks the rows, with space for the horizontal lines of managers.
func (p *placer) findTops(b *branch) {
	heights := make([]float64, p.rows)
	for _, card := range p.cards {
		row := p.rowOf[card]
		heights[row] = max(heights[row], p.in.Cards[card].H, p.sideHeight[card])
	}
	gaps := make([]float64, p.rows)
	for i := range gaps {
		gaps[i] = p.in.gap(stackGap)
	}
	p.widenGaps(b, gaps)
	p.tops = make([]float64, p.rows)
	for i := 1; i < p.rows; i++ {
		p.tops[i] = p.tops[i-1] + heights[i-1] + gaps[i]
	}
}

func (p *placer) widenGaps(b *branch, gaps []float64) {
	if row := p.rowOf[b.card] + 1; !b.lowest() && !b.singleStack() && row < len(gaps) {
		gaps[row] = p.in.gap(busGap)
	}
	for _, sub := range b.subs {
		p.widenGaps(sub, gaps)
	}
}

func (p *placer) place(b *branch) {
	manager := p.addCard(b.card, p.shift(b))
	addAssistants(p.out, p.in, manager, sides(b.assistants))
	for _, stack := range b.stacks {
		y := p.tops[p.rowOf[stack[0]]]
		if b.singleStack() {
			y = max(manager.Bottom(), manager.Y+p.sideHeight[b.card]) + p.in.gap(stackGap)
		}
		left := manager.X + Indent
		if !b.singleStack() {
			left = p.left(stack)
		}
		for _, card := range stack { // closer than the rows, which have the height of their highest card
			r := p.rect(card, 0)
			r.X, r.Y = left, y
			p.out.AddCard(card, r)
			p.out.AddLine(card, p.stackLine(b, manager, r, stack[0])...)
			y = r.Bottom() + p.in.gap(stackGap)
		}
	}
	for _, sub := range b.subs {
		r := p.rect(sub.card, p.shift(sub))
		bus := r.Y - p.in.gap(busRise)
		from, to := geom.Pt(manager.CenterX(), manager.Bottom()), geom.Pt(r.CenterX(), r.Y)
		if from.X == to.X {
			p.out.AddLine(sub.card, from, to)
		} else {
			p.out.AddLine(sub.card, from, geom.Pt(from.X, bus), geom.Pt(to.X, bus), to)
		}
		p.place(sub)
	}
}

// shift returns the distance that moves a manager from the center of the engine's box to its left
// end, above the only stack.
func (p *placer) shift(b *branch) float64 {
	if !b.singleStack() {
		return 0
	}
	return (p.in.Cards[b.card].W - stackWidth(p.in, b)) / 2
}

// left returns the left edge of the widest card of a stack, which all its cards share.
func (p *placer) left(stack []int) float64 {
	left := math.Inf(1)
	for _, card := range stack {
		left = min(left, p.rect(card, Indent/2).X)
	}
	return left
}

// stackLine returns the line from a manager to a card of a stack. first is the first card of the
// stack.
func (p *placer) stackLine(b *branch, manager, card geom.Rect, first int) []geom.Point {
	x := card.X - (Indent - drop)
	end := []geom.Point{geom.Pt(x, card.CenterY()), geom.Pt(card.X, card.CenterY())}
	if b.singleStack() {
		return append([]geom.Point{geom.Pt(x, manager.Bottom())}, end...)
	}
	bus := p.tops[p.rowOf[first]] - p.in.gap(busRise)
	return append([]geom.Point{geom.Pt(manager.CenterX(), manager.Bottom()), geom.Pt(manager.CenterX(), bus), geom.Pt(x, bus)}, end...)
}

func (p *placer) addCard(card int, dx float64) geom.Rect {
	r := p.rect(card, dx)
	p.out.AddCard(card, r)
	return r
}

// rect returns the rectangle of a card whose box in the engine had the indent on one side; dx moves
// it to the other.
func (p *placer) rect(card int, dx float64) geom.Rect {
	size := p.in.Cards[card].Size
	return geom.Rect{X: p.centers[card].X - size.W/2 + dx, Y: p.tops[p.rowOf[card]], W: size.W, H: size.H}
}
