package sheet

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/opc"
)

// A Chart draws a bar for each number of a row or column. It changes with the numbers.
type Chart struct {
	// Row and Column, from zero, are the cell at the chart's top left corner.
	Row, Column int

	// Width and Height are in points, and must be positive.
	Width, Height float64

	// Title is written above the chart. Empty means none.
	Title string

	// Names and Values are ranges on the chart's own sheet, each a single row or column, of the
	// same length.
	Names, Values Range

	// Color is the colour of the bars. It is required.
	Color string

	// Horizontal makes the bars horizontal, with the first at the top. This leaves space for long
	// names.
	Horizontal bool

	// Max is the upper end of the scale. Zero leaves it to the spreadsheet.
	Max float64

	// Alt describes the chart for readers who cannot see it.
	Alt string
}

func (c Chart) check() error {
	err := cmp.Or(checkPlace(c.Row, c.Column, c.Width, c.Height), c.Names.check(), c.Values.check(), checkNeeded(c.Color), checkColor("a chart", c.Color))
	switch {
	case err != nil:
		return err
	case min(c.Values.Rows, c.Values.Columns) != 1 || min(c.Names.Rows, c.Names.Columns) != 1:
		return fmt.Errorf("names %v and values %v; want one row or one column each", c.Names, c.Values)
	case c.Names.count() != c.Values.count():
		return fmt.Errorf("%d names for %d values", c.Names.count(), c.Values.count())
	case !(c.Max >= 0 && c.Max <= 1e300):
		return fmt.Errorf("a scale up to %v; want a number above zero, or 0 for the spreadsheet's choice", c.Max)
	}
	return nil
}

func (r Range) count() int { return r.Rows * r.Columns }

// The look of a chart around its bars.
const (
	chartTitleInk = "111827"
	chartInk      = "1F2937"
	chartLine     = `<a:ln w="6350"><a:solidFill><a:srgbClr val="D9DFE8"/></a:solidFill></a:ln>`
)

func (p *worksheet) chartXML(c Chart) []byte {
	var x strings.Builder
	fmt.Fprintf(&x, xml.Header+`<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:roundedCorners val="0"/><c:chart>`, chartML, drawingML, opc.OfficeRelations)
	writeChartTitle(&x, cleantext.DropLines(c.Title))
	x.WriteString(`<c:plotArea><c:layout/>`)
	p.writeBars(&x, c)
	writeNameAxis(&x, c)
	writeValueAxis(&x, c, opc.Escape(p.codeOf(c.Values)))
	x.WriteString(`</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>` + chartLine + `</c:spPr>` +
		`<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:latin typeface="` + font + `"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>`)
	return []byte(x.String())
}

// writeChartTitle writes the title, or the absence of one. Without either, a chart of one series
// gets the name of its series.
func writeChartTitle(x *strings.Builder, title string) {
	if title == "" {
		x.WriteString(`<c:autoTitleDeleted val="1"/>`)
		return
	}
	fmt.Fprintf(x, `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1100" b="1">%s</a:rPr>`+
		`<a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`, letterXML(chartTitleInk), opc.Escape(title))
}

func (p *worksheet) writeBars(x *strings.Builder, c Chart) {
	direction := "col"
	if c.Horizontal {
		direction = "bar"
	}
	fmt.Fprintf(x, `<c:barChart><c:barDir val="%s"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>`+
		`<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`, direction, argb(c.Color)[2:])
	x.WriteString(`<c:dLbls>` + smallLetters() + `<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
		`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
	x.WriteString("<c:cat><c:strRef><c:f>" + p.reference(c.Names) + "</c:f><c:strCache>")
	p.writeCache(x, c.Names, func(v Value) (string, bool) { return textOf(v), textOf(v) != "" })
	x.WriteString("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>" + p.reference(c.Values) + "</c:f><c:numCache><c:formatCode>" +
		opc.Escape(p.codeOf(c.Values)) + "</c:formatCode>")
	p.writeCache(x, c.Values, func(v Value) (string, bool) {
		n, ok := figure(v)
		return decimal(n), ok
	})
	x.WriteString(`</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
}

// writeNameAxis writes the axis with the names, from the top down if the bars are horizontal.
func writeNameAxis(x *strings.Builder, c Chart) {
	side, order := "b", "minMax"
	if c.Horizontal {
		side, order = "l", "maxMin"
	}
	fmt.Fprintf(x, `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/>`+
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+
		`<c:spPr>%s</c:spPr>%s<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`+
		`<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`, order, side, chartLine, smallLetters())
}

func writeValueAxis(x *strings.Builder, c Chart, code string) {
	side, most := "l", ""
	if c.Horizontal {
		side = "t"
	}
	if c.Max > 0 {
		most = `<c:max val="` + decimal(c.Max) + `"/>`
	}
	fmt.Fprintf(x, `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/>`+
		`<c:majorGridlines><c:spPr>%s</c:spPr></c:majorGridlines><c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/>`+
		`<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="1"/>`+
		`<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`, most, side, chartLine, code, smallLetters())
}

func smallLetters() string {
	return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800">` + letterXML(chartInk) + `</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
}

func letterXML(color string) string {
	return `<a:solidFill><a:srgbClr val="` + color + `"/></a:solidFill><a:latin typeface="` + font + `"/>`
}

func (p *worksheet) reference(r Range) string {
	return opc.Escape(quoteName(p.names[p.index]) + "!" + r.Absolute())
}

func (p *worksheet) writeCache(x *strings.Builder, r Range, of func(Value) (string, bool)) {
	fmt.Fprintf(x, `<c:ptCount val="%d"/>`, r.count())
	for i := range r.count() {
		if text, ok := of(p.sheet.value(r, i)); ok {
			fmt.Fprintf(x, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, opc.Escape(text))
		}
	}
}

// value returns the value of the ith cell of a range of one row or one column. For a formula, it is
// the cached value.
func (s *Sheet) value(r Range, i int) Value {
	row, column := r.Row+i, r.Column
	if r.Rows == 1 {
		row, column = r.Row, r.Column+i
	}
	if row >= len(s.Rows) || column >= len(s.Rows[row].Cells) {
		return nil
	}
	v := s.Rows[row].Cells[column].Value
	if f, ok := v.(Formula); ok {
		return f.Cached
	}
	return v
}

func textOf(v Value) string {
	switch v := v.(type) {
	case Text:
		return cleantext.DropLines(string(v))
	case Rich:
		var b strings.Builder
		for _, r := range v {
			b.WriteString(cleantext.DropLines(r.Text))
		}
		return b.String()
	case Link:
		return cleantext.DropLines(v.shown())
	case Jump:
		return cleantext.DropLines(v.Text)
	}
	return ""
}

func (p *worksheet) codeOf(r Range) string {
	for i := range r.count() {
		if code := formOf(p.sheet.value(r, i)).code(General, p.styles.dates); code != "" {
			return code
		}
	}
	return "General"
}
