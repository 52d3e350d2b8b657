package insight

import (
	"cmp"
	"iter"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// championPower is the lowest power of a champion that counts: one without power is only a coach.
const championPower = 3

func (a *assessment) handoverNamed() Finding {
	f := Finding{Whole: 2}
	h := a.Handoff()
	for _, id := range []accountmap.MemberID{h.From, h.To} {
		if id != "" {
			f.Part++
		}
	}
	return f
}

func (a *assessment) checklist() Finding {
	list := a.Handoff().Checklist
	f := Finding{Whole: max(1, len(list))}
	for _, item := range list {
		if item.Done {
			f.Part++
		}
	}
	return f
}

// people returns the contacts who have not left and are not placeholders.
func (a *assessment) people() []accountmap.Contact {
	var list []accountmap.Contact
	for c := range a.Contacts() {
		if c.Here(a.asOf) && !c.Placeholder {
			list = append(list, c)
		}
	}
	return list
}

func (a *assessment) champion() Finding {
	return one(slices.ContainsFunc(a.people(), func(c accountmap.Contact) bool {
		return c.Stance == accountmap.StanceChampion && c.Power >= championPower
	}))
}

func (a *assessment) decider() Finding {
	f := Finding{Whole: 2}
	for _, role := range []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleBudgetHolder} {
		if slices.ContainsFunc(a.people(), func(c accountmap.Contact) bool { return slices.Contains(c.Roles, role) }) {
			f.Part++
		}
	}
	return f
}

func (a *assessment) peopleInUnits() Finding {
	known := map[accountmap.UnitID]bool{}
	for _, u := range a.Known("", a.asOf) {
		known[u.Unit] = len(u.Contacts) > 0
	}
	var f Finding
	for _, u := range a.buyingUnits() {
		f.count(known[u], func() { f.Units = append(f.Units, u) })
	}
	return f
}

// buyingUnits returns the units that buy something now, in the order of the map's units.
func (a *assessment) buyingUnits() []accountmap.UnitID {
	sold := map[accountmap.UnitID]bool{}
	for _, b := range a.Bought("") {
		sold[b.Unit] = sold[b.Unit] || b.Status == accountmap.CoverageSold
	}
	var units []accountmap.UnitID
	for u := range a.Units() {
		if sold[u.ID] {
			units = append(units, u.ID)
		}
	}
	return units
}

// count counts one item, and calls missing if it is not in place.
func (f *Finding) count(inPlace bool, missing func()) {
	f.Whole++
	if inPlace {
		f.Part++
	} else {
		missing()
	}
}

// keyPlayers returns the key players who have not left, including placeholders.
func (a *assessment) keyPlayers() []accountmap.Contact {
	return slices.Collect(func(yield func(accountmap.Contact) bool) {
		for c := range a.Contacts() {
			if c.Here(a.asOf) && c.KeyPlayer() && !yield(c) {
				return
			}
		}
	})
}

func (a *assessment) keyPlayersOwned() Finding {
	unowned := map[accountmap.ContactID]bool{}
	for _, u := range a.UnownedKeyPlayers(a.after) {
		unowned[u.Contact] = true
	}
	return eachKeyPlayer(a.keyPlayers(), func(c accountmap.Contact) bool { return !unowned[c.ID] })
}

func (a *assessment) keyPlayersStand() Finding {
	return eachKeyPlayer(a.keyPlayers(), func(c accountmap.Contact) bool { return c.Stance != accountmap.StanceUnknown })
}

func eachKeyPlayer(players []accountmap.Contact, inPlace func(accountmap.Contact) bool) Finding {
	var f Finding
	for _, c := range players {
		f.count(inPlace(c), func() { f.Contacts = append(f.Contacts, c.ID) })
	}
	return f
}

func (a *assessment) secondLink() Finding {
	thin := map[accountmap.UnitID]bool{}
	for _, t := range a.SingleThreads(a.after) {
		thin[t.Unit] = true
	}
	var f Finding
	for _, u := range a.buyingUnits() {
		f.count(!thin[u], func() { f.Units = append(f.Units, u) })
	}
	return f
}

// one returns the finding of a single condition.
func one(met bool) Finding {
	if met {
		return Finding{Part: 1, Whole: 1}
	}
	return Finding{Whole: 1}
}

// some reports whether seq has an element.
func some[T any](seq iter.Seq[T]) bool {
	for range seq {
		return true
	}
	return false
}

// assessed counts the cells of the coverage matrix, and names the units with unassessed cells.
func (a *assessment) assessed() Finding {
	var f Finding
	assessed := map[accountmap.UnitID]int{}
	for c := range a.Matrix().Cells() {
		assessed[c.Unit]++
	}
	products := len(slices.Collect(a.Products()))
	for u := range a.Matrix().Units() {
		f.Part, f.Whole = f.Part+assessed[u.ID], f.Whole+products
		if assessed[u.ID] < products {
			f.Units = append(f.Units, u.ID)
		}
	}
	return f
}

// renewals counts the units that buy something now and have a cell or a contract with a day of
// renewal.
func (a *assessment) renewals() Finding {
	dated, everywhere := map[accountmap.UnitID]bool{}, false
	for c := range a.Matrix().Cells() {
		dated[c.Unit] = dated[c.Unit] || c.Status == accountmap.CoverageSold && !c.Renewal.IsZero()
	}
	for c := range a.Contracts() {
		if c.Renewal.IsZero() && c.End.IsZero() {
			continue
		}
		everywhere = everywhere || len(c.Units) == 0
		for _, u := range c.Units {
			dated[u] = true
		}
	}
	var f Finding
	for _, u := range a.buyingUnits() {
		f.count(everywhere || dated[u], func() { f.Units = append(f.Units, u) })
	}
	return f
}

func (a *assessment) goalInFigures() Finding {
	if !some(a.Goals()) {
		return one(false)
	}
	for k := range a.KPIs() {
		if k.HasTarget() {
			return one(true)
		}
	}
	return one(false)
}

// answers reports whether one of our people is still there on a day, and today. An owner who leaves
// before the day is not an owner.
func (a *assessment) answers(id accountmap.MemberID, day accountmap.Date) bool {
	t, ok := a.Member(id)
	last := a.LastDay(id)
	switch {
	case !ok || !a.asOf.IsZero() && a.asOf.Before(t.From) && day.Before(t.From):
		return false
	case last.IsZero():
		return true
	}
	return !a.asOf.IsZero() && !last.Before(a.asOf) && !last.Before(day)
}

// milestonesOwned counts the milestones that are not done.
func (a *assessment) milestonesOwned() Finding {
	var f Finding
	for s := range a.Milestones() {
		if !s.Status.Closed() {
			f.count(a.answers(s.Owner, cmp.Or(s.Due, a.after)), func() {})
		}
	}
	return f
}

func (a *assessment) promisesOwned() Finding {
	var f Finding
	for c := range a.Commitments() {
		if c.IsOpen() {
			f.count(!c.Due.IsZero() && a.answers(c.By, c.Due), func() {})
		}
	}
	return f
}

func (a *assessment) casesOwned() Finding {
	var f Finding
	for c := range a.Cases() {
		if c.IsOpen() {
			f.count(a.answers(c.Owner, a.after), func() {})
		}
	}
	return f
}

func (a *assessment) risksOwned() Finding {
	var f Finding
	for r := range a.Risks() {
		if r.State != accountmap.RiskClosed {
			f.count(a.answers(r.Owner, a.after) && r.Mitigation != "", func() {})
		}
	}
	return f
}

func (a *assessment) roadmap() Finding {
	for s := range a.Milestones() {
		if !a.asOf.IsZero() && !s.Status.Closed() && !s.Due.IsZero() && !s.Due.Before(a.asOf) {
			return one(true)
		}
	}
	return one(false)
}
