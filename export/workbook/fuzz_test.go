package workbook_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// FuzzHostileAccount writes the workbook of an account with one text in every field, and opens it
// with another library.
func FuzzHostileAccount(f *testing.F) {
	norace.Only(f)
	for _, text := range accountmaptest.Hostile()[:4] {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := accountmaptest.Full()
		accountmaptest.FillText(a, text)
		m, err := accountmap.New(a)
		if err != nil {
			return
		}
		wb, err := workbook.New(t.Context(), m, nil)
		if err != nil {
			return // a name may be longer than a cell
		}
		var file bytes.Buffer
		require.NoError(t, wb.WriteXLSX(&file))
		book, err := excelize.OpenReader(&file)
		require.NoError(t, err)
		require.Equal(t, wb.SheetNames(), book.GetSheetList())
		require.NoError(t, book.Close())
	})
}
