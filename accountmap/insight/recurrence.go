package insight

import (
	"iter"
	"time"

	"github.com/teambition/rrule-go"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Occurrences walks the days from one to another, both included, on which a cadence takes place, the earliest first. There are none for a
// cadence without a first day or a rule, or with a rule that never comes true. A cadence that ends after a number of times (COUNT) is followed
// for 100 years from its first day. The walk may be stopped at any time; later days then cost nothing.
func Occurrences(c accountmap.Cadence, from, to accountmap.Date) iter.Seq[accountmap.Date] {
	return func(yield func(accountmap.Date) bool) {
		if c.From.IsZero() || c.Every == "" || to.Before(from) || to.Before(c.From) {
			return
		}
		option, err := rrule.StrToROption(string(c.Every))
		if err != nil {
			return // not reachable: the rules of package accountmap let no such cadence into a map
		}
		start := c.From
		if option.Count == 0 {
			start = start.AddDays(daysSkipped(option, start, from))
		} else if end := (accountmap.Date{Year: start.Year + countedYears, Month: start.Month, Day: start.Day}); end.Before(to) {
			to = end
		}
		later := lastAlike(start.Year, to.Year)
		option.Dtstart = midnight(start, later)
		last := midnight(to, later)
		if until := accountmap.DateOf(option.Until); option.Until.IsZero() || to.Before(until) {
			option.Until = last
		} else {
			option.Until = midnight(until, later)
		}
		rule, err := rrule.NewRRule(*option)
		if err != nil {
			return
		}
		first, next := midnight(from, later), rule.Iterator()
		for t, ok := next(); ok; t, ok = next() {
			day := accountmap.DateOf(t)
			day.Year -= later
			if !t.Before(first) && !yield(day) {
				return
			}
		}
	}
}

// countedYears is how long a cadence with a COUNT is followed.
const countedYears = 100

// daysSkipped is how many whole intervals, in days, a rule of days or weeks can begin later without another day from that day on. The rules of
// months and years take few steps anyway.
func daysSkipped(option *rrule.ROption, start, from accountmap.Date) int {
	interval := max(option.Interval, 1)
	switch option.Freq {
	case rrule.WEEKLY:
		interval *= 7
	case rrule.DAILY:
	default:
		return 0
	}
	const day = 24 * 60 * 60
	days := int((midnight(from, 0).Unix() - midnight(start, 0).Unix()) / day)
	return max(0, days/interval-1) * interval
}

// lastAlike is by how many years a stretch of years can be put off, as far as can be, so that every day of it keeps its weekday and every
// February its length. The module that reckons recurrences tries every day up to [lastYear] when a rule never comes true; put off to there, it
// has a few years to try instead of thousands.
func lastAlike(from, to int) (later int) {
	// A week may belong to the year before or after.
	from, to = from-1, to+1
	for later = lastYear - to; later > 0; later-- {
		if alike(from, to, later) {
			return later
		}
	}
	return 0
}

// lastYear is the last that the module reckons with.
const lastYear = 9999

func alike(from, to, later int) bool {
	for year := from; year <= to; year++ {
		if ends(year) != ends(year+later) {
			return false
		}
	}
	return true
}

// ends are the weekdays of the first and the last day of a year.
func ends(year int) [2]time.Weekday {
	return [2]time.Weekday{time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC).Weekday(),
		time.Date(year, time.December, 31, 0, 0, 0, 0, time.UTC).Weekday()}
}

// midnight is the beginning of a day, so many years later.
func midnight(d accountmap.Date, later int) time.Time {
	return time.Date(d.Year+later, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
