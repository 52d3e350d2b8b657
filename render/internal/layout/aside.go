package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Aides stand at the sides of the one they assist, on a level with that card and off the row of the reports: the first on the right, the
// second on the left, and so on, more of them below one another. The room is kept on both sides, so that the manager stays in the middle
// above the reports.

// sides parts the aides into those on the left and those on the right.
func sides(aides []int) (parts [2][]int) {
	for i, aide := range aides {
		side := (i + 1) % 2
		parts[side] = append(parts[side], aide)
	}
	return parts
}

// asideWidth is the room at each side of a manager.
func asideWidth(in *Input, aides []int) float64 {
	wide := 0.0
	for _, aide := range aides {
		wide = math.Max(wide, in.gap(treeGap)+in.Cards[aide].W)
	}
	return wide
}

// asideHeight is how far the aides on the longer side reach below the manager's upper side.
func asideHeight(in *Input, aides []int) float64 {
	high := 0.0
	for _, side := range sides(aides) {
		reach := -in.gap(stackGap)
		for _, aide := range side {
			reach += in.Cards[aide].H + in.gap(stackGap)
		}
		high = math.Max(high, reach)
	}
	return high
}

// addAides puts the aides on the left and on the right of a manager's card, each with a line from the manager's side to its own.
func (b *block) addAides(in *Input, manager geom.Rect, parts [2][]int) {
	apart := in.gap(treeGap)
	for side, aides := range parts {
		y := manager.Y
		for _, aide := range aides {
			size := in.Cards[aide].Size
			r := geom.Rect{X: manager.X - apart - size.W, Y: y, W: size.W, H: size.H}
			from, to, between := manager.X, r.Right(), manager.X-apart/2
			if side == 1 {
				r.X = manager.Right() + apart
				from, to, between = manager.Right(), r.X, manager.Right()+apart/2
			}
			b.addCard(aide, r)
			b.lines = append(b.lines, placedLine{aide, leadAside(from, manager.CenterY(), between, to, r)})
			y += size.H + in.gap(stackGap)
		}
	}
}

// leadAside is the line at the height level to a card, by way of an upright where that height does not meet the card.
func leadAside(from, level, between, to float64, r geom.Rect) []geom.Point {
	if level > r.Y && level < r.Bottom() {
		return []geom.Point{geom.Pt(from, level), geom.Pt(to, level)}
	}
	return []geom.Point{geom.Pt(from, level), geom.Pt(between, level), geom.Pt(between, r.CenterY()), geom.Pt(to, r.CenterY())}
}
