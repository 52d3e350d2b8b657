package sheet

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// chartXML is the part of a bar chart. It holds the names and values that it shows, for what does not compute.
func (p *sheetPart) chartXML(c Chart) []byte {
	var x strings.Builder
	fmt.Fprintf(&x, xml.Header+`<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:roundedCorners val="0"/><c:chart>`, chartML, drawingML, officeRelations)
	if title := cleanText(c.Title); title != "" {
		fmt.Fprintf(&x, `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1100" b="1">%s</a:rPr><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
			letterXML("111827"), escapeXML(title))
	}
	direction, nameSide, valueSide, order := "col", "b", "l", "minMax"
	if c.Lying {
		direction, nameSide, valueSide, order = "bar", "l", "t", "maxMin"
	}
	fmt.Fprintf(&x, `<c:autoTitleDeleted val="%d"/><c:plotArea><c:layout/><c:barChart><c:barDir val="%s"/><c:grouping val="clustered"/><c:varyColors val="0"/>`,
		oneIf(c.Title == ""), direction)
	x.WriteString(`<c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="` + argb(c.Color)[2:] + `"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`)
	fmt.Fprintf(&x, `<c:dLbls><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">%s</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr><c:dLblPos val="outEnd"/>`+
		`<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`, letterXML("1F2937"))
	x.WriteString("<c:cat><c:strRef><c:f>" + p.reference(c.Names) + "</c:f><c:strCache>")
	p.writeCache(&x, c.Names, func(v Value) (string, bool) { return textOf(v), textOf(v) != "" })
	x.WriteString("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>" + p.reference(c.Values) + "</c:f><c:numCache><c:formatCode>" +
		escapeXML(p.codeOf(c.Values)) + "</c:formatCode>")
	p.writeCache(&x, c.Values, func(v Value) (string, bool) {
		n, ok := figure(v)
		return fmt.Sprint(n), ok
	})
	x.WriteString(`</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)

	line := `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9DFE8"/></a:solidFill></a:ln></c:spPr>`
	letters := `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">` + letterXML("1F2937") + `</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
	fmt.Fprintf(&x, `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:numFmt formatCode="General" sourceLinked="0"/>`+
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>%s%s<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
		order, nameSide, line, letters)
	most := ""
	if c.Most > 0 {
		most = `<c:max val="` + decimal(c.Most) + `"/>`
	}
	fmt.Fprintf(&x, `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:majorGridlines>%s</c:majorGridlines>`+
		`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+
		`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`, most, valueSide, line, escapeXML(p.codeOf(c.Values)), letters)
	x.WriteString(`</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="D9DFE8"/></a:solidFill></a:ln></c:spPr>` +
		`<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:latin typeface="` + font + `"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>`)
	return []byte(x.String())
}

// letterXML is the colour and the font of letters.
func letterXML(color string) string {
	return `<a:solidFill><a:srgbClr val="` + color + `"/></a:solidFill><a:latin typeface="` + font + `"/>`
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// reference names a range of this sheet.
func (p *sheetPart) reference(r Range) string {
	return escapeXML(quoteName(p.names[p.index]) + "!" + r.absolute())
}

// writeCache writes the values that a chart shows of a range.
func (p *sheetPart) writeCache(x *strings.Builder, r Range, of func(Value) (string, bool)) {
	fmt.Fprintf(x, `<c:ptCount val="%d"/>`, r.count())
	for i := range r.count() {
		if text, ok := of(p.sheet.value(r, i)); ok {
			fmt.Fprintf(x, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, escapeXML(text))
		}
	}
}

// value is the value of the ith cell of a range of one row or one column; that of a formula is its cached one.
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

// textOf is what a text shows, and empty for anything else.
func textOf(v Value) string {
	switch v := v.(type) {
	case Text:
		return cleanText(string(v))
	case Rich:
		var b strings.Builder
		for _, r := range v {
			b.WriteString(cleanText(r.Text))
		}
		return b.String()
	case Link:
		return cleanText(v.shown())
	case Jump:
		return cleanText(v.Text)
	}
	return ""
}

// codeOf is the number format of the first number of a range.
func (p *sheetPart) codeOf(r Range) string {
	for i := range r.count() {
		if f, err := scalarForm(p.sheet.value(r, i)); err == nil {
			if code := f.code(General); code != "" {
				return code
			}
		}
	}
	return "General"
}
