package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// shelves puts things side by side in their order until width is full, then begins a new shelf. At least one thing stands on each.
func shelves(sizes []geom.Size, width, gap float64) [][]int {
	var rows [][]int
	x := 0.0
	for i, s := range sizes {
		if len(rows) == 0 || x+s.W > width {
			rows, x = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], i)
		x += s.W + gap
	}
	return rows
}

// shelved is the size of things on shelves.
func shelved(sizes []geom.Size, rows [][]int, gap float64) geom.Size {
	var all geom.Size
	for k, row := range rows {
		wide, high := -gap, 0.0
		for _, i := range row {
			wide += sizes[i].W + gap
			high = math.Max(high, sizes[i].H)
		}
		all.W = math.Max(all.W, wide)
		all.H += high
		if k > 0 {
			all.H += gap
		}
	}
	return all
}

// pageWidth is the shelf width at which things together come nearest to the shape of the page.
func pageWidth(sizes []geom.Size, shape, gap float64) float64 {
	best, bestFit := 0.0, math.Inf(1)
	for _, width := range shelfWidths(sizes, gap) {
		size := shelved(sizes, shelves(sizes, width, gap), gap)
		if fit := math.Max(size.W/shape, size.H); fit < bestFit {
			best, bestFit = width, fit
		}
	}
	return best
}

// shelfWidths are the widths worth trying: from the widest thing alone to all in one row, in steps of a seventh of the way by ratio.
func shelfWidths(sizes []geom.Size, gap float64) []float64 {
	least, most := 0.0, -gap
	for _, s := range sizes {
		least = math.Max(least, s.W)
		most += s.W + gap
	}
	if len(sizes) < 2 {
		return []float64{least}
	}
	const steps = 7
	widths := make([]float64, 0, steps+1)
	for k := range steps + 1 {
		widths = append(widths, least*math.Pow(most/least, float64(k)/steps)+0.5)
	}
	return widths
}
