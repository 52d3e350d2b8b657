package accountmaptest

import (
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Full returns a small valid account that uses every key of the account file. With it, tests check
// that writing, reading, comparing and redacting cover all keys. Each of its texts is one word.
func Full() *accountmap.Account {
	a := &accountmap.Account{
		Format: accountmap.FormatVersion,
		Profile: accountmap.Profile{ID: "full", Name: "Full", Industry: "Industry", Segment: "Segment", Tier: "Tier", Currency: "EUR",
			AsOf: asOf(), Notes: "Notes"},
		Units: []accountmap.Unit{
			{ID: "group", Name: "Group", Kind: accountmap.UnitGroup},
			{ID: "site", Name: "Site", Kind: accountmap.UnitSite, Parent: "group", Country: "Country", Region: "Region", City: "City",
				Address: "Address", Segment: "Segment"},
		},
		Products: []accountmap.Product{
			{ID: "core", Name: "Core", Line: "Line", Price: euros(48_000), Description: "Description"},
			{ID: "extra", Name: "Extra"},
		},
		Competitors: []accountmap.Competitor{{ID: "rival", Name: "Rival", Strengths: []string{"Strength"}, Weaknesses: []string{"Weakness"},
			Opportunities: []string{"Opportunity"}, Threats: []string{"Threat"}}},
	}
	fullPeople(a)
	fullBusiness(a)
	fullActivity(a)
	fullPlan(a)
	fullService(a)
	complete(a, func(*schema.Field) int { return 1 })
	return a
}

func euros(cents int64) accountmap.Money { return accountmap.Money{Minor: cents, Currency: "EUR"} }

// day returns a day of 2026, or of 2027 for months above 12.
func day(month, day int) accountmap.Date {
	return accountmap.DateOf(time.Date(2026, time.Month(month), day, 0, 0, 0, 0, time.UTC))
}

func fullPeople(a *accountmap.Account) {
	a.Team = []accountmap.Member{
		{ID: "hunter", Name: "Hunter", Role: "Role", Region: "Region", Units: []accountmap.UnitID{"group", "site"}, Email: "hunter@example.org",
			From: day(1, 1), To: day(11, 1),
			Reach: []accountmap.Reach{{Contact: "boss", Now: accountmap.ReachVendor, Wanted: accountmap.ReachTrustedAdviser}}},
		{ID: "farmer", Name: "Farmer", From: day(9, 1)},
	}
	a.Contacts = []accountmap.Contact{
		{ID: "boss", Name: "Boss", Title: "Title", Unit: "site", Roles: []accountmap.Role{accountmap.RoleDecisionMaker},
			Stance: accountmap.StanceChampion, Power: 5, ContactLevel: accountmap.ContactLevelInDepth, Seniority: accountmap.SeniorityExecutive,
			Orientation: accountmap.OrientationFinancial, Adaptability: accountmap.AdaptabilityVisionary, Language: "el",
			Email: "boss@example.org", Phone: "+30", PreferredChannel: accountmap.ChannelVideo, Owner: "hunter",
			Evidence: accountmap.Evidence{Source: "Source", Date: day(3, 3), Confirmed: true}, Notes: "Notes"},
		{ID: "report", Name: "Report", Title: "Title", Unit: "site", ReportsTo: "boss", Stance: accountmap.StanceBlocker},
		{ID: "assistant", Name: "Assistant", Title: "Title", Unit: "site", AssistantTo: "boss"},
		{ID: "unmet", Name: "Unmet", Title: "Unmet", Unit: "site", Placeholder: true, Notes: "Notes"},
		{ID: "adviser", Name: "Adviser", Title: "Adviser", Unit: "group", External: true, Notes: "Notes"},
		{ID: "gone", Name: "Gone", Title: "Gone", Unit: "group", Left: day(5, 5), Notes: "Notes"},
	}
	a.Relationships = []accountmap.Relationship{
		{From: "boss", To: "report", Kind: accountmap.RelationshipInfluence, Strength: 4, Note: "Note"},
		{From: "adviser", To: "report", Kind: accountmap.RelationshipConflict},
	}
	a.Handoff = accountmap.Handoff{From: "hunter", To: "farmer", Start: day(9, 1), End: day(10, 20), Introduction: day(9, 9),
		Checklist: []accountmap.ChecklistItem{{Text: "Done", Done: true}, {Text: "Open"}}, SignedOff: day(10, 21)}
}

func fullBusiness(a *accountmap.Account) {
	a.Coverage = []accountmap.Cell{
		{Unit: "site", Product: "core", Status: accountmap.CoverageSold, Kind: accountmap.SaleUpsell, Value: euros(1_000_00),
			Potential: euros(7_000_00), Target: euros(6_000_00), Renewal: day(12, 20), Reason: "Reason", AsOf: day(10, 1)},
		{Unit: "site", Product: "extra", Status: accountmap.CoverageCompetitor, Competitor: "rival", Potential: euros(5_000_00)},
		{Unit: "group", Product: "extra", Status: accountmap.CoverageBlocked, Reason: "Blocked"},
	}
	a.Orders = []accountmap.Order{{ID: "A-1", Unit: "site", Product: "core", Date: day(2, 2), Quantity: 2, Amount: euros(96_000),
		Status: accountmap.OrderDelivered, Due: day(2, 20), Delivered: day(2, 21)}}
	a.Contracts = []accountmap.Contract{{ID: "frame", Units: []accountmap.UnitID{"site"}, Products: []accountmap.ProductID{"core"},
		Start: day(1, 1), End: day(14, 1), Renewal: day(13, 1), Value: euros(9_000_00), Note: "Note"}}
	a.Terms = []accountmap.Term{
		{Kind: accountmap.TermPrice, Units: []accountmap.UnitID{"site"}, Products: []accountmap.ProductID{"core"}, Contract: "frame",
			Value: euros(45_000), Text: "Agreed", Authority: "Authority"},
		{Kind: accountmap.TermDiscount, Contract: "frame", Percent: 5},
		{Kind: accountmap.TermBonus, Percent: 9, Text: "Offer", Authority: "Authority"},
	}
	a.Targets = []accountmap.Target{{Unit: "site", Product: "core", Period: "2026", Sales: euros(8_000_00), Budget: euros(7_500_00)}}
}

func fullActivity(a *accountmap.Account) {
	a.Endorsements = []accountmap.Endorsement{
		{Kind: accountmap.EndorsementTestimonial, Contact: "boss", Asked: day(3, 1), Given: day(3, 9), Product: "core", Text: "Published",
			Public: true, Expires: day(15, 1)},
		{Kind: accountmap.EndorsementTestimonial, Contact: "boss", Asked: day(4, 1), Given: day(4, 9), Product: "core", Text: "Private"},
		{Kind: accountmap.EndorsementReferral, Contact: "boss", Asked: day(5, 1), Given: day(5, 2), ToUnit: "group", ToContact: "report"},
		{Kind: accountmap.EndorsementReferral, Contact: "report", Asked: day(6, 1), Declined: day(6, 2), Text: "Declined"},
	}
	a.Exposures = []accountmap.Exposure{{Contact: "boss", Product: "core", Date: day(2, 1), Kind: accountmap.ExposureDemo, By: "hunter",
		Reaction: accountmap.ReactionNegative}}
	a.Communications = []accountmap.Communication{
		{Date: day(7, 1), Channel: accountmap.ChannelMeeting, Contacts: []accountmap.ContactID{"boss", "gone"},
			Members: []accountmap.MemberID{"hunter"}, Direction: accountmap.DirectionOutbound, Subject: "Common", Summary: "Summary",
			Topic: "Topic", FollowUp: day(12, 1)},
		{Date: day(7, 2), Contacts: []accountmap.ContactID{"boss"}, Subject: "Internal", Summary: "Internal", Internal: true},
		{Date: day(7, 3), Members: []accountmap.MemberID{"hunter", "farmer"}, Subject: "Ours", Summary: "Ours"},
	}
	a.Cadences = []accountmap.Cadence{
		{Title: "Review", Channel: accountmap.ChannelVideo, Every: "FREQ=MONTHLY;INTERVAL=3", From: day(1, 9),
			Members: []accountmap.MemberID{"farmer"}, Contacts: []accountmap.ContactID{"boss"}},
		{Title: "Ours", Every: "FREQ=WEEKLY", From: day(1, 9), Members: []accountmap.MemberID{"farmer"}},
	}
}

func fullPlan(a *accountmap.Account) {
	a.Goals = []accountmap.Goal{
		{ID: "save", Kind: accountmap.GoalKindGoal, Title: "Save", Unit: "site", Owner: "boss", Priority: 2, Due: day(12, 1),
			State: accountmap.GoalOnTrack, Evidence: "Evidence"},
		{ID: "obstacle", Kind: accountmap.GoalKindObstacle, Title: "Obstacle", Owner: "gone"},
	}
	a.KPIs = []accountmap.KPI{
		{Goal: "save", Name: "Figure", Measure: "Measure", Baseline: 12, Target: 6, By: day(12, 1), Source: "Source",
			Readings: []accountmap.Reading{{Date: day(10, 1), Value: 8}}},
		{Goal: "obstacle", Name: "Hindered", Baseline: 1, Target: 2},
	}
	a.Milestones = []accountmap.Milestone{
		{ID: "start", Title: "Start", Phase: accountmap.PhaseOnboarding, Start: day(1, 1), Due: day(2, 1), Owner: "hunter", Contact: "boss",
			Goal: "save", Status: accountmap.MilestoneDone},
		{ID: "expand", Title: "Expand", Phase: accountmap.PhaseExpansion, Due: day(11, 20)},
		{ID: "review", Title: "Review", Phase: accountmap.PhaseReview, Due: day(11, 25), Contact: "gone",
			After: []accountmap.MilestoneID{"start", "expand"}},
	}
}

func fullService(a *accountmap.Account) {
	a.Surveys = []accountmap.Survey{{Date: day(8, 8), Contact: "boss", Product: "core", Kind: accountmap.SurveyNPS, Score: 4,
		Comment: "Comment", WouldImprove: "Improve"}}
	a.Cases = []accountmap.Case{{ID: "late", Kind: accountmap.CaseComplaint, Opened: day(3, 1), Closed: day(3, 20), Unit: "site",
		Contact: "boss", Product: "core", Owner: "hunter", Severity: accountmap.SeverityHigh, Status: accountmap.CaseResolved,
		Summary: "Summary"}}
	a.Commitments = []accountmap.Commitment{{Text: "Promise", By: "hunter", To: "boss", Due: day(12, 9),
		Status: accountmap.CommitmentOpen, Verbal: true}}
	a.Objections = []accountmap.Objection{{Text: "Objection", RaisedBy: "report", Answer: "Answer", Status: accountmap.ObjectionUpheld}}
	a.Risks = []accountmap.Risk{{Text: "Risk", Severity: accountmap.SeverityCritical, Owner: "hunter", Mitigation: "Mitigation",
		State: accountmap.RiskOpen}}
}
