package export

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// goalsSection lists what the client wants and what stands in the way, the first priority first and those without one last.
func (p *page) goalsSection() *document.Section {
	goals := slices.Collect(p.Goals())
	if len(goals) == 0 {
		return p.section("goals", terms.HandoffSectionGoals, terms.HandoffNoGoals)
	}
	slices.SortStableFunc(goals, func(a, b accountmap.Goal) int {
		return cmp.Or(cmp.Compare(lastIfZero(a.Priority), lastIfZero(b.Priority)), cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)))
	})
	table := &document.Table{Head: p.heads(right(terms.ColumnPriority), left(terms.ColumnGoal), left(terms.ColumnUnit), left(terms.ColumnOwner),
		left(terms.ColumnDue), left(terms.ColumnState), left(terms.ColumnEvidence))}
	var group document.Group
	for _, g := range goals {
		group.Rows = append(group.Rows, p.goalRow(g))
	}
	table.Groups = []document.Group{group}
	return p.section("goals", terms.HandoffSectionGoals, "", table)
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
		title = append(title, document.Chip{Text: p.words.GoalKind(g.Kind)})
	}
	unit := muted(p.words.Text(terms.HandoffWholeClient))
	if g.Unit != "" {
		unit = words(p.unitName(g.Unit))
	}
	state := document.Cell{}
	if g.State != "" {
		state = cell(document.Text{document.Chip{Text: p.words.GoalState(g.State), Tone: goalTone(g.State)}})
	}
	return document.Row{
		p.countCell(g.Priority), rowHead(title), cell(unit), textCell(p.contactName(g.Owner)), p.dayCell(g.Due), state, textCell(g.Evidence),
	}
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
