package accountmap

import (
	"fmt"
	"iter"
)

// Map is an [Account] without errors, indexed and read-only. Only [New] and [Map.Select] make one, so every reference in it leads somewhere. A
// Map is safe for any number of goroutines, and whatever its methods return belongs to the caller.
type Map struct {
	a *Account

	units    tree
	unitAt   map[UnitID]int
	products map[ProductID]int
	contacts map[ContactID]int
	members  map[MemberID]int

	contracts  map[ContractID]int
	goals      map[GoalID]int
	milestones map[MilestoneID]int

	contactsIn map[UnitID][]int
	cells      map[cellKey]int
	// cellsIn and ordersIn list the coverage and the orders of each unit, by its index.
	cellsIn, ordersIn [][]int
	// buys marks the units that are no mere grouping, by their index.
	buys []bool

	audience Audience
}

type cellKey struct {
	unit    UnitID
	product ProductID
}

// New checks a copy of the account against [Rules] and returns it as a Map; later changes of the account do not reach it. When the account has
// errors, the map is nil and the error wraps [Problems], which has them all. Warnings alone are no error; [Validate] returns them.
func New(a *Account) (*Map, error) {
	if err := Validate(a).Err(); err != nil {
		if a == nil || a.Name == "" {
			return nil, fmt.Errorf("account: %w", err)
		}
		return nil, fmt.Errorf("account %s: %w", quote(a.Name), err)
	}
	return index(a.clone()), nil
}

// index makes a Map of a valid account that nobody else holds.
func index(a *Account) *Map {
	m := &Map{
		a:          a,
		unitAt:     indexBy(a.Units, func(u Unit) UnitID { return u.ID }),
		products:   indexBy(a.Products, func(p Product) ProductID { return p.ID }),
		contacts:   indexBy(a.Contacts, func(c Contact) ContactID { return c.ID }),
		members:    indexBy(a.Team, func(t Member) MemberID { return t.ID }),
		contracts:  indexBy(a.Contracts, func(c Contract) ContractID { return c.ID }),
		goals:      indexBy(a.Goals, func(g Goal) GoalID { return g.ID }),
		milestones: indexBy(a.Milestones, func(s Milestone) MilestoneID { return s.ID }),
		contactsIn: map[UnitID][]int{},
		cells:      make(map[cellKey]int, len(a.Coverage)),
		cellsIn:    make([][]int, len(a.Units)),
		ordersIn:   make([][]int, len(a.Units)),
		buys:       make([]bool, len(a.Units)),
	}
	m.fillCurrencies()
	m.units = newTree(len(a.Units), func(i int) int {
		if p, ok := m.unitAt[a.Units[i].Parent]; ok && a.Units[i].Parent != "" {
			return p
		}
		return -1
	})
	for i, c := range a.Contacts {
		m.contactsIn[c.Unit] = append(m.contactsIn[c.Unit], i)
		if c.Unit != "" {
			m.buys[m.unitAt[c.Unit]] = true
		}
	}
	for i, c := range a.Coverage {
		u := m.unitAt[c.Unit]
		m.cells[cellKey{c.Unit, c.Product}] = i
		m.cellsIn[u], m.buys[u] = append(m.cellsIn[u], i), true
	}
	for i, o := range a.Orders {
		u := m.unitAt[o.Unit]
		m.ordersIn[u], m.buys[u] = append(m.ordersIn[u], i), true
	}
	for i := range a.Units {
		if len(m.units.children[i]) == 0 {
			m.buys[i] = true
		}
	}
	return m
}

func indexBy[T any, K comparable](list []T, id func(T) K) map[K]int {
	at := make(map[K]int, len(list))
	for i, v := range list {
		at[id(v)] = i
	}
	return at
}

// fillCurrencies names the account's currency in every amount that names none.
func (m *Map) fillCurrencies() {
	m.a.amounts(func(_ string, _ int, _ string, amount *Money) {
		if !amount.IsZero() && amount.Currency == "" {
			amount.Currency = m.a.Currency
		}
	})
}

// Profile returns the profile of the client.
func (m *Map) Profile() Profile { return m.a.Profile }

// Handoff returns the handoff of the account; it is zero when none is recorded.
func (m *Map) Handoff() Handoff {
	h := m.a.Handoff
	h.Checklist = append([]ChecklistItem(nil), h.Checklist...)
	return h
}

// Unit returns the unit with the id, and whether there is one.
func (m *Map) Unit(id UnitID) (Unit, bool) { return lookup(m.a.Units, m.unitAt, id) }

// Product returns the product with the id, and whether there is one.
func (m *Map) Product(id ProductID) (Product, bool) { return lookup(m.a.Products, m.products, id) }

// Contact returns the contact with the id, and whether there is one.
func (m *Map) Contact(id ContactID) (Contact, bool) {
	c, ok := lookup(m.a.Contacts, m.contacts, id)
	return c.clone(), ok
}

// Member returns the member of our team with the id, and whether there is one.
func (m *Map) Member(id MemberID) (Member, bool) {
	t, ok := lookup(m.a.Team, m.members, id)
	return t.clone(), ok
}

func lookup[T any, K comparable](list []T, at map[K]int, id K) (T, bool) {
	i, ok := at[id]
	if !ok {
		var none T
		return none, false
	}
	return list[i], true
}

// Units walks the units with their depth, 0 at the top: parents before their children, siblings in the author's order.
func (m *Map) Units() iter.Seq2[Unit, int] {
	return func(yield func(Unit, int) bool) {
		for _, i := range m.units.order {
			if !yield(m.a.Units[i], m.units.depth[i]) {
				return
			}
		}
	}
}

// SubUnits walks the units directly below a unit, in the author's order. The empty id stands for the account, and walks the units at the top.
func (m *Map) SubUnits(id UnitID) iter.Seq[Unit] {
	children := m.units.roots
	if id != "" {
		children = nil
		if i, ok := m.unitAt[id]; ok {
			children = m.units.children[i]
		}
	}
	return func(yield func(Unit) bool) {
		for _, i := range children {
			if !yield(m.a.Units[i]) {
				return
			}
		}
	}
}

// Grouping reports whether the unit only holds other units together: it has sub-units, but nobody works in it, no cell was assessed for it and
// nothing was ordered by it. A grouping buys nothing, so it has no column in the matrix and does not count in penetration.
func (m *Map) Grouping(id UnitID) bool {
	i, ok := m.unitAt[id]
	return ok && !m.buys[i]
}

// Products walks the products by line: the lines in the order in which the author first names them, the products of a line in the author's
// order, and products without a line last.
func (m *Map) Products() iter.Seq[Product] {
	return func(yield func(Product) bool) {
		for _, i := range m.productsByLine() {
			if !yield(m.a.Products[i]) {
				return
			}
		}
	}
}

func (m *Map) productsByLine() []int {
	var lines []string
	byLine := map[string][]int{}
	for i, p := range m.a.Products {
		if _, seen := byLine[p.Line]; !seen && p.Line != "" {
			lines = append(lines, p.Line)
		}
		byLine[p.Line] = append(byLine[p.Line], i)
	}
	ordered := make([]int, 0, len(m.a.Products))
	for _, line := range append(lines, "") {
		ordered = append(ordered, byLine[line]...)
	}
	return ordered
}

// Contacts walks the contacts in the author's order, including those who left.
func (m *Map) Contacts() iter.Seq[Contact] {
	return func(yield func(Contact) bool) {
		for _, c := range m.a.Contacts {
			if !yield(c.clone()) {
				return
			}
		}
	}
}

// ContactsIn walks the contacts who work in the unit itself, not below it, in the author's order. The empty id stands for contacts whose unit is
// not known yet.
func (m *Map) ContactsIn(id UnitID) iter.Seq[Contact] {
	return func(yield func(Contact) bool) {
		for _, i := range m.contactsIn[id] {
			if !yield(m.a.Contacts[i].clone()) {
				return
			}
		}
	}
}
