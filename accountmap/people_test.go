package accountmap_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
)

func TestKnown(t *testing.T) {
	m := newMap(t, sample())
	hq := accountmap.UnitContacts{Unit: "hq", Contacts: []accountmap.ContactID{"boss", "cfo", "clerk", "adviser"}}
	mill := accountmap.UnitContacts{Unit: "mill", Contacts: []accountmap.ContactID{"head", "fitter"}, Missing: []accountmap.ContactID{"legal"}}
	assert.Equal(t, []accountmap.UnitContacts{hq, mill, {Unit: "depot"}, {Unit: "shop"}, {Unit: "trust"}}, m.Known("", accountmap.Date{}))
	assert.Equal(t, []accountmap.UnitContacts{mill, {Unit: "depot"}}, m.Known("north", accountmap.Date{}))
	assert.Empty(t, m.Known("nowhere", accountmap.Date{}))
}

func TestCommunicationsLatestFirst(t *testing.T) {
	var subjects []string
	for c := range newMap(t, sample()).Communications() {
		subjects = append(subjects, c.Subject)
	}
	assert.Equal(t, []string{"second", "third", "first"}, subjects)
}

func TestCover(t *testing.T) {
	assert.Equal(t, []accountmap.UnitCover{
		{Unit: "group", Links: []accountmap.Link{{Contact: "ceo", Member: "hunter", Owner: true}}, Members: []accountmap.MemberID{"hunter"},
			Contacts: []accountmap.ContactID{"ceo"}},
		{Unit: "west", Links: []accountmap.Link{
			{Contact: "wanda", Member: "hunter", Owner: true, Now: accountmap.ReachTrustedAdviser},
			{Contact: "wanda", Member: "farmer", Now: accountmap.ReachVendor},
		}, Members: []accountmap.MemberID{"hunter", "farmer"}, Contacts: []accountmap.ContactID{"wanda"}},
		{Unit: "depot"}, {Unit: "east"}, {Unit: "lab"},
	}, newMap(t, network()).Cover(accountmap.Date{}), "what is only wanted is no link, nor is a member's who has gone")

	cover := newMap(t, network()).Cover(day(2026, 9, 30))
	assert.Equal(t, []accountmap.MemberID{"hunter"}, cover[1].Members, "before the farmer came")
	assert.Equal(t, []accountmap.Link{{Contact: "emma", Member: "gone", Owner: true}, {Contact: "eli", Member: "gone", Now: accountmap.ReachTrustedAdviser}},
		cover[3].Links, "a last day is worked")
}

func ExampleMap_Cover() {
	a := orchard()
	a.Team = []accountmap.Member{{ID: "lea", Name: "Lea Vidal"}}
	a.Contacts[0].Owner = "lea"
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range m.Cover(accountmap.Date{}) {
		fmt.Println(c.Unit, c.Members, c.Contacts)
	}
	for _, thread := range m.SingleThreads(accountmap.Date{}) {
		fmt.Printf("%q hangs on %v and %v: %v\n", thread.Unit, thread.Members, thread.Contacts, thread.Reasons)
	}
	// Output:
	// press [lea] [eva]
	// store [] []
	// "" hangs on [lea] and [eva]: [one-member one-contact buys]
	// "press" hangs on [lea] and [eva]: [one-member one-contact buys]
}

func TestKeyPlayersAndThoseWhoDecide(t *testing.T) {
	for power, want := range []bool{false, false, false, false, true, true} {
		assert.Equal(t, want, accountmap.Contact{Power: power}.KeyPlayer(), power)
	}
	c := accountmap.Contact{Roles: []accountmap.Role{accountmap.RoleUser, accountmap.RoleLegal, accountmap.RoleCoach, accountmap.RoleDecisionMaker}}
	assert.Equal(t, []accountmap.Role{accountmap.RoleLegal, accountmap.RoleDecisionMaker}, c.Decides())
	assert.Empty(t, accountmap.Contact{}.Decides())
}

func TestLinksAreThoseOfEveryContact(t *testing.T) {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: day(2026, 11, 1)},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill"}},
		Contacts: []accountmap.Contact{{ID: "one", Name: "One", Unit: "mill", Owner: "ana"}, {ID: "two", Name: "Two"}},
		Team: []accountmap.Member{
			{ID: "ana", Name: "Ana", Reach: []accountmap.Reach{{Contact: "two", Now: accountmap.ReachVendor}}},
			{ID: "old", Name: "Old", To: day(2026, 10, 31), Reach: []accountmap.Reach{{Contact: "one", Now: accountmap.ReachVendor}}},
		},
	}
	m, err := accountmap.New(a)
	assert.NoError(t, err)
	assert.Equal(t, []accountmap.Link{{Contact: "one", Member: "ana", Owner: true}, {Contact: "two", Member: "ana", Now: accountmap.ReachVendor}},
		m.Links(accountmap.Date{}))
	assert.Equal(t, a.Team[:1], m.Serving(accountmap.Date{}))
	assert.Len(t, m.Serving(day(2026, 10, 31)), 2)
	undated := *a
	undated.AsOf = accountmap.Date{}
	undated.Team = []accountmap.Member{{ID: "here", Name: "Here"}, {ID: "gone", Name: "Gone", To: day(2026, 10, 31)}}
	undated.Contacts, undated.Handoff = nil, accountmap.Handoff{}
	assert.Equal(t, undated.Team[:1], newMap(t, &undated).Serving(accountmap.Date{}), "on an unknown day, who has a last day is gone")
}

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
	a.Coverage[4].Status = accountmap.CoverageSold
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

// TestReportingToAnOffice checks chains of managers in offices next to the units that they lead, in
// several shapes. These have no warnings, but a manager in an unrelated unit has one.
func TestReportingToAnOffice(t *testing.T) {
	for name, tt := range map[string]struct {
		units, people string // "unit parent" and "person unit manager"
		away          string
	}{
		"an office within a region, and one above it": {"g -,office g,region g,regional region,d1 region,d2 region,d3 region",
			"chief office -,lead regional chief,a d1 lead,b d2 lead,c d3 lead,x d1 a", ""},
		"an office below the head office":   {"g -,corporate g,board corporate,d1 g,d2 g", "chair board -,chief board chair,a d1 chief,b d2 chief", ""},
		"a manager without a unit between":  {"g -,office g,d1 g,d2 g", "chief office -,deputy - chief,a d1 deputy,b d2 deputy", ""},
		"the chief in the group itself":     {"g -,office g,d1 g,d2 g", "chair g -,chief office chair,a d1 chief,b d2 chief", ""},
		"units that nobody has ordered yet": {"g -,d1 -,d2 -", "chief g -,a d1 chief,b d2 a", ""},
		"a peer of another division":        {"g -,office g,d1 g,d2 g", "chief office -,a d1 chief,b d2 a", "b"},
	} {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Group"}}
		for line := range strings.SplitSeq(tt.units, ",") {
			f := strings.Fields(line)
			a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(f[0]), Name: f[0], Parent: accountmap.UnitID(strings.Trim(f[1], "-"))})
		}
		for line := range strings.SplitSeq(tt.people, ",") {
			f := strings.Fields(line)
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(f[0]), Name: f[0], Unit: accountmap.UnitID(strings.Trim(f[1], "-")), ReportsTo: accountmap.ContactID(strings.Trim(f[2], "-"))})
		}
		var away []string
		for _, p := range accountmap.Validate(a) {
			away = append(away, fmt.Sprintf("%s %s", p.Path, p.Code))
		}
		want := []string(nil)
		if i := slices.IndexFunc(a.Contacts, func(c accountmap.Contact) bool { return string(c.ID) == tt.away }); i >= 0 {
			want = []string{fmt.Sprintf("contacts[%d].reportsTo reporting-away", i)}
		}
		assert.Equal(t, want, away, name)
	}
}
