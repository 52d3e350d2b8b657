package handoff

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// nextTimes is how many of the coming dates of a regular talk are told, and calendarDays how far ahead they are looked for.
const (
	nextTimes    = 3
	calendarDays = 731
)

// calendarSection lists the talks that both sides can rely on, with the dates to come.
func (p *page) calendarSection() *document.Section {
	list := slices.Collect(p.Cadences())
	if len(list) == 0 {
		return p.section(SectionCalendar, terms.PackSectionCalendar, terms.PackNoCadences)
	}
	table := &document.Table{Head: p.heads(left(terms.PackTalk), left(terms.ColumnChannel), left(terms.PackEvery), left(terms.PackNextTimes),
		left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))}
	var group document.Group
	for _, c := range list {
		var days []document.Text
		for _, d := range p.nextTimes(c) {
			days = append(days, words(p.day(d)))
		}
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(accountview.OneLine(c.Title))), textCell(accountview.OrBlank(p.Words.Channel, c.Channel)), textCell(p.Every(c.Every)), cell(days...),
			p.people(c.Contacts), p.members(c.Members),
		})
	}
	table.Groups = []document.Group{group}
	return p.section(SectionCalendar, terms.PackSectionCalendar, "", table)
}

// nextTimes are the coming dates of a regular talk.
func (p *page) nextTimes(c accountmap.Cadence) (days []accountmap.Date) {
	if p.AsOf.IsZero() {
		return nil
	}
	for day := range insight.Occurrences(c, p.AsOf, p.AsOf.AddDays(calendarDays)) {
		if days = append(days, day); len(days) == nextTimes {
			break
		}
	}
	return days
}
