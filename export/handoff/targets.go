package handoff

import (
	"cmp"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// targetsSection lists the targets and budgets, the one furthest behind first: what is ordered, how
// much of the period is over, and where it will end.
func (p *page) targetsSection(s *document.Section) {
	table := &document.Table{Head: p.heads(left(terms.PackWhat), left(terms.TargetsPeriod), right(terms.TargetsTarget), right(terms.TargetsOrdered),
		right(terms.TargetsShare), right(terms.TargetsElapsed), right(terms.TargetsEnd), left(terms.ColumnState))}
	var group document.Group
	for _, pace := range insight.Paces(p.Map, p.AsOf) {
		group.Rows = append(group.Rows, p.targetRow(pace))
	}
	if len(group.Rows) > 0 {
		table.Groups = []document.Group{group}
		s.Blocks = []document.Block{table}
	}
}

func (p *page) targetRow(a insight.Pace) document.Row {
	what := p.productAndUnit(a.Target.Product, a.Target.Unit)
	if a.Target.Unit == "" {
		what = strings.Trim(p.ProductName(a.Target.Product)+" · "+p.Words.Text(terms.HandoffWholeClient), " ·")
	}
	target := cell(words(p.Words.Money(cmp.Or(a.Target.Sales, a.Target.Budget))))
	if a.Target.Sales.IsZero() {
		target.Lines = []document.Text{muted(p.Words.Text(terms.TargetsBudget, p.Words.Money(a.Target.Budget)))}
	} else if !a.Target.Budget.IsZero() {
		target.Lines = append(target.Lines, muted(p.Words.Text(terms.TargetsBudget, p.Words.Money(a.Target.Budget))))
	}
	target.Number = true
	ordered := cell(words(p.orderedSoFar(a)))
	if a.Unvalued > 0 {
		ordered.Lines = append(ordered.Lines, muted(p.Words.Count(terms.TargetsUnvalued, a.Unvalued)))
	}
	ordered.Number = true
	return document.Row{rowHead(words(what)), cell(words(p.periodWords(a.Target.Period))), target, ordered, p.knownShare(a.Share()), p.knownShare(a.Elapsed, a.Begun),
		p.moneyCell(a.End), p.paceCell(a)}
}

// orderedSoFar is what is ordered, and a dash before the period has begun.
func (p *page) orderedSoFar(a insight.Pace) string {
	if !a.Begun || a.Lines == 0 && a.Unvalued > 0 {
		return "–"
	}
	return p.Words.Money(a.Ordered)
}

// periodWords is a calendar period as it is written, and another with its days.
func (p *page) periodWords(period accountmap.Period) string {
	if first, last, ok := period.Bounds(); ok && strings.Contains(string(period), "/") {
		return p.day(first) + " – " + p.day(last)
	}
	return string(period)
}

func (p *page) knownShare(share float64, known bool) document.Cell {
	if !known {
		return document.Cell{Number: true}
	}
	return numberCell(p.Words.Percent(share))
}

// paceCell says in a chip how a target goes.
func (p *page) paceCell(a insight.Pace) document.Cell {
	chips := document.Text{}
	for _, reason := range a.Reasons {
		tone := stanceTone(accountmap.StanceSceptic)
		if reason == accountmap.ReasonTargetReached {
			tone = stanceTone(accountmap.StanceChampion)
		}
		if a.Begun {
			chips = append(chips, document.Chip{Text: p.Words.Reason(reason), Tone: tone})
		}
	}
	if !a.Begun {
		return cell(muted(p.Words.Text(terms.TargetsNotBegun)))
	}
	return cell(chips)
}
