package values

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
)

// SeeNumber detects the decimal mark from a number or an amount. It must have both marks, one mark
// twice, or a mark that is not before exactly three digits.
func (s *Spelling) SeeNumber(text string) {
	number, _, _, ok := stripAmount(text)
	if !ok {
		return
	}
	found := decimalMark(number)
	switch {
	case found == unknown:
	case s.decimal == unknown:
		s.decimal = found
	case s.decimal != found:
		s.decimal = mixed
	}
}

// Number reads a number, such as "1250", "1.250,5", "1 250.50" or "1.2E7". The empty text is 0.
func (s Spelling) Number(text string) (float64, error) {
	plain, _, err := s.Plain(text, "")
	if err != nil || plain == "" {
		return 0, err
	}
	f, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return 0, notNumber(text)
	}
	return f, nil
}

// Exact reads a number or an amount without rounding, and its currency if the text has one. The
// empty text gives nil.
func (s Spelling) Exact(text string, account accountmap.Currency) (*big.Rat, accountmap.Currency, error) {
	plain, currency, err := s.Plain(text, account)
	if err != nil || plain == "" {
		return nil, "", err
	}
	r, ok := new(big.Rat).SetString(plain)
	if !ok {
		return nil, "", notNumber(text)
	}
	return r, currency, nil
}

// Money reads an amount, such as "1250", "1.250,00 €" or "USD 1,250.00". Without a currency in the
// text, the result has none, and the account's currency determines the decimals. A dollar sign
// means the account's currency if that is a dollar, or else USD. Surplus decimals are rounded,
// halves away from zero, and rounded is then true. The empty text is the zero Money.
func (s Spelling) Money(text string, account accountmap.Currency) (m accountmap.Money, rounded bool, err error) {
	plain, currency, err := s.Plain(text, account)
	if err != nil || plain == "" {
		return accountmap.Money{}, false, err
	}
	m.Currency = currency
	minor, exact, ok := scale(plain, cmp.Or(m.Currency, account).Digits())
	if !ok {
		return accountmap.Money{}, false, notNumber(text)
	}
	m.Minor = minor
	return m, !exact, nil
}

// Round rounds a number to the smallest unit of a currency, halves away from zero. Exact reports
// that no rounding was needed; ok is false if the result overflows.
func Round(r *big.Rat, c accountmap.Currency) (minor int64, exact, ok bool) {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(c.Digits())), nil))
	return round(unit.Mul(unit, r))
}

const dollar = accountmap.Currency("$")

// resolveDollar returns the currency of an amount. The dollar sign means a dollar of the account's
// currency, or else USD.
func resolveDollar(currency, account accountmap.Currency) accountmap.Currency {
	if currency != dollar {
		return currency
	}
	switch account {
	case "", "USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "CLP", "COP", "ARS", "BRL":
		return ""
	}
	return "USD"
}

func notNumber(text string) error { return notNumberBut(text, message.Of("such as 1250.00")) }

func notNumberBut(text, hint string) error {
	return accountmap.NewValueError(message.Of("%s is not a number", problems.Quote(text)), hint)
}

// multiples are the letters that stand for zeros after a number.
var multiples = map[string]int{"k": 3, "tsd": 3, "m": 6, "mn": 6, "mm": 6, "mio": 6, "mill": 6, "million": 6, "b": 9, "bn": 9}

// inFull returns the error for a text that is not a number. For "12k" or "1.2 Mio. €", the hint is
// the number in full.
func (s Spelling) inFull(text string, account accountmap.Currency) error {
	if len(text) > maxBytes {
		return notNumber(text)
	}
	end := strings.LastIndexAny(text, "0123456789") + 1
	after := strings.TrimLeft(text[end:], " \u00a0")
	word := after[:len(after)-len(strings.TrimLeftFunc(after, unicode.IsLetter))]
	zeros, known := multiples[strings.ToLower(word)]
	if !known || end == 0 {
		return notNumber(text)
	}
	rest := strings.TrimPrefix(after[len(word):], ".")
	r, _, err := s.Exact(text[:end]+rest, account)
	if err != nil || r == nil {
		return notNumber(text)
	}
	r.Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil)))
	return notNumberBut(text, message.Of("write it in full: %s", r.FloatString(2)))
}

// Plain returns a number or an amount as Go writes numbers, "-1250.5e7", and the currency that it
// names. The empty text is empty.
func (s Spelling) Plain(text string, account accountmap.Currency) (string, accountmap.Currency, error) {
	number, currency, negative, ok := stripAmount(text)
	if !ok || number == "" && strings.TrimSpace(text) != "" {
		return "", "", s.inFull(text, account)
	} else if number == "" {
		return "", "", nil
	}
	currency = resolveDollar(currency, account)
	mark := decimalMark(number)
	if mark == unknown && strings.ContainsAny(number, ".,") {
		mark = s.decimal
		if mark != point && mark != comma {
			return "", currency, &Ambiguity{Text: text}
		}
	}
	number, exponent, power := strings.Cut(number, "e")
	whole, fraction := number, ""
	if mark != unknown {
		if i := strings.LastIndex(number, string(mark)); i >= 0 {
			whole, fraction = number[:i], number[i+1:]
		}
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	if !isGrouped(groups) {
		return "", "", notNumber(text)
	}
	size, err := strconv.Atoi(exponent)
	if len(groups) == 0 && fraction == "" || fraction != "" && !digits(fraction) || power && err != nil || size < -maxExponent || size > maxExponent {
		return "", "", notNumber(text)
	}
	plain := cmp.Or(strings.Join(groups, ""), "0")
	if fraction != "" {
		plain += "." + fraction
	}
	if exponent != "" {
		plain += "e" + exponent
	}
	if negative {
		plain = "-" + plain
	}
	return plain, currency, nil
}

// isGrouped reports whether groups of digits are thousands: three digits each, or in India two
// before the last three.
func isGrouped(groups []string) bool {
	most := 3
	if len(groups) > 2 && len(groups[1]) == 2 {
		most = 2
	}
	for i, group := range groups {
		if i == len(groups)-1 {
			most = 3
		}
		if !digits(group) || len(groups) > 1 && (len(group) > most || i > 0 && len(group) != most) {
			return false
		}
	}
	return true
}

// A float64 has at most about 770 decimals, and exponents of at most 324.
const (
	maxDigits   = 2000
	maxExponent = 400
)

// signs are currency signs that mean one currency only.
var signs = [...]struct {
	sign string
	code accountmap.Currency
}{{"€", "EUR"}, {"£", "GBP"}, {"US$", "USD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"NZ$", "NZD"}, {"R$", "BRL"}, {"₹", "INR"}, {"₺", "TRY"}, {"zł", "PLN"}}

// stripAmount removes the sign or the brackets of a negative number, the currency, and spaces,
// apostrophes and underscores between thousands. The currency is [dollar] for the dollar sign. The
// rest has digits, marks and perhaps an "e".
func stripAmount(text string) (number string, currency accountmap.Currency, negative, ok bool) {
	if len(text) > maxDigits {
		return "", "", false, false
	}
	if strings.Trim(text, "0123456789.,") == "" {
		return text, "", false, true
	}
	number = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) || r == '\'' || r == '’' || r == '_' {
			return -1
		}
		return r
	}, strings.TrimSpace(text))
	if inner, ok := strings.CutPrefix(number, "("); ok && strings.HasSuffix(inner, ")") {
		number, negative = strings.TrimSuffix(inner, ")"), true
	}
	number, minus := cutSign(number)
	for _, s := range signs {
		if rest, ok := cutAffix(number, s.sign); ok {
			number, currency = rest, s.code
			break
		}
	}
	if rest, ok := cutAffix(number, "$"); ok {
		number, currency = rest, cmp.Or(currency, dollar)
	}
	if currency == "" {
		after := strings.TrimLeftFunc(number, unicode.IsLetter)
		before := strings.TrimRightFunc(number, unicode.IsLetter)
		if code, ok := currencyNamed(number[:len(number)-len(after)]); ok {
			number, currency = after, code
		} else if code, ok := currencyNamed(number[len(before):]); ok {
			number, currency = before, code
		}
	}
	for _, noCents := range []string{",--", ",-", ",–", ",—"} {
		number = strings.TrimSuffix(number, noCents) // "1.900,-"
	}
	number, minusInside := cutSign(number)
	number, minusAfter := strings.CutSuffix(number, "-") // the notation of SAP
	number = strings.ToLower(number)
	return number, currency, negative || minus || minusInside || minusAfter, strings.Trim(number, "0123456789.,e+-") == ""
}

func cutSign(s string) (rest string, minus bool) {
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return rest, true
	}
	if rest, ok := strings.CutPrefix(s, "−"); ok {
		return rest, true
	}
	return strings.TrimPrefix(s, "+"), false
}

func cutAffix(s, sign string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, sign); ok {
		return rest, true
	}
	return strings.CutSuffix(s, sign)
}

// currencyNamed returns the currency of a code, or of the word for the euro.
func currencyNamed(word string) (accountmap.Currency, bool) {
	switch strings.ToLower(word) {
	case "euro", "euros", "ευρώ", "ευρω", "eur":
		return "EUR", true
	case "dollar", "dollars", "dólares", "δολάρια":
		return dollar, true
	case "pound", "pounds", "sterling":
		return "GBP", true
	}
	return accountmap.Currency(word), len(word) == 3 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// decimalMark returns the decimal mark of a number. It is unknown for a number without marks, or
// with a mark that may separate thousands. If one mark occurs twice, it separates thousands, and
// the other one is the decimal mark.
func decimalMark(number string) mark {
	number, _, exponent := strings.Cut(number, "e")
	commas, points := strings.Count(number, ","), strings.Count(number, ".")
	at := strings.LastIndexAny(number, ".,")
	switch {
	case at < 0:
		return unknown
	case commas > 0 && points > 0:
		return mark(number[at : at+1])
	case commas > 1:
		return point
	case points > 1:
		return comma
	case len(number)-at-1 == 3 && at > 0 && at <= 3 && number[0] != '0' && !exponent:
		return unknown
	}
	return mark(number[at : at+1])
}

// scale returns a plain number in units of 10^-digits, rounded. exact reports that no rounding was
// needed.
func scale(plain string, digits int) (minor int64, exact, ok bool) {
	whole, fraction, _ := strings.Cut(plain, ".")
	if len(fraction) <= digits && len(whole)+digits < 18 && !strings.Contains(plain, "e") { // the common case
		n, err := strconv.ParseInt(whole+fraction+"000"[:digits-len(fraction)], 10, 64)
		return n, true, err == nil
	}
	r, ok := new(big.Rat).SetString(plain)
	if !ok {
		return 0, false, false
	}
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil))
	return round(r.Mul(r, unit))
}

func round(r *big.Rat) (n int64, exact, ok bool) {
	whole, ok := new(big.Int).SetString(r.FloatString(0), 10)
	if !ok || !whole.IsInt64() || whole.Int64() == math.MinInt64 {
		return 0, false, false
	}
	return whole.Int64(), r.IsInt(), true
}

// ZeroHint returns a hint for a zero that is read as unknown: an amount, or a number on a scale up to
// most, if it is not 0.
func ZeroHint(amount bool, most int) string {
	switch {
	case amount:
		return message.Of("write the amount, or leave it out; if nothing is charged, say so in a text")
	case most > 0:
		return ScaleHint(true, most)
	}
	return message.Of("write the number, or leave it out when unknown")
}

// ScaleHint returns a hint about the valid numbers of a field: whole numbers or any, up to most. A
// most of 0 means no limit.
func ScaleHint(whole bool, most int) string {
	switch {
	case most > 0 && whole:
		return message.Of("write a number from 1 to %d, or leave it out when unknown", most)
	case most > 0:
		return message.Of("write a number from 0 to %d", most)
	case whole:
		return message.Of("write it in digits, such as 3")
	}
	return message.Of("write it in digits, such as 12 or 12.5")
}

// CurrencyIn returns the currency that a heading names by its sign or code, such as "Amount (USD)".
// It returns "" for none. The English words ALL and TOP are codes, too, and are not meant.
func CurrencyIn(heading string) accountmap.Currency {
	for sign, code := range map[string]accountmap.Currency{"€": "EUR", "£": "GBP"} {
		if strings.Contains(heading, sign) {
			return code
		}
	}
	for word := range strings.FieldsFuncSeq(heading, func(c rune) bool { return c < 'A' || c > 'Z' }) {
		if _, code, err := (Spelling{}).Plain("1 "+word, ""); err == nil && string(code) == word && word != "ALL" && word != "TOP" {
			return code
		}
	}
	return ""
}
