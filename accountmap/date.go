package accountmap

import (
	"cmp"
	"fmt"
	"time"

	"github.com/accountatlas/accountatlas/accountmap/internal/civil"
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
		return Date{}, &ValueError{Detail: quote.Text(text) + " is not a date" + calendarFault(text), Hint: "year-month-day, such as 2026-11-01"}
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

// DaysTo counts the days from d to e. It is negative when e is the earlier one.
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

// YearsAgo returns the same day n years before; 28 February for 29 February where there is none.
func (d Date) YearsAgo(n int) Date {
	day := Date{d.Year - n, d.Month, d.Day}
	if d.Month == time.February && d.Day == 29 && day.valid() != nil {
		day.Day = 28
	}
	return day
}

// isFuture reports whether d is later than today. On an unknown day nothing is in the future.
func (d Date) isFuture(today Date) bool { return !today.IsZero() && today.Before(d) }

// withinYear reports whether d is in the twelve months that end with today. When today is unknown,
// every known day is.
func (d Date) withinYear(today Date) bool {
	return !d.IsZero() && (today.IsZero() || !d.isFuture(today) && today.YearsAgo(1).Before(d))
}

func later(a, b Date) Date {
	if a.Before(b) {
		return b
	}
	return a
}
