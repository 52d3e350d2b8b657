package accountmap_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// sample returns a small account without problems, with an entry in every list. Its answers are
// worked out by hand in the tests:
//
//	           Platform          Field     -
//	           core     hub      app       care
//	hq         sold     not-rel.
//	 north     (groups mill and depot)
//	  mill     sold     opport.  sold      lapsed
//	  depot    proposed          blocked   gap
//	trust
//	shop                                   lapsed
func sample() *accountmap.Account {
	return &accountmap.Account{
		Format:  1,
		Profile: accountmap.Profile{ID: "acme", Name: "Acme", Currency: "EUR", AsOf: day(2026, 11, 1)},
		Units: []accountmap.Unit{
			{ID: "hq", Name: "Head office", Kind: accountmap.UnitGroup, Country: "Spain", City: "Madrid"},
			{ID: "shop", Name: "Shop", Kind: accountmap.UnitCompany, Country: "Portugal"},
			{ID: "north", Name: "North", Kind: accountmap.UnitDivision, Parent: "hq"},
			{ID: "trust", Name: "Trust", Kind: accountmap.UnitRelated},
			{ID: "mill", Name: "Mill", Kind: accountmap.UnitSite, Parent: "north", Country: "Poland", City: "Gdańsk"},
			{ID: "depot", Name: "Depot", Parent: "north"},
		},
		Products: []accountmap.Product{
			{ID: "core", Name: "Core", Line: "Platform", Price: accountmap.Money{Minor: 48000}},
			{ID: "care", Name: "Care"},
			{ID: "app", Name: "App", Line: "Field"},
			{ID: "hub", Name: "Hub", Line: "Platform"},
		},
		Contacts: []accountmap.Contact{
			{ID: "clerk", Name: "Clerk", Unit: "hq", AssistantTo: "boss", ContactLevel: accountmap.ContactLevelBrief, Power: 1},
			{ID: "boss", Name: "Boss", Unit: "hq", Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleCoach},
				Stance: accountmap.StanceChampion, Power: 5, ContactLevel: accountmap.ContactLevelInDepth, Owner: "hunter"},
			{ID: "cfo", Name: "Cfo", Unit: "hq", ReportsTo: "boss", Stance: accountmap.StanceSceptic, Power: 4,
				ContactLevel: accountmap.ContactLevelBrief},
			{ID: "adviser", Name: "Adviser", Unit: "hq", Stance: accountmap.StanceBlocker, Power: 5, External: true},
			{ID: "fitter", Name: "Fitter", Unit: "mill", ReportsTo: "head", Power: 3},
			{ID: "head", Name: "Head", Unit: "mill", ReportsTo: "boss", Stance: accountmap.StanceNeutral,
				ContactLevel: accountmap.ContactLevelMultiple},
			{ID: "gone", Name: "Gone", Unit: "mill", Stance: accountmap.StanceChampion, Left: day(2026, 3, 31)},
			{ID: "legal", Title: "Legal counsel", Unit: "mill", Placeholder: true},
			{ID: "drifter", Name: "Drifter", Stance: accountmap.StanceSupporter},
		},
		Relationships: []accountmap.Relationship{
			{From: "adviser", To: "cfo", Kind: accountmap.RelationshipInfluence, Strength: 5},
			{From: "boss", To: "cfo", Kind: accountmap.RelationshipConflict},
			{From: "boss", To: "head", Kind: accountmap.RelationshipAlliance},
		},
		Coverage: []accountmap.Cell{
			{Unit: "mill", Product: "care", Status: accountmap.CoverageLapsed},
			{Unit: "hq", Product: "core", Status: accountmap.CoverageSold, Value: accountmap.Money{Minor: 100000}, Renewal: day(2027, 1, 1)},
			{Unit: "hq", Product: "hub", Status: accountmap.CoverageNotRelevant, Reason: "No systems of its own"},
			{Unit: "mill", Product: "core", Status: accountmap.CoverageSold, Kind: accountmap.SaleUpsell},
			{Unit: "mill", Product: "app", Status: accountmap.CoverageSold},
			{Unit: "mill", Product: "hub", Status: accountmap.CoverageOpportunity, Competitor: "rival"},
			{Unit: "depot", Product: "core", Status: accountmap.CoverageProposed},
			{Unit: "depot", Product: "app", Status: accountmap.CoverageBlocked, Reason: "Leased devices"},
			{Unit: "depot", Product: "care", Status: accountmap.CoverageGap, Potential: accountmap.Money{Minor: 5, Currency: "JPY"}},
			{Unit: "shop", Product: "care", Status: accountmap.CoverageLapsed},
		},
		Orders: []accountmap.Order{
			{ID: "o2", Unit: "mill", Product: "core", Date: day(2026, 2, 1), Quantity: 3,
				Amount: accountmap.Money{Minor: 15000, Currency: "USD"}},
			{ID: "o1", Unit: "mill", Product: "core", Date: day(2025, 3, 1), Quantity: 2, Amount: accountmap.Money{Minor: 10000}},
			{ID: "o3", Unit: "mill", Product: "core", Date: day(2026, 5, 1), Quantity: 9, Amount: accountmap.Money{Minor: 90000},
				Status: accountmap.OrderCancelled},
			{ID: "o1", Unit: "mill", Product: "care", Date: day(2024, 6, 1), Quantity: 1},
			{Unit: "trust", Product: "app", Date: day(2025, 1, 10), Quantity: 0.5, Status: accountmap.OrderDelivered},
			{Unit: "depot", Product: "hub", Date: day(2025, 1, 10), Status: accountmap.OrderCancelled},
		},
		Contracts: []accountmap.Contract{
			{ID: "frame", Start: day(2026, 1, 1), End: day(2028, 12, 31), Renewal: day(2028, 9, 30), Value: accountmap.Money{Minor: 900000}},
			{ID: "local", Units: []accountmap.UnitID{"mill", "depot"}, Products: []accountmap.ProductID{"app", "care"}, Note: "By the mill"},
		},
		Terms: []accountmap.Term{
			{Kind: accountmap.TermDiscount, Contract: "frame", Products: []accountmap.ProductID{"core"}, Percent: 12.5, Authority: "Sales director"},
			{Kind: accountmap.TermPrice, Contract: "local", Units: []accountmap.UnitID{"depot"}, Value: accountmap.Money{Minor: 7000}},
			{Kind: accountmap.TermReferralClause, Text: "Two referrals a year"},
		},
		Endorsements: []accountmap.Endorsement{
			{Kind: accountmap.EndorsementReferral, Contact: "fitter", Given: day(2026, 4, 1), ToContact: "legal"},
			{Kind: accountmap.EndorsementReferral, Contact: "head", Asked: day(2026, 3, 1)},
			{Kind: accountmap.EndorsementReferral, Contact: "boss", Asked: day(2026, 2, 1), Declined: day(2026, 2, 2)},
			{Kind: accountmap.EndorsementReferral, Contact: "head", Asked: day(2026, 1, 10), Given: day(2026, 1, 20), ToUnit: "depot"},
			{Kind: accountmap.EndorsementTestimonial, Contact: "boss", Asked: day(2026, 2, 2), Given: day(2026, 2, 3), Product: "core",
				Text: "It works."},
		},
		Exposures: []accountmap.Exposure{
			{Contact: "head", Product: "hub", Date: day(2026, 1, 1), Kind: accountmap.ExposureDemo, By: "hunter",
				Reaction: accountmap.ReactionInterested},
			{Contact: "boss", Product: "app", Date: day(2026, 1, 2)},
		},
		Communications: []accountmap.Communication{
			{Date: day(2026, 1, 1), Contacts: []accountmap.ContactID{"boss", "head"}, Members: []accountmap.MemberID{"hunter"}, Subject: "first"},
			{Date: day(2026, 6, 1), Contacts: []accountmap.ContactID{"fitter"}, Channel: accountmap.ChannelPhone, Subject: "second"},
			{Date: day(2026, 6, 1), Members: []accountmap.MemberID{"hunter", "farmer"}, Internal: true, Subject: "third"},
		},
		Cadences: []accountmap.Cadence{
			{Title: "Review", Channel: accountmap.ChannelMeeting, Every: "FREQ=MONTHLY;INTERVAL=3", From: day(2026, 1, 15),
				Members: []accountmap.MemberID{"hunter"}, Contacts: []accountmap.ContactID{"boss", "head"}},
			{Title: "Our own round", Every: "FREQ=WEEKLY;BYDAY=MO", From: day(2026, 1, 5), Members: []accountmap.MemberID{"hunter", "farmer"}},
		},
		Goals: []accountmap.Goal{
			{ID: "save", Title: "Save 5 %", Priority: 1, Owner: "boss"},
			{ID: "errors", Title: "Halve errors", Unit: "mill", Owner: "head", State: accountmap.GoalOnTrack},
		},
		KPIs: []accountmap.KPI{
			{Goal: "errors", Name: "Errors", Measure: "per 1,000 lines", Baseline: 9, Target: 4, By: day(2027, 3, 31), Source: "Their ERP",
				Readings: []accountmap.Reading{{Date: day(2026, 9, 1), Value: 6}, {Date: day(2026, 6, 1), Value: 7.5}}},
			{Name: "Accidents", Baseline: 3},
		},
		Milestones: []accountmap.Milestone{
			{ID: "kickoff", Title: "Kick-off", Phase: accountmap.PhaseOnboarding, Due: day(2026, 10, 15), Status: accountmap.MilestoneDone},
			{ID: "live", Title: "Live in the mill", Phase: accountmap.PhaseAdoption, Start: day(2026, 10, 16), Due: day(2026, 12, 1), Owner: "farmer",
				Contact: "head", Goal: "errors", Status: accountmap.MilestoneInProgress, After: []accountmap.MilestoneID{"kickoff"}},
			{ID: "report", Title: "First report", Contact: "boss", After: []accountmap.MilestoneID{"live", "kickoff"}},
		},
		Team: []accountmap.Member{
			{ID: "hunter", Name: "Hunter", Units: []accountmap.UnitID{"hq", "mill"},
				Reach: []accountmap.Reach{{Contact: "boss", Now: accountmap.ReachVendor}}},
			{ID: "farmer", Name: "Farmer"},
		},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival", Strengths: []string{"price"}}},
		Surveys: []accountmap.Survey{
			{Date: day(2026, 9, 1), Contact: "boss", Kind: accountmap.SurveyNPS, Score: 9},
			{Date: day(2026, 9, 2), Contact: "fitter", Product: "app", Kind: accountmap.SurveyCSAT, Score: 2, WouldImprove: "Fewer clicks"},
			{Date: day(2026, 9, 3), Kind: accountmap.SurveyNPS, Comment: "Never again"},
		},
		Cases: []accountmap.Case{
			{ID: "late", Kind: accountmap.CaseComplaint, Opened: day(2026, 8, 1), Unit: "mill", Contact: "fitter", Product: "app", Owner: "farmer",
				Severity: accountmap.SeverityHigh, Status: accountmap.CaseInProgress, Summary: "Devices came late"},
			{ID: "bill", Kind: accountmap.CaseDispute, Opened: day(2026, 5, 1), Closed: day(2026, 5, 20), Unit: "mill", Contact: "cfo",
				Status: accountmap.CaseResolved, Summary: "Paid twice"},
		},
		Commitments: []accountmap.Commitment{
			{Text: "A spare device", By: "hunter", To: "head", Due: day(2026, 11, 30), Status: accountmap.CommitmentOpen, Verbal: true},
			{Text: "A price for three years", By: "hunter", To: "boss"},
		},
		Objections: []accountmap.Objection{
			{Text: "Too dear", RaisedBy: "cfo", Answer: "Pays for itself in a year", Status: accountmap.ObjectionAnswered},
			{Text: "Two logins", RaisedBy: "fitter"},
		},
		Risks: []accountmap.Risk{
			{Text: "Boss retires", Severity: accountmap.SeverityCritical, Owner: "farmer", Mitigation: "Know the next", State: accountmap.RiskOpen},
		},
		Targets: []accountmap.Target{
			{Period: "2026", Sales: accountmap.Money{Minor: 2000000}},
			{Unit: "mill", Product: "core", Period: "2026-Q4", Sales: accountmap.Money{Minor: 500000}, Budget: accountmap.Money{Minor: 600000}},
		},
		Handoff: accountmap.Handoff{From: "hunter", To: "farmer", Start: day(2026, 10, 1),
			Checklist: []accountmap.ChecklistItem{{Text: "Introduce", Done: true}}},
	}
}

func day(year int, month time.Month, d int) accountmap.Date {
	return accountmap.Date{Year: year, Month: month, Day: d}
}

func newMap(t testing.TB, a *accountmap.Account) *accountmap.Map {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	return m
}

// lines returns "path code" of each problem.
func lines(problems accountmap.Problems) []string {
	list := []string{}
	for _, p := range problems {
		list = append(list, p.Path+" "+string(p.Code))
	}
	return list
}

// sampleWarnings are the warnings for the sample: a cell with orders in two currencies, and a
// referral given without a request.
var sampleWarnings = []string{"orders[1].amount mixed-currencies", "endorsements[0].given given-unasked"}

// newLines returns the lines of problems that the sample lacks.
func newLines(problems accountmap.Problems) []string {
	return slices.DeleteFunc(lines(problems), func(line string) bool { return slices.Contains(sampleWarnings, line) })
}
