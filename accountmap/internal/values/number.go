package values

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
)

// SeeNumber learns from a number or an amount which mark is before decimals: from one that has both marks, or one mark twice, or one
// that does not stand before three digits.
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

// Exact reads a number or an amount without rounding, and the currency that it names. The empty text is nil.
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

// Money reads an amount, such as "1250", "1.250,00 €" or "USD 1,250.00". The currency of the result is empty when the text names none; that of
// the account then says how many decimals there are. A dollar sign means the account's currency if that is a dollar, or else USD. More decimals
// than the currency has are rounded, halves away from zero, which the second result reports. The empty text is the zero Money.
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

// Round returns a number as a count of the smallest unit of a currency, halves away from zero, and whether it is one without rounding. It
// reports false for a number that is too large.
func Round(r *big.Rat, c accountmap.Currency) (minor int64, exact, ok bool) {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(c.Digits())), nil))
	return round(unit.Mul(unit, r))
}

// dollar is the sign of several currencies.
const dollar = accountmap.Currency("$")

// named returns the currency of an amount: the one that is named, or the dollar that a sign means to an account.
func named(currency, account accountmap.Currency) accountmap.Currency {
	if currency != dollar {
		return currency
	}
	switch account {
	case "", "USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD", "TWD", "CLP", "COP", "ARS", "BRL":
		return ""
	}
	return "USD"
}

func notNumber(text string) error { return notValue("a number", text, "such as 1250.00") }

// Plain returns a number or an amount as Go writes numbers, "-1250.5e7", and the currency that it
// names. The empty text is empty.
func (s Spelling) Plain(text string, account accountmap.Currency) (string, accountmap.Currency, error) {
	number, currency, negative, ok := stripAmount(text)
	if !ok || number == "" && strings.TrimSpace(text) != "" {
		return "", "", notNumber(text)
	} else if number == "" {
		return "", "", nil
	}
	currency = named(currency, account)
	mark := decimalMark(number)
	if mark == unknown && strings.ContainsAny(number, ".,") {
		mark = s.decimal
		if mark != point && mark != comma {
			return "", currency, &Ambiguity{Text: text}
		}
	}
	number, exponent, _ := strings.Cut(number, "e")
	whole, fraction := number, ""
	if mark != unknown {
		if i := strings.LastIndex(number, string(mark)); i >= 0 {
			whole, fraction = number[:i], number[i+1:]
		}
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == '.' || r == ',' })
	for i, group := range groups {
		if !digits(group) || len(groups) > 1 && (i > 0 && len(group) != 3 || len(group) > 3) {
			return "", "", notNumber(text)
		}
	}
	size, err := strconv.Atoi(exponent)
	if len(groups) == 0 && fraction == "" || fraction != "" && !digits(fraction) || exponent != "" && err != nil || size < -mostExponent || size > mostExponent {
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

// A float64 has decimals of at most some 770 digits, and exponents of at most 324.
const (
	mostDigits   = 2000
	mostExponent = 400
)

// signs are the currencies whose sign means no other.
var signs = [...]struct {
	sign string
	code accountmap.Currency
}{{"€", "EUR"}, {"£", "GBP"}, {"US$", "USD"}}

// stripAmount takes from a number what surrounds it: its sign, also as brackets, a currency, and the spaces and apostrophes between
// thousands. The currency is [dollar] for the sign of several. What is left has digits, marks and perhaps an "e".
func stripAmount(text string) (number string, currency accountmap.Currency, negative, ok bool) {
	if len(text) > mostDigits {
		return "", "", false, false
	}
	number = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, strings.TrimSpace(text))
	if inner, ok := strings.CutPrefix(number, "("); ok && strings.HasSuffix(inner, ")") {
		number, negative = strings.TrimSuffix(inner, ")"), true
	}
	number, minus := cutSign(number)
	for _, s := range signs {
		if rest, ok := cutEither(number, s.sign); ok {
			number, currency = rest, s.code
			break
		}
	}
	if rest, ok := cutEither(number, "$"); ok {
		number, currency = rest, cmp.Or(currency, dollar)
	}
	if len(number) > 3 && currency == "" {
		if code := accountmap.Currency(number[:3]); isCode(code) {
			number, currency = number[3:], code
		} else if code := accountmap.Currency(number[len(number)-3:]); isCode(code) {
			number, currency = number[:len(number)-3], code
		}
	}
	number, minusInside := cutSign(number)
	number = strings.ToLower(number)
	return number, currency, negative || minus || minusInside, strings.Trim(number, "0123456789.,e+-") == ""
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

func cutEither(s, sign string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, sign); ok {
		return rest, true
	}
	return strings.CutSuffix(s, sign)
}

func isCode(c accountmap.Currency) bool {
	return strings.Trim(string(c), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// decimalMark returns the mark that must stand before decimals in a number, or unknown when it has none, or one that may stand between
// thousands. A number with one mark twice has thousands and no decimals; the other mark is then the one before decimals.
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

// scale returns a plain number as a count of 10^-digits, rounded, and whether it is one without rounding.
func scale(plain string, digits int) (minor int64, exact, ok bool) {
	whole, fraction, _ := strings.Cut(plain, ".")
	if len(fraction) <= digits && len(whole)+digits < 18 && !strings.Contains(plain, "e") { // most are
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

// round returns the nearest whole number.
func round(r *big.Rat) (n int64, exact, ok bool) {
	whole, ok := new(big.Int).SetString(r.FloatString(0), 10)
	if !ok || !whole.IsInt64() || whole.Int64() == math.MinInt64 {
		return 0, false, false
	}
	return whole.Int64(), r.IsInt(), true
}
