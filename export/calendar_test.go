package export_test

import (
	"bytes"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export"
	"github.com/accountatlas/accountatlas/export/calendar"
)

func events(t *testing.T, m *accountmap.Map, opts *export.CalendarOptions) *calendar.Calendar {
	t.Helper()
	c, err := export.Calendar(m, opts)
	require.NoError(t, err)
	return c
}

// told is a line for each event: its day, its title and its rule.
func told(c *calendar.Calendar) []string {
	var lines []string
	for _, e := range c.Events {
		lines = append(lines, strings.TrimSpace(e.Day.Format("2006-01-02")+" "+e.Summary+" "+e.Rule))
	}
	return lines
}

func TestCalendar(t *testing.T) {
	a := whole()
	a.Exposures[0].Date = day(2026, 7, 1)
	c := events(t, newMap(t, a), nil)
	assert.Equal(t, []string{
		"2026-08-04 Acme: Regular talk, Review FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU",
		"2026-12-01 Acme: Follow-up, First talk",
		"2026-12-28 Acme: Show again, Hub · Mill",
		"2027-01-01 Acme: Renewal, Core · Head office",
		"2027-12-31 Acme: Goal, Save 5 %",
	}, told(c))
	assert.Equal(t, "Their people: Boss Ana and Chief Eva\nOur people: Laura Méndez", c.Events[1].Description)

	var file bytes.Buffer
	require.NoError(t, c.WriteICS(&file))
	back, err := ics.ParseCalendar(&file)
	require.NoError(t, err)
	assert.Len(t, back.Events(), len(c.Events))

	greek, _ := terms.Lookup("el")
	assert.Contains(t, strings.Join(told(events(t, newMap(t, a), &export.CalendarOptions{Terms: greek})), "\n"), "Ανανέωση")
}

// TestWhatIsPutOffKeepsItsUID holds that an event moves in the reader's calendar, whatever else of the account changes.
func TestWhatIsPutOffKeepsItsUID(t *testing.T) {
	a := whole()
	a.Milestones[0].Due = day(2026, 12, 1)
	a.Commitments[1].Due = day(2026, 12, 2)
	a.Exposures[0].Date = day(2026, 7, 1)
	before := events(t, newMap(t, a), nil)
	byUID := map[string]calendar.Event{}
	for _, e := range before.Events {
		byUID[e.UID] = e
	}
	assert.Len(t, byUID, len(before.Events))

	a.AsOf = a.AsOf.AddDays(1)
	a.Milestones[0].Due, a.Milestones[0].Owner = day(2027, 2, 1), "hunter"
	a.Commitments[1].Due, a.Commitments[1].By = day(2027, 2, 2), "farmer"
	a.Communications[0].FollowUp = day(2027, 2, 3)
	a.Coverage[0].Renewal = day(2027, 2, 4)
	a.Exposures[0].Date = day(2026, 10, 1)
	a.Cadences[0].Every = "FREQ=MONTHLY"
	a.Goals[2].Due = day(2027, 2, 5)
	after := events(t, newMap(t, a), nil)
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
	for _, end := range []accountmap.Date{day(1, 1, 1), day(9999, 12, 31)} {
		a := whole()
		a.AsOf, a.Cadences[0].From, a.Cadences[0].Every, a.Commitments[1].Due = end, end, "FREQ=DAILY", end
		var file bytes.Buffer
		require.NoError(t, events(t, newMap(t, a), nil).WriteICS(&file))
		assert.Equal(t, 2, strings.Count(file.String(), "DTSTART;VALUE=DATE:"+strings.ReplaceAll(end.String(), "-", "")))
	}
}

func TestTheClientsCalendar(t *testing.T) {
	m := newMap(t, whole()).Select(accountmap.Scope{Audience: accountmap.AudienceClient})
	for _, line := range told(events(t, m, nil)) {
		assert.NotContains(t, line, "Show again")
	}
	for _, uid := range events(t, newMap(t, whole()), nil).Events {
		assert.NotContains(t, uid.UID, "acme")
	}
}

func TestCalendarNeedsADay(t *testing.T) {
	_, err := export.Calendar(nil, nil)
	require.Error(t, err)
	m := newMap(t, &accountmap.Account{Profile: accountmap.Profile{Name: "Acme"}})
	_, err = export.Calendar(m, nil)
	assert.ErrorContains(t, err, "asOf")
	assert.Empty(t, events(t, m, &export.CalendarOptions{AsOf: day(2026, 11, 1)}).Events)
}

func TestCalendarsOfManyAccounts(t *testing.T) {
	for _, s := range accountmaptest.Shapes() {
		m := newMap(t, accountmaptest.Generate(5, s))
		var first, second bytes.Buffer
		require.NoError(t, events(t, m, nil).WriteICS(&first))
		require.NoError(t, events(t, m, nil).WriteICS(&second))
		assert.Equal(t, first.String(), second.String())
	}
}
