package sheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// hostile maps texts to the result for a reader of the file.
var hostile = map[string]string{
	`</svg><script>alert(1)</script>`:      `</svg><script>alert(1)</script>`,
	`"quoted" 'and' so`:                    `"quoted" 'and' so`,
	`a\Nb`:                                 `a\Nb`,
	"\x00a\x07\x1b\x7fb\u0085":             "ab",
	"a\r\nb\rc\td":                         "a\nb\nc\td",
	"\ufffea\uffff":                        "a",
	"مرحبا \u202eabc":                      "مرحبا \u202eabc",
	"👩‍👩‍👧 family":                         "👩‍👩‍👧 family",
	strings.Repeat("x", 5000):              strings.Repeat("x", 5000),
	strings.Repeat("😀", 16383) + "x":       strings.Repeat("😀", 16383) + "x",
	"bad \xff\xfe bytes":                   "bad \ufffd bytes",
	"=cmd()":                               "=cmd()",
	"=cmd|' /C calc'!A0":                   "=cmd|' /C calc'!A0",
	"+1+1":                                 "+1+1",
	"-1":                                   "-1",
	"@SUM(1)":                              "@SUM(1)",
	"'=1":                                  "'=1",
	"_x0041_":                              "_x0041_",
	"_x005F_x0041_":                        "_x005F_x0041_",
	"_x0041_x0042_":                        "_x0041_x0042_",
	"_xD800_":                              "_xD800_",
	"a\ufdd0b":                             "ab",
	"]]>":                                  "]]>",
	"&amp;":                                "&amp;",
	"<![CDATA[x]]>":                        "<![CDATA[x]]>",
	"</sheetData><pageMargins</worksheet>": "</sheetData><pageMargins</worksheet>",
	"  spaces  ":                           "  spaces  ",
	"https://a.example":                    "https://a.example",
	"1e5":                                  "1e5",
	"TRUE":                                 "TRUE",
	"#REF!":                                "#REF!",
}

func TestHostileText(t *testing.T) {
	s := &sheet.Sheet{Name: "S", Bars: []sheet.Bar{{Range: sheet.Range{Rows: 1, Columns: 1}, Color: "#000000"}}}
	var want []string
	for text, shown := range hostile {
		want = append(want, shown)
		s.Rows = append(s.Rows, sheet.Row{Cells: []sheet.Cell{
			{Value: sheet.Text(text)},
			{Value: sheet.Rich{{Text: text}}},
			{Value: sheet.Link{Text: text, URL: "https://a.example/" + text}},
			{Value: sheet.Jump{Text: text, Sheet: s}},
		}})
	}
	file := write(t, one(s))
	_, parts := unpack(t, file)
	for name, content := range parts {
		assertWellFormed(t, name, content)
	}
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	defer func() { assert.NoError(t, f.Close()) }()
	for r, shown := range want {
		for c := range 4 {
			cell := sheet.Ref(r, c)
			got, err := f.GetCellValue("S", cell)
			require.NoError(t, err)
			assert.Equal(t, shown, got, cell)
			formula, err := f.GetCellFormula("S", cell)
			require.NoError(t, err)
			assert.Empty(t, formula, "text never becomes a formula")
		}
	}
}

func TestHostileElsewhere(t *testing.T) {
	for text := range hostile {
		short := text[:min(len(text), 40)]
		s := column(sheet.Text("Head " + strings.Trim(strings.Map(letters, short), " ")))
		s.Name = text
		s.Tints = []sheet.Tint{{Range: sheet.Range{Rows: 2, Columns: 1}, Text: "x" + short, Fill: "#FFFFFF"}}
		s.Print = sheet.Print{Header: short, Footer: short, TitleRows: 1}
		s.Filter = sheet.Range{Rows: 1, Columns: 1}
		wb := &sheet.Workbook{Title: text, Language: text, Sheets: []*sheet.Sheet{s}}
		file := write(t, wb)
		_, parts := unpack(t, file)
		for name, content := range parts {
			assertWellFormed(t, name, content)
		}
		f, err := excelize.OpenReader(bytes.NewReader(file))
		require.NoError(t, err)
		assert.Equal(t, wb.SheetNames(), f.GetSheetList())
		require.NoError(t, f.Close())
	}
}

func letters(r rune) rune {
	if r >= 'a' && r <= 'z' {
		return r
	}
	return ' '
}

func FuzzText(f *testing.F) {
	for text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var file bytes.Buffer
		if err := one(column(sheet.Text(text))).WriteXLSX(&file); err != nil {
			require.ErrorContains(t, err, `sheet "S": cell A1: a text of`)
			return
		}
		first := readBack(t, file.Bytes())
		// A text survives a second round trip unchanged.
		assert.Equal(t, first, readBack(t, write(t, one(column(sheet.Text(first))))))
		if plain(text) {
			assert.Equal(t, text, first)
		}
	})
}

func readBack(t *testing.T, file []byte) string {
	t.Helper()
	_, parts := unpack(t, file)
	assertWellFormed(t, "sheet", parts["xl/worksheets/sheet1.xml"])
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	defer func() { assert.NoError(t, f.Close()) }()
	got, err := f.GetCellValue("S", "A1")
	require.NoError(t, err)
	formula, err := f.GetCellFormula("S", "A1")
	require.NoError(t, err)
	require.Empty(t, formula)
	return got
}

// plain reports whether a text needs no cleaning.
func plain(text string) bool {
	return strings.ToValidUTF8(text, "") == text && !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef
	})
}

// TestTextsThatLookLikeFormulasAreQuoted checks that every such text has the file's quote mark, for
// any kind of value. No other text and no formula has the mark.
func TestTextsThatLookLikeFormulasAreQuoted(t *testing.T) {
	s := &sheet.Sheet{Name: "S"}
	bold := &sheet.Style{Bold: true}
	texts := []string{"=1+1", "+34 600", "-1", "@SUM(A1)", "\tx", "＝1", "=HYPERLINK(\"https://a.example\")", "plain", "'=1", "1-1", ""}
	for _, text := range texts {
		s.Rows = append(s.Rows, sheet.Row{Cells: []sheet.Cell{{Value: sheet.Text(text)}, {Value: sheet.Text(text), Style: bold}, {Value: sheet.Rich{{}, {Text: text}}},
			{Value: sheet.Link{Text: text, URL: "https://a.example/"}}, {Value: sheet.Jump{Text: text, Sheet: s}},
			{Value: sheet.Formula{Expr: "A1", Cached: sheet.Text(text)}}, {Value: sheet.Number(-1)}}})
	}
	f, err := excelize.OpenReader(bytes.NewReader(write(t, one(s))))
	require.NoError(t, err)
	defer func() { assert.NoError(t, f.Close()) }()
	for row, text := range texts {
		for column := range 7 {
			id, err := f.GetCellStyle("S", sheet.Ref(row, column))
			require.NoError(t, err)
			mark := f.Styles.CellXfs.Xf[id].QuotePrefix
			assert.Equal(t, row < 7 && column < 5, mark != nil && *mark, "%q in column %d", text, column)
			if column == 1 {
				style, err := f.GetStyle(id)
				require.NoError(t, err)
				assert.True(t, style.Font.Bold)
			}
		}
	}
}
