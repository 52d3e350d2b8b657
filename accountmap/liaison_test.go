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

// company returns a group with a plant and a shop. We know people in the plant and in the group.
func company() *accountmap.Account {
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: day(2026, 11, 1)},
		Units:    []accountmap.Unit{{ID: "group", Name: "Group"}, {ID: "plant", Name: "Plant", Parent: "group"}, {ID: "shop", Name: "Shop", Parent: "group"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{
			{ID: "boss", Name: "Boss", Unit: "group", Owner: "laura"},
			{ID: "buyer", Name: "Buyer", Unit: "plant", Power: 5, ContactLevel: accountmap.ContactLevelBrief},
			{ID: "friend", Name: "Friend", Unit: "plant", ContactLevel: accountmap.ContactLevelInDepth, Owner: "jan", Left: day(2026, 12, 1)},
			{ID: "somebody", Title: "Head", Unit: "shop", Placeholder: true, Power: 5},
		},
		Team: []accountmap.Member{
			{ID: "laura", Name: "Laura", Units: []accountmap.UnitID{"group"}}, {ID: "jan", Name: "Jan", Units: []accountmap.UnitID{"plant"}, To: day(2026, 12, 31)},
			{ID: "ana", Name: "Ana", From: day(2026, 6, 1)},
		},
		Handoff: accountmap.Handoff{From: "laura", To: "ana", Start: day(2026, 10, 1), End: day(2026, 12, 15)},
	}
}

func TestLiaison(t *testing.T) {
	m := newMap(t, company())
	type recorded = accountmap.Liaison
	for name, c := range map[string]struct {
		unit     accountmap.UnitID
		day      accountmap.Date
		recorded recorded
		want     recorded
	}{
		"the best known of the unit, not the most powerful": {"plant", day(2026, 11, 1), recorded{}, recorded{"friend", "jan"}},
		"not a person who has left by then":                 {"plant", day(2026, 12, 1), recorded{}, recorded{"buyer", "jan"}},
		"nor one of ours whose time is over":                {"plant", day(2027, 1, 1), recorded{}, recorded{"buyer", "ana"}},
		"of the unit above where we know nobody":            {"shop", day(2026, 11, 1), recorded{}, recorded{"boss", "laura"}},
		"nor the one who has handed over":                   {"shop", day(2026, 12, 16), recorded{}, recorded{"boss", "ana"}},
		"up to the last day":                                {"shop", day(2026, 12, 15), recorded{}, recorded{"boss", "laura"}},
		"the most powerful of the whole client":             {"", day(2026, 11, 1), recorded{}, recorded{"buyer", "ana"}},
		"whoever is recorded":                               {"plant", day(2026, 11, 1), recorded{"buyer", "ana"}, recorded{"buyer", "ana"}},
		"unless they have left":                             {"", day(2027, 1, 1), recorded{"friend", "jan"}, recorded{"buyer", "ana"}},
		"the owner of who is recorded":                      {"shop", day(2026, 11, 1), recorded{Contact: "friend"}, recorded{"friend", "jan"}},
		"the account's own day":                             {"plant", accountmap.Date{}, recorded{}, recorded{"friend", "jan"}},
		"an unknown unit is the whole client":               {"moon", day(2026, 11, 1), recorded{}, recorded{"buyer", "ana"}},
	} {
		assert.Equal(t, c.want, m.Liaison(c.unit, c.day, c.recorded), name)
	}
	flat := company()
	flat.Units[2].Parent = ""
	assert.Equal(t, recorded{"buyer", "ana"}, newMap(t, flat).Liaison("shop", day(2026, 11, 1), recorded{}), "where nobody is known in the unit or above")
	for i := range flat.Contacts {
		flat.Contacts[i].Unit = ""
	}
	assert.Equal(t, recorded{"buyer", "laura"}, newMap(t, flat).Liaison("group", day(2026, 11, 1), recorded{}), "people whose unit is unknown are the client's, too")
	assert.Zero(t, newMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}}).Liaison("", day(2026, 1, 1), recorded{}))
}

func TestLastDay(t *testing.T) {
	m := newMap(t, company())
	assert.Equal(t, day(2026, 12, 15), m.LastDay("laura"), "who hands over stays until the end of the handoff")
	assert.Equal(t, day(2026, 12, 31), m.LastDay("jan"))
	assert.Zero(t, m.LastDay("ana"))
	assert.Zero(t, m.LastDay("nobody"))
	a := company()
	a.Team[0].To = day(2026, 11, 30)
	assert.Equal(t, day(2026, 11, 30), newMap(t, a).LastDay("laura"), "the member's own last day is the more exact")
	a = company()
	a.Handoff.To = "laura"
	assert.Zero(t, newMap(t, a).LastDay("laura"), "who hands over to themselves stays")
}

func TestHere(t *testing.T) {
	stays, leaves := accountmap.Contact{}, accountmap.Contact{Left: day(2026, 12, 1)}
	assert.True(t, stays.Here(accountmap.Date{}))
	assert.True(t, leaves.Here(day(2026, 11, 30)))
	assert.False(t, leaves.Here(day(2026, 12, 1)))
	assert.False(t, leaves.Here(accountmap.Date{}), "on a day that nobody knows")
}

// records lists the methods that return entries unchanged, with all their people.
var records = []string{"Account", "Cadences", "Commitments", "Communications", "Contact", "Contacts", "ContactsIn", "Endorsements", "Exposures",
	"FollowUps", "Goals", "Handoff", "InFocus", "Member", "Milestones", "Objections", "Relationships", "Select", "Surveys", "Team"}

// TestNobodyWhoLeftIsInAnAnswer lets each person of both sides leave. No answer to a question with
// a day may name the person.
func TestNobodyWhoLeftIsInAnAnswer(t *testing.T) {
	norace.Only(t)
	asOf := day(2026, 11, 1)
	seen := map[string]bool{} // the questions that name people
	accounts := []*accountmap.Account{company()}
	for seed := range uint64(5) {
		accounts = append(accounts, accountmaptest.Generate(seed, accountmaptest.Typical(15+5*int(seed%3))))
	}
	for seed, a := range accounts {
		a.AsOf = asOf
		for i := range a.Contacts {
			a.Contacts[i].Left = accountmap.Date{}
		}
		for name, people := range named(t, newMap(t, a), asOf) {
			seen[name] = seen[name] || len(people) > 0
		}
		for i := range a.Contacts {
			gone := *a
			gone.Contacts = slices.Clone(a.Contacts)
			gone.Contacts[i].Left = asOf
			for name, people := range named(t, newMap(t, &gone), asOf) {
				assert.NotContains(t, people, "contact "+string(a.Contacts[i].ID), "seed %d: %s", seed, name)
			}
		}
		for i := range a.Team {
			gone := *a
			gone.Team = slices.Clone(a.Team)
			gone.Team[i].To = asOf.AddDays(-1)
			for name, people := range named(t, newMap(t, &gone), asOf) {
				if name != "UnownedKeyPlayers" { // which names the owner who has gone
					assert.NotContains(t, people, "member "+string(a.Team[i].ID), "seed %d: %s", seed, name)
				}
			}
		}
	}
	for _, name := range []string{"Asked", "BuyingCommittee", "Candidates", "Cover", "Exposed", "ExposureGaps", "Known", "Liaison", "Links", "Overdue", "ReExposures",
		"ReferencesFor", "ReferrersInto", "Serving", "SingleThreads", "UnownedKeyPlayers"} {
		assert.True(t, seen[name], "%s names nobody in any of the accounts", name)
	}
}

// named calls every question of a map with all values of its arguments, and returns the people in
// each answer.
func named(t *testing.T, m *accountmap.Map, asOf accountmap.Date) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	v := reflect.ValueOf(m)
	for i := range v.NumMethod() {
		name := v.Type().Method(i).Name
		if slices.Contains(records, name) {
			continue
		}
		calls := [][]reflect.Value{{}}
		for k := range v.Method(i).Type().NumIn() {
			var longer [][]reflect.Value
			for _, value := range arguments(t, m, v.Method(i).Type().In(k), asOf, name) {
				for _, call := range calls {
					longer = append(longer, append(slices.Clone(call), value))
				}
			}
			calls = longer
		}
		for _, call := range calls {
			for _, out := range v.Method(i).Call(call) {
				found[name] = append(found[name], namedIn(out)...)
			}
		}
	}
	return found
}

// arguments returns the values for a call of a question.
func arguments(t *testing.T, m *accountmap.Map, of reflect.Type, asOf accountmap.Date, name string) []reflect.Value {
	t.Helper()
	var values []reflect.Value
	add := func(v any) { values = append(values, reflect.ValueOf(v)) }
	switch of {
	case reflect.TypeFor[accountmap.Date]():
		add(asOf)
	case reflect.TypeFor[accountmap.UnitID]():
		add(accountmap.UnitID(""))
		for u := range m.Units() {
			add(u.ID)
		}
	case reflect.TypeFor[accountmap.ProductID]():
		for p := range m.Products() {
			if len(values) < 3 {
				add(p.ID)
			}
		}
	case reflect.TypeFor[accountmap.EndorsementKind]():
		for _, k := range accountmap.EndorsementKinds() {
			add(k)
		}
	case reflect.TypeFor[accountmap.PeriodLength]():
		add(accountmap.PeriodMonth)
	case reflect.TypeFor[int]():
		add(4)
	default: // options, and ids of entries without people
		require.NotEqual(t, reflect.Pointer, of.Kind(), name)
		values = append(values, reflect.Zero(of))
	}
	return values
}

// namedIn lists the ids of people within a value.
func namedIn(v reflect.Value) (people []string) {
	switch v.Kind() {
	case reflect.String:
		switch v.Interface().(type) {
		case accountmap.ContactID:
			return []string{"contact " + v.String()}
		case accountmap.MemberID:
			return []string{"member " + v.String()}
		}
	case reflect.Slice:
		for i := range v.Len() {
			people = append(people, namedIn(v.Index(i))...)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[accountmap.Member]() {
			return []string{"member " + v.FieldByName("ID").String()} // its reach is not an answer
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				people = append(people, namedIn(v.Field(i))...)
			}
		}
	}
	return people
}

// TestEverythingDueHasAPersonOnEachSide removes the people from an overdue entry of each kind.
func TestEverythingDueHasAPersonOnEachSide(t *testing.T) {
	a := late()
	for i := range a.Commitments {
		a.Commitments[i].By, a.Commitments[i].To = "", ""
	}
	for i := range a.Cases {
		a.Cases[i].Owner, a.Cases[i].Contact = "", ""
	}
	for i := range a.Goals {
		a.Goals[i].Owner = "left"
	}
	for i := range a.Milestones {
		a.Milestones[i].Owner, a.Milestones[i].Contact = "", ""
	}
	for i := range a.Communications {
		a.Communications[i].Members = nil
	}
	kinds := map[accountmap.OverdueKind]bool{}
	for _, o := range newMap(t, a).Overdue(accountmap.Date{}, accountmap.Deadlines{}) {
		kinds[o.Kind] = true
		assert.NotEmpty(t, o.Member, fmt.Sprint(o))
		if o.Kind != accountmap.OverdueFollowUp { // one of the follow-ups is among our own people
			assert.NotEmpty(t, o.Contact, fmt.Sprint(o))
			assert.NotEqual(t, accountmap.ContactID("left"), o.Contact)
		}
	}
	assert.Len(t, kinds, len(accountmap.OverdueKinds()))
}
