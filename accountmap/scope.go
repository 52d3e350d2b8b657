package accountmap

import (
	"fmt"
	"slices"
	"strings"
)

// Scope says which part of a map to keep. The zero Scope keeps everything.
type Scope struct {
	// Units keeps these units and all below them; nil keeps every unit. The units above them stay as groupings, without people, coverage or
	// orders of their own. Ids that the map does not have are ignored.
	Units []UnitID
	// Products keeps these products; nil keeps every product.
	Products []ProductID
	// Audience is who will read what is made of the part; what they may not read is left out. Empty means our own people.
	Audience Audience
}

// Select returns the part of the map within the scope, which is a valid map too. An entry that refers to something left out loses the reference
// if it means something without it (a contact stays without a manager who is elsewhere), and is left out otherwise (an order of another unit).
// The team, the competitors and the handoff stay.
func (m *Map) Select(s Scope) *Map {
	k := m.keep(s)
	a := m.a.clone()
	a.Units = slices.DeleteFunc(a.Units, func(u Unit) bool { return !k.units[u.ID] })
	a.Products = slices.DeleteFunc(a.Products, func(p Product) bool { return !k.products[p.ID] })
	a.Contacts = slices.DeleteFunc(a.Contacts, func(c Contact) bool { return !k.contacts[c.ID] })
	for i := range a.Contacts {
		c := &a.Contacts[i]
		clearUnless(k.contacts, &c.ReportsTo, &c.AssistantTo)
	}
	a.Relationships = slices.DeleteFunc(a.Relationships, func(r Relationship) bool { return !k.contacts[r.From] || !k.contacts[r.To] })
	a.Coverage = slices.DeleteFunc(a.Coverage, func(c Cell) bool { return !k.inside[c.Unit] || !k.products[c.Product] })
	a.Orders = slices.DeleteFunc(a.Orders, func(o Order) bool { return !k.inside[o.Unit] || !k.products[o.Product] })
	k.contracts(a)
	k.activities(a)
	k.afterSales(a)
	a.Goals = slices.DeleteFunc(a.Goals, func(g Goal) bool { return g.Unit != "" && !k.inside[g.Unit] })
	for i := range a.Goals {
		clearUnless(k.contacts, &a.Goals[i].Owner)
	}
	k.plan(a)
	for i := range a.Team {
		t := &a.Team[i]
		t.Units = slices.DeleteFunc(t.Units, func(u UnitID) bool { return !k.inside[u] })
		t.Reach = slices.DeleteFunc(t.Reach, func(r Reach) bool { return !k.contacts[r.Contact] })
	}
	audience := m.audience
	if !s.Audience.ours() {
		audience = s.Audience
	}
	if !audience.ours() {
		a = clientCopy(a)
	}
	part := index(a)
	part.audience = audience
	return part
}

// kept holds what stays. Units also has those above the chosen ones; inside has not.
type kept struct {
	units, inside map[UnitID]bool
	products      map[ProductID]bool
	contacts      map[ContactID]bool
	// wholeClient and wholeRange report that no unit, and no product, was left out.
	wholeClient, wholeRange bool
}

func (m *Map) keep(s Scope) kept {
	k := kept{units: map[UnitID]bool{}, inside: map[UnitID]bool{}, products: map[ProductID]bool{}, contacts: map[ContactID]bool{}}
	k.wholeClient, k.wholeRange = s.Units == nil, true
	for _, u := range m.a.Units {
		k.inside[u.ID] = k.wholeClient
	}
	for _, id := range s.Units {
		i, ok := m.unitAt[id]
		if !ok || k.inside[id] {
			continue
		}
		for _, j := range m.units.below(i) {
			k.inside[m.a.Units[j].ID] = true
		}
	}
	for _, u := range m.a.Units {
		for id := u.ID; k.inside[u.ID] && id != "" && !k.units[id]; id = m.a.Units[m.unitAt[id]].Parent {
			k.units[id] = true
		}
	}
	chosen := map[ProductID]bool{}
	for _, id := range s.Products {
		chosen[id] = true
	}
	for _, p := range m.a.Products {
		k.products[p.ID] = s.Products == nil || chosen[p.ID]
		k.wholeRange = k.wholeRange && k.products[p.ID]
	}
	for _, c := range m.a.Contacts {
		k.contacts[c.ID] = k.inside[c.Unit] || k.wholeClient
	}
	return k
}

// activities keeps what the people who stay did with the products that stay.
func (k kept) activities(a *Account) {
	a.Endorsements = slices.DeleteFunc(a.Endorsements, func(e Endorsement) bool {
		return !k.contacts[e.Contact] || e.Product != "" && !k.products[e.Product]
	})
	for i := range a.Endorsements {
		e := &a.Endorsements[i]
		clearUnless(k.inside, &e.ToUnit)
		clearUnless(k.contacts, &e.ToContact)
	}
	a.Exposures = slices.DeleteFunc(a.Exposures, func(e Exposure) bool { return !k.contacts[e.Contact] || !k.products[e.Product] })
	for i := range a.Communications {
		c := &a.Communications[i]
		c.Contacts = slices.DeleteFunc(c.Contacts, func(id ContactID) bool { return !k.contacts[id] })
	}
	a.Communications = slices.DeleteFunc(a.Communications, func(c Communication) bool { return !k.wholeClient && len(c.Contacts) == 0 })
}

func clearUnless[K ~string](kept map[K]bool, ids ...*K) {
	for _, id := range ids {
		if !kept[*id] {
			*id = ""
		}
	}
}

// Focus names the people to look at among all of a map: those in the given units who have one of the given stances, and the given contacts
// besides. The zero Focus is everybody.
type Focus struct {
	// Units are these units and all below them. Empty means every unit.
	Units []UnitID
	// Stances are the stances that count, among which may be [StanceUnknown]. Empty means every stance.
	Stances []Stance
	// Contacts are people in the focus whatever their unit and stance.
	Contacts []ContactID
}

// IsZero reports whether the focus is everybody.
func (f Focus) IsZero() bool { return !f.narrows() && len(f.Contacts) == 0 }

// narrows reports whether units or stances say who is looked at.
func (f Focus) narrows() bool { return len(f.Units) > 0 || len(f.Stances) > 0 }

// Focused is the people and units in a focus.
type Focused struct {
	Contacts map[ContactID]bool
	// Units are the units in which one of the Contacts works, and, when the focus names units but no stances, all units in it.
	Units map[UnitID]bool
}

// InFocus returns the people and units in the focus. The error is [Problems], each with a path such as "focus.units[0]": a unit or contact that
// the map does not have, a word that is no stance, or stances that nobody has.
func (m *Map) InFocus(f Focus) (*Focused, error) {
	if err := m.checkFocus(f).Err(); err != nil {
		return nil, err
	}
	inside := map[UnitID]bool{}
	for _, id := range f.Units {
		for _, i := range m.units.below(m.unitAt[id]) {
			inside[m.a.Units[i].ID] = true
		}
	}
	seen := &Focused{Contacts: map[ContactID]bool{}, Units: map[UnitID]bool{}}
	for _, c := range m.a.Contacts {
		chosen := (len(f.Units) == 0 || inside[c.Unit]) && (len(f.Stances) == 0 || slices.Contains(f.Stances, c.Stance))
		if chosen && (f.narrows() || f.IsZero()) || slices.Contains(f.Contacts, c.ID) {
			seen.Contacts[c.ID] = true
			seen.Units[c.Unit] = true
		}
	}
	delete(seen.Units, "") // of people whose unit is not known
	for _, u := range m.a.Units {
		if len(f.Stances) == 0 && inside[u.ID] || f.IsZero() {
			seen.Units[u.ID] = true
		}
	}
	if len(f.Stances) > 0 && len(seen.Contacts) == 0 {
		return nil, m.nobody(f)
	}
	return seen, nil
}

// nobody says that the stances of a focus are those of nobody.
func (m *Map) nobody(f Focus) Problems {
	var stances, units []string
	for _, s := range f.Stances {
		if s == StanceUnknown {
			s = "unknown"
		}
		stances = append(stances, string(s))
	}
	detail := "no contact is " + strings.Join(stances, " or ")
	for _, id := range f.Units {
		units = append(units, string(id))
	}
	if units != nil {
		detail = fmt.Sprintf("no contact in %s is %s", strings.Join(units, " or "), strings.Join(stances, " or "))
	}
	return Problems{{Severity: SeverityError, Code: ErrUnknownReference, Path: "focus.stances", Detail: detail, Hint: "name stances that somebody has"}}
}

// checkFocus finds what a focus names that is not there.
func (m *Map) checkFocus(f Focus) Problems {
	var problems Problems
	wrong := func(code Code, path, detail, hint string) {
		problems = append(problems, Problem{Severity: SeverityError, Code: code, Path: "focus." + path, Detail: detail, Hint: hint})
	}
	unknown := func(list idList, i int, id string) {
		hint := "name one of those in " + list.key
		if near, ok := list.near(id); ok {
			hint = fmt.Sprintf("did you mean %q?", near)
		}
		wrong(ErrUnknownReference, fmt.Sprintf("%s[%d]", list.key, i), fmt.Sprintf("no %s has the id %s", list.thing, quote(id)), hint)
	}
	for i, id := range f.Units {
		if _, ok := m.unitAt[id]; !ok {
			unknown(listIDs("units", "unit", m.a.Units, func(u *Unit) UnitID { return u.ID }), i, string(id))
		}
	}
	for i, s := range f.Stances {
		if err, ok := s.valid().(*ValueError); ok {
			wrong(ErrInvalidValue, fmt.Sprintf("stances[%d]", i), err.Detail, err.Hint)
		}
	}
	for i, id := range f.Contacts {
		if _, ok := m.contacts[id]; !ok {
			unknown(listIDs("contacts", "contact", m.a.Contacts, func(c *Contact) ContactID { return c.ID }), i, string(id))
		}
	}
	return problems
}
