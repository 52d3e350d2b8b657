package terms

// Keys of page one of the handoff.
const (
	BriefTitle         Key = "brief.title"           // "At a glance"
	BriefDoFirst       Key = "brief.do-first"        // "Do first"
	BriefStand         Key = "brief.stand"           // "Where they stand, by power"
	BriefThread        Key = "brief.thread"          // "Where it hangs by a thread"
	BriefVerbal        Key = "brief.verbal"          // "Promised in words only"
	BriefWeeks         Key = "brief.weeks"           // "The next six weeks"
	BriefOrdered       Key = "brief.ordered"         // "ordered in a year"; below the amount
	BriefOrderedGrowth Key = "brief.ordered-growth"  // "ordered in a year, {0}"; {0} is "+8%"
	BriefOpen          Key = "brief.open"            // "a year could still be sold"; below the amount
	BriefSold          Key = "brief.sold"            // "{0} of {1} that could be sold"; two numbers of cells
	BriefReady         Key = "brief.ready"           // "in place for the handoff"; below "14 of 18"
	BriefKeyPlayersFor Key = "brief.key-players-for" // "key players for us"; below "4 of 9"
	BriefLate          Key = "brief.late"            // "{0} days late"; Count
	BriefSoon          Key = "brief.soon"            // "soon"; in the place of a day
	BriefFindStance    Key = "brief.find-stance"     // "Find out where {0} stands"; {0} is a contact
	BriefFindWho       Key = "brief.find-who"        // "Find out who it is: {0}"; {0} is a role or title
	BriefDots          Key = "brief.dots"            // "A dot is one person of power 1 or 2."
	BriefNoPower       Key = "brief.no-power"        // "Power not known: {0}."; names
	BriefAYear         Key = "brief.a-year"          // "{0} a year"; {0} is an amount
	BriefFromTo        Key = "brief.from-to"         // "{0} to {1}"; who promised what to whom
	BriefDeciders      Key = "brief.deciders"        // "The people who count"; a section
	BriefLastTalk      Key = "brief.last-talk"       // "Last talk"; a column of days
	BriefNothing       Key = "brief.nothing"         // "Nothing recorded yet: {0}."; names of sections
	BriefIntroduced    Key = "brief.introduced"      // "introduced on {0}"; {0} is a date
	BriefSignedOff     Key = "brief.signed-off"      // "signed off on {0}"; {0} is a date
	BriefTransfer      Key = "brief.transfer"        // "What passes to a colleague"; a section
	BriefLastDay       Key = "brief.last-day"        // "last day {0}"; {0} is a date
	BriefThings        Key = "brief.things"          // "{0} things"; Count
	BriefAfterLast     Key = "brief.after-last"      // "{0} due after that day"; Count of things
	BriefOrphans       Key = "brief.orphans"         // "{0} without a new owner"; Count of things
	BriefPassesTo      Key = "brief.passes-to"       // "Passes to"; a column of members
	BriefIntroduce     Key = "brief.introduce"       // "to be introduced"; the new owner does not know the contact yet
	BriefConsensus     Key = "brief.consensus"       // "Whose yes is missing"; a section
	BriefDeals         Key = "brief.deals"           // "Open deals"; a column
	BriefYesMissing    Key = "brief.yes-missing"     // "Whose yes is missing"; a column of contacts
	BriefCanGetIt      Key = "brief.can-get-it"      // "Who can get it"; a column of contacts
	BriefYesGiven      Key = "brief.yes-given"       // "For us"; a column of contacts
	BriefBuys          Key = "brief.buys"            // "Buys"; a column of products
	BriefPurchases     Key = "brief.purchases"       // "Every purchase"; a section
	BriefConditions    Key = "brief.conditions"      // "Contracts and terms"; a section
	BriefMilestones    Key = "brief.milestones"      // "Every milestone"; a section
	BriefSettled       Key = "brief.settled"         // "Settled cases"; a section
	BriefAYearOpen     Key = "brief.a-year-open"     // "{0} a year still open"; {0} is an amount
	BriefRenewals      Key = "brief.renewals"        // "{0} renewals, {1}"; Count, and a unit
)
