package workbook

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/internal/sheetstyle"
	"github.com/accountatlas/accountatlas/export/sheet"
	"github.com/accountatlas/accountatlas/export/workbook/internal/cells"
	"github.com/accountatlas/accountatlas/paper"
)

type figure struct {
	label terms.Key
	value sheet.Value
	note  string
}

// shareRow is a name and its penetration, with its cell on the coverage sheet.
type shareRow struct {
	name  string
	share accountmap.Penetration
	cell  string
}

const (
	chartColumn = 4
	maxBars     = 25
	chartGap    = 14.0 // points
	minChart    = 115.0
	// rightColumns is the number of columns of the index of sheets and the charts, and minRight
	// their minimal width.
	rightColumns = 3
	minRight     = 26.0
)

// fillSummary adds the figures at the left, with the penetration of each unit and line below them.
// The index of sheets and the charts are at the right, and the map is at the bottom.
func (b *book) fillSummary(s *sheet.Sheet) {
	s.Rows = b.TitleRows(b.ClientName(), b.Subtitle())
	note := *b.FigureNote
	note.Wrap = true
	names, notes := 34.0, 1.1*sheetstyle.TextWidth(b.Words.Text(terms.SheetsSold))+sheetstyle.ListPadding
	all := b.figures()
	for _, f := range all {
		names, notes = max(names, sheetstyle.TextWidth(b.Words.Text(f.label))+2), max(notes, sheetstyle.TextWidth(f.note)+sheetstyle.ListPadding)
		s.Rows = append(s.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{
			{Value: sheet.Text(b.Words.Text(f.label)), Style: b.FigureName}, {Value: f.value, Style: b.Styles.Figure}, {Value: sheetstyle.CellText(f.note), Style: &note},
		}})
	}
	figures := max(20, sheetstyle.WidestNumber(s.Rows, 1)+sheetstyle.ListPadding)
	var charts []sheet.Chart
	for _, part := range []struct {
		title terms.Key
		rows  []shareRow
	}{{terms.SheetsByUnit, b.unitShareRows()}, {terms.SheetsByLine, b.lineShareRows()}} {
		if len(part.rows) == 0 || b.Client {
			continue
		}
		title := b.Words.Text(part.title)
		if n := len(part.rows); n > maxBars {
			title = b.Words.Text(terms.SheetsHighest, title, maxBars, n)
			part.rows = highest(part.rows, maxBars)
		}
		for _, r := range part.rows {
			names = max(names, sheetstyle.TextWidth(r.name)+sheetstyle.ListPadding)
		}
		names = max(names, 1.1*sheetstyle.TextWidth(title)+sheetstyle.ListPadding)
		charts = append(charts, b.addShares(s, title, part.rows))
	}
	s.Columns = []sheet.Column{{Width: min(names, sheetstyle.MostLong)}, {Width: figures}, {Width: min(notes, sheetstyle.MostLong)}, {Width: 3}}
	right := b.rightWidth()
	for range rightColumns {
		s.Columns = append(s.Columns, sheet.Column{Width: right})
	}
	for i := range s.Rows[cells.TitleHeight:][:len(all)] {
		sheetstyle.Fit(&s.Rows[cells.TitleHeight+i], sheetstyle.WidthsOf(s.Columns), 18)
	}
	for len(s.Rows) < cells.TitleHeight+b.indexRows() {
		s.Rows = append(s.Rows, sheet.Row{Height: fillerHeight})
	}
	top := heightOf(s.Rows[:cells.TitleHeight+b.indexRows()])
	if top > heightOf(s.Rows[:cells.TitleHeight]) {
		top += chartGap
	}
	for _, chart := range charts {
		chart.Width = rightColumns * cells.Points(right)
		top, chart.Height = onOnePage(s, top, chart.Height)
		chart.Row = rowAt(s, top)
		s.Charts = append(s.Charts, chart)
		top = heightOf(s.Rows[:chart.Row]) + chart.Height + chartGap
	}
	s.Print = sheet.Print{Landscape: true, PagesWide: 1, Footer: b.Footer(b.tab(s)), PageNumbers: true}
	if l := b.logo; l != nil {
		s.Pictures = append(s.Pictures, sheet.Picture{Column: chartColumn, Width: max(1, l.Width), Height: max(1, l.Height), PNG: l.PNG, Alt: s.Name})
	}
	if p := b.picture; p != nil && p.width > 0 && p.height > 0 {
		b.addPicture(s, p, max(top, heightOf(s.Rows)))
	}
	s.Print.Area = summaryArea(s)
}

func (b *book) addShares(s *sheet.Sheet, title string, rows []shareRow) sheet.Chart {
	s.Rows = append(s.Rows, sheet.Row{Height: 16}, sheet.Row{Height: 20, Cells: []sheet.Cell{
		{Value: sheet.Text(title), Style: b.Head}, {Value: sheet.Text(b.Words.Text(terms.ColumnPenetration)), Style: b.HeadNumber},
		{Value: sheet.Text(b.Words.Text(terms.SheetsSold)), Style: b.Head},
	}})
	from := len(s.Rows)
	for _, r := range rows {
		var share sheet.Value = sheet.Percent(r.share.Share())
		if r.cell != "" {
			share = sheet.Formula{Expr: r.cell, Cached: share}
		}
		s.Rows = append(s.Rows, sheet.Row{Height: 16, Cells: []sheet.Cell{
			{Value: sheetstyle.CellText(r.name), Style: b.Plain}, {Value: share, Style: b.Amount},
			{Value: sheet.Text(b.Words.Text(terms.HandoffSoldOfSellable, r.share.Sold, r.share.Sellable)), Style: b.Plain},
		}})
	}
	s.Bars = append(s.Bars, sheet.Bar{Range: sheet.Range{Row: from, Column: 1, Rows: len(rows), Columns: 1}, Color: accountview.BarColour})
	return sheet.Chart{
		Column: chartColumn, Height: max(minChart, 36+17*float64(len(rows))), Title: title, Horizontal: true, Max: 1, Color: "#2F57B0",
		Names:  sheet.Range{Row: from, Rows: len(rows), Columns: 1},
		Values: sheet.Range{Row: from, Column: 1, Rows: len(rows), Columns: 1},
		Alt:    b.Words.Text(terms.SheetsChartAlt, title, b.named(highest(rows, 3))),
	}
}

func highest(rows []shareRow, n int) []shareRow {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(x, y shareRow) int { return cmp.Compare(y.share.Share(), x.share.Share()) })
	return sorted[:min(n, len(sorted))]
}

func (b *book) named(rows []shareRow) string {
	var parts []string
	for _, r := range rows {
		parts = append(parts, sheetstyle.Cut(r.name, 60)+" "+b.Words.Percent(r.share.Share()))
	}
	return strings.Join(parts, ", ")
}

// unitShareRows returns the penetration of each unit, in the order of the coverage sheet.
func (b *book) unitShareRows() []shareRow {
	var rows []shareRow
	for i, u := range b.Coverage.Units {
		rows = append(rows, shareRow{b.UnitName(u.ID), b.Coverage.Shares[i], b.coverageCell(b.totalRow(), firstUnit+i)})
	}
	return rows
}

func (b *book) lineShareRows() []shareRow {
	var rows []shareRow
	at := b.firstRow()
	for _, l := range b.Coverage.Lines {
		if l.Name != "" {
			rows = append(rows, shareRow{l.Name, l.Share, b.coverageCell(at, shareColumn)})
			at++
		}
		at += len(l.Rows)
	}
	return rows
}

// firstRow returns the row of the first line or product on the coverage sheet, and totalRow the row
// with the penetration of the units.
func (b *book) firstRow() int { return cells.TitleHeight + 1 + len(b.Coverage.Bands) + 1 }

func (b *book) totalRow() int {
	rows := 0
	for _, l := range b.Coverage.Lines {
		rows += len(l.Rows)
		if l.Name != "" {
			rows++
		}
	}
	return b.firstRow() + max(rows, 1)
}

// coverageCell returns the reference of a cell of the coverage sheet for a formula. It returns ""
// if the workbook has no such sheet or no products.
func (b *book) coverageCell(row, column int) string {
	s := b.sheets["coverage"]
	if s == nil || len(b.Coverage.Lines) == 0 {
		return ""
	}
	return "'" + b.tab(s) + "'!" + sheet.AbsoluteRef(row, column)
}

func (b *book) figures() []figure {
	if b.Client {
		return b.clientFigures()
	}
	f := b.Figures()
	whole := f.Penetration
	var penetration sheet.Value = sheet.Percent(whole.Share())
	if cell := b.coverageCell(b.totalRow(), shareColumn); cell != "" && len(b.Coverage.Units) > 0 {
		penetration = sheet.Formula{Expr: cell, Cached: penetration}
	}
	figures := []figure{
		{terms.ColumnPenetration, penetration, b.Words.Text(terms.HandoffSoldOfSellable, whole.Sold, whole.Sellable)},
		{terms.SheetsUnits, sheet.Number(len(b.Map.ActiveUnits())), b.Words.Count(terms.HandoffOfUnits, len(b.Coverage.Units))},
		{terms.HandoffSectionPeople, sheet.Number(f.Standing.Total()), strings.Join(b.Words.Standing(f.Standing), " · ")},
	}
	for _, sum := range []struct {
		label terms.Key
		money accountmap.Sums
	}{{terms.SheetsSoldValue, f.Sold}, {terms.SheetsOpenValue, f.Open}} {
		if len(sum.money) > 0 {
			figures = append(figures, b.sumFigure(sum.label, sum.money))
		}
	}
	if !b.AsOf.IsZero() {
		figures = append(figures, b.yearFigures()...)
		figures = append(figures, figure{terms.PackOverdue, sheet.Number(f.Overdue), ""})
		figures = append(figures, b.renewalFigures()...)
		if f.Targets > 0 {
			figures = append(figures, figure{terms.TargetsBehind, sheet.Number(f.Behind), b.Words.Count(terms.TargetsOfBegun, f.Targets)})
		}
	}
	for _, kind := range accountmap.EndorsementKinds() {
		n := b.Map.Given(kind, b.AsOf)
		figures = append(figures, figure{accountview.EndorsementHead(kind), sheet.Number(n.Given + n.Unasked), b.Words.Text(terms.ColumnAsked) + ": " + b.Words.Number(n.Asked)})
	}
	return figures
}

// sumFigure returns a sum, with the amounts in other currencies as its note.
func (b *book) sumFigure(label terms.Key, sums accountmap.Sums) figure {
	f := figure{label, sheetstyle.SheetMoney(sums[0]), ""}
	if len(sums) > 1 {
		f.note = "+ " + b.Amounts(sums[1:])
	}
	return f
}

// yearFigures returns the orders of the last twelve months and of the twelve months before.
func (b *book) yearFigures() []figure {
	f := b.Figures()
	currency := f.Ordered.Leading(b.data.Currency)
	note := b.orderNote(f.Ordered, currency)
	if f.GrowthKnown {
		note += " · " + b.Words.Text(terms.HandoffOnYearBefore, b.Words.Change(f.Growth))
	}
	return []figure{
		{terms.SheetsYear, sheetstyle.SheetMoney(f.Revenue), note},
		{terms.SheetsYearBefore, sheetstyle.SheetMoney(f.OrderedBefore.In(currency)), b.orderNote(f.OrderedBefore, currency)},
	}
}

// orderNote returns the number of order lines of a total, with the amounts in other currencies.
func (b *book) orderNote(t accountmap.OrderTotal, shown accountmap.Currency) string {
	note := b.Words.Count(terms.HandoffOrderLines, t.Lines)
	for _, amount := range t.Amounts {
		if amount.Currency != shown {
			note += " · + " + b.Words.Money(amount)
		}
	}
	return note
}

func (b *book) renewalFigures() []figure {
	due := b.Map.Renewals(b.AsOf)
	if len(due) == 0 {
		return nil
	}
	return []figure{{terms.SheetsNextRenewal, sheetstyle.SheetDate(due[0].Renewal), b.UnitName(due[0].Unit) + " · " + b.ProductName(due[0].Product)}}
}

// heightOf returns the total height of rows in points. Each row has a height.
func heightOf(rows []sheet.Row) float64 {
	height := 0.0
	for _, r := range rows {
		height += r.Height
	}
	return height
}

const fillerHeight = 16.0

// rowAt returns the first row at or below a distance in points from the top. It adds rows if
// necessary.
func rowAt(s *sheet.Sheet, top float64) int {
	height := 0.0
	for i := 0; ; i++ {
		if height >= top {
			return i
		}
		if i == len(s.Rows) {
			s.Rows = append(s.Rows, sheet.Row{Height: fillerHeight})
		}
		height += s.Rows[i].Height
	}
}

// summaryArea returns the printed part of the summary: as wide as its columns, down to the lowest
// chart and the picture. Its width determines the height of its pages.
func summaryArea(s *sheet.Sheet) sheet.Range {
	for _, c := range s.Charts {
		rowAt(s, heightOf(s.Rows[:c.Row])+c.Height)
	}
	for _, p := range s.Pictures {
		rowAt(s, heightOf(s.Rows[:p.Row])+p.Height)
	}
	return sheet.Range{Rows: len(s.Rows), Columns: len(s.Columns)}
}

// onOnePage moves a chart that would cross the end of a printed page. The chart is reduced to fit
// above the end, or else moved to the top of the next page.
func onOnePage(s *sheet.Sheet, top, height float64) (at, fitted float64) {
	const smallest = 0.7 // of its height
	_, page := cells.PageSize(s.Columns, paper.A4())
	end := (math.Floor(top/page) + 1) * page
	switch left := end - top - chartGap - fillerHeight; { // it may move down by a row
	case height <= left:
		return top, height
	case left >= smallest*height:
		return top, left
	}
	return end + chartGap, min(height, page-2*chartGap-fillerHeight)
}

// mapHead is the height of the heading above the map on the summary.
const mapHead = 28

// addPicture adds the map below a distance in points from the top. The map has a printed page of
// its own, and is as large as the page allows. A map with several pages is represented by its
// overview: all pages are 130 MB for 10,000 people, and the map and the handoff have them as
// vectors.
func (b *book) addPicture(s *sheet.Sheet, p *image, below float64) {
	width, page := cells.PageSize(s.Columns, paper.A4())
	row := rowAt(s, below+fillerHeight)
	s.Print.Breaks = append(s.Print.Breaks, row)
	for len(s.Rows) <= row+1 {
		s.Rows = append(s.Rows, sheet.Row{Height: fillerHeight})
	}
	s.Rows[row] = sheet.Row{Height: mapHead, Cells: []sheet.Cell{{Value: sheet.Text(cmp.Or(p.title, b.Words.Text(terms.SheetsMap))), Style: b.Question}}}
	if p.overview {
		row++
		s.Rows[row] = sheet.Row{Height: fillerHeight, Cells: []sheet.Cell{{Value: sheet.Text(b.Words.Text(terms.SheetsMapPages)), Style: b.FigureNote}}}
	}
	alt := b.Words.Text(terms.SheetsMapAlt, b.ClientName(), b.StandingWords())
	if b.Client || p.title != "" {
		alt = p.description
	}
	if b.Client {
		alt = cmp.Or(alt, b.Words.Text(terms.ClientMapDescription, b.ClientName()))
	}
	scale := min(1, width/p.width, (page-2*mapHead)/p.height)
	s.Pictures = append(s.Pictures, sheet.Picture{Row: row + 1, Width: max(1, p.width*scale), Height: max(1, p.height*scale), PNG: p.png, Alt: alt})
}
