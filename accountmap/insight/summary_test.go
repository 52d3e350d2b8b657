package insight_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

func TestSummary(t *testing.T) {
	a := mill([]int{61, 91, 121, 500, 900})
	a.Coverage = []accountmap.Cell{{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Renewal: today.AddDays(90), Value: euros(500)}}
	a.Products = append(a.Products, accountmap.Product{ID: "app", Name: "App"})
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "mill", Product: "app", Status: accountmap.CoverageSold, Renewal: today.AddDays(91), Value: euros(700)})
	a.Cases = []accountmap.Case{{ID: "k", Kind: accountmap.CaseComplaint, Opened: today.AddDays(-30), Summary: "Late"}}
	a.Team = []accountmap.Member{{ID: "old", Name: "Old", To: today.AddDays(-1)}, {ID: "new", Name: "New"}}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	s := insight.Of(m, accountmap.Date{}).Summary()
	assert.Equal(t, today, s.AsOf)
	assert.Equal(t, "New", s.Manager)
	assert.Equal(t, accountmap.Penetration{Sold: 2, Sellable: 2}, s.Penetration)
	assert.Equal(t, euros(300), s.Revenue)
	assert.True(t, s.GrowthKnown)
	assert.Equal(t, 2.0, s.Growth, "three orders after one")
	assert.Equal(t, accountmap.Sums{euros(300)}, s.AtRisk)
	assert.Equal(t, today.AddDays(90), s.NextRenewal)
	assert.Equal(t, 1, s.Renewals)
	assert.Equal(t, accountmap.Sums{euros(500)}, s.Renewing)
	assert.Equal(t, 1, s.OpenCases)
	assert.Equal(t, 2, s.Overdue, "the case, and nobody was asked how satisfied they are")
	assert.Equal(t, 1, s.SingleThreads)

	a.Handoff.To = "old"
	m, err = accountmap.New(a)
	require.NoError(t, err)
	assert.Equal(t, "Old", insight.Of(m, today).Summary().Manager)
}

func TestSummariesOfManyAccounts(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		for seed := range uint64(3) {
			m, err := accountmap.New(accountmaptest.Generate(seed, s))
			require.NoError(t, err)
			got := insight.Of(m, accountmap.Date{}).Summary()
			assert.Equal(t, got, insight.Of(m, accountmap.Date{}).Summary())
			assert.GreaterOrEqual(t, got.Revenue.Minor, int64(0))
			assert.LessOrEqual(t, got.Ready, got.Checks)
		}
	}
	m, err := accountmap.New(&accountmap.Account{Profile: accountmap.Profile{Name: "Empty"}})
	require.NoError(t, err)
	assert.Zero(t, insight.Of(m, accountmap.Date{}).Summary().Revenue)
}
