package accountmap

import "fmt"

// inOrder returns a function that reports a second date which is before the first, where both are known. A cell of a list is named by its
// index; an index below 0 means that there is no list.
func inOrder(report Report) func(list string, i int, firstKey string, first Date, secondKey string, second Date) {
	return func(list string, i int, firstKey string, first Date, secondKey string, second Date) {
		if first.IsZero() || second.IsZero() || !second.Before(first) {
			return
		}
		place := list
		if i >= 0 {
			place = fmt.Sprintf("%s[%d]", list, i)
		}
		report(place+"."+secondKey, fmt.Sprintf("%s %s is before %s %s", secondKey, second, firstKey, first), "correct one of the two")
	}
}

func checkReversedDates(a *Account, report Report) {
	pair := inOrder(report)
	for i, c := range a.Contracts {
		pair("contracts", i, "start", c.Start, "end", c.End)
		pair("contracts", i, "start", c.Start, "renewal", c.Renewal)
	}
	for i, e := range a.Endorsements {
		pair("endorsements", i, "asked", e.Asked, "given", e.Given)
		pair("endorsements", i, "asked", e.Asked, "declined", e.Declined)
		pair("endorsements", i, "given", e.Given, "expires", e.Expires)
	}
	for i, c := range a.Communications {
		pair("communications", i, "date", c.Date, "followUp", c.FollowUp)
	}
	for i, m := range a.Milestones {
		pair("milestones", i, "start", m.Start, "due", m.Due)
	}
	for i, m := range a.Team {
		pair("team", i, "from", m.From, "to", m.To)
	}
	for i, c := range a.Cases {
		pair("cases", i, "opened", c.Opened, "closed", c.Closed)
	}
	pair("handoff", -1, "start", a.Handoff.Start, "end", a.Handoff.End)
	pair("handoff", -1, "start", a.Handoff.Start, "signedOff", a.Handoff.SignedOff)
}

// checkOrderDates is apart from [checkReversedDates]: orders come from other systems by the thousand, and one slip among them need not
// stop the account.
func checkOrderDates(a *Account, report Report) {
	pair := inOrder(report)
	for i, o := range a.Orders {
		pair("orders", i, "date", o.Date, "due", o.Due)
		pair("orders", i, "date", o.Date, "delivered", o.Delivered)
	}
}

// checkExpired holds testimonials against the day on which the account is true. Without that day, nothing is expired.
func checkExpired(a *Account, report Report) {
	for i, e := range a.Endorsements {
		if e.Kind == EndorsementTestimonial && !e.Given.IsZero() && e.Expired(a.AsOf) {
			report(fmt.Sprintf("endorsements[%d].expires", i), fmt.Sprintf("the testimonial of %s expired on %s",
				quote(string(e.Contact)), e.Expires), "ask for another")
		}
	}
}
