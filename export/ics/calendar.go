// Package ics represents a calendar of whole-day events as plain data and writes it as iCalendar
// (RFC 5545), which every calendar program reads.
//
// The package knows nothing of accounts. All strings are text: characters with a meaning in
// iCalendar are escaped.
package ics

import "time"

// A Calendar is a named list of events. Any number of goroutines may write it at once while none
// changes it.
type Calendar struct {
	// Name is the name of the calendar in calendar programs. Empty means none.
	Name string
	// Product is the name of the program that made the calendar. Empty means "Account Atlas".
	Product string
	// Language is the BCP 47 tag of the texts. Empty means none.
	Language string
	// AsOf is the day of the calendar's facts. The events of a calendar with a later day replace
	// the events with the same UIDs of an earlier one. It must not be zero. Only its date counts,
	// in its own location.
	AsOf time.Time
	// Events are written in this order.
	Events []Event
}

// An Event takes a whole day, once or recurring. It has no time zone: the first of March is the
// first of March at the reader's location.
type Event struct {
	// UID identifies the event in all versions of the calendar. It must not be empty or occur
	// twice.
	UID string
	// Day is the day of the event, or the first day of its Rule. It must not be zero. Only its date
	// counts, in its own location.
	Day time.Time
	// Rule is the recurrence rule of RFC 5545, such as "FREQ=MONTHLY;INTERVAL=3". Empty means that
	// the event occurs once.
	Rule string
	// Summary is the title of the event. It must not be empty.
	Summary string
	// Description is a longer text, which may have several lines. Empty means none.
	Description string
	// Category is a word for grouping events. Empty means none.
	Category string
}
