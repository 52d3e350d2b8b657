package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Summary is an account in one line of figures, to be compared with other accounts.
type Summary struct {
	Profile accountmap.Profile
	// AsOf is the day of the figures. Zero means that it is not known; the figures that need a day
	// are then zero.
	AsOf accountmap.Date
	// Manager is the name of the person who looks after the account: the one who takes it over, or
	// else the first member of the team who is there on that day. Empty means that nobody is known.
	Manager string

	Penetration accountmap.Penetration
	// Revenue is what was ordered in the twelve months up to the day, in the account's currency.
	// Growth is how much more that is than in the twelve months before, as a share of these: 0.1 is
	// a tenth more. GrowthKnown reports whether the orders go back far enough to tell.
	Revenue     accountmap.Money
	Growth      float64
	GrowthKnown bool
	// AtRisk is the sum of the orders of a year that [Alerts] warns of, in the account's currency.
	AtRisk accountmap.Money

	// NextRenewal is the first day on which something sold must be renewed. Renewals counts what
	// must be renewed within [RenewalDays], and Renewing is its yearly value in the account's
	// currency.
	NextRenewal accountmap.Date
	Renewals    int
	Renewing    accountmap.Money

	// Overdue counts what is late, OpenCases the cases that are not settled, and SingleThreads the
	// units in which one person is the only link.
	Overdue, OpenCases, SingleThreads int
	Standing                          accountmap.Standing
	// Readiness is the score of [Ready], from 0 to 1.
	Readiness float64
}

// RenewalDays is how many days ahead a summary looks for renewals: a quarter.
const RenewalDays = 90

// Summarise answers "how is the account doing?" in figures. The zero asOf means the account's own
// day.
func Summarise(m *accountmap.Map, asOf accountmap.Date) Summary {
	profile := m.Profile()
	if asOf.IsZero() {
		asOf = profile.AsOf
	}
	s := Summary{Profile: profile, AsOf: asOf, Manager: manager(m, asOf), Penetration: m.Penetration(""), Standing: m.Standing(),
		Readiness: Ready(m, asOf).Score(), Overdue: len(m.Overdue(asOf, accountmap.Deadlines{}))}
	for c := range m.Cases() {
		if c.IsOpen() {
			s.OpenCases++
		}
	}
	for _, t := range m.SingleThreads(asOf) {
		if t.Unit != "" {
			s.SingleThreads++
		}
	}
	if !asOf.IsZero() {
		s.money(m)
		s.renewals(m)
	}
	return s
}

func (s *Summary) money(m *accountmap.Map) {
	last, before := m.OrdersByYear(s.AsOf)
	s.Revenue = last.In(s.Profile.Currency)
	s.Growth, s.GrowthKnown = last.Growth(before, s.Profile.Currency)
	for _, a := range Alerts(m, s.AsOf, Thresholds{}) {
		s.AtRisk = sum(s.AtRisk, accountmap.OrderTotal{Amounts: a.AtRisk}.In(s.Profile.Currency))
	}
}

func (s *Summary) renewals(m *accountmap.Map) {
	end := s.AsOf.AddDays(RenewalDays)
	for _, c := range m.Renewals(s.AsOf) {
		if s.NextRenewal.IsZero() {
			s.NextRenewal = c.Renewal
		}
		if end.Before(c.Renewal) {
			break
		}
		s.Renewals++
		if c.Value.Currency == s.Profile.Currency {
			s.Renewing = sum(s.Renewing, c.Value)
		}
	}
}

// sum adds two amounts of one currency that are not negative. A sum that is too large becomes the
// largest amount.
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
	for t := range m.Team() {
		if t.To.IsZero() || !asOf.IsZero() && !t.To.Before(asOf) {
			return t.Name
		}
	}
	return ""
}
