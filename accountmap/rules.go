package accountmap

import (
	"sync"

	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Rule is a condition that an account must satisfy.
type Rule struct {
	Code  Code
	Level Level
	// Check reports every violation. It must not change the account, and must not panic for any
	// account.
	Check func(a *Account, report Report)
}

// Report is called by a rule for each violation, with the Path, Detail, Hint and, optionally,
// Related of the [Problem].
type Report func(path, detail, hint string, related ...string)

// Apply reports each violation of the rule as a problem.
func (r Rule) Apply(a *Account, report func(Problem)) {
	r.Check(a, func(path, detail, hint string, related ...string) {
		p := Problem{Level: r.Level, Code: r.Code, Path: path}.Say(detail, hint)
		if len(related) > 0 {
			p.Related = related[0]
		}
		report(p)
	})
}

// Rules returns the rules that [Validate] applies, each with a code of its own. Rules of level
// error come first; every [Map] satisfies them. The others are warnings about values that may be
// correct but need review. The slice belongs to the caller, who may add rules, remove rules or
// change levels before passing it to Validate. [New] always applies the rules as they are here.
func Rules() []Rule {
	return []Rule{
		{ErrUnsupportedFormat, LevelError, checkFormat},
		{ErrInvalidText, LevelError, checkTexts},
		{ErrLongText, LevelError, checkLengths},
		{ErrInvalidValue, LevelError, checkValues},
		{ErrMissingID, LevelError, checkMissingIDs},
		{ErrDuplicateID, LevelError, checkDuplicateIDs},
		{ErrMissingName, LevelError, checkNames},
		{ErrMissingValue, LevelError, checkRequired},
		{ErrUnknownReference, LevelError, checkReferences},
		{ErrEmptyReference, LevelError, checkEmptyReferences},
		{ErrOutOfRange, LevelError, checkRanges},
		{ErrUnitCycle, LevelError, checkUnitCycles},
		{ErrReportingCycle, LevelError, checkReportingCycles},
		{ErrMilestoneCycle, LevelError, checkMilestoneCycles},
		{ErrSelfRelationship, LevelError, checkSelfRelationships},
		{ErrRepeatedRole, LevelError, checkRepeatedRoles},
		{ErrDuplicateCoverage, LevelError, checkDuplicateCoverage},
		{ErrMissingReason, LevelError, checkReasons},
		{ErrReversedDates, LevelError, checkReversedDates},
		{ErrOrderDates, LevelWarning, checkOrderDates},
		{ErrRepeatedEntry, LevelWarning, checkRepeatedEntries},
		{ErrLineBreak, LevelWarning, checkLineBreaks},
		{ErrNegativeAmount, LevelWarning, checkNegativeAmounts},
		{ErrReportingAway, LevelWarning, checkReportingAway},
		{ErrUnexpectedOrders, LevelWarning, checkUnexpectedOrders},
		{ErrBlockedOpportunity, LevelWarning, checkBlockedOpportunities},
		{ErrMixedCurrencies, LevelWarning, checkCurrencies},
		{ErrGivenUnasked, LevelWarning, checkUnasked},
		{ErrMoreGivenThanAsked, LevelWarning, checkReferralCounts},
		{ErrExpiredTestimonial, LevelWarning, checkExpired},
		{ErrNoReceiver, LevelWarning, checkReceiver},
		{ErrSameName, LevelWarning, checkSameNames},
		{ErrDeparted, LevelWarning, checkDeparted},
		{ErrAfterAsOf, LevelWarning, checkFuture},
		{ErrInvalidAddress, LevelWarning, checkAddresses},
		{ErrDistantYear, LevelWarning, checkYears},
	}
}

// Check applies [Rules], then the further rules of the caller, and calls report for each problem as
// it is found. It returns the Map of a copy of the account, or nil if a problem is an error. A nil
// account is checked like an empty one. Check is for file readers, which add positions and
// explanations to problems and limit their number. Other callers use [New] and [Validate].
func Check(a *Account, report func(Problem), rules ...Rule) *Map {
	if a == nil {
		a = &Account{}
	}
	valid := true
	for _, r := range append(Rules(), rules...) {
		r.Apply(a, func(p Problem) {
			valid = valid && r.Level != LevelError
			report(p)
		})
	}
	if !valid {
		return nil
	}
	return index(a.clone())
}

// Validate checks the account against the rules, or against [Rules] when none are given, and
// returns every problem, sorted by [Problems.Sort]. All rules run, whatever the others report. A
// nil account is checked like an empty one.
func Validate(a *Account, rules ...Rule) Problems {
	if a == nil {
		a = &Account{}
	}
	if len(rules) == 0 {
		rules = Rules()
	}
	var problems Problems
	for _, r := range rules {
		r.Apply(a, func(p Problem) { problems = append(problems, p) })
	}
	problems.Sort()
	return problems
}

// Code identifies a kind of problem; it is the same in every version and language. It is an error,
// so that errors.Is(err, [ErrDuplicateID]) reports whether err contains such a problem.
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
	// ErrMissingName: the account, a unit, a product, a contact or another entry that readers know
	// by name has no name.
	ErrMissingName Code = "missing-name"
	// ErrMissingValue: a required value is missing, such as the status of a cell.
	ErrMissingValue Code = "missing-value"
	// ErrUnknownReference: no entry has the referenced id.
	ErrUnknownReference Code = "unknown-reference"
	// ErrEmptyReference: an empty id in a list of ids.
	ErrEmptyReference Code = "empty-reference"
	// ErrInvalidValue: a word that is not in its enumeration, a date that does not exist, or text
	// that is not a currency, recurrence, period or number.
	ErrInvalidValue Code = "invalid-value"
	// ErrInvalidText: a text that is not valid UTF-8, or has control characters.
	ErrInvalidText Code = "invalid-text"
	// ErrLongText: a text of more than 32,767 letters, the most that a cell of a spreadsheet holds.
	ErrLongText Code = "long-text"
	// ErrOutOfRange: a number outside its scale, such as a power of 6, a discount of 120 % or an
	// NPS score of 11.
	ErrOutOfRange Code = "out-of-range"
	// ErrUnitCycle: a cycle of units and their parents.
	ErrUnitCycle Code = "unit-cycle"
	// ErrReportingCycle: a cycle of contacts who report to or assist each other, such as the
	// assistant of one's own report.
	ErrReportingCycle Code = "reporting-cycle"
	// ErrMilestoneCycle: a cycle of milestones that wait for each other.
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
	// ErrRepeatedEntry (a warning): two entries without ids that are equal in everything, such as
	// order lines.
	ErrRepeatedEntry Code = "repeated-entry"
	// ErrLineBreak (a warning): an id, a name or a title of several lines.
	ErrLineBreak Code = "line-break"
	// ErrNegativeAmount (a warning): a price, a value, a potential or a target below zero.
	ErrNegativeAmount Code = "negative-amount"
	// ErrReportingAway (a warning): a contact whose manager works in another part of the client,
	// neither above nor below the contact's unit.
	ErrReportingAway Code = "reporting-away"
	// ErrUnexpectedOrders (a warning): orders in a cell that was never sold according to its
	// status.
	ErrUnexpectedOrders Code = "unexpected-orders"
	// ErrBlockedOpportunity (a warning): a value, potential, target or kind of sale in a cell that
	// is blocked or not relevant.
	ErrBlockedOpportunity Code = "blocked-opportunity"
	// ErrMixedCurrencies (a warning): amounts in several currencies in one cell, its orders
	// included, or in one target.
	ErrMixedCurrencies Code = "mixed-currencies"
	// ErrGivenUnasked (a warning): a referral or testimonial that was given but never asked for.
	ErrGivenUnasked Code = "given-unasked"
	// ErrMoreGivenThanAsked (a warning): a contact who gave more referrals than we asked for.
	ErrMoreGivenThanAsked Code = "more-given-than-asked"
	// ErrExpiredTestimonial (a warning): a testimonial that has expired on the day of the account.
	ErrExpiredTestimonial Code = "expired-testimonial"
	// ErrNoReceiver (a warning): a handoff without anybody who takes over.
	ErrNoReceiver Code = "no-receiver"
	// ErrSameName (a warning): two contacts of one unit with the same name.
	ErrSameName Code = "same-name"
	// ErrDeparted (a warning): entries still depend on a person who has left or is leaving.
	ErrDeparted Code = "departed"
	// ErrAfterAsOf (a warning): an event that has already happened is dated after the day of the
	// account.
	ErrAfterAsOf Code = "after-as-of"
	// ErrInvalidAddress (a warning): the e-mail of a contact or a member of the team is not an
	// address.
	ErrInvalidAddress Code = "invalid-address"
	// ErrDistantYear (a warning): a date before 1900 or after 2199, probably mistyped.
	ErrDistantYear Code = "distant-year"
)

// The codes of problems that package codec finds in a file, before validation.
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
	// ErrTooLarge: the file is too large or too deeply nested.
	ErrTooLarge Code = "too-large"
)

// names returns a function that quotes the name of the entry with an id, since a workbook hides the
// ids. The id is in it if the entry has no name, or a name of several.
func names[T any, K ~string](list []T, of func(T) (K, string)) func(K) string {
	index := sync.OnceValues(func() (map[K]string, map[string]int) {
		all, uses := make(map[K]string, len(list)), map[string]int{}
		for _, entry := range list {
			id, name := of(entry)
			all[id] = name
			uses[name]++
		}
		return all, uses
	})
	return func(id K) string {
		all, uses := index()
		switch name := all[id]; {
		case name == "":
			return quote.Text(string(id))
		case uses[name] > 1:
			return message.Of("%s (%s)", quote.Text(name), quote.Text(string(id)))
		default:
			return quote.Text(name)
		}
	}
}

func contactNames(a *Account) func(ContactID) string {
	return names(a.Contacts, func(c Contact) (ContactID, string) { return c.ID, c.Name })
}

func unitNames(a *Account) func(UnitID) string {
	return names(a.Units, func(u Unit) (UnitID, string) { return u.ID, u.Name })
}
