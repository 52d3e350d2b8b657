package sheet

// A Bar draws a bar in each cell of a range, as long as the cell's number is great. It fades out towards its end, as the bars of
// ISO 29500 do: plain ones are an extension of Excel's, which other libraries drop with a warning.
type Bar struct {
	Range Range

	// Color of the bar where it begins. Needed.
	Color string

	// Full is the number whose bar fills the cell; zero has none. Zero means 1, which suits [Percent].
	Full float64
}

// A Scale colours the numbers of a range from Low, for zero, to High, for the greatest of them. Blank cells keep their own.
type Scale struct {
	Range Range

	// Low and High are both needed.
	Low, High string
}

// A Tint colours the cells of a range that hold a word, ignoring case.
type Tint struct {
	Range Range

	// Text is what the cell must hold, 1 to 255 UTF-16 units.
	Text string

	// Fill and Ink replace the cell's own. Empty leaves it.
	Fill, Ink string
}
