package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"

	"github.com/stretchr/testify/assert"
)

// Nothing recurses over the account, so a chain of any length neither overflows nor takes quadratic
// time.
const deep = 10_000

func chainOfUnits() *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}, Products: []accountmap.Product{{ID: "core", Name: "Core"}}}
	for i := range deep {
		u := accountmap.Unit{ID: accountmap.UnitID(fmt.Sprintf("u%d", i)), Name: fmt.Sprintf("u%d", i)}
		if i > 0 {
			u.Parent = a.Units[i-1].ID
		}
		a.Units = append(a.Units, u)
	}
	a.Units[0].Country = "Spain"
	return a
}

func chainOfContacts() *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}, Units: []accountmap.Unit{{ID: "u", Name: "Unit"}}}
	for i := range deep {
		c := accountmap.Contact{ID: accountmap.ContactID(fmt.Sprintf("c%d", i)), Name: fmt.Sprint("Person ", i), Unit: "u"}
		if i > 0 {
			c.ReportsTo = a.Contacts[i-1].ID
		}
		a.Contacts = append(a.Contacts, c)
	}
	return a
}

func TestDeepUnits(t *testing.T) {
	norace.Only(t)
	a := chainOfUnits()
	m := newMap(t, a)
	last := a.Units[deep-1].ID
	depths := 0
	for _, depth := range m.Units() {
		assert.Equal(t, depths, depth)
		depths++
	}
	locations := m.Locations()
	assert.Equal(t, accountmap.Location{Unit: last, Country: "Spain", From: "u0"}, locations[deep-1])
	assert.Equal(t, accountmap.Penetration{Sellable: 1}, m.Penetration(""), "all but the last are groupings")
	assert.True(t, m.IsGrouping("u0"))
	selected := m.Select(accountmap.Scope{Units: []accountmap.UnitID{last}})
	assert.Equal(t, accountmap.Penetration{Sellable: 1}, selected.Penetration("u0"))
	assert.Len(t, selected.Locations(), deep)
}

func TestDeepUnitsInACircle(t *testing.T) {
	norace.Only(t)
	a := chainOfUnits()
	a.Units[0].Parent = a.Units[deep-1].ID
	problems := accountmap.Validate(a)
	assert.Equal(t, []string{"units[0].parent unit-cycle"}, lines(problems))
	assert.Contains(t, problems[0].Detail, "u0 → u9999 → u9998")
	assert.Contains(t, problems[0].Detail, "… 9960 more … → u0")
}

func TestDeepReporting(t *testing.T) {
	norace.Only(t)
	a := chainOfContacts()
	m := newMap(t, a)
	assert.Len(t, m.Known("", accountmap.Date{})[0].Contacts, deep)

	a.Contacts[0].AssistantTo = a.Contacts[deep-1].ID
	assert.Equal(t, []string{"contacts[0].assistantTo reporting-cycle"}, lines(accountmap.Validate(a)))
}

func TestEverybodyReportsToThemselves(t *testing.T) {
	norace.Only(t)
	a := chainOfContacts()
	for i := range a.Contacts {
		a.Contacts[i].ReportsTo = a.Contacts[i].ID
	}
	assert.Len(t, accountmap.Validate(a), deep)
	b := chainOfUnits()
	for i := range b.Units {
		b.Units[i].Parent = b.Units[i].ID
	}
	assert.Len(t, accountmap.Validate(b), deep)
}

func TestManyUnknownReferences(t *testing.T) {
	norace.Only(t)
	a := chainOfContacts()
	for i := range a.Contacts {
		a.Contacts[i].ReportsTo = a.Contacts[i].ID + "x"
	}
	assert.Len(t, accountmap.Validate(a), deep)
}

func TestDeepMilestones(t *testing.T) {
	norace.Only(t)
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Deep"}}
	for i := range deep {
		m := accountmap.Milestone{ID: accountmap.MilestoneID(fmt.Sprintf("m%d", i)), Title: fmt.Sprintf("m%d", i)}
		if i > 0 {
			m.After = []accountmap.MilestoneID{a.Milestones[i-1].ID, a.Milestones[i/2].ID}
		}
		a.Milestones = append(a.Milestones, m)
	}
	newMap(t, a)

	a.Milestones[0].After = []accountmap.MilestoneID{a.Milestones[deep-1].ID}
	problems := accountmap.Validate(a)
	assert.Equal(t, []string{"milestones[0].after milestone-cycle"}, lines(problems))
	assert.Contains(t, problems[0].Detail, "m0 → m9999 → m4999 → ", "the shortest way round")
}

func TestDeepAssistants(t *testing.T) {
	norace.Only(t)
	a := chainOfContacts()
	for i := range a.Contacts {
		a.Contacts[i].AssistantTo = a.Contacts[0].ID
	}
	assert.Equal(t, []string{"contacts[0].assistantTo reporting-cycle"}, lines(accountmap.Validate(a)))
}

func TestQuestionsOfDeepReporting(t *testing.T) {
	norace.Only(t)
	a := chainOfContacts()
	a.Products = []accountmap.Product{{ID: "core", Name: "Core"}}
	a.Contacts[deep-1].ContactLevel = accountmap.ContactLevelInDepth
	m := newMap(t, a)
	referrers := m.ReferrersInto("u", accountmap.Date{})
	if assert.Len(t, referrers, 1) {
		assert.Equal(t, []accountmap.Hop{{From: "c9999", To: "c9998", Cost: 7, Reasons: []accountmap.Reason{"reports-to", "stance-unknown"}}},
			referrers[0].Path)
	}
	assert.Len(t, m.ExposureGaps(day(2026, 1, 1), accountmap.Memory{}), deep)

	// The people whom we know are out of reach: nobody refers over ten thousand people.
	a.Units = append(a.Units, accountmap.Unit{ID: "far", Name: "Far"})
	a.Contacts[0].Unit = "far"
	assert.Empty(t, newMap(t, a).ReferrersInto("far", accountmap.Date{}))
	a.Contacts[6].ContactLevel = accountmap.ContactLevelInDepth
	assert.Len(t, newMap(t, a).ReferrersInto("far", accountmap.Date{}), 1)
}

func TestQuestionsOfAStar(t *testing.T) {
	norace.Only(t)
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Star"}, Units: []accountmap.Unit{{ID: "hub", Name: "Hub"}, {ID: "rim", Name: "Rim"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}}, Team: []accountmap.Member{{ID: "lea", Name: "Lea"}}}
	a.Contacts = []accountmap.Contact{{ID: "boss", Name: "Boss", Unit: "hub", Roles: []accountmap.Role{accountmap.RoleDecisionMaker}}}
	for i := range deep {
		c := accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("c", i)), Name: fmt.Sprint("Person ", i), Unit: "rim", ReportsTo: "boss", Owner: "lea",
			ContactLevel: accountmap.ContactLevelInDepth, Stance: accountmap.StanceChampion}
		a.Contacts = append(a.Contacts, c)
		a.Relationships = append(a.Relationships, accountmap.Relationship{From: c.ID, To: "boss", Kind: accountmap.RelationshipInfluence, Strength: 1 + i%5})
	}
	m := newMap(t, a)
	referrers := m.ReferrersInto("hub", accountmap.Date{})
	if assert.Len(t, referrers, deep) {
		assert.Equal(t, accountmap.ContactID("c4"), referrers[0].Contact, "the first of the strongest ties")
	}
	approvers := m.BuyingCommittee("hub", "core", accountmap.Date{}).Approvers
	if assert.Len(t, approvers, 1) && assert.Len(t, approvers[0].Allies, deep) {
		assert.Equal(t, accountmap.ContactID("c4"), approvers[0].Allies[0].Contact)
	}
	assert.Len(t, m.Cover(accountmap.Date{})[1].Contacts, deep)
}

func TestQuestionsOfDeepUnits(t *testing.T) {
	norace.Only(t)
	a := chainOfUnits()
	last := a.Units[deep-1].ID
	a.Contacts = []accountmap.Contact{{ID: "top", Name: "Top", Unit: "u0", Power: 5}, {ID: "low", Name: "Low", Unit: last}}
	a.Orders = []accountmap.Order{{Unit: last, Product: "core", Date: day(2026, 1, 1), Amount: euros(100)}}
	for i := range deep {
		a.Targets = append(a.Targets, accountmap.Target{Unit: a.Units[i].ID, Period: "2026", Sales: euros(1)})
	}
	m := newMap(t, a)
	assert.Len(t, m.BuyingCommittee(last, "core", accountmap.Date{}).Approvers, 1)
	for _, x := range m.Attainments(day(2026, 12, 31)) {
		assert.Equal(t, euros(100), x.Ordered)
	}
	askQuestions(m)
}

// The size is typical of a group with many plants.
func TestQuestionsOfALargeAccount(t *testing.T) {
	norace.Only(t)
	if testing.Short() {
		t.Skip("takes a few seconds")
	}
	s := accountmaptest.Typical(10_000)
	s.Units, s.Products, s.Orders = 1_000, 200, 200_000
	m := newMap(t, accountmaptest.Generate(1, s))
	first := askQuestions(m)
	assert.NotEmpty(t, first.Gaps)
	assert.NotEmpty(t, first.Series)
}
