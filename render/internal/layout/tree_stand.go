package layout

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// standBranch makes a block of a branch from the middles of its cards: the columns are the engine's, and the rows are its ranks, moved
// together as far as the lines between them allow.
func standBranch(in *Input, b *branch, centers []geom.Point) *block {
	s := standing{in: in, cards: b.cards(), centers: make(map[int]geom.Point, len(centers)), rowOf: make(map[int]int, len(centers)), tallest: map[int]float64{}}
	for i, card := range s.cards {
		s.centers[card] = centers[i]
	}
	s.measureAides(b)
	s.findRows()
	s.findTops(b)
	out := &block{root: b.card}
	s.stand(out, b)
	return out.fromLeft()
}

type standing struct {
	in      *Input
	cards   []int
	centers map[int]geom.Point
	rowOf   map[int]int
	rows    int
	tops    []float64
	// tallest is how high the aides beside a manager stand.
	tallest map[int]float64
}

func (s *standing) measureAides(b *branch) {
	if len(b.aides) > 0 {
		s.tallest[b.card] = asideHeight(s.in, b.aides)
	}
	for _, sub := range b.subs {
		s.measureAides(sub)
	}
}

// findRows numbers the ranks from the top.
func (s *standing) findRows() {
	ranked := slices.Clone(s.cards)
	slices.SortFunc(ranked, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.centers[b].Y, s.centers[a].Y), cmp.Compare(a, b))
	})
	const same = 1 // ranks are at least a card's height apart
	row, y := -1, 0.0
	for _, card := range ranked {
		if row < 0 || y-s.centers[card].Y > same {
			row, y = row+1, s.centers[card].Y
		}
		s.rowOf[card] = row
	}
	s.rows = row + 1
}

// findTops stacks the rows, with room above those that a manager's lines spread over.
func (s *standing) findTops(b *branch) {
	high := make([]float64, s.rows)
	for _, card := range s.cards {
		high[s.rowOf[card]] = max(high[s.rowOf[card]], s.in.Cards[card].H, s.tallest[card])
	}
	gap := make([]float64, s.rows)
	for i := range gap {
		gap[i] = s.in.gap(stackGap)
	}
	s.widenGaps(b, gap)
	s.tops = make([]float64, s.rows)
	for i := 1; i < s.rows; i++ {
		s.tops[i] = s.tops[i-1] + high[i-1] + gap[i]
	}
}

func (s *standing) widenGaps(b *branch, gap []float64) {
	if row := s.rowOf[b.card] + 1; !b.lowest() && !b.hangs() && row < len(gap) {
		gap[row] = s.in.gap(busGap)
	}
	for _, sub := range b.subs {
		s.widenGaps(sub, gap)
	}
}

// stand places a manager, the stacks and the branches below, with the lines that lead to them.
func (s *standing) stand(out *block, b *branch) {
	wider := 0.0
	if b.hangs() {
		wider = indent
	}
	manager := s.place(out, b.card, -wider/2)
	out.addAides(s.in, manager, sides(b.aides))
	for _, stack := range b.stacks {
		for _, card := range stack {
			r := s.place(out, card, indent/2)
			out.lines = append(out.lines, placedLine{card, s.leadToStack(b, manager, r, stack[0])})
		}
	}
	for _, sub := range b.subs {
		r := s.rect(sub.card, 0)
		if sub.hangs() {
			r = s.rect(sub.card, -indent/2)
		}
		bus := r.Y - s.in.gap(busRise)
		lead := []geom.Point{geom.Pt(manager.CenterX(), manager.Bottom()), geom.Pt(manager.CenterX(), bus), geom.Pt(r.CenterX(), bus), geom.Pt(r.CenterX(), r.Y)}
		if manager.CenterX() == r.CenterX() {
			lead = []geom.Point{lead[0], lead[3]}
		}
		out.lines = append(out.lines, placedLine{sub.card, lead})
		s.stand(out, sub)
	}
}

func (s *standing) leadToStack(b *branch, manager, card geom.Rect, first int) []geom.Point {
	x := card.X - (indent - drop)
	if b.hangs() {
		return []geom.Point{geom.Pt(x, manager.Bottom()), geom.Pt(x, card.CenterY()), geom.Pt(card.X, card.CenterY())}
	}
	bus := s.tops[s.rowOf[first]] - s.in.gap(busRise)
	return []geom.Point{geom.Pt(manager.CenterX(), manager.Bottom()), geom.Pt(manager.CenterX(), bus), geom.Pt(x, bus), geom.Pt(x, card.CenterY()), geom.Pt(card.X, card.CenterY())}
}

func (s *standing) place(out *block, card int, dx float64) geom.Rect {
	r := s.rect(card, dx)
	out.addCard(card, r)
	return r
}

// rect is where a card stands whose box in the engine had the indent on one side: dx moves it to the other.
func (s *standing) rect(card int, dx float64) geom.Rect {
	size := s.in.Cards[card].Size
	return geom.Rect{X: s.centers[card].X - size.W/2 + dx, Y: s.tops[s.rowOf[card]], W: size.W, H: size.H}
}
