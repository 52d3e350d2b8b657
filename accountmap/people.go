package accountmap

import (
	"cmp"
	"slices"
)

// UnitContacts lists the people in a unit.
type UnitContacts struct {
	Unit UnitID
	// Contacts are the people whom we know, by contact level, then by power, the highest first,
	// then in the author's order.
	Contacts []ContactID
	// Missing are the placeholders: people who must exist but whom we do not know yet.
	Missing []ContactID
}

// Known answers "whom do I know in each unit?": one entry for each unit within scope that is not a
// grouping, in the order of [Map.Units], even for a unit without contacts. People who have left by
// asOf are not counted as known. Scope is a unit with all below it; empty means the whole account.
// The zero asOf means the account's own day.
func (m *Map) Known(scope UnitID, asOf Date) []UnitContacts {
	var known []UnitContacts
	today := m.today(asOf)
	for _, u := range m.columns(scope) {
		id := m.a.Units[u].ID
		entry := UnitContacts{Unit: id}
		for _, i := range m.byCloseness(m.contactsIn[id]) {
			switch c := m.a.Contacts[i]; {
			case !c.Here(today):
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
		a, b := &m.a.Contacts[i], &m.a.Contacts[j]
		return cmp.Or(cmp.Compare(b.ContactLevel.rank(), a.ContactLevel.rank()), cmp.Compare(b.Power, a.Power))
	})
	return ranked
}

// Link is the connection of one of our people with one of the client's.
type Link struct {
	Contact ContactID
	Member  MemberID
	// Owner reports whether the member is the contact's owner. Now is the member's level with the
	// contact now; empty means unknown.
	Owner bool
	Now   ReachLevel
}

// UnitCover is the links between our people and the people in a unit.
type UnitCover struct {
	Unit UnitID
	// Links are the links with the people in the unit, in the author's order of contacts; for one
	// contact the owner's link first, then in the order of the team.
	Links []Link
	// Members and Contacts are the people at the two ends of Links, each person once, in the same
	// order.
	Members  []MemberID
	Contacts []ContactID
}

// Cover answers "who covers whom?": one entry for each unit that is not a grouping, in the order of
// [Map.Units], even for a unit that nobody covers. A link is a recorded owner of a contact, or a
// recorded level that one of our people has reached with a contact. A meeting alone is not a link.
// People who left, placeholders, and members whose time on the account is over ([Map.LastDay]) or
// has not begun on asOf have no links. The zero asOf means the account's own day; if that day is
// unknown too, every member with a last day counts as gone.
func (m *Map) Cover(asOf Date) []UnitCover {
	links := m.links(m.today(asOf))
	cover := make([]UnitCover, 0, len(m.a.Units))
	for _, u := range m.columns("") {
		cover = append(cover, newCover(m.a.Units[u].ID, links, m.contactsIn[m.a.Units[u].ID]))
	}
	return cover
}

// Links lists every link between the two sides, including links with people whose unit is unknown:
// in the author's order of contacts, and for one contact the owner's link first, then in the order
// of the team. [Map.Cover] defines links and asOf.
func (m *Map) Links(asOf Date) []Link { return slices.Concat(m.links(m.today(asOf))...) }

// Serving lists the members of our team who are on the account on asOf, in the author's order. For
// asOf see [Map.Cover].
func (m *Map) Serving(asOf Date) []Member {
	today := m.today(asOf)
	var serving []Member
	for k, t := range m.a.Team {
		if m.serves(k, today) {
			serving = append(serving, cloned(t))
		}
	}
	return serving
}

func newCover(unit UnitID, links [][]Link, contacts []int) UnitCover {
	cover := UnitCover{Unit: unit}
	members := map[MemberID]bool{}
	for _, i := range contacts {
		if len(links[i]) > 0 {
			cover.Contacts = append(cover.Contacts, links[i][0].Contact)
		}
		for _, l := range links[i] {
			cover.Links = append(cover.Links, l)
			if !members[l.Member] {
				members[l.Member] = true
				cover.Members = append(cover.Members, l.Member)
			}
		}
	}
	return cover
}

// links returns the links of each contact, by index: the owner's first.
func (m *Map) links(today Date) [][]Link {
	links := make([][]Link, len(m.a.Contacts))
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		if k, ok := m.members[c.Owner]; ok && c.isActive(today) && m.serves(k, today) {
			links[i] = []Link{{Contact: c.ID, Member: c.Owner, Owner: true}}
		}
	}
	for k := range m.a.Team {
		t := &m.a.Team[k]
		if !m.serves(k, today) {
			continue
		}
		for _, r := range t.Reach {
			i := m.contacts[r.Contact]
			if !m.a.Contacts[i].isActive(today) || r.Now == "" {
				continue
			}
			// The member's earlier entry for this contact is the owner's or the last one, since the
			// team is walked in order.
			switch n := len(links[i]); {
			case n > 0 && links[i][0].Member == t.ID:
				links[i][0].Now = r.Now
			case n > 0 && links[i][n-1].Member == t.ID:
				links[i][n-1].Now = r.Now
			default:
				links[i] = append(links[i], Link{Contact: r.Contact, Member: t.ID, Now: r.Now})
			}
		}
	}
	return links
}

// LastDay returns the last day of one of our people on the account: the member's own last day, or
// the end of the handoff for the member who hands the account over. Zero means an unknown last day
// or an unknown member.
func (m *Map) LastDay(id MemberID) Date {
	k, ok := m.members[id]
	if !ok {
		return Date{}
	}
	if h := m.a.Handoff; m.a.Team[k].To.IsZero() && h.From == id && h.To != id {
		return h.End
	}
	return m.a.Team[k].To
}

// serves reports whether a member, by index, is on the account on the day.
func (m *Map) serves(k int, today Date) bool {
	t := &m.a.Team[k]
	last := m.LastDay(t.ID)
	return !t.From.isFuture(today) && (last.IsZero() || !today.IsZero() && !last.Before(today))
}

// Present returns the given people, on either side, who are there on a day, in their order.
func (m *Map) Present(day Date, contacts []ContactID, members []MemberID) (theirs []ContactID, ours []MemberID) {
	for _, id := range contacts {
		if i, ok := m.contacts[id]; ok && m.a.Contacts[i].Here(day) {
			theirs = append(theirs, id)
		}
	}
	for _, id := range members {
		if k, ok := m.members[id]; ok && m.serves(k, day) {
			ours = append(ours, id)
		}
	}
	return theirs, ours
}

// SingleThread is a unit linked with us through one person only, or not at all.
type SingleThread struct {
	// Unit is the unit. Empty means the whole client: all our links run through one person.
	Unit UnitID
	// Members is the only linked person on our side, and Contacts the only linked person on the
	// client's side. A side with no or several linked people is empty.
	Members  []MemberID
	Contacts []ContactID
	// Sold is the number of products that the unit buys now.
	Sold int
	// Reasons are [ReasonNoLink], or [ReasonOneMember] or [ReasonOneContact] or both; then
	// [ReasonBuys] if Sold is above 0.
	Reasons []Reason
}

// SingleThreads answers "where would we lose touch if one person left?": the units that nobody
// covers, and the units in which one person, ours or the client's, is the only link. The client as
// a whole is an entry if one person is in all our links. The units that buy most come first, then
// units without a link, then units with a single person at both ends. Ties are in the order of
// [Map.Units], the client first. [Map.Cover] defines links and asOf. A unit in which we know nobody
// and that buys nothing is left out.
func (m *Map) SingleThreads(asOf Date) []SingleThread {
	sold := make(map[UnitID]int, len(m.a.Units))
	for _, c := range m.a.Coverage {
		if c.Status == CoverageSold {
			sold[c.Unit]++
			sold[""]++
		}
	}
	var threads []SingleThread
	today, everybody := m.today(asOf), make([]int, len(m.a.Contacts))
	links := m.links(today)
	for i := range everybody {
		everybody[i] = i
	}
	whole := newCover("", links, everybody)
	if t := whole.thread(sold[""]); len(t.Members)+len(t.Contacts) > 0 {
		threads = append(threads, t)
	}
	for _, u := range m.columns("") {
		id := m.a.Units[u].ID
		cover := newCover(id, links, m.contactsIn[id])
		known := slices.ContainsFunc(m.contactsIn[id], func(i int) bool { return m.a.Contacts[i].isActive(today) })
		if t := cover.thread(sold[id]); len(t.Reasons) > 0 && (t.Sold > 0 || known) {
			threads = append(threads, t)
		}
	}
	slices.SortStableFunc(threads, func(a, b SingleThread) int {
		return cmp.Or(cmp.Compare(b.Sold, a.Sold), cmp.Compare(a.rank(), b.rank()))
	})
	return threads
}

// thread returns the people on whom a unit's link depends. Without reasons the unit is not a single
// thread.
func (c *UnitCover) thread(sold int) SingleThread {
	t := SingleThread{Unit: c.Unit, Sold: sold}
	if len(c.Contacts) == 0 {
		t.Reasons = append(t.Reasons, ReasonNoLink)
	}
	if len(c.Members) == 1 {
		t.Members, t.Reasons = c.Members, append(t.Reasons, ReasonOneMember)
	}
	if len(c.Contacts) == 1 {
		t.Contacts, t.Reasons = c.Contacts, append(t.Reasons, ReasonOneContact)
	}
	if len(t.Reasons) > 0 && sold > 0 {
		t.Reasons = append(t.Reasons, ReasonBuys)
	}
	return t
}

func (t *SingleThread) rank() int {
	switch {
	case len(t.Members)+len(t.Contacts) == 0:
		return 0
	case len(t.Members) > 0 && len(t.Contacts) > 0:
		return 1
	}
	return 2
}

// Unowned is a key player without an owner on our side.
type Unowned struct {
	Contact ContactID
	Power   int
	// Owner is the recorded owner, who is no longer on our team. Empty means that no owner is
	// recorded.
	Owner MemberID
	// Reasons are [ReasonNoOwner] or [ReasonOwnerGone], then the stance, then [ReasonNotYetKnown]
	// for a placeholder.
	Reasons []Reason
}

// UnownedKeyPlayers answers "which powerful people does nobody look after?": people of power 4 and
// 5, including placeholders, since somebody must find out who they are. The order is by power, the
// highest first, then by stance, the worst first. Ties are in the author's order. For asOf see
// [Map.Cover].
func (m *Map) UnownedKeyPlayers(asOf Date) []Unowned {
	today := m.today(asOf)
	var list []Unowned
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		k, owned := m.members[c.Owner]
		if !c.KeyPlayer() || !c.Here(today) || owned && m.serves(k, today) {
			continue
		}
		u := Unowned{Contact: c.ID, Power: c.Power, Owner: c.Owner, Reasons: []Reason{ReasonNoOwner, c.Stance.Reason()}}
		if owned {
			u.Reasons[0] = ReasonOwnerGone
		}
		if c.Placeholder {
			u.Reasons = append(u.Reasons, ReasonNotYetKnown)
		}
		list = append(list, u)
	}
	slices.SortStableFunc(list, func(a, b Unowned) int {
		x, y := &m.a.Contacts[m.contacts[a.Contact]], &m.a.Contacts[m.contacts[b.Contact]]
		return cmp.Or(cmp.Compare(b.Power, a.Power), cmp.Compare(y.Stance.Rank(), x.Stance.Rank()))
	})
	return list
}
