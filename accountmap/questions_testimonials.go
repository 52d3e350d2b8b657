package accountmap

import (
	"cmp"
	"slices"
)

// Witness is a contact who can testify for a product.
type Witness struct {
	Contact ContactID
	// Unit is the unit that the contact works in, and that buys the product.
	Unit UnitID
	// Given is the day of the contact's latest testimonial for the product that may still be used. Zero means that there is none and that the
	// contact would have to be asked.
	Given Date
	// Public reports whether the contact consents to that testimonial being used outside the client.
	Public bool
	// Asks counts how often we asked the contact within the last year, for referrals and testimonials of all products together.
	Asks int
	// Reasons say why the contact can testify and what stands in the way.
	Reasons []Reason
}

// manyAsks is how many asks in a year are so many that others should come first. Programmes that manage references tell of the same few
// customers being asked until they refuse, and give no number: one ask in a season leaves the fourth to somebody else.
const manyAsks = 3

// TestimonialsFor answers "who can testify for the product, so that the unit buys it too?" as of the account's own day. A witness works in
// another unit that buys the product: its cell is sold, or is not assessed but has orders. The witness is a champion or a supporter, or has
// given a testimonial for the product and is not against us. Excluded are people who left, outside advisers, placeholders, and those who
// declined a testimonial, or whose testimonial for the product expired, within the last year.
//
// Those whose testimonial we have come first, then those asked less than three times within the last year, then those asked least, then those
// who consent to being quoted; then by stance, by power, by how well we know them, and in the author's order. The answer is empty when the unit
// already buys the product, and for ids that the map does not have.
func (m *Map) TestimonialsFor(unit UnitID, product ProductID) []Witness {
	_, known := m.unitAt[unit]
	_, sold := m.products[product]
	buying := m.unitsBuying(product)
	if !known || !sold || buying[unit] {
		return nil
	}
	return m.witnesses(product, buying)
}

// witnesses ranks those in the buying units who can testify for the product.
func (m *Map) witnesses(product ProductID, buying map[UnitID]bool) []Witness {
	records := m.advocacies(product)
	var witnesses []Witness
	for i := range m.a.Contacts {
		c, r := &m.a.Contacts[i], records[m.a.Contacts[i].ID]
		if !c.here() || c.External || !buying[c.Unit] || r.refused || r.expiredLately && !r.inHand() {
			continue
		}
		if c.Stance.For() || r.inHand() && !c.Stance.Against() {
			witnesses = append(witnesses, Witness{
				Contact: c.ID, Unit: c.Unit, Given: r.given, Public: r.public, Asks: r.asks, Reasons: r.reasons(c),
			})
		}
	}
	slices.SortStableFunc(witnesses, func(a, b Witness) int {
		x, y := &m.a.Contacts[m.contacts[a.Contact]], &m.a.Contacts[m.contacts[b.Contact]]
		return cmp.Or(first(!a.Given.IsZero(), !b.Given.IsZero()), first(a.Asks < manyAsks, b.Asks < manyAsks), cmp.Compare(a.Asks, b.Asks),
			first(a.Public, b.Public), cmp.Compare(x.Stance.rank(), y.Stance.rank()), cmp.Compare(y.Power, x.Power),
			cmp.Compare(y.ContactLevel.rank(), x.ContactLevel.rank()))
	})
	return witnesses
}

// first orders what is true before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// unitsBuying returns the units that buy the product now. Where a cell is assessed, that tells: one that lapsed, or went to a competitor, does
// not buy, whatever was ordered once. Where it is not, orders tell.
func (m *Map) unitsBuying(product ProductID) map[UnitID]bool {
	buying := make(map[UnitID]bool, len(m.a.Units))
	for _, o := range m.a.Orders {
		if o.Product == product && o.Status != OrderCancelled {
			buying[o.Unit] = true
		}
	}
	for _, c := range m.a.Coverage {
		if c.Product == product && c.Status != StatusUnassessed {
			buying[c.Unit] = c.Status == StatusSold
		}
	}
	return buying
}
