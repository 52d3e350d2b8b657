package accountmap_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// since compares the sample with itself after an edit.
func since(t *testing.T, edit func(a *accountmap.Account)) accountmap.Changes {
	t.Helper()
	a := sample()
	edit(a)
	return accountmap.Compare(newMap(t, sample()), newMap(t, a))
}

// describe lists the changes as "id kind keys".
func describe[T any](list accountmap.ChangeList[T], id func(T) string) []string {
	lines := []string{}
	for _, c := range list {
		entry := c.After
		if c.Kind == accountmap.ChangeRemoved {
			entry = c.Before
		}
		lines = append(lines, fmt.Sprint(id(entry), " ", c.Kind, " ", c.Keys))
	}
	return lines
}

func contactID(c accountmap.Contact) string { return string(c.ID) }

func TestCompareEqualMaps(t *testing.T) {
	m := newMap(t, sample())
	for name, other := range map[string]*accountmap.Map{"itself": m, "its like": newMap(t, sample()), "selected": m.Select(accountmap.Scope{})} {
		c := accountmap.Compare(m, other)
		assert.Equal(t, accountmap.Changes{}, c, name)
		assert.True(t, c.IsZero(), name)
	}
	assert.True(t, accountmap.Compare(nil, nil).IsZero())
}

func TestCompareOrder(t *testing.T) {
	c := since(t, func(a *accountmap.Account) {
		people := a.Contacts
		people[4].Title = "Chief fitter"
		people[8].Phone = "1"
		added := accountmap.Contact{ID: "new", Name: "New"}
		a.Contacts = append([]accountmap.Contact{people[8], added, people[4], people[1], people[0], people[2], people[5]}, people[7])
		a.Relationships = a.Relationships[1:]
	})
	assert.Equal(t, []string{"drifter edited [phone]", "new added []", "fitter edited [title]", "adviser removed []", "gone removed []"},
		describe(accountmap.Changed[accountmap.Contact](c), contactID), "those of now in their order, then those of before")
	assert.Equal(t, accountmap.ContactID("adviser"), accountmap.Changed[accountmap.Relationship](c).Removed()[0].From)
	assert.Equal(t, []accountmap.Contact{{ID: "new", Name: "New"}}, accountmap.Changed[accountmap.Contact](c).Added())
	assert.Equal(t, 6, c.Len())
}

func TestCompareReorderedLists(t *testing.T) {
	norace.Only(t)
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		b := newMap(t, a).Account()
		v := reflect.ValueOf(b).Elem()
		for i := range v.NumField() {
			if v.Field(i).Kind() == reflect.Slice {
				swap := reflect.Swapper(v.Field(i).Interface())
				for j, k := 0, v.Field(i).Len()-1; j < k; j, k = j+1, k-1 {
					swap(j, k)
				}
			}
		}
		assert.True(t, accountmap.Compare(m, newMap(t, b)).IsZero())
	})
}

func TestComparePeople(t *testing.T) {
	c := since(t, func(a *accountmap.Account) {
		for i := range a.Contacts {
			switch p := &a.Contacts[i]; p.ID {
			case "clerk":
				p.Title = "Office manager"
			case "cfo":
				p.Stance, p.ReportsTo, p.Roles = accountmap.StanceSupporter, "", []accountmap.Role{accountmap.RoleBudgetHolder}
			case "fitter":
				p.Left = day(2026, 10, 1)
			case "gone":
				p.Left, p.Unit = accountmap.Date{}, "hq"
			case "head":
				p.Unit, p.Power, p.Owner, p.ContactLevel = "depot", 2, "farmer", accountmap.ContactLevelInDepth
			}
		}
		a.Contacts = slices.DeleteFunc(a.Contacts, func(p accountmap.Contact) bool { return p.ID == "drifter" })
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: "fresh", Name: "Fresh"},
			accountmap.Contact{ID: "past", Name: "Past", Left: day(2026, 1, 1)})
	})
	assert.Equal(t, []string{"gone edited [unit left]", "fresh added []"}, describe(c.Joined(), contactID))
	assert.Equal(t, []string{"fitter edited [left]", "drifter removed []"}, describe(c.Left(), contactID))
	assert.Equal(t, []string{"cfo edited [reportsTo roles stance]"}, describe(accountmap.Changed[accountmap.Contact](c).Edited("stance"), contactID))
	assert.Equal(t, accountmap.StanceSceptic, accountmap.Changed[accountmap.Contact](c).Edited("roles")[0].Before.Stance)
	assert.Equal(t, accountmap.StanceSupporter, accountmap.Changed[accountmap.Contact](c).Edited("stance", "power")[0].After.Stance)
	assert.Len(t, accountmap.Changed[accountmap.Contact](c).Edited("stance", "power"), 2)
	assert.Len(t, accountmap.Changed[accountmap.Contact](c).Edited(), 5)
	assert.Empty(t, accountmap.Changed[accountmap.Contact](c).Edited("sympathy"))
}

func TestCompareUnitsAndCoverage(t *testing.T) {
	c := since(t, func(a *accountmap.Account) {
		a.Units[2].Name, a.Units[2].Parent = "Nord", ""
		a.Units = append(a.Units, accountmap.Unit{ID: "lab", Name: "Lab"})
		a.Products[0].Price.Minor++
		for i := range a.Coverage {
			switch x := &a.Coverage[i]; {
			case x.Status == accountmap.CoverageProposed:
				x.Status, x.Value = accountmap.CoverageSold, euros(5)
			case x.Unit == "hq" && x.Product == "core":
				x.Value.Minor++
			case x.Unit == "shop":
				x.Reason = "Closed"
			}
		}
		a.Coverage = append(a.Coverage[1:], accountmap.Cell{Unit: "trust", Product: "core", Status: accountmap.CoverageGap})
	})
	unit := func(u accountmap.Unit) string { return string(u.ID) }
	cell := func(x accountmap.Cell) string { return fmt.Sprint(x.Unit, "/", x.Product) }
	assert.Equal(t, []string{"north edited [name parent]", "lab added []"}, describe(accountmap.Changed[accountmap.Unit](c), unit))
	assert.Equal(t, []string{"north edited [name parent]"}, describe(accountmap.Changed[accountmap.Unit](c).Edited("parent"), unit))
	assert.Len(t, accountmap.Changed[accountmap.Product](c).Edited("price"), 1)
	assert.Equal(t, []string{"hq/core edited [value]", "depot/core edited [status value]", "shop/care edited [reason]", "trust/core added []",
		"mill/care removed []"}, describe(accountmap.Changed[accountmap.Cell](c), cell))
	assert.Equal(t, []string{"depot/core edited [status value]", "trust/core added []", "mill/care removed []"}, describe(c.Statuses(), cell))
}

func TestCompareOrders(t *testing.T) {
	c := since(t, func(a *accountmap.Account) {
		a.Orders[0].Delivered = day(2026, 12, 1)
		for _, o := range []accountmap.Order{
			{ID: "new-1", Amount: euros(500)}, {ID: "new-1", Product: "app", Amount: euros(700)}, {Amount: accountmap.Money{Minor: 9, Currency: "JPY"}},
			{ID: "new-2", Amount: euros(100_000), Status: accountmap.OrderCancelled},
		} {
			if o.Product == "" {
				o.Product = "core"
			}
			o.Unit, o.Date = "hq", day(2026, 10, 30)
			a.Orders = append(a.Orders, o)
		}
	})
	assert.Len(t, accountmap.Changed[accountmap.Order](c).Edited("delivered"), 1)
	assert.Equal(t, accountmap.OrderTotal{Lines: 3, Amounts: []accountmap.Money{euros(1200), {Minor: 9, Currency: "JPY"}}}, c.Ordered())
}

func TestCompareEntriesWithoutID(t *testing.T) {
	c := since(t, func(a *accountmap.Account) {
		a.Orders = append([]accountmap.Order{a.Orders[0]}, a.Orders...)
		again := a.Exposures[0]
		again.Reaction = accountmap.ReactionIndifferent
		a.Exposures = append([]accountmap.Exposure{again}, a.Exposures...)
	})
	assert.Equal(t, []accountmap.Order{newMap(t, sample()).Account().Orders[0]}, accountmap.Changed[accountmap.Order](c).Added(), "a second equal line is a new entry")
	assert.Len(t, accountmap.Changed[accountmap.Order](c), 1)
	require.Len(t, accountmap.Changed[accountmap.Exposure](c), 1, "an equal entry is unchanged at any index")
	assert.Equal(t, accountmap.ReactionIndifferent, accountmap.Changed[accountmap.Exposure](c).Added()[0].Reaction)
}

func TestCompareProfileAndHandoff(t *testing.T) {
	c := since(t, func(a *accountmap.Account) {
		a.Tier = "key"
		a.Handoff.SignedOff = day(2026, 11, 9)
		a.Handoff.Checklist[0].Done = !a.Handoff.Checklist[0].Done
		a.Team[1].Role = "Account manager"
	})
	assert.Equal(t, []string{"tier"}, accountmap.Changed[accountmap.Profile](c)[0].Keys)
	assert.Equal(t, "", accountmap.Changed[accountmap.Profile](c)[0].Before.Tier)
	assert.Equal(t, "key", accountmap.Changed[accountmap.Profile](c)[0].After.Tier)
	assert.Equal(t, []string{"checklist", "signedOff"}, accountmap.Changed[accountmap.Handoff](c)[0].Keys)
	assert.True(t, accountmap.Changed[accountmap.Handoff](c)[0].Edits("signedOff"))
	assert.False(t, accountmap.Changed[accountmap.Handoff](c)[0].Edits("start"))
	assert.Len(t, accountmap.Changed[accountmap.Member](c).Edited("role"), 1)
	assert.Equal(t, 3, c.Len())

	none := since(t, func(a *accountmap.Account) { a.Handoff = accountmap.Handoff{} })
	assert.Equal(t, accountmap.ChangeRemoved, accountmap.Changed[accountmap.Handoff](none)[0].Kind)
	assert.Equal(t, sample().Handoff, accountmap.Changed[accountmap.Handoff](none)[0].Before)
}

func TestCompareWithNothing(t *testing.T) {
	a := accountmaptest.Full()
	c := accountmap.Compare(nil, newMap(t, a))
	assert.Equal(t, accountmap.ChangeAdded, accountmap.Changed[accountmap.Profile](c)[0].Kind)
	assert.Equal(t, accountmap.ChangeAdded, accountmap.Changed[accountmap.Handoff](c)[0].Kind)
	assert.Equal(t, a.Contacts, accountmap.Changed[accountmap.Contact](c).Added())
	assert.Equal(t, a.Risks, accountmap.Changed[accountmap.Risk](c).Added())
	assert.Len(t, accountmap.Changed[accountmap.Milestone](accountmap.Compare(newMap(t, a), nil)).Removed(), 3)
}

// entries counts the entries of the changes by list, kind and keys, with Before and After. Mirrored
// swaps the two.
func entries(c accountmap.Changes, mirrored bool) map[string]int {
	count := map[string]int{}
	opposite := map[accountmap.ChangeKind]accountmap.ChangeKind{
		accountmap.ChangeAdded: accountmap.ChangeRemoved, accountmap.ChangeRemoved: accountmap.ChangeAdded, accountmap.ChangeEdited: accountmap.ChangeEdited}
	for key, list := range c.Lists() {
		for _, x := range list {
			if mirrored {
				x.Kind, x.Before, x.After = opposite[x.Kind], x.After, x.Before
			}
			count[fmt.Sprintf("%s %s %v %#v %#v", key, x.Kind, x.Keys, x.Before, x.After)]++
		}
	}
	return count
}

func mirror(t *testing.T, a, b *accountmap.Map) {
	t.Helper()
	there, back := accountmap.Compare(a, b), accountmap.Compare(b, a)
	require.Equal(t, entries(there, false), entries(back, true))
	require.Equal(t, there.Len(), back.Len())
	require.ElementsMatch(t, describe(there.Joined(), contactID), swapped(describe(back.Left(), contactID)))
	require.ElementsMatch(t, describe(there.Left(), contactID), swapped(describe(back.Joined(), contactID)))
}

func swapped(lines []string) []string {
	for i, line := range lines {
		var id, kind, keys string
		_, _ = fmt.Sscan(line, &id, &kind)
		keys = line[len(id)+len(kind)+2:]
		switch kind {
		case "added":
			kind = "removed"
		case "removed":
			kind = "added"
		}
		lines[i] = id + " " + kind + " " + keys
	}
	return lines
}

func TestCompareBackwardsIsTheMirror(t *testing.T) {
	norace.Only(t)
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		mirror(t, m, m)
		mirror(t, m, m.Select(client))
		if len(a.Units) > 0 {
			mirror(t, m, m.Select(accountmap.Scope{Units: []accountmap.UnitID{a.Units[0].ID}}))
		}
	})
	for _, s := range accountmaptest.Shapes() {
		for seed := range uint64(4) {
			mirror(t, newMap(t, accountmaptest.Generate(seed, s)), newMap(t, accountmaptest.Generate(seed+1, s)))
		}
	}
	mirror(t, newMap(t, sample()), newMap(t, accountmaptest.Full()))
	mirror(t, nil, newMap(t, accountmaptest.Full()))
}

func TestCompareSharesNothing(t *testing.T) {
	m, n := newMap(t, accountmaptest.Full()), newMap(t, sample())
	before, other := m.Account(), n.Account()
	for _, c := range []accountmap.Changes{
		accountmap.Compare(m, n), accountmap.Compare(nil, m), accountmap.Compare(m, m.Select(client)), accountmap.Compare(n, nil),
	} {
		for _, list := range c.Lists() {
			for _, x := range list {
				scribble(reflect.ValueOf(&x.Before))
				scribble(reflect.ValueOf(&x.After))
			}
		}
	}
	assert.Equal(t, before, m.Account())
	assert.Equal(t, other, n.Account())
}
