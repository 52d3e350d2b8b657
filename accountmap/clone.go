package accountmap

import (
	"slices"
)

// clone returns a copy that shares no memory with a.
func (a *Account) clone() *Account {
	c := *a
	c.Units = slices.Clone(a.Units)
	c.Products = slices.Clone(a.Products)
	c.Contacts = cloneEach(a.Contacts, Contact.clone)
	c.Relationships = slices.Clone(a.Relationships)
	c.Coverage = slices.Clone(a.Coverage)
	c.Orders = slices.Clone(a.Orders)
	c.Contracts = cloneEach(a.Contracts, Contract.clone)
	c.Terms = cloneEach(a.Terms, Term.clone)
	c.Endorsements = slices.Clone(a.Endorsements)
	c.Exposures = slices.Clone(a.Exposures)
	c.Communications = cloneEach(a.Communications, Communication.clone)
	c.Cadences = cloneEach(a.Cadences, Cadence.clone)
	c.Goals = slices.Clone(a.Goals)
	c.KPIs = cloneEach(a.KPIs, KPI.clone)
	c.Milestones = cloneEach(a.Milestones, Milestone.clone)
	c.Team = cloneEach(a.Team, Member.clone)
	c.Competitors = cloneEach(a.Competitors, Competitor.clone)
	c.Surveys = slices.Clone(a.Surveys)
	c.Cases = slices.Clone(a.Cases)
	c.Commitments = slices.Clone(a.Commitments)
	c.Objections = slices.Clone(a.Objections)
	c.Risks = slices.Clone(a.Risks)
	c.Targets = slices.Clone(a.Targets)
	c.Handoff.Checklist = slices.Clone(a.Handoff.Checklist)
	return &c
}

func cloneEach[T any](list []T, clone func(T) T) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(list))
	for i, v := range list {
		out[i] = clone(v)
	}
	return out
}

func (c Communication) clone() Communication {
	c.Contacts = slices.Clone(c.Contacts)
	c.Members = slices.Clone(c.Members)
	return c
}

func (c Contact) clone() Contact {
	c.Roles = slices.Clone(c.Roles)
	return c
}

func (c Contract) clone() Contract {
	c.Units = slices.Clone(c.Units)
	c.Products = slices.Clone(c.Products)
	return c
}

func (t Term) clone() Term {
	t.Units = slices.Clone(t.Units)
	t.Products = slices.Clone(t.Products)
	return t
}

func (c Cadence) clone() Cadence {
	c.Members = slices.Clone(c.Members)
	c.Contacts = slices.Clone(c.Contacts)
	return c
}

func (k KPI) clone() KPI {
	k.Readings = slices.Clone(k.Readings)
	return k
}

func (m Milestone) clone() Milestone {
	m.After = slices.Clone(m.After)
	return m
}

func (m Member) clone() Member {
	m.Units = slices.Clone(m.Units)
	m.Reach = slices.Clone(m.Reach)
	return m
}

func (h Handoff) clone() Handoff {
	h.Checklist = slices.Clone(h.Checklist)
	return h
}

func (c Competitor) clone() Competitor {
	c.Strengths = slices.Clone(c.Strengths)
	c.Weaknesses = slices.Clone(c.Weaknesses)
	c.Opportunities = slices.Clone(c.Opportunities)
	c.Threats = slices.Clone(c.Threats)
	return c
}
