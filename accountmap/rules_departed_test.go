package accountmap_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// departures returns an account in which a contact and a member of our team have left, and many
// entries still depend on both.
func departures() *accountmap.Account {
	day := accountmap.Day(2026, 11, 20)
	return &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Moles", AsOf: accountmap.Day(2026, 12, 1)},
		Units:    []accountmap.Unit{{ID: "hq", Name: "Head office"}},
		Products: []accountmap.Product{{ID: "tea", Name: "Tea"}},
		Contacts: []accountmap.Contact{
			{ID: "jorg", Name: "Jörg Müller", Unit: "hq", Left: day}, {ID: "ana", Name: "Ana Ruiz", Unit: "hq", ReportsTo: "jorg", Owner: "tom"},
			{ID: "eva", Name: "Eva Gil", Unit: "hq", ReportsTo: "jorg"}, {ID: "luis", Name: "Luis Paz", Unit: "hq", ReportsTo: "jorg", Owner: "tom"},
			{ID: "kim", Name: "Kim Orr", Unit: "hq", ReportsTo: "jorg"}, {ID: "pa", Name: "Pia Ash", Unit: "hq", AssistantTo: "jorg"},
			{ID: "old", Name: "Old Hand", Unit: "hq", ReportsTo: "jorg", Left: accountmap.Day(2025, 1, 1)},
		},
		Goals: []accountmap.Goal{{ID: "g", Title: "Cut idle time", Owner: "jorg"}, {ID: "done", Title: "Done", Owner: "jorg", State: accountmap.GoalAchieved}},
		Milestones: []accountmap.Milestone{{ID: "m", Title: "Pilot", Contact: "jorg", Owner: "tom"},
			{ID: "past", Title: "Past", Contact: "jorg", Owner: "tom", Status: accountmap.MilestoneDone}},
		Cadences: []accountmap.Cadence{{Title: "Half-year review", Every: "FREQ=YEARLY", From: accountmap.Day(2026, 1, 1),
			Contacts: []accountmap.ContactID{"jorg"}, Members: []accountmap.MemberID{"tom"}}},
		Team: []accountmap.Member{{ID: "tom", Name: "Tom Aske", To: accountmap.Day(2027, 1, 31)},
			{ID: "eve", Name: "Eve Lund", Reach: []accountmap.Reach{{Contact: "jorg", Now: accountmap.ReachVendor, Wanted: accountmap.ReachTrustedAdviser}}}},
		Commitments: []accountmap.Commitment{{Text: "A price", By: "tom", To: "jorg"}, {Text: "Kept", By: "tom", To: "jorg", Status: accountmap.CommitmentKept}},
		Risks:       []accountmap.Risk{{Text: "Late payer", Owner: "tom"}},
	}
}

func TestWhatHangsOnPeopleWhoLeft(t *testing.T) {
	a := departures()
	problems := accountmap.Validate(a)
	require.Len(t, problems, 2, problems.Report())
	assert.Equal(t, `contacts[0].left: warning departed: "Jörg Müller" left on 2026-11-20, but 10 entries still name this person: 4 × direct report ("Ana Ruiz", "Eva Gil", "Luis Paz", …); `+
		`1 × assistant ("Pia Ash"); 1 × regular talk ("Half-year review"); 1 × goal ("Cut idle time"); 1 × milestone ("Pilot"); `+
		`1 × relationship to build ("Eve Lund"); 1 × promise to this person ("A price") (name a successor in each, or delete the name)`, problems[0].Error())
	assert.Equal(t, `team[0].to: warning departed: "Tom Aske" leaves on 2027-01-31, but 6 entries still name this person: 2 × contact ("Ana Ruiz", "Luis Paz"); `+
		`1 × regular talk ("Half-year review"); 1 × milestone ("Pilot"); 1 × promise by this person ("A price"); 1 × risk ("Late payer") `+
		`(name in each the colleague who takes over)`, problems[1].Error())

	a.Handoff = accountmap.Handoff{From: "tom", To: "eve"}
	require.Len(t, accountmap.Validate(a), 1, "who hands the account over is leaving by the handoff")
	a.Team[0].To = accountmap.Day(2026, 11, 30)
	assert.Len(t, accountmap.Validate(a), 2, "until the last day has passed")
	a.Contacts[0].Left, a.Team[0].To = accountmap.Date{}, accountmap.Date{}
	assert.Empty(t, accountmap.Validate(a))
}

func TestManyWhoLeftAreFewLines(t *testing.T) {
	a := departures()
	for i := range 1000 {
		id := accountmap.ContactID(fmt.Sprint("gone", i))
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: id, Name: "Gone " + fmt.Sprint(i), Left: accountmap.Day(2026, 1, 1)},
			accountmap.Contact{ID: id + "x", Name: "Report " + fmt.Sprint(i), ReportsTo: id})
	}
	problems := accountmap.Validate(a)
	require.Len(t, problems, 21)
	assert.Contains(t, problems.Report(), `contacts: warning departed: entries still name more people who have left or are leaving (982): "Gone 19", "Gone 20", "Gone 21", …`)
}

func TestDaysAfterTheAccountAreReportedOnce(t *testing.T) {
	a := departures()
	a.Contacts[0].Left, a.Team[0].To = accountmap.Date{}, accountmap.Date{}
	for i := range 4 {
		a.Orders = append(a.Orders, accountmap.Order{Unit: "hq", Product: "tea", Date: accountmap.Day(2026, 12, 2+i)})
	}
	a.Communications = []accountmap.Communication{{Date: accountmap.Day(2026, 12, 24)}, {Date: accountmap.Day(2026, 12, 1), FollowUp: accountmap.Day(2027, 1, 1)}}
	problems := accountmap.Validate(a)
	require.Len(t, problems, 1, problems.Report())
	assert.Equal(t, `account.asOf: warning after-as-of: 5 entries are dated after the day of the account, 2026-12-01: orders[0], orders[1], orders[2], …; see orders[0] `+
		`(write asOf: 2026-12-24, the latest of these days, or correct them)`, problems[0].Error())
	a.AsOf = accountmap.Day(2026, 12, 24)
	assert.Empty(t, accountmap.Validate(a))
	a.AsOf = accountmap.Date{}
	assert.Empty(t, accountmap.Validate(a))
}

func TestOnePersonUnderTwoIDs(t *testing.T) {
	twice := func(change func(a, b *accountmap.Contact)) string {
		a := departures()
		a.Contacts, a.Team = []accountmap.Contact{{ID: "carmen", Name: "Carmen Ruiz", Unit: "hq"}, {ID: "cruiz", Name: "carmen  RUIZ", Unit: "hq"}}, nil
		a.Goals, a.Milestones, a.Cadences, a.Commitments, a.Risks = nil, nil, nil, nil, nil
		change(&a.Contacts[0], &a.Contacts[1])
		return accountmap.Validate(a).Report()
	}
	assert.Equal(t, `contacts[1].name: warning same-name: "carmen  RUIZ" is already in this unit, with the id "carmen"; see contacts[0] (if they are one person, keep one of the two; `+
		`if not, make the names differ)`, strings.TrimSpace(twice(func(a, b *accountmap.Contact) {})))
	assert.Empty(t, twice(func(a, b *accountmap.Contact) { a.Title, b.Title = "Clerk", "Judge" }))
	assert.NotEmpty(t, twice(func(a, b *accountmap.Contact) {
		a.Title, b.Title, a.Email, b.Email = "Clerk", "Judge", "C@m.example", "c@m.example"
	}))
	assert.Empty(t, twice(func(a, b *accountmap.Contact) { b.Unit = "" }), "in another unit")
	assert.Empty(t, twice(func(a, b *accountmap.Contact) { b.Left = accountmap.Day(2026, 1, 1) }))
}

// TestReferencesFindWhatIsMeant checks the hint for a reference that is not an id.
func TestReferencesFindWhatIsMeant(t *testing.T) {
	for written, want := range map[string]string{
		"Ana Ruiz": `write its id, "ana"`, "ana ruiz": `write its id, "ana"`, "Ruiz": `did you mean "ana", Ana Ruiz?`, "Luis": `did you mean "luis", Luis Paz?`,
		"tom": `write the id of a contact: "tom" is the id of a member of the team`, "anna": `did you mean "ana"?`, "Ana Ruis": `did you mean "ana", Ana Ruiz?`, "Zoë": `add it to "contacts", or correct the id`,
	} {
		a := departures()
		a.Contacts[0].Left, a.Team[0].To = accountmap.Date{}, accountmap.Date{}
		a.Goals[0].Owner = accountmap.ContactID(written)
		problems := accountmap.Validate(a)
		require.Len(t, problems, 1, problems.Report())
		assert.Equal(t, want, problems[0].Hint, written)
	}
}

// TestMessagesGiveNames expects the names of entries in messages, and no ids, which a workbook
// hides.
func TestMessagesGiveNames(t *testing.T) {
	day := accountmap.Day(2026, 1, 1)
	a := &accountmap.Account{
		Profile:  accountmap.Profile{Name: "Moles", AsOf: accountmap.Day(2026, 12, 1)},
		Units:    []accountmap.Unit{{ID: "u1", Name: "Group"}, {ID: "u2", Name: "Retail", Parent: "u1"}, {ID: "u3", Name: "Trade", Parent: "u1"}, {ID: "u4", Name: "Loop", Parent: "u4"}},
		Products: []accountmap.Product{{ID: "p1", Name: "Tea"}},
		Contacts: []accountmap.Contact{
			{ID: "c1", Name: "Ana Ruiz", Unit: "u1"}, {ID: "c2", Name: "Eva Gil", Unit: "u2", ReportsTo: "c1"},
			{ID: "c3", Name: "Kim Orr", Unit: "u3", ReportsTo: "c2"}, {ID: "c4", Name: "Luis Paz", Unit: "u3", ReportsTo: "c2"}, {ID: "c5", Name: "Pia Ash", ReportsTo: "c5"},
		},
		Relationships: []accountmap.Relationship{{From: "c1", To: "c1", Kind: accountmap.RelationshipInformal}},
		Coverage:      []accountmap.Cell{{Unit: "u2", Product: "p1", Status: accountmap.CoverageGap}, {Unit: "u2", Product: "p1", Status: accountmap.CoverageGap}},
		Milestones:    []accountmap.Milestone{{ID: "m1", Title: "Pilot", After: []accountmap.MilestoneID{"m1"}}},
		Endorsements: []accountmap.Endorsement{
			{Kind: accountmap.EndorsementTestimonial, Contact: "c1", Asked: day, Given: day, Expires: accountmap.Day(2026, 2, 1)},
			{Kind: accountmap.EndorsementReferral, Contact: "c2", Asked: day, Given: day}, {Kind: accountmap.EndorsementReferral, Contact: "c2", Given: day},
		},
	}
	printed := accountmap.Validate(a).Report()
	for _, want := range []string{
		`the manager "Eva Gil" works in "Retail", in a different part of the client from "Trade"; likewise 1 more: "Luis Paz"`,
		`the contact "Ana Ruiz" is in a relationship with itself`, `unit "Retail" and product "Tea" already have an entry`, "Loop → Loop", "Pia Ash → Pia Ash", "Pilot → Pilot",
		`the testimonial of "Ana Ruiz" expired`, `"Eva Gil" was asked for 1 of 2 referrals`,
	} {
		assert.Contains(t, printed, want)
	}
	assert.NotRegexp(t, `"[ucpm]\d"|[ucpm]\d →`, printed)
}
