package insight_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// This example prints the best cells to sell into, with every sign for and against them.
func ExampleSituation_Whitespace() {
	euros := func(n int64) accountmap.Money { return accountmap.Money{Minor: 100 * n, Currency: "EUR"} }
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", Currency: "EUR"},
		Units:    []accountmap.Unit{{ID: "acme", Name: "Acme"}, {ID: "mill", Name: "Mill", Parent: "acme"}, {ID: "shop", Name: "Shop", Parent: "acme"}},
		Products: []accountmap.Product{{ID: "core", Name: "Core"}},
		Coverage: []accountmap.Cell{
			{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Value: euros(9000)},
			{Unit: "shop", Product: "core", Status: accountmap.CoverageGap, Potential: euros(4000)},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	words := terms.English()
	for _, o := range insight.Of(m, accountmap.Date{}).Whitespace(insight.WhitespaceOptions{}) {
		fmt.Println(o.Unit, o.Product, o.Expected, "of", o.Potential)
		for _, s := range o.Signs {
			fmt.Printf("  %.2f %s\n", s.Odds, words.Why(m, s.Factor))
		}
	}
	// Output:
	// shop core 679.24 EUR of 4000.00 EUR
	//   0.14 Not bought yet
	//   1.50 Sister units buy it: Mill
}

// TestSigns checks that each sign is present when its fact is, and moves the chance in the right
// direction.
func TestSigns(t *testing.T) {
	chance := func(change func(*accountmap.Account)) (float64, map[accountmap.Reason]float64) {
		a := holding()
		change(a)
		for _, o := range insight.Of(newMap(t, a), accountmap.Date{}).Whitespace(insight.WhitespaceOptions{}) {
			if o.Unit == "office" && o.Product == "core" {
				odds := map[accountmap.Reason]float64{}
				for _, s := range o.Signs {
					odds[s.Reason] = s.Odds
				}
				return o.Chance, odds
			}
		}
		t.Fatal("no opening")
		return 0, nil
	}
	before, signs := chance(func(*accountmap.Account) {})
	assert.Equal(t, []float64{1.5, 1.5}, []float64{signs[accountmap.ReasonSiblingsBuy], signs[accountmap.ReasonWitness]}, "the mill buys it, and its champion can say so")
	for name, c := range map[string]struct {
		change func(*accountmap.Account)
		reason accountmap.Reason
		better bool
	}{
		"the contract ends soon": {func(a *accountmap.Account) { a.Coverage[2].Renewal = today.AddDays(180) }, accountmap.ReasonContractEnds, true},
		"the contract ends late": {func(a *accountmap.Account) { a.Coverage[2].Renewal = today.AddDays(181) }, accountmap.ReasonContractEnds, false},
		"somebody liked it": {func(a *accountmap.Account) {
			a.Exposures = []accountmap.Exposure{{Contact: "clerk", Product: "core", Date: today, Reaction: accountmap.ReactionInterested}}
		}, accountmap.ReasonLiked, true},
		"the last reaction counts": {func(a *accountmap.Account) {
			a.Exposures = []accountmap.Exposure{{Contact: "clerk", Product: "core", Date: today, Reaction: accountmap.ReactionNegative},
				{Contact: "clerk", Product: "core", Date: today.AddDays(-9), Reaction: accountmap.ReactionInterested}}
		}, accountmap.ReasonDisliked, false},
		"a champion there": {func(a *accountmap.Account) { a.Contacts[3].Stance = accountmap.StanceChampion }, accountmap.ReasonForThere, true},
		"a blocker there": {func(a *accountmap.Account) {
			a.Contacts[3].Stance, a.Contacts[3].Power = accountmap.StanceBlocker, 4
		}, accountmap.ReasonAgainstThere, false},
		"budget left": {func(a *accountmap.Account) {
			a.Targets = []accountmap.Target{{Unit: "office", Period: "2026", Budget: euros(20_000_00)}}
		}, accountmap.ReasonBudgetLeft, true},
		"budget spent": {func(a *accountmap.Account) {
			a.Targets = []accountmap.Target{{Unit: "group", Period: "2026", Budget: euros(1_00)}}
			a.Orders = []accountmap.Order{{Unit: "office", Product: "hub", Date: today, Amount: euros(2_00)}}
		}, accountmap.ReasonBudgetSpent, false},
	} {
		after, signs := chance(c.change)
		assert.Contains(t, signs, c.reason, name)
		assert.Equal(t, c.better, after > before, "%s: %v after %v", name, after, before)
		assert.NotEqual(t, before, after, name)
	}
}

func TestWhitespaceKnowsWhatItDoesNotKnow(t *testing.T) {
	a := holding()
	a.Coverage[1].Potential = accountmap.Money{}
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "office", Product: "hub", Status: accountmap.CoverageNotRelevant, Reason: "no"})[:3]
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "group", Product: "core", Status: accountmap.CoverageGap})
	list := insight.Of(newMap(t, a), accountmap.Date{}).Whitespace(insight.WhitespaceOptions{})
	found := map[string]insight.Opening{}
	for _, o := range list {
		found[string(o.Unit)+"/"+string(o.Product)] = o
	}
	assert.NotContains(t, found, "mill/hub", "nobody knows what it would be worth")
	assert.NotContains(t, found, "group/hub", "a cell that nobody has assessed is no opening")
	require.Contains(t, found, "group/core")
	assert.Equal(t, euros(30_000_00), found["group/core"].Potential, "what the mill spends on it")
	assert.True(t, found["group/core"].Estimated)
}

// TestDeals checks the missing agreements for the offer to the mill.
func TestDeals(t *testing.T) {
	list := insight.Of(newMap(t, holding()), accountmap.Date{}).Deals(0)
	require.Len(t, list, 1)
	assert.Equal(t, []accountmap.ProductID{"hub"}, list[0].Products)
	assert.Equal(t, accountmap.Sums{euros(8_000_00)}, list[0].Worth)
	require.Len(t, list[0].Open, 2)
	assert.Equal(t, accountmap.ContactID("boss"), list[0].Open[0].Contact)
	assert.Equal(t, accountmap.ContactID("miller"), list[0].Open[0].Allies[0].Contact, "the champion can win over the boss")
	assert.Equal(t, []accountmap.Role{accountmap.RoleDecisionMaker}, list[0].Roles)
}
