package sheet

// Print is how a sheet is put on paper. The zero value is A4, upright, at its own size, with nothing added.
type Print struct {
	Landscape bool
	Paper     Paper

	// PagesWide shrinks the sheet until it is that many pages wide; it may be as many pages long as it needs. Zero leaves the sheet at its own
	// size.
	PagesWide int

	// Area is what is printed. The zero Range means the whole sheet.
	Area Range

	// TitleRows rows from row TitleFrom on, counted from zero, and the first TitleColumns columns are repeated on every
	// page. A text that reaches out of the repeated columns is cut on the pages to the right of the first.
	TitleFrom, TitleRows, TitleColumns int

	// Breaks are the rows that begin a page, counted from zero, in ascending order.
	Breaks []int

	// Header and Footer are printed at the left of the upper and lower margin of every page, up to 200 UTF-16 units each; nothing in them is a
	// code.
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
