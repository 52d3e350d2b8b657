package handoff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
)

// sections returns the sections of a page by their ids, and the ids in order.
func sections(t *testing.T, m *accountmap.Map, opts *handoff.Options) (byID map[string]*html.Node, ids []string) {
	t.Helper()
	byID = map[string]*html.Node{}
	for _, s := range elements(parsed(t, page(t, m, opts)), "section") {
		for _, a := range s.Attr {
			if a.Key == "id" {
				byID[a.Val], ids = s, append(ids, a.Val)
			}
		}
	}
	return byID, ids
}

// table returns the rows of a section's tables, each as the text of its cells.
func table(n *html.Node) []string {
	var lines []string
	for _, row := range rows(n) {
		lines = append(lines, strings.TrimRight(strings.Join(row, "|"), "|"))
	}
	return lines
}

// TestHandoffSections checks that the page has every section of the package in its order, or names
// it among the empty sections.
func TestHandoffSections(t *testing.T) {
	for name, a := range map[string]*accountmap.Account{"whole": exporttest.Whole(), "sample": exporttest.Sample(), "empty": {Profile: accountmap.Profile{Name: "Acme"}}} {
		m := exporttest.NewMap(t, a)
		d, err := handoff.New(t.Context(), m, &handoff.Options{Pictures: []handoff.Picture{{Picture: exporttest.Picture{}}}, Since: m})
		require.NoError(t, err)
		var order, shown []string
		nothing := ""
		for _, s := range handoff.Sections() {
			order = append(order, s.ID)
		}
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case *document.Section:
				shown = append(shown, b.ID)
				assert.Equal(t, b.ID == "brief", b.Lead, "%s: %s", name, b.ID)
				assert.NotEmpty(t, b.Blocks, "%s: %s", name, b.ID)
			case *document.Paragraph:
				for _, x := range b.Text {
					nothing += string(x.(document.Muted))
				}
			}
		}
		assert.Equal(t, slices.DeleteFunc(slices.Clone(order), func(id string) bool { return !slices.Contains(shown, id) }), shown, name)
		if name == "empty" {
			assert.Equal(t, []string{"brief", "since", "map", "readiness", "attention", "summary"}, shown)
			assert.Equal(t, "Nothing recorded yet: Promises made, Open cases, Risks, What was sold, The client’s goals, Targets and budgets, Communications calendar, Success roadmap, "+
				"People, Contracts and terms, Coverage, What has been communicated, What has been shown to whom, Referrals and testimonials, "+
				"Objections and our answers, Satisfaction, Competitors and Team.", nothing)
		}
	}
}

// TestNothingFollowsAPicture checks that the note on empty sections is not left alone on a page
// between the pages of the roadmap and the annex.
func TestNothingFollowsAPicture(t *testing.T) {
	a := exporttest.Sample()
	a.Risks = nil
	d, err := handoff.New(t.Context(), exporttest.NewMap(t, a), &handoff.Options{Pictures: []handoff.Picture{{Section: "roadmap", Picture: exporttest.Picture{}}}})
	require.NoError(t, err)
	note := slices.IndexFunc(d.Blocks, func(b document.Block) bool { _, ok := b.(*document.Paragraph); return ok })
	require.GreaterOrEqual(t, note, 0)
	assert.Equal(t, "roadmap", d.Blocks[note+1].(*document.Section).ID)
}

func TestHandoffHead(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	byID, ids := sections(t, m, nil)
	assert.NotContains(t, ids, "map")
	root := parsed(t, page(t, m, nil))
	assert.Equal(t, "Acme · handoff", said(elements(root, "h1")[0]))
	assert.Contains(t, said(elements(root, "header")[0]), "From Laura Méndez to Diego Salas · 1 Oct to 15 Dec 2026 · introduced on 20 Oct · not signed off yet")
	details := said(elements(root, "main")[0])
	assert.Contains(t, said(elements(root, "header")[0]), "As of 1 November 2026")
	for _, want := range []string{"IndustryPaper", "SegmentEnterprise", "TierKey",
		"Hands overLaura Méndez, New business laura@seller.example", "Takes overDiego Salas, Account manager"} {
		assert.Contains(t, details, want)
	}
	assert.Contains(t, said(byID["summary"]), "Won in 2024.")
}

func TestHandoffFigures(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), nil)
	var tiles []string
	for _, dl := range elements(byID["summary"], "dl") {
		for _, tile := range elements(dl, "div") {
			var parts []string
			for c := range tile.ChildNodes() {
				parts = append(parts, said(c))
			}
			tiles = append(tiles, strings.Join(parts, "|"))
		}
	}
	assert.Equal(t, []string{
		"Penetration|17%|3 of 18 sellable",
		"Units that buy|2|of 4 units",
		"For / against|2 / 2|1 neutral, 2 unknown",
		"Orders in the last year|15,000|EUR · 1 order line · +50% on the year before",
		"Next renewal|1 Jan 2027|Core · Head office",
		"Open cases|0",
		"Late|3|Renewal 1 · Survey 2",
		"Open asks|1|Referrals: 1 · Testimonials: 0",
		"Testimonials to quote|0|of 0 given",
	}, tiles)

	byID, _ = sections(t, exporttest.NewMap(t, exporttest.Sample()), &handoff.Options{AsOf: exporttest.Day(2025, 6, 1)})
	text := said(byID["summary"])
	assert.Contains(t, text, "Orders in the last year10,000EUR · 1 order line", "counted from the day asked for")
	assert.Contains(t, text, "Next renewal1 Oct 2026Core · Mill")

	a := exporttest.Sample()
	a.AsOf = accountmap.Date{}
	byID, _ = sections(t, exporttest.NewMap(t, a), nil)
	assert.Contains(t, said(byID["summary"]), "Orders in the last year–date not known")
}

func TestHandoffSold(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), nil)
	assert.Equal(t, []string{
		"Product|Status|Since|Last order|Renewal|Order lines|Quantity|Amount",
		"Head office Madrid, Spain",
		"Core|Sold|||1 Jan 2027",
		"Mill Gdańsk, Poland",
		"Core|Sold|1 Mar 2025|1 Feb 2026|1 Oct 2026|2|5|25,000.00 EUR",
		"App|Sold",
		"Care|Lapsed|1 Jun 2024|1 Jun 2024||1|1|70,000 JPY",
		"Total|||||3||25,000.00 EUR 70,000 JPY",
	}, table(byID["purchases"]))
}

func TestHandoffGoalsAndCommunications(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), nil)
	assert.Equal(t, []string{
		"Priority|Goal|Unit|Owner|Due|State|Evidence",
		"1|Save 5 %|whole client||31 Dec 2027",
		"2|Halve errors|Mill|Chief Eva||At risk|Plant review",
		"|Someday Initiative|whole client",
	}, table(byID["goals"]))
	assert.Equal(t, []string{
		"Date|Channel|Their people|Our people|Subject|Follow-up",
		"1 Jun 2026|||Laura Méndez Diego Salas|Among us Internal",
		"1 Jan 2026|Meeting|Boss Ana Chief Eva|Laura Méndez|First talk Friendly.|1 Dec 2026",
	}, table(byID["communications"]), "the latest first, and what is internal says so")
}

func TestHandoffPeople(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), nil)
	assert.Equal(t, []string{
		"Stance|Name|Reports to|Roles|Power|Contact level Owner|Notes",
		"▲ Champion|Boss Ana Director Head office boss@acme.example +34 1||Decision maker Coach|5|Brief Laura Méndez|One page. Evidence: Said so, 1 Mar 2026, confirmed",
		"■ Blocker|Stop Carl Mill outside the organisation|||3",
		"− Neutral|Chief Eva Mill|Boss Ana||4",
		"? Unknown|Clerk Ben Head office|||1|In depth",
		"+ Supporter|Fan Dora Mill||||Multiple",
		"▼ Sceptic|Stray Finn Unit not known",
		"? Unknown|Legal counsel Depot not yet known",
		"Left",
		"▲ Champion|Gone Emil Mill left on 31 Mar 2026|||5",
	}, table(byID["people"]), "champions and blockers with power first, those who left last")
	assert.Equal(t, "Champions and blockers with power come first, then everybody else by power.", said(elements(byID["people"], "caption")[0]))
}

func TestHandoffCoverage(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), nil)
	tables := elements(byID["coverage"], "table")
	assert.Equal(t, []string{
		"Product|Penetration|Head office Madrid, Spain",
		"|North Baltic",
		"Head office Madrid, Spain|Mill Gdańsk, Poland|Depot Baltic|Trust Place not known",
		"Platform",
		"Core|50%|Sold|Sold|Proposed",
		"Hub|0%|Blocked|Opportunity|Competitor",
		"Field",
		"App|25%||Sold|In-house",
		"Radio|0%||Gap",
		"Other products",
		"Care|0%|Not relevant|Lapsed",
		"Penetration of the unit|17%|33%|40%|0%|0%",
		"People we know there ▲ Champion + Supporter − Neutral ▼ Sceptic ■ Blocker ? Unknown|? Clerk Ben ▲ Boss Ana|+ Fan Dora − Chief Eva ■ Stop Carl|? Legal counsel (not yet known)|nobody yet",
	}, table(tables[0]))
	assert.Equal(t, "Unit not known: ▼ Stray Finn", said(elements(byID["coverage"], "p")[1]))
	assert.Equal(t, "Sold Opportunity Proposed Gap Competitor In-house Lapsed Not relevant Blocked blank: not assessed yet",
		said(elements(byID["coverage"], "p")[0]))
}

func TestHandoffOtherTables(t *testing.T) {
	byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), nil)
	assert.Equal(t, []string{
		"Contact|State|Asked|Leads to|In their own words",
		"Referrals: Given 1 / 2",
		"Boss Ana Head office|Open|1 May 2026",
		"Boss Ana Head office|Given 20 Jan 2026|10 Jan 2026|Chief Eva Mill",
		"Testimonials: Given 0 / 1",
		"Fan Dora Mill|Declined 9 Feb 2026|2 Feb 2026|Core|Not yet.",
		"Ask|Reason|Owner", "Trust", "Clerk Ben Head office|Heads a unit beside it We know each other well Stance unknown|Diego Salas",
	}, table(byID["endorsements"]))
	assert.Equal(t, []string{
		"Date|Contact|Unit|Product|Kind|Our people|Reaction",
		"1 Jan 2026|Chief Eva|Mill|Hub|Demo|Laura Méndez|Interested",
	}, table(byID["exposures"]))
	assert.Equal(t, []string{
		"Name|Role|Looks after|Until|Standing with contacts",
		"Now",
		"Diego Salas|Account manager",
		"Before",
		"Laura Méndez laura@seller.example|New business|Head office|1 Oct 2026|Boss Ana Vendor → Trusted adviser",
	}, table(byID["team"]), "those who have left the account last")
	assert.Equal(t, []string{
		"Competitor|Strengths|Threats|Where we meet them",
		"Rival & Sons|price|bundles|Hub, Depot",
	}, table(byID["competitors"]))
	assert.Equal(t, []string{"State|To be done", "Done|Introduce Diego", "To do|Pass the contracts on",
		"Part|Name|Date|Signature", "Hands over|Laura Méndez New business", "Takes over|Diego Salas Account manager"}, table(byID["checklist"]))
	assert.Contains(t, said(byID["checklist"]), "1 of 2 done")
}

// TestTeamListsAFewUnits bounds the units of a member: somebody may look after a whole country.
func TestTeamListsAFewUnits(t *testing.T) {
	a := &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}, Team: []accountmap.Member{{ID: "m", Name: "Ana"}}}
	for i := range 30 {
		id := accountmap.UnitID(fmt.Sprintf("u%02d", i))
		a.Units, a.Team[0].Units = append(a.Units, accountmap.Unit{ID: id, Name: "Plant " + string(id)}), append(a.Team[0].Units, id)
	}
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	rows := table(byID["team"])
	assert.Contains(t, rows[len(rows)-1], "Plant u07 and 22 more")
}

// TestHandoffOfAnEmptyAccountSaysWhatIsMissing checks that one sentence names everything that is
// not recorded yet, in each language.
func TestHandoffOfAnEmptyAccountSaysWhatIsMissing(t *testing.T) {
	m := exporttest.NewMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}})
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		byID, _ := sections(t, m, &handoff.Options{Terms: words})
		assert.Contains(t, said(byID["summary"]), words.Text(terms.HandoffNoHandoff), language)
		assert.Contains(t, said(byID["attention"]), words.Text(terms.PackDayUnknown), language)
		all := said(parsed(t, page(t, m, &handoff.Options{Terms: words})))
		for _, key := range []terms.Key{terms.HandoffSectionSold, terms.HandoffSectionGoals, terms.HandoffSectionPeople, terms.HandoffSectionCoverage,
			terms.HandoffSectionTeam, terms.PackSectionPromises, terms.PackSectionRisks, terms.PackSectionRoadmap, terms.PackSectionSatisfaction} {
			assert.Contains(t, all, words.Text(key), language)
		}
	}
}

func TestHandoffSpansMoreColumnsThanACellMay(t *testing.T) {
	a := exporttest.Large(1200, 1)
	a.Units = append([]accountmap.Unit{{ID: "all", Name: "All"}}, a.Units...)
	for i := range a.Units {
		if a.Units[i].Parent == "" && a.Units[i].ID != "all" {
			a.Units[i].Parent = "all"
		}
	}
	byID, _ := sections(t, exporttest.NewMap(t, a), nil)
	head := rows(elements(byID["coverage"], "thead")[0])
	assert.Equal(t, []string{"Product", "Penetration", "All", "All"}, head[0])
	assert.Len(t, head[2], 1200)
}
