package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// goalsSlide lists the client's goals by priority, with whose they are and how far.
func (p *page) goalsSlide() *document.Section {
	goals := slices.SortedStableFunc(p.Map.Goals(), func(a, b accountmap.Goal) int {
		return cmp.Or(cmp.Compare(lastIfZero(a.Priority), lastIfZero(b.Priority)), cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)))
	})
	var rows []document.Row
	for _, g := range goals {
		state := document.Cell{}
		if g.State != "" {
			state = p.chipCell(p.Words.GoalState(g.State), goalTone(g.State))
		}
		rows = append(rows, document.Row{rowHead(words(accountview.OneLine(g.Title))), textCell(p.ContactName(g.Owner)), p.dayCell(g.Due), state})
	}
	heads := p.heads(left(terms.ColumnGoal), left(terms.ColumnOwner), left(terms.ColumnDue), left(terms.ColumnState))
	return p.column("wanted", p.Words.Text(terms.HandoffSectionGoals), heads, rows, terms.HandoffNoGoals)
}

// figuresSlide has the figures by which the client sees whether a goal is reached, and for our own
// people the sales targets that have begun.
func (p *page) figuresSlide() *document.Section {
	var rows []document.Row
	for k := range p.Map.KPIs() {
		row := p.kpiRow(k)
		rows = append(rows, document.Row{row[0], row[2], row[3], row[5], row[6]}) // name, baseline, target, actual, progress
	}
	heads := p.heads(left(terms.PackKPI), right(terms.PackBaseline), right(terms.ColumnTarget), right(terms.PackActual), right(terms.PackProgress))
	figures := p.column("figures", p.Words.Field("", "kpis"), heads, rows, terms.PackNoKPIs)
	if targets := p.targetsTable(); targets != nil && !p.Client {
		figures.Blocks = append(figures.Blocks, titled("targets", p.Words.Field("", "targets"), targets))
	}
	return figures
}

// targetsTable has the sales targets that have begun, the least reached first. It is nil without
// one.
func (p *page) targetsTable() document.Block {
	var begun []accountmap.Attainment
	for _, a := range p.Map.Attainments(p.AsOf) {
		if _, known := a.Share(); known && a.Elapsed > 0 {
			begun = append(begun, a)
		}
	}
	if len(begun) == 0 {
		return nil
	}
	slices.SortStableFunc(begun, func(a, b accountmap.Attainment) int {
		x, _ := a.Share()
		y, _ := b.Share()
		return cmp.Compare(x, y)
	})
	table := &document.Table{Head: p.heads(left(terms.ColumnUnit), right(terms.ColumnTarget), right(terms.ColumnAmount), right(terms.PackProgress))}
	var group document.Group
	for _, a := range begun[:min(len(begun), rowsOfSlide/2)] {
		share, _ := a.Share()
		progress := numberCell(p.Words.Percent(share))
		progress.Share = min(share, 1)
		unit := cell(words(p.UnitName(a.Target.Unit)), muted(p.ProductName(a.Target.Product)))
		if a.Target.Unit == "" {
			unit = cell(muted(p.Words.Text(terms.HandoffWholeClient)), muted(p.ProductName(a.Target.Product)))
		}
		group.Rows = append(group.Rows, document.Row{unit, p.moneyCell(a.Target.Sales), p.moneyCell(a.Ordered), progress})
	}
	table.Groups = []document.Group{group}
	return table
}

// promisesSlide lists the open promises, the earliest due first.
func (p *page) promisesSlide() *document.Section {
	open := slices.DeleteFunc(slices.Collect(p.Map.Commitments()), func(c accountmap.Commitment) bool { return !c.IsOpen() })
	byDue(open, func(c accountmap.Commitment) accountmap.Date { return c.Due })
	var rows []document.Row
	for _, c := range open {
		rows = append(rows, document.Row{rowHead(words(accountview.OneLine(c.Text))), textCell(p.MemberName(c.By)), p.dayCell(c.Due), p.promiseState(c)})
	}
	heads := p.heads(left(terms.PackPromise), left(terms.PackPromisedBy), left(terms.ColumnDue), left(terms.ColumnStatus))
	return p.column("open", p.Words.Text(terms.PackSectionPromises), heads, rows, terms.PackNoPromises)
}

// milestonesSlide lists the milestones that are not closed, the earliest due first.
func (p *page) milestonesSlide() *document.Section {
	ahead := slices.DeleteFunc(slices.Collect(p.Map.Milestones()), func(s accountmap.Milestone) bool { return s.Status.Closed() })
	byDue(ahead, func(s accountmap.Milestone) accountmap.Date { return s.Due })
	var rows []document.Row
	for _, s := range ahead {
		rows = append(rows, document.Row{rowHead(words(accountview.OneLine(s.Title))), textCell(p.MemberName(s.Owner)), p.dayCell(s.Due), p.milestoneState(s)})
	}
	heads := p.heads(left(terms.PackMilestone), left(terms.ColumnOurPeople), left(terms.ColumnDue), left(terms.ColumnStatus))
	return p.column("roadmap", p.Words.Text(terms.PackSectionRoadmap), heads, rows, terms.PackNoMilestones)
}
