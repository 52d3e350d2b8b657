package handoff

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// communicationsSection lists what has passed between the two sides and among our own, the latest first.
func (p *page) communicationsSection() *document.Section {
	list := p.Communications()
	if len(list) == 0 {
		return p.section(SectionCommunications, terms.HandoffSectionCommunications, terms.HandoffNoCommunications)
	}
	table := &document.Table{Head: p.heads(left(terms.ColumnDate), left(terms.ColumnChannel), left(terms.ColumnTheirPeople),
		left(terms.ColumnOurPeople), left(terms.ColumnSubject), left(terms.ColumnFollowUp))}
	var group document.Group
	states := p.FollowUps(p.AsOf)
	for i, c := range list {
		group.Rows = append(group.Rows, p.communicationRow(c, states[i]))
	}
	table.Groups = []document.Group{group}
	return p.section(SectionCommunications, terms.HandoffSectionCommunications, "", table)
}

func (p *page) communicationRow(c accountmap.Communication, followUp accountmap.FollowUp) document.Row {
	channel := cell(words(accountview.OrBlank(p.Words.Channel, c.Channel)), muted(accountview.OrBlank(p.Words.Direction, c.Direction)))
	subject := document.Text{}
	if s := accountview.OneLine(c.Subject); s != "" {
		subject = append(subject, document.Strong(s))
	}
	if c.Internal {
		subject = append(subject, document.Chip{Text: p.Words.Text(terms.HandoffInternal), Tone: stanceTone(accountmap.StanceSceptic)})
	}
	return document.Row{
		p.dayCell(c.Date), channel, p.people(c.Contacts), p.members(c.Members), cell(subject, words(c.Summary)), p.followUpCell(c.FollowUp, followUp),
	}
}

// followUpCell is the day by which something must follow; what is overdue and what is done says so.
func (p *page) followUpCell(day accountmap.Date, state accountmap.FollowUp) document.Cell {
	c := p.dayCell(day)
	switch state {
	case accountmap.FollowUpOverdue:
		c.Lines = append(c.Lines, document.Text{document.Chip{Text: p.Words.Text(terms.HandoffOverdue), Tone: alarmTone}})
	case accountmap.FollowUpDone:
		c.Lines = append(c.Lines, muted(p.Words.Text(terms.HandoffDone)))
	}
	return c
}
