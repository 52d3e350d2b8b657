package accountmap

// advocacy is what a contact's endorsements come to on the account's own day.
type advocacy struct {
	// asks counts what was asked within the last year; pending reports one that has no answer.
	asks    int
	pending bool
	// given is the day of the latest testimonial for the product that may be used still, and public whether it may be quoted.
	given  Date
	public bool
	// refused reports that a testimonial was declined within the last year, expired that one for the product ran out, and expiredLately that
	// one did within the last year.
	refused, expired, expiredLately bool
}

// inHand reports whether there is a testimonial that may be used.
func (r *advocacy) inHand() bool { return !r.given.IsZero() }

// advocacies sums up the endorsements of each contact who has any, with testimonials for one product; the empty product is none.
func (m *Map) advocacies(product ProductID) map[ContactID]advocacy {
	records := map[ContactID]advocacy{}
	for _, e := range m.a.Endorsements {
		r := records[e.Contact]
		r.add(e, product, m.a.AsOf)
		records[e.Contact] = r
	}
	return records
}

func (r *advocacy) add(e Endorsement, product ProductID, today Date) {
	if e.Asked.withinYear(today) {
		r.asks++
		r.pending = r.pending || e.Given.IsZero() && e.Declined.IsZero()
	}
	if e.Kind != EndorsementTestimonial {
		return
	}
	if e.Declined.withinYear(today) {
		r.refused = true
	}
	if e.Product != product || product == "" || e.Given.IsZero() || e.Given.after(today) {
		return
	}
	if e.Expired(today) {
		r.expired = true
		r.expiredLately = r.expiredLately || e.Expires.withinYear(today)
		return
	}
	if !e.Given.Before(r.given) {
		r.given, r.public = e.Given, e.Public
	}
}

// reasons say why the contact can testify, and what stands in the way.
func (r *advocacy) reasons(c *Contact) []Reason {
	reasons := []Reason{ReasonBuysProduct}
	switch {
	case r.inHand():
		reasons = append(reasons, ReasonTestimonialInHand)
	case r.expired:
		reasons = append(reasons, ReasonTestimonialExpired)
	}
	if r.public {
		reasons = append(reasons, ReasonConsented)
	}
	reasons = append(reasons, c.Stance.reason())
	if c.Power >= muchPower {
		reasons = append(reasons, ReasonPowerful)
	}
	return append(reasons, r.fatigue()...)
}

// fatigue tells what asking the person once more would cost.
func (r *advocacy) fatigue() []Reason {
	var reasons []Reason
	switch {
	case r.asks >= manyAsks:
		reasons = append(reasons, ReasonAskedOften)
	case r.asks > 0:
		reasons = append(reasons, ReasonAskedThisYear)
	}
	if r.pending {
		reasons = append(reasons, ReasonAskPending)
	}
	return reasons
}
