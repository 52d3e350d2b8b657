// Package values reads dates, numbers and amounts as programs and spreadsheets of any country write them. A date such as 3/4/2026 and an
// amount such as 1,250 say by themselves neither which day nor how much; what the other values of the same file look like does.
package values

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
)

// Spelling is how the values of one file are spelt, as far as it is known. The zero Spelling knows nothing yet: show it values with
// [Spelling.SeeDate] and [Spelling.SeeNumber] first, and read them when it has seen them all.
type Spelling struct {
	decimal mark
	order   order
}

type (
	mark  string // before decimals
	order string // of day and month
)

const (
	unknown     = ""
	point       = mark(".")
	comma       = mark(",")
	mixed       = "mixed" // the file has both, so that neither is sure
	dayFirst    = order("day-month")
	monthFirst  = order("month-day")
	mostLetters = 64 // no date or number is longer
)

// NewSpelling returns a spelling that knows what the caller says: the decimal mark, "." or ",", and the order of dates, "day-month" or
// "month-day". Empty texts leave either to be found out. Another text is an error.
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

// Or returns s with what other knows where s does not.
func (s Spelling) Or(other Spelling) Spelling {
	return Spelling{cmp.Or(s.decimal, other.decimal), cmp.Or(s.order, other.order)}
}

// And returns what s and other know together, of two files that the same program wrote. Where they differ, neither is sure.
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

func notValue(what, text, hint string) error {
	return &accountmap.ValueError{Detail: fmt.Sprintf("%s is not %s", problems.Quote(text), what), Hint: hint}
}

// Ambiguity is the error of a text that may be two days, or two numbers, unless somebody says how the file is to be read.
type Ambiguity struct {
	Text string
	// Days says that it is about a date and the order of day and month; otherwise it is about a number and its decimal mark.
	Days bool
}

// Unwrap returns the problem with a general hint. Whoever knows where an order of dates or a decimal mark can be set gives a better one.
func (a *Ambiguity) Unwrap() error {
	hint := "say which mark is before decimals"
	if a.Days {
		hint = "say whether day or month comes first in dates"
	}
	return &accountmap.ValueError{Detail: a.Error(), Hint: hint}
}

// Error says what the text may be.
func (a *Ambiguity) Error() string {
	if a.Days {
		return problems.Quote(a.Text) + " may be two days"
	}
	return problems.Quote(a.Text) + " may be two numbers"
}

// digits reports whether a text is of digits alone, and has some.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// IsMangled reports what a spreadsheet makes of a long number, such as an id or a telephone number: "1.23457E+10".
func IsMangled(text string) bool {
	whole, exponent, ok := strings.Cut(strings.ToUpper(text), "E+")
	return ok && whole != "" && strings.Trim(whole, "0123456789.,") == "" && digits(exponent)
}
