package workbook_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/internal/opc/opctest"
)

// TestValidToTheSchemas holds every part of a workbook to the schemas of ISO 29500.
func TestValidToTheSchemas(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	_, full := fullBook(t)
	var compared bytes.Buffer
	require.NoError(t, portfolio.New([]insight.Summary{insight.Summarise(exporttest.NewMap(t, accountmaptest.Full()), accountmap.Date{})}, nil).WriteXLSX(&compared))
	broken := edited(t, compared.Bytes(), func(part []byte) []byte {
		return bytes.Replace(part, []byte("<sheetData>"), []byte("<autoFilter/><sheetData>"), 1)
	})
	found := opctest.Faults(t, "xlsx", full, compared.Bytes(), broken)
	assert.Empty(t, found[0])
	assert.Empty(t, found[1])
	require.Len(t, found[2], 1, "a fault is found")
	assert.Equal(t, "/xl/worksheets/sheet1.xml", found[2][0].Path.PartURI)
}
