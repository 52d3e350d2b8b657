package accountmap_test

import (
	"iter"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
			if m.Grouping(u.ID) {
				list = append(list, u.ID)
			}
		}
		return list
	}
	assert.Equal(t, []accountmap.UnitID{"north"}, groupings(sample()))

	for name, edit := range map[string]func(a *accountmap.Account){
		"somebody sits in it": func(a *accountmap.Account) { a.Contacts[8].Unit = "north" },
		"it was assessed": func(a *accountmap.Account) {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "north", Product: "hub", Status: accountmap.StatusGap})
		},
		"it ordered":            func(a *accountmap.Account) { a.Orders[0].Unit = "north" },
		"it has no units below": func(a *accountmap.Account) { a.Units[4].Parent, a.Units[5].Parent = "hq", "" },
	} {
		a := sample()
		edit(a)
		assert.Empty(t, groupings(a), name)
	}
	assert.False(t, newMap(t, sample()).Grouping("nowhere"))
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

func TestActiveUnits(t *testing.T) {
	assert.Equal(t, []accountmap.UnitActivity{
		{Unit: "mill", Sold: 2, Open: 1, Lapsed: 1, LastOrder: day(2026, 2, 1)},
		{Unit: "hq", Sold: 1},
	}, newMap(t, sample()).ActiveUnits())
}

func TestDormantUnits(t *testing.T) {
	assert.Equal(t, []accountmap.UnitActivity{
		{Unit: "depot", Open: 1},
		{Unit: "shop", Lapsed: 1},
		{Unit: "trust", LastOrder: day(2025, 1, 10)},
	}, newMap(t, sample()).DormantUnits(), "a cancelled order is none")
}

func TestLocations(t *testing.T) {
	assert.Equal(t, []accountmap.Location{
		{Unit: "hq", Country: "Spain", City: "Madrid"},
		{Unit: "north", Country: "Spain", City: "Madrid", From: "hq"},
		{Unit: "mill", Country: "Poland", City: "Gdańsk"},
		{Unit: "depot", Country: "Spain", City: "Madrid", From: "hq"},
		{Unit: "shop", Country: "Portugal"},
		{Unit: "trust"},
	}, newMap(t, sample()).Locations())
}

func TestBought(t *testing.T) {
	m := newMap(t, sample())
	mill := []accountmap.Purchase{
		{Unit: "mill", Product: "core", Status: "sold", Orders: 2, First: day(2025, 3, 1), Last: day(2026, 2, 1), Quantity: 5,
			Amounts: []accountmap.Money{money(15000, "USD"), money(10000, "EUR")}},
		{Unit: "mill", Product: "app", Status: "sold"},
		{Unit: "mill", Product: "care", Status: "lapsed", Orders: 1, First: day(2024, 6, 1), Last: day(2024, 6, 1), Quantity: 1},
	}
	assert.Equal(t, mill, m.Bought("mill"))
	assert.Equal(t, mill, m.Bought("north"))
	assert.Equal(t, slices.Concat([]accountmap.Purchase{{Unit: "hq", Product: "core", Status: "sold"}}, mill, []accountmap.Purchase{
		{Unit: "shop", Product: "care", Status: "lapsed"},
		{Unit: "trust", Product: "app", Orders: 1, First: day(2025, 1, 10), Last: day(2025, 1, 10), Quantity: 0.5},
	}), m.Bought(""))
	assert.Empty(t, m.Bought("depot"))
	assert.Empty(t, m.Bought("nowhere"))
}

func TestBoughtCountsBeyondTheLargestAmount(t *testing.T) {
	a := sample()
	a.Orders[0].Amount, a.Orders[1].Amount = money(math.MaxInt64, ""), money(7, "EUR")
	assert.Equal(t, []accountmap.Money{money(math.MaxInt64, "EUR"), money(7, "EUR")}, newMap(t, a).Bought("mill")[0].Amounts)
}

func TestNotBought(t *testing.T) {
	m := newMap(t, sample())
	cells := func(scope accountmap.UnitID) (list []string) {
		for _, c := range m.NotBought(scope) {
			list = append(list, string(c.Unit)+" "+string(c.Product)+" "+string(c.Status))
		}
		return list
	}
	assert.Equal(t, []string{
		"hq hub not-relevant", "hq app ", "hq care ",
		"mill hub opportunity",
		"depot core proposed", "depot hub ", "depot app blocked", "depot care gap",
		"shop core ", "shop hub ", "shop app ",
		"trust core ", "trust hub ", "trust care ",
	}, cells(""))
	assert.Equal(t, []string{"mill hub opportunity", "depot core proposed", "depot hub ", "depot app blocked", "depot care gap"}, cells("north"))
	assert.Empty(t, cells("nowhere"))
	assert.Equal(t, "Leased devices", m.NotBought("depot")[2].Reason)
}

func TestKnown(t *testing.T) {
	m := newMap(t, sample())
	hq := accountmap.UnitContacts{Unit: "hq", Contacts: []accountmap.ContactID{"boss", "cfo", "clerk", "adviser"}}
	mill := accountmap.UnitContacts{Unit: "mill", Contacts: []accountmap.ContactID{"head", "fitter"}, Missing: []accountmap.ContactID{"legal"}}
	assert.Equal(t, []accountmap.UnitContacts{hq, mill, {Unit: "depot"}, {Unit: "shop"}, {Unit: "trust"}}, m.Known(""))
	assert.Equal(t, []accountmap.UnitContacts{mill, {Unit: "depot"}}, m.Known("north"))
	assert.Empty(t, m.Known("nowhere"))
}

func TestAsked(t *testing.T) {
	m := newMap(t, sample())
	assert.Equal(t, []accountmap.Ask{
		{Contact: "head", Times: 2, Given: 1, Open: 1, Last: day(2026, 3, 1)},
		{Contact: "boss", Times: 1, Declined: 1, Last: day(2026, 2, 1)},
	}, m.Asked(accountmap.EndorsementReferral), "the fitter gave without being asked")
	assert.Equal(t, []accountmap.Ask{{Contact: "boss", Times: 1, Given: 1, Last: day(2026, 2, 2)}}, m.Asked(accountmap.EndorsementTestimonial))
	assert.Empty(t, m.Asked("gossip"))
}

func TestGiven(t *testing.T) {
	m := newMap(t, sample())
	referrals := m.Given(accountmap.EndorsementReferral)
	assert.Equal(t, accountmap.Conversion{Asked: 3, Given: 1, Declined: 1, Open: 1, Unasked: 1}, referrals)
	assert.InDelta(t, 1.0/3, referrals.Share(), 1e-9)
	assert.Equal(t, 1.0, m.Given(accountmap.EndorsementTestimonial).Share())
	assert.Zero(t, m.Given("gossip").Share())
}

func TestCommunicationsLatestFirst(t *testing.T) {
	var subjects []string
	for _, c := range newMap(t, sample()).Communications() {
		subjects = append(subjects, c.Subject)
	}
	assert.Equal(t, []string{"second", "third", "first"}, subjects)
}

func TestPenetration(t *testing.T) {
	m := newMap(t, sample())
	for scope, want := range map[accountmap.UnitID]accountmap.Penetration{
		"": {Sold: 3, Sellable: 18}, "hq": {Sold: 3, Sellable: 10}, "north": {Sold: 2, Sellable: 7}, "mill": {Sold: 2, Sellable: 4},
		"depot": {Sold: 0, Sellable: 3}, "trust": {Sold: 0, Sellable: 4}, "shop": {Sold: 0, Sellable: 4}, "nowhere": {},
	} {
		assert.Equal(t, want, m.Penetration(scope), "in %q", scope)
	}
	for product, want := range map[accountmap.ProductID]accountmap.Penetration{
		"core": {Sold: 2, Sellable: 5}, "hub": {Sold: 0, Sellable: 4}, "app": {Sold: 1, Sellable: 4}, "care": {Sold: 0, Sellable: 5}, "none": {},
	} {
		assert.Equal(t, want, m.ProductPenetration(product), "of %q", product)
	}
	assert.InDelta(t, 3.0/18, m.Penetration("").Share(), 1e-12)
	assert.Zero(t, accountmap.Penetration{}.Share())
}

func TestProductsIn(t *testing.T) {
	m := newMap(t, sample())
	for scope, want := range map[accountmap.UnitID]accountmap.Penetration{
		"": {Sold: 2, Sellable: 4}, "hq": {Sold: 2, Sellable: 4}, "north": {Sold: 2, Sellable: 4}, "mill": {Sold: 2, Sellable: 4},
		"depot": {Sold: 0, Sellable: 3}, "trust": {Sold: 0, Sellable: 4}, "nowhere": {},
	} {
		assert.Equal(t, want, m.ProductsIn(scope), "in %q", scope)
	}
}

func TestMatrix(t *testing.T) {
	x := newMap(t, sample()).Matrix()
	assert.Equal(t, []accountmap.UnitID{"hq", "mill", "depot", "shop", "trust"}, unitIDs(x.Units()))
	assert.Equal(t, accountmap.StatusOpportunity, x.At("mill", "hub").Status)
	assert.Equal(t, accountmap.CompetitorID("rival"), x.At("mill", "hub").Competitor)
	assert.Equal(t, accountmap.Cell{Unit: "trust", Product: "core"}, x.At("trust", "core"))
	assert.Equal(t, accountmap.StatusUnassessed, x.At("nowhere", "nothing").Status)
}

func TestStanding(t *testing.T) {
	s := newMap(t, sample()).Standing()
	assert.Equal(t, accountmap.Standing{For: 2, Against: 2, Neutral: 1, Unknown: 3}, s)
	assert.Equal(t, 8, s.Total(), "all but the one who left")
}

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
	assert.Empty(t, m.Known(""))
	assert.Empty(t, m.Communications())
	assert.Zero(t, m.Penetration(""))
	assert.Zero(t, m.Standing())
	assert.True(t, m.Handoff().IsZero())
}
