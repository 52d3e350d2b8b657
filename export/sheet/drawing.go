package sheet

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"math"
	"path"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/opc"
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

func (s *Sheet) drawn() bool { return len(s.Pictures)+len(s.Charts) > 0 }

func (x *filler) addDrawing(on *worksheet, related *opc.Relations) {
	if !on.sheet.drawn() {
		return
	}
	x.drawings++
	name := fmt.Sprintf("xl/drawings/drawing%d.xml", x.drawings)
	var out strings.Builder
	var shown opc.Relations
	out.WriteString(xml.Header + `<xdr:wsDr xmlns:xdr="` + spreadsheetML + `" xmlns:a="` + drawingML + `" xmlns:r="` + opc.OfficeRelations + `">`)
	id := 1 // of the shape; 1 is the drawing itself
	for _, picture := range on.sheet.Pictures {
		id++
		x.images++
		file := "image" + strconv.Itoa(x.images) + ".png"
		x.Add("xl/media/"+file, pngType, picture.PNG)
		relation := "picture" + strconv.Itoa(id)
		shown.Add(relation, "image", "../media/"+file)
		anchor(&out, picture.Row, picture.Column, picture.Width, picture.Height, pictureXML(id, relation, picture))
	}
	for _, chart := range on.sheet.Charts {
		id++
		x.charts++
		file := "chart" + strconv.Itoa(x.charts) + ".xml"
		x.Add("xl/charts/"+file, chartType, on.chartXML(chart))
		relation := "chart" + strconv.Itoa(id)
		shown.Add(relation, "chart", "../charts/"+file)
		anchor(&out, chart.Row, chart.Column, chart.Width, chart.Height, frameXML(id, relation, chart))
	}
	out.WriteString("</xdr:wsDr>")
	x.Add(name, drawingType, []byte(out.String()))
	x.AddRelations(name, &shown)
	related.Add("drawing", "drawing", "../drawings/"+path.Base(name))
}

func anchor(x *strings.Builder, row, column int, width, height float64, shape string) {
	fmt.Fprintf(x, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
		`<xdr:ext cx="%d" cy="%d"/>%s<xdr:clientData/></xdr:oneCellAnchor>`, column, row, emus(width), emus(height), shape)
}

func emus(points float64) int64 { return int64(math.Round(points * emusPerPoint)) }

func pictureXML(id int, relation string, p Picture) string {
	return fmt.Sprintf(`<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="%[1]d" name="Picture %[1]d" descr="%[2]s"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`+
		`<xdr:blipFill><a:blip r:embed="%[3]s"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`+
		`<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[4]d" cy="%[5]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`,
		id, opc.Escape(cleantext.DropLines(p.Alt)), relation, emus(p.Width), emus(p.Height))
}

func frameXML(id int, relation string, c Chart) string {
	return fmt.Sprintf(`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%[1]d" name="Chart %[1]d" descr="%[2]s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
		`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%[3]s"><c:chart xmlns:c="%[3]s" r:id="%[4]s"/></a:graphicData></a:graphic></xdr:graphicFrame>`,
		id, opc.Escape(cleantext.DropLines(c.Alt)), chartML, relation)
}

// A Picture is above the cells. It moves with the cell at its corner and keeps its size.
type Picture struct {
	// Row and Column, from zero, are the cell at the picture's top left corner.
	Row, Column int

	// Width and Height are in points, and must be positive. The picture is stretched to them.
	Width, Height float64

	// PNG is the file of the picture.
	PNG []byte

	// Alt describes the picture for readers who cannot see it.
	Alt string
}

func (p Picture) check() error {
	if err := checkPlace(p.Row, p.Column, p.Width, p.Height); err != nil {
		return err
	}
	if _, err := png.DecodeConfig(bytes.NewReader(p.PNG)); err != nil {
		return fmt.Errorf("is not a PNG file: %w", err)
	}
	return nil
}

// largestSide is the limit of spreadsheets for a side of a picture or chart, in points: about 23
// metres.
const largestSide = 65_535

func checkPlace(row, column int, width, height float64) error {
	switch {
	case row < 0 || row >= maxRows || column < 0 || column >= maxColumns:
		return fmt.Errorf("stands in row %d, column %d, which no sheet has", row, column)
	case !(width >= 1 && width <= largestSide && height >= 1 && height <= largestSide):
		return fmt.Errorf("is %v by %v points; want 1 to %d each", width, height, largestSide)
	}
	return nil
}
