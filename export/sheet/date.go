package sheet

import (
	"fmt"
	"strings"
	"time"
)

// A Date is a calendar day, shown as 2026-11-01, or as [Workbook.Language] says. The zero Date is unknown: a blank cell. Spreadsheets count days from 1900; an earlier date is
// written as text. A day that does not exist in the years 1 to 9999 is an error.
type Date struct{ Year, Month, Day int }

// String gives the date as 2026-11-01, and "" for the zero date.
func (d Date) String() string {
	if d == (Date{}) {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// dateCode is the number format of dates for readers of a language.
func dateCode(language string) string {
	switch base, _, _ := strings.Cut(strings.ToLower(language), "-"); base {
	case "es", "el":
		return "dd/mm/yyyy"
	}
	return "yyyy-mm-dd"
}

// midnight is the start of the day in UTC; ok is false if the calendar has no such day.
func (d Date) midnight() (t time.Time, ok bool) {
	if d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 || d.Year < 1 || d.Year > 9999 {
		return time.Time{}, false
	}
	t = time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d.Day
}

// serial is the day's number in a spreadsheet, whose calendar has a 29 February 1900 that never was; ok is false for
// days it cannot count.
func serial(t time.Time) (days float64, ok bool) {
	if t.Year() < 1900 {
		return 0, false
	}
	const day = 24 * 60 * 60
	n := (t.Unix() - time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).Unix()) / day
	if n < 61 {
		n--
	}
	return float64(n), true
}
