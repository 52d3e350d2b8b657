package workbook_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestNoDenseMatrixOfAnEmptyList counts the cells of the views that show a list as a matrix. An
// empty list has none; a short list in a large account has only the units and products in it.
func TestNoDenseMatrixOfAnEmptyList(t *testing.T) {
	norace.Only(t)
	large := func() *accountmap.Account {
		a := exporttest.Large(300, 400)
		for i := range a.Coverage {
			a.Coverage[i].Status, a.Coverage[i].Reason = accountmap.CoverageGap, ""
		}
		return a
	}
	few := large()
	few.Exposures = []accountmap.Exposure{{Contact: "u7", Product: "p9", Date: exporttest.Day(2026, 5, 1)}, {Contact: "u8", Product: "p9", Date: exporttest.Day(2026, 5, 2)}}
	few.Coverage[0].Status = accountmap.CoverageSold
	few.Coverage[0].Value, few.Coverage[1].Potential = accountmap.Money{Minor: 700, Currency: "EUR"}, accountmap.Money{Minor: 900, Currency: "EUR"}
	for name, a := range map[string]*accountmap.Account{"none": large(), "few": few} {
		for _, asked := range [][]workbook.Sheet{nil, {{ID: "exposure"}, {ID: "answers"}}} {
			wb, err := workbook.New(t.Context(), exporttest.NewMap(t, a), &workbook.Options{Sheets: asked})
			require.NoError(t, err)
			for _, s := range wb.Sheets {
				switch s.Name {
				case "Exposure by contact":
					cells := 0
					for _, row := range s.Rows {
						cells += len(row.Cells)
					}
					assert.Less(t, cells, 3000, "%s: %s", name, s.Name)
				}
			}
		}
	}
	wb, err := workbook.New(t.Context(), exporttest.NewMap(t, few), &workbook.Options{Sheets: []workbook.Sheet{{ID: "exposure"}, {ID: "coverage"}}})
	require.NoError(t, err)
	shown := wb.Sheets[0].Rows[len(wb.Sheets[0].Rows)-2:]
	assert.Equal(t, sheet.Text("Person 7"), shown[0].Cells[0].Value)
	assert.Equal(t, sheet.Date{Year: 2026, Month: 5, Day: 1}, shown[0].Cells[4].Value)
	amounts := map[sheet.Value]int{}
	for _, row := range wb.Sheets[1].Rows {
		for _, cell := range row.Cells {
			if m, ok := cell.Value.(sheet.Money); ok {
				amounts[m]++
			}
		}
	}
	assert.Equal(t, map[sheet.Value]int{sheet.Money{Minor: 700, Decimals: 2}: 1, sheet.Money{Minor: 900, Decimals: 2}: 1}, amounts, "products without an amount have no row")
}
