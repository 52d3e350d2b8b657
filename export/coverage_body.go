package export

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addProducts adds the rows of products, each line an outline group under a head of its own.
func (c *coverage) addProducts() {
	c.first = len(c.sheet.Rows)
	words := c.statusCells()
	var products []sheet.Range
	for _, l := range c.matrix.lines {
		var outline int8
		if l.name != "" {
			c.addLine(l.name)
			outline = 1
		}
		products = append(products, sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: len(l.rows), Columns: len(c.matrix.units)})
		for _, r := range l.rows {
			c.addProduct(r, words, outline)
		}
	}
	c.last = len(c.sheet.Rows) - 1
	if c.last < c.first {
		c.add(sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(c.words.Text(terms.HandoffNoCoverage)), Style: c.quiet}}})
		return
	}
	c.sheet.Bars = []sheet.Bar{{Range: c.cells(shareColumn, 1), Color: barColour}}
	if len(c.matrix.units) > 0 {
		c.tint()
		c.offer(products)
	}
}

// cells is the range of the products' rows in n columns.
func (c *coverage) cells(column, n int) sheet.Range {
	return sheet.Range{Row: c.first, Column: column, Rows: c.last - c.first + 1, Columns: n}
}

// tint lets the spreadsheet colour the cells by their words, so that the colour follows when a word is changed.
func (c *coverage) tint() {
	for _, s := range accountmap.Statuses() {
		t := statusTint(s)
		c.sheet.Tints = append(c.sheet.Tints, sheet.Tint{
			Range: c.cells(firstUnit, len(c.matrix.units)), Text: c.words.Status(s), Fill: t.fill, Ink: t.ink,
		})
	}
}

// offer lets a reader choose the status of a cell from a list, in the cells of products only.
func (c *coverage) offer(products []sheet.Range) {
	choice := sheet.Choice{Ranges: products, Title: c.words.Text(terms.WorkbookBadStatusTitle), Text: c.words.Text(terms.WorkbookBadStatus)}
	for _, s := range accountmap.Statuses() {
		choice.Words = append(choice.Words, c.words.Status(s))
	}
	c.sheet.Choices = []sheet.Choice{choice}
}

// statusCells has one cell for each status, which all cells of that status share.
func (c *coverage) statusCells() map[accountmap.Status]sheet.Cell {
	cells := map[accountmap.Status]sheet.Cell{accountmap.StatusUnassessed: {Style: c.status}}
	for _, s := range accountmap.Statuses() {
		cells[s] = sheet.Cell{Value: sheet.Text(c.words.Status(s)), Style: c.status}
	}
	return cells
}

func (c *coverage) addLine(name string) {
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstUnit+len(c.matrix.units))}
	for i := range row.Cells {
		row.Cells[i].Style = c.group
	}
	row.Cells[productColumn].Value = cellText(name)
	c.add(row)
}

func (c *coverage) addProduct(r productRow, words map[accountmap.Status]sheet.Cell, outline int8) {
	name := c.productName(r.product.ID)
	row := sheet.Row{Height: 19, Outline: outline, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(r.statuses))}
	if n := lines(name, c.sheet.Columns[productColumn].Width-productPadding); n > 1 {
		row.Height = rowHeight(n)
	}
	row.Cells[productColumn] = sheet.Cell{Value: cellText(name), Style: c.product}
	row.Cells[shareColumn] = c.shareOf(r.share, sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: 1, Columns: len(r.statuses)}, c.share)
	for _, s := range r.statuses {
		row.Cells = append(row.Cells, words[s])
	}
	c.add(row)
}

// shareOf is a cell with the penetration of a range of statuses as a formula.
func (c *coverage) shareOf(p accountmap.Penetration, within sheet.Range, style *sheet.Style) sheet.Cell {
	if within.Columns == 0 {
		return sheet.Cell{Style: style}
	}
	sellable := fmt.Sprintf("%d", within.Columns)
	if within.Rows > 1 {
		// Heads of lines stand among the rows; only products have a number in the column of shares.
		sellable = fmt.Sprintf("COUNT(%v)*%d", absolute(c.cells(shareColumn, 1)), within.Columns)
	}
	for _, s := range accountmap.Statuses() {
		if !s.Sellable() {
			sellable += "-" + c.countOf(s, within)
		}
	}
	expr := fmt.Sprintf("IFERROR(%s/(%s),0)", c.countOf(accountmap.StatusSold, within), sellable)
	return sheet.Cell{Value: sheet.Formula{Expr: expr, Cached: sheet.Percent(p.Share())}, Style: style}
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
	units := len(c.matrix.units)
	row := sheet.Row{Height: 20, Cells: []sheet.Cell{
		{Value: sheet.Text(c.words.Text(terms.WorkbookUnitPenetration)), Style: c.totalName},
		c.total(c.matrix.whole, firstUnit, units),
	}}
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
