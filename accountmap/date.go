package accountmap

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/accountmap/internal/civil"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Date is a civil date: a calendar day without time or time zone. The zero Date means unknown.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads "2026-11-01". Years go from 1 to 9999. The error is a [ValueError].
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Date{}, NewValueError(message.Of("%s is not a date", quote.Text(text))+calendarFault(text), message.Of("year-month-day, such as 2026-11-01"))
	}
	return DateOf(t), nil
}

// calendarFault explains why a well-formed date, such as 2026-02-30, is not in the calendar. It is
// empty for any other text.
func calendarFault(text string) string {
	const shape = "2026-11-01"
	var year, month, day int
	if n, err := fmt.Sscanf(text, "%4d-%2d-%2d", &year, &month, &day); n < 3 || err != nil || len(text) != len(shape) || year < 1 {
		return ""
	}
	if why := civil.Missing(year, month, day); why != "" {
		return ": " + why
	}
	return ""
}

// Day returns the date of a year, month and day, without checking that the calendar has it.
func Day(year int, month time.Month, day int) Date { return Date{year, month, day} }

// DateOf returns the date on which t falls in its own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date as "2026-11-01", and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare returns -1, 0 or +1 when d is before, equal to or after e. The zero Date is before every
// other.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return e.Before(d) }

// DaysTo returns the number of days from d to e. It is negative if e is before d.
func (d Date) DaysTo(e Date) int { return int((e.Time().Unix() - d.Time().Unix()) / (24 * 60 * 60)) }

// Time returns midnight of the day in UTC. For the zero Date it is the zero Time.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays returns the date n days later; n may be negative.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// MarshalText writes the date as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [ParseDate] reads, and the empty text as the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// valid returns an error for a date that is not in the calendar. Go code can make one; a file
// cannot.
func (d Date) valid() error {
	const shortestMonth = 28
	if d.IsZero() || d.Year >= 1 && d.Year <= 9999 && d.Month >= time.January && d.Month <= time.December && d.Day >= 1 && d.Day <= shortestMonth {
		return nil
	}
	_, err := ParseDate(d.String())
	return err
}

// YearsAgo returns the same day n years before. 29 February becomes 28 February in a common year.
func (d Date) YearsAgo(n int) Date {
	day := Date{d.Year - n, d.Month, d.Day}
	if d.Month == time.February && d.Day == 29 && day.valid() != nil {
		day.Day = 28
	}
	return day
}

// isFuture reports whether d is later than today. On an unknown day nothing is in the future.
func (d Date) isFuture(today Date) bool { return !today.IsZero() && today.Before(d) }

// withinYear reports whether d is in the twelve months that end with today. If today is unknown, it
// is true for every known day.
func (d Date) withinYear(today Date) bool {
	return !d.IsZero() && (today.IsZero() || !d.isFuture(today) && today.YearsAgo(1).Before(d))
}

func later(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}

// Period is a period of time: a year "2026", a quarter "2026-Q3", a month "2026-09", or a range of
// days "2026-10-01/2027-09-30", both inclusive. The range is for financial years that do not begin
// in January. Empty means no period.
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

func (p Period) valid() error {
	if p == "" {
		return nil
	}
	if _, _, ok := p.Bounds(); !ok {
		return NewValueError(message.Of("%s is not a period", quote.Text(string(p))),
			message.Of("a year, quarter or month, or two days: 2026, 2026-Q3, 2026-09 or 2026-10-01/2027-09-30"))
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
