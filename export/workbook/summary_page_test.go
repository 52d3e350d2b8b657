package workbook

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/paper"
)

// TestChartsStayOnAPage checks that no chart of the summary crosses a page break, for any number of
// units and lines.
func TestChartsStayOnAPage(t *testing.T) {
	for units := 1; units < 70; units += 4 {
		a := &accountmap.Account{Profile: accountmap.Profile{Name: "Wide"}}
		for i := range units {
			a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID(fmt.Sprint("u", i)), Name: fmt.Sprint("Unit ", i)})
		}
		for i := range 30 {
			a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprint("p", i)), Name: fmt.Sprint("Product ", i), Line: fmt.Sprint("Line ", i*units%30)})
		}
		m, err := accountmap.New(a)
		require.NoError(t, err)
		wb, err := New(t.Context(), m, nil)
		require.NoError(t, err)
		s := wb.Sheets[0]
		require.Len(t, s.Charts, 2)
		_, page := cells.PageSize(s.Columns, paper.A4())
		below := 0.0
		for _, chart := range s.Charts {
			top := heightOf(s.Rows[:chart.Row])
			assert.GreaterOrEqual(t, top, below, "%d units: charts stand below each other", units)
			below = top + chart.Height
			assert.LessOrEqual(t, below, (math.Floor(top/page)+1)*page, "%d units: a chart from %v to %v on pages of %v", units, top, below, page)
			assert.Greater(t, chart.Height, 80.0)
		}
	}
}
