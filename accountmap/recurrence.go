package accountmap

import (
	"slices"
	"strconv"
	"strings"
)

// Recurrence says how often something recurs, as a recurrence rule (RRULE) of RFC 5545: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU" is the first Tuesday
// of every third month. Its frequency must be daily, weekly, monthly or yearly. Empty means that it does not recur.
type Recurrence string

// UnmarshalText reads a rule in upper or lower case, with or without "RRULE:" before it. The error names the part that is wrong. A rule that can
// never come true, such as one for 30 February, is not an error.
func (r *Recurrence) UnmarshalText(text []byte) error {
	rule := strings.ToUpper(strings.TrimSpace(string(text)))
	rule = strings.TrimPrefix(rule, "RRULE:")
	if err := Recurrence(rule).valid(); err != nil {
		return err
	}
	*r = Recurrence(rule)
	return nil
}

// Frequency is the unit in which the interval of a recurrence is counted.
type Frequency string

// The frequencies. Empty means that there is no rule.
const (
	Daily   Frequency = "DAILY"
	Weekly  Frequency = "WEEKLY"
	Monthly Frequency = "MONTHLY"
	Yearly  Frequency = "YEARLY"
)

// Every returns the frequency of the rule and its interval: a rule for every quarter has Monthly and 3. The empty rule has neither.
func (r Recurrence) Every() (f Frequency, interval int) {
	if r == "" {
		return "", 0
	}
	interval = 1
	for part := range strings.SplitSeq(string(r), ";") {
		switch name, value, _ := strings.Cut(part, "="); name {
		case "FREQ":
			f = Frequency(value)
		case "INTERVAL":
			interval, _ = strconv.Atoi(value)
		}
	}
	return f, interval
}

func (r Recurrence) valid() error {
	if r == "" {
		return nil
	}
	parts := map[string]bool{}
	for part := range strings.SplitSeq(string(r), ";") {
		name, value, _ := strings.Cut(part, "=")
		check, known := recurrencePart(name)
		switch {
		case !known:
			return notRecurrence(r, quote(name)+" is no part of a rule")
		case parts[name]:
			return notRecurrence(r, name+" stands twice")
		case !check(value):
			return notRecurrence(r, quote(value)+" is no value for "+name)
		}
		parts[name] = true
	}
	switch {
	case !parts["FREQ"]:
		return notRecurrence(r, "FREQ is missing")
	case parts["COUNT"] && parts["UNTIL"]:
		return notRecurrence(r, "COUNT and UNTIL exclude each other")
	}
	return nil
}

func notRecurrence(r Recurrence, why string) error {
	return &ValueError{Detail: quote(string(r)) + " is not a recurrence: " + why,
		Hint: `a rule of RFC 5545, such as "FREQ=MONTHLY;INTERVAL=3" or "FREQ=WEEKLY;BYDAY=MO"`}
}

// recurrencePart returns what checks the values of a part of a rule.
func recurrencePart(name string) (check func(value string) bool, known bool) {
	switch name {
	case "FREQ":
		return func(v string) bool { return slices.Contains([]Frequency{Daily, Weekly, Monthly, Yearly}, Frequency(v)) }, true
	case "INTERVAL", "COUNT":
		return func(v string) bool { return whole(v, 9999) && v[0] != '-' && v[0] != '+' }, true
	case "UNTIL":
		return untilDay, true
	case "WKST":
		return isWeekday, true
	case "BYDAY":
		return eachOf(countedWeekday), true
	case "BYMONTHDAY":
		return eachOf(func(v string) bool { return whole(v, 31) }), true
	case "BYYEARDAY", "BYSETPOS":
		return eachOf(func(v string) bool { return whole(v, 366) }), true
	case "BYWEEKNO":
		return eachOf(func(v string) bool { return whole(v, 53) }), true
	case "BYMONTH":
		return eachOf(func(v string) bool { return whole(v, 12) && v[0] != '-' }), true
	}
	return nil, false
}

// whole reports whether v is a whole number from 1 to most, or the negative of one, which counts from the end.
func whole(v string, most int) bool {
	digits := strings.TrimPrefix(strings.TrimPrefix(v, "-"), "+")
	n, err := strconv.Atoi(digits)
	return err == nil && allDigits(digits) && len(v)-len(digits) <= 1 && n >= 1 && n <= most
}

func eachOf(check func(string) bool) func(string) bool {
	return func(list string) bool {
		for v := range strings.SplitSeq(list, ",") {
			if !check(v) {
				return false
			}
		}
		return true
	}
}

func isWeekday(v string) bool {
	return slices.Contains([]string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}, v)
}

// countedWeekday reports whether v is a weekday, with or without a count within the month or year: "-1FR" is the last Friday.
func countedWeekday(v string) bool {
	if len(v) < 2 || !isWeekday(v[len(v)-2:]) {
		return false
	}
	count := v[:len(v)-2]
	return count == "" || whole(count, 53)
}

// untilDay reports whether v is a day as iCalendar writes it, 20261101, with a time behind it or not.
func untilDay(v string) bool {
	day, clock, timed := strings.Cut(v, "T")
	if len(day) != 8 || !allDigits(day) || timed && (len(strings.TrimSuffix(clock, "Z")) != 6 || !allDigits(strings.TrimSuffix(clock, "Z"))) {
		return false
	}
	_, err := ParseDate(day[:4] + "-" + day[4:6] + "-" + day[6:])
	return err == nil
}
