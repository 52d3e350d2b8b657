package accountmap_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// generated calls check with maps of many forms and sizes.
func generated(t *testing.T, check func(t *testing.T, a *accountmap.Account, m *accountmap.Map)) {
	norace.Only(t)
	shapes := accountmaptest.Shapes()
	for _, contacts := range []int{3, 25, 90} {
		leaves := accountmaptest.Typical(contacts)
		leaves.Name, leaves.PeopleInLeaves, leaves.Units, leaves.UnitDepth = leaves.Name+" in leaves", true, contacts/2, 5
		shapes = append(shapes, leaves)
	}
	for _, s := range shapes {
		t.Run(s.Name, func(t *testing.T) {
			for seed := range uint64(8) {
				a := accountmaptest.Generate(seed, s)
				check(t, a, newMap(t, a))
			}
		})
	}
}

func add(p, q accountmap.Penetration) accountmap.Penetration {
	return accountmap.Penetration{Sold: p.Sold + q.Sold, Sellable: p.Sellable + q.Sellable}
}

// own returns the penetration of a unit without the units below it.
func own(m *accountmap.Map, id accountmap.UnitID) accountmap.Penetration {
	p := m.Penetration(id)
	for below := range m.SubUnits(id) {
		q := m.Penetration(below.ID)
		p.Sold, p.Sellable = p.Sold-q.Sold, p.Sellable-q.Sellable
	}
	return p
}

func TestPenetrationAddsUp(t *testing.T) {
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		whole := m.Penetration("")
		var tops, each, products accountmap.Penetration
		for u := range m.SubUnits("") {
			tops = add(tops, m.Penetration(u.ID))
		}
		for u := range m.Units() {
			p := own(m, u.ID)
			assert.True(t, 0 <= p.Sold && p.Sold <= p.Sellable)
			if m.IsGrouping(u.ID) {
				assert.Zero(t, p, "a grouping has no cells of its own")
			}
			each = add(each, p)
		}
		for p := range m.Products() {
			products = add(products, m.ProductPenetration(p.ID))
		}
		assert.Equal(t, whole, tops, "the units at the top")
		assert.Equal(t, whole, each, "every unit alone")
		assert.Equal(t, whole, products, "the products")
		assert.GreaterOrEqual(t, whole.Share(), 0.0)
		assert.LessOrEqual(t, whole.Share(), 1.0)
	})
}

func TestBoughtAndNotBoughtPartTheCells(t *testing.T) {
	type cell struct {
		unit    accountmap.UnitID
		product accountmap.ProductID
	}
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		cells := map[cell]int{}
		for _, b := range m.Bought("") {
			cells[cell{b.Unit, b.Product}]++
			assert.True(t, b.Status == accountmap.CoverageSold || b.Status == accountmap.CoverageLapsed || b.Orders > 0)
		}
		for _, c := range m.NotBought("") {
			cells[cell{c.Unit, c.Product}]++
			assert.False(t, c.Status == accountmap.CoverageSold || c.Status == accountmap.CoverageLapsed)
		}
		x, count := m.Matrix(), 0
		for u := range x.Units() {
			for p := range x.Products() {
				require.Equal(t, 1, cells[cell{u.ID, p.ID}], "%s %s", u.ID, p.ID)
				count++
			}
		}
		assert.Len(t, cells, count)
	})
}

func TestActiveAndDormantPartTheUnits(t *testing.T) {
	generated(t, func(t *testing.T, _ *accountmap.Account, m *accountmap.Map) {
		units := map[accountmap.UnitID]int{}
		for _, u := range append(m.ActiveUnits(), m.DormantUnits()...) {
			units[u.Unit]++
		}
		count := 0
		for u := range m.Matrix().Units() {
			assert.Equal(t, 1, units[u.ID])
			count++
		}
		assert.Len(t, units, count)
	})
}

func TestEverybodyIsSomewhere(t *testing.T) {
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		here := 0
		for _, c := range a.Contacts {
			if c.Left.IsZero() {
				here++
			}
		}
		known := 0
		for _, u := range m.Known("", accountmap.Date{}) {
			known += len(u.Contacts) + len(u.Missing)
		}
		for c := range m.ContactsIn("") {
			if c.Left.IsZero() {
				known++
			}
		}
		assert.Equal(t, here, known)
		assert.Equal(t, here, m.Standing(accountmap.Date{}).Total())
	})
}

func TestSelectedPartsAreValid(t *testing.T) {
	norace.Only(t)
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		r := rand.New(rand.NewPCG(uint64(len(a.Contacts)), 1))
		var s accountmap.Scope
		for _, u := range a.Units {
			if r.IntN(4) == 0 {
				s.Units = append(s.Units, u.ID)
			}
		}
		for _, p := range a.Products {
			if r.IntN(2) == 0 {
				s.Products = append(s.Products, p.ID)
			}
		}
		part := m.Select(s)
		again := accountOf(part)
		require.Empty(t, accountmaptest.Validate(again))
		assert.Equal(t, ask(part), ask(part.Select(s)), "selecting twice is selecting once")
		for _, id := range s.Units {
			assert.Equal(t, m.Select(accountmap.Scope{Products: s.Products}).Penetration(id).Sold, part.Penetration(id).Sold)
		}
	})
}

func TestAnswersAreTheSameOnEveryRun(t *testing.T) {
	norace.Only(t)
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		assert.Equal(t, ask(m), ask(m))
		assert.Equal(t, ask(m), ask(newMap(t, a)))
		assert.Equal(t, ask(m), ask(m.Select(accountmap.Scope{})))
	})
}

// The account of a map can be rebuilt from its answers, except for the order of the coverage.
func TestMapsKeepEverything(t *testing.T) {
	norace.Only(t)
	generated(t, func(t *testing.T, a *accountmap.Account, m *accountmap.Map) {
		assert.Equal(t, ask(m), ask(newMap(t, accountOf(m))))
		assessed := slices.DeleteFunc(ask(m).Cells, func(c accountmap.Cell) bool { return c.Status == accountmap.CoverageUnassessed })
		assert.ElementsMatch(t, ids(a.Coverage), ids(assessed))
	})
}

func ids(cells []accountmap.Cell) []string {
	list := make([]string, len(cells))
	for i, c := range cells {
		list[i] = string(c.Unit) + "/" + string(c.Product) + "/" + string(c.Status)
	}
	return list
}

func TestProblemsAreTheSameOnEveryRun(t *testing.T) {
	broken := func() *accountmap.Account {
		a := accountmaptest.Generate(1, accountmaptest.Typical(90))
		for i := range a.Contacts {
			a.Contacts[i].Unit += "x"
			a.Contacts[i].Power = 9
		}
		return a
	}
	assert.Equal(t, accountmap.Validate(broken()), accountmap.Validate(broken()))
	_, err := accountmap.New(broken())
	problems, ok := errors.AsType[accountmap.Problems](err)
	assert.True(t, ok)
	assert.Equal(t, accountmap.Validate(broken()), problems)
}

// With -race, this test fails if an answer writes to the map.
func TestMapsAreSafeForGoroutines(t *testing.T) {
	m := newMap(t, accountmaptest.Generate(1, accountmaptest.Typical(60)))
	want := ask(m)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			assert.Equal(t, want, ask(m))
			m.Select(accountmap.Scope{Units: []accountmap.UnitID{"unit-2"}})
		})
	}
	group.Wait()
}
