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
	spans := make([]orderSpan, len(m.a.Targets))
	for i, t := range m.a.Targets {
		list[i].Target = t
		list[i].Ordered.Currency = list[i].currency()
		first, last, ok := t.Period.Bounds()
		if !ok {
			continue
		}
		list[i].Elapsed = elapsed(first, last, today)
		if last.isFuture(today) {
			last = today
		}
		spans[i] = m.orderSpan(t.Unit, first, last)
	}
	m.addOrders(list, spans)
	for i := range list {
		list[i].explain()
	}
	slices.SortStableFunc(list, func(a, b Attainment) int {
		x, known := a.Share()
		y, also := b.Share()
		return cmp.Or(first(known, also), cmp.Compare(x-a.Elapsed, y-b.Elapsed))
	})
	return list
}

// orderSpan is the time and the units whose orders count towards a target.
type orderSpan struct {
	first, last Date
	from, to    int // a run of positions in the order of [Map.Units]
}

func (m *Map) orderSpan(unit UnitID, first, last Date) orderSpan {
	if unit == "" {
		return orderSpan{first, last, 0, len(m.units.order)}
	}
	i := m.unitAt[unit]
	return orderSpan{first, last, m.units.at[i], m.units.end[i]}
}

// addOrders adds each order to the targets that it counts towards. The time grows with orders times
// targets.
func (m *Map) addOrders(list []Attainment, spans []orderSpan) {
	var here []int // the targets of one unit and of all units above it
	for u, orders := range m.ordersIn {
		if len(orders) == 0 {
			continue
		}
		here = here[:0]
		for k, s := range spans {
			if s.from <= m.units.at[u] && m.units.at[u] < s.to {
				here = append(here, k)
			}
		}
		for _, i := range orders {
			o := &m.a.Orders[i]
			if o.Status == OrderCancelled {
				continue
			}
			for _, k := range here {
				if s := &spans[k]; !o.Date.Before(s.first) && !s.last.Before(o.Date) {
					list[k].add(o)
				}
			}
		}
	}
}

func (a *Attainment) add(o *Order) {
	switch {
	case a.Target.Product != "" && a.Target.Product != o.Product:
	case o.Amount.IsZero(), o.Amount.Currency != a.Ordered.Currency:
		a.Unvalued++
	default:
		a.Lines++
		a.Ordered.Minor += o.Amount.Minor
	}
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
