package insight_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// This example prints when we last talked to each contact, and who has gone quiet.
func ExampleSituation_Touches() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: accountmap.Day(2026, 11, 1)},
		Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana"}, {ID: "ben", Name: "Ben"}},
		Communications: []accountmap.Communication{
			{Date: accountmap.Day(2026, 7, 1), Subject: "Review", Contacts: []accountmap.ContactID{"ana", "ben"}},
			{Date: accountmap.Day(2026, 10, 30), Subject: "Call", Contacts: []accountmap.ContactID{"ben"}},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range insight.Of(m, accountmap.Date{}).Touches(insight.TouchOptions{}) {
		fmt.Println(t.Contact, t.Days, terms.English().Whys(m, t.Factors))
	}
	// Output:
	// ana 123 [Last talk 123 days ago]
	// ben 2 []
}

// talked returns an account of one champion with talks the given numbers of days ago.
func talked(days ...int) *accountmap.Account {
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Acme", AsOf: today},
		Contacts: []accountmap.Contact{{ID: "ana", Name: "Ana", Stance: accountmap.StanceChampion, Power: 4}},
		Team:     []accountmap.Member{{ID: "lea", Name: "Lea"}},
	}
	for i, d := range days {
		a.Communications = append(a.Communications, accountmap.Communication{Date: today.AddDays(-d), Subject: fmt.Sprint(i), Contacts: []accountmap.ContactID{"ana"}})
	}
	return a
}

func TestTrendOfTalks(t *testing.T) {
	weekly := accountmap.Cadence{Title: "weekly", Every: "FREQ=WEEKLY", From: today.AddDays(-70), Contacts: []accountmap.ContactID{"ana"}}
	for name, c := range map[string]struct {
		account *accountmap.Account
		want    accountmap.Reason
		days    int
		every   float64
	}{
		"never":                               {talked(), accountmap.ReasonNeverTalked, 0, 0},
		"in the future":                       {talked(-5), accountmap.ReasonNeverTalked, 0, 0},
		"one talk long ago":                   {talked(91), accountmap.ReasonQuiet, 91, 0},
		"one talk a quarter ago":              {talked(90), "", 90, 0},
		"twice the usual":                     {talked(60, 90, 120), "", 60, 30},
		"more than twice the usual":           {talked(61, 91, 121), accountmap.ReasonQuiet, 61, 30},
		"a weekly talk after three weeks":     {talked(21, 28, 35), accountmap.ReasonWarming, 21, 7},
		"a weekly talk, and then no more":     {talked(22, 29, 36), accountmap.ReasonQuiet, 22, 7},
		"twice in a day is one talk":          {talked(61, 61, 91, 121), accountmap.ReasonQuiet, 61, 30},
		"every month, then once":              {talked(5, 95, 125, 155, 185, 215, 245), accountmap.ReasonCooling, 5, 30},
		"every quarter, then every month":     {talked(5, 35, 65, 155, 245), accountmap.ReasonWarming, 5, 60},
		"as usual":                            {talked(10, 40, 70, 100, 130, 160, 190, 220, 250, 280, 310, 340), "", 10, 30},
		"a talk of old does not set the beat": {talked(5, 800, 900), "", 5, 0},
	} {
		t.Run(name, func(t *testing.T) {
			list := insight.Of(newMap(t, c.account), accountmap.Date{}).Touches(insight.TouchOptions{})
			assert.Equal(t, c.want, list[0].Trend())
			assert.Equal(t, c.days, list[0].Days)
			assert.Equal(t, c.every, list[0].Every)
		})
	}
	a := talked()
	a.Cadences = []accountmap.Cadence{weekly}
	got := insight.Of(newMap(t, a), accountmap.Date{}).Touches(insight.TouchOptions{})[0]
	assert.Equal(t, 0, got.Days, "a regular talk counts as held")
	a.Communications = []accountmap.Communication{{Date: today, Subject: "x", Internal: true, Contacts: []accountmap.ContactID{"ana"}}}
	a.Cadences = nil
	assert.Equal(t, accountmap.ReasonNeverTalked, insight.Of(newMap(t, a), accountmap.Date{}).Touches(insight.TouchOptions{})[0].Trend(), "a note among us is no talk")
}

func TestHearsay(t *testing.T) {
	for name, c := range map[string]struct {
		evidence accountmap.Evidence
		want     bool
	}{
		"none":                      {accountmap.Evidence{}, false},
		"young hearsay":             {accountmap.Evidence{Date: today.AddDays(-90)}, false},
		"old hearsay":               {accountmap.Evidence{Date: today.AddDays(-91)}, true},
		"confirmed":                 {accountmap.Evidence{Date: today.AddDays(-365), Confirmed: true}, false},
		"confirmed before the year": {accountmap.Evidence{Date: today.AddDays(-366), Confirmed: true}, true},
	} {
		a := talked(1)
		a.Contacts[0].Evidence = c.evidence
		got := insight.Of(newMap(t, a), accountmap.Date{}).Touches(insight.TouchOptions{})[0]
		assert.Equal(t, c.want, len(got.Factors) == 1 && got.Factors[0].Reason == accountmap.ReasonUnconfirmed, name)
	}
}
