package insight_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// seasonal returns an account with one unit that orders for 100 in March and for 300 in December of
// each year.
func seasonal(target accountmap.Target) *accountmap.Account {
	a := mill(nil)
	for year := 2023; year <= 2026; year++ {
		a.Orders = append(a.Orders,
			accountmap.Order{Unit: "mill", Product: "core", Date: accountmap.Day(year, 3, 1), Amount: euros(100)},
			accountmap.Order{Unit: "mill", Product: "core", Date: accountmap.Day(year, 12, 1), Amount: euros(300)})
	}
	a.Targets = []accountmap.Target{target}
	return a
}

func pace(t *testing.T, a *accountmap.Account, asOf accountmap.Date) insight.Pace {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	all := insight.Of(m, asOf).Paces()
	require.Len(t, all, 1)
	return all[0]
}

func TestPaceComparesWithTheSameDays(t *testing.T) {
	p := pace(t, seasonal(accountmap.Target{Period: "2026", Sales: euros(400)}), accountmap.Day(2026, 11, 1))
	assert.InDelta(t, 0.25, p.Expected, 1e-9, "100 of 400 by that day of the year before")
	assert.Equal(t, euros(400), p.End, "the season is still to come")
	assert.GreaterOrEqual(t, p.End.Minor, p.Target.Sales.Minor)
	assert.True(t, p.Behind(), "25 % at 84 % of the year")
	assert.True(t, p.OnCourse(), "25 % is usual by that day")
	assert.False(t, pace(t, seasonal(accountmap.Target{Period: "2026", Sales: euros(401)}), accountmap.Day(2026, 11, 1)).OnCourse())
	assert.False(t, pace(t, seasonal(accountmap.Target{Period: "2025", Sales: euros(401)}), accountmap.Day(2026, 11, 1)).OnCourse(), "the period is over")
	assert.False(t, pace(t, seasonal(accountmap.Target{Period: "2026", Budget: euros(400)}), accountmap.Day(2026, 11, 1)).OnCourse(), "a budget is no target")

	a := seasonal(accountmap.Target{Period: "2026", Sales: euros(400)})
	a.Orders = a.Orders[len(a.Orders)-2:] // orders of this year only
	p = pace(t, a, accountmap.Day(2026, 7, 2))
	assert.InDelta(t, 183.0/365, p.Expected, 1e-9)
	assert.Equal(t, euros(199), p.End)
	assert.Less(t, p.End.Minor, p.Target.Sales.Minor)
}

func TestPaceOfOtherPeriods(t *testing.T) {
	for name, c := range map[string]struct {
		period      accountmap.Period
		asOf        accountmap.Date
		begun, over bool
		end         accountmap.Money
	}{
		"not begun":                {"2027", accountmap.Day(2026, 11, 1), false, false, accountmap.Money{}},
		"over":                     {"2025", accountmap.Day(2026, 11, 1), true, true, euros(400)},
		"a quarter without orders": {"2026-Q2", accountmap.Day(2026, 5, 1), true, false, accountmap.Money{Currency: "EUR"}},
		"too early to tell":        {"2026", accountmap.Day(2026, 1, 5), true, false, accountmap.Money{}},
	} {
		p := pace(t, seasonal(accountmap.Target{Period: c.period, Sales: euros(400)}), c.asOf)
		assert.Equal(t, fmt.Sprint(c.begun, c.over, c.end.Minor), fmt.Sprint(p.Begun, p.Over, p.End.Minor), name)
	}
	a := seasonal(accountmap.Target{Period: "2026", Sales: accountmap.Money{Minor: 400, Currency: "USD"}})
	p := pace(t, a, accountmap.Day(2026, 11, 1))
	_, known := p.Share()
	assert.False(t, known, "orders in another currency are not nothing")
	assert.False(t, p.Behind())
	assert.True(t, p.End.IsZero())
}
