package accountview

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// TestCheckCells checks that a million cells are allowed. The error for more gives their number and
// the remedy.
func TestCheckCells(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Wide"}}
	for i := range 1000 {
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID("p" + strconv.Itoa(i)), Name: "Product"})
		a.Units = append(a.Units, accountmap.Unit{ID: accountmap.UnitID("u" + strconv.Itoa(i)), Name: "Unit"})
	}
	check := func() error {
		m, err := accountmap.New(a)
		require.NoError(t, err)
		v, err := New(m, accountmap.Date{}, nil)
		require.NoError(t, err)
		return v.CheckCells()
	}
	assert.NoError(t, check())
	a.Units = append(a.Units, accountmap.Unit{ID: "more", Name: "More"})
	assert.EqualError(t, check(), "the coverage of 1001 units and 1000 products has 1001000 cells, more than 1000000; keep the units or products in question with Map.Select")
}
