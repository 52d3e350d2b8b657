package table

import (
	"math"
	"slices"
)

// Tracks is the half-open range of rows or columns from From to To.
type Tracks struct{ From, To int }

// Runs divides tracks of these lengths into runs of at most limit. A track longer than limit is a
// run of its own.
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

// evenRuns divides lengths into at most the given number of runs, the longest of which is as short
// as possible.
func evenRuns(lengths []float64, parts int) []Tracks {
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

// parts returns the rows and the columns of each part of the table.
func (t *table) parts(a arrangement, widths []float64) (rows, columns []Tracks) {
	rows, columns = []Tracks{{0, len(t.grid.Rows)}}, []Tracks{{0, len(t.grid.Columns)}}
	switch {
	case a.parts < 2:
	case t.grid.WrapColumns:
		columns = evenRuns(widths, a.parts)
		rows = slices.Repeat(rows, len(columns))
	case t.grid.WrapRows:
		heights := make([]float64, len(t.grid.Rows))
		var above []int
		for i := range heights {
			bands := bandPath(t.grid.RowBands, t.grid.Rows[i].Band)
			heights[i] = t.rowHeight(i, a, columns[0], 0) + bandHeight*float64(len(bands)-commonPrefix(above, bands))
			above = bands
		}
		rows = evenRuns(heights, a.parts)
		columns = slices.Repeat(columns, len(rows))
	}
	return rows, columns
}
