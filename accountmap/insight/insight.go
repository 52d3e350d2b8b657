// Package insight answers questions of judgement about an account: alarming orders, missing
// knowledge, next actions. The facts behind the answers come from package accountmap, which does
// not judge. The thresholds are here, each with its reason, and callers can set their own.
//
// [Of] reads an account on a day, and each question is a method of the [Situation] that it returns.
// [Situation.Alerts] watches the orders: products that are no longer ordered, or ordered in smaller
// quantities than usual. [Situation.Watch] lists people to win over or to find out about, units
// that depend on one person, and cells to sell. [Situation.Touches] lists contacts who have gone
// quiet, [Situation.Whitespace] cells to sell into, and [Situation.Deals] the missing agreements.
// [Situation.Paces] forecasts the targets, and [Situation.Transfers] lists the handover of a
// colleague who leaves. [Situation.Moves] ranks the next actions from all of these.
// [Situation.Ready] checks a handoff and lists its gaps, [Situation.Health] scores the account, and
// [Situation.Summary] returns its main figures. [Agenda] lists appointments.
//
// Each reason of a judgement is a [Factor], a code with the people and numbers that support it.
// Package terms writes it in words. The same account and day give the same answer.
package insight

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Situation is an account on a day, read once for all judgements. It is safe for concurrent use.
// Its answers share memory: a caller must not change them. A map for the client has no judgements;
// [Situation.Paces], [Situation.Ready] and most of [Situation.Summary] are facts.
type Situation struct {
	m        *accountmap.Map
	today    accountmap.Date
	currency accountmap.Currency
	ours     bool // the readers are our own people
	team     team

	// people are the contacts who have not left, including placeholders, and gone are the contacts
	// who have left. Both are in the author's order.
	people   []accountmap.Contact
	gone     []accountmap.Contact
	contacts map[accountmap.ContactID]*accountmap.Contact
	// units are in the order of [accountmap.Map.Units], parents first. unitOrder has the index of
	// each unit.
	units     []accountmap.Unit
	unitOrder map[accountmap.UnitID]int
	// cells are the assessed cells, by unit and then by product.
	cells []accountmap.Cell
	// money has the sums of the cells of each unit, and size the sums of all units.
	money map[accountmap.UnitID]unitMoney
	size  unitMoney
	// deals has the sums of the open deals of each unit and of all units below it.
	deals map[accountmap.UnitID]accountmap.Sums
	// known are the people whom we know in each unit, the best known first.
	known map[accountmap.UnitID][]accountmap.ContactID
	// rhythms are the order intervals of each cell.
	rhythms []accountmap.Rhythm

	// Shared results, computed by the first judgement that needs them.
	attainments func() []accountmap.Attainment
	overdue     func() []accountmap.Overdue
	alerts      func() []Alert
	touches     func() []Touch
	singles     func() []accountmap.SingleThread
	threads     func() []Watched
	moves       func() []Move
	promising   func() []func() Opening
	health      func() Health
	readiness   func() Readiness
	transfers   func() []Transfer
}

type cell struct {
	unit    accountmap.UnitID
	product accountmap.ProductID
}

// unitMoney is a unit's yearly purchases and its open potential.
type unitMoney struct{ sold, open accountmap.Sums }

// Of reads an account on the day asOf. The zero asOf means the account's own day. If that day is
// unknown too, judgements that need a day are empty.
func Of(m *accountmap.Map, asOf accountmap.Date) *Situation {
	profile := m.Profile()
	s := &Situation{m: m, today: cmp.Or(asOf, profile.AsOf), currency: profile.Currency, ours: m.Audience() == accountmap.AudienceInternal,
		contacts: map[accountmap.ContactID]*accountmap.Contact{}, unitOrder: map[accountmap.UnitID]int{}, money: map[accountmap.UnitID]unitMoney{},
		deals: map[accountmap.UnitID]accountmap.Sums{}, known: map[accountmap.UnitID][]accountmap.ContactID{}}
	s.team = newTeam(m, s.today)
	for c := range m.Contacts() {
		if c.Here(s.today) {
			s.people = append(s.people, c)
		} else {
			s.gone = append(s.gone, c)
		}
	}
	for i := range s.people {
		s.contacts[s.people[i].ID] = &s.people[i]
	}
	for u := range m.Units() {
		s.unitOrder[u.ID] = len(s.units)
		s.units = append(s.units, u)
	}
	for _, k := range m.Known("", s.today) {
		s.known[k.Unit] = k.Contacts
	}
	s.cells, s.rhythms = slices.Collect(m.Matrix().Cells()), m.Rhythms(s.today)
	s.sumMoney()
	s.sumDeals()
	s.attainments = sync.OnceValue(func() []accountmap.Attainment { return m.Attainments(s.today) })
	s.overdue = sync.OnceValue(func() []accountmap.Overdue { return m.Overdue(s.today, accountmap.Deadlines{}) })
	s.alerts = sync.OnceValue(func() []Alert { return s.judgeOrders(Thresholds{}) })
	s.touches = sync.OnceValue(func() []Touch { return s.touch(TouchOptions{}) })
	s.singles = sync.OnceValue(func() []accountmap.SingleThread { return m.SingleThreads(s.today) })
	s.threads = sync.OnceValue(s.singleLinks)
	s.moves = sync.OnceValue(func() []Move { return s.ranked(DefaultAhead, RenewalDays) })
	s.promising = sync.OnceValue(func() []func() Opening { return newSeller(s, WhitespaceOptions{}).promising() })
	s.health = sync.OnceValue(func() Health { return s.diagnose(HealthOptions{}) })
	s.readiness = sync.OnceValue(s.assess)
	s.transfers = sync.OnceValue(func() []Transfer { return s.pass(TransferOptions{}) })
	return s
}

// sumMoney sums up what each unit buys and could buy. The value of a cell without a recorded yearly
// value is its orders of the last twelve months.
func (s *Situation) sumMoney() {
	for _, c := range s.cells {
		sums := s.money[c.Unit]
		sums.sold, sums.open = s.add(sums.sold, SoldValue(c)), s.add(sums.open, OpenPotential(c))
		s.money[c.Unit] = sums
	}
	x := s.m.Matrix()
	for _, r := range s.rhythms {
		buys := r.Status == accountmap.CoverageUnassessed || r.Status == accountmap.CoverageSold && x.At(r.Unit, r.Product).Value.IsZero()
		if buys && r.Silent <= daysOfYear {
			sums := s.money[r.Unit]
			sums.sold = s.add(sums.sold, r.LastYear.Amounts...)
			s.money[r.Unit] = sums
		}
	}
	for _, u := range s.units {
		s.size.sold, s.size.open = s.add(s.size.sold, s.money[u.ID].sold...), s.add(s.size.open, s.money[u.ID].open...)
	}
}

// purchase is a product that a unit buys now, with the unit's yearly spending on it.
type purchase struct {
	cell
	value accountmap.Sums
}

// bought lists the current purchases of each unit: sold cells, and unassessed cells with an order
// within a year.
func (s *Situation) bought() []purchase {
	var list []purchase
	ordered := map[cell]accountmap.Sums{}
	for _, r := range s.rhythms {
		if r.Silent > daysOfYear {
			continue
		}
		c := cell{r.Unit, r.Product}
		ordered[c] = r.LastYear.Amounts
		if r.Status == accountmap.CoverageUnassessed {
			list = append(list, purchase{c, ordered[c]})
		}
	}
	for _, c := range s.cells {
		if c.Status == accountmap.CoverageSold {
			value := ordered[cell{c.Unit, c.Product}]
			if !c.Value.IsZero() {
				value = accountmap.Sums{c.Value}
			}
			list = append(list, purchase{cell{c.Unit, c.Product}, value})
		}
	}
	slices.SortStableFunc(list, func(a, b purchase) int { return cmp.Compare(s.unitOrder[a.unit], s.unitOrder[b.unit]) })
	return list
}

// sumDeals sums up the open deals of each unit and of all units below it, children before their
// parents.
func (s *Situation) sumDeals() {
	for _, c := range s.cells {
		if inProgress(c.Status) {
			s.deals[c.Unit] = s.add(s.deals[c.Unit], OpenPotential(c))
		}
	}
	for _, u := range slices.Backward(s.units) {
		if u.Parent != "" {
			s.deals[u.Parent] = s.add(s.deals[u.Parent], s.deals[u.ID]...)
		}
	}
}

const daysOfYear = 365

// SoldValue returns the yearly value of a sold cell. It is zero for a cell that is not sold.
func SoldValue(c accountmap.Cell) accountmap.Money {
	if c.Status != accountmap.CoverageSold {
		return accountmap.Money{}
	}
	return c.Value
}

// OpenPotential returns the yearly amount that could be sold in a cell that is not sold. It is zero
// if nothing can be sold.
func OpenPotential(c accountmap.Cell) accountmap.Money {
	if c.Status == accountmap.CoverageSold || !c.Status.Sellable() {
		return accountmap.Money{}
	}
	if c.Potential.IsZero() {
		return c.Target
	}
	return c.Potential
}

func inProgress(status accountmap.CoverageStatus) bool {
	return status == accountmap.CoverageProposed || status == accountmap.CoverageOpportunity
}

// add returns sums plus the positive amounts, with the sum in the account's currency first.
func (s *Situation) add(sums accountmap.Sums, amounts ...accountmap.Money) accountmap.Sums {
	for _, amount := range amounts {
		if amount.Minor <= 0 {
			continue
		}
		sums = sums.Add(amount)
		if last := len(sums) - 1; sums[last].Currency == s.currency {
			sums[0], sums[last] = sums[last], sums[0]
		}
	}
	return sums
}

// own returns the sum in the account's currency. Amounts in other currencies are not comparable,
// and come last in every order by worth.
func (s *Situation) own(sums accountmap.Sums) int64 { return sums.In(s.currency).Minor }

// compare compares sums by their amounts in the account's currency.
func (s *Situation) compare(a, b accountmap.Sums) int { return cmp.Compare(s.own(a), s.own(b)) }

func (s *Situation) parent(unit accountmap.UnitID) accountmap.UnitID {
	if at, known := s.unitOrder[unit]; known {
		return s.units[at].Parent
	}
	return ""
}

func orDefault(n, otherwise int) int {
	if n <= 0 {
		return otherwise
	}
	return n
}

func firstOf[K ~string](ids []K) K {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

func ids[K ~string](id K) []K {
	if id == "" {
		return nil
	}
	return []K{id}
}

// Factor is one reason for a judgement, with the people, things and numbers that support it. Which
// fields are set depends on the reason; the others are zero. Package terms writes it as a phrase.
type Factor struct {
	Reason accountmap.Reason
	// Contacts are the client's people, Members our own, Units the parts of the client.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
	Units    []accountmap.UnitID
	Product  accountmap.ProductID
	// Competitor is the company that sells the product to the client instead.
	Competitor accountmap.CompetitorID
	// Roles are the buying roles of a person.
	Roles []accountmap.Role
	// Date is the day in question. Days is the number of days from today to Date or from Date to
	// today, never negative. For a member who leaves, Days counts only the days since Date.
	Date accountmap.Date
	Days int
	// Count is a number of things, and Of their total. Of is 0 without a total.
	Count, Of int
	// Share is a part of a whole, from 0 to 1, or an increase: 0.1 is a tenth more. Expected is the
	// share, or the number of days, that would be usual.
	Share, Expected float64
	// Amounts are sums by currency, the account's own first.
	Amounts accountmap.Sums
}

func has(factors []Factor, reason accountmap.Reason) bool {
	return slices.ContainsFunc(factors, func(f Factor) bool { return f.Reason == reason })
}

// statusReason returns the reason for the status of a cell in which something could be sold.
func statusReason(s accountmap.CoverageStatus) accountmap.Reason {
	switch s {
	case accountmap.CoverageProposed:
		return accountmap.ReasonOffered
	case accountmap.CoverageOpportunity:
		return accountmap.ReasonDealOpen
	case accountmap.CoverageGap:
		return accountmap.ReasonGap
	case accountmap.CoverageCompetitor:
		return accountmap.ReasonWithCompetitor
	case accountmap.CoverageInHouse:
		return accountmap.ReasonInHouse
	case accountmap.CoverageLapsed:
		return accountmap.ReasonLapsed
	}
	return accountmap.ReasonUnassessed
}

func some[T any](seq iter.Seq[T]) bool {
	for range seq {
		return true
	}
	return false
}
