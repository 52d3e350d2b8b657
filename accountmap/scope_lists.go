package accountmap

import "slices"

// contracts keeps the contracts and terms for units and products that stay. An empty list of units means the whole client, so that a
// contract of which every unit is left out must go, and not become one for all.
func (k kept) contracts(a *Account) {
	gone := map[ContractID]bool{}
	a.Contracts = slices.DeleteFunc(a.Contracts, func(c Contract) bool {
		gone[c.ID] = !k.any(c.Units, c.Products)
		return gone[c.ID]
	})
	for i := range a.Contracts {
		c := &a.Contracts[i]
		c.Units, c.Products = within(k.inside, c.Units), within(k.products, c.Products)
	}
	a.Terms = slices.DeleteFunc(a.Terms, func(t Term) bool { return gone[t.Contract] || !k.any(t.Units, t.Products) })
	for i := range a.Terms {
		t := &a.Terms[i]
		t.Units, t.Products = within(k.inside, t.Units), within(k.products, t.Products)
	}
}

// any reports whether what is for these units and products concerns one that stays; no units mean all, and no products too.
func (k kept) any(units []UnitID, products []ProductID) bool {
	return (len(units) == 0 || slices.ContainsFunc(units, func(u UnitID) bool { return k.inside[u] })) &&
		(len(products) == 0 || slices.ContainsFunc(products, func(p ProductID) bool { return k.products[p] }))
}

// within drops the ids that do not stay.
func within[K ~string](kept map[K]bool, ids []K) []K {
	return slices.DeleteFunc(ids, func(id K) bool { return !kept[id] })
}

// afterSales keeps what the people who stay said, were promised and objected, and the cases of the units that stay.
func (k kept) afterSales(a *Account) {
	a.Surveys = slices.DeleteFunc(a.Surveys, func(s Survey) bool {
		return s.Contact != "" && !k.contacts[s.Contact] || s.Product != "" && !k.products[s.Product]
	})
	a.Cases = slices.DeleteFunc(a.Cases, func(c Case) bool {
		elsewhere := c.Unit != "" && !k.inside[c.Unit] || c.Unit == "" && c.Contact != "" && !k.contacts[c.Contact]
		return elsewhere || c.Product != "" && !k.products[c.Product]
	})
	for i := range a.Cases {
		clearUnless(k.contacts, &a.Cases[i].Contact)
	}
	a.Commitments = slices.DeleteFunc(a.Commitments, func(c Commitment) bool { return c.To != "" && !k.contacts[c.To] })
	a.Objections = slices.DeleteFunc(a.Objections, func(o Objection) bool { return o.RaisedBy != "" && !k.contacts[o.RaisedBy] })
	a.Targets = slices.DeleteFunc(a.Targets, func(t Target) bool { return !k.target(t) })
}

// target reports whether the target can be compared with the orders that stay: one for the whole client cannot when a unit is left out.
func (k kept) target(t Target) bool {
	unit := k.inside[t.Unit] || t.Unit == "" && k.wholeClient
	product := k.products[t.Product] || t.Product == "" && k.wholeRange
	return unit && product
}

// plan keeps the figures and milestones of the goals that stay, and the talks with the people who do. It follows the goals.
func (k kept) plan(a *Account) {
	goals := map[GoalID]bool{"": true}
	for _, g := range a.Goals {
		goals[g.ID] = true
	}
	a.KPIs = slices.DeleteFunc(a.KPIs, func(f KPI) bool { return !goals[f.Goal] })
	a.Milestones = slices.DeleteFunc(a.Milestones, func(s Milestone) bool { return !goals[s.Goal] })
	milestones := map[MilestoneID]bool{}
	for _, s := range a.Milestones {
		milestones[s.ID] = true
	}
	for i := range a.Milestones {
		s := &a.Milestones[i]
		clearUnless(k.contacts, &s.Contact)
		s.After = within(milestones, s.After)
	}
	for i := range a.Cadences {
		c := &a.Cadences[i]
		c.Contacts = within(k.contacts, c.Contacts)
	}
	a.Cadences = slices.DeleteFunc(a.Cadences, func(c Cadence) bool { return !k.wholeClient && len(c.Contacts) == 0 })
}
