// Package exporttest has the accounts for the tests of several packages.
package exporttest

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/stretchr/testify/require"
)

// Sample returns a small account with one entry of every kind, and every status:
//
//	           Platform          Field            -
//	           Core     Hub      App      Radio   Care
//	Head       sold     blocked  -        -       not relevant
//	 North     (holds Mill and Depot)
//	  Mill     sold     opport.  sold     gap     lapsed
//	  Depot    proposed compet.  in-house -       -
//	Trust      -        -        -        -       -
func Sample() *accountmap.Account {
	return &accountmap.Account{
		Profile: accountmap.Profile{ID: "acme", Name: "Acme", Industry: "Paper", Segment: "Enterprise", Tier: "Key", Currency: "EUR",
			AsOf: Day(2026, 11, 1), Notes: "Won in 2024."},
		Units: []accountmap.Unit{
			{ID: "head", Name: "Head office", Kind: accountmap.UnitGroup, Country: "Spain", City: "Madrid", Address: "Calle 1"},
			{ID: "north", Name: "North", Kind: accountmap.UnitDivision, Parent: "head", Region: "Baltic"},
			{ID: "mill", Name: "Mill", Parent: "north", Country: "Poland", City: "Gdańsk"},
			{ID: "depot", Name: "Depot", Parent: "north"},
			{ID: "trust", Name: "Trust", Kind: accountmap.UnitRelated},
		},
		Products: []accountmap.Product{
			{ID: "core", Name: "Core", Line: "Platform"}, {ID: "app", Name: "App", Line: "Field"}, {ID: "care", Name: "Care"},
			{ID: "hub", Name: "Hub", Line: "Platform"}, {ID: "radio", Name: "Radio", Line: "Field"},
		},
		Contacts: []accountmap.Contact{
			{ID: "boss", Name: "Boss Ana", Title: "Director", Unit: "head", Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleCoach},
				Stance: accountmap.StanceChampion, Power: 5, ContactLevel: accountmap.ContactLevelBrief, Owner: "hunter", Email: "boss@acme.example",
				Phone: "+34 1", Language: "es", Notes: "One page.", Evidence: accountmap.Evidence{Source: "Said so", Date: Day(2026, 3, 1), Confirmed: true}},
			{ID: "clerk", Name: "Clerk Ben", Unit: "head", AssistantTo: "boss", Power: 1, ContactLevel: accountmap.ContactLevelInDepth},
			{ID: "chief", Name: "Chief Eva", Unit: "mill", ReportsTo: "boss", Stance: accountmap.StanceNeutral, Power: 4},
			{ID: "stop", Name: "Stop Carl", Unit: "mill", Stance: accountmap.StanceBlocker, Power: 3, External: true},
			{ID: "fan", Name: "Fan Dora", Unit: "mill", Stance: accountmap.StanceSupporter, ContactLevel: accountmap.ContactLevelMultiple},
			{ID: "gone", Name: "Gone Emil", Unit: "mill", Stance: accountmap.StanceChampion, Power: 5, Left: Day(2026, 3, 31)},
			{ID: "legal", Title: "Legal counsel", Unit: "depot", Placeholder: true},
			{ID: "stray", Name: "Stray Finn", Stance: accountmap.StanceSceptic},
		},
		Coverage: []accountmap.Cell{
			{Unit: "head", Product: "core", Status: accountmap.CoverageSold, Renewal: Day(2027, 1, 1)},
			{Unit: "head", Product: "hub", Status: accountmap.CoverageBlocked, Reason: "Frozen budget"},
			{Unit: "head", Product: "care", Status: accountmap.CoverageNotRelevant, Reason: "Nothing to care for"},
			{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Renewal: Day(2026, 10, 1)},
			{Unit: "mill", Product: "hub", Status: accountmap.CoverageOpportunity, Kind: accountmap.SaleCrossSell, Potential: accountmap.Money{Minor: 500000}},
			{Unit: "mill", Product: "app", Status: accountmap.CoverageSold},
			{Unit: "mill", Product: "radio", Status: accountmap.CoverageGap},
			{Unit: "mill", Product: "care", Status: accountmap.CoverageLapsed},
			{Unit: "depot", Product: "core", Status: accountmap.CoverageProposed},
			{Unit: "depot", Product: "hub", Status: accountmap.CoverageCompetitor, Competitor: "rival"},
			{Unit: "depot", Product: "app", Status: accountmap.CoverageInHouse},
		},
		Orders: []accountmap.Order{
			{Unit: "mill", Product: "core", Date: Day(2026, 2, 1), Quantity: 3, Amount: accountmap.Money{Minor: 1500000}},
			{Unit: "mill", Product: "core", Date: Day(2025, 3, 1), Quantity: 2, Amount: accountmap.Money{Minor: 1000000}},
			{Unit: "mill", Product: "core", Date: Day(2026, 5, 1), Quantity: 9, Amount: accountmap.Money{Minor: 9000000}, Status: accountmap.OrderCancelled},
			{Unit: "mill", Product: "care", Date: Day(2024, 6, 1), Quantity: 1, Amount: accountmap.Money{Minor: 70000, Currency: "JPY"}},
		},
		Endorsements: []accountmap.Endorsement{
			{Kind: accountmap.EndorsementReferral, Contact: "boss", Asked: Day(2026, 1, 10), Given: Day(2026, 1, 20), ToUnit: "mill", ToContact: "chief"},
			{Kind: accountmap.EndorsementReferral, Contact: "boss", Asked: Day(2026, 5, 1)},
			{Kind: accountmap.EndorsementTestimonial, Contact: "fan", Asked: Day(2026, 2, 2), Declined: Day(2026, 2, 9), Product: "core", Text: "Not yet."},
		},
		Exposures: []accountmap.Exposure{{Contact: "chief", Product: "hub", Date: Day(2026, 1, 1), Kind: accountmap.ExposureDemo, By: "hunter",
			Reaction: accountmap.ReactionInterested}},
		Communications: []accountmap.Communication{
			{Date: Day(2026, 1, 1), Channel: accountmap.ChannelMeeting, Contacts: []accountmap.ContactID{"boss", "chief"},
				Members: []accountmap.MemberID{"hunter"}, Subject: "First talk", Summary: "Friendly.", FollowUp: Day(2026, 12, 1)},
			{Date: Day(2026, 6, 1), Members: []accountmap.MemberID{"hunter", "farmer"}, Internal: true, Subject: "Among us"},
		},
		Goals: []accountmap.Goal{
			{ID: "errors", Title: "Halve errors", Unit: "mill", Owner: "chief", Priority: 2, State: accountmap.GoalAtRisk, Evidence: "Plant review"},
			{ID: "later", Title: "Someday", Kind: accountmap.GoalKindInitiative},
			{ID: "save", Title: "Save 5 %", Priority: 1, Due: Day(2027, 12, 31)},
		},
		Team: []accountmap.Member{
			{ID: "hunter", Name: "Laura Méndez", Role: "New business", Email: "laura@seller.example", Units: []accountmap.UnitID{"head"},
				To: Day(2026, 10, 1), Reach: []accountmap.Reach{{Contact: "boss", Now: accountmap.ReachVendor, Wanted: accountmap.ReachTrustedAdviser}}},
			{ID: "farmer", Name: "Diego Salas", Role: "Account manager"},
		},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival & Sons", Strengths: []string{"price"}, Threats: []string{"bundles"}}},
		Handoff: accountmap.Handoff{From: "hunter", To: "farmer", Start: Day(2026, 10, 1), End: Day(2026, 12, 15), Introduction: Day(2026, 10, 20),
			Checklist: []accountmap.ChecklistItem{{Text: "Introduce Diego", Done: true}, {Text: "Pass the contracts on"}}},
	}
}

func Day(year int, month time.Month, d int) accountmap.Date {
	return accountmap.Date{Year: year, Month: month, Day: d}
}

func NewMap(t testing.TB, a *accountmap.Account) *accountmap.Map {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}

// Large returns an account with the given numbers of units and products. Units are in groups of
// ten, products in lines of ten, and each unit has one contact.
func Large(units, products int) *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{ID: "big", Name: "Big", Currency: "EUR", AsOf: Day(2026, 11, 1)}}
	for i := range products {
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprint("p", i)), Name: fmt.Sprint("Product ", i),
			Line: fmt.Sprint("Line ", i/10)})
	}
	for i := range units {
		group := accountmap.UnitID(fmt.Sprint("g", i/10))
		if i%10 == 0 {
			a.Units = append(a.Units, accountmap.Unit{ID: group, Name: fmt.Sprint("Division ", i/10), Country: "Spain"})
		}
		id := accountmap.UnitID(fmt.Sprint("u", i))
		a.Units = append(a.Units, accountmap.Unit{ID: id, Name: fmt.Sprint("Unit ", i), Parent: group, City: "Madrid"})
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(id), Name: fmt.Sprint("Person ", i), Unit: id, Email: "a@b.example"})
		statuses := append(accountmap.CoverageStatuses(), accountmap.CoverageUnassessed)
		for j, p := range a.Products {
			if s := statuses[(i*7+j*3)%len(statuses)]; s != accountmap.CoverageUnassessed {
				a.Coverage = append(a.Coverage, accountmap.Cell{Unit: id, Product: p.ID, Status: s, Reason: "so it is"})
			}
		}
	}
	return a
}

// Each replaces every free text of the account by the result of change, except ids, references and
// enumeration values.
func Each(a *accountmap.Account, change func(string) string) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[string]():
			v.SetString(change(v.String()))
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[accountmap.Date]() && v.Type() != reflect.TypeFor[accountmap.Money]():
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(a).Elem())
}

// Whole returns the sample with the other content of the pack.
func Whole() *accountmap.Account {
	a := Sample()
	a.Contracts = []accountmap.Contract{{ID: "FW-1", Units: []accountmap.UnitID{"mill"}, Start: Day(2025, 1, 1), End: Day(2027, 12, 31),
		Value: accountmap.Money{Minor: 4000000}, Note: "Frame"}}
	a.Terms = []accountmap.Term{{Kind: accountmap.TermDiscount, Contract: "FW-1", Percent: 12.5, Text: "Volume", Authority: "Head of sales to 15"}}
	a.KPIs = []accountmap.KPI{{Goal: "errors", Name: "Errors", Measure: "per thousand", Baseline: 10, Target: 5, By: Day(2027, 6, 30), Source: "Their ERP",
		Readings: []accountmap.Reading{{Date: Day(2026, 9, 1), Value: 8}}}}
	a.Commitments = []accountmap.Commitment{
		{Text: "Done long ago", Status: accountmap.CommitmentKept, Due: Day(2026, 1, 1)},
		{Text: "Interface for free", By: "hunter", To: "chief", Due: Day(2026, 10, 15), Verbal: true},
	}
	a.Objections = []accountmap.Objection{{Text: "Too dear", RaisedBy: "chief", Answer: "One plant first", Status: accountmap.ObjectionAnswered},
		{Text: "No time", RaisedBy: "boss"}}
	a.Risks = []accountmap.Risk{{Text: "Closed", State: accountmap.RiskClosed, Severity: accountmap.SeverityCritical},
		{Text: "Boss retires", Severity: accountmap.SeverityHigh, Owner: "farmer", Mitigation: "Meet the next"}}
	a.Cases = []accountmap.Case{
		{ID: "1", Kind: accountmap.CaseComplaint, Opened: Day(2026, 2, 1), Closed: Day(2026, 2, 9), Unit: "mill", Summary: "Wrong box"},
		{ID: "2", Kind: accountmap.CaseDispute, Opened: Day(2026, 10, 20), Product: "core", Summary: "Invoice", Severity: accountmap.SeverityMedium, Owner: "farmer"},
	}
	a.Surveys = []accountmap.Survey{{Date: Day(2026, 9, 1), Contact: "boss", Kind: accountmap.SurveyNPS, Score: 9, Comment: "Good", WouldImprove: "Invoices"},
		{Date: Day(2026, 9, 2), Kind: accountmap.SurveyCSAT, Score: 3}}
	a.Milestones = []accountmap.Milestone{
		{ID: "live", Title: "Go live", Phase: accountmap.PhaseOnboarding, Due: Day(2026, 10, 1), Owner: "farmer", After: []accountmap.MilestoneID{"plan"}},
		{ID: "plan", Title: "Plan", Phase: accountmap.PhaseOnboarding, Due: Day(2026, 9, 1), Status: accountmap.MilestoneDone},
	}
	a.Cadences = []accountmap.Cadence{{Title: "Review", Channel: accountmap.ChannelMeeting, Every: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", From: Day(2026, 8, 4),
		Contacts: []accountmap.ContactID{"boss"}, Members: []accountmap.MemberID{"farmer"}}}
	return a
}

// Hostile returns texts with the syntax of other formats. It has no control characters and no
// invalid UTF-8, which accountmap rejects.
func Hostile() []string {
	return []string{
		`</svg><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' " & < > ]]> &amp; \N \n`, `=cmd|' /C calc'!A0`, "+1+1", "@SUM(1)", "-1",
		`_x0041_`, "line\none", "tab\there", "שלום עולם", "👩‍👩‍👧‍👦 🇬🇷", "javascript:alert(1)", "{0} {1}", "%s%d", strings.Repeat("long ", 1000), strings.Repeat("x", 5000),
		strings.Repeat("word ", 6400), "   ", "\u202Eright to left", "a@b.example?cc=c", "*", "?", "Sold",
	}
}

// AtOnce calls f from n goroutines and waits for all of them.
func AtOnce(n int, f func()) {
	var all sync.WaitGroup
	for range n {
		all.Go(f)
	}
	all.Wait()
}
