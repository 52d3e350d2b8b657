package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestSatisfaction(t *testing.T) {
	day := accountmap.Date{Year: 2026, Month: 11, Day: 1}
	survey := func(days int, who accountmap.ContactID, kind accountmap.SurveyKind, score int) accountmap.Survey {
		return accountmap.Survey{Date: day.AddDays(-days), Contact: who, Kind: kind, Score: score}
	}
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: day},
		Contacts: []accountmap.Contact{{ID: "a", Name: "A"}, {ID: "b", Name: "B"}, {ID: "c", Name: "C"}},
		Surveys: []accountmap.Survey{
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
		"": {"", 0}, "FREQ=WEEKLY": {accountmap.Weekly, 1}, "INTERVAL=3;FREQ=MONTHLY;BYDAY=1TU": {accountmap.Monthly, 3},
	} {
		f, n := rule.Every()
		assert.Equal(t, want.f, f, rule)
		assert.Equal(t, want.n, n, rule)
	}
}
