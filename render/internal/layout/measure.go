package layout

// The distances of a map, in points (the hand-drawn model's: 10 between stacked cards, 16 inside a box, 24 between boxes).
const (
	stackGap = 10 // between cards of a stack
	cardGap  = 20 // between trees of one box, and between cards without a manager
	treeGap  = 28 // between cards side by side under one manager, wide enough for a line to be seen in
	busGap   = 28 // above a row that a manager's lines spread over
	busRise  = 14 // how far above such a row the level line runs
	indent   = 22 // of a stack's cards from their manager's left side
	drop     = 10 // of the line that a stack hangs on, from the manager's left side
	boxPad   = 16 // inside a box
	boxGap   = 26 // between boxes, at least
	mostGap  = 96 // between boxes with many lines between them
	peopleUp = 14 // of people who stand beside the head's texts rather than below

	// A box at the top is made at most so much longer than it needs for a row to end at the right, or a column at the foot, together with
	// the others; what is left over stays white, and so does the room of one that would fill less than leastFilled of it. Inside a box, rows and
	// columns always end together.
	mostWider   = 1.5
	mostHigher  = 1.15
	leastFilled = 0.25

	// widthStep is what the widths of the innermost boxes are rounded up to, so that boxes of about one width stand in line. Where room is scarce, so
	// that people stand in lists, it is widthStepOfLists.
	widthStep        = 48
	widthStepOfLists = 12
)
