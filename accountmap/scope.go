package accountmap

import "slices"

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
