package accountmap

import (
	"cmp"
	"slices"
)

// Referrer is a contact whom we know well and who can introduce us to a new contact in the unit.
type Referrer struct {
	// Contact is the person to ask, and To the person at the end of the path. An empty To is
	// somebody in the unit whom we do not know yet.
	Contact, To ContactID
	// Path leads from Contact to To, one introduction after another. It has at least one hop.
	Path []Hop
	// Cost is the sum of the costs of the hops, plus 1 for each time that we asked Contact within
	// the last year. It is 1 higher if the contact level is not in-depth. It serves only to compare
	// paths.
	Cost int
	// Asks is the number of times that we asked Contact within the last year.
	Asks int
	// Reasons are the reasons for asking Contact and against it.
	Reasons []Reason
}

// Hop is one introduction on a path: From introduces us to To, which is empty for somebody whom we
// do not know yet.
type Hop struct {
	From, To ContactID
	// Strength is the strength of the tie, from 1 to 5. Zero means unknown, as it is for every
	// reporting line.
	Strength int
	// Cost is 6 minus the strength; it is 4 if the strength is unknown, and 3 for a reporting line.
	// Against the direction of influence or up the reporting line, it is 1 higher. The stance of
	// From adds 1 for a supporter, 2 for neutral, 3 for unknown, 4 for a sceptic.
	Cost int
	// Reasons are the tie, then the stance of From, then [ReasonNotYetKnown] if To is a placeholder
	// or empty.
	Reasons []Reason
}

// ReferrersInto answers "who can refer us to new contacts in the unit, or below it?" on the day
// asOf; zero means the account's own day: an entry for every contact whom we can ask, with the
// cheapest path over relationships and reporting lines to a new contact there. The order is by
// cost, then by length, then by the power of the last contact, the highest first; ties are in the
// author's order.
//
// We can ask people whom we know well: at contact level multiple or in-depth, or for whom one of
// our people is a problem solver or trusted adviser. All other contacts are new. A path never leads
// through another person whom we can ask, since we would ask that person. It avoids conflicts,
// people who left, placeholders and blockers. It has at most six hops, up three levels of an
// organisation and down three again, since nobody vouches for strangers further away. A sceptic is
// not asked, and is on a path only if that path is the cheapest.
//
// If the map has no contact in the unit or below it, the paths lead to a person who is not yet
// known. They begin with people whom we asked for a referral to the unit, and with people whose
// note names it. The heads of the units above it and of its sister units are beginnings, too. A
// head is a person without a manager in their own unit.
//
// The answer is empty if we can ask every contact in the unit, and for an unknown unit.
func (m *Map) ReferrersInto(unit UnitID, asOf Date) []Referrer {
	top, ok := m.unitAt[unit]
	if !ok {
		return nil
	}
	inside := make(map[UnitID]bool)
	for _, i := range m.units.below(top) {
		inside[m.a.Units[i].ID] = true
	}
	today := m.today(asOf)
	closeness := m.closeness(today)
	s := search{terminal: make([]bool, len(m.a.Contacts))}
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		s.terminal[i] = closeness[i] > 0 && !c.Stance.Against()
		if inside[c.Unit] && closeness[i] == 0 && c.Here(today) && c.Stance != StanceBlocker {
			s.goals = append(s.goals, i)
		}
	}
	if !slices.Contains(s.terminal, true) {
		return nil // nobody to ask
	}
	if len(s.goals) == 0 && m.anybodyIn(inside, today) {
		return nil // nobody to meet
	}
	if s.into = m.introductions(today); len(s.goals) == 0 {
		s.goals = []int{m.addStranger(&s, top, inside, today)}
	}
	records := m.advocacies("", today)
	var referrers []Referrer
	for i, found := range s.run() {
		if found == nil || found.next == nil || !s.terminal[i] {
			continue
		}
		c := &m.a.Contacts[i]
		r, record := Referrer{Contact: c.ID, Cost: found.cost}, records[c.ID]
		r.Path = m.hops(found)
		r.To, r.Asks = r.Path[len(r.Path)-1].To, record.asks
		r.Cost += r.Asks + 2 - closeness[m.contacts[c.ID]]
		r.Reasons = append([]Reason{ReasonKnownWell}, c.Stance.Reason())
		if inside[c.Unit] {
			r.Reasons = append(r.Reasons, ReasonInside)
		}
		r.Reasons = append(r.Reasons, record.fatigue()...)
		referrers = append(referrers, r)
	}
	slices.SortFunc(referrers, func(a, b Referrer) int {
		x, y := m.contacts[a.Contact], m.contacts[b.Contact]
		return cmp.Or(cmp.Compare(a.Cost, b.Cost), cmp.Compare(len(a.Path), len(b.Path)), cmp.Compare(m.powerOf(b.To), m.powerOf(a.To)), cmp.Compare(x, y))
	})
	return referrers
}

// maxHops is the length of the longest path searched for.
const maxHops = 6

// closeness returns how well we know each contact, by index: 2 in depth, 1 well, 0 not well. People
// who left, placeholders and blockers are not close.
func (m *Map) closeness(today Date) []int {
	near := make([]int, len(m.a.Contacts))
	for i := range m.a.Contacts {
		switch m.a.Contacts[i].ContactLevel {
		case ContactLevelInDepth:
			near[i] = 2
		case ContactLevelMultiple:
			near[i] = 1
		}
	}
	for k, t := range m.a.Team {
		for _, r := range t.Reach {
			i := m.contacts[r.Contact]
			switch {
			case !m.serves(k, today): // the member has gone, and the level with them
			case r.Now == ReachTrustedAdviser:
				near[i] = 2
			case r.Now == ReachProblemSolver:
				near[i] = max(near[i], 1)
			}
		}
	}
	for i := range m.a.Contacts {
		if c := &m.a.Contacts[i]; !c.isActive(today) || c.Stance == StanceBlocker {
			near[i] = 0
		}
	}
	return near
}

func (m *Map) hops(l *label) []Hop {
	var path []Hop
	for ; l.next != nil; l = l.next {
		from, to := &m.a.Contacts[l.at], l.next.at
		hop := Hop{From: from.ID, Strength: l.tie.strength, Cost: l.tie.cost, Reasons: []Reason{l.tie.reason, from.Stance.Reason()}}
		if to < len(m.a.Contacts) {
			hop.To = m.a.Contacts[to].ID
		}
		if hop.To == "" || m.a.Contacts[to].Placeholder {
			hop.Reasons = append(hop.Reasons, ReasonNotYetKnown)
		}
		path = append(path, hop)
	}
	return path
}

// introduction is a tie over which one contact can introduce us to another.
type introduction struct {
	from     int // index of the contact who introduces
	strength int
	cost     int
	reason   Reason
}

// lineStrength is the assumed strength of a reporting line: the two talk, but may not like each
// other.
const lineStrength = 3

// introductions returns, for each contact by index, the ties over which others could introduce us.
// People who left, placeholders and blockers do not introduce us.
func (m *Map) introductions(today Date) [][]introduction {
	into := make([][]introduction, len(m.a.Contacts))
	for to := range into {
		into[to] = m.introductionsTo(to, today)
	}
	return into
}

func (m *Map) introductionsTo(to int, today Date) []introduction {
	return slices.DeleteFunc(slices.Clone(m.ties()[to]), func(t introduction) bool { return !m.a.Contacts[t.from].isActive(today) })
}

// newTies returns the introductions to each contact by index on any day, by people who left too.
func (m *Map) newTies() [][]introduction {
	into := make([][]introduction, len(m.a.Contacts))
	add := func(from, to, strength, more int, reason Reason) {
		c := &m.a.Contacts[from]
		if from == to || c.Stance == StanceBlocker {
			return
		}
		into[to] = append(into[to], introduction{from, strength, tieCost(strength, reason) + more + c.Stance.Rank(), reason})
	}
	for _, r := range m.a.Relationships {
		from, to := m.contacts[r.From], m.contacts[r.To]
		switch r.Kind {
		case RelationshipInfluence:
			add(from, to, r.Strength, 0, ReasonInfluences)
			add(to, from, r.Strength, 1, ReasonInfluenced)
		case RelationshipInformal:
			add(from, to, r.Strength, 0, ReasonInformalTie)
			add(to, from, r.Strength, 0, ReasonInformalTie)
		case RelationshipAlliance:
			add(from, to, r.Strength, 0, ReasonAllied)
			add(to, from, r.Strength, 0, ReasonAllied)
		}
	}
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		if c.ReportsTo != "" {
			above := m.contacts[c.ReportsTo]
			add(above, i, 0, 0, ReasonManages)
			add(i, above, 0, 1, ReasonReportsTo)
		}
		if c.AssistantTo != "" {
			chief := m.contacts[c.AssistantTo]
			add(i, chief, 0, 0, ReasonAssists)
			add(chief, i, 0, 0, ReasonAssistedBy)
		}
	}
	return into
}

// tieCost returns the cost of one introduction over a tie: the stronger the tie, the lower.
func tieCost(strength int, reason Reason) int {
	switch reason {
	case ReasonManages, ReasonReportsTo, ReasonAssists, ReasonAssistedBy:
		return 6 - lineStrength
	}
	if strength == 0 {
		return 6 - 2 // a tie of unknown strength may be weak
	}
	return 6 - strength
}

// search finds the cheapest paths of at most maxHops hops from contacts who can be asked to goals.
type search struct {
	into     [][]introduction
	goals    []int
	terminal []bool // contacts who can be asked: a path ends there
}

// label is a contact reached: tie leads to the label next, one hop nearer the goal. At a goal, next
// is nil.
type label struct {
	at, cost int
	next     *label
	tie      introduction
}

// run returns the label of the cheapest path of each contact, by index, or nil. Ties go to the
// shortest path, then to the cheaper and earlier contacts. The algorithm is Bellman-Ford, run
// backwards from all goals at once. Each hop follows the ties of the contacts with a cheaper path
// from the last hop.
func (s *search) run() []*label {
	best := make([]*label, len(s.into))
	var layer []*label
	for _, g := range s.goals {
		best[g] = &label{at: g}
		layer = append(layer, best[g])
	}
	for hops := 0; hops < maxHops && len(layer) > 0; hops++ {
		slices.SortFunc(layer, func(a, b *label) int { return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.at, b.at)) })
		reached := make([]*label, len(s.into))
		for _, l := range layer {
			for _, tie := range s.into[l.at] {
				cost, known := l.cost+tie.cost, cmp.Or(reached[tie.from], best[tie.from])
				if known == nil || cost < known.cost {
					reached[tie.from] = &label{tie.from, cost, l, tie}
				}
			}
		}
		layer = layer[:0]
		for at, l := range reached {
			if l == nil {
				continue
			}
			best[at] = l
			if !s.terminal[at] {
				layer = append(layer, l)
			}
		}
	}
	return best
}
