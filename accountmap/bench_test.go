package accountmap_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"

	"github.com/stretchr/testify/require"
)

// bySize runs a benchmark on typical accounts of several sizes. The time must be linear in the
// contacts.
func bySize(b *testing.B, run func(b *testing.B, a *accountmap.Account)) {
	for _, contacts := range []int{1_000, 10_000, 100_000} {
		a := accountmaptest.Generate(1, accountmaptest.Typical(contacts))
		b.Run(fmt.Sprint(contacts), func(b *testing.B) {
			b.ReportAllocs()
			run(b, a)
		})
	}
}

func BenchmarkNew(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		for b.Loop() {
			newMap(b, a)
		}
	})
}

func BenchmarkSelect(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m, scope := newMap(b, a), accountmap.Scope{Units: []accountmap.UnitID{"unit-2"}}
		for b.Loop() {
			m.Select(scope)
		}
	})
}

func BenchmarkBought(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m := newMap(b, a)
		for b.Loop() {
			m.Bought("")
		}
	})
}

func BenchmarkPenetration(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m := newMap(b, a)
		for b.Loop() {
			m.Penetration("")
		}
	})
}

func BenchmarkMatrix(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		x := newMap(b, a).Matrix()
		for b.Loop() {
			for u := range x.Units() {
				for p := range x.Products() {
					x.At(u.ID, p.ID)
				}
			}
		}
	})
}

// large returns the reference account for times: 10,000 contacts, 1,000 units, 200 products and
// 200,000 orders.
func large() *accountmap.Account {
	s := accountmaptest.Typical(10_000)
	s.Units, s.Products, s.Assessed, s.Orders = 1_000, 200, 0.1, 200_000
	return accountmaptest.Generate(1, s)
}

// BenchmarkNewLarge makes a map of the large account, and reports the time relative to reading its
// file with encoding/json.
func BenchmarkNewLarge(b *testing.B) {
	a := large()
	file, err := json.Marshal(a)
	require.NoError(b, err)
	b.ReportAllocs()
	var ours, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		newMap(b, a)
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		require.NoError(b, json.Unmarshal(file, &accountmap.Account{}))
		theirs += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "x-encoding/json")
}

func BenchmarkValidateRules(b *testing.B) {
	a := large()
	for _, r := range accountmap.Rules() {
		b.Run(string(r.Code), func(b *testing.B) {
			for b.Loop() {
				accountmap.Validate(a, r)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		before := newMap(b, a)
		later := before.Account()
		for i := range later.Contacts {
			if i%10 == 0 {
				later.Contacts[i].Title += "."
			}
		}
		after := newMap(b, later)
		for b.Loop() {
			accountmap.Compare(before, after)
		}
	})
}

func BenchmarkSelectForClient(b *testing.B) {
	bySize(b, func(b *testing.B, a *accountmap.Account) {
		m := newMap(b, a)
		for b.Loop() {
			m.Select(client)
		}
	})
}

// BenchmarkQuestions prints the time of each question at three sizes, each ten times the one
// before. The time should grow in proportion.
func BenchmarkQuestions(b *testing.B) {
	var today accountmap.Date
	for _, contacts := range []int{1_000, 10_000, 100_000} {
		m := newMap(b, accountmaptest.Generate(1, accountmaptest.Typical(contacts)))
		unit, product := unsold(m)
		for _, q := range []struct {
			name string
			ask  func()
		}{
			{"ActiveUnits", func() { m.ActiveUnits() }},
			{"DormantUnits", func() { m.DormantUnits() }},
			{"Locations", func() { m.Locations() }},
			{"Bought", func() { m.Bought("") }},
			{"NotBought", func() { m.NotBought("") }},
			{"Known", func() { m.Known("", accountmap.Date{}) }},
			{"Asked", func() { m.Asked(accountmap.EndorsementReferral, accountmap.Date{}) }},
			{"Penetration", func() { m.Penetration("") }},
			{"Exposed", func() { m.Exposed(today, accountmap.Memory{}) }},
			{"ExposureGaps", func() { m.ExposureGaps(today, accountmap.Memory{}) }},
			{"ReExposures", func() { m.ReExposures(today, accountmap.Memory{}) }},
			{"ReferencesFor", func() { m.ReferencesFor(unit, product, accountmap.Date{}) }},
			{"ReferrersInto", func() { m.ReferrersInto(unit, accountmap.Date{}) }},
			{"BuyingCommittee", func() { m.BuyingCommittee(unit, product, accountmap.Date{}) }},
			{"Cover", func() { m.Cover(today) }},
			{"SingleThreads", func() { m.SingleThreads(today) }},
			{"UnownedKeyPlayers", func() { m.UnownedKeyPlayers(today) }},
			{"Overdue", func() { m.Overdue(today, accountmap.Deadlines{}) }},
			{"Attainments", func() { m.Attainments(today) }},
			{"Series", func() { m.Series(today, accountmap.PeriodMonth, 12) }},
			{"Rhythms", func() { m.Rhythms(today) }},
			{"Alerts", func() { insight.Of(m, today).Alerts(insight.Thresholds{}) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", q.name, contacts), func(b *testing.B) {
				for b.Loop() {
					q.ask()
				}
			})
		}
	}
}

// unsold returns the first cell that can be sold and is not sold.
func unsold(m *accountmap.Map) (accountmap.UnitID, accountmap.ProductID) {
	for _, c := range m.NotBought("") {
		if c.Status.Sellable() {
			return c.Unit, c.Product
		}
	}
	return "", ""
}
