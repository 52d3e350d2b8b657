package export

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// checklistSection lists what has to be done before the handoff is complete, in the author's order.
func (p *page) checklistSection() *document.Section {
	items := p.Handoff().Checklist
	if len(items) == 0 {
		return p.section("checklist", terms.HandoffSectionChecklist, terms.HandoffNoChecklist)
	}
	done := 0
	var group document.Group
	for _, item := range items {
		state := document.Chip{Text: p.words.Text(terms.HandoffToDo), Tone: stanceTone(accountmap.StanceSceptic)}
		if item.Done {
			done++
			state = document.Chip{Text: p.words.Text(terms.HandoffDone), Tone: stanceTone(accountmap.StanceChampion)}
		}
		group.Rows = append(group.Rows, document.Row{cell(document.Text{state}), textCell(item.Text)})
	}
	return p.section("checklist", terms.HandoffSectionChecklist, "",
		&document.Paragraph{Text: words(p.words.Text(terms.HandoffDoneOf, done, len(items)))},
		&document.Table{Head: p.heads(left(terms.ColumnState), left(terms.ColumnItem)), Groups: []document.Group{group}})
}
