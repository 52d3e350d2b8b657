package sheet

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// The looks of a chart around its bars.
const (
	chartTitleInk = "111827"
	chartInk      = "1F2937"
	chartLine     = `<a:ln w="6350"><a:solidFill><a:srgbClr val="D9DFE8"/></a:solidFill></a:ln>`
)

// chartXML is the part of a bar chart. It holds the names and values that it shows, for what does not compute.
func (p *sheetPart) chartXML(c Chart) []byte {
	var x strings.Builder
	fmt.Fprintf(&x, xml.Header+`<c:chartSpace xmlns:c="%s" xmlns:a="%s" xmlns:r="%s"><c:roundedCorners val="0"/><c:chart>`, chartML, drawingML, officeRelations)
	writeChartTitle(&x, cleanText(c.Title))
	x.WriteString(`<c:plotArea><c:layout/>`)
	p.writeBars(&x, c)
	writeNameAxis(&x, c)
	writeValueAxis(&x, c, escapeXML(p.codeOf(c.Values)))
	x.WriteString(`</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
		`<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>` + chartLine + `</c:spPr>` +
		`<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr><a:latin typeface="` + font + `"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>`)
	return []byte(x.String())
}

// writeChartTitle writes the title, or that there is none: a chart of one series would get the name of that.
func writeChartTitle(x *strings.Builder, title string) {
	if title == "" {
		x.WriteString(`<c:autoTitleDeleted val="1"/>`)
		return
	}
	fmt.Fprintf(x, `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1100" b="1">%s</a:rPr>`+
		`<a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>`, letterXML(chartTitleInk), escapeXML(title))
}

// writeBars writes the bars with their numbers at the ends.
func (p *sheetPart) writeBars(x *strings.Builder, c Chart) {
	direction := "col"
	if c.Lying {
		direction = "bar"
	}
	fmt.Fprintf(x, `<c:barChart><c:barDir val="%s"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>`+
		`<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`, direction, argb(c.Color)[2:])
	x.WriteString(`<c:dLbls>` + smallLetters() + `<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
		`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`)
	x.WriteString("<c:cat><c:strRef><c:f>" + p.reference(c.Names) + "</c:f><c:strCache>")
	p.writeCache(x, c.Names, func(v Value) (string, bool) { return textOf(v), textOf(v) != "" })
	x.WriteString("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>" + p.reference(c.Values) + "</c:f><c:numCache><c:formatCode>" +
		escapeXML(p.codeOf(c.Values)) + "</c:formatCode>")
	p.writeCache(x, c.Values, func(v Value) (string, bool) {
		n, ok := figure(v)
		return decimal(n), ok
	})
	x.WriteString(`</c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`)
}

// writeNameAxis writes the axis with the names, from the top down where bars lie.
func writeNameAxis(x *strings.Builder, c Chart) {
	side, order := "b", "minMax"
	if c.Lying {
		side, order = "l", "maxMin"
	}
	fmt.Fprintf(x, `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/>`+
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+
		`<c:spPr>%s</c:spPr>%s<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`+
		`<c:noMultiLvlLbl val="1"/></c:catAx>`, order, side, chartLine, smallLetters())
}

func writeValueAxis(x *strings.Builder, c Chart, code string) {
	side, most := "l", ""
	if c.Lying {
		side = "t"
	}
	if c.Most > 0 {
		most = `<c:max val="` + decimal(c.Most) + `"/>`
	}
	fmt.Fprintf(x, `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>%s<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/>`+
		`<c:majorGridlines><c:spPr>%s</c:spPr></c:majorGridlines><c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/>`+
		`<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="1"/>`+
		`<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`, most, side, chartLine, code, smallLetters())
}

// smallLetters are the letters at the axes and the bars.
func smallLetters() string {
	return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">` + letterXML(chartInk) + `</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
}

// letterXML is the colour and the font of letters.
func letterXML(color string) string {
	return `<a:solidFill><a:srgbClr val="` + color + `"/></a:solidFill><a:latin typeface="` + font + `"/>`
}
