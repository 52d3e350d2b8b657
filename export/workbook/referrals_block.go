package workbook

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// addConversion adds how many referrals and testimonials were asked for and given, above the list of them.
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
		n := l.Given(kind)
		share := sheet.Cell{Style: l.Share}
		if n.Asked > 0 {
			share.Value = sheet.Percent(n.Share())
		}
		number := func(n int) sheet.Cell { return sheet.Cell{Value: sheet.Number(n), Style: l.Share} }
		l.sheet.Rows = append(l.sheet.Rows, sheet.Row{Height: 18, Cells: []sheet.Cell{
			{}, {Style: l.Plain, Value: sheet.Text(l.Words.Text(accountview.EndorsementHead(kind)))},
			number(n.Asked), number(n.Given), share, number(n.Declined), number(n.Open), number(n.Unasked),
		}})
	}
	l.sheet.Rows = append(l.sheet.Rows, sheet.Row{Height: 8})
}
