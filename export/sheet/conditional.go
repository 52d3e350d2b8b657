package sheet

// A Bar draws a bar in each cell of a range, in proportion to the number in the cell.
type Bar struct {
	Range Range

	// Color of the bar where it begins. Needed.
	Color string

	// Full is the number whose bar fills the cell; the bar of zero has no length. A Full of zero means 1, which suits [Percent].
	Full float64
}

// A Scale colours the numbers of a range from Low, for zero, to High, for the greatest of them. Blank cells keep their own colour.
type Scale struct {
	Range Range

	// Low and High are both needed.
	Low, High string
}

// A Tint colours the cells of a range that hold a given word, in any case.
type Tint struct {
	Range Range

	// Text is what the cell must hold, 1 to 255 UTF-16 units.
	Text string

	// Fill and Ink replace the cell's own. Empty leaves it.
	Fill, Ink string
}
