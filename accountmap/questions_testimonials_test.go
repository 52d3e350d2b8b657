package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func witnesses(t *testing.T, a *accountmap.Account, unit accountmap.UnitID, product accountmap.ProductID) (got []string) {
	t.Helper()
	for _, w := range newMap(t, a).TestimonialsFor(unit, product) {
		got = append(got, fmt.Sprint(w.Contact, " ", w.Asks, " ", w.Reasons))
	}
	return got
}

func TestTestimonialsFor(t *testing.T) {
	assert.Equal(t, []accountmap.Witness{
		{Contact: "wanda", Unit: "west", Given: day(2026, 9, 10), Public: true, Asks: 2, Reasons: []accountmap.Reason{
			"buys-product", "testimonial-in-hand", "consented", "champion", "powerful", "asked-this-year"}},
		{Contact: "wim", Unit: "west", Reasons: []accountmap.Reason{"buys-product", "supporter"}},
	}, newMap(t, network()).TestimonialsFor("lab", "core"))
	assert.Equal(t, []string{"wim 0 [buys-product supporter]", "wanda 2 [buys-product champion powerful asked-this-year]"},
		witnesses(t, network(), "lab", "app"), "for another product wanda would have to be asked again")
	assert.Empty(t, witnesses(t, network(), "west", "core"), "west buys it")
	assert.Empty(t, witnesses(t, network(), "east", "care"), "nobody buys it")
	assert.Empty(t, witnesses(t, network(), "nowhere", "core"))
	assert.Empty(t, witnesses(t, network(), "east", "nothing"))
}

func TestWhoIsNoWitness(t *testing.T) {
	testimonial := func(e accountmap.Endorsement) func(a *accountmap.Account) {
		e.Kind = accountmap.EndorsementTestimonial
		return func(a *accountmap.Account) { a.Endorsements = append(a.Endorsements, e) }
	}
	const wanda = "wanda 2 [buys-product testimonial-in-hand consented champion powerful asked-this-year]"
	for name, c := range map[string]struct {
		edit func(a *accountmap.Account)
		want []string
	}{
		"declined within the year": {testimonial(accountmap.Endorsement{Contact: "wim", Declined: day(2025, 11, 2)}), []string{wanda}},
		"declined before": {testimonial(accountmap.Endorsement{Contact: "wim", Declined: day(2025, 11, 1)}),
			[]string{wanda, "wim 0 [buys-product supporter]"}},
		"ran out within the year": {testimonial(accountmap.Endorsement{Contact: "wim", Product: "core", Given: day(2024, 1, 1),
			Expires: day(2026, 1, 1)}), []string{wanda}},
		"ran out before": {testimonial(accountmap.Endorsement{Contact: "wim", Product: "core", Given: day(2024, 1, 1), Expires: day(2025, 1, 1)}),
			[]string{wanda, "wim 0 [buys-product testimonial-expired supporter]"}},
		"runs out today": {testimonial(accountmap.Endorsement{Contact: "wim", Product: "core", Given: day(2024, 1, 1), Expires: day(2026, 11, 1)}),
			[]string{wanda}},
		"ran out and was renewed": {func(a *accountmap.Account) {
			testimonial(accountmap.Endorsement{Contact: "wim", Product: "core", Given: day(2024, 1, 1), Expires: day(2026, 1, 1)})(a)
			testimonial(accountmap.Endorsement{Contact: "wim", Product: "core", Given: day(2026, 1, 2)})(a)
		}, []string{"wim 0 [buys-product testimonial-in-hand supporter]", wanda}},
		"of another product": {testimonial(accountmap.Endorsement{Contact: "wim", Product: "app", Given: day(2024, 1, 1), Expires: day(2026, 1, 1)}),
			[]string{wanda, "wim 0 [buys-product supporter]"}},
		"neutral, but has spoken": {func(a *accountmap.Account) {
			a.Contacts[3].Stance = accountmap.StanceNeutral
			testimonial(accountmap.Endorsement{Contact: "wim", Product: "core", Given: day(2024, 1, 1)})(a)
		}, []string{"wim 0 [buys-product testimonial-in-hand neutral]", wanda}},
		"neutral, and has not":  {func(a *accountmap.Account) { a.Contacts[3].Stance = accountmap.StanceNeutral }, []string{wanda}},
		"has turned against us": {func(a *accountmap.Account) { a.Contacts[2].Stance = accountmap.StanceSceptic }, []string{"wim 0 [buys-product supporter]"}},
		"was asked and is thinking": {testimonial(accountmap.Endorsement{Contact: "wim", Asked: day(2026, 10, 20)}),
			[]string{wanda, "wim 1 [buys-product supporter asked-this-year ask-pending]"}},
		"the unit stopped buying": {func(a *accountmap.Account) { a.Coverage[0].Status = accountmap.StatusLapsed }, nil},
		"orders alone say so": {func(a *accountmap.Account) {
			a.Coverage = a.Coverage[1:]
			a.Orders = []accountmap.Order{{Unit: "west", Product: "core", Date: day(2025, 1, 1)}}
		}, []string{wanda, "wim 0 [buys-product supporter]"}},
		"a cancelled order is none": {func(a *accountmap.Account) {
			a.Coverage = a.Coverage[1:]
			a.Orders = []accountmap.Order{{Unit: "west", Product: "core", Date: day(2025, 1, 1), Status: accountmap.OrderCancelled}}
		}, nil},
	} {
		a := network()
		c.edit(a)
		assert.Equal(t, c.want, witnesses(t, a, "lab", "core"), name)
	}
}

func TestThoseAskedOftenComeLast(t *testing.T) {
	a := network()
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "zoe", Name: "Zoe", Unit: "west", Stance: accountmap.StanceSupporter})
	for range 3 {
		a.Endorsements = append(a.Endorsements, accountmap.Endorsement{Kind: accountmap.EndorsementReferral, Contact: "wim", Asked: day(2026, 2, 1),
			Given: day(2026, 2, 3)})
	}
	assert.Equal(t, []string{
		"zoe 0 [buys-product supporter]", "wanda 2 [buys-product champion powerful asked-this-year]", "wim 3 [buys-product supporter asked-often]",
	}, witnesses(t, a, "lab", "app"))
}

func ExampleMap_TestimonialsFor() {
	for _, w := range orchardMap().TestimonialsFor("store", "core") {
		fmt.Println(w.Contact, w.Unit, w.Reasons)
	}
	// Output: eva press [buys-product champion asked-this-year ask-pending]
}
