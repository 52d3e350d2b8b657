package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

type cell struct {
	unit    accountmap.UnitID
	product accountmap.ProductID
}

// windows are the quantities ordered in the latest stretch of time and in the three before it, the
// latest first.
type windows [4]float64

// usual is the median of the quantities before the latest.
func (w windows) usual() float64 {
	before := w[1:]
	return max(min(before[0], before[1]), min(max(before[0], before[1]), before[2]))
}

// dropped reports whether the latest quantity is small compared with the usual. A product of which
// nothing was ordered in one of the windows is not ordered often enough for their quantities to be
// compared.
func (w windows) dropped(share float64) bool {
	return !slices.ContainsFunc(w[:], func(quantity float64) bool { return quantity <= 0 }) && w[0] <= share*w.usual()
}

// quantities sums what each unit ordered of each product in the four windows that end with a day.
func quantities(m *accountmap.Map, asOf accountmap.Date, window int) map[cell]windows {
	var starts [len(windows{}) + 1]accountmap.Date // each the last day before a window
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
