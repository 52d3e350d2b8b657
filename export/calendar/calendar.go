// Package calendar makes the calendar of the upcoming dates in an account: an [ics.Calendar] with
// the method WriteICS.
package calendar

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/ics"
	"github.com/accountatlas/accountatlas/export/internal/accountview"
)

// Options are the options of [New]. Nil and the zero value mean the defaults.
type Options struct {
	// AsOf is the first day of the calendar. Zero means the account's own day.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
	// For is a member of our team. The calendar then has only this member's events and next moves
	// ([insight.Situation.Moves]). Empty means everybody.
	For accountmap.MemberID
}

// New returns a calendar of the upcoming dates: cadences, milestones, follow-ups, promises,
// renewals, goals, the introduction of the handoff and, for internal readers, repeated showings of
// products. All events are whole days.
//
// An event keeps its UID while its subject stays the same: a postponed milestone moves in the
// reader's calendar and does not appear twice. Cadences come first, then the other events by day.
// The error reports a nil map, or a missing first day in both the options and the account.
func New(m *accountmap.Map, opts *Options) (*ics.Calendar, error) {
	opts = cmp.Or(opts, &Options{})
	a, err := accountview.New(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, fmt.Errorf("calendar: %w", err)
	}
	if a.AsOf.IsZero() {
		return nil, errors.New("calendar: a calendar needs a day to begin with: set account.asOf, or Options.AsOf")
	}
	d := &diary{View: a, seen: map[string]int{}, out: &ics.Calendar{
		Name: a.Words.Text(terms.PackCalendarName, a.ClientName()), Language: a.Words.Language(), AsOf: noon(a.AsOf)}}
	if _, ours := m.Member(opts.For); opts.For != "" && !ours {
		return nil, fmt.Errorf("calendar: no member of the team has the id %q", opts.For)
	}
	for c := range a.Map.Cadences() {
		if takesPart(opts.For, c.Members) {
			d.addCadence(c)
		}
	}
	kinds := slices.DeleteFunc(insight.AgendaKinds(), func(k insight.AgendaKind) bool {
		return k == insight.AgendaCadence || k == insight.AgendaExposure && m.Audience() != accountmap.AudienceInternal
	})
	for _, p := range insight.Agenda(m, a.AsOf, a.AsOf.AddDays(insight.MaxAgendaDays), kinds...) {
		if takesPart(opts.For, p.Members) {
			d.add(p)
		}
	}
	if opts.For != "" {
		for _, v := range insight.Of(m, a.AsOf).Moves(insight.MoveOptions{}) {
			if takesPart(opts.For, v.Members) {
				d.addMove(v)
			}
		}
	}
	return d.out, nil
}

// takesPart reports whether a member is in a list. It is true if id is empty.
func takesPart(id accountmap.MemberID, members []accountmap.MemberID) bool {
	return id == "" || slices.Contains(members, id)
}

// Join merges the calendars of several accounts into one, with the events of each calendar in turn.
// Its day is the latest of their days. Nil words mean English.
func Join(calendars []*ics.Calendar, words *terms.Terms) *ics.Calendar {
	out := &ics.Calendar{Name: words.Text(terms.PortfolioCalendar), Language: words.Language()}
	for _, c := range calendars {
		out.Events = append(out.Events, c.Events...)
		if out.AsOf.Before(c.AsOf) {
			out.AsOf = c.AsOf
		}
	}
	return out
}

// addMove adds a move that has no appointment of its own. It is on its due day, or on the first day
// of the calendar if the due day is past.
func (d *diary) addMove(v insight.Move) {
	dated := []insight.MoveKind{insight.MoveKeepPromise, insight.MoveFollowUp, insight.MoveMilestone, insight.MoveRenew}
	if slices.Contains(dated, v.Kind) && !v.By.Before(d.AsOf) {
		return
	}
	day := v.By
	if day.Before(d.AsOf) {
		day = d.AsOf
	}
	d.out.Events = append(d.out.Events, ics.Event{
		UID: d.uid("move", v.Key), Day: noon(day), Summary: d.ClientName() + ": " + accountview.OneLine(d.Words.Move(d.Map, v)),
		Description: d.peopleLines(v.Contacts, v.Members, false), Category: d.Words.Text(terms.JudgedMoves),
	})
}

type diary struct {
	*accountview.View
	out *ics.Calendar
	// seen counts the events of each identity, since an account may have several.
	seen map[string]int
}

// addCadence adds a recurring talk from its first day on. A talk without an occurrence in the years
// of the calendar is omitted.
func (d *diary) addCadence(c accountmap.Cadence) {
	for first := range c.Occurrences(c.From, c.From.AddDays(insight.MaxAgendaDays)) {
		d.out.Events = append(d.out.Events, ics.Event{
			UID: d.uid(insight.AgendaCadence, c.Title), Day: noon(first), Rule: string(c.Every), Summary: d.summary(insight.AgendaCadence, c.Title),
			Description: d.peopleLines(c.Contacts, c.Members, true), Category: d.Words.AgendaKind(insight.AgendaCadence),
		})
		return
	}
}

func (d *diary) add(p insight.Appointment) {
	subject := p.Title
	if place := strings.Trim(d.ProductName(p.Product)+" · "+d.UnitName(p.Unit), " ·"); place != "" {
		subject = strings.Trim(subject+" · "+place, " ·")
	}
	if subject == "" {
		subject = accountview.ContractID(p)
	}
	d.out.Events = append(d.out.Events, ics.Event{
		UID: d.uid(p.Kind, d.identity(p)...), Day: noon(p.Date), Summary: d.summary(p.Kind, subject),
		Description: d.peopleLines(p.Contacts, p.Members, p.AmongUs()), Category: d.Words.AgendaKind(p.Kind),
	})
}

func (d *diary) summary(k insight.AgendaKind, subject string) string {
	kind := d.Words.AgendaKind(k)
	if subject = accountview.OneLine(subject); subject == "" {
		return d.ClientName() + ": " + kind
	}
	return d.ClientName() + ": " + kind + ", " + subject
}

// identity returns the properties of an appointment that stay the same when its day or its people
// change.
func (d *diary) identity(p insight.Appointment) []string {
	switch p.Kind {
	case insight.AgendaIntroduction:
		return nil
	case insight.AgendaExposure:
		return []string{string(p.Product), string(p.Contacts[0])}
	}
	return []string{p.ID, p.Title, string(p.Product), string(p.Unit)}
}

// uid returns a hash of an identity, so that a UID reveals nothing about the account.
func (d *diary) uid(kind insight.AgendaKind, identity ...string) string {
	key := strings.Join(append([]string{cmp.Or(d.Map.Profile().ID, d.Map.Profile().Name), string(kind)}, identity...), "\x00")
	n := d.seen[key]
	d.seen[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, n))
	return hex.EncodeToString(sum[:16]) + "@account-atlas"
}

// peopleLines lists the people of an event on a line for each side, the client's first. An internal
// event has no line for the client.
func (d *diary) peopleLines(contacts []accountmap.ContactID, members []accountmap.MemberID, amongUs bool) string {
	var lines []string
	var names []string
	for _, id := range contacts {
		names = append(names, d.ContactName(id))
	}
	if theirs := d.OrNobody(d.Words.List(names)); theirs != "" && !(amongUs && len(contacts) == 0) {
		lines = append(lines, d.Words.Text(terms.ColumnTheirPeople)+": "+theirs)
	}
	names = nil
	for _, id := range members {
		names = append(names, d.MemberName(id))
	}
	if ours := d.OrNobody(d.Words.List(names)); ours != "" {
		lines = append(lines, d.Words.Text(terms.ColumnOurPeople)+": "+ours)
	}
	return strings.Join(lines, "\n")
}

// noon returns a time on the day, of which the calendar uses only the date. Midnight at the start
// of the year 1 would be the zero time.
func noon(d accountmap.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 12, 0, 0, 0, time.UTC)
}
