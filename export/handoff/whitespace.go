package handoff

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// whitespaceTable lists what the units could buy and do not, or do not any more, the largest potential first and then in the order of the
// matrix, and is nil without any. Cells that nobody has assessed are counted at the foot: they are blank in the matrix too.
func (p *page) whitespaceTable() document.Block {
	var cells []accountmap.Cell
	blank := 0
	x := p.Matrix()
	for _, l := range p.matrix.Lines {
		for _, r := range l.Rows {
			for _, u := range p.matrix.Units {
				switch c := x.At(u.ID, r.Product.ID); {
				case c.Status == accountmap.StatusUnassessed:
					blank++
				case c.Status.Sellable() && c.Status != accountmap.StatusSold:
					cells = append(cells, c)
				}
			}
		}
	}
	if len(cells) == 0 {
		return nil
	}
	slices.SortStableFunc(cells, func(a, b accountmap.Cell) int { return cmp.Compare(p.ownMinor(b.Potential), p.ownMinor(a.Potential)) })
	table := &document.Table{Head: p.heads(left(terms.ColumnProduct), left(terms.ColumnUnit), left(terms.ColumnStatus), right(terms.ColumnPotential),
		left(terms.ColumnCompetitor), left(terms.ColumnReason))}
	var group document.Group
	for _, c := range cells {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(p.ProductName(c.Product))), textCell(p.UnitName(c.Unit)), p.statusCell(c.Status), p.moneyCell(c.Potential),
			textCell(p.competitorName(c.Competitor)), textCell(c.Reason),
		})
	}
	table.Groups = []document.Group{group}
	if blank > 0 {
		table.Caption = p.Words.Count(terms.PackUnassessed, blank)
	}
	return table
}

// ownMinor is an amount in the account's currency, and 0 for another: amounts of two currencies are not larger or smaller than one another.
func (p *page) ownMinor(m accountmap.Money) int64 {
	if m.Currency != p.Profile().Currency {
		return 0
	}
	return m.Minor
}

func (p *page) competitorName(id accountmap.CompetitorID) string {
	for c := range p.Competitors() {
		if c.ID == id {
			return accountview.OneLine(cmp.Or(c.Name, string(id)))
		}
	}
	return ""
}
