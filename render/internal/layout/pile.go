package layout

import (
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// pile is a way to arrange some of what stands in a box: one thing in one of its shapes, or two piles above one another or beside one another with
// a straight gap between them.
type pile struct {
	geom.Size
	// thing is the place of the one thing in the list of boxes inside, or peopleThing; shape says in which of its shapes it stands.
	thing, shape int
	// parts are nil for one thing. beside is whether the second stands on the right of the first, and not below it.
	parts  [2]*pile
	beside bool
}

// peopleThing stands, among the things in a box, for the box's own people.
const peopleThing = -1

// mostPiled is of how many things every way to cut them apart, in their order, is tried; of more, rows and columns are.
const mostPiled = 9

// mostPiles is how many ways to arrange a part of the things are kept.
const mostPiles = 20

// piles are the ways to arrange things in their order: whatever can be cut apart into single things by straight gaps, each through all of what
// the one before it has left together (Stockmeyer's algorithm, for every place to cut). None is both wider and higher than another; the narrowest
// comes first. Each thing is given by the piles of itself alone, the narrowest first.
func piles(things [][]pile, gap float64) []pile {
	n := len(things)
	ways := make([][]pile, n*n) // by the first and the last of the things
	for i, t := range things {
		ways[i*n+i] = t
	}
	var best, found, spare []pile
	for long := 2; long <= n; long++ {
		for from := 0; from+long <= n; from++ {
			to := from + long - 1
			best = best[:0]
			for cut := from; cut < to; cut++ {
				for _, beside := range []bool{false, true} {
					found = appendPairs(found[:0], ways[from*n+cut], ways[(cut+1)*n+to], beside, gap)
					best, spare = appendFront(spare[:0], best, found), best
				}
			}
			ways[from*n+to] = slices.Clone(smallest(best, pile.size, mostPiles))
		}
	}
	return ways[n-1]
}

func (p pile) size() geom.Size { return p.Size }

// appendPairs appends the ways to set two piles beside one another, or above one another, that no other such way is as narrow and as low as; the
// narrowest first.
func appendPairs(found, a, b []pile, beside bool, gap float64) []pile {
	if beside { // from the highest: only where the higher becomes lower do both together
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

// appendFront appends those of two lists, each with the narrowest first, that none of either is as narrow and as low as, in that order.
func appendFront(kept, a, b []pile) []pile {
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

// pair sets two piles above one another or beside one another.
func pair(a, b *pile, beside bool, gap float64) pile {
	p := pile{Size: geom.Size{W: math.Max(a.W, b.W), H: a.H + gap + b.H}, parts: [2]*pile{a, b}, beside: beside}
	if beside {
		p.Size = geom.Size{W: a.W + gap + b.W, H: math.Max(a.H, b.H)}
	}
	return p
}

// row sets piles beside one another, or below one another.
func row(piles []pile, beside bool, gap float64) pile {
	all := piles[0]
	for i := range piles[1:] {
		first := all
		all = pair(&first, &piles[i+1], beside, gap)
	}
	return all
}

// line lists the piles that stand in one row, or one column, in a pile that is cut apart so first.
func (p *pile) line() []*pile { return p.appendLine(nil, p.beside) }

func (p *pile) appendLine(line []*pile, beside bool) []*pile {
	if p.parts[0] == nil || p.beside != beside {
		return append(line, p)
	}
	return p.parts[1].appendLine(p.parts[0].appendLine(line, beside), beside)
}

// isPeople reports whether the box's own people are all that stands in the pile.
func (p *pile) isPeople() bool { return p.parts[0] == nil && p.thing == peopleThing }

// people finds the people in a pile that has them, or is nil.
func (p *pile) people() *pile {
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
