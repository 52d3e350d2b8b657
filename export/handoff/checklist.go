package handoff

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// checklistSection lists what has to be done before the handoff is complete, in the author's order, and who signs that it is.
func (p *page) checklistSection() *document.Section {
	var blocks []document.Block
	if items := p.Handoff().Checklist; len(items) > 0 {
		blocks = p.checklist(items)
	} else {
		blocks = append(blocks, &document.Paragraph{Text: muted(p.Words.Text(terms.HandoffNoChecklist))})
	}
	return p.section(SectionChecklist, terms.HandoffSectionChecklist, "", append(blocks, titled("signoff", p.Words.Text(terms.HandoffSignOff), p.signOff()))...)
}

func (p *page) checklist(items []accountmap.ChecklistItem) []document.Block {
	done := 0
	var group document.Group
	for _, item := range items {
		state := document.Chip{Text: p.Words.Text(terms.HandoffToDo), Tone: stanceTone(accountmap.StanceSceptic)}
		if item.Done {
			done++
			state = document.Chip{Text: p.Words.Text(terms.HandoffDone), Tone: stanceTone(accountmap.StanceChampion)}
		}
		group.Rows = append(group.Rows, document.Row{cell(document.Text{state}), textCell(item.Text)})
	}
	return []document.Block{
		&document.Paragraph{Text: words(p.Words.Text(terms.HandoffDoneOf, done, len(items)))},
		&document.Table{Head: p.heads(left(terms.ColumnState), left(terms.ColumnItem)), Groups: []document.Group{group}},
	}
}

// signOff has a line for each side of the handoff, to be signed on paper; the day stands there when it was signed.
func (p *page) signOff() document.Block {
	h := p.Handoff()
	var group document.Group
	for _, side := range []struct {
		part terms.Key
		who  accountmap.MemberID
	}{{terms.HandoffHandsOver, h.From}, {terms.HandoffTakesOver, h.To}} {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.Words.Text(side.part))), p.signer(side.who), p.dayCell(h.SignedOff), {}})
	}
	return &document.Table{
		Head:   p.heads(left(terms.PackPart), left(terms.ColumnName), left(terms.ColumnDate), left(terms.PackSignature)),
		Groups: []document.Group{group},
	}
}

// signer is a member of our team above the role, which leaves room to sign beside them.
func (p *page) signer(id accountmap.MemberID) document.Cell {
	t, _ := p.Member(id)
	return cell(words(p.MemberName(id)), muted(accountview.OneLine(t.Role)))
}
