package accountmap

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Attainment is a target compared with the orders of its period.
type Attainment struct {
	Target Target
	// Ordered is the sum, in the target's currency, of the order lines that count: orders of the
	// target's unit and all units below, of its product, in the period up to the day of the
	// question, and not cancelled. An amount of 0 means that nothing was ordered. A sum that is too
	// large becomes the largest amount.
	Ordered Money
	// Lines is the number of these lines, and Unvalued the number of further lines without an
	// amount, or with an amount in another currency.
	Lines, Unvalued int
	// Elapsed is the part of the period that is over, from 0 to 1, including the day of the
	// question.
	Elapsed float64
	// Before is the sum of the orders on the same days one year before. WholeBefore is the sum of
	// the orders of the whole period one year before. Compared is true if the recorded orders go
	// back that far.
	Before, WholeBefore Money
	Compared            bool
	// Reasons are [ReasonTargetReached] or [ReasonBehindTarget] if one applies, then
	// [ReasonOverBudget] if it does.
	Reasons []Reason
}

// Share returns Ordered divided by the sales target. It is not known without a target above zero,
// or when no order line has an amount in the target's currency.
func (a Attainment) Share() (share float64, known bool) { return a.part(a.Target.Sales) }

// BudgetShare returns Ordered divided by the agreed budget. It is not known without a budget above
// zero.
func (a Attainment) BudgetShare() (share float64, known bool) { return a.part(a.Target.Budget) }

func (a Attainment) part(of Money) (float64, bool) {
	if of.Minor <= 0 || of.Currency != a.currency() || a.Lines == 0 && a.Unvalued > 0 {
		return 0, false
	}
	return float64(a.Ordered.Minor) / float64(of.Minor), true
}

func (a Attainment) currency() Currency {
	if a.Target.Sales.IsZero() {
		return a.Target.Budget.Currency
	}
	return a.Target.Sales.Currency
}

// Attainments answers "how do sales compare with our targets, and with the client's budget?": one
// entry for each target. The order is by the difference between the ordered share and the elapsed
// share of the period, the lowest first. Targets without sales come last; ties are in the author's
// order. The zero asOf means the account's own day; if that day is unknown too, every period counts
// as over.
func (m *Map) Attainments(asOf Date) []Attainment {
	today := m.today(asOf)
	list := make([]Attainment, len(m.a.Targets))
	groups := map[ProductID][]int{} // the targets of each product
	for i, t := range m.a.Targets {
		list[i].Target = t
		c := list[i].currency()
		list[i].Ordered.Currency, list[i].Before.Currency, list[i].WholeBefore.Currency = c, c, c
		groups[t.Product] = append(groups[t.Product], i)
	}
	if len(list) == 0 {
		return list
	}
	orders := m.ordersByProduct()
	for product, targets := range groups { // in any order, since groups are independent
		m.attain(list, targets, orders[product], today)
	}
	slices.SortStableFunc(list, func(a, b Attainment) int {
		x, known := a.Share()
		y, also := b.Share()
		return cmp.Or(ranking.First(known, also), cmp.Compare(x-a.Elapsed, y-b.Elapsed))
	})
	return list
}

type placedOrder struct {
	*Order
	position int
}

// ordersByProduct returns the orders of each product by day, without cancelled ones. The empty
// product has all.
func (m *Map) ordersByProduct() map[ProductID][]placedOrder {
	orders := map[ProductID][]placedOrder{}
	for i := range m.a.Orders {
		if o := &m.a.Orders[i]; o.Status != OrderCancelled {
			placed := placedOrder{o, m.units.at[m.unitAt[o.Unit]]}
			orders[o.Product], orders[""] = append(orders[o.Product], placed), append(orders[""], placed)
		}
	}
	for _, list := range orders {
		slices.SortStableFunc(list, func(a, b placedOrder) int { return a.Date.Compare(b.Date) })
	}
	return orders
}

// ordersEdge is a query for the orders of some units up to a day. The orders of a period are the
// difference of two edges.
type ordersEdge struct {
	day      Date
	sign     int
	from, to int // positions of units
	add      func(sign, lines, valued int, minor int64)
	currency Currency
}

// attain measures the targets of one product. It walks its orders once, by day, and sums them by
// unit in trees: a chain of units with a target each costs no more than the same number of units
// side by side.
func (m *Map) attain(list []Attainment, targets []int, orders []placedOrder, today Date) {
	var edges []ordersEdge
	all, valued := newOrderSums(len(m.units.order)), map[Currency]*orderSums{}
	since := m.OrdersSince()
	for _, i := range targets {
		a := &list[i]
		first, last, ok := a.Target.Period.Bounds()
		if !ok {
			continue
		}
		a.Elapsed = elapsed(first, last, today)
		c := a.currency()
		if valued[c] == nil {
			valued[c] = newOrderSums(len(m.units.order))
		}
		from, to := 0, len(m.units.order)
		if a.Target.Unit != "" {
			u := m.unitAt[a.Target.Unit]
			from, to = m.units.at[u], m.units.end[u]
		}
		period := func(first, last Date, add func(sign, lines, valued int, minor int64)) {
			if !last.Before(first) {
				edges = append(edges, ordersEdge{first.AddDays(-1), -1, from, to, add, c}, ordersEdge{last, 1, from, to, add, c})
			}
		}
		now := last
		if now.isFuture(today) {
			now = today
		}
		period(first, now, func(sign, lines, valued int, minor int64) {
			a.Lines += sign * valued
			a.Unvalued += sign * (lines - valued)
			a.Ordered.Minor += int64(sign) * minor
		})
		if first.Year > 1 {
			a.Compared = !since.IsZero() && !startsLate(first.YearsAgo(1), since)
			period(first.YearsAgo(1), now.YearsAgo(1), func(sign, _, _ int, minor int64) { a.Before.Minor += int64(sign) * minor })
			period(first.YearsAgo(1), last.YearsAgo(1), func(sign, _, _ int, minor int64) { a.WholeBefore.Minor += int64(sign) * minor })
		}
	}
	slices.SortStableFunc(edges, func(a, b ordersEdge) int { return a.day.Compare(b.day) })
	for _, e := range edges {
		for len(orders) > 0 && !e.day.Before(orders[0].Date) {
			o := orders[0]
			orders = orders[1:]
			all.add(o.position, 0)
			if sums := valued[o.Amount.Currency]; sums != nil && !o.Amount.IsZero() {
				sums.add(o.position, o.Amount.Minor)
			}
		}
		lines, _ := all.between(e.from, e.to)
		n, minor := valued[e.currency].between(e.from, e.to)
		e.add(e.sign, lines, n, minor)
	}
	for _, i := range targets {
		list[i].explain()
	}
}

// orderSums counts and sums orders by the position of their unit, as a binary indexed tree: both
// methods take time logarithmic in the number of units.
type orderSums struct {
	lines []int
	minor []int64
}

func newOrderSums(units int) *orderSums {
	return &orderSums{lines: make([]int, units+1), minor: make([]int64, units+1)}
}

func (s *orderSums) add(position int, minor int64) {
	for i := position + 1; i < len(s.lines); i += i & -i {
		s.lines[i]++
		s.minor[i] += minor
	}
}

// between returns the count and the sum of the positions in [from, to).
func (s *orderSums) between(from, to int) (lines int, minor int64) {
	for i := to; i > 0; i -= i & -i {
		lines, minor = lines+s.lines[i], minor+s.minor[i]
	}
	for i := from; i > 0; i -= i & -i {
		lines, minor = lines-s.lines[i], minor-s.minor[i]
	}
	return lines, minor
}

func (a *Attainment) explain() {
	switch share, known := a.Share(); {
	case known && share >= 1:
		a.Reasons = append(a.Reasons, ReasonTargetReached)
	case known && share < a.Elapsed:
		a.Reasons = append(a.Reasons, ReasonBehindTarget)
	}
	if share, known := a.BudgetShare(); known && share > 1 {
		a.Reasons = append(a.Reasons, ReasonOverBudget)
	}
}

// elapsed returns the part of the days from first to last that is over at the end of today, from 0
// to 1.
func elapsed(first, last, today Date) float64 {
	switch {
	case today.IsZero() || !last.isFuture(today):
		return 1
	case first.isFuture(today):
		return 0
	}
	return float64(first.DaysTo(today)+1) / float64(first.DaysTo(last)+1)
}
