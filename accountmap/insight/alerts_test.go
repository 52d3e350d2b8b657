package insight_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

var today = accountmap.Date{Year: 2026, Month: 11, Day: 1}

func euros(cents int64) accountmap.Money { return accountmap.Money{Minor: cents, Currency: "EUR"} }

// mill is a unit that orders core so many days before today, with a quantity for each order.
func mill(days []int, quantities ...float64) *accountmap.Account {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: today},
		Units:    []accountmap.Unit{{ID: "mill", Name: "Mill"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Contacts: []accountmap.Contact{
			{ID: "one", Name: "One", Unit: "mill"}, {ID: "two", Name: "Two", Unit: "mill", Power: 2}, {ID: "three", Name: "Three", Unit: "mill", Power: 5},
			{ID: "four", Name: "Four", Unit: "mill", ContactLevel: accountmap.ContactLevelInDepth}, {ID: "gone", Name: "Gone", Unit: "mill", Power: 5, Left: today},
		},
	}
	for i, d := range days {
		o := accountmap.Order{Unit: "mill", Product: "core", Date: today.AddDays(-d), Quantity: 1, Amount: euros(100)}
		if i < len(quantities) {
			o.Quantity = quantities[i]
		}
		a.Orders = append(a.Orders, o)
	}
	return a
}

func alerts(t *testing.T, a *accountmap.Account, th insight.Thresholds) []insight.Alert {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return insight.Alerts(m, accountmap.Date{}, th)
}

func TestSilence(t *testing.T) {
	a := mill([]int{61, 91, 121})
	assert.Equal(t, []insight.Alert{{Reason: accountmap.ReasonSilent, Unit: "mill", Product: "core", Last: today.AddDays(-61), Silent: 61, Every: 30,
		AtRisk: []accountmap.Money{euros(300)}, Call: []accountmap.ContactID{"four", "three", "two"}, By: today.AddDays(insight.DefaultAskWithin)}}, alerts(t, a, insight.Thresholds{}))

	for name, c := range map[string]struct {
		account    *accountmap.Account
		thresholds insight.Thresholds
		want       int
	}{
		"twice the usual is not more":      {mill([]int{60, 90, 120}), insight.Thresholds{}, 0},
		"two orders tell nothing":          {mill([]int{300, 310}), insight.Thresholds{}, 0},
		"unless the caller says so":        {mill([]int{300, 310}), insight.Thresholds{Orders: 2}, 1},
		"one tells nothing at all":         {mill([]int{300}), insight.Thresholds{Orders: 1}, 0},
		"less patience":                    {mill([]int{60, 90, 120}), insight.Thresholds{Silence: 1.5}, 1},
		"no patience to speak of":          {mill([]int{60, 90, 120}), insight.Thresholds{Silence: math.NaN()}, 0},
		"stopped long ago":                 {mill([]int{900, 930, 960}), insight.Thresholds{}, 1},
		"three orders in more than a year": {mill([]int{0, 300, 600}), insight.Thresholds{}, 0},
		"under the floor":                  {mill([]int{61, 91, 121}), insight.Thresholds{Floor: euros(301)}, 0},
		"on the floor":                     {mill([]int{61, 91, 121}), insight.Thresholds{Floor: euros(300)}, 1},
		"a floor in another currency":      {mill([]int{61, 91, 121}), insight.Thresholds{Floor: accountmap.Money{Minor: 1, Currency: "USD"}}, 0},
	} {
		assert.Len(t, alerts(t, c.account, c.thresholds), c.want, name)
	}
}

func TestFewer(t *testing.T) {
	// Windows of 90 days: 5, then 8 and 2, 12, and 20.
	a := mill([]int{10, 100, 150, 200, 300}, 5, 8, 2, 12, 20)
	got := alerts(t, a, insight.Thresholds{Share: 0.45})
	require.Len(t, got, 1)
	assert.Equal(t, accountmap.ReasonFewer, got[0].Reason)
	assert.Equal(t, []float64{5, 12}, []float64{got[0].Quantity, got[0].Usual})
	assert.Len(t, alerts(t, a, insight.Thresholds{}), 1)
	assert.Empty(t, alerts(t, a, insight.Thresholds{Share: 0.4}))
	assert.Empty(t, alerts(t, a, insight.Thresholds{Window: 30}), "not ordered every month")
	assert.Empty(t, alerts(t, mill([]int{10, 100, 200, 300}, 7, 12, 12, 12), insight.Thresholds{}))
	assert.Len(t, alerts(t, mill([]int{10, 100, 200, 300}, 6, 12, 12, 12), insight.Thresholds{}), 1, "half of the usual is too little")
	assert.Empty(t, alerts(t, mill([]int{100, 110, 200, 300}, 1, 12, 12, 12), insight.Thresholds{Silence: 9}), "nothing is no small quantity")
	assert.Empty(t, alerts(t, mill([]int{10, 100, 200, 300}, 0, 12, 12, 12), insight.Thresholds{}), "an unknown quantity is none")
}

func TestWhatEverybodyKnowsIsNoAlert(t *testing.T) {
	for _, s := range accountmap.CoverageStatuses() {
		a := mill([]int{61, 91, 121})
		a.Coverage = []accountmap.Cell{{Unit: "mill", Product: "core", Status: s, Reason: "said"}}
		want := 1
		switch s {
		case "competitor", "in-house", "lapsed", "not-relevant", "blocked":
			want = 0
		}
		assert.Len(t, alerts(t, a, insight.Thresholds{}), want, s)
	}
}

func TestMostAtRiskFirst(t *testing.T) {
	a := mill([]int{61, 91, 121})
	a.Products = append(a.Products, accountmap.Product{ID: "app", Name: "App"}, accountmap.Product{ID: "hub", Name: "Hub"})
	for _, o := range a.Orders[:3] {
		o.Product, o.Amount.Minor = "app", 200
		a.Orders = append(a.Orders, o)
		o.Product, o.Amount.Minor, o.Date = "hub", 100, o.Date.AddDays(-1)
		a.Orders = append(a.Orders, o)
	}
	var got []accountmap.ProductID
	for _, x := range alerts(t, a, insight.Thresholds{}) {
		got = append(got, x.Product)
	}
	assert.Equal(t, []accountmap.ProductID{"app", "hub", "core"}, got)
}

// TestAnAlertHasAPersonOnEachSide asks about a unit where we know nobody, below one where we do.
func TestAnAlertHasAPersonOnEachSide(t *testing.T) {
	a := mill([]int{61, 91, 121})
	a.Units = append(a.Units, accountmap.Unit{ID: "group", Name: "Group"})
	a.Units[0].Parent = "group"
	for i := range a.Contacts {
		a.Contacts[i].Unit = "group"
	}
	a.Contacts[3].Owner = "jan"
	a.Team = []accountmap.Member{{ID: "ana", Name: "Ana"}, {ID: "jan", Name: "Jan"}}
	got := alerts(t, a, insight.Thresholds{})
	require.Len(t, got, 1)
	assert.Equal(t, []accountmap.ContactID{"four"}, got[0].Call)
	assert.Equal(t, accountmap.MemberID("jan"), got[0].Member)
	a.Team[1].To = today.AddDays(-1)
	assert.Equal(t, accountmap.MemberID("ana"), alerts(t, a, insight.Thresholds{})[0].Member)
}

func TestNoAlertsOnADayThatIsNotKnown(t *testing.T) {
	a := mill([]int{61, 91, 121})
	a.AsOf = accountmap.Date{}
	assert.Empty(t, alerts(t, a, insight.Thresholds{}))
}

func TestAlertsOfManyAccounts(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		for seed := range uint64(4) {
			m, err := accountmap.New(accountmaptest.Generate(seed, s))
			require.NoError(t, err)
			got := insight.Alerts(m, today, insight.Thresholds{Orders: 2, Silence: 1})
			assert.Equal(t, got, insight.Alerts(m, today, insight.Thresholds{Orders: 2, Silence: 1}))
			seen := map[string]bool{}
			for _, a := range got {
				key := fmt.Sprint(a.Unit, a.Product)
				assert.False(t, seen[key], "one alert a cell")
				seen[key] = true
				for _, id := range a.Call {
					c, _ := m.Contact(id)
					assert.True(t, c.Here(today) && !c.Placeholder)
				}
			}
		}
	}
}

func ExampleAlerts() {
	m, err := accountmap.New(mill([]int{61, 91, 121}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range insight.Alerts(m, accountmap.Date{}, insight.Thresholds{}) {
		fmt.Printf("%s %s: %s, last ordered on %s, %v a year at risk; call %v\n", a.Unit, a.Product, a.Reason, a.Last, a.AtRisk, a.Call)
	}
	// Output: mill core: silent, last ordered on 2026-09-01, [3.00 EUR] a year at risk; call [four three two]
}
