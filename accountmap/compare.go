package accountmap

import (
	"reflect"
	"slices"
)

// Changes contains the differences between two maps of one account, list by list. The zero Changes
// means that the maps are equal. It shares no memory with the maps.
//
// Each list has the added and edited entries in the order of the later account. The removed entries
// follow, in the order of the earlier account. A list whose entries were only reordered has not
// changed.
type Changes struct {
	// Profile and Handoff are not lists; a zero Change means that they are equal.
	Profile Change[Profile]

	Units          ChangeList[Unit]
	Products       ChangeList[Product]
	Contacts       ChangeList[Contact]
	Relationships  ChangeList[Relationship]
	Coverage       ChangeList[Cell]
	Orders         ChangeList[Order]
	Contracts      ChangeList[Contract]
	Terms          ChangeList[Term]
	Endorsements   ChangeList[Endorsement]
	Exposures      ChangeList[Exposure]
	Communications ChangeList[Communication]
	Cadences       ChangeList[Cadence]
	Goals          ChangeList[Goal]
	KPIs           ChangeList[KPI]
	Milestones     ChangeList[Milestone]
	Team           ChangeList[Member]
	Competitors    ChangeList[Competitor]
	Surveys        ChangeList[Survey]
	Cases          ChangeList[Case]
	Commitments    ChangeList[Commitment]
	Objections     ChangeList[Objection]
	Risks          ChangeList[Risk]
	Targets        ChangeList[Target]
	Silenced       ChangeList[Silence]

	Handoff Change[Handoff]
}

// Len returns the number of changes.
func (c Changes) Len() int {
	n := 0
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		switch list := v.Field(i); {
		case list.Kind() == reflect.Slice:
			n += list.Len()
		case !list.IsZero():
			n++
		}
	}
	return n
}

// IsZero reports whether nothing has changed.
func (c Changes) IsZero() bool { return c.Len() == 0 }

// Compare answers "what is new since then?": it returns the changes from one map of an account to a
// later one. A nil map is an empty account: everything in the other map was added or removed.
//
// Entries with an id are matched by it. Other entries are matched by the values that identify them
// to a reader: a cell by unit and product; a relationship by its two ends and kind; an order line
// by the order's number and product (without a number by unit, product and day); an endorsement by
// kind, contact and the day of asking; a promise by its text; and so on. Among several entries with
// the same identity, equal entries are matched first and the others in their order.
//
// The time is linear in the size of the two accounts.
func Compare(before, after *Map) Changes {
	b, a := reflect.ValueOf(before.orNothing()).Elem(), reflect.ValueOf(after.orNothing()).Elem()
	var c Changes
	changes := reflect.ValueOf(&c).Elem()
	for i := range changes.NumField() {
		name := changes.Type().Field(i).Name
		was, is := b.FieldByName(name).Addr().Interface(), a.FieldByName(name).Addr().Interface()
		changes.Field(i).Addr().Interface().(interface{ compare(was, is any) }).compare(was, is)
	}
	return c
}

func (m *Map) orNothing() *Account {
	if m == nil {
		return &Account{}
	}
	return m.a
}

// Change is one entry of an account that has changed.
type Change[T any] struct {
	Kind ChangeKind
	// Before is the earlier entry, which is zero if the entry was added. After is the later entry,
	// which is zero if it was removed.
	Before, After T
	// Keys are the keys of the account file whose values differ, in the order of the file. It is
	// nil unless the entry was edited.
	Keys []string
}

// ChangeKind is the kind of a change. Empty means no change.
type ChangeKind string

// The kinds of change. A person who left the client but is still in the account was edited, not
// removed; [Changes.Left] has both.
const (
	ChangeAdded   ChangeKind = "added"
	ChangeEdited  ChangeKind = "edited"
	ChangeRemoved ChangeKind = "removed"
)

// Edits reports whether the entry was edited in one of these keys of the account file, such as
// "stance"; without keys, whether it was edited at all.
func (c Change[T]) Edits(keys ...string) bool {
	return c.Kind == ChangeEdited && (len(keys) == 0 || slices.ContainsFunc(keys, func(k string) bool { return slices.Contains(c.Keys, k) }))
}

// ChangeList is the changes in one list of an account: entries added and edited, in the order of
// the later account, then entries removed, in the order of the earlier one.
type ChangeList[T any] []Change[T]

// Added returns the entries that only the later account has.
func (l ChangeList[T]) Added() []T {
	var added []T
	for _, c := range l {
		if c.Kind == ChangeAdded {
			added = append(added, c.After)
		}
	}
	return added
}

// Removed returns the entries that only the earlier account has.
func (l ChangeList[T]) Removed() []T {
	var removed []T
	for _, c := range l {
		if c.Kind == ChangeRemoved {
			removed = append(removed, c.Before)
		}
	}
	return removed
}

// Edited returns the changes for which [Change.Edits] reports true with these keys: for the
// contacts, Edited("stance") returns the people whose stance has changed.
func (l ChangeList[T]) Edited(keys ...string) ChangeList[T] {
	return l.where(func(c Change[T]) bool { return c.Edits(keys...) })
}

func (l ChangeList[T]) where(keep func(Change[T]) bool) ChangeList[T] {
	var kept ChangeList[T]
	for _, c := range l {
		if keep(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

func (c *Change[T]) compare(was, is any) {
	before, after := *was.(*T), *is.(*T)
	var none T
	b, a, zero := reflect.ValueOf(before), reflect.ValueOf(after), reflect.ValueOf(none)
	switch {
	case same(b, a):
	case same(b, zero):
		*c = Change[T]{Kind: ChangeAdded, After: cloned(after)}
	case same(a, zero):
		*c = Change[T]{Kind: ChangeRemoved, Before: cloned(before)}
	default:
		*c = Change[T]{ChangeEdited, cloned(before), cloned(after), differingKeys(b, a)}
	}
}

func (l *ChangeList[T]) compare(was, is any) {
	before, after := *was.(*[]T), *is.(*[]T)
	b, a := reflect.ValueOf(before), reflect.ValueOf(after)
	partners, left := match(b, a)
	var changes ChangeList[T]
	for i, partner := range partners {
		if partner < 0 {
			changes = append(changes, Change[T]{Kind: ChangeAdded, After: cloned(after[i])})
			continue
		}
		if keys := differingKeys(b.Index(partner), a.Index(i)); len(keys) > 0 {
			changes = append(changes, Change[T]{ChangeEdited, cloned(before[partner]), cloned(after[i]), keys})
		}
	}
	for _, i := range left {
		changes = append(changes, Change[T]{Kind: ChangeRemoved, Before: cloned(before[i])})
	}
	*l = changes
}

func differingKeys(before, after reflect.Value) []string {
	var keys []string
	for _, f := range accountSchema().Type(before.Type()).Fields {
		if !same(before.Field(f.Index), after.Field(f.Index)) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// Joined returns the people who are at the client now but were not before: people who are new in
// the account, and people who came back.
func (c Changes) Joined() ChangeList[Contact] {
	return c.Contacts.where(func(p Change[Contact]) bool { return !p.Before.isHere() && p.After.isHere() })
}

// Left returns the people who were at the client before but are not now: people who left, and
// people whom the account no longer has.
func (c Changes) Left() ChangeList[Contact] {
	return c.Contacts.where(func(p Change[Contact]) bool { return p.Before.isHere() && !p.After.isHere() })
}

func (c Contact) isHere() bool { return c.ID != "" && c.Left.IsZero() }

// Statuses returns the cells of the coverage matrix whose status has changed. A cell that was added
// was unassessed before, and one that was removed is unassessed now.
func (c Changes) Statuses() ChangeList[Cell] {
	return c.Coverage.where(func(p Change[Cell]) bool { return p.Before.Status != p.After.Status })
}

// Ordered sums the order lines that were added. Cancelled orders do not count.
func (c Changes) Ordered() OrderTotal {
	var total OrderTotal
	for _, o := range c.Orders.Added() {
		if o.Status != OrderCancelled {
			total.Lines++
			total.Amounts = addAmount(total.Amounts, o.Amount)
		}
	}
	return total
}
