package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func threads(t *testing.T, a *accountmap.Account) (got []string) {
	t.Helper()
	for _, h := range newMap(t, a).SingleThreads(accountmap.Date{}) {
		got = append(got, fmt.Sprintf("%q %v %v %d %v", h.Unit, h.Members, h.Contacts, h.Sold, h.Reasons))
	}
	return got
}

func TestSingleThreads(t *testing.T) {
	assert.Equal(t, []string{
		`"west" [] [wanda] 2 [one-contact buys]`,
		`"east" [] [] 0 [no-link]`,
		`"lab" [] [] 0 [no-link]`,
		`"group" [hunter] [ceo] 0 [one-member one-contact]`,
	}, threads(t, network()), "nobody is known in the depot")

	a := network()
	a.Team = a.Team[:1]
	a.Contacts[5].Owner = "hunter"
	a.Coverage[4].Status = accountmap.StatusSold
	assert.Equal(t, []string{
		`"" [hunter] [] 3 [one-member buys]`,
		`"west" [hunter] [wanda] 2 [one-member one-contact buys]`,
		`"depot" [] [] 1 [no-link buys]`,
		`"lab" [] [] 0 [no-link]`,
		`"group" [hunter] [ceo] 0 [one-member one-contact]`,
		`"east" [hunter] [emma] 0 [one-member one-contact]`,
	}, threads(t, a), "the account manager is the only one of ours")

	a = network()
	a.Team[1].Reach = append(a.Team[1].Reach, accountmap.Reach{Contact: "wim", Now: accountmap.ReachVendor})
	assert.NotContains(t, threads(t, a), "west", "two of each")
	assert.Empty(t, threads(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Empty"}}))
}

func TestUnownedKeyPlayers(t *testing.T) {
	a := network()
	a.Contacts[4].Power = 4                                  // wes, the blocker
	a.Contacts[5].Power = 5                                  // emma, whose owner has gone
	a.Contacts[8].Power = 4                                  // legal, not yet known
	a.Contacts[10].Power, a.Contacts[10].Owner = 4, "farmer" // owned
	assert.Equal(t, []accountmap.Unowned{
		{Contact: "emma", Power: 5, Owner: "gone", Reasons: []accountmap.Reason{"owner-gone", "stance-unknown"}},
		{Contact: "wes", Power: 4, Reasons: []accountmap.Reason{"no-owner", "blocker"}},
		{Contact: "cfo", Power: 4, Reasons: []accountmap.Reason{"no-owner", "sceptic"}},
		{Contact: "legal", Power: 4, Reasons: []accountmap.Reason{"no-owner", "stance-unknown", "not-yet-known"}},
	}, newMap(t, a).UnownedKeyPlayers(accountmap.Date{}))
	assert.Len(t, newMap(t, a).UnownedKeyPlayers(day(2026, 9, 30)), 4, "guru had nobody then, and emma still had")
}

func ExampleMap_UnownedKeyPlayers() {
	a := orchard()
	a.Contacts[0].Power = 5
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range m.UnownedKeyPlayers(accountmap.Date{}) {
		fmt.Println(u.Contact, u.Power, u.Reasons)
	}
	// Output: eva 5 [no-owner champion]
}
