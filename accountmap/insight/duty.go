package insight

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// whoOfUs returns who of us should act in a unit with some of its people: the owner of the first
// person, or else whoever looks after the unit or the nearest one above, or the account. Somebody
// who leaves is never asked; whoever takes over is. The list has one member, or none.
func (s *situation) whoOfUs(unit accountmap.UnitID, people []accountmap.ContactID, named ...accountmap.MemberID) []accountmap.MemberID {
	for _, id := range named {
		if member := s.asked(id); member != "" {
			return []accountmap.MemberID{member}
		}
	}
	for _, id := range people {
		if c := s.contacts[id]; c != nil {
			if member := s.asked(c.Owner); member != "" {
				return []accountmap.MemberID{member}
			}
		}
	}
	for depth := 0; unit != "" && depth < maxDepth; depth++ {
		if member := s.keeper(unit); member != "" {
			return []accountmap.MemberID{member}
		}
		at, known := s.unitOrder[unit]
		if !known {
			break
		}
		unit = s.units[at].Parent
	}
	if member := s.manager(); member != "" {
		return []accountmap.MemberID{member}
	}
	return nil
}

// maxDepth is how many units above are asked for somebody of ours: organisations are not deeper.
const maxDepth = 20

// asked returns a member who can be asked in place of the given one: that member while they stay,
// the receiver of the handoff for its giver, and "" for others who leave.
func (s *situation) asked(id accountmap.MemberID) accountmap.MemberID {
	switch {
	case s.stays(id):
		return id
	case s.isGiver(id) && s.stays(s.Handoff().To):
		return s.Handoff().To
	}
	return ""
}

// keeper returns the member with the most links among those who look after the unit, or "".
func (s *situation) keeper(unit accountmap.UnitID) accountmap.MemberID {
	links := map[accountmap.MemberID]int{}
	for _, l := range s.cover[unit].Links {
		links[l.Member]++
	}
	var best accountmap.MemberID
	score := 0
	for i := range s.team {
		t := &s.team[i]
		n := 2 * links[t.ID]
		if slices.Contains(t.Units, unit) {
			n++
		}
		if n > score && s.stays(t.ID) {
			best, score = t.ID, n
		}
	}
	return best
}

// manager returns the account manager: the receiver of the handoff, or else the first member who
// stays, or "".
func (s *situation) manager() accountmap.MemberID {
	if to := s.Handoff().To; s.stays(to) {
		return to
	}
	for i := range s.team {
		if s.stays(s.team[i].ID) {
			return s.team[i].ID
		}
	}
	return ""
}

// whomToAsk returns the person at the client to talk to about something in a unit: the named one, or
// else the one whom we know best there. Whoever has left, is against us or is not yet known by name
// is not asked unless named. The list has one person, or none.
func (s *situation) whomToAsk(unit accountmap.UnitID, named ...accountmap.ContactID) []accountmap.ContactID {
	for _, id := range named {
		if c := s.contacts[id]; c != nil {
			return []accountmap.ContactID{id}
		}
	}
	for _, id := range s.known[unit] {
		if !s.contacts[id].Stance.Against() {
			return []accountmap.ContactID{id}
		}
	}
	if known := s.known[unit]; len(known) > 0 {
		return []accountmap.ContactID{known[0]}
	}
	return nil
}
