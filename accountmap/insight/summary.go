package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Summary is the main figures of an account. Every output takes its figures from here, so that the
// page, the workbook and the portfolio agree.
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
	// Revenue is the sum of Ordered in the account's currency or, without such orders, in the first
	// currency of the orders. Growth is its increase over the twelve months before: 0.1 is a tenth
	// more. GrowthKnown is false if the orders do not go back far enough.
	Revenue     accountmap.Money
	Growth      float64
	GrowthKnown bool
	// Sold is the recorded yearly value of the sold cells. Open is the yearly potential, or else
	// the target, of the cells that could be sold and are not. Sold, Open and the sums below are by
	// currency, the account's own first.
	Sold, Open accountmap.Sums
	// AtRisk is the sum of a year's orders in the cells of all alarming [Situation.Alerts].
	AtRisk accountmap.Sums

	// NextRenewal is the first day on which something sold must be renewed. Renewals counts the
	// cells to be renewed within [RenewalDays], and Renewing is their yearly value.
	NextRenewal accountmap.Date
	Renewals    int
	Renewing    accountmap.Sums

	// Targets counts the sales targets of running periods, and Behind the sales targets below their
	// pace.
	Targets, Behind int

	// Overdue counts the entries of [accountmap.Map.Overdue], OpenCases the unsettled cases, and
	// Verbal the open promises made only orally.
	Overdue, OpenCases, Verbal int
	// SingleThreads counts the units that depend on one person, or in which we know nobody: the
	// units of [Watching].HangsOnOne. It is zero for the client.
	SingleThreads int
	Standing      accountmap.Standing
	// KeyPlayers counts the current contacts with power 4 and 5, and KeyPlayersFor the key players
	// who are for us.
	KeyPlayers, KeyPlayersFor int
	// Ready counts the checks of [Situation.Ready] that are met, and Checks all checks that apply:
	// "14 of 18".
	Ready, Checks int
	// Health is the result of [Situation.Health], and Moves the number of [Situation.Moves].
	Health Health
	Moves  int
}

// RenewalDays is the number of days ahead in which a summary counts renewals: a quarter.
const RenewalDays = 90

// Summary answers "how is the account doing?" in figures. For the client there are no judgements:
// Health, Moves and SingleThreads are zero.
func (s *Situation) Summary() Summary {
	t := Summary{Profile: s.m.Profile(), AsOf: s.today, Manager: s.manager(), Penetration: s.m.Penetration(""), Standing: s.m.Standing(s.today),
		Overdue: len(s.overdue()), Sold: s.add(nil, s.m.Matrix().Values("", "")...), Open: s.size.open}
	readiness := s.Ready()
	t.Ready, t.Checks = readiness.Met(), len(readiness.Findings)
	for c := range s.m.Cases() {
		t.OpenCases += count(c.IsOpen())
	}
	for c := range s.m.Commitments() {
		t.Verbal += count(c.IsOpen() && c.Verbal)
	}
	for _, c := range s.people {
		t.KeyPlayers += count(c.KeyPlayer())
		t.KeyPlayersFor += count(c.KeyPlayer() && c.Stance.For())
	}
	if s.ours {
		t.SingleThreads, t.Health, t.Moves = s.watchList(s.threads(), 0).Total, s.health(), len(s.Moves(MoveOptions{}))
	}
	if !s.today.IsZero() {
		t.money(s)
		t.renewals(s)
	}
	return t
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (t *Summary) money(s *Situation) {
	t.Ordered, t.OrderedBefore = s.m.OrdersByYear(s.today)
	currency := t.Ordered.Leading(s.currency)
	t.Revenue = t.Ordered.In(currency)
	t.Growth, t.GrowthKnown = t.Ordered.Growth(t.OrderedBefore, currency)
	for _, a := range s.alerts() {
		if a.Severity == AlertAlarming {
			t.AtRisk = s.add(t.AtRisk, a.AtRisk...)
		}
	}
	for _, p := range s.Paces() {
		if p.Running() {
			t.Targets++
			t.Behind += count(p.Behind())
		}
	}
}

func (t *Summary) renewals(s *Situation) {
	end := s.today.AddDays(RenewalDays)
	for _, c := range s.m.Renewals(s.today) {
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

// manager returns the name of the account manager, or "" if there is none.
func (s *Situation) manager() string {
	if t := s.team.members[s.team.handoff.To]; t != nil {
		return t.Name
	}
	for _, t := range s.m.Serving(s.today) {
		return t.Name
	}
	return ""
}

// Pace is the progress of a target or budget, and its forecast.
type Pace struct {
	accountmap.Attainment
	// Begun is true if the period has begun, and Over if it has ended.
	Begun, Over bool
	// Expected is the usual share of a period's orders by this day, from 0 to 1: the share ordered
	// by the same day one year before or, where that is not known, the share of the days that have
	// passed.
	Expected float64
	// End is the forecast sum of the period, if the rest of the period is as usual. It is zero,
	// which means unknown, before the period has begun, and while there is too little for a
	// forecast.
	End accountmap.Money
}

// Behind reports whether the ordered share of the target is below the elapsed share of the period.
func (p Pace) Behind() bool {
	share, known := p.Share()
	return known && p.Begun && share < 1 && share < p.Elapsed
}

// OnCourse reports whether a target that is behind will still be reached if the rest of its period
// is as usual: the season is still to come.
func (p Pace) OnCourse() bool {
	return p.Behind() && !p.Over && p.Target.Sales.Minor > 0 && p.End.Minor >= p.Target.Sales.Minor
}

// Running reports whether the sales target's period has begun and is not over.
func (p Pace) Running() bool { return p.Begun && !p.Over && p.Target.Sales.Minor > 0 }

// minExpected is the smallest expected share with a forecast. A few days, or a season that has
// hardly begun, would be multiplied by more than twenty.
const minExpected = 0.05

// Paces answers "will we reach our targets, and will the budgets hold?", in the order of
// [accountmap.Map.Attainments]. A period is compared with the same days of the year before if their
// orders are recorded. A season then does not count as a decline.
func (s *Situation) Paces() []Pace {
	var paces []Pace
	for _, a := range s.attainments() {
		paces = append(paces, newPace(a, s.today))
	}
	return paces
}

func newPace(a accountmap.Attainment, asOf accountmap.Date) Pace {
	p := Pace{Attainment: a, Begun: a.Elapsed > 0, Over: a.Elapsed >= 1 && !asOf.IsZero(), Expected: a.Elapsed}
	if a.Compared && a.WholeBefore.Minor > 0 && a.Before.Minor >= 0 && a.Before.Minor <= a.WholeBefore.Minor {
		p.Expected = float64(a.Before.Minor) / float64(a.WholeBefore.Minor)
	}
	if p.Begun && p.Expected >= minExpected && (a.Lines > 0 || a.Unvalued == 0) {
		if end := float64(a.Ordered.Minor) / p.Expected; end < math.MaxInt64 {
			p.End = accountmap.Money{Minor: int64(math.Round(end)), Currency: a.Ordered.Currency}
		}
	}
	return p
}
