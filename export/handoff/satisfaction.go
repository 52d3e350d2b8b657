package handoff

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// satisfactionSection has the figures of the last year and every answer, the latest first.
func (p *page) satisfactionSection() *document.Section {
	list := slices.Collect(p.Surveys())
	if len(list) == 0 {
		return p.section(SectionSatisfaction, terms.PackSectionSatisfaction, terms.PackNoSurveys)
	}
	slices.SortStableFunc(list, func(a, b accountmap.Survey) int { return b.Date.Compare(a.Date) })
	table := &document.Table{Head: p.heads(left(terms.ColumnDate), left(terms.ColumnContact), left(terms.ColumnProduct), left(terms.PackScore),
		left(terms.PackComment), left(terms.PackWouldImprove))}
	var group document.Group
	for _, s := range list {
		c, _ := p.Contact(s.Contact)
		who := rowHead(words(p.ContactName(s.Contact)), muted(p.UnitName(c.Unit)))
		if s.Contact == "" {
			who = cell(muted(p.Words.Text(terms.PackNameless)))
		}
		group.Rows = append(group.Rows, document.Row{
			p.dayCell(s.Date), who, textCell(p.ProductName(s.Product)), p.scoreCell(s), textCell(s.Comment), textCell(s.WouldImprove)})
	}
	table.Groups = []document.Group{group}
	blocks := []document.Block{table}
	if facts := p.satisfactionFacts(); len(facts) > 0 {
		blocks = slices.Insert(blocks, 0, document.Block(&document.Facts{Items: facts}))
	}
	return p.section(SectionSatisfaction, terms.PackSectionSatisfaction, "", blocks...)
}

func (p *page) satisfactionFacts() []document.Fact {
	s := p.Satisfaction(p.AsOf)
	var facts []document.Fact
	if score, known := s.NPS(); known {
		sign := ""
		if score > 0 {
			sign = "+"
		}
		facts = append(facts, document.Fact{
			Label: p.Words.SurveyKind(accountmap.SurveyNPS), Value: sign + strings.Replace(p.Words.Decimal(score, 0), "-", "−", 1),
			Note: p.Words.Text(terms.PackPromoters, s.Promoters, s.Passives, s.Detractors),
		})
	}
	if share, known := s.CSAT(); known {
		facts = append(facts, document.Fact{
			Label: p.Words.SurveyKind(accountmap.SurveyCSAT), Value: p.Words.Percent(share), Share: share,
			Note: p.Words.Text(terms.PackSatisfied, s.Satisfied, s.Rated),
		})
	}
	return facts
}

// scoreCell is an answer on its scale: "9 / 10".
func (p *page) scoreCell(s accountmap.Survey) document.Cell {
	_, best := s.Kind.Scale()
	return cell(words(p.Words.Number(s.Score)+" / "+p.Words.Number(best)), muted(p.Words.SurveyKind(s.Kind)))
}
