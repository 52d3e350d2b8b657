package accountmap

// What the client may read of the work: what both sides did, and agreed to do.

// endorsement returns a testimonial that its giver lets us publish. Who led us to whom is the client's politics, and a request not answered
// is between us and the person asked.
func (c client) endorsement(e Endorsement) (Endorsement, bool) {
	published := e.Kind == EndorsementTestimonial && e.Public && !e.Given.IsZero()
	return Endorsement{Kind: e.Kind, Contact: e.Contact, Asked: e.Asked, Given: e.Given, Product: e.Product, Text: e.Text,
		Public: e.Public, Expires: e.Expires}, published && c.people[e.Contact]
}

func (c client) exposure(e Exposure) (Exposure, bool) {
	return Exposure{Contact: e.Contact, Product: e.Product, Date: e.Date, Kind: e.Kind, By: e.By}, c.people[e.Contact]
}

// communications returns those that the client may read. What must follow one, and what somebody answered in a talk that the client does not
// read, is left out: it is done, and would be overdue in the copy.
func (c client) communications(list []Communication, asOf Date) []Communication {
	var copied []Communication
	var states []FollowUp
	for i, state := range followUps(list, asOf) {
		if t, ok := c.communication(list[i]); ok {
			copied, states = append(copied, t), append(states, state)
		}
	}
	for i, state := range followUps(copied, asOf) {
		if states[i] == FollowUpDone && state != FollowUpDone {
			copied[i].FollowUp = Date{}
		}
	}
	return copied
}

// communication returns what passed between both sides; what has nobody of theirs passed among our own.
func (c client) communication(t Communication) (Communication, bool) {
	contacts := those(c.people, t.Contacts)
	return Communication{Date: t.Date, Channel: t.Channel, Contacts: contacts, Members: t.clone().Members, Direction: t.Direction,
		Subject: t.Subject, Summary: t.Summary, FollowUp: t.FollowUp}, !t.Internal && len(contacts) > 0
}

func (c client) cadence(t Cadence) (Cadence, bool) {
	contacts := those(c.people, t.Contacts)
	return Cadence{Title: t.Title, Channel: t.Channel, Every: t.Every, From: t.From, Members: t.clone().Members, Contacts: contacts},
		len(contacts) > 0
}

// goal returns the client's goals and initiatives. Pressures and obstacles are our reading, and so are priority and evidence.
func (c client) goal(g Goal) (Goal, bool) {
	return Goal{ID: g.ID, Kind: g.Kind, Title: g.Title, Unit: g.Unit, Owner: c.person(g.Owner), Due: g.Due, State: g.State}, c.goals[g.ID]
}

func (c client) kpi(k KPI) (KPI, bool) {
	k = k.clone()
	return KPI{Goal: k.Goal, Name: k.Name, Measure: k.Measure, Baseline: k.Baseline, Target: k.Target, By: k.By, Source: k.Source,
		Readings: k.Readings}, k.Goal == "" || c.goals[k.Goal]
}

// milestone returns a step of the common road; one of expansion is our plan to sell more.
func (c client) milestone(s Milestone) (Milestone, bool) {
	return Milestone{ID: s.ID, Title: s.Title, Phase: s.Phase, Start: s.Start, Due: s.Due, Owner: s.Owner, Contact: c.person(s.Contact),
		Goal: s.Goal, Status: s.Status, After: those(c.milestones, s.After)}, c.milestones[s.ID]
}

// complaint returns a complaint or dispute without how grave we find it.
func (c client) complaint(p Case) (Case, bool) {
	return Case{ID: p.ID, Kind: p.Kind, Opened: p.Opened, Closed: p.Closed, Unit: p.Unit, Contact: c.person(p.Contact), Product: p.Product,
		Owner: p.Owner, Status: p.Status, Summary: p.Summary}, true
}

// commitment returns a promise. Whether it was put in writing is for us to mind.
func (c client) commitment(p Commitment) (Commitment, bool) {
	return Commitment{Text: p.Text, By: p.By, To: c.person(p.To), Due: p.Due, Status: p.Status}, true
}
