package pack

import (
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
	// parts are nil for a single item. If horizontal, the second part is to the right of the first,
	// and otherwise below it.
	parts      [2]*floorplan
	horizontal bool
}

const peopleItem = -1

// maxSliced is the largest number of items for which every slicing is tried. More items form rows
// and columns.
const maxSliced = 9

// maxFloorplans is the number of floorplans kept for a run of items.
const maxFloorplans = 20

// option is a floorplan of a run of items before it is built. It has no pointers, because thousands
// are compared for each option that is built.
type option struct {
	geom.Size
	// cut is the last item of the first part, or -1 for a single item.
	cut int16
	// first and second are the indexes of the parts among the options of their runs. For a single
	// item, first is its shape.
	first, second int16
	horizontal    bool
}

func (o option) size() geom.Size { return o.Size }

// slicer has the options for each run of items, by its first and last item.
type slicer struct {
	items [][]floorplan
	runs  [][]option
}

func (s *slicer) run(from, to int) *[]option { return &s.runs[from*len(s.items)+to] }

// slicings returns the Pareto front of the slicing floorplans of items in their order, the
// narrowest first (Stockmeyer's algorithm for every slicing tree). Each item is the front of its
// own shapes.
func slicings(items [][]floorplan, gap float64) []floorplan {
	n := len(items)
	s := slicer{items, make([][]option, n*n)}
	for i, shapes := range items {
		for k, shape := range shapes {
			*s.run(i, i) = append(*s.run(i, i), option{Size: shape.Size, cut: -1, first: int16(k)})
		}
	}
	var best, found, spare []option
	for long := 2; long <= n; long++ {
		for from := 0; from+long <= n; from++ {
			to := from + long - 1
			best = best[:0]
			for cut := from; cut < to; cut++ {
				for _, horizontal := range []bool{false, true} {
					found = appendPairs(found[:0], *s.run(from, cut), *s.run(cut+1, to), option{cut: int16(cut), horizontal: horizontal}, gap)
					best, spare = mergeFronts(spare[:0], best, found), best
				}
			}
			*s.run(from, to) = slices.Clone(reduceFront(best, option.size, maxFloorplans))
		}
	}
	plans := make([]floorplan, len(*s.run(0, n-1)))
	for i, o := range *s.run(0, n-1) {
		plans[i] = s.build(0, n-1, o)
	}
	return plans
}

func (s *slicer) build(from, to int, o option) floorplan {
	if o.cut < 0 {
		return s.items[from][o.first]
	}
	cut := int(o.cut)
	first, second := s.build(from, cut, (*s.run(from, cut))[o.first]), s.build(cut+1, to, (*s.run(cut+1, to))[o.second])
	return floorplan{Size: o.Size, parts: [2]*floorplan{&first, &second}, horizontal: o.horizontal}
}

// appendPairs appends the Pareto front of the pairs of two fronts, the narrowest first. Each pair
// is a copy of pair with its own parts and size.
func appendPairs(found, a, b []option, pair option, gap float64) []option {
	if pair.horizontal { // from the highest: only a lower shape of the higher item makes the pair lower
		for i, j := 0, 0; i < len(a) && j < len(b); {
			pair.first, pair.second, pair.Size = int16(i), int16(j), joined(a[i].Size, b[j].Size, true, gap)
			found = append(found, pair)
			if a[i].H == pair.H {
				i++
			}
			if b[j].H == pair.H {
				j++
			}
		}
		return found
	}
	start := len(found)
	for i, j := len(a)-1, len(b)-1; i >= 0 && j >= 0; { // from the widest, likewise
		pair.first, pair.second, pair.Size = int16(i), int16(j), joined(a[i].Size, b[j].Size, false, gap)
		found = append(found, pair)
		if a[i].W == pair.W {
			i--
		}
		if b[j].W == pair.W {
			j--
		}
	}
	slices.Reverse(found[start:])
	return found
}

// mergeFronts appends the Pareto front of the union of two fronts.
func mergeFronts(kept, a, b []option) []option {
	for i, k := 0, 0; i < len(a) || k < len(b); {
		var next option
		if i == len(a) || k < len(b) && (b[k].W < a[i].W || b[k].W == a[i].W && b[k].H < a[i].H) {
			next, k = b[k], k+1
		} else {
			next, i = a[i], i+1
		}
		if len(kept) == 0 || next.H < kept[len(kept)-1].H {
			kept = append(kept, next)
		}
	}
	return kept
}

func joined(a, b geom.Size, horizontal bool, gap float64) geom.Size {
	if horizontal {
		return geom.Size{W: a.W + gap + b.W, H: max(a.H, b.H)}
	}
	return geom.Size{W: max(a.W, b.W), H: a.H + gap + b.H}
}

// row joins floorplans into one row, or into one column.
func row(parts []floorplan, horizontal bool, gap float64) floorplan {
	all := parts[0]
	for i := range parts[1:] {
		first := all
		all = floorplan{Size: joined(first.Size, parts[i+1].Size, horizontal, gap), parts: [2]*floorplan{&first, &parts[i+1]}, horizontal: horizontal}
	}
	return all
}

// line returns the parts of the floorplan's top-level row or column.
func (p *floorplan) line() []*floorplan { return p.appendLine(nil, p.horizontal) }

func (p *floorplan) appendLine(line []*floorplan, horizontal bool) []*floorplan {
	if p.parts[0] == nil || p.horizontal != horizontal {
		return append(line, p)
	}
	return p.parts[1].appendLine(p.parts[0].appendLine(line, horizontal), horizontal)
}

func (p *floorplan) isPeople() bool { return p.parts[0] == nil && p.item == peopleItem }

// people returns the box's own people in the floorplan, or nil if there are none.
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
