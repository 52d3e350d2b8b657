package codec_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec"
)

// copyCell names the cell of an amount of site and core on a sheet of copies.
func (e editor) copyCell(sheet string) string {
	_, status := e.status("site", "core")
	column, _, err := excelize.SplitCellName(status)
	require.NoError(e.t, err)
	rows, err := e.GetRows(sheet)
	require.NoError(e.t, err)
	for y, row := range rows {
		if len(row) > 0 && row[0] == "core" {
			cell, err := excelize.JoinCellName(column, y+1)
			require.NoError(e.t, err)
			return cell
		}
	}
	require.Fail(e.t, "no row of the product")
	return ""
}

// TestAmountsOnCopies holds that an amount written where it is not read is told, and one that was changed where it is read is not.
func TestAmountsOnCopies(t *testing.T) {
	base := sample()
	for _, language := range []string{"en", "el"} {
		whole := workbookFile(t, base, language)
		var cell, details string
		file := edit(t, whole, func(e editor) {
			sheet := e.GetSheetList()[2]
			cell = e.copyCell(sheet)
			require.NoError(t, e.SetCellValue(sheet, cell, 5))
			cell = sheet + "!" + cell
			sheet, details = e.cell("coverage", "#1", "value")
			details = sheet + "!" + details
		})
		back, problems := decode(t, file)
		require.NoError(t, problems.Err())
		require.Len(t, problems, 1+len(problemsOf(t, whole)))
		assert.Contains(t, problems.String(), cell+": warning unread-amount: the amounts on this sheet are copies, and what was changed here was not read (change it in "+details+")")
		requireSame(t, base, back)
		_, problems = codec.Merge(base, bytes.NewReader(file), nil)
		assert.Contains(t, problems.String(), cell+": warning unread-amount")

		file = edit(t, whole, func(e editor) { e.set("coverage", "#1", "value", 5) })
		back, problems = decode(t, file)
		assert.NotContains(t, problems.String(), codec.ErrUnreadAmount)
		assert.Equal(t, accountmap.Money{Minor: 500}.Minor, back.Coverage[0].Value.Minor)
		file = edit(t, file, func(e editor) {
			require.NoError(t, e.SetCellValue(e.GetSheetList()[2], e.copyCell(e.GetSheetList()[2]), 5))
		})
		_, problems = decode(t, file)
		assert.NotContains(t, problems.String(), codec.ErrUnreadAmount, "both were changed alike")
	}
}

// TestAmountsOnMovedCopies finds the copies by their hidden ids, wherever they went.
func TestAmountsOnMovedCopies(t *testing.T) {
	base := sample()
	whole := workbookFile(t, base, "en")
	for name, move := range map[string]func(e editor, sheet string) string{
		"tab renamed": func(e editor, sheet string) string {
			require.NoError(t, e.SetSheetName(sheet, "Money"))
			return "Money"
		},
		"column inserted": func(e editor, sheet string) string {
			require.NoError(t, e.InsertCols(sheet, "D", 2))
			return sheet
		},
		"rows inserted above": func(e editor, sheet string) string {
			require.NoError(t, e.InsertRows(sheet, 1, 3))
			return sheet
		},
		"column deleted and another before it": func(e editor, sheet string) string {
			require.NoError(t, e.RemoveCol(sheet, "C"))
			return sheet
		},
	} {
		var cell string
		file := edit(t, whole, func(e editor) {
			sheet := e.GetSheetList()[2]
			before := e.copyCell(sheet)
			value, err := e.GetCellValue(sheet, before)
			require.NoError(t, err)
			sheet = move(e, sheet)
			rows, err := e.GetRows(sheet)
			require.NoError(t, err)
			for y, row := range rows {
				for x, text := range row {
					if row[0] == "core" && text == value {
						cell, _ = excelize.CoordinatesToCellName(x+1, y+1)
					}
				}
			}
			require.NoError(t, e.SetCellValue(sheet, cell, 5))
			cell = sheet + "!" + cell
		})
		back, problems := decode(t, file)
		require.NoError(t, problems.Err(), name)
		assert.Contains(t, problems.String(), cell+": warning unread-amount", name)
		requireSame(t, base, back, name)
	}
	moved := edit(t, whole, func(e editor) {
		require.NoError(t, e.InsertCols(e.GetSheetList()[2], "D", 2))
	})
	assert.NotContains(t, problemsOf(t, moved).String(), codec.ErrUnreadAmount, "nothing was changed")
}

// TestTextOnCopies tells of a text where an amount was.
func TestTextOnCopies(t *testing.T) {
	base := sample()
	var cell string
	file := edit(t, workbookFile(t, base, "en"), func(e editor) {
		sheet := e.GetSheetList()[2]
		cell = e.copyCell(sheet)
		require.NoError(t, e.SetCellValue(sheet, cell, "a lot"))
		cell = sheet + "!" + cell
	})
	assert.Contains(t, problemsOf(t, file).String(), cell+": warning unread-amount")
}

func problemsOf(t testing.TB, file []byte) accountmap.Problems {
	_, problems := decode(t, file)
	return problems
}
