package accountmap

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Overdue is an entry of the account whose due day has passed.
type Overdue struct {
	Kind OverdueKind
	// Due is the due day, and Days the number of days since. Both are zero for a survey of a unit
	// that was never asked and has no known orders.
	Due  Date
	Days int
	// ID is the id of the order, case, milestone, goal or contract; it is empty for other kinds,
	// and for an order without a number.
	ID string
	// Title is in the author's words: the text of a promise, the summary of a case, the subject of
	// a communication. It is empty for orders, sold cells and surveys.
	Title string
	// Unit and Product are the unit and the product that it is about. Contact is the affected
	// person at the client, and Member the responsible member of our team. If nobody is recorded,
	// or the recorded person has left, they come from [Map.Liaison]. Empty means unknown.
	Unit    UnitID
	Product ProductID
	Contact ContactID
	Member  MemberID
	// Reasons begin with [ReasonPastDue] for a set day, [ReasonTooLong] for a limit of [Deadlines],
	// or [ReasonNeverAsked] for a survey that never took place; [ReasonVerbal] and [ReasonCritical]
	// may follow.
	Reasons []Reason
}

// Overdue answers "what is late?" on a day. It returns late order lines, promises, cases,
// follow-ups, milestones, goals, and renewals of contracts and sold cells. It also returns units
// that buy but have not been asked about their satisfaction for too long. The most overdue entries
// come first, and surveys last, since nobody waits for them. Ties are in the order of
// [OverdueKinds], then in the order of the map. The zero asOf means the account's own day. If that
// day is unknown too, nothing is late. A map for the client has no surveys.
func (m *Map) Overdue(asOf Date, deadlines Deadlines) []Overdue {
	today := m.today(asOf)
	if today.IsZero() {
		return nil
	}
	late := &overdueList{m: m, today: today}
	m.lateOrders(late)
	m.lateCommitments(late)
	m.lateCases(late, daysOr(deadlines.CaseWithin, DefaultCaseWithin))
	m.lateFollowUps(late)
	m.lateMilestones(late)
	m.lateGoals(late)
	m.lateRenewals(late)
	if m.Audience().ours() { // the client's copy does not say who was asked
		m.lateSurveys(late, daysOr(deadlines.SurveyEvery, DefaultSurveyEvery))
	}
	slices.SortStableFunc(late.list, func(a, b Overdue) int {
		return cmp.Or(ranking.First(a.Kind != OverdueSurvey, b.Kind != OverdueSurvey), cmp.Compare(b.Days, a.Days))
	})
	return late.list
}

// AmongUs reports whether the entry is a follow-up among our own people.
func (o Overdue) AmongUs() bool { return o.Kind == OverdueFollowUp && o.Contact == "" }

type overdueList struct {
	m     *Map
	today Date
	list  []Overdue
}

// add adds o if its day has passed; a zero day was never set.
func (l *overdueList) add(o Overdue) {
	if o.Due.IsZero() || !o.Due.Before(l.today) {
		return
	}
	o.Days = o.Due.DaysTo(l.today)
	l.list = append(l.list, l.withPeople(o))
}

// withPeople sets a person on each side. A follow-up among our own people has no contact.
func (l *overdueList) withPeople(o Overdue) Overdue {
	people := l.m.Liaison(o.Unit, l.today, Liaison{o.Contact, o.Member})
	if !o.AmongUs() {
		o.Contact = people.Contact
	}
	o.Member = people.Member
	return o
}

func (m *Map) lateOrders(late *overdueList) {
	for _, o := range m.a.Orders {
		delivered := !o.Delivered.IsZero() && !o.Delivered.isFuture(late.today)
		if delivered || o.Status == OrderDelivered || o.Status == OrderCancelled {
			continue
		}
		late.add(Overdue{Kind: OverdueOrder, Due: o.Due, ID: string(o.ID), Unit: o.Unit, Product: o.Product, Reasons: []Reason{ReasonPastDue}})
	}
}

func (m *Map) lateCommitments(late *overdueList) {
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

func (m *Map) lateCases(late *overdueList, within int) {
	for _, c := range m.a.Cases {
		if !c.IsOpen() && !c.Closed.isFuture(late.today) || c.Opened.IsZero() {
			continue
		}
		o := Overdue{Kind: OverdueCase, Due: c.Opened.AddDays(within), ID: string(c.ID), Title: c.Summary, Unit: cmp.Or(c.Unit, m.unitOf(c.Contact)),
			Product: c.Product, Contact: c.Contact, Member: c.Owner, Reasons: []Reason{ReasonTooLong}}
		if c.Severity == SeverityHigh || c.Severity == SeverityCritical {
			o.Reasons = append(o.Reasons, ReasonCritical)
		}
		late.add(o)
	}
}

func (m *Map) lateFollowUps(late *overdueList) {
	states := followUps(m.a.Communications, late.today)
	for _, i := range m.latest {
		c := &m.a.Communications[i]
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

func (m *Map) unitOf(id ContactID) UnitID {
	if i, ok := m.contacts[id]; ok {
		return m.a.Contacts[i].Unit
	}
	return ""
}

// OverdueKind is the kind of an overdue entry.
type OverdueKind string

// The kinds of overdue entries.
const (
	OverdueOrder      OverdueKind = "order"
	OverdueCommitment OverdueKind = "commitment"
	OverdueCase       OverdueKind = "case"
	OverdueFollowUp   OverdueKind = "follow-up"
	OverdueMilestone  OverdueKind = "milestone"
	OverdueGoal       OverdueKind = "goal"
	OverdueRenewal    OverdueKind = "renewal"
	OverdueSurvey     OverdueKind = "survey"
)

// OverdueKinds lists the kinds of overdue entries. Kinds that the client waits for come first.
func OverdueKinds() []OverdueKind {
	return []OverdueKind{OverdueOrder, OverdueCommitment, OverdueCase, OverdueFollowUp, OverdueMilestone, OverdueGoal, OverdueRenewal,
		OverdueSurvey}
}

// Deadlines are time limits that an account does not set itself. The zero Deadlines are the
// defaults.
type Deadlines struct {
	// SurveyEvery is the number of days between two surveys of a unit that buys. CaseWithin is the
	// number of days for settling a case. Zero or less means [DefaultSurveyEvery] and
	// [DefaultCaseWithin].
	SurveyEvery, CaseWithin int
}

// The default deadlines, in days. Published churn indicators count a critical ticket that is open
// for more than a week as a warning; here every case counts, since a small one that is forgotten
// becomes a large one. No source sets an interval for surveys, so units are asked twice a year, as
// often as the account is reviewed.
const (
	DefaultSurveyEvery = 180
	DefaultCaseWithin  = 7
)

// daysOr returns a number of days that a caller may set, or the default for zero or less. The
// number is bounded, so that every date exists.
func daysOr(days, usual int) int {
	const century = 36_500
	if days <= 0 {
		return usual
	}
	return min(days, century)
}

func (m *Map) lateMilestones(late *overdueList) {
	for _, s := range m.a.Milestones {
		if !s.Status.Closed() {
			late.add(Overdue{Kind: OverdueMilestone, Due: s.Due, ID: string(s.ID), Title: s.Title, Contact: s.Contact, Member: s.Owner,
				Unit: m.unitOf(s.Contact), Reasons: []Reason{ReasonPastDue}})
		}
	}
}

func (m *Map) lateGoals(late *overdueList) {
	for _, g := range m.a.Goals {
		if g.State != GoalAchieved && g.State != GoalDropped {
			late.add(Overdue{Kind: OverdueGoal, Due: g.Due, ID: string(g.ID), Title: g.Title, Unit: g.Unit, Contact: g.Owner,
				Reasons: []Reason{ReasonPastDue}})
		}
	}
}

// lateRenewals reports renewals whose day has passed and is still recorded. It ignores contracts
// that have ended.
func (m *Map) lateRenewals(late *overdueList) {
	for _, c := range m.a.Contracts {
		if c.End.IsZero() || !c.End.Before(late.today) {
			o := Overdue{Kind: OverdueRenewal, Due: c.Renewal, ID: string(c.ID), Title: c.Note, Unit: ranking.Only(c.Units), Product: ranking.Only(c.Products),
				Reasons: []Reason{ReasonPastDue}}
			if len(c.Units) > 1 {
				o.Contact = m.Liaison(c.Units[0], late.today, Liaison{}).Contact
			}
			late.add(o)
		}
	}
	m.eachCell("", func(c Cell, _ []int) {
		if c.Status == CoverageSold {
			late.add(Overdue{Kind: OverdueRenewal, Due: c.Renewal, Unit: c.Unit, Product: c.Product, Reasons: []Reason{ReasonPastDue}})
		}
	})
}

// lateSurveys counts from the last answer in the unit, or from the unit's first order if there is
// no answer. An anonymous answer belongs to no unit.
func (m *Map) lateSurveys(late *overdueList, every int) {
	buys, asked, ordered := map[UnitID]bool{}, map[UnitID]Date{}, map[UnitID]Date{}
	for _, c := range m.a.Coverage {
		buys[c.Unit] = buys[c.Unit] || c.Status == CoverageSold
	}
	for _, s := range m.a.Surveys {
		if unit := m.unitOf(s.Contact); unit != "" && !s.Date.isFuture(late.today) {
			asked[unit] = later(asked[unit], s.Date)
		}
	}
	for _, o := range m.a.Orders {
		if before := ordered[o.Unit]; o.Status != OrderCancelled && !o.Date.isFuture(late.today) && (before.IsZero() || o.Date.Before(before)) {
			ordered[o.Unit] = o.Date
		}
	}
	for _, i := range m.units.order {
		id := m.a.Units[i].ID
		if !buys[id] {
			continue
		}
		last := asked[id]
		o := Overdue{Kind: OverdueSurvey, Unit: id, Reasons: []Reason{ReasonTooLong}}
		switch start := ordered[id]; {
		case !last.IsZero():
			o.Due = last.AddDays(every)
		case !start.IsZero():
			o.Due, o.Reasons = start.AddDays(every), []Reason{ReasonNeverAsked}
		default:
			o.Reasons = []Reason{ReasonNeverAsked}
			late.list = append(late.list, late.withPeople(o))
			continue
		}
		late.add(o)
	}
}
