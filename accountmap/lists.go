package accountmap

import (
	"iter"
	"reflect"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Profile returns the profile of the client.
func (m *Map) Profile() Profile { return m.a.Profile }

// Handoff returns the handoff of the account, or the zero Handoff.
func (m *Map) Handoff() Handoff { return cloned(m.a.Handoff) }

// Unit returns the unit with the id, and whether it exists.
func (m *Map) Unit(id UnitID) (Unit, bool) { return lookup(m.a.Units, m.unitAt, id) }

// Product returns the product with the id, and whether it exists.
func (m *Map) Product(id ProductID) (Product, bool) { return lookup(m.a.Products, m.products, id) }

// Contact returns the contact with the id, and whether it exists.
func (m *Map) Contact(id ContactID) (Contact, bool) { return lookup(m.a.Contacts, m.contacts, id) }

// Member returns the member of our team with the id, and whether it exists.
func (m *Map) Member(id MemberID) (Member, bool) { return lookup(m.a.Team, m.members, id) }

func lookup[T any, K comparable](list []T, at map[K]int, id K) (T, bool) {
	i, ok := at[id]
	if !ok {
		var none T
		return none, false
	}
	return cloned(list[i]), true
}

// Units returns an iterator over the units with their depth, 0 at the top: parents before their
// children, siblings in the author's order.
func (m *Map) Units() iter.Seq2[Unit, int] {
	return func(yield func(Unit, int) bool) {
		for _, i := range m.units.order {
			if !yield(m.a.Units[i], m.units.depth[i]) {
				return
			}
		}
	}
}

// SubUnits returns an iterator over the units directly below a unit, in the author's order. The
// empty id means the account, whose units are the top-level units.
func (m *Map) SubUnits(id UnitID) iter.Seq[Unit] {
	children := m.units.roots
	if id != "" {
		children = nil
		if i, ok := m.unitAt[id]; ok {
			children = m.units.children[i]
		}
	}
	return eachOf(m.a.Units, children)
}

// IsGrouping reports whether the unit only groups other units: it has sub-units, but no contacts,
// no assessed cells and no orders of its own. A grouping buys nothing, so it has no column in the
// matrix and does not count in penetration.
func (m *Map) IsGrouping(id UnitID) bool {
	i, ok := m.unitAt[id]
	return ok && !m.buys[i]
}

// Products returns an iterator over the products by line: the lines in the order of their first
// product, the products of a line in the author's order, and products without a line last.
func (m *Map) Products() iter.Seq[Product] { return eachOf(m.a.Products, m.byLine) }

func productsByLine(products []Product) []int {
	var lines []string
	byLine := map[string][]int{}
	for i, p := range products {
		if _, seen := byLine[p.Line]; !seen && p.Line != "" {
			lines = append(lines, p.Line)
		}
		byLine[p.Line] = append(byLine[p.Line], i)
	}
	ordered := make([]int, 0, len(products))
	for _, line := range append(lines, "") {
		ordered = append(ordered, byLine[line]...)
	}
	return ordered
}

// Contacts returns an iterator over the contacts in the author's order, including those who left.
func (m *Map) Contacts() iter.Seq[Contact] { return each(m.a.Contacts) }

// ContactsIn returns an iterator over the contacts who work in the unit itself, without units below
// it, in the author's order. The empty id means contacts whose unit is not known yet.
func (m *Map) ContactsIn(id UnitID) iter.Seq[Contact] { return eachOf(m.a.Contacts, m.contactsIn[id]) }

// Contract returns the contract with the id, and whether it exists.
func (m *Map) Contract(id ContractID) (Contract, bool) { return lookup(m.a.Contracts, m.contracts, id) }

// Goal returns the goal with the id, and whether it exists.
func (m *Map) Goal(id GoalID) (Goal, bool) { return lookup(m.a.Goals, m.goals, id) }

// Contracts returns an iterator over the contracts in the author's order.
func (m *Map) Contracts() iter.Seq[Contract] { return each(m.a.Contracts) }

// Terms returns an iterator over the special conditions in the author's order.
func (m *Map) Terms() iter.Seq[Term] { return each(m.a.Terms) }

// Cadences returns an iterator over the recurring communications in the author's order.
func (m *Map) Cadences() iter.Seq[Cadence] { return each(m.a.Cadences) }

// KPIs returns an iterator over the figures that measure goals, in the author's order.
func (m *Map) KPIs() iter.Seq[KPI] { return each(m.a.KPIs) }

// Milestones returns an iterator over the milestones in the author's order.
func (m *Map) Milestones() iter.Seq[Milestone] { return each(m.a.Milestones) }

// Surveys returns an iterator over the answers to surveys in the author's order.
func (m *Map) Surveys() iter.Seq[Survey] { return each(m.a.Surveys) }

// Cases returns an iterator over the complaints and disputes in the author's order, including
// settled ones.
func (m *Map) Cases() iter.Seq[Case] { return each(m.a.Cases) }

// Commitments returns an iterator over our promises in the author's order.
func (m *Map) Commitments() iter.Seq[Commitment] { return each(m.a.Commitments) }

// Objections returns an iterator over the objections in the author's order.
func (m *Map) Objections() iter.Seq[Objection] { return each(m.a.Objections) }

// Risks returns an iterator over the risks in the author's order.
func (m *Map) Risks() iter.Seq[Risk] { return each(m.a.Risks) }

// Targets returns an iterator over the sales targets and budgets in the author's order.
func (m *Map) Targets() iter.Seq[Target] { return each(m.a.Targets) }

// Silenced returns an iterator over the silences in the author's order.
func (m *Map) Silenced() iter.Seq[Silence] { return each(m.a.Silenced) }

// Relationships returns an iterator over the ties between contacts in the author's order.
func (m *Map) Relationships() iter.Seq[Relationship] { return each(m.a.Relationships) }

// Orders returns an iterator over the order lines in the author's order.
func (m *Map) Orders() iter.Seq[Order] { return each(m.a.Orders) }

// Endorsements returns an iterator over the referrals and testimonials in the author's order.
func (m *Map) Endorsements() iter.Seq[Endorsement] { return each(m.a.Endorsements) }

// Exposures returns an iterator over the exposures in the author's order.
func (m *Map) Exposures() iter.Seq[Exposure] { return each(m.a.Exposures) }

// Goals returns an iterator over the client's goals in the author's order.
func (m *Map) Goals() iter.Seq[Goal] { return each(m.a.Goals) }

// Team returns an iterator over the members of our team in the author's order.
func (m *Map) Team() iter.Seq[Member] { return each(m.a.Team) }

// Competitors returns an iterator over the competitors in the author's order.
func (m *Map) Competitors() iter.Seq[Competitor] { return each(m.a.Competitors) }

var accountSchema = sync.OnceValue(func() *schema.Schema { return schema.Of(reflect.TypeFor[Account]()) })

// walk calls visit for the values of the wanted fields, in the order of the file; see
// [schema.Schema.Walk]. Rules that use it hold for new lists, too.
func walk(a *Account, wanted func(*schema.Field) bool, visit func(at schema.Path, f *schema.Field, v reflect.Value)) {
	accountSchema().Walk(reflect.ValueOf(a).Elem(), wanted, visit)
}

func isKind(k schema.Kind) func(*schema.Field) bool {
	return func(f *schema.Field) bool { return f.Value().Kind == k }
}

func (a *Account) amounts(visit func(at schema.Path, amount *Money)) {
	walk(a, isKind(schema.Money), func(at schema.Path, _ *schema.Field, v reflect.Value) {
		if amount := v.Addr().Interface().(*Money); !amount.IsZero() {
			visit(at, amount)
		}
	})
}

// clone returns a copy that shares no memory with a.
func (a *Account) clone() *Account {
	c := cloned(*a)
	return &c
}

// cloned returns a copy of an account, entry or object that shares no memory with v.
func cloned[T any](v T) T {
	t := accountSchema().Type(reflect.TypeFor[T]())
	if t.Flat() {
		return v
	}
	c := v
	t.Unshare(reflect.ValueOf(&c).Elem())
	return c
}

func each[T any](list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range list {
			if !yield(cloned(v)) {
				return
			}
		}
	}
}

// eachOf is [each] for the entries with the given indexes.
func eachOf[T any](list []T, indexes []int) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, i := range indexes {
			if !yield(cloned(list[i])) {
				return
			}
		}
	}
}
