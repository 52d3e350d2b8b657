package workbook_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

// fullBook returns a workbook of an account with every list, as a model and as a file.
func fullBook(t *testing.T) (*sheet.Workbook, []byte) {
	t.Helper()
	wb, err := workbook.New(t.Context(), exporttest.NewMap(t, accountmaptest.Full()), &workbook.Options{Map: exporttest.Picture{}})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, wb.WriteXLSX(&b))
	return wb, b.Bytes()
}

// value returns the value of a cell as another program reads it: a number, a text, or nil.
func value(v sheet.Value) any {
	switch v := v.(type) {
	case sheet.Text:
		if v != "" {
			return string(v)
		}
	case sheet.Literal:
		if v != "" {
			return string(v)
		}
	case sheet.Rich:
		var text strings.Builder
		for _, r := range v {
			text.WriteString(r.Text)
		}
		return text.String()
	case sheet.Link:
		return v.Text
	case sheet.Jump:
		return v.Text
	case sheet.Number:
		return float64(v)
	case sheet.Percent:
		return float64(v)
	case sheet.Money:
		return float64(v.Minor) / float64([]int{1, 10, 100, 1000}[v.Decimals])
	case sheet.Date:
		return v.String()
	case sheet.Formula:
		return value(v.Cached)
	}
	return nil
}

// edited returns a file with each of its parts changed.
func edited(t *testing.T, file []byte, change func(part []byte) []byte) []byte {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	var b bytes.Buffer
	zw := zip.NewWriter(&b)
	for _, part := range zr.File {
		r, err := part.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := zw.Create(part.Name)
		require.NoError(t, err)
		_, err = w.Write(change(content))
		require.NoError(t, err)
	}
	require.NoError(t, zw.Close())
	return b.Bytes()
}

// withoutValues returns the file without the cached values of formulas, so that a program must
// compute them.
func withoutValues(t *testing.T, file []byte) []byte {
	cached := regexp.MustCompile(`</f><v>[^<]*</v>`)
	return edited(t, file, func(part []byte) []byte { return cached.ReplaceAll(part, []byte("</f>")) })
}

// TestWorkbookInLibreOffice saves the workbook with an office program, as it is and without the
// values of its formulas.
func TestWorkbookInLibreOffice(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	wb, file := fullBook(t)
	saved := opctest.Convert(t, "xlsx", "xlsx", file, withoutValues(t, file))
	t.Run("comes back", func(t *testing.T) { // everything that reading needs is kept
		got, problems := codec.Decode(bytes.NewReader(saved[0]), codec.XLSX)
		require.NoError(t, problems.Err())
		assert.Empty(t, accountmap.Compare(exporttest.NewMap(t, accountmaptest.Full()), exporttest.NewMap(t, got)))
	})
	t.Run("computes the same", func(t *testing.T) { assertSameValues(t, wb, saved[1]) })
}

// assertSameValues checks that an office program computed the value in the model for every formula.
func assertSameValues(t *testing.T, wb *sheet.Workbook, computed []byte) {
	t.Helper()
	f := reopen(t, computed)
	compared := 0
	for i, name := range wb.SheetNames() {
		for r, row := range wb.Sheets[i].Rows {
			for c, cell := range row.Cells {
				formula, ok := cell.Value.(sheet.Formula)
				if !ok {
					continue
				}
				got, err := f.GetCellValue(name, sheet.Ref(r, c), excelizeRaw)
				require.NoError(t, err)
				compared++
				if want, isNumber := value(formula).(float64); isNumber {
					n, err := strconv.ParseFloat(got, 64)
					require.NoError(t, err, "%s!%s %s", name, sheet.Ref(r, c), formula.Expr)
					assert.InDelta(t, want, n, 1e-6, "%s!%s %s", name, sheet.Ref(r, c), formula.Expr)
					continue
				}
				want, _ := value(formula).(string)
				assert.Equal(t, want, got, "%s!%s %s", name, sheet.Ref(r, c), formula.Expr)
			}
		}
	}
	assert.Greater(t, compared, 40)
}

// readAll prints every cell that is not blank as openpyxl reads it, and fails on a warning.
const readAll = `
import sys, json, datetime, warnings, openpyxl
warnings.simplefilter("error", UserWarning)
wb = openpyxl.load_workbook(sys.argv[1], data_only=True)
cells = {}
for ws in wb.worksheets:
    for row in ws.iter_rows():
        for c in row:
            v = c.value
            if v is None:
                continue
            if isinstance(v, (datetime.datetime, datetime.date)):
                v = v.strftime("%Y-%m-%d")
            cells[ws.title + "!" + c.coordinate] = v
json.dump(cells, sys.stdout)
`

// python returns the path of a Python with openpyxl, or skips the test if there is none.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.CommandContext(t.Context(), name, "-c", "import openpyxl").Run() == nil {
			return name
		}
	}
	t.Skip("python3 with openpyxl is not installed")
	return ""
}

// TestOpenpyxlReadsTheSame checks that another library reads exactly the values of the model,
// without a warning.
func TestOpenpyxlReadsTheSame(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	python := python(t)
	full, _ := fullBook(t)
	none, err := workbook.New(t.Context(), exporttest.NewMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Nobody", Currency: "EUR"}}), &workbook.Options{Map: exporttest.Picture{}})
	require.NoError(t, err)
	summary := insight.Of(exporttest.NewMap(t, accountmaptest.Full()), accountmap.Date{}).Summary()
	for name, test := range map[string]struct {
		wb    *sheet.Workbook
		least int // cells
	}{
		"everything": {full, 1000},
		"nothing":    {none, 100},
		"portfolio":  {portfolio.New([]insight.Summary{summary, summary}, nil), 40},
	} {
		t.Run(name, func(t *testing.T) {
			var file bytes.Buffer
			require.NoError(t, test.wb.WriteXLSX(&file))
			in := filepath.Join(t.TempDir(), "in.xlsx")
			require.NoError(t, os.WriteFile(in, file.Bytes(), 0o600))
			cmd := exec.CommandContext(t.Context(), python, "-c", readAll, in)
			cmd.Stderr = os.Stderr
			out, err := cmd.Output()
			require.NoError(t, err)
			got := map[string]any{}
			require.NoError(t, json.Unmarshal(out, &got))
			assertSameCells(t, test.wb, got, test.least)
		})
	}
}

// assertSameCells compares the cells of another reader with the model. least is the minimum number
// of cells.
func assertSameCells(t *testing.T, wb *sheet.Workbook, got map[string]any, least int) {
	t.Helper()
	want := map[string]any{}
	for i, name := range wb.SheetNames() {
		for r, row := range wb.Sheets[i].Rows {
			for c, cell := range row.Cells {
				if v := value(cell.Value); v != nil && v != "" {
					want[name+"!"+sheet.Ref(r, c)] = v
				}
			}
		}
	}
	assert.GreaterOrEqual(t, len(want), least)
	for cell, v := range want {
		if n, ok := v.(float64); ok {
			assert.InDelta(t, n, got[cell], 1e-9, cell)
		} else {
			assert.Equal(t, v, got[cell], cell)
		}
		delete(got, cell)
	}
	assert.Empty(t, got)
}
