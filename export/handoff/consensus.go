package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// dealsAtMost is how many units with open deals are listed.
const dealsAtMost = 10

// consensusSection has a row for each unit with open deals: whose agreement they lack, and who could
// get it. The deals of a unit need the same people.
func (p *page) consensusSection(s *document.Section) {
	type deals struct {
		unit  accountmap.UnitID
		cells []accountmap.Cell
		worth int64
	}
	var units []deals
	x := p.Map.Matrix()
	for _, u := range p.matrix.Units {
		d := deals{unit: u.ID}
		for product := range x.Products() {
			if c := x.At(u.ID, product.ID); c.Status == accountmap.CoverageOpportunity || c.Status == accountmap.CoverageProposed {
				d.cells = append(d.cells, c)
				d.worth += p.ownMinor(c.Potential)
			}
		}
		if len(d.cells) > 0 {
			units = append(units, d)
		}
	}
	if len(units) == 0 {
		return
	}
	slices.SortStableFunc(units, func(a, b deals) int { return cmp.Compare(b.worth, a.worth) })
	table := &document.Table{Head: p.heads(left(terms.BriefDeals), left(terms.BriefYesMissing), left(terms.BriefCanGetIt), left(terms.BriefYesGiven))}
	var group document.Group
	for _, d := range units[:min(len(units), dealsAtMost)] {
		group.Rows = append(group.Rows, p.consensusRow(d.unit, d.cells))
	}
	table.Groups = []document.Group{group}
	if more := len(units) - dealsAtMost; more > 0 {
		table.Foot = []document.Row{p.restRow(more, 4, p.sheetOf("coverage"))}
	}
	s.Blocks = []document.Block{table}
}

// consensusRow is the deals of a unit, who does not agree yet with who could win them over beside
// them, and who agrees.
func (p *page) consensusRow(unit accountmap.UnitID, cells []accountmap.Cell) document.Row {
	slices.SortStableFunc(cells, func(a, b accountmap.Cell) int { return cmp.Compare(p.ownMinor(b.Potential), p.ownMinor(a.Potential)) })
	what := rowHead(words(p.UnitName(unit)))
	for _, c := range cells[:min(len(cells), 4)] {
		line := document.Text{document.Muted(p.ProductName(c.Product))}
		if !c.Potential.IsZero() {
			line = append(line, document.Muted(" "+p.Words.ShortAmount(c.Potential)))
		}
		what.Lines = append(what.Lines, line)
	}
	if more := len(cells) - 4; more > 0 {
		what.Lines = append(what.Lines, muted(p.Words.Count(terms.MapMore, more)))
	}
	committee := p.Map.BuyingCommittee(unit, cells[0].Product, p.AsOf)
	var missing, allies, given []document.Text
	for _, v := range committee.Approvers {
		name := p.ContactName(v.Contact)
		if v.Stance.For() && !v.Placeholder {
			given = append(given, words(name))
			continue
		}
		missing = append(missing, document.Text{document.Toned{Text: p.Words.StanceMark(v.Stance) + "\u00a0", Tone: stanceTone(v.Stance)}, document.Plain(name)})
		if len(v.Allies) > 0 {
			ally := document.Text{document.Plain(p.ContactName(v.Allies[0].Contact)), document.Muted(" → " + name)}
			allies = append(allies, ally)
		}
	}
	for _, role := range committee.Missing {
		missing = append(missing, muted(p.Words.Role(role)+": "+p.Words.Text(terms.MapNotYetKnown)))
	}
	return document.Row{what, cell(p.bounded(missing)...), cell(p.bounded(allies)...), cell(p.bounded(given)...)}
}

// bounded is the first lines of a cell, and the number of the others.
func (p *page) bounded(lines []document.Text) []document.Text {
	const most = 6
	if more := len(lines) - most; more > 0 {
		return append(lines[:most:most], muted(p.Words.Count(terms.MapMore, more)))
	}
	return lines
}
