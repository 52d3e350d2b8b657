package pack

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// Shelves puts items side by side in order until a shelf is as wide as width, then begins a new
// shelf. It returns the indexes of the items on each shelf; each shelf has at least one item.
func Shelves(sizes []geom.Size, width, gap float64) [][]int {
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

func shelvedSize(sizes []geom.Size, rows [][]int, gap float64) geom.Size {
	var all geom.Size
	for k, row := range rows {
		width, height := -gap, 0.0
		for _, i := range row {
			width += sizes[i].W + gap
			height = math.Max(height, sizes[i].H)
		}
		all.W = math.Max(all.W, width)
		all.H += height
		if k > 0 {
			all.H += gap
		}
	}
	return all
}

// ShelfWidth returns the width of the shelves with which the items are largest on a page of an
// aspect.
func ShelfWidth(sizes []geom.Size, aspect, gap float64) float64 {
	best, bestFit := 0.0, math.Inf(1)
	for _, width := range shelfWidths(sizes, gap) {
		size := shelvedSize(sizes, Shelves(sizes, width, gap), gap)
		if fit := math.Max(size.W/aspect, size.H); fit < bestFit {
			best, bestFit = width, fit
		}
	}
	return best
}

// shelfWidths returns candidate widths, in seven equal ratios from the widest item to a single row.
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
