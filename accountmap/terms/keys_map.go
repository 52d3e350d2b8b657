package terms

// Keys of what stands on a map. In the comments: the English words, and what is put into them. The head of a map.
const (
	MapTitle           Key = "map.title"            // "{0} · account map"; {0} is the client
	MapSubtitle        Key = "map.subtitle"         // "Stakeholders as of {0}"; {0} is a date
	MapSubtitleUndated Key = "map.subtitle-undated" // "Stakeholders"
	MapDescription     Key = "map.description"      // the picture in a sentence, for those who cannot see it; {0} is the client
	MapPeople          Key = "map.people"           // "{0} people"; Count
	MapInUnits         Key = "map.in-units"         // "in {0} units"; Count; follows MapPeople
	MapFor             Key = "map.for"              // "{0} for"; Count
	MapAgainst         Key = "map.against"          // "{0} against"; Count
	MapNeutral         Key = "map.neutral"          // "{0} neutral"; Count
	MapUnknown         Key = "map.unknown"          // "{0} unknown"; Count
	MapFocus           Key = "map.focus"            // "focus on {0} people"; Count; the others have faded
	MapEmpty           Key = "map.empty"            // "No contact is recorded yet."
)

// Boxes and cards.
const (
	MapProducts     Key = "map.products"      // "{1} of {0} products"; Count of the products on sale; {1} is how many of them are bought
	MapNotYetKnown  Key = "map.not-yet-known" // "not yet known"; a person whom we know must exist
	MapNameUnknown  Key = "map.name-unknown"  // "Name not known"
	MapUnitUnknown  Key = "map.unit-unknown"  // "Unit not known"
	MapPlaceUnknown Key = "map.place-unknown" // "Place not known"
	MapNobodyYet    Key = "map.nobody-yet"    // "nobody yet"; in a box without people
	MapPenetration  Key = "map.penetration"   // "penetration {0}"; {0} is a share, of a unit with others below it
	MapAdvisers     Key = "map.advisers"      // "Advisers (external)"
	MapOutside      Key = "map.outside"       // "outside the organisation"
	MapLeft         Key = "map.left"          // "left"
	MapLeftOn       Key = "map.left-on"       // "left on {0}"; {0} is a date
	MapMore         Key = "map.more"          // "and {0} more"; Count
	MapPower        Key = "map.power"         // "power {0} of 5"
)

// The legend.
const (
	MapLegendStance     Key = "map.legend-stance"     // "Stance"
	MapLegendPower      Key = "map.legend-power"      // "Power"
	MapLegendContact    Key = "map.legend-contact"    // "Our contact"
	MapLegendReportsTo  Key = "map.legend-reports-to" // "reports to"
	MapLegendAssists    Key = "map.legend-assists"    // "assists"
	MapLegendInfluences Key = "map.legend-influences" // "influences"
	MapLegendInformal   Key = "map.legend-informal"   // "informal tie"
	MapLegendConflict   Key = "map.legend-conflict"   // "in conflict with"
	MapLegendAlliance   Key = "map.legend-alliance"   // "allied with"
)
