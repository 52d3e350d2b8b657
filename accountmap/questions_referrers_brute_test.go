package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

// everyPath finds the cheapest way of everybody whom we can ask by trying all paths, from the rules that ReferrersInto documents.
type everyPath struct {
	m        *accountmap.Map
	unit     accountmap.UnitID
	cheapest map[accountmap.ContactID]int
}

func knownWell(c accountmap.Contact) bool {
	return c.Left.IsZero() && !c.Placeholder && c.Stance != accountmap.StanceBlocker &&
		(c.ContactLevel == accountmap.LevelMultiple || c.ContactLevel == accountmap.LevelInDepth)
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
			for _, r := range m.ReferrersInto(u.ID) {
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
