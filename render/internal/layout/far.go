package layout

import (
	"cmp"
	"math"
	"slices"

	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/pack"
)

// A loose line is drawn if it is at most farLength long, has at most maxCrossings crossings, and is
// clear of everything else. Otherwise both cards describe it in words.
const (
	farLength    = 450.0
	maxCrossings = 2
	clearance    = 8.0  // from a line to other lines, texts and cards
	longRun      = 40.0 // of two lines closer than that
	headRoom     = 24.0 // before an arrowhead, without other lines
)

// distant returns the loose edges whose cards are farther apart than farLength. They need no route.
func distant(in *Input, out *Placed) (far []int) {
	for i, e := range in.Edges {
		if !e.Loose {
			continue
		}
		a, b := out.Cards[e.From], out.Cards[e.To]
		dx := math.Max(0, math.Max(a.X-b.Right(), b.X-a.Right()))
		dy := math.Max(0, math.Max(a.Y-b.Bottom(), b.Y-a.Bottom()))
		if dx+dy > farLength {
			far = append(far, i)
		}
	}
	return far
}

type stretch struct {
	geom.Rect
	edge  int
	level bool
	// head marks the part before an arrowhead, from which other lines keep their distance.
	head bool
}

func stretches(edge int, line []geom.Point, arrow bool) []stretch {
	var all []stretch
	for k := 1; k < len(line); k++ {
		all = append(all, stretch{Rect: geom.Between(line[k-1], line[k]), edge: edge, level: line[k-1].Y == line[k].Y})
	}
	if last := len(line) - 1; arrow && last > 0 {
		tip, before := line[last], line[last-1]
		long := math.Abs(tip.X-before.X) + math.Abs(tip.Y-before.Y)
		part := math.Min(1, headRoom/math.Max(long, 1))
		from := geom.Pt(tip.X+float64((before.X-tip.X)*part), tip.Y+float64((before.Y-tip.Y)*part))
		all = append(all, stretch{Rect: geom.Between(tip, from), edge: edge, head: true, level: tip.Y == before.Y})
	}
	return all
}

// judge records the faults of lines: crossings, and distances that are too small.
type judge struct {
	in  *Input
	out *Placed
	// crossings and touches map a loose edge to the other edges that it crosses or approaches too
	// closely. An edge may be repeated in crossings.
	crossings, touches map[int][]int
	// blocked is the set of loose edges that are too close to a card or a text.
	blocked map[int]bool
}

// unclear returns the loose edges whose routed lines are too long or too close to others. The worst
// edge is removed first, since that may clear the adjacent lines.
func unclear(in *Input, out *Placed) []int {
	j := &judge{in: in, out: out, crossings: map[int][]int{}, touches: map[int][]int{}, blocked: map[int]bool{}}
	if !slices.ContainsFunc(in.Edges, func(e Edge) bool { return e.Loose }) {
		return nil
	}
	j.measure()
	gone := map[int]bool{}
	for i, e := range in.Edges {
		// A line without room for its arrowhead, or for a dash, is no line that a reader sees.
		if n := lineLength(out.Lines[i]); e.Loose && (n > farLength || n > 0 && n < headRoom || j.blocked[i]) {
			gone[i] = true
		}
	}
	crossed, touched := newTally(j.crossings), newTally(j.touches)
	for i := range gone {
		crossed.remove(i)
		touched.remove(i)
	}
	for {
		worst, most := -1, 0
		for i, e := range in.Edges {
			if !e.Loose || gone[i] {
				continue
			}
			faults := 10 * touched.count[i]
			if n := crossed.count[i]; n > maxCrossings {
				faults += n
			}
			if faults > most {
				worst, most = i, faults
			}
		}
		if worst < 0 {
			break
		}
		gone[worst] = true
		crossed.remove(worst)
		touched.remove(worst)
	}
	far := make([]int, 0, len(gone))
	for i := range gone {
		far = append(far, i)
	}
	slices.SortFunc(far, cmp.Compare)
	return far
}

// tally counts the faults of each edge with the remaining edges.
type tally struct {
	count map[int]int
	// at lists, for an edge, the edges that have a fault with it.
	at map[int][]int
}

func newTally(faults map[int][]int) tally {
	t := tally{map[int]int{}, map[int][]int{}}
	for i, others := range faults {
		t.count[i] = len(others)
		for _, o := range others {
			t.at[o] = append(t.at[o], i)
		}
	}
	return t
}

func (t tally) remove(edge int) {
	for _, i := range t.at[edge] {
		t.count[i]--
	}
}

func lineLength(line []geom.Point) float64 {
	sum := 0.0
	for k := 1; k < len(line); k++ {
		sum += math.Abs(line[k].X-line[k-1].X) + math.Abs(line[k].Y-line[k-1].Y)
	}
	return sum
}

// measure compares each loose line with the other lines, the cards and the texts.
func (j *judge) measure() {
	lines := make([][]stretch, len(j.in.Edges))
	for i, e := range j.in.Edges {
		lines[i] = stretches(i, j.out.Lines[i], e.Arrow)
	}
	around := newRectIndex()
	for i, card := range j.out.Cards {
		around.add(card.Grow(clearance-0.5), i)
	}
	labels := newRectIndex()
	for _, text := range texts(j.in, j.out) {
		labels.add(text.Grow(clearance-0.5), -1)
	}
	all := newStretchIndex(lines)
	for i, e := range j.in.Edges {
		if !e.Loose {
			continue
		}
		for _, s := range lines[i] {
			if s.head {
				continue
			}
			foreign := func(card int) bool { return card != e.From && card != e.To }
			if labels.overlaps(s.Grow(0.01), -2) || around.meets(s.Grow(0.01), foreign) {
				j.blocked[i] = true
			}
		}
		all.near(lines[i], func(s, o stretch) { j.compare(s, o) })
	}
}

// compare records the faults of a stretch of a loose line near a stretch of another line.
func (j *judge) compare(s, o stretch) {
	i, k := s.edge, o.edge
	if i == k {
		return
	}
	switch {
	case s.head || o.head:
		if s.Grow(clearance-0.25).Overlaps(o.Grow(0.01)) && !(s.head && o.head) {
			j.touches[i] = append(j.touches[i], k)
		}
	case s.level != o.level:
		flat, upright := s, o
		if o.level {
			flat, upright = o, s
		}
		if flat.X < upright.X && upright.X < flat.Right() && upright.Y < flat.Y && flat.Y < upright.Bottom() {
			j.crossings[i] = append(j.crossings[i], k)
		}
	case s.closeTo(o):
		j.touches[i] = append(j.touches[i], k)
	}
}

// closeTo reports whether two parallel stretches run too close to each other.
func (s stretch) closeTo(o stretch) bool {
	along, apart := math.Min(s.Right(), o.Right())-math.Max(s.X, o.X), math.Abs(s.Y-o.Y)
	if !s.level {
		along, apart = math.Min(s.Bottom(), o.Bottom())-math.Max(s.Y, o.Y), math.Abs(s.X-o.X)
	}
	return along > longRun && apart < clearance-0.25 || along > 1 && apart < 2
}

// maxWidened is the largest number of cards in a map that is laid out again because lines are too
// close.
const maxWidened = 400

// widen widens the gaps between boxes in which lines of different cards run too close to each
// other. It reports whether it widened any.
func widen(in *Input, out *Placed) bool {
	if in.Grid != nil || len(in.Cards) > maxWidened {
		return false
	}
	in.widened = true
	lines := make([][]stretch, len(in.Edges))
	for i, e := range in.Edges {
		lines[i] = stretches(i, out.Lines[i], e.Arrow)
	}
	crowded := map[int]int{} // the number of close lines, by the index of their box plus one
	all := newStretchIndex(lines)
	for i := range lines {
		near := map[int]bool{} // boxes in which the line is close to others
		all.near(lines[i], func(s, o stretch) {
			if in.Edges[s.edge].From == in.Edges[o.edge].From || s.head || o.head || s.level != o.level || !s.closeTo(o) {
				return
			}
			near[boxAround(in, out, geom.Pt(s.CenterX(), s.CenterY()))] = true
		})
		for box := range near {
			crowded[box+1]++
		}
	}
	wider := false
	for box := range in.gaps {
		if n := crowded[box]; n > 0 && in.gaps[box] < pack.MaxBoxGap {
			in.gaps[box] = math.Min(in.gaps[box]+clearance*math.Min(float64(n), 3), pack.MaxBoxGap)
			wider = true
		}
	}
	return wider
}

func boxAround(in *Input, out *Placed, p geom.Point) int {
	around := -1
	for i, b := range out.Boxes { // parents before their children
		if b.Contains(geom.Rect{X: p.X, Y: p.Y}) && in.Boxes[i].Parent == around {
			around = i
		}
	}
	return around
}

type stretchIndex struct {
	all   []stretch
	cells map[[2]int][]int
	rects *rectIndex
	// seen is, by stretch, the number of the last query that found it.
	seen    []int
	queries int
}

func newStretchIndex(lines [][]stretch) *stretchIndex {
	x := &stretchIndex{all: slices.Concat(lines...), cells: map[[2]int][]int{}, rects: newRectIndex()}
	x.seen = make([]int, len(x.all))
	for i, s := range x.all {
		x.rects.visit(s.Rect, func(cell [2]int) bool {
			x.cells[cell] = append(x.cells[cell], i)
			return false
		})
	}
	return x
}

// near calls do for each stretch of a line and each stretch near it, once per pair.
func (x *stretchIndex) near(line []stretch, do func(s, o stretch)) {
	for _, s := range line {
		x.queries++
		x.rects.visit(s.Grow(clearance), func(cell [2]int) bool {
			for _, i := range x.cells[cell] {
				if x.seen[i] != x.queries {
					x.seen[i] = x.queries
					do(s, x.all[i])
				}
			}
			return false
		})
	}
}
