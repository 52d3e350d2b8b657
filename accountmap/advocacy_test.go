package accountmap_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAsked(t *testing.T) {
	m := newMap(t, sample())
	assert.Equal(t, []accountmap.Ask{
		{Contact: "head", Times: 2, Given: 1, Open: 1, Last: day(2026, 3, 1)},
		{Contact: "boss", Times: 1, Declined: 1, Last: day(2026, 2, 1)},
	}, m.Asked(accountmap.EndorsementReferral, accountmap.Date{}), "the fitter gave without being asked")
	assert.Equal(t, []accountmap.Ask{{Contact: "boss", Times: 1, Given: 1, Last: day(2026, 2, 2)}}, m.Asked(accountmap.EndorsementTestimonial, accountmap.Date{}))
	assert.Empty(t, m.Asked("gossip", accountmap.Date{}))
}

func TestGiven(t *testing.T) {
	m := newMap(t, sample())
	referrals := m.Given(accountmap.EndorsementReferral, accountmap.Date{})
	assert.Equal(t, accountmap.Conversion{Asked: 3, Given: 1, Declined: 1, Open: 1, Unasked: 1}, referrals)
	assert.InDelta(t, 1.0/3, referrals.Share(), 1e-9)
	assert.Equal(t, 1.0, m.Given(accountmap.EndorsementTestimonial, accountmap.Date{}).Share())
	assert.Zero(t, m.Given("gossip", accountmap.Date{}).Share())
}

func references(t *testing.T, a *accountmap.Account, unit accountmap.UnitID, product accountmap.ProductID) (got []string) {
	t.Helper()
	for _, w := range newMap(t, a).ReferencesFor(unit, product, accountmap.Date{}) {
		got = append(got, fmt.Sprint(w.Contact, " ", w.Asks, " ", w.Reasons))
	}
	return got
}

func TestTestimonialsFor(t *testing.T) {
	assert.Equal(t, []accountmap.Reference{
		{Contact: "wanda", Unit: "west", Given: day(2026, 9, 10), Public: true, Asks: 2, Reasons: []accountmap.Reason{
			"buys-product", "testimonial-in-hand", "consented", "champion", "powerful", "asked-this-year"}},
		{Contact: "wim", Unit: "west", Reasons: []accountmap.Reason{"buys-product", "supporter"}},
	}, newMap(t, network()).ReferencesFor("lab", "core", accountmap.Date{}))
	assert.Equal(t, []string{"wim 0 [buys-product supporter]", "wanda 2 [buys-product champion powerful asked-this-year]"},
		references(t, network(), "lab", "app"), "for another product wanda would have to be asked again")
	assert.Empty(t, references(t, network(), "west", "core"), "west buys it")
	assert.Empty(t, references(t, network(), "east", "care"), "nobody buys it")
	assert.Empty(t, references(t, network(), "nowhere", "core"))
	assert.Empty(t, references(t, network(), "east", "nothing"))
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
		"the unit stopped buying": {func(a *accountmap.Account) { a.Coverage[0].Status = accountmap.CoverageLapsed }, nil},
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
		assert.Equal(t, c.want, references(t, a, "lab", "core"), name)
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
	}, references(t, a, "lab", "app"))
}

func ExampleMap_ReferencesFor() {
	for _, w := range orchardMap().ReferencesFor("store", "core", accountmap.Date{}) {
		fmt.Println(w.Contact, w.Unit, w.Reasons)
	}
	// Output: eva press [buys-product champion asked-this-year ask-pending]
}

func TestCandidates(t *testing.T) {
	assert.Equal(t, []accountmap.Candidate{{Contact: "wanda", Products: []accountmap.ProductID{"app"}}, {Contact: "wim", Products: []accountmap.ProductID{"core", "app"}}},
		byName(newMap(t, network()).Candidates(accountmap.Date{})), "wanda's testimonial for core is in hand")

	asked := network()
	asked.Endorsements = append(asked.Endorsements,
		accountmap.Endorsement{Kind: accountmap.EndorsementTestimonial, Contact: "wim", Product: "core", Asked: day(2026, 10, 1)})
	assert.Equal(t, []accountmap.Candidate{{Contact: "wanda", Products: []accountmap.ProductID{"app"}}, {Contact: "wim", Products: []accountmap.ProductID{"app"}}},
		byName(newMap(t, asked).Candidates(accountmap.Date{})), "who has been asked is waited for")

	everywhere := network()
	everywhere.Coverage = nil
	for _, u := range everywhere.Units {
		everywhere.Coverage = append(everywhere.Coverage, accountmap.Cell{Unit: u.ID, Product: "core", Status: accountmap.CoverageSold},
			accountmap.Cell{Unit: u.ID, Product: "app", Status: accountmap.CoverageNotRelevant, Reason: "none"})
	}
	assert.Empty(t, newMap(t, everywhere).Candidates(accountmap.Date{}), "all who can buy do")
	assert.Empty(t, newMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Nobody"}}).Candidates(accountmap.Date{}))
}

func byName(list []accountmap.Candidate) []accountmap.Candidate {
	slices.SortFunc(list, func(a, b accountmap.Candidate) int { return len(a.Products) - len(b.Products) })
	return list
}

// TestCandidatesAreWitnesses holds over generated accounts: for each product of a candidate, the
// contact is a reference without a usable testimonial for some unit. Every such reference is a
// candidate, unless an ask is pending.
func TestCandidatesAreWitnesses(t *testing.T) {
	for seed := range uint64(10) {
		m, err := accountmap.New(accountmaptest.Generate(seed, accountmaptest.Typical(40)))
		require.NoError(t, err)
		could := map[accountmap.ContactID][]accountmap.ProductID{}
		for p := range m.Products() {
			seen := map[accountmap.ContactID]bool{}
			for u := range m.Units() {
				if m.IsGrouping(u.ID) || !m.Matrix().At(u.ID, p.ID).Status.Sellable() {
					continue
				}
				for _, w := range m.ReferencesFor(u.ID, p.ID, accountmap.Date{}) {
					waiting := false
					for e := range m.Endorsements() {
						waiting = waiting || e.Kind == accountmap.EndorsementTestimonial && e.Contact == w.Contact && e.Product == p.ID && e.Given.IsZero() && e.Declined.IsZero()
					}
					if w.Given.IsZero() && !waiting && !seen[w.Contact] {
						seen[w.Contact] = true
						could[w.Contact] = append(could[w.Contact], p.ID)
					}
				}
			}
		}
		got := map[accountmap.ContactID][]accountmap.ProductID{}
		for _, c := range m.Candidates(accountmap.Date{}) {
			got[c.Contact] = c.Products
		}
		assert.Equal(t, could, got)
	}
}

func TestQuotable(t *testing.T) {
	quotable := func(e accountmap.Endorsement, asOf accountmap.Date) bool {
		a := network()
		a.AsOf = accountmap.Date{}
		e.Kind, e.Contact = accountmap.EndorsementTestimonial, cmp.Or(e.Contact, "wim")
		a.Endorsements = append(a.Endorsements, e)
		return newMap(t, a).Quotable(e, asOf)
	}
	given := accountmap.Endorsement{Given: day(2025, 3, 4), Public: true, Expires: day(2026, 3, 31)}
	assert.True(t, quotable(given, day(2026, 3, 30)))
	assert.False(t, quotable(given, day(2026, 3, 31)), "the day from which it may be used no more")
	assert.False(t, quotable(given, day(2025, 3, 3)), "not given yet")
	assert.True(t, given.Expired(day(2026, 11, 1)))
	assert.True(t, quotable(given, accountmap.Date{}), "nobody knows what day it is")

	forever := given
	forever.Expires = accountmap.Date{}
	assert.True(t, quotable(forever, day(2099, 1, 1)))
	private, open, gone := forever, forever, forever
	private.Public, open.Given, gone.Contact = false, accountmap.Date{}, "left"
	assert.False(t, quotable(private, day(2026, 1, 1)))
	assert.False(t, quotable(open, day(2026, 1, 1)))
	assert.False(t, quotable(gone, day(2099, 1, 1)), "nobody can vouch for the words of a person who left")
}
