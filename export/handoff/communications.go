package handoff

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// communicationsSection lists what has passed between the two sides and among our own, the latest
// first.
func (p *page) communicationsSection(s *document.Section) {
	table := &document.Table{Head: p.heads(left(terms.ColumnDate), left(terms.ColumnChannel), left(terms.ColumnTheirPeople),
		left(terms.ColumnOurPeople), left(terms.ColumnSubject), left(terms.ColumnFollowUp))}
	var group document.Group
	for c, followUp := range p.Map.FollowUps(p.AsOf) {
		group.Rows = append(group.Rows, p.communicationRow(c, followUp))
	}
	if len(group.Rows) > 0 {
		table.Groups = []document.Group{group}
		s.Blocks = []document.Block{table}
	}
}

func (p *page) communicationRow(c accountmap.Communication, followUp accountmap.FollowUp) document.Row {
	channel := cell(words(accountview.OrBlank(p.Words.Channel, c.Channel)), muted(accountview.OrBlank(p.Words.Direction, c.Direction)))
	subject := document.Text{}
	if s := accountview.OneLine(c.Subject); s != "" {
		subject = append(subject, document.Strong(s))
	}
	if c.Internal {
		subject = append(subject, document.Chip{Text: p.Words.Text(terms.HandoffInternal), Tone: stanceTone(accountmap.StanceSceptic)})
	}
	return document.Row{
		p.dayCell(c.Date), channel, p.people(c.Contacts), p.members(c.Members), cell(subject, words(c.Summary)), p.followUpCell(c.FollowUp, followUp),
	}
}

// followUpCell is the day of a follow-up. It is marked when the follow-up is overdue or done.
func (p *page) followUpCell(day accountmap.Date, state accountmap.FollowUp) document.Cell {
	c := p.dayCell(day)
	switch state {
	case accountmap.FollowUpOverdue:
		c.Lines = append(c.Lines, document.Text{document.Chip{Text: p.Words.Text(terms.HandoffOverdue), Tone: alarmTone}})
	case accountmap.FollowUpDone:
		c.Lines = append(c.Lines, muted(p.Words.Text(terms.HandoffDone)))
	}
	return c
}

// exposuresSection lists who was shown what and how they took it, the latest first.
func (p *page) exposuresSection(s *document.Section) {
	all := slices.Collect(p.Map.Exposures())
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b accountmap.Exposure) int { return b.Date.Compare(a.Date) })
	heads := []headKey{left(terms.ColumnDate), left(terms.ColumnContact), left(terms.ColumnUnit), left(terms.ColumnProduct), left(terms.ColumnKind),
		left(terms.ColumnOurPeople)}
	if !p.Client {
		heads = append(heads, left(terms.ColumnReaction))
	}
	table := &document.Table{Head: p.heads(heads...)}
	var group document.Group
	for _, e := range all {
		c, _ := p.Map.Contact(e.Contact)
		row := document.Row{
			p.dayCell(e.Date), rowHead(words(p.ContactName(e.Contact))), textCell(p.UnitName(c.Unit)), textCell(p.ProductName(e.Product)),
			textCell(accountview.OrBlank(p.Words.ExposureKind, e.Kind)), textCell(p.MemberName(e.By)),
		}
		if !p.Client {
			row = append(row, p.reactionCell(e.Reaction))
		}
		group.Rows = append(group.Rows, row)
	}
	table.Groups = []document.Group{group}
	s.Blocks = []document.Block{table}
}

func (p *page) reactionCell(r accountmap.Reaction) document.Cell {
	tone := accountmap.StanceNeutral
	switch r {
	case "":
		return document.Cell{}
	case accountmap.ReactionInterested:
		tone = accountmap.StanceSupporter
	case accountmap.ReactionNegative:
		tone = accountmap.StanceBlocker
	}
	return cell(document.Text{document.Chip{Text: p.Words.Reaction(r), Tone: stanceTone(tone)}})
}

// endorsementsSection lists the referrals and testimonials, each kind under a head that counts
// them, the latest first.
func (p *page) endorsementsSection(s *document.Section) {
	all := slices.Collect(p.Map.Endorsements())
	if p.Client {
		s.Title = p.Words.Text(terms.ColumnTestimonials)
	}
	if ways := p.waysIn(); ways != nil && len(all) == 0 {
		s.Blocks = []document.Block{ways}
	}
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b accountmap.Endorsement) int { return latest(b).Compare(latest(a)) })
	table := &document.Table{Head: p.heads(left(terms.ColumnContact), left(terms.ColumnState), left(terms.ColumnAsked), left(terms.ColumnLeadsTo),
		left(terms.ColumnQuote), left(terms.ColumnMayQuote), left(terms.ColumnExpires))}
	for _, kind := range accountmap.EndorsementKinds() {
		group := document.Group{Title: words(p.conversionTitle(kind, p.Map.Given(kind, p.AsOf)))}
		for _, e := range all {
			if e.Kind == kind {
				group.Rows = append(group.Rows, p.endorsementRow(e))
			}
		}
		if len(group.Rows) > 0 {
			table.Groups = append(table.Groups, group)
		}
	}
	s.Blocks = []document.Block{table}
	if ways := p.waysIn(); ways != nil {
		s.Blocks = append(s.Blocks, ways)
	}
}

// conversionTitle is a kind of endorsement with how many came of asking, and how many without.
func (p *page) conversionTitle(kind accountmap.EndorsementKind, n accountmap.Conversion) string {
	if p.Client {
		return p.Words.Text(accountview.EndorsementHead(kind))
	}
	title := p.Words.Text(accountview.EndorsementHead(kind)) + ": " + p.Words.Text(terms.ColumnGiven) + " " + p.Words.Number(n.Given) + " / " + p.Words.Number(n.Asked)
	if n.Unasked > 0 {
		title += " · " + p.Words.Text(terms.ColumnUnasked) + " " + p.Words.Number(n.Unasked)
	}
	if n.Gone > 0 {
		title += " · " + p.Words.Count(terms.HandoffOfPeopleGone, n.Gone)
	}
	return title
}

// latest is the last day on which something happened to an endorsement.
func latest(e accountmap.Endorsement) accountmap.Date {
	return slices.MaxFunc([]accountmap.Date{e.Asked, e.Given, e.Declined}, accountmap.Date.Compare)
}

func (p *page) endorsementRow(e accountmap.Endorsement) document.Row {
	c, _ := p.Map.Contact(e.Contact)
	text := words(strings.TrimSpace(e.Text))
	if e.Expired(p.AsOf) {
		text = muted(strings.TrimSpace(e.Text))
	}
	return document.Row{
		rowHead(words(p.ContactName(e.Contact)), muted(p.UnitName(c.Unit))), p.askState(e), p.dayCell(e.Asked), p.leadsTo(e),
		cell(text), p.quotableCell(e), p.dayCell(e.Expires),
	}
}

// quotableCell is whether an endorsement may be quoted on the day of the page. It is blank without
// consent.
func (p *page) quotableCell(e accountmap.Endorsement) document.Cell {
	switch {
	case e.Expired(p.AsOf):
		c := textCell(p.Words.Text(terms.HandoffNotQuotable, p.day(e.Expires)))
		c.Tone = quietTone
		return c
	case p.Map.Quotable(e, p.AsOf):
		return textCell(p.Words.Text(terms.WorkbookYes))
	}
	return document.Cell{}
}

// askState is the result of asking, and its day.
func (p *page) askState(e accountmap.Endorsement) document.Cell {
	state := func(key terms.Key, tone accountmap.Stance, day accountmap.Date) document.Cell {
		return cell(document.Text{document.Chip{Text: p.Words.Text(key), Tone: stanceTone(tone)}}, muted(p.day(day)))
	}
	switch {
	case !e.Given.IsZero() && e.Asked.IsZero():
		return state(terms.ColumnUnasked, accountmap.StanceChampion, e.Given)
	case !e.Given.IsZero():
		return state(terms.ColumnGiven, accountmap.StanceChampion, e.Given)
	case !e.Declined.IsZero():
		return state(terms.ColumnDeclined, accountmap.StanceBlocker, e.Declined)
	}
	return state(terms.ColumnOpen, accountmap.StanceSceptic, accountmap.Date{})
}

// leadsTo is whom or what an endorsement is about: the person or unit that it opens, the product
// that it praises.
func (p *page) leadsTo(e accountmap.Endorsement) document.Cell {
	return cell(words(p.ContactName(e.ToContact)), words(p.UnitName(e.ToUnit)), words(p.ProductName(e.Product)))
}
