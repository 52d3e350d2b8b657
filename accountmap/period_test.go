package accountmap_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
)

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
