package terms

// Keys of a set of pages.
const (
	PagesOverview  Key = "pages.overview"  // "Overview"; the page that shows the others
	PagesElsewhere Key = "pages.elsewhere" // "On other pages"; a box of the people to whom lines lead
	PagesUndrawn   Key = "pages.undrawn"   // "{0} lines to other pages not drawn"; Count
	PagesPart      Key = "pages.part"      // "{0} ({1} of {2})"; {0} is a unit that takes {2} pages
)
