package terms

import (
	"strconv"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Date writes a date with the month in full: "1 November 2026", "1 de noviembre de 2026", "1 Νοεμβρίου 2026". The zero Date is "", and a date
// with an invalid month is written as by [accountmap.Date.String].
func (t *Terms) Date(d accountmap.Date) string { return t.date(d, "format.date", "format.month.") }

// ShortDate writes a date as [Terms.Date] does, with the month shortened: "1 Nov 2026", "1 nov 2026", "1 Νοε 2026".
func (t *Terms) ShortDate(d accountmap.Date) string {
	return t.date(d, "format.short-date", "format.short-month.")
}

func (t *Terms) date(d accountmap.Date, pattern, months string) string {
	if d.IsZero() || d.Month < time.January || d.Month > time.December {
		return d.String()
	}
	month := t.word(months + strconv.Itoa(int(d.Month)))
	// The year as text: it is no quantity and has no thousands marks.
	return t.fill(t.word(pattern), []any{strconv.Itoa(d.Day), month, strconv.Itoa(d.Year)})
}

// ShortMonth writes the month of a date: "Nov 2026", "nov 2026", "Νοε 2026". The zero Date is "".
func (t *Terms) ShortMonth(d accountmap.Date) string {
	if d.IsZero() || d.Month < time.January || d.Month > time.December {
		return d.String()
	}
	return t.fill(t.word("format.short-month-year"), []any{t.word("format.short-month." + strconv.Itoa(int(d.Month))), strconv.Itoa(d.Year)})
}

// Quarter writes the quarter of a date: "Q4 2026", "T4 2026", "Τ4 2026". The zero Date is "".
func (t *Terms) Quarter(d accountmap.Date) string {
	if d.IsZero() || d.Month < time.January || d.Month > time.December {
		return d.String()
	}
	return t.fill(t.word("format.quarter"), []any{strconv.Itoa((int(d.Month)-1)/3 + 1), strconv.Itoa(d.Year)})
}
