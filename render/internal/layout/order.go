package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// boxRanks orders sibling boxes from the left by the managers of the people in them, so that lines
// from a manager lead to adjacent boxes. A box without such a manager is first if its people manage
// people of a sibling, and last otherwise. A box reports if a manager of its people is in the
// enclosing box.
func boxRanks(in *Input, blocks [][]*pack.Block) (ranks []float64, reports []bool) {
	place := cardPlaces(len(in.Cards), blocks)
	sums, counts := make([]float64, len(in.Boxes)), make([]int, len(in.Boxes))
	reports = make([]bool, len(in.Boxes))
	leads := make([]bool, len(in.Boxes))
	inside := insideOf(in)
	for _, e := range in.Edges {
		if !e.Hierarchy || e.Loose || in.Cards[e.From].Box == in.Cards[e.To].Box {
			continue
		}
		for box := in.Cards[e.To].Box; box >= 0 && !inside(e.From, box); box = in.Boxes[box].Parent {
			sums[box] += place[e.From]
			counts[box]++
			reports[box] = reports[box] || in.Boxes[box].Parent == in.Cards[e.From].Box
		}
		for box := in.Cards[e.From].Box; box >= 0 && !inside(e.To, box); box = in.Boxes[box].Parent {
			leads[box] = true
		}
	}
	ranks = make([]float64, len(in.Boxes))
	for i := range ranks {
		switch {
		case counts[i] > 0:
			ranks[i] = sums[i] / float64(counts[i])
		case leads[i]:
			ranks[i] = math.Inf(-1)
		default:
			ranks[i] = math.Inf(1)
		}
	}
	return ranks, reports
}

func insideOf(in *Input) func(card, box int) bool {
	return func(card, box int) bool {
		for at := in.Cards[card].Box; at >= 0; at = in.Boxes[at].Parent {
			if at == box {
				return true
			}
		}
		return false
	}
}

// cardPlaces returns the centers of cards on the x axis, with the blocks of each box in one row.
func cardPlaces(cards int, blocks [][]*pack.Block) []float64 {
	place := make([]float64, cards)
	for _, row := range blocks {
		left := 0.0
		for _, b := range row {
			for _, c := range b.Cards {
				place[c.Card] = left + c.CenterX()
			}
			left += b.W + pack.CardGap
		}
	}
	return place
}
