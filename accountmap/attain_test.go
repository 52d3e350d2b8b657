package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// chain returns a chain of n units, each with a target, and n orders in the last unit.
func chain(n int) *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: day(2026, 11, 1)},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}}}
	for i := range n {
		u := accountmap.Unit{ID: accountmap.UnitID(fmt.Sprint("u", i)), Name: fmt.Sprint("U", i)}
		if i > 0 {
			u.Parent = a.Units[i-1].ID
		}
		a.Units = append(a.Units, u)
		a.Targets = append(a.Targets, accountmap.Target{Unit: u.ID, Period: "2026", Sales: euros(int64(n) * 100)})
	}
	for i := range n {
		a.Orders = append(a.Orders, accountmap.Order{Unit: a.Units[n-1].ID, Product: "core", Date: day(2026, 1, 1).AddDays(i % 300), Amount: euros(100)})
	}
	return a
}

// TestTargetsOfAChainOfUnits has as many targets as orders, and every order counts for every
// target.
func TestTargetsOfAChainOfUnits(t *testing.T) {
	norace.Only(t)
	const n = 30_000
	list := newMap(t, chain(n)).Attainments(accountmap.Date{})
	require.Len(t, list, n)
	for _, a := range list {
		assert.EqualValues(t, n*100, a.Ordered.Minor)
		if t.Failed() {
			return
		}
	}
}

func TestAttainmentsLookAYearBack(t *testing.T) {
	a := chain(2)
	a.Orders = append(a.Orders,
		accountmap.Order{Unit: "u1", Product: "core", Date: day(2025, 1, 15), Amount: euros(30)},
		accountmap.Order{Unit: "u1", Product: "core", Date: day(2025, 12, 15), Amount: euros(70)})
	for _, x := range newMap(t, a).Attainments(accountmap.Date{}) {
		assert.True(t, x.Compared)
		assert.Equal(t, []accountmap.Money{euros(200), euros(30), euros(100)}, []accountmap.Money{x.Ordered, x.Before, x.WholeBefore})
	}
	a.Orders = a.Orders[:2]
	assert.False(t, newMap(t, a).Attainments(accountmap.Date{})[0].Compared)
}
