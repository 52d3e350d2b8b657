package terms

// Names of sheets of the workbook, which Excel allows 31 letters. The sheets of the account's lists are named as the lists are.
const (
	SheetsSummary   Key = "sheets.summary"   // "Summary"
	SheetsValue     Key = "sheets.value"     // "Value"; the matrix of what each unit spends on each product a year
	SheetsPotential Key = "sheets.potential" // "Potential"; the matrix of what could be sold
	SheetsDetails   Key = "sheets.details"   // "Coverage details"
	SheetsExposure  Key = "sheets.exposure"  // "Exposure by contact"
	SheetsQuarters  Key = "sheets.quarters"  // "Orders by quarter"
	SheetsRoadmap   Key = "sheets.roadmap"   // "Roadmap"
	SheetsReferrals Key = "sheets.referrals" // "Referrals and testimonials"
	SheetsLists     Key = "sheets.lists"     // "Lists"; the words that cells may hold
)

// The head and the notes of a sheet.
const (
	SheetsTitle       Key = "sheets.title"        // "{0} · {1}"; {0} is the client, {1} the name of the sheet
	SheetsRows        Key = "sheets.rows"         // "{0} entries"; Count
	SheetsProducts    Key = "sheets.products"     // "{0} products"; Count; what a unit has bought
	SheetsFromDetails Key = "sheets.from-details" // "as of the writing of this file; to change an amount, change it on the sheet {0}"
	SheetsListsNote   Key = "sheets.lists-note"   // "what the cells of the other sheets offer"
	SheetsTotal       Key = "sheets.total"        // "Total"
	SheetsUnitTotal   Key = "sheets.unit-total"   // "Total of the unit"
)

// The summary.
const (
	SheetsUnits       Key = "sheets.units"        // "Units we do business with"
	SheetsSold        Key = "sheets.sold"         // "Sold, of what could be sold"
	SheetsOpenValue   Key = "sheets.open-value"   // "Potential still open"
	SheetsSoldValue   Key = "sheets.sold-value"   // "Value of what is sold, a year"
	SheetsPeople      Key = "sheets.people"       // "People we know"
	SheetsYear        Key = "sheets.year"         // "Orders of the last twelve months"
	SheetsYearBefore  Key = "sheets.year-before"  // "Orders of the twelve months before"
	SheetsOverdue     Key = "sheets.overdue"      // "Overdue"
	SheetsNextRenewal Key = "sheets.next-renewal" // "Next renewal"
	SheetsByUnit      Key = "sheets.by-unit"      // "Penetration by unit"
	SheetsByLine      Key = "sheets.by-line"      // "Penetration by line"
	SheetsHighest     Key = "sheets.highest"      // "{0}: the {1} highest of {2}"; {0} is one of the two above, of units or lines
	SheetsMap         Key = "sheets.map"          // "The people of the account"
	SheetsMapAlt      Key = "sheets.map-alt"      // "Account map of {0}: {1}"; {1} says how many people stand how
	SheetsChartAlt    Key = "sheets.chart-alt"    // "Bar chart: {0}. {1}"; {0} is the title, {1} the highest bars
)

// Exposure and orders.
const (
	SheetsExposureNote Key = "sheets.exposure-note" // "latest day on which each contact was shown a product; amber: due again"
	SheetsShown        Key = "sheets.shown"         // "Shown"; products that the contact was shown, of all
	SheetsDueAgain     Key = "sheets.due-again"     // "Due again"
	SheetsQuartersNote Key = "sheets.quarters-note" // "what was ordered in each quarter, without what was cancelled"
	SheetsTrend        Key = "sheets.trend"         // "Trend"
	SheetsUp           Key = "sheets.up"            // "up"
	SheetsDown         Key = "sheets.down"          // "down"
	SheetsSteady       Key = "sheets.steady"        // "steady"
	SheetsNothing      Key = "sheets.nothing"       // "Nothing is recorded yet."
)
