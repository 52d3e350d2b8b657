package route

import (
	"runtime"
	"sync"
)

// orderBundles sorts bundles by position. Bundles on one track are ordered by the directions of
// their ends, which avoids crossings.
func orderBundles(axis int, bundles []bundle) []bundle {
	out := make([]bundle, len(bundles))
	inParallel(len(bundles), func(_, from, to int) {
		if from > 0 { // the previous part includes all of its last track
			for from < to && bundles[from].pos == bundles[from-1].pos {
				from++
			}
		}
		for from < to {
			end := from + 1
			for end < len(bundles) && bundles[end].pos == bundles[from].pos {
				end++
			}
			copy(out[from:end], orderTied(axis, bundles[from:end]))
			from = end
		}
	})
	return out
}

// orderTied orders the bundles of one track by a topological sort that breaks cycles.
func orderTied(axis int, tied []bundle) []bundle {
	const most = 64 // more keep their order: nobody can follow them, and each pair would be compared
	if len(tied) == 1 || len(tied) > most {
		return tied
	}
	before := make([]int, len(tied))
	after := make([][]int, len(tied))
	for i := range tied {
		for j := i + 1; j < len(tied); j++ {
			if !tied[i].overlaps(&tied[j]) {
				continue
			}
			first, second := i, j
			if compareOrder(axis, &tied[i], &tied[j]) > 0 {
				first, second = j, i
			}
			after[first] = append(after[first], second)
			before[second]++
		}
	}
	out := make([]bundle, 0, len(tied))
	placed := make([]bool, len(tied))
	for range tied {
		next := -1
		for i := range tied {
			if !placed[i] && (next < 0 || before[i] < before[next]) {
				next = i
			}
		}
		placed[next] = true
		out = append(out, tied[next])
		for _, i := range after[next] {
			before[i]--
		}
	}
	return out
}

// nearAlong is the distance along a track up to which two segments count as overlapping.
const nearAlong = 4

func (b *bundle) overlaps(o *bundle) bool {
	return b.bus != o.bus && b.a-nearAlong < o.b && o.a-nearAlong < b.b
}

// compareOrder returns a negative number if x precedes y on their track, and a positive number if x
// follows y.
func compareOrder(axis int, x, y *bundle) int {
	low := func(b *bundle) part {
		return b.end(func(p, q part) bool { return p.low(axis) < q.low(axis) })
	}
	high := func(b *bundle) part {
		return b.end(func(p, q part) bool { return p.high(axis) > q.high(axis) })
	}
	atLow, startsLow := compareEnd(axis, -1, low(x), low(y))
	atHigh, _ := compareEnd(axis, 1, high(x), high(y))
	// If the ends disagree, the lines must cross. They cross at the far end of the shared part,
	// alike on every segment.
	switch {
	case atLow == 0:
		return atHigh
	case atHigh == 0 || startsLow:
		return atLow
	}
	return atHigh
}

func (b *bundle) end(better func(p, q part) bool) part {
	best := b.parts[0]
	for _, p := range b.parts[1:] {
		if better(p, best) {
			best = p
		}
	}
	return best
}

func (p part) low(axis int) int {
	return min(p.line.corners[p.at][axis], p.line.corners[p.at+1][axis])
}

func (p part) high(axis int) int {
	return max(p.line.corners[p.at][axis], p.line.corners[p.at+1][axis])
}

// compareEnd follows two overlapping lines along axis towards dir until they diverge. first is
// negative if x must precede y to avoid a crossing there, and 0 if the order does not matter. from
// reports whether the line with the lower index comes from that end.
func compareEnd(axis, dir int, x, y part) (first int, from bool) {
	sx, sy := x.step(axis, dir), y.step(axis, dir)
	from = sx < 0
	if y.line.index < x.line.index {
		from = sy < 0
	}
	sign := 1
	for range len(x.line.corners) + len(y.line.corners) {
		ex, ey := x.corner(sx)[axis], y.corner(sy)[axis]
		tx, okx := x.turn(sx)
		ty, oky := y.turn(sy)
		switch {
		case (ex-ey)*dir < 0: // x turns first
			if !okx {
				return 0, from
			}
			return sign * tx, from
		case (ex-ey)*dir > 0:
			if !oky {
				return 0, from
			}
			return -sign * ty, from
		case !okx || !oky:
			return 0, from
		case tx != ty:
			return sign * tx, from
		}
		// Both turn at one point to one side: on the next segment the later turn is outside.
		sign *= -dir * tx
		x.at, y.at = x.at+sx, y.at+sy
		axis, dir = 1-axis, tx
		if px, py := x.line.corners[x.at][1-axis], y.line.corners[y.at][1-axis]; px != py {
			if px < py {
				return sign, from
			}
			return -sign, from
		}
	}
	return 0, from
}

// step returns the increment of a part's index that follows its line along axis towards dir.
func (p part) step(axis, dir int) int {
	if (p.line.corners[p.at+1][axis]-p.line.corners[p.at][axis])*dir >= 0 {
		return 1
	}
	return -1
}

func (p part) corner(step int) vec {
	if step > 0 {
		return p.line.corners[p.at+1]
	}
	return p.line.corners[p.at]
}

// turn returns the direction of the next part. ok is false at an end of the line.
func (p part) turn(step int) (dir int, ok bool) {
	next := p.at + step
	if next < 0 || next > len(p.line.corners)-2 {
		return 0, false
	}
	cross := 1 - p.axis()
	here, there := p.corner(step), part{p.line, next}.corner(step)
	switch {
	case there[cross] < here[cross]:
		return -1, true
	case there[cross] > here[cross]:
		return 1, true
	}
	return 0, false
}

// minChunk is the number of bundles worth a goroutine.
const minChunk = 1000

// inParallel calls do for parts of [0, n), concurrently if n is large. Each part must write only
// its own range, so that the result does not depend on the number of processors.
func inParallel(n int, do func(part, from, to int)) {
	parts := max(1, min(runtime.GOMAXPROCS(0), n/minChunk))
	if parts == 1 {
		do(0, 0, n)
		return
	}
	var wait sync.WaitGroup
	for part := range parts {
		wait.Go(func() { do(part, part*n/parts, (part+1)*n/parts) })
	}
	wait.Wait()
}
