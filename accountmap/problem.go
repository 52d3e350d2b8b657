package accountmap

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Severity says whether a problem prevents an account from becoming a [Map].
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Code names a kind of problem; it is the same in every version and language. It is an error, so that errors.Is(err, [ErrDuplicateID]) asks
// whether err holds such a problem.
type Code string

// Error returns the code itself.
func (c Code) Error() string { return string(c) }

// The codes of problems that [Validate] finds.
const (
	// ErrUnsupportedFormat: the file's format number is not [FormatVersion].
	ErrUnsupportedFormat Code = "unsupported-format"
	// ErrMissingID: an entry that others may refer to has no id.
	ErrMissingID Code = "missing-id"
	// ErrDuplicateID: two entries of a list have the same id.
	ErrDuplicateID Code = "duplicate-id"
	// ErrMissingName: the account, a unit, a product, a contact or another entry that readers must tell apart has no name.
	ErrMissingName Code = "missing-name"
	// ErrMissingValue: a value without which an entry means nothing is missing, such as the status of a cell.
	ErrMissingValue Code = "missing-value"
	// ErrUnknownReference: no entry has the id that is referred to.
	ErrUnknownReference Code = "unknown-reference"
	// ErrEmptyReference: an empty id in a list of ids.
	ErrEmptyReference Code = "empty-reference"
	// ErrInvalidValue: a word that is not in its enumeration, a date that does not exist, or something that is no currency, recurrence, period
	// or number.
	ErrInvalidValue Code = "invalid-value"
	// ErrInvalidText: a text that is not valid UTF-8, or has control characters.
	ErrInvalidText Code = "invalid-text"
	// ErrOutOfRange: a number outside its scale, such as a power of 6, a discount of 120 % or an NPS score of 11.
	ErrOutOfRange Code = "out-of-range"
	// ErrUnitCycle: units that are each other's parents in a circle.
	ErrUnitCycle Code = "unit-cycle"
	// ErrReportingCycle: contacts who report to, or assist, each other in a circle, such as the assistant of one's own report.
	ErrReportingCycle Code = "reporting-cycle"
	// ErrMilestoneCycle: milestones that wait for each other in a circle.
	ErrMilestoneCycle Code = "milestone-cycle"
	// ErrSelfRelationship: a contact with a relationship to itself.
	ErrSelfRelationship Code = "self-relationship"
	// ErrRepeatedRole: a role that a contact has twice.
	ErrRepeatedRole Code = "repeated-role"
	// ErrDuplicateCoverage: two entries for one cell of the coverage matrix.
	ErrDuplicateCoverage Code = "duplicate-coverage"
	// ErrMissingReason: a cell that is blocked or not relevant, without a reason.
	ErrMissingReason Code = "missing-reason"
	// ErrReversedDates: something ends before it begins, or is answered before it is asked.
	ErrReversedDates Code = "reversed-dates"
	// ErrOrderDates (a warning): an order that was due or delivered before it was placed.
	ErrOrderDates Code = "order-dates"
	// ErrReportingAway (a warning): a contact whose manager sits in another part of the client, neither above nor below the contact's unit.
	ErrReportingAway Code = "reporting-away"
	// ErrUnexpectedOrders (a warning): orders in a cell that was never sold according to its status.
	ErrUnexpectedOrders Code = "unexpected-orders"
	// ErrBlockedOpportunity (a warning): a value, potential, target or kind of sale in a cell that is blocked or not relevant.
	ErrBlockedOpportunity Code = "blocked-opportunity"
	// ErrMixedCurrencies (a warning): amounts in several currencies in one cell, its orders included, or in one target.
	ErrMixedCurrencies Code = "mixed-currencies"
	// ErrGivenUnasked (a warning): a referral or testimonial that was given but never asked for.
	ErrGivenUnasked Code = "given-unasked"
	// ErrMoreGivenThanAsked (a warning): a contact who gave more referrals than we asked for.
	ErrMoreGivenThanAsked Code = "more-given-than-asked"
	// ErrExpiredTestimonial (a warning): a testimonial that has expired on the day of the account.
	ErrExpiredTestimonial Code = "expired-testimonial"
	// ErrNoReceiver (a warning): a handoff without anybody who takes over.
	ErrNoReceiver Code = "no-receiver"
)

// The codes of problems that package codec finds while it reads a file, before [Validate] can look.
const (
	// ErrSyntax: the file is not JSON or YAML.
	ErrSyntax Code = "syntax"
	// ErrUnknownKey: a key that the account file does not have.
	ErrUnknownKey Code = "unknown-key"
	// ErrDuplicateKey: a key that occurs twice in one object.
	ErrDuplicateKey Code = "duplicate-key"
	// ErrWrongType: a value of the wrong type, such as a list instead of a text.
	ErrWrongType Code = "wrong-type"
	// ErrMissingList: the file has no "units" or no "products".
	ErrMissingList Code = "missing-list"
	// ErrTooLarge: the file is larger, or more deeply nested, than is accepted.
	ErrTooLarge Code = "too-large"
)

// Pos is a place in a file. The zero Pos means that the account was not read from a file.
type Pos struct {
	// File is the name of the file as the caller gave it; empty when it was read from a stream.
	File string
	// Sheet is the name of the sheet in a workbook, whose cell is at Line and Column; empty for other files.
	Sheet string
	// Line and Column count from 1. A column is a character, not a byte.
	Line, Column int
}

// IsZero reports whether the place is unknown.
func (p Pos) IsZero() bool { return p == Pos{} }

// String returns "file:line:column", or "file:sheet!C7" for a workbook, without what is unknown.
func (p Pos) String() string {
	var parts []string
	if p.File != "" {
		parts = append(parts, p.File)
	}
	switch {
	case p.Sheet != "" && p.Line > 0:
		parts = append(parts, p.Sheet+"!"+cellName(p.Line, p.Column))
	case p.Sheet != "":
		parts = append(parts, p.Sheet)
	case p.Line > 0:
		parts = append(parts, strconv.Itoa(p.Line), strconv.Itoa(p.Column))
	}
	return strings.Join(parts, ":")
}

// cellName is what a spreadsheet calls a cell, "C7", and a whole row, when the column is 0, "7".
func cellName(line, column int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters + strconv.Itoa(line)
}

// Problem is one thing that is wrong with an account.
type Problem struct {
	Severity Severity
	Code     Code
	// Path leads to the value in the account, by the keys of the file with lists counted from 0: "contacts[3].reportsTo".
	Path string
	// Pos is the place of the value in its file.
	Pos Pos
	// Detail says what is wrong and Hint how to mend it, in English. Hint may be empty.
	Detail, Hint string
}

// Error returns the problem in one line, "place: severity code: detail (hint)". The place is that in the file, or the path where that is
// unknown.
func (p Problem) Error() string {
	var b strings.Builder
	if place := cmp.Or(p.Pos.String(), p.Path); place != "" {
		b.WriteString(place + ": ")
	}
	fmt.Fprintf(&b, "%s %s: %s", p.Severity, p.Code, p.Detail)
	if p.Hint != "" {
		fmt.Fprintf(&b, " (%s)", p.Hint)
	}
	return b.String()
}

// Unwrap returns the code, for errors.Is.
func (p Problem) Unwrap() error { return p.Code }

// Problems are everything that is wrong with an account, errors and warnings. As an error it wraps each of them, so errors.Is(err,
// ErrDuplicateID) asks whether there is one of that kind.
type Problems []Problem

// Error returns the first error, or the first problem when all are warnings, and says how many more there are. To see each, range over the
// Problems or print [Problems.String].
func (ps Problems) Error() string {
	if len(ps) == 0 {
		return "no problems"
	}
	first := max(0, slices.IndexFunc(ps, func(p Problem) bool { return p.Severity == SeverityError }))
	text := ps[first].Error()
	if len(ps) > 1 {
		text += fmt.Sprintf(" (and %d more)", len(ps)-1)
	}
	return text
}

// Unwrap returns the problems one by one, for errors.Is and errors.As.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// HasErrors reports whether any of the problems is an error.
func (ps Problems) HasErrors() bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Severity == SeverityError })
}

// Err returns ps as an error if any problem is an error, and nil if all are warnings.
func (ps Problems) Err() error {
	if !ps.HasErrors() {
		return nil
	}
	return ps
}

// String returns one line for each problem.
func (ps Problems) String() string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.Error() + "\n")
	}
	return b.String()
}

// Sort orders the problems by file, sheet, line and column where these are known, then by path with list indexes as numbers, then by code.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Sheet, b.Pos.Sheet), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column),
			comparePaths(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Detail, b.Detail),
		)
	})
}
