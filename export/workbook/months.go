package workbook

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// The months in the list of milestones: from half a year before the day of the workbook to a year
// after it, or the first months if the day is unknown.
const (
	daysBefore = 183
	maxMonths  = 18
)

// monthWidth fits "01/27" in small letters, so that all months and the milestones fit on one page.
const monthWidth = 4.8

const monthMark = "■"

// monthColumns returns a column for each month from the first milestone on. The cells are formulas
// of the dates in the row, and are not read back.
func (b *book) monthColumns(t *table.Table, columns []listColumn) []listColumn {
	first, last := b.milestoneMonths()
	if from := b.AsOf.AddDays(-daysBefore); !b.AsOf.IsZero() && first.Before(from) {
		first = accountmap.Date{Year: from.Year, Month: from.Month, Day: 1}
	}
	start, due := columnOf(columns, "start"), columnOf(columns, "due")
	var months []listColumn
	for month := first; !first.IsZero() && !last.Before(month) && len(months) < maxMonths; month = nextMonth(month) {
		months = append(months, listColumn{
			head: fmt.Sprintf("%02d/%02d", int(month.Month), month.Year%100), width: monthWidth, month: true,
			extra: func(r table.Row, row int) sheet.Cell {
				return b.monthCell(t, r, month, sheet.Ref(row, start), sheet.Ref(row, due))
			},
		})
	}
	return months
}

// milestoneMonths returns the first day of the first month and of the last month of the milestones.
// The dates are zero if no milestone has a date.
func (b *book) milestoneMonths() (first, last accountmap.Date) {
	for m := range b.Map.Milestones() {
		for _, d := range []accountmap.Date{m.Start, m.Due} {
			if d.IsZero() || d.Year < 1901 {
				continue
			}
			month := accountmap.Date{Year: d.Year, Month: d.Month, Day: 1}
			if first.IsZero() || month.Before(first) {
				first = month
			}
			if last.Before(month) {
				last = month
			}
		}
	}
	return first, last
}

// nextMonth returns the first day of the month after a first day of a month.
func nextMonth(d accountmap.Date) accountmap.Date {
	next := d.AddDays(31)
	next.Day = 1
	return next
}

// monthCell returns a cell with a mark if the month overlaps the period between the days in two
// cells. A milestone with only one day has the mark in the month of that day.
func (b *book) monthCell(t *table.Table, r table.Row, month accountmap.Date, start, due string) sheet.Cell {
	next := nextMonth(month)
	expr := fmt.Sprintf(`IF(AND(COUNT(%[1]s,%[2]s)>0,MIN(%[1]s,%[2]s)<DATE(%[3]d,%[4]d,1),MAX(%[1]s,%[2]s)>=DATE(%[5]d,%[6]d,1)),"%[7]s","")`,
		start, due, next.Year, int(next.Month), month.Year, int(month.Month), monthMark)
	cached := sheet.Text("")
	if b.runsThrough(t, r, month, next) {
		cached = monthMark
	}
	return sheet.Cell{Value: sheet.Formula{Expr: expr, Cached: cached}, Style: b.Centred}
}

func (b *book) runsThrough(t *table.Table, r table.Row, month, next accountmap.Date) bool {
	var first, last accountmap.Date
	for _, key := range []string{"start", "due"} {
		i, _ := t.Column(key)
		d, ok := r.Value(i).(accountmap.Date)
		if !ok || d.Before(accountmap.Date{Year: 1900, Month: 3, Day: 1}) { // a text on the sheet, since a spreadsheet has no earlier dates
			continue
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if last.Before(d) {
			last = d
		}
	}
	return !first.IsZero() && first.Before(next) && !last.Before(month)
}

func columnOf(columns []listColumn, key string) int {
	for i, c := range columns {
		if c.Column != nil && c.Key == key {
			return i
		}
	}
	return 0
}

// addConversion adds the numbers of requested and given referrals and testimonials, above their
// list.
func (l *list) addConversion(rows int) {
	if rows == 0 {
		return
	}
	head := sheet.Row{Height: 20, Cells: []sheet.Cell{{}, {Style: l.Styles.Head, Value: sheet.Text(l.Words.Text(terms.ColumnKind))}}}
	for _, key := range []terms.Key{terms.ColumnAsked, terms.ColumnGiven, terms.ColumnConversion, terms.ColumnDeclined, terms.ColumnOpen, terms.ColumnUnasked} {
		head.Cells = append(head.Cells, sheet.Cell{Style: l.HeadNumber, Value: sheet.Text(l.Words.Text(key))})
	}
	l.sheet.Rows = append(l.sheet.Rows, head)
	for _, kind := range accountmap.EndorsementKinds() {
		n := l.Map.Given(kind, l.AsOf)
		share := sheet.Cell{Style: l.Amount}
		if n.Asked > 0 {
			share.Value = sheet.Percent(n.Share())
		}
		number := func(n int) sheet.Cell { return sheet.Cell{Value: sheet.Number(n), Style: l.Amount} }
		l.sheet.Rows = append(l.sheet.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{
			{}, {Style: l.Plain, Value: sheet.Text(l.Words.Text(accountview.EndorsementHead(kind)))},
			number(n.Asked), number(n.Given), share, number(n.Declined), number(n.Open), number(n.Unasked),
		}})
	}
	l.sheet.Rows = append(l.sheet.Rows, sheet.Row{Height: 8})
}
