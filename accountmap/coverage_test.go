package accountmap_test

import (
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestActiveUnits(t *testing.T) {
	assert.Equal(t, []accountmap.UnitActivity{
		{Unit: "mill", Sold: 2, Open: 1, Lapsed: 1, LastOrder: day(2026, 2, 1)},
		{Unit: "hq", Sold: 1},
	}, newMap(t, sample()).ActiveUnits())
}

func TestDormantUnits(t *testing.T) {
	assert.Equal(t, []accountmap.UnitActivity{
		{Unit: "depot", Open: 1},
		{Unit: "shop", Lapsed: 1},
		{Unit: "trust", LastOrder: day(2025, 1, 10)},
	}, newMap(t, sample()).DormantUnits(), "a cancelled order is none")
}

func TestLocations(t *testing.T) {
	assert.Equal(t, []accountmap.Location{
		{Unit: "hq", Country: "Spain", City: "Madrid"},
		{Unit: "north", Country: "Spain", City: "Madrid", From: "hq"},
		{Unit: "mill", Country: "Poland", City: "Gdańsk"},
		{Unit: "depot", Country: "Spain", City: "Madrid", From: "hq"},
		{Unit: "shop", Country: "Portugal"},
		{Unit: "trust"},
	}, newMap(t, sample()).Locations())
}

func TestBought(t *testing.T) {
	m := newMap(t, sample())
	mill := []accountmap.Purchase{
		{Unit: "mill", Product: "core", Status: "sold", Orders: 2, First: day(2025, 3, 1), Last: day(2026, 2, 1), Quantity: 5,
			Amounts: []accountmap.Money{money(15000, "USD"), money(10000, "EUR")}},
		{Unit: "mill", Product: "app", Status: "sold"},
		{Unit: "mill", Product: "care", Status: "lapsed", Orders: 1, First: day(2024, 6, 1), Last: day(2024, 6, 1), Quantity: 1},
	}
	assert.Equal(t, mill, m.Bought("mill"))
	assert.Equal(t, mill, m.Bought("north"))
	assert.Equal(t, slices.Concat([]accountmap.Purchase{{Unit: "hq", Product: "core", Status: "sold"}}, mill, []accountmap.Purchase{
		{Unit: "shop", Product: "care", Status: "lapsed"},
		{Unit: "trust", Product: "app", Orders: 1, First: day(2025, 1, 10), Last: day(2025, 1, 10), Quantity: 0.5},
	}), m.Bought(""))
	assert.Empty(t, m.Bought("depot"))
	assert.Empty(t, m.Bought("nowhere"))
}

func TestNotBought(t *testing.T) {
	m := newMap(t, sample())
	cells := func(scope accountmap.UnitID) (list []string) {
		for _, c := range m.NotBought(scope) {
			list = append(list, string(c.Unit)+" "+string(c.Product)+" "+string(c.Status))
		}
		return list
	}
	assert.Equal(t, []string{
		"hq hub not-relevant", "hq app ", "hq care ",
		"mill hub opportunity",
		"depot core proposed", "depot hub ", "depot app blocked", "depot care gap",
		"shop core ", "shop hub ", "shop app ",
		"trust core ", "trust hub ", "trust care ",
	}, cells(""))
	assert.Equal(t, []string{"mill hub opportunity", "depot core proposed", "depot hub ", "depot app blocked", "depot care gap"}, cells("north"))
	assert.Empty(t, cells("nowhere"))
	assert.Equal(t, "Leased devices", m.NotBought("depot")[2].Reason)
}

func TestPenetration(t *testing.T) {
	m := newMap(t, sample())
	for scope, want := range map[accountmap.UnitID]accountmap.Penetration{
		"": {Sold: 3, Sellable: 18}, "hq": {Sold: 3, Sellable: 10}, "north": {Sold: 2, Sellable: 7}, "mill": {Sold: 2, Sellable: 4},
		"depot": {Sold: 0, Sellable: 3}, "trust": {Sold: 0, Sellable: 4}, "shop": {Sold: 0, Sellable: 4}, "nowhere": {},
	} {
		assert.Equal(t, want, m.Penetration(scope), "in %q", scope)
	}
	for product, want := range map[accountmap.ProductID]accountmap.Penetration{
		"core": {Sold: 2, Sellable: 5}, "hub": {Sold: 0, Sellable: 4}, "app": {Sold: 1, Sellable: 4}, "care": {Sold: 0, Sellable: 5}, "none": {},
	} {
		assert.Equal(t, want, m.ProductPenetration(product), "of %q", product)
	}
	assert.InDelta(t, 3.0/18, m.Penetration("").Share(), 1e-12)
	assert.Zero(t, accountmap.Penetration{}.Share())
}

func TestMatrix(t *testing.T) {
	x := newMap(t, sample()).Matrix()
	assert.Equal(t, []accountmap.UnitID{"hq", "mill", "depot", "shop", "trust"}, unitIDs(x.Units()))
	assert.Equal(t, accountmap.CoverageOpportunity, x.At("mill", "hub").Status)
	assert.Equal(t, accountmap.CompetitorID("rival"), x.At("mill", "hub").Competitor)
	assert.Equal(t, accountmap.Cell{Unit: "trust", Product: "core"}, x.At("trust", "core"))
	assert.Equal(t, accountmap.CoverageUnassessed, x.At("nowhere", "nothing").Status)
}

func TestStanding(t *testing.T) {
	s := newMap(t, sample()).Standing(accountmap.Date{})
	assert.Equal(t, accountmap.Standing{For: 2, Against: 2, Neutral: 1, Unknown: 3}, s)
	assert.Equal(t, 8, s.Total(), "all but the one who left")
}

func TestSatisfaction(t *testing.T) {
	day := accountmap.Date{Year: 2026, Month: 11, Day: 1}
	survey := func(days int, who accountmap.ContactID, kind accountmap.SurveyKind, score int) accountmap.Survey {
		return accountmap.Survey{Date: day.AddDays(-days), Contact: who, Kind: kind, Score: score}
	}
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: day},
		Contacts: []accountmap.Contact{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}, {ID: "c", Name: "C"}, {ID: "d", Name: "D", Left: day.AddDays(-1)}},
		Surveys: []accountmap.Survey{
			survey(5, "d", accountmap.SurveyNPS, 10),                                            // has left
			survey(10, "a", accountmap.SurveyNPS, 9), survey(200, "a", accountmap.SurveyNPS, 2), // the earlier answer is gone
			survey(20, "b", accountmap.SurveyNPS, 6), survey(30, "c", accountmap.SurveyNPS, 8),
			survey(40, "", accountmap.SurveyNPS, 10), survey(41, "", accountmap.SurveyNPS, 10), // two without a name are two
			survey(366, "b", accountmap.SurveyCSAT, 1), survey(365, "c", accountmap.SurveyCSAT, 1), // older than a year
			survey(364, "a", accountmap.SurveyCSAT, 4), survey(0, "b", accountmap.SurveyCSAT, 3),
			survey(-1, "c", accountmap.SurveyNPS, 0), // not given yet
		},
	})
	require.NoError(t, err)
	s := m.Satisfaction(accountmap.Date{})
	assert.Equal(t, accountmap.Satisfaction{Promoters: 3, Passives: 1, Detractors: 1, Satisfied: 1, Rated: 2}, s)
	nps, known := s.NPS()
	assert.True(t, known)
	assert.Equal(t, 40.0, nps)
	csat, known := s.CSAT()
	assert.True(t, known)
	assert.Equal(t, 0.5, csat)

	_, known = accountmap.Satisfaction{}.NPS()
	assert.False(t, known)
	_, known = accountmap.Satisfaction{}.CSAT()
	assert.False(t, known)
}

func TestKPIProgress(t *testing.T) {
	by := accountmap.Date{Year: 2027, Month: 1, Day: 1}
	for name, c := range map[string]struct {
		kpi   accountmap.KPI
		share float64
		known bool
	}{
		"half way down": {accountmap.KPI{Baseline: 10, Target: 6, Readings: []accountmap.Reading{{Date: by, Value: 8}}}, 0.5, true},
		"the wrong way": {accountmap.KPI{Baseline: 10, Target: 20, Readings: []accountmap.Reading{{Date: by, Value: 5}}}, -0.5, true},
		"to nothing":    {accountmap.KPI{Baseline: 4, By: by, Readings: []accountmap.Reading{{Date: by, Value: 1}}}, 0.75, true},
		"no target":     {accountmap.KPI{Baseline: 4, Readings: []accountmap.Reading{{Date: by, Value: 1}}}, 0, false},
		"no reading":    {accountmap.KPI{Target: 4}, 0, false},
		"nowhere to go": {accountmap.KPI{Baseline: 4, Target: 4, Readings: []accountmap.Reading{{Date: by, Value: 4}}}, 0, false},
	} {
		share, known := c.kpi.Progress()
		assert.Equal(t, c.known, known, name)
		assert.InDelta(t, c.share, share, 1e-12, name)
	}
}

func TestRecurrenceEvery(t *testing.T) {
	for rule, want := range map[accountmap.Recurrence]struct {
		f accountmap.Frequency
		n int
	}{
		"": {"", 0}, "FREQ=WEEKLY": {accountmap.FrequencyWeekly, 1}, "INTERVAL=3;FREQ=MONTHLY;BYDAY=1TU": {accountmap.FrequencyMonthly, 3},
	} {
		f, n := rule.Every()
		assert.Equal(t, want.f, f, rule)
		assert.Equal(t, want.n, n, rule)
	}
}
