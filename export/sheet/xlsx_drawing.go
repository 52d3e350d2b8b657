package sheet

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	drawingType = "application/vnd.openxmlformats-officedocument.drawing+xml"
	chartType   = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	pngType     = "image/png"

	drawingML     = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartML       = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	spreadsheetML = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	emusPerPoint  = 12_700
)

// drawn reports whether anything lies over the cells.
func (s *Sheet) drawn() bool { return len(s.Pictures)+len(s.Charts) > 0 }

// addDrawing adds the part with what lies over the cells, and the parts that it shows.
func (p *sheetPart) addDrawing() {
	if !p.sheet.drawn() {
		return
	}
	p.drawings++
	name := fmt.Sprintf("xl/drawings/drawing%d.xml", p.drawings)
	var x strings.Builder
	var shown relations
	x.WriteString(xml.Header + `<xdr:wsDr xmlns:xdr="` + spreadsheetML + `" xmlns:a="` + drawingML + `" xmlns:r="` + officeRelations + `">`)
	id := 1 // of the shape; 1 is the drawing itself
	for _, picture := range p.sheet.Pictures {
		id++
		p.images++
		file := "image" + strconv.Itoa(p.images) + ".png"
		p.addPart("xl/media/"+file, pngType, picture.PNG)
		relation := "picture" + strconv.Itoa(id)
		shown.add(relation, "image", "../media/"+file, "")
		anchor(&x, picture.Row, picture.Column, picture.Width, picture.Height, pictureXML(id, relation, picture))
	}
	for _, chart := range p.sheet.Charts {
		id++
		p.charts++
		file := "chart" + strconv.Itoa(p.charts) + ".xml"
		p.addPart("xl/charts/"+file, chartType, p.chartXML(chart))
		relation := "chart" + strconv.Itoa(id)
		shown.add(relation, "chart", "../charts/"+file, "")
		anchor(&x, chart.Row, chart.Column, chart.Width, chart.Height, frameXML(id, relation, chart))
	}
	x.WriteString("</xdr:wsDr>")
	p.addPart(name, drawingType, []byte(x.String()))
	p.addRelations(name, &shown)
	p.relations.add("drawing", "drawing", "../drawings/"+name[len("xl/drawings/"):], "")
}

// anchor places a shape at the corner of a cell in its own size.
func anchor(x *strings.Builder, row, column int, width, height float64, shape string) {
	fmt.Fprintf(x, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
		`<xdr:ext cx="%d" cy="%d"/>%s<xdr:clientData/></xdr:oneCellAnchor>`, column, row, emus(width), emus(height), shape)
}

func emus(points float64) int64 { return int64(math.Round(points * emusPerPoint)) }

func pictureXML(id int, relation string, p Picture) string {
	return fmt.Sprintf(`<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="%[1]d" name="Picture %[1]d" descr="%[2]s"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`+
		`<xdr:blipFill><a:blip r:embed="%[3]s"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`+
		`<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[4]d" cy="%[5]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
		id, escapeXML(cleanText(p.Alt)), relation, emus(p.Width), emus(p.Height))
}

func frameXML(id int, relation string, c Chart) string {
	return fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%[1]d" name="Chart %[1]d" descr="%[2]s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%[3]s"><c:chart xmlns:c="%[3]s" r:id="%[4]s"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
		id, escapeXML(cleanText(c.Alt)), chartML, relation)
}
