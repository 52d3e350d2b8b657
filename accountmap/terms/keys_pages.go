package terms

// Keys of a set of pages.
const (
	PagesOverview  Key = "pages.overview"  // "Overview"; the page that shows the others
	PagesElsewhere Key = "pages.elsewhere" // "On other pages"; a box of the people to whom lines lead
	PagesUndrawn   Key = "pages.undrawn"   // "{0} lines to other pages not drawn"; Count
	PagesPart      Key = "pages.part"      // "{0} ({1} of {2})"; {0} is a unit that takes {2} pages

	PagesChampions  Key = "pages.champions"  // "{0} champions"; Count of the people of a unit who stand so, as are those below
	PagesSupporters Key = "pages.supporters" // "{0} supporters"; Count
	PagesNeutrals   Key = "pages.neutrals"   // "{0} neutral"; Count
	PagesSceptics   Key = "pages.sceptics"   // "{0} sceptics"; Count
	PagesBlockers   Key = "pages.blockers"   // "{0} blockers"; Count
	PagesUnknown    Key = "pages.unknown"    // "{0} stances unknown"; Count
	PagesLeft       Key = "pages.left"       // "{0} left": so many have left; Count
)
