package codec_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// TestUnreadCells checks that text outside the lists and the matrix is reported with its place, and
// that nothing else is reported.
func TestUnreadCells(t *testing.T) {
	base := sample()
	whole := workbookFile(t, base, "en")
	for name, tt := range map[string]struct {
		change func(e editor) (place string)
		want   string
	}{
		"a product renamed in the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("B%d", row), "Core Suite"))
			return fmt.Sprintf("%s!B%d", sheet, row)
		}, "the name is only shown here, so the change was not read (change it on the sheet Products)"},
		"a unit renamed in the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			column, _, err := excelize.SplitCellName(cell)
			require.NoError(t, err)
			_, _, from := e.find(hiddensheet.MatrixMark)
			for row := from + 1; ; row++ {
				if text, err := e.GetCellValue(sheet, fmt.Sprint(column, row)); err == nil && text != "" && text != "Group" {
					require.NoError(t, e.SetCellValue(sheet, fmt.Sprint(column, row), "Works"))
					return fmt.Sprintf("%s!%s%d", sheet, column, row)
				}
			}
		}, "the name is only shown here, so the change was not read (change it on the sheet Units)"},
		"a group renamed in the matrix": {func(e editor) string {
			sheet, _, from := e.find(hiddensheet.MatrixMark)
			group := fmt.Sprintf("D%d", from+1)
			text, err := e.GetCellValue(sheet, group)
			require.NoError(t, err)
			require.Equal(t, "Group", text)
			require.NoError(t, e.SetCellValue(sheet, group, "Holding"))
			return sheet + "!" + group
		}, "the name is only shown here, so the change was not read (change it on the sheet Units)"},
		"a column of one's own": {func(e editor) string {
			sheet, cell := e.cell("contacts", "report", "name")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, "AB5", "My column"))
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("AB%d", row), "mine"))
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("AB%d", row+1), "mine, too"))
			return fmt.Sprintf("%s!AB%d", sheet, row)
		}, "the text in this column was not read: the list has no such column"},
		"a note beside the matrix": {func(e editor) string {
			sheet, cell := e.status("site", "core")
			_, row, err := excelize.CellNameToCoordinates(cell)
			require.NoError(t, err)
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("Z%d", row), "ask Ana"))
			return fmt.Sprintf("%s!Z%d", sheet, row)
		}, "the text in this column was not read: the column belongs to no unit"},
		"a note above a list": {func(e editor) string {
			sheet, _, row := e.find("accountatlas:contacts")
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprintf("D%d", row-1), "ask Ana"))
			return fmt.Sprintf("%s!A%d", sheet, row)
		}, "text outside the rows 4 to 11 was not read"},
		"a note below the matrix": {func(e editor) string {
			sheet, column, row := e.below(30)
			require.NoError(t, e.SetCellValue(sheet, fmt.Sprint(column, row), "ask Ana"))
			_, _, from := e.find(hiddensheet.MatrixMark)
			return fmt.Sprintf("%s!A%d", sheet, from)
		}, "text outside the rows 4 to 11 was not read"},
		"comments on cells": {func(e editor) string {
			sheet, cell := e.cell("contacts", "report", "name")
			require.NoError(t, e.AddComment(sheet, excelize.Comment{Cell: cell, Author: "Kim", Text: "has left"}))
			require.NoError(t, e.AddComment(sheet, excelize.Comment{Cell: "C1", Author: "Kim", Text: "call them"}))
			return sheet + "!"
		}, "comments on cells were not read: 2 (write it as the reason of a cell or in a person's notes"},
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
			require.NoError(t, e.AddComment("Mine", excelize.Comment{Cell: "A5", Text: "mine"}))
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
				assert.NotContains(t, problems.Report(), codec.ErrUnreadCells)
				return
			}
			require.NotEmpty(t, problems)
			assert.Contains(t, problems.Report(), place)
			assert.Contains(t, problems.Report(), "warning unread-cells: "+tt.want)
		})
	}
}

// below returns the cell n rows below the matrix, in the column of the last unit.
func (e editor) below(rows int) (sheet, column string, row int) {
	sheet, core, _, _, last := e.matrix()
	column, _, err := excelize.SplitCellName(core(last))
	require.NoError(e.t, err)
	return sheet, column, last + rows
}

// TestMatrixWithoutDetails reads the statuses without their details. The account has no errors, and
// does not disclose a reason that no sheet shows.
func TestMatrixWithoutDetails(t *testing.T) {
	base := sample()
	m, err := accountmap.New(base)
	require.NoError(t, err)
	for name, tt := range map[string]struct {
		sheets []workbook.Sheet
		want   string
	}{
		"matrix":             {[]workbook.Sheet{{ID: "coverage"}}, "the reason is not in this workbook"},
		"matrix and answers": {[]workbook.Sheet{{ID: "coverage"}, {ID: "answers"}}, "Blocked"},
	} {
		t.Run(name, func(t *testing.T) {
			book := packedBook(t, m, tt.sheets)
			a, problems := decode(t, book)
			require.Empty(t, accountmaptest.Settled(problems))
			reasons := map[accountmap.CoverageStatus]string{}
			for _, c := range a.Coverage {
				reasons[c.Status] = c.Reason
			}
			assert.Equal(t, tt.want, reasons[accountmap.CoverageBlocked])
			_, err := accountmap.New(a)
			require.NoError(t, err)
			merged, problems := mergeOf(base, bytes.NewBuffer(book), nil)
			require.Empty(t, accountmaptest.Settled(problems))
			assert.Equal(t, base, merged)
		})
	}
}

// TestOnlyUnreadSheetsAreProtected checks that sheets that are not read are protected, and the
// others are editable.
func TestOnlyUnreadSheetsAreProtected(t *testing.T) {
	protected := map[string]bool{}
	rewritten(t, workbookFile(t, sample(), "en"), func(part, text string) string {
		if strings.HasPrefix(part, "xl/worksheets/sheet") {
			protected[part] = strings.Contains(text, `<sheetProtection sheet="1"`)
			assert.NotContains(t, text, "algorithmName", "without a password")
		}
		return text
	})
	e := editorOf(t, workbookFile(t, sample(), "en"))
	var open []string
	for i, name := range e.GetSheetList() {
		if !protected[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] {
			open = append(open, name)
		}
	}
	assert.Subset(t, open, []string{"Coverage", "Contacts", "Coverage details"})
	for _, name := range []string{"Summary", "Exposure by contact", "Do next", "Targets and health"} {
		assert.NotContains(t, open, name)
	}
}
