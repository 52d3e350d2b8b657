package accountmap

import (
	"iter"
	"reflect"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Changes contains the differences between two maps of one account, list by list. [Changed] returns
// the changes of one list. The zero Changes means that the maps are equal. It shares no memory with
// the maps.
type Changes struct {
	lists map[string]ChangeList[any] // by the key of the account file, without empty lists
}

// Changed returns the changes of the list with entries of type T: Changed[Contact](c) returns the
// changes of the contacts. [Profile] and [Handoff] have at most one change. Other types have none.
func Changed[T any](c Changes) ChangeList[T] {
	var typed ChangeList[T]
	for _, f := range accountSchema().Account.Fields {
		if f.Value().Go != reflect.TypeFor[T]() {
			continue
		}
		for _, x := range c.lists[f.Key] {
			typed = append(typed, Change[T]{x.Kind, x.Before.(T), x.After.(T), x.Keys})
		}
	}
	return typed
}

// Lists returns an iterator over the keys of the account file with a change, in the order of the
// file, and their changes. Before and After have the type of the entries of the list.
func (c Changes) Lists() iter.Seq2[string, ChangeList[any]] {
	return func(yield func(string, ChangeList[any]) bool) {
		for _, f := range accountSchema().Account.Fields {
			if list := c.lists[f.Key]; len(list) > 0 && !yield(f.Key, list) {
				return
			}
		}
	}
}

// Len returns the number of changes.
func (c Changes) Len() int {
	n := 0
	for _, list := range c.lists {
		n += len(list)
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
	lists := map[string]ChangeList[any]{}
	for _, f := range accountSchema().Account.Fields {
		var changes ChangeList[any]
		switch was, is := b.Field(f.Index), a.Field(f.Index); f.Type.Kind {
		case schema.List:
			changes = compareLists(f.Type.Elem, was, is)
		case schema.Object:
			changes = compareObjects(f.Type, was, is)
		}
		if changes != nil {
			lists[f.Key] = changes
		}
	}
	if len(lists) == 0 {
		return Changes{}
	}
	return Changes{lists}
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

// ChangeList contains the changes in one list of an account. Added and edited entries are in the
// order of the later account. Removed entries follow, in the order of the earlier account. A list
// whose entries were only reordered has not changed.
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

func compareObjects(t *schema.Type, before, after reflect.Value) ChangeList[any] {
	zero := reflect.Zero(t.Go)
	switch {
	case same(before, after):
		return nil
	case same(before, zero):
		return ChangeList[any]{changed(t, ChangeAdded, zero, after, nil)}
	case same(after, zero):
		return ChangeList[any]{changed(t, ChangeRemoved, before, zero, nil)}
	}
	return ChangeList[any]{changed(t, ChangeEdited, before, after, differingKeys(t, before, after))}
}

func compareLists(t *schema.Type, before, after reflect.Value) ChangeList[any] {
	zero := reflect.Zero(t.Go)
	partners, removed := match(t, before, after)
	var changes ChangeList[any]
	for i, partner := range partners {
		if partner < 0 {
			changes = append(changes, changed(t, ChangeAdded, zero, after.Index(i), nil))
		} else if keys := differingKeys(t, before.Index(partner), after.Index(i)); len(keys) > 0 {
			changes = append(changes, changed(t, ChangeEdited, before.Index(partner), after.Index(i), keys))
		}
	}
	for _, i := range removed {
		changes = append(changes, changed(t, ChangeRemoved, before.Index(i), zero, nil))
	}
	return changes
}

// changed returns a change that shares no memory with the two values.
func changed(t *schema.Type, kind ChangeKind, before, after reflect.Value, keys []string) Change[any] {
	detached := func(v reflect.Value) any {
		c := reflect.New(t.Go).Elem()
		c.Set(v)
		t.Unshare(c)
		return c.Interface()
	}
	return Change[any]{kind, detached(before), detached(after), keys}
}

func differingKeys(t *schema.Type, before, after reflect.Value) []string {
	var keys []string
	for _, f := range t.Fields {
		if !same(before.Field(f.Index), after.Field(f.Index)) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// Joined returns the people who are at the client now but were not before: people who are new in
// the account, and people who came back.
func (c Changes) Joined() ChangeList[Contact] {
	return Changed[Contact](c).where(func(p Change[Contact]) bool { return !p.Before.isHere() && p.After.isHere() })
}

// Left returns the people who were at the client before but are not now: people who left, and
// people whom the account no longer has.
func (c Changes) Left() ChangeList[Contact] {
	return Changed[Contact](c).where(func(p Change[Contact]) bool { return p.Before.isHere() && !p.After.isHere() })
}

func (c Contact) isHere() bool { return c.ID != "" && c.Left.IsZero() }

// Statuses returns the cells of the coverage matrix whose status has changed. A cell that was added
// was unassessed before, and one that was removed is unassessed now.
func (c Changes) Statuses() ChangeList[Cell] {
	return Changed[Cell](c).where(func(p Change[Cell]) bool { return p.Before.Status != p.After.Status })
}

// Ordered sums the order lines that were added. Cancelled orders do not count.
func (c Changes) Ordered() OrderTotal {
	var total OrderTotal
	for _, o := range Changed[Order](c).Added() {
		if o.Status != OrderCancelled {
			total.add(&o)
		}
	}
	return total
}
