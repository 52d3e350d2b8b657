package workbook

import (
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/paper"
)

// A listColumn is a column of the sheet of a list: a column of its table, by index, or a column for
// display only, which is not read back.
type listColumn struct {
	*table.Column
	index int
	head  string
	width float64
	cell  func(table.Row) sheet.Cell
	// extra makes the cell of a column that is not in the table, for a row of the sheet counted
	// from zero. month is true for a column of a month.
	extra func(r table.Row, row int) sheet.Cell
	month bool
}

type list struct {
	*book
	table   *table.Table
	sheet   *sheet.Sheet
	columns []listColumn
	widths  []float64
	// from is the row of the heads.
	from int
}

// fillList adds a hidden row with the keys of the columns; see [table.Table.Mark]. The row of heads
// and the rows of the table follow.
func (b *book) fillList(t *table.Table, s *sheet.Sheet) {
	l := &list{book: b, table: t, sheet: s, columns: b.listColumns(t)}
	rows := slices.Collect(t.Rows(b.data))
	if t.Name == "coverage" {
		rows = slices.DeleteFunc(rows, hiddensheet.OnlyStatus)
	}
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.listSubtitle(t, len(rows)))
	if !l.shows(0) { // the title begins in the second column
		s.Rows[0].Cells = slices.Insert(s.Rows[0].Cells, 0, sheet.Cell{})
		s.Rows[1].Cells = slices.Insert(s.Rows[1].Cells, 0, sheet.Cell{})
	}
	if t.Name == "endorsements" && !b.Client {
		l.addConversion(len(rows))
	}
	above := len(s.Rows)
	l.fitWidths(rows)
	l.addHeads()
	if above > cells.TitleHeight {
		sheetstyle.Fit(&s.Rows[cells.TitleHeight], l.widths, 20)
	}
	for _, r := range rows {
		l.addRow(r)
	}
	if len(rows) == 0 {
		row := sheet.Row{Height: 17, Cells: make([]sheet.Cell, len(l.columns))}
		for i := range l.columns {
			if l.shows(i) {
				row.Cells[i] = sheet.Cell{Value: blank(l.columns[i].Column), Style: l.Wrapped}
			}
		}
		l.sheet.Rows = append(l.sheet.Rows, row)
	}
	l.addChoices(len(rows))
	l.addTints()
	l.finish()
	l.note()
}

func (b *book) listSubtitle(t *table.Table, n int) string {
	switch {
	case n == 0:
		return b.dated(b.Words.Text(terms.SheetsNothing))
	case t.Name == "contacts" && !b.Client:
		return b.dated(b.StandingWords())
	}
	return b.dated(b.Words.Count(terms.SheetsRows, n))
}

// listColumns returns the columns of a table in the order of its sheet, the key of the row first.
func (b *book) listColumns(t *table.Table) []listColumn {
	var columns []listColumn
	seen := map[string]bool{}
	for i := range t.Columns {
		c := &t.Columns[i]
		if t.Name == "coverage" && c.Key == "status" {
			continue // it is only in the matrix
		}
		if b.Client && i > 0 && !b.filled(t, i) {
			continue
		}
		head := accountview.OneLine(b.Words.Heading(t.Name, c.Key))
		if seen[strings.ToLower(head)] { // the heads of a table must be unique
			head += " (" + c.Key + ")"
		}
		seen[strings.ToLower(head)] = true
		columns = append(columns, listColumn{Column: c, index: i, head: head, cell: b.listCell(t, i)})
		if t.Name == "cadences" && c.Key == "every" {
			columns[len(columns)-1].head += " (RRULE)"
			columns = append(columns, b.everyColumn(i))
		}
	}
	if t.Name == "milestones" {
		columns = append(columns, b.monthColumns(t, columns)...)
	}
	return columns
}

func (l *list) addHeads() {
	keys, heads := sheet.Row{Hidden: true}, sheet.Row{}
	var widths []float64
	for i, c := range l.columns {
		key := sheet.Cell{}
		switch {
		case i == 0:
			key.Value = sheet.Text(hiddensheet.Mark(l.table))
		case c.Column != nil:
			key.Value = sheet.Text(c.Key)
		}
		style := l.Head
		if c.Column != nil && isFigure(c.Kind) && !c.List {
			style = l.HeadFiltered
		}
		if c.month {
			style = l.HeadMonth
		}
		keys.Cells = append(keys.Cells, key)
		heads.Cells = append(heads.Cells, sheet.Cell{Value: sheet.Text(c.head), Style: style})
		widths = append(widths, c.width)
		l.sheet.Columns = append(l.sheet.Columns, sheet.Column{Width: c.width, Hidden: !l.shows(i), Blank: blank(c.Column)})
	}
	l.widths = widths
	sheetstyle.Fit(&heads, widths, 22)
	if !l.Client {
		l.sheet.Rows = append(l.sheet.Rows, keys)
	}
	l.from = len(l.sheet.Rows)
	l.sheet.Rows = append(l.sheet.Rows, heads)
}

// shows reports whether a column is visible. The key of the rows is visible only if it is an id and
// the rows have no name.
func (l *list) shows(column int) bool { return column > 0 || showsKey(l.table) }

func showsKey(t *table.Table) bool {
	_, named := t.NameColumn()
	return t.HasID() && !named
}

func isFigure(k table.Kind) bool {
	return k == table.Date || k == table.Money || k == table.Whole || k == table.Number
}

func (l *list) addRow(r table.Row) {
	row := sheet.Row{Cells: make([]sheet.Cell, len(l.columns))}
	for i, c := range l.columns {
		switch {
		case c.extra != nil:
			row.Cells[i] = c.extra(r, len(l.sheet.Rows))
		case i > 0 || !l.Client || l.shows(i): // the client gets no hidden values
			row.Cells[i] = c.cell(r)
		}
	}
	sheetstyle.Fit(&row, l.widths, 17)
	l.sheet.Rows = append(l.sheet.Rows, row)
}

// spare is the number of rows to fill in below the last row, with the same choices.
const spare = 200

// addChoices offers the words of enumerations and the labels of referenced rows. Other labels are
// allowed, since the row may be new.
func (l *list) addChoices(rows int) {
	if l.Client {
		return
	}
	for i, c := range l.columns {
		if c.Column == nil || c.List {
			continue
		}
		within := []sheet.Range{{Row: l.from + 1, Column: i, Rows: rows + spare, Columns: 1}}
		switch c.Kind {
		case table.Word:
			l.sheet.Choices = append(l.sheet.Choices, sheet.Choice{Ranges: within, Name: l.choices(c.Enum),
				Title: l.Words.Text(terms.WorkbookBadStatusTitle), Text: l.Words.Text(terms.WorkbookBadStatus)})
		case table.Reference:
			if name := l.choices(c.Refers); name != "" {
				l.sheet.Choices = append(l.sheet.Choices, sheet.Choice{Ranges: within, Name: name, Open: true})
			}
		case table.YesNo:
			l.sheet.Choices = append(l.sheet.Choices, sheet.Choice{Ranges: within, Words: []string{l.Words.YesNo(true), l.Words.YesNo(false)}, Open: true})
		}
	}
}

// addTints colours stances by their words, like the map, and the months of milestones.
func (l *list) addTints() {
	for i, c := range l.columns {
		if c.month {
			l.sheet.Tints = append(l.sheet.Tints, sheet.Tint{Range: l.below(i), Text: monthMark, Fill: accountview.FillMarked, Ink: accountview.FillMarked})
		}
		if c.Column == nil || c.Enum != "Stance" {
			continue
		}
		for _, stance := range accountmap.Stances() {
			t := accountview.StanceTint(stance)
			l.sheet.Tints = append(l.sheet.Tints, sheet.Tint{
				Range: l.below(i), Text: l.Words.Stance(stance), Fill: t.Fill, Ink: t.Ink,
			})
		}
	}
}

func (l *list) below(column int) sheet.Range {
	return sheet.Range{Row: l.from + 1, Column: column, Rows: len(l.sheet.Rows) - l.from - 1 + spare, Columns: 1}
}

// finish turns the rows into a table, freezes its heads and sets up printing.
func (l *list) finish() {
	s := l.sheet
	s.FreezeRows, s.FreezeColumns = l.from+1, l.frozen()
	name := "List_" + strings.ReplaceAll(l.table.Name, ".", "_")
	s.Tables = []sheet.Table{{Name: name, Range: sheet.Range{Row: l.from, Rows: len(s.Rows) - l.from, Columns: len(l.columns)}}}
	width := 0.0
	for _, c := range l.columns[1:] {
		width += c.width
	}
	if pages := math.Ceil(width / widthOnPage); pages > 1 {
		s.Print = cells.PrintBeside(s, l.from, int(pages))
		s.Print.TitleColumns = s.FreezeColumns
	} else {
		s.Print = sheet.Print{Landscape: true, PagesWide: 1, TitleFrom: l.from, Footer: l.Footer(l.tab(s)), PageNumbers: true}
		switch {
		case width > widthOnA4:
			s.Print.Paper = paper.A3()
		case width < widthUpright && len(s.Rows) > rowsOnPage:
			s.Print.Landscape = false // in portrait, a long and narrow list needs half as many pages
		}
	}
	s.Print.TitleRows = 1
}

// The maximal number of legible characters across a page of each paper.
const (
	widthUpright = 150.0
	widthOnA4    = 220.0
	widthOnPage  = 310.0
)

// rowsOnPage is the number of rows of a list on a landscape page.
const rowsOnPage = 40

// frozen returns the number of columns that remain visible: up to the name of the entry if it is at
// the left.
func (l *list) frozen() int {
	name, ok := l.table.NameColumn()
	for i, c := range l.columns[:min(3, len(l.columns))] {
		if ok && c.Column != nil && c.index == name {
			return i + 1
		}
	}
	return 1
}

func (l *list) note() {
	h := hiddensheet.List{Name: l.table.Name, Sheet: l.tab(l.sheet)}
	for _, c := range l.columns[1:] {
		key := "" // empty for a column for display only
		if c.Column != nil {
			key = c.Key
		}
		h.Columns, h.Headings = append(h.Columns, key), append(h.Headings, c.head)
	}
	l.hidden.Lists = append(l.hidden.Lists, h)
}
