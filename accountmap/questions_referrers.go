package accountmap

import (
	"cmp"
	"slices"
)

// Referrer is somebody whom we know well and who can bring us to somebody whom we do not, in the unit that is asked about.
type Referrer struct {
	// Contact is whom to ask, and To the person at the end of the path.
	Contact, To ContactID
	// Path leads from Contact to To, one introduction after another; it has at least one.
	Path []Hop
	// Cost is what the path asks for in favours, the least first: the costs of the hops, one for each time that we asked Contact within the last
	// year, and one when we are not in depth with Contact. It compares paths and means nothing else.
	Cost int
	// Asks counts what we asked of Contact within the last year.
	Asks int
	// Reasons say why Contact can be asked and what stands in the way.
	Reasons []Reason
}

// Hop is one introduction on a path: From brings us to To.
type Hop struct {
	From, To ContactID
	// Strength is that of the tie, from 1 to 5. Zero means unknown, as it is of every line of the organisation chart.
	Strength int
	// Cost is 6 less the strength (4 when that is unknown, 3 for a line of the organisation chart), one more against the direction of influence or
	// up the reporting line, and more the less From is for us: 1 for a supporter, 2 when neutral, 3 when unknown, 4 for a sceptic.
	Cost int
	// Reasons are the tie, then the stance of From, then [ReasonNotYetKnown] where To is a placeholder.
	Reasons []Reason
}

// ReferrersInto answers "who can refer us to new contacts in the unit, or below it?" as of the account's own day: an entry for everybody
// whom we can ask, with the cheapest path over relationships and reporting lines to somebody there, the cheapest first, then the shortest,
// then the one that ends at more power, ties in the author's order.
//
// Whom we know well can be asked: at contact level multiple or in-depth, or with one of our people as problem solver or trusted adviser.
// Everybody else is somebody to be referred to. A path never runs over another person whom we can ask, since we would ask that one; nor over
// conflicts, people who left, placeholders or blockers; and it has no more than six hops, which is up three levels of an organisation and
// down three again: nobody vouches for a stranger further off. Sceptics hand us on where nobody else does, and are not asked first.
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
