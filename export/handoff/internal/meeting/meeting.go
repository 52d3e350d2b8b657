// Package meeting makes the sheet for a talk with people at the client.
package meeting

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// The limits for the lists.
const (
	talksAtMost = 3
	showAtMost  = 3 // products for each person
	namesAtMost = 3 // names in a line
	crowd       = 2 // with more people, the sheet has less about each
)

// limits are the limits for the letters of a text, and for the entries of the other lists.
type limits struct{ letters, open int }

// sizes returns the limits from the largest to the smallest; the first that fit the page apply.
func sizes() []limits { return []limits{{120, 6}, {90, 5}, {70, 4}, {50, 3}, {40, 2}, {30, 2}} }

// room is the printed height of the sheet in points, under a title of one line.
const room = 630.

type sheet struct {
	*accountview.View
	limits
	people  []accountmap.Contact
	touches map[accountmap.ContactID]insight.Touch
}

// Document returns the sheet for a talk with some contacts of the map.
func Document(v *accountview.View, contacts []accountmap.Contact) *document.Document {
	s := &sheet{View: v, people: contacts, touches: map[accountmap.ContactID]insight.Touch{}}
	for _, t := range v.Insight().Touches(insight.TouchOptions{}) {
		s.touches[t.Contact] = t
	}
	var names []string
	for _, c := range contacts {
		names = append(names, v.PersonName(c))
	}
	title := v.Words.Text(terms.MeetingTitle, v.Words.List(names))
	var lead *document.Section
	for _, s.limits = range sizes() {
		lead = s.section(title)
		const date = 140. // beside the title
		if cells.Height(lead)+cells.Further(cells.Words(title), 19, cells.PageWidth-date, 1) <= room {
			break
		}
	}
	d := &document.Document{Title: title, Language: v.Words.Language(), Subtitle: v.ClientName(), Tones: cells.Tones(), Blocks: []document.Block{lead}}
	if day := v.Words.Date(v.AsOf); day != "" {
		d.Details = []document.Detail{{Label: v.Words.Text(terms.ColumnAsOf), Text: cells.Words(day)}}
	}
	return d
}

func (s *sheet) section(title string) *document.Section {
	lead := &document.Section{ID: "meeting", Title: title, Lead: true}
	for _, part := range []struct {
		id    string
		title terms.Key
		make  func() []document.Block
	}{
		{"who", "", s.who},
		{"talks", terms.MeetingTalks, s.talks},
		{"open", terms.MeetingOpen, s.open},
		{"show", terms.MeetingShow, s.show},
		{"ask", terms.MeetingAsk, s.ask},
		{"follow", terms.MeetingFollow, s.follow},
	} {
		blocks := part.make()
		switch {
		case len(blocks) == 0:
		case part.title == "":
			lead.Blocks = append(lead.Blocks, blocks...)
		default:
			lead.Blocks = append(lead.Blocks, cells.Titled(part.id, s.Words.Text(part.title), blocks...))
		}
	}
	return lead
}

// who describes each person: stance, power, role, motives, contact details, and the last talk.
func (s *sheet) who() []document.Block {
	var blocks []document.Block
	for _, c := range s.people {
		var rows []document.Row
		add := func(label string, text document.Text) {
			if len(text) > 0 {
				rows = append(rows, document.Row{cells.Cell(cells.Muted(label)), cells.Cell(text)})
			}
		}
		channel := []string{named(s, "preferredChannel", s.Words.Channel, c.PreferredChannel), s.language(c.Language), c.Email, c.Phone}
		title := []string{c.Title, s.UnitName(c.Unit)}
		if len(s.people) > crowd {
			title, channel = append(title, channel...), nil
		}
		add(s.Words.Text(terms.ColumnTitle), cells.Words(s.whole(title, s.letters)))
		stance := document.Text{document.Toned{Text: s.Words.StanceMark(c.Stance) + "\u00a0" + s.Words.Stance(c.Stance), Tone: cells.StanceTone(c.Stance)}}
		if c.Power > 0 {
			stance = append(stance, document.Plain(" · "+s.Words.Text(terms.ColumnPower)+" "+s.Words.Number(c.Power)+" / 5"))
		}
		if roles := s.RoleWords(c); len(roles) > 0 {
			stance = append(stance, document.Plain(" · "+strings.Join(roles, ", ")))
		}
		if source := s.joined(c.Evidence.Source, s.Words.ShortDate(c.Evidence.Date)); source != "" {
			stance = append(stance, document.Muted(" · "+cells.Short(source, 60)))
		}
		add(s.Words.Text(terms.ColumnStance), stance)
		add(s.Words.Text(terms.MeetingMoves), cells.Words(s.moves(c)))
		add(s.Words.Text(terms.MeetingReach), cells.Words(s.joined(channel...)))
		if len(s.people) <= crowd {
			add(s.Words.Text(terms.ColumnOwner), cells.Words(s.joined(s.MemberName(c.Owner), named(s, "contactLevel", s.Words.ContactLevel, c.ContactLevel))))
		}
		add(s.Words.Text(terms.BriefLastTalk), s.lastTalk(c.ID))
		table := cells.Table([]int{5, 21}, rows...)
		if len(s.people) == 1 {
			return []document.Block{table}
		}
		blocks = append(blocks, cells.Titled("", s.PersonName(c), table))
	}
	return blocks
}

// moves returns a person's motives: their outlook, their wishes, and our notes.
func (s *sheet) moves(c accountmap.Contact) string {
	parts := []string{named(s, "orientation", s.Words.Orientation, c.Orientation), named(s, "adaptability", s.Words.Adaptability, c.Adaptability)}
	for g := range s.Map.Goals() {
		if g.Owner == c.ID && g.State != accountmap.GoalAchieved && g.State != accountmap.GoalDropped {
			parts = append(parts, s.Words.GoalKind(cmp.Or(g.Kind, accountmap.GoalKindGoal))+": "+g.Title)
		}
	}
	for o := range s.Map.Objections() {
		if o.RaisedBy == c.ID && (o.Status == "" || o.Status == accountmap.ObjectionUpheld) {
			parts = append(parts, s.Words.Text(terms.PackObjection)+": "+o.Text)
		}
	}
	return cells.Short(s.joined(append(parts, c.Notes)...), 3*s.letters)
}

// named returns a value of a contact after the name of its field, or "" for an unknown one.
func named[T ~string](s *sheet, key string, word func(T) string, value T) string {
	if value == "" {
		return ""
	}
	return s.Words.Field("contacts", key) + ": " + word(value)
}

func (s *sheet) lastTalk(id accountmap.ContactID) document.Text {
	t, ok := s.touches[id]
	if !ok {
		return nil
	}
	text := s.joined(s.Words.ShortDate(t.Last), s.MemberName(t.Member))
	out := cells.Words(text)
	for _, f := range t.Factors {
		if len(out) > 0 {
			out = append(out, document.Muted(" · "))
		}
		if f.Reason == accountmap.ReasonWarming {
			out = append(out, document.Plain(s.Words.Why(s.Map, f)))
		} else {
			out = append(out, document.Toned{Text: s.Words.Why(s.Map, f), Tone: cells.AlarmTone})
		}
	}
	return out
}

func (s *sheet) joined(parts ...string) string {
	for i := range parts {
		parts[i] = accountview.OneLine(parts[i])
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

// whole joins the parts that fit a number of letters, and marks omissions. It omits whole parts, so
// that no label loses its value.
func (s *sheet) whole(parts []string, letters int) string {
	all := s.joined(parts...)
	for n := len(parts); n > 0; n-- {
		text := s.joined(slices.Clone(parts[:n])...)
		if text != all {
			text += "…"
		}
		if len([]rune(text)) <= letters {
			return text
		}
	}
	return cells.Short(all, letters)
}

func (s *sheet) with(contacts ...accountmap.ContactID) bool {
	return slices.ContainsFunc(s.people, func(c accountmap.Contact) bool { return slices.Contains(contacts, c.ID) })
}

// A talk is a communication, a showing of a product, or the last date of a regular talk, like the
// touches of [insight.Situation.Touches].
type talk struct {
	kind string
	accountmap.Communication
}

// talks lists the last talks with any of the people.
func (s *sheet) talks() []document.Block {
	var list []talk
	add := func(kind string, c accountmap.Communication) {
		known := slices.ContainsFunc(list, func(t talk) bool { return t.Date == c.Date && (kind == "" || s.with(t.Contacts...)) })
		if s.with(c.Contacts...) && (s.AsOf.IsZero() || !s.AsOf.Before(c.Date)) && (kind == "" || !known) {
			list = append(list, talk{cmp.Or(kind, accountview.OrBlank(s.Words.Channel, c.Channel)), c})
		}
	}
	for c := range s.Map.Communications() {
		add("", c)
	}
	for e := range s.Map.Exposures() {
		add(s.Words.ExposureKind(e.Kind), accountmap.Communication{Date: e.Date, Contacts: []accountmap.ContactID{e.Contact}, Members: []accountmap.MemberID{e.By}, Subject: s.ProductName(e.Product)})
	}
	for c := range s.Map.Cadences() {
		var last accountmap.Date
		if !s.AsOf.IsZero() {
			for last = range c.Occurrences(s.AsOf.YearsAgo(2), s.AsOf) {
			}
		}
		if !last.IsZero() {
			add(s.Words.AgendaKind(insight.AgendaCadence), accountmap.Communication{Date: last, Contacts: c.Contacts, Members: c.Members, Subject: c.Title})
		}
	}
	slices.SortStableFunc(list, func(a, b talk) int { return b.Date.Compare(a.Date) })
	var rows []document.Row
	for _, c := range list[:min(len(list), talksAtMost)] {
		text := document.Text{document.Strong(accountview.OneLine(c.Subject))}
		if c.Summary != "" {
			text = append(text, document.Plain(" "+cells.Short(c.Summary, 2*s.letters)))
		}
		who := cells.Cell(cells.Muted(cells.Short(s.Words.Members(s.Map, c.Members), 60)))
		if !c.FollowUp.IsZero() {
			who.Lines = append(who.Lines, cells.Muted(s.Words.Text(terms.HandoffFollowUpBy, s.Words.ShortDate(c.FollowUp))))
		}
		rows = append(rows, document.Row{cells.Cell(cells.Strong(s.Words.ShortDate(c.Date)), cells.Muted(c.kind)), cells.Cell(text), who})
	}
	return s.table([]int{3, 11, 6}, rows)
}

func (s *sheet) table(widths []int, rows []document.Row) []document.Block {
	if len(rows) == 0 {
		return nil
	}
	return []document.Block{cells.Table(widths, rows...)}
}

// language returns the name of a language in the reader's words, or the tag of an unknown language.
func (s *sheet) language(tag string) string {
	if tag == "" {
		return ""
	}
	name := tag
	if known, err := language.Parse(tag); err == nil {
		name = cmp.Or(display.Languages(language.Make(s.Words.Language())).Name(known), tag)
	}
	return s.Words.Field("contacts", "language") + ": " + name
}
