package accountmap

// Rule is one thing that must hold for an account.
type Rule struct {
	Code     Code
	Severity Severity
	// Check reports every place where the rule does not hold. It must not change the account, nor panic whatever it holds.
	Check func(a *Account, report Report)
}

// Report is how a rule says that it does not hold at a path of the account (see [Problem] for the three texts).
type Report func(path, detail, hint string)

// Rules returns the rules that [Validate] applies, each with a code of its own. The rules of severity error come first: every [Map] obeys
// them. The others are warnings, of what may well be true and somebody should look at. The slice is the caller's: append to it, drop from it
// or change severities, and give it to [Validate]. [New] always applies the rules as they are here.
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

// Validate checks the account against the rules, or against [Rules] when none are given, and returns every problem sorted by place.
// Every rule runs to its end. A nil account has no problems but that of being nobody's.
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
