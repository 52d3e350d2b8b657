package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/importer/internal/report"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

func TestLastDay(t *testing.T) {
	weeks := ""
	for day := accountmap.Day(2026, 1, 5); day.Before(accountmap.Day(2026, 6, 29)); day = accountmap.DateOf(day.Time().AddDate(0, 0, 7)) {
		weeks += day.String() + " "
	}
	for name, tt := range map[string]struct {
		days, want, stray string
	}{
		"none":                  {"", "", ""},
		"one":                   {"2026-05-01", "2026-05-01", ""},
		"mistyped":              {"2026-03-01 2026-04-01 2026-05-01 2062-05-02", "2026-05-01", "2062-05-02"},
		"by a year and a half":  {"2025-03-01 2025-09-01 2026-02-01 2027-09-02", "2026-02-01", "2027-09-02"},
		"in any order":          {"2206-01-01 2026-05-01 2026-03-01 2026-04-01", "2026-05-01", "2206-01-01"},
		"two that are mistyped": {"2036-01-01 2206-01-01 " + strings.Repeat("2026-05-01 ", 200), "2026-05-01", "2036-01-01 2206-01-01"},
		"a year without orders": {"2023-01-01 2023-02-01 2023-03-01 2026-05-01 2026-06-01", "2026-06-01", ""},
		"three in four years":   {"2022-01-01 2024-03-01 2026-05-01", "2026-05-01", ""},
		"rare orders":           {"2018-04-13 2018-04-14 2024-10-01 2026-03-01", "2026-03-01", ""},
		"within a year":         {"2026-01-01 2026-02-01 2026-03-01 2027-02-28", "2027-02-28", ""},
		"in the past":           {"1926-01-01 2026-02-01 2026-03-01 2026-04-01", "2026-04-01", ""},
		"months after weeks":    {weeks + "2026-12-31", "2026-06-22", "2026-12-31"},
		"months after months":   {"2025-01-01 2025-03-01 2025-06-01 2025-07-01 2025-09-01 2026-01-15", "2026-01-15", ""},
		"a quarter after weeks": {weeks + "2026-09-20", "2026-09-20", ""},
		"two after weeks":       {weeks + "2026-12-30 2026-12-31", "2026-12-31", ""},
	} {
		days, list := report.Days{}, problems.List{}
		for i, text := range strings.Fields(tt.days) {
			d, err := accountmap.ParseDate(text)
			assert.NoError(t, err)
			days.See(d, accountmap.Pos{File: "orders.csv", Line: i + 2, Column: 1})
		}
		days.See(accountmap.Date{}, accountmap.Pos{})
		assert.Equal(t, tt.want, days.Last(&list, "correct it").String(), name)
		assert.Len(t, list.All(), len(strings.Fields(tt.stray)), name)
		for _, day := range strings.Fields(tt.stray) {
			assert.Regexp(t, day+" is (more than a year|192 days) after all other days, and is treated as a typing error: the day of the account is "+tt.want+` \(correct it\)`, list.All().Report(), name)
		}
	}
}
