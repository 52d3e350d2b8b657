package accountmap

import "slices"

// Link is the connection of one of our people with one of the client's.
type Link struct {
	Contact ContactID
	Member  MemberID
	// Owner reports whether the member looks after the contact. Now is the member's level with the contact; empty means unknown.
	Owner bool
	Now   ReachLevel
}

// UnitCover says who covers whom in a unit.
type UnitCover struct {
	Unit UnitID
	// Links are the links with the people in the unit, in the author's order of contacts; of one contact the owner's comes first, the others in
	// the order of the team.
	Links []Link
	// Members and Contacts are the two ends of the links, each person once, in the same order.
	Members  []MemberID
	Contacts []ContactID
}

// Cover answers "who covers whom?": one entry for each unit that is not a grouping, in the order of [Map.Units], even where nobody does. A link
// is something that was recorded between two people: that ours looks after theirs, or how far ours has come with theirs; having met once is no
// link. People who left, placeholders, and members whose time on the account is over or has not begun on asOf have no links. The zero asOf means
// the account's own day; where that is unknown too, every member with a last day counts as gone.
func (m *Map) Cover(asOf Date) []UnitCover {
	links := m.links(m.today(asOf))
	cover := make([]UnitCover, 0, len(m.a.Units))
	for _, u := range m.columns("") {
		cover = append(cover, newCover(m.a.Units[u].ID, links, m.contactsIn[m.a.Units[u].ID]))
	}
	return cover
}

// Links lists every link between the two sides, including those with people whose unit is not known: in the author's order of contacts, and for
// one contact the owner's first and the others in the order of the team. For what a link is, and for asOf, see [Map.Cover].
func (m *Map) Links(asOf Date) []Link { return slices.Concat(m.links(m.today(asOf))...) }

// Serving lists the members of our team who are on the account on asOf, in the author's order. For asOf see [Map.Cover].
func (m *Map) Serving(asOf Date) []Member {
	today := m.today(asOf)
	var serving []Member
	for _, t := range m.a.Team {
		if t.serves(today) {
			serving = append(serving, t.clone())
		}
	}
	return serving
}

// newCover gathers the links of some contacts, by index.
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
		if k, ok := m.members[c.Owner]; ok && c.here() && m.a.Team[k].serves(today) {
			links[i] = []Link{{Contact: c.ID, Member: c.Owner, Owner: true}}
		}
	}
	for k := range m.a.Team {
		t := &m.a.Team[k]
		if !t.serves(today) {
			continue
		}
		for _, r := range t.Reach {
			i := m.contacts[r.Contact]
			if !m.a.Contacts[i].here() || r.Now == "" {
				continue
			}
			// The member's earlier entry for this contact is the owner's or the last one, since the team is walked in order.
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

// serves reports whether the member is on the account on the day.
func (m *Member) serves(today Date) bool {
	return !m.From.after(today) && (m.To.IsZero() || !today.IsZero() && !m.To.Before(today))
}
