package workbook

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/answers"
)

// quarters is the number of quarters shown: two years, so that each has its quarter of the year
// before.
const quarters = 8

const firstQuarter = 3

// fillQuarters has a row for each unit and product that ordered, with what was ordered in each
// quarter, the sum, and whether the last four quarters brought more than the four before. Sums
// are formulas; amounts in another currency than the account's are not in it.
func (b *book) fillQuarters(s *sheet.Sheet) {
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.quartersSubtitle())
	s.Columns = []sheet.Column{{Width: 18}, {Width: 18}, {Width: 14}}
	series := b.Map.Series(b.AsOf, accountmap.PeriodQuarter, quarters)
	b.hideIf(len(series) == 0, s)
	head := sheet.Row{Height: 24}
	for _, key := range []terms.Key{terms.ColumnUnit, terms.ColumnProduct, terms.ColumnLine} {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.Words.Text(key)), Style: b.Head})
	}
	from := len(s.Rows)
	s.Rows = append(s.Rows, head)
	if len(series) == 0 {
		s.Rows = append(s.Rows, sheet.Row{Height: 19, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsNothing)), Style: b.Quiet}}})
		s.Print = sheet.Print{Landscape: true, PagesWide: 1, Footer: b.Footer(b.tab(s)), PageNumbers: true}
		return
	}
	n := len(series[0].Points)
	for _, p := range series[0].Points {
		head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(p.Period), Style: b.HeadNumber})
		s.Columns = append(s.Columns, sheet.Column{Width: 13})
	}
	head.Cells = append(head.Cells, sheet.Cell{Value: sheet.Text(b.Words.Text(terms.SheetsTotal)), Style: b.HeadNumber},
		sheet.Cell{Value: sheet.Text(b.Words.Text(terms.SheetsTrend)), Style: b.Head})
	s.Columns = append(s.Columns, sheet.Column{Width: 15}, sheet.Column{Width: 14})
	s.Rows[from] = head
	sums := make([]int64, n)
	looks := b.amountLooks(func(yield func(accountmap.Money) bool) {
		for _, one := range series {
			for _, p := range one.Points {
				if !yield(p.In(b.data.Currency)) {
					return
				}
			}
		}
	})
	sum := "SUM("
	if len(series) > answers.FoldedFrom && !b.Client {
		sum = "SUBTOTAL(9," // which leaves out what other subtotals sum already
		b.addFoldedQuarters(s, series, sums, looks)
	} else {
		for _, one := range series {
			s.Rows = append(s.Rows, b.quarterRow(one, len(s.Rows), sums, looks))
		}
	}
	s.Filter = sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: len(head.Cells)}
	b.tintTrends(s, sheet.Range{Row: from + 1, Column: firstQuarter + n + 1, Rows: len(s.Rows) - from, Columns: 1})
	s.Rows = append(s.Rows, b.quarterTotals(sum, from+1, len(s.Rows), sums, looks))
	for column := range len(s.Columns) {
		if column < firstQuarter {
			sheetstyle.FitNames(s, column, from)
		} else {
			s.Columns[column].Width = max(s.Columns[column].Width, sheetstyle.WidestNumber(s.Rows[from:], column)+sheetstyle.ListPadding-1)
		}
	}
	s.FreezeRows, s.FreezeColumns = from+1, 2
	s.Print = sheet.Print{Landscape: true, PagesWide: 1, TitleFrom: from, TitleRows: 1, Footer: b.Footer(b.tab(s)), PageNumbers: true}
}

func (b *book) quartersSubtitle() string {
	var parts []string
	if !b.AsOf.IsZero() {
		parts = append(parts, b.Words.Text(terms.WorkbookAsOf, b.AsOf))
	}
	if b.data.Currency != "" {
		parts = append(parts, string(b.data.Currency))
	}
	return strings.Join(append(parts, b.Words.Text(terms.SheetsQuartersNote)), "  ·  ")
}

// quarterRow is the row of a unit's orders of a product; what it sums up goes into sums too.
func (b *book) quarterRow(one accountmap.Series, at int, sums []int64, looks amountLooks) sheet.Row {
	product, _ := b.Map.Product(one.Product)
	row := sheet.Row{Height: 18, Cells: []sheet.Cell{
		{Value: sheetstyle.CellText(b.UnitName(one.Unit)), Style: b.Plain}, {Value: sheetstyle.CellText(b.ProductName(one.Product)), Style: b.Plain},
		{Value: sheetstyle.CellText(accountview.OneLine(product.Line)), Style: b.Plain},
	}}
	amounts := make([]int64, len(one.Points))
	for i, p := range one.Points {
		cell := sheet.Cell{Style: looks.cell}
		if amounts[i] = p.In(b.data.Currency).Minor; amounts[i] != 0 {
			cell.Value = b.plainMoney(amounts[i])
		} else if len(p.Amounts) > 0 {
			cell.Value = sheetstyle.CellText(b.Amounts(p.Amounts))
		}
		sums[i] += amounts[i]
		row.Cells = append(row.Cells, cell)
	}
	return b.sumAndTrend(row, at, amounts, looks.cell, b.Plain)
}

// addFoldedQuarters adds a row with the total of each unit, and below it the folded rows of its
// orders: many readers need only the totals.
func (b *book) addFoldedQuarters(s *sheet.Sheet, series []accountmap.Series, sums []int64, looks amountLooks) {
	for len(series) > 0 {
		unit := series[0].Unit
		lead := len(s.Rows)
		s.Rows = append(s.Rows, sheet.Row{})
		unitSums := make([]int64, len(sums))
		for len(series) > 0 && series[0].Unit == unit {
			row := b.quarterRow(series[0], len(s.Rows), unitSums, looks)
			row.Outline = 1
			s.Rows = append(s.Rows, row)
			series = series[1:]
		}
		row := sheet.Row{Height: 18, Folded: true, Cells: []sheet.Cell{
			{Value: sheetstyle.CellText(b.UnitName(unit)), Style: b.Group},
			{Value: sheet.Text(b.Words.Count(terms.SheetsProducts, len(s.Rows)-lead-1)), Style: b.Group}, {Style: b.Group},
		}}
		for i, sum := range unitSums {
			within := sheet.Range{Row: lead + 1, Column: firstQuarter + i, Rows: len(s.Rows) - lead - 1, Columns: 1}
			row.Cells = append(row.Cells, b.subtotal("SUBTOTAL(9,", within, sum, looks.line))
			sums[i] += sum
		}
		s.Rows[lead] = b.sumAndTrend(row, lead, unitSums, looks.line, b.Group)
	}
}

// subtotal is a cell with the sum of a range by a formula that begins so.
func (b *book) subtotal(begin string, within sheet.Range, sum int64, style *sheet.Style) sheet.Cell {
	return sheet.Cell{Style: style, Value: sheet.Formula{Expr: begin + within.String() + ")", Cached: b.plainMoney(sum)}}
}

// quarterTotals is the row with the sums of each quarter over the rows from one to another, which
// is not among them.
func (b *book) quarterTotals(begin string, from, to int, sums []int64, looks amountLooks) sheet.Row {
	row := sheet.Row{Height: 20, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsTotal)), Style: b.Head}, {Style: b.Head}, {Style: b.Head}}}
	for i, sum := range sums {
		within := sheet.Range{Row: from, Column: firstQuarter + i, Rows: to - from, Columns: 1}
		row.Cells = append(row.Cells, b.subtotal(begin, within, sum, looks.total))
	}
	return b.sumAndTrend(row, to, sums, looks.total, b.Head)
}

// sumAndTrend adds the sum of a row's quarters, and how the later half compares to the earlier.
func (b *book) sumAndTrend(row sheet.Row, at int, amounts []int64, sumStyle, trendStyle *sheet.Style) sheet.Row {
	n := len(amounts)
	half := func(from, n int) string {
		return "SUM(" + sheet.Range{Row: at, Column: firstQuarter + from, Rows: 1, Columns: n}.String() + ")"
	}
	sum := func(amounts []int64) (total int64) {
		for _, a := range amounts {
			total += a
		}
		return total
	}
	row.Cells = append(row.Cells, sheet.Cell{Style: sumStyle, Value: sheet.Formula{Expr: half(0, n), Cached: b.plainMoney(sum(amounts))}})
	if n < 2 {
		return row
	}
	before, after := half(0, n/2), half(n-n/2, n/2)
	expr := fmt.Sprintf(`IF(ROUND(%[1]s,4)=0,IF(ROUND(%[2]s,4)=0,"",%[3]s),IF(%[2]s>%[1]s*1.05,%[3]s,IF(%[2]s<%[1]s*0.95,%[4]s,%[5]s)))`,
		before, after, b.trendWord(terms.SheetsUp), b.trendWord(terms.SheetsDown), b.trendWord(terms.SheetsSteady))
	cached := b.trend(sum(amounts[:n/2]), sum(amounts[n-n/2:]))
	row.Cells = append(row.Cells, sheet.Cell{Style: trendStyle, Value: sheet.Formula{Expr: expr, Cached: sheet.Text(cached)}})
	return row
}

// trendWord is a word in the language of formulas.
func (b *book) trendWord(key terms.Key) string {
	return `"` + strings.ReplaceAll(b.Words.Text(key), `"`, `""`) + `"`
}

// trend is the word for how one sum compares to one before it; a twentieth more or less is steady.
func (b *book) trend(before, after int64) string {
	switch {
	case before == 0 && after == 0:
		return ""
	case before == 0 || float64(after) > float64(before)*1.05:
		return b.Words.Text(terms.SheetsUp)
	case float64(after) < float64(before)*0.95:
		return b.Words.Text(terms.SheetsDown)
	}
	return b.Words.Text(terms.SheetsSteady)
}

func (b *book) tintTrends(s *sheet.Sheet, over sheet.Range) {
	for _, t := range []struct {
		key  terms.Key
		tint accountview.Tint
	}{{terms.SheetsUp, accountview.StatusTint(accountmap.CoverageSold)}, {terms.SheetsDown, accountview.StatusTint(accountmap.CoverageCompetitor)}} {
		s.Tints = append(s.Tints, sheet.Tint{Range: over, Text: b.Words.Text(t.key), Fill: t.tint.Fill, Ink: t.tint.Ink})
	}
}
