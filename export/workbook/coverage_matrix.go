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

const (
	bandHeight = 20
	// filterHeight is the space for the filter buttons below the names and places of units.
	filterHeight = 9
	// bandRepeat is the number of columns after which a wide band repeats its label, so that one
	// label is always visible.
	bandRepeat = 6
	// bandRepeatWide replaces bandRepeat on a sheet of several pages, so that each page has a
	// label.
	bandRepeatWide = 3
)

func (c *coverage) addHead() {
	for _, row := range c.Coverage.Bands {
		c.addBands(row)
	}
	head := sheet.Row{Cells: []sheet.Cell{
		{Style: c.Styles.Head},
		{Value: sheet.Text(c.Words.Text(terms.ColumnProduct)), Style: c.Styles.Head},
		{Value: sheet.Text(c.Words.Text(c.shareHead())), Style: c.Styles.Head},
	}}
	most := 2
	for _, u := range c.Coverage.Units {
		name, place := c.UnitName(u.ID), c.Place(u.ID)
		if place == "" && !c.Client {
			place = c.Words.Text(terms.MapPlaceUnknown)
		}
		head.Cells = append(head.Cells, sheet.Cell{Style: c.Styles.HeadUnit, Value: sheet.Rich{
			{Text: sheetstyle.Cut(name, sheetstyle.LongestText/2) + "\n", Bold: true, Ink: accountview.InkText},
			{Text: sheetstyle.Cut(place, sheetstyle.LongestText/2), Size: 8.5, Ink: accountview.InkNote},
		}})
		most = max(most, sheetstyle.Lines(name, (c.unitWidth-unitPadding)/1.1)+sheetstyle.Lines(place, (c.unitWidth-unitPadding)*1.15))
	}
	for range c.blank.columns {
		head.Cells = append(head.Cells, sheet.Cell{Style: c.Styles.HeadUnit})
	}
	head.Height = rowHeight(most) + filterHeight
	c.head = len(c.sheet.Rows)
	c.add(head)
	c.sheet.FreezeRows, c.sheet.FreezeColumns = len(c.sheet.Rows), firstUnit
}

// shareHead returns the head of the column after the products: the penetration, or a sum.
func (c *coverage) shareHead() terms.Key {
	if c.Client {
		return terms.SheetsTotal
	}
	return terms.ColumnPenetration
}

func (c *coverage) addBands(bands []accountview.Band) {
	row := sheet.Row{Height: bandHeight, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(c.Coverage.Units))}
	for _, b := range bands {
		label := c.bandLabel(b)
		for left := b.Columns; left > 0; {
			n := left
			switch {
			case c.wide():
				n = min(left, bandRepeatWide)
			case left >= 2*bandRepeat:
				n = bandRepeat
			}
			cells, height := c.bandCells(b, label, n)
			row.Cells, row.Height = append(row.Cells, cells...), max(row.Height, height)
			left -= n
		}
	}
	c.add(row)
}

// bandCells returns n cells of a band under one label. A label that fits is centered over them; a
// longer label wraps in the first cell. On a sheet of several pages, the label is in the first
// cell, since a page may end anywhere.
func (c *coverage) bandCells(b accountview.Band, label sheet.Rich, n int) (cells []sheet.Cell, height float64) {
	cells = make([]sheet.Cell, n)
	if b.Unit == "" {
		return cells, 0
	}
	for i := range cells {
		cells[i].Style = c.Band
	}
	cells[0].Value, cells[0].Style = label, c.BandFirst
	text := label[0].Text + label[1].Text
	if c.wide() {
		n = 1
	}
	if 1.1*sheetstyle.TextWidth(text) <= float64(n)*c.unitWidth-unitPadding {
		if c.wide() {
			cells[0].Style = c.BandLeft
		}
		return cells, bandHeight
	}
	cells[0].Style = c.BandWrapped
	return cells, rowHeight(sheetstyle.Lines(text, (c.unitWidth-unitPadding)/1.1))
}

func (c *coverage) bandLabel(b accountview.Band) sheet.Rich {
	name := c.UnitName(b.Unit)
	if b.Below {
		name = "… › " + name
	}
	label := sheet.Rich{{Text: sheetstyle.Cut(name, sheetstyle.LongestText/2), Bold: true, Ink: "#FFFFFF"}, {}}
	if place := c.Place(b.Unit); place != "" && place != name {
		label[1] = sheet.Run{Text: "   " + sheetstyle.Cut(place, sheetstyle.LongestText/2), Size: 8.5, Ink: "#DCE5F5"}
	}
	return label
}

func rowHeight(lines int) float64 { return min(float64(lines)*sheetstyle.LineHeight+7, 150) }

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
			c.addProduct(r, words, outline)
		}
		if l.Name != "" {
			c.sheet.Rows[from] = c.lineHead(l, rows)
		}
		products = append(products, rows)
	}
	products = append(products, c.addBlankRows(words)...)
	c.last = len(c.sheet.Rows) - 1
	if c.last < c.first {
		c.add(sheet.Row{Height: 19, Cells: []sheet.Cell{{}, {Value: sheet.Text(c.Words.Text(terms.HandoffNoCoverage)), Style: c.Quiet}}})
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
		c.sheet.Choices = []sheet.Choice{{Ranges: products, Name: c.choices("CoverageStatus"), Title: c.Words.Text(terms.WorkbookBadStatusTitle), Text: c.Words.Text(terms.WorkbookBadStatus)}}
	}
}

// addBlankRows adds rows for a reader's own products, and returns the cells of their statuses.
func (c *coverage) addBlankRows(words map[accountmap.CoverageStatus]sheet.Cell) []sheet.Range {
	if c.blank.rows == 0 {
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

func (c *coverage) cells(column, n int) sheet.Range {
	return sheet.Range{Row: c.first, Column: column, Rows: c.last - c.first + 1, Columns: n}
}

// tint lets the spreadsheet colour the cells by their words, so that the colour follows an edit.
func (c *coverage) tint() {
	for _, s := range c.shownStatuses() {
		t := accountview.StatusTint(s)
		c.sheet.Tints = append(c.sheet.Tints, sheet.Tint{
			Range: c.cells(firstUnit, c.width()), Text: c.Words.Status(s), Fill: t.Fill, Ink: t.Ink,
		})
	}
}

// statusCells returns a cell for each status, which all cells of that status share.
func (c *coverage) statusCells() map[accountmap.CoverageStatus]sheet.Cell {
	cells := map[accountmap.CoverageStatus]sheet.Cell{accountmap.CoverageUnassessed: {Style: c.Plain}}
	for _, s := range accountmap.CoverageStatuses() {
		cells[s] = sheet.Cell{Value: sheet.Text(c.Words.Status(s)), Style: c.Plain}
	}
	return cells
}

// lineHead returns the row above the products of a line, with the penetration of the line.
func (c *coverage) lineHead(l accountview.ProductLine, rows sheet.Range) sheet.Row {
	row := sheet.Row{Height: 18, Cells: make([]sheet.Cell, firstUnit+len(c.Coverage.Units))}
	if n := sheetstyle.Lines(l.Name, (c.sheet.Columns[productColumn].Width-unitPadding)/1.1); n > 1 {
		row.Height = rowHeight(n)
	}
	for i := range row.Cells {
		row.Cells[i].Style = c.Group
	}
	row.Cells[productColumn] = sheet.Cell{Value: sheetstyle.CellText(l.Name), Style: c.GroupName}
	row.Cells[shareColumn] = c.shareOf(l.Share, rows, c.GroupAmount)
	return row
}

func (c *coverage) addProduct(r accountview.ProductRow, words map[accountmap.CoverageStatus]sheet.Cell, outline int8) {
	name := c.ProductName(r.Product.ID)
	row := sheet.Row{Height: 19, Outline: outline, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(r.Statuses))}
	if n := sheetstyle.Lines(name, c.sheet.Columns[productColumn].Width-productPadding); n > 1 {
		row.Height = rowHeight(n)
	}
	if !c.Client {
		row.Cells[idColumn] = sheet.Cell{Value: sheet.Text(r.Product.ID)}
	}
	row.Cells[productColumn] = sheet.Cell{Value: sheetstyle.CellText(name), Style: c.RowName}
	row.Cells[shareColumn] = c.shareOf(r.Share, sheet.Range{Row: len(c.sheet.Rows), Column: firstUnit, Rows: 1, Columns: len(r.Statuses)}, c.Amount)
	for _, s := range r.Statuses {
		row.Cells = append(row.Cells, words[s])
	}
	for range c.blank.columns {
		row.Cells = append(row.Cells, words[accountmap.CoverageUnassessed])
	}
	c.add(row)
}

// shareOf returns a cell with the penetration of a range of statuses as a formula. For the client
// it is the number of sold cells.
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

// productsIn returns a formula for the number of products in a range. It counts their names, so
// that an added product counts at once. The heads of lines, which have names too, are subtracted.
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

func (c *coverage) countOf(s accountmap.CoverageStatus, within sheet.Range) string {
	return fmt.Sprintf(`COUNTIF(%v,"%s")`, within, strings.ReplaceAll(c.Words.Status(s), `"`, `""`))
}

// addTotals adds the penetration of each unit and, at the left, the penetration of the whole
// account.
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
