package ics

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	ical "github.com/arran4/golang-ical"

	"github.com/accountatlas/accountatlas/internal/cleantext"
	"github.com/accountatlas/accountatlas/internal/recurrence"
)

// WriteICS writes the calendar as iCalendar. Nothing is written unless the whole calendar is valid;
// otherwise, the error names every invalid event. Any other error is an error of w. Equal calendars
// give equal bytes.
//
// Events are whole days and are marked as free time. The sequence number is the number of days from
// 1 January 2000 to AsOf. It lets programs recognize the newer of two versions of an event.
func (c *Calendar) WriteICS(w io.Writer) error {
	if err := c.check(); err != nil {
		return err
	}
	product := clean(c.Product)
	product = cmp.Or(product, "Account Atlas")
	cal := ical.NewCalendar()
	cal.SetProductId("-//" + product + "//EN")
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ical.MethodPublish)
	if name := clean(c.Name); name != "" {
		cal.SetXWRCalName(name)
		cal.SetName(name)
	}
	stamp := midnight(c.AsOf)
	sequence := max(0, int(stamp.Sub(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)).Hours()/24))
	for _, e := range c.Events {
		v := cal.AddEvent(clean(e.UID))
		v.SetDtStampTime(stamp)
		v.SetSequence(sequence)
		v.SetAllDayStartAt(midnight(e.Day))
		v.SetAllDayEndAt(midnight(e.Day).AddDate(0, 0, 1))
		v.SetSummary(clean(e.Summary), c.language()...)
		if text := cleanLines(e.Description); text != "" {
			v.SetDescription(text, c.language()...)
		}
		if word := clean(e.Category); word != "" {
			v.AddCategory(word)
		}
		if e.Rule != "" {
			v.AddRrule(dayRule(e.Rule))
		}
		v.SetTimeTransparency(ical.TransparencyTransparent)
	}
	var out bytes.Buffer
	if err := cal.SerializeTo(&out, ical.WithNewLineWindows); err != nil {
		return fmt.Errorf("ics: %w", err)
	}
	_, err := out.WriteTo(w)
	return err
}

func (c *Calendar) language() []ical.PropertyParameter {
	if c.Language == "" {
		return nil
	}
	return []ical.PropertyParameter{&ical.KeyValues{Key: string(ical.ParameterLanguage), Value: []string{clean(c.Language)}}}
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// dayRule returns a rule for events of whole days. Its last day, if any, must not have a time (RFC
// 5545, 3.3.10).
func dayRule(rule string) string {
	parts := strings.Split(rule, ";")
	for i, part := range parts {
		if last, ok := strings.CutPrefix(part, "UNTIL="); ok {
			day, _, _ := strings.Cut(last, "T")
			parts[i] = "UNTIL=" + day
		}
	}
	return strings.Join(parts, ";")
}

// clean returns a text on one line without control characters, in valid UTF-8.
func clean(s string) string { return strings.Join(strings.Fields(cleanLines(s)), " ") }

// cleanLines returns a text without control characters except line breaks, in valid UTF-8.
func cleanLines(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\t", " ", "\u2028", " ", "\u2029", " ").Replace(cleantext.DropLines(s)))
}

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
