package accountmap

// Purchase is a product that a unit buys or has bought.
type Purchase struct {
	Unit    UnitID
	Product ProductID
	// Status is the status of the cell: sold for what is bought now, lapsed for what no longer is. Any other says that orders and coverage
	// disagree.
	Status Status
	// Orders counts the order lines that were not cancelled; First and Last are the days of the first and the last. Zero means that no order is
	// known.
	Orders      int
	First, Last Date
	Quantity    float64
	// Amounts is what these lines cost in all: one sum for each currency, in the order of first use.
	Amounts []Money
}

// Bought answers "what has each unit bought?": every cell within scope that is sold or lapsed, or for which there are orders, by unit in the
// order of [Map.Units] and then by product in the order of [Map.Products]. Scope is a unit with all below it; empty means the whole account.
func (m *Map) Bought(scope UnitID) []Purchase {
	var bought []Purchase
	m.eachCell(scope, func(c Cell, orders []int) {
		p := Purchase{Unit: c.Unit, Product: c.Product, Status: c.Status}
		for _, i := range orders {
			p.add(m.a.Orders[i])
		}
		if p.bought() {
			bought = append(bought, p)
		}
	})
	return bought
}

// NotBought answers "what has each unit not bought?": every other cell within scope, in the order of [Map.Bought]. Status tells gaps and cells
// that nobody has assessed from those where nothing can be sold.
func (m *Map) NotBought(scope UnitID) []Cell {
	var not []Cell
	m.eachCell(scope, func(c Cell, orders []int) {
		p := Purchase{Status: c.Status}
		for _, i := range orders {
			p.add(m.a.Orders[i])
		}
		if !p.bought() {
			not = append(not, c)
		}
	})
	return not
}

func (p *Purchase) bought() bool {
	return p.Status == StatusSold || p.Status == StatusLapsed || p.Orders > 0
}

func (p *Purchase) add(o Order) {
	if o.Status == OrderCancelled {
		return
	}
	p.Orders++
	p.Quantity += o.Quantity
	if p.First.IsZero() || o.Date.Before(p.First) {
		p.First = o.Date
	}
	if p.Last.Before(o.Date) {
		p.Last = o.Date
	}
	p.Amounts = addAmount(p.Amounts, o.Amount)
}

// addAmount adds an amount to the sum in its currency. A sum that int64 cannot hold goes on in a second entry of the same currency.
func addAmount(sums []Money, amount Money) []Money {
	if amount.IsZero() {
		return sums
	}
	for i := range sums {
		if sum, err := sums[i].Add(amount); err == nil {
			sums[i] = sum
			return sums
		}
	}
	return append(sums, amount)
}
