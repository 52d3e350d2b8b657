package codec_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestUnreadCells holds that what somebody writes where nothing is read is told, with its place, and that nothing else is.
func TestUnreadCells(t *testing.T) {
	base := sample()
	whole := workbookFile(t, base, "en")
	for name, tt := range map[string]struct {
		change func(e editor) (place string)
		want   string
	}{
		"a day in the exposures by contact": {func(e editor) string {
			require.NoError(t, e.SetCellValue("Exposure by contact", "F6", "2026-11-05"))
			return "Exposure by contact!A6"
		}, "the row is not as it was written, and was not read: it shows what other sheets say (change it on the sheet of the list that it is from: Units,"},
		"a count above the referrals": {func(e editor) string {
			tab, _ := table.Lookup("endorsements")
			sheet, _, row := e.find(tab.Mark())
			cell := fmt.Sprintf("C%d", row-2)
			text, err := e.GetCellValue(sheet, cell)
			require.NoError(t, err)
			require.NotEmpty(t, text)
			require.NoError(t, e.SetCellValue(sheet, cell, 77))
			return fmt.Sprintf("%s!B%d", sheet, row-2)
		}, "the row is not as it was written"},
		"somebody below a unit": {func(e editor) string {
			sheet, column, row := e.below(3)
			require.NoError(t, e.SetCellValue(sheet, column+fmt.Sprint(row), "Ana Ríos"))
			return sheet + "!"
		}, "the row is not as it was written"},
		"a product renamed in the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("B%d", row), "Core Suite"))
			return fmt.Sprintf("%s!B%d", sheet, row)
		}, "the row is not as it was written"},
		"a unit renamed in the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			column, _, err := excelize.SplitCellName(cell)
			require.NoError(t, err)
			_, _, from := e.find(table.MatrixMark)
			for row := from + 1; ; row++ {
				if text, err := e.GetCellValue(sheet, fmt.Sprint(column, row)); err == nil && text != "" && text != "Group" {
					require.NoError(t, e.SetCellValue(sheet, fmt.Sprint(column, row), "Works"))
					return fmt.Sprintf("%s!B%d", sheet, row)
				}
			}
		}, "the row is not as it was written"},
		"a column of one's own": {func(e editor) string {
			sheet, cell := e.cell("contacts", "report", "name")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, "AB5", "My column"))
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("AB%d", row), "mine"))
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("AB%d", row+1), "mine, too"))
			return fmt.Sprintf("%s!AB%d", sheet, row)
		}, "what stands in this column was not read: it is none of the list"},
		"a note beside the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("Z%d", row), "ask Ana"))
			return fmt.Sprintf("%s!Z%d", sheet, row)
		}, "what stands in this column was not read: it is that of no unit"},
		"the titles of sheets and columns": {func(e editor) string {
			require.NoError(t, e.SetCellValue("Summary", "A1", "Nuestro cliente"))
			sheet, _, row := e.find("accountatlas:contacts")
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("C%d", row+1), "Cargo"))
			return ""
		}, ""},
		"a sheet of one's own": {func(e editor) string {
			_, err := e.NewSheet("Mine")
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue("Mine", "A5", "anything"))
			return ""
		}, ""},
		"a sheet sorted": {func(e editor) string {
			for column := 1; column <= 20; column++ {
				swap(e, "Exposure by contact", column, 6, column, 7)
			}
			return ""
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			place := ""
			file := edit(t, whole, func(e editor) { place = tt.change(e) })
			back, problems := decode(t, file)
			require.Empty(t, errorsOf(problems))
			requireSame(t, base, back)
			if tt.want == "" {
				assert.NotContains(t, problems.String(), codec.ErrUnreadCells)
				return
			}
			require.NotEmpty(t, problems)
			assert.Contains(t, problems.String(), place)
			assert.Contains(t, problems.String(), "warning unread-cells: "+tt.want)
		})
	}
}

// below is a cell so many rows below the matrix, in the column of the last unit.
func (e editor) below(rows int) (sheet, column string, row int) {
	sheet, core, _, _, last := e.matrix()
	column, _, err := excelize.SplitCellName(core(last))
	require.NoError(e.t, err)
	return sheet, column, last + rows
}

// TestUnreadCellsOfManyRows holds that what was changed on a sheet of more rows than are told of one by one is told, too.
func TestUnreadCellsOfManyRows(t *testing.T) {
	norace.Only(t)
	a := sample()
	for i := range table.MostShown {
		id := fmt.Sprintf("c-%d", i)
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: id})
	}
	whole := workbookFile(t, a, "en")
	_, problems := decode(t, whole)
	assert.NotContains(t, problems.String(), codec.ErrUnreadCells)
	_, problems = decode(t, edit(t, whole, func(e editor) {
		require.NoError(t, e.SetCellValue("Exposure by contact", "F900", "2026-11-05"))
	}))
	assert.Contains(t, problems.String(), "Exposure by contact: warning unread-cells: the sheet is not as it was written")
}
