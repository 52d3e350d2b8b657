package layout

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Where a label may stand: on a stretch of its line that goes on to both sides of it, clear of all that it would hide.
const (
	labelEnd  = 5  // of line seen on each side of a label
	labelAir  = 2  // between a label and a card, a text or another label
	labelStep = 6  // from one place that is tried to the next
	labelOut  = 20 // that labels may go outside the picture
)

// placeLabels finds a place for the label of each line that has one: on the line's longest stretch that has one clear of cards, texts, other
// labels, other lines and the sides of boxes, nearest to the stretch's middle; or, if there is none on any stretch, one that lines and sides
// cross. A line that has no such place either goes without, which is a Rect of no size.
func (p *placer) placeLabels() {
	p.out.Labels = make([]geom.Rect, len(p.in.Edges))
	if !slices.ContainsFunc(p.in.Edges, func(e Edge) bool { return e.Label.W > 0 }) {
		return
	}
	taken, lines := newRectIndex(), newRectIndex()
	for _, card := range p.out.Cards {
		taken.add(card, -1)
	}
	for _, text := range p.headTexts() {
		taken.add(text, -1)
	}
	for i, line := range p.out.Lines {
		for k := 1; k < len(line); k++ {
			lines.add(between(line[k-1], line[k]).Grow(0.5), i)
		}
	}
	for _, b := range p.out.Boxes {
		for _, side := range []geom.Rect{{X: b.X, Y: b.Y, W: b.W, H: 0}, {X: b.X, Y: b.Bottom(), W: b.W, H: 0}, {X: b.X, Y: b.Y, W: 0, H: b.H}, {X: b.Right(), Y: b.Y, W: 0, H: b.H}} {
			lines.add(side.Grow(0.5), -1)
		}
	}
	area := geom.Rect{X: 0, Y: 0, W: p.out.Width, H: p.out.Height}.Grow(labelOut)
	for i, e := range p.in.Edges {
		if e.Label.W <= 0 {
			continue
		}
		spots := labelSpots(p.out.Lines[i], e.Label)
		free := func(r geom.Rect) bool { return within(area, r) && !taken.meets(r.Grow(labelAir), -2) }
		at := slices.IndexFunc(spots, func(r geom.Rect) bool { return free(r) && !lines.meets(r, i) })
		if at < 0 {
			at = slices.IndexFunc(spots, free)
		}
		if at >= 0 {
			p.out.Labels[i] = spots[at]
			taken.add(spots[at], -1)
		}
	}
}

// headTexts are the extents of the texts in the heads of the boxes, or in the table.
func (p *placer) headTexts() []geom.Rect {
	if p.in.Grid != nil {
		return p.gridTexts()
	}
	var texts []geom.Rect
	for i, b := range p.in.Boxes {
		for _, t := range b.texts(p.out.Boxes[i].W) {
			texts = append(texts, t.Move(p.out.Boxes[i].X, p.out.Boxes[i].Y))
		}
	}
	return texts
}

// labelSpots lists the places for a label on a line, the best first.
func labelSpots(line []geom.Point, label geom.Size) []geom.Rect {
	type stretch struct{ from, to geom.Point }
	var stretches []stretch
	for k := 1; k < len(line); k++ {
		stretches = append(stretches, stretch{line[k-1], line[k]})
	}
	long := func(s stretch) float64 { return math.Abs(s.to.X-s.from.X) + math.Abs(s.to.Y-s.from.Y) }
	slices.SortStableFunc(stretches, func(a, b stretch) int { return cmp.Compare(long(b), long(a)) })
	var spots []geom.Rect
	for _, s := range stretches {
		taken := label.H
		if s.from.Y == s.to.Y {
			taken = label.W
		}
		length := long(s)
		reach := (length-taken)/2 - labelEnd // from the middle of the stretch to that of the farthest label
		for away := 0.0; away <= reach; away += labelStep {
			for _, d := range []float64{away, -away} {
				part := 0.5 + d/length
				x, y := s.from.X+float64((s.to.X-s.from.X)*part), s.from.Y+float64((s.to.Y-s.from.Y)*part)
				spots = append(spots, geom.Rect{X: math.Round(x - label.W/2), Y: math.Round(2*(y-label.H/2)) / 2, W: label.W, H: label.H})
				if away == 0 {
					break
				}
			}
		}
	}
	return spots
}

// within reports whether the whole of r lies in the area.
func within(area, r geom.Rect) bool {
	return r.X >= area.X && r.Y >= area.Y && r.Right() <= area.Right() && r.Bottom() <= area.Bottom()
}

// rectIndex finds rectangles by where they are.
type rectIndex struct {
	cells map[[2]int][]indexed
}

type indexed struct {
	geom.Rect
	owner int
}

func newRectIndex() *rectIndex { return &rectIndex{cells: map[[2]int][]indexed{}} }

// indexCell is the side of the squares by which the index is kept, in points: a little more than a card's.
const indexCell = 256

func (x *rectIndex) add(r geom.Rect, owner int) {
	x.visit(r, func(cell [2]int) bool {
		x.cells[cell] = append(x.cells[cell], indexed{r, owner})
		return false
	})
}

// meets reports whether a rectangle of another owner overlaps r.
func (x *rectIndex) meets(r geom.Rect, owner int) bool {
	return x.visit(r, func(cell [2]int) bool {
		return slices.ContainsFunc(x.cells[cell], func(i indexed) bool { return i.owner != owner && i.Overlaps(r) })
	})
}

// visit calls stop for each square that r lies in, until it returns true.
func (x *rectIndex) visit(r geom.Rect, stop func(cell [2]int) bool) bool {
	square := func(v float64) int { return int(math.Floor(v / indexCell)) }
	for i := square(r.X); i <= square(r.Right()); i++ {
		for j := square(r.Y); j <= square(r.Bottom()); j++ {
			if stop([2]int{i, j}) {
				return true
			}
		}
	}
	return false
}
