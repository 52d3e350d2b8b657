package sheet_test

import (
	"encoding/xml"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/export/sheet"
)

func TestChartShowsItsRange(t *testing.T) {
	s := &sheet.Sheet{Name: "R & D"}
	for _, row := range []struct {
		name  sheet.Value
		share sheet.Value
	}{
		{sheet.Text("<Mill>"), sheet.Percent(.25)},
		{sheet.Rich{{Text: "Depot"}, {Text: " 2"}}, sheet.Formula{Expr: "A1", Cached: sheet.Percent(.5)}},
		{nil, nil},
	} {
		s.Rows = append(s.Rows, sheet.Row{Cells: []sheet.Cell{{Value: row.name}, {Value: row.share}}})
	}
	s.Charts = []sheet.Chart{{Row: 4, Column: 1, Width: 300, Height: 100, Title: "Shares", Max: 1, Color: "#2f57b0", Alt: `say "it"`,
		Names: sheet.Range{Rows: 3, Columns: 1}, Values: sheet.Range{Column: 1, Rows: 3, Columns: 1}}}
	_, parts := unpack(t, write(t, one(s)))

	type points struct {
		Of    string   `xml:"f"`
		Code  string   `xml:"numCache>formatCode"`
		Names []string `xml:"strCache>pt>v"`
		Nums  []string `xml:"numCache>pt>v"`
	}
	var chart struct {
		Title  string `xml:"chart>title>tx>rich>p>r>t"`
		Series struct {
			Names  points `xml:"cat>strRef"`
			Values points `xml:"val>numRef"`
		} `xml:"chart>plotArea>barChart>ser"`
	}
	require.NoError(t, xml.Unmarshal(parts["xl/charts/chart1.xml"], &chart))
	assert.Equal(t, "Shares", chart.Title)
	assert.Equal(t, points{Of: "'R & D'!$A$1:$A$3", Names: []string{"<Mill>", "Depot 2"}}, chart.Series.Names)
	assert.Equal(t, points{Of: "'R & D'!$B$1:$B$3", Code: "0%", Nums: []string{"0.25", "0.5"}}, chart.Series.Values)

	var drawing struct {
		Column int `xml:"oneCellAnchor>from>col"`
		Row    int `xml:"oneCellAnchor>from>row"`
		Size   struct {
			Width  int `xml:"cx,attr"`
			Height int `xml:"cy,attr"`
		} `xml:"oneCellAnchor>ext"`
		Frame struct {
			Alt string `xml:"descr,attr"`
		} `xml:"oneCellAnchor>graphicFrame>nvGraphicFramePr>cNvPr"`
	}
	require.NoError(t, xml.Unmarshal(parts["xl/drawings/drawing1.xml"], &drawing))
	assert.Equal(t, []int{1, 4, 300 * 12_700, 100 * 12_700}, []int{drawing.Column, drawing.Row, drawing.Size.Width, drawing.Size.Height})
	assert.Equal(t, `say "it"`, drawing.Frame.Alt)
}

func TestPictureIsAsItWas(t *testing.T) {
	s := column()
	s.Pictures = []sheet.Picture{{Row: 2, Width: 40, Height: 30, PNG: dot(), Alt: "A map"}}
	f := reopen(t, one(s))
	pictures, err := f.GetPictures("S", "A3")
	require.NoError(t, err)
	require.Len(t, pictures, 1)
	assert.Equal(t, dot(), pictures[0].File)
	assert.Equal(t, "A map", pictures[0].Format.AltText)
}

func TestNamesAndHiddenSheets(t *testing.T) {
	f := reopen(t, everything())
	var names []string
	for _, n := range f.GetDefinedName() {
		if n.Scope == "Workbook" {
			names = append(names, n.Name+" "+n.RefersTo)
		}
	}
	assert.Equal(t, []string{"Words 'Words'!$A$1:$A$2"}, names)
	for sheet, want := range map[string]bool{"Coverage": true, "Words": false, "_meta": false} {
		visible, err := f.GetSheetVisible(sheet)
		require.NoError(t, err)
		assert.Equal(t, want, visible, sheet)
	}
	_, parts := unpack(t, write(t, everything()))
	assert.Contains(t, string(parts["xl/workbook.xml"]), `state="veryHidden"`)
	assert.Equal(t, 0, f.GetActiveSheetIndex())

	hiddenFirst := &sheet.Workbook{Sheets: []*sheet.Sheet{{Name: "A", Visibility: sheet.Hidden}, {Name: "B"}}}
	assert.Equal(t, 1, reopen(t, hiddenFirst).GetActiveSheetIndex(), "the first that can be seen opens")
}
