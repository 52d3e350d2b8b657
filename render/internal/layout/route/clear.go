package route

import (
	"iter"
)

// ray is a query for the free length on an axis, from at in a direction.
type ray struct {
	axis, pos int
	at, dir   int
	// pad is the least distance to cards, most the largest length.
	pad, most int
	// from is the card at which the ray begins, or -1. If another card is nearer than pad, the ray
	// ends halfway to it.
	from int32
	bus  int32
	// box is the innermost box around the line, or -1. The ray enters only that box and its
	// ancestors.
	box int32
}

func (s *space) reach(r ray) int {
	end := max(r.at-r.most, s.min[r.axis])
	if r.dir > 0 {
		end = min(r.at+r.most, s.max[r.axis])
	}
	if (end-r.at)*r.dir <= 0 || r.pos < s.min[1-r.axis] || r.pos > s.max[1-r.axis] {
		return r.at
	}
	var p vec
	p[r.axis], p[1-r.axis] = r.at, r.pos
	c := s.bucket(p)
	for {
		for _, i := range s.in(c[0], c[1]) {
			if i == r.from {
				continue
			}
			if stop, ok := s.stops(&s.obstacles[i], r); ok && (end-stop)*r.dir > 0 {
				end = stop
			}
		}
		// The obstacles of the next bucket are at its near side or farther; longer obstacles were
		// in this bucket, too.
		c[r.axis] += r.dir
		if c[r.axis] < 0 || c[r.axis] >= s.size[r.axis] {
			return end
		}
		near := s.origin[r.axis] + c[r.axis]*s.cell
		if r.dir < 0 {
			near += s.cell
		}
		if (end-near)*r.dir <= 0 {
			return end
		}
	}
}

func (s *space) stops(b *obstacle, r ray) (int, bool) {
	entered := b.kind == boxSide && b.along != r.axis && b.box >= 0 && b.out == -r.dir && !s.nesting.holds(b.box, r.box)
	if !entered && !b.blocks(r.axis, r.bus) {
		return 0, false
	}
	pad := b.pad
	if b.kind == cardArea {
		pad = r.pad
	}
	if r.pos <= b.min[1-r.axis]-pad || r.pos >= b.max[1-r.axis]+pad {
		return 0, false
	}
	near, far := b.min[r.axis], b.max[r.axis]
	if r.dir < 0 {
		near, far = far, near
	}
	if (far+r.dir*pad-r.at)*r.dir <= 0 {
		return 0, false // on the other side
	}
	ahead := (near - r.at) * r.dir
	switch {
	case ahead > pad:
		return near - r.dir*pad, true
	case r.from >= 0 && ahead > 0:
		return r.at + r.dir*(ahead/2), true
	}
	return r.at, true
}

// segment is a straight part of a line on an axis: from and to are its ends, pos its position on
// the other axis.
type segment struct{ axis, pos, from, to int }

// clear returns the position up to which a segment can move across its axis towards dir, at most by
// most. If ok is false, the segment is already too close to an obstacle, and can only move away
// from it.
func (s *space) clear(line segment, dir, most int, bus int32) (edge int, ok bool) {
	axis, cross, pos := line.axis, 1-line.axis, line.pos
	edge, ok = max(pos-most, s.min[cross]), true
	if dir > 0 {
		edge = min(pos+most, s.max[cross])
	}
	if (edge-pos)*dir < 0 {
		return pos, false
	}
	for obs := range s.around(line, edge) {
		if !obs.blocks(axis, bus) || obs.min[axis]-obs.pad >= line.to || obs.max[axis]+obs.pad <= line.from {
			continue
		}
		near, far := obs.min[cross]-obs.pad, obs.max[cross]+obs.pad
		if near < pos && pos < far {
			ok = false
			if dir < 0 && obs.max[cross] <= pos || dir > 0 && obs.min[cross] >= pos {
				edge = pos
			}
			continue
		}
		if dir < 0 {
			near = far
		}
		if (near-pos)*dir >= 0 && (edge-near)*dir > 0 {
			edge = near
		}
	}
	return edge, ok
}

// covered returns the approximate length of a segment inside cards and texts.
func (s *space) covered(line segment) int {
	line.from, line.to = min(line.from, line.to), max(line.from, line.to)
	axis, cross := line.axis, 1-line.axis
	sum := 0
	for obs := range s.around(line, line.pos) {
		if !obs.thin() && obs.min[cross] < line.pos && line.pos < obs.max[cross] {
			sum += max(0, min(line.to, obs.max[axis])-max(line.from, obs.min[axis]))
		}
	}
	return sum
}

// around iterates over the obstacles in the buckets that a segment meets when it moves to pos. An
// obstacle in several buckets is repeated.
func (s *space) around(line segment, pos int) iter.Seq[*obstacle] {
	return func(yield func(*obstacle) bool) { s.walk(line, pos, yield) } // short enough to be inlined, so that nothing is allocated
}

func (s *space) walk(line segment, pos int, yield func(*obstacle) bool) {
	var lo, hi vec
	lo[line.axis], hi[line.axis] = line.from, line.to
	lo[1-line.axis], hi[1-line.axis] = min(line.pos, pos), max(line.pos, pos)
	lo, hi = s.bucket(lo), s.bucket(hi)
	for y := lo[1]; y <= hi[1]; y++ {
		for x := lo[0]; x <= hi[0]; x++ {
			for _, i := range s.in(x, y) {
				if !yield(&s.obstacles[i]) {
					return
				}
			}
		}
	}
}

// nesting is the tree of boxes. It is empty if the tree is unknown.
type nesting struct {
	parent []int32
	// first and last are the range of preorder numbers of a box and its descendants.
	first, last []int32
	min, max    []vec
	// containers lists, by box plus one, the inner boxes that have inner boxes of their own. Lines
	// of other boxes may pass through the space between these.
	containers [][]int32
}

func boxOf(boxes []int, i int) int32 {
	if boxes == nil {
		return -1
	}
	return int32(boxes[i])
}

func newNesting(task Task) nesting {
	n := len(task.Parents)
	nesting := nesting{parent: make([]int32, n), first: make([]int32, n), last: make([]int32, n), min: make([]vec, n), max: make([]vec, n)}
	for i, parent := range task.Parents {
		nesting.parent[i] = int32(parent)
		nesting.min[i], nesting.max[i] = toArea(task.Boxes[i])
		nesting.last[i] = 1
	}
	for i := n - 1; i >= 0; i-- { // last first counts the boxes
		if parent := nesting.parent[i]; parent >= 0 {
			nesting.last[parent] += nesting.last[i]
		}
	}
	next := make([]int32, n+1) // by parent plus one, the number of the next inner box
	for i := range n {
		parent := nesting.parent[i] + 1
		nesting.first[i] = next[parent]
		next[parent] += nesting.last[i]
		next[i+1] = nesting.first[i] + 1
		nesting.last[i] += nesting.first[i] - 1
	}
	nesting.containers = make([][]int32, n+1)
	for i := range n {
		if nesting.last[i] > nesting.first[i] {
			nesting.containers[nesting.parent[i]+1] = append(nesting.containers[nesting.parent[i]+1], int32(i))
		}
	}
	return nesting
}

func (n *nesting) known() bool { return len(n.parent) > 0 }

// holds reports whether outer is inner or an ancestor of it. The page (-1) is an ancestor of every
// box.
func (n *nesting) holds(outer, inner int32) bool {
	switch {
	case outer < 0:
		return true
	case inner < 0:
		return false
	}
	return n.first[outer] <= n.first[inner] && n.first[inner] <= n.last[outer]
}
