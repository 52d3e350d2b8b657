package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
}
