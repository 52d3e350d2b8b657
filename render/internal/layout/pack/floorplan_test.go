package pack

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"

	"github.com/stretchr/testify/assert"
)

// TestSlicingsFindTheSmallest compares with all possible slicings of the items, in all their
// shapes.
func TestSlicingsFindTheSmallest(t *testing.T) {
	const gap = 10
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		items := make([][]floorplan, 1+r.IntN(4))
		for i := range items {
			for k := range 1 + r.IntN(2) {
				wide := float64(100 * (k + 1))
				items[i] = append(items[i], floorplan{Size: geom.Size{W: wide + 10*float64(r.IntN(9)), H: math.Round(60_000 / wide)}, item: i, shape: k})
			}
		}
		found := slicings(items, gap)
		for _, shape := range []float64{0.3, 1, 1.4, 4} {
			need := func(s geom.Size) float64 { return math.Max(s.W/shape, s.H) }
			least, best := math.Inf(1), math.Inf(1)
			for _, s := range everySlicing(items, gap) {
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

// everySlicing returns the sizes of all slicings of the items.
func everySlicing(items [][]floorplan, gap float64) []geom.Size {
	var all []geom.Size
	if len(items) == 1 {
		for _, p := range items[0] {
			all = append(all, p.Size)
		}
		return all
	}
	for cut := 1; cut < len(items); cut++ {
		for _, a := range everySlicing(items[:cut], gap) {
			for _, b := range everySlicing(items[cut:], gap) {
				all = append(all, geom.Size{W: a.W + gap + b.W, H: math.Max(a.H, b.H)}, geom.Size{W: math.Max(a.W, b.W), H: a.H + gap + b.H})
			}
		}
	}
	return all
}
