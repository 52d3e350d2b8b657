package terms

// What package insight finds, in workbooks and pages: the names of sheets and tables, and heads of
// columns.
const (
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
	JudgedOurWho     Key = "judged.our-who"     // "Who of us"
	JudgedTheirWho   Key = "judged.their-who"   // "Who of theirs"
	JudgedBy         Key = "judged.by"          // "By when"
	JudgedWorth      Key = "judged.worth"       // "A year"; an amount
	JudgedDaysLate   Key = "judged.days-late"   // "Days late"
	JudgedLast       Key = "judged.last"        // "Last talk"
	JudgedSince      Key = "judged.since"       // "Days since"
	JudgedUsual      Key = "judged.usual"       // "Usual days between"
	JudgedOrdered    Key = "judged.ordered"     // "Ordered so far"
	JudgedPeriod     Key = "field.period"       // "Period"
	JudgedReached    Key = "judged.reached"     // "Part reached"
	JudgedElapsed    Key = "judged.elapsed"     // "Part of the period"
	JudgedDealsOf    Key = "judged.deals-of"    // "Deals of"; units
	JudgedNo         Key = "judged.no"          // "Who does not yet"
	JudgedCanGet     Key = "judged.can-get"     // "Who can win them over"
	JudgedHealthPart Key = "judged.health-part" // "Part of the health"
	JudgedScore      Key = "judged.score"       // "Score"; of 100
	JudgedWeight     Key = "judged.weight"      // "Weight"; of a part in a score
	JudgedKnown      Key = "judged.known"       // "Known"; a share
	JudgedKey        Key = "judged.key"         // "To silence it"; the key of a move in the account file
)
