package document

// A Table is a table with an optional head of one or more rows, groups of body
// rows, and an optional foot. All rows must cover the same number of columns,
// spans included. A table without rows prints nothing.
//
// The first column stays visible while a wide table is scrolled. In print the
// head is repeated on every page; a table of more than eight columns gets
// landscape pages, and a very wide one pages as wide as it needs.
type Table struct {
	// Caption says what the table shows; "" is none.
	Caption string

	// Head is the rows of column headings. A cell that ends above the last of
	// them is the heading of a group of columns, such as a parent unit above
	// its units.
	Head []Row

	// Groups are the body. A table without real groups has one that is
	// untitled.
	Groups []Group

	// Foot is the rows under the body, such as totals.
	Foot []Row

	// Widths are the shares of the columns in the width of the table, such as 1
	// and 3 for a quarter and the rest. Nil divides the width by what is in the
	// columns.
	Widths []int

	// Plain prints a table for reading at a glance: without frame and grounds,
	// ruled lightly, and as wide as the text around it.
	Plain bool
}

// A Group is a run of body rows under a title. With an empty Title only the
// rows are printed.
type Group struct {
	Title Text
	Rows  []Row
}

// A Row is the cells of one row in order, without those that a cell above
// covers with its Rowspan.
type Row []Cell

// A Cell is one cell of a [Row]. The zero Cell is empty.
type Cell struct {
	// Lines are printed one below another.
	Lines []Text

	// Header makes a cell of the body or the foot the heading of its row. All
	// cells of the head are headings.
	Header bool

	// Number aligns the cell as numbers are: to the right, with figures of
	// equal width, and on one line (unless it is far too long for a number).
	Number bool

	// Sort is the text by which a reader of the HTML sorts the rows on this
	// column, such as "2026-11-01" for a day. "" means the words of the cell in
	// the order of the language, or the number that they begin with when Number
	// is set.
	Sort string

	// Tone is the name of a [Tone]; "" is plain.
	Tone string

	// Share, from 0 to 1, is drawn as a bar under the lines; 0 draws none.
	Share float64

	// Colspan and Rowspan are the numbers of columns and rows that the cell
	// covers, at most 1000; 0 means 1. A cell must stay within the head, its
	// group or the foot.
	Colspan, Rowspan int
}
