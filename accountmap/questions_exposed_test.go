package accountmap_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
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
	assert.Equal(t, accountmap.Impression{Product: "core", Times: 2, Last: day(2026, 5, 5), Reaction: accountmap.ReactionInterested,
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

func TestNothingIsForgottenOnADayThatIsNotKnown(t *testing.T) {
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
