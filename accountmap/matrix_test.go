package accountmap

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAColumnIsTheUnitAlone checks a unit with a column and another unit below it.
func TestAColumnIsTheUnitAlone(t *testing.T) {
	euros := func(n int64) Money { return Money{Minor: n, Currency: "EUR"} }
	m, err := New(&Account{
		Profile:  Profile{Name: "Acme", Currency: "EUR"},
		Units:    []Unit{{ID: "hq", Name: "HQ"}, {ID: "mill", Name: "Mill", Parent: "hq"}, {ID: "set", Name: "Set"}, {ID: "in", Name: "In", Parent: "set"}},
		Products: []Product{{ID: "core", Name: "Core"}, {ID: "app", Name: "App"}},
		Coverage: []Cell{
			{Unit: "hq", Product: "core", Status: CoverageSold, Value: euros(100)}, {Unit: "mill", Product: "core", Status: CoverageSold, Value: euros(20)},
			{Unit: "mill", Product: "app", Status: CoverageBlocked, Reason: "law", Value: Money{Minor: 3, Currency: "USD"}},
			{Unit: "in", Product: "app", Status: CoverageSold, Value: Money{Minor: 7, Currency: "USD"}},
		},
	})
	require.NoError(t, err)
	x := m.Matrix()
	assert.Equal(t, Penetration{Sold: 1, Sellable: 2}, x.ColumnPenetration("hq"))
	assert.Equal(t, Penetration{Sold: 2, Sellable: 3}, m.Penetration("hq"))
	assert.Equal(t, Penetration{Sold: 1, Sellable: 1}, x.ColumnPenetration("mill"))
	assert.Zero(t, x.ColumnPenetration("set"), "a grouping has no column")
	assert.Zero(t, x.ColumnPenetration("nowhere"))

	assert.Equal(t, Sums{euros(100)}, x.Values("hq", ""))
	assert.Equal(t, Sums{euros(120)}, x.Values("", "core"))
	assert.Equal(t, Sums{euros(120), {Minor: 7, Currency: "USD"}}, x.Values("", ""), "blocked is in no sum")
	assert.Equal(t, Sums{euros(20)}, x.Values("mill", "core"))
	assert.Empty(t, x.Values("nowhere", ""))
	assert.Empty(t, x.Values("hq", "app"))
}
