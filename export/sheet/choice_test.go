package sheet_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/export/sheet"
)

func TestChoices(t *testing.T) {
	s := column(sheet.Text("Sold"), sheet.Link{Text: "a", URL: "https://a.example"})
	s.Tints = []sheet.Tint{{Range: sheet.Range{Rows: 2, Columns: 1}, Text: "Sold", Fill: "#CDEAD9"}}
	s.Choices = []sheet.Choice{{
		Ranges: []sheet.Range{{Rows: 2, Columns: 1}, {Row: 4, Column: 1, Rows: 3, Columns: 2}},
		Words:  []string{"Sold", "<Κενό & more>"}, Title: "Not a status", Text: "Choose one & only one.",
	}}
	f := reopen(t, one(s))
	got, err := f.GetDataValidations("S")
	require.NoError(t, err)
	require.Len(t, got, 1)
	assert.Equal(t, "A1:A2 B5:C7", got[0].Sqref)
	assert.Equal(t, "list", got[0].Type)
	assert.Equal(t, `"Sold,<Κενό & more>"`, got[0].Formula1)
	assert.True(t, got[0].AllowBlank && got[0].ShowErrorMessage)
	assert.Equal(t, "Choose one & only one.", *got[0].Error)
	assert.Equal(t, "Not a status", *got[0].ErrorTitle)
	formats, err := f.GetConditionalFormats("S")
	require.NoError(t, err)
	assert.Len(t, formats, 1, "what stands beside it in the file is there too")
	linked, _, err := f.GetCellHyperLink("S", "A2")
	require.NoError(t, err)
	assert.True(t, linked)
}

// TestAdjacentNumbersDifferInColour checks the workaround for LibreOffice, which drops the right
// indent of a number if its left neighbour differs only in the number format.
func TestAdjacentNumbersDifferInColour(t *testing.T) {
	style := &sheet.Style{Ink: "#1F2937", Indent: 1, Align: sheet.AlignRight}
	values := []sheet.Value{sheet.Percent(0.5), sheet.Number(1), sheet.Date{Year: 2026, Month: 1, Day: 1}, sheet.Money{Minor: 1, Currency: "EUR"}}
	row := sheet.Row{}
	for _, v := range values {
		row.Cells = append(row.Cells, sheet.Cell{Value: v, Style: style})
	}
	f := reopen(t, one(&sheet.Sheet{Name: "S", Rows: []sheet.Row{row}}))
	inks := map[string]bool{}
	for i := range values {
		id, err := f.GetCellStyle("S", sheet.Ref(0, i))
		require.NoError(t, err)
		got, err := f.GetStyle(id)
		require.NoError(t, err)
		assert.Equal(t, excelize.Alignment{Horizontal: "right", Indent: 1, Vertical: "center"}, *got.Alignment)
		assert.Regexp(t, "^1F293", got.Font.Color, "no eye tells them apart")
		inks[got.Font.Color] = true
	}
	assert.Len(t, inks, len(values))
}
