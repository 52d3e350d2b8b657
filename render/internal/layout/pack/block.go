package pack

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Block is a finished part of a drawing, such as a tree of people. Its coordinates are relative to
// its own top left corner.
type Block struct {
	geom.Size
	Cards []PlacedCard
	Lines []PlacedLine
	// Root is the card at which a line from above arrives. It is -1 for a stack without its
	// manager.
	Root int
}

// PlacedCard is the index of a card and its rectangle.
type PlacedCard struct {
	Card int
	geom.Rect
}

// PlacedLine is the hierarchy line that arrives at card To.
type PlacedLine struct {
	To     int
	Points []geom.Point
}

// AddCard adds a card, and enlarges the block to contain it.
func (b *Block) AddCard(card int, r geom.Rect) {
	b.Cards = append(b.Cards, PlacedCard{card, r})
	b.W, b.H = math.Max(b.W, r.Right()), math.Max(b.H, r.Bottom())
}

// AddLine adds the line that arrives at a card.
func (b *Block) AddLine(to int, points ...geom.Point) {
	b.Lines = append(b.Lines, PlacedLine{to, points})
}

// Add copies the content of another block, moved by (dx, dy).
func (b *Block) Add(other *Block, dx, dy float64) {
	for _, c := range other.Cards {
		b.AddCard(c.Card, c.Move(dx, dy))
	}
	for _, l := range other.Lines {
		b.AddLine(l.To, Move(l.Points, dx, dy)...)
	}
}

// Move returns points moved by (dx, dy).
func Move(points []geom.Point, dx, dy float64) []geom.Point {
	moved := make([]geom.Point, len(points))
	for i, p := range points {
		moved[i] = p.Add(dx, dy)
	}
	return moved
}

// Rect returns the rectangle of a card, and reports whether the card is in the block.
func (b *Block) Rect(card int) (geom.Rect, bool) {
	for _, c := range b.Cards {
		if c.Card == card {
			return c.Rect, true
		}
	}
	return geom.Rect{}, false
}

func (b *Block) overlaps(r geom.Rect, at geom.Point) bool {
	for _, c := range b.Cards {
		if c.Move(at.X, at.Y).Overlaps(r) {
			return true
		}
	}
	for _, l := range b.Lines {
		for i := 1; i < len(l.Points); i++ {
			if geom.Between(l.Points[i-1], l.Points[i]).Move(at.X, at.Y).Overlaps(r) {
				return true
			}
		}
	}
	return false
}

func sizesOf(blocks []*Block) []geom.Size {
	sizes := make([]geom.Size, len(blocks))
	for i, b := range blocks {
		sizes[i] = b.Size
	}
	return sizes
}
