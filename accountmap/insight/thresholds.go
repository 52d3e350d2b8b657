package insight

import "github.com/accountatlas/accountatlas/accountmap"

// Thresholds set the sensitivity of [Alerts]. The zero Thresholds are the defaults, taken from
// published churn alerts where possible. Raise them when there are too many alerts.
type Thresholds struct {
	// Orders is the number of days with an order within a year that makes a product regularly
	// ordered. Zero or less means [DefaultOrders]; 1 means 2, since one order has no interval.
	Orders int
	// Silence is how many times the usual interval may pass without an order. Zero, less or NaN
	// means [DefaultSilence].
	Silence float64
	// Window is the length in days of the periods whose quantities are compared. Zero or less means
	// [DefaultWindow]; the greatest is a century.
	Window int
	// Share is the part of the usual quantity at or below which the latest quantity raises an
	// alert. A value that is not between 0 and 1 means [DefaultShare].
	Share float64
	// Floor is the smallest sum of a year's orders for an alert. Amounts in other currencies do not
	// count. Zero means no floor: published alerts have floors such as 5,000 a year, which fit
	// their own prices only.
	Floor accountmap.Money
}

// The default thresholds. A published churn alert for shops requires three orders within 365 days,
// and warns when the time since the last one is more than twice the median interval between them.
// For quantities no published figure was found: a quarter is the period for which most companies
// plan their buying, and less than half of the usual quantity is unlikely to be chance.
const (
	DefaultOrders  = 3
	DefaultSilence = 2.0
	DefaultWindow  = 90
	DefaultShare   = 0.5
)

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

func (t Thresholds) window() int {
	if t.Window <= 0 {
		return DefaultWindow
	}
	return min(t.Window, 36_500)
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
