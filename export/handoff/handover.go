package handoff

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// itemsAtMost limits the listed items of a kind that pass to a colleague.
const itemsAtMost = 8

// transferSection lists, for each leaving member of our team, the items that pass on and their
// receivers.
func (p *page) transferSection(s *document.Section) {
	transfers := p.Insight().Transfers(insight.TransferOptions{})
	for _, t := range transfers {
		if len(t.Items) == 0 {
			continue
		}
		blocks := []document.Block{&document.Paragraph{Text: cells.Words(p.transferSummary(t))}, p.transferTable(t)}
		if len(transfers) == 1 {
			s.Blocks = blocks
			continue
		}
		s.Blocks = append(s.Blocks, cells.Titled("", p.MemberName(t.From), blocks...))
	}
}

// transferSummary counts the items that pass on, those due too late, and those without a receiver.
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
			group.Rows = append(group.Rows, document.Row{cells.Cell(cells.Muted(p.Words.TransferKind(kind[0].Kind))), spanning(p.Words.Count(terms.MapMore, more), 4)})
		}
	}
	table.Groups = []document.Group{group}
	return table
}

// strangersAtMost limits the rows for people whom a colleague does not know yet.
const strangersAtMost = 3

// strangersRow adds one row for the people whom the same colleague does not know yet, if they are
// more than strangersAtMost. It returns the other items.
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
	to := append(cells.Words(p.MemberName(people[0].To)), document.Muted(", "+p.Words.Text(terms.BriefIntroduce)))
	group.Rows = append(group.Rows, document.Row{cells.Cell(cells.Muted(p.Words.TransferKind(insight.TransferContact))), cells.RowHead(cells.Words(p.Few(names, 2*itemsAtMost))),
		cells.Cell(cells.Muted(p.Words.Count(terms.MapPeople, len(names)))), {}, cells.Cell(to)})
	return others
}

func (p *page) transferRow(i insight.TransferItem) document.Row {
	place := p.productAndUnit(i.Product, i.Unit)
	what, contact := cells.RowHead(cells.Words(accountview.OneLine(i.Title))), cells.TextCell(p.ContactName(i.Contact))
	switch {
	case i.Kind == insight.TransferContact:
		what, contact = cells.RowHead(cells.Words(p.ContactName(i.Contact))), cells.Cell(cells.Muted(p.UnitName(i.Unit)))
	case i.Title == "":
		what = cells.RowHead(cells.Words(place))
	}
	if i.Verbal && len(what.Lines) > 0 {
		what.Lines[0] = append(what.Lines[0], cells.Chip(p.Words.Text(terms.PackVerbal), cells.StanceTone(accountmap.StanceSceptic)))
	}
	due := p.dayCell(i.Due)
	if i.Late || i.AfterLast {
		due.Lines = []document.Text{{document.Toned{Text: p.day(i.Due), Tone: cells.AlarmTone}}}
	}
	to := cells.Words(p.MemberName(i.To))
	switch {
	case i.To == "":
		to = document.Text{document.Toned{Text: p.Words.Reason(accountmap.ReasonNoNewOwner), Tone: cells.AlarmTone}}
	case i.Kind == insight.TransferContact && !i.Known:
		to = append(to, document.Muted(", "+p.Words.Text(terms.BriefIntroduce)))
	}
	return document.Row{cells.Cell(cells.Muted(p.Words.TransferKind(i.Kind))), what, contact, due, cells.Cell(to)}
}

// namedAtMost limits the named people or units of a gap. The others are counted.
const namedAtMost = 6

// readinessSection gives the completeness of the handoff, and lists the remedy for each gap, the
// most important gap first. Complete parts are below, in one line.
func (p *page) readinessSection(s *document.Section) {
	ready := p.Insight().Ready()
	missing := ready.Missing()
	met, all := ready.Met(), len(ready.Findings)
	done, h := share(met, all), p.Map.Handoff()
	introduction := document.Fact{Label: p.Words.Text(terms.HandoffIntroduced), Value: cmp.Or(p.day(h.Introduction), "–"), Note: p.fromTo(h)}
	signOff := document.Fact{Label: p.Words.Text(terms.HandoffSignOff), Value: cmp.Or(p.day(h.SignedOff), "–"), Note: p.period(h.Start, h.End)}
	if h.SignedOff.IsZero() {
		signOff.Note = strings.Trim(p.Words.Text(terms.HandoffNotSignedOff)+" · "+signOff.Note, " ·")
	}
	blocks := []document.Block{&document.Facts{Items: []document.Fact{{
		Label: p.Words.Text(terms.PackReadiness), Value: p.Words.Text(terms.PackOf, met, all), Share: done, Tone: readinessTone(done, len(missing)),
	}, introduction, signOff}}}
	heads := p.heads(left(terms.PackToDo), right(terms.PackInPlaceHead), left(terms.PackWhere))
	blocks = append(blocks, listed(p, heads, missing, rowsAtMost, "", func(f insight.Finding) document.Row {
		return document.Row{cells.RowHead(cells.Words(p.Words.Gap(f.Check))), cells.NumberCell(p.Words.Text(terms.PackOf, f.Part, f.Whole)), p.whereCell(f)}
	})...)
	var inPlace []string
	for _, f := range ready.Findings {
		if f.Met() {
			inPlace = append(inPlace, p.Words.Check(f.Check))
		}
	}
	if len(inPlace) > 0 {
		blocks = append(blocks, p.note(terms.PackMet, strings.Join(inPlace, " · ")))
	}
	s.Blocks = blocks
}

// readinessTone returns green if nothing is missing and the handoff can be signed, and otherwise
// yellow or red by the share. It reuses the tones of the stances.
func readinessTone(share float64, missing int) string {
	switch {
	case missing == 0:
		return cells.StanceTone(accountmap.StanceChampion)
	case share >= 0.6:
		return cells.StanceTone(accountmap.StanceSceptic)
	}
	return cells.StanceTone(accountmap.StanceBlocker)
}

func (p *page) whereCell(f insight.Finding) document.Cell {
	var names []string
	for _, id := range f.Contacts {
		names = append(names, p.ContactName(id))
	}
	for _, id := range f.Units {
		names = append(names, p.UnitName(id))
	}
	return cells.TextCell(p.Few(names, namedAtMost))
}

// checklistSection lists the tasks of the handoff in the author's order, and who signs each.
func (p *page) checklistSection(s *document.Section) {
	if p.Map.Handoff().IsZero() {
		return
	}
	var blocks []document.Block
	if items := p.Map.Handoff().Checklist; len(items) > 0 {
		blocks = p.checklist(items)
	}
	s.Blocks = append(blocks, cells.Titled("signoff", p.Words.Text(terms.HandoffSignOff), p.signOff()))
}

func (p *page) checklist(items []accountmap.ChecklistItem) []document.Block {
	done := 0
	rows := rowsOf(items, func(item accountmap.ChecklistItem) document.Row {
		state := p.chipCell(p.Words.Text(terms.HandoffToDo), cells.StanceTone(accountmap.StanceSceptic))
		if item.Done {
			done++
			state = p.chipCell(p.Words.Text(terms.HandoffDone), cells.StanceTone(accountmap.StanceChampion))
		}
		return document.Row{state, cells.TextCell(item.Text)}
	})
	return []document.Block{
		&document.Paragraph{Text: cells.Words(p.Words.Text(terms.HandoffDoneOf, done, len(items)))},
		&document.Table{Head: p.heads(left(terms.ColumnState), left(terms.ColumnItem)), Groups: []document.Group{{Rows: rows}}},
	}
}

// signOff returns a signature line for each side of the handoff, with the day of the signature.
func (p *page) signOff() document.Block {
	h := p.Map.Handoff()
	line := func(part terms.Key, id accountmap.MemberID) document.Row {
		t, _ := p.Map.Member(id)
		return document.Row{cells.RowHead(cells.Words(p.Words.Text(part))), cells.Cell(cells.Words(p.MemberName(id)), cells.Muted(accountview.OneLine(t.Role))), p.dayCell(h.SignedOff), {}}
	}
	return &document.Table{
		Head:   p.heads(left(terms.PackPart), left(terms.ColumnName), left(terms.ColumnDate), left(terms.PackSignature)),
		Groups: []document.Group{{Rows: []document.Row{line(terms.HandoffHandsOver, h.From), line(terms.HandoffTakesOver, h.To)}}},
		Widths: []int{3, 4, 3, 6}, // with space for a signature
	}
}
