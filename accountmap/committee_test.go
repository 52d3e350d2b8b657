package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBuyingCommittee(t *testing.T) {
	c := newMap(t, network()).BuyingCommittee("lab", "core", accountmap.Date{})
	assert.Equal(t, accountmap.BuyingCommittee{Unit: "lab", Product: "core", Approvers: []accountmap.Approver{
		{Contact: "cfo", Unit: "group", Roles: []accountmap.Role{"budget-holder"}, Stance: "sceptic", Reasons: []accountmap.Reason{"has-say",
			"can-stop", "never-shown"}, Allies: []accountmap.Ally{{Contact: "wanda", Strength: 5, Reasons: []accountmap.Reason{"influences", "champion"}}}},
		{Contact: "lara", Unit: "lab", Roles: []accountmap.Role{"technical-buyer"}, Stance: "sceptic", Reasons: []accountmap.Reason{"has-say",
			"disliked"}, Allies: []accountmap.Ally{{Contact: "wanda", Reasons: []accountmap.Reason{"allied", "champion"}}}},
		{Contact: "legal", Unit: "lab", Roles: []accountmap.Role{"legal"}, Placeholder: true, Reasons: []accountmap.Reason{"has-say", "not-yet-known"}},
		{Contact: "ceo", Unit: "group", Roles: []accountmap.Role{"decision-maker"}, Stance: "neutral", Reasons: []accountmap.Reason{"has-say", "decides"}},
	}}, c)
	assert.Zero(t, newMap(t, network()).BuyingCommittee("nowhere", "core", accountmap.Date{}))
	assert.Zero(t, newMap(t, network()).BuyingCommittee("lab", "nothing", accountmap.Date{}))
}

func TestWhoMustAgree(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(a *accountmap.Account)
		want string
	}{
		"those above too":           {func(*accountmap.Account) {}, "[cfo ceo] []"},
		"not those beside or below": {func(a *accountmap.Account) { a.Contacts[7].Power = 5 }, "[cfo ceo] []"},
		"power 5 without a role":    {func(a *accountmap.Account) { a.Contacts[3].Power = 5 }, "[cfo ceo wim] []"},
		"power 4 when against us":   {func(a *accountmap.Account) { a.Contacts[4].Power = 4 }, "[cfo wes ceo] []"},
		"nobody who left": {func(a *accountmap.Account) { a.Contacts[0].Left, a.Contacts[1].Left = day(2026, 1, 1), day(2026, 1, 1) },
			"[] [decision-maker budget-holder]"},
		"nobody holds the budget": {func(a *accountmap.Account) { a.Contacts[1].Roles, a.Contacts[1].Power = nil, 3 }, "[ceo] [budget-holder]"},
	} {
		a := network()
		c.edit(a)
		consensus := newMap(t, a).BuyingCommittee("west", "care", accountmap.Date{})
		var approvers []accountmap.ContactID
		for _, v := range consensus.Approvers {
			approvers = append(approvers, v.Contact)
		}
		assert.Equal(t, c.want, fmt.Sprint(approvers, " ", consensus.Missing), name)
	}
}

func TestMovers(t *testing.T) {
	a := network()
	a.Contacts[0].Stance = accountmap.StanceSupporter // the cfo's manager
	a.Relationships = append(a.Relationships,
		accountmap.Relationship{From: "wanda", To: "cfo", Kind: accountmap.RelationshipInformal, Strength: 1}, // less than her influence
		accountmap.Relationship{From: "cfo", To: "wim", Kind: accountmap.RelationshipInfluence, Strength: 5},  // the other way
		accountmap.Relationship{From: "guru", To: "cfo", Kind: accountmap.RelationshipInfluence},
		accountmap.Relationship{From: "left", To: "cfo", Kind: accountmap.RelationshipInfluence, Strength: 5},
		accountmap.Relationship{From: "wanda", To: "ceo", Kind: accountmap.RelationshipInfluence, Strength: 5}, // is for us already
	)
	for _, v := range newMap(t, a).BuyingCommittee("lab", "core", accountmap.Date{}).Approvers {
		var allies []string
		for _, ally := range v.Allies {
			allies = append(allies, fmt.Sprint(ally.Contact, ally.Strength, ally.Reasons))
		}
		switch v.Contact {
		case "cfo":
			assert.Equal(t, []string{"wanda5 [influences champion]", "ceo0 [manages supporter]", "guru0 [influences supporter]"}, allies)
		case "ceo", "legal":
			assert.Empty(t, allies)
		}
	}
}

func ExampleMap_BuyingCommittee() {
	a := orchard()
	a.Contacts[0].Roles = []accountmap.Role{accountmap.RoleDecisionMaker}
	a.Contacts[1].Roles = []accountmap.Role{accountmap.RoleTechnicalBuyer}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	deal := m.BuyingCommittee("press", "mobile", accountmap.Date{})
	for _, v := range deal.Approvers {
		fmt.Printf("%s %v %q %v\n", v.Contact, v.Roles, v.Stance, v.Reasons)
		for _, ally := range v.Allies {
			fmt.Println("  moved by", ally.Contact, ally.Reasons)
		}
	}
	fmt.Println("missing:", deal.Missing)
	// Output:
	// jan [technical-buyer] "" [has-say never-shown]
	//   moved by eva [manages champion]
	// eva [decision-maker] "champion" [has-say never-shown]
	// missing: [budget-holder]
}

// TestBuyingCommitteeReadsItsOwnPeople checks that the committee of a unit costs the same in an
// account with ten times the people.
func TestBuyingCommitteeReadsItsOwnPeople(t *testing.T) {
	allocations := func(people int) float64 {
		a := accountmaptest.Generate(1, accountmaptest.Typical(people))
		a.Units = append(a.Units, accountmap.Unit{ID: "apart", Name: "Apart"})
		m, err := accountmap.New(a)
		require.NoError(t, err)
		return testing.AllocsPerRun(10, func() { m.BuyingCommittee("apart", a.Products[0].ID, a.AsOf) })
	}
	assert.Equal(t, allocations(50), allocations(500))
}
