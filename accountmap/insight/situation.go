package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// situation is an account on a day, with the indexes that several judgements share.
type situation struct {
	*accountmap.Map
	today    accountmap.Date
	currency accountmap.Currency

	// people are the contacts who have not left, placeholders included, in the author's order.
	people   []accountmap.Contact
	contacts map[accountmap.ContactID]*accountmap.Contact
	team     []accountmap.Member
	members  map[accountmap.MemberID]*accountmap.Member
	// units are in the order of [accountmap.Map.Units], parents first; unitOrder is the place of each.
	units     []accountmap.Unit
	unitOrder map[accountmap.UnitID]int
	// cells are the assessed cells, by unit and then by product.
	cells []accountmap.Cell
	// money sums up the cells of each unit.
	money map[accountmap.UnitID]unitMoney
	// deals sums up the open deals of each unit and all below it.
	deals map[accountmap.UnitID]accountmap.Money
	// known are the people of each unit whom we know, the best known first.
	known map[accountmap.UnitID][]accountmap.ContactID
	// rhythms are how often each cell orders.
	rhythms []accountmap.Rhythm
	// cover lists the links with each unit.
	cover map[accountmap.UnitID]accountmap.UnitCover
}

type cell struct {
	unit    accountmap.UnitID
	product accountmap.ProductID
}

// unitMoney is what a unit buys a year and what could still be sold to it, in the account's currency.
type unitMoney struct{ sold, open accountmap.Money }

// newSituation indexes the account. The zero asOf means the account's own day; the day may remain
// unknown.
func newSituation(m *accountmap.Map, asOf accountmap.Date) *situation {
	profile := m.Profile()
	if asOf.IsZero() {
		asOf = profile.AsOf
	}
	s := &situation{
		Map: m, today: asOf, currency: profile.Currency,
		contacts: map[accountmap.ContactID]*accountmap.Contact{}, members: map[accountmap.MemberID]*accountmap.Member{},
		unitOrder: map[accountmap.UnitID]int{},
		money:     map[accountmap.UnitID]unitMoney{}, deals: map[accountmap.UnitID]accountmap.Money{}, cover: map[accountmap.UnitID]accountmap.UnitCover{},
		known: map[accountmap.UnitID][]accountmap.ContactID{}, team: slices.Collect(m.Team()),
	}
	for c := range m.Contacts() {
		if c.Here(s.today) {
			s.people = append(s.people, c)
		}
	}
	for i := range s.people {
		s.contacts[s.people[i].ID] = &s.people[i]
	}
	for i := range s.team {
		s.members[s.team[i].ID] = &s.team[i]
	}
	for u := range m.Units() {
		s.unitOrder[u.ID] = len(s.units)
		s.units = append(s.units, u)
	}
	for _, k := range m.Known("", asOf) {
		s.known[k.Unit] = k.Contacts
	}
	for _, c := range m.Cover(asOf) {
		s.cover[c.Unit] = c
	}
	s.cells, s.rhythms = slices.Collect(m.Matrix().Cells()), m.Rhythms(asOf)
	s.sumMoney()
	s.sumDeals()
	return s
}

// sumMoney sums up what each unit buys and could buy. Where no yearly value of a cell is recorded,
// the orders of the last twelve months are its value.
func (s *situation) sumMoney() {
	for _, c := range s.cells {
		sums := s.money[c.Unit]
		if c.Status == accountmap.CoverageSold {
			sums.sold = s.add(sums.sold, c.Value)
		} else {
			sums.open = s.add(sums.open, OpenPotential(c))
		}
		s.money[c.Unit] = sums
	}
	x := s.Matrix()
	for _, r := range s.rhythms {
		buys := r.Status == accountmap.CoverageUnassessed || r.Status == accountmap.CoverageSold && x.At(r.Unit, r.Product).Value.IsZero()
		if buys && r.Silent <= daysOfYear {
			sums := s.money[r.Unit]
			sums.sold = s.add(sums.sold, r.Ordered.In(s.currency))
			s.money[r.Unit] = sums
		}
	}
}

// sumDeals sums up the open deals of each unit and all below it, children before their parents.
func (s *situation) sumDeals() {
	for _, c := range s.cells {
		if inProgress(c.Status) {
			s.deals[c.Unit] = s.add(s.deals[c.Unit], OpenPotential(c))
		}
	}
	for _, u := range slices.Backward(s.units) {
		if u.Parent != "" {
			s.deals[u.Parent] = s.add(s.deals[u.Parent], s.deals[u.ID])
		}
	}
}

const daysOfYear = 365

// OpenPotential is what could be sold a year in a cell that is not sold. It is zero where nothing
// can be sold.
func OpenPotential(c accountmap.Cell) accountmap.Money {
	if c.Status == accountmap.CoverageSold || !c.Status.Sellable() {
		return accountmap.Money{}
	}
	if c.Potential.IsZero() {
		return c.Target
	}
	return c.Potential
}

// alerts lists the changes of orders.
func (s *situation) alerts(t Thresholds) []Alert {
	if s.today.IsZero() {
		return nil
	}
	return alertsOf(s.Map, s.today, s.rhythms, t)
}

// add adds an amount in the account's currency to a sum; other amounts do not count.
func (s *situation) add(total, amount accountmap.Money) accountmap.Money {
	if amount.Currency != s.currency || amount.Minor <= 0 {
		return total
	}
	return sum(accountmap.Money{Minor: total.Minor, Currency: s.currency}, amount)
}

// own returns an amount when it is in the account's currency, and zero otherwise.
func (s *situation) own(amount accountmap.Money) accountmap.Money {
	return s.add(accountmap.Money{}, amount)
}

// ours reports whether judgements may be made: a copy for the client has none.
func ours(m *accountmap.Map) bool { return m.Audience() == accountmap.AudienceInternal }
