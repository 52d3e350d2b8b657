package handoff_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/printer"
	"github.com/accountatlas/accountatlas/export/handoff"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// orderBook returns an account with the given numbers of units, products, people and order lines.
// Line i is worth i cents.
func orderBook(units, products, people, lines int) *accountmap.Account {
	a := exporttest.Large(units, 0)
	a.Contacts = nil
	for i := range products {
		a.Products = append(a.Products, accountmap.Product{ID: accountmap.ProductID(fmt.Sprint("p", i)), Name: fmt.Sprint("Product ", i), Line: fmt.Sprint("Line ", i%3)})
	}
	for i := range people {
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("c", i)), Name: fmt.Sprint("Person ", i),
			Unit: accountmap.UnitID(fmt.Sprint("u", i%units))})
	}
	for i := range lines {
		a.Orders = append(a.Orders, accountmap.Order{ID: accountmap.OrderID(fmt.Sprint(i)), Unit: accountmap.UnitID(fmt.Sprint("u", i%units)),
			Product: accountmap.ProductID(fmt.Sprint("p", i%products)), Date: exporttest.Day(2022+i%4, 3, 1), Quantity: 1, Amount: accountmap.Money{Minor: int64(i)}})
	}
	return a
}

// crowded returns an account with 900 entries of every list that has a section, all in one unit,
// and with cells of many lines.
func crowded() *accountmap.Account {
	a := exporttest.Whole()
	for i := range 900 {
		id, name, day := fmt.Sprint("x", i), fmt.Sprint("Entry ", i), exporttest.Day(2020+i%6, 5, 1)
		contact, product := accountmap.ContactID(id), accountmap.ProductID(id)
		a.Products = append(a.Products, accountmap.Product{ID: product, Name: name})
		a.Contacts = append(a.Contacts, accountmap.Contact{ID: contact, Name: name, Unit: "mill"},
			accountmap.Contact{ID: contact + "s", Name: name + " Stray"})
		a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "mill", Product: product, Status: accountmap.CoverageCompetitor, Competitor: "rival"})
		a.Contracts = append(a.Contracts, accountmap.Contract{ID: accountmap.ContractID(id), Start: day})
		a.Contracts[0].Products = append(a.Contracts[0].Products, product)
		a.Terms = append(a.Terms, accountmap.Term{Kind: accountmap.TermPrice, Text: name})
		a.Goals = append(a.Goals, accountmap.Goal{ID: accountmap.GoalID(id), Title: name})
		a.KPIs = append(a.KPIs, accountmap.KPI{Goal: accountmap.GoalID(id), Name: name})
		a.Communications = append(a.Communications, accountmap.Communication{Date: day, Subject: name, Contacts: []accountmap.ContactID{contact}})
		a.Communications[0].Contacts = append(a.Communications[0].Contacts, contact)
		a.Commitments = append(a.Commitments, accountmap.Commitment{Text: name, Due: day})
		a.Objections = append(a.Objections, accountmap.Objection{Text: name, RaisedBy: contact})
		a.Competitors = append(a.Competitors, accountmap.Competitor{ID: accountmap.CompetitorID(id), Name: name})
		a.Risks = append(a.Risks, accountmap.Risk{Text: name})
		a.Cases = append(a.Cases, accountmap.Case{ID: accountmap.CaseID(id), Kind: accountmap.CaseComplaint, Opened: day, Summary: name})
		a.Surveys = append(a.Surveys, accountmap.Survey{Date: day, Contact: contact, Kind: accountmap.SurveyNPS, Score: 9})
		a.Endorsements = append(a.Endorsements, accountmap.Endorsement{Kind: accountmap.EndorsementReferral, Contact: contact, Asked: day})
		a.Exposures = append(a.Exposures, accountmap.Exposure{Contact: contact, Product: product, Date: day})
		a.Team = append(a.Team, accountmap.Member{ID: accountmap.MemberID(id), Name: name})
		a.Milestones = append(a.Milestones, accountmap.Milestone{ID: accountmap.MilestoneID(id), Title: name, Due: day})
		a.Cadences = append(a.Cadences, accountmap.Cadence{Title: name, Every: "FREQ=MONTHLY", From: day})
		a.Handoff.Checklist = append(a.Handoff.Checklist, accountmap.ChecklistItem{Text: name})
	}
	return a
}

// lengths calls found with the number of body rows of every table, of items of every list, and of
// lines of every cell.
func lengths(section string, blocks []document.Block, found func(what string, n int)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *document.Section:
			lengths(b.ID, b.Blocks, found)
		case *document.List:
			found("list in "+section, len(b.Items))
		case *document.Paragraph:
			found("text in "+section, len(b.Text)/3)
		case *document.Table:
			n := 0
			rows := b.Foot
			for _, g := range b.Groups {
				n, rows = n+len(g.Rows), append(rows, g.Rows...)
			}
			found("table in "+section, n)
			for _, row := range rows {
				for _, c := range row {
					found("cell in "+section, len(c.Lines))
				}
			}
		}
	}
}

// TestNoSectionListsThousands checks the limits of every section, list and cell.
func TestNoSectionListsThousands(t *testing.T) {
	norace.Only(t)
	before := exporttest.NewMap(t, exporttest.Sample())
	for name, a := range map[string]*accountmap.Account{"order book": orderBook(49, 1000, 800, 5000), "crowded": crowded(), "one unit": orderBook(1, 700, 900, 3000)} {
		for _, audience := range accountmap.Audiences() {
			m := exporttest.NewMap(t, a).Select(accountmap.Scope{Audience: audience})
			d, err := handoff.New(t.Context(), m, &handoff.Options{Since: before})
			require.NoError(t, err)
			lengths("page", d.Blocks, func(what string, n int) {
				assert.LessOrEqual(t, n, 100, "%s, %s: %s", name, audience, what)
			})
		}
	}
}

// TestLongTablesNameTheSheetOfTheRest checks that a long table has the sums, the largest rows, and
// the name of the sheet with all rows, in each language.
func TestLongTablesNameTheSheetOfTheRest(t *testing.T) {
	norace.Only(t)
	m := exporttest.NewMap(t, orderBook(49, 1000, 800, 5000))
	byID, _ := sections(t, m, nil)
	sold := table(byID["purchases"])
	assert.Contains(t, sold, "Unit 1 Madrid|103|2,575.00 EUR", "the sum of a unit")
	assert.Contains(t, strings.Join(sold, "\n"), "Product 999 Unit 1|", "the largest purchase")
	assert.NotContains(t, strings.Join(sold, "\n"), "Product 0 Unit 0|", "the smallest")
	assert.Contains(t, sold[len(sold)-1], "5,000||124,975.00 EUR", "the total")
	for language, want := range map[string]string{"en": "The other 4,920 are in the workbook, sheet Orders.",
		"es": "Hay 4920 más en el libro de Excel, hoja Pedidos.", "el": "Άλλα 4.920 είναι στο βιβλίο εργασίας, φύλλο Παραγγελίες."} {
		words, _ := terms.Lookup(language)
		byID, _ = sections(t, m, &handoff.Options{Terms: words})
		assert.Contains(t, said(byID["purchases"]), want)
	}
	assert.Contains(t, said(byID["people"]), "720", "those who are not on the page are counted")
}

// TestHandoffOfAnOrderBookIsRead checks that the page of a book of 10,000 lines has at most 40
// printed pages: of few units and many, with statuses and without.
func TestHandoffOfAnOrderBookIsRead(t *testing.T) {
	norace.Only(t)
	long := orderBook(107, 9000, 0, 10_000)
	for i := range long.Products {
		long.Products[i].Name += " for the trade, in sacks of 25 kg"
		long.Products[i].Line = fmt.Sprint("Line ", i%40)
	}
	sold := *long
	for i := range 3000 {
		sold.Coverage = append(sold.Coverage, accountmap.Cell{Unit: accountmap.UnitID(fmt.Sprint("u", i%107)), Product: accountmap.ProductID(fmt.Sprint("p", i)), Status: accountmap.CoverageSold})
	}
	for name, a := range map[string]*accountmap.Account{"people": orderBook(49, 1860, 790, 10_000), "wards": orderBook(30, 300, 3000, 10_000), "branches": long, "branches, sold": &sold} {
		d, err := handoff.New(t.Context(), exporttest.NewMap(t, a), nil)
		require.NoError(t, err)
		var pdf, md, page bytes.Buffer
		require.NoError(t, printer.PDF(t.Context(), &pdf, d, nil))
		require.NoError(t, printer.Markdown(&md, d, nil))
		require.NoError(t, printer.HTML(t.Context(), &page, d, nil))
		assert.LessOrEqual(t, bytes.Count(pdf.Bytes(), []byte("/Type /Page\n")), 40, name)
		assert.Less(t, md.Len(), 300_000, name)
		assert.Less(t, page.Len(), 1_000_000, name)
	}
}

// TestReadinessHasOneMeasure checks that a number of checks has no share by weight next to it.
func TestReadinessHasOneMeasure(t *testing.T) {
	for language, want := range map[string]string{"en": "7 of 15", "es": "7 de 15", "el": "7 από 15"} {
		words, _ := terms.Lookup(language)
		byID, _ := sections(t, exporttest.NewMap(t, exporttest.Sample()), &handoff.Options{Terms: words})
		assert.Contains(t, said(byID["readiness"]), want)
		assert.Contains(t, said(byID["brief"]), want, "page one has the same figure")
		assert.NotContains(t, said(byID["readiness"]), "%")
	}
}
