package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Summary is the main figures of an account, for comparison with other accounts.
type Summary struct {
	Profile accountmap.Profile
	// AsOf is the day of the figures. Zero means unknown; the figures that need a day are then
	// zero.
	AsOf accountmap.Date
	// Manager is the name of the account manager: the receiver of the handoff, or else the first
	// member of the team who is on the account that day. Empty means unknown.
	Manager string

	Penetration accountmap.Penetration
	// Revenue is the sum of the orders of the twelve months up to the day, in the account's currency;
	// where none is in it, in the first currency of the orders. Growth is its increase over the twelve months before: 0.1 is a tenth more.
	// GrowthKnown is false when the orders do not go back far enough.
	Revenue     accountmap.Money
	Growth      float64
	GrowthKnown bool
	// AtRisk is the sum of a year's orders in the cells of all [Alerts], in the account's currency.
	AtRisk accountmap.Money

	// NextRenewal is the first day on which something sold must be renewed. Renewals counts the
	// cells to be renewed within [RenewalDays], and Renewing is their yearly value in the account's
	// currency.
	NextRenewal accountmap.Date
	Renewals    int
	Renewing    accountmap.Money

	// Overdue counts the entries of [accountmap.Map.Overdue], OpenCases the unsettled cases, and
	// SingleThreads the units with a single link or none.
	Overdue, OpenCases, SingleThreads int
	Standing                          accountmap.Standing
	// Ready counts the checks of [Ready] that are met, Checks all that apply: "14 of 18".
	Ready, Checks int
	// Health is the result of [Diagnose], and Moves counts the [Moves].
	Health Health
	Moves  int
}

// RenewalDays is the number of days ahead in which a summary counts renewals: a quarter.
const RenewalDays = 90

// Summarise answers "how is the account doing?" in figures. The zero asOf means the account's own
// day.
func Summarise(m *accountmap.Map, asOf accountmap.Date) Summary {
	profile := m.Profile()
	if asOf.IsZero() {
		asOf = profile.AsOf
	}
	s := Summary{Profile: profile, AsOf: asOf, Manager: manager(m, asOf), Penetration: m.Penetration(""), Standing: m.Standing(asOf),
		Overdue: len(m.Overdue(asOf, accountmap.Deadlines{}))}
	readiness := Ready(m, asOf)
	s.Ready, s.Checks = readiness.Met(), len(readiness.Findings)
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
	s.Health, s.Moves = Diagnose(m, asOf, nil, HealthOptions{}), len(Moves(m, asOf, MoveOptions{}))
	if !asOf.IsZero() {
		s.money(m)
		s.renewals(m)
	}
	return s
}

func (s *Summary) money(m *accountmap.Map) {
	last, before := m.OrdersByYear(s.AsOf)
	currency := last.Leading(s.Profile.Currency)
	s.Revenue = last.In(currency)
	s.Growth, s.GrowthKnown = last.Growth(before, currency)
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
