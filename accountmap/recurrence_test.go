package accountmap_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

func TestOccurrencesAtTheEndsOfTime(t *testing.T) {
	date := func(y int, m time.Month, d int) accountmap.Date { return accountmap.Date{Year: y, Month: m, Day: d} }
	for _, c := range []struct {
		every          accountmap.Recurrence
		first          accountmap.Date
		from, to, want accountmap.Date // a zero want means no day
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
		for day := range (accountmap.Cadence{Every: c.every, From: c.first}).Occurrences(c.from, c.to) {
			got = day
			break
		}
		assert.Equal(t, c.want, got, c)
	}
}

func BenchmarkOccurrences(b *testing.B) {
	today := accountmap.Day(2026, 1, 1)
	for _, rule := range []accountmap.Recurrence{"FREQ=MONTHLY", "FREQ=DAILY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"} {
		for _, first := range []int{1, 1926, 2026} {
			b.Run(fmt.Sprintf("%s from %d", rule, first), func(b *testing.B) {
				cadence := accountmap.Cadence{Every: rule, From: accountmap.Date{Year: first, Month: 1, Day: 1}}
				for b.Loop() {
					for range cadence.Occurrences(today, today.AddDays(731)) {
					}
				}
			})
		}
	}
}

func TestRecurrence(t *testing.T) {
	for text, want := range map[string]accountmap.Recurrence{
		"":                                   "",
		"FREQ=DAILY":                         "FREQ=DAILY",
		"freq=weekly;byday=mo,we":            "FREQ=WEEKLY;BYDAY=MO,WE",
		" RRULE:FREQ=MONTHLY;INTERVAL=3 ":    "FREQ=MONTHLY;INTERVAL=3",
		"FREQ=MONTHLY;BYDAY=1TU":             "FREQ=MONTHLY;BYDAY=1TU",
		"FREQ=MONTHLY;BYDAY=-1FR;COUNT=12":   "FREQ=MONTHLY;BYDAY=-1FR;COUNT=12",
		"FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
		"FREQ=MONTHLY;BYMONTHDAY=-1":         "FREQ=MONTHLY;BYMONTHDAY=-1",
		"FREQ=WEEKLY;UNTIL=20271231":         "FREQ=WEEKLY;UNTIL=20271231",
		"FREQ=WEEKLY;UNTIL=20271231T235959Z": "FREQ=WEEKLY;UNTIL=20271231T235959Z",
		"BYSETPOS=-1;WKST=MO;FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR": "BYSETPOS=-1;WKST=MO;FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR",
		"FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=+100":                "FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=+100",
		"monthly":                                               "FREQ=MONTHLY", " Quarterly ": "FREQ=MONTHLY;INTERVAL=3", "WEEKLY": "FREQ=WEEKLY", "yearly": "FREQ=YEARLY", "daily": "FREQ=DAILY",
	} {
		r := accountmap.Recurrence("untouched")
		if assert.NoError(t, r.UnmarshalText([]byte(text)), text) {
			assert.Equal(t, want, r)
		}
	}
	for text, why := range map[string]string{
		"fortnightly":                       `"fortnightly" is not a recurrence`,
		"every 2 weeks":                     `"every 2 weeks" is not a recurrence`,
		"every 3rd of May":                  `"every 3rd of May" is not a recurrence`,
		"FREQ=HOURLY":                       `"HOURLY" is not a value of FREQ`,
		"FREQ=":                             `"" is not a value of FREQ`,
		"INTERVAL=2":                        "FREQ is missing",
		"FREQ=DAILY;":                       `"" is not a part of a rule`,
		"FREQ=DAILY;FREQ=DAILY":             "FREQ is there twice",
		"FREQ=DAILY;INTERVAL=0":             `"0" is not a value of INTERVAL`,
		"FREQ=DAILY;INTERVAL=-1":            `"-1" is not a value of INTERVAL`,
		"FREQ=DAILY;COUNT=1.5":              `"1.5" is not a value of COUNT`,
		"FREQ=DAILY;COUNT=":                 `"" is not a value of COUNT`,
		"FREQ=DAILY;COUNT=2;UNTIL=20270101": "exclude each other",
		"FREQ=DAILY;UNTIL=2027-01-01":       "is not a value of UNTIL",
		"FREQ=DAILY;UNTIL=20270230":         "is not a value of UNTIL",
		"FREQ=DAILY;UNTIL=20270101T99":      "is not a value of UNTIL",
		"FREQ=WEEKLY;BYDAY=MON":             "is not a value of BYDAY",
		"FREQ=WEEKLY;BYDAY=0MO":             "is not a value of BYDAY",
		"FREQ=WEEKLY;BYDAY=MO,":             "is not a value of BYDAY",
		"FREQ=WEEKLY;BYDAY=é":               "is not a value of BYDAY",
		"FREQ=YEARLY;BYMONTH=13":            "is not a value of BYMONTH",
		"FREQ=MONTHLY;BYMONTHDAY=32":        "is not a value of BYMONTHDAY",
		"FREQ=MONTHLY;BYMONTHDAY=--1":       "is not a value of BYMONTHDAY",
		"FREQ=DAILY;BYHOUR=9":               `"BYHOUR" is not a part of a rule`,
		"FREQ=DAILY\nX:Y":                   "is not a value of FREQ",
	} {
		r := accountmap.Recurrence("untouched")
		var value *accountmap.ValueError
		if assert.ErrorAs(t, r.UnmarshalText([]byte(text)), &value, text) {
			assert.Contains(t, value.Detail, why, text)
			assert.Contains(t, value.Hint, "FREQ=")
		}
		assert.Equal(t, accountmap.Recurrence("untouched"), r)
	}
}

// The days of a review every second Thursday, in the first month.
func ExampleCadence_Occurrences() {
	review := accountmap.Cadence{Every: "FREQ=WEEKLY;INTERVAL=2", From: accountmap.Day(2026, 11, 5)}
	for day := range review.Occurrences(review.From, accountmap.Day(2026, 12, 5)) {
		fmt.Println(day)
	}
	// Output:
	// 2026-11-05
	// 2026-11-19
	// 2026-12-03
}
