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
)

// The figures of the summary.
const (
	HandoffPenetration      Key = "handoff.penetration"        // "Penetration"
	HandoffSoldOfSellable   Key = "handoff.sold-of-sellable"   // "{0} of {1} sellable"
	HandoffBuyingUnits      Key = "handoff.buying-units"       // "Units that buy"
	HandoffOfUnits          Key = "handoff.of-units"           // "of {0} units"; Count
	HandoffForAgainst       Key = "handoff.for-against"        // "For / against"
	HandoffNeutralUnknown   Key = "handoff.neutral-unknown"    // "{0} neutral, {1} unknown"
	HandoffOrdersLastYear   Key = "handoff.orders-last-year"   // "Orders in the last year"
	HandoffOrderLines       Key = "handoff.order-lines"        // "{0} order lines"; Count
	HandoffNextRenewal      Key = "handoff.next-renewal"       // "Next renewal"
	HandoffNoRenewal        Key = "handoff.no-renewal"         // "none known"
	HandoffOpenAsks         Key = "handoff.open-asks"          // "Open asks"; referrals and testimonials that nobody has answered
	HandoffOpenFollowUps    Key = "handoff.open-follow-ups"    // "Open follow-ups"
	HandoffQuotable         Key = "handoff.quotable"           // "Testimonials to quote"; given, with consent and not expired
	HandoffOfGiven          Key = "handoff.of-given"           // "of {0} given"; Count of testimonials
	HandoffExpired          Key = "handoff.expired"            // "{0} expired"; Count of testimonials
	HandoffOverdue          Key = "handoff.overdue"            // "overdue"; a follow-up
	HandoffOfOpen           Key = "handoff.of-open"            // "of {0} open"; Count of follow-ups
	HandoffOverdueFollowUps Key = "handoff.overdue-follow-ups" // "Overdue follow-ups"
	HandoffOrdersSince      Key = "handoff.orders-since"       // "recorded since {0}"; orders; {0} is a date
)

// The sections.
const (
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
)

// Parts of the sections.
const (
	HandoffDone        Key = "handoff.done"         // "done"
	HandoffToDo        Key = "handoff.to-do"        // "to do"
	HandoffFollowUpBy  Key = "handoff.follow-up-by" // "follow up by {0}"; {0} is a date
	HandoffInternal    Key = "handoff.internal"     // "internal"; what the client must not read
	HandoffWholeClient Key = "handoff.whole-client" // "whole client"; the unit of a goal that has none
	HandoffConfirmed   Key = "handoff.confirmed"    // "confirmed"
	HandoffPeopleOrder Key = "handoff.people-order" // "Champions and blockers with power first, then ..."; the order of the people
	HandoffPeopleLeft  Key = "handoff.people-left"  // heads the people who have left
	HandoffNotQuotable Key = "handoff.not-quotable" // "no: expired {0}"; {0} is a date
)

// Sections with nothing in them.
const (
	HandoffNothingSold      Key = "handoff.nothing-sold"      // "Nothing has been sold yet."
	HandoffNoGoals          Key = "handoff.no-goals"          // "No goal is recorded yet."
	HandoffNoCommunications Key = "handoff.no-communications" // "No communication is recorded yet."
	HandoffNoPeople         Key = "handoff.no-people"         // "No contact is recorded yet."
	HandoffNoCoverage       Key = "handoff.no-coverage"       // "No unit or no product is recorded yet."
	HandoffNoEndorsements   Key = "handoff.no-endorsements"   // "Nobody has been asked for a referral or a testimonial yet."
	HandoffNoExposures      Key = "handoff.no-exposures"      // "Nothing has been shown to anybody yet."
	HandoffNoTeam           Key = "handoff.no-team"           // "No member of the team is recorded yet."
	HandoffNoChecklist      Key = "handoff.no-checklist"      // "No checklist is recorded yet."
)

// Labels of the head, of tables and of figures.
const (
	HandoffIndustry           Key = "handoff.industry"            // "Industry"
	HandoffTier               Key = "handoff.tier"                // "Tier"
	HandoffHandsOver          Key = "handoff.hands-over"          // "Hands over"; a member of our team
	HandoffTakesOver          Key = "handoff.takes-over"          // "Takes over"; a member of our team
	HandoffTransition         Key = "handoff.transition"          // "Transition"; two dates
	HandoffIntroduced         Key = "handoff.introduced"          // "Introduction"; a date
	HandoffSignOff            Key = "handoff.sign-off"            // "Sign-off"; a date
	HandoffNoHandoff          Key = "handoff.no-handoff"          // "Nobody is named yet who hands over or takes over the account."
	HandoffOnYearBefore       Key = "handoff.on-year-before"      // "{0} on the year before"; {0} is a share with its sign
	HandoffNoneYearBefore     Key = "handoff.none-year-before"    // "none the year before"; orders
	HandoffDayUnknown         Key = "handoff.day-unknown"         // "as of when is not known"; where a figure needs a day
	HandoffTotal              Key = "handoff.total"               // "Total"
	HandoffReach              Key = "handoff.reach"               // "Standing with contacts"; what a member of our team is in their eyes
	HandoffSectionCompetitors Key = "handoff.section-competitors" // "Competitors"
	HandoffStrengths          Key = "handoff.strengths"           // "Strengths"
	HandoffWeaknesses         Key = "handoff.weaknesses"          // "Weaknesses"
	HandoffOpportunities      Key = "handoff.opportunities"       // "Opportunities"
	HandoffThreats            Key = "handoff.threats"             // "Threats"
	HandoffWhereMet           Key = "handoff.where-met"           // "Where we meet them"; units and products
	HandoffDoneOf             Key = "handoff.done-of"             // "{0} of {1} done"; lines of the checklist
)
