package accountmap

import (
	"cmp"
	"slices"
)

// Overdue is something that should have been done by a day that has passed.
type Overdue struct {
	Kind OverdueKind
	// Due is the last day on which it would have been in time, and Days the number of days since. Both are zero for a survey of a unit that was
	// never asked and whose orders are unknown.
	Due  Date
	Days int
	// ID is the id of the order, case, milestone, goal or contract; it is empty for other kinds, and for an order without a number.
	ID string
	// Title is what the author calls it: the text of a promise, the summary of a case, the subject of a communication. It is empty for orders,
	// sold cells and surveys.
	Title string
	// Unit, Product, Contact and Member say where it is late, what is late, which of the client's people is affected, and which of our people is
	// responsible. Empty means unknown.
	Unit    UnitID
	Product ProductID
	Contact ContactID
	Member  MemberID
	// Reasons begin with [ReasonPastDue] when a day was set, [ReasonTooLong] when it has taken longer than the [Deadlines] allow, or
	// [ReasonNeverAsked] for a survey that never took place; [ReasonVerbal] and [ReasonCritical] may follow.
	Reasons []Reason
}

// Overdue answers "what is late?" on a day: order lines not delivered when promised, promises not kept, cases open for too long, communications
// without the follow-up, milestones not done, goals not reached, contracts and sold cells past their renewal, and units that buy but have not
// been asked about their satisfaction for too long. Those late by most days come first; ties are in the order of [OverdueKinds], then in the
// order of the map. The zero asOf means the account's own day; where that is unknown too, nothing is late. A map for the client has no surveys,
// and so none that are late.
func (m *Map) Overdue(asOf Date, deadlines Deadlines) []Overdue {
	today := m.today(asOf)
	if today.IsZero() {
		return nil
	}
	late := &lateness{today: today}
	m.lateOrders(late)
	m.lateCommitments(late)
	m.lateCases(late, deadlines.caseWithin())
	m.lateFollowUps(late)
	m.lateMilestones(late)
	m.lateGoals(late)
	m.lateRenewals(late)
	if m.Audience().ours() { // of the client's copy nobody can tell who was asked
		m.lateSurveys(late, deadlines.surveyEvery())
	}
	slices.SortStableFunc(late.list, func(a, b Overdue) int { return cmp.Compare(b.Days, a.Days) })
	return late.list
}

// lateness gathers what is late on a day.
type lateness struct {
	today Date
	list  []Overdue
}

// add takes what was due on a day that is past; a zero day was never set.
func (l *lateness) add(o Overdue) {
	if o.Due.IsZero() || !o.Due.Before(l.today) {
		return
	}
	o.Days = l.today.daysSince(o.Due)
	l.list = append(l.list, o)
}

func (m *Map) lateOrders(late *lateness) {
	for _, o := range m.a.Orders {
		delivered := !o.Delivered.IsZero() && !o.Delivered.after(late.today)
		if delivered || o.Status == OrderDelivered || o.Status == OrderCancelled {
			continue
		}
		late.add(Overdue{Kind: OverdueOrder, Due: o.Due, ID: string(o.ID), Unit: o.Unit, Product: o.Product, Reasons: []Reason{ReasonPastDue}})
	}
}

func (m *Map) lateCommitments(late *lateness) {
	for _, c := range m.a.Commitments {
		if !c.IsOpen() {
			continue
		}
		o := Overdue{Kind: OverdueCommitment, Due: c.Due, Title: c.Text, Contact: c.To, Member: c.By, Unit: m.unitOf(c.To),
			Reasons: []Reason{ReasonPastDue}}
		if c.Verbal {
			o.Reasons = append(o.Reasons, ReasonVerbal)
		}
		late.add(o)
	}
}

func (m *Map) lateCases(late *lateness, within int) {
	for _, c := range m.a.Cases {
		if !c.IsOpen() && !c.Closed.after(late.today) || c.Opened.IsZero() {
			continue
		}
		o := Overdue{Kind: OverdueCase, Due: c.Opened.AddDays(within), ID: string(c.ID), Title: c.Summary, Unit: cmp.Or(c.Unit, m.unitOf(c.Contact)),
			Product: c.Product, Contact: c.Contact, Member: c.Owner, Reasons: []Reason{ReasonTooLong}}
		if c.Severity == GravityHigh || c.Severity == GravityCritical {
			o.Reasons = append(o.Reasons, ReasonCritical)
		}
		late.add(o)
	}
}

// lateFollowUps lists what [Map.FollowUps] finds overdue.
func (m *Map) lateFollowUps(late *lateness) {
	states := m.FollowUps(late.today)
	for i, c := range m.Communications() {
		if states[i] != FollowUpOverdue {
			continue
		}
		o := Overdue{Kind: OverdueFollowUp, Due: c.FollowUp, Title: c.Subject, Reasons: []Reason{ReasonPastDue}}
		if len(c.Contacts) > 0 {
			o.Contact, o.Unit = c.Contacts[0], m.unitOf(c.Contacts[0])
		}
		if len(c.Members) > 0 {
			o.Member = c.Members[0]
		}
		late.add(o)
	}
}

// unitOf returns the unit of a contact, and nothing for no contact.
func (m *Map) unitOf(id ContactID) UnitID {
	if i, ok := m.contacts[id]; ok {
		return m.a.Contacts[i].Unit
	}
	return ""
}
