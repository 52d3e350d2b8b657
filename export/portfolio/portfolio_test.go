package portfolio_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/portfolio"
	"github.com/accountatlas/accountatlas/export/sheet"
)

func portfolioRows(t *testing.T, accounts []insight.Summary, opts *portfolio.Options) [][]string {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, portfolio.New(accounts, opts).WriteXLSX(&file))
	book, err := excelize.OpenReader(&file)
	require.NoError(t, err)
	rows, err := book.GetRows(book.GetSheetList()[0])
	require.NoError(t, err)
	return rows
}

func TestPortfolio(t *testing.T) {
	first := insight.Of(exporttest.NewMap(t, exporttest.Whole()), accountmap.Date{}).Summary()
	second := first
	second.Profile.Name, second.GrowthKnown = "Ärzte", false
	third := first
	third.Profile.Name = "Zeta"
	third.Revenue, third.Ordered = accountmap.Money{Minor: 5, Currency: "USD"}, accountmap.OrderTotal{}
	rows := portfolioRows(t, []insight.Summary{third, first, second}, nil)
	assert.Equal(t, []string{"Portfolio"}, rows[0])
	assert.Equal(t, []string{"3 accounts  ·  30,000.00\u00a0EUR  ·  0.05\u00a0USD"}, rows[1])
	assert.Equal(t, []string{"Account", "Account manager", "Tier", "Segment", "As of", "Penetration", "Orders in the last year", "Share of revenue", "On the year before", "At risk a year",
		"Next renewal", "Renewals in 90 days", "Value to renew", "Late", "Open cases", "For us", "Against us", "Units that hang by a thread", "Health", "To do", "Readiness"}, rows[3])
	assert.Equal(t, []string{"Acme", "Diego Salas", "Key", "Enterprise", "2026-11-01", "17%", "15,000.00 EUR", "50%", "50%", "", "2027-01-01", "1", "", "5", "1", "2", "2", "2"}, rows[4][:18])
	assert.Equal(t, "Ärzte", rows[5][0], "sorted as the language sorts")
	assert.Empty(t, rows[5][8])
	assert.Equal(t, "Zeta", rows[6][0])

	spanish, _ := terms.Lookup("es")
	assert.Equal(t, "Cartera", portfolioRows(t, nil, &portfolio.Options{Terms: spanish})[0][0])
}

// TestPortfolioHeadsAreWhole checks that no column breaks a word of its head or cuts a sum in two
// currencies, in any language.
func TestPortfolioHeadsAreWhole(t *testing.T) {
	a := insight.Of(exporttest.NewMap(t, exporttest.Whole()), accountmap.Date{}).Summary()
	a.Ordered.Amounts = accountmap.Sums{{Minor: 123_456_789_00, Currency: "EUR"}, {Minor: 123_456_789_00, Currency: "PLN"}}
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		for i, s := range portfolio.New([]insight.Summary{a}, &portfolio.Options{Terms: words, Tasks: [][]portfolio.Task{{{What: "Call"}}}}).Sheets {
			head := s.Rows[s.FreezeRows-1]
			for column, cell := range head.Cells {
				text := string(cell.Value.(sheet.Text))
				width := s.Columns[column].Width - 2
				assert.GreaterOrEqual(t, width, sheetstyle.LongestWord(text), text)
				assert.GreaterOrEqual(t, head.Height, sheetstyle.LineHeight*float64(sheetstyle.Lines(text, width)), text)
				if sum, ok := s.Rows[s.FreezeRows].Cells[column].Value.(sheet.Text); ok && i == 0 {
					assert.GreaterOrEqual(t, width, sheetstyle.TextWidth(string(sum)), text)
				}
			}
		}
	}
}

// TestPortfolioLeadsToThePacks checks that each name has the link of its own account after sorting,
// and that an invalid path gives no link.
func TestPortfolioLeadsToThePacks(t *testing.T) {
	var accounts []insight.Summary
	for _, name := range []string{"Zeta", "Beta", "Alpha", "None"} {
		a := insight.Of(exporttest.NewMap(t, exporttest.Whole()), accountmap.Date{}).Summary()
		a.Profile.Name = name
		accounts = append(accounts, a)
	}
	var file bytes.Buffer
	require.NoError(t, portfolio.New(accounts, &portfolio.Options{Packs: []string{"Z & Søn/handoff.html", "../secret", "a/handoff.html"}}).WriteXLSX(&file))
	book, err := excelize.OpenReader(&file)
	require.NoError(t, err)
	links := map[string]string{}
	for row := 5; row < 9; row++ {
		cell := fmt.Sprint("A", row)
		name, err := book.GetCellValue("Portfolio", cell)
		require.NoError(t, err)
		_, links[name], err = book.GetCellHyperLink("Portfolio", cell)
		require.NoError(t, err)
	}
	assert.Equal(t, map[string]string{"Alpha": "a/handoff.html", "Beta": "", "None": "", "Zeta": "Z%20%26%20S%C3%B8n/handoff.html"}, links)
}

// TestPortfolioAlignsFiguresWithTheirHeads compares the alignment of every cell of a row with the
// alignment of its head.
func TestPortfolioAlignsFiguresWithTheirHeads(t *testing.T) {
	rows := portfolio.New([]insight.Summary{insight.Of(exporttest.NewMap(t, exporttest.Whole()), accountmap.Date{}).Summary()}, nil).Sheets[0].Rows
	for i, c := range rows[4].Cells {
		assert.Equal(t, rows[4].Cells[0].Style.VAlign, c.Style.VAlign, "column %d", i+1)
		assert.Equal(t, rows[3].Cells[i].Style.Align, c.Style.Align, "column %d", i+1)
	}
}

func TestPortfolioOfManyAccounts(t *testing.T) {
	var accounts []insight.Summary
	for i, s := range accountmaptest.Shapes() {
		a := accountmaptest.Generate(uint64(i), s)
		a.Name = fmt.Sprint(a.Name, accountmaptest.Hostile()[i%len(accountmaptest.Hostile())])
		m, err := accountmap.New(a)
		if err != nil {
			continue // a hostile name may be refused
		}
		accounts = append(accounts, insight.Of(m, accountmap.Date{}).Summary())
	}
	require.NotEmpty(t, accounts)
	assert.Len(t, portfolioRows(t, accounts, nil), len(accounts)+4)
}

func ExampleNew() {
	m, err := accountmap.New(&accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	book := portfolio.New([]insight.Summary{insight.Of(m, accountmap.Date{}).Summary()}, nil)
	fmt.Println(book.Title, len(book.Sheets[0].Rows))
	// Output:
	// Portfolio 5
}

// TestMonday checks that the tasks of all accounts are listed by day, and that each account has its
// share of the revenue in its currency.
func TestMonday(t *testing.T) {
	euros := func(n int64) accountmap.Money { return accountmap.Money{Minor: 100 * n, Currency: "EUR"} }
	accounts := []insight.Summary{{Profile: accountmap.Profile{Name: "A", Segment: "Mills"}, Revenue: euros(30)}, {Profile: accountmap.Profile{Name: "B"}, Revenue: euros(70)},
		{Profile: accountmap.Profile{Name: "C"}, Revenue: accountmap.Money{Minor: 5, Currency: "USD"}}}
	wb := portfolio.New(accounts, &portfolio.Options{Tasks: [][]portfolio.Task{
		{{What: "undated"}, {What: "third", By: accountmap.Day(2026, 12, 13)}, {What: "second", By: accountmap.Day(2026, 11, 9), Worth: accountmap.Sums{euros(5)}}}, {{What: "first", By: accountmap.Day(2026, 11, 2), Late: 3}}}})
	require.Len(t, wb.Sheets, 2)
	var order []sheet.Value
	for _, row := range wb.Sheets[1].Rows[3:] {
		order = append(order, row.Cells[1].Value)
	}
	assert.Equal(t, []sheet.Value{sheet.Text("first"), sheet.Text("second"), sheet.Text("third"), sheet.Text("undated")}, order)
	shares := map[sheet.Value]int{}
	for _, row := range wb.Sheets[0].Rows {
		for _, c := range row.Cells {
			shares[c.Value]++
		}
	}
	assert.Equal(t, []int{1, 1, 1}, []int{shares[sheet.Percent(0.3)], shares[sheet.Percent(0.7)], shares[sheet.Percent(1)]})
	assert.Len(t, portfolio.New(accounts, nil).Sheets, 1, "no tasks, no sheet")
}
