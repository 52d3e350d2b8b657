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
	list := make([]Attainment, len(m.a.Targets))
	if len(list) == 0 {
		return list // without sorting the orders
	}
	today, since, orders := m.today(asOf), m.OrdersSince(), m.ordersByProduct()
	for i, t := range m.a.Targets {
		list[i] = m.attain(t, orders[t.Product], since, today)
	}
	slices.SortStableFunc(list, func(a, b Attainment) int {
		x, known := a.Share()
		y, also := b.Share()
		return cmp.Or(ranking.First(known, also), cmp.Compare(x-a.Elapsed, y-b.Elapsed))
	})
	return list
}

// placedOrder is an order and the position of its unit in the tree of units.
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

// attain measures a target by the orders of its product, which are sorted by day.
func (m *Map) attain(t Target, orders []placedOrder, since, today Date) Attainment {
	a := Attainment{Target: t}
	c := a.currency()
	a.Ordered.Currency, a.Before.Currency, a.WholeBefore.Currency = c, c, c
	from, to := 0, len(m.units.order)
	if t.Unit != "" {
		from, to = m.units.at[m.unitAt[t.Unit]], m.units.end[m.unitAt[t.Unit]]
	}
	sum := func(first, last Date) (minor int64, valued, unvalued int) {
		start, _ := slices.BinarySearchFunc(orders, first, func(o placedOrder, day Date) int { return o.Date.Compare(day) })
		for _, o := range orders[start:] {
			switch {
			case last.Before(o.Date):
				return minor, valued, unvalued
			case o.position < from || o.position >= to:
			case o.Amount.Currency == c && !o.Amount.IsZero():
				minor, valued = minor+o.Amount.Minor, valued+1
			default:
				unvalued++
			}
		}
		return minor, valued, unvalued
	}
	first, last, _ := t.Period.Bounds()
	now := last
	if now.isFuture(today) {
		now = today
	}
	a.Elapsed = elapsed(first, last, today)
	a.Ordered.Minor, a.Lines, a.Unvalued = sum(first, now)
	if first.Year > 1 {
		a.Compared = !since.IsZero() && !startsLate(first.YearsAgo(1), since)
		a.Before.Minor, _, _ = sum(first.YearsAgo(1), now.YearsAgo(1))
		a.WholeBefore.Minor, _, _ = sum(first.YearsAgo(1), last.YearsAgo(1))
	}
	a.explain()
	return a
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
