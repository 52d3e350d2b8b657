package terms

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// mapOfTwo returns a map with two contacts, two members of our team, two units and a competitor.
func mapOfTwo(t *testing.T) *accountmap.Map {
	t.Helper()
	m, err := accountmap.New(&accountmap.Account{
		Profile:     accountmap.Profile{Name: "Acme", Currency: "EUR"},
		Units:       []accountmap.Unit{{ID: "mill", Name: "Mill"}, {ID: "shop", Name: "Shop"}},
		Contacts:    []accountmap.Contact{{ID: "ana", Name: "Ana"}, {ID: "ben", Name: "Ben"}},
		Team:        []accountmap.Member{{ID: "lea", Name: "Lea"}, {ID: "jan", Name: "Jan"}},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival"}},
	})
	require.NoError(t, err)
	return m
}

func TestWhyNamesPeopleAndNumbers(t *testing.T) {
	m := mapOfTwo(t)
	day := accountmap.Day(2026, 12, 15)
	for _, c := range []struct {
		lang   string
		factor insight.Factor
		want   string
	}{
		{"en", insight.Factor{Reason: accountmap.ReasonOneMember, Members: []accountmap.MemberID{"jan"}}, "Only Jan knows anybody there"},
		{"es", insight.Factor{Reason: accountmap.ReasonOneMember, Members: []accountmap.MemberID{"jan"}}, "Solo Jan conoce a alguien allí"},
		{"el", insight.Factor{Reason: accountmap.ReasonOneMember, Members: []accountmap.MemberID{"jan"}}, "Γνωρίζει κάποιον εκεί μόνο: Jan"},
		{"en", insight.Factor{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{"lea"}, Date: day}, "Lea leaves on 15 Dec 2026"},
		{"en", insight.Factor{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{"lea"}, Date: accountmap.Day(2026, 10, 31), Days: 1}, "Lea left on 31 Oct 2026"},
		{"es", insight.Factor{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{"lea"}, Date: accountmap.Day(2026, 10, 31), Days: 1}, "Lea se fue el 31 oct 2026"},
		{"en", insight.Factor{Reason: accountmap.ReasonLeaves, Members: []accountmap.MemberID{"lea"}}, "Leaves the account"},
		{"en", insight.Factor{Reason: accountmap.ReasonWinnable, Contacts: []accountmap.ContactID{"ana", "ben"}}, "Could be won over by Ana and Ben"},
		{"en", insight.Factor{Reason: accountmap.ReasonWinnable}, "Somebody could win them over"},
		{"en", insight.Factor{Reason: accountmap.ReasonBuys, Amounts: accountmap.Sums{{Minor: 13_740_000, Currency: "EUR"}}}, "Buys for 137k a year"},
		{"en", insight.Factor{Reason: accountmap.ReasonBuys}, "Buys from us"},
		{"en", insight.Factor{Reason: accountmap.ReasonPastDue, Days: 1}, "1 day late"},
		{"es", insight.Factor{Reason: accountmap.ReasonPastDue, Days: 20}, "20 días de retraso"},
		{"en", insight.Factor{Reason: accountmap.ReasonSilent, Days: 292, Expected: 63.4}, "No order for 292 days, usually every 63"},
		{"en", insight.Factor{Reason: accountmap.ReasonBehindTarget, Share: 0.71, Expected: 0.84}, "71% of the target, 84% of the period"},
		{"en", insight.Factor{Reason: accountmap.ReasonContractEnds, Competitor: "rival", Date: day}, "Contract with Rival ends on 15 Dec 2026"},
		{"en", insight.Factor{Reason: accountmap.ReasonSiblingsBuy, Units: []accountmap.UnitID{"mill", "unheard-of"}}, "Sister units buy it: Mill and unheard-of"},
		{"en", insight.Factor{Reason: accountmap.ReasonChampion}, "Champion"},
		{"en", insight.Factor{Reason: "Made-up"}, "Made-up"},
	} {
		assert.Equal(t, c.want, mustLookup(t, c.lang).Why(m, c.factor))
	}
}

// TestEveryWhyIsWritten checks that a factor with all its values uses every word of the form
// "why.x", and that no placeholder is left.
func TestEveryWhyIsWritten(t *testing.T) {
	m := mapOfTwo(t)
	for _, lang := range Languages() {
		words := mustLookup(t, lang)
		unused := map[string]bool{}
		for key := range words.words {
			if name, ok := strings.CutPrefix(key, "why."); ok {
				unused[strings.TrimSuffix(strings.TrimSuffix(name, ".one"), ".other")] = true
			}
		}
		for _, r := range accountmap.Reasons() {
			text := words.Why(m, insight.Factor{
				Reason: r, Contacts: []accountmap.ContactID{"ana"}, Members: []accountmap.MemberID{"jan"}, Units: []accountmap.UnitID{"mill"},
				Competitor: "rival", Roles: []accountmap.Role{accountmap.RoleLegal}, Date: accountmap.Day(2026, 12, 15), Days: 3, Count: 2, Of: 4,
				Share: 0.5, Expected: 0.75, Amounts: accountmap.Sums{{Minor: 500, Currency: "EUR"}},
			})
			assert.NotContains(t, text, "{", "%s %s", lang, r)
			assert.NotContains(t, text, "why.", "%s %s", lang, r)
			if unused[string(r)] {
				assert.NotEqual(t, words.Reason(r), text, "%s %s", lang, r)
				delete(unused, string(r))
			}
		}
		assert.Empty(t, unused, "%s: words of no reason", lang)
	}
}

// TestEveryMoveIsWritten checks that every move names its subject, in every language.
func TestEveryMoveIsWritten(t *testing.T) {
	m := mapOfTwo(t)
	for _, lang := range Languages() {
		words := mustLookup(t, lang)
		seen := map[string]bool{}
		for _, kind := range insight.MoveKinds() {
			text := words.Move(m, insight.Move{Kind: kind, Title: "TITLE", Unit: "mill", Products: []accountmap.ProductID{"PRODUCT"},
				Contacts: []accountmap.ContactID{"ana"}, Members: []accountmap.MemberID{"jan"},
				Factors: []insight.Factor{{Reason: accountmap.ReasonNoNewOwner, Members: []accountmap.MemberID{"lea"}}}})
			assert.NotContains(t, text, "{", "%s %s", lang, kind)
			assert.Regexp(t, "TITLE|PRODUCT|Mill|Ana|Jan|Lea", text, "%s %s", lang, kind)
			assert.False(t, seen[text], "%s %s", lang, kind)
			seen[text] = true
		}
	}
	assert.Equal(t, "Win over Ana", English().Move(m, insight.Move{Kind: insight.MoveWinOver, Contacts: []accountmap.ContactID{"ana", "ben"}}))
	assert.Equal(t, "Catch up with the target: 2026 · Acme", English().Move(m, insight.Move{Kind: insight.MoveReachTarget, Title: "2026"}))
}

// TestTextsNameAFewPeople checks that a long list names a few people and counts the others.
func TestTextsNameAFewPeople(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}, Units: []accountmap.Unit{{ID: "u", Name: "U"}}}
	var ids []accountmap.ContactID
	for i := range 400 {
		id := accountmap.ContactID(fmt.Sprint("c", i))
		ids = append(ids, id)
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: fmt.Sprint("Ana ", i), Unit: "u"})
	}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	assert.Equal(t, "Ana 0, Ana 1 and Ana 2", English().Contacts(m, ids[:3]))
	assert.Equal(t, "Ana 0, Ana 1, Ana 2, Ana 3, Ana 4, Ana 5, Ana 6, Ana 7 and 392 more", English().Contacts(m, ids))
}

// TestLeaving writes a day of leaving before, on and after the day of the account.
func TestLeaving(t *testing.T) {
	c := accountmap.Contact{Left: accountmap.Day(2026, 11, 20)}
	for asOf, want := range map[accountmap.Date]string{
		{}:                           "left on 20 Nov 2026",
		accountmap.Day(2026, 11, 19): "leaves on 20 Nov 2026",
		accountmap.Day(2026, 11, 20): "left on 20 Nov 2026",
	} {
		assert.Equal(t, want, English().Leaving(c, asOf, English().ShortDate))
	}
}
