package insight

import "github.com/accountatlas/accountatlas/accountmap"

// Thresholds set the sensitivity of [Alerts]. The zero Thresholds are the defaults. Raise them when
// there are too many alerts.
type Thresholds struct {
	// Orders is the number of days with an order within a year that makes a product regularly
	// ordered. Zero or less means [DefaultOrders]; 1 means 2, since one order has no interval.
	Orders int
	// Silence is how many times the usual interval may pass without an order. Zero, less or NaN
	// means [DefaultSilence].
	Silence float64
	// Share is the part of the usual quantity at or below which the latest orders are alarming;
	// its inverse is the growth that is noteworthy. A value that is not between 0 and 1 means
	// [DefaultShare].
	Share float64
	// Floor is the smallest sum of a year's orders for an alert. Amounts in other currencies do not
	// count. Zero means no floor: which sum is too small depends on the prices.
	Floor accountmap.Money
}

// The default thresholds, chosen by us. Three orders have two intervals, the fewest with a median.
// Twice that interval is where one late order can no longer be chance. A share of 0.65 lies between
// all and half of the usual quantity. Measured on generated histories, see the test of alerts: fewer
// than 5 false alarms in 100 looks, and more than 90 of 100 stops and halvings found in time.
const (
	DefaultOrders  = 3
	DefaultSilence = 2.0
	DefaultShare   = 0.65
)

// DefaultNews is the number of days for which a first order is noteworthy: a quarter, so that it is
// seen in one review.
const DefaultNews = 90

// DefaultAskWithin is the number of days within which somebody of ours asks about an alert: a week,
// so that it is on the list of the next Monday.
const DefaultAskWithin = 7

func (t Thresholds) orders() int {
	if t.Orders <= 0 {
		return DefaultOrders
	}
	return max(t.Orders, 2)
}

func (t Thresholds) silence() float64 {
	if t.Silence > 0 {
		return t.Silence
	}
	return DefaultSilence
}

func (t Thresholds) share() float64 {
	if t.Share > 0 && t.Share < 1 {
		return t.Share
	}
	return DefaultShare
}

// reached reports whether a year's orders reach the floor.
func (t Thresholds) reached(year accountmap.OrderTotal) bool {
	return t.Floor.IsZero() || year.In(t.Floor.Currency).Minor >= t.Floor.Minor
}
