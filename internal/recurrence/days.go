package recurrence

import (
	"iter"
	"slices"
	"time"
)

const day = 24 * time.Hour

// countedYears is the limit of years for a rule with a COUNT. The account in a wrong file may have
// many such rules without an occurrence.
const countedYears = 100

// Days yields the days between two days, inclusive, on which a rule that begins on the day start
// occurs, in ascending order. All days are midnights in UTC. A rule with a COUNT is expanded from
// start, for 100 years; any other rule from a day near from. The iteration may stop at any time.
func (r Rule) Days(start, from, to time.Time) iter.Seq[time.Time] {
	r = r.withDefaults(start)
	return func(yield func(time.Time) bool) {
		left, k := r.count, 0
		if r.count == 0 {
			k = r.periodsBefore(start, from)
		} else if end := start.AddDate(countedYears, 0, 0); to.After(end) {
			to = end
		}
		var found []time.Time
		for ; ; k++ {
			first, next := r.period(start, k)
			if first.After(to) {
				return
			}
			found = r.match(found[:0], first, next)
			for _, d := range found {
				switch {
				case d.Before(start):
					continue
				case d.After(to), !r.until.IsZero() && d.After(r.until), r.count > 0 && left == 0:
					return
				}
				left--
				if !d.Before(from) && !yield(d) {
					return
				}
			}
		}
	}
}

// withDefaults fills missing parts of the rule from the first day: the weekday, the day of the
// month, the month.
func (r Rule) withDefaults(start time.Time) Rule {
	if r.days != nil || r.weeks != nil || r.yearDays != nil || r.monthDays != nil {
		return r
	}
	switch r.Frequency {
	case "YEARLY":
		if r.months == nil {
			r.months = []int{int(start.Month())}
		}
		r.monthDays = []int{start.Day()}
	case "MONTHLY":
		r.monthDays = []int{start.Day()}
	case "WEEKLY":
		r.days = []nthWeekday{{day: start.Weekday()}}
	}
	return r
}

// periodsBefore returns the number of intervals of the rule that end before a day.
func (r Rule) periodsBefore(start, from time.Time) int {
	periods := 0
	switch r.Frequency {
	case "DAILY":
		periods = int((from.Unix() - start.Unix()) / (24 * 60 * 60))
	case "WEEKLY":
		periods = int((from.Unix() - start.Unix()) / (7 * 24 * 60 * 60))
	case "MONTHLY":
		periods = 12*(from.Year()-start.Year()) + int(from.Month()-start.Month())
	case "YEARLY":
		periods = from.Year() - start.Year()
	}
	return max(0, periods/r.Interval)
}

// period returns the first day of the k-th interval's day, week, month or year, and the first day
// after it.
func (r Rule) period(start time.Time, k int) (first, next time.Time) {
	k *= r.Interval
	switch r.Frequency {
	case "DAILY":
		first = start.AddDate(0, 0, k)
		return first, first.Add(day)
	case "WEEKLY":
		first = startOfWeek(start, r.weekStart).AddDate(0, 0, 7*k)
		return first, first.Add(7 * day)
	case "MONTHLY":
		first = time.Date(start.Year(), start.Month()+time.Month(k), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 1, 0)
	}
	first = time.Date(start.Year()+k, time.January, 1, 0, 0, 0, 0, time.UTC)
	return first, first.AddDate(1, 0, 0)
}

func startOfWeek(d time.Time, weekStart time.Weekday) time.Time {
	return d.Add(-time.Duration((d.Weekday()-weekStart+7)%7) * day)
}

// match appends the days of a period on which the rule occurs.
func (r Rule) match(found []time.Time, first, next time.Time) []time.Time {
	for d := first; d.Before(next); d = d.Add(day) {
		if r.matches(d) {
			found = append(found, d)
		}
	}
	if r.positions == nil {
		return found
	}
	var chosen []time.Time
	for i, d := range found {
		if listed(r.positions, i+1, len(found)) {
			chosen = append(chosen, d)
		}
	}
	return chosen
}

func (r Rule) matches(d time.Time) bool {
	switch {
	case r.months != nil && !slices.Contains(r.months, int(d.Month())):
		return false
	case r.monthDays != nil && !listed(r.monthDays, d.Day(), inMonth(d)):
		return false
	case r.yearDays != nil && !listed(r.yearDays, d.YearDay(), inYear(d)):
		return false
	case r.weeks != nil && !r.inWeeks(d):
		return false
	case r.days == nil:
		return true
	}
	return slices.ContainsFunc(r.days, func(w nthWeekday) bool {
		switch {
		case w.day != d.Weekday():
			return false
		case w.n == 0 || r.Frequency != "MONTHLY" && r.Frequency != "YEARLY":
			return true
		}
		position, length := d.Day(), inMonth(d)
		if r.Frequency == "YEARLY" && r.months == nil {
			position, length = d.YearDay(), inYear(d)
		}
		return w.n == (position-1)/7+1 || w.n == -(length-position)/7-1
	})
}

// inMonth and inYear return the number of days in the month and the year of a day.
func inMonth(d time.Time) int {
	return time.Date(d.Year(), d.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func inYear(d time.Time) int {
	return time.Date(d.Year(), time.December, 31, 0, 0, 0, 0, time.UTC).YearDay()
}

// inWeeks reports whether the day is in one of the weeks of the rule. A week belongs to the year
// with most of its days.
func (r Rule) inWeeks(d time.Time) bool {
	middle := startOfWeek(d, r.weekStart).Add(3 * day)
	last := startOfWeek(time.Date(middle.Year(), time.December, 28, 0, 0, 0, 0, time.UTC), r.weekStart).Add(3 * day)
	return listed(r.weeks, (middle.YearDay()+6)/7, (last.YearDay()+6)/7)
}

// listed reports whether a position from 1 to length is in a list, counted from the beginning or
// from the end.
func listed(list []int, position, length int) bool {
	return slices.Contains(list, position) || slices.Contains(list, position-length-1)
}
