package accountmap

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Liaison is the pair of people responsible for a due item, one on each side.
type Liaison struct {
	// Contact is the client's person, and Member the member of our team. Either is empty if nobody
	// is available.
	Contact ContactID
	Member  MemberID
}

// Liaison answers "who should talk to whom about this on that day?". The recorded people come first
// if they are still there on the day. Liaison never names a person who has left, on either side.
//
// A missing contact is replaced by the best known of the client's own people in the unit. Without
// such a person, it is the best known in the nearest unit above that has one. The last fallback is
// the most powerful person of the client.
//
// The receiver of the handoff replaces its giver. Otherwise a missing member is replaced by the
// first of these: the member who looks after the unit, with the contact's owner before others; the
// contact's owner; the member who looks after the nearest unit above; the account manager, who is
// the receiver of the handoff; the first of the team.
//
// The client's copy names the people that the whole account names.
//
// An empty unit means the unit of the recorded contact. Without a unit and a contact, the contact
// is the most powerful person of the client. The member is then that person's owner or the account
// manager. The zero day means the account's own day.
func (m *Map) Liaison(unit UnitID, day Date, recorded Liaison) Liaison {
	if m.whole != nil {
		l := m.whole.Liaison(unit, day, recorded)
		if _, readable := m.contacts[l.Contact]; readable || l.Contact == "" {
			return l
		}
	}
	today, known := m.today(day), m.liaisons()
	l := recorded
	if i, ok := m.contacts[l.Contact]; ok {
		unit = cmp.Or(unit, m.a.Contacts[i].Unit)
		if !m.a.Contacts[i].Here(today) {
			l.Contact = ""
		}
	}
	at, inUnit := m.unitAt[unit]
	if !inUnit {
		at = -1
	}
	if l.Contact == "" {
		l.Contact = m.bestContact(known, at, today)
	}
	if k, ok := m.members[l.Member]; ok && m.serves(k, today) {
		return l
	}
	to, ok := m.members[m.a.Handoff.To]
	if l.Member != "" && l.Member == m.a.Handoff.From && ok && m.serves(to, today) {
		l.Member = m.a.Handoff.To
	} else {
		l.Member = m.responsible(known, at, l.Contact, today)
	}
	return l
}

// liaisons holds, for each unit by index, the people to turn to.
type liaisons struct {
	// contacts are the people whom we know in a unit, the best known first. members are our people
	// who look after it, in the order of the team.
	contacts, members [][]int
	// contactsAt and membersAt hold the nearest unit, itself or above, that has any, or -1.
	contactsAt, membersAt []int
	// everyone holds the people of the whole client, the most powerful first.
	everyone []int
}

func (m *Map) newLiaisons() *liaisons {
	n := len(m.a.Units)
	l := &liaisons{contacts: make([][]int, n), members: make([][]int, n), contactsAt: make([]int, n), membersAt: make([]int, n)}
	for k, t := range m.a.Team {
		for _, id := range t.Units {
			l.members[m.unitAt[id]] = append(l.members[m.unitAt[id]], k)
		}
	}
	for _, i := range m.units.order {
		l.contacts[i] = m.namedIn(m.a.Units[i].ID)
		slices.SortStableFunc(l.contacts[i], func(x, y int) int {
			a, b := &m.a.Contacts[x], &m.a.Contacts[y]
			return cmp.Or(cmp.Compare(b.ContactLevel.rank(), a.ContactLevel.rank()), cmp.Compare(b.Power, a.Power), headFirst(a, b))
		})
		l.everyone = append(l.everyone, l.contacts[i]...)
		l.contactsAt[i], l.membersAt[i] = -1, -1
		if above := m.above(i); above >= 0 {
			l.contactsAt[i], l.membersAt[i] = l.contactsAt[above], l.membersAt[above]
		}
		if len(l.contacts[i]) > 0 {
			l.contactsAt[i] = i
		}
		if len(l.members[i]) > 0 {
			l.membersAt[i] = i
		}
	}
	l.everyone = append(l.everyone, m.namedIn("")...)
	slices.SortStableFunc(l.everyone, func(x, y int) int {
		a, b := &m.a.Contacts[x], &m.a.Contacts[y]
		return cmp.Or(cmp.Compare(b.Power, a.Power), cmp.Compare(b.ContactLevel.rank(), a.ContactLevel.rank()), headFirst(a, b))
	})
	return l
}

// namedIn returns the client's own people of a unit by index, without people who are not known by
// name.
func (m *Map) namedIn(unit UnitID) []int {
	return slices.DeleteFunc(slices.Clone(m.contactsIn[unit]), func(k int) bool { return m.a.Contacts[k].Placeholder || m.a.Contacts[k].External })
}

// headFirst orders people without a manager before others, if powers and levels of contact are
// unknown or equal.
func headFirst(a, b *Contact) int { return ranking.First(a.ReportsTo == "", b.ReportsTo == "") }

// above returns the unit above a unit, by index, or -1.
func (m *Map) above(unit int) int {
	if i, ok := m.unitAt[m.a.Units[unit].Parent]; ok && m.a.Units[unit].Parent != "" {
		return i
	}
	return -1
}

// bestContact returns the person whom we know best in a unit or above it, or else the most powerful
// person. Unit -1 is the whole client.
func (m *Map) bestContact(l *liaisons, unit int, today Date) ContactID {
	here := func(list []int) ContactID {
		for _, i := range list {
			if c := &m.a.Contacts[i]; c.Here(today) {
				return c.ID
			}
		}
		return ""
	}
	for at := unit; at >= 0; at = m.above(at) {
		if at = l.contactsAt[at]; at < 0 {
			break
		}
		if id := here(l.contacts[at]); id != "" {
			return id
		}
	}
	return here(l.everyone)
}

// responsible returns the member of our team who serves on the day and should look after a unit and
// a contact.
func (m *Map) responsible(l *liaisons, unit int, contact ContactID, today Date) MemberID {
	var owner MemberID
	if i, ok := m.contacts[contact]; ok {
		if k, ok := m.members[m.a.Contacts[i].Owner]; ok && m.serves(k, today) {
			owner = m.a.Contacts[i].Owner
		}
	}
	looksAfter := func(at int) (first MemberID) {
		for _, k := range l.members[at] {
			if m.a.Team[k].ID == owner {
				return owner
			}
			if first == "" && m.serves(k, today) {
				first = m.a.Team[k].ID
			}
		}
		return first
	}
	if unit >= 0 {
		if id := cmp.Or(looksAfter(unit), owner); id != "" {
			return id
		}
		for at := l.membersAt[unit]; at >= 0; {
			if id := looksAfter(at); id != "" {
				return id
			}
			if at = m.above(at); at >= 0 {
				at = l.membersAt[at]
			}
		}
	}
	if k, ok := m.members[m.a.Handoff.To]; owner == "" && ok && m.serves(k, today) {
		return m.a.Handoff.To
	}
	for k := range m.a.Team {
		if owner == "" && m.serves(k, today) {
			return m.a.Team[k].ID
		}
	}
	return owner
}
