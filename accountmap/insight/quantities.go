package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

type cell struct {
	unit    accountmap.UnitID
	product accountmap.ProductID
}

// windows are the quantities ordered in four consecutive periods of equal length, the latest first.
type windows [4]float64

// usual returns the median of the three earlier quantities.
func (w windows) usual() float64 {
	before := w[1:]
	return max(min(before[0], before[1]), min(max(before[0], before[1]), before[2]))
}

// dropped reports whether the latest quantity is at most the given share of the usual one. With an
// empty window, a product is not ordered often enough for a comparison.
func (w windows) dropped(share float64) bool {
	return !slices.ContainsFunc(w[:], func(quantity float64) bool { return quantity <= 0 }) && w[0] <= share*w.usual()
}

// quantities returns the quantities of each cell in the four windows that end with asOf.
func quantities(m *accountmap.Map, asOf accountmap.Date, window int) map[cell]windows {
	var starts [len(windows{}) + 1]accountmap.Date // the last day before each window
	for k := range starts {
		starts[k] = asOf.AddDays(-k * window)
	}
	sums := map[cell]windows{}
	for o := range m.Orders() {
		if o.Status == accountmap.OrderCancelled || asOf.Before(o.Date) {
			continue
		}
		for k, before := range starts[1:] {
			if before.Before(o.Date) {
				c := cell{o.Unit, o.Product}
				w := sums[c]
				w[k] += o.Quantity
				sums[c] = w
				break
			}
		}
	}
	return sums
}
