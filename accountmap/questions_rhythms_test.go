package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
			Ordered: accountmap.OrderTotal{Lines: 5, Amounts: []accountmap.Money{euros(11), money(4, "USD")}}},
		{Unit: "lab", Product: "core", Status: "gap", Last: day(2020, 1, 1), Silent: 2496, Orders: 1, Ordered: accountmap.OrderTotal{Lines: 1}},
	}, m.Rhythms(accountmap.Date{}))

	even := newMap(t, ordered(accountmap.Order{Date: day(2026, 1, 1)}, accountmap.Order{Date: day(2026, 1, 4)}, accountmap.Order{Date: day(2026, 1, 8)}))
	assert.Equal(t, 3.5, even.Rhythms(accountmap.Date{})[0].Every)
}

func ExampleMap_Rhythms() {
	a := orchard()
	for month := range 4 {
		a.Orders = append(a.Orders, accountmap.Order{Unit: "press", Product: "core", Date: accountmap.Date{Year: 2026, Month: 3, Day: 3}.AddDays(30 * month)})
	}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range m.Rhythms(accountmap.Date{Year: 2026, Month: 9, Day: 1}) {
		fmt.Printf("%s %s: every %.0f days, silent for %d\n", r.Unit, r.Product, r.Every, r.Silent)
	}
	// Output: press core: every 30 days, silent for 92
}
