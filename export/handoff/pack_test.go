package handoff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/picture"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestHandoffHasTheWholeAccount(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Whole()), nil)
	for id, want := range map[string][]string{
		"contracts":    {"ID|Units|Products|Start|End|Value", "FW-1 Frame|Mill|whole range|1 Jan 2025|31 Dec 2027|40,000.00 EUR"},
		"terms":        {"Kind|Text|Units|Products|Contract|Value|Authority", "Discount|Volume|whole client|whole range|FW-1|12.5%|Head of sales to 15"},
		"kpis":         {"Figure|Goal|Baseline|Target|By|Actual|Progress|Source", "Errors per thousand|Halve errors|10|5|30 Jun 2027|8 1 Sep 2026|40%|Their ERP"},
		"promises":     {"Promise|To|Kept by|Due|Status", "Interface for free Verbal|Chief Eva|Diego Salas|15 Oct 2026|Late", "Done long ago|||1 Jan 2026|Kept"},
		"objections":   {"Objection|Raised by|Our answer|Status", "No time|Boss Ana|not answered yet|Unknown", "Too dear|Chief Eva|One plant first|Answered"},
		"risks":        {"Risk|Severity|What we do about it|Owner|State", "Boss retires|High|Meet the next|Diego Salas", "Closed|Critical|||Closed"},
		"satisfaction": {"Date|Contact|Score|In their words|What we should do better", "2 Sep 2026|without a name|3 / 5 Satisfaction (CSAT)", "1 Sep 2026|Boss Ana Head office|9 / 10 Would recommend us (NPS)|Good|Invoices"},
		"cases":        {"Case|Opened|Severity|Owner", "Invoice Dispute Core|20 Oct 2026|Medium|Diego Salas"},
		"settled":      {"Case|Opened|Closed", "Wrong box Complaint Mill|1 Feb 2026|9 Feb 2026"},
		"roadmap":      {"Milestone|Due|Our people|After|Status", "Onboarding", "Go live|1 Oct 2026|Diego Salas|Plan|Late"},
		"milestones":   {"Milestone|Due|Our people|After|Status", "Onboarding", "Plan|1 Sep 2026|||Done", "Go live|1 Oct 2026|Diego Salas|Plan|Late"},
		"calendar":     {"Talk|Channel|How often|Next|Their people|Our people", "Review|Meeting|every 3 months|3 Nov 2026 2 Feb 2027|Boss Ana|Diego Salas"},
		"days": {"Date|Kind|What|Their people|Our people", "To day 30: until 30 October 2026", "These days are over; what is still open is late.",
			"To day 60: until 29 November 2026", "3 Nov 2026|Regular talk|Review|Boss Ana|Diego Salas", "To day 90: until 29 December 2026",
			"1 Dec 2026|Follow-up|First talk|Boss Ana Chief Eva|Diego Salas"},
		"whitespace": {"Product|Unit|Status|Potential|Chance|Why|Ask",
			"Core|Depot|Proposed|15,000.00 EUR|67%|Our estimate · Sister units buy it: Mill · Can vouch for us: Boss Ana",
			"Hub|Mill|Opportunity|5,000.00 EUR|49%|Shown to Chief Eva, with interest · Can introduce us: Clerk Ben|Clerk Ben",
			"Hub|Depot|Competitor|||Rival & Sons", "App|Depot|In-house", "Radio|Mill|Gap", "Care|Mill|Lapsed"},
	} {
		require.Contains(t, byID, id)
		assert.Equal(t, want, table(byID[id]), id)
	}
	ready := said(byID["readiness"])
	assert.Contains(t, ready, "Find out by name who decides and who holds the budget1 of 2")
	attention := said(byID["overdue"])
	for _, late := range []string{"Promise Interface for free", "MilestoneGo live", "RenewalCore · Mill"} {
		assert.Contains(t, attention, late)
	}
	assert.Contains(t, said(byID["summary"]), "Boss Ana (power 5)")

	byID, _ = sections(t, exporttest.NewMap(t, exporttest.Whole()), &handoff.Options{AsOf: exporttest.Day(2026, 10, 1)})
	assert.Equal(t, []string{"1 Oct 2026|Milestone|Go live|Boss Ana|Diego Salas", "1 Oct 2026|Renewal|Core · Mill|Fan Dora|Laura Méndez",
		"15 Oct 2026|Promise|Interface for free|Chief Eva|Diego Salas", "20 Oct 2026|Introduction||Boss Ana|Diego Salas"},
		table(byID["days"])[2:6], "on the first day of them")
	byID, _ = sections(t, exporttest.NewMap(t, exporttest.Whole()), &handoff.Options{AsOf: exporttest.Day(2027, 2, 1)})
	assert.Equal(t, "To day 30: until 2 March 2027", table(byID["days"])[1], "when they are over, from the day of the page")
	byID, _ = sections(t, exporttest.NewMap(t, exporttest.Whole()), nil)
	assert.Contains(t, said(byID["summary"]), "2 Nov 2025 to 1 Nov 2026115,000.00")
}

// TestTalksOfOneTitleHaveTheirOwnDates checks that regular talks with the same title have their own
// dates. A thousand talks without an occurrence must not slow the page down.
func TestTalksOfOneTitleHaveTheirOwnDates(t *testing.T) {
	norace.Only(t)
	t.Parallel()
	a := exporttest.Whole()
	second := a.Cadences[0]
	second.Every = "FREQ=WEEKLY"
	a.Cadences = append(a.Cadences, second)
	for range 1_000 {
		a.Cadences = append(a.Cadences, accountmap.Cadence{Title: "Never", Every: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", From: exporttest.Day(2026, 8, 4)})
	}
	m := exporttest.NewMap(t, a)
	byID, _ := sections(t, m, nil)
	assert.Equal(t, []string{"Review|Meeting|every 3 months|3 Nov 2026 2 Feb 2027|Boss Ana|Diego Salas",
		"Review|Meeting|every week|3 Nov 2026 10 Nov 2026|Boss Ana|Diego Salas", "Never||every day"}, table(byID["calendar"])[1:4])
}

func TestHandoffForTheClientHasNothingOfOurOwn(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Whole()).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	byID, ids := sections(t, m, &handoff.Options{Pictures: []handoff.Picture{{Picture: exporttest.Picture{}}}, Since: exporttest.NewMap(t, exporttest.Sample())})
	assert.Equal(t, []string{"update", "update-due", "update-changed", "update-next", "promises", "cases", "map", "sold", "renewals", "goals", "kpis", "calendar", "roadmap", "days", "summary", "people",
		"purchases", "conditions", "contracts", "terms", "coverage", "communications", "milestones", "exposures", "settled", "team"}, ids)
	all := strings.ToLower(said(parsed(t, page(t, m, &handoff.Options{Since: exporttest.NewMap(t, exporttest.Sample())}))))
	for _, word := range []string{"penetration", "stance", "power", "champion", "blocker", "priority", "evidence", "authority", "reaction", "verbal", "severity",
		"standing", "against", "not assessed", "testimonials to quote", "conversion", "competitor", "readiness"} {
		assert.NotContains(t, all, word)
	}
	assert.Equal(t, []string{"Name|Job title|Reports to|Email|Phone", "Head office Madrid, Spain", "Boss Ana|Director||boss@acme.example|+34 1",
		"Clerk Ben", "Mill Gdańsk, Poland", "Chief Eva||Boss Ana", "Fan Dora", "Other people", "Stray Finn"}, table(byID["people"]))
}

func TestHandoffListsChanges(t *testing.T) {
	before, after := exporttest.NewMap(t, exporttest.Sample()), exporttest.Sample()
	after.AsOf = exporttest.Day(2026, 12, 1)
	after.Contacts[2].Stance = accountmap.StanceSupporter
	after.Contacts = append(after.Contacts[:4:4], accountmap.Contact{ID: "new", Name: "New Ida", Unit: "mill"})
	after.Contacts = append(after.Contacts, exporttest.Sample().Contacts[4:7]...)
	after.Coverage[6].Status = accountmap.CoverageSold
	after.Orders = append(after.Orders, accountmap.Order{Unit: "mill", Product: "radio", Date: exporttest.Day(2026, 11, 20), Quantity: 1, Amount: accountmap.Money{Minor: 99900}})
	byID, ids := sections(t, exporttest.NewMap(t, after), &handoff.Options{Since: before})
	assert.Less(t, slices.Index(ids, "since"), slices.Index(ids, "transfer"), "it comes before all but page one")
	assert.Equal(t, []string{
		"What|Change|Details",
		"Contacts", "Chief Eva|Changed|Stance: neutral, now supporter", "New Ida|New", "Stray Finn|Gone",
		"Coverage", "Radio in Mill|Changed|gap, now sold",
	}, table(byID["since-changed"]))
	assert.Contains(t, said(byID["since"]), "Compared with the account as of 1 November 2026.")
	assert.Contains(t, said(byID["since"]), "New orders: 1 order line · 999.00 EUR")

	byID, _ = sections(t, before, &handoff.Options{Since: before})
	assert.Contains(t, said(byID["since"]), "Nothing has changed.")
}

// TestEveryEditHasWords checks that the removal and the addition of every value of an account with
// every key have words.
func TestEveryEditHasWords(t *testing.T) {
	before := exporttest.NewMap(t, accountmaptest.Full())
	m := exporttest.NewMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Empty"}})
	_, err := handoff.New(t.Context(), m, &handoff.Options{Since: before})
	require.NoError(t, err, "everything gone")
	_, err = handoff.New(t.Context(), before, &handoff.Options{Since: m})
	require.NoError(t, err, "everything new")
}

func TestHandoffNamesUnknownSections(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	_, err := handoff.New(t.Context(), m, &handoff.Options{Sections: []handoff.Section{{ID: "sumary"}, {ID: "map"}, {ID: "x"}, {}, {ID: "team", Custom: &document.Section{}}}})
	require.Error(t, err)
	for _, want := range []string{`"sumary"`, `"x"`, "summary", "is empty", `the ID "team" and is custom`} {
		assert.ErrorContains(t, err, want)
	}
	_, ids := sections(t, m, &handoff.Options{Sections: []handoff.Section{{ID: "team"}, {ID: "goals"}}})
	assert.Equal(t, []string{"team", "goals", "kpis"}, ids)
}

// TestHandoffSinceSaysWhichStatus checks the status of cells whose assessment is new or was
// removed.
func TestHandoffSinceSaysWhichStatus(t *testing.T) {
	before, after := exporttest.Sample(), exporttest.Sample()
	before.Coverage = before.Coverage[1:]
	after.Coverage = after.Coverage[:len(after.Coverage)-1]
	first, last := after.Coverage[0], before.Coverage[len(before.Coverage)-1]
	byID, _ := sections(t, exporttest.NewMap(t, after), &handoff.Options{Since: exporttest.NewMap(t, before)})
	rows := strings.Join(table(byID["since"]), "\n")
	assert.Contains(t, rows, "|Changed|now "+strings.ToLower(terms.English().Status(first.Status)))
	assert.Contains(t, rows, "|Changed|no longer "+strings.ToLower(terms.English().Status(last.Status)))
}

// TestHandoffOfAnEmptyAccountHasNoShare checks that an empty account has no share, and that the
// page explains a missing day.
func TestHandoffOfAnEmptyAccountHasNoShare(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}}), nil)
	assert.Equal(t, "Penetration–0 of 0 sellable", tile(t, byID["summary"], "Penetration"))

	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme", AsOf: exporttest.Day(2026, 11, 1)}, Units: []accountmap.Unit{{ID: "u", Name: "Mill"}},
		Products: []accountmap.Product{{ID: "p", Name: "Core"}}, Coverage: []accountmap.Cell{{Unit: "u", Product: "p", Status: accountmap.CoverageSold}}}
	byID, _ = sections(t, exporttest.NewMap(t, a), nil)
	assert.Contains(t, table(byID["overdue"]), "Survey|Mill|Never asked|nobody yet|nobody yet")
}

// TestHandoffLimitsAppointments checks that a section shows a limited number of appointments and
// counts the others.
func TestHandoffLimitsAppointments(t *testing.T) {
	a := exporttest.Sample()
	for i := range 50 {
		a.Cadences = append(a.Cadences, accountmap.Cadence{Title: fmt.Sprint("Talk ", i), Every: "FREQ=DAILY", From: exporttest.Day(2026, 11, 1), Contacts: []accountmap.ContactID{"boss"}})
	}
	a.Handoff.Start = exporttest.Day(2026, 11, 1)
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	rows := table(byID["days"])
	assert.Less(t, len(rows), 200)
	more := 0
	for _, row := range rows {
		if strings.HasPrefix(row, "and ") {
			more++
		}
	}
	assert.Equal(t, 3, more, "a row in each stretch: %v", rows[len(rows)-3:])
	assert.Contains(t, rows, "1 Nov 2026|Regular talk|Talk 0|Boss Ana|Diego Salas")
}

// TestHandoffPictureHasItsTitle checks that a picture other than the account map keeps its own
// title and description. The page repeats no counts: the subtitle of the account map has them.
func TestHandoffPictureHasItsTitle(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	heading := func(p picture.Picture) (title, all string) {
		byID, _ := sections(t, m, &handoff.Options{Pictures: []handoff.Picture{{Picture: p}}})
		var alt []string
		for _, e := range elements(byID["map"], "svg") {
			for _, a := range e.Attr {
				if a.Key == "aria-label" {
					alt = append(alt, a.Val)
				}
			}
		}
		return said(elements(byID["map"], "h2")[0]), said(byID["map"]) + strings.Join(alt, " ")
	}
	title, all := heading(exporttest.Picture{Heading: "Acme · success roadmap", Says: "What is done by when"})
	assert.Equal(t, "Acme · success roadmap", title)
	assert.Contains(t, all, "What is done by when")
	assert.NotContains(t, all, "people ·")
	for _, p := range []picture.Picture{exporttest.Picture{}, exporttest.Picture{Heading: "Acme · account map"}} {
		title, all = heading(p)
		assert.Equal(t, "Account map", title)
		assert.Contains(t, all, "who reports to whom")
		assert.NotContains(t, all, "people ·")
	}
}
