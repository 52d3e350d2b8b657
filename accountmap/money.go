package accountmap

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Currency is an ISO 4217 code in capitals, such as "EUR". In an account it may be empty, which
// means [Profile].Currency.
type Currency string

// Digits returns the number of decimals that ISO 4217 gives the currency: 2 for most, and for the
// empty currency.
func (c Currency) Digits() int {
	switch c {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3
	}
	return 2
}

func (c Currency) valid() error {
	if c == "" || c.isCode() {
		return nil
	}
	hint := message.Of("an ISO 4217 code of three capitals, such as EUR")
	switch word := strings.ToLower(string(c)); {
	case strings.Contains(word, "€"), strings.HasPrefix(word, "euro"), word == "ευρώ":
		hint = message.Of("write %s", "EUR")
	case strings.Contains(word, "£"):
		hint = message.Of("write %s", "GBP")
	default:
		first, second, two := strings.Cut(strings.ToUpper(word), "/")
		if code := Currency(strings.TrimSpace(first)); code.isCode() {
			hint = message.Of("write %s", code)
			if two {
				hint = message.Of("write %s, or %s: one is meant", code, quote.Cut(strings.TrimSpace(second)))
			}
		}
	}
	return NewValueError(message.Of("%s is not a currency", quote.Text(string(c))), hint)
}

func (c Currency) isCode() bool {
	return len(c) == 3 && strings.Trim(string(c), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// Money is an amount in the minor unit of a currency: cents of EUR, whole JPY. The zero Money means
// unknown, not free.
type Money struct {
	Minor int64
	// Currency is empty for the account's own currency. In a [Map] it is filled in.
	Currency Currency
}

// IsZero reports whether the amount is unknown.
func (m Money) IsZero() bool { return m == Money{} }

// ParseMoney reads "1250.00", an amount in the account's currency, or "1250.00 USD". Digits are
// ASCII and the decimal mark is a point. Thousands separators are invalid. Surplus decimals are
// invalid unless they are zeros; exactly three zeros are invalid even then, since "12.000" may mean
// twelve thousand. The Currency of the result is empty if the text has no currency. The error is a
// [ValueError].
func ParseMoney(text string, account Currency) (Money, error) {
	number, code, named := strings.Cut(text, " ")
	m := Money{Currency: Currency(code)}
	counted := account
	if named {
		if err := m.Currency.valid(); err != nil || code == "" {
			return Money{}, notMoney(text)
		}
		counted = m.Currency
	}
	minor, ok := parseMinor(number, counted.Digits())
	if !ok {
		return Money{}, notMoney(text)
	}
	m.Minor = minor
	return m, nil
}

func notMoney(text string) error {
	return NewValueError(message.Of("%s is not an amount", quote.Text(text)), message.Of(`a decimal such as "1250.00", or "1250.00 USD" in another currency`))
}

// parseMinor returns a decimal number exactly, in units of 10^-digits.
func parseMinor(number string, digits int) (int64, bool) {
	whole, fraction, pointed := strings.Cut(number, ".")
	unsigned := strings.TrimPrefix(whole, "-")
	if unsigned == "" || !allDigits(unsigned) || !allDigits(fraction) || pointed && fraction == "" {
		return 0, false
	}
	if len(fraction) == 3 && digits < 3 { // "12.000" may mean twelve thousand
		return 0, false
	}
	for len(fraction) > digits && strings.HasSuffix(fraction, "0") {
		fraction = fraction[:len(fraction)-1]
	}
	if len(fraction) > digits {
		return 0, false
	}
	minor, err := strconv.ParseInt(whole+fraction+strings.Repeat("0", digits-len(fraction)), 10, 64)
	return minor, err == nil && minor != math.MinInt64
}

func allDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Decimal returns the amount as a decimal number, such as "1250.00". It has the decimals of its
// currency or, without a currency, of the account's currency.
func (m Money) Decimal(account Currency) string {
	digits := cmp.Or(m.Currency, account).Digits()
	sign, text := "", strconv.FormatInt(m.Minor, 10)
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		sign, text = "-", rest
	}
	if short := digits + 1 - len(text); short > 0 {
		text = strings.Repeat("0", short) + text
	}
	if digits == 0 {
		return sign + text
	}
	point := len(text) - digits
	return sign + text[:point] + "." + text[point:]
}

// Format returns the amount in the form that [ParseMoney] reads, followed by the currency if it has
// one.
func (m Money) Format(account Currency) string {
	if m.Currency == "" {
		return m.Decimal(account)
	}
	return m.Decimal(account) + " " + string(m.Currency)
}

// String is [Money.Format] for an account whose currency has two decimals.
func (m Money) String() string { return m.Format("") }

// MarshalText writes the amount as [Money.String] does. Files of accounts whose currency does not
// have two decimals are written by package codec, which knows the currency.
func (m Money) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what [ParseMoney] reads, for an account whose currency has two decimals.
func (m *Money) UnmarshalText(text []byte) error {
	parsed, err := ParseMoney(string(text), "")
	if err != nil {
		return err
	}
	*m = parsed
	return nil
}

// valid returns an error for an amount that Go code can make but [ParseMoney] cannot read.
func (m Money) valid() error {
	if m.Minor == math.MinInt64 {
		return notMoney(m.Format(""))
	}
	return m.Currency.valid()
}

// Add returns the sum of two amounts of one currency. It returns an error if the currencies differ
// or the sum is too large.
func (m Money) Add(n Money) (Money, error) {
	switch {
	case m.IsZero():
		return n, nil
	case n.IsZero():
		return m, nil
	case m.Currency != n.Currency:
		return Money{}, fmt.Errorf("cannot add %s to %s: the currencies differ", n, m)
	}
	sum := m.Minor + n.Minor
	if (sum > m.Minor) != (n.Minor > 0) {
		return Money{}, fmt.Errorf("the sum of %s and %s is too large", m, n)
	}
	return Money{sum, m.Currency}, nil
}

// Sums are amounts of several currencies: one sum for each, in the order of first use.
type Sums []Money

// Add returns the sums with further amounts, each in the sum of its currency. It does not change
// the receiver. A sum that is too large becomes the largest amount. The amounts of a [Map] have no
// such sum, see [checkSums].
func (s Sums) Add(amounts ...Money) Sums {
	sums := slices.Clone(s)
	for _, amount := range amounts {
		sums = addAmount(sums, amount)
	}
	return sums
}

// In returns the sum in one currency, or zero.
func (s Sums) In(c Currency) Money {
	for _, sum := range s {
		if sum.Currency == c {
			return sum
		}
	}
	return Money{}
}

// Others returns the sums in other currencies than the given one.
func (s Sums) Others(c Currency) Sums {
	return slices.DeleteFunc(slices.Clone(s), func(sum Money) bool { return sum.Currency == c })
}

// addAmount adds an amount to the sum in its currency, in place.
func addAmount(sums []Money, amount Money) []Money {
	if amount.IsZero() {
		return sums
	}
	i := slices.IndexFunc(sums, func(sum Money) bool { return sum.Currency == amount.Currency })
	if i < 0 {
		return append(sums, amount)
	}
	sum, err := sums[i].Add(amount)
	if err != nil {
		sum = Money{math.MaxInt64, amount.Currency}
	}
	sums[i] = sum
	return sums
}
