package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

func euros(cents int64) accountmap.Money { return accountmap.Money{Minor: cents, Currency: "EUR"} }

func TestOrdersByYear(t *testing.T) {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR"},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
	}
	for _, o := range []accountmap.Order{
		{Date: day(2024, 11, 1), Amount: euros(1)},                                        // a day too early for either
		{Date: day(2024, 11, 2), Amount: euros(100)},                                      // the first day of the year before
		{Date: day(2025, 11, 1), Amount: euros(300)},                                      // its last day
		{Date: day(2025, 11, 2), Amount: euros(500)},                                      // the first day of the last year
		{Date: day(2026, 11, 1), Amount: accountmap.Money{Minor: 70000, Currency: "JPY"}}, // its last day
		{Date: day(2026, 5, 1), Amount: euros(9000), Status: accountmap.OrderCancelled},
		{Date: day(2026, 6, 1)}, // an amount not known
		{Date: day(2026, 11, 2), Amount: euros(9000)},
	} {
		o.Unit, o.Product = "mill", "core"
		a.Orders = append(a.Orders, o)
	}
	last, before := newMap(t, a).OrdersByYear(day(2026, 11, 1))
	assert.Equal(t, accountmap.OrderTotal{Lines: 3, Amounts: []accountmap.Money{euros(500), {Minor: 70000, Currency: "JPY"}}}, last)
	assert.Equal(t, accountmap.OrderTotal{Lines: 2, Amounts: []accountmap.Money{euros(400)}}, before)

	growth, known := last.Growth(before, "EUR")
	require.True(t, known)
	assert.InDelta(t, 0.25, growth, 1e-12)
	_, known = last.Growth(before, "JPY")
	assert.False(t, known, "nothing in yen the year before")
	_, known = accountmap.OrderTotal{}.Growth(before, "EUR")
	assert.False(t, known, "no order may also be an order not recorded")

	last, before = newMap(t, a).OrdersByYear(accountmap.Date{})
	assert.Zero(t, last)
	assert.Zero(t, before)
}

// A year that began before the first order was recorded would make any year after it look like growth.
func TestGrowthIsNotKnownWhenOrdersBeginLater(t *testing.T) {
	for _, test := range []struct {
		first   accountmap.Date
		partial bool
	}{
		{day(2020, 1, 1), false},
		{day(2024, 11, 2), false},
		{day(2024, 12, 3), false}, // a month without an order is no gap
		{day(2024, 12, 4), true},
		{day(2025, 10, 31), true},
	} {
		a := sample()
		a.Orders = nil
		for _, date := range []accountmap.Date{day(2026, 5, 1), test.first, day(2025, 11, 1)} {
			a.Orders = append(a.Orders, accountmap.Order{Unit: "mill", Product: "core", Date: date, Amount: euros(100)})
		}
		m := newMap(t, a)
		assert.Equal(t, test.first, m.OrdersSince())
		last, before := m.OrdersByYear(day(2026, 11, 1))
		assert.False(t, last.Partial)
		assert.Equal(t, test.partial, before.Partial, "since %v", test.first)
		_, known := last.Growth(before, "EUR")
		assert.Equal(t, !test.partial, known, "since %v", test.first)
		assert.False(t, m.Ordered(accountmap.Date{}, day(2026, 11, 1)).Partial, "all there is")
	}
	a := sample()
	a.Orders = nil
	assert.Zero(t, newMap(t, a).OrdersSince())
	assert.False(t, newMap(t, a).Ordered(day(2026, 1, 1), day(2026, 2, 1)).Partial)
}

func TestOrdersByYearFromALeapDay(t *testing.T) {
	a := sample()
	a.Orders = []accountmap.Order{
		{Unit: "mill", Product: "core", Date: day(2027, 2, 28)},
		{Unit: "mill", Product: "core", Date: day(2027, 3, 1)},
	}
	last, before := newMap(t, a).OrdersByYear(day(2028, 2, 29))
	assert.Equal(t, 1, last.Lines)
	assert.Equal(t, 1, before.Lines)
}

func TestRenewals(t *testing.T) {
	a := sample()
	a.Coverage = []accountmap.Cell{
		{Unit: "mill", Product: "app", Status: accountmap.StatusSold, Renewal: day(2027, 3, 1)},
		{Unit: "hq", Product: "core", Status: accountmap.StatusSold, Renewal: day(2027, 1, 1)},
		{Unit: "mill", Product: "core", Status: accountmap.StatusSold, Renewal: day(2027, 1, 1)},
		{Unit: "hq", Product: "app", Status: accountmap.StatusSold, Renewal: day(2026, 10, 31)},     // gone by
		{Unit: "depot", Product: "app", Status: accountmap.StatusLapsed, Renewal: day(2026, 12, 1)}, // not sold
		{Unit: "depot", Product: "core", Status: accountmap.StatusSold},                             // never
	}
	var got []string
	for _, c := range newMap(t, a).Renewals(day(2026, 11, 1)) {
		got = append(got, string(c.Unit)+" "+string(c.Product))
	}
	assert.Equal(t, []string{"hq core", "mill core", "mill app"}, got)
}
