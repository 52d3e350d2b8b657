package insight

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Appointment is something that is to happen on a day.
type Appointment struct {
	Kind AgendaKind
	Date accountmap.Date
	// Title is what the author calls it: the title of a cadence or milestone, the text of a
	// promise, the subject of a communication. It is empty for the kinds that Unit, Product and
	// Contacts describe.
	Title string
	// ID is the id of the milestone, goal or contract; for a follow-up it is the day of the
	// communication. It is empty for other kinds. Together with all fields but the date it
	// identifies the appointment.
	ID string
	// Unit and Product say what is to be renewed, or shown again. Either may be empty.
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Contacts are the client's people involved, Members our own; either may be empty.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
}

// AgendaKind says what an appointment is about.
type AgendaKind string

// The kinds of appointments.
const (
	AgendaIntroduction AgendaKind = "introduction" // the client meets the one who takes over
	AgendaCadence      AgendaKind = "cadence"      // a talk that comes back
	AgendaFollowUp     AgendaKind = "follow-up"    // something must follow a communication
	AgendaPromise      AgendaKind = "promise"      // a promise is to be kept
	AgendaMilestone    AgendaKind = "milestone"    // a milestone is due
	AgendaRenewal      AgendaKind = "renewal"      // a contract, or a product that a unit buys, is to be renewed
	AgendaGoal         AgendaKind = "goal"         // a goal of the client's is due
	AgendaExposure     AgendaKind = "exposure"     // a contact is to be shown a product again
)

// AgendaKinds lists the kinds of appointments, those that both sides attend first.
func AgendaKinds() []AgendaKind {
	return []AgendaKind{AgendaIntroduction, AgendaCadence, AgendaFollowUp, AgendaPromise, AgendaMilestone, AgendaRenewal, AgendaGoal, AgendaExposure}
}

// Agenda answers "what comes when?": everything that is to happen from one day to another, both
// included, and is not done yet. What was due earlier is not in it; see [accountmap.Map.Overdue].
// The earliest appointments come first; those of one day are in the order of [AgendaKinds], ties in
// the author's order. Without kinds, all are listed. The agenda is empty when either day is zero,
// and ends after [AgendaDays].
func Agenda(m *accountmap.Map, from, to accountmap.Date, kinds ...AgendaKind) []Appointment {
	if from.IsZero() || to.IsZero() {
		return nil
	}
	if end := from.AddDays(AgendaDays - 1); end.Before(to) {
		to = end
	}
	d := &diary{Map: m, from: from, to: to}
	for _, k := range AgendaKinds() {
		if len(kinds) == 0 || slices.Contains(kinds, k) {
			d.take(k)
		}
	}
	slices.SortStableFunc(d.list, func(a, b Appointment) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.Kind.rank(), b.Kind.rank()))
	})
	return d.list
}

// AgendaDays is the length of the longest agenda in days: ten years.
const AgendaDays = 3653

func (k AgendaKind) rank() int { return slices.Index(AgendaKinds(), k) }

// diary is an agenda being made.
type diary struct {
	*accountmap.Map
	from, to accountmap.Date
	list     []Appointment
}

// take adds the appointments of a kind.
func (d *diary) take(k AgendaKind) {
	switch k {
	case AgendaIntroduction:
		d.introduction()
	case AgendaCadence:
		d.cadences()
	case AgendaFollowUp:
		d.followUps()
	case AgendaPromise:
		d.promises()
	case AgendaMilestone:
		d.milestones()
	case AgendaRenewal:
		d.renewals()
	case AgendaGoal:
		d.goals()
	case AgendaExposure:
		d.exposures()
	}
}

// add takes an appointment that is on a day of the agenda.
func (d *diary) add(a Appointment) {
	if !a.Date.IsZero() && !a.Date.Before(d.from) && !d.to.Before(a.Date) {
		d.list = append(d.list, a)
	}
}

// ids is a list of one id, and none for the empty one.
func ids[K ~string](id K) []K {
	if id == "" {
		return nil
	}
	return []K{id}
}
