package handoff

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// competitorsSection lists who else sells to the client, what is known of them and where we meet them.
func (p *page) competitorsSection() *document.Section {
	competitors := slices.Collect(p.Competitors())
	if len(competitors) == 0 {
		return p.section(SectionCompetitors, terms.HandoffSectionCompetitors, terms.PackNoCompetitors)
	}
	met := p.whereMet()
	table := &document.Table{Head: p.heads(left(terms.ColumnCompetitor), left(terms.HandoffStrengths), left(terms.HandoffWeaknesses),
		left(terms.HandoffOpportunities), left(terms.HandoffThreats), left(terms.HandoffWhereMet))}
	var group document.Group
	for _, c := range competitors {
		group.Rows = append(group.Rows, document.Row{
			rowHead(words(accountview.OneLine(c.Name))), listCell(c.Strengths), listCell(c.Weaknesses), listCell(c.Opportunities), listCell(c.Threats),
			cell(met[c.ID]...),
		})
	}
	table.Groups = []document.Group{group}
	return p.section(SectionCompetitors, terms.HandoffSectionCompetitors, "", table)
}

func listCell(texts []string) document.Cell {
	var lines []document.Text
	for _, t := range texts {
		lines = append(lines, words(t))
	}
	return cell(lines...)
}

// whereMet has a line for each cell of the matrix that names a competitor.
func (p *page) whereMet() map[accountmap.CompetitorID][]document.Text {
	met := map[accountmap.CompetitorID][]document.Text{}
	cells := p.Matrix()
	for _, u := range p.matrix.Units {
		for product := range cells.Products() {
			if c := cells.At(u.ID, product.ID); c.Competitor != "" {
				line := document.Text{document.Plain(p.ProductName(c.Product)), document.Plain(", "), document.Plain(p.UnitName(c.Unit))}
				met[c.Competitor] = append(met[c.Competitor], line)
			}
		}
	}
	return met
}
