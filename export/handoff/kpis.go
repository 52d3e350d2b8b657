package handoff

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// kpiTable has a row for each figure by which the client sees whether a goal is reached, and is nil without one.
func (p *page) kpiTable() document.Block {
	table := &document.Table{Head: p.heads(left(terms.PackKPI), left(terms.ColumnGoal), right(terms.PackBaseline), right(terms.ColumnTarget),
		left(terms.PackBy), right(terms.PackActual), right(terms.PackProgress), left(terms.PackSource))}
	var group document.Group
	for k := range p.KPIs() {
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
	goal, _ := p.Goal(k.Goal)
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
