package accountmap_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]accountmap.Date{
		"2026-11-01": day(2026, 11, 1), "2024-02-29": day(2024, 2, 29), "0001-01-01": day(1, 1, 1), "9999-12-31": day(9999, 12, 31),
	} {
		got, err := accountmap.ParseDate(text)
		require.NoError(t, err)
		assert.Equal(t, want, got)
		assert.Equal(t, text, got.String())
	}
	for _, text := range []string{
		"", " 2026-11-01", "2026-11-01 ", "2026-11-1", "2026-1-01", "01-11-2026", "2026/11/01", "2026-02-29", "2026-13-01", "2026-00-10",
		"2026-04-31", "0000-01-01", "-001-01-01", "10000-01-01", "2026-11-01T00:00:00Z", "２０２６-11-01", "today",
	} {
		_, err := accountmap.ParseDate(text)
		var value *accountmap.ValueError
		if assert.ErrorAs(t, err, &value, text) {
			assert.Contains(t, value.Detail, "is not a date")
			assert.Contains(t, value.Hint, "2026-11-01")
		}
	}
}

func TestParseDateSaysWhyThereIsNone(t *testing.T) {
	for text, want := range map[string]string{
		"2026-02-29": `"2026-02-29" is not a date: February 2026 has 28 days`, "2026-13-01": `"2026-13-01" is not a date: there is no month 13`,
		"2026-11-1": `"2026-11-1" is not a date`, "0000-13-01": `"0000-13-01" is not a date`, "today": `"today" is not a date`,
	} {
		_, err := accountmap.ParseDate(text)
		assert.EqualError(t, err, want+" (year-month-day, such as 2026-11-01)")
	}
}

func TestDateZeroIsUnknown(t *testing.T) {
	var zero accountmap.Date
	assert.True(t, zero.IsZero())
	assert.Empty(t, zero.String())
	assert.True(t, zero.Before(day(1, 1, 1)))
	d := day(2026, 11, 1)
	require.NoError(t, d.UnmarshalText(nil))
	assert.True(t, d.IsZero())
}

func TestDateCompare(t *testing.T) {
	dates := []accountmap.Date{{}, day(2025, 12, 31), day(2026, 1, 1), day(2026, 1, 2), day(2026, 2, 1)}
	for i, d := range dates {
		for j, e := range dates {
			assert.Equal(t, i < j, d.Before(e))
			assert.Equal(t, i == j, d.Compare(e) == 0)
			assert.Equal(t, -e.Compare(d), d.Compare(e))
		}
	}
}

func TestDateAddDays(t *testing.T) {
	assert.Equal(t, day(2024, 2, 29), day(2024, 2, 28).AddDays(1))
	assert.Equal(t, day(2025, 12, 31), day(2026, 1, 1).AddDays(-1))
	assert.Equal(t, day(2027, 11, 1), day(2026, 11, 1).AddDays(365))
	assert.Equal(t, day(2026, 11, 1), day(2026, 11, 1).AddDays(0))
}

func TestDateOfKeepsTheZone(t *testing.T) {
	late := time.Date(2026, 11, 1, 23, 30, 0, 0, time.FixedZone("", -3*3600))
	assert.Equal(t, day(2026, 11, 1), accountmap.DateOf(late))
	assert.Equal(t, day(2026, 11, 2), accountmap.DateOf(late.UTC()))
}

func TestDateInJSON(t *testing.T) {
	type entry struct {
		Day accountmap.Date `json:"day,omitzero"`
	}
	b, err := json.Marshal([]entry{{day(2026, 11, 1)}, {}})
	require.NoError(t, err)
	assert.Equal(t, `[{"day":"2026-11-01"},{}]`, string(b))
	var back []entry
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, []entry{{day(2026, 11, 1)}, {}}, back)
	unchanged := entry{day(2026, 11, 1)}
	assert.Error(t, json.Unmarshal([]byte(`{"day":"1.11.2026"}`), &unchanged))
	assert.Equal(t, day(2026, 11, 1), unchanged.Day)
}

func TestPeriodBounds(t *testing.T) {
	for text, want := range map[accountmap.Period][2]string{
		"2026":                  {"2026-01-01", "2026-12-31"},
		"2026-Q1":               {"2026-01-01", "2026-03-31"},
		"2026-Q4":               {"2026-10-01", "2026-12-31"},
		"2028-02":               {"2028-02-01", "2028-02-29"},
		"2026-12":               {"2026-12-01", "2026-12-31"},
		"9999":                  {"9999-01-01", "9999-12-31"},
		"0001-01":               {"0001-01-01", "0001-01-31"},
		"2026-10-01/2027-09-30": {"2026-10-01", "2027-09-30"},
		"2026-10-01/2026-10-01": {"2026-10-01", "2026-10-01"},
	} {
		first, last, ok := text.Bounds()
		require.True(t, ok, text)
		assert.Equal(t, want, [2]string{first.String(), last.String()}, text)
		assert.True(t, text.Contains(first) && text.Contains(last), text)
		assert.False(t, text.Contains(last.AddDays(1)) || text.Contains(first.AddDays(-1)), text)
		var read accountmap.Period
		require.NoError(t, read.UnmarshalText([]byte(text)))
		assert.Equal(t, text, read)
	}
}

func TestWhatIsNoPeriod(t *testing.T) {
	for _, text := range []accountmap.Period{"26", "0000", "2026-", "2026-0", "2026-00", "2026-13", "2026-Q0", "2026-Q5", "2026-q3", "2026-Q", "2026-Q33",
		"2026-10-01", "2026-10-01/", "/2026-10-01", "2026-10-02/2026-10-01", "2026-10-01/2026-10-02/2026-10-03", "２０２６", "2026-W7", " 2026"} {
		_, _, ok := text.Bounds()
		assert.False(t, ok, text)
		assert.False(t, text.Contains(day(2026, 10, 1)), text)
		read := accountmap.Period("2026")
		assert.ErrorContains(t, read.UnmarshalText([]byte(text)), "is not a period", text)
		assert.Equal(t, accountmap.Period("2026"), read)
	}
	read := accountmap.Period("2026")
	assert.NoError(t, read.UnmarshalText(nil))
	assert.Empty(t, read)
}

func TestPeriodOf(t *testing.T) {
	for _, c := range []struct {
		length accountmap.PeriodLength
		day    accountmap.Date
		want   accountmap.Period
	}{
		{accountmap.PeriodYear, day(2026, 7, 1), "2026"},
		{accountmap.PeriodQuarter, day(2026, 3, 31), "2026-Q1"},
		{accountmap.PeriodQuarter, day(2026, 4, 1), "2026-Q2"},
		{accountmap.PeriodQuarter, day(2026, 12, 31), "2026-Q4"},
		{accountmap.PeriodMonth, day(2026, 9, 30), "2026-09"},
		{0, day(2026, 9, 30), "2026-09"},
		{accountmap.PeriodYear, accountmap.Date{}, ""},
	} {
		got := accountmap.PeriodOf(c.day, c.length)
		assert.Equal(t, c.want, got)
		if got != "" {
			assert.True(t, got.Contains(c.day))
		}
	}
}

func ExamplePeriod_Bounds() {
	first, last, ok := accountmap.Period("2026-Q3").Bounds()
	fmt.Println(first, last, ok)
	// Output: 2026-07-01 2026-09-30 true
}

func TestDateArithmetic(t *testing.T) {
	d, e := accountmap.Day(2026, 10, 31), accountmap.Day(2027, 3, 1)
	assert.Equal(t, accountmap.Date{Year: 2026, Month: 10, Day: 31}, d)
	assert.True(t, e.After(d) && d.Before(e) && d.After(accountmap.Date{}))
	assert.False(t, d.After(d) || d.After(e) || d.Before(d))
	assert.Equal(t, 121, d.DaysTo(e))
	assert.Equal(t, -121, e.DaysTo(d))
	assert.Equal(t, e, d.AddDays(d.DaysTo(e)))
	assert.Equal(t, time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC), d.Time())
	assert.True(t, accountmap.Date{}.Time().IsZero())
}
