package terms

// Keys of the map of what has changed between two states of an account. The head.
const (
	ChangesTitle       Key = "changes.title"       // "{0} · what has changed"; {0} is the client
	ChangesPeriod      Key = "changes.period"      // "From {0} to {1}"; two dates
	ChangesUndated     Key = "changes.undated"     // "What has changed"
	ChangesDescription Key = "changes.description" // the picture in a sentence, for those who cannot see it; {0} is the client
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
)

// Notes on cards, boxes and lines, and the legend.
const (
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
)
