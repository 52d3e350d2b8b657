package workbook_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/workbook"
)

// xlsx returns the workbook of a map as a file.
func xlsx(t testing.TB, m *accountmap.Map, opts *workbook.Options) []byte {
	t.Helper()
	wb, err := workbook.New(t.Context(), m, opts)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, wb.WriteXLSX(&b))
	return b.Bytes()
}

func reopen(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, f.Close()) })
	return f
}

// excelizeRaw makes excelize return raw values instead of formatted texts.
var excelizeRaw = excelize.Options{RawCellValue: true}
