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

// communicationsSection lists the communications between the two sides and within our team, the
// latest first.
func (p *page) communicationsSection(s *document.Section) {
	type talk struct {
		accountmap.Communication
		state accountmap.FollowUp
	}
	var talks []talk
	for c, state := range p.Map.FollowUps(p.AsOf) {
		talks = append(talks, talk{c, state})
	}
	heads := p.heads(left(terms.ColumnDate), left(terms.ColumnChannel), left(terms.ColumnTheirPeople), left(terms.ColumnOurPeople), left(terms.ColumnSubject), left(terms.ColumnFollowUp))
	s.Blocks = listed(p, heads, talks, rowsAtMost, p.sheetOf(s.ID), func(t talk) document.Row { return p.communicationRow(t.Communication, t.state) })
}

func (p *page) communicationRow(c accountmap.Communication, followUp accountmap.FollowUp) document.Row {
	channel := cells.Cell(cells.Words(accountview.OrBlank(p.Words.Channel, c.Channel)), cells.Muted(accountview.OrBlank(p.Words.Direction, c.Direction)))
	subject := document.Text{}
	if s := accountview.OneLine(c.Subject); s != "" {
		subject = append(subject, document.Strong(s))
	}
	if c.Internal {
		subject = append(subject, cells.Chip(p.Words.Text(terms.HandoffInternal), cells.StanceTone(accountmap.StanceSceptic)))
	}
	return document.Row{
		p.dayCell(c.Date), channel, p.people(c.Contacts), p.members(c.Members), cells.Cell(subject, cells.Words(c.Summary)), p.followUpCell(c.FollowUp, followUp),
	}
}

// followUpCell returns the day of a follow-up, with a mark if the follow-up is overdue or done.
func (p *page) followUpCell(day accountmap.Date, state accountmap.FollowUp) document.Cell {
	c := p.dayCell(day)
	switch state {
	case accountmap.FollowUpOverdue:
		c.Lines = append(c.Lines, document.Text{cells.Chip(p.Words.Text(terms.ViewsIsLate), cells.AlarmTone)})
	case accountmap.FollowUpDone:
		c.Lines = append(c.Lines, cells.Muted(p.Words.Text(terms.HandoffDone)))
	}
	return c
}

// exposuresSection lists the product showings with the contacts and their reactions, the latest
// first.
func (p *page) exposuresSection(s *document.Section) {
	all := slices.SortedStableFunc(p.Map.Exposures(), func(a, b accountmap.Exposure) int { return b.Date.Compare(a.Date) })
	heads := []headKey{left(terms.ColumnDate), left(terms.ColumnContact), left(terms.ColumnUnit), left(terms.ColumnProduct), left(terms.ColumnKind),
		left(terms.ColumnOurPeople)}
	if !p.Client {
		heads = append(heads, left(terms.ColumnReaction))
	}
	s.Blocks = listed(p, p.heads(heads...), all, rowsAtMost, p.sheetOf(s.ID), func(e accountmap.Exposure) document.Row {
		c, _ := p.Map.Contact(e.Contact)
		row := document.Row{
			p.dayCell(e.Date), cells.RowHead(cells.Words(p.ContactName(e.Contact))), cells.TextCell(p.UnitName(c.Unit)), cells.TextCell(p.ProductName(e.Product)),
			cells.TextCell(accountview.OrBlank(p.Words.ExposureKind, e.Kind)), cells.TextCell(p.MemberName(e.By)),
		}
		if !p.Client {
			row = append(row, p.reactionCell(e.Reaction))
		}
		return row
	})
}

func (p *page) reactionCell(r accountmap.Reaction) document.Cell {
	if r == "" {
		return document.Cell{}
	}
	tone := map[accountmap.Reaction]accountmap.Stance{accountmap.ReactionInterested: accountmap.StanceSupporter, accountmap.ReactionNegative: accountmap.StanceBlocker}[r]
	return p.chipCell(p.Words.Reaction(r), cells.StanceTone(cmp.Or(tone, accountmap.StanceNeutral)))
}

// endorsementsSection lists the referrals and testimonials by kind, the latest first. The head of
// each kind has its count.
func (p *page) endorsementsSection(s *document.Section) {
	if p.Client {
		s.Title = p.Words.Text(terms.ColumnTestimonials)
	}
	all := slices.SortedStableFunc(p.Map.Endorsements(), func(a, b accountmap.Endorsement) int { return latest(b).Compare(latest(a)) })
	table := &document.Table{Head: p.heads(left(terms.ColumnContact), left(terms.ColumnState), left(terms.ColumnAsked), left(terms.ColumnLeadsTo),
		left(terms.ColumnQuote), left(terms.ColumnMayQuote), left(terms.ColumnExpires))}
	for _, kind := range accountmap.EndorsementKinds() {
		group := document.Group{Title: cells.Words(p.conversionTitle(kind, p.Map.Given(kind, p.AsOf)))}
		for _, e := range all {
			if e.Kind == kind {
				group.Rows = append(group.Rows, p.endorsementRow(e))
			}
		}
		if len(group.Rows) > 0 {
			table.Groups = append(table.Groups, group)
		}
	}
	if len(all) > 0 {
		s.Blocks = []document.Block{table}
	}
	if table := p.referrersTable(); table != nil {
		s.Blocks = append(s.Blocks, table)
	}
}

// conversionTitle returns the name of a kind of endorsement with the numbers of requested and
// unrequested ones.
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

// latest returns the day of the last event of an endorsement.
func latest(e accountmap.Endorsement) accountmap.Date {
	return slices.MaxFunc([]accountmap.Date{e.Asked, e.Given, e.Declined}, accountmap.Date.Compare)
}

func (p *page) endorsementRow(e accountmap.Endorsement) document.Row {
	c, _ := p.Map.Contact(e.Contact)
	text := cells.Words(strings.TrimSpace(e.Text))
	if e.Expired(p.AsOf) {
		text = cells.Muted(strings.TrimSpace(e.Text))
	}
	return document.Row{
		cells.RowHead(cells.Words(p.ContactName(e.Contact)), cells.Muted(p.UnitName(c.Unit))), p.askState(e), p.dayCell(e.Asked), p.leadsTo(e),
		cells.Cell(text), p.quotableCell(e), p.dayCell(e.Expires),
	}
}

// quotableCell returns whether an endorsement may be quoted on the day of the page. It is blank
// without consent.
func (p *page) quotableCell(e accountmap.Endorsement) document.Cell {
	switch {
	case e.Expired(p.AsOf):
		c := cells.TextCell(p.Words.Text(terms.HandoffNotQuotable, p.day(e.Expires)))
		c.Tone = cells.QuietTone
		return c
	case p.Map.Quotable(e, p.AsOf):
		return cells.TextCell(p.Words.Text(terms.WorkbookYes))
	}
	return document.Cell{}
}

func (p *page) askState(e accountmap.Endorsement) document.Cell {
	state := func(key terms.Key, tone accountmap.Stance, day accountmap.Date) document.Cell {
		return cells.Cell(document.Text{cells.Chip(p.Words.Text(key), cells.StanceTone(tone))}, cells.Muted(p.day(day)))
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

// leadsTo returns the target of an endorsement: the person or unit of a referral, or the product of
// a testimonial.
func (p *page) leadsTo(e accountmap.Endorsement) document.Cell {
	return cells.Cell(cells.Words(p.ContactName(e.ToContact)), cells.Words(p.UnitName(e.ToUnit)), cells.Words(p.ProductName(e.Product)))
}

// referrersAtMost limits the people to ask for each unit, and unknownUnits the listed units.
const (
	referrersAtMost = 3
	unknownUnits    = 20
)

// referrersTable lists the people to ask for a referral into each unit in which we know nobody. It
// returns nil without such a unit, and for the client.
func (p *page) referrersTable() document.Block {
	if p.Client {
		return nil
	}
	table := &document.Table{Head: p.heads(left(terms.PackAsk), left(terms.ColumnReason), left(terms.HandoffThrough), left(terms.ColumnOwner))}
	for _, known := range p.Map.Known("", p.AsOf) {
		if len(known.Contacts) > 0 || len(table.Groups) == unknownUnits {
			continue
		}
		group := document.Group{Title: p.unitTitle(known.Unit)}
		referrers := p.Map.ReferrersInto(known.Unit, p.AsOf)
		for _, r := range referrers[:min(referrersAtMost, len(referrers))] {
			group.Rows = append(group.Rows, p.referrerRow(r))
		}
		if len(group.Rows) > 0 {
			table.Groups = append(table.Groups, group)
		}
	}
	if len(table.Groups) == 0 {
		return nil
	}
	return cells.Titled("ways-in", p.Words.Text(terms.HandoffWaysIn), table)
}

// referrerRow returns a person to ask, the reason, the person between them and the unit, and the
// colleague who knows them.
func (p *page) referrerRow(r accountmap.Referrer) document.Row {
	c, _ := p.Map.Contact(r.Contact)
	var through, why []document.Text
	for _, hop := range r.Path[1:] {
		through = append(through, cells.Words(p.ContactName(hop.From)))
	}
	seen := map[accountmap.Reason]bool{}
	for _, reason := range append([]accountmap.Reason{r.Path[len(r.Path)-1].Reasons[0]}, r.Reasons...) {
		if !seen[reason] {
			why = append(why, cells.Words(p.Words.Reason(reason)))
		}
		seen[reason] = true
	}
	owner := p.Map.Liaison(c.Unit, p.AsOf, accountmap.Liaison{Contact: r.Contact}).Member
	return document.Row{cells.RowHead(cells.Words(p.PersonName(c)), cells.Muted(p.UnitName(c.Unit))), cells.Cell(why...), cells.Cell(through...), cells.TextCell(p.MemberName(owner))}
}
