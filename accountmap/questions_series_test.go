package accountmap_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func ordered(lines ...accountmap.Order) *accountmap.Account {
	a := network()
	for _, o := range lines {
		if o.Unit == "" {
			o.Unit = "west"
		}
		if o.Product == "" {
			o.Product = "core"
		}
		a.Orders = append(a.Orders, o)
	}
	return a
}

func TestSeries(t *testing.T) {
	m := newMap(t, ordered(
		accountmap.Order{Date: day(2026, 10, 31), Quantity: 2, Amount: euros(200)},
		accountmap.Order{Date: day(2026, 10, 1), Quantity: 1, Amount: money(50, "USD")},
		accountmap.Order{Date: day(2026, 8, 1), Quantity: 4},
		accountmap.Order{Date: day(2026, 7, 31), Quantity: 8, Amount: euros(800)},                                   // before
		accountmap.Order{Date: day(2026, 11, 2), Quantity: 16},                                                      // still to come
		accountmap.Order{Date: day(2026, 10, 2), Quantity: 32, Amount: euros(1), Status: accountmap.OrderCancelled}, // cancelled
		accountmap.Order{Unit: "depot", Product: "app", Date: day(2026, 11, 1), Quantity: 1},
		accountmap.Order{Unit: "lab", Date: day(2026, 1, 1), Quantity: 1},
	))
	point := func(p accountmap.Period, lines int, quantity float64, amounts ...accountmap.Money) accountmap.Point {
		return accountmap.Point{Period: p, Quantity: quantity, OrderTotal: accountmap.OrderTotal{Lines: lines, Amounts: amounts}}
	}
	assert.Equal(t, []accountmap.Series{
		{Unit: "west", Product: "core", Points: []accountmap.Point{point("2026-08", 1, 4), point("2026-09", 0, 0),
			point("2026-10", 2, 3, euros(200), money(50, "USD")), point("2026-11", 0, 0)}},
		{Unit: "depot", Product: "app", Points: []accountmap.Point{point("2026-08", 0, 0), point("2026-09", 0, 0), point("2026-10", 0, 0),
			point("2026-11", 1, 1)}},
	}, m.Series(accountmap.Date{}, accountmap.PeriodMonth, 4))

	quarters := m.Series(day(2026, 10, 15), accountmap.PeriodQuarter, 4)
	assert.Equal(t, []accountmap.Point{point("2026-Q1", 0, 0), point("2026-Q2", 0, 0), point("2026-Q3", 2, 12, euros(800)),
		point("2026-Q4", 1, 1, money(50, "USD"))}, quarters[0].Points)
	assert.Equal(t, accountmap.UnitID("lab"), quarters[1].Unit)
	years := m.Series(accountmap.Date{}, accountmap.PeriodYear, 1)
	assert.Len(t, years, 3)
	assert.Equal(t, accountmap.Period("2026"), years[0].Points[0].Period)

	assert.Empty(t, m.Series(accountmap.Date{}, accountmap.PeriodMonth, 0))
	assert.Empty(t, m.Series(accountmap.Date{}, accountmap.PeriodMonth, -1))
	all := m.Series(accountmap.Date{}, accountmap.PeriodYear, math.MaxInt)
	assert.Len(t, all[0].Points, 2026)
	assert.Equal(t, accountmap.Period("0001"), all[0].Points[0].Period)
	assert.Empty(t, m.Series(day(1, 1, 1), 7, 5), "of a length that is none")
}

func ExampleMap_Series() {
	a := orchard()
	a.Orders = append(a.Orders, accountmap.Order{Unit: "press", Product: "core", Date: accountmap.Date{Year: 2026, Month: 9, Day: 1}, Quantity: 3})
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range m.Series(accountmap.Date{Year: 2026, Month: 9, Day: 30}, accountmap.PeriodQuarter, 3) {
		for _, p := range s.Points {
			fmt.Println(s.Unit, s.Product, p.Period, p.Lines, p.Amounts)
		}
	}
	// Output:
	// press core 2026-Q1 1 [4800.00 EUR]
	// press core 2026-Q2 0 []
	// press core 2026-Q3 1 []
}
