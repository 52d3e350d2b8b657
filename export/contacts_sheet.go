package export

import (
	"net/url"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// maxLinks is how many email addresses can be clicked; a sheet takes only so many links. Those after them are plain text.
const maxLinks = 60_000

// contactPages is how many pages side by side the table of contacts is printed on.
const contactPages = 2

// A contactColumn is one column of the table of contacts.
type contactColumn struct {
	head  terms.Key
	width float64
	cell  func(accountmap.Contact) sheet.Cell
	// right tells that the cells are numbers or dates, which stand on the right.
	right bool
}

func (b *book) contactColumns() []contactColumn {
	text := func(key terms.Key, width float64, of func(accountmap.Contact) string) contactColumn {
		return contactColumn{head: key, width: width, cell: func(c accountmap.Contact) sheet.Cell { return b.textCell(of(c)) }}
	}
	date := func(key terms.Key, of func(accountmap.Contact) accountmap.Date) contactColumn {
		return contactColumn{head: key, width: 13, cell: func(c accountmap.Contact) sheet.Cell { return b.dateCell(of(c)) }, right: true}
	}
	flag := func(key terms.Key, of func(accountmap.Contact) bool) contactColumn {
		return contactColumn{head: key, width: 13, cell: func(c accountmap.Contact) sheet.Cell { return b.flagCell(of(c)) }}
	}
	return []contactColumn{
		{head: terms.ColumnName, width: 26, cell: func(c accountmap.Contact) sheet.Cell {
			return sheet.Cell{Value: cellText(b.personName(c)), Style: b.bold}
		}},
		text(terms.ColumnTitle, 28, func(c accountmap.Contact) string { return c.Title }),
		text(terms.ColumnUnit, 22, func(c accountmap.Contact) string { return b.unitName(c.Unit) }),
		{head: terms.ColumnStance, width: 15, cell: func(c accountmap.Contact) sheet.Cell { return b.stanceCell(c.Stance) }},
		{head: terms.ColumnPower, width: 11, cell: func(c accountmap.Contact) sheet.Cell { return b.powerCell(c.Power) }, right: true},
		text(terms.ColumnRoles, 30, func(c accountmap.Contact) string { return strings.Join(b.roles(c), ", ") }),
		text(terms.ColumnContactLevel, 16, func(c accountmap.Contact) string { return b.words.ContactLevel(c.ContactLevel) }),
		text(terms.ColumnReportsTo, 24, func(c accountmap.Contact) string { return b.contactName(c.ReportsTo) }),
		text(terms.ColumnAssistantTo, 22, func(c accountmap.Contact) string { return b.contactName(c.AssistantTo) }),
		text(terms.ColumnOwner, 20, func(c accountmap.Contact) string { return b.memberName(c.Owner) }),
		{head: terms.ColumnEmail, width: b.emailWidth(), cell: b.emailCell()},
		text(terms.ColumnPhone, 20, func(c accountmap.Contact) string { return c.Phone }),
		text(terms.ColumnPreferredChannel, 14, func(c accountmap.Contact) string { return orBlank(b.words.Channel, c.PreferredChannel) }),
		text(terms.ColumnLanguage, 13, func(c accountmap.Contact) string { return c.Language }),
		text(terms.ColumnSeniority, 18, func(c accountmap.Contact) string { return orBlank(b.words.Seniority, c.Seniority) }),
		text(terms.ColumnOrientation, 16, func(c accountmap.Contact) string { return orBlank(b.words.Orientation, c.Orientation) }),
		text(terms.ColumnAdaptability, 16, func(c accountmap.Contact) string { return orBlank(b.words.Adaptability, c.Adaptability) }),
		flag(terms.ColumnMissing, func(c accountmap.Contact) bool { return c.Placeholder }),
		flag(terms.ColumnExternal, func(c accountmap.Contact) bool { return c.External }),
		date(terms.ColumnLeft, func(c accountmap.Contact) accountmap.Date { return c.Left }),
		text(terms.ColumnEvidence, 34, func(c accountmap.Contact) string { return c.Evidence.Source }),
		date(terms.ColumnEvidenceDate, func(c accountmap.Contact) accountmap.Date { return c.Evidence.Date }),
		flag(terms.ColumnConfirmed, func(c accountmap.Contact) bool { return c.Evidence.Confirmed }),
		text(terms.ColumnNotes, 80, func(c accountmap.Contact) string { return c.Notes }),
	}
}

// orBlank is the word for a value, and empty for the zero value: a table says unknown by a blank cell.
func orBlank[T ~string](word func(T) string, value T) string {
	if value == "" {
		return ""
	}
	return word(value)
}

func (b *book) flagCell(yes bool) sheet.Cell {
	if !yes {
		return sheet.Cell{Style: b.centred}
	}
	return sheet.Cell{Value: sheet.Text(b.words.Text(terms.WorkbookYes)), Style: b.centred}
}

// powerCell is blank for an unknown power.
func (b *book) powerCell(power int) sheet.Cell {
	if power == 0 {
		return sheet.Cell{Style: b.number}
	}
	return b.numberCell(power)
}

// emailWidth is wide enough for every address of usual length; a longer one wraps.
func (b *book) emailWidth() float64 {
	width := 20.0
	for c := range b.Contacts() {
		width = max(width, textWidth(strings.TrimSpace(c.Email))+4)
	}
	return min(width, 46)
}

// emailCell returns a function that makes the cells of addresses, as links while the sheet takes them.
func (b *book) emailCell() func(accountmap.Contact) sheet.Cell {
	left := maxLinks
	return func(c accountmap.Contact) sheet.Cell {
		text := strings.TrimSpace(c.Email)
		address, ok := mailto(text)
		if !ok || left == 0 {
			return b.textCell(text)
		}
		left--
		return sheet.Cell{Value: sheet.Link{Text: text, URL: address}, Style: b.link}
	}
}

// mailto is the link to an email address. What is not one address is no link: a text must not smuggle in a subject or a second reader.
func mailto(email string) (address string, ok bool) {
	name, host, found := strings.Cut(email, "@")
	if !found || name == "" || host == "" || len(email) > 254 || strings.ContainsAny(email, " \t\r\n,;<>\"()[]\\") || strings.Contains(host, "@") {
		return "", false
	}
	return "mailto:" + url.PathEscape(name) + "@" + url.PathEscape(host), true
}

func (b *book) contactsSheet() *sheet.Sheet {
	columns := b.contactColumns()
	s := &sheet.Sheet{
		Name:          b.words.Text(terms.WorkbookSheetContacts),
		HideGridlines: true,
		Rows:          b.titleRows(b.words.Text(terms.WorkbookContactsTitle, b.clientName()), b.contactsSubtitle()),
	}
	head := sheet.Row{}
	var widths []float64
	for _, c := range columns {
		widths = append(widths, c.width)
		s.Columns = append(s.Columns, sheet.Column{Width: c.width})
		style := b.head
		if c.right {
			style = b.headNumber
		}
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.words.Text(c.head)), Style: style})
	}
	fit(&head, widths, 22)
	from := len(s.Rows)
	s.Rows = append(s.Rows, head)
	for _, contact := range b.contactsByUnit() {
		row := sheet.Row{Cells: make([]sheet.Cell, len(columns))}
		for i, c := range columns {
			row.Cells[i] = c.cell(contact)
		}
		fit(&row, widths, 17)
		s.Rows = append(s.Rows, row)
	}
	s.FreezeRows, s.FreezeColumns = from+1, 1
	s.Tables = []sheet.Table{{Name: "Contacts", Range: sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: len(columns)}}}
	s.Print = b.besidePrint(s, from, contactPages)
	s.Print.TitleRows, s.Print.TitleColumns = 1, 1
	return s
}

func (b *book) contactsSubtitle() string {
	parts := []string{b.standing()}
	if !b.asOf.IsZero() {
		parts = append([]string{b.words.Text(terms.WorkbookAsOf, b.asOf)}, parts...)
	}
	return strings.Join(parts, "  ·  ")
}

// standing says how many people there are and how they stand.
func (a *account) standing() string {
	s := a.Standing()
	parts := []string{a.words.Count(terms.MapPeople, s.Total())}
	for _, part := range []struct {
		key terms.Key
		n   int
	}{{terms.MapFor, s.For}, {terms.MapAgainst, s.Against}, {terms.MapNeutral, s.Neutral}, {terms.MapUnknown, s.Unknown}} {
		if part.n > 0 {
			parts = append(parts, a.words.Count(part.key, part.n))
		}
	}
	return strings.Join(parts, " · ")
}

// contactsByUnit lists every contact, by unit in the order of the units and within a unit in the author's; those whose unit nobody knows
// come last.
func (a *account) contactsByUnit() []accountmap.Contact {
	var list []accountmap.Contact
	for u := range a.Units() {
		for c := range a.ContactsIn(u.ID) {
			list = append(list, c)
		}
	}
	for c := range a.ContactsIn("") {
		list = append(list, c)
	}
	return list
}
