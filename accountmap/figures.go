package accountmap

import (
	"slices"
	"time"
)

// OrderTotal is the sum of orders over a time. Cancelled orders do not count.
type OrderTotal struct {
	// Lines counts the order lines.
	Lines int
	// Amounts is what they cost in all: one sum for each currency, in the order of first use. Lines without an amount are not in it.
	Amounts []Money
	// Partial reports that the recorded orders begin only within the time, so that the real total may be larger.
	Partial bool
}

// lateStart is how many days after the beginning of a period the first order of an account may be for the period still to count as fully known:
const lateStart = 31

// Ordered sums the orders from one day to another, both included. The result is never partial when from is zero.
func (m *Map) Ordered(from, to Date) OrderTotal {
	total := OrderTotal{Partial: !from.IsZero() && from.AddDays(lateStart).Before(m.OrdersSince())}
	for _, o := range m.a.Orders {
		if o.Status == OrderCancelled || o.Date.Before(from) || to.Before(o.Date) {
			continue
		}
		total.Lines++
		total.Amounts = addAmount(total.Amounts, o.Amount)
	}
	return total
}

// OrdersSince returns the day of the first recorded order, including cancelled ones, or zero when there is none.
func (m *Map) OrdersSince() Date {
	var first Date
	for _, o := range m.a.Orders {
		if first.IsZero() || o.Date.Before(first) {
			first = o.Date
		}
	}
	return first
}

// OrdersByYear sums the orders of the twelve months that end with asOf, that day included, and those of the twelve months before. Both are zero
// for the zero asOf.
func (m *Map) OrdersByYear(asOf Date) (last, before OrderTotal) {
	if asOf.IsZero() {
		return OrderTotal{}, OrderTotal{}
	}
	year, twoYears := asOf.yearsAgo(1), asOf.yearsAgo(2)
	return m.Ordered(year.AddDays(1), asOf), m.Ordered(twoYears.AddDays(1), year)
}

// In returns the sum in one currency, and zero when there is none.
func (t OrderTotal) In(c Currency) Money {
	for _, amount := range t.Amounts {
		if amount.Currency == c {
			return amount
		}
	}
	return Money{}
}

// Growth is the increase of t over before, as a part of before: 0.1 is a tenth more, -0.5 half as much. It compares the sums in the given
// currency, and is not known when one of the two has none or is partial.
func (t OrderTotal) Growth(before OrderTotal, c Currency) (share float64, known bool) {
	now, then := t.In(c), before.In(c)
	if now.IsZero() || then.Minor <= 0 || t.Partial || before.Partial {
		return 0, false
	}
	return float64(now.Minor)/float64(then.Minor) - 1, true
}

// yearsAgo is the same day n years before; the 28th where that year has no 29 February.
func (d Date) yearsAgo(n int) Date {
	day := Date{d.Year - n, d.Month, d.Day}
	if d.Month == time.February && d.Day == 29 && day.valid() != nil {
		day.Day = 28
	}
	return day
}

// Renewals returns the cells that are sold and must be renewed on asOf or later, the next first, ties by unit in the order of [Map.Units] and by
// product in that of [Map.Products].
func (m *Map) Renewals(asOf Date) []Cell {
	var due []Cell
	m.eachCell("", func(c Cell, _ []int) {
		if c.Status == StatusSold && !c.Renewal.IsZero() && !c.Renewal.Before(asOf) {
			due = append(due, c)
		}
	})
	slices.SortStableFunc(due, func(a, b Cell) int { return a.Renewal.Compare(b.Renewal) })
	return due
}
