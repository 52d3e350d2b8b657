package accountmap_test

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// questions is what a map answers to the questions of strategy, time and figures.
type questions struct {
	Exposed      []accountmap.ContactExposure
	Gaps         []accountmap.ExposureGap
	ReExposures  []accountmap.ReExposure
	Testimonials [][]accountmap.Witness
	Referrers    [][]accountmap.Referrer
	Consensus    []accountmap.Consensus
	Cover        []accountmap.UnitCover
	Threads      []accountmap.Thread
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
		Series: m.Series(today, accountmap.PeriodQuarter, 5), Rhythms: m.Rhythms(today), Alerts: insight.Alerts(m, today, insight.Thresholds{}),
	}
	for _, u := range someUnits(m) {
		q.Referrers = append(q.Referrers, m.ReferrersInto(u))
		for p := range m.Products() {
			q.Testimonials, q.Consensus = append(q.Testimonials, m.TestimonialsFor(u, p.ID)), append(q.Consensus, m.Consensus(u, p.ID))
			if len(q.Consensus) > 20 {
				break
			}
		}
	}
	return q
}

// someUnits are a few units: every answer may walk the whole account.
func someUnits(m *accountmap.Map) []accountmap.UnitID {
	var units []accountmap.UnitID
	for u := range m.Units() {
		units = append(units, u.ID)
	}
	return slices.Compact(slices.Concat(units[:min(3, len(units))], units[len(units)/2:min(len(units)/2+1, len(units))], units[max(0, len(units)-2):]))
}
