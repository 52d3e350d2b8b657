package accountmap_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestSelectUnitsOfWhatFollowsASale(t *testing.T) {
	m := newMap(t, sample())
	mill := ask(m.Select(accountmap.Scope{Units: []accountmap.UnitID{"mill"}}))

	assert.Len(t, mill.Contracts, 2)
	assert.Empty(t, mill.Contracts[0].Units, "a contract of the whole client stays one")
	assert.Equal(t, []accountmap.UnitID{"mill"}, mill.Contracts[1].Units)
	assert.Equal(t, []accountmap.TermKind{accountmap.TermDiscount, accountmap.TermReferralClause}, collect(mill.Terms,
		func(t accountmap.Term) accountmap.TermKind { return t.Kind }), "the price is for the depot")
	assert.Equal(t, []string{"Review"}, collect(mill.Cadences, func(c accountmap.Cadence) string { return c.Title }))
	assert.Equal(t, []accountmap.ContactID{"head"}, mill.Cadences[0].Contacts)
	assert.Len(t, mill.KPIs, 2)
	assert.Len(t, mill.Milestones, 3)
	assert.Empty(t, mill.Milestones[2].Contact, "the contact sits elsewhere")
	assert.Equal(t, []int{2, 0}, collect(mill.Surveys, func(s accountmap.Survey) int { return s.Score }), "the one without a name stays")
	assert.Equal(t, []accountmap.CaseID{"late", "bill"}, collect(mill.Cases, func(c accountmap.Case) accountmap.CaseID { return c.ID }))
	assert.Empty(t, mill.Cases[1].Contact)
	assert.Equal(t, []string{"A spare device"}, collect(mill.Commitments, func(c accountmap.Commitment) string { return c.Text }))
	assert.Equal(t, []string{"Two logins"}, collect(mill.Objections, func(o accountmap.Objection) string { return o.Text }))
	assert.Len(t, mill.Risks, 1)
	assert.Equal(t, []accountmap.UnitID{"mill"}, collect(mill.Targets, func(t accountmap.Target) accountmap.UnitID { return t.Unit }),
		"a target of the whole client cannot be held against a part of its orders")

	hq := ask(m.Select(accountmap.Scope{Units: []accountmap.UnitID{"shop"}}))
	assert.Equal(t, []accountmap.ContractID{"frame"}, collect(hq.Contracts, func(c accountmap.Contract) accountmap.ContractID { return c.ID }))
	assert.Equal(t, []string{"Accidents"}, collect(hq.KPIs, func(k accountmap.KPI) string { return k.Name }), "the goal of the other is elsewhere")
	assert.Equal(t, []accountmap.MilestoneID{"kickoff", "report"}, collect(hq.Milestones,
		func(m accountmap.Milestone) accountmap.MilestoneID { return m.ID }))
	assert.Equal(t, []accountmap.MilestoneID{"kickoff"}, hq.Milestones[1].After, "without what is left out")
	assert.Empty(t, hq.Cadences)
	assert.Empty(t, hq.Cases)
}

func TestSelectProductsOfWhatFollowsASale(t *testing.T) {
	m := newMap(t, sample())
	core := ask(m.Select(accountmap.Scope{Products: []accountmap.ProductID{"core"}}))
	assert.Equal(t, []accountmap.ContractID{"frame"}, collect(core.Contracts, func(c accountmap.Contract) accountmap.ContractID { return c.ID }))
	assert.Len(t, core.Terms, 2, "those of the contract that is left out go with it")
	assert.Len(t, core.Surveys, 2)
	assert.Equal(t, []accountmap.CaseID{"bill"}, collect(core.Cases, func(c accountmap.Case) accountmap.CaseID { return c.ID }))
	assert.Len(t, core.Commitments, 2)
	assert.Len(t, core.Targets, 1, "that of all products cannot be held against the orders of one")
}

func collect[T, V any](list []T, value func(T) V) []V {
	values := make([]V, 0, len(list))
	for v := range slices.Values(list) {
		values = append(values, value(v))
	}
	return values
}

func TestMapLooksUp(t *testing.T) {
	m := newMap(t, sample())
	frame, ok := m.Contract("frame")
	assert.True(t, ok)
	assert.Equal(t, money(900000, "EUR"), frame.Value)
	errors, ok := m.Goal("errors")
	assert.True(t, ok)
	assert.Equal(t, "Halve errors", errors.Title)
	_, ok = m.Contract("nothing")
	assert.False(t, ok)
	_, ok = m.Goal("nothing")
	assert.False(t, ok)
}

func TestKPI(t *testing.T) {
	m := newMap(t, sample())
	kpis := slices.Collect(m.KPIs())
	latest, ok := kpis[0].Latest()
	assert.True(t, ok)
	assert.Equal(t, accountmap.Reading{Date: day(2026, 9, 1), Value: 6}, latest, "by date, not by place")
	_, ok = kpis[1].Latest()
	assert.False(t, ok)
	assert.True(t, kpis[0].HasTarget())
	assert.False(t, kpis[1].HasTarget())
	assert.True(t, accountmap.KPI{Baseline: 3, By: day(2027, 1, 1)}.HasTarget(), "no accidents at all is a target")
}

func TestOpenOrClosed(t *testing.T) {
	assert.True(t, accountmap.Case{}.IsOpen())
	assert.True(t, accountmap.Case{Status: accountmap.CaseWaiting}.IsOpen())
	assert.False(t, accountmap.Case{Status: accountmap.CaseResolved}.IsOpen())
	assert.False(t, accountmap.Case{Closed: day(2026, 1, 1)}.IsOpen())
	for status, open := range map[accountmap.CommitmentStatus]bool{"": true, "open": true, "kept": false, "broken": false, "released": false} {
		assert.Equal(t, open, accountmap.Commitment{Status: status}.IsOpen(), status)
	}
	for _, status := range append(accountmap.MilestoneStatuses(), "") {
		assert.Equal(t, status == "done" || status == "dropped", status.Closed(), status)
	}
	for i, g := range append([]accountmap.Severity{""}, accountmap.Severities()...) {
		assert.Equal(t, i, g.Rank())
	}
}
