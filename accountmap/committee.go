package accountmap

import (
	"cmp"
	"slices"
)

// BuyingCommittee is the group of people who must agree before a unit buys a product.
type BuyingCommittee struct {
	Unit    UnitID
	Product ProductID
	// Approvers are the people who must agree, the greatest obstacles first: against us, unknown,
	// neutral, for us; within a stance by power, then by the weight of their role, then in the
	// author's order.
	Approvers []Approver
	// Missing are the necessary roles, decision-maker and budget holder, that no approver has, not
	// even a placeholder.
	Missing []Role
}

// Approver is a person who must agree.
type Approver struct {
	Contact ContactID
	// Unit is the unit that the person works in: the unit of the deal, or one above it.
	Unit UnitID
	// Roles are the person's roles that make the agreement necessary. It is empty if the power
	// alone makes it necessary.
	Roles  []Role
	Stance Stance
	// Placeholder is true for a person who must exist but whom we cannot name yet.
	Placeholder bool
	// Allies are people who are for us and could win the person over, the strongest tie first. It
	// is empty for an approver that is for us already.
	Allies []Ally
	// Reasons are the reasons why the person must agree, and their reaction to the product.
	Reasons []Reason
}

// Ally is a champion or supporter who could win somebody over.
type Ally struct {
	Contact ContactID
	// Strength is the strength of the tie, from 1 to 5. Zero means unknown, as it is for a
	// reporting line.
	Strength int
	// Reasons are the tie, seen from the ally, and the ally's stance.
	Reasons []Reason
}

// decisiveRoles returns the roles whose agreement every purchase needs, the most important first.
// Evaluators, influencers, coaches and gatekeepers influence a decision; users, billing and
// day-to-day contacts live with it.
func decisiveRoles() []Role {
	return []Role{RoleDecisionMaker, RoleBudgetHolder, RoleExecutiveSponsor, RoleTechnicalBuyer, RoleLegal, RoleProcurement}
}

// BuyingCommittee answers "whose agreement do we need to sell the product to the unit, what are
// their stances, and who could win them over?". Approvers are in the unit or a unit above it. They
// have the role decision-maker, budget holder, executive sponsor, technical buyer, legal or
// procurement. People with power 5, and people with power 4 who are against us, are approvers
// without such a role. People who left are not counted. The answer is zero for ids that the map
// does not have.
func (m *Map) BuyingCommittee(unit UnitID, product ProductID, asOf Date) BuyingCommittee {
	_, known := m.unitAt[unit]
	if _, sold := m.products[product]; !known || !sold {
		return BuyingCommittee{}
	}
	committee, today := BuyingCommittee{Unit: unit, Product: product}, m.today(asOf)
	at := map[int]int{} // the approver of each contact, both by index
	for id := unit; id != ""; id = m.a.Units[m.unitAt[id]].Parent {
		for _, i := range m.contactsIn[id] {
			if v := m.approver(i, today); len(v.Reasons) > 0 {
				at[i] = len(committee.Approvers)
				committee.Approvers = append(committee.Approvers, v)
			}
		}
	}
	m.reactions(committee, at, today)
	for i, k := range at {
		committee.Approvers[k].Allies = m.alliesOf(i, today)
	}
	committee.Missing = committee.missing()
	slices.SortFunc(committee.Approvers, func(a, b Approver) int {
		x, y := m.contacts[a.Contact], m.contacts[b.Contact]
		return cmp.Or(cmp.Compare(a.obstacleRank(), b.obstacleRank()), cmp.Compare(m.a.Contacts[y].Power, m.a.Contacts[x].Power),
			cmp.Compare(a.roleRank(), b.roleRank()), cmp.Compare(x, y))
	})
	return committee
}

// approver returns a contact with the reasons why they must agree; no reasons means that they need
// not.
func (m *Map) approver(i int, today Date) Approver {
	c := &m.a.Contacts[i]
	v := Approver{Contact: c.ID, Unit: c.Unit, Stance: c.Stance, Placeholder: c.Placeholder}
	if !c.Here(today) {
		return v
	}
	for _, r := range decisiveRoles() {
		if slices.Contains(c.Roles, r) {
			v.Roles = append(v.Roles, r)
		}
	}
	if len(v.Roles) > 0 {
		v.Reasons = append(v.Reasons, ReasonHasSay)
	}
	switch {
	case c.Power == 5:
		v.Reasons = append(v.Reasons, ReasonDecides)
	case c.KeyPlayer() && c.Stance.Against():
		v.Reasons = append(v.Reasons, ReasonCanStop)
	}
	if len(v.Reasons) > 0 && c.Placeholder {
		v.Reasons = append(v.Reasons, ReasonNotYetKnown)
	}
	return v
}

// reactions adds the approvers' last reactions to the product up to today.
func (m *Map) reactions(c BuyingCommittee, at map[int]int, today Date) {
	for i, k := range at {
		var s ProductExposure
		for _, at := range m.shownTo()[i] {
			if e := m.a.Exposures[at]; e.Product == c.Product && !e.Date.isFuture(today) && (s.Times == 0 || !e.Date.Before(s.Last)) {
				s.add(e)
			}
		}
		v := &c.Approvers[k]
		switch {
		case s.Times == 0 && !v.Placeholder:
			v.Reasons = append(v.Reasons, ReasonNeverShown)
		case s.Reaction == ReactionInterested:
			v.Reasons = append(v.Reasons, ReasonLiked)
		case s.Reaction == ReactionNegative:
			v.Reasons = append(v.Reasons, ReasonDisliked)
		}
	}
}

func (c BuyingCommittee) missing() []Role {
	var missing []Role
	for _, r := range []Role{RoleDecisionMaker, RoleBudgetHolder} {
		if !slices.ContainsFunc(c.Approvers, func(v Approver) bool { return slices.Contains(v.Roles, r) }) {
			missing = append(missing, r)
		}
	}
	return missing
}

func (v *Approver) obstacleRank() int {
	switch {
	case v.Stance.Against():
		return 0
	case v.Stance == StanceUnknown:
		return 1
	case v.Stance == StanceNeutral:
		return 2
	}
	return 3
}

func (v *Approver) roleRank() int {
	if len(v.Roles) == 0 {
		return len(decisiveRoles())
	}
	return slices.Index(decisiveRoles(), v.Roles[0])
}

// Allies answers "who could win over the people who are not for us?" It lists champions and
// supporters, by contact: people who influence them, their allies and acquaintances, and their
// manager. Of several ties between two people the strongest counts. The strongest tie comes first.
// Placeholders have no allies. Contacts without allies are not in the answer.
func (m *Map) Allies(asOf Date) map[ContactID][]Ally {
	list := map[ContactID][]Ally{}
	for i, c := range m.a.Contacts {
		if allies := m.alliesOf(i, m.today(asOf)); len(allies) > 0 {
			list[c.ID] = allies
		}
	}
	return list
}

func (m *Map) alliesOf(contact int, today Date) []Ally {
	c := &m.a.Contacts[contact]
	if c.Stance.For() || c.Placeholder {
		return nil
	}
	var allies []Ally
	for _, tie := range m.introductionsTo(contact, today) {
		ally := &m.a.Contacts[tie.from]
		if ally.Stance.For() && slices.Contains([]Reason{ReasonInfluences, ReasonAllied, ReasonInformalTie, ReasonManages}, tie.reason) {
			allies = append(allies, Ally{ally.ID, tie.strength, []Reason{tie.reason, ally.Stance.Reason()}})
		}
	}
	return m.ranked(allies)
}

// ranked puts the allies of one approver in order and keeps the strongest tie of each.
func (m *Map) ranked(allies []Ally) []Ally {
	slices.SortStableFunc(allies, func(a, b Ally) int {
		x, y := m.contacts[a.Contact], m.contacts[b.Contact]
		return cmp.Or(cmp.Compare(tieCost(a.Strength, a.Reasons[0]), tieCost(b.Strength, b.Reasons[0])),
			cmp.Compare(m.a.Contacts[x].Stance.Rank(), m.a.Contacts[y].Stance.Rank()),
			cmp.Compare(m.a.Contacts[y].Power, m.a.Contacts[x].Power), cmp.Compare(x, y))
	})
	seen := make(map[ContactID]bool, len(allies))
	return slices.DeleteFunc(allies, func(v Ally) bool {
		again := seen[v.Contact]
		seen[v.Contact] = true
		return again
	})
}
