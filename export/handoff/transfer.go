package handoff

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// itemsAtMost is how many things of a kind are listed that pass to a colleague.
const itemsAtMost = 8

// transferSection lists, for each member of our team who leaves, what passes to whom.
func (p *page) transferSection(s *document.Section) {
	transfers := insight.Transfers(p.Map, p.AsOf, insight.TransferOptions{})
	for _, t := range transfers {
		if len(t.Items) == 0 {
			continue
		}
		blocks := []document.Block{&document.Paragraph{Text: words(p.transferSummary(t))}, p.transferTable(t)}
		if len(transfers) == 1 {
			s.Blocks = blocks
			continue
		}
		s.Blocks = append(s.Blocks, titled("", p.MemberName(t.From), blocks...))
	}
}

// transferSummary counts what passes, what falls due too late, and what nobody takes over yet.
func (p *page) transferSummary(t insight.Transfer) string {
	parts := []string{p.fromTo(accountmap.Handoff{From: t.From, To: t.To})}
	if !t.Last.IsZero() {
		parts = append(parts, p.Words.Text(terms.BriefLastDay, p.day(t.Last)))
	}
	parts = append(parts, p.Words.Count(terms.BriefThings, len(t.Items)))
	if n := len(t.After()); n > 0 {
		parts = append(parts, p.Words.Count(terms.BriefAfterLast, n))
	}
	if n := len(t.Orphans()); n > 0 {
		parts = append(parts, p.Words.Count(terms.BriefOrphans, n))
	}
	return strings.Join(parts, " · ")
}

func (p *page) transferTable(t insight.Transfer) document.Block {
	table := &document.Table{Head: p.heads(left(terms.ColumnKind), left(terms.PackWhat), left(terms.ColumnTheirPeople), left(terms.ColumnDue), left(terms.BriefPassesTo))}
	var group document.Group
	for kind := range chunksBy(t.Items, func(i insight.TransferItem) insight.TransferKind { return i.Kind }) {
		if kind[0].Kind == insight.TransferContact {
			kind = p.strangersRow(&group, kind)
		}
		for _, item := range kind[:min(len(kind), itemsAtMost)] {
			group.Rows = append(group.Rows, p.transferRow(item))
		}
		if more := len(kind) - itemsAtMost; more > 0 {
			rest := cell(muted(p.Words.Count(terms.MapMore, more)))
			rest.Colspan = 4
			group.Rows = append(group.Rows, document.Row{cell(muted(p.Words.TransferKind(kind[0].Kind))), rest})
		}
	}
	table.Groups = []document.Group{group}
	return table
}

// strangersAtMost is how many people whom a colleague does not know yet have rows of their own.
const strangersAtMost = 3

// strangersRow adds one row with the people whom the same colleague does not know yet, where they
// are many, and returns the others.
func (p *page) strangersRow(group *document.Group, people []insight.TransferItem) (others []insight.TransferItem) {
	var names []string
	for _, i := range people {
		if i.To != "" && !i.Known && i.To == people[0].To {
			names = append(names, p.ContactName(i.Contact))
		} else {
			others = append(others, i)
		}
	}
	if len(names) <= strangersAtMost {
		return people
	}
	to := append(words(p.MemberName(people[0].To)), document.Muted(", "+p.Words.Text(terms.BriefIntroduce)))
	group.Rows = append(group.Rows, document.Row{cell(muted(p.Words.TransferKind(insight.TransferContact))), rowHead(words(p.few(names, 2*itemsAtMost))),
		cell(muted(p.Words.Count(terms.MapPeople, len(names)))), {}, cell(to)})
	return others
}

func (p *page) transferRow(i insight.TransferItem) document.Row {
	place := p.productAndUnit(i.Product, i.Unit)
	what, contact := rowHead(words(accountview.OneLine(i.Title))), textCell(p.ContactName(i.Contact))
	switch {
	case i.Kind == insight.TransferContact:
		what, contact = rowHead(words(p.ContactName(i.Contact))), cell(muted(p.UnitName(i.Unit)))
	case i.Title == "":
		what = rowHead(words(place))
	}
	if i.Verbal && len(what.Lines) > 0 {
		what.Lines[0] = append(what.Lines[0], document.Chip{Text: p.Words.Text(terms.PackVerbal), Tone: stanceTone(accountmap.StanceSceptic)})
	}
	due := p.dayCell(i.Due)
	if i.Late || i.AfterLast {
		due.Lines = []document.Text{{document.Toned{Text: p.day(i.Due), Tone: alarmTone}}}
	}
	to := words(p.MemberName(i.To))
	switch {
	case i.To == "":
		to = document.Text{document.Toned{Text: p.Words.Reason(accountmap.ReasonNoNewOwner), Tone: alarmTone}}
	case i.Kind == insight.TransferContact && !i.Known:
		to = append(to, document.Muted(", "+p.Words.Text(terms.BriefIntroduce)))
	}
	return document.Row{cell(muted(p.Words.TransferKind(i.Kind))), what, contact, due, cell(to)}
}
