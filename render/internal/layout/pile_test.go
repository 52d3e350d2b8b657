package layout

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPilesFindTheSmallest compares with all ways there are to cut things apart, in all their shapes.
func TestPilesFindTheSmallest(t *testing.T) {
	const gap = 10
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		things := make([][]pile, 1+r.IntN(4))
		for i := range things {
			for k := range 1 + r.IntN(2) {
				wide := float64(100 * (k + 1))
				things[i] = append(things[i], pile{Size: Size{wide + 10*float64(r.IntN(9)), math.Round(60_000 / wide)}, thing: i, shape: k})
			}
		}
		found := piles(things, gap)
		for _, shape := range []float64{0.3, 1, 1.4, 4} {
			need := func(s Size) float64 { return math.Max(s.W/shape, s.H) }
			least, best := math.Inf(1), math.Inf(1)
			for _, s := range everyWay(things, gap) {
				least = math.Min(least, need(s))
			}
			for _, p := range found {
				best = math.Min(best, need(p.Size))
			}
			assert.Equal(t, least, best, "seed %d, shape %v", seed, shape)
		}
		for i := 1; i < len(found); i++ {
			assert.Less(t, found[i-1].W, found[i].W)
			assert.Greater(t, found[i-1].H, found[i].H)
		}
	}
}

// everyWay are the sizes of all ways to cut things apart.
func everyWay(things [][]pile, gap float64) []Size {
	var all []Size
	if len(things) == 1 {
		for _, p := range things[0] {
			all = append(all, p.Size)
		}
		return all
	}
	for cut := 1; cut < len(things); cut++ {
		for _, a := range everyWay(things[:cut], gap) {
			for _, b := range everyWay(things[cut:], gap) {
				all = append(all, Size{a.W + gap + b.W, math.Max(a.H, b.H)}, Size{math.Max(a.W, b.W), a.H + gap + b.H})
			}
		}
	}
	return all
}

func TestLists(t *testing.T) {
	in := &Input{}
	for range 6 {
		in.Cards = append(in.Cards, Card{Size: Size{100, 40}})
	}
	tree := &branch{card: 0, stacks: [][]int{{1, 2}}, subs: []*branch{{card: 3, stacks: [][]int{{4, 5}}}}}
	list := listBlock(in, tree)
	for i, c := range list.cards {
		assert.Equal(t, placedCard{i, Rect{[]float64{0, indent, indent, indent, 2 * indent, 2 * indent}[i], float64(i * (40 + stackGap)), 100, 40}}, c)
	}
	assert.Len(t, list.lines, 5, "everybody but the first hangs on a line")
	for _, l := range list.lines {
		for _, c := range list.cards {
			for k := 1; k < len(l.points); k++ {
				assert.False(t, between(l.points[k-1], l.points[k]).Grow(1).Overlaps(c.Grow(-2)), "the line to %d and card %d", l.to, c.card)
			}
		}
	}
	assert.Nil(t, listBlock(in, tree.subs[0]), "a stack is a list already")
	tree.subs[0].aides = []int{5}
	assert.Nil(t, listBlock(in, tree), "an aide stands beside")
}
