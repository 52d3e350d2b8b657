package terms

// Heads of columns, the same in workbooks and pages. A column of a key of the account file has the
// word of the key. People.
const (
	ColumnName         Key = "field.name"           // "Name"
	ColumnTitle        Key = "field.contacts.title" // "Job title"
	ColumnUnit         Key = "field.unit"           // "Unit"
	ColumnReportsTo    Key = "field.reportsTo"      // "Reports to"
	ColumnRoles        Key = "field.roles"          // "Roles"; buying roles
	ColumnStance       Key = "field.stance"         // "Stance"
	ColumnPower        Key = "field.power"          // "Power"
	ColumnContactLevel Key = "field.contactLevel"   // "Contact level"
	ColumnOwner        Key = "field.owner"          // "Owner"; our person, or the client's, who answers for it
	ColumnEmail        Key = "field.email"          // "Email"
	ColumnPhone        Key = "field.phone"          // "Phone"
	ColumnNotes        Key = "field.notes"          // "Notes"
	ColumnEvidence     Key = "field.evidence"       // "Evidence"; how we know
	ColumnContact      Key = "field.contact"        // "Contact"
	ColumnContacts     Key = "field.contacts"       // "Contacts"

	// Places.
	ColumnKind     Key = "field.kind"      // "Kind"
	ColumnPartOf   Key = "field.parent"    // "Part of"; the unit above
	ColumnLocation Key = "column.location" // "Location"
	ColumnCountry  Key = "field.country"   // "Country"
	ColumnRegion   Key = "field.region"    // "Region"
	ColumnCity     Key = "field.city"      // "City"
	ColumnAddress  Key = "field.address"   // "Address"
	ColumnSegment  Key = "field.segment"   // "Segment"

	// Products, coverage and orders.
	ColumnProduct      Key = "field.product"        // "Product"
	ColumnProducts     Key = "field.products"       // "Products"
	ColumnLine         Key = "field.line"           // "Line"; a product line
	ColumnPenetration  Key = "column.penetration"   // "Penetration"
	ColumnProductsSold Key = "column.products-sold" // "Products sold"
	ColumnInProgress   Key = "column.in-progress"   // "In progress"
	ColumnLapsed       Key = "column.lapsed"        // "Lapsed"
	ColumnFirstOrder   Key = "column.first-order"   // "First order"
	ColumnLastOrder    Key = "column.last-order"    // "Last order"
	ColumnStatus       Key = "field.status"         // "Status"
	ColumnSaleKind     Key = "column.sale-kind"     // "Kind of sale"
	ColumnReason       Key = "field.reason"         // "Reason"
	ColumnSince        Key = "column.since"         // "Since"; a date
	ColumnOrders       Key = "column.orders"        // "Orders"
	ColumnQuantity     Key = "field.quantity"       // "Quantity"
	ColumnAmount       Key = "field.amount"         // "Amount"
	ColumnPotential    Key = "field.potential"      // "Potential"
	ColumnTarget       Key = "field.target"         // "Target"
	ColumnCompetitor   Key = "field.competitor"     // "Competitor"
	ColumnRenewal      Key = "field.renewal"        // "Renewal"
	ColumnAsOf         Key = "field.asOf"           // "As of"

	// Referrals and testimonials.
	ColumnAsked        Key = "column.asked"        // "Asked"
	ColumnGiven        Key = "column.given"        // "Given"
	ColumnDeclined     Key = "column.declined"     // "Declined"
	ColumnOpen         Key = "column.open"         // "Open"
	ColumnUnasked      Key = "column.unasked"      // "Given unasked"; given without our asking
	ColumnConversion   Key = "column.conversion"   // "Conversion"
	ColumnTimes        Key = "column.times"        // "Times"
	ColumnLastAsked    Key = "column.last-asked"   // "Last asked"
	ColumnReferrals    Key = "column.referrals"    // "Referrals"
	ColumnTestimonials Key = "column.testimonials" // "Testimonials"
	ColumnLeadsTo      Key = "column.leads-to"     // "Leads to"; whom or which unit a referral opens
	ColumnQuote        Key = "column.quote"        // "In their own words"
	ColumnMayQuote     Key = "field.public"        // "May be quoted"
	ColumnExpires      Key = "field.expires"       // "Expires"

	// What passed, goals, team and checklist.
	ColumnDate        Key = "field.date"          // "Date"
	ColumnChannel     Key = "field.channel"       // "Channel"
	ColumnSubject     Key = "field.subject"       // "Subject"
	ColumnOurPeople   Key = "field.members"       // "Our people"
	ColumnTheirPeople Key = "column.their-people" // "Their people"
	ColumnFollowUp    Key = "field.followUp"      // "Follow-up"
	ColumnReaction    Key = "field.reaction"      // "Reaction"
	ColumnGoal        Key = "field.goal"          // "Goal"
	ColumnPriority    Key = "field.priority"      // "Priority"
	ColumnDue         Key = "field.due"           // "Due"
	ColumnState       Key = "field.state"         // "State"
	ColumnSeverity    Key = "field.severity"      // "Severity"
	ColumnBudget      Key = "field.budget"        // "Budget"
	ColumnTeamRole    Key = "field.role"          // "Role"; a part in our team
	ColumnLooksAfter  Key = "column.looks-after"  // "Looks after"; the units of a member of our team
	ColumnFrom        Key = "field.from"          // "From"; a date
	ColumnTo          Key = "field.to"            // "Until"; a date
	ColumnItem        Key = "column.item"         // "To be done"; a line of the checklist

	// Names of sheets of the workbook, which Excel allows 31 letters. The sheets of the account's
	// lists have the names of the lists.
	SheetsSummary   Key = "sheets.summary"   // "Summary"
	SheetsValue     Key = "sheets.value"     // "Value"; the matrix of what each unit spends on each product a year
	SheetsDetails   Key = "sheets.details"   // "Coverage details"
	SheetsExposure  Key = "sheets.exposure"  // "Exposure by contact"
	SheetsQuarters  Key = "sheets.quarters"  // "Orders by quarter"
	SheetsRoadmap   Key = "sheets.roadmap"   // "Roadmap"
	SheetsReferrals Key = "sheets.referrals" // "Referrals and testimonials"
	SheetsLists     Key = "sheets.lists"     // "Lists"; the words that cells may hold

	// The head and the notes of a sheet.
	SheetsTitle       Key = "sheets.title"        // "{0} · {1}"; {0} is the client, {1} the name of the sheet
	SheetsRows        Key = "sheets.rows"         // "{0} entries"; Count
	SheetsProducts    Key = "sheets.products"     // "{0} products"; Count; what a unit has bought
	SheetsFromDetails Key = "sheets.from-details" // "the amounts at the time of writing; change them on the sheet {0}"
	SheetsListsNote   Key = "sheets.lists-note"   // "what the cells of the other sheets offer"
	SheetsTotal       Key = "sheets.total"        // "Total"
	SheetsUnitTotal   Key = "sheets.unit-total"   // "Total of the unit"

	// The summary.
	SheetsUnits       Key = "sheets.units"        // "Units we do business with"
	SheetsSold        Key = "sheets.sold"         // "Sold, of what could be sold"
	SheetsOpenValue   Key = "sheets.open-value"   // "Potential still open"
	SheetsSoldValue   Key = "sheets.sold-value"   // "Value of what is sold, a year"
	SheetsPeople      Key = "sheets.people"       // "People we know"
	SheetsYear        Key = "sheets.year"         // "Orders of the last twelve months"
	SheetsYearBefore  Key = "sheets.year-before"  // "Orders of the twelve months before"
	SheetsNextRenewal Key = "sheets.next-renewal" // "Next renewal"
	SheetsByUnit      Key = "sheets.by-unit"      // "Penetration by unit"
	SheetsByLine      Key = "sheets.by-line"      // "Penetration by line"
	SheetsHighest     Key = "sheets.highest"      // "{0}: the {1} highest of {2}"; {0} is one of the two above, of units or lines
	SheetsMap         Key = "sheets.map"          // "The people of the account"
	SheetsMapAlt      Key = "sheets.map-alt"      // "Account map of {0}: {1}"; {1} says how many people stand how
	SheetsMapPages    Key = "sheets.map-pages"    // "An overview: map.pdf has its pages."
	SheetsChartAlt    Key = "sheets.chart-alt"    // "Bar chart: {0}. {1}"; {0} is the title, {1} the highest bars

	// Exposure and orders.
	SheetsExposureNote    Key = "sheets.exposure-note"    // "latest day on which each contact was shown a product; amber: due again"
	SheetsShown           Key = "sheets.shown"            // "Shown"; products that the contact was shown, of all
	SheetsDueAgain        Key = "sheets.due-again"        // "Due again"
	SheetsQuartersNote    Key = "sheets.quarters-note"    // "what was ordered in each quarter, without what was cancelled"
	SheetsTrend           Key = "sheets.trend"            // "Trend"
	SheetsTwelveMonths    Key = "sheets.twelve-months"    // "Last 12 months"; heads a sum of orders
	SheetsTwelveBefore    Key = "sheets.twelve-before"    // "12 months before"; heads a sum of orders
	SheetsOtherCurrencies Key = "sheets.other-currencies" // "Other currencies"; heads a sum of orders
	SheetsUp              Key = "sheets.up"               // "up"
	SheetsDown            Key = "sheets.down"             // "down"
	SheetsSteady          Key = "sheets.steady"           // "steady"
	SheetsNothing         Key = "sheets.nothing"          // "Nothing is recorded yet."

	// Keys of the workbook. The sheets' names, which Excel allows 31 letters.
	WorkbookSheetCoverage Key = "workbook.sheet-coverage" // "Coverage"
	WorkbookSheetAnswers  Key = "workbook.sheet-answers"  // "Answers"

	// The head of a sheet.
	WorkbookCoverageTitle Key = "workbook.coverage-title" // "{0} · coverage"; {0} is the client
	WorkbookAnswersTitle  Key = "workbook.answers-title"  // "{0} · answers"; {0} is the client
	WorkbookAsOf          Key = "workbook.as-of"          // "As of {0}"; {0} is a date
	WorkbookPenetration   Key = "workbook.penetration"    // "penetration {0} ({1} sold of {2} sellable)"; {0} is a share

	// The coverage sheet.
	WorkbookUnitPenetration Key = "workbook.unit-penetration" // "Penetration of the unit"
	WorkbookOtherProducts   Key = "workbook.other-products"   // "Other products"; products without a line
	WorkbookPeople          Key = "workbook.people"           // "People we know there"
	WorkbookPeopleNote      Key = "workbook.people-note"      // "more on the sheet {0}"
	WorkbookRest            Key = "workbook.rest"             // "The other {0} are on the sheet {1}."; Count of rows
	WorkbookNobodyYet       Key = "workbook.nobody-yet"       // "nobody yet"
	WorkbookNotYetKnown     Key = "workbook.not-yet-known"    // "{0} (not yet known)"; {0} is the name of a placeholder
	WorkbookUnitUnknown     Key = "workbook.unit-unknown"     // "Unit not known"; heads the people without a known unit
	WorkbookBlank           Key = "workbook.blank"            // "blank: not assessed yet"
	WorkbookBadStatusTitle  Key = "workbook.bad-status-title" // "Not a status"
	WorkbookBadStatus       Key = "workbook.bad-status"       // "Choose a status from the list, or clear the cell."
	WorkbookNewClient       Key = "workbook.new-client"       // "New client"
	WorkbookFillMatrix      Key = "workbook.fill-matrix"      // "Write a unit above each column and a product before each row, ..."
	WorkbookOnlyShownTitle  Key = "workbook.only-shown-title" // "Only shown here"
	WorkbookOnlyShown       Key = "workbook.only-shown"       // "What is written here is not read back. ..."
	WorkbookReasonApart     Key = "workbook.reason-apart"     // "the reason is not in this workbook"
	WorkbookYes             Key = "workbook.yes"              // "yes"

	// The eight questions of account penetration.
	WorkbookQuestionActiveUnits  Key = "workbook.question-active-units"  // "Which units do I do business with now?"
	WorkbookQuestionDormantUnits Key = "workbook.question-dormant-units" // "Which units do I not do business with?"
	WorkbookQuestionLocations    Key = "workbook.question-locations"     // "Where is each unit located?"
	WorkbookQuestionBought       Key = "workbook.question-bought"        // "What has each unit bought?"
	WorkbookQuestionNotBought    Key = "workbook.question-not-bought"    // "What has each unit not bought?"
	WorkbookQuestionKnown        Key = "workbook.question-known"         // "Whom do I know in each unit?"
	WorkbookQuestionAsked        Key = "workbook.question-asked"         // "Which contacts have I asked for referrals and testimonials?"
	WorkbookQuestionGiven        Key = "workbook.question-given"         // "How many of each were given?"

	// Texts for empty answers.
	WorkbookTakenFrom      Key = "workbook.taken-from"       // "taken from {0}"; {0} is the unit above whose place it is
	WorkbookNoActiveUnits  Key = "workbook.no-active-units"  // "No unit buys anything from us yet."
	WorkbookNoDormantUnits Key = "workbook.no-dormant-units" // "Every unit buys something from us."
	WorkbookNoUnits        Key = "workbook.no-units"         // "No unit is recorded yet."
	WorkbookNothingBought  Key = "workbook.nothing-bought"   // "Nothing has been bought yet."
	WorkbookNothingLeft    Key = "workbook.nothing-left"     // "Every unit has bought every product that suits it."
	WorkbookNobodyAsked    Key = "workbook.nobody-asked"     // "Nobody has been asked yet."
	WorkbookNothingGiven   Key = "workbook.nothing-given"    // "None has been given yet."

	// Counts of an answer.
	WorkbookUnitsOf Key = "workbook.units-of" // "{1} of {0} units"; Count of all units; {1} is how many of them

	// Keys of the portfolio workbook.
	PortfolioTitle    Key = "portfolio.title"    // "Portfolio"
	PortfolioAccount  Key = "portfolio.account"  // "Account"
	PortfolioManager  Key = "portfolio.manager"  // "Account manager"
	PortfolioTrend    Key = "portfolio.trend"    // "On the year before"
	PortfolioShare    Key = "portfolio.share"    // "Share of revenue"
	PortfolioHealth   Key = "portfolio.health"   // "Health"; of 100
	PortfolioMoves    Key = "portfolio.moves"    // "To do"; a number of moves
	PortfolioMonday   Key = "portfolio.monday"   // "Monday"; the sheet of what to do
	PortfolioCalendar Key = "portfolio.calendar" // "All accounts"; the name of a calendar
	PortfolioRenewals Key = "portfolio.renewals" // "Renewals in 90 days"
	PortfolioRenewing Key = "portfolio.renewing" // "Value to renew"
	PortfolioFor      Key = "portfolio.for"      // "For us"
	PortfolioAgainst  Key = "portfolio.against"  // "Against us"
	PortfolioThreads  Key = "portfolio.threads"  // "Units that hang by a thread"
	PortfolioAccounts Key = "portfolio.accounts" // "{0} accounts"; Count
	PortfolioMissing  Key = "portfolio.missing"  // "Not in this table, as they could not be read: {0}"
)
