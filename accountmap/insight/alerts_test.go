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

// mill returns an account with one unit that ordered core the given numbers of days before today,
// with a quantity for each order.
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
	return insight.Of(m, accountmap.Date{}).Alerts(th)
}

func TestSilence(t *testing.T) {
	a := mill([]int{61, 91, 121})
	assert.Equal(t, []insight.Alert{{Severity: insight.AlertAlarming, Reason: accountmap.ReasonSilent, Unit: "mill", Product: "core", Last: today.AddDays(-61), Silent: 61, Every: 30,
		AtRisk: accountmap.Sums{euros(300)}, Call: []accountmap.ContactID{"four", "three", "two"}, By: today.AddDays(insight.DefaultAskWithin)}}, alerts(t, a, insight.Thresholds{}))

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

// monthly returns an account with one unit that ordered these quantities every thirty days, the
// latest first.
func monthly(quantities ...float64) *accountmap.Account {
	days := make([]int, len(quantities))
	for i := range days {
		days[i] = 30*i + 10
	}
	return mill(days, quantities...)
}

func TestFewerAndMore(t *testing.T) {
	got := alerts(t, monthly(5, 6, 4, 10, 12, 8), insight.Thresholds{})
	require.Len(t, got, 1)
	assert.Equal(t, insight.AlertAlarming, got[0].Severity)
	assert.Equal(t, accountmap.ReasonFewer, got[0].Reason)
	assert.Equal(t, []float64{15, 30}, []float64{got[0].Quantity, got[0].Usual})
	more := alerts(t, monthly(20, 18, 22, 10, 12, 8), insight.Thresholds{})
	require.Len(t, more, 1)
	assert.Equal(t, insight.AlertNoteworthy, more[0].Severity)
	assert.Equal(t, accountmap.ReasonMore, more[0].Reason)
	assert.Equal(t, []float64{60, 30}, []float64{more[0].Quantity, more[0].Usual})

	rarer := alerts(t, mill([]int{10, 70, 100, 130, 160, 190}, 10, 10, 10, 10, 10, 10), insight.Thresholds{})
	assert.Empty(t, rarer, "one long interval is chance")
	rarer = alerts(t, mill([]int{30, 90, 120, 150, 180, 210}, 10, 10, 10, 10, 10, 10), insight.Thresholds{})
	require.Len(t, rarer, 1, "one order in the time of four")
	assert.Equal(t, []float64{10, 30}, []float64{rarer[0].Quantity, rarer[0].Usual})

	quarterly := alerts(t, mill([]int{47, 138, 229, 320, 411, 502}, 2, 3, 4, 4, 4, 4), insight.Thresholds{})
	require.Len(t, quarterly, 1, "three orders would take nine months")
	assert.Equal(t, []float64{2, 4}, []float64{quarterly[0].Quantity, quarterly[0].Usual})

	for name, c := range map[string]struct {
		account    *accountmap.Account
		thresholds insight.Thresholds
		want       int
	}{
		"on the share":                {monthly(7, 6, 6.5, 10, 10, 10), insight.Thresholds{}, 1},
		"above the share":             {monthly(7, 7, 6, 10, 10, 10), insight.Thresholds{}, 0},
		"one of them is as usual":     {monthly(1, 1, 10, 10, 10, 10), insight.Thresholds{}, 0},
		"a smaller share":             {monthly(6, 6, 6, 10, 10, 10), insight.Thresholds{Share: 0.5}, 0},
		"five orders tell nothing":    {monthly(5, 5, 5, 10, 10), insight.Thresholds{}, 0},
		"an unknown quantity":         {monthly(5, 0, 5, 10, 10, 10), insight.Thresholds{}, 0},
		"one large order long ago":    {monthly(10, 10, 10, 10, 90, 10), insight.Thresholds{}, 0},
		"one large order lately":      {monthly(10, 90, 10, 10, 10, 10), insight.Thresholds{}, 0},
		"the same in the year before": {monthly(5, 5, 5, 10, 10, 10, 10, 10, 10, 10, 10, 10, 5, 5, 5, 10, 10), insight.Thresholds{}, 0},
	} {
		assert.Len(t, alerts(t, c.account, c.thresholds), c.want, name)
	}
}

// TestABreakOfEachYearIsNoSilence checks a unit that orders every fortnight, from April to
// September only.
func TestABreakOfEachYearIsNoSilence(t *testing.T) {
	var days []int
	for day := range 900 {
		if d := today.AddDays(-day); day%14 == 0 && d.Month >= 4 && d.Month <= 9 {
			days = append(days, day)
		}
	}
	a := mill(days)
	for _, silent := range []accountmap.Date{today, today.AddDays(60), accountmap.Day(2027, 3, 31)} {
		a.AsOf = silent
		assert.Empty(t, alerts(t, a, insight.Thresholds{}), silent)
	}
	a.AsOf = accountmap.Day(2027, 5, 15)
	assert.Len(t, alerts(t, a, insight.Thresholds{}), 1, "the season has begun without them")
}

func TestTheFirstOrderIsNoteworthy(t *testing.T) {
	a := mill([]int{20, 200, 400})
	a.Products = append(a.Products, accountmap.Product{ID: "app", Name: "App"})
	a.Orders[0].Product = "app"
	got := alerts(t, a, insight.Thresholds{})
	require.Len(t, got, 1)
	assert.Equal(t, accountmap.ProductID("app"), got[0].Product)
	assert.Equal(t, accountmap.ReasonFirstOrder, got[0].Reason)
	assert.Equal(t, insight.AlertNoteworthy, got[0].Severity)
	assert.Empty(t, alerts(t, mill([]int{20}), insight.Thresholds{}), "all orders are new to us")
	a.Products = append(a.Products, accountmap.Product{ID: "hub", Name: "Hub"})
	a.Orders = append(a.Orders, accountmap.Order{Unit: "mill", Product: "hub", Date: today.AddDays(-20), Amount: euros(200)})
	got = alerts(t, a, insight.Thresholds{})
	require.Len(t, got, 1, "of several on one day, the largest")
	assert.Equal(t, accountmap.ProductID("hub"), got[0].Product)
	a.Orders[3].Date = today.AddDays(-50)
	assert.Empty(t, alerts(t, a, insight.Thresholds{}), "they try something new again and again")
	a.Orders, a.Orders[0].Date = a.Orders[:3], today.AddDays(-insight.DefaultNews)
	assert.Empty(t, alerts(t, a, insight.Thresholds{}), "it is no news")
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

// TestAnAlertHasAPersonOnEachSide checks the people of an alert in a unit in which we know nobody,
// below a unit in which we know somebody.
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
			got := insight.Of(m, today).Alerts(insight.Thresholds{Orders: 2, Silence: 1})
			assert.Equal(t, got, insight.Of(m, today).Alerts(insight.Thresholds{Orders: 2, Silence: 1}))
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

func ExampleSituation_Alerts() {
	m, err := accountmap.New(mill([]int{61, 91, 121}))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range insight.Of(m, accountmap.Date{}).Alerts(insight.Thresholds{}) {
		fmt.Printf("%s %s: %s, last ordered on %s, %v a year at risk; call %v\n", a.Unit, a.Product, a.Reason, a.Last, a.AtRisk, a.Call)
	}
	// Output: mill core: silent, last ordered on 2026-09-01, [3.00 EUR] a year at risk; call [four three two]
}
