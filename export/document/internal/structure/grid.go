package structure

import (
	"fmt"
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
)

const maxSpan = 1000

// Colspan returns the number of columns that a cell covers. It limits the spans that [Check]
// reports, so that they cost no memory.
func Colspan(c *document.Cell) int { return min(max(c.Colspan, 1), maxSpan) }

// Rowspan returns the number of rows that a cell covers, with the same limit.
func Rowspan(c *document.Cell) int { return min(max(c.Rowspan, 1), maxSpan) }

// Columns returns the number of columns of a table, from its first row. It is 0 for a table without
// rows.
func Columns(t *document.Table) int {
	for _, part := range Parts(t) {
		if len(part.Rows) == 0 {
			continue
		}
		n := 0
		for i := range part.Rows[0] {
			n += Colspan(&part.Rows[0][i])
		}
		return n
	}
	return 0
}

// A Part is a sequence of rows that no span may leave.
type Part struct {
	Name string
	Rows []document.Row
}

// Parts returns the head, the groups and the foot of a table.
func Parts(t *document.Table) []Part {
	parts := []Part{{"head", t.Head}}
	for i, g := range t.Groups {
		parts = append(parts, Part{fmt.Sprintf("group %d", i+1), g.Rows})
	}
	return append(parts, Part{"foot", t.Foot})
}

// IsMatrix reports whether the columns of a table are alike, as under headings of several levels.
func IsMatrix(t *document.Table) bool { return len(t.Head) > 1 }

// HasTable reports whether blocks include a table.
func HasTable(blocks []document.Block) bool {
	return slices.ContainsFunc(blocks, func(b document.Block) bool { _, ok := b.(*document.Table); return ok })
}

// A Grid finds the columns of the cells of one part, whose rows are passed in order.
type Grid struct {
	taken []int // by column: the number of next rows that an earlier cell covers
}

// NewGrid returns the grid of a part with the given number of columns.
func NewGrid(columns int) Grid { return Grid{taken: make([]int, columns)} }

// Place returns the column of each cell of the next row. The error reports cells that do not
// exactly fill the free columns.
func (g *Grid) Place(row document.Row) ([]int, error) {
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
		for range Colspan(&row[i]) {
			if col >= len(g.taken) {
				return nil, fmt.Errorf("cell %d reaches beyond the table's %d columns", i+1, len(g.taken))
			}
			if g.taken[col] > 0 {
				return nil, fmt.Errorf("cell %d runs into a cell spanning from above at column %d", i+1, col+1)
			}
			next[col] = Rowspan(&row[i]) - 1
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
