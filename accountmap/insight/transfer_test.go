package insight_test

import (
	"fmt"
	"log"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
)

// This example lists the items that Lea leaves behind, and whether they are due after she has left.
func ExampleSituation_Transfers() {
	m, err := accountmap.New(&accountmap.Account{
		Profile:     accountmap.Profile{Name: "Acme", AsOf: accountmap.Day(2026, 11, 1)},
		Contacts:    []accountmap.Contact{{ID: "ana", Name: "Ana", Owner: "lea"}},
		Commitments: []accountmap.Commitment{{Text: "Prices of 2025", By: "lea", To: "ana", Due: accountmap.Day(2026, 12, 31)}},
		Team:        []accountmap.Member{{ID: "lea", Name: "Lea"}, {ID: "jan", Name: "Jan"}},
		Handoff:     accountmap.Handoff{From: "lea", To: "jan", End: accountmap.Day(2026, 12, 15)},
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range insight.Of(m, accountmap.Date{}).Transfers(insight.TransferOptions{}) {
		for _, i := range t.Items {
			fmt.Println(terms.English().TransferKind(i.Kind), i.Contact, "to", i.To, i.AfterLast)
		}
	}
	// Output:
	// Person ana to jan false
	// Promise ana to jan true
}

// leaving returns the holding, which Lea leaves on 15 December.
func leaving() *accountmap.Account {
	a := holding()
	a.Handoff = accountmap.Handoff{From: "lea", To: "jan", End: today.AddDays(44)}
	a.Commitments = []accountmap.Commitment{
		{Text: "late", By: "lea", To: "boss", Due: today.AddDays(-5), Verbal: true},
		{Text: "after", By: "lea", To: "clerk", Due: today.AddDays(60)},
		{Text: "undated", By: "lea"},
		{Text: "kept", By: "lea", Status: accountmap.CommitmentKept},
		{Text: "another's", By: "jan"},
	}
	a.Cases = []accountmap.Case{{ID: "C-1", Kind: accountmap.CaseDispute, Opened: today, Owner: "lea", Severity: accountmap.SeverityHigh, Summary: "bill"},
		{ID: "C-2", Kind: accountmap.CaseComplaint, Opened: today, Closed: today, Owner: "lea", Summary: "closed"}}
	a.Risks = []accountmap.Risk{{Text: "risk", Owner: "lea"}, {Text: "past", Owner: "lea", State: accountmap.RiskClosed}}
	a.Milestones = []accountmap.Milestone{{ID: "go", Title: "go", Owner: "lea", Due: today.AddDays(44)}, {ID: "done", Title: "done", Owner: "lea", Status: accountmap.MilestoneDone}}
	a.Cadences = []accountmap.Cadence{{Title: "weekly", Every: "FREQ=WEEKLY", From: today.AddDays(-3), Members: []accountmap.MemberID{"lea"}, Contacts: []accountmap.ContactID{"clerk"}},
		{Title: "over", Every: "FREQ=WEEKLY;COUNT=1", From: today.AddDays(-3), Members: []accountmap.MemberID{"lea"}, Contacts: []accountmap.ContactID{"clerk"}}}
	a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "group", Product: "core", Status: accountmap.CoverageSold, Value: euros(900_00), Renewal: today.AddDays(50)},
		accountmap.Cell{Unit: "group", Product: "hub", Status: accountmap.CoverageOpportunity, Potential: euros(700_00)})
	return a
}

// items lists the items of a transfer: each kind with its name.
func items(list []insight.TransferItem) []string {
	var all []string
	for _, i := range list {
		name := i.Title
		if name == "" {
			name = strings.Trim(string(i.Contact)+" "+string(i.Product), " ")
		}
		all = append(all, string(i.Kind)+" "+name)
	}
	return all
}

func TestTransfer(t *testing.T) {
	list := insight.Of(newMap(t, leaving()), accountmap.Date{}).Transfers(insight.TransferOptions{})
	require.Len(t, list, 1)
	tr := list[0]
	assert.Equal(t, []string{"contact boss", "contact clerk", "promise late", "promise after", "promise undated", "case bill", "milestone go", "risk risk",
		"cadence weekly", "renewal boss core", "deal boss hub"}, items(tr.Items))
	assert.Equal(t, []string{"promise after", "renewal boss core"}, items(tr.After()), "on the last day is still in time")
	assert.Empty(t, tr.Orphans())
	assert.True(t, tr.Items[2].Late && tr.Items[2].Verbal)
	assert.Equal(t, accountmap.UnitID("group"), tr.Items[2].Unit, "a promise is made to somebody in a unit")
	assert.Equal(t, today.AddDays(4), tr.Items[8].Due, "the next talk")
	assert.Equal(t, euros(900_00), tr.Items[9].Worth)
}

func TestWhoLeaves(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*accountmap.Account)
		want   []accountmap.MemberID
		orphan bool
	}{
		"signed off":            {func(a *accountmap.Account) { a.Handoff.SignedOff = today }, nil, false},
		"no receiver":           {func(a *accountmap.Account) { a.Handoff.To = "" }, []accountmap.MemberID{"lea"}, true},
		"no handoff":            {func(a *accountmap.Account) { a.Handoff = accountmap.Handoff{} }, nil, false},
		"a last day within 90":  {func(a *accountmap.Account) { a.Handoff = accountmap.Handoff{}; a.Team[0].To = today.AddDays(90) }, []accountmap.MemberID{"lea"}, true},
		"a last day beyond":     {func(a *accountmap.Account) { a.Handoff = accountmap.Handoff{}; a.Team[0].To = today.AddDays(91) }, nil, false},
		"gone already":          {func(a *accountmap.Account) { a.Handoff = accountmap.Handoff{}; a.Team[0].To = today.AddDays(-400) }, []accountmap.MemberID{"lea"}, true},
		"two leave":             {func(a *accountmap.Account) { a.Team[1].To = today.AddDays(3) }, []accountmap.MemberID{"lea", "jan"}, false},
		"to whom it is already": {func(a *accountmap.Account) { a.Handoff.To = "lea" }, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			a := leaving()
			c.change(a)
			list := insight.Of(newMap(t, a), accountmap.Date{}).Transfers(insight.TransferOptions{})
			var who []accountmap.MemberID
			for _, tr := range list {
				who = append(who, tr.From)
			}
			assert.Equal(t, c.want, who)
			if len(list) > 0 {
				assert.Equal(t, c.orphan, len(list[0].Orphans()) > 0)
			}
		})
	}
}

// TestAColleagueTakesOver checks that colleagues take over shared items, even without a named
// receiver.
func TestAColleagueTakesOver(t *testing.T) {
	a := leaving()
	a.Handoff.To = ""
	a.Team[1].Units = append(a.Team[1].Units, "group")
	a.Cadences[0].Members = []accountmap.MemberID{"lea", "jan"}
	list := insight.Of(newMap(t, a), accountmap.Date{}).Transfers(insight.TransferOptions{})
	require.Len(t, list, 1)
	assert.NotContains(t, items(list[0].Orphans()), "renewal boss core")
	assert.NotContains(t, items(list[0].Orphans()), "cadence weekly")
	assert.Contains(t, items(list[0].Orphans()), "contact boss")
}

// TestOneColleagueHasRenewalsAndDealsOfAUnit checks that the deals of a unit pass to the same
// colleague as its renewals: to a member who already looks after the unit, before the receiver.
func TestOneColleagueHasRenewalsAndDealsOfAUnit(t *testing.T) {
	for name, m := range map[string]*accountmap.Map{"sample": sample(t), "shared": newMap(t, func() *accountmap.Account {
		a := leaving()
		a.Team[1].Units = append(a.Team[1].Units, "group")
		return a
	}())} {
		keepers := map[accountmap.UnitID]accountmap.MemberID{}
		deals := 0
		for _, i := range insight.Of(m, accountmap.Date{}).Transfers(insight.TransferOptions{})[0].Items {
			switch i.Kind {
			case insight.TransferRenewal:
				keepers[i.Unit] = i.To
			case insight.TransferDeal:
				deals++
				assert.Equal(t, keepers[i.Unit], i.To, "%s: %s", name, i.Product)
			}
		}
		assert.Positive(t, deals)
	}
	for _, i := range insight.Of(sample(t), accountmap.Date{}).Transfers(insight.TransferOptions{})[0].Items {
		if i.Kind == insight.TransferDeal {
			assert.Equal(t, accountmap.MemberID("diego-salas"), i.To, "he looks after Retail, and Arantxa does not")
		}
	}
}

// TestTransferOfTheSample lists the items that depend on Laura, whose last day is 15 December.
func TestTransferOfTheSample(t *testing.T) {
	list := insight.Of(sample(t), accountmap.Date{}).Transfers(insight.TransferOptions{})
	require.Len(t, list, 1)
	counts := map[insight.TransferKind]int{}
	for _, i := range list[0].Items {
		counts[i.Kind]++
	}
	assert.Equal(t, map[insight.TransferKind]int{insight.TransferContact: 6, insight.TransferPromise: 2, insight.TransferCase: 1, insight.TransferMilestone: 2,
		insight.TransferRisk: 1, insight.TransferFollowUp: 2, insight.TransferCadence: 1, insight.TransferRenewal: 3, insight.TransferDeal: 3}, counts)
	assert.Equal(t, []string{"promise Prices of 2025 for every unit that joins before the end of 2026", "cadence Annual review with the chief executive",
		"renewal ines-carvalho analytics", "renewal eleni-papadopoulou analytics"}, items(list[0].After()))
}

// TestDaysSinceALeaverLeft checks that the reason counts the days since the last day, and no days
// before it, whatever the day of the account.
func TestDaysSinceALeaverLeft(t *testing.T) {
	for day, want := range map[int]int{0: 0, 44: 0, 50: 6} {
		found := false
		for _, v := range insight.Of(newMap(t, leaving()), today.AddDays(day)).Moves(insight.MoveOptions{}) {
			for _, f := range v.Factors {
				if f.Reason == accountmap.ReasonLeaves {
					found = true
					assert.Equal(t, want, f.Days, v.Key)
				}
			}
		}
		assert.True(t, found, "on day %d", day)
	}
}
