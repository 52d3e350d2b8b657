package handoff

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// casesFact counts the open cases, and gives the age of the oldest.
func (p *page) casesFact() document.Fact {
	open := p.Figures().OpenCases
	var oldest accountmap.Date
	for c := range p.Map.Cases() {
		if c.IsOpen() {
			if oldest.IsZero() || c.Opened.Before(oldest) {
				oldest = c.Opened
			}
		}
	}
	f := document.Fact{Label: p.Words.Text(terms.PackOpenCases), Value: p.Words.Number(open)}
	if open > 0 {
		f.Note = p.Words.Text(terms.PackOldest, p.day(oldest))
		if !p.Client {
			f.Tone = alarmTone
		}
	}
	return f
}

// namesThatMatter has a line for each stance of people with power, with whom it is kept or won:
// the most powerful first, each with the power. It is empty for the client.
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
		if len(names) > namedAtMost {
			names = append(names[:namedAtMost:namedAtMost], p.Words.Count(terms.MapMore, len(names)-namedAtMost))
		}
		if len(names) > 0 {
			lines = append(lines, document.Text{p.stanceChip(stance), document.Plain(" " + strings.Join(names, ", "))})
		}
	}
	return lines
}

// yearsAtMost is how many years of orders the summary shows.
const yearsAtMost = 4

// yearsTable compares the orders of the last years, and is nil without a day or without orders. A
// year ends with the day of the page, as the tile of orders does: like is compared with like.
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

// yearRow is what was ordered in the year that ends with a day, compared with the year before it.
func (p *page) yearRow(end accountmap.Date) document.Row {
	total, before := p.Map.OrdersByYear(end)
	trend := document.Cell{Number: true}
	if growth, known := total.Growth(before, total.Leading(p.Map.Profile().Currency)); known {
		trend = numberCell(p.Words.Change(growth))
	}
	name := p.period(end.YearsAgo(1).AddDays(1), end)
	return document.Row{rowHead(words(name)), p.countCell(total.Lines), p.amountCell(total.Amounts), trend}
}

// renewalsAtMost is how many renewals are named, and renewalDays how far ahead they are looked for.
const (
	renewalsAtMost = 10
	renewalDays    = 731
)

// renewalsAhead lists the next renewals with the people on both sides, and is nil without one.
func (p *page) renewalsAhead() document.Block {
	if p.AsOf.IsZero() {
		return nil
	}
	renewals := insight.Agenda(p.Map, p.AsOf, p.AsOf.AddDays(renewalDays), insight.AgendaRenewal)
	if len(renewals) == 0 {
		return nil
	}
	table := &document.Table{Head: p.heads(left(terms.ColumnRenewal), left(terms.PackWhat), left(terms.ColumnUnit), right(terms.PackValue),
		left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople))}
	x := p.Map.Matrix()
	var group document.Group
	for _, a := range renewals[:min(len(renewals), renewalsAtMost)] {
		what, value := p.ProductName(a.Product), x.At(a.Unit, a.Product).Value
		if id := accountview.ContractID(a); id != "" {
			c, _ := p.Map.Contract(accountmap.ContractID(id))
			what, value = p.Words.Field("terms", "contract")+" "+id, c.Value
		}
		group.Rows = append(group.Rows, document.Row{
			p.dayCell(a.Date), rowHead(words(what)), textCell(p.UnitName(a.Unit)), p.moneyCell(value), p.people(a.Contacts), p.members(a.Members)})
	}
	if more := len(renewals) - renewalsAtMost; more > 0 {
		table.Foot = []document.Row{p.restRow(more, 6, "")}
	}
	table.Groups = []document.Group{group}
	return table
}

// lateFact counts what is late, by kind.
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
		f.Tone = alarmTone
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
		quotable += rank(p.Map.Quotable(e, p.AsOf))
		expired += rank(e.Expired(p.AsOf))
	}
	notes := []string{p.Words.Count(terms.HandoffOfGiven, given)}
	if expired > 0 {
		notes = append(notes, p.Words.Count(terms.HandoffExpired, expired))
	}
	return document.Fact{Label: p.Words.Text(terms.HandoffQuotable), Value: p.Words.Number(quotable), Note: strings.Join(notes, " · ")}
}
