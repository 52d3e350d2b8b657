// Package values reads dates, numbers and amounts in the notation of programs and spreadsheets of
// any country. A date such as 3/4/2026 or an amount such as 1,250 is ambiguous by itself; the other
// values of the same file resolve it.
package values

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/internal/message"
)

// Spelling is the notation of the dates and numbers of one file, as detected so far. Pass all
// values to [Spelling.SeeDate] and [Spelling.SeeNumber] first, then read them. In the zero
// Spelling, nothing is known.
type Spelling struct {
	decimal mark
	order   order
}

type (
	mark  string // before decimals
	order string // of day and month
)

const (
	unknown    = ""
	point      = mark(".")
	comma      = mark(",")
	mixed      = "mixed" // the file uses both, so values remain ambiguous
	dayFirst   = order("day-month")
	monthFirst = order("month-day")
	maxBytes   = 64 // maximum length of a date or number
)

// NewSpelling returns a Spelling with a decimal mark, "." or ",", and an order of dates,
// "day-month" or "month-day". An empty text means that the part is detected. Any other text is an
// error.
func NewSpelling(decimal, dates string) (Spelling, error) {
	s := Spelling{mark(decimal), order(dates)}
	switch s.decimal {
	case unknown, point, comma:
	default:
		return s, fmt.Errorf(`the decimal mark %q is neither "." nor ","`, decimal)
	}
	switch s.order {
	case unknown, dayFirst, monthFirst:
	default:
		return s, fmt.Errorf(`the order of dates %q is neither "day-month" nor "month-day"`, dates)
	}
	return s, nil
}

// Or returns s, with unknown parts taken from other.
func (s Spelling) Or(other Spelling) Spelling {
	return Spelling{cmp.Or(s.decimal, other.decimal), cmp.Or(s.order, other.order)}
}

// And combines the spellings of two files of the same program. Parts that differ become ambiguous.
func (s Spelling) And(other Spelling) Spelling {
	both := s.Or(other)
	if other.decimal != unknown && other.decimal != both.decimal {
		both.decimal = mixed
	}
	if other.order != unknown && other.order != both.order {
		both.order = mixed
	}
	return both
}

// DecimalMark returns the decimal mark, "." or ",", or "" if it is unknown or mixed.
func (s Spelling) DecimalMark() string {
	if s.decimal == mixed {
		return ""
	}
	return string(s.decimal)
}

// DateOrder returns the order of dates, "day-month" or "month-day", or "" if it is unknown or
// mixed.
func (s Spelling) DateOrder() string {
	if s.order == mixed {
		return ""
	}
	return string(s.order)
}

// Ambiguity is the error for a text that may mean two days, or two numbers.
type Ambiguity struct {
	Text string
	// Days is true for an ambiguous date, and false for a number with an ambiguous mark.
	Days bool
}

// Unwrap returns an [accountmap.ValueError] with a general hint. Callers with a setting for the
// order of dates or the decimal mark give a better hint.
func (a *Ambiguity) Unwrap() error {
	hint := message.Of("say which mark is before decimals")
	if a.Days {
		hint = message.Of("say whether day or month comes first in dates")
	}
	return accountmap.NewValueError(a.Detail(), hint)
}

// Detail returns the error as a message.
func (a *Ambiguity) Detail() string {
	if a.Days {
		return message.Of("%s may be two days", problems.Quote(a.Text))
	}
	return message.Of("%s may be two numbers", problems.Quote(a.Text))
}

func (a *Ambiguity) Error() string { return message.English(a.Detail()) }

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// IsMangled reports a long number, such as an id or a phone number, that a program has converted:
// "1.23457E+10", "3.02e11".
func IsMangled(text string) bool {
	whole, ok := power(text)
	return ok && strings.ContainsAny(whole, ".,+")
}

// power removes the power of ten from a number and keeps a plus sign of the power: "1.2" for
// "1.2e5", "1+" for "1E+5". It returns false for a number without a power.
func power(text string) (number string, ok bool) {
	whole, exponent, ok := strings.Cut(strings.ToUpper(strings.TrimLeft(text, "+-")), "E")
	rest, plus := strings.CutPrefix(exponent, "+")
	if !ok || whole == "" || strings.Trim(whole, "0123456789.,") != "" || !digits(rest) {
		return "", false
	}
	if plus {
		whole += "+"
	}
	return whole, true
}

// IsMangledID reports an id that a spreadsheet or a program has converted into a number:
// "1.23457E+10", "17850.0".
func IsMangledID(text string) bool {
	whole, float := strings.CutSuffix(text, ".0")
	return IsMangled(text) || float && len(whole) > 2 && digits(whole)
}

// IsMangledPhone reports a telephone number that a program has converted into a number,
// "442079460000.0", or a spreadsheet into a day, "12-Mar".
func IsMangledPhone(text string) bool {
	if whole, zeros, ok := strings.Cut(strings.Replace(text, ",", ".", 1), "."); ok && digits(whole) && len(whole) > 6 && strings.Trim(zeros, "0") == "" {
		return true
	}
	if words := dateWords(text); len(words) == 2 && len(text) <= maxBytes {
		return digits(words[0]) && monthNamed(words[1]) > 0 || monthNamed(words[0]) > 0 && digits(words[1])
	}
	_, ok := power(text)
	return ok
}

// IsNullID reports an id of zeros, which systems write for a missing reference:
// "000000000000000AAA", a GUID of zeros, "0".
func IsNullID(text string) bool {
	id := strings.Trim(text, "{}")
	if len(id) == 18 {
		id = strings.TrimSuffix(id, "AAA")
	}
	return strings.Contains(id, "0") && strings.Trim(id, "0-") == ""
}

// IsNothing reports a placeholder for a missing value, as in databases and reports: "NULL", "-".
// With strict, for columns without free text, it also reports "n/a" and a date of zeros.
func IsNothing(text string, strict bool) bool {
	switch text {
	case "NULL", "(null)", "<null>", "[null]", `\N`, "(blank)", "(none)", "(empty)", "(No value)", "-", "--", "---", "–", "—":
		return true
	}
	if !strict {
		return false
	}
	switch strings.ToLower(text) {
	case "null", "n/a", "n.a.", "na", "nan", "nil", "none", "no value", "(no value)", "not set", "(not set)", "s/d", "k.a.":
		return true
	}
	day, _, _ := strings.Cut(text, " ")
	return len(day) >= len("00000000") && strings.Trim(day, "0-/.") == "" && strings.Count(day, "0") == len("00000000")
}

// Between returns the two ends of a range, each as read: "10000-12000", "1/11/2026 to 3/11/2026". It
// returns false if not both ends can be read.
func Between(text string, read func(string) (string, bool)) (first, last string, ok bool) {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "between "), "from ")
	for _, mark := range [...]string{" to ", " and ", " or ", " until ", " bis ", " hasta ", " a ", " έως ", "..", "–", "—", " - ", "/", "-"} {
		from, to, found := strings.Cut(text, mark)
		from, to = strings.TrimSpace(from), strings.TrimSpace(strings.TrimLeft(to, "."))
		if !found || from == "" || to == "" {
			continue
		}
		if first, ok = read(from); !ok {
			continue
		}
		if last, ok = read(to); ok {
			return first, last, true
		}
	}
	return "", "", false
}

var ordinals = map[string]string{
	"FIRST": "Q1", "SECOND": "Q2", "THIRD": "Q3", "FOURTH": "Q4", "LAST": "Q4", "1ST": "Q1", "2ND": "Q2", "3RD": "Q3", "4TH": "Q4",
}

// PeriodHint returns a hint for a period in another notation, or "".
func PeriodHint(text string) string {
	if period := PeriodOf(text); period != "" {
		return message.Of("write %s", period)
	}
	if from, to, ok := Between(text, readDay); ok {
		return message.Of("write %s", from+"/"+to)
	}
	if PeriodOf(text+" 2026") != "" {
		return message.Of("write the year as well, such as %s", PeriodOf(text+" 2026"))
	}
	first, second, _ := strings.Cut(strings.TrimLeft(strings.ReplaceAll(text, "-", "/"), "FYfy "), "/")
	year, ok := yearOf(first)
	if next, also := yearOf(second); ok && also && next == year+1 {
		return message.Of("write its first and last day, such as %d-07-01/%d-06-30", year, next)
	}
	return ""
}

// Unguard removes the protection of a number from a spreadsheet: the apostrophe of "'+30210" and
// "'007", and the formula of `="007"`.
func Unguard(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && rest != "" && (isDigit(rest[0]) || strings.IndexByte("=+-@", rest[0]) >= 0) {
		text = rest
	}
	if rest, ok := strings.CutPrefix(text, `="`); ok && len(rest) > 1 && strings.IndexByte(rest, '"') == len(rest)-1 {
		text = rest[:len(rest)-1]
	}
	return text
}

// IsSheetError reports the error value of a spreadsheet formula, in any language, or the signs of a
// column that is too narrow: "#REF!", "#N/A", "#¿NOMBRE?", "#####".
func IsSheetError(text string) bool {
	name, ok := strings.CutPrefix(text, "#")
	if !ok || name == "" || strings.ContainsAny(name, " \t\n") || name != strings.ToUpper(name) {
		return false
	}
	last := name[len(name)-1]
	return last == '!' || last == '?' || len(name) == 3 && strings.HasPrefix(name, "N/") || len(name) > 1 && strings.Trim(name, "#") == ""
}
