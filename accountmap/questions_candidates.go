package accountmap

// Candidate is a contact whom we could ask for a testimonial.
type Candidate struct {
	Contact ContactID
	// Products are the products that the contact could testify for, in the order of [Map.Products].
	Products []ProductID
}

// Candidates answers "whom could we ask for a testimonial?" as of the account's own day: everybody who is a witness in [Map.TestimonialsFor] for
// a product that another unit could buy but does not, unless they have given one that may be used, or have been asked for one and have not
// answered yet. Contacts are in the author's order.
func (m *Map) Candidates() []Candidate {
	type ask struct {
		contact ContactID
		product ProductID
	}
	pending := map[ask]bool{}
	for _, e := range m.a.Endorsements {
		if e.Kind == EndorsementTestimonial && e.Given.IsZero() && e.Declined.IsZero() {
			pending[ask{e.Contact, e.Product}] = true
		}
	}
	products := make([][]ProductID, len(m.a.Contacts))
	for _, i := range m.productsByLine() {
		product := m.a.Products[i].ID
		buying := m.unitsBuying(product)
		if len(buying) == 0 || !m.openElsewhere(product, buying) {
			continue
		}
		for _, w := range m.witnesses(product, buying) {
			if w.Given.IsZero() && !pending[ask{w.Contact, product}] {
				at := m.contacts[w.Contact]
				products[at] = append(products[at], product)
			}
		}
	}
	var candidates []Candidate
	for i, list := range products {
		if list != nil {
			candidates = append(candidates, Candidate{m.a.Contacts[i].ID, list})
		}
	}
	return candidates
}

// openElsewhere reports whether a unit could buy the product and does not.
func (m *Map) openElsewhere(product ProductID, buying map[UnitID]bool) bool {
	for i, u := range m.a.Units {
		if m.buys[i] && !buying[u.ID] && m.cell(u.ID, product).Status.Sellable() {
			return true
		}
	}
	return false
}
