package pack

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// floorplan is a slicing floorplan of some items of a box: one item in one of its shapes, or two
// floorplans with a straight gap between them.
type floorplan struct {
	geom.Size
	// item is the index of the single item among the inner boxes, or peopleItem. shape is the index
	// of its shape.
	item, shape int
	// parts are nil for a single item. With horizontal the second is right of the first, otherwise
	// below it.
	parts      [2]*floorplan
	horizontal bool
}

// peopleItem is the item for the box's own people.
const peopleItem = -1

// maxSliced is the number of items up to which every slicing is tried; more form rows and columns.
const maxSliced = 9

// maxFloorplans is the number of floorplans kept for a run of items.
const maxFloorplans = 20

// slicings returns the Pareto front of the slicing floorplans of items in their order, the
// narrowest first (Stockmeyer's algorithm for every slicing tree). Each item is the front of its
// own shapes.
func slicings(items [][]floorplan, gap float64) []floorplan {
	n := len(items)
	fronts := make([][]floorplan, n*n) // by the first and the last item of the run
	for i, t := range items {
		fronts[i*n+i] = t
	}
	var best, found, spare []floorplan
	for long := 2; long <= n; long++ {
		for from := 0; from+long <= n; from++ {
			to := from + long - 1
			best = best[:0]
			for cut := from; cut < to; cut++ {
				for _, horizontal := range []bool{false, true} {
					found = appendPairs(found[:0], fronts[from*n+cut], fronts[(cut+1)*n+to], horizontal, gap)
					best, spare = mergeFronts(spare[:0], best, found), best
				}
			}
			fronts[from*n+to] = slices.Clone(reduceFront(best, floorplan.size, maxFloorplans))
		}
	}
	return fronts[n-1]
}

func (p floorplan) size() geom.Size { return p.Size }

// appendPairs appends the Pareto front of the pairs of two fronts, the narrowest first.
func appendPairs(found, a, b []floorplan, horizontal bool, gap float64) []floorplan {
	if horizontal { // from the highest: only a lower shape of the higher item makes the pair lower
		for i, j := 0, 0; i < len(a) && j < len(b); {
			p := pair(&a[i], &b[j], true, gap)
			found = append(found, p)
			if a[i].H == p.H {
				i++
			}
			if b[j].H == p.H {
				j++
			}
		}
		return found
	}
	start := len(found)
	for i, j := len(a)-1, len(b)-1; i >= 0 && j >= 0; { // from the widest, likewise
		p := pair(&a[i], &b[j], false, gap)
		found = append(found, p)
		if a[i].W == p.W {
			i--
		}
		if b[j].W == p.W {
			j--
		}
	}
	slices.Reverse(found[start:])
	return found
}

// mergeFronts appends the Pareto front of the union of two fronts.
func mergeFronts(kept, a, b []floorplan) []floorplan {
	for len(a)+len(b) > 0 {
		from := &a
		if len(a) == 0 || len(b) > 0 && (b[0].W < a[0].W || b[0].W == a[0].W && b[0].H < a[0].H) {
			from = &b
		}
		if len(kept) == 0 || (*from)[0].H < kept[len(kept)-1].H {
			kept = append(kept, (*from)[0])
		}
		*from = (*from)[1:]
	}
	return kept
}

func pair(a, b *floorplan, horizontal bool, gap float64) floorplan {
	size := geom.Size{W: math.Max(a.W, b.W), H: a.H + gap + b.H}
	if horizontal {
		size = geom.Size{W: a.W + gap + b.W, H: math.Max(a.H, b.H)}
	}
	return floorplan{Size: size, parts: [2]*floorplan{a, b}, horizontal: horizontal}
}

// row joins floorplans into one row, or into one column.
func row(parts []floorplan, horizontal bool, gap float64) floorplan {
	all := parts[0]
	for i := range parts[1:] {
		first := all
		all = pair(&first, &parts[i+1], horizontal, gap)
	}
	return all
}

// line lists the parts of the row, or column, that the floorplan is at its top level.
func (p *floorplan) line() []*floorplan { return p.appendLine(nil, p.horizontal) }

func (p *floorplan) appendLine(line []*floorplan, horizontal bool) []*floorplan {
	if p.parts[0] == nil || p.horizontal != horizontal {
		return append(line, p)
	}
	return p.parts[1].appendLine(p.parts[0].appendLine(line, horizontal), horizontal)
}

func (p *floorplan) isPeople() bool { return p.parts[0] == nil && p.item == peopleItem }

// people finds the box's own people in the floorplan. It returns nil if there are none.
func (p *floorplan) people() *floorplan {
	switch {
	case p.isPeople():
		return p
	case p.parts[0] == nil:
		return nil
	}
	if found := p.parts[0].people(); found != nil {
		return found
	}
	return p.parts[1].people()
}
