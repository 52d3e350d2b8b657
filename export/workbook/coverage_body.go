package workbook

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// addProducts adds the rows of products, each line an outline group under a head of its own.
func (c *coverage) addProducts() {
	c.first = len(c.sheet.Rows)
	words := c.statusCells()
	var products []sheet.Range
	for _, l := range c.Coverage.Lines {
		from := len(c.sheet.Rows)
		var outline int8
		if l.Name != "" {
			c.add(sheet.Row{}) // its head, once its products are there
			outline = 1
		}
		rows := sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: len(l.Rows), Columns: c.width()}
		for _, r := range l.Rows {
			if c.amount != nil {
				c.addAmounts(r, outline)
			} else {
				c.addProduct(r, words, outline)
			}
		}
		if l.Name != "" {
			c.sheet.Rows[from] = c.lineHead(l, rows)
		}
		products = append(products, rows)
	}
	products = append(products, c.addBlankRows(words)...)
	c.last = len(c.sheet.Rows) - 1
	if c.last < c.first {
		none := terms.HandoffNoCoverage
		if c.amount != nil && len(c.data.Products) > 0 {
			none = terms.SheetsNothing
		}
		c.add(sheet.Row{Height: 19, Cells: []sheet.Cell{{}, {Value: sheet.Text(c.Words.Text(none)), Style: c.Quiet}}})
		return
	}
	if c.amount != nil {
		return
	}
	if c.width() > 0 {
		c.tint()
	}
	if c.Client {
		return
	}
	c.sheet.Bars = []sheet.Bar{{Range: c.cells(shareColumn, 1), Color: accountview.BarColour}}
	if c.width() > 0 {
		c.offer(products)
	}
}

// addBlankRows adds the rows in which a reader names products, and returns the cells of their
// statuses.
func (c *coverage) addBlankRows(words map[accountmap.CoverageStatus]sheet.Cell) []sheet.Range {
	if c.blank.rows == 0 || c.amount != nil {
		return nil
	}
	from := len(c.sheet.Rows)
	for range c.blank.rows {
		row := sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(hiddensheet.NewMark)}, {Style: c.RowName}, {Style: c.Amount}}}
		for range c.width() {
			row.Cells = append(row.Cells, words[accountmap.CoverageUnassessed])
		}
		c.add(row)
	}
	return []sheet.Range{{Row: from, Column: firstUnit, Rows: c.blank.rows, Columns: c.width()}}
}

// cells is the range of the products' rows in n columns.
func (c *coverage) cells(column, n int) sheet.Range {
	return sheet.Range{Row: c.first, Column: column, Rows: c.last - c.first + 1, Columns: n}
}

// tint lets the spreadsheet colour the cells by their words, so that the colour follows when a
// word is changed.
func (c *coverage) tint() {
	for _, s := range c.shownStatuses() {
		t := accountview.StatusTint(s)
		c.sheet.Tints = append(c.sheet.Tints, sheet.Tint{
			Range: c.cells(firstUnit, c.width()), Text: c.Words.Status(s), Fill: t.Fill, Ink: t.Ink,
		})
	}
}

// offer lets a reader choose the status of a cell from a list, in the cells of products only.
func (c *coverage) offer(products []sheet.Range) {
	c.sheet.Choices = []sheet.Choice{{Ranges: products, Name: c.choices("CoverageStatus"),
		Title: c.Words.Text(terms.WorkbookBadStatusTitle), Text: c.Words.Text(terms.WorkbookBadStatus)}}
}

// statusCells has one cell for each status, which all cells of that status share.
func (c *coverage) statusCells() map[accountmap.CoverageStatus]sheet.Cell {
	cells := map[accountmap.CoverageStatus]sheet.Cell{accountmap.CoverageUnassessed: {Style: c.Plain}}
	for _, s := range accountmap.CoverageStatuses() {
		cells[s] = sheet.Cell{Value: sheet.Text(c.Words.Status(s)), Style: c.Plain}
	}
	return cells
}

// lineHead is the row above the products of a line, with the penetration of the line.
func (c *coverage) lineHead(l accountview.ProductLine, rows sheet.Range) sheet.Row {
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstUnit+len(c.Coverage.Units))}
	if n := sheetstyle.Lines(l.Name, (c.sheet.Columns[productColumn].Width-unitPadding)/1.1); n > 1 {
		row.Height = rowHeight(n)
	}
	for i := range row.Cells {
		row.Cells[i].Style = c.Group
	}
	row.Cells[productColumn] = sheet.Cell{Value: sheetstyle.CellText(l.Name), Style: c.GroupName}
	if c.amount != nil {
		row.Cells[shareColumn] = c.sumOf(c.sumIn(rows), rows, c.looks.line)
		return row
	}
	row.Cells[shareColumn] = c.shareOf(l.Share, rows, c.GroupAmount)
	return row
}

func (c *coverage) addProduct(r accountview.ProductRow, words map[accountmap.CoverageStatus]sheet.Cell, outline int8) {
	row := c.productRow(r, outline)
	row.Cells[shareColumn] = c.shareOf(r.Share, sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: 1, Columns: len(r.Statuses)}, c.Amount)
	for _, s := range r.Statuses {
		row.Cells = append(row.Cells, words[s])
	}
	for range c.blank.columns {
		row.Cells = append(row.Cells, words[accountmap.CoverageUnassessed])
	}
	c.add(row)
}

// productRow is the row of a product up to its units.
func (c *coverage) productRow(r accountview.ProductRow, outline int8) sheet.Row {
	name := c.ProductName(r.Product.ID)
	row := sheet.Row{Height: 19, Outline: outline, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(r.Statuses))}
	if n := sheetstyle.Lines(name, c.sheet.Columns[productColumn].Width-productPadding); n > 1 {
		row.Height = rowHeight(n)
	}
	if !c.Client && c.amount == nil {
		row.Cells[idColumn] = sheet.Cell{Value: sheet.Text(r.Product.ID)}
	}
	row.Cells[productColumn] = sheet.Cell{Value: sheetstyle.CellText(name), Style: c.RowName}
	return row
}

// shareOf is a cell with the penetration of a range of statuses as a formula; the client reads
// how many of them are sold.
func (c *coverage) shareOf(p accountmap.Penetration, within sheet.Range, style *sheet.Style) sheet.Cell {
	if within.Columns == 0 {
		return sheet.Cell{Style: style}
	}
	if c.Client {
		return sheet.Cell{Value: sheet.Formula{Expr: c.countOf(accountmap.CoverageSold, within), Cached: sheet.Number(p.Sold)}, Style: style}
	}
	sellable := fmt.Sprint(within.Columns)
	if within.Rows > 1 {
		sellable = fmt.Sprintf("%s*%d", c.productsIn(within), within.Columns)
	}
	for _, s := range accountmap.CoverageStatuses() {
		if !s.Sellable() {
			sellable += "-" + c.countOf(s, within)
		}
	}
	expr := fmt.Sprintf("IFERROR(%s/(%s),0)", c.countOf(accountmap.CoverageSold, within), sellable)
	return sheet.Cell{Value: sheet.Formula{Expr: expr, Cached: sheet.Percent(p.Share())}, Style: style}
}

// productsIn counts the products in the rows of a range by their names, so that a product added
// among them counts at once. The heads of lines have names too.
func (c *coverage) productsIn(within sheet.Range) string {
	names := sheet.Range{Row: within.Row, Column: productColumn, Rows: within.Rows, Columns: 1}
	heads := 0
	if within.Row == c.first && within.Rows == c.last-c.first+1 {
		for _, l := range c.Coverage.Lines {
			if l.Name != "" {
				heads++
			}
		}
	}
	if heads == 0 {
		return fmt.Sprintf("COUNTA(%s)", names.Absolute())
	}
	return fmt.Sprintf("(COUNTA(%s)-%d)", names.Absolute(), heads)
}

// countOf counts the cells of a range that hold the word of a status, in the language of formulas.
func (c *coverage) countOf(s accountmap.CoverageStatus, within sheet.Range) string {
	return fmt.Sprintf(`COUNTIF(%v,"%s")`, within, strings.ReplaceAll(c.Words.Status(s), `"`, `""`))
}

// addTotals adds the penetration of each unit, and the penetration of the whole account at the
// left.
func (c *coverage) addTotals() {
	units, name := len(c.Coverage.Units), terms.WorkbookUnitPenetration
	if c.Client {
		name = terms.ClientProductsBought
	}
	row := sheet.Row{Height: 20, Cells: []sheet.Cell{
		{}, {Value: sheet.Text(c.Words.Text(name)), Style: c.Head}, c.total(c.Coverage.Whole, firstUnit, units),
	}}
	if !c.Client {
		row.Cells[idColumn].Value = sheet.Text(hiddensheet.EndMark)
	}
	for i, share := range c.Coverage.Shares {
		row.Cells = append(row.Cells, c.total(share, firstUnit+i, 1))
	}
	c.add(row)
}

func (c *coverage) total(p accountmap.Penetration, column, columns int) sheet.Cell {
	if c.last < c.first {
		return sheet.Cell{Style: c.TotalAmount}
	}
	return c.shareOf(p, c.cells(column, columns), c.TotalAmount)
}
