package insight_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/teambition/rrule-go"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/insight"
)

// TestOccurrencesAreThoseOfTheRule compares with the rule reckoned where it stands, also over a century without a leap year.
func TestOccurrencesAreThoseOfTheRule(t *testing.T) {
	for _, rule := range []string{
		"FREQ=DAILY", "FREQ=DAILY;INTERVAL=9", "FREQ=DAILY;COUNT=9999", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO", "FREQ=WEEKLY;COUNT=20", "FREQ=MONTHLY;BYMONTHDAY=31",
		"FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
		"FREQ=YEARLY", "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU", "FREQ=YEARLY;BYYEARDAY=-1,366", "FREQ=YEARLY;INTERVAL=4;UNTIL=20350101",
		"FREQ=MONTHLY;UNTIL=20270131T120000Z",
	} {
		for _, start := range []accountmap.Date{{Year: 1998, Month: 12, Day: 31}, {Year: 2024, Month: 2, Day: 29}, {Year: 2092, Month: 7, Day: 1}} {
			option, err := rrule.StrToROption(rule)
			require.NoError(t, err)
			option.Dtstart = time.Date(start.Year, time.Month(start.Month), start.Day, 0, 0, 0, 0, time.UTC)
			reckoned, err := rrule.NewRRule(*option)
			require.NoError(t, err)
			from, to := start.AddDays(400), start.AddDays(400+3653)
			var want []accountmap.Date
			for _, at := range reckoned.Between(option.Dtstart.AddDate(0, 0, 400), option.Dtstart.AddDate(0, 0, 400+3653), true) {
				want = append(want, accountmap.DateOf(at))
			}
			got := slices.Collect(insight.Occurrences(accountmap.Cadence{Every: accountmap.Recurrence(rule), From: start}, from, to))
			assert.Equal(t, want, got, "%s from %s", rule, start)
		}
	}
}

func TestOccurrencesAtTheEndsOfTime(t *testing.T) {
	date := func(y int, m time.Month, d int) accountmap.Date { return accountmap.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		every          accountmap.Recurrence
		first          accountmap.Date
		from, to, want accountmap.Date // want zero: none
	}{
		{"FREQ=DAILY;COUNT=9999", date(1, 1, 1), date(1, 1, 1), date(1, 1, 9), date(1, 1, 1)},
		{"FREQ=DAILY", date(1, 1, 1), date(2026, 1, 1), date(2026, 1, 9), date(2026, 1, 1)},
		{"FREQ=DAILY;BYMONTHDAY=31", date(1, 1, 1), date(2026, 2, 1), date(2027, 1, 1), date(2026, 3, 31)},
		{"FREQ=YEARLY", date(1, 2, 28), date(2026, 1, 1), date(2027, 1, 1), date(2026, 2, 28)},
		{"FREQ=YEARLY;COUNT=9999", date(1, 1, 1), date(101, 1, 1), date(2026, 1, 1), date(101, 1, 1)},
		{"FREQ=YEARLY;COUNT=9999", date(1, 1, 1), date(101, 1, 2), date(2026, 1, 1), date(0, 0, 0)},
		{"FREQ=YEARLY", date(9999, 12, 31), date(9990, 1, 1), date(9999, 12, 31), date(9999, 12, 31)},
		{"FREQ=DAILY;INTERVAL=9999", date(9990, 1, 1), date(9990, 1, 2), date(9999, 12, 31), date(0, 0, 0)},
		{"FREQ=MONTHLY", date(2026, 5, 1), date(2026, 4, 1), date(2026, 4, 30), date(0, 0, 0)},
		{"FREQ=MONTHLY;UNTIL=20260401", date(2026, 5, 1), date(2026, 4, 1), date(2027, 4, 30), date(0, 0, 0)},
	} {
		var got accountmap.Date
		for day := range insight.Occurrences(accountmap.Cadence{Every: c.every, From: c.first}, c.from, c.to) {
			got = day
			break
		}
		assert.Equal(t, c.want, got, c)
	}
}

func BenchmarkOccurrences(b *testing.B) {
	today := accountmap.Date{Year: 2026, Month: 1, Day: 1}
	for _, rule := range []accountmap.Recurrence{"FREQ=MONTHLY", "FREQ=DAILY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"} {
		for _, first := range []int{1, 1926, 2026} {
			b.Run(fmt.Sprintf("%s from %d", rule, first), func(b *testing.B) {
				cadence := accountmap.Cadence{Every: rule, From: accountmap.Date{Year: first, Month: 1, Day: 1}}
				for b.Loop() {
					for range insight.Occurrences(cadence, today, today.AddDays(731)) {
					}
				}
			})
		}
	}
}
