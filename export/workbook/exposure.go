package workbook

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
)

// The columns before the products.
const (
	exposedContact = iota
	exposedUnit
	exposedShown
	exposedDue
	firstShown
)

// fillExposure adds a row for each current contact and a column for each product. The cells are the
// days of the last showings, in amber if a reminder is due.
func (b *book) fillExposure(s *sheet.Sheet) {
	b.hideIf(len(b.data.Exposures) == 0, s)
	lines, exposed := b.exposed()
	var products []accountmap.Product
	for _, l := range lines {
		for _, r := range l.Rows {
			products = append(products, r.Product)
		}
	}
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.dated(b.Words.Text(terms.SheetsExposureNote)))
	s.Columns = []sheet.Column{{Width: 22}, {Width: 18}, {Width: 14}, {Width: 14}}
	b.addLineBands(s, lines)
	head := sheet.Row{}
	for _, key := range []terms.Key{terms.ColumnContact, terms.ColumnUnit, terms.SheetsShown, terms.SheetsDueAgain} {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.Words.Text(key)), Style: b.Head})
	}
	for _, p := range products {
		name := b.ProductName(p.ID)
		head.Cells = append(head.Cells, sheet.Cell{Value: sheetstyle.CellText(name), Style: b.HeadCentred})
		s.Columns = append(s.Columns, sheet.Column{Width: min(max(13, 1.1*sheetstyle.LongestWord(name)+2), maxUnit)})
	}
	sheetstyle.Fit(&head, sheetstyle.WidthsOf(s.Columns), 34)
	head.Height += filterHeight
	from := len(s.Rows)
	s.Rows = append(s.Rows, head)
	for _, e := range exposed {
		s.Rows = append(s.Rows, b.exposureRow(e, products))
	}
	for _, column := range []int{exposedContact, exposedUnit} {
		sheetstyle.FitNames(s, column, from)
	}
	s.FreezeRows, s.FreezeColumns = from+1, 1
	s.Print = cells.PrintBeside(s, from-1, max(1, (len(products)+unitsOnPage-1)/unitsOnPage))
	s.Print.TitleRows, s.Print.TitleColumns = 2, 1
	if len(s.Rows) == from+1 {
		s.Rows = append(s.Rows, sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsNothing)), Style: b.Quiet}}})
		return
	}
	s.Filter = sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: len(head.Cells)}
}

// dated joins the day of the workbook, if it is known, and further parts of a subtitle.
func (b *book) dated(parts ...string) string {
	if !b.AsOf.IsZero() {
		parts = append([]string{b.Words.Text(terms.WorkbookAsOf, b.AsOf)}, parts...)
	}
	return strings.Join(parts, "  ·  ")
}

func (b *book) exposureRow(e accountmap.ContactExposure, products []accountmap.Product) sheet.Row {
	c, _ := b.Map.Contact(e.Contact)
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstShown+len(products))}
	row.Cells[exposedContact] = sheet.Cell{Value: sheetstyle.CellText(b.PersonName(c)), Style: b.Plain}
	row.Cells[exposedUnit] = sheet.Cell{Value: sheetstyle.CellText(b.UnitName(c.Unit)), Style: b.Plain}
	row.Cells[exposedShown] = sheet.Cell{Value: sheet.Percent(e.Share()), Style: b.Amount}
	shown := map[accountmap.ProductID]accountmap.ProductExposure{}
	var due accountmap.Date
	for _, s := range e.Shown {
		shown[s.Product] = s
		if due.IsZero() || s.Due.Before(due) {
			due = s.Due
		}
	}
	row.Cells[exposedDue] = b.shownCell(due, due)
	for i, p := range products {
		row.Cells[firstShown+i] = b.shownCell(shown[p.ID].Last, shown[p.ID].Due)
	}
	return row
}

// shownCell returns the day of a showing, in amber if the next showing is due.
func (b *book) shownCell(d, due accountmap.Date) sheet.Cell {
	if d.IsZero() {
		return sheet.Cell{Style: b.Day}
	}
	style := b.Day
	if !b.AsOf.IsZero() && !b.AsOf.Before(due) {
		style = b.DueDay
	}
	return sheet.Cell{Value: sheetstyle.SheetDate(d), Style: style}
}

// maxCells is the number of cells above which blank rows and columns are left out. The order book
// of 790 people and 1,860 products, without any showing, had 32 MB of blank cells.
const maxCells = 50_000

// exposed returns the lines and the contacts of the sheet: all of them or, in a large account, only
// lines and contacts with an exposure.
func (b *book) exposed() ([]accountview.ProductLine, []accountmap.ContactExposure) {
	all := b.Map.Exposed(b.AsOf, accountmap.Memory{})
	if len(all)*len(b.data.Products) <= maxCells {
		return b.Coverage.Lines, all
	}
	shown := map[accountmap.ProductID]bool{}
	for _, e := range all {
		for _, s := range e.Shown {
			shown[s.Product] = true
		}
	}
	var lines []accountview.ProductLine
	for _, l := range b.Coverage.Lines {
		if l = l.Only(shown); len(l.Rows) > 0 {
			lines = append(lines, l)
		}
	}
	return lines, slices.DeleteFunc(all, func(e accountmap.ContactExposure) bool { return len(e.Shown) == 0 })
}

func (b *book) addLineBands(s *sheet.Sheet, lines []accountview.ProductLine) {
	row := sheet.Row{Height: bandHeight, Cells: make([]sheet.Cell, firstShown)}
	for _, l := range lines {
		for i := range l.Rows {
			cell := sheet.Cell{Style: b.Band}
			if i == 0 {
				cell = sheet.Cell{Value: sheetstyle.CellText(l.Name), Style: b.BandFirst}
			}
			if l.Name == "" {
				cell = sheet.Cell{}
			}
			row.Cells = append(row.Cells, cell)
		}
	}
	s.Rows = append(s.Rows, row)
}
