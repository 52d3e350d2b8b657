package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
	assert.Equal(t, accountmap.Showing{Product: "core", Status: accountmap.StatusSold, Reason: accountmap.ReasonForgotten,
		Last: day(2026, 5, 5), Remembered: 0.5}, gaps[1].Show[1])
}

// What lies in progress comes before what is open, that before what nobody assessed, and what cannot be sold comes last; the less of it is
// remembered, the earlier.
func TestShowingsInOrder(t *testing.T) {
	a := network()
	a.Coverage, a.Exposures, a.Endorsements = nil, nil, nil
	for i, s := range append(accountmap.Statuses(), accountmap.StatusUnassessed) {
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
		var got []accountmap.Status
		for _, s := range g.Show {
			got = append(got, s.Status)
		}
		assert.Equal(t, []accountmap.Status{"opportunity", "proposed", "in-house", "lapsed", "competitor", "gap", "", "sold", "not-relevant", "blocked"}, got)
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
