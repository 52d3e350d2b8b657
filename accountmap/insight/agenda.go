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
	// Title is what the author calls it: a cadence's or a milestone's title, a promise's text, a communication's subject. It is empty for the
	// kinds that Unit, Product and Contacts tell of.
	Title string
	// ID is that of a milestone, a goal or a contract; of a follow-up it is the day of the communication. It is empty for other kinds. With the
	// other fields but the date it tells an appointment from all others.
	ID string
	// Unit and Product are those that a renewal is of, or that a product is to be shown of. Either may be empty.
	Unit    accountmap.UnitID
	Product accountmap.ProductID
	// Contacts are the client's people whom it concerns, Members ours; either may be empty.
	Contacts []accountmap.ContactID
	Members  []accountmap.MemberID
}

// AgendaKind is what an appointment is about.
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

// Agenda answers "what comes when?": what is to happen from one day to another, both included, and is not done yet. What was due before is
// not in it: see [accountmap.Map.Overdue]. The earliest come first, on one day in the order of [AgendaKinds], ties in the author's
// order. It is of the kinds that are named, or of all when none is. There is no agenda where either day is zero, and none longer than
// [AgendaDays], the days beyond which are left out.
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

// AgendaDays is the length of the longest agenda: ten years.
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
