package accountmap

import (
	"fmt"
	"time"
)

// PeriodLength is the length of a calendar [Period] in months. Zero means one month.
type PeriodLength int

// The lengths of a period.
const (
	PeriodMonth   PeriodLength = 1
	PeriodQuarter PeriodLength = 3
	PeriodYear    PeriodLength = 12
)

// PeriodOf returns the calendar period of that length in which a day falls: "2026-Q3" for 1 September 2026 and [PeriodQuarter]. It is empty for
// the zero Date. Any other length counts as a month.
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

// number counts the periods of a length from the beginning of the calendar, so that the next period has the next number.
func (l PeriodLength) number(d Date) int {
	return (12*d.Year + int(d.Month) - 1) / int(l.months())
}

// numbered returns the period that has a number.
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
