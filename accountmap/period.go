package accountmap

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/internal/quote"
)

// Period is a period of time: a year "2026", a quarter "2026-Q3", a month "2026-09", or from one
// day to another, both included, "2026-10-01/2027-09-30", for financial years that do not begin in
// January. Empty means no period.
type Period string

// Bounds returns the first and the last day of the period. For a text that is not a period it
// returns two zero dates and false.
func (p Period) Bounds() (first, last Date, ok bool) {
	if from, to, ranged := strings.Cut(string(p), "/"); ranged {
		first, errFirst := ParseDate(from)
		last, errLast := ParseDate(to)
		if errFirst != nil || errLast != nil || last.Before(first) {
			return Date{}, Date{}, false
		}
		return first, last, true
	}
	year, month, length, ok := p.calendar()
	if !ok {
		return Date{}, Date{}, false
	}
	first = Date{year, month, 1}
	return first, Date{year, month + time.Month(length), 1}.AddDays(-1), true
}

// Contains reports whether the day is in the period.
func (p Period) Contains(d Date) bool {
	first, last, ok := p.Bounds()
	return ok && !d.Before(first) && !last.Before(d)
}

// calendar reads a year, quarter or month.
func (p Period) calendar() (year int, month time.Month, length PeriodLength, ok bool) {
	if len(p) < 4 || !allDigits(string(p[:4])) || p[:4] == "0000" {
		return 0, 0, 0, false
	}
	year, _ = strconv.Atoi(string(p[:4]))
	switch rest := string(p[4:]); {
	case rest == "":
		return year, time.January, PeriodYear, true
	case len(rest) == 3 && rest[:2] == "-Q" && rest[2] >= '1' && rest[2] <= '4':
		return year, time.Month(3*(rest[2]-'1') + 1), PeriodQuarter, true
	case len(rest) == 3 && rest[0] == '-' && allDigits(rest[1:]) && rest[1:] >= "01" && rest[1:] <= "12":
		n, _ := strconv.Atoi(rest[1:])
		return year, time.Month(n), PeriodMonth, true
	}
	return 0, 0, 0, false
}

// valid returns an error for a text that is not a period.
func (p Period) valid() error {
	if p == "" {
		return nil
	}
	if _, _, ok := p.Bounds(); !ok {
		return &ValueError{Detail: quote.Text(string(p)) + " is not a period",
			Hint: "a year, quarter or month, or two days: 2026, 2026-Q3, 2026-09 or 2026-10-01/2027-09-30"}
	}
	return nil
}

// UnmarshalText reads any period that [Period.Bounds] knows; the empty text is the empty period.
func (p *Period) UnmarshalText(text []byte) error {
	read := Period(text)
	if err := read.valid(); err != nil {
		return err
	}
	*p = read
	return nil
}

// PeriodLength is the length of a calendar [Period] in months. Zero means one month.
type PeriodLength int

// The lengths of a period.
const (
	PeriodMonth   PeriodLength = 1
	PeriodQuarter PeriodLength = 3
	PeriodYear    PeriodLength = 12
)

// PeriodOf returns the calendar period of that length in which a day falls: "2026-Q3" for 1
// September 2026 and [PeriodQuarter]. It is empty for the zero Date. Any other length counts as a
// month.
func PeriodOf(d Date, length PeriodLength) Period {
	switch {
	case d.IsZero():
		return ""
	case length == PeriodYear:
		return Period(fmt.Sprintf("%04d", d.Year))
	case length == PeriodQuarter:
		return Period(fmt.Sprintf("%04d-Q%d", d.Year, (d.Month+2)/3))
	}
	return Period(fmt.Sprintf("%04d-%02d", d.Year, int(d.Month)))
}

// number returns the number of the period that contains d. Consecutive periods have consecutive
// numbers.
func (l PeriodLength) number(d Date) int {
	return (12*d.Year + int(d.Month) - 1) / int(l.months())
}

// numbered returns the period with a number.
func (l PeriodLength) numbered(n int) Period {
	month := n * int(l.months())
	return PeriodOf(Date{month / 12, time.Month(month%12 + 1), 1}, l)
}

func (l PeriodLength) months() PeriodLength {
	if l == PeriodQuarter || l == PeriodYear {
		return l
	}
	return PeriodMonth
}
