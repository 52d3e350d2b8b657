package insight

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// compared is the number of latest orders that are compared with earlier ones. Chance can halve one
// order but hardly three, and three usual intervals are soon enough to ask.
const compared = 3

// yearDays is the number of days between a day and the same day a year later.
const yearDays = 365

// history is the orders of a product by a unit, with the days as numbers.
type history struct {
	accountmap.Rhythm
	days []int // ascending, up to today, which is 0
}

func newHistory(r accountmap.Rhythm, today accountmap.Date) history {
	h := history{Rhythm: r, days: make([]int, len(r.Days))}
	for i, d := range r.Days {
		h.days[i] = -d.Date.DaysTo(today)
	}
	return h
}

// limit returns the number of days after the last order after which the silence is unusual. It is
// the usual interval multiplied by times. If longer, it is a tenth more than the year's longest
// interval, but at most three usual intervals. A break that began in the same season one year
// before is usual until one interval after its end. A break of most of a year is not a season.
func (h *history) limit(times float64) float64 {
	usual := times * h.Every
	last := h.days[len(h.days)-1]
	longest := 0
	for i, day := range h.days {
		if i == 0 {
			continue
		}
		gap := day - h.days[i-1]
		if last-day < yearDays && gap < yearDays {
			longest = max(longest, gap)
		}
		began := h.days[i-1] - (last - yearDays)
		if float64(gap) > compared*h.Every && float64(gap) < yearDays-compared*h.Every && math.Abs(float64(began)) <= max(compared*h.Every, 30) {
			usual = max(usual, float64(day+yearDays-last)+max(h.Every, 14))
		}
	}
	return max(usual, min(1.1*float64(longest), compared*h.Every))
}

// slow is the shortest usual interval, in days, at which a single order is also compared. Three
// orders would take half a year.
const slow = 60

// change is the recently ordered quantity, and the usual quantity in the same time.
type change struct{ quantity, usual float64 }

// dropped reports whether at most the given share of the usual quantity was ordered. It compares
// the last three orders, both together and one by one, or the single order that took the time of
// three. If orders are months apart, it also compares the last order, which must be much smaller
// than each order of the year before.
func (h *history) dropped(share float64) (c change, dropped bool) {
	if c, rarer := h.rarer(share); rarer {
		return c, true
	}
	if c, smaller := h.smaller(share); smaller {
		return c, true
	}
	c, known := h.recentChange()
	return c, known && h.allRecent(func(q float64) bool { return q > 0 && q <= (1+share)/2*c.usual/compared }) && c.quantity <= share*c.usual &&
		h.yearBefore(compared, func(before float64) bool { return c.quantity <= share*before })
}

// rarer compares the last order with three usual orders, if it took the time of three.
func (h *history) rarer(share float64) (c change, rarer bool) {
	n := len(h.days)
	if n < 2 {
		return change{}, false
	}
	gap, time := float64(h.days[n-1]-h.days[n-2]), float64(-h.days[n-2])
	if gap <= h.Every*compared/2 || gap > compared*h.Every || time <= 2.8*h.Every {
		return change{}, false
	}
	c = change{h.Days[n-1].Quantity, compared * middle(h.year(n-1))}
	return c, c.quantity > 0 && c.quantity <= share*c.usual
}

// smaller compares the last order with the orders of the year before it.
func (h *history) smaller(share float64) (c change, smaller bool) {
	n := len(h.days)
	if n < 2 || h.Every < slow {
		return change{}, false
	}
	year := h.year(n - 1)
	c = change{h.Days[n-1].Quantity, middle(year)}
	return c, c.quantity > 0 && c.quantity <= share*c.usual && c.quantity <= (1+share)/2*slices.Min(year) &&
		h.yearBefore(1, func(before float64) bool { return c.quantity <= share*before })
}

// grown reports whether much more was ordered than usual, at least the inverse of the given share.
func (h *history) grown(share float64) (c change, grown bool) {
	c, known := h.recentChange()
	return c, known && h.allRecent(func(q float64) bool { return q*(1+share)/2 >= c.usual/compared }) && c.quantity*share >= c.usual &&
		h.yearBefore(compared, func(before float64) bool { return c.quantity*share >= before })
}

// recentChange compares the last three orders with the median of the year before them. That year
// must also have three orders.
func (h *history) recentChange() (c change, known bool) {
	n := len(h.days) - compared
	if n < compared {
		return change{}, false
	}
	for _, d := range h.Days[n:] {
		c.quantity += d.Quantity
	}
	c.usual = compared * middle(h.year(n))
	return c, c.usual > 0
}

// year returns the quantities of the orders in the year before the i-th order, the latest first.
func (h *history) year(i int) []float64 {
	var quantities []float64
	for k := i - 1; k >= 0 && h.days[i]-h.days[k] < yearDays; k-- {
		quantities = append(quantities, h.Days[k].Quantity)
	}
	return quantities
}

// middle returns the median of at least three numbers, and 0 for fewer.
func middle(numbers []float64) float64 {
	if len(numbers) < compared {
		return 0
	}
	return ranking.Median(numbers)
}

// allRecent reports whether the quantity of each of the last three orders passes a test.
func (h *history) allRecent(test func(quantity float64) bool) bool {
	return !slices.ContainsFunc(h.Days[len(h.Days)-compared:], func(d accountmap.OrderDay) bool { return !test(d.Quantity) })
}

// yearBefore tests the quantity of the same season one year earlier, scaled to the same number of
// orders, since a season is not a change. The test passes if there were no orders in that season,
// or if the orders do not go back so far.
func (h *history) yearBefore(last int, test func(quantity float64) bool) bool {
	n := len(h.days)
	margin := int(h.Every / 2)
	from, to := h.days[n-last]-yearDays-margin, h.days[n-1]-yearDays+margin
	if h.days[0] > from {
		return true
	}
	sum, orders := 0.0, 0
	for i, day := range h.days {
		if day >= from && day <= to {
			sum, orders = sum+h.Days[i].Quantity, orders+1
		}
	}
	return orders == 0 || test(float64(last)*sum/float64(orders))
}
