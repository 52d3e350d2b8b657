package picture

import (
	"math"

	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// LeastPrinted is the smallest legible size of text in print, in points.
const LeastPrinted = 6

// Shape returns the ratio of width to height of a picture for the paper, between 1:10 and 10:1; A4
// landscape for a free size.
func Shape(p paper.Size) float64 {
	if p.Free() {
		p = paper.A4().Landscape()
	}
	return min(max(p.Width/p.Height, 0.1), 10)
}

// Printed returns the paper that a picture is printed on: A3 landscape for a free size.
func Printed(p paper.Size) paper.Size {
	if p.Free() {
		return paper.A3().Landscape()
	}
	return p
}

// Largest returns the size of the largest map that is legible when printed to fit the paper.
func Largest(p paper.Size) paper.Size {
	p = Printed(p)
	return paper.Size{Width: p.Width * scene.LeastText / LeastPrinted, Height: p.Height * scene.LeastText / LeastPrinted}
}

// SmallestText returns the size of the smallest text, in points, or +Inf without texts.
func (p *Picture) SmallestText() float64 { return smallestText(p.Scene.Items) }

func smallestText(items []scene.Item) float64 {
	least := math.Inf(1)
	for _, item := range items {
		switch item := item.(type) {
		case scene.Group:
			least = min(least, smallestText(item.Items))
		case scene.Text:
			least = min(least, item.Size)
		}
	}
	return least
}

// PrintedText returns the size of the smallest text when the picture is printed to fit the paper.
func (p *Picture) PrintedText(s paper.Size) float64 {
	s = Printed(s)
	return p.SmallestText() * min(s.Width/p.Scene.Width, s.Height/p.Scene.Height)
}

// Legible reports whether all texts can be read when the picture is printed to fit the paper.
func (p *Picture) Legible(s paper.Size) bool { return p.PrintedText(s) >= LeastPrinted }
