package terms

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Number writes a whole number with the language's thousands separators: "12,500", "12.500".
// Spanish has them from five digits on.
func (t *Terms) Number(n int) string { return t.digits(strconv.Itoa(n)) }

// Decimal writes a number, rounded to at most maxDigits decimals (a negative maxDigits means none)
// and without trailing zeros: "1,234.5", "1234,5". Infinity is "∞" and NaN is "".
func (t *Terms) Decimal(x float64, maxDigits int) string {
	switch {
	case math.IsNaN(x):
		return ""
	case math.IsInf(x, 1):
		return "∞"
	case math.IsInf(x, -1):
		return "-∞"
	}
	// The shortest text that reads back as x, so that 0.1 has one decimal for any maxDigits.
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

// Percent returns a share as a whole percentage, with halves rounded up. 0.25 is "25%" in English
// and Greek, and "25 %" with a no-break space in Spanish. NaN is "".
func (t *Terms) Percent(share float64) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return ""
	}
	// Round to twelve decimals first: 29 of 200 are 14.5 percent and round up, though the float64
	// product with 100 is slightly less.
	percents := math.Floor(math.Round(share*1e12)/1e10 + 0.5)
	return t.fill(t.word("format.percent"), []any{t.Decimal(percents, 0)})
}

// digits puts the language's marks into a decimal number as strconv writes it, without an exponent.
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

// Date writes a date with the month in full: "1 November 2026", "1 de noviembre de 2026", "1
// Νοεμβρίου 2026". The zero Date is "", and a date with an invalid month is written as by
// [accountmap.Date.String].
func (t *Terms) Date(d accountmap.Date) string { return t.date(d, "format.date", "format.month.") }

// ShortDate writes a date as [Terms.Date] does, with the month shortened: "1 Nov 2026", "1 nov
// 2026", "1 Νοε 2026".
func (t *Terms) ShortDate(d accountmap.Date) string {
	return t.date(d, "format.short-date", "format.short-month.")
}

// DayMonth writes the day and the month of a date, where its year is known: "1 Nov", "1 nov", "1
// Νοε". The zero Date is "".
func (t *Terms) DayMonth(d accountmap.Date) string {
	return t.date(d, "format.day-month", "format.short-month.")
}

func (t *Terms) date(d accountmap.Date, pattern, months string) string {
	if d.IsZero() || d.Month < time.January || d.Month > time.December {
		return d.String()
	}
	month := t.word(months + strconv.Itoa(int(d.Month)))
	// The year is a text, so that it gets no thousands marks.
	return t.fill(t.word(pattern), []any{strconv.Itoa(d.Day), month, strconv.Itoa(d.Year)})
}

// ShortMonth writes the month of a date: "Nov 2026", "nov 2026", "Νοε 2026". The zero Date is "".
func (t *Terms) ShortMonth(d accountmap.Date) string {
	if d.IsZero() || d.Month < time.January || d.Month > time.December {
		return d.String()
	}
	return t.fill(t.word("format.short-month-year"), []any{t.word("format.short-month." + strconv.Itoa(int(d.Month))), strconv.Itoa(d.Year)})
}

// Money writes an amount with the decimals of its currency, followed by a no-break space and the
// currency's code: "1,250.00 EUR", "1250,00 EUR". It uses the code instead of the sign, since
// twenty currencies are written $. An amount without a currency has two decimals and no code. The
// zero Money, an unknown amount, is "".
func (t *Terms) Money(m accountmap.Money) string {
	if m.IsZero() {
		return ""
	}
	amount := t.digits(m.Decimal(""))
	if m.Currency == "" {
		return amount
	}
	return t.fill(t.word("format.money"), []any{amount, string(m.Currency)})
}

// ShortAmount writes an amount for small spaces, rounded to about three digits and without its
// currency: "950", "12.5k", "1.3M", "300bn". The zero Money, an unknown amount, is "".
func (t *Terms) ShortAmount(m accountmap.Money) string {
	if m.IsZero() {
		return ""
	}
	amount := float64(m.Minor) / math.Pow10(m.Currency.Digits())
	const thousand = 1000
	steps := []string{"", "format.thousands", "format.millions", "format.billions"}
	step := 0
	for step < len(steps)-1 && math.Abs(rounded(amount, decimals(amount))) >= thousand {
		amount /= thousand
		step++
	}
	if step == 0 {
		return t.Decimal(math.Round(amount), 0)
	}
	return t.fill(t.word(steps[step]), []any{t.Decimal(rounded(amount, decimals(amount)), decimals(amount))})
}

// ShortAmounts writes sums for small spaces, joined by a plus: the one in the given currency
// without its code first, then the others: "769k + 12k PLN". No sums are "".
func (t *Terms) ShortAmounts(own accountmap.Currency, sums accountmap.Sums) string {
	var texts []string
	if text := t.ShortAmount(sums.In(own)); text != "" {
		texts = []string{text}
	}
	for _, sum := range sums.Others(own) {
		if text := t.ShortAmount(sum); text != "" {
			texts = append(texts, text+"\u00a0"+string(sum.Currency))
		}
	}
	return strings.Join(texts, " + ")
}

// decimals returns 1 for fewer than three digits before the point, and 0 otherwise.
func decimals(amount float64) int {
	if math.Abs(amount) < 100 {
		return 1
	}
	return 0
}

func rounded(amount float64, digits int) float64 {
	scale := math.Pow10(digits)
	return math.Round(amount*scale) / scale
}

// fill replaces {0} to {9} with args. Placeholders within arguments stay as they are.
func (t *Terms) fill(word string, args []any) string {
	if len(args) == 0 {
		return word
	}
	var b strings.Builder
	for {
		before, i, after, found := cutPlaceholder(word)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if i < len(args) {
			b.WriteString(t.argument(args[i]))
		} else {
			fmt.Fprintf(&b, "{%d}", i)
		}
		word = after
	}
}

// cutPlaceholder splits a word at its first placeholder. Braces around anything but one digit are
// text.
func cutPlaceholder(word string) (before string, i int, after string, found bool) {
	for at := 0; at+3 <= len(word); at++ {
		if digit := word[at+1]; word[at] == '{' && '0' <= digit && digit <= '9' && word[at+2] == '}' {
			return word[:at], int(digit - '0'), word[at+3:], true
		}
	}
	return word, 0, "", false
}

func (t *Terms) argument(arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return t.Number(v)
	case accountmap.Date:
		return t.Date(v)
	case accountmap.Money:
		return t.Money(v)
	}
	return fmt.Sprint(arg)
}

// Change returns a relative change with its sign, in whole percent: "+8 %" for 0.08, "±0 %" for
// less than half a percent.
func (t *Terms) Change(share float64) string {
	text := t.Percent(math.Abs(share))
	switch {
	case text == t.Percent(0):
		return "±" + text
	case share > 0:
		return "+" + text
	}
	return "−" + text
}
