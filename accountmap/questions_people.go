package accountmap

import (
	"cmp"
	"slices"
)

// UnitContacts are the people in a unit.
type UnitContacts struct {
	Unit UnitID
	// Contacts are the people whom we know: those we are closest to first, then those with most power, then in the author's order. Empty means
	// nobody.
	Contacts []ContactID
	// Missing are the placeholders: people who must exist but whom we do not know yet.
	Missing []ContactID
}

// Known answers "whom do I know in each unit?": one entry for each unit within scope that is not a grouping, in the order of [Map.Units], even
// where the answer is nobody. People who left are not counted as known. Scope is a unit with all below it; empty means the whole account.
func (m *Map) Known(scope UnitID) []UnitContacts {
	var known []UnitContacts
	for _, u := range m.columns(scope) {
		id := m.a.Units[u].ID
		entry := UnitContacts{Unit: id}
		for _, i := range m.byCloseness(m.contactsIn[id]) {
			switch c := m.a.Contacts[i]; {
			case !c.Left.IsZero():
			case c.Placeholder:
				entry.Missing = append(entry.Missing, c.ID)
			default:
				entry.Contacts = append(entry.Contacts, c.ID)
			}
		}
		known = append(known, entry)
	}
	return known
}

func (m *Map) byCloseness(contacts []int) []int {
	ranked := slices.Clone(contacts)
	slices.SortStableFunc(ranked, func(i, j int) int {
		a, b := m.a.Contacts[i], m.a.Contacts[j]
		return cmp.Or(cmp.Compare(b.ContactLevel.rank(), a.ContactLevel.rank()), cmp.Compare(b.Power, a.Power))
	})
	return ranked
}

// Ask is the outcome of asking one contact for endorsements of one kind.
type Ask struct {
	Contact ContactID
	// Times counts how often the contact was asked; it is the sum of Given, Declined and Open (not answered yet).
	Times, Given, Declined, Open int
	// Unasked counts what the contact gave without being asked.
	Unasked int
	// Last is the day on which we last asked.
	Last Date
}

// Asked answers "which contacts have I asked for referrals or testimonials?" for one of the two kinds: an entry for each contact who was asked
// at least once, the one asked most recently first, ties in the author's order. An endorsement without a day of asking counts as asked for
// unless it was given.
func (m *Map) Asked(kind EndorsementKind) []Ask {
	return slices.DeleteFunc(m.asks(kind), func(a Ask) bool { return a.Times == 0 })
}

// asks has an entry also for contacts who gave without being asked.
func (m *Map) asks(kind EndorsementKind) []Ask {
	at := map[ContactID]int{}
	var asks []Ask
	for _, e := range m.a.Endorsements {
		if e.Kind != kind {
			continue
		}
		i, seen := at[e.Contact]
		if !seen {
			i = len(asks)
			at[e.Contact] = i
			asks = append(asks, Ask{Contact: e.Contact})
		}
		asks[i].add(e)
	}
	slices.SortStableFunc(asks, func(a, b Ask) int { return b.Last.Compare(a.Last) })
	return asks
}

func (a *Ask) add(e Endorsement) {
	if e.Asked.IsZero() && !e.Given.IsZero() {
		a.Unasked++
		return
	}
	a.Times++
	switch {
	case !e.Given.IsZero():
		a.Given++
	case !e.Declined.IsZero():
		a.Declined++
	default:
		a.Open++
	}
	if a.Last.Before(e.Asked) {
		a.Last = e.Asked
	}
}

// Conversion counts endorsements of one kind by their outcome.
type Conversion struct {
	// Asked counts those that we asked for; it is the sum of Given, Declined and Open (not answered yet).
	Asked, Given, Declined, Open int
	// Unasked counts those given without being asked for.
	Unasked int
}

// Share is Given as a part of Asked, from 0 to 1, and 0 when none was asked for. What was given unasked does not count.
func (c Conversion) Share() float64 {
	if c.Asked == 0 {
		return 0
	}
	return float64(c.Given) / float64(c.Asked)
}

// Given answers "how many endorsements of this kind were given?".
func (m *Map) Given(kind EndorsementKind) Conversion {
	var total Conversion
	for _, a := range m.asks(kind) {
		total.Asked += a.Times
		total.Given += a.Given
		total.Declined += a.Declined
		total.Open += a.Open
		total.Unasked += a.Unasked
	}
	return total
}

// Communications returns the communications, the latest first; those of one day are in the author's order.
func (m *Map) Communications() []Communication {
	list := make([]Communication, len(m.a.Communications))
	for i, c := range m.a.Communications {
		list[i] = c.clone()
	}
	slices.SortStableFunc(list, func(a, b Communication) int { return b.Date.Compare(a.Date) })
	return list
}
