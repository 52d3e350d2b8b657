package pack

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// arrangements returns the floorplans of items: all slicings of a few items, or rows and columns of
// many. It returns nil without items.
func (p *packer) arrangements(items [][]floorplan, gap float64) []floorplan {
	switch {
	case len(items) == 0:
		return nil
	case len(items) <= maxSliced:
		return slicings(items, gap)
	}
	var found []lineup
	for _, limit := range limits(items, true) {
		chosen := choose(items, func(t floorplan) bool { return t.H <= limit }, func(t floorplan) float64 { return t.W })
		sizes := floorplanSizes(chosen)
		for _, width := range shelfWidths(sizes, gap) {
			rows := Shelves(sizes, width, gap)
			found = append(found, lineup{shelvedSize(sizes, rows, gap), chosen, rows, true})
		}
	}
	rows := found
	for _, limit := range limits(items, false) {
		chosen := choose(items, func(t floorplan) bool { return t.W <= limit }, func(t floorplan) float64 { return t.H })
		sizes := floorplanSizes(chosen)
		turned := make([]geom.Size, len(sizes))
		for i, s := range sizes {
			turned[i] = geom.Size{W: s.H, H: s.W}
		}
		for n := 2; n <= min(len(items), 8); n++ {
			columns := fillColumns(sizes, n, gap)
			size := shelvedSize(turned, columns, gap)
			if !slices.ContainsFunc(rows, func(r lineup) bool { return r.W <= size.H && r.H <= evenRows*size.W }) {
				found = append(found, lineup{geom.Size{W: size.H, H: size.W}, chosen, columns, false})
			}
		}
	}
	var best []floorplan
	for _, l := range reduceFront(paretoFront(found, lineup.size), lineup.size, maxShapes) {
		best = append(best, l.floorplan(gap))
	}
	return best
}

// evenRows is the largest height of rows, by the height of columns, for which rows are preferred:
// their boxes are aligned and read from left to right.
const evenRows = 1.06

type lineup struct {
	geom.Size
	items []floorplan
	lines [][]int
	rows  bool
}

func (l lineup) size() geom.Size { return l.Size }

// floorplan converts the lineup. Only the best lineups are converted: converting thousands of items
// takes time.
func (l lineup) floorplan(gap float64) floorplan {
	all := make([]floorplan, len(l.lines))
	for i, indexes := range l.lines {
		line := make([]floorplan, len(indexes))
		for k, at := range indexes {
			line[k] = l.items[at]
		}
		all[i] = row(line, l.rows, gap)
	}
	return row(all, !l.rows, gap)
}

func floorplanSizes(all []floorplan) []geom.Size {
	sizes := make([]geom.Size, len(all))
	for i, p := range all {
		sizes[i] = p.Size
	}
	return sizes
}

// limits returns candidate heights of rows, or widths of columns, from the shapes of the items.
func limits(items [][]floorplan, heights bool) []float64 {
	var all []float64
	for _, shapes := range items {
		for _, s := range shapes {
			all = append(all, length(s.Size, heights))
		}
	}
	slices.Sort(all)
	return sample(slices.Compact(all), maxShapes)
}

// choose picks a shape for each item: the shape of the least extent that fits the limit. If none
// fits, it picks the largest extent, which comes nearest to the limit, since a wider shape is
// lower.
func choose(items [][]floorplan, fits func(floorplan) bool, extent func(floorplan) float64) []floorplan {
	chosen := make([]floorplan, len(items))
	for i, shapes := range items {
		best, bestFits := 0, false
		for k, s := range shapes {
			switch ok := fits(s); {
			case k == 0 || ok && !bestFits:
				best, bestFits = k, ok
			case ok == bestFits && ok == (extent(s) < extent(shapes[best])):
				best = k
			}
		}
		chosen[i] = shapes[best]
	}
	return chosen
}

// fillColumns puts each item, in order, into the column that is shortest so far.
func fillColumns(sizes []geom.Size, n int, gap float64) [][]int {
	columns := make([][]int, n)
	heights := make([]float64, n)
	for i, s := range sizes {
		shortest := 0
		for c := range n {
			if heights[c] < heights[shortest] {
				shortest = c
			}
		}
		columns[shortest] = append(columns[shortest], i)
		heights[shortest] += s.H + gap
	}
	return columns
}
