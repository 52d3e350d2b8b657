package accountmap

import (
	"cmp"
	"slices"
)

// ReExposure is a product that a contact was shown and must be shown again, since people forget.
type ReExposure struct {
	Contact ContactID
	Product ProductID
	// Last is the day on which it was last shown, Due the first day on which too little of it is left.
	Last, Due Date
	// Remembered is how much is left, from 0 to 1.
	Remembered float64
	// Reasons begin with [ReasonForgotten] when that day has come and with [ReasonFading] before; [ReasonLiked] or [ReasonDisliked] says how the
	// contact reacted.
	Reasons []Reason
}

// ReExposures answers "what was shown to whom, and when must it be shown again?": an entry for each product that a contact was ever shown. Those
// due first come first, then those of contacts with most power; ties are in the author's order and that of [Map.Products]. People who left and
// placeholders are not in it. For asOf see [Map.Exposed].
func (m *Map) ReExposures(asOf Date, memory Memory) []ReExposure {
	type ranked struct {
		due         Date
		power       int
		contact, at int // the places in exposed and in Shown
	}
	today, exposed := m.today(asOf), m.Exposed(asOf, memory)
	order := make([]ranked, 0, len(m.a.Exposures))
	for i, e := range exposed {
		power := m.a.Contacts[m.contacts[e.Contact]].Power
		for k, s := range e.Shown {
			order = append(order, ranked{s.Due, power, i, k})
		}
	}
	slices.SortFunc(order, func(a, b ranked) int {
		return cmp.Or(a.due.Compare(b.due), cmp.Compare(b.power, a.power), cmp.Compare(a.contact, b.contact), cmp.Compare(a.at, b.at))
	})
	list := make([]ReExposure, len(order))
	for i, r := range order {
		s := &exposed[r.contact].Shown[r.at]
		list[i] = ReExposure{Contact: exposed[r.contact].Contact, Product: s.Product, Last: s.Last, Due: s.Due, Remembered: s.Remembered,
			Reasons: s.reasons(today)}
	}
	return list
}

func (s *Impression) reasons(today Date) []Reason {
	reasons := []Reason{ReasonForgotten}
	if today.IsZero() || s.Due.after(today) {
		reasons[0] = ReasonFading
	}
	switch s.Reaction {
	case ReactionInterested:
		reasons = append(reasons, ReasonLiked)
	case ReactionNegative:
		reasons = append(reasons, ReasonDisliked)
	}
	return reasons
}
