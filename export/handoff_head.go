package export

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
)

// head is the document with its title, who hands over to whom, and which client it is.
func (p *page) head() *document.Document {
	profile, h := p.Profile(), p.Handoff()
	d := &document.Document{
		Title:    p.words.Text(terms.HandoffTitle, p.clientName()),
		Language: p.words.Language(),
		Subtitle: p.fromTo(h),
		Contents: p.words.Text(terms.HandoffContents),
		Tones:    tones(),
		Words: document.Words{
			Search: p.words.Text(terms.DocumentSearch), Found: p.words.Text(terms.DocumentFound),
			ZoomIn: p.words.Text(terms.DocumentZoomIn), ZoomOut: p.words.Text(terms.DocumentZoomOut), ZoomReset: p.words.Text(terms.DocumentZoomReset),
		},
	}
	detail := func(label terms.Key, text document.Text) {
		if len(text) > 0 {
			d.Details = append(d.Details, document.Detail{Label: p.words.Text(label), Text: text})
		}
	}
	detail(terms.ColumnAsOf, words(p.words.Date(p.asOf)))
	detail(terms.HandoffIndustry, words(oneLine(profile.Industry)))
	detail(terms.ColumnSegment, words(oneLine(profile.Segment)))
	detail(terms.HandoffTier, words(oneLine(profile.Tier)))
	detail(terms.HandoffHandsOver, p.memberText(h.From))
	detail(terms.HandoffTakesOver, p.memberText(h.To))
	detail(terms.HandoffTransition, words(p.period(h.Start, h.End)))
	detail(terms.HandoffIntroduced, words(p.words.Date(h.Introduction)))
	if !h.IsZero() && !p.client {
		detail(terms.HandoffSignOff, words(cmp.Or(p.words.Date(h.SignedOff), p.words.Text(terms.HandoffNotSignedOff))))
	}
	return d
}

func (p *page) fromTo(h accountmap.Handoff) string {
	from, to := p.memberName(h.From), p.memberName(h.To)
	switch {
	case from != "" && to != "":
		return p.words.Text(terms.HandoffFromTo, from, to)
	case from != "":
		return p.words.Text(terms.HandoffFrom, from)
	case to != "":
		return p.words.Text(terms.HandoffTo, to)
	}
	return ""
}

// period is the time between two days of which either may be unknown.
func (p *page) period(start, end accountmap.Date) string {
	switch {
	case !start.IsZero() && !end.IsZero():
		return p.words.Text(terms.HandoffPeriod, start, end)
	case !start.IsZero():
		return p.words.Text(terms.HandoffStarts, start)
	case !end.IsZero():
		return p.words.Text(terms.HandoffEnds, end)
	}
	return ""
}

// memberText is a member of our team with the address to write to, each in a piece of its own.
func (p *page) memberText(id accountmap.MemberID) document.Text {
	t, ok := p.Member(id)
	if !ok {
		return nil
	}
	text := document.Text{document.Strong(p.memberName(id))}
	if role := oneLine(t.Role); role != "" {
		text = append(text, document.Plain(", "), document.Plain(role))
	}
	if t.Email != "" {
		text = append(append(text, document.Plain("  ")), email(t.Email)...)
	}
	return text
}
