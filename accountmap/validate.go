package accountmap

// Rule is one thing that must hold for an account.
type Rule struct {
	Code     Code
	Severity Severity
	// Check reports every place where the rule does not hold. It must not change the account, and must not panic whatever the account holds.
	Check func(a *Account, report Report)
}

// Report is called by a rule for each place where it does not hold, with the path in the account and the two texts of [Problem].
type Report func(path, detail, hint string)

// Rules returns the rules that [Validate] applies, each with a code of its own. Those of severity error come first; every [Map] obeys them. The
// others are warnings about something that may be true but that somebody should look at. The slice is the caller's, to append to, drop from or
// change severities in before it is given to Validate. [New] always applies the rules as they are here.
func Rules() []Rule {
	return []Rule{
		{ErrUnsupportedFormat, SeverityError, checkFormat},
		{ErrInvalidText, SeverityError, checkTexts},
		{ErrInvalidValue, SeverityError, checkValues},
		{ErrMissingID, SeverityError, checkMissingIDs},
		{ErrDuplicateID, SeverityError, checkDuplicateIDs},
		{ErrMissingName, SeverityError, checkNames},
		{ErrMissingValue, SeverityError, checkRequired},
		{ErrUnknownReference, SeverityError, checkReferences},
		{ErrEmptyReference, SeverityError, checkEmptyReferences},
		{ErrOutOfRange, SeverityError, checkRanges},
		{ErrUnitCycle, SeverityError, checkUnitCycles},
		{ErrReportingCycle, SeverityError, checkReportingCycles},
		{ErrMilestoneCycle, SeverityError, checkMilestoneCycles},
		{ErrSelfRelationship, SeverityError, checkSelfRelationships},
		{ErrRepeatedRole, SeverityError, checkRepeatedRoles},
		{ErrDuplicateCoverage, SeverityError, checkDuplicateCoverage},
		{ErrMissingReason, SeverityError, checkReasons},
		{ErrReversedDates, SeverityError, checkReversedDates},
		{ErrOrderDates, SeverityWarning, checkOrderDates},
		{ErrReportingAway, SeverityWarning, checkReportingAway},
		{ErrUnexpectedOrders, SeverityWarning, checkUnexpectedOrders},
		{ErrBlockedOpportunity, SeverityWarning, checkBlockedOpportunities},
		{ErrMixedCurrencies, SeverityWarning, checkCurrencies},
		{ErrGivenUnasked, SeverityWarning, checkUnasked},
		{ErrMoreGivenThanAsked, SeverityWarning, checkReferralCounts},
		{ErrExpiredTestimonial, SeverityWarning, checkExpired},
		{ErrNoReceiver, SeverityWarning, checkReceiver},
	}
}

// Validate checks the account against the rules, or against [Rules] when none are given, and returns every problem, sorted by [Problems.Sort].
// All rules run to their end, whatever the others find. A nil account is checked like an empty one.
func Validate(a *Account, rules ...Rule) Problems {
	if a == nil {
		a = &Account{}
	}
	if len(rules) == 0 {
		rules = Rules()
	}
	var problems Problems
	for _, r := range rules {
		r.Check(a, func(path, detail, hint string) {
			problems = append(problems, Problem{Severity: r.Severity, Code: r.Code, Path: path, Detail: detail, Hint: hint})
		})
	}
	problems.Sort()
	return problems
}
