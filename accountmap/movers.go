package accountmap

import (
	"cmp"
	"slices"
)

// movers finds for each voice that is not for us who could win it over: champions and supporters who influence it, are its allies or
// acquaintances, or its manager. Of several ties between two people the strongest counts.
func (m *Map) movers(c Consensus, at map[int]int) {
	add := func(from, to, strength int, reason Reason) {
		k, asked := at[to]
		mover := &m.a.Contacts[from]
		if !asked || from == to || !mover.here() || !mover.Stance.For() || c.Voices[k].Stance.For() || c.Voices[k].Placeholder {
			return
		}
		v := &c.Voices[k]
		v.Movers = append(v.Movers, Mover{mover.ID, strength, []Reason{reason, mover.Stance.reason()}})
	}
	for _, r := range m.a.Relationships {
		from, to := m.contacts[r.From], m.contacts[r.To]
		switch r.Kind {
		case RelationshipInfluence:
			add(from, to, r.Strength, ReasonInfluences)
		case RelationshipAlliance:
			add(from, to, r.Strength, ReasonAllied)
			add(to, from, r.Strength, ReasonAllied)
		case RelationshipInformal:
			add(from, to, r.Strength, ReasonInformalTie)
			add(to, from, r.Strength, ReasonInformalTie)
		}
	}
	for i := range at {
		if manager := m.a.Contacts[i].ReportsTo; manager != "" {
			add(m.contacts[manager], i, 0, ReasonManages)
		}
	}
	for k := range c.Voices {
		c.Voices[k].Movers = m.ranked(c.Voices[k].Movers)
	}
}

// ranked puts the movers of one voice in order and keeps the strongest tie of each.
func (m *Map) ranked(movers []Mover) []Mover {
	slices.SortStableFunc(movers, func(a, b Mover) int {
		x, y := m.contacts[a.Contact], m.contacts[b.Contact]
		return cmp.Or(cmp.Compare(tieCost(a.Strength, a.Reasons[0]), tieCost(b.Strength, b.Reasons[0])),
			cmp.Compare(m.a.Contacts[x].Stance.rank(), m.a.Contacts[y].Stance.rank()),
			cmp.Compare(m.a.Contacts[y].Power, m.a.Contacts[x].Power), cmp.Compare(x, y))
	})
	seen := make(map[ContactID]bool, len(movers))
	return slices.DeleteFunc(movers, func(v Mover) bool {
		again := seen[v.Contact]
		seen[v.Contact] = true
		return again
	})
}
