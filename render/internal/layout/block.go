package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// block is a part of a drawing with places relative to its own top left corner.
type block struct {
	geom.Size
	cards []placedCard
	lines []placedLine
	// root is the card that a line from above comes in at, on its upper side; -1 stands for a stack without its manager.
	root int
}

type placedCard struct {
	card int
	geom.Rect
}

// placedLine is the hierarchy line that comes in at card to.
type placedLine struct {
	to     int
	points []geom.Point
}

func (b *block) addCard(card int, r geom.Rect) {
	b.cards = append(b.cards, placedCard{card, r})
	b.W, b.H = math.Max(b.W, r.Right()), math.Max(b.H, r.Bottom())
}

// add takes over what another block holds, moved by (dx, dy).
func (b *block) add(other *block, dx, dy float64) {
	for _, c := range other.cards {
		b.addCard(c.card, c.Move(dx, dy))
	}
	for _, l := range other.lines {
		b.lines = append(b.lines, placedLine{l.to, movePoints(l.points, dx, dy)})
	}
}

func movePoints(points []geom.Point, dx, dy float64) []geom.Point {
	moved := make([]geom.Point, len(points))
	for i, p := range points {
		moved[i] = p.Add(dx, dy)
	}
	return moved
}

func (b *block) rect(card int) (geom.Rect, bool) {
	for _, c := range b.cards {
		if c.card == card {
			return c.Rect, true
		}
	}
	return geom.Rect{}, false
}

func loneBlock(in *Input, card int) *block {
	b := &block{root: card}
	b.addCard(card, geom.Rect{X: 0, Y: 0, W: in.Cards[card].W, H: in.Cards[card].H})
	return b
}

// stackBlock is a column of cards without its manager; the line it hangs on runs at x 0 below its top.
func stackBlock(in *Input, cards []int) *block {
	b := &block{root: -1}
	y := 0.0
	for _, card := range cards {
		size := in.Cards[card].Size
		r := geom.Rect{X: indent - drop, Y: y, W: size.W, H: size.H}
		b.addCard(card, r)
		b.lines = append(b.lines, placedLine{card, []geom.Point{geom.Pt(0, 0), geom.Pt(0, r.CenterY()), geom.Pt(r.X, r.CenterY())}})
		y += size.H + in.gap(stackGap)
	}
	return b
}

// hangShelves puts blocks on shelves under a manager's card: a line goes down at the manager's left, level above each shelf, and down
// again into each block.
func hangShelves(in *Input, manager *branch, parts []*block) *block {
	size := in.Cards[manager.card].Size
	b := &block{root: manager.card}
	card := geom.Rect{X: 0, Y: 0, W: size.W, H: size.H}
	b.addCard(manager.card, card)
	b.addAides(in, card, [2][]int{nil, manager.aides})
	sizes := make([]geom.Size, len(parts))
	for i, p := range parts {
		sizes[i] = p.Size
	}
	apart, rise := in.gap(cardGap), in.gap(busRise)
	y := b.H + in.gap(busGap)
	for _, shelf := range shelves(sizes, pageWidth(sizes, in.Shape, apart), apart) {
		x, high := float64(indent), 0.0
		for _, i := range shelf {
			part := parts[i]
			lead := []geom.Point{geom.Pt(drop, size.H), geom.Pt(drop, y-rise)}
			if part.root >= 0 {
				r, _ := part.rect(part.root)
				at := r.CenterX() + x
				b.add(part, x, y)
				b.lines = append(b.lines, placedLine{part.root, append(lead, geom.Pt(at, y-rise), geom.Pt(at, y+r.Y))})
			} else {
				lead = append(lead, geom.Pt(x, y-rise))
				b.hangStack(part, lead, x, y)
			}
			x += part.W + apart
			high = math.Max(high, part.H)
		}
		y += high + in.gap(busGap)
	}
	return b
}

// hangStack adds a stack whose lines begin with lead instead of at the stack's own top.
func (b *block) hangStack(stack *block, lead []geom.Point, x, y float64) {
	for _, c := range stack.cards {
		b.addCard(c.card, c.Move(x, y))
	}
	for _, l := range stack.lines {
		points := append([]geom.Point{}, lead...)
		b.lines = append(b.lines, placedLine{l.to, append(points, movePoints(l.points[1:], x, y)...)})
	}
}

// fromLeft returns the block moved so that its leftmost card stands at 0.
func (b *block) fromLeft() *block {
	left := math.Inf(1)
	for _, c := range b.cards {
		left = math.Min(left, c.X)
	}
	moved := &block{root: b.root}
	moved.add(b, -left, 0)
	return moved
}
