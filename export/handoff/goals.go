package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// goalsSection lists the client's goals and obstacles by priority, unknown priority last. The key
// figures that measure the goals are below.
func (p *page) goalsSection(s *document.Section) {
	heads := []headKey{left(terms.ColumnGoal), left(terms.ColumnUnit), left(terms.ColumnOwner), left(terms.ColumnDue), left(terms.ColumnState)}
	if !p.Client {
		heads = append(append([]headKey{right(terms.ColumnPriority)}, heads...), left(terms.ColumnEvidence))
	}
	s.Blocks = listed(p, p.heads(heads...), p.goals(), rowsAtMost, p.sheetOf("goals"), p.goalRow)
	heads = []headKey{left(terms.PackKPI), left(terms.ColumnGoal), right(terms.PackBaseline), right(terms.ColumnTarget), left(terms.PackBy), right(terms.PackActual),
		right(terms.PackProgress), left(terms.PackSource)}
	figures := listed(p, p.heads(heads...), slices.Collect(p.Map.KPIs()), rowsAtMost, p.sheetOf("kpis"), p.kpiRow)
	if len(figures) == 0 && len(s.Blocks) > 0 {
		figures = []document.Block{p.note(terms.PackNoKPIs)}
	}
	if len(figures) > 0 {
		s.Blocks = append(s.Blocks, cells.Titled("kpis", p.Words.Field("", "kpis"), figures...))
	}
}

// goals returns the client's goals by priority, unknown priority last.
func (p *page) goals() []accountmap.Goal {
	return slices.SortedStableFunc(p.Map.Goals(), func(a, b accountmap.Goal) int {
		return cmp.Or(cmp.Compare(cmp.Or(a.Priority, 6), cmp.Or(b.Priority, 6)), cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)))
	})
}

func kindRank(k accountmap.GoalKind) int { return max(slices.Index(accountmap.GoalKinds(), k), 0) }

func (p *page) goalRow(g accountmap.Goal) document.Row {
	title := document.Text{document.Plain(g.Title)}
	if g.Kind != "" && g.Kind != accountmap.GoalKindGoal {
		title = append(title, cells.Chip(p.Words.GoalKind(g.Kind), ""))
	}
	unit := cells.Muted(p.Words.Text(terms.HandoffWholeClient))
	if g.Unit != "" {
		unit = cells.Words(p.UnitName(g.Unit))
	}
	row := document.Row{cells.RowHead(title), cells.Cell(unit), cells.TextCell(p.ContactName(g.Owner)), p.dayCell(g.Due), p.goalState(g.State)}
	if !p.Client {
		row = append(append(document.Row{p.countCell(g.Priority)}, row...), cells.TextCell(g.Evidence))
	}
	return row
}

// goalState returns the state of a goal, in the tone of a stance: reached is green, at risk is
// yellow.
func (p *page) goalState(s accountmap.GoalState) document.Cell {
	if s == "" {
		return document.Cell{}
	}
	tone := map[accountmap.GoalState]accountmap.Stance{
		accountmap.GoalAchieved: accountmap.StanceChampion, accountmap.GoalOnTrack: accountmap.StanceSupporter, accountmap.GoalAtRisk: accountmap.StanceSceptic,
	}[s]
	return p.chipCell(p.Words.GoalState(s), cells.StanceTone(cmp.Or(tone, accountmap.StanceNeutral)))
}

func (p *page) kpiRow(k accountmap.KPI) document.Row {
	figure := func(x float64) string { return p.Words.Decimal(x, 2) }
	goal, _ := p.Map.Goal(k.Goal)
	target, actual, progress := document.Cell{Number: true}, document.Cell{Number: true}, document.Cell{Number: true}
	if k.HasTarget() {
		target = cells.NumberCell(figure(k.Target))
	}
	if latest, ok := k.Latest(); ok {
		actual = cells.Cell(cells.Words(figure(latest.Value)), cells.Muted(p.day(latest.Date)))
		actual.Number = true
	}
	if share, known := k.Progress(); known {
		progress = cells.NumberCell(p.Words.Percent(share))
		progress.Share = min(max(share, 0), 1)
	}
	return document.Row{
		cells.RowHead(cells.Words(accountview.OneLine(k.Name)), cells.Muted(accountview.OneLine(k.Measure))), cells.TextCell(accountview.OneLine(goal.Title)), cells.NumberCell(figure(k.Baseline)), target,
		p.dayCell(k.By), actual, progress, cells.TextCell(k.Source),
	}
}

// roadmapSection shows the picture of the roadmap or, without one, the open milestones.
func (p *page) roadmapSection(s *document.Section) {
	if s.Blocks = p.figures("roadmap"); len(s.Blocks) == 0 {
		p.listMilestones(s, func(m accountmap.Milestone) bool { return !m.Status.Closed() })
	}
}

func (p *page) milestonesSection(s *document.Section) {
	p.listMilestones(s, func(accountmap.Milestone) bool { return true })
}

// listMilestones lists milestones by phase, the earliest due first.
func (p *page) listMilestones(s *document.Section, wanted func(accountmap.Milestone) bool) {
	list := slices.DeleteFunc(slices.Collect(p.Map.Milestones()), func(m accountmap.Milestone) bool { return !wanted(m) })
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b accountmap.Milestone) int { return cells.CompareDue(a.Due, b.Due) })
	table := &document.Table{Head: p.heads(left(terms.PackMilestone), left(terms.PackStart), left(terms.ColumnDue), left(terms.ColumnOurPeople),
		left(terms.ColumnTheirPeople), left(terms.ColumnGoal), left(terms.PackAfter), left(terms.ColumnStatus))}
	titles := map[accountmap.MilestoneID]document.Text{}
	for m := range p.Map.Milestones() {
		titles[m.ID] = cells.Words(accountview.OneLine(m.Title))
	}
	for _, phase := range append(accountmap.Phases(), "") {
		var group document.Group
		for _, s := range list {
			if s.Phase == phase {
				group.Rows = append(group.Rows, p.milestoneRow(s, titles))
			}
		}
		if len(group.Rows) > 0 {
			group.Title = cells.Words(p.Words.Phase(phase))
			if phase == "" {
				group.Title = cells.Words(p.Words.Text(terms.ViewsPhaseUnknown))
			}
			table.Groups = append(table.Groups, group)
		}
	}
	s.Blocks = append(s.Blocks, table)
}

func (p *page) milestoneRow(s accountmap.Milestone, titles map[accountmap.MilestoneID]document.Text) document.Row {
	goal, _ := p.Map.Goal(s.Goal)
	var after []document.Text
	for _, id := range s.After {
		after = append(after, titles[id])
	}
	return document.Row{
		cells.RowHead(titles[s.ID]), p.dayCell(s.Start), p.dayCell(s.Due), cells.TextCell(p.milestoneOwner(s)), cells.TextCell(p.ContactName(s.Contact)),
		cells.TextCell(accountview.OneLine(goal.Title)), cells.Cell(after...), p.milestoneState(s),
	}
}

func (p *page) milestoneState(s accountmap.Milestone) document.Cell {
	switch {
	case !s.Status.Closed() && p.past(s.Due):
		return p.chipCell(p.Words.Text(terms.ViewsIsLate), cells.AlarmTone)
	case s.Status == accountmap.MilestoneDone:
		return p.chipCell(p.Words.MilestoneStatus(s.Status), cells.StanceTone(accountmap.StanceChampion))
	case s.Status == accountmap.MilestoneInProgress:
		return p.chipCell(p.Words.MilestoneStatus(s.Status), cells.StatusTone(accountmap.CoverageOpportunity)) // blue, as on the roadmap
	case s.Status == "":
		return document.Cell{}
	}
	return p.chipCell(p.Words.MilestoneStatus(s.Status), cells.QuietTone)
}

// targetsSection lists the targets and budgets, the furthest from its pace first: the amount
// ordered, the elapsed share of the period, and the forecast.
func (p *page) targetsSection(s *document.Section) {
	heads := p.heads(left(terms.PackWhat), left(terms.TargetsPeriod), right(terms.TargetsTarget), right(terms.TargetsOrdered), right(terms.TargetsShare),
		right(terms.TargetsElapsed), right(terms.TargetsEnd))
	s.Blocks = withWidths(listed(p, heads, p.Insight().Paces(), rowsAtMost, p.sheetOf(s.ID), p.targetRow), 33, 13, 17, 12, 9, 9, 13)
}

// targetRow returns a row with amounts in whole units of the currency: cents are irrelevant for a
// year.
func (p *page) targetRow(a insight.Pace) document.Row {
	what := cells.RowHead(cells.Words(p.productAndUnit(a.Target.Product, a.Target.Unit)))
	if a.Target.Unit == "" {
		what = cells.RowHead(cells.Words(strings.Trim(p.ProductName(a.Target.Product)+" · "+p.Words.Text(terms.HandoffWholeClient), " ·")))
	}
	if chips := p.pace(a); len(chips) > 0 {
		what.Lines = append(what.Lines, chips)
	}
	if a.OnCourse() {
		what.Lines = append(what.Lines, cells.Muted(p.Words.Text(terms.TargetsOnCourse, p.Words.Percent(a.Expected))))
	}
	if a.Unvalued > 0 {
		what.Lines = append(what.Lines, cells.Muted(p.Words.Count(terms.TargetsUnvalued, a.Unvalued)))
	}
	target := cells.NumberCell(p.roundMoney(a.Target.Sales))
	if !a.Target.Budget.IsZero() {
		target.Lines = append(target.Lines, cells.Muted(p.Words.Text(terms.TargetsBudget, p.roundMoney(a.Target.Budget))))
	}
	ordered := "–"
	if a.Begun && (a.Lines > 0 || a.Unvalued == 0) {
		ordered = p.roundMoney(a.Ordered)
	}
	return document.Row{what, cells.Cell(cells.Words(p.periodWords(a.Target.Period))), target, cells.NumberCell(ordered), p.knownShare(a.Share()), p.knownShare(a.Elapsed, a.Begun),
		cells.NumberCell(p.roundMoney(a.End))}
}

// periodWords returns a calendar period as the file has it, and the first and last day of any other
// period.
func (p *page) periodWords(period accountmap.Period) string {
	if first, last, ok := period.Bounds(); ok && strings.Contains(string(period), "/") {
		return p.day(first) + " – " + p.day(last)
	}
	return string(period)
}

func (p *page) knownShare(share float64, known bool) document.Cell {
	if !known {
		return cells.NumberCell("")
	}
	return cells.NumberCell(p.Words.Percent(share))
}

// pace returns the pace of a target as chips.
func (p *page) pace(a insight.Pace) document.Text {
	if !a.Begun {
		return cells.Muted(p.Words.Text(terms.TargetsNotBegun))
	}
	var chips document.Text
	for _, reason := range a.Reasons {
		tone := cells.StanceTone(accountmap.StanceSceptic)
		if reason == accountmap.ReasonTargetReached {
			tone = cells.StanceTone(accountmap.StanceChampion)
		}
		chips = append(chips, cells.Chip(p.Words.Reason(reason), tone))
	}
	return chips
}

// milestoneOwner returns the name of our colleague who reached a milestone, or who is responsible
// on its day.
func (p *page) milestoneOwner(s accountmap.Milestone) string {
	if s.Owner != "" && !s.Status.Closed() {
		s.Owner = p.DueWith(s.Due, "", s.Contact, s.Owner).Member
	}
	return p.MemberName(s.Owner)
}
