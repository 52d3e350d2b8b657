package workbook_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/workbook"
	"github.com/accountatlas/accountatlas/internal/norace"
)

func TestContactsSheet(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Sample())
	f := reopen(t, xlsx(t, m, nil))
	g := read(t, f, "Contacts")
	assert.Equal(t, "Acme · Contacts", g.at(0, 1))
	assert.Equal(t, "As of 1 November 2026  ·  7 people · 2 for · 2 against · 1 neutral · 2 unknown", g.at(1, 1))
	head := g.row(1, "Name")
	column := map[string]int{}
	for i, h := range g.rows[head] {
		column[h] = i
	}
	cell := func(person, head string) string {
		t.Helper()
		require.Contains(t, column, head)
		return g.at(g.row(1, person), column[head])
	}
	for c := range m.Contacts() {
		if c.Name != "" {
			u, _ := m.Unit(c.Unit)
			assert.Equal(t, u.Name, cell(c.Name, "Unit"))
			assert.Equal(t, c.Title, cell(c.Name, "Job title"))
			assert.Equal(t, string(c.ID), g.at(g.row(1, c.Name), 0))
		}
	}
	assert.Len(t, g.rows, head+1+8)
	for head, want := range map[string]string{"Stance": "Champion", "Power": "5", "Roles": "Decision maker; Coach", "Contact level": "Brief",
		"Owner": "Laura Méndez", "Email": "boss@acme.example", "Phone": "+34 1", "Language": "es", "Evidence: Source": "Said so",
		"Evidence: Date": "2026-03-01", "Evidence: Confirmed": "Yes", "Notes": "One page.", "External": "", "Left": "", "Reports to": ""} {
		assert.Equal(t, want, cell("Boss Ana", head), head)
	}
	assert.Equal(t, "Boss Ana", cell("Chief Eva", "Reports to"))
	assert.Equal(t, "Boss Ana", cell("Clerk Ben", "Assistant to"))
	assert.Equal(t, "Yes", cell("Stop Carl", "External"))
	assert.Equal(t, "2026-03-31", cell("Gone Emil", "Left"))
	assert.Empty(t, cell("Stray Finn", "Unit"))
	assert.Equal(t, "accountatlas:contacts", g.at(head-1, 0))
	assert.Equal(t, "evidence.source", g.at(head-1, column["Evidence: Source"]))

	tables, err := f.GetTables("Contacts")
	require.NoError(t, err)
	require.Len(t, tables, 1)
	assert.Equal(t, name(head, 0)+":"+name(len(g.rows)-1, len(g.rows[head])-1), tables[0].Range)
	linked, target, err := f.GetCellHyperLink("Contacts", name(g.row(1, "Boss Ana"), column["Email"]))
	require.NoError(t, err)
	assert.True(t, linked)
	assert.Equal(t, "mailto:boss@acme.example", target)
}

// answer returns the summary and the rows below a question, heads first.
func (g *grid) answer(question string) (summary string, rows [][]string) {
	g.t.Helper()
	var at int
	for i := range g.rows { // the list at the top may have it first
		if g.at(i, 0) == question {
			at = i
		}
	}
	require.NotZero(g.t, at, question)
	for i := at + 2; i < len(g.rows) && g.at(i, 0) != ""; i++ {
		rows = append(rows, g.rows[i])
	}
	return g.at(at+1, 0), rows
}

func TestAnswersSheet(t *testing.T) {
	f := reopen(t, xlsx(t, exporttest.NewMap(t, exporttest.Sample()), nil))
	g := read(t, f, "Answers")
	for _, test := range []struct {
		question, summary string
		want              []string
	}{
		{"Which units do I do business with now?", "2 of 4 units", []string{
			"Unit|Location|Penetration|Products sold|In progress|Lapsed|Last order",
			"Mill|Gdańsk, Poland|40%|2|1|1|2026-02-01",
			"Head office|Madrid, Spain|33%|1|0|0"}},
		{"Which units do I not do business with?", "2 of 4 units", []string{
			"Unit|Location|Contacts|In progress|Lapsed|Last order",
			"Depot|Baltic|0|1|0",
			"Trust||0|0|0"}},
		{"Where is each unit located?", "4 of 5 units", []string{
			"Unit|Part of|Address|City|Region|Country|Kind|Segment|Notes",
			"Head office||Calle 1|Madrid||Spain|Group",
			"North|Head office|||Baltic||Division",
			"Mill|North||Gdańsk||Poland",
			"Depot|North|||Baltic||||taken from North",
			"Trust||||||Related entity||Place not known"}},
		{"What has each unit bought?", "Sold: 3 · Lapsed: 1", []string{
			"Unit|Product|Line|Status|First order|Last order|Order lines|Quantity|Amount",
			"Head office|Core|Platform|Sold|||0",
			"Mill|Core|Platform|Sold|2025-03-01|2026-02-01|2|5|25,000.00 EUR",
			"Mill|App|Field|Sold|||0",
			"Mill|Care||Lapsed|2024-06-01|2024-06-01|1|1|70,000 JPY"}},
		{"What has each unit not bought?",
			"Opportunity: 1 · Proposed: 1 · Gap: 1 · Competitor: 1 · In-house: 1 · Not relevant: 1 · Blocked: 1 · Not assessed: 9", []string{
				"Unit|Products|Reason|Status|Kind of sale|Competitor|Potential|Target|As of",
				"Head office|Hub|Frozen budget|Blocked",
				"Head office|Care|Nothing to care for|Not relevant",
				"Head office|App, Radio||Not assessed",
				"Mill|Hub||Opportunity|Cross-sell||5,000.00 EUR",
				"Mill|Radio||Gap",
				"Depot|Core||Proposed",
				"Depot|Hub||Competitor||Rival & Sons",
				"Depot|App||In-house",
				"Depot|Radio, Care||Not assessed",
				"Trust|Core, Hub, App, Radio, Care||Not assessed"}},
		{"Whom do I know in each unit?", "2 of 4 units · 5 people", []string{
			"Unit|Contacts|||||People we know",
			"Head office|? Clerk Ben  ·  ▲ Boss Ana, Director|||||2",
			"Mill|+ Fan Dora  ·  − Chief Eva  ·  ■ Stop Carl|||||3",
			"Depot|? Legal counsel (not yet known), Legal counsel|||||0",
			"Trust|nobody yet|||||0"}},
		{"Which contacts have I asked for referrals and testimonials?", "Referrals: 1 person · Testimonials: 1 person", []string{
			"Contact|Unit|Kind|Times|Given|Declined|Open|Given unasked|Last asked",
			"Boss Ana|Head office|Referral|2|1|0|1|0|2026-05-01",
			"Fan Dora|Mill|Testimonial|1|0|1|0|0|2026-02-02"}},
		{"How many of each were given?", "Referrals: 1 / 2 · Testimonials: 0 / 1", []string{
			"Kind|Conversion|Asked|Given|Declined|Open|Given unasked",
			"Referrals|50%|2|1|0|1|0",
			"Testimonials|0%|1|0|1|0|0"}},
	} {
		summary, rows := g.answer(test.question)
		assert.Equal(t, test.summary, summary, test.question)
		var got []string
		for _, row := range rows {
			got = append(got, strings.TrimRight(strings.Join(row, "|"), "|"))
		}
		assert.Equal(t, test.want, got, test.question)
		var link string
		for column := range 3 {
			for i := 3; i < 7; i++ {
				if g.at(i, column) == test.question {
					link = name(i, column)
				}
			}
		}
		linked, target, err := f.GetCellHyperLink("Answers", link)
		require.NoError(t, err)
		assert.True(t, linked && strings.HasPrefix(target, "'Answers'!A"), "the list at the top leads to %q", test.question)
	}
}

func TestWorkbookOfAnEmptyAccount(t *testing.T) {
	norace.Only(t)
	full := exporttest.Sample()
	for name, change := range map[string]func(){
		"nothing":     func() { full.Units, full.Products, full.Contacts = nil, nil, nil },
		"no units":    func() { full.Units, full.Contacts = nil, nil },
		"no products": func() { full.Products = nil },
		"no contacts": func() { full.Contacts = nil },
		"no lines": func() {
			for i := range full.Products {
				full.Products[i].Line = ""
			}
		},
		"one product": func() { full.Products = full.Products[:1] },
	} {
		t.Run(name, func(t *testing.T) {
			full = exporttest.Sample()
			change()
			only := &accountmap.Account{Profile: full.Profile, Units: full.Units, Products: full.Products, Contacts: full.Contacts}
			for i := range only.Contacts {
				only.Contacts[i].Owner = ""
			}
			for _, language := range terms.Languages() {
				words, _ := terms.Lookup(language)
				f := reopen(t, xlsx(t, exporttest.NewMap(t, only), &workbook.Options{Terms: words}))
				g := read(t, f, words.Text(terms.WorkbookSheetCoverage))
				total := g.row(1, words.Text(terms.WorkbookUnitPenetration))
				if len(only.Units) > 0 && len(only.Products) > 0 {
					g.share(total, 2, 0)
				}
				answers := read(t, f, words.Text(terms.WorkbookSheetAnswers))
				_, rows := answers.answer(words.Text(terms.WorkbookQuestionBought))
				assert.Equal(t, [][]string{{words.Text(terms.WorkbookNothingBought)}}, rows)
			}
		})
	}
}

func TestUnrequestedTestimonialsAreCountedSeparately(t *testing.T) {
	a := exporttest.Sample()
	give := func(contact accountmap.ContactID, asked, expires accountmap.Date, public bool) {
		a.Endorsements = append(a.Endorsements, accountmap.Endorsement{Kind: accountmap.EndorsementTestimonial, Contact: contact, Asked: asked,
			Given: exporttest.Day(2025, 3, 4), Text: "Good.", Public: public, Expires: expires})
	}
	give("gone", exporttest.Day(2025, 2, 12), exporttest.Day(2026, 3, 31), true)
	give("boss", accountmap.Date{}, exporttest.Day(2027, 1, 1), true)
	give("chief", exporttest.Day(2025, 3, 1), accountmap.Date{}, false)
	_, rows := read(t, reopen(t, xlsx(t, exporttest.NewMap(t, a), nil)), "Answers").answer("How many of each were given?")
	assert.Equal(t, []string{"Testimonials", "50%", "2", "1", "1", "0", "1"}, rows[2])
}
