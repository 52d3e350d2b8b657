package accountmap_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

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
	assert.Len(t, err, 2, "every mistake is told")
	assert.ErrorIs(t, err, accountmap.ErrUnknownReference)
}

// TestFocusIsAPart holds over generated accounts: whoever is in focus sits in a unit in focus, and every focus is a part of everybody.
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
