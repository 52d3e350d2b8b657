package accountmap_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
)

// TestNewNamesTheAccount checks that the error names the account, without empty quotes if it has no
// name.
func TestNewNamesTheAccount(t *testing.T) {
	_, err := accountmap.New(&accountmap.Account{Profile: accountmap.Profile{Name: "Northwind"}, Units: []accountmap.Unit{{}}})
	assert.ErrorContains(t, err, `account "Northwind": units[0].`)
	for _, a := range []*accountmap.Account{nil, {}} {
		_, err := accountmap.New(a)
		assert.ErrorContains(t, err, "account: account.name: error missing-name")
		assert.NotContains(t, err.Error(), `""`)
	}
}

func TestUnits(t *testing.T) {
	m := newMap(t, sample())
	var ids []accountmap.UnitID
	var depths []int
	for u, depth := range m.Units() {
		ids, depths = append(ids, u.ID), append(depths, depth)
	}
	assert.Equal(t, []accountmap.UnitID{"hq", "north", "mill", "depot", "shop", "trust"}, ids)
	assert.Equal(t, []int{0, 1, 2, 2, 0, 0}, depths)
	assert.Equal(t, []accountmap.UnitID{"hq", "shop", "trust"}, unitIDs(m.SubUnits("")))
	assert.Equal(t, []accountmap.UnitID{"mill", "depot"}, unitIDs(m.SubUnits("north")))
	assert.Empty(t, unitIDs(m.SubUnits("trust")))
	assert.Empty(t, unitIDs(m.SubUnits("nowhere")))
}

func unitIDs(units iter.Seq[accountmap.Unit]) []accountmap.UnitID {
	var ids []accountmap.UnitID
	for u := range units {
		ids = append(ids, u.ID)
	}
	return ids
}

func TestGrouping(t *testing.T) {
	groupings := func(a *accountmap.Account) []accountmap.UnitID {
		m, list := newMap(t, a), []accountmap.UnitID(nil)
		for u := range m.Units() {
			if m.IsGrouping(u.ID) {
				list = append(list, u.ID)
			}
		}
		return list
	}
	assert.Equal(t, []accountmap.UnitID{"north"}, groupings(sample()))

	for name, edit := range map[string]func(a *accountmap.Account){
		"somebody sits in it": func(a *accountmap.Account) { a.Contacts[8].Unit = "north" },
		"it was assessed": func(a *accountmap.Account) {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "north", Product: "hub", Status: accountmap.CoverageGap})
		},
		"it ordered":            func(a *accountmap.Account) { a.Orders[0].Unit = "north" },
		"it has no units below": func(a *accountmap.Account) { a.Units[4].Parent, a.Units[5].Parent = "hq", "" },
	} {
		a := sample()
		edit(a)
		assert.Empty(t, groupings(a), name)
	}
	assert.False(t, newMap(t, sample()).IsGrouping("nowhere"))
}

func TestProducts(t *testing.T) {
	var ids []accountmap.ProductID
	for p := range newMap(t, sample()).Products() {
		ids = append(ids, p.ID)
	}
	assert.Equal(t, []accountmap.ProductID{"core", "hub", "app", "care"}, ids, "lines together, none last")
}

func TestContactsIn(t *testing.T) {
	m := newMap(t, sample())
	in := func(id accountmap.UnitID) (ids []accountmap.ContactID) {
		for c := range m.ContactsIn(id) {
			ids = append(ids, c.ID)
		}
		return ids
	}
	assert.Equal(t, []accountmap.ContactID{"clerk", "boss", "cfo", "adviser"}, in("hq"))
	assert.Equal(t, []accountmap.ContactID{"fitter", "head", "gone", "legal"}, in("mill"))
	assert.Equal(t, []accountmap.ContactID{"drifter"}, in(""))
	assert.Empty(t, in("north"))
	assert.Empty(t, in("nowhere"))
}

func TestLookups(t *testing.T) {
	m := newMap(t, sample())
	unit, ok := m.Unit("mill")
	assert.True(t, ok)
	assert.Equal(t, "Mill", unit.Name)
	contact, ok := m.Contact("boss")
	assert.True(t, ok)
	assert.Equal(t, "Boss", contact.Name)
	member, ok := m.Member("hunter")
	assert.True(t, ok)
	assert.Equal(t, "Hunter", member.Name)
	for _, found := range []bool{second(m.Unit("")), second(m.Product("boss")), second(m.Contact("")), second(m.Member("boss"))} {
		assert.False(t, found)
	}
	assert.Equal(t, "Acme", m.Profile().Name)
	assert.Equal(t, accountmap.MemberID("farmer"), m.Handoff().To)
	assert.False(t, m.Handoff().IsZero())
	assert.True(t, accountmap.Handoff{}.IsZero())
}

func second[T any](_ T, ok bool) bool { return ok }

func TestWalksStopWhenAsked(t *testing.T) {
	m := newMap(t, sample())
	count := 0
	for range m.Units() {
		count++
		break
	}
	for range m.SubUnits("") {
		count++
		break
	}
	for range m.Products() {
		count++
		break
	}
	for range m.Contacts() {
		count++
		break
	}
	for range m.ContactsIn("hq") {
		count++
		break
	}
	for range m.Orders() {
		count++
		break
	}
	for range m.Team() {
		count++
		break
	}
	for range m.Matrix().Units() {
		count++
		break
	}
	assert.Equal(t, 8, count)
}

func TestEmptyMapAnswers(t *testing.T) {
	m := newMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Empty"}})
	assert.Empty(t, m.ActiveUnits())
	assert.Empty(t, m.DormantUnits())
	assert.Empty(t, m.Locations())
	assert.Empty(t, m.Bought(""))
	assert.Empty(t, m.NotBought(""))
	assert.Empty(t, m.Known("", accountmap.Date{}))
	assert.Empty(t, slices.Collect(m.Communications()))
	assert.Zero(t, m.Penetration(""))
	assert.Zero(t, m.Standing(accountmap.Date{}))
	assert.True(t, m.Handoff().IsZero())
}
