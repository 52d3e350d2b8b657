package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// risksSection lists what may go wrong: what is not past first, the gravest at the head.
func (p *page) risksSection() *document.Section {
	list := slices.Collect(p.Risks())
	if len(list) == 0 {
		return p.section(SectionRisks, terms.PackSectionRisks, terms.PackNoRisks)
	}
	closed := func(r accountmap.Risk) int { return rank(r.State == accountmap.RiskClosed) }
	slices.SortStableFunc(list, func(a, b accountmap.Risk) int {
		return cmp.Or(closed(a)-closed(b), cmp.Compare(b.Severity.Rank(), a.Severity.Rank()))
	})
	table := &document.Table{Head: p.heads(left(terms.PackRisk), left(terms.PackSeverity), left(terms.PackMitigation), left(terms.ColumnOwner),
		left(terms.ColumnState))}
	var group document.Group
	for _, r := range list {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(r.Text)), p.gravityCell(r.Severity), textCell(r.Mitigation), textCell(p.MemberName(r.Owner)),
			textCell(accountview.OrBlank(p.Words.RiskState, r.State)),
		})
	}
	table.Groups = []document.Group{group}
	return p.section(SectionRisks, terms.PackSectionRisks, "", table)
}

func (p *page) gravityCell(g accountmap.Gravity) document.Cell {
	tone := stanceTone(accountmap.StanceNeutral)
	switch g {
	case "":
		return document.Cell{}
	case accountmap.GravityCritical, accountmap.GravityHigh:
		tone = alarmTone
	case accountmap.GravityMedium:
		tone = stanceTone(accountmap.StanceSceptic)
	}
	return p.chipCell(p.Words.Gravity(g), tone)
}

// casesSection lists what went wrong between us and the client: the open cases first, the gravest and then the oldest at the head, and those
// that are settled below, the latest first.
func (p *page) casesSection() *document.Section {
	list := slices.Collect(p.Cases())
	if len(list) == 0 {
		return p.section(SectionCases, terms.PackSectionCases, terms.PackNoCases)
	}
	slices.SortStableFunc(list, func(a, b accountmap.Case) int {
		if a.IsOpen() && b.IsOpen() {
			return cmp.Or(cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), a.Opened.Compare(b.Opened))
		}
		return cmp.Or(rank(!a.IsOpen())-rank(!b.IsOpen()), b.Closed.Compare(a.Closed))
	})
	heads := []headKey{left(terms.PackCase), left(terms.ColumnContact), left(terms.PackOpened), left(terms.PackClosed), left(terms.ColumnOwner),
		left(terms.ColumnStatus)}
	if !p.Client {
		heads = slices.Insert(heads, 4, left(terms.PackSeverity))
	}
	table := &document.Table{Head: p.heads(heads...)}
	settled := func(c accountmap.Case) bool { return !c.IsOpen() }
	table.Groups = parted(list, settled, p.caseRow, p.Words.Text(terms.PackOpenCases), p.Words.Text(terms.PackSettled))
	return p.section(SectionCases, terms.PackSectionCases, "", table)
}

func (p *page) caseRow(c accountmap.Case) document.Row {
	row := document.Row{
		rowHead(words(c.Summary), muted(p.Words.CaseKind(c.Kind)), muted(p.productAndUnit(c.Product, c.Unit))), textCell(p.ContactName(c.Contact)),
		p.dayCell(c.Opened), p.dayCell(c.Closed), textCell(p.MemberName(c.Owner)), textCell(accountview.OrBlank(p.Words.CaseStatus, c.Status)),
	}
	if !p.Client {
		row = slices.Insert(row, 4, p.gravityCell(c.Severity))
	}
	return row
}
