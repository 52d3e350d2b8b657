package sheet_test

import (
	"bytes"
	"testing"
	"unsafe"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// reopen writes the workbook and opens it again.
func reopen(t testing.TB, wb *sheet.Workbook) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(write(t, wb)))
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return f
}

// one returns a workbook of one sheet.
func one(s *sheet.Sheet) *sheet.Workbook { return &sheet.Workbook{Sheets: []*sheet.Sheet{s}} }

// column returns a sheet with one value per row.
func column(values ...sheet.Value) *sheet.Sheet {
	s := &sheet.Sheet{Name: "S"}
	for _, v := range values {
		s.Rows = append(s.Rows, sheet.Row{Cells: []sheet.Cell{{Value: v}}})
	}
	return s
}

func TestCellIsSmall(t *testing.T) {
	assert.LessOrEqual(t, unsafe.Sizeof(sheet.Cell{}), 3*unsafe.Sizeof(uintptr(0)))
}

func TestValues(t *testing.T) {
	tests := map[string]struct {
		value        sheet.Value
		style        *sheet.Style
		shown, raw   string
		kind         excelize.CellType
		formula, fmt string
	}{
		"blank":          {},
		"text":           {value: sheet.Text("Sold"), shown: "Sold", raw: "Sold", kind: excelize.CellTypeInlineString},
		"empty text":     {value: sheet.Text("")},
		"text of digits": {value: sheet.Text("00123"), shown: "00123", raw: "00123", kind: excelize.CellTypeInlineString},
		"literal":        {value: sheet.Literal("3-1"), shown: "3-1", raw: "3-1", kind: excelize.CellTypeInlineString, fmt: "@"},
		"no literal":     {value: sheet.Literal(""), fmt: "@"},
		"rich":           {value: sheet.Rich{{Text: "IT\n", Bold: true}, {}, {Text: "Madrid"}}, shown: "IT\nMadrid", raw: "IT\nMadrid", kind: excelize.CellTypeInlineString},
		"rich of none":   {value: sheet.Rich{{}}},
		"number":         {value: sheet.Number(-3.25), shown: "-3.25", raw: "-3.25"},
		"whole":          {value: sheet.Number(1234.5), style: &sheet.Style{Number: sheet.Whole}, shown: "1,235", raw: "1234.5", fmt: "#,##0"},
		"percent":        {value: sheet.Percent(.29), shown: "29%", raw: "0.29", fmt: "0%"},
		"date":           {value: sheet.Date{Year: 2026, Month: 11, Day: 1}, shown: "2026-11-01", raw: "46327", fmt: "yyyy-mm-dd"},
		"first date":     {value: sheet.Date{Year: 1900, Month: 1, Day: 1}, shown: "1900-01-01", raw: "1", fmt: "yyyy-mm-dd"},
		"early date":     {value: sheet.Date{Year: 1899, Month: 12, Day: 31}, shown: "1899-12-31", raw: "1899-12-31", kind: excelize.CellTypeInlineString, fmt: "yyyy-mm-dd"},
		"last date":      {value: sheet.Date{Year: 9999, Month: 12, Day: 31}, shown: "9999-12-31", raw: "2958465", fmt: "yyyy-mm-dd"},
		"no date":        {value: sheet.Date{}, fmt: "yyyy-mm-dd"},
		"money":          {value: sheet.Money{Minor: 125010, Decimals: 2, Currency: "EUR"}, shown: "1,250.10 EUR", raw: "1250.1", fmt: `#,##0.00 "EUR"`},
		"debt":           {value: sheet.Money{Minor: -5, Decimals: 2, Currency: "USD"}, shown: "-0.05 USD", raw: "-0.05", fmt: `#,##0.00 "USD"`},
		"yen":            {value: sheet.Money{Minor: 1250, Currency: "JPY"}, shown: "1,250 JPY", raw: "1250", fmt: `#,##0 "JPY"`},
		"plain money":    {value: sheet.Money{Minor: 1250, Decimals: 3}, shown: "1.250", raw: "1.25", fmt: "#,##0.000"},
		"formula":        {value: sheet.Formula{Expr: "1+1", Cached: sheet.Number(2)}, shown: "2", raw: "2", formula: "1+1"},
		"share formula":  {value: sheet.Formula{Expr: "1/4", Cached: sheet.Percent(.25)}, shown: "25%", raw: "0.25", formula: "1/4", fmt: "0%"},
		"text formula":   {value: sheet.Formula{Expr: `"a"&"<"`, Cached: sheet.Text(" a< ")}, shown: "a<", raw: "a<", kind: excelize.CellTypeFormula, formula: `"a"&"<"`},
		"bare formula":   {value: sheet.Formula{Expr: "NOW()"}, kind: excelize.CellTypeFormula, formula: "NOW()"},
		"link":           {value: sheet.Link{Text: "mail", URL: "mailto:a@b.example"}, shown: "mail", raw: "mail", kind: excelize.CellTypeInlineString},
		"bare link":      {value: sheet.Link{URL: "https://b.example"}, shown: "https://b.example", raw: "https://b.example", kind: excelize.CellTypeInlineString},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := reopen(t, one(&sheet.Sheet{Name: "S", Rows: []sheet.Row{{Cells: []sheet.Cell{{Value: tt.value, Style: tt.style}}}}}))
			shown, err := f.GetCellValue("S", "A1")
			require.NoError(t, err)
			raw, err := f.GetCellValue("S", "A1", excelize.Options{RawCellValue: true})
			require.NoError(t, err)
			kind, err := f.GetCellType("S", "A1")
			require.NoError(t, err)
			formula, err := f.GetCellFormula("S", "A1")
			require.NoError(t, err)
			assert.Equal(t, []any{tt.shown, tt.raw, tt.kind, tt.formula}, []any{shown, raw, kind, formula})
			style := styleAt(t, f, "S", "A1")
			code := ""
			if style.CustomNumFmt != nil {
				code = *style.CustomNumFmt
			}
			switch {
			case code == "" && style.NumFmt == 9:
				code = "0%"
			case code == "" && style.NumFmt == 49:
				code = "@"
			}
			assert.Equal(t, tt.fmt, code)
		})
	}
}

func styleAt(t testing.TB, f *excelize.File, name, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(name, cell)
	require.NoError(t, err)
	style, err := f.GetStyle(id)
	require.NoError(t, err)
	return style
}

func TestRichKeepsEachLook(t *testing.T) {
	f := reopen(t, demo())
	runs, err := f.GetCellRichText("Coverage", "F5")
	require.NoError(t, err)
	require.Len(t, runs, 2)
	assert.Equal(t, "Προμήθειες\n", runs[0].Text)
	assert.True(t, runs[0].Font.Bold)
	assert.Equal(t, "Αθήνα, GR", runs[1].Text)
	assert.False(t, runs[1].Font.Bold)
	assert.Equal(t, 8.5, runs[1].Font.Size)
	assert.Equal(t, "6B7280", runs[1].Font.Color)
	assert.Equal(t, "Arial", runs[1].Font.Family)
}

func TestStyles(t *testing.T) {
	row := &sheet.Style{Fill: "#112233"}
	s := &sheet.Sheet{Name: "S", Rows: []sheet.Row{{Style: row, Cells: []sheet.Cell{
		{Value: sheet.Text("a"), Style: &sheet.Style{
			Fill: "#CDEAD9", Ink: "#0f5132", Border: "#D9DFE8", Sides: sheet.Top | sheet.Left, Size: 18,
			Bold: true, Italic: true, Underline: true, Align: sheet.AlignAcross, VAlign: sheet.AtTop, Wrap: true,
		}},
		{Value: sheet.Text("b")},
		{},
		{Style: &sheet.Style{Indent: 2}},
		{Value: sheet.Percent(.5), Style: &sheet.Style{Indent: 2}},
	}}}}
	f := reopen(t, one(s))

	a := styleAt(t, f, "S", "A1")
	assert.Equal(t, []string{"CDEAD9"}, a.Fill.Color)
	assert.Equal(t, "0F5132", a.Font.Color)
	assert.Equal(t, 18.0, a.Font.Size)
	assert.Equal(t, "Arial", a.Font.Family)
	assert.True(t, a.Font.Bold && a.Font.Italic)
	assert.Equal(t, "single", a.Font.Underline)
	assert.Equal(t, "centerContinuous", a.Alignment.Horizontal)
	assert.Equal(t, "top", a.Alignment.Vertical)
	assert.True(t, a.Alignment.WrapText)
	sides := make(map[string]string)
	for _, b := range a.Border {
		sides[b.Type] = b.Color
	}
	assert.Equal(t, map[string]string{"left": "D9DFE8", "top": "D9DFE8"}, sides)

	for _, cell := range []string{"B1", "C1", "Z1"} {
		assert.Equal(t, []string{"112233"}, styleAt(t, f, "S", cell).Fill.Color, "%s looks as its row", cell)
	}
	d := styleAt(t, f, "S", "D1")
	assert.Empty(t, d.Fill.Color)
	assert.Equal(t, "left", d.Alignment.Horizontal, "an indent needs a side")
	assert.Equal(t, "right", styleAt(t, f, "S", "E1").Alignment.Horizontal, "and a number's is the right")
	assert.Equal(t, "center", d.Alignment.Vertical)
}

func TestEqualStylesAreWrittenOnce(t *testing.T) {
	var cells []sheet.Cell
	for range 500 {
		cells = append(cells, sheet.Cell{Value: sheet.Text("a"), Style: &sheet.Style{Bold: true}})
	}
	f := reopen(t, one(&sheet.Sheet{Name: "S", Rows: []sheet.Row{{Cells: cells}}}))
	assert.Len(t, f.Styles.CellXfs.Xf, 2)
}

func TestColumnsRowsAndPanes(t *testing.T) {
	s := column(sheet.Text("a"), sheet.Text("b"), sheet.Text("c"))
	s.DefaultWidth = 18
	s.Columns = []sheet.Column{{Hidden: true}, {Width: 24.5}, {}, {Width: 7, Outline: 2}}
	s.Rows[1].Height, s.Rows[1].Outline, s.Rows[2].Hidden = 33.5, 3, true
	s.FreezeRows, s.FreezeColumns = 2, 1
	s.HideGridlines, s.TabColor = true, "#1F3A68"
	f := reopen(t, one(s))

	for col, want := range map[string]float64{"A": 18, "B": 24.5, "C": 18, "D": 7, "Z": 18} {
		got, err := f.GetColWidth("S", col)
		require.NoError(t, err)
		if col == "C" || col == "Z" {
			props, err := f.GetSheetProps("S")
			require.NoError(t, err)
			got = *props.DefaultColWidth
		}
		assert.Equal(t, want, got, col)
	}
	visible, err := f.GetColVisible("S", "A")
	require.NoError(t, err)
	assert.False(t, visible)
	level, err := f.GetColOutlineLevel("S", "D")
	require.NoError(t, err)
	assert.EqualValues(t, 2, level)
	height, err := f.GetRowHeight("S", 2)
	require.NoError(t, err)
	assert.Equal(t, 33.5, height)
	level, err = f.GetRowOutlineLevel("S", 2)
	require.NoError(t, err)
	assert.EqualValues(t, 3, level)
	visible, err = f.GetRowVisible("S", 3)
	require.NoError(t, err)
	assert.False(t, visible)
	panes, err := f.GetPanes("S")
	require.NoError(t, err)
	assert.Equal(t, []any{true, 1, 2, "B3", "bottomRight"}, []any{panes.Freeze, panes.XSplit, panes.YSplit, panes.TopLeftCell, panes.ActivePane})
	view, err := f.GetSheetView("S", 0)
	require.NoError(t, err)
	assert.Equal(t, []any{100.0, false, false}, []any{*view.ZoomScale, *view.ShowGridLines, *view.RightToLeft})
	props, err := f.GetSheetProps("S")
	require.NoError(t, err)
	assert.Equal(t, "FF1F3A68", *props.TabColorRGB)
	assert.False(t, *props.OutlineSummaryBelow)
	dimension, err := f.GetSheetDimension("S")
	require.NoError(t, err)
	assert.Equal(t, "A1:A3", dimension)
}

func TestMergesFilterAndConditions(t *testing.T) {
	s := column(sheet.Text("Head"), sheet.Percent(.5), sheet.Text(`say "Sold"`))
	s.Name = "It's a unit"
	s.Merges = []sheet.Range{{Row: 4, Column: 0, Rows: 2, Columns: 3}, {Row: 4, Column: 3, Rows: 1, Columns: 2}}
	s.Filter = sheet.Range{Rows: 3, Columns: 1}
	s.Bars = []sheet.Bar{{Range: sheet.Range{Row: 1, Rows: 1, Columns: 1}, Color: "#BFD2F5"}, {Range: sheet.Range{Row: 1, Column: 1, Rows: 9, Columns: 1}, Color: "#BFD2F5", Max: 40}}
	s.Tints = []sheet.Tint{{Range: sheet.Range{Rows: 3, Columns: 2}, Text: `say "Sold"`, Fill: "#CDEAD9", Ink: "#0F5132"}}
	f := reopen(t, one(s))
	const name = "It’s a unit"
	require.Equal(t, []string{name}, f.GetSheetList())

	merges, err := f.GetMergeCells(name)
	require.NoError(t, err)
	require.Len(t, merges, 2)
	assert.Equal(t, []string{"A5", "C6", "D5", "E5"}, []string{merges[0].GetStartAxis(), merges[0].GetEndAxis(), merges[1].GetStartAxis(), merges[1].GetEndAxis()})

	conditions, err := f.GetConditionalFormats(name)
	require.NoError(t, err)
	bar := conditions["A2:A2"]
	require.Len(t, bar, 1)
	assert.Equal(t, []any{"data_bar", "num", "0", "num", "1", "#BFD2F5"}, []any{bar[0].Type, bar[0].MinType, bar[0].MinValue, bar[0].MaxType, bar[0].MaxValue, "#" + bar[0].BarColor})
	assert.Equal(t, "40", conditions["B2:B10"][0].MaxValue)
	tint := conditions["A1:B3"]
	require.Len(t, tint, 1)
	assert.Equal(t, `"say ""Sold"""`, tint[0].Value)
	style, err := f.GetConditionalStyle(*tint[0].Format)
	require.NoError(t, err)
	assert.Equal(t, []string{"CDEAD9"}, style.Fill.Color)
	assert.Equal(t, "0F5132", style.Font.Color)

	var filter string
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm._FilterDatabase" {
			filter = n.RefersTo
		}
	}
	assert.Equal(t, "'"+name+"'!$A$1:$A$3", filter)
}

func TestPrint(t *testing.T) {
	s := column(sheet.Text("a"))
	s.Print = sheet.Print{Landscape: true, Paper: paper.A3(), PagesWide: 2, TitleFrom: 3, TitleRows: 5, TitleColumns: 2,
		Area: sheet.Range{Row: 3, Rows: 40, Columns: 9}, Header: "R&D 100%\n", Footer: "&P is text", PageNumbers: true}
	f := reopen(t, one(s))
	layout, err := f.GetPageLayout("S")
	require.NoError(t, err)
	assert.Equal(t, []any{"landscape", 8, 2, 0}, []any{*layout.Orientation, *layout.Size, *layout.FitToWidth, *layout.FitToHeight})
	props, err := f.GetSheetProps("S")
	require.NoError(t, err)
	assert.True(t, *props.FitToPage)
	edges, err := f.GetHeaderFooter("S")
	require.NoError(t, err)
	assert.Equal(t, "&LR&&D 100%", edges.OddHeader)
	assert.Equal(t, "&L&&P is text&R&P / &N", edges.OddFooter)
	names := f.GetDefinedName()
	require.Len(t, names, 2)
	assert.Equal(t, excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "'S'!$A$4:$I$43", Scope: "S"}, names[0])
	assert.Equal(t, excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'S'!$A:$B,'S'!$4:$8", Scope: "S"}, names[1])

	f = reopen(t, one(column()))
	layout, err = f.GetPageLayout("S")
	require.NoError(t, err)
	assert.Equal(t, []any{"portrait", 9}, []any{*layout.Orientation, *layout.Size})
	assert.Empty(t, f.GetDefinedName())
}

func TestTableAndLinks(t *testing.T) {
	f := reopen(t, demo())
	tables, err := f.GetTables("Contacts")
	require.NoError(t, err)
	require.Len(t, tables, 1)
	assert.Equal(t, "Contacts", tables[0].Name)
	assert.Equal(t, "A1:F3", tables[0].Range)

	linked, target, err := f.GetCellHyperLink("Contacts", "C3")
	require.NoError(t, err)
	assert.True(t, linked)
	assert.Equal(t, "mailto:ana@example.com", target)
	linked, target, err = f.GetCellHyperLink("Coverage", "A21")
	require.NoError(t, err)
	assert.True(t, linked)
	assert.Equal(t, "'Contacts'!A1", target)
}

func TestLinksWithoutTable(t *testing.T) {
	stranger := &sheet.Sheet{Name: "not in the workbook"}
	s := column(sheet.Link{Text: "a", URL: "https://a.example/?q=x&y='z\""}, sheet.Link{Text: "b", URL: "javascript:alert(1)"},
		sheet.Link{Text: "c", URL: `\\host\share`}, sheet.Jump{Text: "d", Sheet: stranger}, sheet.Link{})
	f := reopen(t, one(s))
	_, target, err := f.GetCellHyperLink("S", "A1")
	require.NoError(t, err)
	assert.Equal(t, "https://a.example/?q=x&y='z%22", target)
	for _, cell := range []string{"A2", "A3", "A4", "A5"} {
		linked, _, err := f.GetCellHyperLink("S", cell)
		require.NoError(t, err)
		assert.False(t, linked, cell)
	}
	shown, err := f.GetCellValue("S", "A2")
	require.NoError(t, err)
	assert.Equal(t, "b", shown)
}

func TestProperties(t *testing.T) {
	wb := one(column())
	wb.Title, wb.Language, wb.Created = "A & <b>\x00", "el", sheet.Date{Year: 2026, Month: 11, Day: 1}
	props, err := reopen(t, wb).GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, []string{"A & <b>", "el", "2026-11-01T00:00:00Z"}, []string{props.Title, props.Language, props.Created})

	props, err = reopen(t, one(column())).GetDocProps()
	require.NoError(t, err)
	assert.Equal(t, "2000-01-01T00:00:00Z", props.Created, "no clock is asked")
	assert.Empty(t, props.Creator)
}

func TestWritingLeavesTheModelAlone(t *testing.T) {
	wb := everything()
	write(t, wb)
	assert.Equal(t, everything(), wb)
}
