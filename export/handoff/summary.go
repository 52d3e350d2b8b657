package handoff

import (
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// summarySection adds the main figures as tiles, the champions and blockers, the orders by year,
// the account's notes and the next renewals.
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
		blocks = append(blocks, &document.Paragraph{Text: cells.Words(notes)})
	}
	s.Blocks = blocks
}

// health returns the health score of the account, its parts, and its change since the earlier
// account. It returns nil for the client and for an unknown score.
func (p *page) health() document.Block {
	h := p.Insight().Health(p.since, insight.HealthOptions{})
	if h.Confidence == 0 {
		return nil
	}
	rows := rowsOf(h.Parts, func(part insight.HealthPart) document.Row {
		score := document.Cell{Number: true}
		if part.Known > 0 {
			score = cells.NumberCell(p.Words.Number(int(math.Round(part.Score))))
			score.Share = part.Score / 100
		}
		return document.Row{cells.RowHead(cells.Words(p.Words.HealthAspect(part.Aspect))), score, cells.NumberCell(p.Words.Number(part.Weight)), cells.NumberCell(p.Words.Percent(part.Known))}
	})
	heads := p.heads(left(terms.JudgedHealthPart), right(terms.JudgedScore), right(terms.JudgedWeight), right(terms.JudgedKnown))
	blocks := []document.Block{&document.Table{Head: heads, Groups: []document.Group{{Rows: rows}}}}
	var notes []string
	if h.ChangeKnown {
		notes = append(notes, p.Words.Text(terms.PackHealthSince, signed(p.Words.Number(h.Change), h.Change), p.since.Profile().AsOf))
	}
	for _, c := range h.Caps {
		notes = append(notes, p.Words.Text(terms.JudgedCap, c.Max, p.Words.Why(p.Map, c.Factor)))
	}
	if len(notes) > 0 {
		blocks = slices.Insert(blocks, 0, document.Block(&document.Paragraph{Text: cells.Muted(strings.Join(notes, " · "))}))
	}
	return cells.Titled("health", p.Words.Text(terms.JudgedHealth, h.Score, p.Words.Percent(h.Confidence)), blocks...)
}

func signed[N int | float64](text string, n N) string {
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
		f.Value = "–" // there is no share of zero cells
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

// ordersFact compares the last twelve months with the twelve months before, in the account's
// currency, or else in the first currency of the orders.
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
	amount, code, _ := strings.Cut(p.roundMoney(figures.Revenue), "\u00a0") // a figure with its unit is too wide for one line
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

// roundMoney returns an amount in whole units of its currency, rounded half away from zero, and ""
// for an unknown amount.
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

// casesFact counts the open cases, and gives the age of the oldest case.
func (p *page) casesFact() document.Fact {
	open := p.Figures().OpenCases
	var oldest accountmap.Date
	for c := range p.Map.Cases() {
		if c.IsOpen() && (oldest.IsZero() || c.Opened.Before(oldest)) {
			oldest = c.Opened
		}
	}
	f := document.Fact{Label: p.Words.Text(terms.PackOpenCases), Value: p.Words.Number(open)}
	if open > 0 {
		f.Note = p.Words.Text(terms.PackOldest, p.day(oldest))
		if !p.Client {
			f.Tone = cells.AlarmTone
		}
	}
	return f
}

// namesThatMatter returns a line for each stance, with the names of the powerful people and their
// power, the highest first. It returns nil for the client.
func (p *page) namesThatMatter() []document.Text {
	if p.Client {
		return nil
	}
	contacts := slices.DeleteFunc(slices.Collect(p.Map.Contacts()), func(c accountmap.Contact) bool { return !c.Here(p.AsOf) || c.Power < heavy })
	slices.SortStableFunc(contacts, func(a, b accountmap.Contact) int { return b.Power - a.Power })
	var lines []document.Text
	for _, stance := range []accountmap.Stance{accountmap.StanceChampion, accountmap.StanceSupporter, accountmap.StanceBlocker,
		accountmap.StanceSceptic, accountmap.StanceNeutral, accountmap.StanceUnknown} {
		var names []string
		for _, c := range contacts {
			if c.Stance == stance {
				names = append(names, p.Words.Text(terms.PackWithPower, p.PersonName(c), c.Power))
			}
		}
		if len(names) > 0 {
			lines = append(lines, document.Text{p.stanceChip(stance), document.Plain(" " + p.Few(names, namedAtMost))})
		}
	}
	return lines
}

const yearsAtMost = 4

// yearsTable compares the orders of the last years. Each year ends with the day of the page, as in
// the tile of orders, so that the two can be compared. It returns nil without a day or without
// orders.
func (p *page) yearsTable() document.Block {
	since := p.Map.OrdersSince()
	if p.AsOf.IsZero() || since.IsZero() {
		return nil
	}
	table := &document.Table{Caption: p.Words.Text(terms.PackByYear), Head: p.heads(left(terms.PackYear), right(terms.ColumnOrders), right(terms.ColumnAmount),
		right(terms.PackTrend))}
	var group document.Group
	for ago := yearsAtMost - 1; ago >= 0; ago-- {
		if end := p.AsOf.YearsAgo(ago); end.Year > 0 && !end.Before(since) {
			group.Rows = append(group.Rows, p.yearRow(end))
		}
	}
	if len(group.Rows) == 0 {
		return nil
	}
	table.Groups = []document.Group{group}
	return table
}

// yearRow compares the orders of the year that ends on a day with the orders of the year before.
func (p *page) yearRow(end accountmap.Date) document.Row {
	total, before := p.Map.OrdersByYear(end)
	trend := document.Cell{Number: true}
	if growth, known := total.Growth(before, total.Leading(p.Map.Profile().Currency)); known {
		trend = cells.NumberCell(p.Words.Change(growth))
	}
	name := p.period(end.YearsAgo(1).AddDays(1), end)
	return document.Row{cells.RowHead(cells.Words(name)), p.countCell(total.Lines), p.amountCell(total.Amounts), trend}
}

func (p *page) lateFact() document.Fact {
	f := document.Fact{Label: p.Words.Text(terms.PackOverdue), Value: p.Words.Number(p.Figures().Overdue)}
	counts := map[accountmap.OverdueKind]int{}
	for _, o := range p.Map.Overdue(p.AsOf, accountmap.Deadlines{}) {
		counts[o.Kind]++
	}
	var notes []string
	for _, kind := range accountmap.OverdueKinds() {
		if counts[kind] > 0 {
			notes = append(notes, p.Words.OverdueKind(kind)+"\u00a0"+p.Words.Number(counts[kind]))
		}
	}
	if f.Note = strings.Join(notes, " · "); len(notes) > 0 && !p.Client {
		f.Tone = cells.AlarmTone
	}
	return f
}

// asksFact counts the open requests for referrals and testimonials.
func (p *page) asksFact() document.Fact {
	open := 0
	var notes []string
	for _, kind := range accountmap.EndorsementKinds() {
		n := p.Map.Given(kind, p.AsOf)
		open += n.Open
		notes = append(notes, p.Words.Text(accountview.EndorsementHead(kind))+": "+p.Words.Number(n.Open))
	}
	return document.Fact{Label: p.Words.Text(terms.HandoffOpenAsks), Value: p.Words.Number(open), Note: strings.Join(notes, " · ")}
}

// quotesFact counts the testimonials that may be quoted on the day of the page.
func (p *page) quotesFact() document.Fact {
	given, quotable, expired := 0, 0, 0
	for e := range p.Map.Endorsements() {
		c, _ := p.Map.Contact(e.Contact)
		if e.Kind != accountmap.EndorsementTestimonial || e.Given.IsZero() || !c.Here(p.AsOf) {
			continue
		}
		given++
		quotable += cells.Rank(p.Map.Quotable(e, p.AsOf))
		expired += cells.Rank(e.Expired(p.AsOf))
	}
	notes := []string{p.Words.Count(terms.HandoffOfGiven, given)}
	if expired > 0 {
		notes = append(notes, p.Words.Count(terms.HandoffExpired, expired))
	}
	return document.Fact{Label: p.Words.Text(terms.HandoffQuotable), Value: p.Words.Number(quotable), Note: strings.Join(notes, " · ")}
}
