package accountmap_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

func TestSelectedMapsAreValid(t *testing.T) {
	for _, a := range []*accountmap.Account{sample(), accountmaptest.Full()} {
		m := newMap(t, a)
		for u := range m.Units() {
			for p := range m.Products() {
				selected := m.Select(accountmap.Scope{Units: []accountmap.UnitID{u.ID}, Products: []accountmap.ProductID{p.ID}})
				assert.NoError(t, accountmap.Validate(selected.Account()).Err(), "%s %s", u.ID, p.ID)
			}
		}
	}
}

func focusAccount(t *testing.T) *accountmap.Map {
	m, err := accountmap.New(&accountmap.Account{
		Profile: accountmap.Profile{Name: "Acme"},
		Units:   []accountmap.Unit{{ID: "hq", Name: "HQ"}, {ID: "log", Name: "Logistics", Parent: "hq"}, {ID: "yard", Name: "Yard", Parent: "log"}, {ID: "it", Name: "IT"}},
		Contacts: []accountmap.Contact{
			{ID: "ana", Name: "Ana", Unit: "hq", Stance: accountmap.StanceChampion}, {ID: "ben", Name: "Ben", Unit: "log", Stance: accountmap.StanceBlocker},
			{ID: "eve", Name: "Eve", Unit: "it", Stance: accountmap.StanceBlocker}, {ID: "zoe", Name: "Zoe"},
		},
	})
	require.NoError(t, err)
	return m
}

func TestInFocus(t *testing.T) {
	m := focusAccount(t)
	for name, c := range map[string]struct {
		focus    accountmap.Focus
		contacts []accountmap.ContactID
		units    []accountmap.UnitID
	}{
		"everybody":                   {accountmap.Focus{}, []accountmap.ContactID{"ana", "ben", "eve", "zoe"}, []accountmap.UnitID{"hq", "it", "log", "yard"}},
		"a unit with all below":       {accountmap.Focus{Units: []accountmap.UnitID{"log"}}, []accountmap.ContactID{"ben"}, []accountmap.UnitID{"log", "yard"}},
		"a unit of nobody":            {accountmap.Focus{Units: []accountmap.UnitID{"yard"}}, nil, []accountmap.UnitID{"yard"}},
		"a stance":                    {accountmap.Focus{Stances: []accountmap.Stance{"blocker"}}, []accountmap.ContactID{"ben", "eve"}, []accountmap.UnitID{"it", "log"}},
		"an unknown stance":           {accountmap.Focus{Stances: []accountmap.Stance{""}}, []accountmap.ContactID{"zoe"}, nil},
		"a person":                    {accountmap.Focus{Contacts: []accountmap.ContactID{"zoe"}}, []accountmap.ContactID{"zoe"}, nil},
		"stances of a unit":           {accountmap.Focus{Units: []accountmap.UnitID{"hq"}, Stances: []accountmap.Stance{"blocker"}}, []accountmap.ContactID{"ben"}, []accountmap.UnitID{"log"}},
		"a person besides a stance":   {accountmap.Focus{Stances: []accountmap.Stance{"champion"}, Contacts: []accountmap.ContactID{"eve"}}, []accountmap.ContactID{"ana", "eve"}, []accountmap.UnitID{"hq", "it"}},
		"nobody of a stance, but one": {accountmap.Focus{Stances: []accountmap.Stance{"sceptic"}, Contacts: []accountmap.ContactID{"ana"}}, []accountmap.ContactID{"ana"}, []accountmap.UnitID{"hq"}},
	} {
		seen, err := m.InFocus(c.focus)
		require.NoError(t, err, name)
		assert.Equal(t, c.contacts, slices.Sorted(maps.Keys(seen.Contacts)), name)
		assert.Equal(t, c.units, slices.Sorted(maps.Keys(seen.Units)), name)
	}
}

func TestAFocusOnWhatIsNotThereIsAnError(t *testing.T) {
	m := focusAccount(t)
	for want, f := range map[string]accountmap.Focus{
		`focus.units[1]: error unknown-reference: no unit has the id "lgo" (did you mean "log"?)`:           {Units: []accountmap.UnitID{"hq", "lgo"}},
		`focus.units[0]: error unknown-reference: no unit has the id "" (name one of those in units)`:       {Units: []accountmap.UnitID{""}},
		`focus.contacts[0]: error unknown-reference: no contact has the id "annа-maria"`:                    {Contacts: []accountmap.ContactID{"annа-maria"}},
		`focus.stances[0]: error invalid-value: unknown value "bloker" (did you mean "blocker"? One of cha`: {Stances: []accountmap.Stance{"bloker"}},
		`no contact is sceptic or neutral (name stances that somebody has)`:                                 {Stances: []accountmap.Stance{"sceptic", "neutral"}},
		`no contact in it is champion`: {Units: []accountmap.UnitID{"it"}, Stances: []accountmap.Stance{"champion"}},
	} {
		_, err := m.InFocus(f)
		assert.ErrorContains(t, err, want)
		_, ok := errors.AsType[accountmap.Problems](err)
		assert.True(t, ok)
	}
	_, err := m.InFocus(accountmap.Focus{Units: []accountmap.UnitID{"x"}, Contacts: []accountmap.ContactID{"y"}})
	assert.Len(t, err, 2, "every mistake is reported")
	assert.ErrorIs(t, err, accountmap.ErrUnknownReference)
}

// TestFocusIsAPart checks on generated accounts that every person in focus is in a unit in focus.
// Every focus must be a part of the whole.
func TestFocusIsAPart(t *testing.T) {
	for seed := range uint64(20) {
		m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(40)))
		require.NoError(t, err)
		everybody, err := m.InFocus(accountmap.Focus{})
		require.NoError(t, err)
		for u := range m.Units() {
			seen, err := m.InFocus(accountmap.Focus{Units: []accountmap.UnitID{u.ID}})
			require.NoError(t, err)
			assert.True(t, seen.Units[u.ID])
			for id := range seen.Contacts {
				c, _ := m.Contact(id)
				assert.True(t, seen.Units[c.Unit] && everybody.Contacts[id])
			}
		}
	}
}
