package accountmap_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"

	"github.com/stretchr/testify/assert"
)

func TestAttainments(t *testing.T) {
	a := network()
	a.Orders = append(a.Orders, []accountmap.Order{
		{Unit: "west", Product: "core", Date: day(2026, 1, 1), Amount: euros(1000)},
		{Unit: "depot", Product: "core", Date: day(2026, 7, 1), Amount: euros(200)},
		{Unit: "lab", Product: "app", Date: day(2026, 9, 30), Amount: euros(40)},
		{Unit: "west", Product: "app", Date: day(2026, 8, 1), Amount: money(7, "USD")},
		{Unit: "west", Product: "app", Date: day(2026, 8, 1)},
		{Unit: "west", Product: "core", Date: day(2026, 8, 1), Amount: euros(9999), Status: accountmap.OrderCancelled},
		{Unit: "west", Product: "core", Date: day(2026, 11, 2), Amount: euros(8888)}, // still to come
		{Unit: "west", Product: "core", Date: day(2025, 12, 31), Amount: euros(3)},
	}...)
	a.Targets = []accountmap.Target{
		{Period: "2026", Budget: euros(1000)},
		{Unit: "west", Product: "core", Period: "2026", Sales: euros(1200), Budget: euros(1200)},
		{Unit: "west", Period: "2026-Q3", Sales: euros(400)},
		{Period: "2026", Product: "app", Sales: money(70, "USD")},
		{Unit: "group", Period: "2026-12", Sales: euros(5)},
		{Unit: "east", Period: "2025-12-01/2026-12-31", Sales: euros(40)},
	}
	var got []string
	for _, x := range newMap(t, a).Attainments(accountmap.Date{}) {
		share, known := x.Share()
		got = append(got, fmt.Sprintf("%s %s %s: %s %d+%d, %.2f %t of %.3f %v", x.Target.Unit, x.Target.Product, x.Target.Period, x.Ordered, x.Lines,
			x.Unvalued, share, known, x.Elapsed, x.Reasons))
	}
	assert.Equal(t, []string{
		" app 2026: 0.07 USD 1+2, 0.10 true of 0.836 [behind-target]",
		"west  2026-Q3: 2.00 EUR 1+2, 0.50 true of 1.000 [behind-target]",
		"group  2026-12: 0.00 EUR 0+0, 0.00 true of 0.000 []",
		"east  2025-12-01/2026-12-31: 0.40 EUR 1+0, 1.00 true of 0.848 [target-reached]",
		"west core 2026: 12.00 EUR 2+0, 1.00 true of 0.836 [target-reached]",
		"  2026: 12.40 EUR 3+2, 0.00 false of 0.836 [over-budget]",
	}, got)
}

func TestAttainmentsOfTheLargestAmounts(t *testing.T) {
	for _, c := range []struct {
		first, second, want int64
	}{
		{math.MaxInt64 - 9, 8, math.MaxInt64 - 1}, {-math.MaxInt64 + 9, -8, -math.MaxInt64 + 1}, {1 << 62, -1<<62 + 9, 9}, {-5, 2, -3},
	} {
		a := network()
		a.Orders = []accountmap.Order{{Unit: "west", Product: "core", Date: day(2026, 1, 1), Amount: euros(c.first)},
			{Unit: "west", Product: "core", Date: day(2026, 1, 1), Amount: euros(c.second)}}
		a.Targets = []accountmap.Target{{Period: "2026", Sales: euros(1)}}
		assert.Equal(t, c.want, newMap(t, a).Attainments(accountmap.Date{})[0].Ordered.Minor)
	}
}

// The answer for several targets must equal the answer of a walk over all orders for each target.
func TestAttainmentsAgreeWithWalkingTheOrders(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	a := accountmaptest.Generate(3, accountmaptest.Typical(60))
	a.Targets = nil
	periods := []accountmap.Period{"2025", "2026", "2026-Q2", "2026-05", "2025-07-01/2026-06-30", "2027"}
	for range 80 {
		target := accountmap.Target{Period: periods[r.IntN(len(periods))], Sales: euros(100)}
		if r.IntN(3) > 0 {
			target.Unit = a.Units[r.IntN(len(a.Units))].ID
		}
		if r.IntN(3) > 0 {
			target.Product = a.Products[r.IntN(len(a.Products))].ID
		}
		a.Targets = append(a.Targets, target)
	}
	m := newMap(t, a)
	for _, x := range m.Attainments(accountmap.Date{}) {
		within := map[accountmap.UnitID]bool{}
		for u := range m.Select(accountmap.Scope{Units: unitsOf(x.Target)}).Units() {
			within[u.ID] = x.Target.Unit == "" || below(m, u.ID, x.Target.Unit)
		}
		var sum int64
		lines := 0
		for o := range m.Orders() {
			if o.Status != accountmap.OrderCancelled && within[o.Unit] && (x.Target.Product == "" || x.Target.Product == o.Product) &&
				x.Target.Period.Contains(o.Date) && !a.AsOf.Before(o.Date) {
				sum, lines = sum+o.Amount.Minor, lines+1
			}
		}
		assert.Equal(t, sum, x.Ordered.Minor, "%+v", x.Target)
		assert.Equal(t, lines, x.Lines+x.Unvalued, "%+v", x.Target)
	}
}

func unitsOf(t accountmap.Target) []accountmap.UnitID {
	if t.Unit == "" {
		return nil
	}
	return []accountmap.UnitID{t.Unit}
}

func below(m *accountmap.Map, id, top accountmap.UnitID) bool {
	for id != top && id != "" {
		u, _ := m.Unit(id)
		id = u.Parent
	}
	return id == top
}

func ExampleMap_Attainments() {
	a := orchard()
	a.Targets = []accountmap.Target{{Unit: "group", Period: "2026", Sales: accountmap.Money{Minor: 1_200_000}}}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range m.Attainments(accountmap.Day(2026, 6, 30)) {
		share, _ := x.Share()
		fmt.Printf("%s of %s, %.0f %% with %.0f %% of the time over %v\n", x.Ordered, x.Target.Sales, 100*share, 100*x.Elapsed, x.Reasons)
	}
	// Output: 4800.00 EUR of 12000.00 EUR, 40 % with 50 % of the time over [behind-target]
}
