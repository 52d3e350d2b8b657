package handoff

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// firstDays are the lengths of the stretches into which handoff guides divide the time after the handover, counted from its start.
var firstDays = [...]int{30, 60, 90}

// firstDaysSection lists what comes in the first 30, 60 and 90 days after the handoff begins, or from the day of the page where nobody says
// when it does and where these days are over. What lies before the day of the page is not to come any more. What is to be shown again is
// counted, as it would hide the rest.
func (p *page) firstDaysSection() *document.Section {
	start := cmp.Or(p.Handoff().Start, p.AsOf)
	if start.IsZero() {
		return p.section(SectionFirstDays, terms.PackSectionFirstDays, terms.PackDayUnknown)
	}
	if start.AddDays(firstDays[len(firstDays)-1]).Before(p.AsOf) {
		start = p.AsOf
	}
	heads := []headKey{left(terms.ColumnDate), left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople)}
	table := &document.Table{Head: p.heads(heads...)}
	from := start
	for _, days := range firstDays {
		to := start.AddDays(days - 1)
		group := p.stretch(from, to, len(heads))
		group.Title = words(p.Words.Text(terms.PackUntilDay, days, p.Words.Date(to)))
		if len(group.Rows) == 0 {
			none := terms.PackNothingPlanned
			if to.Before(p.AsOf) {
				none = terms.PackDaysOver
			}
			nothing := cell(muted(p.Words.Text(none)))
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
	if from.Before(p.AsOf) {
		from = p.AsOf
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
			p.dayCell(a.Date), rowHead(words(p.Words.AgendaKind(a.Kind))), p.subjectCell(a.Title, accountview.ContractID(a), a.Product, a.Unit),
			p.people(a.Contacts), p.members(a.Members),
		})
	}
	if more > 0 {
		rest := cell(muted(p.Words.Count(terms.MapMore, more)))
		rest.Colspan = columns
		group.Rows = append(group.Rows, document.Row{rest})
	}
	if shown > 0 && !p.Client {
		what := textCell(p.Words.Count(terms.PackShowAgain, shown, p.Words.Count(terms.MapPeople, len(again))))
		what.Colspan = 3
		group.Rows = append(group.Rows, document.Row{{}, rowHead(words(p.Words.AgendaKind(insight.AgendaExposure))), what})
	}
	return group
}
