package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// risksSection lists what may go wrong: open risks first, the most severe first.
func (p *page) risksSection(s *document.Section) {
	list := slices.Collect(p.Map.Risks())
	if len(list) == 0 {
		return
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
			rowHead(words(r.Text)), p.severityCell(r.Severity), textCell(r.Mitigation), textCell(p.MemberName(r.Owner)),
			textCell(accountview.OrBlank(p.Words.RiskState, r.State)),
		})
	}
	table.Groups = []document.Group{group}
	s.Blocks = []document.Block{table}
}

func (p *page) severityCell(g accountmap.Severity) document.Cell {
	tone := stanceTone(accountmap.StanceNeutral)
	switch g {
	case "":
		return document.Cell{}
	case accountmap.SeverityCritical, accountmap.SeverityHigh:
		tone = alarmTone
	case accountmap.SeverityMedium:
		tone = stanceTone(accountmap.StanceSceptic)
	}
	return p.chipCell(p.Words.Severity(g), tone)
}

// casesSection lists the open complaints and disputes by severity and age.
func (p *page) casesSection(s *document.Section) {
	p.listCases(s, func(c accountmap.Case) bool { return c.IsOpen() })
}

// settledSection lists the closed complaints and disputes, the latest first.
func (p *page) settledSection(s *document.Section) {
	p.listCases(s, func(c accountmap.Case) bool { return !c.IsOpen() })
}

func (p *page) listCases(s *document.Section, wanted func(accountmap.Case) bool) {
	list := slices.DeleteFunc(slices.Collect(p.Map.Cases()), func(c accountmap.Case) bool { return !wanted(c) })
	if len(list) == 0 {
		return
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
	var group document.Group
	for _, c := range list {
		group.Rows = append(group.Rows, p.caseRow(c))
	}
	table.Groups = []document.Group{group}
	s.Blocks = []document.Block{table}
}

func (p *page) caseRow(c accountmap.Case) document.Row {
	row := document.Row{
		rowHead(words(c.Summary), muted(p.Words.CaseKind(c.Kind)), muted(p.productAndUnit(c.Product, c.Unit))), textCell(p.ContactName(c.Contact)),
		p.dayCell(c.Opened), p.dayCell(c.Closed), textCell(p.MemberName(c.Owner)), textCell(accountview.OrBlank(p.Words.CaseStatus, c.Status)),
	}
	if !p.Client {
		row = slices.Insert(row, 4, p.severityCell(c.Severity))
	}
	return row
}

// satisfactionSection has the figures of the last year and every answer, the latest first.
func (p *page) satisfactionSection(s *document.Section) {
	list := slices.Collect(p.Map.Surveys())
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(a, b accountmap.Survey) int { return b.Date.Compare(a.Date) })
	table := &document.Table{Head: p.heads(left(terms.ColumnDate), left(terms.ColumnContact), left(terms.ColumnProduct), left(terms.PackScore),
		left(terms.PackComment), left(terms.PackWouldImprove))}
	var group document.Group
	for _, s := range list {
		c, _ := p.Map.Contact(s.Contact)
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
	s.Blocks = blocks
}

func (p *page) satisfactionFacts() []document.Fact {
	s := p.Map.Satisfaction(p.AsOf)
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

// competitorsSection lists the competitors, what we know of them and where we meet them.
func (p *page) competitorsSection(s *document.Section) {
	competitors := slices.Collect(p.Map.Competitors())
	if len(competitors) == 0 {
		return
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
	s.Blocks = []document.Block{table}
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
	cells := p.Map.Matrix()
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
