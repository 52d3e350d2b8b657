package accountmap

// introduction is a tie by which one contact can bring us to another.
type introduction struct {
	from     int // index of the contact who introduces
	strength int
	cost     int
	reason   Reason
}

// lineStrength is the strength that a line of the organisation chart is taken to have: the two talk, and may not care for each other.
const lineStrength = 3

// introductions returns for each contact, by index, who could bring us there. Nobody introduces who has left, is not yet known or is a blocker.
func (m *Map) introductions() [][]introduction {
	into := make([][]introduction, len(m.a.Contacts))
	add := func(from, to, strength, more int, reason Reason) {
		c := &m.a.Contacts[from]
		if from == to || !c.here() || c.Stance == StanceBlocker {
			return
		}
		into[to] = append(into[to], introduction{from, strength, tieCost(strength, reason) + more + c.Stance.rank(), reason})
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

// tieCost is what one introduction over a tie asks for, the less the stronger the tie.
func tieCost(strength int, reason Reason) int {
	switch reason {
	case ReasonManages, ReasonReportsTo, ReasonAssists, ReasonAssistedBy:
		return 6 - lineStrength
	}
	if strength == 0 {
		return 6 - 2 // a tie of which nobody says how strong it is may be weak
	}
	return 6 - strength
}
