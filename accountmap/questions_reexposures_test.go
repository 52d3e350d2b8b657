package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
