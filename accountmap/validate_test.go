package accountmap_test

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
)

func TestLongTexts(t *testing.T) {
	for text, long := range map[string]bool{
		strings.Repeat("x", 32_767): false, strings.Repeat("λ", 32_767): false, strings.Repeat("😀", 16_383): false,
		strings.Repeat("x", 32_768): true, strings.Repeat("λ", 32_768): true, strings.Repeat("😀", 16_384): true,
	} {
		a := sample()
		a.Contacts[0].Notes, a.Competitors[0].Strengths = text, []string{text}
		assert.Equal(t, long, errors.Is(accountmap.Validate(a), accountmap.ErrLongText))
		if long {
			assert.Equal(t, 2, strings.Count(accountmap.Validate(a).Report(), "at most 32767"))
		}
	}
}

func TestSampleHasNoErrors(t *testing.T) {
	assert.Equal(t, sampleWarnings, lines(accountmap.Validate(sample())))
	assert.NoError(t, accountmap.Validate(sample()).Err())
}

func TestValidate(t *testing.T) {
	type account = accountmap.Account
	tests := []struct {
		name string
		edit func(a *account)
		want string // lines, separated by commas
	}{
		{"format 2", func(a *account) { a.Format = 2 }, "format unsupported-format"},
		{"format below zero", func(a *account) { a.Format = -1 }, "format unsupported-format"},
		{"format left out", func(a *account) { a.Format = 0 }, ""},

		{"name not UTF-8", func(a *account) { a.Name = "Acme\xff" }, "account.name invalid-text"},
		{"control character deep in a list", func(a *account) { a.Competitors[0].Strengths[0] = "a\x00b" },
			"competitors[0].strengths[0] invalid-text"},
		{"control character in the handoff", func(a *account) { a.Handoff.Checklist[0].Text = "\x1b[31m" },
			"handoff.checklist[0].text invalid-text"},
		{"noncharacter", func(a *account) { a.Notes = "\uffff" }, "account.notes invalid-text"},
		{"noncharacter of another plane", func(a *account) { a.Notes = "\U0001fffe" }, "account.notes invalid-text"},
		{"C1 control character", func(a *account) { a.Notes = "\u0085" }, "account.notes invalid-text"},
		{"line breaks, tabs, emoji and right-to-left are text", func(a *account) { a.Notes = "a\r\n\tb 👩🏽‍💻 שלום \u202e\ufeff\ufffd" }, ""},
		{"control character in an id", func(a *account) { a.Orders[0].ID = "o\x7f" }, "orders[0].id invalid-text"},

		{"unknown stance", func(a *account) { a.Contacts[1].Stance = "fan" }, "contacts[1].stance invalid-value"},
		{"word in another case", func(a *account) { a.Contacts[1].Stance = "Champion" }, "contacts[1].stance invalid-value"},
		{"unknown role", func(a *account) { a.Contacts[1].Roles[1] = "chief" }, "contacts[1].roles[1] invalid-value"},
		{"unknown reach", func(a *account) { a.Team[0].Reach[0].Wanted = "friend" }, "team[0].reach[0].wanted invalid-value"},
		{"30 February", func(a *account) { a.Orders[0].Date = day(2026, 2, 30) }, "orders[0].date invalid-value"},
		{"date of year 10000", func(a *account) { a.Handoff.End = day(10000, 1, 1) }, "handoff.end invalid-value"},
		{"date without a month", func(a *account) { a.AsOf = day(2026, 0, 1) }, "account.asOf invalid-value"},
		{"date deep in a contact", func(a *account) { a.Contacts[2].Evidence.Date = day(0, 1, 1) }, "contacts[2].evidence.date invalid-value"},
		{"currency in small letters", func(a *account) { a.Currency = "eur" }, "account.currency invalid-value"},
		{"amount in no currency", func(a *account) { a.Coverage[1].Value.Currency = "€" }, "coverage[1].value invalid-value"},

		{"unit without id", func(a *account) { a.Units[3].ID = ""; a.Orders[4].Unit = "shop" }, "units[3].id missing-id"},
		{"blank id", func(a *account) { a.Units[3].ID = " "; a.Orders[4].Unit = " " }, "units[3].id missing-id"},
		{"goal without id", func(a *account) { a.Goals[0].ID = "" }, "goals[0].id missing-id"},
		{"order without id", func(a *account) { a.Orders[0].ID = "" }, ""},

		{"line break in a name", func(a *account) { a.Contacts[0].Name = "Ana\nRuiz" }, "contacts[0].name line-break"},
		{"line break after a product", func(a *account) { a.Products[0].Name += "\r\n" }, "products[0].name line-break"},
		{"tab in the name of the account", func(a *account) { a.Name = "Ac\tme" }, "account.name line-break"},
		{"line separator in an order number", func(a *account) { a.Orders[0].ID = "1\u20282" }, "orders[0].id line-break"},
		{"line break in a job title", func(a *account) { a.Contacts[0].Title = "Head of\nlogistics" }, "contacts[0].title line-break"},
		{"line breaks in an address and in notes", func(a *account) { a.Units[0].Address, a.Contacts[0].Notes = "Street 1\nOslo", "a\nb" }, ""},

		{"price below zero", func(a *account) { a.Products[0].Price.Minor = -1 }, "products[0].price negative-amount"},
		{"contract and target below zero", func(a *account) { a.Contracts[0].Value, a.Targets[0].Sales = money(-1, ""), money(-1, "") },
			"contracts[0].value negative-amount, targets[0].sales negative-amount"},
		{"credit note", func(a *account) { a.Orders[0].Amount.Minor = -1 }, ""},

		{"same product twice", func(a *account) { a.Products = append(a.Products, a.Products[2]) }, "products[4].id duplicate-id"},
		{"same goal twice", func(a *account) { a.Goals[0].ID = "errors" }, "goals[1].id duplicate-id"},
		{"same competitor twice", func(a *account) { a.Competitors = append(a.Competitors, a.Competitors[0]) },
			"competitors[1].id duplicate-id"},
		{"three of one id are two problems", func(a *account) { a.Team = append(a.Team, a.Team[1], a.Team[1]) },
			"team[2].id duplicate-id, team[3].id duplicate-id"},
		{"two contacts without id are no duplicates", func(a *account) { a.Contacts[6].ID, a.Contacts[8].ID = "", "" },
			"contacts[6].id missing-id, contacts[8].id missing-id"},
		{"one id in two lists", func(a *account) { a.Goals[0].ID = "hq" }, ""},

		{"account without name", func(a *account) { a.Name = "" }, "account.name missing-name"},
		{"blank name", func(a *account) { a.Units[0].Name = " \n" }, "units[0].name missing-name"},
		{"contact without name", func(a *account) { a.Contacts[0].Name = "" }, "contacts[0].name missing-name"},
		{"placeholder without name and title", func(a *account) { a.Contacts[7].Title = "" }, "contacts[7].name missing-name"},
		{"title is no name for a person we know", func(a *account) { a.Contacts[7].Placeholder = false }, "contacts[7].name missing-name"},
		{"goal, member and competitor without names", func(a *account) { a.Goals[0].Title, a.Team[1].Name, a.Competitors[0].Name = "", "", "" },
			"goals[0].title missing-name, team[1].name missing-name, competitors[0].name missing-name"},
		{"product without name", func(a *account) { a.Products[2].Name = "" }, "products[2].name missing-name"},

		{"relationship of nobody", func(a *account) { a.Relationships[0] = accountmap.Relationship{} },
			"relationships[0].from missing-value, relationships[0].kind missing-value, relationships[0].to missing-value"},
		{"cell of nothing", func(a *account) { a.Coverage[0] = accountmap.Cell{} },
			"coverage[0].product missing-value, coverage[0].status missing-value, coverage[0].unit missing-value"},
		{"order of nothing", func(a *account) { a.Orders[0] = accountmap.Order{} },
			"orders[0].date missing-value, orders[0].product missing-value, orders[0].unit missing-value"},
		{"endorsement of nobody", func(a *account) { a.Endorsements[0] = accountmap.Endorsement{} },
			"endorsements[0].contact missing-value, endorsements[0].kind missing-value"},
		{"exposure of nobody", func(a *account) { a.Exposures[0] = accountmap.Exposure{} },
			"exposures[0].contact missing-value, exposures[0].date missing-value, exposures[0].product missing-value"},
		{"communication of no day", func(a *account) { a.Communications[0].Date = accountmap.Date{} },
			"communications[0].date missing-value"},
		{"reach of nobody", func(a *account) { a.Team[0].Reach[0].Contact = "" }, "team[0].reach[0].contact missing-value"},

		{"parent that is not there", func(a *account) { a.Units[5].Parent = "nroth" }, "units[5].parent unknown-reference"},
		{"unit of a contact", func(a *account) { a.Contacts[8].Unit = "x" }, "contacts[8].unit unknown-reference"},
		{"people of a contact", func(a *account) { c := &a.Contacts[8]; c.ReportsTo, c.AssistantTo, c.Owner = "x", "y", "z" },
			"contacts[8].assistantTo unknown-reference, contacts[8].owner unknown-reference, contacts[8].reportsTo unknown-reference"},
		{"competitor of a cell", func(a *account) { a.Coverage[0].Competitor = "x" }, "coverage[0].competitor unknown-reference"},
		{"where an endorsement leads", func(a *account) { e := &a.Endorsements[0]; e.Product, e.ToUnit, e.ToContact = "x", "y", "z" },
			"endorsements[0].product unknown-reference, endorsements[0].toContact unknown-reference, endorsements[0].toUnit unknown-reference"},
		{"one of a list of references", func(a *account) { a.Communications[0].Contacts[1] = "x" },
			"communications[0].contacts[1] unknown-reference"},
		{"an empty one of a list of references", func(a *account) { a.Communications[0].Contacts[1] = "" },
			"communications[0].contacts[1] empty-reference"},
		{"an empty one among units, products and milestones", func(a *account) {
			a.Contracts[1].Units[0], a.Terms[0].Products[0], a.Milestones[2].After[1], a.Team[0].Units[0] = "", "", "", ""
		}, "contracts[1].units[0] empty-reference, terms[0].products[0] empty-reference, milestones[2].after[1] empty-reference, " +
			"team[0].units[0] empty-reference"},
		{"an empty role is unknown", func(a *account) { a.Contacts[1].Roles[0] = "" }, ""},
		{"handoff", func(a *account) { a.Handoff.To = "x" }, "handoff.to unknown-reference"},
		{"unit of a member", func(a *account) { a.Team[0].Units[1] = "core" }, "team[0].units[1] unknown-reference"},
		{"who showed it", func(a *account) { a.Exposures[0].By = "boss" }, "exposures[0].by unknown-reference"},
		{"whose goal", func(a *account) { a.Goals[1].Unit, a.Goals[1].Owner = "x", "y" },
			"goals[1].owner unknown-reference, goals[1].unit unknown-reference"},

		{"power above the scale", func(a *account) { a.Contacts[0].Power = 6 }, "contacts[0].power out-of-range"},
		{"power below the scale", func(a *account) { a.Contacts[0].Power = -1 }, "contacts[0].power out-of-range"},
		{"strength and priority", func(a *account) { a.Relationships[0].Strength, a.Goals[0].Priority = 100, -5 },
			"relationships[0].strength out-of-range, goals[0].priority out-of-range"},
		{"quantity that is no number", func(a *account) { a.Orders[0].Quantity, a.Orders[1].Quantity = math.NaN(), math.Inf(-1) },
			"orders[0].quantity invalid-value, orders[1].quantity invalid-value"},
		{"goods returned", func(a *account) { a.Orders[0].Quantity = -3 }, ""},

		{"contract, milestone and case without ids", func(a *account) {
			a.Contracts[0].ID, a.Milestones[2].ID, a.Cases[0].ID, a.Terms[0].Contract = "", "", "", ""
		}, "contracts[0].id missing-id, milestones[2].id missing-id, cases[0].id missing-id"},
		{"same case twice", func(a *account) { a.Cases[1].ID = "late" }, "cases[1].id duplicate-id"},
		{"things without a name", func(a *account) {
			a.Cadences[0].Title, a.KPIs[0].Name, a.Milestones[0].Title, a.Cases[0].Summary = "", " ", "", ""
			a.Commitments[0].Text, a.Objections[0].Text, a.Risks[0].Text = "", "", "\n"
		}, "cadences[0].title missing-name, kpis[0].name missing-name, milestones[0].title missing-name, cases[0].summary missing-name, " +
			"commitments[0].text missing-name, objections[0].text missing-name, risks[0].text missing-name"},
		{"term of no kind", func(a *account) { a.Terms[0].Kind = "" }, "terms[0].kind missing-value"},
		{"cadence of no rhythm", func(a *account) { a.Cadences[0].Every, a.Cadences[0].From = "", accountmap.Date{} },
			"cadences[0].every missing-value, cadences[0].from missing-value"},
		{"reading of no day", func(a *account) { a.KPIs[0].Readings[1].Date = accountmap.Date{} }, "kpis[0].readings[1].date missing-value"},
		{"survey of nothing", func(a *account) { a.Surveys[0] = accountmap.Survey{} }, "surveys[0].date missing-value, surveys[0].kind missing-value"},
		{"case of nothing", func(a *account) { a.Cases[0].Kind, a.Cases[0].Opened = "", accountmap.Date{} },
			"cases[0].kind missing-value, cases[0].opened missing-value"},
		{"target of no period", func(a *account) { a.Targets[0].Period = "" }, "targets[0].period missing-value"},

		{"recurrence", func(a *account) { a.Cadences[0].Every = "monthly" }, "cadences[0].every invalid-value"},
		{"period", func(a *account) { a.Targets[0].Period = "2026-13" }, "targets[0].period invalid-value"},
		{"words of the new lists", func(a *account) {
			a.Terms[0].Kind, a.Milestones[0].Phase, a.Milestones[0].Status, a.Surveys[0].Kind = "x", "x", "x", "x"
			a.Cases[0].Severity, a.Cases[0].Status, a.Commitments[0].Status, a.Objections[0].Status, a.Risks[0].State = "x", "x", "x", "x", "x"
		}, "terms[0].kind invalid-value, milestones[0].phase invalid-value, milestones[0].status invalid-value, surveys[0].kind invalid-value, " +
			"cases[0].severity invalid-value, cases[0].status invalid-value, commitments[0].status invalid-value, " +
			"objections[0].status invalid-value, risks[0].state invalid-value"},

		{"references of contracts and terms", func(a *account) { a.Contracts[1].Units[0], a.Terms[0].Products[0], a.Terms[0].Contract = "x", "y", "z" },
			"contracts[1].units[0] unknown-reference, terms[0].contract unknown-reference, terms[0].products[0] unknown-reference"},
		{"references of the plan", func(a *account) {
			a.KPIs[0].Goal, a.Milestones[1].Goal, a.Milestones[1].Owner, a.Milestones[1].Contact = "x", "x", "x", "x"
			a.Milestones[2].After[0], a.Cadences[0].Members[0] = "x", "x"
		}, "cadences[0].members[0] unknown-reference, kpis[0].goal unknown-reference, milestones[1].contact unknown-reference, " +
			"milestones[1].goal unknown-reference, milestones[1].owner unknown-reference, milestones[2].after[0] unknown-reference"},
		{"references of what follows a sale", func(a *account) {
			a.Surveys[0].Contact, a.Cases[0].Owner, a.Commitments[0].By, a.Objections[0].RaisedBy, a.Risks[0].Owner = "x", "x", "boss", "x", "x"
			a.Targets[1].Unit = "x"
		}, "surveys[0].contact unknown-reference, cases[0].owner unknown-reference, commitments[0].by unknown-reference, " +
			"objections[0].raisedBy unknown-reference, risks[0].owner unknown-reference, targets[1].unit unknown-reference"},

		{"discount above the whole", func(a *account) { a.Terms[0].Percent = 120 }, "terms[0].percent out-of-range"},
		{"discount below nothing", func(a *account) { a.Terms[0].Percent = -0.1 }, "terms[0].percent out-of-range"},
		{"discount of everything", func(a *account) { a.Terms[0].Percent = 100 }, ""},
		{"share that is no number", func(a *account) { a.Terms[0].Percent = math.NaN() }, "terms[0].percent invalid-value"},
		{"figures that are no numbers", func(a *account) { a.KPIs[0].Baseline, a.KPIs[0].Readings[1].Value = math.Inf(1), math.NaN() },
			"kpis[0].baseline invalid-value, kpis[0].readings[1].value invalid-value"},
		{"scores above their scales", func(a *account) { a.Surveys[0].Score, a.Surveys[1].Score = 11, 6 },
			"surveys[0].score out-of-range, surveys[1].score out-of-range"},
		{"scores below their scales", func(a *account) { a.Surveys[0].Score, a.Surveys[1].Score = -1, 0 },
			"surveys[0].score out-of-range, surveys[1].score out-of-range"},
		{"the ends of the scales", func(a *account) { a.Surveys[0].Score, a.Surveys[1].Score, a.Surveys[2].Score = 10, 1, 0 }, ""},

		{"unit of itself", func(a *account) { a.Units[3].Parent = "trust" }, "units[3].parent unit-cycle"},
		{"units in a circle", func(a *account) { a.Units[0].Parent = "depot" }, "units[0].parent unit-cycle"},
		{"two circles", func(a *account) { a.Units[0].Parent, a.Units[1].Parent = "mill", "shop" },
			"units[0].parent unit-cycle, units[1].parent unit-cycle"},
		{"manager of oneself", func(a *account) { a.Contacts[8].ReportsTo = "drifter" }, "contacts[8].reportsTo reporting-cycle"},
		{"circle of managers", func(a *account) { a.Contacts[1].ReportsTo = "fitter" }, "contacts[1].reportsTo reporting-cycle"},
		{"circle through an assistant", func(a *account) { a.Contacts[1].ReportsTo = "clerk" }, "contacts[0].assistantTo reporting-cycle"},
		{"people who only lead into a circle are not named", func(a *account) { a.Contacts[5].ReportsTo = "fitter" },
			"contacts[4].reportsTo reporting-cycle"},
		{"assistant of oneself", func(a *account) { a.Contacts[8].AssistantTo = "drifter" }, "contacts[8].assistantTo reporting-cycle"},
		{"assistant of oneself beside a manager", func(a *account) { a.Contacts[2].AssistantTo = "cfo" }, "contacts[2].assistantTo reporting-cycle"},
		{"assistants of each other, both with managers", func(a *account) { a.Contacts[2].AssistantTo, a.Contacts[5].AssistantTo = "head", "cfo" },
			"contacts[2].assistantTo reporting-cycle"},
		{"assistant of a report", func(a *account) { a.Contacts[5].AssistantTo = "fitter" }, "contacts[4].reportsTo reporting-cycle"},
		{"two assistants of one person", func(a *account) { a.Contacts[2].AssistantTo = "boss" }, ""},

		{"milestone that waits for itself", func(a *account) { a.Milestones[0].After = []accountmap.MilestoneID{"kickoff"} },
			"milestones[0].after milestone-cycle"},
		{"milestones that wait for each other", func(a *account) { a.Milestones[0].After = []accountmap.MilestoneID{"report"} },
			"milestones[0].after milestone-cycle"},

		{"role said twice", func(a *account) { a.Contacts[1].Roles = append(a.Contacts[1].Roles, a.Contacts[1].Roles[0]) },
			"contacts[1].roles[2] repeated-role"},
		{"manager in another part", func(a *account) { a.Contacts[4].Unit = "shop" }, "contacts[4].reportsTo reporting-away"},
		{"manager in the part beside, at the top of both", func(a *account) { a.Contacts[4].Unit = "depot" }, ""},
		{"manager in the part beside, in the middle of both", func(a *account) {
			a.Contacts[4].Unit = "depot"
			a.Contacts[5].ReportsTo = "north"
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: "north", Name: "North", Unit: "north", ReportsTo: "boss"})
		}, "contacts[4].reportsTo reporting-away"},
		{"several managers away are one problem", func(a *account) { a.Contacts[4].Unit, a.Contacts[5].Unit = "shop", "trust" },
			"contacts[4].reportsTo reporting-away"},
		{"manager below", func(a *account) { a.Contacts[4].Unit = "hq" }, ""},
		{"manager of somebody of no unit", func(a *account) { a.Contacts[4].Unit = "" }, ""},
		{"assistant of somebody elsewhere", func(a *account) { a.Contacts[0].Unit = "shop" }, ""},

		{"orders in a cell that is sold and a gap", func(a *account) {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: a.Coverage[3].Unit, Product: a.Coverage[3].Product, Status: accountmap.CoverageGap})
		}, "coverage[10] duplicate-coverage, coverage[10].status unexpected-orders"},
		{"orders in a gap", func(a *account) { a.Coverage[3].Status = accountmap.CoverageGap }, "coverage[3].status unexpected-orders"},
		{"orders in a blocked cell", func(a *account) {
			c := &a.Coverage[3]
			c.Status, c.Kind, c.Reason = accountmap.CoverageBlocked, "", "By law"
		},
			"coverage[3].status unexpected-orders"},
		{"a cancelled order is none", func(a *account) {
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "depot", Product: "hub", Status: accountmap.CoverageGap})
		}, ""},
		{"orders in a lapsed cell", func(a *account) { a.Coverage[3].Status = accountmap.CoverageLapsed }, ""},

		{"potential in a blocked cell", func(a *account) { a.Coverage[7].Potential = accountmap.Money{Minor: 1} },
			"coverage[7].potential blocked-opportunity"},
		{"all that can be hoped for where it is not relevant", func(a *account) {
			c := &a.Coverage[2]
			c.Kind, c.Value, c.Target = accountmap.SaleUpsell, accountmap.Money{Minor: 1}, accountmap.Money{Minor: 1}
		}, "coverage[2].kind blocked-opportunity, coverage[2].target blocked-opportunity, coverage[2].value blocked-opportunity"},

		{"dates the wrong way round", func(a *account) {
			a.Contracts[0].End, a.Contracts[0].Renewal, a.Milestones[1].Due = day(2025, 12, 31), day(2025, 1, 1), day(2026, 10, 15)
			a.Team[0].From, a.Team[0].To, a.Cases[1].Closed = day(2026, 1, 2), day(2026, 1, 1), day(2026, 4, 30)
			a.Communications[0].FollowUp, a.Handoff.End, a.Handoff.SignedOff = day(2025, 12, 31), day(2026, 9, 30), day(2026, 9, 1)
		}, "contracts[0].end reversed-dates, contracts[0].renewal reversed-dates, communications[0].followUp reversed-dates, " +
			"milestones[1].due reversed-dates, team[0].to departed, team[0].to reversed-dates, cases[1].closed reversed-dates, handoff.end reversed-dates, " +
			"handoff.signedOff reversed-dates"},
		{"answered before it was asked", func(a *account) {
			a.Endorsements[2].Declined, a.Endorsements[3].Given = day(2026, 1, 31), day(2026, 1, 9)
		},
			"endorsements[2].declined reversed-dates, endorsements[3].given reversed-dates"},
		{"expired before it was given", func(a *account) { a.Endorsements[4].Expires, a.AsOf = day(2026, 2, 2), accountmap.Date{} },
			"endorsements[4].expires reversed-dates"},
		{"on one day", func(a *account) { a.Contracts[0].End, a.Contracts[0].Renewal = day(2026, 1, 1), day(2026, 1, 1) }, ""},
		{"order delivered before it was placed", func(a *account) { a.Orders[0].Due, a.Orders[1].Delivered = day(2026, 1, 31), day(2025, 2, 28) },
			"orders[0].due order-dates, orders[1].delivered order-dates"},

		{"testimonial that is used no more", func(a *account) { a.Endorsements[4].Expires = day(2026, 11, 1) },
			"endorsements[4].expires expired-testimonial"},
		{"testimonial that may be used today", func(a *account) { a.Endorsements[4].Expires = day(2026, 11, 2) }, ""},
		{"testimonial on an unknown day", func(a *account) { a.Endorsements[4].Expires, a.AsOf = day(2026, 3, 1), accountmap.Date{} }, ""},

		{"testimonial that nobody asked for", func(a *account) { a.Endorsements[4].Asked = accountmap.Date{} }, "endorsements[4].given given-unasked"},
		{"more given than asked", func(a *account) { a.Endorsements[1] = a.Endorsements[3]; a.Endorsements[1].Asked = accountmap.Date{} },
			"endorsements[1].contact more-given-than-asked, endorsements[1].given given-unasked"},

		{"handoff to nobody", func(a *account) { a.Handoff.To = "" }, "handoff.to no-receiver"},
		{"no handoff", func(a *account) { a.Handoff = accountmap.Handoff{} }, ""},
		{"handoff to oneself", func(a *account) { a.Handoff.To = "hunter" }, ""},

		{"in love with oneself", func(a *account) { a.Relationships[0].To = "adviser" }, "relationships[0].to self-relationship"},

		{"one cell twice", func(a *account) { a.Coverage[3] = a.Coverage[1] }, "coverage[3] duplicate-coverage"},
		{"one cell three times", func(a *account) { a.Coverage[3], a.Coverage[4] = a.Coverage[1], a.Coverage[1] },
			"coverage[3] duplicate-coverage, coverage[4] duplicate-coverage"},

		{"not relevant without a reason", func(a *account) { a.Coverage[2].Reason = "" }, "coverage[2].reason missing-reason"},
		{"blocked for a blank reason", func(a *account) { a.Coverage[7].Reason = "\t" }, "coverage[7].reason missing-reason"},
		{"a gap needs no reason", func(a *account) { a.Coverage[8].Reason = "" }, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a := sample()
			test.edit(a)
			problems := accountmap.Validate(a)
			assert.Equal(t, test.want, strings.Join(newLines(problems), ", "))
			for _, p := range problems {
				assert.Contains(t, []accountmap.Level{accountmap.LevelError, accountmap.LevelWarning}, p.Level)
				assert.NotEmpty(t, p.Detail)
				assert.NotEmpty(t, p.Hint, "no way out of %s", p.Detail)
			}
			m, err := accountmap.New(a)
			assert.Equal(t, problems.HasErrors(), err != nil)
			assert.Equal(t, err == nil, m != nil)
		})
	}
}

// TestCopiedEntries copies the first entry of each list whose entries have no ids, as a copied row
// does. The copy must be reported, and an entry that differs in anything must not be.
func TestCopiedEntries(t *testing.T) {
	repeated := func(a *accountmap.Account) (paths []string) {
		for _, p := range accountmap.Validate(a) {
			if p.Code == accountmap.ErrRepeatedEntry {
				paths = append(paths, p.Path+" "+p.Related)
			}
		}
		return paths
	}
	copied := map[string]bool{}
	var double func(a *accountmap.Account, at string, object reflect.Value)
	double = func(a *accountmap.Account, at string, object reflect.Value) {
		for i := range object.NumField() {
			key, _, _ := strings.Cut(object.Type().Field(i).Tag.Get("json"), ",")
			list := object.Field(i)
			if list.Kind() == reflect.Struct && key != "" {
				double(a, at+key+".", list)
			}
			if list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct || list.Len() == 0 {
				continue
			}
			double(a, fmt.Sprintf("%s%s[0].", at, key), list.Index(0))
			id, hasID := list.Type().Elem().FieldByName("ID")
			if hasID && key != "orders" && id.Tag.Get("json") == "id" || key == "coverage" {
				continue
			}
			was := reflect.ValueOf(list.Interface())
			list.Set(reflect.Append(reflect.AppendSlice(reflect.Zero(list.Type()), was), was.Index(0)))
			path := fmt.Sprintf("%s%s[%d] %[1]s%[2]s[0]", at, key, was.Len())
			assert.Contains(t, repeated(a), path)
			copied[key] = true
			list.Set(was)
		}
	}
	a := accountmaptest.Full()
	require.Empty(t, repeated(a))
	double(a, "", reflect.ValueOf(a).Elem())
	assert.Len(t, copied, 17, copied)
	a.Orders = append(a.Orders, a.Orders[0])
	a.Orders[len(a.Orders)-1].Quantity++
	assert.Empty(t, repeated(a))
}

func TestValidateFindsTenFaultsAtOnce(t *testing.T) {
	a := sample()
	a.Format = 7
	a.Name = ""
	a.Units[0].Parent = "north"
	a.Products = append(a.Products, a.Products[0])
	a.Contacts[1].Power = 9
	a.Contacts[5].Stance = "enemy"
	a.Relationships[1].To = "boss"
	a.Coverage[7].Reason = ""
	a.Orders[0].Date = accountmap.Date{}
	a.Handoff.From = "nobody"
	assert.Equal(t, []string{
		"format unsupported-format",
		"account.name missing-name",
		"units[0].parent unit-cycle",
		"products[4].id duplicate-id",
		"contacts[1].power out-of-range",
		"contacts[5].stance invalid-value",
		"relationships[1].to self-relationship",
		"coverage[7].reason missing-reason",
		"orders[0].date missing-value",
		"handoff.from unknown-reference",
	}, newLines(accountmap.Validate(a)))
}

func TestValidateNothing(t *testing.T) {
	want := []string{"account.name missing-name"}
	assert.Equal(t, want, lines(accountmap.Validate(nil)))
	assert.Equal(t, want, lines(accountmap.Validate(&accountmap.Account{})))
	m, err := accountmap.New(nil)
	assert.Nil(t, m)
	assert.ErrorIs(t, err, accountmap.ErrMissingName)
}

func TestValidateWithOwnRules(t *testing.T) {
	warn := accountmap.Rule{
		Code: "one-owner", Level: accountmap.LevelWarning,
		Check: func(a *accountmap.Account, report accountmap.Report) {
			for i := range a.Contacts {
				report("contacts["+strconv.Itoa(i)+"].owner", "nobody owns the contact", "name one of the team")
			}
		},
	}
	a := sample()
	a.Name = ""
	only := accountmap.Validate(a, warn)
	assert.Len(t, only, len(a.Contacts))
	assert.NoError(t, only.Err())
	assert.Error(t, accountmap.Validate(a, append(accountmap.Rules(), warn)...).Err())
}

func TestRulesAreTheCallers(t *testing.T) {
	rules := accountmap.Rules()
	rules[0].Code = "changed"
	assert.NotEqual(t, rules[0].Code, accountmap.Rules()[0].Code)
}

func TestHintsNameTheNearestID(t *testing.T) {
	a := sample()
	a.Units[5].Parent = "nroth"
	assert.Contains(t, accountmap.Validate(a)[0].Error(), `did you mean "north"?`)
	a.Units[5].Parent = "something else"
	assert.Contains(t, accountmap.Validate(a)[0].Hint, `"units"`)
	a.Units[5].Parent = "North office"
	a.Units[1].Name = "North office"
	assert.Equal(t, fmt.Sprintf("write its id, %q", a.Units[1].ID), accountmap.Validate(a)[0].Hint)
	a.Units[2].Name = "North office"
	assert.Contains(t, accountmap.Validate(a)[0].Hint, `"units"`, "two units have the name")
}

func TestCyclesAreSpeltOut(t *testing.T) {
	a := sample()
	a.Units[0].Parent = "depot"
	assert.Contains(t, accountmap.Validate(a)[0].Detail, "Head office → Depot → North → Head office")
}

// TestReportingAway accepts a head whose office is next to the units that the head leads. The
// remaining contacts share one line.
func TestReportingAway(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Group"}, Products: []accountmap.Product{{ID: "p", Name: "P"}},
		Units: []accountmap.Unit{{ID: "g", Name: "Group"}, {ID: "office", Name: "Office", Parent: "g"}}}
	a.Contacts = []accountmap.Contact{{ID: "chair", Name: "Chair", Unit: "office"}, {ID: "chief", Name: "Chief", Unit: "office", ReportsTo: "chair"}}
	for i := range 40 {
		unit, head := accountmap.UnitID(fmt.Sprintf("u%d", i)), accountmap.ContactID(fmt.Sprintf("h%d", i))
		a.Units = append(a.Units, accountmap.Unit{ID: unit, Name: string(unit), Parent: "g"})
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: head, Name: string(head), Unit: unit, ReportsTo: "chief"})
	}
	assert.Empty(t, accountmap.Validate(a))
	for i := range 39 {
		a.Contacts[i+3].ReportsTo = a.Contacts[i+2].ID
	}
	problems := accountmap.Validate(a)
	require.Len(t, problems, 1)
	assert.Equal(t, `contacts[3].reportsTo: warning reporting-away: the manager "h0" works in "u0", in a different part of the client from "u1"; `+
		`likewise 38 more: "h2", "h3", "h4", … (correct the unit of one of the two, name the unit that one belongs to, or make it a relationship)`, problems[0].Error())
}
