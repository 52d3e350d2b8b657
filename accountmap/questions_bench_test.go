package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// BenchmarkQuestions prints what each question costs at three sizes, ten times apart: so should the times be.
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
			{"Known", func() { m.Known("") }},
			{"Asked", func() { m.Asked(accountmap.EndorsementReferral) }},
			{"Penetration", func() { m.Penetration("") }},
			{"ProductsIn", func() { m.ProductsIn("") }},
			{"Exposed", func() { m.Exposed(today, accountmap.Memory{}) }},
			{"ExposureGaps", func() { m.ExposureGaps(today, accountmap.Memory{}) }},
			{"ReExposures", func() { m.ReExposures(today, accountmap.Memory{}) }},
			{"TestimonialsFor", func() { m.TestimonialsFor(unit, product) }},
			{"ReferrersInto", func() { m.ReferrersInto(unit) }},
			{"Consensus", func() { m.Consensus(unit, product) }},
			{"Cover", func() { m.Cover(today) }},
			{"SingleThreads", func() { m.SingleThreads(today) }},
			{"UnownedKeyPlayers", func() { m.UnownedKeyPlayers(today) }},
			{"Overdue", func() { m.Overdue(today, accountmap.Deadlines{}) }},
			{"Attainments", func() { m.Attainments(today) }},
			{"Series", func() { m.Series(today, accountmap.PeriodMonth, 12) }},
			{"Rhythms", func() { m.Rhythms(today) }},
			{"Alerts", func() { insight.Alerts(m, today, insight.Thresholds{}) }},
		} {
			b.Run(fmt.Sprintf("%s/%d", q.name, contacts), func(b *testing.B) {
				for b.Loop() {
					q.ask()
				}
			})
		}
	}
}

// unsold returns the first cell that may be sold and is not.
func unsold(m *accountmap.Map) (accountmap.UnitID, accountmap.ProductID) {
	for _, c := range m.NotBought("") {
		if c.Status.Sellable() {
			return c.Unit, c.Product
		}
	}
	return "", ""
}
