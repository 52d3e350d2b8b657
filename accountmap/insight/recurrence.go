package insight

import (
	"time"

	"github.com/teambition/rrule-go"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Occurrences are the days from one to another, both included, on which a cadence takes place, the earliest first. A cadence without a first
// day or without a rule has none, and neither has one whose rule never comes true.
func Occurrences(c accountmap.Cadence, from, to accountmap.Date) []accountmap.Date {
	if c.From.IsZero() || c.Every == "" {
		return nil
	}
	option, err := rrule.StrToROption(string(c.Every))
	if err != nil {
		return nil // not reachable: the rules of package accountmap let no such cadence into a map
	}
	option.Dtstart = midnight(c.From)
	rule, err := rrule.NewRRule(*option)
	if err != nil {
		return nil
	}
	var days []accountmap.Date
	for _, t := range rule.Between(midnight(from), midnight(to), true) {
		days = append(days, accountmap.DateOf(t))
	}
	return days
}

func midnight(d accountmap.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
