package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Summary is an account in one line of figures, to be held against other accounts.
type Summary struct {
	Profile accountmap.Profile
	// AsOf is the day that the figures are of. Zero means that nobody says, and then those that need a day are zero.
	AsOf accountmap.Date
	// Manager is who looks after the account: who takes it over, or the first of the team on that day. Empty means nobody known.
	Manager string

	Penetration accountmap.Penetration
	// Revenue is what was ordered in the twelve months up to the day in the account's currency, and Growth what that is more, as a share, than
	// in the twelve before; GrowthKnown reports whether the account goes back that far.
	Revenue     accountmap.Money
	Growth      float64
	GrowthKnown bool
	// AtRisk is what the year's orders that [Alerts] warns of come to in the account's currency.
	AtRisk accountmap.Money

	// NextRenewal is the first day on which something is to be renewed, Renewals counts what is to be within [RenewalDays], and Renewing is its
	// value a year in the account's currency.
	NextRenewal accountmap.Date
	Renewals    int
	Renewing    accountmap.Money

	// Overdue counts what is late, OpenCases the cases that are not settled, SingleThreads the units that hang on one person.
	Overdue, OpenCases, SingleThreads int
	Standing                          accountmap.Standing
	// Readiness is the score of [Ready], from 0 to 1.
	Readiness float64
}

// RenewalDays is how far ahead a summary looks for renewals: a quarter.
const RenewalDays = 90

// Summarise answers "how does the account do?" in figures. The zero asOf is the account's own day.
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

// sum adds an amount of the same currency that is not negative. A sum beyond the largest amount is the largest amount.
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
