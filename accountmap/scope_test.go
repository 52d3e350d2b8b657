package accountmap_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestSelectEverything(t *testing.T) {
	m := newMap(t, sample())
	for name, s := range map[string]accountmap.Scope{
		"zero scope":    {},
		"every product": {Products: []accountmap.ProductID{"hub", "app", "care", "core"}},
	} {
		assert.Equal(t, ask(m), ask(m.Select(s)), name)
	}
}

func TestSelectUnits(t *testing.T) {
	got := ask(newMap(t, sample()).Select(accountmap.Scope{Units: []accountmap.UnitID{"mill", "nowhere"}}))

	var ids []accountmap.UnitID
	for _, u := range got.Units {
		ids = append(ids, u.ID)
	}
	assert.Equal(t, []accountmap.UnitID{"hq", "north", "mill"}, ids, "those above stay")
	assert.Equal(t, []accountmap.UnitID{"hq", "north"}, got.Groupings, "as groupings")
	assert.Len(t, got.Products, 4)

	var people []accountmap.ContactID
	for _, c := range got.Contacts {
		people = append(people, c.ID)
		if c.ID == "head" {
			assert.Empty(t, c.ReportsTo, "the manager sits elsewhere")
		}
		if c.ID == "fitter" {
			assert.Equal(t, accountmap.ContactID("head"), c.ReportsTo)
		}
	}
	assert.Equal(t, []accountmap.ContactID{"fitter", "head", "gone", "legal"}, people)
	assert.Empty(t, got.Relationships)
	assert.Len(t, got.Cells, 4)
	assert.Len(t, got.Orders, 4)
	assert.Equal(t, []accountmap.Endorsement{
		{Kind: accountmap.EndorsementReferral, Contact: "fitter", Given: day(2026, 4, 1), ToContact: "legal"},
		{Kind: accountmap.EndorsementReferral, Contact: "head", Asked: day(2026, 3, 1)},
		{Kind: accountmap.EndorsementReferral, Contact: "head", Asked: day(2026, 1, 10), Given: day(2026, 1, 20)},
	}, got.Endorsements, "the way to another unit is forgotten")
	assert.Len(t, got.Exposures, 1)
	var subjects []string
	for _, c := range got.Communications {
		subjects = append(subjects, c.Subject)
	}
	assert.Equal(t, []string{"second", "first"}, subjects, "what was said without these people is of no concern")
	assert.Equal(t, []accountmap.ContactID{"head"}, got.Communications[1].Contacts)
	assert.Equal(t, []accountmap.Goal{
		{ID: "save", Title: "Save 5 %", Priority: 1},
		{ID: "errors", Title: "Halve errors", Unit: "mill", Owner: "head", State: accountmap.GoalOnTrack},
	}, got.Goals, "a goal of the whole client stays, without its owner elsewhere")
	assert.Equal(t, []accountmap.UnitID{"mill"}, got.Team[0].Units)
	assert.Empty(t, got.Team[0].Reach)
	assert.Len(t, got.Competitors, 1)
	assert.False(t, got.Handoff.IsZero())
}

func TestSelectProducts(t *testing.T) {
	m := newMap(t, sample()).Select(accountmap.Scope{Products: []accountmap.ProductID{"core", "nothing"}})
	got := ask(m)
	assert.Len(t, got.Products, 1)
	assert.Len(t, got.Contacts, 9)
	assert.Equal(t, accountmap.Penetration{Sold: 2, Sellable: 5}, m.Penetration(""))
	assert.Len(t, got.Orders, 3)
	assert.Empty(t, got.Exposures)
	assert.Len(t, got.Endorsements, 5, "referrals name no product")
}

func TestSelectNothing(t *testing.T) {
	m := newMap(t, sample()).Select(accountmap.Scope{Units: []accountmap.UnitID{}, Products: []accountmap.ProductID{}})
	got := ask(m)
	assert.Empty(t, got.Units)
	assert.Empty(t, got.Products)
	assert.Empty(t, got.Contacts)
	assert.Empty(t, got.Cells)
	assert.Empty(t, got.Communications)
	assert.Equal(t, "Acme", got.Profile.Name)
	assert.Len(t, got.Team, 2)
}

func TestSelectTwiceIsSelectOnce(t *testing.T) {
	m := newMap(t, sample())
	north := accountmap.Scope{Units: []accountmap.UnitID{"north", "mill", "north"}}
	mill := accountmap.Scope{Units: []accountmap.UnitID{"mill"}, Products: []accountmap.ProductID{"core", "app"}}
	assert.Equal(t, ask(m.Select(north)), ask(m.Select(north).Select(north)))
	assert.Equal(t, ask(m.Select(mill)), ask(m.Select(north).Select(mill)))
}

// accountOf puts a map's answers together into an account again.
func accountOf(m *accountmap.Map) *accountmap.Account {
	a := &accountmap.Account{
		Profile: m.Profile(), Handoff: m.Handoff(), Products: slices.Collect(m.Products()), Contacts: slices.Collect(m.Contacts()),
		Relationships: slices.Collect(m.Relationships()), Orders: slices.Collect(m.Orders()),
		Endorsements: slices.Collect(m.Endorsements()), Exposures: slices.Collect(m.Exposures()), Communications: m.Communications(),
		Goals: slices.Collect(m.Goals()), Team: slices.Collect(m.Team()), Competitors: slices.Collect(m.Competitors()),
		Contracts: slices.Collect(m.Contracts()), Terms: slices.Collect(m.Terms()), Cadences: slices.Collect(m.Cadences()),
		KPIs: slices.Collect(m.KPIs()), Milestones: slices.Collect(m.Milestones()), Surveys: slices.Collect(m.Surveys()),
		Cases: slices.Collect(m.Cases()), Commitments: slices.Collect(m.Commitments()), Objections: slices.Collect(m.Objections()),
		Risks: slices.Collect(m.Risks()), Targets: slices.Collect(m.Targets()),
	}
	for u := range m.Units() {
		a.Units = append(a.Units, u)
	}
	x := m.Matrix()
	for u := range x.Units() {
		for p := range x.Products() {
			if c := x.At(u.ID, p.ID); c.Status != accountmap.StatusUnassessed {
				a.Coverage = append(a.Coverage, c)
			}
		}
	}
	return a
}

func TestSelectedMapsAreValid(t *testing.T) {
	m := newMap(t, sample())
	for u := range m.Units() {
		for p := range m.Products() {
			selected := m.Select(accountmap.Scope{Units: []accountmap.UnitID{u.ID}, Products: []accountmap.ProductID{p.ID}})
			assert.NoError(t, accountmap.Validate(accountOf(selected)).Err(), "%s %s", u.ID, p.ID)
		}
	}
}
