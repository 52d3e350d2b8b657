package document

// A Table is a table with an optional head of one or more rows, groups of body rows, and an
// optional foot. All rows must cover the same number of columns, including spans. A table without
// rows prints nothing.
//
// The first column stays visible while a wide table is scrolled. In print, the head is repeated on
// every page. A table of more than eight columns gets landscape pages, and a very wide one pages of
// the necessary width.
type Table struct {
	// Caption describes the table. Empty means none.
	Caption string

	// Head has the rows of column headings. A cell that ends above the last row is the heading of a
	// group of columns, such as a parent unit above its units.
	Head []Row

	// Groups are the body. A table without groups has a single Group without a title.
	Groups []Group

	// Foot has the rows under the body, such as totals.
	Foot []Row

	// Widths are the relative widths of the columns, such as 1 and 3 for a quarter and three
	// quarters. Nil derives the widths from the content.
	Widths []int

	// Plain prints a table for reading at a glance: without frame and backgrounds, with light
	// rules, and as wide as the text around it.
	Plain bool
}

// A Group is a run of body rows under a title. An empty Title is not printed.
type Group struct {
	Title Text
	Rows  []Row
}

// A Row has the cells of one row in order, except cells that the Rowspan of an earlier row covers.
type Row []Cell

// A Cell is one cell of a [Row]. The zero Cell is empty.
type Cell struct {
	// Lines are printed one below another.
	Lines []Text

	// Header makes a cell of the body or the foot the heading of its row. All cells of the head are
	// headings.
	Header bool

	// Number aligns the cell like a number: to the right, with figures of equal width, and on one
	// line (unless it is far too long for a number).
	Number bool

	// Sort is the sort key of the cell in the HTML, such as "2026-11-01" for a day. Empty means the
	// words of the cell in the order of the language, or the number at their beginning if Number is
	// set.
	Sort string

	// Tone is the name of a [Tone]. Empty means plain.
	Tone string

	// Share, from 0 to 1, is drawn as a bar under the lines. Zero draws none.
	Share float64

	// Colspan and Rowspan are the numbers of columns and rows that the cell covers, at most 1000.
	// Zero means 1. A cell must stay within the head, its group or the foot.
	Colspan, Rowspan int
}
