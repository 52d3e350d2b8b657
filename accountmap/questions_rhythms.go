package accountmap

import "slices"

// Rhythm is how regularly a unit orders a product.
type Rhythm struct {
	Unit    UnitID
	Product ProductID
	// Status is the status of the cell.
	Status Status
	// Last is the day of the last order, and Silent the number of days since.
	Last   Date
	Silent int
	// Orders counts the days with an order in the twelve months that end with the last one. Every is the median number of days from one of them
	// to the next; zero means that there was only one.
	Orders int
	Every  float64
	// Ordered is the sum of the orders of these twelve months.
	Ordered OrderTotal
}

// Rhythms answers "how often is each product ordered, and when was it last?": an entry for each unit and product ever ordered, by unit in the
// order of [Map.Units] and then by product in the order of [Map.Products]. Cancelled lines, returns (a quantity or amount below zero) and orders
// after asOf do not count. The zero asOf means the account's own day; where that is unknown too, there is no answer.
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
			if o.Status != OrderCancelled && o.Quantity >= 0 && o.Amount.Minor >= 0 && !o.Date.after(today) {
				lines = append(lines, o)
			}
		}
		if len(lines) > 0 {
			rhythms = append(rhythms, newRhythm(c, lines, today))
		}
	})
	return rhythms
}

// newRhythm looks at the order lines of one cell, of which there is at least one.
func newRhythm(c Cell, lines []*Order, today Date) Rhythm {
	slices.SortStableFunc(lines, func(a, b *Order) int { return a.Date.Compare(b.Date) })
	r := Rhythm{Unit: c.Unit, Product: c.Product, Status: c.Status, Last: lines[len(lines)-1].Date}
	r.Silent = today.daysSince(r.Last)
	var before Date
	var gaps []int
	for _, o := range lines {
		if !o.Date.withinYear(r.Last) {
			continue
		}
		r.Ordered.Lines++
		r.Ordered.Amounts = addAmount(r.Ordered.Amounts, o.Amount)
		if o.Date == before {
			continue
		}
		if r.Orders++; r.Orders > 1 {
			gaps = append(gaps, o.Date.daysSince(before))
		}
		before = o.Date
	}
	r.Every = median(gaps)
	return r
}

// median is the middle of some numbers, which it puts in order; zero of none.
func median(numbers []int) float64 {
	if len(numbers) == 0 {
		return 0
	}
	slices.Sort(numbers)
	return float64(numbers[(len(numbers)-1)/2]+numbers[len(numbers)/2]) / 2
}
