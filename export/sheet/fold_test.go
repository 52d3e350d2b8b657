package sheet_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/export/sheet"
)

func TestFoldedRowsAreOutOfSight(t *testing.T) {
	s := column(sheet.Text("head"), sheet.Text("a"), sheet.Text("b"), sheet.Text("open"), sheet.Text("c"), sheet.Text("deep"), sheet.Text("d"), sheet.Text("last"))
	for i, outline := range []int8{0, 1, 1, 0, 1, 2, 1, 0} {
		s.Rows[i].Outline = outline
	}
	s.Rows[0].Folded, s.Rows[4].Folded = true, true
	f := reopen(t, one(s))
	var seen []string
	for i, row := range s.Rows {
		visible, err := f.GetRowVisible("S", i+1)
		require.NoError(t, err)
		level, err := f.GetRowOutlineLevel("S", i+1)
		require.NoError(t, err)
		assert.Equal(t, uint8(row.Outline), level)
		if visible {
			seen = append(seen, string(row.Cells[0].Value.(sheet.Text)))
		}
	}
	assert.Equal(t, []string{"head", "open", "c", "d", "last"}, seen)
	assert.Contains(t, sheetXML(t, s), `<row r="1" collapsed="1">`, "so that the button says that there is more")
}

func TestPageBreaksAreKept(t *testing.T) {
	s := column(sheet.Text("a"), sheet.Text("b"), sheet.Text("c"))
	s.Print = sheet.Print{PagesWide: 1, Footer: "F", Breaks: []int{1, 2}}
	assert.Contains(t, sheetXML(t, s),
		`</headerFooter><rowBreaks count="2" manualBreakCount="2"><brk id="1" max="16383" man="1"/><brk id="2" max="16383" man="1"/></rowBreaks>`)
}

func TestDatesAreShownAsTheReadersWriteThem(t *testing.T) {
	for language, want := range map[string]string{"": "2026-11-01", "en": "2026-11-01", "es": "01/11/2026", "es-MX": "01/11/2026", "EL": "01/11/2026", "esx": "2026-11-01"} {
		wb := one(column(sheet.Date{Year: 2026, Month: 11, Day: 1}))
		wb.Language = language
		shown, err := reopen(t, wb).GetCellValue("S", "A1")
		require.NoError(t, err)
		assert.Equal(t, want, shown, "in %q", language)
	}
}

// sheetXML returns the part of a sheet.
func sheetXML(t *testing.T, s *sheet.Sheet) string {
	t.Helper()
	_, parts := unpack(t, write(t, one(s)))
	return string(parts["xl/worksheets/sheet1.xml"])
}
