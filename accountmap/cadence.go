package accountmap

import "slices"

// Cadence is a recurring communication, which both sides can rely on.
type Cadence struct {
	Title   string  `json:"title"`
	Channel Channel `json:"channel,omitzero"`
	// Every is the recurrence, and From the first day, from which it is counted.
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
