package accountmap_test

import (
	"github.com/accountatlas/accountatlas/accountmap"
)

// network returns a client with people and ties for the questions about them. The tests have the
// answers, computed by hand.
//
//	           core   app      care
//	group
//	 west      sold   sold
//	  depot                    blocked
//	 east             opport.
//	  lab      gap
func network() *accountmap.Account {
	roles := func(r ...accountmap.Role) []accountmap.Role { return r }
	return &accountmap.Account{
		Profile: accountmap.Profile{Name: "Network", Currency: "EUR", AsOf: day(2026, 11, 1)},
		Units: []accountmap.Unit{
			{ID: "group", Name: "Group"}, {ID: "west", Name: "West", Parent: "group"}, {ID: "east", Name: "East", Parent: "group"},
			{ID: "lab", Name: "Lab", Parent: "east"}, {ID: "depot", Name: "Depot", Parent: "west"},
		},
		Products: []accountmap.Product{{ID: "core", Name: "Core", Line: "A"}, {ID: "app", Name: "App", Line: "A"}, {ID: "care", Name: "Care"}},
		Contacts: []accountmap.Contact{
			{ID: "ceo", Name: "Ceo", Unit: "group", Roles: roles(accountmap.RoleDecisionMaker), Stance: accountmap.StanceNeutral, Power: 5,
				ContactLevel: accountmap.ContactLevelBrief, Owner: "hunter"},
			{ID: "cfo", Name: "Cfo", Unit: "group", Roles: roles(accountmap.RoleUser, accountmap.RoleBudgetHolder), ReportsTo: "ceo",
				Stance: accountmap.StanceSceptic, Power: 4, ContactLevel: accountmap.ContactLevelBrief},
			{ID: "wanda", Name: "Wanda", Unit: "west", ReportsTo: "ceo", Stance: accountmap.StanceChampion, Power: 4,
				ContactLevel: accountmap.ContactLevelInDepth, Owner: "hunter"},
			{ID: "wim", Name: "Wim", Unit: "west", ReportsTo: "wanda", Stance: accountmap.StanceSupporter, Power: 2,
				ContactLevel: accountmap.ContactLevelMultiple},
			{ID: "wes", Name: "Wes", Unit: "west", Stance: accountmap.StanceBlocker, Power: 3, ContactLevel: accountmap.ContactLevelInDepth},
			{ID: "emma", Name: "Emma", Unit: "east", ReportsTo: "ceo", Power: 3, Owner: "gone"},
			{ID: "eli", Name: "Eli", Unit: "east", ReportsTo: "emma", Stance: accountmap.StanceNeutral, Power: 2},
			{ID: "lara", Name: "Lara", Unit: "lab", ReportsTo: "emma", Roles: roles(accountmap.RoleTechnicalBuyer),
				Stance: accountmap.StanceSceptic, Power: 2},
			{ID: "legal", Title: "Legal counsel", Unit: "lab", ReportsTo: "lara", Roles: roles(accountmap.RoleLegal), Placeholder: true},
			{ID: "left", Name: "Left", Unit: "west", Stance: accountmap.StanceChampion, Power: 5, ContactLevel: accountmap.ContactLevelInDepth,
				Left: day(2026, 3, 1)},
			{ID: "guru", Name: "Guru", Unit: "west", Stance: accountmap.StanceSupporter, Power: 3, ContactLevel: accountmap.ContactLevelMultiple,
				External: true},
		},
		Relationships: []accountmap.Relationship{
			{From: "wim", To: "eli", Kind: accountmap.RelationshipInformal, Strength: 4},
			{From: "wanda", To: "cfo", Kind: accountmap.RelationshipInfluence, Strength: 5},
			{From: "wes", To: "emma", Kind: accountmap.RelationshipInfluence, Strength: 5},
			{From: "lara", To: "wanda", Kind: accountmap.RelationshipAlliance},
			{From: "wim", To: "lara", Kind: accountmap.RelationshipConflict, Strength: 5},
			{From: "left", To: "emma", Kind: accountmap.RelationshipAlliance, Strength: 5},
		},
		Coverage: []accountmap.Cell{
			{Unit: "west", Product: "core", Status: accountmap.CoverageSold},
			{Unit: "west", Product: "app", Status: accountmap.CoverageSold},
			{Unit: "east", Product: "app", Status: accountmap.CoverageOpportunity},
			{Unit: "lab", Product: "core", Status: accountmap.CoverageGap},
			{Unit: "depot", Product: "care", Status: accountmap.CoverageBlocked, Reason: "Leased"},
		},
		Endorsements: []accountmap.Endorsement{
			{Kind: accountmap.EndorsementTestimonial, Contact: "wim", Asked: day(2025, 10, 1)},
			{Kind: accountmap.EndorsementTestimonial, Contact: "wanda", Asked: day(2026, 9, 1), Given: day(2026, 9, 10), Product: "core",
				Public: true, Expires: day(2027, 9, 10)},
			{Kind: accountmap.EndorsementReferral, Contact: "wanda", Asked: day(2026, 5, 1), Declined: day(2026, 5, 2)},
		},
		Exposures: []accountmap.Exposure{
			{Contact: "wanda", Product: "app", Date: day(2026, 8, 3)},
			{Contact: "wanda", Product: "core", Date: day(2026, 5, 5)},
			{Contact: "lara", Product: "core", Date: day(2026, 6, 1), Reaction: accountmap.ReactionNegative},
			{Contact: "left", Product: "core", Date: day(2026, 2, 1)},
			{Contact: "ceo", Product: "core", Date: day(2026, 10, 2)},
			{Contact: "wanda", Product: "core", Date: day(2025, 1, 1), Reaction: accountmap.ReactionInterested},
			{Contact: "wim", Product: "app", Date: day(2026, 12, 1)},
		},
		Team: []accountmap.Member{
			{ID: "hunter", Name: "Hunter", Reach: []accountmap.Reach{{Contact: "wanda", Now: accountmap.ReachTrustedAdviser},
				{Contact: "wim", Wanted: accountmap.ReachVendor}}},
			{ID: "farmer", Name: "Farmer", From: day(2026, 10, 1), Reach: []accountmap.Reach{{Contact: "wanda", Now: accountmap.ReachVendor}}},
			{ID: "gone", Name: "Gone", To: day(2026, 9, 30), Reach: []accountmap.Reach{{Contact: "eli", Now: accountmap.ReachTrustedAdviser}}},
		},
	}
}
