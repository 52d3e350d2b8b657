package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// goalsSection lists the client's goals and obstacles by priority, unknown priority last, and below
// them the key figures that measure the goals.
func (p *page) goalsSection(s *document.Section) {
	goals := slices.Collect(p.Map.Goals())
	if len(goals) > 0 {
		s.Blocks = append(s.Blocks, p.goalTable(goals))
	}
	figures := p.kpiTable()
	if figures == nil && len(goals) > 0 {
		figures = p.note(terms.PackNoKPIs)
	}
	if figures != nil {
		s.Blocks = append(s.Blocks, titled("kpis", p.Words.Field("", "kpis"), figures))
	}
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
	if g.Kind != "" && g.Kind != accountmap.GoalKindGoal {
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

// goalTone is the tone of a goal's state, borrowed from the stances: reached is green, missed is
// red.
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

// kpiTable has a row for each figure by which the client sees whether a goal is reached, and is
// nil without one.
func (p *page) kpiTable() document.Block {
	table := &document.Table{Head: p.heads(left(terms.PackKPI), left(terms.ColumnGoal), right(terms.PackBaseline), right(terms.ColumnTarget),
		left(terms.PackBy), right(terms.PackActual), right(terms.PackProgress), left(terms.PackSource))}
	var group document.Group
	for k := range p.Map.KPIs() {
		group.Rows = append(group.Rows, p.kpiRow(k))
	}
	if len(group.Rows) == 0 {
		return nil
	}
	table.Groups = []document.Group{group}
	return table
}

func (p *page) kpiRow(k accountmap.KPI) document.Row {
	figure := func(x float64) string { return p.Words.Decimal(x, 2) }
	goal, _ := p.Map.Goal(k.Goal)
	target, actual, progress := document.Cell{Number: true}, document.Cell{Number: true}, document.Cell{Number: true}
	if k.HasTarget() {
		target = numberCell(figure(k.Target))
	}
	if latest, ok := k.Latest(); ok {
		actual = cell(words(figure(latest.Value)), muted(p.day(latest.Date)))
		actual.Number = true
	}
	if share, known := k.Progress(); known {
		progress = numberCell(p.Words.Percent(share))
		progress.Share = min(max(share, 0), 1)
	}
	return document.Row{
		rowHead(words(accountview.OneLine(k.Name)), muted(accountview.OneLine(k.Measure))), textCell(accountview.OneLine(goal.Title)), numberCell(figure(k.Baseline)), target,
		p.dayCell(k.By), actual, progress, textCell(k.Source),
	}
}

// roadmapSection shows the picture of the roadmap, or else the milestones that are open.
func (p *page) roadmapSection(s *document.Section) {
	if s.Blocks = p.figures("roadmap"); len(s.Blocks) == 0 {
		p.listMilestones(s, func(m accountmap.Milestone) bool { return !m.Status.Closed() })
	}
}

// milestonesSection lists every milestone.
func (p *page) milestonesSection(s *document.Section) {
	p.listMilestones(s, func(accountmap.Milestone) bool { return true })
}

// listMilestones lists milestones by phase, the earliest due first.
func (p *page) listMilestones(s *document.Section, wanted func(accountmap.Milestone) bool) {
	list := slices.DeleteFunc(slices.Collect(p.Map.Milestones()), func(m accountmap.Milestone) bool { return !wanted(m) })
	if len(list) == 0 {
		return
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
	s.Blocks = append(s.Blocks, table)
}

func (p *page) milestoneRow(s accountmap.Milestone) document.Row {
	goal, _ := p.Map.Goal(s.Goal)
	var after []document.Text
	for _, id := range s.After {
		before, _ := p.Map.Milestone(id)
		after = append(after, words(accountview.OneLine(before.Title)))
	}
	return document.Row{
		rowHead(words(accountview.OneLine(s.Title))), p.dayCell(s.Start), p.dayCell(s.Due), textCell(p.MemberName(s.Owner)), textCell(p.ContactName(s.Contact)),
		textCell(accountview.OneLine(goal.Title)), cell(after...), p.milestoneState(s),
	}
}

// milestoneState is the state of a milestone, or overdue.
func (p *page) milestoneState(s accountmap.Milestone) document.Cell {
	switch {
	case !s.Status.Closed() && p.past(s.Due):
		return p.chipCell(p.Words.Text(terms.HandoffOverdue), alarmTone)
	case s.Status == accountmap.MilestoneDone:
		return p.chipCell(p.Words.MilestoneStatus(s.Status), stanceTone(accountmap.StanceChampion))
	case s.Status == accountmap.MilestoneInProgress:
		return p.chipCell(p.Words.MilestoneStatus(s.Status), statusTone(accountmap.CoverageOpportunity)) // blue, as on the roadmap
	case s.Status == "":
		return document.Cell{}
	}
	return p.chipCell(p.Words.MilestoneStatus(s.Status), quietTone)
}
