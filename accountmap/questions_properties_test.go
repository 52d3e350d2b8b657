package accountmap_test

import (
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// person returns a contact, which must exist.
func person(t *testing.T, m *accountmap.Map, id accountmap.ContactID) accountmap.Contact {
	t.Helper()
	c, ok := m.Contact(id)
	require.True(t, ok, id)
	return c
}

func assertHere(t *testing.T, m *accountmap.Map, id accountmap.ContactID) {
	t.Helper()
	c := person(t, m, id)
	assert.True(t, c.Left.IsZero() && !c.Placeholder, "%s has left or is not known", id)
}

func TestExposureProperties(t *testing.T) {
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		remembered := map[accountmap.ContactID]float64{}
		for _, e := range m.Exposed(accountmap.Date{}, accountmap.Memory{}) {
			assertHere(t, m, e.Contact)
			assert.True(t, 0 <= e.Remembered && e.Remembered <= e.Share()+1e-9 && e.Share() <= 1)
			remembered[e.Contact] = e.Remembered
			for _, s := range e.Shown {
				assert.Equal(t, a.AsOf.Before(s.Due), s.Remembered > accountmap.DefaultThreshold, "due when half is forgotten: %+v", s)
			}
		}
		power := 6
		for _, g := range m.ExposureGaps(accountmap.Date{}, accountmap.Memory{}) {
			c := person(t, m, g.Contact)
			assert.LessOrEqual(t, c.Power, power, "by power")
			power = c.Power
			assert.Equal(t, remembered[g.Contact], g.Remembered)
			assert.LessOrEqual(t, len(g.Show), len(a.Products))
			for _, s := range g.Show {
				assert.LessOrEqual(t, s.Remembered, accountmap.DefaultThreshold)
			}
		}
		assert.True(t, slices.IsSortedFunc(m.ReExposures(accountmap.Date{}, accountmap.Memory{}), func(x, y accountmap.ReExposure) int {
			return x.Due.Compare(y.Due)
		}))
	})
}

func TestWitnessProperties(t *testing.T) {
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		x := m.Matrix()
		for _, u := range someUnits(m) {
			for p := range m.Products() {
				for _, w := range m.ReferencesFor(u, p.ID, accountmap.Date{}) {
					assertHere(t, m, w.Contact)
					c := person(t, m, w.Contact)
					assert.Equal(t, c.Unit, w.Unit)
					assert.NotEqual(t, u, w.Unit)
					assert.False(t, c.Stance.Against())
					assert.NotEqual(t, accountmap.CoverageSold, x.At(u, p.ID).Status)
					assert.Contains(t, []accountmap.CoverageStatus{accountmap.CoverageSold, accountmap.CoverageUnassessed}, x.At(w.Unit, p.ID).Status)
				}
			}
		}
	})
}

func TestReferralProperties(t *testing.T) {
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		for _, u := range someUnits(m) {
			referrers := m.ReferrersInto(u, accountmap.Date{})
			askable, cost := map[accountmap.ContactID]bool{}, 0
			for _, r := range referrers {
				askable[r.Contact] = true
				assert.LessOrEqual(t, cost, r.Cost, "the cheapest first")
				cost = r.Cost
			}
			assert.Len(t, askable, len(referrers), "each once")
			for _, r := range referrers {
				assert.False(t, person(t, m, r.Contact).Stance.Against(), "nobody is asked who is against us")
				if r.To != "" { // otherwise a person who is not yet known
					assert.True(t, below(m, person(t, m, r.To).Unit, u))
				}
				require.NotEmpty(t, r.Path)
				assert.LessOrEqual(t, len(r.Path), 6)
				at, sum := r.Contact, 0
				for i, h := range r.Path {
					assert.Equal(t, at, h.From, "the path holds together")
					assertHere(t, m, h.From)
					assert.NotEqual(t, accountmap.StanceBlocker, person(t, m, h.From).Stance)
					assert.True(t, i == 0 || !askable[h.From], "a path does not run over somebody whom we can ask")
					at, sum = h.To, sum+h.Cost
				}
				assert.Equal(t, r.To, at)
				assert.LessOrEqual(t, sum+r.Asks, r.Cost)
			}
		}
	})
}

func TestBuyingCommitteeProperties(t *testing.T) {
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		for _, u := range someUnits(m) {
			for p := range m.Products() {
				c := m.BuyingCommittee(u, p.ID, accountmap.Date{})
				for _, v := range c.Approvers {
					assert.True(t, person(t, m, v.Contact).Left.IsZero())
					assert.True(t, below(m, u, v.Unit), "in the unit or above it")
					for _, ally := range v.Allies {
						assertHere(t, m, ally.Contact)
						assert.True(t, person(t, m, ally.Contact).Stance.For())
						assert.False(t, v.Stance.For())
					}
				}
			}
		}
	})
}

func TestCoverProperties(t *testing.T) {
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		for _, c := range m.Cover(accountmap.Date{}) {
			for _, l := range c.Links {
				assertHere(t, m, l.Contact)
				assert.Equal(t, c.Unit, person(t, m, l.Contact).Unit)
			}
		}
		sold := int(^uint(0) >> 1)
		for _, h := range m.SingleThreads(accountmap.Date{}) {
			assert.LessOrEqual(t, h.Sold, sold)
			assert.LessOrEqual(t, len(h.Members), 1)
			assert.LessOrEqual(t, len(h.Contacts), 1)
			assert.NotEmpty(t, h.Reasons)
			sold = h.Sold
		}
		for _, u := range m.UnownedKeyPlayers(accountmap.Date{}) {
			assert.True(t, person(t, m, u.Contact).Left.IsZero())
			assert.GreaterOrEqual(t, u.Power, 4)
		}
	})
}

func TestTimeProperties(t *testing.T) {
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		assert.True(t, slices.IsSortedFunc(m.Overdue(accountmap.Date{}, accountmap.Deadlines{}), func(x, y accountmap.Overdue) int {
			if x.Kind == accountmap.OverdueSurvey != (y.Kind == accountmap.OverdueSurvey) {
				if x.Kind == accountmap.OverdueSurvey {
					return 1
				}
				return -1
			}
			return y.Days - x.Days
		}))
		for _, o := range m.Overdue(accountmap.Date{}, accountmap.Deadlines{}) {
			assert.True(t, o.Due.IsZero() && o.Kind == accountmap.OverdueSurvey || o.Due.AddDays(o.Days) == a.AsOf)
		}
		assert.Len(t, m.Attainments(accountmap.Date{}), len(a.Targets))
		lines := 0
		for _, s := range m.Series(accountmap.Date{}, accountmap.PeriodMonth, 120) {
			for _, p := range s.Points {
				lines += p.Lines
			}
		}
		bought := 0
		for _, p := range m.Bought("") {
			bought += p.Orders
		}
		assert.Equal(t, bought, lines, "no order is lost")
		assert.LessOrEqual(t, len(insight.Of(m, accountmap.Date{}).Alerts(insight.Thresholds{Orders: 2, Silence: 0.1})), len(m.Rhythms(accountmap.Date{})))
	})
}

// questions holds a map's answers to the questions of strategy, time and figures.
type questions struct {
	Exposed      []accountmap.ContactExposure
	Gaps         []accountmap.ExposureGap
	ReExposures  []accountmap.ReExposure
	Testimonials [][]accountmap.Reference
	Referrers    [][]accountmap.Referrer
	Consensus    []accountmap.BuyingCommittee
	Cover        []accountmap.UnitCover
	Threads      []accountmap.SingleThread
	Unowned      []accountmap.Unowned
	Overdue      []accountmap.Overdue
	Attainments  []accountmap.Attainment
	Series       []accountmap.Series
	Rhythms      []accountmap.Rhythm
	Alerts       []insight.Alert
}

func askQuestions(m *accountmap.Map) questions {
	var today accountmap.Date
	q := questions{
		Exposed: m.Exposed(today, accountmap.Memory{}), Gaps: m.ExposureGaps(today, accountmap.Memory{HalfLife: 90, Threshold: 0.3}),
		ReExposures: m.ReExposures(today, accountmap.Memory{}), Cover: m.Cover(today), Threads: m.SingleThreads(today),
		Unowned: m.UnownedKeyPlayers(today), Overdue: m.Overdue(today, accountmap.Deadlines{}), Attainments: m.Attainments(today),
		Series: m.Series(today, accountmap.PeriodQuarter, 5), Rhythms: m.Rhythms(today), Alerts: insight.Of(m, today).Alerts(insight.Thresholds{}),
	}
	for _, u := range someUnits(m) {
		q.Referrers = append(q.Referrers, m.ReferrersInto(u, accountmap.Date{}))
		for p := range m.Products() {
			q.Testimonials, q.Consensus = append(q.Testimonials, m.ReferencesFor(u, p.ID, accountmap.Date{})), append(q.Consensus, m.BuyingCommittee(u, p.ID, accountmap.Date{}))
			if len(q.Consensus) > 20 {
				break
			}
		}
	}
	return q
}

// someUnits returns only a few units, since every answer may walk the whole account.
func someUnits(m *accountmap.Map) []accountmap.UnitID {
	var units []accountmap.UnitID
	for u := range m.Units() {
		units = append(units, u.ID)
	}
	return slices.Compact(slices.Concat(units[:min(3, len(units))], units[len(units)/2:min(len(units)/2+1, len(units))], units[max(0, len(units)-2):]))
}
