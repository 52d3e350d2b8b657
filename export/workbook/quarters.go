package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/answers"
)

// quarters is the number of quarters shown: the current quarter, and up to two full years before it
// for the trend.
const quarters = 9

const firstQuarter = 3

// fillQuarters adds a row for each unit and product with orders: the orders of each quarter, their
// sum, and the trend. The trend compares the last twelve months with the twelve months before,
// since the current quarter alone would look like a fall. Sums are formulas. Amounts in another
// currency than the account's are texts in a column of their own.
func (b *book) fillQuarters(s *sheet.Sheet) {
	subtitle := []string{b.Words.Text(terms.SheetsQuartersNote)}
	if b.data.Currency != "" {
		subtitle = []string{string(b.data.Currency), subtitle[0]}
	}
	s.Rows = b.TitleRows(b.Words.Text(terms.SheetsTitle, b.ClientName(), s.Name), b.dated(subtitle...))
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
	q := &quarterTable{book: b, sheet: s, sum: "SUM(", n: len(series[0].Points), partial: series[0].Before.Partial, others: slices.ContainsFunc(series, func(one accountmap.Series) bool {
		return slices.ContainsFunc(one.Points, func(p accountmap.Point) bool { return len(b.inOthers(p.Amounts)) > 0 })
	})}
	var all []accountmap.Money
	for _, one := range series {
		for _, p := range one.Points {
			all = append(all, p.In(b.data.Currency))
		}
	}
	q.looks = b.amountLooks(all)
	s.Rows[from] = q.head(head, series[0].Points)
	grand := q.none()
	if len(series) > answers.FoldedFrom && !b.Client {
		q.sum = "SUBTOTAL(9," // SUBTOTAL ignores the results of other subtotals
		q.addFolded(series, grand)
	} else {
		for _, one := range series {
			s.Rows = append(s.Rows, q.row(one, len(s.Rows), grand))
		}
	}
	heads := len(s.Rows[from].Cells)
	s.Filter = sheet.Range{Row: from, Rows: len(s.Rows) - from, Columns: heads}
	over := sheet.Range{Row: from + 1, Column: heads - 1, Rows: len(s.Rows) - from, Columns: 1}
	for _, t := range []struct {
		key  terms.Key
		tint accountview.Tint
	}{{terms.SheetsUp, accountview.StatusTint(accountmap.CoverageSold)}, {terms.SheetsDown, accountview.StatusTint(accountmap.CoverageCompetitor)}} {
		s.Tints = append(s.Tints, sheet.Tint{Range: over, Text: b.Words.Text(t.key), Fill: t.tint.Fill, Ink: t.tint.Ink})
	}
	total := sheet.Row{Height: 20, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsTotal)), Style: b.Head}, {Style: b.Head}, {Style: b.Head}}}
	s.Rows = append(s.Rows, q.totals(total, from+1, len(s.Rows), len(s.Rows), grand, q.looks.total, b.Head))
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

// quarterTable is the sheet of quarters under construction. Its figures are the quarters, their
// total, the last twelve months and the twelve months before.
type quarterTable struct {
	*book
	sheet   *sheet.Sheet
	looks   amountLooks
	sum     string // the beginning of a formula that sums rows
	n       int    // quarters
	partial bool   // the orders go back less than two years
	others  bool   // some orders are in another currency
}

func (q *quarterTable) none() [][]accountmap.Money { return make([][]accountmap.Money, q.n+3) }

// head adds the heads of the figures. The last quarter is incomplete.
func (q *quarterTable) head(row sheet.Row, points []accountmap.Point) sheet.Row {
	add := func(text string, style *sheet.Style, width float64) {
		row.Cells = append(row.Cells, sheet.Cell{Value: sheet.Text(text), Style: style})
		q.sheet.Columns = append(q.sheet.Columns, sheet.Column{Width: max(width, sheetstyle.TextWidth(text)+sheetstyle.ListPadding)})
	}
	for i, p := range points {
		text := string(p.Period)
		if _, last, _ := p.Period.Bounds(); i == q.n-1 && q.AsOf.Before(last) {
			text = q.Words.Text(terms.PackYearToDate, text)
		}
		add(text, q.HeadNumber, 13)
	}
	for _, key := range []terms.Key{terms.SheetsTotal, terms.SheetsTwelveMonths, terms.SheetsTwelveBefore} {
		add(q.Words.Text(key), q.HeadNumber, 15)
	}
	if q.others {
		add(q.Words.Text(terms.SheetsOtherCurrencies), q.HeadNumber, 15)
	}
	add(q.Words.Text(terms.SheetsTrend), q.Head, 14)
	return row
}

// row returns the row of a unit's orders of a product, and adds its figures to the sums.
func (q *quarterTable) row(one accountmap.Series, at int, sums [][]accountmap.Money) sheet.Row {
	product, _ := q.Map.Product(one.Product)
	row := sheet.Row{Height: 18, Cells: []sheet.Cell{
		{Value: sheetstyle.CellText(q.UnitName(one.Unit)), Style: q.Plain}, {Value: sheetstyle.CellText(q.ProductName(one.Product)), Style: q.Plain},
		{Value: sheetstyle.CellText(accountview.OneLine(product.Line)), Style: q.Plain},
	}}
	figures := q.none()
	for i, p := range one.Points {
		figures[i] = p.Amounts
		figures[q.n] = accountmap.Sums(figures[q.n]).Add(p.Amounts...)
	}
	figures[q.n+1], figures[q.n+2] = one.Last.Amounts, one.Before.Amounts
	for i, amounts := range figures {
		cell := sheet.Cell{Style: q.looks.cell, Value: q.amountOrText(amounts)}
		if i == q.n {
			cell.Value = nil
			if q.inOwn(amounts) {
				within := sheet.Range{Row: at, Column: firstQuarter, Rows: 1, Columns: q.n}
				cell = q.sumCell("SUM(", within, amounts, q.looks.cell)
			}
		}
		row.Cells = append(row.Cells, cell)
		sums[i] = accountmap.Sums(sums[i]).Add(amounts...)
	}
	return q.othersAndTrend(row, at, figures, q.looks.cell, q.Plain)
}

// addFolded adds a row with the total of each unit, and below it the folded rows of its orders:
// many readers need only the totals.
func (q *quarterTable) addFolded(series []accountmap.Series, grand [][]accountmap.Money) {
	s := q.sheet
	for len(series) > 0 {
		unit := series[0].Unit
		lead, sums := len(s.Rows), q.none()
		s.Rows = append(s.Rows, sheet.Row{})
		for len(series) > 0 && series[0].Unit == unit {
			row := q.row(series[0], len(s.Rows), sums)
			row.Outline = 1
			s.Rows = append(s.Rows, row)
			series = series[1:]
		}
		row := sheet.Row{Height: 18, Folded: true, Cells: []sheet.Cell{
			{Value: sheetstyle.CellText(q.UnitName(unit)), Style: q.Group},
			{Value: sheet.Text(q.Words.Count(terms.SheetsProducts, len(s.Rows)-lead-1)), Style: q.Group}, {Style: q.Group},
		}}
		for i := range sums {
			grand[i] = accountmap.Sums(grand[i]).Add(sums[i]...)
		}
		s.Rows[lead] = q.totals(row, lead+1, len(s.Rows), lead, sums, q.looks.line, q.Group)
	}
}

// totals adds the sum of each figure over the rows from (inclusive) to to (exclusive). The sums are
// in the row with index at.
func (q *quarterTable) totals(row sheet.Row, from, to, at int, sums [][]accountmap.Money, style, trend *sheet.Style) sheet.Row {
	for i, amounts := range sums {
		cell := sheet.Cell{Style: style}
		switch {
		case q.inOwn(amounts):
			within := sheet.Range{Row: from, Column: firstQuarter + i, Rows: to - from, Columns: 1}
			cell = q.sumCell(q.sum, within, amounts, style)
		case i != q.n:
			cell.Value = q.amountOrText(amounts)
		}
		row.Cells = append(row.Cells, cell)
	}
	return q.othersAndTrend(row, at, sums, style, trend)
}

// othersAndTrend adds the total in other currencies, and the trend from the twelve months before to
// the last twelve months: as a formula in the account's currency, or else in the first of the other
// currencies.
func (q *quarterTable) othersAndTrend(row sheet.Row, at int, figures [][]accountmap.Money, style, trendStyle *sheet.Style) sheet.Row {
	if q.others {
		row.Cells = append(row.Cells, sheet.Cell{Style: style, Value: sheetstyle.CellText(q.Amounts(q.inOthers(figures[q.n])))})
	}
	last, before := accountmap.OrderTotal{Amounts: figures[q.n+1]}, accountmap.OrderTotal{Amounts: figures[q.n+2]}
	cell := sheet.Cell{Style: trendStyle}
	switch {
	case q.partial:
	case q.inOwn(last.Amounts) || q.inOwn(before.Amounts):
		after, was := sheet.Ref(at, firstQuarter+q.n+1), sheet.Ref(at, firstQuarter+q.n+2)
		cached := q.trend(before.In(q.data.Currency).Minor, last.In(q.data.Currency).Minor)
		cell.Value = sheet.Formula{Expr: q.trendFormula(was, after), Cached: sheet.Text(cached)}
	case len(figures[q.n]) > 0:
		c := figures[q.n][0].Currency
		cell.Value = sheet.Text(q.trend(before.In(c).Minor, last.In(c).Minor))
	}
	row.Cells = append(row.Cells, cell)
	return row
}

// trendFormula returns [book.trend] as a formula of two cells; texts count as 0.
func (b *book) trendFormula(before, after string) string {
	return fmt.Sprintf(`IF(ROUND(N(%[1]s),4)=0,IF(ROUND(N(%[2]s),4)=0,"",%[3]s),IF(N(%[2]s)>N(%[1]s)*1.05,%[3]s,IF(N(%[2]s)<N(%[1]s)*0.95,%[4]s,%[5]s)))`,
		before, after, b.trendWord(terms.SheetsUp), b.trendWord(terms.SheetsDown), b.trendWord(terms.SheetsSteady))
}

func (b *book) trendWord(key terms.Key) string {
	return `"` + strings.ReplaceAll(b.Words.Text(key), `"`, `""`) + `"`
}

// trend returns the word for the change between two sums; a change of up to a twentieth is steady.
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
