package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// grown returns an account with the given numbers of units, products and people in each unit. Every
// unit has bought the first product, and has many opportunities.
func grown(units, products, people int) *accountmap.Account {
	a := &accountmap.Account{Profile: accountmap.Profile{ID: "grown", Name: "Grown", Currency: "EUR", AsOf: accountmap.Date{Year: 2026, Month: 11, Day: 1}}}
	for i := range products {
		id := accountmap.ProductID(fmt.Sprint("p", i))
		a.Products = append(a.Products, accountmap.Product{ID: id, Name: fmt.Sprint("Product ", i), Line: fmt.Sprint("Line ", i/4)})
	}
	for i := range units {
		id := accountmap.UnitID(fmt.Sprint("u", i))
		a.Units = append(a.Units, accountmap.Unit{ID: id, Name: fmt.Sprint("Unit ", i), City: "Madrid"})
		for k := range people {
			a.Contacts = append(a.Contacts, accountmap.Contact{ID: accountmap.ContactID(fmt.Sprint("c", i, "-", k)), Name: fmt.Sprint("Person ", i, "-", k), Unit: id})
		}
		for k, p := range a.Products[:1+i%products] {
			status := accountmap.CoverageOpportunity
			if k <= i%4 {
				status = accountmap.CoverageSold
			}
			amount := accountmap.Money{Minor: 123_456_789_050}
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: id, Product: p.ID, Status: status, Value: amount, Potential: amount, Renewal: accountmap.Date{Year: 2027, Month: 1, Day: 1}})
			if status != accountmap.CoverageSold {
				continue
			}
			a.Orders = append(a.Orders, accountmap.Order{ID: accountmap.OrderID(fmt.Sprint("o", i, "-", k)), Unit: id, Product: p.ID, Date: accountmap.Date{Year: 2026, Month: 2, Day: 1}, Amount: amount, Quantity: 1_000_000})
		}
	}
	return a
}

func workbookOf(t *testing.T, a *accountmap.Account) *sheet.Workbook {
	t.Helper()
	m, err := accountmap.New(a)
	require.NoError(t, err)
	wb, err := New(t.Context(), m, nil)
	require.NoError(t, err)
	return wb
}

// TestNoNumberIsShownAsHashes checks that every number fits its column.
func TestNoNumberIsShownAsHashes(t *testing.T) {
	for _, s := range workbookOf(t, grown(30, 12, 1)).Sheets {
		for i, row := range s.Rows {
			if row.Hidden || s.Visibility != sheet.Visible {
				continue
			}
			for k := range row.Cells {
				width := s.DefaultWidth
				if k < len(s.Columns) {
					width = s.Columns[k].Width
				}
				assert.LessOrEqual(t, sheetstyle.WidestNumber(s.Rows[i:i+1], k), width, "%s %s: %v", s.Name, sheet.Ref(i, k), row.Cells[k].Value)
			}
		}
	}
}

func sheetNamed(t *testing.T, wb *sheet.Workbook, name string) *sheet.Sheet {
	t.Helper()
	for _, s := range wb.Sheets {
		if s.Name == name {
			return s
		}
	}
	require.Fail(t, "no sheet "+name)
	return nil
}

// shownTexts returns the texts of the visible rows, with bars between the cells of a row.
func shownTexts(s *sheet.Sheet) []string {
	var texts []string
	folded := false
	for _, row := range s.Rows {
		if folded = folded && row.Outline > 0; folded || row.Hidden {
			continue
		}
		folded = row.Folded
		var cells []string
		for _, c := range row.Cells {
			if text, ok := c.Value.(sheet.Text); ok {
				cells = append(cells, string(text))
			}
		}
		texts = append(texts, strings.Join(cells, "|"))
	}
	return texts
}

func TestALongAnswerShowsItsUnitsFirst(t *testing.T) {
	s := sheetNamed(t, workbookOf(t, grown(30, 12, 1)), "Answers")
	var folded int
	for i, row := range s.Rows {
		if !row.Folded {
			continue
		}
		folded++
		require.Greater(t, len(s.Rows), i+1)
		assert.EqualValues(t, 1, s.Rows[i+1].Outline, "row %d leads rows", i+1)
		assert.Equal(t, row.Cells[0].Value, s.Rows[i+1].Cells[0].Value, "of its own unit")
	}
	assert.Equal(t, 60, folded, "30 units that have bought, and 30 that could buy more")
	assert.False(t, s.Protected, "spreadsheets do not unfold rows of a protected sheet")
	require.Len(t, s.Choices, 1)
	assert.True(t, s.Choices[0].None, "but it refuses typing")
	assert.Equal(t, len(s.Rows), s.Choices[0].Ranges[0].Rows)
	shown := shownTexts(s)
	assert.Contains(t, shown, "Unit 7|4 products")
	assert.Contains(t, shown, "Unit 7|Opportunity: 4 · Not assessed: 4")
	assert.Less(t, len(shown), 250, "the answers are read on a few pages")
	assert.Greater(t, len(s.Rows), 350, "and none of their rows is left out")
}

func TestAShortAnswerIsNotFolded(t *testing.T) {
	for _, row := range sheetNamed(t, workbookOf(t, grown(5, 4, 1)), "Answers").Rows {
		assert.False(t, row.Folded || row.Outline > 0)
	}
}

func TestPeopleBeyondADozenAreFolded(t *testing.T) {
	a := grown(2, 2, 40)
	a.Contacts = a.Contacts[:52] // 40 and 12
	s := sheetNamed(t, workbookOf(t, a), "Coverage")
	lead := -1
	for i, row := range s.Rows {
		if row.Folded {
			require.Equal(t, -1, lead, "one row leads them all")
			lead = i
		}
	}
	require.Positive(t, lead)
	words, _ := terms.Lookup("en")
	assert.Equal(t, sheet.Text(words.Count(terms.MapMore, 28)), s.Rows[lead].Cells[firstUnit].Value)
	assert.Nil(t, s.Rows[lead].Cells[firstUnit+1].Value, "all twelve of the other unit are in sight")
	for i := range 28 {
		assert.EqualValues(t, 1, s.Rows[lead+1+i].Outline)
		assert.NotNil(t, s.Rows[lead+1+i].Cells[firstUnit].Value)
	}
	assert.Zero(t, s.Rows[lead+29].Outline)
}

func TestTheSummaryOfManyUnitsShowsTheHighest(t *testing.T) {
	s := workbookOf(t, grown(40, 8, 1)).Sheets[0]
	chart := s.Charts[0]
	assert.Equal(t, "Penetration by unit: the 25 highest of 40", chart.Title)
	assert.Equal(t, maxBars, chart.Names.Rows)
	last := sheet.Percent(1)
	for _, row := range s.Rows[chart.Values.Row : chart.Values.Row+chart.Values.Rows] {
		share := row.Cells[1].Value.(sheet.Formula).Cached.(sheet.Percent)
		assert.LessOrEqual(t, share, last)
		last = share
	}
	assert.Empty(t, s.Print.Breaks, "there is no map to begin a page with")
}

func TestQuestionsStayWithTheirAnswers(t *testing.T) {
	for units := 1; units < 60; units += 6 {
		s := sheetNamed(t, workbookOf(t, grown(units, 6, 2)), "Answers")
		_, page := cells.PageSize(s.Columns, paper.A4()) // some answer has all columns
		var questions []int
		for _, column := range []int{0, 2} { // the list of questions has two columns
			for _, row := range s.Rows[cells.TitleHeight:][:4] {
				questions = append(questions, row.Cells[column].Value.(sheet.Jump).Row)
			}
		}
		y := cells.VisibleHeight(s.Rows[:questions[0]])
		breaks := s.Print.Breaks
		for i, from := range questions {
			if len(breaks) > 0 && breaks[0] == from {
				breaks, y = breaks[1:], 0
			}
			to := len(s.Rows)
			if i+1 < len(questions) {
				to = questions[i+1]
			}
			height := cells.VisibleHeight(s.Rows[from:to])
			assert.True(t, page-y >= min(height, 110), "%d units: question %d begins %v above the end of its page", units, i+1, page-y)
			for y += height; y > page; {
				y -= page
			}
		}
		assert.Empty(t, breaks, "pages begin with questions only")
	}
}

// TestManyOrdersShowTheirUnitsFirst checks that the rows of a unit are folded below its sum, and
// that no sum counts twice.
func TestManyOrdersShowTheirUnitsFirst(t *testing.T) {
	s := sheetNamed(t, workbookOf(t, grown(30, 12, 0)), "Orders by quarter")
	var folded, all, ofUnits int64
	q := firstQuarter + 5 // the first quarter of 2026, among the nine up to the last of that year
	for i, row := range s.Rows {
		if len(row.Cells) <= q {
			continue
		}
		switch v := row.Cells[q].Value.(type) {
		case sheet.Money:
			assert.EqualValues(t, 1, row.Outline)
			all += v.Minor
		case sheet.Formula:
			if row.Folded {
				folded++
				ofUnits += v.Cached.(sheet.Money).Minor
				assert.Contains(t, v.Expr, "SUBTOTAL(9,"+sheet.Ref(i+1, q)+":")
				continue
			}
			assert.Equal(t, all, v.Cached.(sheet.Money).Minor, "the total")
			assert.Contains(t, v.Expr, "SUBTOTAL(9,", "which leaves out the sums of the units")
		}
	}
	assert.EqualValues(t, 30, folded)
	assert.Equal(t, all, ofUnits)
	assert.Positive(t, all)
}

// TestPeopleBeginAPage checks that people near the end of their matrix's last page move to the next
// page as a whole.
func TestPeopleBeginAPage(t *testing.T) {
	for products := 10; products < 60; products += 10 {
		s := sheetNamed(t, workbookOf(t, grown(9, products, 12)), "Coverage")
		var heads []string
		for _, row := range s.Print.Breaks {
			for _, r := range s.Rows[row : row+2] { // amounts begin with a note or a gap
				if len(r.Cells) > productColumn {
					if text, ok := r.Cells[productColumn].Value.(sheet.Text); ok {
						heads = append(heads, string(text))
					}
				}
			}
		}
		assert.Subset(t, []string{"People we know there", "Value", "Potential still open",
			"the amounts at the time of writing; change them on the sheet Coverage details"}, heads)
		if products == 20 {
			assert.Contains(t, heads, "People we know there")
		}
	}
}

// TestTheMapStaysOnItsPage checks that the map of an account without charts also fits on one page.
func TestTheMapStaysOnItsPage(t *testing.T) {
	for _, size := range [][2]float64{{300, 200}, {900, 700}, {400, 3000}, {4000, 300}} {
		a := grown(0, 0, 0)
		m, err := accountmap.New(a)
		require.NoError(t, err)
		wb, err := New(t.Context(), m, &Options{Map: exporttest.Picture{Width: size[0], Height: size[1]}})
		require.NoError(t, err)
		s := wb.Sheets[0]
		require.Len(t, s.Pictures, 1)
		require.Len(t, s.Print.Breaks, 1)
		p, begin := s.Pictures[0], s.Print.Breaks[0]
		assert.Equal(t, begin+1, p.Row, "below its head")
		width, page := cells.PageSize(s.Columns, paper.A4())
		assert.LessOrEqual(t, heightOf(s.Rows[begin:p.Row])+p.Height, page)
		assert.LessOrEqual(t, p.Width, width)
		assert.InDelta(t, size[0]/size[1], p.Width/p.Height, 1e-6)
		assert.GreaterOrEqual(t, heightOf(s.Rows[:s.Print.Area.Rows]), heightOf(s.Rows[:p.Row])+p.Height, "all of it is printed")
		area := 0.0
		for k := range s.Print.Area.Columns {
			area += cells.Points(s.Columns[k].Width)
		}
		assert.Equal(t, width, area, "the page is as high as it was taken for")
	}
}

// TestALongListIsPrintedUpright checks that a list of many rows and few columns is portrait, and
// others are landscape.
func TestALongListIsPrintedUpright(t *testing.T) {
	for units, landscape := range map[int]bool{3: true, 30: false} {
		assert.Equal(t, landscape, sheetNamed(t, workbookOf(t, grown(units, 12, 0)), "Orders").Print.Landscape, "%d units", units)
	}
	assert.True(t, sheetNamed(t, workbookOf(t, grown(60, 12, 1)), "Contacts").Print.Landscape, "its columns are many")
}

// TestAnswersOfALargeAccountAreBounded checks that a long answer shows the sums of each unit, the
// largest rows and the number of the others.
func TestAnswersOfALargeAccountAreBounded(t *testing.T) {
	a := grown(40, 200, 20)
	s := sheetNamed(t, workbookOf(t, a), "Answers")
	assert.Less(t, len(s.Rows), 900)
	shown := shownTexts(s)
	assert.Contains(t, shown, "The other 648 are on the sheet Coverage.")
	assert.Contains(t, shown, "Unit 7|4 products")
	assert.True(t, slices.ContainsFunc(shown, func(text string) bool {
		return strings.HasPrefix(text, "Unit 7|? Person 7-0  ·  ? Person 7-1") && strings.HasSuffix(text, "? Person 7-11  ·  and 8 more")
	}), "a dozen people of a unit are named")
	a.Orders = append(a.Orders, accountmap.Order{ID: "big", Unit: "u7", Product: "p150", Date: accountmap.Date{Year: 2026, Month: 3, Day: 1}, Amount: accountmap.Money{Minor: 1 << 50}})
	for i := range 180 {
		a.Coverage = append(a.Coverage, accountmap.Cell{Unit: "u7", Product: accountmap.ProductID(fmt.Sprint("p", 10+i)), Status: accountmap.CoverageSold})
	}
	s = sheetNamed(t, workbookOf(t, a), "Answers")
	var texts []string
	for _, row := range s.Rows {
		if len(row.Cells) > 1 {
			if text, ok := row.Cells[1].Value.(sheet.Text); ok {
				texts = append(texts, string(text))
			}
		}
	}
	assert.Contains(t, texts, "Product 150", "the largest is among the few rows of its unit")
}

// TestHeadsOfTheIndexFit checks that the heads of the index of sheets fit their columns in every
// language, bold and indented on both sides.
func TestHeadsOfTheIndexFit(t *testing.T) {
	for _, language := range terms.Languages() {
		words, _ := terms.Lookup(language)
		wb, err := New(t.Context(), exporttest.NewMap(t, exporttest.Whole()), &Options{Terms: words})
		require.NoError(t, err)
		for _, band := range indexBands() {
			for column, g := range band {
				head := words.Text(groups()[g].name)
				assert.GreaterOrEqual(t, wb.Sheets[0].Columns[chartColumn+column].Width, 1.08*sheetstyle.TextWidth(head)+2, "%s: %s", language, head)
			}
		}
	}
}
