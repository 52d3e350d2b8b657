package export

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// firstDays are the lengths of the stretches into which handoff guides divide the time after the handover, counted from its start.
var firstDays = [...]int{30, 60, 90}

// firstDaysSection lists what comes in the first 30, 60 and 90 days after the handoff begins, or from the day of the page where nobody says
// when it does and where these days are over. What lies before the day of the page is not to come any more. What is to be shown again is
// counted, as it would hide the rest.
func (p *page) firstDaysSection() *document.Section {
	start := cmp.Or(p.Handoff().Start, p.asOf)
	if start.IsZero() {
		return p.section(SectionFirstDays, terms.PackSectionFirstDays, terms.PackDayUnknown)
	}
	if start.AddDays(firstDays[len(firstDays)-1]).Before(p.asOf) {
		start = p.asOf
	}
	heads := []headKey{left(terms.ColumnDate), left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople)}
	table := &document.Table{Head: p.heads(heads...)}
	from := start
	for _, days := range firstDays {
		to := start.AddDays(days - 1)
		group := p.stretch(from, to, len(heads))
		group.Title = words(p.words.Text(terms.PackUntilDay, days, p.words.Date(to)))
		if len(group.Rows) == 0 {
			none := terms.PackNothingPlanned
			if to.Before(p.asOf) {
				none = terms.PackDaysOver
			}
			nothing := cell(muted(p.words.Text(none)))
			nothing.Colspan = len(heads)
			group.Rows = []document.Row{{nothing}}
		}
		table.Groups = append(table.Groups, group)
		from = to.AddDays(1)
	}
	return p.section(SectionFirstDays, terms.PackSectionFirstDays, "", table)
}

// appointmentsAtMost is how many appointments of one stretch are told one by one: whoever has more has a calendar.
const appointmentsAtMost = 60

// stretch is what is to happen in some days, in rows of so many columns.
func (p *page) stretch(from, to accountmap.Date, columns int) document.Group {
	var group document.Group
	again := map[accountmap.ContactID]bool{}
	shown, more := 0, 0
	if from.Before(p.asOf) {
		from = p.asOf
	}
	for _, a := range insight.Agenda(p.Map, from, to) {
		if a.Kind == insight.AgendaExposure {
			again[a.Contacts[0]] = true
			shown++
			continue
		}
		if len(group.Rows) == appointmentsAtMost {
			more++
			continue
		}
		group.Rows = append(group.Rows, document.Row{
			p.dayCell(a.Date), rowHead(words(p.words.AgendaKind(a.Kind))), p.subjectCell(a.Title, contract(a), a.Product, a.Unit),
			p.people(a.Contacts), p.members(a.Members),
		})
	}
	if more > 0 {
		rest := cell(muted(p.words.Count(terms.MapMore, more)))
		rest.Colspan = columns
		group.Rows = append(group.Rows, document.Row{rest})
	}
	if shown > 0 && !p.client {
		what := textCell(p.words.Count(terms.PackShowAgain, shown, p.words.Count(terms.MapPeople, len(again))))
		what.Colspan = 3
		group.Rows = append(group.Rows, document.Row{{}, rowHead(words(p.words.AgendaKind(insight.AgendaExposure))), what})
	}
	return group
}

// contract is the number of the contract that is to be renewed, and empty for anything else.
func contract(a insight.Appointment) string {
	if a.Kind != insight.AgendaRenewal {
		return ""
	}
	return a.ID
}
