package accountmap

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// Attainment is a target compared with the orders of its period.
type Attainment struct {
	Target Target
	// Ordered is the sum, in the target's currency, of the order lines of the period that count: those of its unit and all below, of its
	// product, up to the day of the question, and not cancelled. An amount of 0 means that nothing was ordered. A sum that is too large becomes
	// the largest amount.
	Ordered Money
	// Lines counts these lines. Unvalued counts further lines that have no amount, or one in another currency.
	Lines, Unvalued int
	// Elapsed is the part of the period that is over, from 0 to 1, including the day of the question.
	Elapsed float64
	// Reasons are [ReasonTargetReached] or [ReasonBehindTarget] where one applies, and [ReasonOverBudget].
	Reasons []Reason
}

// Share is Ordered as a part of the sales target. It is not known when there is no target above zero.
func (a Attainment) Share() (share float64, known bool) { return a.part(a.Target.Sales) }

// BudgetShare is Ordered as a part of the agreed budget. It is not known when there is no budget above zero.
func (a Attainment) BudgetShare() (share float64, known bool) { return a.part(a.Target.Budget) }

func (a Attainment) part(of Money) (float64, bool) {
	if of.Minor <= 0 || of.Currency != a.currency() {
		return 0, false
	}
	return float64(a.Ordered.Minor) / float64(of.Minor), true
}

// currency is that in which the target counts: the sales target's, or else the budget's.
func (a Attainment) currency() Currency {
	if a.Target.Sales.IsZero() {
		return a.Target.Budget.Currency
	}
	return a.Target.Sales.Currency
}

// Attainments answers "how do sales compare with our targets, and with the client's budget?": one entry for each target. Those that are furthest
// behind come first, comparing what is ordered with the part of the period that is over; those without a sales target come last; ties are in the
// author's order. The zero asOf means the account's own day; where that is unknown too, every period counts as over.
func (m *Map) Attainments(asOf Date) []Attainment {
	today := m.today(asOf)
	list := make([]Attainment, len(m.a.Targets))
	sums := newOrderSums(m)
	for i, t := range m.a.Targets {
		list[i].Target = t
		list[i].Ordered.Currency = list[i].currency()
		first, last, ok := t.Period.Bounds()
		if !ok {
			continue
		}
		list[i].Elapsed = elapsed(first, last, today)
		if last.after(today) {
			last = today
		}
		sums.ask(i, t, list[i].currency(), first, last)
	}
	sums.answer(list)
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

// elapsed is the part of the days from the first to the last that is over at the end of today.
func elapsed(first, last, today Date) float64 {
	switch {
	case today.IsZero() || !last.after(today):
		return 1
	case first.after(today):
		return 0
	}
	return float64(today.daysSince(first)+1) / float64(last.daysSince(first)+1)
}

// orderSums sums orders over units with all below and from one day to another, for any number of questions at once. It walks the orders of
// each product and currency by date and keeps the sums so far of every unit, in the order in which a unit and all below are a run; the
// difference of two such sums is an answer. Time grows with orders and questions, and with the logarithm of the number of units.
type orderSums struct {
	m     *Map
	asked map[sumKey][]sumQuestion
	// amounts and lines hold the sums so far of one key at a time, and zeros between.
	amounts, lines runSums
}

// sumKey names the orders that are summed together: of one product, or all when it is empty; those in one currency, or all and counted when
// counting is set.
type sumKey struct {
	product  ProductID
	currency Currency
	counting bool
}

// sumQuestion asks for the sum of the orders before a day, to be added to an answer or taken from it.
type sumQuestion struct {
	before   Date
	from, to int // the run of units
	index    int // the answer
	negative bool
}

func newOrderSums(m *Map) *orderSums {
	places := len(m.units.order)
	return &orderSums{m: m, asked: map[sumKey][]sumQuestion{}, amounts: newRunSums(places), lines: newRunSums(places)}
}

// ask notes that the answer with an index needs what a target's orders come to from the first day to the last.
func (s *orderSums) ask(index int, t Target, currency Currency, first, last Date) {
	from, to := 0, len(s.m.units.order)
	if t.Unit != "" {
		i := s.m.unitAt[t.Unit]
		from, to = s.m.units.at[i], s.m.units.end[i]
	}
	if last.Before(first) {
		return
	}
	for _, key := range []sumKey{{t.Product, currency, false}, {t.Product, "", true}} {
		s.asked[key] = append(s.asked[key], sumQuestion{last.AddDays(1), from, to, index, false}, sumQuestion{first, from, to, index, true})
	}
}

// answer fills in what was asked for.
func (s *orderSums) answer(list []Attainment) {
	orders := map[sumKey][]int{}
	for _, i := range s.byDate() {
		o := &s.m.a.Orders[i]
		for _, product := range []ProductID{o.Product, ""} {
			keys := []sumKey{{product, "", true}, {product, o.Amount.Currency, false}}
			if o.Amount.IsZero() {
				keys = keys[:1]
			}
			for _, key := range keys {
				if _, wanted := s.asked[key]; wanted {
					orders[key] = append(orders[key], i)
				}
			}
		}
	}
	for key, questions := range s.asked {
		s.sweep(key, orders[key], questions, list)
	}
}

// byDate returns the orders that are not cancelled, the earliest first, by index.
func (s *orderSums) byDate() []int {
	type dated struct{ day, index int }
	var orders []dated
	for i, o := range s.m.a.Orders {
		if o.Status != OrderCancelled {
			orders = append(orders, dated{(o.Date.Year*12+int(o.Date.Month))*31 + o.Date.Day, i})
		}
	}
	slices.SortFunc(orders, func(a, b dated) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.index, b.index)) })
	sorted := make([]int, len(orders))
	for k, o := range orders {
		sorted[k] = o.index
	}
	return sorted
}

// sweep answers the questions about one key's orders, which come by date.
func (s *orderSums) sweep(key sumKey, orders []int, questions []sumQuestion, list []Attainment) {
	slices.SortFunc(questions, func(a, b sumQuestion) int { return a.before.Compare(b.before) })
	totals, taken := map[int]wide{}, 0
	for _, q := range questions {
		for ; taken < len(orders) && s.m.a.Orders[orders[taken]].Date.Before(q.before); taken++ {
			s.add(orders[taken], 1)
		}
		count, amount := int(s.lines.run(q.from, q.to).clamp()), s.amounts.run(q.from, q.to)
		if q.negative {
			count, amount = -count, wide{}.minus(amount)
		}
		if key.counting {
			list[q.index].Unvalued += count
			continue
		}
		list[q.index].Lines += count
		list[q.index].Unvalued -= count
		totals[q.index] = totals[q.index].plus(amount)
	}
	for _, i := range orders[:taken] {
		s.add(i, -1)
	}
	for i, total := range totals {
		list[i].Ordered = Money{total.clamp(), key.currency}
	}
}

// add counts an order, once or less than none, in the sums of its unit.
func (s *orderSums) add(order int, times int64) {
	o := &s.m.a.Orders[order]
	place := s.m.units.at[s.m.unitAt[o.Unit]]
	s.amounts.add(place, times*o.Amount.Minor)
	s.lines.add(place, times)
}

// runSums is a Fenwick tree: amounts at places, and the sum over any run of places, in time that grows with the logarithm of their number.
type runSums []wide

func newRunSums(places int) runSums { return make(runSums, places+1) }

func (r runSums) add(place int, amount int64) {
	for i := place + 1; i < len(r); i += i & -i {
		r[i] = r[i].plus(widen(amount))
	}
}

// run sums the places from one up to another, that not included.
func (r runSums) run(from, to int) wide { return r.before(to).minus(r.before(from)) }

func (r runSums) before(place int) wide {
	var sum wide
	for i := place; i > 0; i -= i & -i {
		sum = sum.plus(r[i])
	}
	return sum
}

// wide is an integer of 128 bits, which no sum of amounts can leave.
type wide struct {
	high int64
	low  uint64
}

func widen(n int64) wide { return wide{n >> 63, uint64(n)} }

func (w wide) plus(x wide) wide {
	low, carry := bits.Add64(w.low, x.low, 0)
	return wide{w.high + x.high + int64(carry), low}
}

func (w wide) minus(x wide) wide {
	low, borrow := bits.Sub64(w.low, x.low, 0)
	return wide{w.high - x.high - int64(borrow), low}
}

// clamp returns the number, or the largest or smallest that an int64 can hold. The smallest is left out, as [Money] has no room for it.
func (w wide) clamp() int64 {
	switch {
	case w.high > 0 || w.high == 0 && w.low > math.MaxInt64:
		return math.MaxInt64
	case w.high < -1 || w.high == -1 && w.low <= 1<<63:
		return -math.MaxInt64
	}
	return int64(w.low)
}
