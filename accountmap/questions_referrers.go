package accountmap

import (
	"cmp"
	"slices"
)

// Referrer is somebody whom we know well and who can introduce us to somebody in the unit whom we do not.
type Referrer struct {
	// Contact is the person to ask, and To the person at the end of the path.
	Contact, To ContactID
	// Path leads from Contact to To, one introduction after another. It has at least one hop.
	Path []Hop
	// Cost is the sum of the costs of the hops, plus one for each time that we asked Contact within the last year, plus one when the
	// contact level is not in-depth. It serves to compare paths and has no other meaning.
	Cost int
	// Asks counts how often we asked Contact within the last year.
	Asks int
	// Reasons say why Contact can be asked and what stands in the way.
	Reasons []Reason
}

// Hop is one introduction on a path: From introduces us to To.
type Hop struct {
	From, To ContactID
	// Strength is the strength of the tie, from 1 to 5. Zero means unknown, as it is for every reporting line.
	Strength int
	// Cost is 6 minus the strength (4 when it is unknown, 3 for a reporting line), plus 1 against the direction of influence or up the reporting
	// line, plus an amount for the stance of From: 1 for a supporter, 2 when neutral, 3 when unknown, 4 for a sceptic.
	Cost int
	// Reasons are the tie, then the stance of From, then [ReasonNotYetKnown] when To is a placeholder.
	Reasons []Reason
}

// ReferrersInto answers "who can refer us to new contacts in the unit, or below it?" as of the account's own day: an entry for everybody whom we
// can ask, with the cheapest path over relationships and reporting lines to somebody there. The cheapest come first, then the shortest, then
// those that end at the person with most power, ties in the author's order.
//
// We can ask people whom we know well: at contact level multiple or in-depth, or for whom one of our people is a problem solver or trusted
// adviser. Everybody else is somebody to be referred to. A path never leads through another person whom we can ask, since we would ask that one;
// nor through conflicts, people who left, placeholders or blockers. It has at most six hops, which is up three levels of an organisation and
// down three again, as nobody vouches for strangers further away. Sceptics are on a path only where nobody else is, and are not asked
// themselves.
//
// The answer is empty when nobody in the unit is new to us, and for a unit that the map does not have.
func (m *Map) ReferrersInto(unit UnitID) []Referrer {
	top, ok := m.unitAt[unit]
	if !ok {
		return nil
	}
	inside := make(map[UnitID]bool)
	for _, i := range m.units.below(top) {
		inside[m.a.Units[i].ID] = true
	}
	closeness := m.closeness()
	s := search{into: m.introductions(), most: mostHops}
	s.terminal = make([]bool, len(m.a.Contacts))
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		s.terminal[i] = closeness[i] > 0 && !c.Stance.Against()
		if inside[c.Unit] && closeness[i] == 0 && c.Left.IsZero() && c.Stance != StanceBlocker {
			s.goals = append(s.goals, i)
		}
	}
	records := m.advocacies("")
	var referrers []Referrer
	for _, found := range s.run() {
		c := &m.a.Contacts[s.labels[found].at]
		r, record := Referrer{Contact: c.ID, Cost: s.labels[found].cost}, records[c.ID]
		r.Path = m.hops(&s, found)
		r.To, r.Asks = r.Path[len(r.Path)-1].To, record.asks
		r.Cost += r.Asks + 2 - closeness[m.contacts[c.ID]]
		r.Reasons = append([]Reason{ReasonKnownWell}, c.Stance.reason())
		if inside[c.Unit] {
			r.Reasons = append(r.Reasons, ReasonInside)
		}
		r.Reasons = append(r.Reasons, record.fatigue()...)
		referrers = append(referrers, r)
	}
	slices.SortFunc(referrers, func(a, b Referrer) int {
		x, y := m.contacts[a.Contact], m.contacts[b.Contact]
		to, other := &m.a.Contacts[m.contacts[a.To]], &m.a.Contacts[m.contacts[b.To]]
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(len(a.Path), len(b.Path)), cmp.Compare(other.Power, to.Power), cmp.Compare(x, y))
	})
	return referrers
}

// mostHops is the length of the longest path that is looked for.
const mostHops = 6

// closeness tells of each contact, by index, how close we are: 2 in depth, 1 well, 0 not well. People who left, placeholders and blockers are
// not close.
func (m *Map) closeness() []int {
	near := make([]int, len(m.a.Contacts))
	for i := range m.a.Contacts {
		switch m.a.Contacts[i].ContactLevel {
		case LevelInDepth:
			near[i] = 2
		case LevelMultiple:
			near[i] = 1
		}
	}
	for _, t := range m.a.Team {
		for _, r := range t.Reach {
			i := m.contacts[r.Contact]
			switch {
			case !t.serves(m.a.AsOf): // the member has gone, and took the standing along
			case r.Now == ReachTrustedAdviser:
				near[i] = 2
			case r.Now == ReachProblemSolver:
				near[i] = max(near[i], 1)
			}
		}
	}
	for i := range m.a.Contacts {
		if c := &m.a.Contacts[i]; !c.here() || c.Stance == StanceBlocker {
			near[i] = 0
		}
	}
	return near
}

// hops returns the path that a label of the search stands for.
func (m *Map) hops(s *search, label int) []Hop {
	var path []Hop
	for s.labels[label].next >= 0 {
		from := &s.labels[label]
		to, tie := &s.labels[from.next], from.tie
		hop := Hop{From: m.a.Contacts[from.at].ID, To: m.a.Contacts[to.at].ID, Strength: tie.strength, Cost: tie.cost,
			Reasons: []Reason{tie.reason, m.a.Contacts[from.at].Stance.reason()}}
		if m.a.Contacts[to.at].Placeholder {
			hop.Reasons = append(hop.Reasons, ReasonNotYetKnown)
		}
		path, label = append(path, hop), from.next
	}
	return path
}
