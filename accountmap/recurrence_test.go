package accountmap_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
	} {
		r := accountmap.Recurrence("untouched")
		if assert.NoError(t, r.UnmarshalText([]byte(text)), text) {
			assert.Equal(t, want, r)
		}
	}
	for text, why := range map[string]string{
		"monthly":                           `"MONTHLY" is no part of a rule`,
		"FREQ=HOURLY":                       `"HOURLY" is no value for FREQ`,
		"FREQ=":                             `"" is no value for FREQ`,
		"INTERVAL=2":                        "FREQ is missing",
		"FREQ=DAILY;":                       `"" is no part of a rule`,
		"FREQ=DAILY;FREQ=DAILY":             "FREQ stands twice",
		"FREQ=DAILY;INTERVAL=0":             `"0" is no value for INTERVAL`,
		"FREQ=DAILY;INTERVAL=-1":            `"-1" is no value for INTERVAL`,
		"FREQ=DAILY;COUNT=1.5":              `"1.5" is no value for COUNT`,
		"FREQ=DAILY;COUNT=":                 `"" is no value for COUNT`,
		"FREQ=DAILY;COUNT=2;UNTIL=20270101": "exclude each other",
		"FREQ=DAILY;UNTIL=2027-01-01":       "is no value for UNTIL",
		"FREQ=DAILY;UNTIL=20270230":         "is no value for UNTIL",
		"FREQ=DAILY;UNTIL=20270101T99":      "is no value for UNTIL",
		"FREQ=WEEKLY;BYDAY=MON":             "is no value for BYDAY",
		"FREQ=WEEKLY;BYDAY=0MO":             "is no value for BYDAY",
		"FREQ=WEEKLY;BYDAY=MO,":             "is no value for BYDAY",
		"FREQ=WEEKLY;BYDAY=é":               "is no value for BYDAY",
		"FREQ=YEARLY;BYMONTH=13":            "is no value for BYMONTH",
		"FREQ=MONTHLY;BYMONTHDAY=32":        "is no value for BYMONTHDAY",
		"FREQ=MONTHLY;BYMONTHDAY=--1":       "is no value for BYMONTHDAY",
		"FREQ=DAILY;BYHOUR=9":               `"BYHOUR" is no part of a rule`,
		"FREQ=DAILY\nX:Y":                   "is no value for FREQ",
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
