package accountmap

import (
	"cmp"
	"slices"
)

// Attainment is a target compared with the orders of its period.
type Attainment struct {
	Target Target
	// Ordered is the sum, in the target's currency, of the order lines of the period that count:
	// those of its unit and all below, of its product, up to the day of the question, and not
	// cancelled. An amount of 0 means that nothing was ordered. A sum that is too large becomes the
	// largest amount.
	Ordered Money
	// Lines counts these lines. Unvalued counts further lines without an amount, or with an amount
	// in another currency.
	Lines, Unvalued int
	// Elapsed is the part of the period that is over, from 0 to 1, including the day of the
	// question.
	Elapsed float64
	// Reasons are [ReasonTargetReached] or [ReasonBehindTarget] if one applies, then
	// [ReasonOverBudget] if it does.
	Reasons []Reason
}

// Share is Ordered as a part of the sales target. It is not known without a target above zero.
func (a Attainment) Share() (share float64, known bool) { return a.part(a.Target.Sales) }

// BudgetShare is Ordered as a part of the agreed budget. It is not known without a budget above
// zero.
func (a Attainment) BudgetShare() (share float64, known bool) { return a.part(a.Target.Budget) }

func (a Attainment) part(of Money) (float64, bool) {
	if of.Minor <= 0 || of.Currency != a.currency() {
		return 0, false
	}
	return float64(a.Ordered.Minor) / float64(of.Minor), true
}

// currency returns the currency of the target: the sales target's, or else the budget's.
func (a Attainment) currency() Currency {
	if a.Target.Sales.IsZero() {
		return a.Target.Budget.Currency
	}
	return a.Target.Sales.Currency
}

// Attainments answers "how do sales compare with our targets, and with the client's budget?": one
// entry for each target. The order is by the share ordered less the part of the period that is
// over, the lowest first. Targets without sales come last; ties are in the author's order. The zero
// asOf means the account's own day; where that is unknown too, every period counts as over.
func (m *Map) Attainments(asOf Date) []Attainment {
	today := m.today(asOf)
	list := make([]Attainment, len(m.a.Targets))
	groups := map[cellKey][]int{} // the targets of each unit and product
	for i, t := range m.a.Targets {
		list[i].Target = t
		list[i].Ordered.Currency = list[i].currency()
		group := cellKey{t.Unit, t.Product}
		groups[group] = append(groups[group], i)
	}
	orders := m.ordersByProduct()
	for group, targets := range groups { // in any order, since groups are independent
		sums := sumByDay(m.ordersBelow(orders[group.product], group.unit))
		for _, i := range targets {
			list[i].measure(sums, today)
		}
	}
	slices.SortStableFunc(list, func(a, b Attainment) int {
		x, known := a.Share()
		y, also := b.Share()
		return cmp.Or(first(known, also), cmp.Compare(x-a.Elapsed, y-b.Elapsed))
	})
	return list
}

// placedOrder is an order with the position of its unit in the order of [Map.Units].
type placedOrder struct {
	*Order
	position int
}

// ordersByProduct returns the orders of each product, in the order of units and without cancelled
// ones. The empty product has all.
func (m *Map) ordersByProduct() map[ProductID][]placedOrder {
	orders := map[ProductID][]placedOrder{}
	for position, unit := range m.units.order {
		for _, i := range m.ordersIn[unit] {
			if o := &m.a.Orders[i]; o.Status != OrderCancelled {
				placed := placedOrder{o, position}
				orders[o.Product], orders[""] = append(orders[o.Product], placed), append(orders[""], placed)
			}
		}
	}
	return orders
}

// ordersBelow returns the orders of a unit and all units below it. The empty unit has all.
func (m *Map) ordersBelow(orders []placedOrder, unit UnitID) []placedOrder {
	if unit == "" {
		return orders
	}
	i := m.unitAt[unit]
	find := func(position int) int {
		at, _ := slices.BinarySearchFunc(orders, position, func(o placedOrder, p int) int { return o.position - p })
		return at
	}
	return orders[find(m.units.at[i]):find(m.units.end[i])]
}

// daySums sums orders by day, so that the targets of one unit and product share one pass over its
// orders.
type daySums struct {
	all    runningSum
	valued map[Currency]*runningSum // without orders of unknown amount
}

// runningSum has the days of orders, ascending, and the sum of the amounts up to and including each.
type runningSum struct {
	days  []Date
	minor []int64
}

func sumByDay(orders []placedOrder) daySums {
	sums := daySums{valued: map[Currency]*runningSum{}}
	sorted := slices.Clone(orders)
	slices.SortStableFunc(sorted, func(a, b placedOrder) int { return a.Date.Compare(b.Date) })
	for _, o := range sorted {
		sums.all.add(o.Date, 0)
		if o.Amount.IsZero() {
			continue
		}
		c := o.Amount.Currency
		if sums.valued[c] == nil {
			sums.valued[c] = &runningSum{}
		}
		sums.valued[c].add(o.Date, o.Amount.Minor)
	}
	return sums
}

func (r *runningSum) add(day Date, minor int64) {
	if n := len(r.minor); n > 0 {
		minor += r.minor[n-1]
	}
	r.days, r.minor = append(r.days, day), append(r.minor, minor)
}

// between counts and sums the orders from one day to another, both included.
func (r *runningSum) between(first, last Date) (lines int, minor int64) {
	from, _ := slices.BinarySearchFunc(r.days, first, Date.Compare)
	to, _ := slices.BinarySearchFunc(r.days, last.AddDays(1), Date.Compare)
	if from >= to {
		return 0, 0
	}
	minor = r.minor[to-1]
	if from > 0 {
		minor -= r.minor[from-1]
	}
	return to - from, minor
}

// measure compares the target with the orders of its unit and product.
func (a *Attainment) measure(sums daySums, today Date) {
	first, last, ok := a.Target.Period.Bounds()
	if !ok {
		return
	}
	a.Elapsed = elapsed(first, last, today)
	if last.isFuture(today) {
		last = today
	}
	total, _ := sums.all.between(first, last)
	if valued := sums.valued[a.Ordered.Currency]; valued != nil {
		a.Lines, a.Ordered.Minor = valued.between(first, last)
	}
	a.Unvalued = total - a.Lines
	a.explain()
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
