package codec_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// editor edits a workbook in the way of a person.
type editor struct {
	t testing.TB
	*excelize.File
}

func edit(t testing.TB, file []byte, change func(e editor)) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(file))
	require.NoError(t, err)
	change(editor{t, f})
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

// find returns the sheet, and the column and row from 1, of the cell with a text.
func (e editor) find(text string) (sheet string, column, row int) {
	for _, name := range e.GetSheetList() {
		cells, err := e.SearchSheet(name, text)
		require.NoError(e.t, err)
		if name != hiddensheet.Name && len(cells) > 0 {
			column, row, err := excelize.CellNameToCoordinates(cells[0])
			require.NoError(e.t, err)
			return name, column, row
		}
	}
	require.Fail(e.t, "no cell has the text "+text)
	return "", 0, 0
}

// cell returns the name of the cell of an entry, by the keys of the row and the column.
func (e editor) cell(list, key, column string) (sheet, cell string) {
	t, _ := table.Lookup(list)
	sheet, mark, from := e.find(hiddensheet.Mark(t))
	rows, err := e.GetRows(sheet)
	require.NoError(e.t, err)
	x := slices.Index(rows[from-1], column) + 1
	for y := from; y < len(rows); y++ {
		if len(rows[y]) >= mark && rows[y][mark-1] == key {
			require.Positive(e.t, x, column)
			cell, err := excelize.CoordinatesToCellName(x, y+1)
			require.NoError(e.t, err)
			return sheet, cell
		}
	}
	require.Fail(e.t, "no row has the key "+key)
	return "", ""
}

// set writes a value into the cell of an entry, and returns its place.
func (e editor) set(list, key, column string, value any) string {
	sheet, cell := e.cell(list, key, column)
	require.NoError(e.t, e.SetCellValue(sheet, cell, value))
	return sheet + "!" + cell
}

// status returns the name of the matrix cell of a unit and a product.
func (e editor) status(unit, product string) (sheet, cell string) {
	sheet, mark, from := e.find(hiddensheet.MatrixMark)
	rows, err := e.GetRows(sheet)
	require.NoError(e.t, err)
	x := slices.Index(rows[from-1], unit) + 1
	for y := from; y < len(rows); y++ {
		if len(rows[y]) >= mark && rows[y][mark-1] == product {
			require.Positive(e.t, x)
			cell, err := excelize.CoordinatesToCellName(x, y+1)
			require.NoError(e.t, err)
			return sheet, cell
		}
	}
	require.Fail(e.t, "no row has the product "+product)
	return "", ""
}

func (e editor) setStatus(unit, product, word string) string {
	sheet, cell := e.status(unit, product)
	require.NoError(e.t, e.SetCellValue(sheet, cell, word))
	return sheet + "!" + cell
}

// addRow writes an entry below the last row of a list. Values maps keys of columns to texts.
func (e editor) addRow(list string, values map[string]any) {
	t, _ := table.Lookup(list)
	sheet, _, from := e.find(hiddensheet.Mark(t))
	rows, err := e.GetRows(sheet)
	require.NoError(e.t, err)
	last := from + 1
	for y := from; y < len(rows); y++ {
		if strings.Join(rows[y], "") != "" {
			last = y + 1
		}
	}
	for key, value := range values {
		cell, err := excelize.CoordinatesToCellName(slices.Index(rows[from-1], key)+1, last+1)
		require.NoError(e.t, err)
		require.NoError(e.t, e.SetCellValue(sheet, cell, value))
	}
}

// row returns the sheet and the row number of an entry.
func (e editor) row(list, key string) (sheet string, row int) {
	sheet, cell := e.cell(list, key, "name")
	_, row, err := excelize.CellNameToCoordinates(cell)
	require.NoError(e.t, err)
	return sheet, row
}

// sample returns an account to edit.
func sample() *accountmap.Account {
	a := accountmaptest.Full()
	a.Format = accountmap.FormatVersion
	return a
}

func decode(t testing.TB, file []byte) (*accountmap.Account, accountmap.Problems) {
	return codec.Decode(bytes.NewReader(file), codec.XLSX)
}

// errorsOf returns the errors among problems, as text.
func errorsOf(problems accountmap.Problems) string {
	var b strings.Builder
	for _, p := range problems {
		if p.Level == accountmap.LevelError {
			b.WriteString(p.Error() + "\n")
		}
	}
	return b.String()
}

func swapRows(e editor, sheet string, a, b int) {
	for column := 1; column <= 40; column++ {
		swap(e, sheet, column, a, column, b)
	}
}

func swapColumns(e editor, sheet string, a, b, from, to int) {
	for row := from; row <= to; row++ {
		swap(e, sheet, a, row, b, row)
	}
}

// swap exchanges two cells with their styles, which distinguish dates from numbers.
func swap(e editor, sheet string, x1, y1, x2, y2 int) {
	one, err := excelize.CoordinatesToCellName(x1, y1)
	require.NoError(e.t, err)
	other, err := excelize.CoordinatesToCellName(x2, y2)
	require.NoError(e.t, err)
	first, second := e.content(sheet, one), e.content(sheet, other)
	first(other)
	second(one)
}

// content returns a function that writes the present content of a cell into another cell.
func (e editor) content(sheet, cell string) func(into string) {
	kind, err := e.GetCellType(sheet, cell)
	require.NoError(e.t, err)
	raw, err := e.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	require.NoError(e.t, err)
	style, err := e.GetCellStyle(sheet, cell)
	require.NoError(e.t, err)
	return func(into string) {
		require.NoError(e.t, e.SetCellStyle(sheet, into, into, style))
		switch {
		case raw == "":
			require.NoError(e.t, e.SetCellValue(sheet, into, nil))
		case kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber:
			require.NoError(e.t, e.SetCellDefault(sheet, into, raw))
		default:
			require.NoError(e.t, e.SetCellStr(sheet, into, raw))
		}
	}
}
