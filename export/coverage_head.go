package export

import (
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

const (
	lineHeight = 13 // points
	bandHeight = 20
	// filterHeight is left below the names of units and their places, where the buttons of the filter lie over the cells.
	filterHeight = 9
	// bandRepeat is after how many columns the label of a wide band stands again, so that one is always in sight.
	bandRepeat = 6
	// bandRepeatWide is the same where pages cut the sheet: one is to be in sight on each page.
	bandRepeatWide = 3
)

// addHead adds the bands of the units that hold others, and the row of the units themselves.
func (c *coverage) addHead() {
	for _, row := range c.matrix.bands {
		c.addBands(row)
	}
	head := sheet.Row{Cells: []sheet.Cell{
		{Style: c.styles.head},
		{Value: sheet.Text(c.words.Text(terms.ColumnProduct)), Style: c.styles.head},
		{Value: sheet.Text(c.words.Text(c.shareHead())), Style: c.styles.head},
	}}
	most := 2
	for _, u := range c.matrix.units {
		name, place := c.unitName(u.ID), c.place(u.ID)
		if place == "" && !c.client {
			place = c.words.Text(terms.MapPlaceUnknown)
		}
		head.Cells = append(head.Cells, sheet.Cell{Style: c.styles.headUnit, Value: sheet.Rich{
			{Text: cut(name, longestText/2) + "\n", Bold: true, Ink: inkText},
			{Text: cut(place, longestText/2), Size: 8.5, Ink: inkNote},
		}})
		most = max(most, lines(name, (c.unitWidth-unitPadding)/1.1)+lines(place, (c.unitWidth-unitPadding)*1.15))
	}
	head.Height = rowHeight(most) + filterHeight
	c.head = len(c.sheet.Rows)
	c.add(head)
	c.sheet.FreezeRows, c.sheet.FreezeColumns = len(c.sheet.Rows), firstUnit
}

// shareHead heads the column beside the products: their penetration, or a sum where there is none.
func (c *coverage) shareHead() terms.Key {
	if c.amount != nil || c.client {
		return terms.SheetsTotal
	}
	return terms.ColumnPenetration
}

func (c *coverage) addBands(bands []band) {
	row := sheet.Row{Height: bandHeight, Cells: make([]sheet.Cell, firstUnit, firstUnit+len(c.matrix.units))}
	for _, b := range bands {
		label := c.bandLabel(b)
		for left := b.columns; left > 0; {
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

// bandCells are n cells of a band under one label. The label is centred over them where it fits, and wraps in the first where not. On a sheet
// that is cut into pages side by side it stands in the first in any case, as pages may end anywhere.
func (c *coverage) bandCells(b band, label sheet.Rich, n int) (cells []sheet.Cell, height float64) {
	cells = make([]sheet.Cell, n)
	if b.unit == "" {
		return cells, 0
	}
	for i := range cells {
		cells[i].Style = c.band
	}
	cells[0].Value, cells[0].Style = label, c.bandFirst
	text := label[0].Text + label[1].Text
	if c.wide() {
		n = 1
	}
	if 1.1*textWidth(text) <= float64(n)*c.unitWidth-unitPadding {
		if c.wide() {
			cells[0].Style = c.bandLeft
		}
		return cells, bandHeight
	}
	cells[0].Style = c.bandWrapped
	return cells, rowHeight(lines(text, (c.unitWidth-unitPadding)/1.1))
}

func (c *coverage) bandLabel(b band) sheet.Rich {
	name := c.unitName(b.unit)
	if b.below {
		name = "… › " + name
	}
	label := sheet.Rich{{Text: cut(name, longestText/2), Bold: true, Ink: "#FFFFFF"}, {}}
	if place := c.place(b.unit); place != "" && place != name {
		label[1] = sheet.Run{Text: "   " + cut(place, longestText/2), Size: 8.5, Ink: "#DCE5F5"}
	}
	return label
}

// rowHeight is the height of a row of so many lines, within what stays on a screen.
func rowHeight(lines int) float64 { return min(float64(lines)*lineHeight+7, 150) }
