package handoff

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// roadmapSection lists the milestones by phase, the earliest due first.
func (p *page) roadmapSection() *document.Section {
	list := slices.Collect(p.Milestones())
	if len(list) == 0 {
		return p.section(SectionRoadmap, terms.PackSectionRoadmap, terms.PackNoMilestones)
	}
	slices.SortStableFunc(list, func(a, b accountmap.Milestone) int { return compareDue(a.Due, b.Due) })
	table := &document.Table{Head: p.heads(left(terms.PackMilestone), left(terms.PackStart), left(terms.ColumnDue), left(terms.ColumnOurPeople),
		left(terms.ColumnTheirPeople), left(terms.ColumnGoal), left(terms.PackAfter), left(terms.ColumnStatus))}
	for _, phase := range append(accountmap.Phases(), "") {
		var group document.Group
		for _, s := range list {
			if s.Phase == phase {
				group.Rows = append(group.Rows, p.milestoneRow(s))
			}
		}
		if len(group.Rows) > 0 {
			group.Title = words(p.Words.Phase(phase))
			if phase == "" {
				group.Title = words(p.Words.Text(terms.ViewsPhaseUnknown))
			}
			table.Groups = append(table.Groups, group)
		}
	}
	return p.section(SectionRoadmap, terms.PackSectionRoadmap, "", table)
}

func (p *page) milestoneRow(s accountmap.Milestone) document.Row {
	goal, _ := p.Goal(s.Goal)
	var after []document.Text
	for _, id := range s.After {
		before, _ := p.Milestone(id)
		after = append(after, words(accountview.OneLine(before.Title)))
	}
	return document.Row{
		rowHead(words(accountview.OneLine(s.Title))), p.dayCell(s.Start), p.dayCell(s.Due), textCell(p.MemberName(s.Owner)), textCell(p.ContactName(s.Contact)),
		textCell(accountview.OneLine(goal.Title)), cell(after...), p.milestoneState(s),
	}
}

// milestoneState is how far a milestone has come; one that should be done by now is overdue.
func (p *page) milestoneState(s accountmap.Milestone) document.Cell {
	switch {
	case !s.Status.Closed() && p.past(s.Due):
		return p.chipCell(p.Words.Text(terms.HandoffOverdue), alarmTone)
	case s.Status == accountmap.MilestoneDone:
		return p.chipCell(p.Words.MilestoneStatus(s.Status), stanceTone(accountmap.StanceChampion))
	case s.Status == accountmap.MilestoneInProgress:
		return p.chipCell(p.Words.MilestoneStatus(s.Status), stanceTone(accountmap.StanceSupporter))
	case s.Status == "":
		return document.Cell{}
	}
	return p.chipCell(p.Words.MilestoneStatus(s.Status), quietTone)
}
