package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Summary is the main figures of an account. Every output takes a figure from here, so that one
// question has one answer on the page, in the workbook and in a portfolio.
type Summary struct {
	Profile accountmap.Profile
	// AsOf is the day of the figures. Zero means unknown; the figures that need a day are then
	// zero.
	AsOf accountmap.Date
	// Manager is the name of the account manager: the receiver of the handoff, or else the first
	// member of the team who is on the account that day. Empty means unknown.
	Manager string

	Penetration accountmap.Penetration
	// Ordered is the orders of the twelve months up to the day, and OrderedBefore the orders of the
	// twelve months before.
	Ordered, OrderedBefore accountmap.OrderTotal
	// Revenue is the sum of Ordered in the account's currency; where none is in it, in the first
	// currency of the orders. Growth is its increase over the twelve months before: 0.1 is a tenth
	// more. GrowthKnown is false when the orders do not go back far enough.
	Revenue     accountmap.Money
	Growth      float64
	GrowthKnown bool
	// Sold is the recorded yearly value of what is sold, and Open what could be sold a year and is
	// not, both in the account's currency: the potential of a cell, or else its target.
	Sold, Open accountmap.Money
	// AtRisk is the sum of a year's orders in the cells of all alarming [Alerts], in the account's
	// currency.
	AtRisk accountmap.Money

	// NextRenewal is the first day on which something sold must be renewed. Renewals counts the
	// cells to be renewed within [RenewalDays], and Renewing is their yearly value in the account's
	// currency.
	NextRenewal accountmap.Date
	Renewals    int
	Renewing    accountmap.Money

	// Targets counts the sales targets of running periods, and Behind how many of them are behind.
	Targets, Behind int

	// Overdue counts the entries of [accountmap.Map.Overdue], OpenCases the unsettled cases, and
	// Verbal the open promises that nobody has in writing.
	Overdue, OpenCases, Verbal int
	// SingleThreads counts the units that hang on one person, or that nobody knows: the units of
	// [Watching].HangsOnOne. It is zero for the client.
	SingleThreads int
	Standing      accountmap.Standing
	// KeyPlayers counts the people with power 4 and 5 who are there, and KeyPlayersFor how many of
	// them are for us.
	KeyPlayers, KeyPlayersFor int
	// Ready counts the checks of [Ready] that are met, Checks all that apply: "14 of 18".
	Ready, Checks int
	// Health is the result of [Diagnose], and Moves counts the [Moves].
	Health Health
	Moves  int
}

// RenewalDays is the number of days ahead in which a summary counts renewals: a quarter.
const RenewalDays = 90

// Summarise answers "how is the account doing?" in figures. The zero asOf means the account's own
// day. For the client there are no judgements: Health, Moves and SingleThreads are zero.
func Summarise(m *accountmap.Map, asOf accountmap.Date) Summary {
	s := newSituation(m, asOf)
	t := Summary{Profile: m.Profile(), AsOf: s.today, Manager: manager(m, s.today), Penetration: m.Penetration(""), Standing: m.Standing(s.today),
		Overdue: len(m.Overdue(s.today, accountmap.Deadlines{}))}
	readiness := Ready(m, s.today)
	t.Ready, t.Checks = readiness.Met(), len(readiness.Findings)
	for c := range m.Cases() {
		t.OpenCases += count(c.IsOpen())
	}
	for c := range m.Commitments() {
		t.Verbal += count(c.IsOpen() && c.Verbal)
	}
	for _, c := range s.people {
		if c.KeyPlayer() {
			t.KeyPlayers++
			t.KeyPlayersFor += count(c.Stance.For())
		}
	}
	for _, c := range s.cells {
		if c.Status == accountmap.CoverageSold {
			t.Sold = s.add(t.Sold, c.Value)
		} else {
			t.Open = s.add(t.Open, OpenPotential(c))
		}
	}
	if ours(m) {
		for _, e := range s.hangsOnOne() {
			t.SingleThreads += count(e.Unit != "")
		}
		t.Health = s.health(HealthOptions{})
		if !s.today.IsZero() {
			t.Moves = len(s.moves(MoveOptions{}))
		}
	}
	if !s.today.IsZero() {
		t.money(s)
		t.renewals(s)
	}
	return t
}

// count is 1 for true and 0 for false.
func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (t *Summary) money(s *situation) {
	t.Ordered, t.OrderedBefore = s.OrdersByYear(s.today)
	currency := t.Ordered.Leading(s.currency)
	t.Revenue = t.Ordered.In(currency)
	t.Growth, t.GrowthKnown = t.Ordered.Growth(t.OrderedBefore, currency)
	for _, a := range s.alerts(Thresholds{}) {
		if a.Severity == AlertAlarming {
			t.AtRisk = s.add(t.AtRisk, accountmap.OrderTotal{Amounts: a.AtRisk}.In(s.currency))
		}
	}
	for _, p := range Paces(s.Map, s.today) {
		if p.Running() {
			t.Targets++
			t.Behind += count(p.Behind())
		}
	}
}

func (t *Summary) renewals(s *situation) {
	end := s.today.AddDays(RenewalDays)
	for _, c := range s.Renewals(s.today) {
		if t.NextRenewal.IsZero() {
			t.NextRenewal = c.Renewal
		}
		if end.Before(c.Renewal) {
			break
		}
		t.Renewals++
		t.Renewing = s.add(t.Renewing, c.Value)
	}
}

// sum returns the sum of two amounts of one currency, neither negative. It is at most the largest
// amount.
func sum(a, b accountmap.Money) accountmap.Money {
	total, err := a.Add(b)
	if err != nil {
		return accountmap.Money{Minor: math.MaxInt64, Currency: a.Currency}
	}
	return total
}

func manager(m *accountmap.Map, asOf accountmap.Date) string {
	if t, ok := m.Member(m.Handoff().To); ok {
		return t.Name
	}
	for _, t := range m.Serving(asOf) {
		return t.Name
	}
	return ""
}
