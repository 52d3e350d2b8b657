package export

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// The columns of the exposure sheet before those of the products.
const (
	exposedContact = iota
	exposedUnit
	exposedShown
	exposedDue
	firstShown
)

// fillExposure has a row for each contact who is here, and in the column of each product the last day on which they were shown it: amber
// when so much of it is forgotten that it is due again.
func (b *book) fillExposure(s *sheet.Sheet) {
	products := b.productsByLine()
	b.hideIf(len(b.data.Exposures) == 0, s)
	s.Rows = b.titleRows(b.words.Text(terms.SheetsTitle, b.clientName(), s.Name), b.exposureSubtitle())
	s.Columns = []sheet.Column{{Width: 22}, {Width: 18}, {Width: 14}, {Width: 14}}
	b.addLineBands(s, products)
	head := sheet.Row{}
	for _, key := range []terms.Key{terms.ColumnContact, terms.ColumnUnit, terms.SheetsShown, terms.SheetsDueAgain} {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.words.Text(key)), Style: b.head})
	}
	for _, p := range products {
		name := b.productName(p.ID)
		head.Cells = append(head.Cells, sheet.Cell{Value: cellText(name), Style: b.headCentred})
		s.Columns = append(s.Columns, sheet.Column{Width: min(max(13, 1.1*longestWord(name)+2), mostUnit)})
	}
	fit(&head, widthsOf(s.Columns), 34)
	head.Height += filterHeight
	from := len(s.Rows)
	s.Rows = append(s.Rows, head)
	for _, e := range b.Exposed(b.asOf, accountmap.Memory{}) {
		s.Rows = append(s.Rows, b.exposureRow(e, products))
	}
	for _, column := range []int{exposedContact, exposedUnit} {
		fitNames(s, column, from)
	}
	s.FreezeRows, s.FreezeColumns = from+1, 1
	s.Print = b.besidePrint(s, from-1, max(1, (len(products)+unitsOnPage-1)/unitsOnPage))
	s.Print.TitleRows, s.Print.TitleColumns = 2, 1
	if len(s.Rows) == from+1 {
		s.Rows = append(s.Rows, sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(b.words.Text(terms.SheetsNothing)), Style: b.quiet}}})
		return
	}
	s.Filter = sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: len(head.Cells)}
}

func (b *book) exposureSubtitle() string {
	parts := []string{b.words.Text(terms.SheetsExposureNote)}
	if !b.asOf.IsZero() {
		parts = append([]string{b.words.Text(terms.WorkbookAsOf, b.asOf)}, parts...)
	}
	return strings.Join(parts, "  ·  ")
}

func (b *book) exposureRow(e accountmap.ContactExposure, products []accountmap.Product) sheet.Row {
	c, _ := b.Contact(e.Contact)
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstShown+len(products))}
	row.Cells[exposedContact] = sheet.Cell{Value: cellText(b.personName(c)), Style: b.plain}
	row.Cells[exposedUnit] = sheet.Cell{Value: cellText(b.unitName(c.Unit)), Style: b.plain}
	row.Cells[exposedShown] = sheet.Cell{Value: sheet.Percent(e.Share()), Style: b.share}
	shown := map[accountmap.ProductID]accountmap.Impression{}
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

// shownCell is a day, amber from the day due on.
func (b *book) shownCell(d, due accountmap.Date) sheet.Cell {
	if d.IsZero() {
		return sheet.Cell{Style: b.day}
	}
	style := b.day
	if !b.asOf.IsZero() && !b.asOf.Before(due) {
		style = b.dueDay
	}
	return sheet.Cell{Value: sheetDate(d), Style: style}
}

// productsByLine are the products in the order of the matrix.
func (b *book) productsByLine() []accountmap.Product {
	var products []accountmap.Product
	for _, l := range b.matrix.lines {
		for _, r := range l.rows {
			products = append(products, r.product)
		}
	}
	return products
}

// addLineBands adds a row with the lines above their products.
func (b *book) addLineBands(s *sheet.Sheet, products []accountmap.Product) {
	row := sheet.Row{Height: bandHeight, Cells: make([]sheet.Cell, firstShown, firstShown+len(products))}
	for _, l := range b.matrix.lines {
		for i := range l.rows {
			cell := sheet.Cell{Style: b.band}
			if i == 0 {
				cell = sheet.Cell{Value: cellText(l.name), Style: b.bandFirst}
			}
			if l.name == "" {
				cell = sheet.Cell{}
			}
			row.Cells = append(row.Cells, cell)
		}
	}
	s.Rows = append(s.Rows, row)
}
