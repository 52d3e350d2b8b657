package terms

// Keys of the handoff page. The head of the page.
const (
	HandoffTitle        Key = "handoff.title"          // "{0} · handoff"; {0} is the client
	HandoffFromTo       Key = "handoff.from-to"        // "From {0} to {1}"; two members of our team
	HandoffFrom         Key = "handoff.from"           // "From {0}"; a member of our team
	HandoffTo           Key = "handoff.to"             // "To {0}"; a member of our team
	HandoffPeriod       Key = "handoff.period"         // "{0} to {1}"; two dates, the transition
	HandoffStarts       Key = "handoff.starts"         // "from {0}"; {0} is a date
	HandoffEnds         Key = "handoff.ends"           // "until {0}"; {0} is a date
	HandoffNotSignedOff Key = "handoff.not-signed-off" // "not signed off yet"

	// The figures of the summary.
	HandoffPenetration    Key = "handoff.penetration"      // "Penetration"
	HandoffSoldOfSellable Key = "handoff.sold-of-sellable" // "{0} of {1} sellable"
	HandoffBuyingUnits    Key = "handoff.buying-units"     // "Units that buy"
	HandoffOfUnits        Key = "handoff.of-units"         // "of {0} units"; Count
	HandoffForAgainst     Key = "handoff.for-against"      // "For / against"
	HandoffNeutralUnknown Key = "handoff.neutral-unknown"  // "{0} neutral, {1} unknown"
	HandoffOrdersLastYear Key = "handoff.orders-last-year" // "Orders in the last year"
	HandoffOrderLines     Key = "handoff.order-lines"      // "{0} order lines"; Count
	HandoffNextRenewal    Key = "handoff.next-renewal"     // "Next renewal"
	HandoffNoRenewal      Key = "handoff.no-renewal"       // "none known"
	HandoffOpenAsks       Key = "handoff.open-asks"        // "Open asks"; referrals and testimonials that nobody has answered
	HandoffQuotable       Key = "handoff.quotable"         // "Testimonials to quote"; given, with consent and not expired
	HandoffOfGiven        Key = "handoff.of-given"         // "of {0} given"; Count of testimonials
	HandoffExpired        Key = "handoff.expired"          // "{0} expired"; Count of testimonials
	HandoffOrdersSince    Key = "handoff.orders-since"     // "recorded since {0}"; orders; {0} is a date

	// The sections.
	HandoffContents              Key = "handoff.contents"               // "Contents"
	HandoffSectionSummary        Key = "handoff.section-summary"        // "Summary"
	HandoffSectionMap            Key = "handoff.section-map"            // "Account map"
	HandoffSectionSold           Key = "handoff.section-sold"           // "What was sold"
	HandoffSectionGoals          Key = "handoff.section-goals"          // "The client’s goals"
	HandoffSectionCommunications Key = "handoff.section-communications" // "What has been communicated"
	HandoffSectionPeople         Key = "handoff.section-people"         // "People"
	HandoffSectionCoverage       Key = "handoff.section-coverage"       // "Coverage"
	HandoffSectionEndorsements   Key = "handoff.section-endorsements"   // "Referrals and testimonials"
	HandoffSectionExposures      Key = "handoff.section-exposures"      // "What has been shown to whom"
	HandoffSectionTeam           Key = "handoff.section-team"           // "Team"
	HandoffSectionChecklist      Key = "handoff.section-checklist"      // "Handoff checklist"

	// Parts of the sections.
	HandoffDone         Key = "handoff.done"           // "done"
	HandoffToDo         Key = "handoff.to-do"          // "to do"
	HandoffFollowUpBy   Key = "handoff.follow-up-by"   // "follow up by {0}"; {0} is a date
	HandoffInternal     Key = "handoff.internal"       // "internal"; what the client must not read
	HandoffWholeClient  Key = "handoff.whole-client"   // "whole client"; the unit of a goal that has none
	HandoffConfirmed    Key = "handoff.confirmed"      // "confirmed"
	HandoffPeopleOrder  Key = "handoff.people-order"   // "Champions and blockers with power come first, then everybody else by power."; the order of the people
	HandoffPeopleLeft   Key = "handoff.people-left"    // heads the people who have left
	HandoffWaysIn       Key = "handoff.ways-in"        // "Ways into units where we know nobody"
	HandoffThrough      Key = "handoff.through"        // "Through"; heads the people on the way
	HandoffOfPeopleGone Key = "handoff.of-people-gone" // "{0} of people who have left"; Count of endorsements
	HandoffRest         Key = "handoff.rest"           // "The other {0} are in the workbook, sheet {1}."; Count of rows
	HandoffNotQuotable  Key = "handoff.not-quotable"   // "no: expired {0}"; {0} is a date

	// Keys of the slides for the quarterly review with the client. The titles.
	ReviewTitle    Key = "review.title"    // "{0} · quarterly review"; {0} is the client
	ReviewStanding Key = "review.standing" // "Where we stand"
	ReviewCoverage Key = "review.coverage" // "Coverage and whitespace"
	ReviewGoals    Key = "review.goals"    // "Goals and targets"
	ReviewPromises Key = "review.promises" // "Promises and roadmap"
	ReviewMoves    Key = "review.moves"    // "Next moves"
	ReviewMonth    Key = "review.month"    // "The next 30 days"

	ReviewWhitespace Key = "review.whitespace" // "Whitespace"; what they could buy and do not
	ReviewBlank      Key = "review.blank"      // "{0} cells are not assessed yet, and no other is open."; Count of cells
	ReviewNoSale     Key = "review.no-sale"    // "No sale is recorded yet."

	// Sections with nothing in them.
	HandoffNoGoals    Key = "handoff.no-goals"    // "No goal is recorded yet."
	HandoffNoCoverage Key = "handoff.no-coverage" // "No unit or no product is recorded yet."

	// Labels of the head, of tables and of figures.
	HandoffIndustry           Key = "handoff.industry"            // "Industry"
	HandoffTier               Key = "handoff.tier"                // "Tier"
	HandoffHandsOver          Key = "handoff.hands-over"          // "Hands over"; a member of our team
	HandoffTakesOver          Key = "handoff.takes-over"          // "Takes over"; a member of our team
	HandoffIntroduced         Key = "handoff.introduced"          // "Introduction"; a date
	HandoffSignOff            Key = "handoff.sign-off"            // "Sign-off"; a date
	HandoffNoHandoff          Key = "handoff.no-handoff"          // "Nobody is named yet who hands over or takes over the account."
	HandoffOnYearBefore       Key = "handoff.on-year-before"      // "{0} on the year before"; {0} is a share with its sign
	HandoffNoneYearBefore     Key = "handoff.none-year-before"    // "none the year before"; orders
	HandoffDayUnknown         Key = "handoff.day-unknown"         // "date not known"; where a figure needs a day
	HandoffTotal              Key = "handoff.total"               // "Total"
	HandoffReach              Key = "handoff.reach"               // "Standing with contacts"; what a member of our team is in their eyes
	HandoffSectionCompetitors Key = "handoff.section-competitors" // "Competitors"
	HandoffStrengths          Key = "handoff.strengths"           // "Strengths"
	HandoffWeaknesses         Key = "handoff.weaknesses"          // "Weaknesses"
	HandoffOpportunities      Key = "handoff.opportunities"       // "Opportunities"
	HandoffThreats            Key = "handoff.threats"             // "Threats"
	HandoffWhereMet           Key = "handoff.where-met"           // "Where we meet them"; units and products
	HandoffDoneOf             Key = "handoff.done-of"             // "{0} of {1} done"; lines of the checklist

	// Keys of the controls of an HTML page.
	DocumentSearch    Key = "document.search"     // "Search"; labels the field that searches a table
	DocumentFound     Key = "document.found"      // "{0} of {1} rows"; both are filled by the page
	DocumentZoomIn    Key = "document.zoom-in"    // "Enlarge"; a picture
	DocumentZoomOut   Key = "document.zoom-out"   // "Reduce"
	DocumentZoomReset Key = "document.zoom-reset" // "Original size"
	DocumentFind      Key = "document.find"       // "Find people"; labels the field that searches a map
	DocumentMatches   Key = "document.matches"    // "{0} of {1} people"; both are filled by the page
	DocumentAll       Key = "document.all"        // "All"; the choice of a filter that leaves everybody
	DocumentLines     Key = "document.lines"      // "Lines"; heads the kinds of lines, to show or hide
	DocumentReset     Key = "document.reset"      // "Show everybody"; takes every filter away
	DocumentClose     Key = "document.close"      // "Close"; what is said about a person
	DocumentWhole     Key = "document.whole"      // "Whole map"; shows it on a phone
	DocumentMore      Key = "document.more"       // "{0} more pages are in the PDF"; of a picture

	// Keys of the handoff pack beyond the first page. The sections.
	PackSectionReadiness    Key = "pack.section-readiness"    // "Readiness"
	PackSectionSince        Key = "pack.section-since"        // "What has changed since you last looked"
	PackSectionAttention    Key = "pack.section-attention"    // "What needs attention"
	PackSectionPromises     Key = "pack.section-promises"     // "Promises made"
	PackSectionObjections   Key = "pack.section-objections"   // "Objections and our answers"
	PackSectionRisks        Key = "pack.section-risks"        // "Risks"
	PackSectionSatisfaction Key = "pack.section-satisfaction" // "Satisfaction"
	PackSectionRoadmap      Key = "pack.section-roadmap"      // "Success roadmap"
	PackSectionCalendar     Key = "pack.section-calendar"     // "Communications calendar"
	PackSectionFirstDays    Key = "pack.section-first-days"   // "The first 30, 60 and 90 days"

	// Sections with nothing in them.
	PackNoChange       Key = "pack.no-change"       // "Nothing has changed."
	PackNoKPIs         Key = "pack.no-kpis"         // "No figure is agreed yet that shows the client when a goal is reached."
	PackNoPromises     Key = "pack.no-promises"     // "No promise is recorded yet."
	PackNoMilestones   Key = "pack.no-milestones"   // "No milestone is recorded yet."
	PackNothingPlanned Key = "pack.nothing-planned" // "Nothing is planned."
	PackNoAnswer       Key = "pack.no-answer"       // "not answered yet"

	// Readiness.
	PackReadiness   Key = "pack.readiness"     // "Ready"
	PackToDo        Key = "pack.to-do"         // "To be done"
	PackInPlaceHead Key = "pack.in-place-head" // "In place"; how much of a check is met
	PackOf          Key = "pack.of"            // "{0} of {1}"; two numbers
	PackWhere       Key = "pack.where"         // "Whom or where"
	PackMet         Key = "pack.met"           // "In place: {0}."; {0} is a list of checks

	// What has changed.
	PackSinceDay  Key = "pack.since-day"  // "Compared with the account as of {0}."; {0} is a date
	PackChange    Key = "pack.change"     // "Change"
	PackDetails   Key = "pack.details"    // "Details"
	PackAdded     Key = "pack.added"      // "new"
	PackEdited    Key = "pack.edited"     // "changed"
	PackRemoved   Key = "pack.removed"    // "gone"
	PackNewOrders Key = "pack.new-orders" // "New orders:"

	// What needs attention.
	PackOverdue     Key = "pack.overdue"      // "Late"
	PackOrderAlerts Key = "pack.order-alerts" // "Orders that are not what they were"
	PackWhat        Key = "pack.what"         // "What"
	PackAtRisk      Key = "pack.at-risk"      // "At risk a year"
	PackAsk         Key = "pack.ask"          // "Ask"
	PackSilence     Key = "pack.silence"      // "{0} days without an order; usually every {1}"; a number of days, and another
	PackChance      Key = "pack.chance"       // "Chance"; heads a share
	PackHealthSince Key = "pack.health-since" // "{0} since {1}"; a difference of points and a date
	PackFewer       Key = "pack.fewer"        // "{0} lately; usually {1} in that time"; two quantities

	// The summary.
	PackOpenCases     Key = "pack.open-cases"     // "Open cases"
	PackOldest        Key = "pack.oldest"         // "the oldest since {0}"; {0} is a date
	PackByYear        Key = "pack.by-year"        // "Orders by year"; each ends with the day of the page
	PackYear          Key = "pack.year"           // "Year"
	PackYearToDate    Key = "pack.year-to-date"   // "{0} to date"; {0} is a year or quarter
	PackTrend         Key = "pack.trend"          // "On the same time a year before"
	PackRenewalsAhead Key = "pack.renewals-ahead" // "Renewals ahead"
	PackValue         Key = "pack.value"          // "Value a year"

	// Sales and their purpose.
	PackWholeRange Key = "pack.whole-range" // "whole range"; the products of a contract that names none
	PackPercent    Key = "pack.percent"     // "{0}%"; {0} is a number
	PackKPI        Key = "pack.kpi"         // "Figure"
	PackBaseline   Key = "pack.baseline"    // "Baseline"
	PackBy         Key = "pack.by"          // "By"; a day by which
	PackActual     Key = "pack.actual"      // "Actual"
	PackProgress   Key = "pack.progress"    // "Progress"
	PackSource     Key = "pack.source"      // "Source"
	PackWhitespace Key = "pack.whitespace"  // "Whitespace: what they could buy and do not"
	PackUnassessed Key = "pack.unassessed"  // "{0} further cells are not assessed yet."; Count

	// Promises, objections, risks, cases and satisfaction.
	PackPromise      Key = "pack.promise"       // "Promise"
	PackPromisedTo   Key = "pack.promised-to"   // "To"
	PackPromisedBy   Key = "pack.promised-by"   // "Kept by"
	PackVerbal       Key = "pack.verbal"        // "verbal"
	PackObjection    Key = "pack.objection"     // "Objection"
	PackRaisedBy     Key = "pack.raised-by"     // "Raised by"
	PackAnswer       Key = "pack.answer"        // "Our answer"
	PackRisk         Key = "pack.risk"          // "Risk"
	PackSeverity     Key = "pack.severity"      // "Severity"
	PackMitigation   Key = "pack.mitigation"    // "What we do about it"
	PackCase         Key = "pack.case"          // "Case"
	PackOpened       Key = "pack.opened"        // "Opened"
	PackClosed       Key = "pack.closed"        // "Closed"
	PackScore        Key = "pack.score"         // "Score"
	PackComment      Key = "pack.comment"       // "In their words"
	PackWouldImprove Key = "pack.would-improve" // "What we should do better"
	PackNameless     Key = "pack.nameless"      // "without a name"
	PackPromoters    Key = "pack.promoters"     // "Promoters {0} · passives {1} · detractors {2}"; three numbers of answers
	PackSatisfied    Key = "pack.satisfied"     // "{0} of {1} satisfied"; two numbers of answers

	// Team, roadmap, calendar and sign-off.
	PackTeamNow      Key = "pack.team-now"      // "Now"
	PackTeamBefore   Key = "pack.team-before"   // "Before"
	PackMilestone    Key = "pack.milestone"     // "Milestone"
	PackStart        Key = "pack.start"         // "Start"
	PackAfter        Key = "pack.after"         // "After"; the milestones that must be done before
	PackTalk         Key = "pack.talk"          // "Talk"
	PackEvery        Key = "pack.every"         // "How often"
	PackNextTimes    Key = "pack.next-times"    // "Next"; the next dates
	PackEveryDays    Key = "pack.every-days"    // "every {0} days"; Count
	PackEveryWeeks   Key = "pack.every-weeks"   // "every {0} weeks"; Count
	PackEveryMonths  Key = "pack.every-months"  // "every {0} months"; Count
	PackEveryYears   Key = "pack.every-years"   // "every {0} years"; Count
	PackUntilDay     Key = "pack.until-day"     // "To day {0}: until {1}"; a number of days and the last of them
	PackShowAgain    Key = "pack.show-again"    // "{0} products to {1}"; Count of the products that people have forgotten; {1} is so many people
	PackPart         Key = "pack.part"          // "Part"; the side of a handoff
	PackSignature    Key = "pack.signature"     // "Signature"
	PackCalendarName Key = "pack.calendar-name" // "{0} · account calendar"; {0} is the client
	PackWithPower    Key = "pack.with-power"    // "{0} (power {1})"; a person and a number
	PackDayUnknown   Key = "pack.day-unknown"   // that no day is known, in a sentence
	PackDaysOver     Key = "pack.days-over"     // that a stretch of days is past, in a sentence

	// Keys of the sentences of [Terms.Changes].
	NewsNew         Key = "news.new"          // "{0}: new in {1}"; an entry and its list
	NewsDeleted     Key = "news.deleted"      // "{0}: deleted from {1}"; an entry and its list
	NewsManyNew     Key = "news.many-new"     // "{0} new entries in {1}"; Count, {1} is the list
	NewsManyDeleted Key = "news.many-deleted" // "{0} entries deleted from {1}"; Count, {1} is the list
	NewsHasLeft     Key = "news.has-left"     // "{0} left on {1}"; a person and a day
	NewsLeaves      Key = "news.leaves"       // "{0} leaves on {1}"; a person and a day after asOf
	NewsCell        Key = "news.cell"         // "{0} in {1}"; a product and a unit
	NewsOf          Key = "news.of"           // "{0}: {1}"; an entry and what has changed
	NewsFromTo      Key = "news.from-to"      // "{0}, now {1}"; two values
	NewsNow         Key = "news.now"          // "now {0}"; a value where there was none
	NewsAlso        Key = "news.also"         // "also {0}"; what a list has gained
	NewsNoLonger    Key = "news.no-longer"    // "no longer {0}"; a value that is gone

	// Keys of what a program prints about its work.
	NewsOfWorkbook    Key = "news.of-workbook"    // "the workbook changes:"; above sentences
	NewsOfFile        Key = "news.of-file"        // "account.yaml changes:"; above sentences
	NewsSince         Key = "news.since"          // "changed since then:"; above sentences
	NewsNothing       Key = "news.nothing"        // "nothing"; no changes
	NewsNotReady      Key = "news.not-ready"      // "not ready: {0}"; {0} is [Terms.Gap]
	NewsStartText     Key = "news.start-text"     // "Next, edit {0} as text, and run"; {0} is a file
	NewsStartWorkbook Key = "news.start-workbook" // "or fill in {0} in Excel, save it, and run"; {0} is a file
	NewsStartReplaces Key = "news.start-replaces" // "which replaces the fictional account in {0}"; {0} is a file

	// Targets and budgets.
	TargetsTitle    Key = "targets.title"     // "Targets and budgets"
	TargetsPeriod   Key = "targets.period"    // "Period"
	TargetsTarget   Key = "targets.target"    // "Target"; an amount to sell
	TargetsOrdered  Key = "targets.ordered"   // "Ordered"; an amount
	TargetsShare    Key = "targets.share"     // "Of target"; a percentage
	TargetsElapsed  Key = "targets.elapsed"   // "Of period"; the percentage that is over
	TargetsEnd      Key = "targets.end"       // "Will end at"; an amount
	TargetsBudget   Key = "targets.budget"    // "budget {0}"; {0} is an amount
	TargetsNotBegun Key = "targets.not-begun" // "not begun"; a period
	TargetsUnvalued Key = "targets.unvalued"  // "{0} lines without an amount in this currency"; Count of orders
	TargetsBehind   Key = "targets.behind"    // "Targets behind"; heads a number
	TargetsOnCourse Key = "targets.on-course" // "still on course: {0} is usual by this day"; {0} is a share of the period's orders
	TargetsOfBegun  Key = "targets.of-begun"  // "of {0} that have begun"; Count of targets
)
