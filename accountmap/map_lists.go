package accountmap

import "iter"

// Contract returns the contract with the id, and whether there is one.
func (m *Map) Contract(id ContractID) (Contract, bool) {
	c, ok := lookup(m.a.Contracts, m.contracts, id)
	return c.clone(), ok
}

// Goal returns the goal with the id, and whether there is one.
func (m *Map) Goal(id GoalID) (Goal, bool) { return lookup(m.a.Goals, m.goals, id) }

// Milestone returns the milestone with the id, and whether there is one.
func (m *Map) Milestone(id MilestoneID) (Milestone, bool) {
	s, ok := lookup(m.a.Milestones, m.milestones, id)
	return s.clone(), ok
}

// Contracts walks the contracts in the author's order.
func (m *Map) Contracts() iter.Seq[Contract] { return eachClone(m.a.Contracts, Contract.clone) }

// Terms walks the special conditions in the author's order.
func (m *Map) Terms() iter.Seq[Term] { return eachClone(m.a.Terms, Term.clone) }

// Cadences walks the communications that come back, in the author's order.
func (m *Map) Cadences() iter.Seq[Cadence] { return eachClone(m.a.Cadences, Cadence.clone) }

// KPIs walks the figures by which goals are measured, in the author's order.
func (m *Map) KPIs() iter.Seq[KPI] { return eachClone(m.a.KPIs, KPI.clone) }

// Milestones walks the milestones in the author's order.
func (m *Map) Milestones() iter.Seq[Milestone] { return eachClone(m.a.Milestones, Milestone.clone) }

// Surveys walks the answers to surveys in the author's order.
func (m *Map) Surveys() iter.Seq[Survey] { return each(m.a.Surveys) }

// Cases walks the complaints and disputes in the author's order, including those that are settled.
func (m *Map) Cases() iter.Seq[Case] { return each(m.a.Cases) }

// Commitments walks our promises in the author's order.
func (m *Map) Commitments() iter.Seq[Commitment] { return each(m.a.Commitments) }

// Objections walks the objections in the author's order.
func (m *Map) Objections() iter.Seq[Objection] { return each(m.a.Objections) }

// Risks walks the risks in the author's order.
func (m *Map) Risks() iter.Seq[Risk] { return each(m.a.Risks) }

// Targets walks the sales targets and budgets in the author's order.
func (m *Map) Targets() iter.Seq[Target] { return each(m.a.Targets) }

// Relationships walks the ties between contacts in the author's order.
func (m *Map) Relationships() iter.Seq[Relationship] { return each(m.a.Relationships) }

// Orders walks the order lines in the author's order.
func (m *Map) Orders() iter.Seq[Order] { return each(m.a.Orders) }

// Endorsements walks the referrals and testimonials in the author's order.
func (m *Map) Endorsements() iter.Seq[Endorsement] { return each(m.a.Endorsements) }

// Exposures walks the exposures in the author's order.
func (m *Map) Exposures() iter.Seq[Exposure] { return each(m.a.Exposures) }

// Goals walks the client's goals in the author's order.
func (m *Map) Goals() iter.Seq[Goal] { return each(m.a.Goals) }

// Team walks the members of our team in the author's order.
func (m *Map) Team() iter.Seq[Member] { return eachClone(m.a.Team, Member.clone) }

// Competitors walks the competitors in the author's order.
func (m *Map) Competitors() iter.Seq[Competitor] {
	return eachClone(m.a.Competitors, Competitor.clone)
}

func each[T any](list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range list {
			if !yield(v) {
				return
			}
		}
	}
}

func eachClone[T any](list []T, clone func(T) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range list {
			if !yield(clone(v)) {
				return
			}
		}
	}
}
