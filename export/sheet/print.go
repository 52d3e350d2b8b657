package sheet

// Print is how a sheet is put on paper. The zero value is A4, upright, at its own size, with nothing added.
type Print struct {
	Landscape bool
	Paper     Paper

	// FitWidth shrinks the sheet until one page is as wide as it; the length takes as many pages as it needs.
	FitWidth bool

	// TitleRows and TitleColumns is how many of the first rows and columns are repeated on every page.
	TitleRows, TitleColumns int

	// Header and Footer stand on the left of every page's edge, up to 200 UTF-16 units each, as they are: nothing in them
	// is a code.
	Header, Footer string

	// PageNumbers puts "2 / 5" at the right of the footer.
	PageNumbers bool
}

// Paper is a size of paper.
type Paper uint8

// Sizes of paper.
const (
	A4 Paper = iota
	A3
	Letter
)
