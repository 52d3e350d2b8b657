package accountmap

// Series is the orders of one product by one unit, period by period.
type Series struct {
	Unit    UnitID
	Product ProductID
	// Points has one entry for each period, the earliest first, even where nothing was ordered.
	Points []Point
}

// Point is what was ordered in one period. Cancelled lines do not count.
type Point struct {
	Period Period
	// Quantity is the number of pieces; lines without a quantity are not in it.
	Quantity float64
	OrderTotal
}

// Series answers "how do orders develop?": the last count periods of a length, up to the one that contains asOf, for each unit and product that
// was ordered in that time, by unit in the order of [Map.Units] and then by product in the order of [Map.Products]. The last period is usually
// not over yet; orders after asOf do not count. The zero asOf means the account's own day; where that is unknown too, or count is below one,
// there is no answer. Periods before the year 1 are left out.
func (m *Map) Series(asOf Date, length PeriodLength, count int) []Series {
	today := m.today(asOf)
	if today.IsZero() || count < 1 {
		return nil
	}
	length = length.months()
	earliest := length.number(Date{1, 1, 1}) // the calendar has no year 0
	start := max(earliest, length.number(today)-count+1)
	count = length.number(today) - start + 1
	var all []Series
	m.eachCell("", func(c Cell, orders []int) {
		var points []Point
		for _, i := range orders {
			o := &m.a.Orders[i]
			at := length.number(o.Date) - start
			if o.Status == OrderCancelled || at < 0 || o.Date.after(today) {
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
		all = append(all, Series{c.Unit, c.Product, points})
	})
	return all
}

func (p *Point) add(o *Order) {
	p.Lines++
	p.Quantity += o.Quantity
	p.Amounts = addAmount(p.Amounts, o.Amount)
}
