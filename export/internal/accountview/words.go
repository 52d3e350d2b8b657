package accountview

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/picture"
)

// OrNobody returns the names of responsible people. If names is empty, it returns the words for
// "nobody yet", or "" in the client's copy.
func (a *View) OrNobody(names string) string {
	if names == "" && !a.Client {
		return a.Words.Text(terms.WorkbookNobodyYet)
	}
	return names
}

// DueWith returns the two people of an open task: the recorded people, or their successors on the
// due day. The day of the view counts instead if it is later, or if the due day is unknown.
func (a *View) DueWith(due accountmap.Date, unit accountmap.UnitID, contact accountmap.ContactID, member accountmap.MemberID) accountmap.Liaison {
	day := a.AsOf
	if day.Before(due) {
		day = due
	}
	return a.Map.Liaison(unit, day, accountmap.Liaison{Contact: contact, Member: member})
}

// Sides returns our team member who made a promise, and its recipient. For an open promise, the
// successor replaces a person who will have left.
func (a *View) Sides(c accountmap.Commitment) (by, to string) {
	if c.IsOpen() {
		people := a.DueWith(c.Due, "", c.To, c.By)
		return a.OrNobody(a.MemberName(people.Member)), a.OrNobody(a.ContactName(people.Contact))
	}
	return a.MemberName(c.By), a.ContactName(c.To)
}

// SurveyPeople returns a few people on both sides of late surveys.
func (a *View) SurveyPeople(surveys []accountmap.Overdue) (contacts []accountmap.ContactID, members []accountmap.MemberID) {
	for _, o := range surveys {
		if o.Contact != "" && len(contacts) < surveysAtMost && !slices.Contains(contacts, o.Contact) {
			contacts = append(contacts, o.Contact)
		}
		if o.Member != "" && len(members) < surveysAtMost && !slices.Contains(members, o.Member) {
			members = append(members, o.Member)
		}
	}
	return contacts, members
}

const surveysAtMost = 3

// LateRows divides overdue entries into rows of their own and, if there are many, the surveys that
// share one row.
func (a *View) LateRows() (rows, surveys []accountmap.Overdue) {
	for _, o := range a.Map.Overdue(a.AsOf, accountmap.Deadlines{}) {
		if o.Kind == accountmap.OverdueSurvey {
			surveys = append(surveys, o)
		} else {
			rows = append(rows, o)
		}
	}
	if len(surveys) <= surveysAtMost {
		return append(rows, surveys...), nil
	}
	return rows, surveys
}

// Few joins at most the given number of names, and counts the others.
func (a *View) Few(names []string, most int) string {
	text := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		text += " " + a.Words.Count(terms.MapMore, more)
	}
	return text
}

// SurveyUnits names a few of the units of late surveys, and counts the others.
func (a *View) SurveyUnits(surveys []accountmap.Overdue) string {
	var names []string
	for _, o := range surveys {
		names = append(names, a.UnitName(o.Unit))
	}
	return a.Few(names, surveysAtMost)
}

// Known returns a list of an id, or nil for the empty id.
func Known[K ~string](id K) []K {
	if id == "" {
		return nil
	}
	return []K{id}
}

// OrBlank returns the word for a value, or "" for the zero value, since a blank cell means unknown.
func OrBlank[T ~string](word func(T) string, value T) string {
	if value == "" {
		return ""
	}
	return word(value)
}

// StandingWords counts the people by stance, in words.
func (a *View) StandingWords() string {
	s := a.Map.Standing(a.AsOf)
	return strings.Join(append([]string{a.Words.Count(terms.MapPeople, s.Total())}, a.Words.Standing(s)...), " · ")
}

// PictureTitle returns the title and the description of a picture. The title is empty for the
// account map.
func (a *View) PictureTitle(p picture.Picture) (title, description string) {
	if title = OneLine(p.Title()); title == a.Words.Text(terms.MapTitle, a.ClientName()) {
		title = ""
	}
	return title, OneLine(p.Description())
}

// Every returns the interval of a recurrence in words: "every 3 months".
func (a *View) Every(r accountmap.Recurrence) string {
	frequency, interval := r.Every()
	switch frequency {
	case accountmap.FrequencyDaily:
		return a.Words.Count(terms.PackEveryDays, interval)
	case accountmap.FrequencyWeekly:
		return a.Words.Count(terms.PackEveryWeeks, interval)
	case accountmap.FrequencyMonthly:
		return a.Words.Count(terms.PackEveryMonths, interval)
	case accountmap.FrequencyYearly:
		return a.Words.Count(terms.PackEveryYears, interval)
	}
	return ""
}

// ContractID returns the number of the contract to renew, or "" for any other appointment.
func ContractID(a insight.Appointment) string {
	if a.Kind != insight.AgendaRenewal {
		return ""
	}
	return a.ID
}

// EndorsementHead returns the plural word for a kind of endorsement.
func EndorsementHead(kind accountmap.EndorsementKind) terms.Key {
	if kind == accountmap.EndorsementReferral {
		return terms.ColumnReferrals
	}
	return terms.ColumnTestimonials
}

// ShortAmounts formats sums for small spaces: "769k + 12k PLN".
func (a *View) ShortAmounts(sums accountmap.Sums) string {
	return a.Words.ShortAmounts(a.Map.Profile().Currency, sums)
}
