package tree

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// Assistants are beside their manager, above the row of the reports: the first on the right, the
// second on the left, and so on. Both sides are equally wide, so that the manager is centred above
// the reports.

func sides(assistants []int) (parts [2][]int) {
	for i, assistant := range assistants {
		side := (i + 1) % 2
		parts[side] = append(parts[side], assistant)
	}
	return parts
}

func assistantsWidth(in *Input, assistants []int) float64 {
	width := 0.0
	for _, assistant := range assistants {
		width = math.Max(width, in.gap(treeGap)+in.Cards[assistant].W)
	}
	return width
}

func assistantsHeight(in *Input, assistants []int) float64 {
	height := 0.0
	for _, side := range sides(assistants) {
		sum := -in.gap(stackGap)
		for _, assistant := range side {
			sum += in.Cards[assistant].H + in.gap(stackGap)
		}
		height = math.Max(height, sum)
	}
	return height
}

// addAssistants adds the assistants at both sides of a manager, with lines from the manager's
// sides.
func addAssistants(b *pack.Block, in *Input, manager geom.Rect, parts [2][]int) {
	gap := in.gap(treeGap)
	for side, assistants := range parts {
		y := manager.Y
		for _, assistant := range assistants {
			size := in.Cards[assistant].Size
			if len(assistants) == 1 && size.H < manager.H {
				y = math.Round(manager.CenterY() - size.H/2)
			}
			r := geom.Rect{X: manager.X - gap - size.W, Y: y, W: size.W, H: size.H}
			from, to, middle := manager.X, r.Right(), manager.X-gap/2
			if side == 1 {
				r.X = manager.Right() + gap
				from, to, middle = manager.Right(), r.X, manager.Right()+gap/2
			}
			b.AddCard(assistant, r)
			b.AddLine(assistant, assistantLine(from, manager.CenterY(), middle, to, r)...)
			y += size.H + in.gap(stackGap)
		}
	}
}

// assistantLine returns a line from the x from, at the height y, to the card at the x to. It bends
// at the x middle if y is outside the card.
func assistantLine(from, y, middle, to float64, r geom.Rect) []geom.Point {
	if y > r.Y && y < r.Bottom() {
		return []geom.Point{geom.Pt(from, y), geom.Pt(to, y)}
	}
	return []geom.Point{geom.Pt(from, y), geom.Pt(middle, y), geom.Pt(middle, r.CenterY()), geom.Pt(to, r.CenterY())}
}
