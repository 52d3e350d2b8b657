package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// promisesSection lists our promises to the client: open promises first, the earliest due first.
// For our own people, verbal promises are marked.
func (p *page) promisesSection(s *document.Section) {
	list := slices.SortedStableFunc(p.Map.Commitments(), func(a, b accountmap.Commitment) int {
		return cmp.Or(cells.Rank(!a.IsOpen())-cells.Rank(!b.IsOpen()), cells.CompareDue(a.Due, b.Due))
	})
	heads := p.heads(left(terms.PackPromise), left(terms.PackPromisedTo), left(terms.PackPromisedBy), left(terms.ColumnDue), left(terms.ColumnStatus))
	s.Blocks = listed(p, heads, list, rowsAtMost, p.sheetOf(s.ID), func(c accountmap.Commitment) document.Row {
		text := cells.Words(c.Text)
		if c.Verbal {
			text = append(text, cells.Chip(p.Words.Text(terms.PackVerbal), cells.StanceTone(accountmap.StanceSceptic)))
		}
		by, to := p.Sides(c)
		return document.Row{cells.RowHead(text), cells.TextCell(to), cells.TextCell(by), p.dayCell(c.Due), p.promiseState(c)}
	})
}

func (p *page) promiseState(c accountmap.Commitment) document.Cell {
	switch {
	case c.IsOpen() && p.past(c.Due):
		return p.chipCell(p.Words.Text(terms.ViewsIsLate), cells.AlarmTone)
	case c.Status == accountmap.CommitmentKept:
		return p.chipCell(p.Words.CommitmentStatus(c.Status), cells.StanceTone(accountmap.StanceChampion))
	case c.Status == accountmap.CommitmentBroken:
		return p.chipCell(p.Words.CommitmentStatus(c.Status), cells.AlarmTone)
	case c.Status == accountmap.CommitmentReleased:
		return p.chipCell(p.Words.CommitmentStatus(c.Status), cells.QuietTone)
	}
	return p.chipCell(p.Words.CommitmentStatus(accountmap.CommitmentOpen), cells.StanceTone(accountmap.StanceNeutral))
}

func (p *page) past(d accountmap.Date) bool {
	return !d.IsZero() && !p.AsOf.IsZero() && d.Before(p.AsOf)
}

func (p *page) chipCell(word, tone string) document.Cell {
	return cells.Cell(document.Text{cells.Chip(word, tone)})
}

// objectionsSection lists the client's objections with our answers, unanswered ones first.
func (p *page) objectionsSection(s *document.Section) {
	last := []accountmap.ObjectionStatus{accountmap.ObjectionUpheld, accountmap.ObjectionAnswered, accountmap.ObjectionWithdrawn} // after the open ones
	list := slices.SortedStableFunc(p.Map.Objections(), func(a, b accountmap.Objection) int {
		return slices.Index(last, a.Status) - slices.Index(last, b.Status)
	})
	heads := p.heads(left(terms.PackObjection), left(terms.PackRaisedBy), left(terms.PackAnswer), left(terms.ColumnStatus))
	s.Blocks = listed(p, heads, list, rowsAtMost, p.sheetOf(s.ID), func(o accountmap.Objection) document.Row {
		answer := cells.Words(o.Answer)
		if answer == nil {
			answer = cells.Muted(p.Words.Text(terms.PackNoAnswer))
		}
		return document.Row{
			cells.RowHead(cells.Words(o.Text)), cells.TextCell(p.ContactName(o.RaisedBy)), cells.Cell(answer), p.chipCell(p.Words.ObjectionStatus(o.Status), objectionTone(o.Status))}
	})
}

func objectionTone(s accountmap.ObjectionStatus) string {
	switch s {
	case accountmap.ObjectionUpheld:
		return cells.AlarmTone
	case accountmap.ObjectionAnswered:
		return cells.StanceTone(accountmap.StanceSupporter)
	case accountmap.ObjectionWithdrawn:
		return cells.QuietTone
	}
	return cells.StanceTone(accountmap.StanceSceptic)
}

// risksSection lists the risks: open ones first, the most severe first.
func (p *page) risksSection(s *document.Section) {
	closed := func(r accountmap.Risk) int { return cells.Rank(r.State == accountmap.RiskClosed) }
	list := slices.SortedStableFunc(p.Map.Risks(), func(a, b accountmap.Risk) int {
		return cmp.Or(closed(a)-closed(b), cmp.Compare(b.Severity.Rank(), a.Severity.Rank()))
	})
	heads := p.heads(left(terms.PackRisk), left(terms.PackSeverity), left(terms.PackMitigation), left(terms.ColumnOwner), left(terms.ColumnState))
	s.Blocks = listed(p, heads, list, rowsAtMost, p.sheetOf(s.ID), func(r accountmap.Risk) document.Row {
		return document.Row{
			cells.RowHead(cells.Words(r.Text)), p.severityCell(r.Severity), cells.TextCell(r.Mitigation), cells.TextCell(p.MemberName(r.Owner)),
			cells.TextCell(accountview.OrBlank(p.Words.RiskState, r.State)),
		}
	})
}

func (p *page) severityCell(g accountmap.Severity) document.Cell {
	tone := cells.StanceTone(accountmap.StanceNeutral)
	switch g {
	case "":
		return document.Cell{}
	case accountmap.SeverityCritical, accountmap.SeverityHigh:
		tone = cells.AlarmTone
	case accountmap.SeverityMedium:
		tone = cells.StanceTone(accountmap.StanceSceptic)
	}
	return p.chipCell(p.Words.Severity(g), tone)
}

// casesSection lists the open complaints and disputes by severity and age.
func (p *page) casesSection(s *document.Section) {
	open := slices.DeleteFunc(slices.Collect(p.Map.Cases()), func(c accountmap.Case) bool { return !c.IsOpen() })
	slices.SortStableFunc(open, func(a, b accountmap.Case) int {
		return cmp.Or(cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), a.Opened.Compare(b.Opened))
	})
	p.listCases(s, open)
}

// settledSection lists the closed complaints and disputes, the latest first.
func (p *page) settledSection(s *document.Section) {
	closed := slices.DeleteFunc(slices.Collect(p.Map.Cases()), accountmap.Case.IsOpen)
	slices.SortStableFunc(closed, func(a, b accountmap.Case) int { return b.Closed.Compare(a.Closed) })
	p.listCases(s, closed)
}

func (p *page) listCases(s *document.Section, list []accountmap.Case) {
	heads := []headKey{left(terms.PackCase), left(terms.ColumnContact), left(terms.PackOpened), left(terms.PackClosed), left(terms.ColumnOwner),
		left(terms.ColumnStatus)}
	if !p.Client {
		heads = slices.Insert(heads, 4, left(terms.PackSeverity))
	}
	s.Blocks = listed(p, p.heads(heads...), list, rowsAtMost, p.sheetOf(s.ID), p.caseRow)
}

func (p *page) caseRow(c accountmap.Case) document.Row {
	if c.Owner != "" && c.IsOpen() {
		c.Owner = p.DueWith(accountmap.Date{}, c.Unit, c.Contact, c.Owner).Member
	}
	row := document.Row{
		cells.RowHead(cells.Words(c.Summary), cells.Muted(p.Words.CaseKind(c.Kind)), cells.Muted(p.productAndUnit(c.Product, c.Unit))), cells.TextCell(p.ContactName(c.Contact)),
		p.dayCell(c.Opened), p.dayCell(c.Closed), cells.TextCell(p.MemberName(c.Owner)), cells.TextCell(accountview.OrBlank(p.Words.CaseStatus, c.Status)),
	}
	if !p.Client {
		row = slices.Insert(row, 4, p.severityCell(c.Severity))
	}
	return row
}

// satisfactionSection adds the figures of the last year and every answer, the latest first.
func (p *page) satisfactionSection(s *document.Section) {
	list := slices.SortedStableFunc(p.Map.Surveys(), func(a, b accountmap.Survey) int { return b.Date.Compare(a.Date) })
	if len(list) == 0 {
		return
	}
	if facts := p.satisfactionFacts(); len(facts) > 0 {
		s.Blocks = []document.Block{&document.Facts{Items: facts}}
	}
	heads := p.heads(left(terms.ColumnDate), left(terms.ColumnContact), left(terms.ColumnProduct), left(terms.PackScore), left(terms.PackComment), left(terms.PackWouldImprove))
	s.Blocks = append(s.Blocks, listed(p, heads, list, rowsAtMost, p.sheetOf(s.ID), func(s accountmap.Survey) document.Row {
		c, _ := p.Map.Contact(s.Contact)
		who := cells.RowHead(cells.Words(p.ContactName(s.Contact)), cells.Muted(p.UnitName(c.Unit)))
		if s.Contact == "" {
			who = cells.Cell(cells.Muted(p.Words.Text(terms.PackNameless)))
		}
		_, best := s.Kind.Scale()
		score := cells.Cell(cells.Words(p.Words.Number(s.Score)+" / "+p.Words.Number(best)), cells.Muted(p.Words.SurveyKind(s.Kind)))
		return document.Row{p.dayCell(s.Date), who, cells.TextCell(p.ProductName(s.Product)), score, cells.TextCell(s.Comment), cells.TextCell(s.WouldImprove)}
	})...)
}

func (p *page) satisfactionFacts() []document.Fact {
	s := p.Map.Satisfaction(p.AsOf)
	var facts []document.Fact
	if score, known := s.NPS(); known {
		facts = append(facts, document.Fact{
			Label: p.Words.SurveyKind(accountmap.SurveyNPS), Value: signed(p.Words.Decimal(score, 0), score),
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

// competitorsSection lists the competitors, what we know about them, and the cells of the matrix
// that name them.
func (p *page) competitorsSection(s *document.Section) {
	met := p.whereMet()
	lines := func(texts []string) document.Cell { return cells.NameLines(texts, strings.TrimSpace) }
	heads := p.heads(left(terms.ColumnCompetitor), left(terms.HandoffStrengths), left(terms.HandoffWeaknesses), left(terms.HandoffOpportunities), left(terms.HandoffThreats),
		left(terms.HandoffWhereMet))
	s.Blocks = listed(p, heads, slices.Collect(p.Map.Competitors()), rowsAtMost, p.sheetOf(s.ID), func(c accountmap.Competitor) document.Row {
		return document.Row{
			cells.RowHead(cells.Words(accountview.OneLine(c.Name))), lines(c.Strengths), lines(c.Weaknesses), lines(c.Opportunities), lines(c.Threats), cells.Cell(met[c.ID]...),
		}
	})
}

// whereMet returns, for each competitor, a line for each cell of the matrix that names it.
func (p *page) whereMet() map[accountmap.CompetitorID][]document.Text {
	met := map[accountmap.CompetitorID][]document.Text{}
	x := p.Map.Matrix()
	for _, u := range p.matrix.Units {
		for product := range x.Products() {
			if c := x.At(u.ID, product.ID); c.Competitor != "" {
				line := document.Text{document.Plain(p.ProductName(c.Product)), document.Plain(", "), document.Plain(p.UnitName(c.Unit))}
				met[c.Competitor] = append(met[c.Competitor], line)
			}
		}
	}
	return met
}
