package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff/internal/cells"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// peopleSection lists every contact: first the champions and blockers of high power, then the
// others by power. People who left are last, under a heading of their own.
func (p *page) peopleSection(s *document.Section) {
	contacts := slices.Collect(p.Map.Contacts())
	if len(contacts) == 0 {
		return
	}
	if p.Client {
		s.Blocks = []document.Block{p.clientPeople(contacts)}
		return
	}
	slices.SortStableFunc(contacts, byWeight)
	table := &document.Table{Caption: p.Words.Text(terms.HandoffPeopleOrder), Head: p.heads(left(terms.ColumnStance), left(terms.ColumnName),
		left(terms.ColumnReportsTo), left(terms.ColumnRoles), right(terms.ColumnPower), left(terms.ColumnContactLevel), left(terms.ColumnNotes))}
	table.Head[0][contactColumnAt].Lines = append(table.Head[0][contactColumnAt].Lines, cells.Muted(p.Words.Text(terms.ColumnOwner)))
	gone := func(c accountmap.Contact) bool { return !c.Here(p.AsOf) }
	table.Groups = parted(contacts, gone, p.contactRow, "", p.Words.Text(terms.HandoffPeopleLeft))
	s.Blocks = []document.Block{&document.Paragraph{Text: cells.Words(p.StandingWords())}, table}
}

// contactColumnAt is the column of the contact level, with the owner of the relationship below it.
const contactColumnAt = 5

// heavy is the minimal power of the champions and blockers at the top of the list.
const heavy = 3

// byWeight orders contacts by their importance for a newcomer. Ties keep the author's order.
func byWeight(a, b accountmap.Contact) int {
	return cmp.Or(
		-cmp.Compare(cells.Rank(decides(a)), cells.Rank(decides(b))),
		-cmp.Compare(a.Power, b.Power),
		-cmp.Compare(polarity(a.Stance), polarity(b.Stance)),
		cmp.Compare(cells.Rank(a.Placeholder), cells.Rank(b.Placeholder)),
	)
}

// decides reports whether the contact's stance may decide a sale.
func decides(c accountmap.Contact) bool { return polarity(c.Stance) == 2 && c.Power >= heavy }

// polarity returns the distance of a stance from neutral, in either direction.
func polarity(s accountmap.Stance) int {
	switch s {
	case accountmap.StanceChampion, accountmap.StanceBlocker:
		return 2
	case accountmap.StanceSupporter, accountmap.StanceSceptic:
		return 1
	}
	return 0
}

func (p *page) contactRow(c accountmap.Contact) document.Row {
	var roles []document.Text
	for _, role := range p.RoleWords(c) {
		roles = append(roles, document.Text{cells.Chip(role, "")})
	}
	name, level := p.nameCell(c), "" // without this, an unknown level would read as the level of the owner below it
	for _, line := range []document.Text{email(strings.TrimSpace(c.Email)), cells.Muted(accountview.OneLine(c.Phone))} {
		if len(line) > 0 {
			name.Lines = append(name.Lines, line)
		}
	}
	if c.ContactLevel != "" {
		level = p.Words.ContactLevel(c.ContactLevel)
	}
	return document.Row{
		p.stanceCell(c.Stance), name, cells.TextCell(p.ContactName(c.ReportsTo)), cells.Cell(roles...), p.countCell(c.Power),
		cells.Cell(cells.Words(level), cells.Muted(p.MemberName(c.Owner))),
		cells.Cell(cells.Words(strings.TrimSpace(c.Notes)), p.evidence(c.Evidence)),
	}
}

// nameCell returns the contact's name with the title and the unit below, and a mark for people who
// are external, not yet known, or gone.
func (p *page) nameCell(c accountmap.Contact) document.Cell {
	name := p.PersonName(c)
	title := accountview.OneLine(c.Title)
	if title == name {
		title = ""
	}
	unit := p.UnitName(c.Unit)
	if c.Unit == "" {
		unit = p.Words.Text(terms.MapUnitUnknown)
	}
	var state []string
	if c.Placeholder {
		state = append(state, p.Words.Text(terms.MapNotYetKnown))
	}
	if c.External {
		state = append(state, p.Words.Text(terms.MapOutside))
	}
	if !c.Left.IsZero() {
		state = append(state, p.Words.Leaving(c, p.AsOf, p.day))
	}
	return cells.RowHead(document.Text{document.Plain(name)}, cells.Muted(title), cells.Muted(unit), cells.Muted(strings.Join(state, ", ")))
}

func (p *page) evidence(e accountmap.Evidence) document.Text {
	var parts []string
	if source := strings.TrimSpace(e.Source); source != "" {
		parts = append(parts, source)
	}
	if !e.Date.IsZero() {
		parts = append(parts, p.day(e.Date))
	}
	if e.Confirmed {
		parts = append(parts, p.Words.Text(terms.HandoffConfirmed))
	}
	if len(parts) == 0 {
		return nil
	}
	return cells.Muted(p.Words.Text(terms.ColumnEvidence) + ": " + strings.Join(parts, ", "))
}

// clientPeople lists the client's people for the client: their units and contact details, by name
// within each unit, in the sort order of the language.
func (p *page) clientPeople(contacts []accountmap.Contact) *document.Table {
	slices.SortStableFunc(contacts, func(a, b accountmap.Contact) int { return p.Words.Compare(p.PersonName(a), p.PersonName(b)) })
	byUnit := map[accountmap.UnitID][]document.Row{}
	for _, c := range contacts {
		byUnit[c.Unit] = append(byUnit[c.Unit], document.Row{
			cells.RowHead(cells.Words(p.PersonName(c))), cells.TextCell(accountview.OneLine(c.Title)), cells.TextCell(p.ContactName(c.ReportsTo)), cells.Cell(email(c.Email)),
			cells.TextCell(accountview.OneLine(c.Phone)),
		})
	}
	table := &document.Table{Head: p.heads(left(terms.ColumnName), left(terms.ColumnTitle), left(terms.ColumnReportsTo), left(terms.ColumnEmail),
		left(terms.ColumnPhone))}
	for u := range p.Map.Units() {
		if rows := byUnit[u.ID]; len(rows) > 0 {
			table.Groups = append(table.Groups, document.Group{Title: p.unitTitle(u.ID), Rows: rows})
		}
	}
	if rows := byUnit[""]; len(rows) > 0 {
		table.Groups = append(table.Groups, document.Group{Title: cells.Words(p.Words.Text(terms.ClientOtherPeople)), Rows: rows})
	}
	return table
}

// decidersSection lists the important people, the most important first: deciders, powerful people,
// influencers and opponents.
func (p *page) decidersSection(s *document.Section) {
	// A newcomer must know deciders, people with power, influencers, and opponents with some power.
	counts := func(c accountmap.Contact) bool {
		return c.KeyPlayer() || len(c.Decides()) > 0 || decides(c) || slices.Contains(c.Roles, accountmap.RoleInfluencer) && c.Power >= heavy
	}
	contacts := slices.DeleteFunc(slices.Collect(p.Map.Contacts()), func(c accountmap.Contact) bool { return !c.Here(p.AsOf) || !counts(c) })
	if len(contacts) == 0 {
		return
	}
	slices.SortStableFunc(contacts, func(a, b accountmap.Contact) int {
		return cmp.Or(cmp.Compare(b.Power, a.Power), cmp.Compare(cells.Rank(len(b.Decides()) > 0), cells.Rank(len(a.Decides()) > 0)), byWeight(a, b))
	})
	last := map[accountmap.ContactID]accountmap.Date{}
	for _, t := range p.Insight().Touches(insight.TouchOptions{}) {
		last[t.Contact] = t.Last
	}
	heads := p.heads(left(terms.ColumnName), left(terms.ColumnStance), right(terms.ColumnPower), left(terms.ColumnRoles),
		left(terms.ColumnOwner), left(terms.BriefLastTalk), left(terms.ColumnNotes))
	s.Blocks = listed(p, heads, contacts, decidersAtMost, p.sheetOf("people"), func(c accountmap.Contact) document.Row {
		return document.Row{
			p.nameCell(c), p.stanceCell(c.Stance), p.countCell(c.Power), cells.TextCell(strings.Join(p.RoleWords(c), ", ")),
			cells.TextCell(p.MemberName(c.Owner)), p.dayCell(last[c.ID]), cells.TextCell(cells.Short(c.Notes, notesLetters)),
		}
	})
	withWidths(s.Blocks, 22, 12, 6, 20, 12, 11, 25)
}

// notesLetters limits the letters of a note in the front of the page.
const notesLetters = 90

// decidersAtMost limits the people in the front of the page; the annex lists all people.
const decidersAtMost = 12

func (p *page) mapSection(s *document.Section) {
	s.Blocks = p.figures("map")
	if len(s.Blocks) == 1 { // a single picture gives the section its title
		f := s.Blocks[0].(*document.Figure)
		s.Title, f.Title = cmp.Or(f.Title, s.Title), ""
	}
}

// figures returns the pictures of a section, each on a page of its own. The account map itself counts
// supporters and opponents, so the page does not.
func (p *page) figures(section string) []document.Block {
	var blocks []document.Block
	for _, shown := range p.opts.Pictures {
		if cmp.Or(shown.Section, "map") != section || shown.Picture == nil {
			continue
		}
		f := &document.Figure{Alt: p.Words.Text(terms.MapDescription, p.ClientName()), OwnPage: true, PagesLast: true, Picture: shown.Picture}
		if p.Client {
			f.Alt = p.Words.Text(terms.ClientMapDescription, p.ClientName())
		}
		title, description := p.PictureTitle(shown.Picture)
		f.Title, f.Alt = title, cmp.Or(description, f.Alt)
		if shown.File != "" {
			f.Elsewhere = p.Words.Text(terms.MapPagesElsewhere, shown.File)
		}
		blocks = append(blocks, f)
	}
	return blocks
}

// teamSection lists our own people: role, region, units, time, and their relationships by level.
// Former members are last, under a heading of their own.
func (p *page) teamSection(s *document.Section) {
	team := slices.Collect(p.Map.Team())
	if len(team) == 0 {
		return
	}
	heads := []headKey{left(terms.ColumnName), left(terms.ColumnTeamRole), left(terms.ColumnRegion), left(terms.ColumnLooksAfter),
		left(terms.ColumnFrom), left(terms.ColumnTo)}
	if !p.Client {
		heads = append(heads, left(terms.HandoffReach))
	}
	table := &document.Table{Head: p.heads(heads...)}
	former := func(t accountmap.Member) bool {
		last := p.Map.LastDay(t.ID)
		return !last.IsZero() && last.Before(p.AsOf)
	}
	table.Groups = parted(team, former, p.memberRow, p.Words.Text(terms.PackTeamNow), p.Words.Text(terms.PackTeamBefore))
	s.Blocks = []document.Block{table}
}

// unitsOfMember limits the units listed for a member of the team; the workbook has all.
const unitsOfMember = 8

func (p *page) memberRow(t accountmap.Member) document.Row {
	units := cells.NameLines(t.Units, p.UnitName)
	units.Lines = p.boundLines(units.Lines, unitsOfMember)
	row := document.Row{
		cells.RowHead(cells.Words(p.MemberName(t.ID)), email(t.Email)), cells.TextCell(accountview.OneLine(t.Role)), cells.TextCell(accountview.OneLine(t.Region)), units,
		p.dayCell(t.From), p.dayCell(t.To),
	}
	if !p.Client {
		row = append(row, p.reachCell(t.Reach))
	}
	return row
}

// reachCell returns a cell with a line for each contact: the current and the intended relationship
// level of the member.
func (p *page) reachCell(reach []accountmap.Reach) document.Cell {
	var lines []document.Text
	for _, r := range reach {
		level := p.Words.ReachLevel(r.Now)
		if r.Wanted != "" && r.Wanted != r.Now {
			level += " → " + p.Words.ReachLevel(r.Wanted)
		}
		lines = append(lines, document.Text{document.Plain(p.ContactName(r.Contact)), document.Plain("  "), document.Muted(level)})
	}
	return cells.Cell(lines...)
}
