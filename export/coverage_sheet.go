package export

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// The columns of the coverage sheet: products, their penetration, and then a column a unit.
const (
	productColumn = iota
	shareColumn
	firstUnit
)

// A coverage is the coverage sheet while it is filled from top to bottom.
type coverage struct {
	*book
	sheet     *sheet.Sheet
	contacts  *sheet.Sheet
	unitWidth float64
	// first and last are the rows of the cells, group heads among them; last is before first when there are none.
	first, last int
}

func (b *book) coverageSheet(contacts *sheet.Sheet) *sheet.Sheet {
	c := &coverage{book: b, contacts: contacts, unitWidth: b.unitWidth()}
	c.sheet = &sheet.Sheet{
		Name:          b.words.Text(terms.WorkbookSheetCoverage),
		TabColor:      "#1F3A68",
		HideGridlines: true,
		DefaultWidth:  c.unitWidth,
		Columns:       []sheet.Column{{Width: b.productWidth()}, {Width: 4 + textWidth(b.words.Text(terms.ColumnPenetration))*1.1}},
		Rows:          b.titleRows(b.words.Text(terms.WorkbookCoverageTitle, b.clientName()), b.coverageSubtitle()),
	}
	c.addHead()
	c.sheet.FreezeRows, c.sheet.FreezeColumns = len(c.sheet.Rows), firstUnit
	c.addProducts()
	c.addTotals()
	c.add(sheet.Row{Height: 8})
	c.addPeople()
	c.add(sheet.Row{Height: 8})
	c.addLegend()
	c.sheet.Print = b.coveragePrint(c.sheet)
	return c.sheet
}

func (c *coverage) add(rows ...sheet.Row) { c.sheet.Rows = append(c.sheet.Rows, rows...) }

// coverageSubtitle says as of when the sheet is true and how much of what could be sold is sold.
func (b *book) coverageSubtitle() string {
	whole := b.matrix.whole
	parts := []string{b.words.Text(terms.WorkbookPenetration, b.words.Percent(whole.Share()), whole.Sold, whole.Sellable)}
	if !b.asOf.IsZero() {
		parts = append([]string{b.words.Text(terms.WorkbookAsOf, b.asOf)}, parts...)
	}
	return strings.Join(parts, "  ·  ")
}

// mostUnits is how many units are still read on one page; more take pages side by side.
const mostUnits = 24

// wide reports whether the units take more than a page's width.
func (b *book) wide() bool { return len(b.matrix.units) > mostUnits }

// coveragePrint fits the sheet to the page while that leaves it readable; a wider one takes pages side by side, each with the products at
// its left.
func (b *book) coveragePrint(s *sheet.Sheet) sheet.Print {
	p := sheet.Print{Landscape: true, PagesWide: 1, TitleFrom: titleHeight, Footer: b.footer(), PageNumbers: true}
	units := len(b.matrix.units)
	if units > 14 {
		p.Paper = sheet.A3
	}
	if b.wide() {
		p = b.besidePrint(s, titleHeight, (units+unitsOnPage-1)/unitsOnPage)
	}
	p.TitleRows, p.TitleColumns = s.FreezeRows-titleHeight, firstUnit
	return p
}

// unitsOnPage is how many units stand on each of several pages side by side.
const unitsOnPage = 14
