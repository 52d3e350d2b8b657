package insight

import "github.com/accountatlas/accountatlas/accountmap"

// Thresholds say from when on something is alarming. The zero Thresholds are the usual ones: those of published churn alerts where there are
// any. Raise them when alerts come too often to be read.
type Thresholds struct {
	// Orders is how many days with an order there must be within a year before a product counts as ordered regularly. Zero and less mean
	// [Orders]; less than two cannot tell an interval, and mean two.
	Orders int
	// Silence is how many times the usual interval may pass without an order. Zero, less and what is no number mean [Silence].
	Silence float64
	// Window is the length in days of the stretches of time whose quantities are compared. Zero and less mean [Window], and more than a century
	// a century.
	Window int
	// Share is the part of the usual quantity at or below which the latest is alarming. What does not lie between 0 and 1 means [Share].
	Share float64
	// Floor is the least that must have been ordered in a year for anything to be alarming. Amounts in another currency do not reach it. Zero
	// means that every product is watched: published alerts have floors such as 5,000 a year, which only their prices explain.
	Floor accountmap.Money
}

// The usual thresholds. A published churn alert for shops wants three orders within 365 days, and warns when the time since the last one is
// more than twice the median interval between them. For quantities no published figure was found: a quarter is as long as most companies plan
// their buying, and less than half of the usual is hard to take for chance.
const (
	Orders  = 3
	Silence = 2.0
	Window  = 90
	Share   = 0.5
)

func (t Thresholds) orders() int {
	if t.Orders <= 0 {
		return Orders
	}
	return max(t.Orders, 2)
}

func (t Thresholds) silence() float64 {
	if t.Silence > 0 {
		return t.Silence
	}
	return Silence
}

func (t Thresholds) window() int {
	if t.Window <= 0 {
		return Window
	}
	return min(t.Window, 36_500)
}

func (t Thresholds) share() float64 {
	if t.Share > 0 && t.Share < 1 {
		return t.Share
	}
	return Share
}

// reached reports whether a year's orders come to the floor.
func (t Thresholds) reached(year accountmap.OrderTotal) bool {
	return t.Floor.IsZero() || year.In(t.Floor.Currency).Minor >= t.Floor.Minor
}
