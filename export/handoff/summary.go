package handoff

import (
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// summarySection has the main figures as tiles, the champions and blockers, the orders by year, the
// account's notes and the next renewals.
func (p *page) summarySection(s *document.Section) {
	facts := []document.Fact{p.unitsFact(), p.ordersFact(), p.renewalFact(), p.casesFact(), p.lateFact()}
	if !p.Client {
		facts = []document.Fact{p.penetrationFact(), p.unitsFact(), p.peopleFact(), p.ordersFact(), p.renewalFact(), p.casesFact(), p.lateFact(),
			p.asksFact(), p.quotesFact()}
	}
	blocks := []document.Block{&document.Facts{Items: facts}}
	if names := p.namesThatMatter(); len(names) > 0 {
		blocks = append(blocks, &document.List{Items: names})
	}
	if years := p.yearsTable(); years != nil {
		blocks = append(blocks, years)
	}
	if health := p.health(); health != nil {
		blocks = append(blocks, health)
	}
	if p.Map.Handoff().IsZero() {
		blocks = append(blocks, p.note(terms.HandoffNoHandoff))
	}
	if notes := strings.TrimSpace(p.Map.Profile().Notes); notes != "" {
		blocks = append(blocks, &document.Paragraph{Text: words(notes)})
	}
	s.Blocks = blocks
}

// health is how healthy the account is, from which parts, and how that has changed since the earlier
// account. It is nil for the client, and where nothing is known.
func (p *page) health() document.Block {
	h := insight.Diagnose(p.Map, p.AsOf, p.since, insight.HealthOptions{})
	if h.Confidence == 0 {
		return nil
	}
	table := &document.Table{Head: p.heads(left(terms.JudgedHealthPart), right(terms.JudgedScore), right(terms.JudgedWeight), right(terms.JudgedKnown))}
	var group document.Group
	for _, part := range h.Parts {
		score := document.Cell{Number: true}
		if part.Known > 0 {
			score = numberCell(p.Words.Number(int(math.Round(part.Score))))
			score.Share = part.Score / 100
		}
		group.Rows = append(group.Rows, document.Row{rowHead(words(p.Words.HealthAspect(part.Aspect))), score, numberCell(p.Words.Number(part.Weight)), numberCell(p.Words.Percent(part.Known))})
	}
	table.Groups = []document.Group{group}
	var notes []string
	if h.ChangeKnown {
		notes = append(notes, p.Words.Text(terms.PackHealthSince, signed(p.Words.Number(h.Change), h.Change), p.since.Profile().AsOf))
	}
	for _, c := range h.Caps {
		notes = append(notes, p.Words.Text(terms.JudgedCap, c.Max, p.Words.Why(p.Map, c.Factor)))
	}
	blocks := []document.Block{table}
	if len(notes) > 0 {
		blocks = []document.Block{&document.Paragraph{Text: muted(strings.Join(notes, " · "))}, table}
	}
	return titled("health", p.Words.Text(terms.JudgedHealth, h.Score, p.Words.Percent(h.Confidence)), blocks...)
}

// signed is a number with its sign.
func signed(text string, n int) string {
	if n > 0 {
		return "+" + text
	}
	return strings.Replace(text, "-", "−", 1)
}

func (p *page) penetrationFact() document.Fact {
	whole := p.Figures().Penetration
	f := document.Fact{
		Label: p.Words.Text(terms.HandoffPenetration),
		Value: p.Words.Percent(whole.Share()),
		Note:  p.Words.Text(terms.HandoffSoldOfSellable, whole.Sold, whole.Sellable),
		Share: whole.Share(),
	}
	if whole.Sellable == 0 {
		f.Value = "–" // no share of nothing
	}
	return f
}

func (p *page) unitsFact() document.Fact {
	active, all := len(p.Map.ActiveUnits()), len(p.matrix.Units)
	return document.Fact{
		Label: p.Words.Text(terms.HandoffBuyingUnits),
		Value: p.Words.Number(active),
		Note:  p.Words.Count(terms.HandoffOfUnits, all),
		Share: share(active, all),
	}
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (p *page) peopleFact() document.Fact {
	s := p.Figures().Standing
	return document.Fact{
		Label: p.Words.Text(terms.HandoffForAgainst),
		Value: p.Words.Number(s.For) + " / " + p.Words.Number(s.Against),
		Note:  p.Words.Text(terms.HandoffNeutralUnknown, s.Neutral, s.Unknown),
	}
}

// ordersFact compares the last twelve months with the twelve before, in the account's currency, or
// in the first currency of the orders.
func (p *page) ordersFact() document.Fact {
	figures := p.Figures()
	last, before := figures.Ordered, figures.OrderedBefore
	f := document.Fact{Label: p.Words.Text(terms.HandoffOrdersLastYear)}
	if p.AsOf.IsZero() {
		f.Value, f.Note = "–", p.Words.Text(terms.HandoffDayUnknown)
		return f
	}
	currency := figures.Revenue.Currency
	lines := p.Words.Count(terms.HandoffOrderLines, last.Lines)
	amount, code, _ := strings.Cut(p.roundMoney(figures.Revenue), "\u00a0") // a figure and its unit are too wide for one line
	var notes []string
	switch {
	case amount == "":
		f.Value = lines
	case code == "":
		f.Value, notes = amount, []string{lines}
	default:
		f.Value, notes = amount, []string{code, lines}
	}
	switch {
	case figures.GrowthKnown:
		notes = append(notes, p.Words.Text(terms.HandoffOnYearBefore, p.Words.Change(figures.Growth)))
	case before.Partial:
		notes = append(notes, p.Words.Text(terms.HandoffOrdersSince, p.day(p.Map.OrdersSince())))
	case before.Lines == 0:
		notes = append(notes, p.Words.Text(terms.HandoffNoneYearBefore))
	}
	for _, other := range last.Amounts {
		if other.Currency != currency {
			notes = append(notes, "+\u00a0"+p.roundMoney(other))
		}
	}
	f.Note = strings.Join(notes, " · ")
	return f
}

// roundMoney is an amount in whole units of its currency, halves away from zero, for a figure to
// be taken in at a glance. An unknown amount is empty.
func (p *page) roundMoney(m accountmap.Money) string {
	if m.IsZero() {
		return ""
	}
	unit := int64(math.Pow10(m.Currency.Digits()))
	whole := m.Minor / unit
	if rest := m.Minor % unit; rest >= unit-rest {
		whole++
	} else if -rest >= unit+rest {
		whole--
	}
	text := p.Words.Number(int(whole))
	if m.Currency != "" {
		text += "\u00a0" + string(m.Currency)
	}
	return text
}

func (p *page) renewalFact() document.Fact {
	f := document.Fact{Label: p.Words.Text(terms.HandoffNextRenewal), Value: "–", Note: p.Words.Text(terms.HandoffNoRenewal)}
	renewals := p.Map.Renewals(p.AsOf)
	if len(renewals) == 0 {
		return f
	}
	next := renewals[0]
	same := slices.IndexFunc(renewals, func(c accountmap.Cell) bool { return c.Renewal != next.Renewal })
	if same < 0 {
		same = len(renewals)
	}
	f.Value, f.Note = p.day(next.Renewal), p.ProductName(next.Product)+" · "+p.UnitName(next.Unit)
	if same > 1 {
		f.Note += " " + p.Words.Count(terms.MapMore, same-1)
	}
	return f
}
