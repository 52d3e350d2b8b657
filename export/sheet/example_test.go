package sheet_test

import (
	"bytes"
	"fmt"

	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/xuri/excelize/v2"
)

// A workbook is plain data; one call writes it.
func ExampleWorkbook_WriteXLSX() {
	head := &sheet.Style{Bold: true, Fill: "#EEF2F8"}
	sold := &sheet.Style{Fill: "#CDEAD9", Ink: "#0F5132"}
	wb := &sheet.Workbook{Title: "Coverage", Sheets: []*sheet.Sheet{{
		Name:    "Coverage",
		Columns: []sheet.Column{{Width: 24}},
		Rows: []sheet.Row{
			{Style: head, Cells: []sheet.Cell{{Value: sheet.Text("Product")}, {Value: sheet.Text("Penetration")}, {Value: sheet.Text("Retail")}}},
			{Cells: []sheet.Cell{{Value: sheet.Text("Analytics")}, {Value: sheet.Percent(0.57)}, {Value: sheet.Text("Sold"), Style: sold}}},
		},
		FreezeRows: 1,
		Bars:       []sheet.Bar{{Range: sheet.Range{Row: 1, Column: 1, Rows: 1, Columns: 1}, Color: "#BFD2F5"}},
	}}}

	var file bytes.Buffer
	if err := wb.WriteXLSX(&file); err != nil {
		fmt.Println(err)
		return
	}

	f, err := excelize.OpenReader(&file)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	rows, err := f.GetRows("Coverage")
	fmt.Println(rows, err)
	// Output: [[Product Penetration Retail] [Analytics 57% Sold]] <nil>
}
