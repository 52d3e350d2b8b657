package insight_test

import (
	"fmt"
	"log"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// This example prints the moves for Monday, with the reasons for each.
func ExampleSituation_Moves() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:     accountmap.Profile{Name: "Acme", Currency: "EUR", AsOf: accountmap.Day(2026, 11, 1)},
		Units:       []accountmap.Unit{{ID: "mill", Name: "Mill"}},
		Contacts:    []accountmap.Contact{{ID: "ana", Name: "Ana", Unit: "mill", Power: 4, Stance: accountmap.StanceSceptic, Owner: "jan"}},
		Commitments: []accountmap.Commitment{{Text: "Send the prices", By: "jan", To: "ana", Due: accountmap.Day(2026, 10, 20), Verbal: true}},
		Team:        []accountmap.Member{{ID: "jan", Name: "Jan"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	words := terms.English()
	for _, v := range insight.Of(m, accountmap.Date{}).Moves(insight.MoveOptions{Limit: 2}) {
		fmt.Println(words.Move(m, v), words.Whys(m, v.Factors))
	}
	// Output:
	// Keep the promise: Send the prices [12 days late Promised by word of mouth]
	// Win over Ana [Sceptic]
}

func keys(list []insight.Move) []string {
	var keys []string
	for _, v := range list {
		keys = append(keys, v.Key)
	}
	return keys
}

// unpromised returns the holding without Lea and without a promise to her boss.
func unpromised() *accountmap.Account {
	a := leaving()
	a.Commitments = nil
	return a
}

func moves(t *testing.T, a *accountmap.Account, limit int) []insight.Move {
	t.Helper()
	return insight.Of(newMap(t, a), accountmap.Date{}).Moves(insight.MoveOptions{Limit: limit})
}

// TestSomebodyIsKnownThere checks a unit that nobody of ours covers: a person known there by name
// gets one of us, and otherwise we get to know somebody.
func TestSomebodyIsKnownThere(t *testing.T) {
	a := holding()
	a.Units = append(a.Units, accountmap.Unit{ID: "plant", Name: "Plant", Parent: "group"})
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "head", Name: "Head", Unit: "plant", Placeholder: true})
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "plant", Product: "core", Status: accountmap.CoverageGap, Potential: euros(5_000_00)})
	assert.Contains(t, keys(moves(t, a, 99)), "get-in:plant")
	a.Contacts = append(a.Contacts, accountmap.Contact{ID: "ann", Name: "Ann", Unit: "plant", Power: 2, ContactLevel: accountmap.ContactLevelBrief})
	known := keys(moves(t, a, 99))
	assert.NotContains(t, known, "get-in:plant")
	assert.Contains(t, known, "own:ann")
}

// TestARenewalIsDueOnTheFirstOfItsDays checks the day of a unit whose contract renews before or after
// its products.
func TestARenewalIsDueOnTheFirstOfItsDays(t *testing.T) {
	for days, want := range map[int]int{1: 1, 12: 12, 13: 13, 40: 13, -2: -2} {
		a := mill(nil)
		a.Coverage = []accountmap.Cell{{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Value: euros(100), Renewal: today.AddDays(13)}}
		a.Contracts = []accountmap.Contract{{ID: "frame", Units: []accountmap.UnitID{"mill"}, Renewal: today.AddDays(days)}}
		for _, v := range moves(t, a, 9) {
			if v.Kind == insight.MoveRenew {
				assert.Equal(t, today.AddDays(want), v.By, "the contract renews in %d days", days)
				assert.Equal(t, max(0, -want), v.Late)
			}
		}
		assert.Contains(t, keys(moves(t, a, 9)), "renew:mill")
	}
}

func TestMovesOfTheHolding(t *testing.T) {
	list := moves(t, unpromised(), 30)
	byKey := map[string]insight.Move{}
	for _, v := range list {
		byKey[v.Key] = v
	}
	require.Contains(t, byKey, "introduce:lea", keys(list))
	assert.Equal(t, []accountmap.ContactID{"boss"}, byKey["introduce:lea"].Contacts, "the clerk is no key player")
	assert.Equal(t, []accountmap.MemberID{"lea", "jan"}, byKey["introduce:lea"].Members, "Lea introduces Jan")
	assert.Equal(t, today.AddDays(44), byKey["introduce:lea"].By, "while Lea is there")

	require.Contains(t, byKey, "win-over:boss", keys(list))
	assert.Equal(t, []accountmap.MemberID{"jan"}, byKey["win-over:boss"].Members, "Lea, who leaves, is not asked")
	for _, v := range list {
		assert.Equal(t, v.Kind == insight.MoveIntroduce, slices.Contains(v.Members, "lea"), v.Key)
		assert.False(t, v.By.IsZero(), v.Key)
		assert.NotContains(t, v.Contacts, accountmap.ContactID("gone"), v.Key)
		assert.NotEmpty(t, v.Factors, v.Key)
		assert.InDelta(t, v.Points, v.Parts.Money+v.Parts.Time+v.Parts.People+v.Parts.Severity, 1e-9)
	}
}

// TestWhySaysNothingTwice checks that the reasons leave out what the day, the delay and the worth
// of a move show already, unless nothing else remains.
func TestWhySaysNothingTwice(t *testing.T) {
	worth := accountmap.Sums{{Minor: 500, Currency: "EUR"}}
	v := insight.Move{By: today, Late: 3, Worth: worth, Factors: []insight.Factor{{Reason: accountmap.ReasonPastDue, Days: 3}, {Reason: accountmap.ReasonRenews, Date: today},
		{Reason: accountmap.ReasonBuys, Amounts: worth}, {Reason: accountmap.ReasonContractRenews, Date: today}}}
	assert.Equal(t, v.Factors[3:], v.Why())
	v.Factors = v.Factors[:3]
	assert.Equal(t, v.Factors, v.Why())
}

// TestPointsOfAMove compares the points with values computed by hand. The group buys 30,000 and
// 900, and could buy 8,000, 12,000 and 700 more, 51,600 in all. Its deals of 8,700 need the boss,
// whose power is 5.
func TestPointsOfAMove(t *testing.T) {
	for _, v := range moves(t, unpromised(), 30) {
		if v.Key == "win-over:boss" {
			assert.Equal(t, accountmap.Sums{euros(8_700_00)}, v.Worth)
			assert.InDelta(t, 16.424, v.Parts.Money, 0.001, "40 times the root of 8,700/51,600")
			assert.Equal(t, insight.MovePoints{Money: v.Parts.Money, Time: 10, People: 30}, v.Parts)
			return
		}
	}
	t.Error("the boss is not won over")
}

func TestSilencedMoves(t *testing.T) {
	all := moves(t, leaving(), 30)
	first := all[0]
	for name, c := range map[string]struct {
		silence accountmap.Silence
		gone    bool
	}{
		"for good":             {accountmap.Silence{Move: first.Key}, true},
		"until a later day":    {accountmap.Silence{Move: first.Key, Until: today}, true},
		"until an earlier day": {accountmap.Silence{Move: first.Key, Until: today.AddDays(-1)}, false},
		"while facts hold":     {accountmap.Silence{Move: first.Key, Facts: first.Facts}, true},
		"on other facts":       {accountmap.Silence{Move: first.Key, Facts: "00000000"}, false},
		"another move":         {accountmap.Silence{Move: first.Key + "x"}, false},
	} {
		a := leaving()
		a.Silenced = []accountmap.Silence{c.silence}
		assert.Equal(t, !c.gone, keys(moves(t, a, 30))[0] == first.Key, name)
	}
}

// TestFactsFollowTheAccount checks that the code of a move is the same on another day, and changes
// with the facts of the move.
func TestFactsFollowTheAccount(t *testing.T) {
	facts := func(a *accountmap.Account, day accountmap.Date, key string) string {
		for _, v := range insight.Of(newMap(t, a), day).Moves(insight.MoveOptions{Limit: 99}) {
			if v.Key == key {
				return v.Facts
			}
		}
		t.Error(key)
		return ""
	}
	before := facts(unpromised(), today, "win-over:boss")
	assert.Equal(t, before, facts(unpromised(), today.AddDays(3), "win-over:boss"))
	a := unpromised()
	a.Contacts[0].Stance = accountmap.StanceBlocker
	assert.NotEqual(t, before, facts(a, today, "win-over:boss"))
}

// TestMovesVary checks that twelve promises to one person make two moves, and that late items do
// not displace sales.
func TestMovesVary(t *testing.T) {
	a := holding()
	for i := range 12 {
		a.Commitments = append(a.Commitments, accountmap.Commitment{Text: fmt.Sprint("promise ", i), By: "jan", To: "miller", Due: today.AddDays(-i - 1)})
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("p", i)), Name: "P", Power: 5, Owner: "jan", Stance: accountmap.StanceNeutral})
		a.Commitments = append(a.Commitments, accountmap.Commitment{Text: fmt.Sprint("other ", i), By: "jan", To: accountmap.ContactID(fmt.Sprint("p", i)), Due: today.AddDays(-1)})
	}
	list := moves(t, a, 0)
	require.Len(t, list, insight.DefaultMoves)
	kinds, about := map[insight.MoveKind]int{}, map[accountmap.ContactID]int{}
	for _, v := range list {
		kinds[v.Kind]++
		about[v.Contacts[0]]++
	}
	assert.LessOrEqual(t, about["miller"], 2)
	assert.Positive(t, kinds[insight.MoveSell]+kinds[insight.MoveShow]+kinds[insight.MoveTestimonial], keys(list))
	assert.Equal(t, 2, kinds[insight.MoveKeepPromise])

	a.Coverage, a.Relationships, a.Contacts = nil, nil, a.Contacts[5:]
	a.Commitments = slices.DeleteFunc(a.Commitments, func(c accountmap.Commitment) bool { return c.To == "miller" })
	kinds = map[insight.MoveKind]int{}
	for _, v := range moves(t, a, 0) {
		kinds[v.Kind]++
	}
	assert.Greater(t, kinds[insight.MoveKeepPromise], 2, "where there is room, more of one kind follow")
}

// TestMovesOfTheSample compares the moves with the list that a reader of the sample would write.
func TestMovesOfTheSample(t *testing.T) {
	list := insight.Of(sample(t), accountmap.Date{}).Moves(insight.MoveOptions{})
	assert.Equal(t, []string{"introduce:laura-mendez", "renew:service", "settle-case:C-031", "win-over:inaki-ozturk", "settle-case:C-038"}, keys(list)[:5])
	assert.Contains(t, keys(list), "meet:rui-tavares")
	assert.Contains(t, keys(list), "win-over:marek-kowalski")
}

// TestMovesHold checks on any account that moves are bounded, ranked and explained, and have
// distinct keys. A second call returns the same moves.
func TestMovesHold(t *testing.T) {
	for _, shape := range accountmaptest.Shapes() {
		m := newMap(t, accountmaptest.Generate(2, shape))
		list := insight.Of(m, today).Moves(insight.MoveOptions{})
		assert.Equal(t, list, insight.Of(m, today).Moves(insight.MoveOptions{}), shape.Name)
		assert.LessOrEqual(t, len(list), insight.DefaultMoves)
		all := insight.Of(m, today).Moves(insight.MoveOptions{Limit: 1000})
		for _, limit := range []int{1, 7, insight.DefaultMoves, 11, 25} {
			assert.Equal(t, all[:min(limit, len(all))], insight.Of(m, today).Moves(insight.MoveOptions{Limit: limit}), "%s: the first %d", shape.Name, limit)
		}
		seen := map[string]bool{}
		for i, v := range list {
			assert.False(t, seen[v.Key], "%s: %s twice", shape.Name, v.Key)
			seen[v.Key] = true
			assert.NotEmpty(t, v.Factors, v.Key)
			assert.True(t, i == 0 || list[i-1].Points >= v.Points)
			for _, id := range v.Contacts {
				c, _ := m.Contact(id)
				assert.True(t, c.Left.IsZero(), "%s asks somebody who left", v.Key)
			}
		}
	}
	assert.Empty(t, insight.Of(sample(t).Select(accountmap.Scope{Audience: accountmap.AudienceClient}), today).Moves(insight.MoveOptions{}))
}

func BenchmarkMoves(b *testing.B) {
	m := sample(b)
	for b.Loop() {
		insight.Of(m, accountmap.Date{}).Moves(insight.MoveOptions{})
	}
}

func BenchmarkMovesOfALargeAccount(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		m := newMap(b, accountmaptest.Generate(1, accountmaptest.Typical(n)))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				insight.Of(m, today).Moves(insight.MoveOptions{})
			}
		})
	}
}

// TestOwnersAreAssignedTogether checks that people without an owner whom the same member should look
// after are in one move, and that a silence of the first leaves the others.
func TestOwnersAreAssignedTogether(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: today}}
	for _, id := range []accountmap.ContactID{"ann", "ben", "cai", "dee"} {
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: strings.ToUpper(string(id)), Power: 5, Stance: accountmap.StanceSupporter})
	}
	list := moves(t, a, 0)
	require.Equal(t, []string{"own:ann"}, keys(list))
	assert.Equal(t, "Assign one of us to ANN, BEN, CAI and DEE", terms.English().Move(newMap(t, a), list[0]))
	a.Silenced = []accountmap.Silence{{Move: "own:ann"}}
	list = moves(t, a, 0)
	require.Equal(t, []string{"own:ben"}, keys(list))
	assert.Equal(t, []accountmap.ContactID{"ben", "cai", "dee"}, list[0].Contacts)
}
