package workbook

import (
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
)

const (
	bandHeight = 20
	// filterHeight is left below the names of units and their places, where the buttons of the
	// filter lie over the cells.
	filterHeight = 9
	// bandRepeat is the number of columns after which a wide band repeats its label, so that one is
	// always in view.
	bandRepeat = 6
	// bandRepeatWide is bandRepeat on a sheet of several pages: one label is on each page.
	bandRepeatWide = 3
)

// addHead adds the bands of the units that hold others, and the row of the units themselves.
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

// shareHead is the head of the column after the products: the penetration, or a sum.
func (c *coverage) shareHead() terms.Key {
	if c.amount != nil || c.Client {
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

// bandCells are n cells of a band under one label. A label that fits is centered over them; a
// longer one wraps in the first cell. On a sheet of several pages it is in the first cell, as a
// page may end anywhere.
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

// rowHeight is the height of a row of so many lines, within what stays on a screen.
func rowHeight(lines int) float64 { return min(float64(lines)*sheetstyle.LineHeight+7, 150) }
