package terms

// Keys of the controls of an HTML page.
const (
	DocumentSearch    Key = "document.search"     // "Search"; labels the field that searches a table
	DocumentFound     Key = "document.found"      // "{0} of {1} rows"; both are filled by the page
	DocumentZoomIn    Key = "document.zoom-in"    // "Enlarge"; a picture
	DocumentZoomOut   Key = "document.zoom-out"   // "Reduce"
	DocumentZoomReset Key = "document.zoom-reset" // "Original size"
)
