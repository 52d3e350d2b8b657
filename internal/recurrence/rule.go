// Package recurrence parses the recurrence rules (RRULE) of RFC 5545 that occur on whole days, and
// expands them.
package recurrence

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/internal/quote"
)

// Rule is a recurrence rule.
type Rule struct {
	// Frequency is DAILY, WEEKLY, MONTHLY or YEARLY. Interval is the number of its periods between
	// occurrences, from 1 to 9999.
	Frequency string
	Interval  int

	count     int       // 0 means no limit
	until     time.Time // zero means no end
	weekStart time.Weekday

	days                                          []nthWeekday
	months, weeks, yearDays, monthDays, positions []int // negative numbers count from the end
}

// nthWeekday is a weekday, and its number within the month or year: -1 is the last one, 0 every
// one.
type nthWeekday struct {
	n   int
	day time.Weekday
}

// Parse parses a rule in upper or lower case, without "RRULE:". The error quotes the invalid part
// of the rule.
func Parse(text string) (Rule, error) {
	r := Rule{Interval: 1, weekStart: time.Monday}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(text, ";") {
		written, value, _ := strings.Cut(part, "=")
		name := strings.ToUpper(written)
		known, ok := r.set(name, strings.ToUpper(value))
		switch {
		case !known:
			return Rule{}, fmt.Errorf("%s is not a part of a rule", quote.Text(written))
		case seen[name]:
			return Rule{}, fmt.Errorf("%s is there twice", name)
		case !ok:
			return Rule{}, fmt.Errorf("%s is not a value of %s", quote.Text(value), name)
		}
		seen[name] = true
	}
	switch {
	case !seen["FREQ"]:
		return Rule{}, errors.New("FREQ is missing")
	case seen["COUNT"] && seen["UNTIL"]:
		return Rule{}, errors.New("COUNT and UNTIL exclude each other")
	}
	return r, nil
}

func (r *Rule) set(name, value string) (known, ok bool) {
	switch name {
	case "FREQ":
		r.Frequency, ok = value, slices.Contains([]string{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}, value)
	case "INTERVAL":
		r.Interval, ok = positive(value, 9999)
	case "COUNT":
		r.count, ok = positive(value, 9999)
	case "UNTIL":
		r.until, ok = parseDay(value)
	case "WKST":
		r.weekStart, ok = parseWeekday(value)
	case "BYDAY":
		r.days, ok = parseList(value, parseNthWeekday)
	case "BYMONTH":
		r.months, ok = parseList(value, func(v string) (int, bool) { return positive(v, 12) })
	case "BYWEEKNO":
		r.weeks, ok = parseList(value, func(v string) (int, bool) { return position(v, 53) })
	case "BYYEARDAY":
		r.yearDays, ok = parseList(value, func(v string) (int, bool) { return position(v, 366) })
	case "BYMONTHDAY":
		r.monthDays, ok = parseList(value, func(v string) (int, bool) { return position(v, 31) })
	case "BYSETPOS":
		r.positions, ok = parseList(value, func(v string) (int, bool) { return position(v, 366) })
	default:
		return false, false
	}
	return true, ok
}

// parseList parses a list. Duplicates count once, which limits the length of a list to the number
// of possible values.
func parseList[T comparable](text string, parse func(string) (T, bool)) ([]T, bool) {
	var list []T
	for v := range strings.SplitSeq(text, ",") {
		parsed, ok := parse(v)
		if !ok {
			return nil, false
		}
		if !slices.Contains(list, parsed) {
			list = append(list, parsed)
		}
	}
	return list, true
}

// positive parses a number from 1 to most.
func positive(text string, most int) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && text[0] != '+' && n >= 1 && n <= most
}

// position parses a number from 1 to most, or from -1 to -most, which counts from the end.
func position(text string, most int) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && n != 0 && n <= most && -n <= most
}

func parseWeekday(text string) (time.Weekday, bool) {
	i := slices.Index([]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}, text)
	return time.Weekday(i), i >= 0
}

func parseNthWeekday(text string) (nthWeekday, bool) {
	if len(text) < 2 {
		return nthWeekday{}, false
	}
	day, ok := parseWeekday(text[len(text)-2:])
	n := 0
	if number := text[:len(text)-2]; ok && number != "" {
		n, ok = position(number, 53)
	}
	return nthWeekday{n, day}, ok
}

// parseDay parses a day in the format of iCalendar. A time of day is allowed and ignored:
// 20261101T120000Z.
func parseDay(text string) (time.Time, bool) {
	day, clock, timed := strings.Cut(text, "T")
	clock = strings.TrimSuffix(clock, "Z")
	if timed && (len(clock) != 6 || strings.Trim(clock, "0123456789") != "") {
		return time.Time{}, false
	}
	t, err := time.Parse("20060102", day)
	return t, err == nil
}
