package recurrence_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/teambition/rrule-go"

	"github.com/accountatlas/accountatlas/internal/recurrence"
)

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// agree compares ten years of a rule with another implementation.
func agree(t *testing.T, text string, start time.Time) {
	t.Helper()
	option, err := rrule.StrToROption(text)
	require.NoError(t, err, text)
	option.Dtstart = start
	oracle, err := rrule.NewRRule(*option)
	require.NoError(t, err, text)
	rule, err := recurrence.Parse(text)
	require.NoError(t, err, text)
	for _, days := range []int{0, 400, 3000} {
		from := start.AddDate(0, 0, days)
		to := from.AddDate(10, 0, 0)
		want := oracle.Between(from, to, true)
		got := slices.AppendSeq([]time.Time{}, rule.Days(start, from, to))
		require.Equal(t, len(want), len(got), "%s from %s", text, start)
		for i, d := range got {
			require.True(t, want[i].Equal(d), "%s from %s: %s is not %s", text, start, d, want[i])
		}
	}
}

func TestDays(t *testing.T) {
	for _, text := range []string{
		"FREQ=DAILY", "FREQ=DAILY;INTERVAL=9", "FREQ=DAILY;COUNT=9999", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO", "FREQ=WEEKLY;COUNT=20", "FREQ=WEEKLY;BYDAY=FR,MO,FR", "FREQ=MONTHLY;BYMONTHDAY=31",
		"FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
		"FREQ=YEARLY", "FREQ=YEARLY;BYWEEKNO=1,20;BYDAY=MO,SU", "FREQ=YEARLY;BYYEARDAY=-1,366", "FREQ=YEARLY;INTERVAL=4;UNTIL=20350101",
		"FREQ=YEARLY;BYDAY=20MO,-1FR", "FREQ=YEARLY;BYMONTH=3,11;BYDAY=1SU,-1SU", "FREQ=YEARLY;BYWEEKNO=-1;WKST=SU", "FREQ=WEEKLY;BYMONTH=1",
	} {
		for _, start := range []time.Time{date(1998, 12, 31), date(2024, 2, 29), date(2092, 7, 1)} {
			agree(t, text, start)
		}
	}
}

// The other implementation treats 2 January 2011, in week 52 of 2010, as a day of week 53.
func TestDaysOfWeeks(t *testing.T) {
	for number, text := range map[int]string{1: "FREQ=YEARLY;BYWEEKNO=1", 52: "FREQ=YEARLY;BYWEEKNO=52", 53: "FREQ=YEARLY;BYWEEKNO=53"} {
		rule, err := recurrence.Parse(text)
		require.NoError(t, err)
		start, to := date(1998, 12, 31), date(2050, 1, 1)
		var want []time.Time
		for d := start; !d.After(to); d = d.AddDate(0, 0, 1) {
			if _, week := d.ISOWeek(); week == number {
				want = append(want, d)
			}
		}
		assert.Equal(t, want, slices.Collect(rule.Days(start, start, to)), text)
	}
}

func TestDaysOfRandomRules(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	pick := func(values ...string) string { return values[r.IntN(len(values))] }
	for range 150 {
		parts := []string{"FREQ=" + pick("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), fmt.Sprint("INTERVAL=", 1+r.IntN(5))}
		for _, part := range []string{
			"BYDAY=" + pick("MO", "TU,TH", "SU", "WE,SA"), "BYMONTH=" + pick("2", "1,7", "12"), "BYMONTHDAY=" + pick("-1", "1,15", "29,30,31"),
			"WKST=" + pick("SU", "TU", "MO"), pick("COUNT=7", "UNTIL=20300101", "COUNT=40"), "BYSETPOS=" + pick("1", "-1", "2,-2"),
		} {
			if r.IntN(3) == 0 {
				parts = append(parts, part)
			}
		}
		if strings.HasPrefix(parts[0], "FREQ=DAILY") {
			parts = slices.DeleteFunc(parts, func(p string) bool { return strings.HasPrefix(p, "BYSETPOS") })
		}
		agree(t, strings.Join(parts, ";"), date(2020+r.IntN(9), time.Month(1+r.IntN(12)), 1+r.IntN(28)))
	}
}
