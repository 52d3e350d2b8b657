package layout

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// arrangements are the ways to arrange boxes: of a few every way to cut them apart, and of many those in rows, and in columns.
func (p *placer) arrangements(things [][]pile, gap float64) []pile {
	if len(things) <= mostPiled {
		return piles(things, gap)
	}
	var found []lineup
	for _, limit := range limits(things, true) {
		chosen := choose(things, func(t pile) bool { return t.H <= limit }, func(t pile) float64 { return t.W })
		sizes := sizesOfPiles(chosen)
		for _, width := range shelfWidths(sizes, gap) {
			rows := shelves(sizes, width, gap)
			found = append(found, lineup{shelved(sizes, rows, gap), chosen, rows, true})
		}
	}
	for _, limit := range limits(things, false) {
		chosen := choose(things, func(t pile) bool { return t.W <= limit }, func(t pile) float64 { return t.H })
		sizes := sizesOfPiles(chosen)
		turned := make([]geom.Size, len(sizes))
		for i, s := range sizes {
			turned[i] = geom.Size{W: s.H, H: s.W}
		}
		for n := 2; n <= min(len(things), 8); n++ {
			columns := inColumns(sizes, n, gap)
			size := shelved(turned, columns, gap)
			found = append(found, lineup{geom.Size{W: size.H, H: size.W}, chosen, columns, false})
		}
	}
	var best []pile
	for _, l := range smallest(front(found, lineup.size), lineup.size, mostShapes) {
		best = append(best, l.pile(gap))
	}
	return best
}

// lineup are things in rows below one another, or in columns beside one another.
type lineup struct {
	geom.Size
	things []pile
	lines  [][]int
	rows   bool
}

func (l lineup) size() geom.Size { return l.Size }

// pile is the same as a pile, which is made only of those that are worth it: of thousands of things each takes its time.
func (l lineup) pile(gap float64) pile {
	all := make([]pile, len(l.lines))
	for i, places := range l.lines {
		line := make([]pile, len(places))
		for k, at := range places {
			line[k] = l.things[at]
		}
		all[i] = row(line, l.rows, gap)
	}
	return row(all, !l.rows, gap)
}

func sizesOfPiles(piles []pile) []geom.Size {
	sizes := make([]geom.Size, len(piles))
	for i, p := range piles {
		sizes[i] = p.Size
	}
	return sizes
}

// limits are the heights of rows, or the widths of columns, worth trying: those of the shapes that the things offer.
func limits(things [][]pile, heights bool) []float64 {
	var all []float64
	for _, shapes := range things {
		for _, s := range shapes {
			all = append(all, length(s.Size, heights))
		}
	}
	slices.Sort(all)
	return thin(slices.Compact(all), mostShapes)
}

// choose picks a shape for each thing: the least by its extent among those that fit the limit, and the greatest of all where none fits: the wider
// a shape the lower it is, so this comes nearest to the limit.
func choose(things [][]pile, fits func(pile) bool, extent func(pile) float64) []pile {
	chosen := make([]pile, len(things))
	for i, shapes := range things {
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

// inColumns puts each thing, in their order, below the column that is shortest so far.
func inColumns(sizes []geom.Size, n int, gap float64) [][]int {
	columns := make([][]int, n)
	high := make([]float64, n)
	for i, s := range sizes {
		shortest := 0
		for c := range n {
			if high[c] < high[shortest] {
				shortest = c
			}
		}
		columns[shortest] = append(columns[shortest], i)
		high[shortest] += s.H + gap
	}
	return columns
}
