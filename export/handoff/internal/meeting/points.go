package meeting

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
)

type point struct {
	kind, text string
	owner      accountmap.MemberID
	day        accountmap.Date
	opened     bool // the day is the opening day, not the due day
}

// open lists the open promises to the people and their open cases, the earliest first.
func (s *sheet) open() []document.Block {
	var points []point
	for c := range s.Map.Commitments() {
		if c.IsOpen() && s.with(c.To) {
			kind := s.Words.Text(terms.PackPromise)
			if c.Verbal {
				kind += ", " + s.Words.Text(terms.PackVerbal)
			}
			points = append(points, point{kind, c.Text, s.DueWith(c.Due, "", c.To, c.By).Member, c.Due, false})
		}
	}
	for c := range s.Map.Cases() {
		if c.IsOpen() && s.with(c.Contact) {
			points = append(points, point{s.Words.CaseKind(c.Kind), c.Summary, s.DueWith(accountmap.Date{}, c.Unit, c.Contact, c.Owner).Member, c.Opened, true})
		}
	}
	slices.SortStableFunc(points, func(a, b point) int { return cells.CompareDue(a.day, b.day) })
	var rows []document.Row
	for _, x := range points[:min(len(points), s.limits.open)] {
		day := document.Text{document.Plain(s.Words.ShortDate(x.day))}
		if !x.opened && !x.day.IsZero() && !s.AsOf.IsZero() && x.day.Before(s.AsOf) {
			day = document.Text{document.Toned{Text: s.Words.Count(terms.BriefLate, x.day.DaysTo(s.AsOf)), Tone: cells.AlarmTone}}
		}
		rows = append(rows, document.Row{cells.Cell(day), cells.Cell(document.Text{document.Strong(x.kind), document.Plain(" " + cells.Short(x.text, s.letters))}),
			cells.Cell(cells.Muted(s.MemberName(x.owner)))})
	}
	return s.table([]int{3, 11, 6}, rows)
}

func (s *sheet) show() []document.Block {
	var texts []string
	people := map[string][]accountmap.ContactID{}
	for _, gap := range s.Map.ExposureGaps(s.AsOf, accountmap.Memory{}) {
		if !s.with(gap.Contact) || len(gap.Show) == 0 {
			continue
		}
		var products []accountmap.ProductID
		for _, advice := range gap.Show[:min(len(gap.Show), showAtMost)] {
			products = append(products, advice.Product)
		}
		text := s.Words.Products(s.Map, products)
		if people[text] == nil {
			texts = append(texts, text)
		}
		people[text] = append(people[text], gap.Contact)
	}
	var rows []document.Row
	for _, text := range texts {
		rows = append(rows, document.Row{cells.Cell(cells.Muted(s.few(people[text]))), cells.TextCell(text)})
	}
	return s.table([]int{1, 3}, rows)
}

// ask lists the requests to each person: an answer to an earlier request, a testimonial, or an
// introduction. Each person is asked once for an introduction to the same person or unit, and not
// for an introduction to somebody who is in the talk.
func (s *sheet) ask() []document.Block {
	var rows []document.Row
	add := func(id accountmap.ContactID, parts ...string) {
		rows = append(rows, document.Row{cells.Cell(cells.Muted(s.ContactName(id))), cells.TextCell(cells.Short(s.joined(parts...), s.letters))})
	}
	type introduction struct {
		by, to accountmap.ContactID
		unit   accountmap.UnitID // of somebody not yet known
	}
	asked, count := map[introduction]bool{}, map[accountmap.ContactID]int{}
	for e := range s.Map.Endorsements() {
		if s.with(e.Contact) && e.Given.IsZero() && e.Declined.IsZero() && !e.Asked.IsZero() {
			add(e.Contact, s.Words.Text(terms.MeetingAsked, s.Words.EndorsementKind(e.Kind), s.Words.ShortDate(e.Asked)),
				s.ProductName(e.Product), s.ContactName(e.ToContact), s.UnitName(e.ToUnit))
			asked[introduction{e.Contact, e.ToContact, e.ToUnit}] = true
		}
	}
	for _, c := range s.Map.Candidates(s.AsOf) {
		if s.with(c.Contact) {
			add(c.Contact, s.Words.EndorsementKind(accountmap.EndorsementTestimonial)+": "+s.Words.Products(s.Map, c.Products[:min(len(c.Products), showAtMost)]))
		}
	}
	for u := range s.Map.Units() {
		if s.Map.IsGrouping(u.ID) {
			continue
		}
		for _, r := range s.Map.ReferrersInto(u.ID, s.AsOf) {
			i := introduction{r.Contact, r.To, u.ID}
			if to, known := s.Map.Contact(r.To); known {
				i.unit = to.Unit
			}
			if !s.with(r.Contact) || s.with(r.To) || asked[i] || asked[introduction{i.by, "", i.unit}] || asked[introduction{i.by, i.to, ""}] || count[r.Contact] == showAtMost {
				continue
			}
			asked[i] = true
			count[r.Contact]++
			add(r.Contact, s.Words.EndorsementKind(accountmap.EndorsementReferral)+": "+s.joined(s.ContactName(r.To), s.UnitName(i.unit)))
		}
	}
	return s.table([]int{1, 3}, rows[:min(len(rows), s.limits.open)])
}

// follow lists, for each person, their followers and the people they follow: reports and ties.
func (s *sheet) follow() []document.Block {
	var rows []document.Row
	for _, c := range s.people {
		var reports []accountmap.ContactID
		for other := range s.Map.Contacts() {
			if other.ReportsTo == c.ID && other.Here(s.AsOf) {
				reports = append(reports, other.ID)
			}
		}
		parts := []string{}
		if c.ReportsTo != "" {
			parts = append(parts, s.Words.Text(terms.ColumnReportsTo)+": "+s.ContactName(c.ReportsTo))
		}
		if len(reports) > 0 {
			parts = append(parts, s.Words.Text(terms.MeetingReports)+": "+s.few(reports))
		}
		for r := range s.Map.Relationships() {
			if r.From == c.ID || r.To == c.ID {
				parts = append(parts, s.Words.RelationshipKind(r.Kind)+": "+s.ContactName(r.From)+" → "+s.ContactName(r.To))
			}
		}
		if len(parts) > 0 {
			rows = append(rows, document.Row{cells.Cell(cells.Muted(s.PersonName(c))), cells.TextCell(cells.Short(s.joined(parts...), 3*s.letters))})
		}
	}
	return s.table([]int{1, 3}, rows)
}

func (s *sheet) few(ids []accountmap.ContactID) string {
	var names []string
	for _, id := range ids {
		names = append(names, s.ContactName(id))
	}
	return s.Few(names, namesAtMost)
}
