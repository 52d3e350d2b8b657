package accountmap

import "time"

// today is the day on which a question is asked: asOf, or the account's own where that is zero. It may be zero still.
func (m *Map) today(asOf Date) Date {
	if asOf.IsZero() {
		return m.a.AsOf
	}
	return asOf
}

// after reports whether d is later than today. On a day that is not known nothing is still to come.
func (d Date) after(today Date) bool { return !today.IsZero() && today.Before(d) }

// withinYear reports whether d is one of the twelve months that end with today. On a day that is not known every known day is.
func (d Date) withinYear(today Date) bool {
	return !d.IsZero() && (today.IsZero() || !d.after(today) && today.yearsAgo(1).Before(d))
}

// daysSince counts the days from e to d; it is negative when d is the earlier.
func (d Date) daysSince(e Date) int { return int((d.unix() - e.unix()) / (24 * 60 * 60)) }

func (d Date) unix() int64 { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() }
