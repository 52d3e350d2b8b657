package handoff

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// followUpsFact counts what is overdue of what is to follow a communication, or else all of it, and tells by when the next must.
func (p *page) followUpsFact() document.Fact {
	open, overdue := 0, 0
	var next accountmap.Date
	list := p.Communications()
	for i, state := range p.FollowUps(p.AsOf) {
		switch day := list[i].FollowUp; state {
		case accountmap.FollowUpOverdue:
			open++
			overdue++
		case accountmap.FollowUpDue:
			open++
			if next.IsZero() || day.Before(next) {
				next = day
			}
		}
	}
	f := document.Fact{Label: p.Words.Text(terms.HandoffOpenFollowUps), Value: p.Words.Number(open)}
	var notes []string
	if overdue > 0 {
		f.Label, f.Value = p.Words.Text(terms.HandoffOverdueFollowUps), p.Words.Number(overdue)
		notes = append(notes, p.Words.Count(terms.HandoffOfOpen, open))
		if !p.Client {
			f.Tone = alarmTone
		}
	}
	if !next.IsZero() {
		notes = append(notes, p.Words.Text(terms.HandoffFollowUpBy, p.day(next)))
	}
	f.Note = strings.Join(notes, " · ")
	return f
}

// asksFact counts the referrals and testimonials asked for that nobody has given or declined.
func (p *page) asksFact() document.Fact {
	open := 0
	var notes []string
	for _, kind := range accountmap.EndorsementKinds() {
		n := p.Given(kind)
		open += n.Open
		notes = append(notes, p.Words.Text(accountview.EndorsementHead(kind))+": "+p.Words.Number(n.Open))
	}
	return document.Fact{Label: p.Words.Text(terms.HandoffOpenAsks), Value: p.Words.Number(open), Note: strings.Join(notes, " · ")}
}

// quotesFact counts the testimonials that may be quoted on the day of the page.
func (p *page) quotesFact() document.Fact {
	given, quotable, expired := 0, 0, 0
	for e := range p.Endorsements() {
		if e.Kind != accountmap.EndorsementTestimonial || e.Given.IsZero() {
			continue
		}
		given++
		quotable += rank(e.Quotable(p.AsOf))
		expired += rank(e.Expired(p.AsOf))
	}
	notes := []string{p.Words.Count(terms.HandoffOfGiven, given)}
	if expired > 0 {
		notes = append(notes, p.Words.Count(terms.HandoffExpired, expired))
	}
	return document.Fact{Label: p.Words.Text(terms.HandoffQuotable), Value: p.Words.Number(quotable), Note: strings.Join(notes, " · ")}
}
