package accountmap_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// answers holds all answers of a map.
type answers struct {
	// Account holds the lists that the map iterates over, with units and products in its order.
	accountmap.Account
	Depths      []int
	Groupings   []accountmap.UnitID
	Unplaced    []accountmap.Contact
	Cells       []accountmap.Cell
	Active      []accountmap.UnitActivity
	Dormant     []accountmap.UnitActivity
	Locations   []accountmap.Location
	Bought      []accountmap.Purchase
	NotBought   []accountmap.Cell
	Known       []accountmap.UnitContacts
	Asked       []accountmap.Ask
	Given       accountmap.Conversion
	Penetration []accountmap.Penetration
	Standing    accountmap.Standing
	Questions   questions
}

func ask(m *accountmap.Map) answers {
	all := answers{
		Account: *accountOf(m), Unplaced: slices.Collect(m.ContactsIn("")), Active: m.ActiveUnits(), Dormant: m.DormantUnits(),
		Locations: m.Locations(), Bought: m.Bought(""), NotBought: m.NotBought(""), Known: m.Known("", accountmap.Date{}), Standing: m.Standing(accountmap.Date{}),
	}
	all.Questions = askQuestions(m)
	for _, kind := range accountmap.EndorsementKinds() {
		all.Asked = append(all.Asked, m.Asked(kind, accountmap.Date{})...)
		all.Given = m.Given(kind, accountmap.Date{})
	}
	for u, depth := range m.Units() {
		all.Depths = append(all.Depths, depth)
		if m.IsGrouping(u.ID) {
			all.Groupings = append(all.Groupings, u.ID)
		}
	}
	// In a large account, the first units are a sample, since each answer may walk the whole
	// account.
	for _, u := range all.Units[:min(len(all.Units), 50)] {
		all.Penetration = append(all.Penetration, m.Penetration(u.ID))
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

// accountOf rebuilds the account of a map from the lists that the map iterates over. Other lists
// come from [Map.Account].
func accountOf(m *accountmap.Map) *accountmap.Account {
	a := m.Account()
	account := reflect.ValueOf(a).Elem()
	for f := range account.Type().Fields() {
		list := account.FieldByIndex(f.Index)
		method := reflect.ValueOf(m).MethodByName(f.Name)
		if list.Kind() != reflect.Slice || !method.IsValid() {
			continue
		}
		walked := reflect.New(list.Type()).Elem()
		switch result := method.Call(nil)[0]; {
		case result.Kind() == reflect.Slice:
			walked.Set(result)
		case result.Type().CanSeq2():
			for entry := range result.Seq2() {
				walked.Set(reflect.Append(walked, entry))
			}
		default:
			for entry := range result.Seq() {
				walked.Set(reflect.Append(walked, entry))
			}
		}
		list.Set(walked)
	}
	return a
}

// scribble zeroes everything that v refers to through pointers and slices.
func scribble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
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
	for name, account := range map[string]func() *accountmap.Account{"sample": sample, "every list": accountmaptest.Full} {
		a := account()
		m := newMap(t, a)
		selected := m.Select(accountmap.Scope{Units: []accountmap.UnitID{a.Units[1].ID}})
		before, selectedBefore := ask(newMap(t, account())), ask(selected)
		require.Equal(t, before, ask(m), name)
		scribble(reflect.ValueOf(a))
		assert.Empty(t, a.Contacts[0].ID)
		assert.Equal(t, before, ask(m), name)
		assert.Equal(t, selectedBefore, ask(selected), name)

		edited := m.Account()
		scribble(reflect.ValueOf(edited))
		assert.Equal(t, before, ask(m), name)
	}
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
	for s := range m.Milestones() {
		if s.ID == "report" {
			s.After[0] = "report"
		}
	}
	hunter.Units[0], hunter.Reach[0].Contact = "shop", "cfo"
	assert.Equal(t, before, ask(m))
}

func TestNewDoesNotChangeTheAccount(t *testing.T) {
	a := sample()
	newMap(t, a).Select(accountmap.Scope{Units: []accountmap.UnitID{"shop"}, Products: []accountmap.ProductID{"app"}})
	assert.Equal(t, sample(), a)
}
