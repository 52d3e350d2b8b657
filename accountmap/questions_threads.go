package accountmap

import (
	"cmp"
	"slices"
)

// Thread is a link between us and a unit that hangs on one person, or that is not there at all.
type Thread struct {
	// Unit is the unit. Empty means the whole client: all our links run through one person.
	Unit UnitID
	// Members and Contacts are the people whom the link hangs on. Members has one entry when all of it runs through that person of ours, and
	// Contacts one when it all ends at that person of the client's; both are empty when there is no link.
	Members  []MemberID
	Contacts []ContactID
	// Sold counts the products that the unit buys now: what is at stake.
	Sold int
	// Reasons are [ReasonNoLink], or [ReasonOneMember] or [ReasonOneContact] or both; then [ReasonBuys] where something is at stake.
	Reasons []Reason
}

// SingleThreads answers "where would we lose touch if one person went?": the units that nobody covers and those in which one person, ours or
// the client's, is the only link, and the client as a whole when one person is. Those come first that buy most, then those without a link,
// then those that hang on one person at both ends; ties are in the order of [Map.Units], the whole client first. See [Map.Cover] for what a
// link is, and for asOf. A unit without anybody known and without business is not in it: there is nothing to lose yet.
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
	// Owner is who is said to look after the contact and is not on our team any more. Empty means that nobody is said to.
	Owner MemberID
	// Reasons are [ReasonNoOwner] or [ReasonOwnerGone], then the stance, then [ReasonNotYetKnown] for a placeholder.
	Reasons []Reason
}

// UnownedKeyPlayers answers "which powerful people does nobody look after?": those of power 4 and 5, placeholders among them since somebody
// must find out who they are, those with most power first, then those who stand least well towards us, ties in the author's order. See
// [Map.Cover] for asOf.
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
