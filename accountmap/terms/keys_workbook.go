package terms

// Keys of the workbook. The sheets' names, which Excel allows 31 letters.
const (
	WorkbookSheetCoverage Key = "workbook.sheet-coverage" // "Coverage"
	WorkbookSheetAnswers  Key = "workbook.sheet-answers"  // "Answers"
)

// The head of a sheet.
const (
	WorkbookCoverageTitle Key = "workbook.coverage-title" // "{0} · coverage"; {0} is the client
	WorkbookAnswersTitle  Key = "workbook.answers-title"  // "{0} · answers"; {0} is the client
	WorkbookAsOf          Key = "workbook.as-of"          // "As of {0}"; {0} is a date
	WorkbookPenetration   Key = "workbook.penetration"    // "penetration {0} ({1} sold of {2} sellable)"; {0} is a share
)

// The coverage sheet.
const (
	WorkbookUnitPenetration Key = "workbook.unit-penetration" // "Penetration of the unit"
	WorkbookOtherProducts   Key = "workbook.other-products"   // "Other products"; products without a line
	WorkbookPeople          Key = "workbook.people"           // "People we know there"
	WorkbookPeopleNote      Key = "workbook.people-note"      // "more on the sheet {0}"
	WorkbookNobodyYet       Key = "workbook.nobody-yet"       // "nobody yet"
	WorkbookNotYetKnown     Key = "workbook.not-yet-known"    // "{0} (not yet known)"; {0} is the name of a placeholder
	WorkbookUnitUnknown     Key = "workbook.unit-unknown"     // "Unit not known"; heads the people whose unit nobody knows
	WorkbookBlank           Key = "workbook.blank"            // "blank: not assessed yet"
	WorkbookBadStatusTitle  Key = "workbook.bad-status-title" // "Not a status"
	WorkbookBadStatus       Key = "workbook.bad-status"       // "Choose a status from the list, or clear the cell."
	WorkbookYes             Key = "workbook.yes"              // "yes"
)

// The eight questions of account penetration.
const (
	WorkbookQuestionActiveUnits  Key = "workbook.question-active-units"  // "Which units do I do business with now?"
	WorkbookQuestionDormantUnits Key = "workbook.question-dormant-units" // "Which units do I not do business with?"
	WorkbookQuestionLocations    Key = "workbook.question-locations"     // "Where is each unit located?"
	WorkbookQuestionBought       Key = "workbook.question-bought"        // "What has each unit bought?"
	WorkbookQuestionNotBought    Key = "workbook.question-not-bought"    // "What has each unit not bought?"
	WorkbookQuestionKnown        Key = "workbook.question-known"         // "Whom do I know in each unit?"
	WorkbookQuestionAsked        Key = "workbook.question-asked"         // "Which contacts have I asked for referrals and testimonials?"
	WorkbookQuestionGiven        Key = "workbook.question-given"         // "How many of each were given?"
)

// Answers that are none.
const (
	WorkbookTakenFrom      Key = "workbook.taken-from"       // "taken from {0}"; {0} is the unit above whose place it is
	WorkbookNoActiveUnits  Key = "workbook.no-active-units"  // "No unit buys anything from us yet."
	WorkbookNoDormantUnits Key = "workbook.no-dormant-units" // "Every unit buys something from us."
	WorkbookNoUnits        Key = "workbook.no-units"         // "No unit is recorded yet."
	WorkbookNothingBought  Key = "workbook.nothing-bought"   // "Nothing has been bought yet."
	WorkbookNothingLeft    Key = "workbook.nothing-left"     // "Every unit has bought every product that suits it."
	WorkbookNobodyAsked    Key = "workbook.nobody-asked"     // "Nobody has been asked yet."
	WorkbookNothingGiven   Key = "workbook.nothing-given"    // "None has been given yet."
)

// Counts of an answer.
const (
	WorkbookUnitsOf Key = "workbook.units-of" // "{1} of {0} units"; Count of all units; {1} is how many of them
)
