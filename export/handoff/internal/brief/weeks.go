package brief

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

const ahead = 44

// weeks returns a line of the most important events of the next weeks, and how many of all these
// are, or "" if there are no others.
func (p *page) weeks() (line *document.Timeline, part string) {
	events := merged(p.coming)
	if len(events) == 0 {
		return nil, ""
	}
	if shown := enough(len(events), p.moments); shown < len(events) {
		part = p.Words.Text(terms.PackOf, shown, len(events))
	}
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Compare(weight(a.Kind), weight(b.Kind)) })
	events = events[:enough(len(events), p.moments)]
	slices.SortStableFunc(events, func(a, b event) int { return a.Date.Compare(b.Date) })
	line = &document.Timeline{Ticks: p.ticks()}
	for _, a := range events {
		m := document.Moment{At: p.at(a.Date), Day: p.day(a.Date), Text: p.subject(a, 60)}
		if a.Kind == insight.AgendaRenewal {
			m.Tone = cells.AlarmTone
		}
		line.Moments = append(line.Moments, m)
	}
	return line, part
}

// weight ranks the kinds of appointments: missed appointments of the first kinds cannot be made up
// for.
func weight(k insight.AgendaKind) int {
	order := []insight.AgendaKind{insight.AgendaIntroduction, insight.AgendaRenewal, insight.AgendaMilestone, insight.AgendaPromise, insight.AgendaGoal,
		insight.AgendaFollowUp}
	return slices.Index(order, k)
}

// An event is an appointment, or all renewals of a unit.
type event struct {
	insight.Appointment
	renewals int // the number of renewals of the unit; 0 for other appointments
}

// merged joins the renewals of a unit into one event, on the day of the first renewal.
func merged(list []insight.Appointment) []event {
	var events []event
	for _, a := range list {
		i := -1
		if a.Kind == insight.AgendaRenewal {
			i = slices.IndexFunc(events, func(e event) bool { return e.renewals > 0 && e.Unit == a.Unit && (a.Unit != "" || e.ID == a.ID) })
		}
		if i < 0 {
			e := event{Appointment: a}
			if a.Kind == insight.AgendaRenewal {
				e.renewals = 1
			}
			events = append(events, e)
			continue
		}
		events[i].renewals++
	}
	return events
}

// subject returns the title of an appointment, shortened to a number of letters.
func (p *page) subject(a event, letters int) string {
	switch {
	case a.renewals > 1:
		return cells.Short(p.Words.Count(terms.BriefRenewals, a.renewals, p.UnitName(a.Unit)), letters)
	case a.Kind == insight.AgendaRenewal:
		what := cmp.Or(p.place(a.Product, a.Unit), a.Title, a.ID)
		return cells.Short(p.Words.AgendaKind(a.Kind)+": "+what, letters)
	case a.Title != "":
		return cells.Short(a.Title, letters)
	}
	return p.Words.AgendaKind(a.Kind)
}

// ticks returns the first day of the line, its last day, and every second week between them.
func (p *page) ticks() []document.Tick {
	last := p.AsOf.AddDays(ahead)
	ticks := []document.Tick{{At: 0, Label: p.day(p.AsOf)}}
	for days := 14; days+7 < ahead; days += 14 {
		ticks = append(ticks, document.Tick{At: p.at(p.AsOf.AddDays(days)), Label: p.day(p.AsOf.AddDays(days))})
	}
	return append(ticks, document.Tick{At: 1, Label: p.day(last)})
}

func (p *page) at(d accountmap.Date) float64 { return min(1, float64(p.AsOf.DaysTo(d))/ahead) }
