package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/ranking"
)

// Appointment is something planned for a day.
type Appointment struct {
	Kind AgendaKind
	Date accountmap.Date
	// Title is in the author's words: the title of a cadence or milestone, the text of a promise,
	// or the subject of a communication. It is empty for the kinds that Unit, Product and Contacts
	// describe.
	Title string
	// ID is the id of the milestone, goal or contract; for a follow-up it is the day of the
	// communication. It is empty for other kinds. Together with all fields but the date it
	// identifies the appointment.
	ID string
	// Unit and Product identify a renewal or a product to show again. Either may be empty.
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Contacts are the client's people involved, and Members our own. People who have left by the
	// day are omitted. A side without people gets the person of [accountmap.Map.Liaison]. Only an
	// appointment among our own people has no contacts.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
}

// AmongUs reports whether the appointment is among our own people: a talk or the follow-up of one.
func (a Appointment) AmongUs() bool {
	return len(a.Contacts) == 0 && (a.Kind == AgendaCadence || a.Kind == AgendaFollowUp)
}

// AgendaKind is the kind of an appointment.
type AgendaKind string

// The kinds of appointments.
const (
	AgendaIntroduction AgendaKind = "introduction" // the client meets the new account manager
	AgendaCadence      AgendaKind = "cadence"      // a recurring communication
	AgendaFollowUp     AgendaKind = "follow-up"    // the follow-up of a communication is due
	AgendaPromise      AgendaKind = "promise"      // a promise is due
	AgendaMilestone    AgendaKind = "milestone"    // a milestone is due
	AgendaRenewal      AgendaKind = "renewal"      // the renewal of a contract, or of a product that a unit buys, is due
	AgendaGoal         AgendaKind = "goal"         // a goal of the client is due
	AgendaExposure     AgendaKind = "exposure"     // a product must be shown to a contact again
)

// AgendaKinds lists the kinds of appointments. Kinds that both sides attend come first.
func AgendaKinds() []AgendaKind {
	return []AgendaKind{AgendaIntroduction, AgendaCadence, AgendaFollowUp, AgendaPromise, AgendaMilestone, AgendaRenewal, AgendaGoal, AgendaExposure}
}

// Agenda answers "what comes when?": the appointments between two days, inclusive, that are not
// done yet. Earlier ones are in [accountmap.Map.Overdue]. Appointments are ordered by day, then in
// the order of [AgendaKinds], then in the author's order. Without kinds, all kinds are listed. The
// agenda is empty if either day is zero, and ends after [MaxAgendaDays].
func Agenda(m *accountmap.Map, from, to accountmap.Date, kinds ...AgendaKind) []Appointment {
	if from.IsZero() || to.IsZero() {
		return nil
	}
	if end := from.AddDays(MaxAgendaDays - 1); end.Before(to) {
		to = end
	}
	d := &diary{m: m, from: from, to: to}
	take := []func(){d.introduction, d.cadences, d.followUps, d.promises, d.milestones, d.renewals, d.goals, d.exposures}
	for i, k := range AgendaKinds() {
		if len(kinds) == 0 || slices.Contains(kinds, k) {
			take[i]()
		}
	}
	slices.SortStableFunc(d.list, func(a, b Appointment) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Kind.rank(), b.Kind.rank()))
	})
	return d.list
}

// MaxAgendaDays is the length of the longest agenda in days: ten years.
const MaxAgendaDays = 3653

func (k AgendaKind) rank() int { return slices.Index(AgendaKinds(), k) }

type diary struct {
	m        *accountmap.Map
	from, to accountmap.Date
	list     []Appointment
}

// add adds an appointment if its day is in the agenda, with a person on each side. An appointment
// among our own people has no contacts.
func (d *diary) add(a Appointment, within ...accountmap.UnitID) {
	if a.Date.IsZero() || a.Date.Before(d.from) || d.to.Before(a.Date) {
		return
	}
	ours := a.AmongUs()
	recorded := accountmap.Liaison{Contact: firstOf(a.Contacts), Member: firstOf(a.Members)}
	unit := cmp.Or(a.Unit, firstOf(within))
	a.Contacts, a.Members = d.m.Present(a.Date, a.Contacts, a.Members)
	if noneOfTheirs := len(a.Contacts) == 0 && !ours; noneOfTheirs || len(a.Members) == 0 {
		people := d.m.Liaison(unit, a.Date, recorded)
		if noneOfTheirs {
			a.Contacts = ids(people.Contact)
		}
		if len(a.Members) == 0 {
			a.Members = ids(people.Member)
		}
	}
	d.list = append(d.list, a)
}

func (d *diary) introduction() {
	h := d.m.Handoff()
	if h.SignedOff.IsZero() {
		members := append(ids(h.From), ids(h.To)...)
		d.add(Appointment{Kind: AgendaIntroduction, Date: h.Introduction, Members: slices.Compact(members)})
	}
}

func (d *diary) cadences() {
	for c := range d.m.Cadences() {
		for day := range c.Occurrences(d.from, d.to) {
			d.add(Appointment{Kind: AgendaCadence, Date: day, Title: c.Title, Contacts: c.Contacts, Members: c.Members})
		}
	}
}

func (d *diary) followUps() {
	for c, state := range d.m.FollowUps(d.from) {
		if state == accountmap.FollowUpDue {
			d.add(Appointment{Kind: AgendaFollowUp, ID: c.Date.String(), Date: c.FollowUp, Title: c.Subject, Contacts: c.Contacts, Members: c.Members})
		}
	}
}

func (d *diary) promises() {
	for c := range d.m.Commitments() {
		if c.IsOpen() {
			d.add(Appointment{Kind: AgendaPromise, Date: c.Due, Title: c.Text, Contacts: ids(c.To), Members: ids(c.By)})
		}
	}
}

func (d *diary) milestones() {
	for s := range d.m.Milestones() {
		if !s.Status.Closed() {
			d.add(Appointment{Kind: AgendaMilestone, ID: string(s.ID), Date: s.Due, Title: s.Title, Contacts: ids(s.Contact), Members: ids(s.Owner)})
		}
	}
}

func (d *diary) renewals() {
	for c := range d.m.Contracts() {
		a := Appointment{Kind: AgendaRenewal, ID: string(c.ID), Date: c.Renewal, Title: c.Note, Unit: ranking.Only(c.Units), Product: ranking.Only(c.Products)}
		d.add(a, c.Units...)
	}
	for _, c := range d.m.Renewals(d.from) {
		d.add(Appointment{Kind: AgendaRenewal, Date: c.Renewal, Unit: c.Unit, Product: c.Product})
	}
}

func (d *diary) goals() {
	for g := range d.m.Goals() {
		if g.State != accountmap.GoalAchieved && g.State != accountmap.GoalDropped {
			d.add(Appointment{Kind: AgendaGoal, ID: string(g.ID), Date: g.Due, Title: g.Title, Unit: g.Unit, Contacts: ids(g.Owner)})
		}
	}
}

func (d *diary) exposures() {
	for _, r := range d.m.ReExposures(d.from, accountmap.Memory{}) {
		c, _ := d.m.Contact(r.Contact)
		d.add(Appointment{Kind: AgendaExposure, Date: r.Due, Unit: c.Unit, Product: r.Product, Contacts: ids(r.Contact)})
	}
}
