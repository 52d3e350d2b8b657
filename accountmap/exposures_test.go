package accountmap_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExposed(t *testing.T) {
	exposed := newMap(t, network()).Exposed(accountmap.Date{}, accountmap.Memory{})
	var ids []accountmap.ContactID
	for _, e := range exposed {
		ids = append(ids, e.Contact)
		assert.Equal(t, 3, e.Products)
	}
	assert.Equal(t, []accountmap.ContactID{"ceo", "cfo", "wanda", "wim", "wes", "emma", "eli", "lara", "guru"}, ids)
	wanda := exposed[2]
	require.Len(t, wanda.Shown, 2)
	assert.Equal(t, accountmap.ProductExposure{Product: "core", Times: 2, Last: day(2026, 5, 5), Reaction: accountmap.ReactionInterested,
		Remembered: 0.5, Due: day(2026, 11, 1)}, wanda.Shown[0], "180 days ago, and the earlier occasion does not help")
	assert.InDelta(t, math.Sqrt(0.5), wanda.Shown[1].Remembered, 1e-12, "90 days ago")
	assert.Equal(t, day(2027, 1, 30), wanda.Shown[1].Due)
	assert.InDelta(t, (0.5+math.Sqrt(0.5)+0)/3, wanda.Remembered, 1e-12)
	assert.InDelta(t, 2.0/3, wanda.Share(), 1e-12)
	assert.Empty(t, exposed[3].Shown, "what is still to come is not counted")
	assert.Zero(t, accountmap.ContactExposure{}.Share())
}

func TestMemory(t *testing.T) {
	for name, c := range map[string]struct {
		memory     accountmap.Memory
		remembered float64
		due        accountmap.Date
	}{
		"the usual":           {accountmap.Memory{}, 0.5, day(2026, 11, 1)},
		"twice as long":       {accountmap.Memory{HalfLife: 360}, math.Sqrt(0.5), day(2027, 4, 30)},
		"down to a quarter":   {accountmap.Memory{Threshold: 0.25}, 0.5, day(2027, 4, 30)},
		"one day":             {accountmap.Memory{HalfLife: 1}, math.Exp2(-180), day(2026, 5, 6)},
		"not a half-life":     {accountmap.Memory{HalfLife: -3, Threshold: -1}, 0.5, day(2026, 11, 1)},
		"not a threshold":     {accountmap.Memory{Threshold: 1}, 0.5, day(2026, 11, 1)},
		"not even a number":   {accountmap.Memory{Threshold: math.NaN()}, 0.5, day(2026, 11, 1)},
		"longer than anybody": {accountmap.Memory{HalfLife: math.MaxInt, Threshold: math.SmallestNonzeroFloat64}, 1, day(9999, 12, 31)},
	} {
		exposed := newMap(t, network()).Exposed(accountmap.Date{}, c.memory)
		assert.InDelta(t, c.remembered, exposed[2].Shown[0].Remembered, 0.004, name)
		assert.Equal(t, c.due, exposed[2].Shown[0].Due, name)
	}
}

func TestNothingIsForgottenOnAnUnknownDay(t *testing.T) {
	a := network()
	a.AsOf = accountmap.Date{}
	m := newMap(t, a)
	for _, e := range m.Exposed(accountmap.Date{}, accountmap.Memory{}) {
		for _, s := range e.Shown {
			assert.Equal(t, 1.0, s.Remembered)
		}
	}
	for _, g := range m.ExposureGaps(accountmap.Date{}, accountmap.Memory{}) {
		for _, s := range g.Show {
			assert.Equal(t, accountmap.ReasonNeverShown, s.Reason)
		}
	}
	for _, r := range m.ReExposures(accountmap.Date{}, accountmap.Memory{}) {
		assert.Equal(t, accountmap.ReasonFading, r.Reasons[0])
	}
}

func ExampleMap_Exposed() {
	a := orchard()
	a.Exposures = []accountmap.Exposure{{Contact: "eva", Product: "core", Date: accountmap.Date{Year: 2026, Month: 1, Day: 10}}}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range m.Exposed(accountmap.Date{Year: 2026, Month: 7, Day: 9}, accountmap.Memory{}) {
		fmt.Printf("%s saw %d of %d products and remembers %.0f %%\n", e.Contact, len(e.Shown), e.Products, 100*e.Remembered)
	}
	// Output:
	// eva saw 1 of 3 products and remembers 17 %
	// jan saw 0 of 3 products and remembers 0 %
}

func TestExposureGaps(t *testing.T) {
	gaps := newMap(t, network()).ExposureGaps(accountmap.Date{}, accountmap.Memory{})
	var got []string
	for _, g := range gaps {
		line := fmt.Sprintf("%s %d %v:", g.Contact, g.Openings, g.Reasons)
		for _, s := range g.Show {
			line += fmt.Sprintf(" %s(%s %s)", s.Product, s.Status, s.Reason)
		}
		got = append(got, line)
	}
	assert.Equal(t, []string{
		"ceo 2 [powerful neutral]: app( never-shown) care( never-shown)",
		"wanda 1 [powerful champion]: care( never-shown) core(sold forgotten)",
		"cfo 3 [powerful sceptic]: core( never-shown) app( never-shown) care( never-shown)",
		"guru 1 [supporter]: care( never-shown) core(sold never-shown) app(sold never-shown)",
		"emma 3 [stance-unknown]: app(opportunity never-shown) core( never-shown) care( never-shown)",
		"wes 1 [blocker]: care( never-shown) core(sold never-shown) app(sold never-shown)",
		"wim 1 [supporter]: care( never-shown) core(sold never-shown) app(sold never-shown)",
		"eli 3 [neutral]: app(opportunity never-shown) core( never-shown) care( never-shown)",
		"lara 2 [sceptic]: app( never-shown) care( never-shown)",
	}, got)
	assert.Equal(t, accountmap.ExposureAdvice{Product: "core", Status: accountmap.CoverageSold, Reason: accountmap.ReasonForgotten,
		Last: day(2026, 5, 5), Remembered: 0.5}, gaps[1].Show[1])
}

// Cells in progress come first, then open cells, then unassessed cells, and cells that cannot be
// sold come last. Within a group, the least remembered comes first.
func TestShowingsInOrder(t *testing.T) {
	a := network()
	a.Coverage, a.Exposures, a.Endorsements = nil, nil, nil
	for i, s := range append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed) {
		p := accountmap.ProductID("p" + fmt.Sprint(i))
		a.Products = append(a.Products, accountmap.Product{ID: p, Name: "P"})
		if s != "" {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "lab", Product: p, Status: s, Reason: "said"})
		}
	}
	a.Products = a.Products[3:]
	a.Exposures = []accountmap.Exposure{{Contact: "lara", Product: "p3", Date: day(2020, 1, 1)}, {Contact: "lara", Product: "p4", Date: day(2019, 1, 1)}}
	for _, g := range newMap(t, a).ExposureGaps(accountmap.Date{}, accountmap.Memory{}) {
		if g.Contact != "lara" {
			continue
		}
		var got []accountmap.CoverageStatus
		for _, s := range g.Show {
			got = append(got, s.Status)
		}
		assert.Equal(t, []accountmap.CoverageStatus{"opportunity", "proposed", "in-house", "lapsed", "competitor", "gap", "", "sold", "not-relevant", "blocked"}, got)
		assert.Equal(t, 7, g.Openings)
		return
	}
	require.Fail(t, "lara has gaps")
}

func TestWhoRemembersEverythingHasNoGap(t *testing.T) {
	a := network()
	for _, p := range a.Products {
		a.Exposures = append(a.Exposures, accountmap.Exposure{Contact: "wim", Product: p.ID, Date: day(2026, 10, 31)})
	}
	for _, g := range newMap(t, a).ExposureGaps(accountmap.Date{}, accountmap.Memory{}) {
		assert.NotEqual(t, accountmap.ContactID("wim"), g.Contact)
	}
	a.Products, a.Coverage, a.Endorsements, a.Exposures = nil, nil, nil, nil
	assert.Empty(t, newMap(t, a).ExposureGaps(accountmap.Date{}, accountmap.Memory{}))
}

func ExampleMap_ExposureGaps() {
	for _, g := range orchardMap().ExposureGaps(accountmap.Date{Year: 2026, Month: 11, Day: 1}, accountmap.Memory{}) {
		fmt.Println(g.Contact, g.Reasons)
		for _, s := range g.Show {
			fmt.Printf("  %s %q %s\n", s.Product, s.Status, s.Reason)
		}
	}
	// Output:
	// eva [champion]
	//   mobile "proposed" never-shown
	//   training "" never-shown
	//   core "sold" never-shown
	// jan [stance-unknown]
	//   mobile "proposed" never-shown
	//   training "" never-shown
	//   core "sold" never-shown
}

func TestReExposures(t *testing.T) {
	var got []string
	for _, r := range newMap(t, network()).ReExposures(accountmap.Date{}, accountmap.Memory{}) {
		got = append(got, fmt.Sprintf("%s %s %s %.2f %v", r.Contact, r.Product, r.Due, r.Remembered, r.Reasons))
	}
	assert.Equal(t, []string{
		"wanda core 2026-11-01 0.50 [forgotten liked]",
		"lara core 2026-11-28 0.55 [fading disliked]",
		"wanda app 2027-01-30 0.71 [fading]",
		"ceo core 2027-03-31 0.89 [fading]",
	}, got)

	a := network()
	a.Exposures = []accountmap.Exposure{
		{Contact: "wim", Product: "app", Date: day(2026, 1, 1)}, {Contact: "eli", Product: "app", Date: day(2026, 1, 1)},
		{Contact: "cfo", Product: "app", Date: day(2026, 1, 1)}, {Contact: "wim", Product: "core", Date: day(2026, 1, 1)},
	}
	got = nil
	for _, r := range newMap(t, a).ReExposures(day(2026, 1, 1), accountmap.Memory{}) {
		got = append(got, fmt.Sprintf("%s %s %.0f", r.Contact, r.Product, r.Remembered))
	}
	assert.Equal(t, []string{"cfo app 1", "wim core 1", "wim app 1", "eli app 1"}, got, "of one day, by power, then in order")
}

func ExampleMap_ReExposures() {
	a := orchard()
	a.Exposures = []accountmap.Exposure{
		{Contact: "eva", Product: "core", Date: accountmap.Date{Year: 2026, Month: 1, Day: 10}},
		{Contact: "jan", Product: "core", Date: accountmap.Date{Year: 2026, Month: 6, Day: 1}},
	}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range m.ReExposures(accountmap.Date{Year: 2026, Month: 9, Day: 1}, accountmap.Memory{HalfLife: 90}) {
		fmt.Println(r.Contact, r.Product, r.Due, r.Reasons)
	}
	// Output:
	// eva core 2026-04-10 [forgotten]
	// jan core 2026-08-30 [forgotten]
}
