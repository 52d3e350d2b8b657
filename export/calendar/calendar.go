// Package calendar holds a calendar of whole days as plain data and writes it as iCalendar (RFC 5545), which every calendar program reads.
//
// It knows nothing of accounts. All strings are text: what could be taken for a line of iCalendar is escaped.
package calendar

import "time"

// A Calendar is a list of events with a name. It is only read while it is written: any number of goroutines may write it at once.
type Calendar struct {
	// Name is what calendar programs call it; "" is none.
	Name string
	// Product names the program that made it; "" is "Account Atlas".
	Product string
	// Language is the BCP 47 tag of the texts; "" is none.
	Language string
	// Stamp is the day of which the calendar is true. A calendar of a later day replaces the events of an earlier one that bear the same UIDs.
	// It may not be zero; only its date counts, in its own location.
	Stamp time.Time
	// Events are written in the order given.
	Events []Event
}

// An Event is something that takes a whole day, once or again and again. It is of no time zone: the first of March is the first of March
// wherever the reader is.
type Event struct {
	// UID is what the event is known by from one version of the calendar to the next. It may not be empty, nor stand twice.
	UID string
	// Day is the day, or the first of those of a rule. It may not be zero; only its date counts, in its own location.
	Day time.Time
	// Rule says how the event comes back, in the words of RFC 5545: "FREQ=MONTHLY;INTERVAL=3". Empty means that it does not.
	Rule string
	// Summary is the event's title. It may not be empty.
	Summary string
	// Description says more, in lines; "" is nothing.
	Description string
	// Category is a word to group events by; "" is none.
	Category string
}
