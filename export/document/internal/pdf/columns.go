package pdf

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/export/document"
	"github.com/accountatlas/accountatlas/export/document/internal/structure"
)

// columnWidths divides the width of a table among its columns so that the table is as low as
// possible. Each column first gets the width of its longest word and of a short name. The rest
// goes, step by step, to the column whose growth shortens the rows most, so that a nearly empty
// column squeezes no other.
func columnWidths(bands []*band, columns int, total float64, pad cellPadding) []float64 {
	widths, most := minWidths(bands, columns, pad), spread(bands, columns, func(c *tableCell) float64 { return c.maxWidth(pad) }, minColumn(pad))
	const name = 54 // the width of a short name
	easy := make([]float64, columns)
	for i := range easy {
		easy[i] = max(widths[i], min(most[i], name+2*pad.x))
	}
	if sum(easy) <= total {
		widths = easy
	}
	left := total - sum(widths)
	if left <= 0 {
		for i := range widths {
			widths[i] *= total / sum(widths)
		}
		return widths
	}
	if wanted := sum(most); wanted <= total {
		for i := range widths {
			widths[i] = most[i] * total / wanted
		}
		return widths
	}
	rows := sampleRows(bands, columns)
	floor := slices.Clone(widths)
	for ; left > 0; left -= growth {
		widths[bestColumn(rows, widths, most)] += min(growth, left)
	}
	exchange(rows, widths, floor, 2*pad.x)
	return widths
}

// sharedWidths divides a width by shares. Each column gets at least the width of its longest word,
// at the expense of columns with more width than they need.
func sharedWidths(shares []int, least []float64, total float64) []float64 {
	all := 0
	for _, share := range shares {
		all += share
	}
	widths := make([]float64, len(shares))
	missing, spare := 0., 0.
	for i, share := range shares {
		widths[i] = total * float64(share) / float64(all)
		missing += max(0, least[i]-widths[i])
		spare += max(0, widths[i]-least[i])
	}
	if missing == 0 || missing > spare {
		return widths
	}
	for i := range widths {
		if widths[i] < least[i] {
			widths[i] = least[i]
		} else {
			widths[i] -= (widths[i] - least[i]) * missing / spare
		}
	}
	return widths
}

// exchange moves width between columns while that saves lines, down to a minimum for each column.
// [bestColumn] does not notice that a name slightly too long for its column costs a whole line.
func exchange(rows [][][]float64, widths, floor []float64, padding float64) {
	lines := make([][]int, len(widths)) // by column and row
	for c := range widths {
		lines[c] = wholeLines(rows, c, widths[c]-padding)
	}
	least := ragged(lines)
	for _, step := range []float64{48, 24, 12, 6} {
		for from := range widths {
			for to := range widths {
				if from == to || widths[from]-step < floor[from] {
					continue
				}
				was := [2][]int{lines[from], lines[to]}
				lines[from], lines[to] = wholeLines(rows, from, widths[from]-step-padding), wholeLines(rows, to, widths[to]+step-padding)
				if now := ragged(lines); now < least {
					least = now
					widths[from] -= step
					widths[to] += step
				} else {
					lines[from], lines[to] = was[0], was[1]
				}
			}
		}
	}
}

// wholeLines estimates the number of lines of each cell of a column in a width.
func wholeLines(rows [][][]float64, column int, width float64) []int {
	const used = .93 // average fill of a broken line
	counts := make([]int, len(rows))
	for i, row := range rows {
		for _, w := range row[column] {
			if w <= width+.01 {
				counts[i]++
			} else {
				counts[i] += max(2, int(math.Ceil(w/(width*used))))
			}
		}
	}
	return counts
}

// ragged returns the cost of lines by column and row: the sum of the row heights, and the number of
// lines. The number of lines rewards progress if two columns must grow before a row gets lower.
func ragged(columns [][]int) int {
	total := 0
	for i := range columns[0] {
		high := 0
		for _, lines := range columns {
			high = max(high, lines[i])
			total += lines[i]
		}
		total += high
	}
	return total
}

func sum(x []float64) float64 {
	s := 0.
	for _, v := range x {
		s += v
	}
	return s
}

func minColumn(pad cellPadding) float64 { return 2*pad.x + 8 }

func minWidths(bands []*band, columns int, pad cellPadding) []float64 {
	return spread(bands, columns, func(c *tableCell) float64 { return c.minWidth(pad) }, minColumn(pad))
}

// spread returns the column widths that satisfy every cell. The missing width of a cell that spans
// columns is divided equally among them.
func spread(bands []*band, columns int, ask func(*tableCell) float64, least float64) []float64 {
	widths := make([]float64, columns)
	for i := range widths {
		widths[i] = least
	}
	var wide []*tableCell
	for _, b := range bands {
		for i := range b.cells {
			c := &b.cells[i]
			if c.colspan > 1 {
				wide = append(wide, c)
				continue
			}
			widths[c.col] = max(widths[c.col], ask(c))
		}
	}
	for _, c := range wide {
		if c.colspan == columns {
			continue // the title of a group fits any width
		}
		part := widths[c.col : c.col+c.colspan]
		if missing := ask(c) - sum(part); missing > 0 {
			for i := range part {
				part[i] += missing / float64(len(part))
			}
		}
	}
	return widths
}

// sampleRows returns, for each of at most a few hundred rows, the widths of the lines in each
// column.
func sampleRows(bands []*band, columns int) [][][]float64 {
	const enough = 200
	every := len(bands)/enough + 1
	var rows [][][]float64
	for i := 0; i < len(bands); i += every {
		row := make([][]float64, columns)
		for j := range bands[i].cells {
			if c := &bands[i].cells[j]; c.colspan == 1 {
				for _, words := range c.words {
					row[c.col] = append(row[c.col], lineWidths(words)...)
				}
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// growth is the step by which a column grows.
const growth = 4.

// bestColumn returns the column that shortens the rows most if it grows by one step.
func bestColumn(rows [][][]float64, widths, most []float64) int {
	gains := make([]float64, len(widths))
	for _, row := range rows {
		high, first, second := 0, 0., 0.
		for c, lines := range row {
			if n := lineCount(lines, widths[c]); n > first {
				high, first, second = c, n, first
			} else {
				second = max(second, n)
			}
		}
		gains[high] += first - max(second, lineCount(row[high], widths[high]+growth))
	}
	best := 0
	for c := range widths {
		if gains[c] > gains[best] || gains[c] == gains[best] && most[c]-widths[c] > most[best]-widths[best] {
			best = c
		}
	}
	return best
}

// lineCount estimates the number of lines of a cell. A fraction means that the last line is partly
// full.
func lineCount(lines []float64, width float64) float64 {
	const used = .9 // average fill of a line
	n := 0.
	for _, w := range lines {
		n += max(1, w/(width*used))
	}
	return n
}

// A columnRange is a half-open range of columns.
type columnRange struct{ from, to int }

// columnRanges divides the columns of a table that is too wide into parts of about equal width.
// Each part fits next to the repeated first column and has at least one column.
func columnRanges(widths []float64, page float64) []columnRange {
	if sum(widths) <= page || len(widths) < 3 {
		return []columnRange{{0, len(widths)}}
	}
	room := page - widths[0]
	rest := widths[1:]
	parts := len(fillRanges(rest, room))
	// The smallest width that needs no additional part makes the parts equally wide.
	low, high := sum(rest)/float64(parts), room
	for high-low > 1 {
		if middle := (low + high) / 2; len(fillRanges(rest, middle)) > parts {
			low = middle
		} else {
			high = middle
		}
	}
	ranges := fillRanges(rest, high)
	for i := range ranges {
		ranges[i].from++
		ranges[i].to++
	}
	return ranges
}

func fillRanges(widths []float64, room float64) []columnRange {
	var ranges []columnRange
	for from := 0; from < len(widths); {
		to, used := from+1, widths[from]
		for to < len(widths) && used+widths[to] <= room {
			used += widths[to]
			to++
		}
		ranges = append(ranges, columnRange{from, to})
		from = to
	}
	return ranges
}

// slice returns the table with its first column and a range of columns. Spans are clipped to the
// range.
func slice(t *document.Table, r columnRange) *document.Table {
	columns := structure.Columns(t)
	part := &document.Table{Caption: t.Caption, Head: sliceRows(t.Head, columns, r), Foot: sliceRows(t.Foot, columns, r)}
	for _, g := range t.Groups {
		part.Groups = append(part.Groups, document.Group{Title: g.Title, Rows: sliceRows(g.Rows, columns, r)})
	}
	return part
}

func sliceRows(rows []document.Row, columns int, r columnRange) []document.Row {
	sliced := make([]document.Row, len(rows))
	g := structure.NewGrid(columns)
	for i, row := range rows {
		at, _ := g.Place(row) // checked before
		sliced[i] = document.Row{}
		for j, c := range row {
			from, to := at[j], at[j]+structure.Colspan(&c)
			left := max(0, min(to, r.to)-max(from, r.from))
			if from == 0 {
				left++
			}
			if left > 0 {
				c.Colspan = left
				sliced[i] = append(sliced[i], c)
			}
		}
	}
	return sliced
}
