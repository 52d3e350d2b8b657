package calendar_test

import (
	"bytes"
	"strings"
	"testing"

	ical "github.com/arran4/golang-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/calendar"
	"github.com/accountatlas/accountatlas/export/ics"
	"github.com/accountatlas/accountatlas/export/internal/exporttest"
)

func events(t *testing.T, m *accountmap.Map, opts *calendar.Options) *ics.Calendar {
	t.Helper()
	c, err := calendar.New(m, opts)
	require.NoError(t, err)
	return c
}

// describe returns a line for each event: its day, its title and its rule.
func describe(c *ics.Calendar) []string {
	var lines []string
	for _, e := range c.Events {
		lines = append(lines, strings.TrimSpace(e.Day.Format("2006-01-02")+" "+e.Summary+" "+e.Rule))
	}
	return lines
}

func TestCalendar(t *testing.T) {
	a := exporttest.Whole()
	a.Exposures[0].Date = exporttest.Day(2026, 7, 1)
	c := events(t, exporttest.NewMap(t, a), nil)
	assert.Equal(t, []string{
		"2026-08-04 Acme: Regular talk, Review FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU",
		"2026-12-01 Acme: Follow-up, First talk",
		"2026-12-28 Acme: Show again, Hub · Mill",
		"2027-01-01 Acme: Renewal, Core · Head office",
		"2027-12-31 Acme: Goal, Save 5 %",
	}, describe(c))
	assert.Equal(t, "Their people: Boss Ana and Chief Eva\nOur people: Diego Salas", c.Events[1].Description)

	var file bytes.Buffer
	require.NoError(t, c.WriteICS(&file))
	back, err := ical.ParseCalendar(&file)
	require.NoError(t, err)
	assert.Len(t, back.Events(), len(c.Events))

	greek, _ := terms.Lookup("el")
	assert.Contains(t, strings.Join(describe(events(t, exporttest.NewMap(t, a), &calendar.Options{Terms: greek})), "\n"), "Ανανέωση")
}

// TestPostponedEventsKeepTheirUID checks that a postponed event moves in the reader's calendar,
// regardless of other changes of the account.
func TestPostponedEventsKeepTheirUID(t *testing.T) {
	a := exporttest.Whole()
	a.Milestones[0].Due = exporttest.Day(2026, 12, 1)
	a.Commitments[1].Due = exporttest.Day(2026, 12, 2)
	a.Exposures[0].Date = exporttest.Day(2026, 7, 1)
	before := events(t, exporttest.NewMap(t, a), nil)
	byUID := map[string]ics.Event{}
	for _, e := range before.Events {
		byUID[e.UID] = e
	}
	assert.Len(t, byUID, len(before.Events))

	a.AsOf = a.AsOf.AddDays(1)
	a.Milestones[0].Due, a.Milestones[0].Owner = exporttest.Day(2027, 2, 1), "hunter"
	a.Commitments[1].Due, a.Commitments[1].By = exporttest.Day(2027, 2, 2), "farmer"
	a.Communications[0].FollowUp = exporttest.Day(2027, 2, 3)
	a.Coverage[0].Renewal = exporttest.Day(2027, 2, 4)
	a.Exposures[0].Date = exporttest.Day(2026, 10, 1)
	a.Cadences[0].Every = "FREQ=MONTHLY"
	a.Goals[2].Due = exporttest.Day(2027, 2, 5)
	after := events(t, exporttest.NewMap(t, a), nil)
	require.Len(t, after.Events, len(before.Events))
	moved := 0
	for _, e := range after.Events {
		old, known := byUID[e.UID]
		assert.True(t, known, e.Summary)
		assert.Equal(t, old.Summary, e.Summary)
		if !old.Day.Equal(e.Day) || old.Rule != e.Rule {
			moved++
		}
	}
	assert.Equal(t, len(before.Events), moved)
}

func TestCalendarAtTheEndsOfTime(t *testing.T) {
	for _, end := range []accountmap.Date{exporttest.Day(1, 1, 1), exporttest.Day(9999, 12, 31)} {
		a := exporttest.Whole()
		a.AsOf, a.Cadences[0].From, a.Cadences[0].Every, a.Commitments[1].Due = end, end, "FREQ=DAILY", end
		var file bytes.Buffer
		require.NoError(t, events(t, exporttest.NewMap(t, a), nil).WriteICS(&file))
		assert.Equal(t, 2, strings.Count(file.String(), "DTSTART;VALUE=DATE:"+strings.ReplaceAll(end.String(), "-", "")))
	}
}

func TestTheClientsCalendar(t *testing.T) {
	m := exporttest.NewMap(t, exporttest.Whole()).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	for _, line := range describe(events(t, m, nil)) {
		assert.NotContains(t, line, "Show again")
	}
	for _, uid := range events(t, exporttest.NewMap(t, exporttest.Whole()), nil).Events {
		assert.NotContains(t, uid.UID, "acme")
	}
}

func TestCalendarNeedsADay(t *testing.T) {
	_, err := calendar.New(nil, nil)
	require.Error(t, err)
	m := exporttest.NewMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}})
	_, err = calendar.New(m, nil)
	assert.ErrorContains(t, err, "asOf")
	assert.Empty(t, events(t, m, &calendar.Options{AsOf: exporttest.Day(2026, 11, 1)}).Events)
}

func TestCalendarsOfManyAccounts(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		m := exporttest.NewMap(t, accountmaptest.Generate(5, s))
		var first, second bytes.Buffer
		require.NoError(t, events(t, m, nil).WriteICS(&first))
		require.NoError(t, events(t, m, nil).WriteICS(&second))
		assert.Equal(t, first.String(), second.String())
	}
}

func TestCadenceThatNeverComesIsLeftOut(t *testing.T) {
	a := exporttest.Whole()
	for range 1_000 {
		a.Cadences = append(a.Cadences, accountmap.Cadence{Title: "Never", Every: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", From: exporttest.Day(2026, 8, 4)})
	}
	for _, e := range events(t, exporttest.NewMap(t, a), nil).Events {
		assert.NotContains(t, e.Summary, "Never")
	}
}

// TestCalendarForOneMember checks that the calendar has only the member's events and moves.
func TestCalendarForOneMember(t *testing.T) {
	a := &accountmap.Account{
		Profile:     accountmap.Profile{Name: "Acme", AsOf: accountmap.Day(2026, 11, 1)},
		Contacts:    []accountmap.Contact{{ID: "ana", Name: "Ana", Power: 4, Stance: accountmap.StanceSceptic, Owner: "jan"}, {ID: "eva", Name: "Eva"}},
		Team:        []accountmap.Member{{ID: "jan", Name: "Jan"}, {ID: "lea", Name: "Lea"}},
		Commitments: []accountmap.Commitment{{Text: "prices", By: "jan", To: "ana", Due: accountmap.Day(2026, 11, 9)}, {Text: "visit", By: "lea", To: "eva", Due: accountmap.Day(2026, 11, 9)}},
	}
	m, err := accountmap.New(a)
	require.NoError(t, err)
	summaries := func(member accountmap.MemberID) []string {
		c, err := calendar.New(m, &calendar.Options{For: member})
		require.NoError(t, err)
		var list []string
		for _, e := range c.Events {
			list = append(list, e.Summary)
		}
		return list
	}
	assert.Equal(t, []string{"Acme: Promise, prices", "Acme: Promise, visit"}, summaries(""))
	assert.Equal(t, []string{"Acme: Promise, prices", "Acme: Win over Ana"}, summaries("jan"))
	assert.Equal(t, []string{"Acme: Promise, visit"}, summaries("lea"))
	_, err = calendar.New(m, &calendar.Options{For: "nobody"})
	assert.ErrorContains(t, err, `no member of the team has the id "nobody"`)

	one, err := calendar.New(m, nil)
	require.NoError(t, err)
	both := calendar.Join([]*ics.Calendar{one, one}, nil)
	assert.Len(t, both.Events, 4)
	assert.Equal(t, one.AsOf, both.AsOf)
}

// FuzzHostileCalendar writes the calendar of an account with a text in each field. Another program
// must read the same number of events, and no line may be too long.
func FuzzHostileCalendar(f *testing.F) {
	for _, text := range accountmaptest.Hostile() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := accountmaptest.Full()
		accountmaptest.FillText(a, text)
		m, err := accountmap.New(a)
		if err != nil {
			return
		}
		c := events(t, m, nil)
		var file bytes.Buffer
		require.NoError(t, c.WriteICS(&file))
		for line := range strings.Lines(file.String()) {
			require.LessOrEqual(t, len(strings.TrimRight(line, "\r\n")), 75, "%q", line)
		}
		back, err := ical.ParseCalendar(&file)
		require.NoError(t, err)
		require.Len(t, back.Events(), len(c.Events))
	})
}
