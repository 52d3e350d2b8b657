package sheet_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/png"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/export/sheet"
)

// order maps an element to its children in the order of the schemas of ISO 29500 (sml.xsd,
// dml-spreadsheetDrawing.xsd, dml-chart.xsd, transitional). A repeatable choice has no order. An
// element without an entry is not allowed in a part of the workbook.
var order = map[string]string{
	"worksheet": "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
		"dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup " +
		"headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture " +
		"oleObjects controls webPublishItems tableParts extLst",
	"sheetPr": "tabColor outlinePr pageSetUpPr", "sheetViews": "sheetView extLst", "sheetView": "pane selection pivotSelection extLst",
	"cols": "col", "sheetData": "row", "row": "c extLst", "c": "f v is extLst", "is": "t r rPh phoneticPr", "r": "rPr t",
	"rPr":        "b i sz color rFont family", // a choice in the schema, in the order of Excel
	"mergeCells": "mergeCell", "conditionalFormatting": "cfRule extLst", "cfRule": "formula colorScale dataBar iconSet extLst",
	"dataBar": "cfvo color", "colorScale": "cfvo color", "dataValidations": "dataValidation", "dataValidation": "formula1 formula2",
	"hyperlinks": "hyperlink", "headerFooter": "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter", "tableParts": "tablePart extLst",

	"table": "autoFilter sortState tableColumns tableStyleInfo extLst", "tableColumns": "tableColumn",

	"wsDr": "oneCellAnchor", "oneCellAnchor": "from ext pic graphicFrame clientData", "from": "col colOff row rowOff",
	"pic": "nvPicPr blipFill spPr style", "nvPicPr": "cNvPr cNvPicPr", "cNvPicPr": "picLocks", "blipFill": "blip srcRect tile stretch", "stretch": "fillRect",
	"graphicFrame": "nvGraphicFramePr xfrm graphic", "nvGraphicFramePr": "cNvPr cNvGraphicFramePr", "xfrm": "off ext", "graphic": "graphicData",
	"graphicData": "chart", "prstGeom": "avLst",

	"chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes extLst",
	"chart":      "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
	"title":      "tx layout overlay spPr txPr extLst", "tx": "strRef rich", "rich": "bodyPr lstStyle p", "txPr": "bodyPr lstStyle p", "p": "pPr r endParaRPr",
	"pPr": "defRPr", "a:r": "rPr t", "defRPr": "ln solidFill latin ea cs", "a:rPr": "ln solidFill latin ea cs", "solidFill": "srgbClr",
	"plotArea": "layout barChart catAx valAx dTable spPr extLst",
	"barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
	"ser":      "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst",
	"dLbls":    "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines",
	"cat":      "multiLvlStrRef strRef", "val": "numRef numLit", "strRef": "f strCache extLst", "strCache": "ptCount pt", "numRef": "f numCache extLst",
	"numCache": "formatCode ptCount pt", "pt": "v",
	"catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses " +
		"crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
	"valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses " +
		"crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
	"scaling": "logBase orientation max min extLst", "majorGridlines": "spPr", "spPr": "xfrm prstGeom noFill solidFill ln", "ln": "noFill solidFill",
}

// needed maps an element to its required children.
var needed = map[string]string{
	"sheetViews": "sheetView", "worksheet": "sheetData", "table": "tableColumns", "oneCellAnchor": "from ext clientData",
	"barChart": "barDir axId", "catAx": "axId scaling crossAx", "valAx": "axId scaling crossAx", "plotArea": "barChart", "chartSpace": "chart",
	"strCache": "ptCount", "numCache": "ptCount",
}

// keyOf returns the key of an element in order. Some names have different meanings in different
// parts.
func keyOf(e xml.Name) string {
	if strings.HasSuffix(e.Space, "/drawingml/2006/main") && order["a:"+e.Local] != "" {
		return "a:" + e.Local
	}
	return e.Local
}

// checkOrder checks the order of every element of a part against the schema.
func checkOrder(content []byte) error {
	type open struct {
		key  string
		last int
		seen map[string]bool
	}
	var stack []open
	for dec := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			if len(stack) > 0 {
				parent := &stack[len(stack)-1]
				at := slices.Index(strings.Fields(order[parent.key]), e.Name.Local)
				switch {
				case at < 0:
					return fmt.Errorf("<%s> may not stand in <%s>", e.Name.Local, parent.key)
				case at < parent.last:
					return fmt.Errorf("<%s> comes too late in <%s>", e.Name.Local, parent.key)
				}
				parent.last, parent.seen[e.Name.Local] = at, true
			}
			stack = append(stack, open{keyOf(e.Name), 0, map[string]bool{}})
		case xml.EndElement:
			done := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			for _, child := range strings.Fields(needed[done.key]) {
				if !done.seen[child] {
					return fmt.Errorf("<%s> needs a <%s>", done.key, child)
				}
			}
		}
	}
}

// ours reports whether a part is written by this package and not by excelize.
func ours(name string) bool {
	switch path.Dir(name) {
	case "xl/worksheets", "xl/tables", "xl/drawings", "xl/charts":
		return true
	}
	return false
}

func TestElementsInOrder(t *testing.T) {
	for name, wb := range map[string]*sheet.Workbook{"demo": demo(), "everything": everything(), "empty": one(&sheet.Sheet{}), "matrix": matrix(20, 30)} {
		t.Run(name, func(t *testing.T) {
			_, parts := unpack(t, write(t, wb))
			for name, content := range parts {
				if ours(name) {
					assert.NoError(t, checkOrder(content), name)
				}
			}
		})
	}
}

func TestElementsOutOfOrderAreFound(t *testing.T) {
	_, parts := unpack(t, write(t, everything()))
	content := string(parts["xl/worksheets/sheet1.xml"])
	require.NoError(t, checkOrder([]byte(content)))
	for broken, want := range map[string]string{
		strings.Replace(content, "<sheetData>", "<pageMargins/><sheetData>", 1): "<sheetData> comes too late in <worksheet>",
		strings.Replace(content, "<sheetData>", "<sheetdata/><sheetData>", 1):   "<sheetdata> may not stand in <worksheet>",
		strings.Replace(content, "<is>", "<is><is></is>", 1):                    "<is> may not stand in <is>",
	} {
		assert.ErrorContains(t, checkOrder([]byte(broken)), want)
	}
}

// everything returns a workbook with every feature of a sheet.
func everything() *sheet.Workbook {
	wb := demo()
	s := wb.Sheets[0]
	s.TabColor, s.Filter = "#1F3A68", sheet.Range{Row: 4, Rows: 12, Columns: 9}
	s.Columns = append(s.Columns, sheet.Column{Hidden: true}, sheet.Column{Outline: 1}, sheet.Column{Outline: 1})
	s.Merges = []sheet.Range{{Row: 60, Rows: 2, Columns: 2}}
	s.Scales = []sheet.Scale{{Range: sheet.Range{Row: 5, Column: 1, Rows: 5, Columns: 1}, Low: "#FFFFFF", High: "#BFD2F5"}}
	s.Choices = []sheet.Choice{
		{Ranges: []sheet.Range{{Row: 6, Column: 2, Rows: 3, Columns: 7}}, Name: "Words"},
		{Ranges: []sheet.Range{{Row: 10, Column: 2, Rows: 3, Columns: 7}}, Words: []string{"a", "b"}, Open: true},
	}
	s.Print.Header, s.Print.Area = "A & B", sheet.Range{Rows: 30, Columns: 9}
	bars := sheet.Chart{
		Row: 30, Width: 400, Height: 200, Title: "Shares & <more>", Horizontal: true, Max: 1, Color: "#2F57B0", Alt: "bars",
		Names: sheet.Range{Row: 6, Rows: 3, Columns: 1}, Values: sheet.Range{Row: 6, Column: 1, Rows: 3, Columns: 1},
	}
	plain := bars
	plain.Title, plain.Horizontal, plain.Max, plain.Row = "", false, 0, 50
	s.Charts = []sheet.Chart{bars, plain}
	s.Pictures = []sheet.Picture{{Row: 70, Column: 1, Width: 100, Height: 50, PNG: dot(), Alt: `a "map" & more`}}
	wb.Sheets[2].Pictures = []sheet.Picture{{Width: 10, Height: 10, PNG: dot()}}
	words := column(sheet.Text("Sold"), sheet.Text("Gap"))
	words.Name, words.Visibility = "Words", sheet.Hidden
	secret := column(sheet.Text("x"))
	secret.Name, secret.Visibility = "_meta", sheet.VeryHidden
	wb.Sheets = append(wb.Sheets, words, secret)
	wb.Names = []sheet.Name{{Name: "Words", Sheet: words, Range: sheet.Range{Rows: 2, Columns: 1}}}
	return wb
}

// dot returns the smallest picture.
func dot() []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))) // a Buffer returns no error
	return b.Bytes()
}
