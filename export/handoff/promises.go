package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// promisesSection lists what we promised the client: open promises first, the earliest due first.
// Promises by word of mouth are marked for our own people.
func (p *page) promisesSection(s *document.Section) {
	list := slices.Collect(p.Map.Commitments())
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b accountmap.Commitment) int {
		return cmp.Or(rank(!a.IsOpen())-rank(!b.IsOpen()), compareDue(a.Due, b.Due))
	})
	table := &document.Table{Head: p.heads(left(terms.PackPromise), left(terms.PackPromisedTo), left(terms.PackPromisedBy), left(terms.ColumnDue),
		left(terms.ColumnStatus))}
	var group document.Group
	for _, c := range list {
		text := words(c.Text)
		if c.Verbal {
			text = append(text, document.Chip{Text: p.Words.Text(terms.PackVerbal), Tone: stanceTone(accountmap.StanceSceptic)})
		}
		group.Rows = append(group.Rows, document.Row{
			rowHead(text), textCell(p.ContactName(c.To)), textCell(p.MemberName(c.By)), p.dayCell(c.Due), p.promiseState(c)})
	}
	table.Groups = []document.Group{group}
	s.Blocks = []document.Block{table}
}

// promiseState is the state of a promise, or overdue.
func (p *page) promiseState(c accountmap.Commitment) document.Cell {
	switch {
	case c.IsOpen() && p.past(c.Due):
		return p.chipCell(p.Words.Text(terms.HandoffOverdue), alarmTone)
	case c.Status == accountmap.CommitmentKept:
		return p.chipCell(p.Words.CommitmentStatus(c.Status), stanceTone(accountmap.StanceChampion))
	case c.Status == accountmap.CommitmentBroken:
		return p.chipCell(p.Words.CommitmentStatus(c.Status), alarmTone)
	case c.Status == accountmap.CommitmentReleased:
		return p.chipCell(p.Words.CommitmentStatus(c.Status), quietTone)
	}
	return p.chipCell(p.Words.CommitmentStatus(accountmap.CommitmentOpen), stanceTone(accountmap.StanceNeutral))
}

// past reports whether a day is over on the day of the page.
func (p *page) past(d accountmap.Date) bool {
	return !d.IsZero() && !p.AsOf.IsZero() && d.Before(p.AsOf)
}

// compareDue orders due days, unknown ones last.
func compareDue(a, b accountmap.Date) int {
	return cmp.Or(rank(a.IsZero())-rank(b.IsZero()), a.Compare(b))
}

// chipCell is a cell with one word in its tone.
func (p *page) chipCell(word, tone string) document.Cell {
	return cell(document.Text{document.Chip{Text: word, Tone: tone}})
}

// objectionsSection lists the client's objections with our answers, unanswered ones first.
func (p *page) objectionsSection(s *document.Section) {
	list := slices.Collect(p.Map.Objections())
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b accountmap.Objection) int { return objectionRank(a) - objectionRank(b) })
	table := &document.Table{Head: p.heads(left(terms.PackObjection), left(terms.PackRaisedBy), left(terms.PackAnswer), left(terms.ColumnStatus))}
	var group document.Group
	for _, o := range list {
		answer := words(o.Answer)
		if answer == nil {
			answer = muted(p.Words.Text(terms.PackNoAnswer))
		}
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(o.Text)), textCell(p.ContactName(o.RaisedBy)), cell(answer), p.chipCell(p.Words.ObjectionStatus(o.Status), objectionTone(o.Status))})
	}
	table.Groups = []document.Group{group}
	s.Blocks = []document.Block{table}
}

// objectionRank puts open objections before answered ones, and these before those that are over.
func objectionRank(o accountmap.Objection) int {
	switch o.Status {
	case accountmap.ObjectionUpheld:
		return 1
	case accountmap.ObjectionAnswered:
		return 2
	case accountmap.ObjectionWithdrawn:
		return 3
	}
	return 0
}

func objectionTone(s accountmap.ObjectionStatus) string {
	switch s {
	case accountmap.ObjectionUpheld:
		return alarmTone
	case accountmap.ObjectionAnswered:
		return stanceTone(accountmap.StanceSupporter)
	case accountmap.ObjectionWithdrawn:
		return quietTone
	}
	return stanceTone(accountmap.StanceSceptic)
}
