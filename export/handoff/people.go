package handoff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// peopleSection lists every contact: first the champions and blockers whose word weighs, then the others by their power; those who left stand
// under a head of their own.
func (p *page) peopleSection() *document.Section {
	contacts := slices.Collect(p.Contacts())
	if len(contacts) == 0 {
		return p.section(SectionPeople, terms.HandoffSectionPeople, terms.HandoffNoPeople)
	}
	if p.Client {
		return p.section(SectionPeople, terms.HandoffSectionPeople, "", p.clientPeople(contacts))
	}
	slices.SortStableFunc(contacts, byWeight)
	table := &document.Table{Caption: p.Words.Text(terms.HandoffPeopleOrder), Head: p.heads(left(terms.ColumnStance), left(terms.ColumnName),
		left(terms.ColumnReportsTo), left(terms.ColumnRoles), right(terms.ColumnPower), left(terms.ColumnContactLevel), left(terms.ColumnNotes))}
	table.Head[0][contactColumnAt].Lines = append(table.Head[0][contactColumnAt].Lines, muted(p.Words.Text(terms.ColumnOwner)))
	var here, gone document.Group
	gone.Title = words(p.Words.Text(terms.HandoffPeopleLeft))
	for _, c := range contacts {
		if c.Left.IsZero() {
			here.Rows = append(here.Rows, p.contactRow(c))
		} else {
			gone.Rows = append(gone.Rows, p.contactRow(c))
		}
	}
	for _, g := range []document.Group{here, gone} {
		if len(g.Rows) > 0 {
			table.Groups = append(table.Groups, g)
		}
	}
	return p.section(SectionPeople, terms.HandoffSectionPeople, "", &document.Paragraph{Text: words(p.StandingWords())}, table)
}

// contactColumnAt is the column that tells how well we know a person and, below, who of us does.
const contactColumnAt = 5

// heavy is the power from which a champion or a blocker is named before everybody else.
const heavy = 3

// byWeight orders contacts by how much a newcomer must know of them. Ties keep the author's order.
func byWeight(a, b accountmap.Contact) int {
	return cmp.Or(
		-cmp.Compare(rank(decides(a)), rank(decides(b))),
		-cmp.Compare(a.Power, b.Power),
		-cmp.Compare(polarity(a.Stance), polarity(b.Stance)),
		cmp.Compare(rank(a.Placeholder), rank(b.Placeholder)),
	)
}

// decides reports whether the contact's stance may decide a sale.
func decides(c accountmap.Contact) bool { return polarity(c.Stance) == 2 && c.Power >= heavy }

// polarity is how far a stance is from neutral, either way.
func polarity(s accountmap.Stance) int {
	switch s {
	case accountmap.StanceChampion, accountmap.StanceBlocker:
		return 2
	case accountmap.StanceSupporter, accountmap.StanceSceptic:
		return 1
	}
	return 0
}

func rank(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (p *page) contactRow(c accountmap.Contact) document.Row {
	var roles []document.Text
	for _, role := range p.RoleWords(c) {
		roles = append(roles, document.Text{document.Chip{Text: role}})
	}
	power := document.Cell{Number: true}
	if c.Power > 0 {
		power = numberCell(p.Words.Number(c.Power))
	}
	return document.Row{
		p.stanceCell(c.Stance), p.nameCell(c), textCell(p.ContactName(c.ReportsTo)), cell(roles...), power,
		cell(words(p.Words.ContactLevel(c.ContactLevel)), muted(p.MemberName(c.Owner))),
		cell(words(strings.TrimSpace(c.Notes)), p.evidence(c.Evidence), email(strings.TrimSpace(c.Email)), words(accountview.OneLine(c.Phone))),
	}
}

// nameCell is the contact's name with the title and the unit below, and whether they are outside, not yet known or gone.
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
		state = append(state, p.Words.Text(terms.MapLeftOn, p.day(c.Left)))
	}
	return rowHead(document.Text{document.Plain(name)}, muted(title), muted(unit), muted(strings.Join(state, ", ")))
}

// evidence says how we know of a contact's stance.
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
	return muted(p.Words.Text(terms.ColumnEvidence) + ": " + strings.Join(parts, ", "))
}
