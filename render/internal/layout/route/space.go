package route

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// vec is a point by axis, in units: axis 0 is x, the axis of horizontal lines, and 1 is y.
type vec [2]int

// The kinds of obstacles.
const (
	cardArea = iota
	textArea
	boxSide
	drawnLine
)

// obstacle is an area, or a thin line that blocks only parallel lines.
type obstacle struct {
	min, max vec
	kind     int
	// pad is the least distance of a line from the obstacle.
	pad int
	// along is the axis of a thin obstacle.
	along int
	// bus identifies the lines that may run over the obstacle, or is -1.
	bus int32
	// box is the innermost box around a card or a text, or -1; for a side of a box, it is the box
	// itself. out is the direction from the side to the outside.
	box int32
	out int
}

func (b *obstacle) middle() vec {
	return vec{(b.min[0] + b.max[0]) / 2, (b.min[1] + b.max[1]) / 2}
}

func (b *obstacle) thin() bool { return b.kind == boxSide || b.kind == drawnLine }

// blocks reports whether the obstacle blocks lines of a bus along an axis.
func (b *obstacle) blocks(axis int, bus int32) bool {
	return !b.thin() || b.along == axis && (b.bus < 0 || b.bus != bus)
}

// space has all obstacles, the cards first, in a grid of buckets.
type space struct {
	obstacles []obstacle
	nesting   nesting
	distances distances
	// min and max are the corners of the area for lines.
	min, max vec
	// cell is the side of a bucket. The buckets of row r begin at first[r*columns].
	cell        int
	origin      vec
	size        vec
	first, held []int32
}

// toUnits converts a coordinate. It limits the result to a million points, so that sums stay small.
// It returns 0 for NaN.
func toUnits(v float64, round func(float64) float64) int {
	const most = 1e6
	if math.IsNaN(v) {
		return 0
	}
	return int(round(max(-most, min(most, v)) * unit))
}

func toArea(r geom.Rect) (lo, hi vec) {
	lo = vec{toUnits(r.X, math.Floor), toUnits(r.Y, math.Floor)}
	hi = vec{toUnits(r.Right(), math.Ceil), toUnits(r.Bottom(), math.Ceil)}
	return lo, vec{max(lo[0], hi[0]), max(lo[1], hi[1])}
}

func newSpace(task Task) *space {
	s := &space{nesting: newNesting(task), distances: task.Distances.units(),
		obstacles: make([]obstacle, 0, len(task.Cards)+len(task.Texts)+4*len(task.Boxes)+3*len(task.Drawn))}
	for i, r := range task.Cards {
		lo, hi := toArea(r)
		s.obstacles = append(s.obstacles, obstacle{min: lo, max: hi, kind: cardArea, pad: s.distances.card, bus: -1, box: boxOf(task.CardBoxes, i)})
	}
	for i, r := range task.Texts {
		lo, hi := toArea(r)
		s.obstacles = append(s.obstacles, obstacle{min: lo, max: hi, kind: textArea, pad: s.distances.text, bus: -1, box: boxOf(task.TextBoxes, i)})
	}
	for i, r := range task.Boxes {
		lo, hi := toArea(r)
		side := obstacle{kind: boxSide, pad: s.distances.side, bus: -1, box: -1, out: -1}
		if s.nesting.known() {
			side.box = int32(i)
		}
		if task.Open != nil && task.Open[i] {
			side.pad = 0
		}
		s.line(side, lo, vec{hi[0], lo[1]})
		s.line(side, lo, vec{lo[0], hi[1]})
		side.out = 1
		s.line(side, vec{lo[0], hi[1]}, hi)
		s.line(side, vec{hi[0], lo[1]}, hi)
	}
	for _, r := range task.Rules {
		lo, hi := toArea(r.Rect)
		s.line(obstacle{kind: boxSide, pad: s.distances.side, bus: -1, box: int32(r.Box), out: -1}, lo, vec{hi[0], lo[1]})
	}
	s.min, s.max = toArea(task.Bounds)
	for axis := range 2 {
		for i := range task.Cards {
			s.min[axis] = min(s.min[axis], s.obstacles[i].min[axis])
			s.max[axis] = max(s.max[axis], s.obstacles[i].max[axis])
		}
		s.min[axis] -= margin
		s.max[axis] += margin
	}
	bottoms := newCardBottoms(s.obstacles[:len(task.Cards)])
	for _, line := range task.Drawn {
		s.drawn(line, bottoms)
	}
	s.index()
	return s
}

func (s *space) line(b obstacle, lo, hi vec) {
	b.min, b.max = lo, hi
	if lo[0] == hi[0] {
		b.along = 1
	}
	s.obstacles = append(s.obstacles, b)
}

func (s *space) drawn(line []geom.Point, bottoms cardBottoms) {
	bus := int32(-1)
	for i, p := range line {
		at := vec{toUnits(p.X, math.Round), toUnits(p.Y, math.Round)}
		if i == 0 {
			bus = bottoms.card(at)
			continue
		}
		before := vec{toUnits(line[i-1].X, math.Round), toUnits(line[i-1].Y, math.Round)}
		if before == at || before[0] != at[0] && before[1] != at[1] {
			continue // no line runs over a slanted line
		}
		lo := vec{min(at[0], before[0]), min(at[1], before[1])}
		hi := vec{max(at[0], before[0]), max(at[1], before[1])}
		s.line(obstacle{kind: drawnLine, pad: s.distances.drawn, bus: bus, box: -1}, lo, hi)
	}
}

// index sorts the obstacles into buckets. Each obstacle is enlarged by the largest pad.
func (s *space) index() {
	wide, high := s.max[0]-s.min[0], s.max[1]-s.min[1]
	s.origin = s.min
	s.cell = max(80*unit, int(math.Sqrt(float64(wide)*float64(high)/40_000)), wide/2_000, high/2_000)
	for s.entries() > 500_000+64*len(s.obstacles) {
		s.cell *= 2
	}
	s.size = vec{wide/s.cell + 1, high/s.cell + 1}
	s.first = make([]int32, s.size[0]*s.size[1]+1)
	pad := s.distances.widest()
	each := func(do func(bucket int, obs int32)) {
		for i := range s.obstacles {
			b := &s.obstacles[i]
			lo, hi := s.bucket(vec{b.min[0] - pad, b.min[1] - pad}), s.bucket(vec{b.max[0] + pad, b.max[1] + pad})
			for y := lo[1]; y <= hi[1]; y++ {
				for x := lo[0]; x <= hi[0]; x++ {
					do(y*s.size[0]+x, int32(i))
				}
			}
		}
	}
	each(func(bucket int, _ int32) { s.first[bucket+1]++ })
	for i := 1; i < len(s.first); i++ {
		s.first[i] += s.first[i-1]
	}
	s.held = make([]int32, s.first[len(s.first)-1])
	next := append([]int32(nil), s.first...)
	each(func(bucket int, obs int32) { s.held[next[bucket]] = obs; next[bucket]++ })
}

func (s *space) entries() int {
	sum := 0
	for i := range s.obstacles {
		b := &s.obstacles[i]
		sum += ((b.max[0]-b.min[0])/s.cell + 2) * ((b.max[1]-b.min[1])/s.cell + 2)
	}
	return sum
}

// bucket returns the column and row of the bucket of a point, or of the nearest bucket.
func (s *space) bucket(p vec) vec {
	return vec{
		max(0, min(s.size[0]-1, (p[0]-s.origin[0])/s.cell)),
		max(0, min(s.size[1]-1, (p[1]-s.origin[1])/s.cell)),
	}
}

func (s *space) in(x, y int) []int32 {
	i := y*s.size[0] + x
	return s.held[s.first[i]:s.first[i+1]]
}

type cardBottoms struct {
	cards []obstacle
	// rows maps the y of a bottom to its cards.
	rows map[int][]int32
}

func newCardBottoms(cards []obstacle) cardBottoms {
	f := cardBottoms{cards: cards, rows: map[int][]int32{}}
	for i := range cards {
		y := cards[i].max[1]
		f.rows[y] = append(f.rows[y], int32(i))
	}
	return f
}

// card returns the first card with a point on its bottom, to within a point, or -1.
func (f cardBottoms) card(at vec) int32 {
	first := int32(-1)
	for y := at[1] - unit; y <= at[1]+unit; y++ {
		for _, i := range f.rows[y] {
			if b := &f.cards[i]; at[0] >= b.min[0] && at[0] <= b.max[0] && (first < 0 || i < first) {
				first = i
			}
		}
	}
	return first
}
