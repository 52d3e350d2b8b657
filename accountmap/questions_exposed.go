package accountmap

import "slices"

// ContactExposure is what a contact was shown of our portfolio, and how much of it is remembered.
type ContactExposure struct {
	Contact ContactID
	// Shown has an entry for each product that the contact was ever shown, in the order of [Map.Products].
	Shown []Impression
	// Products is the number of products in the portfolio.
	Products int
	// Remembered is how much of the portfolio the contact remembers, from 0 to 1: the mean over all products, where one never shown counts as 0.
	Remembered float64
}

// Share is the part of the portfolio that the contact was ever shown, from 0 to 1, and 0 when there is no product.
func (e ContactExposure) Share() float64 {
	if e.Products == 0 {
		return 0
	}
	return float64(len(e.Shown)) / float64(e.Products)
}

// Impression is what a contact was shown of one product, and what is left of it.
type Impression struct {
	Product ProductID
	// Times counts the times it was shown, and Last is the day of the latest.
	Times int
	Last  Date
	// Reaction is the latest known reaction.
	Reaction Reaction
	// Remembered is how much of the last exposure is left, from 0 to 1. Due is the day on which too little is or was left.
	Remembered float64
	Due        Date
}

// Exposed answers "what of our portfolio was each contact shown, and how much of it do they remember?", in the author's order, without people
// who left and placeholders. Exposures after asOf do not count. The zero asOf means the account's own day; where that is unknown too, nothing is
// forgotten. How much of a product is remembered depends on the last time it was shown, not on earlier times.
func (m *Map) Exposed(asOf Date, memory Memory) []ContactExposure {
	today, shown := m.today(asOf), m.impressions(asOf)
	exposed := make([]ContactExposure, 0, len(m.a.Contacts))
	for i := range m.a.Contacts {
		c := &m.a.Contacts[i]
		if !c.here() {
			continue
		}
		e := ContactExposure{Contact: c.ID, Shown: shown[i], Products: len(m.a.Products)}
		for k := range e.Shown {
			s := &e.Shown[k]
			s.Remembered, s.Due = memory.left(s.Last, today), memory.due(s.Last)
			e.Remembered += s.Remembered / float64(e.Products)
		}
		exposed = append(exposed, e)
	}
	return exposed
}

// impressions gathers for each contact, by index, what was shown up to a day, without what is left of it.
func (m *Map) impressions(asOf Date) [][]Impression {
	today, rank := m.today(asOf), m.productRanks()
	byContact := make([][]Exposure, len(m.a.Contacts))
	for _, e := range m.a.Exposures {
		if i := m.contacts[e.Contact]; !e.Date.after(today) {
			byContact[i] = append(byContact[i], e)
		}
	}
	all := make([][]Impression, len(byContact))
	for i, exposures := range byContact {
		slices.SortStableFunc(exposures, func(a, b Exposure) int {
			if c := rank[a.Product] - rank[b.Product]; c != 0 {
				return c
			}
			return a.Date.Compare(b.Date)
		})
		for _, e := range exposures {
			if n := len(all[i]); n == 0 || all[i][n-1].Product != e.Product {
				all[i] = append(all[i], Impression{Product: e.Product})
			}
			all[i][len(all[i])-1].add(e)
		}
	}
	return all
}

// add counts an exposure that is no earlier than those before it.
func (s *Impression) add(e Exposure) {
	s.Times++
	s.Last = e.Date
	if e.Reaction != "" {
		s.Reaction = e.Reaction
	}
}

// productRanks returns the place of each product in the order of Products.
func (m *Map) productRanks() map[ProductID]int {
	rank := make(map[ProductID]int, len(m.a.Products))
	for place, i := range m.productsByLine() {
		rank[m.a.Products[i].ID] = place
	}
	return rank
}

// here reports whether the contact is a person whom we know by name and who has not left.
func (c *Contact) here() bool { return !c.Placeholder && c.Left.IsZero() }
