package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

// strangers returns a group with three units. We know the head office and one unit well, and have
// no contact in the third unit.
func strangers() *accountmap.Account {
	known := accountmap.ContactLevelInDepth
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: day(2026, 11, 1)},
		Units:    []accountmap.Unit{{ID: "group", Name: "Group"}, {ID: "plant", Name: "Plant", Parent: "group", City: "Lodz"}, {ID: "shop", Name: "Shop", Parent: "group"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{
			{ID: "chief", Name: "Chief", Unit: "group", ContactLevel: accountmap.ContactLevelBrief},
			{ID: "aide", Name: "Aide", Unit: "group", AssistantTo: "chief", ReportsTo: "chief", ContactLevel: known, Stance: accountmap.StanceSupporter},
			{ID: "seller", Name: "Seller", Unit: "shop", ContactLevel: known},
			{ID: "clerk", Name: "Clerk", Unit: "shop", ReportsTo: "seller", ContactLevel: known},
		},
	}
}

func paths(m *accountmap.Map, unit accountmap.UnitID) (list []string) {
	for _, r := range m.ReferrersInto(unit, accountmap.Date{}) {
		path := string(r.Contact)
		for _, hop := range r.Path {
			path += fmt.Sprintf(" %s>%s", hop.Reasons[0], hop.To)
		}
		list = append(list, path)
	}
	return list
}

func TestReferrersIntoAUnitWhereWeKnowNobody(t *testing.T) {
	assert.Equal(t, []string{"seller unit-beside>", "aide assists>chief unit-above>"}, paths(newMap(t, strangers()), "plant"),
		"the head of the shop, and the aide to the head of the group; not the clerk")

	for name, c := range map[string]struct {
		edit func(*accountmap.Account)
		want string
	}{
		"who was asked for it": {func(a *accountmap.Account) {
			a.Endorsements = []accountmap.Endorsement{{Kind: accountmap.EndorsementReferral, Contact: "clerk", Asked: day(2026, 9, 8), ToUnit: "plant"}}
		}, "clerk asked-for-unit>"},
		"of whom a note names the unit": {func(a *accountmap.Account) { a.Contacts[3].Notes = "Ran the Plant before." }, "clerk note-names-unit>"},
		"or its place":                  {func(a *accountmap.Account) { a.Contacts[3].Notes = "Lives in Lodz" }, "clerk note-names-unit>"},
		"or of a tie of theirs": {func(a *accountmap.Account) {
			a.Relationships = []accountmap.Relationship{{From: "seller", To: "clerk", Kind: accountmap.RelationshipInformal, Note: "Both from Plant"}}
		}, "clerk note-names-unit>"},
		"a part of a word is not a name": {func(a *accountmap.Account) { a.Contacts[3].Notes = "Plants trees, a Plantation" }, ""},
		"who declined does not lead in": {func(a *accountmap.Account) {
			a.Endorsements = []accountmap.Endorsement{{Kind: accountmap.EndorsementReferral, Contact: "clerk", Asked: day(2026, 9, 8), Declined: day(2026, 9, 9), ToUnit: "plant"}}
		}, ""},
		"nor who has left": {func(a *accountmap.Account) {
			a.Contacts[3].Notes, a.Contacts[3].Left = "Ran the Plant before.", day(2026, 1, 1)
		}, ""},
	} {
		a := strangers()
		c.edit(a)
		got := paths(newMap(t, a), "plant")
		if c.want == "" {
			assert.Len(t, got, 2, name)
		} else {
			assert.Contains(t, got, c.want, name)
		}
	}
	a := strangers()
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "friend", Name: "Friend", Unit: "plant", ContactLevel: accountmap.ContactLevelInDepth})
	assert.Empty(t, paths(newMap(t, a), "plant"), "whom we know well there needs no introduction")
	a.Contacts[4].Left = day(2026, 10, 1)
	assert.Len(t, paths(newMap(t, a), "plant"), 2, "the only one whom we knew has left")
}
