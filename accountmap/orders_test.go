package accountmap_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

// A year that begins before the first recorded order would make any following year look like
// growth.
func TestGrowthIsNotKnownWhenOrdersBeginLater(t *testing.T) {
	for _, test := range []struct {
		first   accountmap.Date
		partial bool
	}{
		{day(2020, 1, 1), false},
		{day(2024, 11, 2), false},
		{day(2024, 12, 3), false}, // a month without an order is not a gap
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
		{Unit: "mill", Product: "app", Status: accountmap.CoverageSold, Renewal: day(2027, 3, 1)},
		{Unit: "hq", Product: "core", Status: accountmap.CoverageSold, Renewal: day(2027, 1, 1)},
		{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Renewal: day(2027, 1, 1)},
		{Unit: "hq", Product: "app", Status: accountmap.CoverageSold, Renewal: day(2026, 10, 31)},     // gone by
		{Unit: "depot", Product: "app", Status: accountmap.CoverageLapsed, Renewal: day(2026, 12, 1)}, // not sold
		{Unit: "depot", Product: "core", Status: accountmap.CoverageSold},                             // never
	}
	var got []string
	for _, c := range newMap(t, a).Renewals(day(2026, 11, 1)) {
		got = append(got, string(c.Unit)+" "+string(c.Product))
	}
	assert.Equal(t, []string{"hq core", "mill core", "mill app"}, got)
}

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
	}, pointsOf(m.Series(accountmap.Date{}, accountmap.PeriodMonth, 4)))

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

// pointsOf removes the yearly totals.
func pointsOf(series []accountmap.Series) []accountmap.Series {
	for i := range series {
		series[i].Last, series[i].Before = accountmap.OrderTotal{}, accountmap.OrderTotal{}
	}
	return series
}

func ExampleMap_Series() {
	a := orchard()
	a.Orders = append(a.Orders, accountmap.Order{Unit: "press", Product: "core", Date: accountmap.Day(2026, 9, 1), Quantity: 3})
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range m.Series(accountmap.Day(2026, 9, 30), accountmap.PeriodQuarter, 3) {
		for _, p := range s.Points {
			fmt.Println(s.Unit, s.Product, p.Period, p.Lines, p.Amounts)
		}
	}
	// Output:
	// press core 2026-Q1 1 [4800.00 EUR]
	// press core 2026-Q2 0 []
	// press core 2026-Q3 1 []
}

func TestRhythms(t *testing.T) {
	m := newMap(t, ordered(
		accountmap.Order{Date: day(2026, 9, 2), Amount: euros(1)},
		accountmap.Order{Date: day(2026, 3, 1), Amount: euros(2)},
		accountmap.Order{Date: day(2026, 3, 1), Amount: money(4, "USD")}, // the same day counts once
		accountmap.Order{Date: day(2026, 3, 11)},                         // 10 days on, and 175 to the last
		accountmap.Order{Date: day(2025, 9, 3), Amount: euros(8)},        // 179 before March: the first day of the twelve months
		accountmap.Order{Date: day(2025, 9, 2), Amount: euros(16)},       // a day too early
		accountmap.Order{Date: day(2026, 10, 1), Amount: euros(-3)},      // taken back
		accountmap.Order{Date: day(2026, 10, 2), Quantity: -1},
		accountmap.Order{Date: day(2026, 10, 3), Status: accountmap.OrderCancelled},
		accountmap.Order{Date: day(2026, 11, 2)},
		accountmap.Order{Unit: "lab", Date: day(2020, 1, 1)},
		accountmap.Order{Unit: "east", Date: day(2027, 1, 1)},
	))
	assert.Equal(t, []accountmap.Rhythm{
		{Unit: "west", Product: "core", Status: "sold", Last: day(2026, 9, 2), Silent: 60, Orders: 4, Every: 175,
			Ordered:  accountmap.OrderTotal{Lines: 5, Amounts: []accountmap.Money{euros(11), money(4, "USD")}},
			LastYear: accountmap.OrderTotal{Lines: 4, Amounts: []accountmap.Money{euros(3), money(4, "USD")}},
			Days:     []accountmap.OrderDay{{Date: day(2025, 9, 2)}, {Date: day(2025, 9, 3)}, {Date: day(2026, 3, 1)}, {Date: day(2026, 3, 11)}, {Date: day(2026, 9, 2)}}},
		{Unit: "lab", Product: "core", Status: "gap", Last: day(2020, 1, 1), Silent: 2496, Orders: 1, Ordered: accountmap.OrderTotal{Lines: 1},
			Days: []accountmap.OrderDay{{Date: day(2020, 1, 1)}}},
	}, m.Rhythms(accountmap.Date{}))

	even := newMap(t, ordered(accountmap.Order{Date: day(2026, 1, 1)}, accountmap.Order{Date: day(2026, 1, 4)}, accountmap.Order{Date: day(2026, 1, 8)}))
	assert.Equal(t, 3.5, even.Rhythms(accountmap.Date{})[0].Every)
}

func ExampleMap_Rhythms() {
	a := orchard()
	for month := range 4 {
		a.Orders = append(a.Orders, accountmap.Order{Unit: "press", Product: "core", Date: accountmap.Day(2026, 3, 3).AddDays(30 * month)})
	}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range m.Rhythms(accountmap.Day(2026, 9, 1)) {
		fmt.Printf("%s %s: every %.0f days, silent for %d\n", r.Unit, r.Product, r.Every, r.Silent)
	}
	// Output: press core: every 30 days, silent for 92
}

// TestARunningPeriodIsComparedWithLike compares equal monthly orders on each day of a quarter. No
// day may look like a rise or a fall.
func TestARunningPeriodIsComparedWithLike(t *testing.T) {
	a := sample()
	a.Orders = nil
	for month := range 40 {
		a.Orders = append(a.Orders, accountmap.Order{Unit: "mill", Product: "core", Quantity: 1, Amount: euros(100),
			Date: accountmap.DateOf(time.Date(2023, time.Month(month+1), 1, 0, 0, 0, 0, time.UTC))})
	}
	m := newMap(t, a)
	for asOf := day(2026, 1, 1); asOf.Before(day(2026, 4, 1)); asOf = asOf.AddDays(1) {
		for _, length := range []accountmap.PeriodLength{accountmap.PeriodMonth, accountmap.PeriodQuarter, accountmap.PeriodYear} {
			series := m.Series(asOf, length, 2)
			require.Len(t, series, 1)
			growth, known := series[0].Last.Growth(series[0].Before, "EUR")
			assert.True(t, known)
			assert.Zero(t, growth, "%s on %s", fmt.Sprint(length), asOf)
			last, before := m.OrdersByYear(asOf)
			assert.Equal(t, []accountmap.OrderTotal{last, before}, []accountmap.OrderTotal{series[0].Last, series[0].Before})
		}
	}
}

func TestLeadingCurrency(t *testing.T) {
	assert.Equal(t, accountmap.Currency("EUR"), accountmap.OrderTotal{}.Leading("EUR"))
	mixed := accountmap.OrderTotal{Amounts: []accountmap.Money{{Minor: 9, Currency: "PLN"}, euros(1)}}
	assert.Equal(t, accountmap.Currency("EUR"), mixed.Leading("EUR"))
	assert.Equal(t, accountmap.Currency("PLN"), mixed.Leading("USD"))
}

func TestYearlyValueOfAContract(t *testing.T) {
	for name, c := range map[string]struct {
		contract accountmap.Contract
		want     accountmap.Money
	}{
		"two years of 365 days":   {accountmap.Contract{Start: accountmap.Day(2025, 1, 1), End: accountmap.Day(2026, 12, 31), Value: euros(2_000)}, euros(1_000)},
		"a leap year is one year": {accountmap.Contract{Start: accountmap.Day(2024, 1, 1), End: accountmap.Day(2024, 12, 31), Value: euros(500)}, euros(500)},
		"half a year":             {accountmap.Contract{Start: accountmap.Day(2026, 1, 1), End: accountmap.Day(2026, 6, 30), Value: euros(500)}, euros(500)},
		"rounded":                 {accountmap.Contract{Start: accountmap.Day(2024, 11, 12), End: accountmap.Day(2026, 12, 31), Value: euros(23_800_000)}, euros(11_137_179)},
		"open-ended":              {accountmap.Contract{Start: accountmap.Day(2025, 1, 1), Value: euros(500)}, accountmap.Money{}},
		"no value":                {accountmap.Contract{Start: accountmap.Day(2025, 1, 1), End: accountmap.Day(2026, 12, 31)}, accountmap.Money{}},
	} {
		assert.Equal(t, c.want, c.contract.Yearly(), name)
	}
}
