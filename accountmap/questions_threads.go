package accountmap

import (
	"cmp"
	"slices"
)

// Thread is a unit that we are linked with through one person only, or not at all.
type Thread struct {
	// Unit is the unit. Empty means the whole client: all our links run through one person.
	Unit UnitID
	// Members and Contacts are the people that the link depends on. Members has one entry when that person of ours is the only link on our side,
	// Contacts one entry when that person of the client's is the only one on theirs; both are empty when there is no link.
	Members  []MemberID
	Contacts []ContactID
	// Sold counts the products that the unit buys now: what is at stake.
	Sold int
	// Reasons are [ReasonNoLink], or [ReasonOneMember] or [ReasonOneContact] or both; then [ReasonBuys] when something is at stake.
	Reasons []Reason
}

// SingleThreads answers "where would we lose touch if one person left?": the units that nobody covers, those in which one person, ours or the
// client's, is the only link, and the client as a whole when that is so for all our links. The units that buy most come first, then those
// without a link, then those with a single person at both ends; ties are in the order of [Map.Units], the client first. For what a link is, and
// for asOf, see [Map.Cover]. A unit in which we know nobody and that buys nothing is not in it, as there is nothing to lose yet.
func (m *Map) SingleThreads(asOf Date) []Thread {
	sold := make(map[UnitID]int, len(m.a.Units))
	for _, c := range m.a.Coverage {
		if c.Status == StatusSold {
			sold[c.Unit]++
			sold[""]++
		}
	}
	var threads []Thread
	links, everybody := m.links(m.today(asOf)), make([]int, len(m.a.Contacts))
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
		if t := cover.thread(sold[id]); len(t.Reasons) > 0 && (t.Sold > 0 || m.anybody(id)) {
			threads = append(threads, t)
		}
	}
	slices.SortStableFunc(threads, func(a, b Thread) int {
		return cmp.Or(cmp.Compare(b.Sold, a.Sold), cmp.Compare(a.rank(), b.rank()))
	})
	return threads
}

// thread tells what a unit's link hangs on; without reasons it is sound.
func (c *UnitCover) thread(sold int) Thread {
	t := Thread{Unit: c.Unit, Sold: sold}
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

// rank orders threads from the one that is not there to those that hang on one person at one end.
func (t *Thread) rank() int {
	switch {
	case len(t.Members)+len(t.Contacts) == 0:
		return 0
	case len(t.Members) > 0 && len(t.Contacts) > 0:
		return 1
	}
	return 2
}

// anybody reports whether somebody whom we know by name sits in the unit.
func (m *Map) anybody(unit UnitID) bool {
	return slices.ContainsFunc(m.contactsIn[unit], func(i int) bool { return m.a.Contacts[i].here() })
}

// Unowned is a key player whom nobody on our side looks after.
type Unowned struct {
	Contact ContactID
	Power   int
	// Owner is the recorded owner, who is no longer on our team. Empty means that none is recorded.
	Owner MemberID
	// Reasons are [ReasonNoOwner] or [ReasonOwnerGone], then the stance, then [ReasonNotYetKnown] for a placeholder.
	Reasons []Reason
}

// UnownedKeyPlayers answers "which powerful people does nobody look after?": people of power 4 and 5, including placeholders, since somebody
// must find out who they are. Those with most power come first, then those with the worst stance, ties in the author's order. For asOf see
// [Map.Cover].
func (m *Map) UnownedKeyPlayers(asOf Date) []Unowned {
	today := m.today(asOf)
	var list []Unowned
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		k, owned := m.members[c.Owner]
		if !c.KeyPlayer() || !c.Left.IsZero() || owned && m.a.Team[k].serves(today) {
			continue
		}
		u := Unowned{Contact: c.ID, Power: c.Power, Owner: c.Owner, Reasons: []Reason{ReasonNoOwner, c.Stance.reason()}}
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
		return cmp.Or(cmp.Compare(b.Power, a.Power), cmp.Compare(y.Stance.rank(), x.Stance.rank()))
	})
	return list
}
