package accountmap

import "slices"

// Cadence is a communication that comes back: the calendar of talks that both sides can rely on.
type Cadence struct {
	Title   string  `json:"title"`
	Channel Channel `json:"channel,omitzero"`
	// Every says how often, and From is the first day, from which that is counted.
	Every Recurrence `json:"every"`
	From  Date       `json:"from"`
	// Members are our people who take part, Contacts the client's.
	Members  []MemberID  `json:"members,omitzero"`
	Contacts []ContactID `json:"contacts,omitzero"`
}

func (c Cadence) clone() Cadence {
	c.Members = slices.Clone(c.Members)
	c.Contacts = slices.Clone(c.Contacts)
	return c
}
