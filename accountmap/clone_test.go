package accountmap_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// answers is everything that a map says.
type answers struct {
	Profile        accountmap.Profile
	Handoff        accountmap.Handoff
	Units          []accountmap.Unit
	Depths         []int
	Groupings      []accountmap.UnitID
	Products       []accountmap.Product
	Contacts       []accountmap.Contact
	Unplaced       []accountmap.Contact
	Relationships  []accountmap.Relationship
	Orders         []accountmap.Order
	Endorsements   []accountmap.Endorsement
	Exposures      []accountmap.Exposure
	Goals          []accountmap.Goal
	Team           []accountmap.Member
	Competitors    []accountmap.Competitor
	Communications []accountmap.Communication
	Cells          []accountmap.Cell
	Active         []accountmap.UnitActivity
	Dormant        []accountmap.UnitActivity
	Locations      []accountmap.Location
	Bought         []accountmap.Purchase
	NotBought      []accountmap.Cell
	Known          []accountmap.UnitContacts
	Asked          []accountmap.Ask
	Given          accountmap.Conversion
	Penetration    []accountmap.Penetration
	Standing       accountmap.Standing

	Contracts   []accountmap.Contract
	Terms       []accountmap.Term
	Cadences    []accountmap.Cadence
	KPIs        []accountmap.KPI
	Milestones  []accountmap.Milestone
	Surveys     []accountmap.Survey
	Cases       []accountmap.Case
	Commitments []accountmap.Commitment
	Objections  []accountmap.Objection
	Risks       []accountmap.Risk
	Targets     []accountmap.Target

	Questions questions
}

func ask(m *accountmap.Map) answers {
	all := answers{
		Profile: m.Profile(), Handoff: m.Handoff(), Products: slices.Collect(m.Products()), Contacts: slices.Collect(m.Contacts()),
		Unplaced: slices.Collect(m.ContactsIn("")), Relationships: slices.Collect(m.Relationships()), Orders: slices.Collect(m.Orders()),
		Endorsements: slices.Collect(m.Endorsements()), Exposures: slices.Collect(m.Exposures()), Goals: slices.Collect(m.Goals()),
		Team: slices.Collect(m.Team()), Competitors: slices.Collect(m.Competitors()), Communications: m.Communications(),
		Active: m.ActiveUnits(), Dormant: m.DormantUnits(), Locations: m.Locations(), Bought: m.Bought(""), NotBought: m.NotBought(""),
		Known: m.Known(""), Standing: m.Standing(), Contracts: slices.Collect(m.Contracts()), Terms: slices.Collect(m.Terms()),
		Cadences: slices.Collect(m.Cadences()), KPIs: slices.Collect(m.KPIs()), Milestones: slices.Collect(m.Milestones()),
		Surveys: slices.Collect(m.Surveys()), Cases: slices.Collect(m.Cases()), Commitments: slices.Collect(m.Commitments()),
		Objections: slices.Collect(m.Objections()), Risks: slices.Collect(m.Risks()), Targets: slices.Collect(m.Targets()),
	}
	all.Questions = askQuestions(m)
	for _, kind := range accountmap.EndorsementKinds() {
		all.Asked = append(all.Asked, m.Asked(kind)...)
		all.Given = m.Given(kind)
	}
	for u, depth := range m.Units() {
		all.Units, all.Depths = append(all.Units, u), append(all.Depths, depth)
		if m.Grouping(u.ID) {
			all.Groupings = append(all.Groupings, u.ID)
		}
	}
	// Of large accounts the first units stand for all: each answer may walk the whole account.
	for _, u := range all.Units[:min(len(all.Units), 50)] {
		all.Penetration = append(all.Penetration, m.Penetration(u.ID), m.ProductsIn(u.ID))
	}
	for _, p := range all.Products {
		all.Penetration = append(all.Penetration, m.ProductPenetration(p.ID))
	}
	x := m.Matrix()
	for u := range x.Units() {
		for p := range x.Products() {
			all.Cells = append(all.Cells, x.At(u.ID, p.ID))
		}
	}
	return all
}

// scribble sets everything that v reaches through pointers and slices to its zero value.
func scribble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		scribble(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			scribble(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Struct:
		for i := range v.NumField() {
			scribble(v.Field(i))
		}
	}
	if v.CanSet() && v.Kind() != reflect.Slice && v.Kind() != reflect.Struct {
		v.SetZero()
	}
}

func TestEditsOfTheAccountDoNotReachTheMap(t *testing.T) {
	a := sample()
	m := newMap(t, a)
	selected := m.Select(accountmap.Scope{Units: []accountmap.UnitID{"mill"}})
	before, selectedBefore := ask(newMap(t, sample())), ask(selected)
	require.Equal(t, before, ask(m))
	scribble(reflect.ValueOf(a))
	assert.Empty(t, a.Contacts[0].ID)
	assert.Equal(t, before, ask(m))
	assert.Equal(t, selectedBefore, ask(selected))
}

func TestEditsOfAnswersDoNotReachTheMap(t *testing.T) {
	m := newMap(t, sample())
	before, given := ask(m), ask(m)
	scribble(reflect.ValueOf(&given))
	require.NotEqual(t, before, given)
	assert.Equal(t, before, ask(m))

	boss, _ := m.Contact("boss")
	boss.Roles[0] = accountmap.RoleUser
	hunter, _ := m.Member("hunter")
	frame, _ := m.Contract("local")
	frame.Units[0], frame.Products[0] = "hq", "core"
	report, _ := m.Milestone("report")
	report.After[0] = "report"
	hunter.Units[0], hunter.Reach[0].Contact = "shop", "cfo"
	assert.Equal(t, before, ask(m))
}

func TestNewDoesNotChangeTheAccount(t *testing.T) {
	a := sample()
	newMap(t, a).Select(accountmap.Scope{Units: []accountmap.UnitID{"shop"}, Products: []accountmap.ProductID{"app"}})
	assert.Equal(t, sample(), a)
}
