package route

import (
	"runtime"
	"sync"
)

// orderBundles puts bundles in the order in which they lie beside each other. Those on one track are ordered by where their lines come from and
// go to, so that they do not cross only to change places.
func orderBundles(axis int, bundles []bundle) []bundle {
	out := make([]bundle, len(bundles))
	inParallel(len(bundles), func(_, from, to int) {
		if from > 0 { // the part before takes all of the track at which it ends
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

// orderTied orders the bundles of one track: again and again the first that no other one has to come before.
func orderTied(axis int, tied []bundle) []bundle {
	const most = 64 // more come as they are: no reader can follow them, and each would be compared with each
	if len(tied) == 1 || len(tied) > most {
		return tied
	}
	before := make([]int, len(tied))
	after := make([][]int, len(tied))
	for i := range tied {
		for j := i + 1; j < len(tied); j++ {
			if !tied[i].beside(&tied[j]) {
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

// nearAlong is how near to each other along a track two stretches are beside each other.
const nearAlong = 4

// beside reports whether two bundles have to be kept apart.
func (b *bundle) beside(o *bundle) bool {
	return b.bus != o.bus && b.a-nearAlong < o.b && o.a-nearAlong < b.b
}

// compareOrder says whether x lies before y (negative) or after it, both being on one track.
func compareOrder(axis int, x, y *bundle) int {
	low := func(b *bundle) part {
		return b.end(func(p, q part) bool { return p.low(axis) < q.low(axis) })
	}
	high := func(b *bundle) part {
		return b.end(func(p, q part) bool { return p.high(axis) > q.high(axis) })
	}
	atLow, startsLow := compareEnd(axis, -1, low(x), low(y))
	atHigh, _ := compareEnd(axis, 1, high(x), high(y))
	// Where the two ends disagree the lines have to cross; they do so at the far end of what they share, on every stretch of it alike.
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

// compareEnd follows two lines that lie on each other, along axis towards dir, to where they part, and says which of them has to come first for
// them not to cross there: negative for x, 0 for neither. From says whether that end is the one that the line with the lower index comes from.
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
		case (ex-ey)*dir < 0: // x turns away first
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
		// Both turn at one place to one side: on the next stretch the one that turned later lies outside.
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

// step is by how much a part's index grows when its line is followed along axis towards dir.
func (p part) step(axis, dir int) int {
	if (p.line.corners[p.at+1][axis]-p.line.corners[p.at][axis])*dir >= 0 {
		return 1
	}
	return -1
}

// corner is the one at which the part ends when its line is followed by step.
func (p part) corner(step int) vec {
	if step > 0 {
		return p.line.corners[p.at+1]
	}
	return p.line.corners[p.at]
}

// turn is the direction of the next part, if there is one.
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

// minChunk is how many bundles are worth a goroutine.
const minChunk = 1000

// inParallel calls do for the parts of [0, n), in parallel when there are many. Each part is to write only what is its own, so that
// the number of processors changes nothing.
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
