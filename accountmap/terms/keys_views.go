package terms

// Keys of the pictures that stand on a grid. The coverage matrix.
const (
	ViewsCoverageDescription Key = "views.coverage-description" // the picture in a sentence, for those who cannot see it; {0} is the client
	ViewsAmounts             Key = "views.amounts"              // "a year's value in {0}"; {0} is a currency
	ViewsAmountsUnknown      Key = "views.amounts-unknown"      // "a year's value"; in a currency that nobody has said
	ViewsPotential           Key = "views.potential"            // "potential in brackets"
	ViewsStrays              Key = "views.strays"               // "{0} more, unit not known"; Count
)

// The political landscape.
const (
	ViewsInfluenceTitle       Key = "views.influence-title"       // "{0} · influence map"; {0} is the client
	ViewsInfluenceDescription Key = "views.influence-description" // the picture in a sentence; {0} is the client
	ViewsPower                Key = "views.power"                 // "Power {0}"; {0} is from 1 to 5
	ViewsPowerUnknown         Key = "views.power-unknown"         // "Power not known"
	ViewsWinOver              Key = "views.win-over"              // "To win over"; powerful people who are not for us
	ViewsRelyOn               Key = "views.rely-on"               // "To rely on"; powerful people who are for us
	ViewsFindOut              Key = "views.find-out"              // "To find out"; powerful people whose stance nobody knows
	ViewsShown                Key = "views.shown"                 // "{1} of {0} people shown"; Count; {1} is how many have a card
)

// Our team and their people.
const (
	ViewsCoverTitle       Key = "views.cover-title"       // "{0} · team cover"; {0} is the client
	ViewsCoverDescription Key = "views.cover-description" // the picture in a sentence; {0} is the client
	ViewsTheirPeople      Key = "views.their-people"      // "Their people"; heads the rows
	ViewsCover            Key = "views.cover"             // "Cover"; heads the column that says who is the only one of us, or that nobody is
	ViewsKeyPlayer        Key = "views.key-player"        // "key"; a chip beside a key player
	ViewsKeyPlayers       Key = "views.key-players"       // "{0} key players"; Count
	ViewsNobodyOfUs       Key = "views.nobody-of-us"      // "nobody of us"
	ViewsOnlyOne          Key = "views.only-one"          // "only {0}"; {0} is one of us
	ViewsNoOwner          Key = "views.no-owner"          // "no owner"
	ViewsHangsOnOurs      Key = "views.hangs-on-ours"     // "hangs on {0} alone"; {0} is one of us
	ViewsHangsOnTheirs    Key = "views.hangs-on-theirs"   // "we know only {0}"; {0} is one of theirs
	ViewsNoLink           Key = "views.no-link"           // "no link to us"; of a unit
	ViewsUncovered        Key = "views.uncovered"         // "{0} uncovered"; Count of key players; follows their number
	ViewsSingleThreads    Key = "views.single-threads"    // "{0} single threads"; Count of units
	ViewsKnows            Key = "views.knows"             // "knows {0}"; Count of people, of one of us
	ViewsOwner            Key = "views.owner"             // "owner"; in the cell of the one who looks after somebody
	ViewsReach            Key = "views.reach"             // "Standing"; names the dots in the legend
	ViewsWanted           Key = "views.wanted"            // "wanted"; the ring in the legend
	ViewsThin             Key = "views.thin"              // "cover too thin"; the warning sign in the legend
	ViewsNoTeam           Key = "views.no-team"           // "Nobody of us is on the account"
)

// The roadmap.
const (
	ViewsRoadmapTitle       Key = "views.roadmap-title"       // "{0} · success roadmap"; {0} is the client
	ViewsRoadmapDescription Key = "views.roadmap-description" // the picture in a sentence; {0} is the client
	ViewsPhase              Key = "views.phase"               // "Phase"; heads the rows
	ViewsPhaseUnknown       Key = "views.phase-unknown"       // "Phase not said"
	ViewsUndated            Key = "views.undated"             // "No date yet"; heads the column of milestones without one
	ViewsDue                Key = "views.due"                 // "due {0}"; {0} is a short date
	ViewsDoneBy             Key = "views.done-by"             // "done, was due {0}"; {0} is a short date
	ViewsDroppedBy          Key = "views.dropped-by"          // "dropped, was due {0}"; {0} is a short date
	ViewsSince              Key = "views.since"               // "since {0}"; {0} is a short date; a milestone that has begun and has no day by which it is due
	ViewsLate               Key = "views.late"                // "{0} days late"; Count
	ViewsMilestones         Key = "views.milestones"          // "{0} milestones"; Count
	ViewsAreDone            Key = "views.are-done"            // "{0} done"; Count of milestones; follows their number
	ViewsAreLate            Key = "views.are-late"            // "{0} late"; Count of milestones; follows their number
	ViewsToday              Key = "views.today"               // "as of {0}"; {0} is a short date; at the line across the scale
	ViewsBefore             Key = "views.before"              // "must be done before"; between the names of two milestones, and in the legend
	ViewsSpan               Key = "views.span"                // "from start to due day"; the bar with the diamond in the legend
	ViewsIsLate             Key = "views.is-late"             // "late"; in the legend
	ViewsNoMilestones       Key = "views.no-milestones"       // "No milestone is recorded yet."
)
