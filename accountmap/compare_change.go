package accountmap

import (
	"reflect"
	"slices"
)

// Change is one entry of an account that has changed.
type Change[T any] struct {
	Kind ChangeKind
	// Before is the entry as it was, zero when it was added; After is the entry as it is now, zero when it was removed.
	Before, After T
	// Keys are the keys of the account file whose values differ, in the order of the file. It is nil unless the entry was edited.
	Keys []string
}

// ChangeKind says what happened to an entry. Empty means nothing.
type ChangeKind string

// The kinds of change. A person who left the client but is still in the account was edited, not removed; [Changes.Left] has both.
const (
	ChangeAdded   ChangeKind = "added"
	ChangeEdited  ChangeKind = "edited"
	ChangeRemoved ChangeKind = "removed"
)

// ChangeKinds lists the kinds of change.
func ChangeKinds() []ChangeKind { return []ChangeKind{ChangeAdded, ChangeEdited, ChangeRemoved} }

// Edits reports whether the entry was edited in one of these keys of the account file, such as "stance"; without keys, whether it was edited at
// all.
func (c Change[T]) Edits(keys ...string) bool {
	return c.Kind == ChangeEdited && (len(keys) == 0 || slices.ContainsFunc(keys, func(k string) bool { return slices.Contains(c.Keys, k) }))
}

// ChangeList is the changes in one list of an account: entries added and edited, in the order of the later account, then those removed, in the
// order of the earlier one.
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

// Edited returns the changes for which [Change.Edits] reports true with these keys: Edited("stance") on the contacts is the people whose stance
// has changed.
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

// compareOne compares what an account has one of.
func compareOne[T any](before, after T) Change[T] {
	var none T
	b, a, zero := reflect.ValueOf(before), reflect.ValueOf(after), reflect.ValueOf(none)
	switch {
	case same(b, a):
		return Change[T]{}
	case same(b, zero):
		return Change[T]{Kind: ChangeAdded, After: cloned(after)}
	case same(a, zero):
		return Change[T]{Kind: ChangeRemoved, Before: cloned(before)}
	}
	return Change[T]{Kind: ChangeEdited, Before: cloned(before), After: cloned(after), Keys: differingKeys(b, a)}
}

// compareLists compares two lists whose entries the identity tells apart.
func compareLists[T any](before, after []T, identity func(T) any) ChangeList[T] {
	partners, left := match(before, after, identity)
	var changes ChangeList[T]
	for i, partner := range partners {
		if partner < 0 {
			changes = append(changes, Change[T]{Kind: ChangeAdded, After: cloned(after[i])})
			continue
		}
		if keys := differingKeys(reflect.ValueOf(before[partner]), reflect.ValueOf(after[i])); len(keys) > 0 {
			changes = append(changes, Change[T]{ChangeEdited, cloned(before[partner]), cloned(after[i]), keys})
		}
	}
	for _, i := range left {
		changes = append(changes, Change[T]{Kind: ChangeRemoved, Before: cloned(before[i])})
	}
	return changes
}

// cloned copies an entry with the lists in it.
func cloned[T any](v T) T {
	if c, ok := any(v).(interface{ clone() T }); ok {
		return c.clone()
	}
	return v
}

func differingKeys(before, after reflect.Value) []string {
	var keys []string
	for i := range before.NumField() {
		if !same(before.Field(i), after.Field(i)) {
			keys = append(keys, jsonKey(before.Type().Field(i)))
		}
	}
	return keys
}
