package accountmap_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

// sample is a small account without problems, with one of everything. Its answers are worked out by hand in the tests:
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
			{ID: "clerk", Name: "Clerk", Unit: "hq", AssistantTo: "boss", ContactLevel: accountmap.LevelBrief, Power: 1},
			{ID: "boss", Name: "Boss", Unit: "hq", Roles: []accountmap.Role{accountmap.RoleDecisionMaker, accountmap.RoleCoach},
				Stance: accountmap.StanceChampion, Power: 5, ContactLevel: accountmap.LevelInDepth, Owner: "hunter"},
			{ID: "cfo", Name: "Cfo", Unit: "hq", ReportsTo: "boss", Stance: accountmap.StanceSceptic, Power: 4,
				ContactLevel: accountmap.LevelBrief},
			{ID: "adviser", Name: "Adviser", Unit: "hq", Stance: accountmap.StanceBlocker, Power: 5, External: true},
			{ID: "fitter", Name: "Fitter", Unit: "mill", ReportsTo: "head", Power: 3},
			{ID: "head", Name: "Head", Unit: "mill", ReportsTo: "boss", Stance: accountmap.StanceNeutral,
				ContactLevel: accountmap.LevelMultiple},
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
			{Unit: "mill", Product: "care", Status: accountmap.StatusLapsed},
			{Unit: "hq", Product: "core", Status: accountmap.StatusSold, Value: accountmap.Money{Minor: 100000}, Renewal: day(2027, 1, 1)},
			{Unit: "hq", Product: "hub", Status: accountmap.StatusNotRelevant, Reason: "No systems of its own"},
			{Unit: "mill", Product: "core", Status: accountmap.StatusSold, Kind: accountmap.SaleUpsell},
			{Unit: "mill", Product: "app", Status: accountmap.StatusSold},
			{Unit: "mill", Product: "hub", Status: accountmap.StatusOpportunity, Competitor: "rival"},
			{Unit: "depot", Product: "core", Status: accountmap.StatusProposed},
			{Unit: "depot", Product: "app", Status: accountmap.StatusBlocked, Reason: "Leased devices"},
			{Unit: "depot", Product: "care", Status: accountmap.StatusGap, Potential: accountmap.Money{Minor: 5, Currency: "JPY"}},
			{Unit: "shop", Product: "care", Status: accountmap.StatusLapsed},
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
		Goals: []accountmap.Goal{
			{ID: "save", Title: "Save 5 %", Priority: 1, Owner: "boss"},
			{ID: "errors", Title: "Halve errors", Unit: "mill", Owner: "head", State: accountmap.GoalOnTrack},
		},
		Team: []accountmap.Member{
			{ID: "hunter", Name: "Hunter", Units: []accountmap.UnitID{"hq", "mill"},
				Reach: []accountmap.Reach{{Contact: "boss", Now: accountmap.ReachVendor}}},
			{ID: "farmer", Name: "Farmer"},
		},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival", Strengths: []string{"price"}}},
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

// lines returns what tests compare of problems: "path code" of each.
func lines(problems accountmap.Problems) []string {
	list := []string{}
	for _, p := range problems {
		list = append(list, p.Path+" "+string(p.Code))
	}
	return list
}
