package accountmap

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// anybodyIn reports whether the units have a contact, or a placeholder, who has not left.
func (m *Map) anybodyIn(units map[UnitID]bool, today Date) bool {
	for i := range m.a.Contacts {
		if units[m.a.Contacts[i].Unit] && m.a.Contacts[i].Here(today) {
			return true
		}
	}
	return false
}

func (m *Map) powerOf(id ContactID) int {
	if i, ok := m.contacts[id]; ok {
		return m.a.Contacts[i].Power
	}
	return 0
}

// addStranger adds an unknown person in a unit to the search, and returns the index. Ties cost, in
// ascending order: a referral request to the unit, a note that names it, and being head of a unit
// above or next to it.
func (m *Map) addStranger(s *search, unit int, inside map[UnitID]bool, today Date) int {
	stranger := len(m.a.Contacts)
	tied := map[int]bool{}
	var into []introduction
	add := func(from, cost int, reason Reason) {
		c := &m.a.Contacts[from]
		if !tied[from] && c.isActive(today) && c.Stance != StanceBlocker {
			tied[from] = true
			into = append(into, introduction{from: from, cost: cost + c.Stance.Rank(), reason: reason})
		}
	}
	for _, e := range m.a.Endorsements {
		if e.Kind == EndorsementReferral && inside[e.ToUnit] && e.Declined.IsZero() && !e.Asked.isFuture(today) {
			add(m.contacts[e.Contact], 1, ReasonAskedForUnit)
		}
	}
	names := m.unitNames(unit)
	for i := range m.a.Contacts {
		if mentions(m.a.Contacts[i].Notes, names) {
			add(i, 2, ReasonNoteNames)
		}
	}
	for _, r := range m.a.Relationships {
		if mentions(r.Note, names) {
			add(m.contacts[r.From], 2, ReasonNoteNames)
			add(m.contacts[r.To], 2, ReasonNoteNames)
		}
	}
	parent := m.above(unit)
	for at, cost := parent, 6-lineStrength; at >= 0; at, cost = m.above(at), cost+1 {
		m.heads(at, func(i int) { add(i, cost, ReasonUnitAbove) })
	}
	siblings := m.units.roots
	if parent >= 0 {
		siblings = m.units.children[parent]
	}
	for _, at := range siblings {
		if at != unit {
			m.heads(at, func(i int) { add(i, 6-lineStrength+1, ReasonUnitBeside) })
		}
	}
	s.into = append(s.into, into)
	return stranger
}

func (m *Map) heads(unit int, visit func(contact int)) {
	id := m.a.Units[unit].ID
	for _, i := range m.contactsIn[id] {
		if c := &m.a.Contacts[i]; c.ReportsTo == "" || m.unitOf(c.ReportsTo) != id {
			visit(i)
		}
	}
}

// unitNames returns the names of a unit in notes: its own name, and its city if no other unit is in
// that city.
func (m *Map) unitNames(unit int) []string {
	u := &m.a.Units[unit]
	names := []string{u.Name}
	if u.City == "" {
		return names
	}
	for i := range m.a.Units {
		if i != unit && m.a.Units[i].City == u.City {
			return names
		}
	}
	return append(names, u.City)
}

// mentions reports whether a note contains one of the names as whole words.
func mentions(note string, names []string) bool {
	for _, name := range names {
		for rest := note; name != ""; {
			_, after, found := strings.Cut(rest, name)
			if !found {
				break
			}
			before, _ := utf8.DecodeLastRuneInString(rest[:len(rest)-len(after)-len(name)])
			next, _ := utf8.DecodeRuneInString(after)
			if !isWordRune(before) && !isWordRune(next) {
				return true
			}
			rest = after
		}
	}
	return false
}

// isWordRune reports a letter or digit. The error rune before and after a text is neither.
func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
