package sheet

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/opc"
)

type worksheet struct {
	*frame
	index int
	sheet *Sheet
	links []link
	tints []int // the numbers of the sheet's tints in the file
}

// write writes the sheet, with its elements in the order of ISO 29500.
func (p *worksheet) write(out *bufio.Writer) {
	out.WriteString(xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + opc.OfficeRelations + `">`)
	out.WriteString("<sheetPr>")
	if p.sheet.TabColor != "" {
		fmt.Fprintf(out, `<tabColor rgb="%s"/>`, argb(p.sheet.TabColor))
	}
	fmt.Fprintf(out, `<outlinePr summaryBelow="false" summaryRight="false"/><pageSetUpPr fitToPage="%t"/></sheetPr>`, p.sheet.Print.PagesWide > 0)
	fmt.Fprintf(out, `<dimension ref="%s"/>`, p.sheet.extent())
	p.writeView(out)
	p.writeFormat(out)
	p.writeColumns(out)
	rows := rowWriter{styles: p.styles}
	rows.write(out, p.sheet)
	if p.sheet.Protected {
		out.WriteString(`<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>`)
	}
	if p.sheet.Filter != (Range{}) {
		fmt.Fprintf(out, `<autoFilter ref="%v"/>`, p.sheet.Filter)
	}
	p.writeMerges(out)
	p.writeConditions(out)
	p.writeChoices(out)
	p.writeLinks(out)
	p.sheet.Print.write(out)
	if p.sheet.drawn() {
		out.WriteString(`<drawing r:id="drawing"/>`)
	}
	p.writeTables(out)
	out.WriteString("</worksheet>")
}

func argb(color string) string { return "FF" + strings.ToUpper(strings.TrimPrefix(color, "#")) }

// extent returns the range of all cells. Some readers ignore cells outside it.
func (s *Sheet) extent() string {
	columns := 1
	for i := range s.Rows {
		columns = max(columns, len(s.Rows[i].Cells))
	}
	if columns == 1 && len(s.Rows) <= 1 {
		return "A1"
	}
	return Range{Rows: len(s.Rows), Columns: columns}.String()
}

func (p *worksheet) writeView(out *bufio.Writer) {
	s := p.sheet
	fmt.Fprintf(out, `<sheetViews><sheetView showGridLines="%t" rightToLeft="false"`, !s.HideGridlines)
	if p.index == firstVisible(p.workbook.Sheets) {
		out.WriteString(` tabSelected="1"`)
	}
	out.WriteString(` zoomScale="100" zoomScaleNormal="100" workbookViewId="0">`)
	writePane(out, s.FreezeRows, s.FreezeColumns)
	out.WriteString("</sheetView></sheetViews>")
}

func writePane(out *bufio.Writer, rows, columns int) {
	if rows == 0 && columns == 0 {
		return
	}
	pane, split := "bottomRight", ""
	switch {
	case columns == 0:
		pane = "bottomLeft"
	case rows == 0:
		pane = "topRight"
	}
	if columns > 0 {
		split += fmt.Sprintf(` xSplit="%d"`, columns)
	}
	if rows > 0 {
		split += fmt.Sprintf(` ySplit="%d"`, rows)
	}
	fmt.Fprintf(out, `<pane%s topLeftCell="%[2]s" activePane="%[3]s" state="frozen"/><selection pane="%[3]s" activeCell="%[2]s" sqref="%[2]s"/>`,
		split, Ref(rows, columns), pane)
}

const defaultWidth = 10

// writeFormat writes the default width of columns and the depth of the outlines. Without the depth,
// spreadsheets show no buttons to fold them.
func (p *worksheet) writeFormat(out *bufio.Writer) {
	var rows int8
	for i := range p.sheet.Rows {
		rows = max(rows, p.sheet.Rows[i].Outline)
	}
	columns := 0
	for _, c := range p.sheet.Columns {
		columns = max(columns, c.Outline)
	}
	fmt.Fprintf(out, `<sheetFormatPr defaultColWidth="%s" defaultRowHeight="15"`, decimal(cmp.Or(p.sheet.DefaultWidth, defaultWidth)))
	if rows > 0 {
		fmt.Fprintf(out, ` outlineLevelRow="%d"`, rows)
	}
	if columns > 0 {
		fmt.Fprintf(out, ` outlineLevelCol="%d"`, columns)
	}
	out.WriteString("/>")
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// writeColumns writes the columns with settings of their own, each run of equal columns as one
// element.
func (p *worksheet) writeColumns(out *bufio.Writer) {
	usual := Column{Width: cmp.Or(p.sheet.DefaultWidth, defaultWidth)}
	columns := p.sheet.Columns
	open := false
	for i := 0; i < len(columns); {
		c := columns[i]
		n := i + 1
		for n < len(columns) && columns[n] == c {
			n++
		}
		c.Width = cmp.Or(c.Width, usual.Width)
		if c != usual {
			if !open {
				out.WriteString("<cols>")
				open = true
			}
			fmt.Fprintf(out, `<col min="%d" max="%d" width="%s" customWidth="1"`, i+1, n, decimal(c.Width))
			if c.Blank != nil {
				fmt.Fprintf(out, ` style="%d"`, p.styles.known(nil, formOf(c.Blank)))
			}
			if c.Hidden {
				out.WriteString(` hidden="1"`)
			}
			if c.Outline > 0 {
				fmt.Fprintf(out, ` outlineLevel="%d"`, c.Outline)
			}
			out.WriteString("/>")
		}
		i = n
	}
	if open {
		out.WriteString("</cols>")
	}
}

func (p *worksheet) writeTables(out *bufio.Writer) {
	if len(p.sheet.Tables) == 0 {
		return
	}
	fmt.Fprintf(out, `<tableParts count="%d">`, len(p.sheet.Tables))
	for i := range p.sheet.Tables {
		fmt.Fprintf(out, `<tablePart r:id="%s"/>`, tableID(i))
	}
	out.WriteString("</tableParts>")
}

func (p *worksheet) writeMerges(out *bufio.Writer) {
	if len(p.sheet.Merges) == 0 {
		return
	}
	fmt.Fprintf(out, `<mergeCells count="%d">`, len(p.sheet.Merges))
	for _, m := range p.sheet.Merges {
		fmt.Fprintf(out, `<mergeCell ref="%v"/>`, m)
	}
	out.WriteString("</mergeCells>")
}
