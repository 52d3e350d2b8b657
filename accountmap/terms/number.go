package terms

import (
	"math"
	"strconv"
	"strings"
)

// Number writes a whole number with the language's thousands separators: "12,500", "12.500". Spanish has them from five digits on.
func (t *Terms) Number(n int) string { return t.digits(strconv.Itoa(n)) }

// Decimal writes a number, rounded to at most maxDigits decimals (a negative maxDigits means none) and without trailing zeros: "1,234.5",
// "1234,5". Infinity is "∞" and NaN is "".
func (t *Terms) Decimal(x float64, maxDigits int) string {
	switch {
	case math.IsNaN(x):
		return ""
	case math.IsInf(x, 1):
		return "∞"
	case math.IsInf(x, -1):
		return "-∞"
	}
	// The shortest text that means x, so that 0.1 has one decimal however many are allowed.
	text := strconv.FormatFloat(x, 'f', -1, 64)
	maxDigits = max(maxDigits, 0)
	if _, fraction, _ := strings.Cut(text, "."); len(fraction) > maxDigits {
		text = strconv.FormatFloat(x, 'f', maxDigits, 64)
	}
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		text = "0"
	}
	return t.digits(text)
}

// Percent writes a share as a whole percentage, halves rounded up: 0.25 is "25%" in English and Greek and "25 %", with a no-break space, in
// Spanish. NaN is "".
func (t *Terms) Percent(share float64) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return ""
	}
	// First to twelve decimals: 29 of 200 are 14.5 percent and round up, though the product with 100 is a trace less.
	percents := math.Floor(math.Round(share*1e12)/1e10 + 0.5)
	return t.fill(t.word("format.percent"), []any{t.Decimal(percents, 0)})
}

// digits gives a decimal number, as strconv writes it without an exponent, the language's marks.
func (t *Terms) digits(number string) string {
	whole, fraction, pointed := strings.Cut(number, ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "-", rest
	}
	text := sign + t.grouped(whole)
	if pointed {
		text += t.word("format.decimal") + fraction
	}
	return text
}

func (t *Terms) grouped(whole string) string {
	from, err := strconv.Atoi(t.word("format.group-from"))
	if err != nil || len(whole) < from {
		return whole
	}
	mark := t.word("format.group")
	var b strings.Builder
	for i, digit := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 {
			b.WriteString(mark)
		}
		b.WriteRune(digit)
	}
	return b.String()
}
