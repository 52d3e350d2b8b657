package layout

import (
	"math"
	"slices"
)

// tracks are those from one up to, and not with, another.
type tracks struct{ from, to int }

// breakUp divides lengths into as many runs at most, of which the longest is as short as can be.
func breakUp(lengths []float64, parts int) []tracks {
	low, high := 0.0, 0.0
	for _, l := range lengths {
		low = math.Max(low, l)
		high += l
	}
	for range 32 {
		if middle := (low + high) / 2; len(runs(lengths, middle)) <= parts {
			high = middle
		} else {
			low = middle
		}
	}
	return runs(lengths, high)
}

// runs fills one run after another up to a limit.
func runs(lengths []float64, limit float64) []tracks {
	var all []tracks
	used := 0.0
	for i, l := range lengths {
		if i == 0 || used+l > limit {
			all = append(all, tracks{i, i})
			used = 0
		}
		used += l
		all[len(all)-1].to = i + 1
	}
	return all
}

// parts are the rows and columns of each part of the table.
func (t *table) parts(a arrangement, widths []float64) (rows, columns []tracks) {
	rows, columns = []tracks{{0, len(t.grid.Rows)}}, []tracks{{0, len(t.grid.Columns)}}
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
