package layout

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"

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
				things[i] = append(things[i], pile{Size: geom.Size{W: wide + 10*float64(r.IntN(9)), H: math.Round(60_000 / wide)}, thing: i, shape: k})
			}
		}
		found := piles(things, gap)
		for _, shape := range []float64{0.3, 1, 1.4, 4} {
			need := func(s geom.Size) float64 { return math.Max(s.W/shape, s.H) }
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
func everyWay(things [][]pile, gap float64) []geom.Size {
	var all []geom.Size
	if len(things) == 1 {
		for _, p := range things[0] {
			all = append(all, p.Size)
		}
		return all
	}
	for cut := 1; cut < len(things); cut++ {
		for _, a := range everyWay(things[:cut], gap) {
			for _, b := range everyWay(things[cut:], gap) {
				all = append(all, geom.Size{W: a.W + gap + b.W, H: math.Max(a.H, b.H)}, geom.Size{W: math.Max(a.W, b.W), H: a.H + gap + b.H})
			}
		}
	}
	return all
}
