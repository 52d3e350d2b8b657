package presentation

// Table is a table of cells. Every row has a cell for each column.
type Table struct {
	Head
	Box Box
	// Columns are the widths in EMU.
	Columns []int64
	Rows    []TableRow
}

// TableRow is a row of a table.
type TableRow struct {
	// Height is the minimum height in EMU. A row with more text is higher.
	Height int64
	Cells  []TableCell
}

// TableCell is a cell of a table.
type TableCell struct {
	Text Text
	// Fill is a colour as #RRGGBB. Empty means none.
	Fill string
	// Rule is the line under the cell.
	Rule Line
	// Span is the number of columns that the cell covers; 0 means 1. The cells that it covers are
	// Covered.
	Span    int
	Covered bool
}

const tableURI = "http://schemas.openxmlformats.org/drawingml/2006/table"

// AddTable adds a table. The first row is its head.
func (c *Canvas) AddTable(t *Table) {
	c.put(`<p:graphicFrame><p:nvGraphicFramePr>`)
	c.head(t.Head)
	c.put(`<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm>`)
	c.box(t.Box, "off", "ext")
	c.put(`</p:xfrm><a:graphic><a:graphicData uri="` + tableURI + `"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>`)
	for _, width := range t.Columns {
		c.put(`<a:gridCol`)
		c.attributes("w", width)
		c.put(`/>`)
	}
	c.put(`</a:tblGrid>`)
	for i := range t.Rows {
		c.put(`<a:tr`)
		c.attributes("h", t.Rows[i].Height)
		c.put(`>`)
		for j := range t.Rows[i].Cells {
			c.cell(&t.Rows[i].Cells[j])
		}
		c.put(`</a:tr>`)
	}
	c.put(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
}

func (c *Canvas) cell(cell *TableCell) {
	c.put(`<a:tc`)
	if cell.Span > 1 {
		c.attributes("gridSpan", int64(cell.Span))
	}
	if cell.Covered {
		c.put(` hMerge="1"`)
	}
	c.put(`>`)
	c.text("a", &cell.Text)
	c.put(`<a:tcPr`)
	in := cell.Text.Inset
	c.attributes("marL", in.Left, "marR", in.Right, "marT", in.Top, "marB", in.Bottom)
	if cell.Text.Anchor != "" {
		c.attribute("anchor", string(cell.Text.Anchor))
	}
	c.put(`><a:lnL w="0"><a:noFill/></a:lnL><a:lnR w="0"><a:noFill/></a:lnR><a:lnT w="0"><a:noFill/></a:lnT>`)
	if cell.Rule.Colour == "" {
		c.put(`<a:lnB w="0"><a:noFill/></a:lnB>`)
	} else {
		c.put(`<a:lnB`)
		c.attributes("w", cell.Rule.Width)
		c.put(`>`)
		c.fill(cell.Rule.Colour)
		c.put(`</a:lnB>`)
	}
	if cell.Fill == "" {
		c.put(`<a:noFill/>`)
	} else {
		c.fill(cell.Fill)
	}
	c.put(`</a:tcPr></a:tc>`)
}
