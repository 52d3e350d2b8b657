package export

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addProducts adds the rows of products, each line an outline group under a head of its own.
func (c *coverage) addProducts() {
	c.first = len(c.sheet.Rows)
	words := c.statusCells()
	var products []sheet.Range
	for _, l := range c.matrix.lines {
		from := len(c.sheet.Rows)
		var outline int8
		if l.name != "" {
			c.add(sheet.Row{}) // its head, once its products are there
			outline = 1
		}
		rows := sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: len(l.rows), Columns: len(c.matrix.units)}
		for _, r := range l.rows {
			if c.amount != nil {
				c.addAmounts(r, outline)
			} else {
				c.addProduct(r, words, outline)
			}
		}
		if l.name != "" {
			c.sheet.Rows[from] = c.lineHead(l, rows)
		}
		products = append(products, rows)
	}
	c.last = len(c.sheet.Rows) - 1
	if c.last < c.first {
		c.add(sheet.Row{Height: 19, Cells: []sheet.Cell{{}, {Value: sheet.Text(c.words.Text(terms.HandoffNoCoverage)), Style: c.quiet}}})
		return
	}
	if c.amount != nil {
		return
	}
	if len(c.matrix.units) > 0 {
		c.tint()
	}
	if c.client {
		return
	}
	c.sheet.Bars = []sheet.Bar{{Range: c.cells(shareColumn, 1), Color: barColour}}
	if len(c.matrix.units) > 0 {
		c.offer(products)
	}
}

// cells is the range of the products' rows in n columns.
func (c *coverage) cells(column, n int) sheet.Range {
	return sheet.Range{Row: c.first, Column: column, Rows: c.last - c.first + 1, Columns: n}
}

// tint lets the spreadsheet colour the cells by their words, so that the colour follows when a word is changed.
func (c *coverage) tint() {
	for _, s := range c.shownStatuses() {
		t := statusTint(s)
		c.sheet.Tints = append(c.sheet.Tints, sheet.Tint{
			Range: c.cells(firstUnit, len(c.matrix.units)), Text: c.words.Status(s), Fill: t.fill, Ink: t.ink,
		})
	}
}

// offer lets a reader choose the status of a cell from a list, in the cells of products only.
func (c *coverage) offer(products []sheet.Range) {
	c.sheet.Choices = []sheet.Choice{{Ranges: products, Name: c.choices("Status"),
		Title: c.words.Text(terms.WorkbookBadStatusTitle), Text: c.words.Text(terms.WorkbookBadStatus)}}
}

// statusCells has one cell for each status, which all cells of that status share.
func (c *coverage) statusCells() map[accountmap.Status]sheet.Cell {
	cells := map[accountmap.Status]sheet.Cell{accountmap.StatusUnassessed: {Style: c.status}}
	for _, s := range accountmap.Statuses() {
		cells[s] = sheet.Cell{Value: sheet.Text(c.words.Status(s)), Style: c.status}
	}
	return cells
}

// lineHead is the row above the products of a line, with the penetration of the line.
func (c *coverage) lineHead(l productLine, rows sheet.Range) sheet.Row {
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstUnit+len(c.matrix.units))}
	if n := lines(l.name, (c.sheet.Columns[productColumn].Width-unitPadding)/1.1); n > 1 {
		row.Height = rowHeight(n)
	}
	for i := range row.Cells {
		row.Cells[i].Style = c.group
	}
	row.Cells[productColumn] = sheet.Cell{Value: cellText(l.name), Style: c.groupName}
	if c.amount != nil {
		row.Cells[shareColumn] = c.sumOf(c.sumIn(rows), rows, c.looks.line)
		return row
	}
	row.Cells[shareColumn] = c.shareOf(l.share, rows, c.groupShare)
	return row
}

func (c *coverage) addProduct(r productRow, words map[accountmap.Status]sheet.Cell, outline int8) {
	row := c.productRow(r, outline)
	row.Cells[shareColumn] = c.shareOf(r.share, sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: 1, Columns: len(r.statuses)}, c.share)
	for _, s := range r.statuses {
		row.Cells = append(row.Cells, words[s])
	}
	c.add(row)
}

// productRow is the row of a product up to its units.
func (c *coverage) productRow(r productRow, outline int8) sheet.Row {
	name := c.productName(r.product.ID)
	row := sheet.Row{Height: 19, Outline: outline, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(r.statuses))}
	if n := lines(name, c.sheet.Columns[productColumn].Width-productPadding); n > 1 {
		row.Height = rowHeight(n)
	}
	if !c.client {
		row.Cells[idColumn] = sheet.Cell{Value: sheet.Text(r.product.ID)}
	}
	row.Cells[productColumn] = sheet.Cell{Value: cellText(name), Style: c.product}
	return row
}

// shareOf is a cell with the penetration of a range of statuses as a formula; the client reads how many of them are sold.
func (c *coverage) shareOf(p accountmap.Penetration, within sheet.Range, style *sheet.Style) sheet.Cell {
	if within.Columns == 0 {
		return sheet.Cell{Style: style}
	}
	if c.client {
		return sheet.Cell{Value: sheet.Formula{Expr: c.countOf(accountmap.StatusSold, within), Cached: sheet.Number(p.Sold)}, Style: style}
	}
	sellable := fmt.Sprint(within.Columns)
	if within.Rows > 1 {
		sellable = fmt.Sprintf("%s*%d", c.productsIn(within), within.Columns)
	}
	for _, s := range accountmap.Statuses() {
		if !s.Sellable() {
			sellable += "-" + c.countOf(s, within)
		}
	}
	expr := fmt.Sprintf("IFERROR(%s/(%s),0)", c.countOf(accountmap.StatusSold, within), sellable)
	return sheet.Cell{Value: sheet.Formula{Expr: expr, Cached: sheet.Percent(p.Share())}, Style: style}
}

// productsIn counts the products in the rows of a range by their names, so that a product added among them counts at once. The heads of
// lines have names too.
func (c *coverage) productsIn(within sheet.Range) string {
	names := sheet.Range{Row: within.Row, Column: productColumn, Rows: within.Rows, Columns: 1}
	heads := 0
	if within.Row == c.first && within.Rows == c.last-c.first+1 {
		for _, l := range c.matrix.lines {
			if l.name != "" {
				heads++
			}
		}
	}
	if heads == 0 {
		return fmt.Sprintf("COUNTA(%s)", absolute(names))
	}
	return fmt.Sprintf("(COUNTA(%s)-%d)", absolute(names), heads)
}

// countOf counts the cells of a range that hold the word of a status, in the language of formulas.
func (c *coverage) countOf(s accountmap.Status, within sheet.Range) string {
	return fmt.Sprintf(`COUNTIF(%v,"%s")`, within, strings.ReplaceAll(c.words.Status(s), `"`, `""`))
}

// absolute names a range with its columns and rows fixed, such as "$B$2:$B$9".
func absolute(r sheet.Range) string {
	from, to, _ := strings.Cut(r.String(), ":")
	return fix(from) + ":" + fix(to)
}

func fix(ref string) string {
	digits := strings.IndexAny(ref, "0123456789")
	return "$" + ref[:digits] + "$" + ref[digits:]
}

// addTotals adds the penetration of each unit, with that of the whole account at its left.
func (c *coverage) addTotals() {
	units, name := len(c.matrix.units), terms.WorkbookUnitPenetration
	if c.client {
		name = terms.ClientProductsBought
	}
	row := sheet.Row{Height: 20, Cells: []sheet.Cell{
		{}, {Value: sheet.Text(c.words.Text(name)), Style: c.totalName}, c.total(c.matrix.whole, firstUnit, units),
	}}
	if !c.client {
		row.Cells[idColumn].Value = sheet.Text(table.EndMark)
	}
	for i, share := range c.matrix.shares {
		row.Cells = append(row.Cells, c.total(share, firstUnit+i, 1))
	}
	c.add(row)
}

func (c *coverage) total(p accountmap.Penetration, column, columns int) sheet.Cell {
	if c.last < c.first {
		return sheet.Cell{Style: c.totalShare}
	}
	return c.shareOf(p, c.cells(column, columns), c.totalShare)
}
