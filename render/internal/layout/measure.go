package layout

// The distances of a map, in points (the hand-drawn model's: 10 between stacked cards, 16 inside a box, 24 between boxes).
const (
	stackGap = 10 // between cards of a stack
	cardGap  = 20 // between cards side by side, and between trees of one box
	busGap   = 28 // above a row that a manager's lines spread over
	busRise  = 14 // how far above such a row the level line runs
	indent   = 22 // of a stack's cards from their manager's left side
	drop     = 10 // of the line that a stack hangs on, from the manager's left side
	boxPad   = 16 // inside a box
	boxGap   = 26 // between boxes
	peopleUp = 14 // of people who stand beside the head's texts rather than below
)
