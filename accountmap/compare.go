package accountmap

import (
	"reflect"
	"slices"
)

// Changes is what differs between two maps of one account, list by list. The zero Changes means that nothing does. It shares no memory with the
// maps.
//
// Each list has what was added and edited in the order of the later account, then what was removed in the order of the earlier one. A list whose
// entries were only reordered has not changed.
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

	Handoff Change[Handoff]
}

// Len counts the changes.
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

// Compare answers "what is new since then?": it returns the changes from one map of an account to a later one. A nil map stands for an account
// of which nothing is known, so that everything in the other map was added or removed.
//
// Entries with an id are matched by it. Others are matched by what identifies them to a reader: a cell by unit and product; a relationship by
// its two ends and kind; an order line by the order's number and product (without a number by unit, product and day); an endorsement by kind,
// contact and the day of asking; a promise by its text; and so on. Where several entries are alike in that, equal ones are matched first and the
// others in their order.
//
// The time it takes is linear in the size of the two accounts.
func Compare(before, after *Map) Changes {
	b, a := before.orNothing(), after.orNothing()
	return Changes{
		Profile:        compareOne(b.Profile, a.Profile),
		Units:          compareLists(b.Units, a.Units, func(u Unit) any { return u.ID }),
		Products:       compareLists(b.Products, a.Products, func(p Product) any { return p.ID }),
		Contacts:       compareLists(b.Contacts, a.Contacts, func(c Contact) any { return c.ID }),
		Relationships:  compareLists(b.Relationships, a.Relationships, Relationship.identity),
		Coverage:       compareLists(b.Coverage, a.Coverage, Cell.identity),
		Orders:         compareLists(b.Orders, a.Orders, Order.identity),
		Contracts:      compareLists(b.Contracts, a.Contracts, func(c Contract) any { return c.ID }),
		Terms:          compareLists(b.Terms, a.Terms, Term.identity),
		Endorsements:   compareLists(b.Endorsements, a.Endorsements, Endorsement.identity),
		Exposures:      compareLists(b.Exposures, a.Exposures, Exposure.identity),
		Communications: compareLists(b.Communications, a.Communications, Communication.identity),
		Cadences:       compareLists(b.Cadences, a.Cadences, func(c Cadence) any { return c.Title }),
		Goals:          compareLists(b.Goals, a.Goals, func(g Goal) any { return g.ID }),
		KPIs:           compareLists(b.KPIs, a.KPIs, KPI.identity),
		Milestones:     compareLists(b.Milestones, a.Milestones, func(s Milestone) any { return s.ID }),
		Team:           compareLists(b.Team, a.Team, func(t Member) any { return t.ID }),
		Competitors:    compareLists(b.Competitors, a.Competitors, func(c Competitor) any { return c.ID }),
		Surveys:        compareLists(b.Surveys, a.Surveys, Survey.identity),
		Cases:          compareLists(b.Cases, a.Cases, func(c Case) any { return c.ID }),
		Commitments:    compareLists(b.Commitments, a.Commitments, func(c Commitment) any { return c.Text }),
		Objections:     compareLists(b.Objections, a.Objections, func(o Objection) any { return o.Text }),
		Risks:          compareLists(b.Risks, a.Risks, func(r Risk) any { return r.Text }),
		Targets:        compareLists(b.Targets, a.Targets, Target.identity),
		Handoff:        compareOne(b.Handoff, a.Handoff),
	}
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

// Joined returns the people who are at the client now but were not before: those who are new in the account, and those who came back.
func (c Changes) Joined() ChangeList[Contact] {
	return c.Contacts.where(func(p Change[Contact]) bool { return !p.Before.isHere() && p.After.isHere() })
}

// Left returns the people who were at the client before but are not now: those who left, and those whom the account no longer has.
func (c Changes) Left() ChangeList[Contact] {
	return c.Contacts.where(func(p Change[Contact]) bool { return p.Before.isHere() && !p.After.isHere() })
}

// isHere reports whether the contact is one, and has not left.
func (c Contact) isHere() bool { return c.ID != "" && c.Left.IsZero() }

// Moved returns the people whose unit, manager (or person they assist) or title has changed.
func (c Changes) Moved() ChangeList[Contact] {
	return c.Contacts.Edited("unit", "reportsTo", "assistantTo", "title")
}

// Statuses returns the cells of the coverage matrix whose status has changed. A cell that was added was unassessed before, and one that was
// removed is unassessed now.
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

// Asked returns the endorsements of the kind that were asked for since.
func (c Changes) Asked(kind EndorsementKind) []Endorsement {
	return c.endorsements(kind, func(e Endorsement) Date { return e.Asked })
}

// Given returns the endorsements of the kind that were given since.
func (c Changes) Given(kind EndorsementKind) []Endorsement {
	return c.endorsements(kind, func(e Endorsement) Date { return e.Given })
}

// endorsements returns those that have the day now and had it not before.
func (c Changes) endorsements(kind EndorsementKind, day func(Endorsement) Date) []Endorsement {
	var since []Endorsement
	for _, e := range c.Endorsements {
		if e.After.Kind == kind && day(e.Before).IsZero() && !day(e.After).IsZero() {
			since = append(since, e.After)
		}
	}
	return since
}
