package accountview

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/picture"
)

// OrNobody returns the names of responsible people, or the word for nobody yet. The client's copy
// has a blank instead.
func (a *View) OrNobody(names string) string {
	if names == "" && !a.Client {
		return a.Words.Text(terms.WorkbookNobodyYet)
	}
	return names
}

// DueWith are the two people of something open on its day, or on that of the view if it is later or
// the only one known: those recorded, or whoever follows them.
func (a *View) DueWith(due accountmap.Date, unit accountmap.UnitID, contact accountmap.ContactID, member accountmap.MemberID) accountmap.Liaison {
	day := a.AsOf
	if day.Before(due) {
		day = due
	}
	return a.Map.Liaison(unit, day, accountmap.Liaison{Contact: contact, Member: member})
}

// Sides names who of our team is to keep a promise, and to whom. For an open promise, a person who
// will have left is replaced by the successor.
func (a *View) Sides(c accountmap.Commitment) (by, to string) {
	if c.IsOpen() {
		people := a.DueWith(c.Due, "", c.To, c.By)
		return a.OrNobody(a.MemberName(people.Member)), a.OrNobody(a.ContactName(people.Contact))
	}
	return a.MemberName(c.By), a.ContactName(c.To)
}

// SurveyPeople names a few people on both sides of late surveys.
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

// Few joins the first names, and counts the others.
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

// OrBlank is the word for a value, and empty for the zero value: a blank cell means unknown.
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

// Every is the interval of a recurrence in words: "every 3 months".
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

// ContractID is the number of the contract to renew, and empty for any other appointment.
func ContractID(a insight.Appointment) string {
	if a.Kind != insight.AgendaRenewal {
		return ""
	}
	return a.ID
}

// EndorsementHead is the word for many endorsements of a kind.
func EndorsementHead(kind accountmap.EndorsementKind) terms.Key {
	if kind == accountmap.EndorsementReferral {
		return terms.ColumnReferrals
	}
	return terms.ColumnTestimonials
}

// ShortAmounts writes sums for small spaces: "769k + 12k PLN".
func (a *View) ShortAmounts(sums accountmap.Sums) string {
	return a.Words.ShortAmounts(a.Map.Profile().Currency, sums)
}
