package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// referrers returns "cost: person -tie/cost-> person" of each path.
func referrers(t *testing.T, a *accountmap.Account, unit accountmap.UnitID) (got []string) {
	t.Helper()
	for _, r := range newMap(t, a).ReferrersInto(unit, accountmap.Date{}) {
		line := fmt.Sprintf("%d: %s", r.Cost, r.Contact)
		for _, h := range r.Path {
			line += fmt.Sprintf(" -%s/%d-> %s", h.Reasons[0], h.Cost, h.To)
		}
		got = append(got, line)
	}
	return got
}

func TestReferrersInto(t *testing.T) {
	// wanda: allied with lara, of unknown strength (4), champion (0); asked twice this year (2).
	// wim: knows eli, strength 4 (2), supporter (1); not in depth (1).
	assert.Equal(t, []accountmap.Referrer{
		{Contact: "wim", To: "eli", Cost: 4, Reasons: []accountmap.Reason{"known-well", "supporter"}, Path: []accountmap.Hop{
			{From: "wim", To: "eli", Strength: 4, Cost: 3, Reasons: []accountmap.Reason{"informal-tie", "supporter"}}}},
		{Contact: "wanda", To: "lara", Cost: 6, Asks: 2, Reasons: []accountmap.Reason{"known-well", "champion", "asked-this-year"},
			Path: []accountmap.Hop{{From: "wanda", To: "lara", Cost: 4, Reasons: []accountmap.Reason{"allied", "champion"}}}},
	}, newMap(t, network()).ReferrersInto("east", accountmap.Date{}), "with all below")
	assert.Equal(t, []string{
		"6: wanda -allied/4-> lara",
		"16: wim -informal-tie/3-> eli -reports-to/6-> emma -manages/6-> lara",
	}, referrers(t, network(), "lab"))
	assert.Len(t, referrers(t, network(), "depot"), 3, "nobody is there, but at the head of a unit above")
	assert.Empty(t, referrers(t, network(), "nowhere"))
}

func ExampleMap_ReferrersInto() {
	a := orchard()
	a.Contacts[0].ContactLevel = accountmap.ContactLevelInDepth
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "nia", Name: "Nia Papa", Unit: "store"})
	a.Relationships = []accountmap.Relationship{{From: "jan", To: "nia", Kind: accountmap.RelationshipAlliance, Strength: 5}}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range m.ReferrersInto("store", accountmap.Date{}) {
		fmt.Println("ask", r.Contact, r.Reasons)
		for _, h := range r.Path {
			fmt.Println(" ", h.From, "to", h.To, h.Reasons)
		}
	}
	// Output:
	// ask eva [known-well champion asked-this-year ask-pending]
	//   eva to jan [manages champion]
	//   jan to nia [allied stance-unknown]
}

func TestReferrersWithinAUnit(t *testing.T) {
	// Into group and all units below it. We do not know these people well: ceo, cfo, emma, eli,
	// lara and legal.
	got := referrers(t, network(), "group")
	assert.Equal(t, []string{"3: wanda -influences/1-> cfo", "4: wim -informal-tie/3-> eli"}, got)
	r := newMap(t, network()).ReferrersInto("group", accountmap.Date{})[0]
	assert.Equal(t, []accountmap.Reason{"known-well", "champion", "inside", "asked-this-year"}, r.Reasons)
}

func TestReferralPathsKeepClear(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(a *accountmap.Account)
		want []string
	}{
		"of a person whom we could ask": {func(a *accountmap.Account) { a.Contacts[6].ContactLevel = accountmap.ContactLevelInDepth },
			[]string{"6: eli -reports-to/6-> emma", "6: wanda -allied/4-> lara"}},
		"of blockers": {func(a *accountmap.Account) { a.Contacts[6].Stance = accountmap.StanceBlocker },
			[]string{"6: wanda -allied/4-> lara"}},
		"of those who left": {func(a *accountmap.Account) { a.Contacts[6].Left = day(2026, 1, 1) },
			[]string{"6: wanda -allied/4-> lara"}},
		"of asking sceptics": {func(a *accountmap.Account) { a.Contacts[2].Stance = accountmap.StanceSceptic },
			[]string{"4: wim -informal-tie/3-> eli"}},
		"but not of being handed on by them": {func(a *accountmap.Account) {
			a.Relationships, a.Contacts[7].ContactLevel = nil, accountmap.ContactLevelInDepth
		},
			[]string{"11: wanda -reports-to/4-> ceo -manages/5-> emma"}},
	} {
		a := network()
		c.edit(a)
		assert.Equal(t, c.want, referrers(t, a, "east"), name)
	}
}

func TestPlaceholdersAreGoalsAndNoSteps(t *testing.T) {
	a := network()
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "clerk", Name: "Clerk", Unit: "depot", AssistantTo: "legal"})
	a.Contacts[7].ContactLevel, a.Contacts[7].Stance = accountmap.ContactLevelMultiple, accountmap.StanceSupporter
	got := newMap(t, a).ReferrersInto("lab", accountmap.Date{})
	require.Len(t, got, 1)
	assert.Equal(t, accountmap.Hop{From: "lara", To: "legal", Cost: 4, Reasons: []accountmap.Reason{"manages", "supporter", "not-yet-known"}},
		got[0].Path[0])
	assert.Empty(t, newMap(t, a).ReferrersInto("depot", accountmap.Date{}), "the clerk is behind somebody not yet known")
}

// A cheap path that has used up its hops must not hide a shorter, more expensive one.
func TestReferralPathsAreShort(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Far"}, Units: []accountmap.Unit{{ID: "home", Name: "Home"}, {ID: "far", Name: "Far"}}}
	tie := func(from, to accountmap.ContactID, strength int) {
		a.Relationships = append(a.Relationships, accountmap.Relationship{From: from, To: to, Kind: accountmap.RelationshipAlliance, Strength: strength})
	}
	for _, id := range []accountmap.ContactID{"a", "b1", "b2", "b3", "c1", "c2", "c3", "goal"} {
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: "X", Unit: "home", Stance: accountmap.StanceChampion})
	}
	a.Contacts[0].ContactLevel, a.Contacts[7].Unit = accountmap.ContactLevelInDepth, "far"
	tie("a", "b1", 5)
	tie("b1", "b2", 5)
	tie("b2", "b3", 5)
	tie("b3", "c1", 5)
	tie("c1", "c2", 5)
	tie("c2", "goal", 5)
	assert.Equal(t, []string{"6: a -allied/1-> b1 -allied/1-> b2 -allied/1-> b3 -allied/1-> c1 -allied/1-> c2 -allied/1-> goal"}, referrers(t, a, "far"))
	a.Relationships[5].To = "c3"
	tie("c3", "goal", 5)
	assert.Empty(t, referrers(t, a, "far"), "seven hops")
	tie("c1", "goal", 1)
	assert.Equal(t, []string{"9: a -allied/1-> b1 -allied/1-> b2 -allied/1-> b3 -allied/1-> c1 -allied/5-> goal"}, referrers(t, a, "far"))
}

// everyPath finds the cheapest path for everybody whom we can ask by trying all paths, with the
// rules in the documentation of ReferrersInto.
type everyPath struct {
	m        *accountmap.Map
	unit     accountmap.UnitID
	cheapest map[accountmap.ContactID]int
}

func knownWell(c accountmap.Contact) bool {
	return c.Left.IsZero() && !c.Placeholder && c.Stance != accountmap.StanceBlocker &&
		(c.ContactLevel == accountmap.ContactLevelMultiple || c.ContactLevel == accountmap.ContactLevelInDepth)
}

func (e *everyPath) from(start, at accountmap.Contact, cost, hops int) {
	if hops > 0 && knownWell(at) && !at.Stance.Against() {
		return
	}
	if hops > 0 && !knownWell(at) && below(e.m, at.Unit, e.unit) && at.Unit != "" && at.Left.IsZero() && at.Stance != accountmap.StanceBlocker {
		if best, found := e.cheapest[start.ID]; !found || cost < best {
			e.cheapest[start.ID] = cost
		}
	}
	if hops == 6 || !at.Left.IsZero() || at.Placeholder || at.Stance == accountmap.StanceBlocker {
		return
	}
	favour := map[accountmap.Stance]int{accountmap.StanceSupporter: 1, accountmap.StanceNeutral: 2, "": 3, accountmap.StanceSceptic: 4}[at.Stance]
	next := func(id accountmap.ContactID, tie int) {
		if c, ok := e.m.Contact(id); ok && id != at.ID {
			e.from(start, c, cost+tie+favour, hops+1)
		}
	}
	next(at.ReportsTo, 4)
	next(at.AssistantTo, 3)
	for c := range e.m.Contacts() {
		if c.ReportsTo == at.ID {
			next(c.ID, 3)
		}
		if c.AssistantTo == at.ID {
			next(c.ID, 3)
		}
	}
	for r := range e.m.Relationships() {
		tie := 6 - r.Strength
		if r.Strength == 0 {
			tie = 4
		}
		switch {
		case r.Kind == accountmap.RelationshipConflict:
		case r.From == at.ID:
			next(r.To, tie)
		case r.To == at.ID && r.Kind == accountmap.RelationshipInfluence:
			next(r.From, tie+1)
		case r.To == at.ID:
			next(r.From, tie)
		}
	}
}

func TestNoPathIsCheaper(t *testing.T) {
	norace.Only(t)
	shape := accountmaptest.Typical(12)
	shape.Units, shape.Relationships, shape.Endorsements = 3, 8, 0
	found := 0
	for seed := range uint64(40) {
		m := newMap(t, accountmaptest.Generate(seed, shape))
		for u := range m.Units() {
			e := &everyPath{m, u.ID, map[accountmap.ContactID]int{}}
			for c := range m.Contacts() {
				if knownWell(c) && !c.Stance.Against() {
					e.from(c, c, 0, 0)
				}
			}
			got := map[accountmap.ContactID]int{}
			for _, r := range m.ReferrersInto(u.ID, accountmap.Date{}) {
				cost := 0
				for _, h := range r.Path {
					cost += h.Cost
				}
				got[r.Contact] = cost
			}
			assert.Equal(t, e.cheapest, got, "seed %d, into %s", seed, u.ID)
			found += len(got)
		}
	}
	assert.Greater(t, found, 50)
}
