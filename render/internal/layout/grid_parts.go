package layout

import (
	"math"
	"slices"
)

// Tracks is a run of rows or columns: those from one up to another, which is not among them.
type Tracks struct{ From, To int }

// breakUp divides lengths into at most that many runs, the longest of which is as short as possible.
func breakUp(lengths []float64, parts int) []Tracks {
	low, high := 0.0, 0.0
	for _, l := range lengths {
		low = math.Max(low, l)
		high += l
	}
	for range 32 {
		if middle := (low + high) / 2; len(Runs(lengths, middle)) <= parts {
			high = middle
		} else {
			low = middle
		}
	}
	return Runs(lengths, high)
}

// Runs divides tracks of these lengths into runs, each as long as the limit allows, with at least one track in each.
func Runs(lengths []float64, limit float64) []Tracks {
	var all []Tracks
	used := 0.0
	for i, l := range lengths {
		if i == 0 || used+l > limit {
			all = append(all, Tracks{i, i})
			used = 0
		}
		used += l
		all[len(all)-1].To = i + 1
	}
	return all
}

// parts are the rows and columns of each part of the table.
func (t *table) parts(a arrangement, widths []float64) (rows, columns []Tracks) {
	rows, columns = []Tracks{{0, len(t.grid.Rows)}}, []Tracks{{0, len(t.grid.Columns)}}
	switch {
	case a.parts < 2:
	case t.grid.WrapColumns:
		columns = breakUp(widths, a.parts)
		rows = slices.Repeat(rows, len(columns))
	case t.grid.WrapRows:
		heights := make([]float64, len(t.grid.Rows))
		var over []int
		for i := range heights {
			bands := chain(t.grid.RowBands, t.grid.Rows[i].Band)
			heights[i] = t.rowHeight(i, a, columns[0], 0) + gridBand*float64(len(bands)-shared(over, bands))
			over = bands
		}
		rows = breakUp(heights, a.parts)
		columns = slices.Repeat(columns, len(rows))
	}
	return rows, columns
}

// shared is how many bands two chains have in common from the top.
func shared(a, b []int) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
