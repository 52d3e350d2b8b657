package accountmap

import (
	"cmp"
	"slices"
)

// ExposureGap is the part of our portfolio that a contact does not know, or no longer knows.
type ExposureGap struct {
	Contact ContactID
	// Remembered is how much of the portfolio the contact remembers, from 0 to 1.
	Remembered float64
	// Show lists the products to show. Those that can be sold to the contact's unit come first: deals in progress, then other open cells, then
	// cells that nobody has assessed; then what the unit buys already, and last what cannot be sold to it. Within these, what is least
	// remembered comes first, ties in the order of [Map.Products].
	Show []Showing
	// Openings counts the products of Show that could be sold to the contact's unit but are not.
	Openings int
	// Reasons say why this contact matters.
	Reasons []Reason
}

// Showing is a product to show to a contact.
type Showing struct {
	Product ProductID
	// Status is the status of the product in the contact's unit; it is empty for a contact whose unit is not known.
	Status Status
	// Reason is [ReasonNeverShown] or [ReasonForgotten]. Last is the day on which the product was last shown, Remembered what is left of it,
	// from 0 to 1.
	Reason     Reason
	Last       Date
	Remembered float64
}

// ExposureGaps answers "who has not seen our full portfolio, and what should they see next?": an entry for each contact who does not remember
// enough of every product. Those with most power come first, then those with the best stance, then those with most openings, ties in the
// author's order. People who left and placeholders are not in it. For asOf see [Map.Exposed].
func (m *Map) ExposureGaps(asOf Date, memory Memory) []ExposureGap {
	type ranked struct {
		gap ExposureGap
		c   *Contact
	}
	var gaps []ranked
	products, today := m.productsByLine(), m.today(asOf)
	for _, e := range m.Exposed(asOf, memory) {
		c := &m.a.Contacts[m.contacts[e.Contact]]
		gap := ExposureGap{Contact: c.ID, Remembered: e.Remembered, Show: m.showings(c, e, products, today)}
		if len(gap.Show) == 0 {
			continue
		}
		for _, s := range gap.Show {
			if s.Status.opening() {
				gap.Openings++
			}
		}
		if c.Power >= muchPower {
			gap.Reasons = append(gap.Reasons, ReasonPowerful)
		}
		gap.Reasons = append(gap.Reasons, c.Stance.reason())
		gaps = append(gaps, ranked{gap, c})
	}
	slices.SortStableFunc(gaps, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.c.Power, a.c.Power), cmp.Compare(a.c.Stance.rank(), b.c.Stance.rank()),
			cmp.Compare(b.gap.Openings, a.gap.Openings))
	})
	list := make([]ExposureGap, len(gaps))
	for i, g := range gaps {
		list[i] = g.gap
	}
	return list
}

// showings lists what the contact does not remember enough of, given the products in order.
func (m *Map) showings(c *Contact, e ContactExposure, products []int, today Date) []Showing {
	show := make([]Showing, 0, len(products))
	shown := e.Shown
	for _, p := range products {
		id := m.a.Products[p].ID
		s := Showing{Product: id, Status: m.cell(c.Unit, id).Status, Reason: ReasonNeverShown}
		if len(shown) > 0 && shown[0].Product == id {
			last := shown[0]
			shown = shown[1:]
			if today.IsZero() || last.Due.after(today) {
				continue
			}
			s.Reason, s.Last, s.Remembered = ReasonForgotten, last.Last, last.Remembered
		}
		show = append(show, s)
	}
	slices.SortStableFunc(show, func(a, b Showing) int {
		return cmp.Or(cmp.Compare(a.Status.openingRank(), b.Status.openingRank()), cmp.Compare(a.Remembered, b.Remembered))
	})
	return slices.Clip(show)
}

// opening reports whether something could be sold where nothing is sold now.
func (s Status) opening() bool { return s.Sellable() && s != StatusSold }

// openingRank orders states by how much a showing may bring: a deal in progress is 0, what cannot be sold 4.
func (s Status) openingRank() int {
	switch s {
	case StatusOpportunity, StatusProposed:
		return 0
	case StatusUnassessed:
		return 2
	case StatusSold:
		return 3
	case StatusNotRelevant, StatusBlocked:
		return 4
	}
	return 1
}
