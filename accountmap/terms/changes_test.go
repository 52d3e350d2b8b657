package terms_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

func ExampleTerms_Changes() {
	account := func(edit func(*accountmap.Account)) *accountmap.Map {
		a := &accountmap.Account{
			Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR"},
			Units:    []accountmap.Unit{{ID: "log", Name: "Logística"}},
			Products: []accountmap.Product{{ID: "core", Name: "Core"}},
			Contacts: []accountmap.Contact{{ID: "jorg", Name: "Jörg Müller", Unit: "log"}, {ID: "ana", Name: "Ana Ribeiro", Unit: "log", ReportsTo: "jorg"}},
			Coverage: []accountmap.Cell{{Unit: "log", Product: "core", Status: accountmap.CoverageOpportunity}},
		}
		edit(a)
		m, err := accountmap.New(a)
		if err != nil {
			panic(err)
		}
		return m
	}
	before := account(func(*accountmap.Account) {})
	after := account(func(a *accountmap.Account) {
		a.Contacts[0].Left = accountmap.Day(2026, 11, 20)
		a.Contacts[1].Stance, a.Contacts[1].ReportsTo, a.Contacts[1].Title = accountmap.StanceChampion, "", "Head of logistics"
		a.Coverage[0].Status = accountmap.CoverageSold
		a.Orders = []accountmap.Order{{ID: "A-7", Unit: "log", Product: "core", Date: accountmap.Day(2026, 11, 15)}}
	})
	for _, sentence := range terms.English().Changes(before, after) {
		fmt.Println(sentence)
	}
	// Output:
	// Jörg Müller left on 20 November 2026
	// Ana Ribeiro: Job title: now Head of logistics; Reports to: no longer Jörg Müller; Stance: now champion
	// Core in Logística: opportunity, now sold
	// A-7 · Core in Logística: new in Orders
}

// TestChangesOfEverything writes the changes of a new account, a deleted account and each edited
// value, in every language. Each list is present, and no placeholder is left.
func TestChangesOfEverything(t *testing.T) {
	full, err := accountmap.New(accountmaptest.Full())
	require.NoError(t, err)
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		assert.Empty(t, words.Changes(full, full))
		for _, sentences := range [][]string{words.Changes(nil, full), words.Changes(full, nil)} {
			assert.Greater(t, len(sentences), 30)
			for _, s := range sentences {
				assert.NotContains(t, s, "{", language)
				assert.NotRegexp(t, `(^|: )[:;,]`, s, language)
			}
		}
		assert.True(t, slices.ContainsFunc(words.Changes(nil, full), func(s string) bool { return len(s) > 40 }))
	}
}

func TestManyChangesAreCounted(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR"}, Units: []accountmap.Unit{{ID: "u", Name: "U"}}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for i := range 200 {
		a.Orders = append(a.Orders, accountmap.Order{ID: accountmap.OrderID(fmt.Sprint(i)), Unit: "u", Product: "p", Date: accountmap.Day(2026, 1, 5)})
	}
	after, err := accountmap.New(a)
	require.NoError(t, err)
	a.Orders = nil
	before, err := accountmap.New(a)
	require.NoError(t, err)
	assert.Equal(t, []string{"200 new entries in Orders"}, terms.English().Changes(before, after))
	assert.Equal(t, []string{"200 entries deleted from Orders"}, terms.English().Changes(after, before))
}

// TestChangesOfLists checks the deleted, new and edited items of a list that keeps some items.
func TestChangesOfLists(t *testing.T) {
	account := func(roles []accountmap.Role, reach ...accountmap.Reach) *accountmap.Map {
		m, err := accountmap.New(&accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}, Units: []accountmap.Unit{{ID: "u", Name: "U"}},
			Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana", Unit: "u", Roles: roles}, {ID: "jon", Name: "Jon", Unit: "u"}, {ID: "kim", Name: "Kim", Unit: "u"}},
			Team:     []accountmap.Member{{ID: "tom", Name: "Tom", Reach: reach}}})
		require.NoError(t, err)
		return m
	}
	ana, jon, kim := accountmap.Reach{Contact: "ana", Now: accountmap.ReachVendor}, accountmap.Reach{Contact: "jon", Now: accountmap.ReachVendor}, accountmap.Reach{Contact: "kim", Now: accountmap.ReachVendor}
	before := account([]accountmap.Role{accountmap.RoleUser, accountmap.RoleCoach}, ana, jon)
	better := ana
	better.Now = accountmap.ReachProblemSolver
	after := account([]accountmap.Role{accountmap.RoleUser, accountmap.RoleLegal}, better, kim)
	assert.Equal(t, []string{"Ana: Roles: no longer coach, also legal counsel", "Tom: Standing: no longer Jon, also Kim"}, terms.English().Changes(before, after))
	assert.Equal(t, []string{"Tom: Standing: Ana"}, terms.English().Changes(before, account([]accountmap.Role{accountmap.RoleUser, accountmap.RoleCoach}, better, jon)))
	assert.Equal(t, []string{"Ana: Roles: user and coach, now legal counsel", "Tom: Standing: no longer Ana and Jon"},
		terms.English().Changes(before, account([]accountmap.Role{accountmap.RoleLegal})))
}
