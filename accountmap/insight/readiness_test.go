package insight_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// ready returns an account whose handoff is complete.
func ready() *accountmap.Account {
	links := []accountmap.Reach{{Contact: "cfo", Now: accountmap.ReachVendor}, {Contact: "coo", Now: accountmap.ReachVendor}}
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: today},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{
			{ID: "cfo", Name: "C", Unit: "mill", Stance: accountmap.StanceNeutral, Power: 5, Owner: "a", Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleBudgetHolder}},
			{ID: "coo", Name: "O", Unit: "mill", Stance: accountmap.StanceChampion, Power: 3, Owner: "b"},
		},
		Coverage:       []accountmap.Cell{{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Renewal: today.AddDays(30)}},
		Team:           []accountmap.Member{{ID: "a", Name: "A", Reach: links}, {ID: "b", Name: "B", Reach: links}},
		Goals:          []accountmap.Goal{{ID: "g", Title: "Grow"}},
		KPIs:           []accountmap.KPI{{Goal: "g", Name: "Output", Target: 5}},
		Communications: []accountmap.Communication{{Date: today.AddDays(-3), Channel: accountmap.ChannelPhone, Contacts: []accountmap.ContactID{"cfo"}}},
		Commitments:    []accountmap.Commitment{{Text: "Send it", By: "a", Due: today}},
		Cases:          []accountmap.Case{{ID: "k", Kind: accountmap.CaseComplaint, Opened: today, Owner: "a", Summary: "Late"}},
		Risks:          []accountmap.Risk{{Text: "Sponsor retires", Owner: "a", Mitigation: "Meet the next one"}},
		Milestones:     []accountmap.Milestone{{ID: "m", Title: "Go live", Due: today, Owner: "b"}},
		Cadences:       []accountmap.Cadence{{Title: "Review", Every: "FREQ=MONTHLY", From: today}},
		Handoff:        accountmap.Handoff{From: "a", To: "b", Introduction: today, Checklist: []accountmap.ChecklistItem{{Text: "Meet", Done: true}}},
	}
}

func assess(t *testing.T, a *accountmap.Account) insight.Readiness {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return insight.Of(m, accountmap.Date{}).Ready()
}

func TestReadyLacksNothing(t *testing.T) {
	r := assess(t, ready())
	assert.Equal(t, len(r.Findings), r.Met())
	assert.Empty(t, r.Missing())
	assert.Len(t, r.Findings, len(insight.Checks()))
}

// TestEachThingMissingIsFound removes one item at a time.
func TestEachThingMissingIsFound(t *testing.T) {
	for check, edit := range map[insight.Check]func(*accountmap.Account){
		insight.CheckHandoverNamed: func(a *accountmap.Account) { a.Handoff.To = "" },
		insight.CheckIntroduction:  func(a *accountmap.Account) { a.Handoff.Introduction = accountmap.Date{} },
		insight.CheckChecklist:     func(a *accountmap.Account) { a.Handoff.Checklist[0].Done = false },
		insight.CheckChampion:      func(a *accountmap.Account) { a.Contacts[1].Power = 2 },
		insight.CheckDecider:       func(a *accountmap.Account) { a.Contacts[0].Roles = []accountmap.Role{accountmap.RoleBudgetHolder} },
		insight.CheckKeyPlayersOwned: func(a *accountmap.Account) {
			a.Contacts[0].Owner = ""
		},
		insight.CheckKeyPlayersStand: func(a *accountmap.Account) { a.Contacts[0].Stance = "" },
		insight.CheckAssessed: func(a *accountmap.Account) {
			a.Products = append(a.Products, accountmap.Product{ID: "app", Name: "App"})
		},
		insight.CheckRenewals:        func(a *accountmap.Account) { a.Coverage[0].Renewal = accountmap.Date{} },
		insight.CheckGoalInFigures:   func(a *accountmap.Account) { a.KPIs[0].Target = 0 },
		insight.CheckCommunications:  func(a *accountmap.Account) { a.Communications = nil },
		insight.CheckPromisesOwned:   func(a *accountmap.Account) { a.Commitments[0].Due = accountmap.Date{} },
		insight.CheckCasesOwned:      func(a *accountmap.Account) { a.Cases[0].Owner = "" },
		insight.CheckRisksOwned:      func(a *accountmap.Account) { a.Risks[0].Mitigation = "" },
		insight.CheckMilestonesOwned: func(a *accountmap.Account) { a.Milestones[0].Owner = "" },
		insight.CheckRoadmap:         func(a *accountmap.Account) { a.Milestones[0].Due = today.AddDays(-1) },
		insight.CheckCalendar:        func(a *accountmap.Account) { a.Cadences = nil },
		insight.CheckSecondLink: func(a *accountmap.Account) {
			a.Team[1].Reach, a.Contacts[1].Owner = nil, "a"
		},
		insight.CheckPeopleInUnits: func(a *accountmap.Account) {
			a.Units = append(a.Units, accountmap.Unit{ID: "shop", Name: "Shop"})
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "shop", Product: "core", Status: accountmap.CoverageSold, Renewal: today})
		},
	} {
		a := ready()
		edit(a)
		r := assess(t, a)
		var missing []insight.Check
		for _, f := range r.Missing() {
			missing = append(missing, f.Check)
		}
		want := []insight.Check{check}
		if check == insight.CheckPeopleInUnits {
			want = append(want, insight.CheckSecondLink) // a unit without people has no links
		}
		assert.ElementsMatch(t, want, missing, check)
		assert.Equal(t, len(r.Findings)-len(want), r.Met(), check)
	}
}

func TestWhatDoesNotApplyCountsForNothing(t *testing.T) {
	a := ready()
	a.Commitments, a.Cases, a.Risks = nil, nil, nil
	r := assess(t, a)
	assert.Equal(t, len(r.Findings), r.Met())
	for _, f := range r.Findings {
		assert.NotContains(t, []insight.Check{insight.CheckPromisesOwned, insight.CheckCasesOwned, insight.CheckRisksOwned}, f.Check)
	}
}

// TestAnOwnerWhoLeavesIsNotAnOwner gives the two members a last day, of their own or by the
// handoff. It checks the items that they own before and after.
func TestAnOwnerWhoLeavesIsNotAnOwner(t *testing.T) {
	all := []insight.Check{insight.CheckKeyPlayersOwned, insight.CheckSecondLink, insight.CheckPromisesOwned, insight.CheckCasesOwned, insight.CheckRisksOwned,
		insight.CheckMilestonesOwned}
	for name, c := range map[string]struct {
		edit func(*accountmap.Account)
		want []insight.Check
	}{
		"both stay": {func(*accountmap.Account) {}, nil},
		"the giver of the handoff leaves at its end": {func(a *accountmap.Account) {
			a.Handoff.End = today.AddDays(30)
			a.Milestones[0].Owner, a.Milestones[0].Due = "a", today.AddDays(31)
			a.Commitments[0].Due = today.AddDays(31)
		}, all},
		"what is due on the last day is in time": {func(a *accountmap.Account) {
			a.Team[0].To = today.AddDays(30)
			a.Milestones[0].Owner, a.Milestones[0].Due = "a", today.AddDays(30)
			a.Commitments[0].Due = today.AddDays(30)
		}, []insight.Check{insight.CheckKeyPlayersOwned, insight.CheckSecondLink, insight.CheckCasesOwned, insight.CheckRisksOwned}},
		"a last day after a notice period": {func(a *accountmap.Account) { a.Team[0].To = today.AddDays(insight.DefaultLeavesWithin) }, nil},
		"who has left":                     {func(a *accountmap.Account) { a.Team[0].To = today.AddDays(-1) }, slices.DeleteFunc(slices.Clone(all), func(c insight.Check) bool { return c == insight.CheckMilestonesOwned })},
		"who has not come yet": {func(a *accountmap.Account) {
			a.Team[0].From = today.AddDays(400)
		}, slices.DeleteFunc(slices.Clone(all), func(c insight.Check) bool { return c == insight.CheckMilestonesOwned })},
	} {
		a := ready()
		c.edit(a)
		var missing []insight.Check
		for _, f := range assess(t, a).Missing() {
			missing = append(missing, f.Check)
		}
		assert.ElementsMatch(t, c.want, missing, name)
	}
}

func TestTheHeaviestGapComesFirst(t *testing.T) {
	a := ready()
	a.Cadences, a.Communications = nil, nil
	missing := assess(t, a).Missing()
	require.Len(t, missing, 2)
	assert.Equal(t, insight.CheckCommunications, missing[0].Check)
	assert.Equal(t, insight.CheckCalendar, missing[1].Check)
}

func TestAnEmptyAccountIsNotReady(t *testing.T) {
	r := assess(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}})
	assert.Zero(t, r.Met())
	assert.NotEmpty(t, r.Missing())
	assert.Zero(t, insight.Readiness{}.Met())
}

func TestReadinessOfManyAccounts(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		for seed := range uint64(4) {
			r := assess(t, accountmaptest.Generate(seed, s))
			assert.Equal(t, len(r.Findings), r.Met()+len(r.Missing()))
			for _, f := range r.Findings {
				assert.Positive(t, f.Whole, f.Check)
				assert.GreaterOrEqual(t, f.Whole, f.Part, f.Check)
				assert.True(t, slices.Contains(insight.Checks(), f.Check))
				if f.Met() {
					assert.Empty(t, f.Contacts, f.Check)
					assert.Empty(t, f.Units, f.Check)
				}
			}
		}
	}
}
