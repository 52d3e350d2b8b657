package terms

// Keys of the texts on a map. The comments have the English words and the placeholders. The head of
// a map.
const (
	MapTitle           Key = "map.title"            // "{0} · account map"; {0} is the client
	MapSubtitle        Key = "map.subtitle"         // "Stakeholders as of {0}"; {0} is a date
	MapSubtitleUndated Key = "map.subtitle-undated" // "Stakeholders"
	MapPagesElsewhere  Key = "map.pages-elsewhere"  // instead of many pages of a map; {0} is a file
	MapDescription     Key = "map.description"      // the picture in a sentence, as a text alternative; {0} is the client
	MapPeople          Key = "map.people"           // "{0} people"; Count
	MapInUnits         Key = "map.in-units"         // "in {0} units"; Count; follows MapPeople
	MapFor             Key = "map.for"              // "{0} for"; Count
	MapAgainst         Key = "map.against"          // "{0} against"; Count
	MapNeutral         Key = "map.neutral"          // "{0} neutral"; Count
	MapUnknown         Key = "map.unknown"          // "{0} unknown"; Count
	MapFocus           Key = "map.focus"            // "focus on {0} people"; Count; the others have faded
	MapUndrawn         Key = "map.undrawn"          // "{0} lines not drawn"; Count
	MapEmpty           Key = "map.empty"            // "No contact is recorded yet."

	// What matters: the headline of a map and the boxes below it.
	MapWatchAgainst Key = "map.watch-against" // "{0} people with power are against us"; Count
	MapWatchHangs   Key = "map.watch-hangs"   // "{0} units hang by a thread"; Count
	MapWatchUnknown Key = "map.watch-unknown" // "{0} people with power are unknown to us"; Count
	MapWatchPower   Key = "map.watch-power"   // "{0} with power {1} or more"; Count of people; {1} is from 1 to 5
	MapWatchThread  Key = "map.watch-thread"  // "Hangs by a thread"
	MapWatchUnits   Key = "map.watch-units"   // "{0} units"; Count
	MapWatchSell    Key = "map.watch-sell"    // "To sell"

	// Boxes and cards.
	MapProducts     Key = "map.products"      // "{1} of {0} products"; Count of the products on sale; {1} is how many of them are bought
	MapNotYetKnown  Key = "map.not-yet-known" // "not yet known"; a person whom we know must exist
	MapNameUnknown  Key = "map.name-unknown"  // "Name not known"
	MapUnitUnknown  Key = "map.unit-unknown"  // "Unit not known"
	MapPlaceUnknown Key = "map.place-unknown" // "Place not known"
	MapNobodyYet    Key = "map.nobody-yet"    // "nobody yet"; in a box without people
	MapPenetration  Key = "map.penetration"   // "{0} sold"; {0} is a share, of a unit with others below it
	MapAdvisers     Key = "map.advisers"      // "Advisers (external)"
	MapOutside      Key = "map.outside"       // "outside the organisation"
	MapLeft         Key = "map.left"          // "left"
	MapLeftOn       Key = "map.left-on"       // "left on {0}"; {0} is a date
	MapLeavesOn     Key = "map.leaves-on"     // "leaves on {0}"; {0} is a date after asOf
	MapMore         Key = "map.more"          // "and {0} more"; Count
	MapPower        Key = "map.power"         // "power {0} of 5"

	// The legend.
	MapLegendStance     Key = "map.legend-stance"     // "Stance"
	MapLegendPower      Key = "map.legend-power"      // "Power"
	MapLegendContact    Key = "map.legend-contact"    // "Our contact"
	MapLegendReportsTo  Key = "map.legend-reports-to" // "reports to"
	MapLegendAssists    Key = "map.legend-assists"    // "assists"
	MapLegendInfluences Key = "map.legend-influences" // "influences"
	MapLegendInformal   Key = "map.legend-informal"   // "informal tie"
	MapLegendOurs       Key = "map.legend-ours"       // "Our people"
	MapNobodyOfUs       Key = "map.nobody-of-us"      // "nobody on our side"
	MapLegendStronger   Key = "map.legend-stronger"   // "thicker: stronger tie"
	MapLegendWords      Key = "map.legend-words"      // "far apart: noted on both cards"
	MapLegendConflict   Key = "map.legend-conflict"   // "in conflict with"
	MapLegendAlliance   Key = "map.legend-alliance"   // "allied with"

	// Keys of the pictures on a grid. The coverage matrix.
	ViewsCoverageDescription Key = "views.coverage-description" // the picture in a sentence, as a text alternative; {0} is the client
	ViewsAmounts             Key = "views.amounts"              // "a year's value in {0}"; {0} is a currency
	ViewsAmountsUnknown      Key = "views.amounts-unknown"      // "a year's value"; in an unknown currency
	ViewsPotential           Key = "views.potential"            // "potential in brackets"
	ViewsStrays              Key = "views.strays"               // "{0} more, unit not known"; Count

	// The political landscape.
	ViewsInfluenceTitle       Key = "views.influence-title"       // "{0} · influence map"; {0} is the client
	ViewsInfluenceDescription Key = "views.influence-description" // the picture in a sentence; {0} is the client
	ViewsPower                Key = "views.power"                 // "Power {0}"; {0} is from 1 to 5
	ViewsPowerUnknown         Key = "views.power-unknown"         // "Power not known"
	ViewsWinOver              Key = "views.win-over"              // "To win over"; powerful people who are against us
	ViewsRelyOn               Key = "views.rely-on"               // "To rely on"; powerful people who are for us
	ViewsFindOut              Key = "views.find-out"              // "To find out"; powerful people with an unknown stance
	ViewsUndrawn              Key = "views.undrawn"               // "{0} ties not drawn"; Count
	ViewsMostOnTop            Key = "views.most-on-top"           // "Power, most on top"; the order of the rows
	ViewsShown                Key = "views.shown"                 // "{1} of {0} people shown"; Count; {1} is how many have a card

	// Our team and their people.
	ViewsCoverTitle       Key = "views.cover-title"       // "{0} · team cover"; {0} is the client
	ViewsCoverDescription Key = "views.cover-description" // the picture in a sentence; {0} is the client
	ViewsKeyPlayers       Key = "views.key-players"       // "{0} key players"; Count
	ViewsTheirUnits       Key = "views.their-units"       // "Their units"; heads the rows
	ViewsKeyInBold        Key = "views.key-in-bold"       // "key people in bold"
	ViewsLeaves           Key = "views.leaves"            // "leaves {0}"; {0} is a day
	ViewsLeaver           Key = "views.leaver"            // "leaves the account"; the tint of a column in the legend
	ViewsAlone            Key = "views.alone"             // "{0} alone"; Count of people whom only that one of us knows
	ViewsKeyCount         Key = "views.key-count"         // "{0} key"; Count of key people among them
	ViewsHangOnOne        Key = "views.hang-on-one"       // "{0} hang on one of us"; Count of key players; follows their number
	ViewsUnowned          Key = "views.unowned"           // "{0} without an owner"; Count of key players; follows their number
	ViewsStanding         Key = "views.standing"          // "what we are to them: {0}; filled now, outlined wanted"; {0} is the levels
	ViewsThin             Key = "views.thin"              // "hangs on one person"; the warning sign of a unit in the legend
	ViewsHangsOnOurs      Key = "views.hangs-on-ours"     // "hangs on {0} alone"; {0} is one of us
	ViewsHangsOnTheirs    Key = "views.hangs-on-theirs"   // "we know only {0}"; {0} is one of theirs
	ViewsNoLink           Key = "views.no-link"           // "no link to us"; of a unit
	ViewsUncovered        Key = "views.uncovered"         // "{0} uncovered"; Count of key players; follows their number
	ViewsOwner            Key = "views.owner"             // "owner"; in the cell of the one who looks after somebody
	ViewsWanted           Key = "views.wanted"            // "wanted"; the ring in the legend
	ViewsNoTeam           Key = "views.no-team"           // "Nobody on our side works on the account"

	// The overview of a coverage matrix that takes several pages.
	ViewsSoldOf Key = "views.sold-of" // "{0} of {1}"; units that buy a product, and units that could

	// The roadmap.
	ViewsRoadmapTitle       Key = "views.roadmap-title"       // "{0} · success roadmap"; {0} is the client
	ViewsRoadmapDescription Key = "views.roadmap-description" // the picture in a sentence; {0} is the client
	ViewsPhase              Key = "views.phase"               // "Phase"; heads the rows
	ViewsPhaseUnknown       Key = "views.phase-unknown"       // "No phase"
	ViewsEarlier            Key = "views.earlier"             // "Before {0}"; {0} is a month; heads the list of milestones before the scale
	ViewsLater              Key = "views.later"               // "After {0}"; {0} is a month; heads the list of milestones after the scale
	ViewsUndated            Key = "views.undated"             // "No date yet"; heads the column of milestones without one
	ViewsDue                Key = "views.due"                 // "due {0}"; {0} is a short date
	ViewsDoneBy             Key = "views.done-by"             // "done, was due {0}"; {0} is a short date
	ViewsDroppedBy          Key = "views.dropped-by"          // "dropped, was due {0}"; {0} is a short date
	ViewsSince              Key = "views.since"               // "since {0}"; {0} is a short date; a milestone that has begun and has no day by which it is due
	ViewsMilestones         Key = "views.milestones"          // "{0} milestones"; Count
	ViewsAreDone            Key = "views.are-done"            // "{0} done"; Count of milestones; follows their number
	ViewsAreLate            Key = "views.are-late"            // "{0} late"; Count of milestones; follows their number
	ViewsToday              Key = "views.today"               // "as of {0}"; {0} is a short date; at the line across the scale
	ViewsBefore             Key = "views.before"              // "must be done before"; between the names of two milestones, and in the legend
	ViewsSpan               Key = "views.span"                // "from start to due day"; the bar with the diamond in the legend
	ViewsIsLate             Key = "views.is-late"             // "late"; in the legend
	ViewsNoMilestones       Key = "views.no-milestones"       // "No milestone is recorded yet."

	// Keys of the map of referrals and testimonials. The head.
	AdvocacyTitle        Key = "advocacy.title"        // "{0} · referrals and testimonials"; {0} is the client
	AdvocacySubtitle     Key = "advocacy.subtitle"     // "Advocacy as of {0}"; {0} is a date
	AdvocacyUndated      Key = "advocacy.undated"      // "Advocacy"
	AdvocacyDescription  Key = "advocacy.description"  // the picture in a sentence, as a text alternative; {0} is the client
	AdvocacyReferrals    Key = "advocacy.referrals"    // "referrals: {0} asked, {1} given ({2})"; {2} is a share
	AdvocacyTestimonials Key = "advocacy.testimonials" // "testimonials: {0} asked, {1} given ({2})"; {2} is a share
	AdvocacyUnasked      Key = "advocacy.unasked"      // "{0} unasked"; Count; given without being asked for
	AdvocacyCould        Key = "advocacy.could"        // "{0} could be asked to testify"; Count of people
	AdvocacyNone         Key = "advocacy.none"         // "nobody has been asked yet"
	AdvocacyHidden       Key = "advocacy.hidden"       // "{0} others not shown"; Count of people

	// Notes on cards, lines, and the legend.
	AdvocacyTestified    Key = "advocacy.testified"     // "vouches for {0}"; {0} is a product
	AdvocacyQuotable     Key = "advocacy.quotable"      // "may be quoted on {0}"; {0} is a product
	AdvocacyExpired      Key = "advocacy.expired"       // "testimonial for {0} expired"; {0} is a product
	AdvocacyAskedFor     Key = "advocacy.asked-for"     // "asked to vouch for {0}"; {0} is a product
	AdvocacyDeclinedFor  Key = "advocacy.declined-for"  // "declined to vouch for {0}"; {0} is a product
	AdvocacyCandidate    Key = "advocacy.candidate"     // "could vouch for {0}"; {0} is a list of products
	AdvocacySomething    Key = "advocacy.something"     // "our work"; for a product that is not recorded
	AdvocacySomebody     Key = "advocacy.somebody"      // "Somebody in {0}"; {0} is a unit into which we were referred
	AdvocacyReferred     Key = "advocacy.referred"      // "referred us to"; between two people
	AdvocacyReferAsked   Key = "advocacy.refer-asked"   // "was asked to refer us to"; between two people
	AdvocacyReferRefused Key = "advocacy.refer-refused" // "declined to refer us to"; between two people
	AdvocacyRefersUs     Key = "advocacy.refers-us"     // "gave a referral"; without a named receiver
	AdvocacyReferOpen    Key = "advocacy.refer-open"    // "asked for a referral"; without a named receiver
	AdvocacyReferNo      Key = "advocacy.refer-no"      // "declined to give a referral"; without a named receiver
	AdvocacyLegend       Key = "advocacy.legend"        // "Testimonial"
	AdvocacyLegendGiven  Key = "advocacy.legend-given"  // "given"; a testimonial
	AdvocacyLegendOpen   Key = "advocacy.legend-open"   // "asked for"; a testimonial
	AdvocacyLegendNo     Key = "advocacy.legend-no"     // "declined or expired"; a testimonial
	AdvocacyDeclined     Key = "advocacy.declined"      // "declined"; on the line of a referral

	// Keys of the map of the changes between two states of an account. The head.
	ChangesTitle       Key = "changes.title"       // "{0} · what has changed"; {0} is the client
	ChangesPeriod      Key = "changes.period"      // "From {0} to {1}"; two dates
	ChangesUndated     Key = "changes.undated"     // "What has changed"
	ChangesDescription Key = "changes.description" // the picture in a sentence, as a text alternative; {0} is the client
	ChangesNothing     Key = "changes.nothing"     // "nothing on the map has changed"
	ChangesJoined      Key = "changes.joined"      // "{0} new on the map"; Count of people
	ChangesLeft        Key = "changes.left"        // "{0} left"; Count of people
	ChangesGone        Key = "changes.gone"        // "{0} no longer in the account"; Count of people
	ChangesMoved       Key = "changes.moved"       // "{0} moved to another unit"; Count of people
	ChangesStances     Key = "changes.stances"     // "{0} changed their stance"; Count of people
	ChangesManagers    Key = "changes.managers"    // "{0} with another manager"; Count of people
	ChangesTasks       Key = "changes.tasks"       // "{0} with another title or role"; Count of people
	ChangesTiesNew     Key = "changes.ties-new"    // "{0} new ties"; Count
	ChangesTiesEnded   Key = "changes.ties-ended"  // "{0} ties ended"; Count
	ChangesUnitsNew    Key = "changes.units-new"   // "{0} new units"; Count
	ChangesUnitsEnded  Key = "changes.units-ended" // "{0} units no longer there"; Count
	ChangesCoverage    Key = "changes.coverage"    // "{0} changes in coverage"; Count of cells with another status

	// Notes on cards, boxes and lines, and the legend.
	ChangesHasJoined  Key = "changes.has-joined"  // "new on the map"; a person
	ChangesHasLeft    Key = "changes.has-left"    // "left"; a person
	ChangesIsGone     Key = "changes.is-gone"     // "no longer in the account"; a person or a unit
	ChangesMovedFrom  Key = "changes.moved-from"  // "moved from {0}"; {0} is a unit
	ChangesWas        Key = "changes.was"         // "was {0}"; {0} is a stance
	ChangesFieldWas   Key = "changes.field-was"   // "{0}: was {1}"; {0} is the name of a field, {1} a value
	ChangesNotRecord  Key = "changes.not-record"  // "not recorded"; the value of a field before
	ChangesUnitNew    Key = "changes.unit-new"    // "new unit"
	ChangesPartOf     Key = "changes.part-of"     // "was part of {0}"; {0} is a unit; of a unit
	ChangesAtTop      Key = "changes.at-top"      // "was part of no other unit"; of a unit
	ChangesTieNew     Key = "changes.tie-new"     // "new"; a tie between two people
	ChangesTieEnded   Key = "changes.tie-ended"   // "ended"; a tie between two people
	ChangesStrength   Key = "changes.strength"    // "strength {1}, was {0}"; of a tie, from 1 to 5
	ChangesLegend     Key = "changes.legend"      // "Change"
	ChangesLegendGone Key = "changes.legend-gone" // "no longer there"; a person
	ChangesLegendMove Key = "changes.legend-move" // "moved"
	ChangesLegendEdit Key = "changes.legend-edit" // "changed"
	ChangesLegendNew  Key = "changes.legend-new"  // "new tie"
	ChangesLegendOld  Key = "changes.legend-old"  // "ended tie"

	// Keys of a set of pages.
	PagesOverview  Key = "pages.overview"  // "Overview"; the page that shows the others
	PagesElsewhere Key = "pages.elsewhere" // "On other pages"; a box of the people to whom lines lead
	PagesUndrawn   Key = "pages.undrawn"   // "{0} lines to other pages not drawn"; Count
	PagesPart      Key = "pages.part"      // "{0} ({1} of {2})"; {0} is the title of {2} pages
	PagesNumber    Key = "pages.number"    // "Page {0} of {1}"
	PagesPage      Key = "pages.page"      // "page {0}": a reference to a page
	PagesFurther   Key = "pages.further"   // "more on p. {0}"; {0} is the number of a page, or several
	PagesRibbon    Key = "pages.ribbon"    // "lines between units, with their number"
	PagesDeciders  Key = "pages.deciders"  // "decides, or has much power"; the people named in a box
	PagesLeft      Key = "pages.left"      // "{0} left": so many have left; Count

	// Keys of the client's words that replace words for our own people.
	ClientMapDescription      Key = "client.map-description"      // the picture in a sentence, as a text alternative; {0} is the client
	ClientChangesDescription  Key = "client.changes-description"  // the picture in a sentence, as a text alternative; {0} is the client
	ClientCoverageDescription Key = "client.coverage-description" // the picture in a sentence, as a text alternative; {0} is the client
	ClientOtherPeople         Key = "client.other-people"         // "Other people"; people without a recorded unit
	ClientNoStatus            Key = "client.no-status"            // "No status yet"; of a milestone
	ClientProductsBought      Key = "client.products-bought"      // "Products bought"; how many a unit buys
)
