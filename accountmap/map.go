package accountmap

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Map is an [Account] without errors, indexed and read-only. Only [New] and [Map.Select] make one,
// so every reference in it is valid. A Map is safe for concurrent use, and the results of its
// methods belong to the caller. The zero Map is not usable: its methods panic.
type Map struct {
	a *Account

	units    tree
	unitAt   map[UnitID]int
	products map[ProductID]int
	contacts map[ContactID]int
	members  map[MemberID]int

	contracts map[ContractID]int
	goals     map[GoalID]int

	// byLine has the indexes of the products in the order of [Map.Products].
	byLine []int
	// latest has the indexes of the communications in the order of [Map.Communications].
	latest []int

	contactsIn map[UnitID][]int
	cells      map[cellKey]int
	// cellsIn and ordersIn list the coverage and the orders of each unit, by its index.
	cellsIn, ordersIn [][]int
	// buys marks the units that are not groupings, by their index.
	buys []bool

	// The rest is computed on first use: liaisons, the ties and the exposures of each contact.
	liaisons func() *liaisons
	ties     func() [][]introduction
	shownTo  func() [][]int

	audience Audience
	// whole is the account that the client's copy was made of, and nil in the whole account. Only
	// [Map.Liaison] and [Map.Select] read it.
	whole *Map
}

type cellKey struct {
	unit    UnitID
	product ProductID
}

// New checks a copy of the account against [Rules] and returns it as a Map. Later changes of the
// account do not change the Map. If the account has errors, the map is nil and the error wraps
// [Problems] with all of them. Warnings alone are not an error; [Validate] returns them.
func New(a *Account) (*Map, error) {
	var problems Problems
	if m := Check(a, func(p Problem) { problems = append(problems, p) }); m != nil {
		return m, nil
	}
	problems.Sort()
	if a == nil || a.Name == "" {
		return nil, fmt.Errorf("account: %w", problems)
	}
	return nil, fmt.Errorf("account %s: %w", quote.Text(a.Name), problems)
}

// index returns a Map of a valid account, which it keeps.
func index(a *Account) *Map {
	m := &Map{
		a:          a,
		unitAt:     indexBy(a.Units, func(u Unit) UnitID { return u.ID }),
		products:   indexBy(a.Products, func(p Product) ProductID { return p.ID }),
		contacts:   indexBy(a.Contacts, func(c Contact) ContactID { return c.ID }),
		members:    indexBy(a.Team, func(t Member) MemberID { return t.ID }),
		contracts:  indexBy(a.Contracts, func(c Contract) ContractID { return c.ID }),
		goals:      indexBy(a.Goals, func(g Goal) GoalID { return g.ID }),
		byLine:     productsByLine(a.Products),
		latest:     latestFirst(a.Communications),
		contactsIn: map[UnitID][]int{},
		cells:      make(map[cellKey]int, len(a.Coverage)),
		cellsIn:    make([][]int, len(a.Units)),
		ordersIn:   make([][]int, len(a.Units)),
		buys:       make([]bool, len(a.Units)),
	}
	a.amounts(func(_ schema.Path, amount *Money) { amount.Currency = cmp.Or(amount.Currency, a.Currency) })
	m.units = newTree(len(a.Units), m.above)
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
	m.liaisons, m.ties, m.shownTo = sync.OnceValue(m.newLiaisons), sync.OnceValue(m.newTies), sync.OnceValue(m.newShownTo)
	return m
}

// indexBy returns the index of the first entry of a list with each id.
func indexBy[T any, K comparable](list []T, id func(T) K) map[K]int {
	at := make(map[K]int, len(list))
	for i, v := range slices.Backward(list) {
		at[id(v)] = i
	}
	return at
}

// Account returns the account of the map, for writing a selected part or the client's copy to a
// file. It is a copy in the author's order, in which every amount names its currency.
func (m *Map) Account() *Account { return m.a.clone() }

// today returns asOf, or the account's own day when asOf is zero. Both may be zero.
func (m *Map) today(asOf Date) Date {
	if asOf.IsZero() {
		return m.a.AsOf
	}
	return asOf
}

// tree is a forest over the indexes of a list in preorder: the descendants of a node are
// contiguous.
type tree struct {
	roots    []int
	children [][]int
	// order lists the nodes parents first; node i and all below it are order[at[i]:end[i]].
	order, at, end, depth []int
}

// newTree returns the forest of n nodes; parent returns a node's parent, or -1. Nodes in a cycle
// are left out. It does not recurse, so a chain may have any length.
func newTree(n int, parent func(int) int) tree {
	t := tree{children: make([][]int, n), at: make([]int, n), end: make([]int, n), depth: make([]int, n), order: make([]int, 0, n)}
	for i := range n {
		if p := parent(i); p >= 0 {
			t.children[p] = append(t.children[p], i)
		} else {
			t.roots = append(t.roots, i)
		}
	}
	type visit struct{ node, depth int } // a negative depth closes the node
	stack := make([]visit, 0, n)
	push := func(nodes []int, depth int) {
		for k := len(nodes) - 1; k >= 0; k-- {
			stack = append(stack, visit{nodes[k], depth})
		}
	}
	push(t.roots, 0)
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if v.depth < 0 {
			t.end[v.node] = len(t.order)
			continue
		}
		t.at[v.node], t.depth[v.node] = len(t.order), v.depth
		t.order = append(t.order, v.node)
		stack = append(stack, visit{v.node, -1})
		push(t.children[v.node], v.depth+1)
	}
	return t
}

// below returns node i and its descendants, parents first.
func (t tree) below(i int) []int { return t.order[t.at[i]:t.end[i]] }
