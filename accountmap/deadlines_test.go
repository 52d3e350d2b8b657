package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
)

// late returns the network with one overdue entry of each kind, and a similar entry that is not
// overdue.
func late() *accountmap.Account {
	a := network()
	order := func(id accountmap.OrderID, due, delivered accountmap.Date, s accountmap.OrderStatus) accountmap.Order {
		return accountmap.Order{ID: id, Unit: "west", Product: "core", Date: day(2026, 6, 1), Due: due, Delivered: delivered, Status: s}
	}
	a.Orders = []accountmap.Order{
		order("late", day(2026, 10, 1), accountmap.Date{}, accountmap.OrderPartial), // 31 days
		order("today", day(2026, 11, 1), accountmap.Date{}, accountmap.OrderOpen),
		order("came", day(2026, 10, 1), day(2026, 10, 20), ""),
		order("done", day(2026, 10, 1), accountmap.Date{}, accountmap.OrderDelivered),
		order("off", day(2026, 10, 1), accountmap.Date{}, accountmap.OrderCancelled),
		order("", accountmap.Date{}, accountmap.Date{}, accountmap.OrderOpen),
	}
	a.Commitments = []accountmap.Commitment{
		{Text: "Train them", By: "hunter", To: "wim", Due: day(2026, 10, 2), Verbal: true}, // 30 days
		{Text: "Kept", Due: day(2026, 10, 2), Status: accountmap.CommitmentKept},
		{Text: "Some day"},
	}
	a.Cases = []accountmap.Case{
		{ID: "c1", Kind: accountmap.CaseComplaint, Opened: day(2026, 9, 26), Contact: "lara", Product: "core", Owner: "farmer",
			Severity: accountmap.SeverityCritical, Summary: "Broken"}, // 36 days, of which 7 were allowed
		{ID: "c2", Kind: accountmap.CaseDispute, Opened: day(2026, 10, 25), Unit: "west", Summary: "New"}, // 7
		{ID: "c3", Kind: accountmap.CaseDispute, Opened: day(2026, 1, 1), Closed: day(2026, 1, 2), Summary: "Over"},
	}
	a.Communications = []accountmap.Communication{
		{Date: day(2026, 9, 1), Contacts: []accountmap.ContactID{"emma", "eli"}, Members: []accountmap.MemberID{"farmer"}, Subject: "Offer",
			FollowUp: day(2026, 10, 4)}, // 28 days
		{Date: day(2026, 9, 1), Contacts: []accountmap.ContactID{"wim"}, Subject: "Followed", FollowUp: day(2026, 10, 4)},
		{Date: day(2026, 10, 3), Contacts: []accountmap.ContactID{"wanda", "wim"}, Subject: "Follows"},
		{Date: day(2026, 9, 2), Members: []accountmap.MemberID{"hunter"}, Internal: true, Subject: "Plan", FollowUp: day(2026, 10, 5)}, // 27 days
		{Date: day(2026, 11, 5), Contacts: []accountmap.ContactID{"emma"}, Subject: "To come"},
	}
	a.Goals = []accountmap.Goal{
		{ID: "save", Title: "Save", Unit: "west", Owner: "wim", Due: day(2026, 10, 6), State: accountmap.GoalAtRisk}, // 26 days
		{ID: "done", Title: "Done", Due: day(2026, 10, 6), State: accountmap.GoalAchieved},
	}
	a.Milestones = []accountmap.Milestone{
		{ID: "live", Title: "Go live", Contact: "lara", Owner: "farmer", Due: day(2026, 10, 7), Status: accountmap.MilestoneInProgress}, // 25 days
		{ID: "gone", Title: "Gone", Due: day(2026, 10, 7), Status: accountmap.MilestoneDropped},
	}
	a.Coverage[0].Renewal = day(2026, 10, 8)       // 24 days
	a.Coverage[2].Renewal = day(2026, 1, 1)        // not sold
	a.Coverage[4].Status = accountmap.CoverageSold // the depot buys, and was never asked
	a.Contracts = []accountmap.Contract{
		{ID: "frame", Renewal: day(2026, 10, 8), Units: []accountmap.UnitID{"west"}, Note: "Frame"},
		{ID: "old", Renewal: day(2025, 10, 8), End: day(2025, 12, 31)},
	}
	a.Surveys = []accountmap.Survey{
		{Date: day(2026, 4, 12), Contact: "left", Kind: accountmap.SurveyNPS, Score: 9}, // 203 days, of which 180 were allowed
		{Date: day(2026, 1, 12), Contact: "wim", Kind: accountmap.SurveyNPS, Score: 9},
		{Date: day(2026, 11, 12), Contact: "wim", Kind: accountmap.SurveyNPS, Score: 9},
	}
	return a
}

func overdue(m *accountmap.Map, asOf accountmap.Date, d accountmap.Deadlines) (got []string) {
	for _, o := range m.Overdue(asOf, d) {
		got = append(got, fmt.Sprintf("%d %s %s %q %s %s %s %s %v", o.Days, o.Kind, o.ID, o.Title, o.Unit, o.Product, o.Contact, o.Member, o.Reasons))
	}
	return got
}

func TestOverdue(t *testing.T) {
	m := newMap(t, late())
	assert.Equal(t, []string{
		`31 order late "" west core wanda hunter [past-due]`,
		`30 commitment  "Train them" west  wim hunter [past-due verbal]`,
		`29 case c1 "Broken" lab core lara farmer [too-long critical]`,
		`28 follow-up  "Offer" east  emma farmer [past-due]`,
		`27 follow-up  "Plan"    hunter [past-due]`,
		`26 goal save "Save" west  wim hunter [past-due]`,
		`25 milestone live "Go live" lab  lara farmer [past-due]`,
		`24 renewal frame "Frame" west  wanda hunter [past-due]`,
		`24 renewal  "" west core wanda hunter [past-due]`,
		`23 survey  "" west  wanda hunter [too-long]`,
		`0 survey  "" depot  wanda hunter [never-asked]`,
	}, overdue(m, accountmap.Date{}, accountmap.Deadlines{}))
	assert.Equal(t, day(2026, 10, 3), m.Overdue(accountmap.Date{}, accountmap.Deadlines{})[2].Due)
	assert.Equal(t, []string{`0 survey  "" depot  wanda hunter [never-asked]`}, overdue(m, day(2026, 8, 1), accountmap.Deadlines{}))

	tight := overdue(m, accountmap.Date{}, accountmap.Deadlines{SurveyEvery: 200, CaseWithin: 6})
	assert.Contains(t, tight, `1 case c2 "New" west  wanda hunter [too-long]`)
	assert.Contains(t, tight, `3 survey  "" west  wanda hunter [too-long]`)
}

// The client's copy has no surveys. This must not mean that no survey was sent.
func TestNoSurveyIsLateForTheClient(t *testing.T) {
	list := overdue(newMap(t, late()).Select(accountmap.Scope{Audience: accountmap.AudienceClient}), accountmap.Date{}, accountmap.Deadlines{})
	assert.Contains(t, list, `24 renewal  "" west core wanda hunter [past-due]`, "the client meets the person of our own list")
	for _, line := range list {
		assert.NotContains(t, line, "survey")
	}
}

func TestSurveysCountFromTheFirstOrder(t *testing.T) {
	a := late()
	a.Orders = append(a.Orders, accountmap.Order{Unit: "depot", Product: "care", Date: day(2026, 5, 4)})
	assert.Contains(t, overdue(newMap(t, a), accountmap.Date{}, accountmap.Deadlines{}), `1 survey  "" depot  wanda hunter [never-asked]`)
	a.Surveys = append(a.Surveys, accountmap.Survey{Date: day(2026, 10, 1), Kind: accountmap.SurveyCSAT, Score: 3})
	assert.Contains(t, overdue(newMap(t, a), accountmap.Date{}, accountmap.Deadlines{}), `1 survey  "" depot  wanda hunter [never-asked]`,
		"an answer without a name is of no unit")
}

func TestNothingIsLateOnAnUnknownDay(t *testing.T) {
	a := late()
	a.AsOf = accountmap.Date{}
	assert.Empty(t, newMap(t, a).Overdue(accountmap.Date{}, accountmap.Deadlines{}))
	assert.NotEmpty(t, newMap(t, a).Overdue(day(2026, 11, 1), accountmap.Deadlines{}))
}

func ExampleMap_Overdue() {
	a := orchard()
	a.Orders[0].Due = accountmap.Date{Year: 2026, Month: 3, Day: 1}
	a.Commitments = []accountmap.Commitment{{Text: "Send the manual", To: "jan", Due: accountmap.Date{Year: 2026, Month: 2, Day: 20}}}
	m, err := accountmap.New(a)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range m.Overdue(accountmap.Date{Year: 2026, Month: 3, Day: 11}, accountmap.Deadlines{}) {
		fmt.Println(o.Kind, o.Unit, o.Days, o.Reasons)
	}
	// Output:
	// commitment press 19 [past-due]
	// order press 10 [past-due]
}

func TestFollowUps(t *testing.T) {
	a := sample()
	a.Communications = []accountmap.Communication{
		{Date: day(2026, 10, 20), Contacts: []accountmap.ContactID{"head"}, Members: []accountmap.MemberID{"hunter"}, Subject: "talk"},
		{Date: day(2026, 9, 1), Contacts: []accountmap.ContactID{"boss", "head"}, FollowUp: day(2026, 9, 15), Subject: "answered by one of two"},
		{Date: day(2026, 9, 2), Contacts: []accountmap.ContactID{"boss"}, Members: []accountmap.MemberID{"hunter"}, FollowUp: day(2026, 10, 31), Subject: "forgotten"},
		{Date: day(2026, 9, 3), Contacts: []accountmap.ContactID{"head"}, FollowUp: day(2026, 11, 1), Subject: "due today"},
		{Date: day(2026, 9, 4), Members: []accountmap.MemberID{"hunter"}, FollowUp: day(2026, 9, 5), Subject: "among us"},
		{Date: day(2026, 10, 20), Members: []accountmap.MemberID{"hunter"}, FollowUp: day(2026, 10, 21), Subject: "the same day is not later"},
		{Date: day(2026, 12, 1), Contacts: []accountmap.ContactID{"boss"}, Subject: "to come"},
	}
	m := newMap(t, a)
	got := map[string]accountmap.FollowUp{}
	for c, state := range m.FollowUps(day(2026, 11, 1)) {
		got[c.Subject] = state
	}
	assert.Equal(t, map[string]accountmap.FollowUp{
		"talk": "", "to come": "", "answered by one of two": accountmap.FollowUpDone, "forgotten": accountmap.FollowUpOverdue,
		"due today": accountmap.FollowUpDue, "among us": accountmap.FollowUpDone, "the same day is not later": accountmap.FollowUpOverdue,
	}, got)

	for c, state := range m.FollowUps(accountmap.Date{}) {
		if !c.FollowUp.IsZero() {
			assert.Equal(t, accountmap.FollowUpDue, state, "nobody knows what day it is")
		}
	}
}

// TestDoneFollowUpsAreNotOverdueForTheClient checks a follow-up that was completed in a talk hidden
// from the client.
func TestDoneFollowUpsAreNotOverdueForTheClient(t *testing.T) {
	a := sample()
	a.AsOf = day(2026, 11, 1)
	boss := []accountmap.ContactID{"boss"}
	a.Communications = []accountmap.Communication{
		{Date: day(2026, 9, 1), Contacts: boss, FollowUp: day(2026, 9, 15), Subject: "answered"},
		{Date: day(2026, 10, 10), Contacts: boss, FollowUp: day(2026, 10, 20), Subject: "forgotten"},
		{Date: day(2026, 10, 12), Contacts: boss, FollowUp: day(2026, 11, 20), Subject: "due"},
		{Date: day(2026, 10, 14), Contacts: []accountmap.ContactID{"head"}, FollowUp: day(2026, 10, 20), Subject: "answered among us"},
		{Date: day(2026, 10, 24), Contacts: []accountmap.ContactID{"head"}, Internal: true, Subject: "withheld"},
	}
	states := func(m *accountmap.Map) map[string]accountmap.FollowUp {
		got := map[string]accountmap.FollowUp{}
		for c, state := range m.FollowUps(day(2026, 11, 1)) {
			got[c.Subject] = state
		}
		return got
	}
	m := newMap(t, a)
	assert.Equal(t, map[string]accountmap.FollowUp{"answered": accountmap.FollowUpDone, "forgotten": accountmap.FollowUpDone, "due": accountmap.FollowUpDue,
		"answered among us": accountmap.FollowUpDone, "withheld": ""}, states(m))
	assert.Equal(t, map[string]accountmap.FollowUp{"answered": accountmap.FollowUpDone, "forgotten": accountmap.FollowUpDone, "due": accountmap.FollowUpDue,
		"answered among us": ""}, states(m.Select(accountmap.Scope{Audience: accountmap.AudienceClient})))
}
