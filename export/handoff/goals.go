package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// goalsSection lists what the client wants and what stands in the way, the first priority first and those without one last, and below the
// figures by which both sides see whether it is reached.
func (p *page) goalsSection() *document.Section {
	var blocks []document.Block
	if goals := slices.Collect(p.Goals()); len(goals) > 0 {
		blocks = append(blocks, p.goalTable(goals))
	} else {
		blocks = append(blocks, &document.Paragraph{Text: muted(p.Words.Text(terms.HandoffNoGoals))})
	}
	figures := p.kpiTable()
	if figures == nil {
		figures = &document.Paragraph{Text: muted(p.Words.Text(terms.PackNoKPIs))}
	}
	blocks = append(blocks, titled("kpis", p.Words.Field("", "kpis"), figures))
	return p.section(SectionGoals, terms.HandoffSectionGoals, "", blocks...)
}

func (p *page) goalTable(goals []accountmap.Goal) document.Block {
	slices.SortStableFunc(goals, func(a, b accountmap.Goal) int {
		return cmp.Or(cmp.Compare(lastIfZero(a.Priority), lastIfZero(b.Priority)), cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)))
	})
	heads := []headKey{left(terms.ColumnGoal), left(terms.ColumnUnit), left(terms.ColumnOwner), left(terms.ColumnDue), left(terms.ColumnState)}
	if !p.Client {
		heads = append(append([]headKey{right(terms.ColumnPriority)}, heads...), left(terms.ColumnEvidence))
	}
	table := &document.Table{Head: p.heads(heads...)}
	var group document.Group
	for _, g := range goals {
		group.Rows = append(group.Rows, p.goalRow(g))
	}
	table.Groups = []document.Group{group}
	return table
}

func lastIfZero(priority int) int {
	if priority == 0 {
		return 6
	}
	return priority
}

func kindRank(k accountmap.GoalKind) int { return max(slices.Index(accountmap.GoalKinds(), k), 0) }

func (p *page) goalRow(g accountmap.Goal) document.Row {
	title := document.Text{document.Plain(g.Title)}
	if g.Kind != "" && g.Kind != accountmap.GoalGoal {
		title = append(title, document.Chip{Text: p.Words.GoalKind(g.Kind)})
	}
	unit := muted(p.Words.Text(terms.HandoffWholeClient))
	if g.Unit != "" {
		unit = words(p.UnitName(g.Unit))
	}
	state := document.Cell{}
	if g.State != "" {
		state = cell(document.Text{document.Chip{Text: p.Words.GoalState(g.State), Tone: goalTone(g.State)}})
	}
	row := document.Row{rowHead(title), cell(unit), textCell(p.ContactName(g.Owner)), p.dayCell(g.Due), state}
	if !p.Client {
		row = append(append(document.Row{p.countCell(g.Priority)}, row...), textCell(g.Evidence))
	}
	return row
}

// goalTone is that of the stance that says the same of a person.
func goalTone(s accountmap.GoalState) string {
	switch s {
	case accountmap.GoalAchieved:
		return stanceTone(accountmap.StanceChampion)
	case accountmap.GoalOnTrack:
		return stanceTone(accountmap.StanceSupporter)
	case accountmap.GoalAtRisk:
		return stanceTone(accountmap.StanceSceptic)
	}
	return stanceTone(accountmap.StanceNeutral)
}
