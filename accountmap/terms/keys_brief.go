package terms

// Keys of page one of the handoff, of the sheet for a talk, of the client's update and of the
// report.
const (
	BriefTitle         Key = "brief.title"           // "At a glance"
	BriefDoFirst       Key = "brief.do-first"        // "Do first"
	BriefStand         Key = "brief.stand"           // "Where they stand, by power"
	BriefThread        Key = "brief.thread"          // "Where it hangs by a thread"
	BriefVerbal        Key = "brief.verbal"          // "Promised by word of mouth only"
	BriefWeeks         Key = "brief.weeks"           // "The next six weeks"
	BriefOrdered       Key = "brief.ordered"         // "ordered in a year"; below the amount
	BriefOrderedGrowth Key = "brief.ordered-growth"  // "ordered in a year, {0}"; {0} is "+8%"
	BriefOpen          Key = "brief.open"            // "a year could still be sold"; below the amount
	BriefSold          Key = "brief.sold"            // "{0} of {1} that could be sold"; two numbers of cells
	BriefReady         Key = "brief.ready"           // "in place for the handoff"; below "14 of 18"
	BriefKeyPlayersFor Key = "brief.key-players-for" // "key players for us"; below "4 of 9"
	BriefLate          Key = "brief.late"            // "{0} days late"; Count
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
	BriefEveryDeal     Key = "brief.every-deal"      // "Every open deal"
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
	BriefMoves         Key = "brief.moves"           // "What to do next"; a section
	BriefWorth         Key = "brief.worth"           // "Worth a year"; a column of amounts
	MeetingTitle       Key = "meeting.title"         // "Talk with {0}"; {0} is one or more contacts
	MeetingTalks       Key = "meeting.talks"         // "The last talks"; a section
	MeetingOpen        Key = "meeting.open"          // "Open between us"; a section: promises and cases
	MeetingShow        Key = "meeting.show"          // "What to show"; a section
	MeetingAsk         Key = "meeting.ask"           // "What to ask for"; a section: referrals and testimonials
	MeetingFollow      Key = "meeting.follow"        // "Relationships"; a section: reporting lines and ties
	MeetingMoves       Key = "meeting.moves"         // "What moves them"; of a contact
	MeetingReach       Key = "meeting.reach"         // "How to reach them"; channel, language, addresses
	MeetingReports     Key = "meeting.reports"       // "Reporting to them"; contacts
	MeetingAsked       Key = "meeting.asked"         // "{0}: asked on {1}, no answer yet"; a kind of endorsement and a date
	UpdateTitle        Key = "update.title"          // "Where we are"; page one of the client's copy
	UpdateDone         Key = "update.done"           // "Done"; a section
	UpdateDue          Key = "update.due"            // "Due"; a section
	UpdateNext         Key = "update.next"           // "Next dates"; a section
	ReportOrdered      Key = "report.ordered"        // "Ordered"; a section
	ReportMet          Key = "report.met"            // "Met"; a section: talks
	ReportPromised     Key = "report.promised"       // "Promised"; a section
	ReportKept         Key = "report.kept"           // "Kept and done"; a section
	ReportChanged      Key = "report.changed"        // "Changed"; a section
	ReportNext         Key = "report.next"           // "Next"; a section

	// The results of package insight, in workbooks and pages: the names of sheets and tables, and
	// heads of columns.
	JudgedMoves      Key = "judged.moves"       // "Do next"; the name of a sheet
	JudgedMovesTable Key = "judged.moves-table" // "What to do next"
	JudgedLate       Key = "judged.late"        // "What is late"
	JudgedPace       Key = "judged.pace"        // "Targets and health"; the name of a sheet
	JudgedHealth     Key = "judged.health"      // "Health {0} of 100, {1} known"; a score and a share
	JudgedCap        Key = "judged.cap"         // "At most {0}: {1}"; a score and why
	JudgedPeople     Key = "judged.people"      // "Who is who"; the name of a sheet
	JudgedTouch      Key = "judged.touch"       // "When we last spoke"
	JudgedDeals      Key = "judged.deals"       // "Whose yes is missing"
	JudgedToRead     Key = "judged.to-read"     // "To read"
	JudgedClient     Key = "judged.client"      // "The client"
	JudgedSales      Key = "judged.sales"       // "Business"
	JudgedTalks      Key = "judged.talks"       // "Talks and endorsements"
	JudgedWork       Key = "judged.work"        // "Work"
	JudgedOurs       Key = "judged.ours"        // "Our side"

	JudgedWhat       Key = "judged.what"        // "What to do"
	JudgedWhy        Key = "judged.why"         // "Why"
	JudgedBy         Key = "judged.by"          // "By when"
	JudgedWorth      Key = "judged.worth"       // "A year"; an amount
	JudgedDaysLate   Key = "judged.days-late"   // "Days late"
	JudgedLast       Key = "judged.last"        // "Last talk"
	JudgedSince      Key = "judged.since"       // "Days since"
	JudgedUsual      Key = "judged.usual"       // "Usual days between"
	JudgedOrdered    Key = "judged.ordered"     // "Ordered so far"
	JudgedPeriod     Key = "field.period"       // "Period"
	JudgedDealsOf    Key = "judged.deals-of"    // "Deals of"; units
	JudgedNo         Key = "judged.no"          // "Not agreed yet"
	JudgedCanGet     Key = "judged.can-get"     // "Who can win them over"
	JudgedHealthPart Key = "judged.health-part" // "Part of health"
	JudgedScore      Key = "judged.score"       // "Score"; of 100
	JudgedWeight     Key = "judged.weight"      // "Weight"; of a part in a score
	JudgedKnown      Key = "judged.known"       // "Known"; a share
	JudgedKey        Key = "judged.key"         // "Key to silence it"; the key of a move in the account file
)
