package terms

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
)

// In expectations _ is a no-break space.
func spaced(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '_' {
			out[i] = '\u00a0'
		}
	}
	return string(out)
}

func TestDates(t *testing.T) {
	day := accountmap.Date{Year: 2026, Month: time.November, Day: 1}
	may := accountmap.Date{Year: 12026, Month: time.May, Day: 25}
	for _, c := range []struct{ lang, long, short, may string }{
		{"en", "1 November 2026", "1 Nov 2026", "25 May 12026"},
		{"es", "1 de noviembre de 2026", "1 nov 2026", "25 de mayo de 12026"},
		{"el", "1 Νοεμβρίου 2026", "1 Νοε 2026", "25 Μαΐου 12026"},
	} {
		terms := mustLookup(t, c.lang)
		assert.Equal(t, c.long, terms.Date(day))
		assert.Equal(t, c.short, terms.ShortDate(day))
		assert.Equal(t, c.may, terms.Date(may))
		assert.Empty(t, terms.Date(accountmap.Date{}))
		assert.Empty(t, terms.ShortDate(accountmap.Date{}))
		assert.Equal(t, "2026-13-01", terms.Date(accountmap.Date{Year: 2026, Month: 13, Day: 1}))
		assert.Equal(t, "2026-00-01", terms.ShortDate(accountmap.Date{Year: 2026, Day: 1}))
		months, short := map[string]bool{}, map[string]bool{}
		for m := time.January; m <= time.December; m++ {
			months[terms.Date(accountmap.Date{Year: 2026, Month: m, Day: 1})] = true
			short[terms.ShortDate(accountmap.Date{Year: 2026, Month: m, Day: 1})] = true
		}
		assert.Len(t, months, 12)
		assert.Len(t, short, 12)
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		n          int
		en, es, el string
	}{
		{0, "0", "0", "0"}, {-5, "-5", "-5", "-5"}, {999, "999", "999", "999"}, {1234, "1,234", "1234", "1.234"}, {-1234, "-1,234", "-1234", "-1.234"},
		{12345, "12,345", "12.345", "12.345"}, {1234567, "1,234,567", "1.234.567", "1.234.567"},
		{math.MinInt64, "-9,223,372,036,854,775,808", "-9.223.372.036.854.775.808", "-9.223.372.036.854.775.808"},
	} {
		assert.Equal(t, c.en, English().Number(c.n))
		assert.Equal(t, c.es, mustLookup(t, "es").Number(c.n))
		assert.Equal(t, c.el, mustLookup(t, "el").Number(c.n))
	}
}

func TestDecimals(t *testing.T) {
	for _, c := range []struct {
		x      float64
		digits int
		en, es string
	}{
		{0, 2, "0", "0"}, {0.1, 20, "0.1", "0,1"}, {1234.5, 2, "1,234.5", "1234,5"}, {12345.678, 2, "12,345.68", "12.345,68"}, {3, 2, "3", "3"},
		{100, 0, "100", "100"}, {2.999, 2, "3", "3"}, {-0.001, 2, "0", "0"}, {math.Copysign(0, -1), 2, "0", "0"}, {-1.5, 1, "-1.5", "-1,5"},
		{1.5, -3, "2", "2"}, {0.25, 1 << 40, "0.25", "0,25"}, {1e21, 2, "1,000,000,000,000,000,000,000", "1.000.000.000.000.000.000.000"},
		{math.Inf(1), 2, "∞", "∞"}, {math.Inf(-1), 2, "-∞", "-∞"}, {math.NaN(), 2, "", ""},
	} {
		assert.Equal(t, c.en, English().Decimal(c.x, c.digits))
		assert.Equal(t, c.es, mustLookup(t, "es").Decimal(c.x, c.digits))
	}
	assert.Equal(t, "1.234,5", mustLookup(t, "el").Decimal(1234.5, 1))
}

func TestPercents(t *testing.T) {
	for _, c := range []struct {
		share      float64
		en, es, el string
	}{
		{0, "0%", "0_%", "0%"}, {0.25, "25%", "25_%", "25%"}, {1, "100%", "100_%", "100%"}, {29.0 / 200, "15%", "15_%", "15%"},
		{0.144999, "14%", "14_%", "14%"}, {12.34, "1,234%", "1234_%", "1.234%"}, {-0.5, "-50%", "-50_%", "-50%"}, {-0.001, "0%", "0_%", "0%"},
		{math.NaN(), "", "", ""}, {math.Inf(1), "", "", ""},
	} {
		assert.Equal(t, c.en, English().Percent(c.share))
		assert.Equal(t, spaced(c.es), mustLookup(t, "es").Percent(c.share))
		assert.Equal(t, c.el, mustLookup(t, "el").Percent(c.share))
	}
	assert.NotPanics(t, func() { English().Percent(math.MaxFloat64) })
}

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		minor      int64
		currency   accountmap.Currency
		en, es, el string
	}{
		{0, "", "", "", ""},
		{0, "EUR", "0.00_EUR", "0,00_EUR", "0,00_EUR"},
		{125000, "EUR", "1,250.00_EUR", "1250,00_EUR", "1.250,00_EUR"},
		{1250000, "EUR", "12,500.00_EUR", "12.500,00_EUR", "12.500,00_EUR"},
		{-5, "EUR", "-0.05_EUR", "-0,05_EUR", "-0,05_EUR"},
		{1250000, "JPY", "1,250,000_JPY", "1.250.000_JPY", "1.250.000_JPY"},
		{1234567, "KWD", "1,234.567_KWD", "1234,567_KWD", "1.234,567_KWD"},
		{125000, "", "1,250.00", "1250,00", "1.250,00"},
		{math.MaxInt64, "EUR", "92,233,720,368,547,758.07_EUR", "92.233.720.368.547.758,07_EUR", "92.233.720.368.547.758,07_EUR"},
		{math.MinInt64, "EUR", "-92,233,720,368,547,758.08_EUR", "-92.233.720.368.547.758,08_EUR", "-92.233.720.368.547.758,08_EUR"},
	} {
		m := accountmap.Money{Minor: c.minor, Currency: c.currency}
		assert.Equal(t, spaced(c.en), English().Money(m))
		assert.Equal(t, spaced(c.es), mustLookup(t, "es").Money(m))
		assert.Equal(t, spaced(c.el), mustLookup(t, "el").Money(m))
	}
}

func FuzzDecimal(f *testing.F) {
	f.Add(1234.5, 2)
	f.Add(math.SmallestNonzeroFloat64, 400)
	f.Fuzz(func(t *testing.T, x float64, digits int) {
		assert.NotPanics(t, func() { English().Decimal(x, digits); English().Percent(x) })
	})
}

func TestShortAmounts(t *testing.T) {
	for _, c := range []struct {
		minor    int64
		currency accountmap.Currency
		want     [3]string
	}{
		{95, "EUR", [3]string{"1", "1", "1"}},
		{95_049, "EUR", [3]string{"950", "950", "950"}},
		{99_999, "EUR", [3]string{"1k", "1\u00a0mil", "1\u00a0χιλ."}},
		{1_234_500, "EUR", [3]string{"12.3k", "12,3\u00a0mil", "12,3\u00a0χιλ."}},
		{12_345_600, "", [3]string{"123k", "123\u00a0mil", "123\u00a0χιλ."}},
		{99_996_000, "EUR", [3]string{"1M", "1\u00a0M", "1\u00a0εκ."}},
		{1_250, "JPY", [3]string{"1.3k", "1,3\u00a0mil", "1,3\u00a0χιλ."}},
		{-1_234_500, "EUR", [3]string{"-12.3k", "-12,3\u00a0mil", "-12,3\u00a0χιλ."}},
		{math.MaxInt64, "JPY", [3]string{"9,223,372,037bn", "9.223.372.037\u00a0mil\u00a0M", "9.223.372.037\u00a0δισ."}},
		{0, "", [3]string{"", "", ""}},
	} {
		for i, lang := range Languages() {
			assert.Equal(t, c.want[i], mustLookup(t, lang).ShortAmount(accountmap.Money{Minor: c.minor, Currency: c.currency}), "%d %s", c.minor, lang)
		}
	}
}

func TestMonths(t *testing.T) {
	for i, lang := range Languages() {
		words := mustLookup(t, lang)
		assert.Equal(t, []string{"Nov 2026", "nov 2026", "Νοε 2026"}[i], words.ShortMonth(accountmap.Date{Year: 2026, Month: 11, Day: 30}))
		assert.Equal(t, []string{"30 Nov", "30 nov", "30 Νοε"}[i], words.DayMonth(accountmap.Date{Year: 2026, Month: 11, Day: 30}))
		assert.Empty(t, words.ShortMonth(accountmap.Date{}))
	}
}
