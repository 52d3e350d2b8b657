package ics

import (
	"errors"
	"fmt"

	"github.com/accountatlas/accountatlas/internal/recurrence"
)

// check names every fault of the calendar.
func (c *Calendar) check() error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf("ics: "+format, args...)) }
	if c.AsOf.IsZero() {
		fault("AsOf is not set: say of which day the calendar is true")
	}
	seen := map[string]int{}
	for i, e := range c.Events {
		switch uid := clean(e.UID); {
		case uid == "":
			fault("event %d has no UID", i+1)
		case seen[uid] > 0:
			fault("event %d has the UID %q of event %d", i+1, uid, seen[uid])
		default:
			seen[uid] = i + 1
		}
		if e.Day.IsZero() {
			fault("event %d (%q) has no Day", i+1, e.Summary)
		}
		if clean(e.Summary) == "" {
			fault("event %d has no Summary", i+1)
		}
		if e.Rule != "" {
			if _, err := recurrence.Parse(e.Rule); err != nil {
				fault("event %d (%q): the rule %q: %w", i+1, e.Summary, e.Rule, err)
			}
		}
	}
	return errors.Join(faults...)
}
