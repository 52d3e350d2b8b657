package accountmap

import "slices"

// CompetitorID identifies a competitor within its account.
type CompetitorID string

// Competitor is a company that sells the client what we could sell.
type Competitor struct {
	ID            CompetitorID `json:"id"`
	Name          string       `json:"name"`
	Strengths     []string     `json:"strengths,omitzero"`
	Weaknesses    []string     `json:"weaknesses,omitzero"`
	Opportunities []string     `json:"opportunities,omitzero"`
	Threats       []string     `json:"threats,omitzero"`
}

func (c Competitor) clone() Competitor {
	c.Strengths = slices.Clone(c.Strengths)
	c.Weaknesses = slices.Clone(c.Weaknesses)
	c.Opportunities = slices.Clone(c.Opportunities)
	c.Threats = slices.Clone(c.Threats)
	return c
}
