package insight

import (
	"math"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Pace is how a target or budget goes: where it stands, and where it will end.
type Pace struct {
	accountmap.Attainment
	// Begun reports that the period has begun, Over that it has ended.
	Begun, Over bool
	// Expected is the part of a usual period that is ordered by this day, from 0 to 1: the part that
	// was ordered by the same day one year before, or else the part of the days that is over.
	// ByYearBefore tells which.
	Expected     float64
	ByYearBefore bool
	// End is the sum that the period will end with, if the rest goes as usual. It is zero, unknown,
	// before the period has begun, and where nothing can be expected yet.
	End accountmap.Money
}

// Behind reports whether a smaller part of the target is ordered than of the period is over.
func (p Pace) Behind() bool {
	share, known := p.Share()
	return known && p.Begun && share < 1 && share < p.Elapsed
}

// Running reports a sales target whose period has begun and is not over.
func (p Pace) Running() bool { return p.Begun && !p.Over && p.Target.Sales.Minor > 0 }

// WillMiss reports whether the period will end below its target.
func (p Pace) WillMiss() bool {
	return p.Target.Sales.Minor > 0 && !p.End.IsZero() && p.End.Currency == p.Target.Sales.Currency && p.End.Minor < p.Target.Sales.Minor
}

// leastExpected is the part of a period below which its end is not foretold: a few days, or a season
// that has hardly begun, would be multiplied by twenty.
const leastExpected = 0.05

// Paces answers "will we reach our targets, and will the budgets hold?" on the day asOf, in the order
// of [accountmap.Map.Attainments]. Like is compared with like: a period is measured by the same days
// of the year before where these are recorded, so that a season is not taken for a fall. The zero
// asOf means the account's own day.
func Paces(m *accountmap.Map, asOf accountmap.Date) []Pace {
	if asOf.IsZero() {
		asOf = m.Profile().AsOf
	}
	var paces []Pace
	for _, a := range m.Attainments(asOf) {
		paces = append(paces, newPace(a, asOf))
	}
	return paces
}

func newPace(a accountmap.Attainment, asOf accountmap.Date) Pace {
	p := Pace{Attainment: a, Begun: a.Elapsed > 0, Over: a.Elapsed >= 1 && !asOf.IsZero(), Expected: a.Elapsed}
	if a.Compared && a.WholeBefore.Minor > 0 && a.Before.Minor >= 0 && a.Before.Minor <= a.WholeBefore.Minor {
		p.Expected, p.ByYearBefore = float64(a.Before.Minor)/float64(a.WholeBefore.Minor), true
	}
	if p.Begun && p.Expected >= leastExpected && (a.Lines > 0 || a.Unvalued == 0) {
		if end := float64(a.Ordered.Minor) / p.Expected; end < math.MaxInt64 {
			p.End = accountmap.Money{Minor: int64(math.Round(end)), Currency: a.Ordered.Currency}
		}
	}
	return p
}
