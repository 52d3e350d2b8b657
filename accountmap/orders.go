package accountmap

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// OrderTotal is the sum of the orders of a period. Cancelled orders do not count.
type OrderTotal struct {
	// Lines is the number of order lines.
	Lines int
	// Amounts is the total: one sum for each currency, in the order of first use. Lines without an
	// amount are not included.
	Amounts []Money
	// Partial is true if the recorded orders begin after the period does. The real total may then
	// be larger.
	Partial bool
}

// lateStart is the longest time, in days, from the beginning of a fully known period to the
// account's first order: a month without orders is usual.
const lateStart = 31

// Ordered returns the total of the orders from one day to another, both included. The result is
// never partial if from is zero.
func (m *Map) Ordered(from, to Date) OrderTotal {
	total := OrderTotal{Partial: startsLate(from, m.OrdersSince())}
	for _, o := range m.a.Orders {
		if o.Status == OrderCancelled || o.Date.Before(from) || to.Before(o.Date) {
			continue
		}
		total.add(&o)
	}
	return total
}

// OrdersSince returns the day of the first recorded order, including cancelled ones, or zero
// without orders.
func (m *Map) OrdersSince() Date {
	var first Date
	for _, o := range m.a.Orders {
		if first.IsZero() || o.Date.Before(first) {
			first = o.Date
		}
	}
	return first
}

// OrdersByYear returns the total of the orders of the twelve months up to and including asOf, and
// the total of the twelve months before. Both are zero for the zero asOf.
func (m *Map) OrdersByYear(asOf Date) (last, before OrderTotal) {
	if asOf.IsZero() {
		return OrderTotal{}, OrderTotal{}
	}
	year, twoYears := asOf.YearsAgo(1), asOf.YearsAgo(2)
	return m.Ordered(year.AddDays(1), asOf), m.Ordered(twoYears.AddDays(1), year)
}

// In returns the sum in one currency, or zero.
func (t OrderTotal) In(c Currency) Money {
	return Sums(t.Amounts).In(c)
}

// Leading returns the currency in which to show the total as one figure. It is the given currency
// if there are amounts in it, or else the first currency used. Without amounts it is the given
// currency.
func (t OrderTotal) Leading(c Currency) Currency {
	if len(t.Amounts) == 0 || slices.ContainsFunc(t.Amounts, func(m Money) bool { return m.Currency == c }) {
		return c
	}
	return t.Amounts[0].Currency
}

// Growth returns the increase of t over before, as a share of before: 0.1 is a tenth more, -0.5
// half as much. It compares the sums in the given currency. It is unknown if one of the totals is
// partial or has no such sum.
func (t OrderTotal) Growth(before OrderTotal, c Currency) (share float64, known bool) {
	now, then := t.In(c), before.In(c)
	if now.IsZero() || then.Minor <= 0 || t.Partial || before.Partial {
		return 0, false
	}
	return float64(now.Minor)/float64(then.Minor) - 1, true
}

// Series is the orders of one product by one unit, period by period.
type Series struct {
	Unit    UnitID
	Product ProductID
	// Points has one entry for each period, the earliest first, even where nothing was ordered.
	Points []Point
	// Last and Before are the orders of the twelve months that end with the day of the question,
	// and of the twelve months before them. They are comparable; the last point usually is not,
	// since its period is not over.
	Last, Before OrderTotal
}

// Point is the orders of one period. Cancelled lines do not count.
type Point struct {
	Period Period
	// Quantity is the number of pieces; lines without a quantity do not count.
	Quantity float64
	OrderTotal
}

// Series answers "how do orders develop?": the last count periods of a length, up to the period
// that contains asOf. There is an entry for each unit and product with orders in that time. Entries
// are in the order of [Map.Units], then of [Map.Products]. The last period is usually not over yet:
// [Series].Last and Before are for comparison. Orders after asOf do not count. The zero asOf means
// the account's own day. If that day is unknown too, or if count is below one, there is no answer.
// Periods before the year 1 are left out.
func (m *Map) Series(asOf Date, length PeriodLength, count int) []Series {
	today := m.today(asOf)
	if today.IsZero() || count < 1 {
		return nil
	}
	length = length.months()
	earliest := length.number(Date{1, 1, 1}) // the calendar has no year 0
	start := max(earliest, length.number(today)-count+1)
	count = length.number(today) - start + 1
	year, twoYears, since := today.YearsAgo(1), today.YearsAgo(2), m.OrdersSince()
	empty := Series{Last: OrderTotal{Partial: startsLate(year.AddDays(1), since)}, Before: OrderTotal{Partial: startsLate(twoYears.AddDays(1), since)}}
	var all []Series
	m.eachCell("", func(c Cell, orders []int) {
		var points []Point
		one := empty
		for _, i := range orders {
			o := &m.a.Orders[i]
			if o.Status == OrderCancelled || o.Date.isFuture(today) {
				continue
			}
			switch {
			case year.Before(o.Date):
				one.Last.add(o)
			case twoYears.Before(o.Date):
				one.Before.add(o)
			}
			at := length.number(o.Date) - start
			if at < 0 {
				continue
			}
			if points == nil {
				points = make([]Point, count)
			}
			points[at].add(o)
		}
		if points == nil {
			return
		}
		for k := range points {
			points[k].Period = length.numbered(start + k)
		}
		one.Unit, one.Product, one.Points = c.Unit, c.Product, points
		all = append(all, one)
	})
	return all
}

func (p *Point) add(o *Order) {
	p.Quantity += o.Quantity
	p.OrderTotal.add(o)
}

func (t *OrderTotal) add(o *Order) {
	t.Lines++
	t.Amounts = addAmount(t.Amounts, o.Amount)
}

// startsLate reports whether the first recorded order comes long after the beginning of a period.
func startsLate(from, first Date) bool {
	return !from.IsZero() && from.AddDays(lateStart).Before(first)
}

// Rhythm is the regularity of a unit's orders of a product.
type Rhythm struct {
	Unit    UnitID
	Product ProductID
	// Status is the status of the cell.
	Status CoverageStatus
	// Last is the day of the last order, and Silent the number of days since.
	Last   Date
	Silent int
	// Orders is the number of days with an order in the twelve months that end with the last one.
	// Every is the median number of days between two of them, or zero for a single one.
	Orders int
	Every  float64
	// Ordered is the sum of the orders of these twelve months, and LastYear the sum of the twelve
	// months up to the day of the question.
	Ordered, LastYear OrderTotal
	// Days are all days with an order, the earliest first.
	Days []OrderDay
}

// OrderDay is a day with orders of a product, and the number of pieces ordered on it.
type OrderDay struct {
	Date     Date
	Quantity float64
}

// Rhythms answers "how often is each product ordered, and when was the last order?": an entry for
// each unit and product ever ordered. Entries are in the order of [Map.Units], then of
// [Map.Products]. Cancelled lines, returns (a quantity or amount below zero) and orders after asOf
// do not count. The zero asOf means the account's own day. If that day is unknown too, there is no
// answer.
func (m *Map) Rhythms(asOf Date) []Rhythm {
	today := m.today(asOf)
	if today.IsZero() {
		return nil
	}
	var rhythms []Rhythm
	m.eachCell("", func(c Cell, orders []int) {
		var lines []*Order
		for _, i := range orders {
			o := &m.a.Orders[i]
			if o.Status != OrderCancelled && o.Quantity >= 0 && o.Amount.Minor >= 0 && !o.Date.isFuture(today) {
				lines = append(lines, o)
			}
		}
		if len(lines) > 0 {
			rhythms = append(rhythms, newRhythm(c, lines, today))
		}
	})
	return rhythms
}

// newRhythm returns the rhythm of the order lines of one cell. There must be at least one line.
func newRhythm(c Cell, lines []*Order, today Date) Rhythm {
	slices.SortStableFunc(lines, func(a, b *Order) int { return a.Date.Compare(b.Date) })
	r := Rhythm{Unit: c.Unit, Product: c.Product, Status: c.Status, Last: lines[len(lines)-1].Date}
	r.Silent = r.Last.DaysTo(today)
	var before Date
	var gaps []int
	for _, o := range lines {
		if n := len(r.Days); n > 0 && r.Days[n-1].Date == o.Date {
			r.Days[n-1].Quantity += o.Quantity
		} else {
			r.Days = append(r.Days, OrderDay{o.Date, o.Quantity})
		}
		if o.Date.withinYear(today) {
			r.LastYear.add(o)
		}
		if !o.Date.withinYear(r.Last) {
			continue
		}
		r.Ordered.add(o)
		if o.Date == before {
			continue
		}
		if r.Orders++; r.Orders > 1 {
			gaps = append(gaps, before.DaysTo(o.Date))
		}
		before = o.Date
	}
	r.Every = ranking.Median(gaps)
	return r
}
