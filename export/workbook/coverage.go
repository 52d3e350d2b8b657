package workbook

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/paper"
)

// The columns of the coverage sheet: the hidden ids of products, the products, their penetration,
// and then a column for each unit.
const (
	idColumn = iota
	productColumn
	shareColumn
	firstUnit
)

// A coverage is the sheet of the matrix under construction, from top to bottom.
type coverage struct {
	*book
	sheet     *sheet.Sheet
	unitWidth float64
	// head is the row of the units' names. first and last are the first and last row of cells,
	// including heads of lines. Without cells, last is less than first.
	head, first, last int
	// blank is a matrix to fill in, for an account without units or without products.
	blank blankMatrix
}

// blankMatrix is the number of empty columns and rows for a reader's own units and products.
type blankMatrix struct{ columns, rows int }

// The empty columns and rows: enough for most accounts, and visible at once.
const (
	blankUnits    = 10
	blankProducts = 20
)

func (c *coverage) width() int { return max(len(c.Coverage.Units), c.blank.columns) }

func (b *book) fillCoverage(s *sheet.Sheet) {
	c := &coverage{book: b, sheet: s, unitWidth: b.unitWidth()}
	b.coverage = c
	subtitle := b.Subtitle()
	if len(b.data.Units) == 0 && !c.Client {
		c.blank.columns = blankUnits
	}
	if len(b.data.Products) == 0 && !c.Client {
		c.blank.rows = blankProducts
	}
	if c.blank != (blankMatrix{}) {
		subtitle = b.Words.Text(terms.WorkbookFillMatrix)
	}
	s.DefaultWidth = c.unitWidth
	s.Columns = []sheet.Column{{Width: 8, Hidden: true}, {Width: c.productWidth()}, {Width: 4 + sheetstyle.TextWidth(b.Words.Text(c.shareHead()))*1.1}}
	s.Rows = c.TitleRows(b.Words.Text(terms.WorkbookCoverageTitle, b.ClientName()), subtitle)
	for i := range s.Rows { // the first column is hidden
		s.Rows[i].Cells = slices.Insert(s.Rows[i].Cells, 0, sheet.Cell{})
	}
	if !c.Client {
		c.addKeys()
	}
	c.addHead()
	c.addProducts()
	c.addTotals()
	if c.last >= c.first && c.blank == (blankMatrix{}) {
		c.sheet.Filter = sheet.Range{Row: c.head, Rows: c.last - c.head + 1, Columns: firstUnit + len(c.Coverage.Units)}
	}
	c.add(sheet.Row{Height: 8})
	blocks := []int{len(s.Rows)}
	c.addPeople()
	c.add(sheet.Row{Height: 8})
	c.addLegend()
	blocks = append(blocks, c.addMoney()...)
	if !c.Client {
		b.refuse(s, c.last+1)
	}
	s.Print = b.coveragePrint(s)
	c.breakPages(blocks)
}

// breakPages inserts a page break before each block that fits a page and would otherwise be cut.
func (c *coverage) breakPages(blocks []int) {
	s := c.sheet
	columns := slices.Clone(s.Columns[1:])
	for range (len(c.Coverage.Units) + s.Print.PagesWide - 1) / s.Print.PagesWide {
		columns = append(columns, sheet.Column{Width: s.DefaultWidth})
	}
	_, page := cells.PageSize(columns, s.Print.Paper)
	s.Print.Breaks = cells.BreaksBefore(s, blocks, page, cells.VisibleHeight(s.Rows[cells.TitleHeight:c.head+1]))
}

// addKeys adds the hidden row with a mark and the ids of the units. They identify the cells when
// the workbook is read back.
func (c *coverage) addKeys() {
	row := sheet.Row{Hidden: true, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(c.Coverage.Units))}
	row.Cells[idColumn].Value = sheet.Text(hiddensheet.MatrixMark)
	for _, u := range c.Coverage.Units {
		row.Cells = append(row.Cells, sheet.Cell{Value: sheet.Text(u.ID)})
	}
	for range c.blank.columns {
		row.Cells = append(row.Cells, sheet.Cell{Value: sheet.Text(hiddensheet.NewMark)})
	}
	c.add(row)
}

func (c *coverage) add(rows ...sheet.Row) { c.sheet.Rows = append(c.sheet.Rows, rows...) }

// maxUnits is the maximal number of legible units on one page. More units are divided among several
// pages side by side.
const maxUnits = 16

// wide reports whether the units are wider than a page.
func (b *book) wide() bool { return len(b.Coverage.Units) > maxUnits }

// coveragePrint fits the sheet to one page as long as it is legible. A wider sheet is divided among
// pages side by side, each with the products at its left.
func (b *book) coveragePrint(s *sheet.Sheet) sheet.Print {
	p := sheet.Print{Landscape: true, PagesWide: 1, TitleFrom: cells.TitleHeight, Footer: b.Footer(b.tab(s)), PageNumbers: true}
	units := len(b.Coverage.Units)
	if units > unitsOnA4 {
		p.Paper = paper.A3()
	}
	if b.wide() {
		p = cells.PrintBeside(s, cells.TitleHeight, (units+unitsOnPage-1)/unitsOnPage)
	}
	p.TitleRows, p.TitleColumns = s.FreezeRows-cells.TitleHeight, firstUnit
	return p
}

// unitsOnA4 is the number of legible units on the smaller paper.
const unitsOnA4 = 8

// unitsOnPage is the number of units on each of several pages side by side.
const unitsOnPage = 14

// Widths in characters. The padding includes the indent and the borders.
const (
	unitPadding    = 3
	unitInset      = 1.9 // the part of the padding lost to the indent
	minUnit        = 14
	maxUnit        = 24
	productPadding = 5
	minProduct     = 22
	maxProduct     = 44
)

// roleSize is the width of the small letters of roles relative to other letters.
const roleSize = 0.85

// unitWidth returns the width of every column of a unit: enough for each status word, for the words
// of nearly every unit's name and for nearly every person. Longer texts wrap.
func (b *book) unitWidth() float64 {
	var names, people []float64
	for i, u := range b.Coverage.Units {
		names = append(names, 1.1*sheetstyle.LongestWord(u.Name), sheetstyle.LongestWord(b.Place(u.ID)))
		for _, p := range b.Coverage.People[i] {
			people = append(people, sheetstyle.TextWidth(b.marked(p)), roleSize*sheetstyle.TextWidth(p.Roles))
		}
	}
	width := min(max(minUnit, sheetstyle.Most(names)+unitPadding, sheetstyle.Most(people)+unitPadding), maxUnit)
	for _, s := range b.shownStatuses() {
		width = max(width, sheetstyle.TextWidth(b.Words.Status(s))+unitPadding)
	}
	return width
}

func (b *book) productWidth() float64 {
	width := max(minProduct, 1.1*sheetstyle.TextWidth(b.Words.Text(terms.WorkbookUnitPenetration))+unitPadding)
	for _, l := range b.Coverage.Lines {
		width = max(width, 1.1*sheetstyle.TextWidth(l.Name)+unitPadding)
		for _, r := range l.Rows {
			width = max(width, sheetstyle.TextWidth(r.Product.Name)+productPadding)
		}
	}
	return min(width, maxProduct)
}

// marked returns a person's name after the mark of the stance, or the name alone for the client.
func (b *book) marked(p accountview.Person) string {
	if b.Client {
		return p.Name
	}
	return b.Words.StanceMark(p.Stance) + " " + p.Name
}

// linesOf returns the number of lines of a person in a column of the given number of characters.
func (b *book) linesOf(p accountview.Person, width float64) int {
	n := sheetstyle.Lines(b.marked(p), width)
	if p.Roles != "" {
		n += sheetstyle.Lines(p.Roles, width/roleSize)
	}
	return n
}
