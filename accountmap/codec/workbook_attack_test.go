package codec_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestSpreadsheetMistakes makes typical mistakes in a workbook. Want is the expected problem; if
// empty, the account must be unchanged.
func TestSpreadsheetMistakes(t *testing.T) {
	norace.Only(t)
	base := sample()
	whole := workbookFile(t, base, "en")
	for name, tt := range map[string]struct {
		change func(e editor) (place string)
		want   string
	}{
		"hidden ids exchanged": {func(e editor) string {
			sheet, a := e.row("contacts", "boss")
			_, b := e.row("contacts", "report")
			swap(e, sheet, 1, a, 1, b)
			_, cell := e.cell("contacts", "boss", "name")
			return sheet + "!" + cell
		}, "warning moved-names: the name \"Report\" was the name of another row before (names like this in the list: 2)"},
		"one column sorted": {func(e editor) string {
			sheet, a := e.cell("contacts", "boss", "name")
			_, b := e.cell("contacts", "report", "name")
			column, rowA, err := excelize.CellNameToCoordinates(a)
			require.NoError(t, err)
			_, rowB, err := excelize.CellNameToCoordinates(b)
			require.NoError(t, err)
			swap(e, sheet, column, rowA, column, rowB)
			return sheet + "!" + a
		}, "warning moved-names"},
		"the row of the account deleted": {func(e editor) string {
			sheet, row := e.row("account", "#1")
			require.NoError(t, e.RemoveRow(sheet, row))
			return sheet
		}, `error missing-cells: the row "Full" is gone`},
		"a note below the list": {func(e editor) string {
			sheet, cell := e.cell("contacts", "boss", "name")
			column, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			note, err := excelize.CoordinatesToCellName(column, row+50)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, note, "Checked by Ana"))
			return sheet + "!" + note
		}, "warning row-apart"},
		"a row below the list": {func(e editor) string {
			e.addRow("contacts", map[string]any{"name": "Newcomer"})
			return ""
		}, ""},
		"renamed": {func(e editor) string { return e.set("contacts", "boss", "name", "Somebody else") }, ""},
		"a column of statuses inserted": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			column, row, err := excelize.SplitCellName(cell)
			require.NoError(t, err)
			require.NoError(t, e.InsertCols(sheet, column, 1))
			require.NoError(t, e.SetCellValue(sheet, cell, "Sold"))
			_, _, mark := e.find(hiddensheet.MatrixMark)
			require.Less(t, mark, row)
			return fmt.Sprintf("%s!%s%d", sheet, column, mark)
		}, "error missing-id: the column has a status and no unit"},
		"an empty column in the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			column, _, err := excelize.SplitCellName(cell)
			require.NoError(t, err)
			require.NoError(t, e.InsertCols(sheet, column, 1))
			return ""
		}, ""},
		"a status without its accent": {func(e editor) string { return e.setStatus("site", "core", "ΠΟΥΛΗΜΕΝΟ") }, ""},
		"a stance without its accent": {func(e editor) string { return e.set("contacts", "boss", "stance", "ΥΠΕΡΜΑΧΟΣ") }, ""},
		"nobody for a manager": {func(e editor) string { return e.set("contacts", "report", "reportsTo", "nadie") },
			"(leave the cell empty if there is none, or if it is unknown)"},
		"a colleague for a contact": {func(e editor) string { return e.set("contacts", "report", "reportsTo", "Hunter") }, ": \"Hunter\" is on "},
		"a price before taxes":      {func(e editor) string { return e.set("products", "core", "price", "1.200,00 + IVA") }, "(write 1200.00, and what it is for in a text)"},
		"a month in capitals":       {func(e editor) string { return e.set("contacts", "boss", "left", "ΟΚΤΩΒΡΙΟΣ 2026") }, "(write the day as well, such as 2026-10-01)"},
		"the currency in words": {func(e editor) string {
			place := e.set("account", "#1", "currency", "Euros")
			return place
		}, "error invalid-value: \"Euros\" is not a currency (write EUR)"},
		"a status in another language": {func(e editor) string { return e.setStatus("site", "core", "ΠΟΥΛΗΜΈΝΟ") }, ""},
		"a formula with an error": {func(e editor) string {
			sheet, cell := e.cell("contacts", "boss", "title")
			require.NoError(t, e.SetCellDefault(sheet, cell, ""))
			require.NoError(t, e.SetCellFormula(sheet, cell, "1/0"))
			return sheet + "!" + cell
		}, "error invalid-value: the formula in the cell has no value yet"},
		"a sheet emptied": {func(e editor) string {
			sheet, _, _ := e.find("accountatlas:contacts")
			rows, err := e.GetRows(sheet)
			require.NoError(t, err)
			for y, row := range rows {
				for x := range row {
					cell, err := excelize.CoordinatesToCellName(x+1, y+1)
					require.NoError(t, err)
					require.NoError(t, e.SetCellValue(sheet, cell, nil))
				}
			}
			return ""
		}, `error missing-cells: the list "contacts" is gone`},
		"cells of the matrix merged": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			_, other := e.status("site", "extra")
			require.NoError(t, e.MergeCell(sheet, cell, other))
			return sheet + "!" + cell
		}, "error invalid-value: cells were merged"},
		"cells merged above the list": {func(e editor) string {
			sheet, _, _ := e.find("accountatlas:contacts")
			require.NoError(t, e.InsertRows(sheet, 1, 1))
			require.NoError(t, e.SetCellValue(sheet, "B1", "Our people"))
			require.NoError(t, e.MergeCell(sheet, "B1", "F1"))
			return ""
		}, ""},
		"a sum below the orders": {func(e editor) string {
			e.addRow("orders", map[string]any{"amount": 100})
			return ""
		}, "error missing-value"},
		"a tab copied": {func(e editor) string {
			sheet, _, _ := e.find("accountatlas:contacts")
			from, err := e.GetSheetIndex(sheet)
			require.NoError(t, err)
			to, err := e.NewSheet("Contacts (2)")
			require.NoError(t, err)
			require.NoError(t, e.CopySheet(from, to))
			return "Contacts (2)!A"
		}, `error duplicate-key: the list "contacts" appears twice, also in Contacts`},
	} {
		t.Run(name, func(t *testing.T) {
			place := ""
			file := edit(t, whole, func(e editor) { place = tt.change(e) })
			back, problems := decode(t, file)
			if tt.want != "" {
				assert.Contains(t, problems.Report(), tt.want)
				if place != "" {
					assert.Contains(t, problems.Report(), place)
				}
				return
			}
			require.Empty(t, errorsOf(problems))
			assert.NotContains(t, problems.Report(), codec.ErrMovedNames)
			assert.NotContains(t, problems.Report(), codec.ErrRowApart)
			if name == "a row below the list" {
				back.Contacts = slices.DeleteFunc(back.Contacts, func(c accountmap.Contact) bool { return c.Name == "Newcomer" })
			}
			if name == "renamed" {
				back.Contacts[0].Name = base.Contacts[0].Name
			}
			requireSame(t, base, back)
		})
	}
}

// TestManyRowsOfOneName pastes many rows without ids and with one name. The time must not be
// quadratic.
func TestManyRowsOfOneName(t *testing.T) {
	norace.Only(t)
	const many = 20_000
	a := accountmap.Account{Format: 1, Profile: accountmap.Profile{Name: "A"}, Units: []accountmap.Unit{{ID: "u", Name: "U"}}, Products: []accountmap.Product{{ID: "p", Name: "P"}}}
	for range many {
		a.Contacts = append(a.Contacts, accountmap.Contact{Name: "Ana"})
	}
	empty := a
	empty.Contacts = nil
	parts := bareParts(&a, &empty)
	back, problems := decode(t, zipped(t, parts))
	require.Empty(t, errorsOf(problems))
	require.Len(t, back.Contacts, many)
	assert.Equal(t, accountmap.ContactID("ana"), back.Contacts[0].ID)
	assert.Equal(t, accountmap.ContactID(fmt.Sprint("ana-", many)), back.Contacts[many-1].ID)
}

// TestWideMatrix reads large matrices with many merges or many statuses without a unit. Comparing
// each with every cell would take hours.
func TestWideMatrix(t *testing.T) {
	inline := func(text string) string { return `<c t="inlineStr"><is><t>` + text + `</t></is></c>` }
	head := inline(hiddensheet.MatrixMark)
	for i := range 8000 {
		head += inline(fmt.Sprint("unit", i))
	}
	products, statuses := "", strings.Repeat(inline("sold"), 7000)
	for i := range 20 {
		products += fmt.Sprintf(`<row>%s<c r="KUT%d" t="str"><v>sold</v></c>%s</row>`, inline(fmt.Sprint("product", i)), i+2, statuses)
	}
	merges := strings.Repeat(`<mergeCell ref="B900000:XFD900001"/>`, 60_000)
	parts := bareParts(sample(), sample())
	for i, p := range parts {
		if strings.Contains(p.text, hiddensheet.MatrixMark) {
			parts[i].text = "<worksheet><sheetData><row>" + head + "</row>" + products + "</sheetData><mergeCells>" + merges + "</mergeCells></worksheet>"
		}
	}
	_, problems := decode(t, zipped(t, parts))
	assert.Contains(t, problems.Report(), "the column has a status and no unit")
	assert.NotContains(t, problems.Report(), "cells were merged")
}
