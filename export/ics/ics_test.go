package ics_test

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/export/ics"
)

func day(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 15, 4, 5, 0, time.FixedZone("far", -11*3600))
}

func sample() *ics.Calendar {
	return &ics.Calendar{
		Name: "Grupo Meridiano; Hellas", Language: "el", AsOf: day(2026, 11, 1),
		Events: []ics.Event{
			{UID: "a@x", Day: day(2026, 12, 24), Summary: "Ανανέωση: πρώτη γραμμή, δεύτερη; τρίτη\\", Description: "ένα\nδύο", Category: "Ανανέωση"},
			{UID: "b@x", Day: day(2026, 11, 3), Summary: "Review", Rule: "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231T235959Z"},
		},
	}
}

func written(t *testing.T, c *ics.Calendar) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, c.WriteICS(&b))
	return b.String()
}

func TestWriteICSIsReadBack(t *testing.T) {
	text := written(t, sample())
	back, err := ical.ParseCalendar(strings.NewReader(text))
	require.NoError(t, err)
	events := back.Events()
	require.Len(t, events, 2)
	first := events[0]
	assert.Equal(t, "a@x", first.Id())
	start, err := first.GetAllDayStartAt()
	require.NoError(t, err)
	assert.Equal(t, "2026-12-24", start.Format("2006-01-02"), "the day of its own location, whatever zone the reader is in")
	assert.Equal(t, "Ανανέωση: πρώτη γραμμή, δεύτερη; τρίτη\\", first.GetProperty(ical.ComponentPropertySummary).Value)
	assert.Equal(t, "ένα\nδύο", first.GetProperty(ical.ComponentPropertyDescription).Value)
	assert.Equal(t, "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231", events[1].GetProperty(ical.ComponentPropertyRrule).Value)

	for _, want := range []string{"DTSTART;VALUE=DATE:20261224\r\n", "DTEND;VALUE=DATE:20261225\r\n", "DTSTAMP:20261101T000000Z\r\n", "SEQUENCE:9801\r\n",
		"METHOD:PUBLISH\r\n", "TRANSP:TRANSPARENT\r\n"} {
		assert.Contains(t, text, want)
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		assert.LessOrEqual(t, len(line), 75, "RFC 5545, 3.1: lines of at most 75 bytes: %q", line)
		assert.NotContains(t, line, "\n")
	}
	assert.Equal(t, text, written(t, sample()), "same calendar, same bytes")
}

func TestALaterCalendarReplaces(t *testing.T) {
	later := sample()
	later.AsOf = day(2026, 11, 2)
	assert.Contains(t, written(t, later), "SEQUENCE:9802\r\n")
}

func TestFaultsAreNamedTogether(t *testing.T) {
	c := &ics.Calendar{Events: []ics.Event{
		{UID: "a", Day: day(2026, 1, 1), Summary: "A"}, {UID: "a", Day: day(2026, 1, 1), Summary: "B", Rule: "FREQ=SOMETIMES"}, {},
	}}
	var b bytes.Buffer
	err := c.WriteICS(&b)
	require.Error(t, err)
	for _, want := range []string{"AsOf is not set", `event 2 has the UID "a" of event 1`, `the rule "FREQ=SOMETIMES"`, "event 3 has no UID", "event 3 has no Summary",
		"no Day"} {
		assert.ErrorContains(t, err, want)
	}
	assert.Empty(t, b.String())
}

func TestHostileTextsStayText(t *testing.T) {
	for _, hostile := range append(accountmaptest.Hostile(), "x\r\nATTENDEE:mailto:a@b.example", "END:VEVENT\nBEGIN:VALARM", strings.Repeat("λ", 400)) {
		c := sample()
		c.Name, c.Events[0].Summary, c.Events[0].Description, c.Events[0].Category = hostile, "x"+hostile, hostile, hostile
		back, err := ical.ParseCalendar(strings.NewReader(written(t, c)))
		require.NoError(t, err, "%q", hostile)
		require.Len(t, back.Events(), 2, "%q", hostile)
		assert.Empty(t, back.Events()[0].Attendees(), "%q", hostile)
		assert.Empty(t, back.Events()[0].Alarms(), "%q", hostile)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestTheWritersErrorComesBack(t *testing.T) {
	assert.ErrorContains(t, sample().WriteICS(fullDisk{}), "disk full")
}

// TestAnotherParserReadsIt reads the calendar with Python's icalendar, if it is installed.
func TestAnotherParserReadsIt(t *testing.T) {
	python, err := exec.LookPath("/usr/bin/python3")
	if err != nil || exec.CommandContext(t.Context(), python, "-c", "import icalendar").Run() != nil {
		t.Skip("there is no Python with icalendar on this machine")
	}
	script := `import sys, icalendar
c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
for e in c.walk("VEVENT"):
    print(e["UID"], e.decoded("DTSTART"), e["SUMMARY"], e.get("RRULE").to_ical().decode() if e.get("RRULE") else "", sep="|")`
	cmd := exec.CommandContext(t.Context(), python, "-c", script)
	cmd.Stdin = strings.NewReader(written(t, sample()))
	cmd.Env = []string{"PYTHONIOENCODING=utf-8"}
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Equal(t, "a@x|2026-12-24|Ανανέωση: πρώτη γραμμή, δεύτερη; τρίτη\\|\nb@x|2026-11-03|Review|FREQ=MONTHLY;UNTIL=20271231;BYDAY=1TU\n", string(out))
}
