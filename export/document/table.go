package document

import "fmt"

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

const maxSpan = 1000

// Spans out of bounds are reported by check; until then they must not be
// taken at their word, as space is set aside for them.
func (c *Cell) colspan() int { return min(max(c.Colspan, 1), maxSpan) }
func (c *Cell) rowspan() int { return min(max(c.Rowspan, 1), maxSpan) }

// columns returns the number of columns of the table, taken from its first
// row; 0 when there is no row.
func (t *Table) columns() int {
	for _, part := range t.parts() {
		if len(part.rows) == 0 {
			continue
		}
		n := 0
		for i := range part.rows[0] {
			n += part.rows[0][i].colspan()
		}
		return n
	}
	return 0
}

// A part is a run of rows out of which no span may reach.
type part struct {
	name string
	rows []Row
}

func (t *Table) parts() []part {
	parts := []part{{"head", t.Head}}
	for i, g := range t.Groups {
		parts = append(parts, part{fmt.Sprintf("group %d", i+1), g.Rows})
	}
	return append(parts, part{"foot", t.Foot})
}

// A grid tells where the cells of one part come to stand once spans from the
// rows above have taken their places. It is fed the rows in order.
type grid struct {
	taken []int // by column: how many of the next rows a cell from above covers
}

// place returns the column of each cell of row. It fails when the cells do
// not fill the columns that are free exactly.
func (g *grid) place(row Row) ([]int, error) {
	at := make([]int, len(row))
	next := make([]int, len(g.taken))
	for col, rows := range g.taken {
		next[col] = max(rows-1, 0)
	}
	col := 0
	for i := range row {
		for col < len(g.taken) && g.taken[col] > 0 {
			col++
		}
		at[i] = col
		for range row[i].colspan() {
			if col >= len(g.taken) {
				return nil, fmt.Errorf("cell %d reaches beyond the table's %d columns", i+1, len(g.taken))
			}
			if g.taken[col] > 0 {
				return nil, fmt.Errorf("cell %d runs into a cell spanning from above at column %d", i+1, col+1)
			}
			next[col] = row[i].rowspan() - 1
			col++
		}
	}
	for ; col < len(g.taken); col++ {
		if g.taken[col] == 0 {
			return nil, fmt.Errorf("no cell for column %d of %d", col+1, len(g.taken))
		}
	}
	g.taken = next
	return at, nil
}
