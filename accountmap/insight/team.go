package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// team is our people on a day, with their links to the client's units.
type team struct {
	today   accountmap.Date
	list    []accountmap.Member
	members map[accountmap.MemberID]*accountmap.Member
	handoff accountmap.Handoff
	cover   map[accountmap.UnitID]accountmap.UnitCover
}

func newTeam(m *accountmap.Map, today accountmap.Date) team {
	t := team{today: today, list: slices.Collect(m.Team()), members: map[accountmap.MemberID]*accountmap.Member{}, handoff: m.Handoff(),
		cover: map[accountmap.UnitID]accountmap.UnitCover{}}
	for i := range t.list {
		t.members[t.list[i].ID] = &t.list[i]
	}
	for _, c := range m.Cover(today) {
		t.cover[c.Unit] = c
	}
	return t
}

// handsOver reports whether the member hands the account over in a handoff that is not signed off.
func (t *team) handsOver(id accountmap.MemberID) bool {
	h := &t.handoff
	return id != "" && id == h.From && h.SignedOff.IsZero() && h.From != h.To
}

// leaves reports whether a member leaves the account, and the last day, which may be unknown.
func (t *team) leaves(id accountmap.MemberID) (last accountmap.Date, leaves bool) {
	m := t.members[id]
	switch {
	case m == nil:
		return accountmap.Date{}, false
	case !m.To.IsZero() && t.leavesWithin(m, DefaultLeavesWithin):
		return m.To, true
	case t.handsOver(id):
		return t.handoff.End, true
	}
	return accountmap.Date{}, false
}

// leavesWithin reports whether the member's last day has passed or is at most the given number of
// days ahead.
func (t *team) leavesWithin(m *accountmap.Member, days int) bool {
	return !m.To.IsZero() && (t.today.IsZero() || !t.today.AddDays(min(days, 36_500)).Before(m.To))
}

func (t *team) serves(id accountmap.MemberID) bool {
	m := t.members[id]
	if m == nil || !t.today.IsZero() && t.today.Before(m.From) {
		return false
	}
	return m.To.IsZero() || !t.today.IsZero() && !m.To.Before(t.today)
}

func (t *team) hasLeft(id accountmap.MemberID) bool {
	m := t.members[id]
	return m != nil && !m.To.IsZero() && !t.today.IsZero() && m.To.Before(t.today)
}

// stays reports whether the member is on the account and does not leave.
func (t *team) stays(id accountmap.MemberID) bool {
	_, leaves := t.leaves(id)
	return t.serves(id) && !leaves
}

// standIn returns the member to ask: the given member if they stay, the receiver of the handoff for
// its giver, and "" for other leaving members.
func (t *team) standIn(id accountmap.MemberID) accountmap.MemberID {
	switch {
	case t.stays(id):
		return id
	case t.handsOver(id) && t.stays(t.handoff.To):
		return t.handoff.To
	}
	return ""
}

// keeper returns the member who looks after the unit with the most links, or "".
func (t *team) keeper(unit accountmap.UnitID) accountmap.MemberID {
	links := map[accountmap.MemberID]int{}
	for _, l := range t.cover[unit].Links {
		links[l.Member]++
	}
	var best accountmap.MemberID
	score := 0
	for i := range t.list {
		m := &t.list[i]
		n := 2 * links[m.ID]
		if slices.Contains(m.Units, unit) {
			n++
		}
		if n > score && t.stays(m.ID) {
			best, score = m.ID, n
		}
	}
	return best
}

// manager returns the account manager: the receiver of the handoff, or else the first member who
// stays. It returns "" if there is none.
func (t *team) manager() accountmap.MemberID {
	if t.stays(t.handoff.To) {
		return t.handoff.To
	}
	for i := range t.list {
		if t.stays(t.list[i].ID) {
			return t.list[i].ID
		}
	}
	return ""
}

// colleague returns the first of the members who stays, or "".
func (t *team) colleague(members []accountmap.MemberID) accountmap.MemberID {
	if i := slices.IndexFunc(members, t.stays); i >= 0 {
		return members[i]
	}
	return ""
}

// colleagueIn returns a member who stays and looks after the unit, or "".
func (t *team) colleagueIn(unit accountmap.UnitID) accountmap.MemberID {
	for i := range t.list {
		if slices.Contains(t.list[i].Units, unit) && t.stays(t.list[i].ID) {
			return t.list[i].ID
		}
	}
	return ""
}

// maxDepth is the number of units, from a unit upwards, searched for a member of our team.
// Organisations are not deeper.
const maxDepth = 20

// keeperAbove returns the keeper of a unit or of the nearest unit above, or else the account
// manager, but never a member in except. It returns "" for nobody.
func (s *Situation) keeperAbove(unit accountmap.UnitID, except ...accountmap.MemberID) accountmap.MemberID {
	for depth := 0; unit != "" && depth < maxDepth; depth++ {
		if id := s.team.keeper(unit); id != "" && !slices.Contains(except, id) {
			return id
		}
		unit = s.parent(unit)
	}
	if id := s.team.manager(); !slices.Contains(except, id) {
		return id
	}
	return ""
}

// ourPerson returns the member of our team who should act in a unit with some of its people. It is
// a named member, or the owner of the first person. The fallbacks are the keeper of the unit or of
// the nearest unit above, and the account manager. Unlike [accountmap.Map.Liaison], it does not
// return a leaving member while another stays; it returns the successor. The list has at most one
// member.
func (s *Situation) ourPerson(unit accountmap.UnitID, people []accountmap.ContactID, named ...accountmap.MemberID) []accountmap.MemberID {
	named = slices.Clone(named)
	for _, id := range people {
		if c := s.contacts[id]; c != nil {
			named = append(named, c.Owner)
		}
	}
	for _, id := range named {
		if member := s.team.standIn(id); member != "" {
			return ids(member)
		}
	}
	return ids(s.keeperAbove(unit))
}

// liaison returns the person that the agenda and the table of renewals name for a unit.
func (s *Situation) liaison(unit accountmap.UnitID) []accountmap.ContactID {
	return ids(s.m.Liaison(unit, s.today, accountmap.Liaison{}).Contact)
}

// theirPerson returns the person at the client to talk to about something in a unit: the named
// person, or else the person whom we know best there. People who have left, are against us or are
// not yet known by name are returned only if named. The list has at most one person.
func (s *Situation) theirPerson(unit accountmap.UnitID, named ...accountmap.ContactID) []accountmap.ContactID {
	for _, id := range named {
		if s.contacts[id] != nil {
			return ids(id)
		}
	}
	known := s.known[unit]
	for _, id := range known {
		if !s.contacts[id].Stance.Against() {
			return ids(id)
		}
	}
	return ids(firstOf(known))
}
