package handoff

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// head is the document with its title, who hands over to whom, and which client it is.
func (p *page) head() *document.Document {
	profile, h := p.Profile(), p.Handoff()
	d := &document.Document{
		Title:    p.Words.Text(terms.HandoffTitle, p.ClientName()),
		Language: p.Words.Language(),
		Subtitle: p.fromTo(h),
		Contents: p.Words.Text(terms.HandoffContents),
		Tones:    tones(),
		Words: document.Words{
			Search: p.Words.Text(terms.DocumentSearch), Found: p.Words.Text(terms.DocumentFound),
			ZoomIn: p.Words.Text(terms.DocumentZoomIn), ZoomOut: p.Words.Text(terms.DocumentZoomOut), ZoomReset: p.Words.Text(terms.DocumentZoomReset),
		},
	}
	detail := func(label terms.Key, text document.Text) {
		if len(text) > 0 {
			d.Details = append(d.Details, document.Detail{Label: p.Words.Text(label), Text: text})
		}
	}
	detail(terms.ColumnAsOf, words(p.Words.Date(p.AsOf)))
	detail(terms.HandoffIndustry, words(accountview.OneLine(profile.Industry)))
	detail(terms.ColumnSegment, words(accountview.OneLine(profile.Segment)))
	detail(terms.HandoffTier, words(accountview.OneLine(profile.Tier)))
	detail(terms.HandoffHandsOver, p.memberText(h.From))
	detail(terms.HandoffTakesOver, p.memberText(h.To))
	detail(terms.HandoffTransition, words(p.period(h.Start, h.End)))
	detail(terms.HandoffIntroduced, words(p.Words.Date(h.Introduction)))
	if !h.IsZero() && !p.Client {
		detail(terms.HandoffSignOff, words(cmp.Or(p.Words.Date(h.SignedOff), p.Words.Text(terms.HandoffNotSignedOff))))
	}
	return d
}

func (p *page) fromTo(h accountmap.Handoff) string {
	from, to := p.MemberName(h.From), p.MemberName(h.To)
	switch {
	case from != "" && to != "":
		return p.Words.Text(terms.HandoffFromTo, from, to)
	case from != "":
		return p.Words.Text(terms.HandoffFrom, from)
	case to != "":
		return p.Words.Text(terms.HandoffTo, to)
	}
	return ""
}

// period is the time between two days of which either may be unknown.
func (p *page) period(start, end accountmap.Date) string {
	switch {
	case !start.IsZero() && !end.IsZero():
		return p.Words.Text(terms.HandoffPeriod, start, end)
	case !start.IsZero():
		return p.Words.Text(terms.HandoffStarts, start)
	case !end.IsZero():
		return p.Words.Text(terms.HandoffEnds, end)
	}
	return ""
}

// memberText is a member of our team with the address to write to, each in a piece of its own.
func (p *page) memberText(id accountmap.MemberID) document.Text {
	t, ok := p.Member(id)
	if !ok {
		return nil
	}
	text := document.Text{document.Strong(p.MemberName(id))}
	if role := accountview.OneLine(t.Role); role != "" {
		text = append(text, document.Plain(", "), document.Plain(role))
	}
	if t.Email != "" {
		text = append(append(text, document.Plain("  ")), email(t.Email)...)
	}
	return text
}
