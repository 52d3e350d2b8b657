package layout

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// The distances of labels, in points.
const (
	labelEnd    = 5  // of visible line at each end of a label
	labelGap    = 2  // between a label and a card, a text or another label
	labelClear  = 6  // between a label and other lines, so that these do not underline it
	labelStep   = 6  // from one candidate to the next
	labelMargin = 20 // that labels may be outside the picture
)

// placeLabels places the label of each line. The best place is clear of cards, texts, other labels,
// other lines and sides of boxes. It is on the longest segment with such a place, nearest to its
// middle. The second choice may be nearer to lines and sides, the third may cross them. If there is
// none, the label gets no size.
func placeLabels(in *Input, out *Placed) {
	out.Labels = make([]geom.Rect, len(in.Edges))
	if !slices.ContainsFunc(in.Edges, func(e Edge) bool { return e.Label.W > 0 }) {
		return
	}
	taken, lines := newRectIndex(), newRectIndex()
	for _, card := range out.Cards {
		taken.add(card, -1)
	}
	for _, text := range texts(in, out) {
		taken.add(text, -1)
	}
	for i, line := range out.Lines {
		for k := 1; k < len(line); k++ {
			lines.add(geom.Between(line[k-1], line[k]).Grow(0.5), i)
		}
	}
	for i, b := range out.Boxes {
		if in.Boxes[i].Bracket {
			lines.add(geom.Rect{X: b.X, Y: b.Y + in.Boxes[i].Rule, W: b.W}.Grow(0.5), -1)
			continue
		}
		for _, side := range []geom.Rect{{X: b.X, Y: b.Y, W: b.W}, {X: b.X, Y: b.Bottom(), W: b.W}, {X: b.X, Y: b.Y, H: b.H}, {X: b.Right(), Y: b.Y, H: b.H}} {
			lines.add(side.Grow(0.5), -1)
		}
	}
	area := geom.Rect{W: out.Width, H: out.Height}.Grow(labelMargin)
	for i, e := range in.Edges {
		if e.Label.W <= 0 {
			continue
		}
		places := labelPlaces(out.Lines[i], e.Label)
		free := func(r geom.Rect) bool { return area.Contains(r) && !taken.overlaps(r.Grow(labelGap), -2) }
		at := slices.IndexFunc(places, func(r geom.Rect) bool { return free(r) && !lines.overlaps(r.Grow(labelClear), i) })
		if at < 0 {
			at = slices.IndexFunc(places, func(r geom.Rect) bool { return free(r) && !lines.overlaps(r, i) })
		}
		if at < 0 {
			at = slices.IndexFunc(places, free)
		}
		if at >= 0 {
			out.Labels[i] = places[at]
			taken.add(places[at], -1)
		}
	}
}

// labelPlaces returns the candidate places of a label on a line, the best first.
func labelPlaces(line []geom.Point, label geom.Size) []geom.Rect {
	type segment struct{ from, to geom.Point }
	var segments []segment
	for k := 1; k < len(line); k++ {
		segments = append(segments, segment{line[k-1], line[k]})
	}
	length := func(s segment) float64 { return math.Abs(s.to.X-s.from.X) + math.Abs(s.to.Y-s.from.Y) }
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(length(b), length(a)) })
	var places []geom.Rect
	for _, s := range segments {
		extent := label.H
		if s.from.Y == s.to.Y {
			extent = label.W
		}
		long := length(s)
		reach := (long-extent)/2 - labelEnd // from the middle of the segment to the center of the farthest label
		for offset := 0.0; offset <= reach; offset += labelStep {
			for _, d := range []float64{offset, -offset} {
				part := 0.5 + d/long
				x, y := s.from.X+float64((s.to.X-s.from.X)*part), s.from.Y+float64((s.to.Y-s.from.Y)*part)
				places = append(places, geom.Rect{X: math.Round(x - label.W/2), Y: math.Round(2*(y-label.H/2)) / 2, W: label.W, H: label.H})
				if offset == 0 {
					break
				}
			}
		}
	}
	return places
}

// rectIndex finds rectangles by position, in square cells.
type rectIndex struct {
	cells map[[2]int][]ownedRect
}

type ownedRect struct {
	geom.Rect
	owner int
}

func newRectIndex() *rectIndex { return &rectIndex{cells: map[[2]int][]ownedRect{}} }

// cellSide is the side of a cell in points, a little more than the width of a card.
const cellSide = 256

func (x *rectIndex) add(r geom.Rect, owner int) {
	x.visit(r, func(cell [2]int) bool {
		x.cells[cell] = append(x.cells[cell], ownedRect{r, owner})
		return false
	})
}

func (x *rectIndex) overlaps(r geom.Rect, owner int) bool {
	return x.visit(r, func(cell [2]int) bool {
		return slices.ContainsFunc(x.cells[cell], func(o ownedRect) bool { return o.owner != owner && o.Overlaps(r) })
	})
}

// meets reports whether r overlaps a rectangle whose owner wanted accepts.
func (x *rectIndex) meets(r geom.Rect, wanted func(owner int) bool) bool {
	return x.visit(r, func(cell [2]int) bool {
		return slices.ContainsFunc(x.cells[cell], func(o ownedRect) bool { return o.Overlaps(r) && wanted(o.owner) })
	})
}

// visit calls stop for each cell of r until it returns true.
func (x *rectIndex) visit(r geom.Rect, stop func(cell [2]int) bool) bool {
	cell := func(v float64) int { return int(math.Floor(v / cellSide)) }
	for i := cell(r.X); i <= cell(r.Right()); i++ {
		for j := cell(r.Y); j <= cell(r.Bottom()); j++ {
			if stop([2]int{i, j}) {
				return true
			}
		}
	}
	return false
}
