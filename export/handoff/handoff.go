// Package handoff makes the page for the handoff of an account from the colleague who won it to the
// colleague who keeps it. The page is a [document.Document]; package printer writes it as HTML, PDF
// or Markdown.
package handoff

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/brief"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/handoff/internal/meeting"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/picture"
)

// Options are the options of [New]. Nil and the zero value mean the defaults.
type Options struct {
	// AsOf is the day of the page. The last year and the next renewals are counted from it. Zero
	// means the account's own day.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
	// Pictures are drawings of the account, such as a render.Drawing, each with its section.
	// Heading and description come from the picture.
	Pictures []Picture
	// NoAnnex leaves out the annex: the sections with the whole lists, which are also in the
	// workbook.
	NoAnnex bool
	// Since is the account at the reader's last look. The page then begins with the changes since.
	// Nil leaves that section out.
	Since *accountmap.Map
	// Sections are the sections of the page in order. Nil means [Sections].
	Sections []Section
}

// A Picture is a drawing in a section of the page.
type Picture struct {
	// Section is the ID of the section with the picture: "map", or "roadmap" for the
	// picture of the roadmap. Empty means "map".
	Section string
	// File is the name of a file with all pages of a large picture, such as map.pdf. If the picture
	// has more than 30 pages, the PDF of the handoff names the file instead of printing them. Empty
	// prints all pages.
	File string
	picture.Picture
}

// New makes the handoff page of an account: the sections of the options, by default all of
// [Sections]. Sections without entries are named in one sentence.
//
// The reader is the audience of the map ([accountmap.Map.Audience]). The page for the client has no
// internal sections, and no columns and figures that would be empty.
//
// New returns an error for a nil map, a coverage of more than 1,000,000 cells, and unknown
// sections, all in one error. When ctx ends, it returns the error of ctx before the next section.
// It changes neither m nor opts. Equal accounts give equal documents. The ID of a section never
// changes.
func New(ctx context.Context, m *accountmap.Map, opts *Options) (*document.Document, error) {
	p, err := newPage(m, opts)
	if err != nil {
		return nil, err
	}
	d := p.head()
	if d.Blocks, err = p.sections(ctx); err != nil {
		return nil, err
	}
	return d, nil
}

// Meeting makes the internal sheet for a talk with contacts on a day. For each contact it has
// stance, power, motives and contact details. For all of them together it has the last three talks,
// open promises and cases, products to show, requests, and who follows whom.
//
// The zero day means the account's own day; nil words mean English. Meeting returns an error for a
// nil map, a map for the client, no contact, or an unknown id, with the known ids.
func Meeting(m *accountmap.Map, contacts []accountmap.ContactID, day accountmap.Date, words *terms.Terms) (*document.Document, error) {
	v, err := accountview.New(m, day, words)
	if err != nil {
		return nil, fmt.Errorf("handoff: %w", err)
	}
	if v.Client {
		return nil, errors.New("handoff: a sheet for a talk is for our own people: take the map for the internal audience")
	}
	if len(contacts) == 0 {
		return nil, fmt.Errorf("handoff: a talk needs a contact: %s", contactIDs(m))
	}
	var people []accountmap.Contact
	for _, id := range contacts {
		c, ok := m.Contact(id)
		if !ok {
			return nil, fmt.Errorf("handoff: no contact %q: the contacts are %s", id, contactIDs(m))
		}
		people = append(people, c)
	}
	return meeting.Document(v, people), nil
}

func contactIDs(m *accountmap.Map) string {
	var ids []string
	for c := range m.Contacts() {
		ids = append(ids, string(c.ID))
	}
	slices.Sort(ids)
	return strings.Join(ids, ", ")
}

func (p *page) briefSection(s *document.Section) {
	*s = *brief.Section(p.View, p.head())
}

type page struct {
	*accountview.View
	opts   Options
	matrix *accountview.Coverage
	since  *accountmap.Map // as the reader may see it; nil without an earlier account
}

func newPage(m *accountmap.Map, opts *Options) (*page, error) {
	if opts == nil {
		opts = &Options{}
	}
	v, err := accountview.New(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, fmt.Errorf("handoff: %w", err)
	}
	if err := v.CheckCells(); err != nil {
		return nil, fmt.Errorf("handoff: %w", err)
	}
	p := &page{View: v, opts: *opts, matrix: v.Coverage()}
	if opts.Since != nil {
		// Content withheld from a reader today must not reappear through the earlier account.
		p.since = opts.Since.Select(accountmap.Scope{Audience: m.Audience()})
	}
	return p, nil
}

func (p *page) note(key terms.Key, args ...any) *document.Paragraph {
	return &document.Paragraph{Text: cells.Muted(p.Words.Text(key, args...))}
}

// head returns the document with its title, who hands over to whom, and the client.
func (p *page) head() *document.Document {
	profile, h := p.Map.Profile(), p.Map.Handoff()
	d := &document.Document{
		Title:    p.Words.Text(terms.HandoffTitle, p.ClientName()),
		Language: p.Words.Language(),
		Subtitle: p.subtitle(h),
		Contents: p.Words.Text(terms.HandoffContents),
		Tones:    cells.Tones(),
		Words: document.Words{
			Search: p.Words.Text(terms.DocumentSearch), Found: p.Words.Text(terms.DocumentFound),
			ZoomIn: p.Words.Text(terms.DocumentZoomIn), ZoomOut: p.Words.Text(terms.DocumentZoomOut), ZoomReset: p.Words.Text(terms.DocumentZoomReset),
			Find: p.Words.Text(terms.DocumentFind), Matches: p.Words.Text(terms.DocumentMatches), All: p.Words.Text(terms.DocumentAll),
			Lines: p.Words.Text(terms.DocumentLines), Reset: p.Words.Text(terms.DocumentReset), Close: p.Words.Text(terms.DocumentClose),
			Whole: p.Words.Text(terms.DocumentWhole), More: p.Words.Text(terms.DocumentMore),
		},
	}
	detail := func(label terms.Key, text document.Text) {
		if len(text) > 0 {
			d.Details = append(d.Details, document.Detail{Label: p.Words.Text(label), Text: text})
		}
	}
	detail(terms.ColumnAsOf, cells.Words(p.Words.Date(p.AsOf)))
	detail(terms.HandoffIndustry, cells.Words(accountview.OneLine(profile.Industry)))
	detail(terms.ColumnSegment, cells.Words(accountview.OneLine(profile.Segment)))
	detail(terms.HandoffTier, cells.Words(accountview.OneLine(profile.Tier)))
	detail(terms.HandoffHandsOver, p.memberText(h.From))
	detail(terms.HandoffTakesOver, p.memberText(h.To))
	return d
}

// subtitle returns the two sides of the handover, its period, and its progress.
func (p *page) subtitle(h accountmap.Handoff) string {
	parts := []string{p.fromTo(h), p.period(h.Start, h.End)}
	if !h.Introduction.IsZero() {
		parts = append(parts, p.Words.Text(terms.BriefIntroduced, p.Words.DayMonth(h.Introduction)))
	}
	switch {
	case h.IsZero() || p.Client:
	case h.SignedOff.IsZero():
		parts = append(parts, p.Words.Text(terms.HandoffNotSignedOff))
	default:
		parts = append(parts, p.Words.Text(terms.BriefSignedOff, p.Words.DayMonth(h.SignedOff)))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
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

// period returns a range of days in words, with one year if both have the same. Either day may be
// unknown.
func (p *page) period(start, end accountmap.Date) string {
	switch {
	case start.Year == end.Year && !start.IsZero():
		return p.Words.Text(terms.HandoffPeriod, p.Words.DayMonth(start), p.Words.ShortDate(end))
	case !start.IsZero() && !end.IsZero():
		return p.Words.Text(terms.HandoffPeriod, p.Words.ShortDate(start), p.Words.ShortDate(end))
	case !start.IsZero():
		return p.Words.Text(terms.HandoffStarts, start)
	case !end.IsZero():
		return p.Words.Text(terms.HandoffEnds, end)
	}
	return ""
}

// memberText returns the name and the address of a member of our team, each in a piece of its own.
func (p *page) memberText(id accountmap.MemberID) document.Text {
	t, ok := p.Map.Member(id)
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
