package layout

import (
	"math"

	"github.com/accountatlas/accountatlas/render/internal/geom"
)

// routeSpot is a place by axis, in half points: 0 is x, along which level lines run, and 1 is y.
type routeSpot [2]int

// What a bar is.
const (
	routeIsCard = iota
	routeIsText
	routeIsBox
	routeIsLine
)

// routeBar is something that lines keep away from: an area, or a thin line that bars only what runs along it.
type routeBar struct {
	min, max routeSpot
	kind     int
	// pad is how near a line may come.
	pad int
	// along is the axis that a box's side or a drawn line runs along.
	along int
	// net is that of the lines that may run over this one, or -1.
	net int32
	// box is the innermost box around a card or a text, or -1, and the box itself of its side; out is where that side's outside lies.
	box int32
	out int
}

func (b *routeBar) middle() routeSpot {
	return routeSpot{(b.min[0] + b.max[0]) / 2, (b.min[1] + b.max[1]) / 2}
}

func (b *routeBar) thin() bool { return b.kind == routeIsBox || b.kind == routeIsLine }

// bars reports whether lines of a net along an axis have to keep away.
func (b *routeBar) bars(axis int, net int32) bool {
	return !b.thin() || b.along == axis && (b.net < 0 || b.net != net)
}

// routeSpace is all the bars, the cards first by their index, in a grid of buckets.
type routeSpace struct {
	bars []routeBar
	nest routeNest
	// min and max are the area that lines may use.
	min, max routeSpot
	// A bucket is cell wide and high; those of row r begin at first[r*cols].
	cell        int
	origin      routeSpot
	size        routeSpot
	first, held []int32
}

// routeCount is a coordinate in half points. Beyond a million points, and for no number at all, it is cut off so that sums stay small.
func routeCount(v float64, round func(float64) float64) int {
	const most = 1e6
	if math.IsNaN(v) {
		return 0
	}
	return int(round(max(-most, min(most, v)) * routeUnit))
}

func routeArea(r geom.Rect) (lo, hi routeSpot) {
	lo = routeSpot{routeCount(r.X, math.Floor), routeCount(r.Y, math.Floor)}
	hi = routeSpot{routeCount(r.Right(), math.Ceil), routeCount(r.Bottom(), math.Ceil)}
	return lo, routeSpot{max(lo[0], hi[0]), max(lo[1], hi[1])}
}

func newRouteSpace(task routeTask) *routeSpace {
	s := &routeSpace{nest: newRouteNest(task)}
	for i, r := range task.Cards {
		lo, hi := routeArea(r)
		s.bars = append(s.bars, routeBar{min: lo, max: hi, kind: routeIsCard, pad: routePad, net: -1, box: boxOf(task.CardBoxes, i)})
	}
	for i, r := range task.Texts {
		lo, hi := routeArea(r)
		s.bars = append(s.bars, routeBar{min: lo, max: hi, kind: routeIsText, pad: routeThin, net: -1, box: boxOf(task.TextBoxes, i)})
	}
	for i, r := range task.Boxes {
		lo, hi := routeArea(r)
		side := routeBar{kind: routeIsBox, pad: routeThin, net: -1, box: -1, out: -1}
		if s.nest.known() {
			side.box = int32(i)
		}
		s.line(side, lo, routeSpot{hi[0], lo[1]})
		s.line(side, lo, routeSpot{lo[0], hi[1]})
		side.out = 1
		s.line(side, routeSpot{lo[0], hi[1]}, hi)
		s.line(side, routeSpot{hi[0], lo[1]}, hi)
	}
	s.min, s.max = routeArea(task.Bounds)
	for axis := range 2 {
		for i := range task.Cards {
			s.min[axis] = min(s.min[axis], s.bars[i].min[axis])
			s.max[axis] = max(s.max[axis], s.bars[i].max[axis])
		}
		s.min[axis] -= routeMargin
		s.max[axis] += routeMargin
	}
	feet := newRouteFeet(s.bars[:len(task.Cards)])
	for _, line := range task.Drawn {
		s.drawn(line, feet)
	}
	s.index()
	return s
}

// line adds a thin bar, upright or level.
func (s *routeSpace) line(b routeBar, lo, hi routeSpot) {
	b.min, b.max = lo, hi
	if lo[0] == hi[0] {
		b.along = 1
	}
	s.bars = append(s.bars, b)
}

// drawn adds the stretches of a line that is there already.
func (s *routeSpace) drawn(line []geom.Point, feet routeFeet) {
	net := int32(-1)
	for i, p := range line {
		at := routeSpot{routeCount(p.X, math.Round), routeCount(p.Y, math.Round)}
		if i == 0 {
			net = feet.card(at)
			continue
		}
		before := routeSpot{routeCount(line[i-1].X, math.Round), routeCount(line[i-1].Y, math.Round)}
		if before == at || before[0] != at[0] && before[1] != at[1] {
			continue // a slanted line cannot be run over
		}
		lo := routeSpot{min(at[0], before[0]), min(at[1], before[1])}
		hi := routeSpot{max(at[0], before[0]), max(at[1], before[1])}
		s.line(routeBar{kind: routeIsLine, pad: routeThin, net: net, box: -1}, lo, hi)
	}
}

// index sorts the bars, grown by the widest pad, into buckets.
func (s *routeSpace) index() {
	wide, high := s.max[0]-s.min[0], s.max[1]-s.min[1]
	s.origin = s.min
	s.cell = max(80*routeUnit, int(math.Sqrt(float64(wide)*float64(high)/40_000)), wide/2_000, high/2_000)
	for s.entries() > 500_000+64*len(s.bars) {
		s.cell *= 2
	}
	s.size = routeSpot{wide/s.cell + 1, high/s.cell + 1}
	s.first = make([]int32, s.size[0]*s.size[1]+1)
	each := func(do func(bucket int, bar int32)) {
		for i := range s.bars {
			b := &s.bars[i]
			lo, hi := s.bucket(routeSpot{b.min[0] - routePad, b.min[1] - routePad}), s.bucket(routeSpot{b.max[0] + routePad, b.max[1] + routePad})
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
	each(func(bucket int, bar int32) { s.held[next[bucket]] = bar; next[bucket]++ })
}

// entries is about how many buckets all bars lie in together.
func (s *routeSpace) entries() int {
	sum := 0
	for i := range s.bars {
		b := &s.bars[i]
		sum += ((b.max[0]-b.min[0])/s.cell + 2) * ((b.max[1]-b.min[1])/s.cell + 2)
	}
	return sum
}

// bucket is the column and the row of the bucket that holds a place, or of the nearest one.
func (s *routeSpace) bucket(p routeSpot) routeSpot {
	return routeSpot{
		max(0, min(s.size[0]-1, (p[0]-s.origin[0])/s.cell)),
		max(0, min(s.size[1]-1, (p[1]-s.origin[1])/s.cell)),
	}
}

// in are the bars of a bucket.
func (s *routeSpace) in(x, y int) []int32 {
	i := y*s.size[0] + x
	return s.held[s.first[i]:s.first[i+1]]
}
