package layout

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRouteKeepsClear holds all lines to all rules. Where more lines share a gutter than have room for the full distance, they may come nearer
// to each other, though not on maps like the one that we want to reach.
func TestRouteKeepsClear(t *testing.T) {
	var lines, near [2]int // by whether boxes are known, which leaves only the gutters between them to lines that go by
	for name, task := range routePlaces() {
		nested := 0
		if task.Parents != nil {
			nested = 1
		}
		for _, f := range routeFaults(task, route(task)) {
			if f.kind == "near" && !strings.HasPrefix(name, "map") && name != "web" {
				near[nested]++
				continue
			}
			t.Error(name, f)
		}
		lines[nested] += len(task.Lines)
	}
	t.Logf("%d lines, %d times too near to another", lines, near)
	assert.Less(t, near[0]*20, lines[0])
	assert.Less(t, near[1]*4, lines[1])
}

func TestRouteIsTheSameEveryTime(t *testing.T) {
	for name, task := range routePlaces() {
		assert.Equal(t, route(task), route(task), name)
	}
}

func TestRouteCountsInHalfPoints(t *testing.T) {
	task := routeStrewn(3, 30, 20, 16)
	for _, way := range route(task) {
		for _, p := range way[1 : len(way)-1] {
			assert.Zero(t, math.Mod(p.X*2, 1))
			assert.Zero(t, math.Mod(p.Y*2, 1))
		}
	}
}

// TestRouteHierarchy: from the middle below to the middle above, by a bus that the lines of one manager share.
func TestRouteHierarchy(t *testing.T) {
	task := routeMap()
	lines := route(task)
	for i, l := range task.Lines {
		if !l.Hierarchy {
			continue
		}
		from, to := task.Cards[l.From], task.Cards[l.To]
		assert.Equal(t, Point{from.CenterX(), from.Bottom()}, lines[i][0])
		assert.Equal(t, Point{to.CenterX(), to.Y}, lines[i][len(lines[i])-1])
	}
	assert.Equal(t, lines[0][1], lines[2][1], "two reports on either side hang from one bus")
	assert.Equal(t, lines[3][1], lines[5][1])
	assert.Len(t, lines[1], 2, "a report right below hangs straight")
}

// TestRouteStraight: cards beside each other, a little out of line, are joined without a bend.
func TestRouteStraight(t *testing.T) {
	task := routeTask{
		Bounds: Rect{0, 0, 500, 100},
		Cards:  []Rect{{0, 0, 196, 60}, {300, 14, 196, 60}},
		Lines:  []routeLine{{From: 0, To: 1, Arrow: true}},
	}
	way := route(task)[0]
	assert.Len(t, way, 2)
	assert.Empty(t, routeFaults(task, [][]Point{way}))
}

// TestRouteSpreadsEnds: lines that end at one side of a card do so a few points apart.
func TestRouteSpreadsEnds(t *testing.T) {
	task := routeTask{
		Bounds: Rect{0, 0, 800, 400},
		Cards:  []Rect{{0, 0, 196, 60}, {0, 150, 196, 60}, {0, 300, 196, 60}, {400, 150, 196, 60}},
		Lines:  []routeLine{{From: 0, To: 3, Arrow: true}, {From: 1, To: 3, Arrow: true}, {From: 2, To: 3, Arrow: true}},
	}
	lines := route(task)
	assert.Empty(t, routeFaults(task, lines))
	for i := 1; i < 3; i++ {
		above, below := lines[i-1][len(lines[i-1])-1], lines[i][len(lines[i])-1]
		assert.GreaterOrEqual(t, below.Y-above.Y, 5.0, "in the order in which they come")
	}
}

// TestRouteTight: where cards leave less room than a line should have, it still goes between them, not under one.
func TestRouteTight(t *testing.T) {
	ring := routeTask{Bounds: Rect{0, 0, 600, 300}, Lines: []routeLine{{From: 4, To: 9, Arrow: true}}}
	for i := range 9 {
		ring.Cards = append(ring.Cards, Rect{float64(i%3) * 103, float64(i/3) * 53, 100, 50})
	}
	ring.Cards = append(ring.Cards, Rect{500, 200, 80, 50})
	for _, f := range routeFaults(ring, route(ring)) {
		assert.Equal(t, "card", f.kind, f)
	}
	for _, way := range route(ring) {
		for k := 1; k < len(way); k++ {
			for _, c := range ring.Cards {
				assert.False(t, routeWithin(c, way[k-1], way[k]), way)
			}
		}
	}
}

func TestRouteDegenerate(t *testing.T) {
	card := Rect{0, 0, 196, 60}
	inf := math.Inf(1)
	tests := map[string]routeTask{
		"nothing":         {},
		"no lines":        {Cards: []Rect{card}},
		"itself":          {Cards: []Rect{card}, Lines: []routeLine{{}, {Hierarchy: true}}},
		"on each other":   {Cards: []Rect{card, card}, Lines: []routeLine{{From: 0, To: 1}, {From: 1, To: 0, Hierarchy: true}}},
		"overlapping":     {Cards: []Rect{card, card.Move(50, 20)}, Lines: []routeLine{{From: 0, To: 1, Arrow: true}}},
		"touching":        {Cards: []Rect{card, card.Move(196, 0), card.Move(0, 60)}, Lines: []routeLine{{From: 0, To: 1}, {From: 0, To: 2, Hierarchy: true}}},
		"no size":         {Cards: []Rect{{}, {}, {5, 5, 0, 0}}, Lines: []routeLine{{From: 0, To: 1}, {From: 1, To: 2}}},
		"less than none":  {Cards: []Rect{{0, 0, -5, -5}, {100, 100, -50, 20}}, Lines: []routeLine{{From: 0, To: 1}}},
		"no numbers":      {Cards: []Rect{{math.NaN(), 0, inf, 60}, {-inf, inf, 5, 5}}, Lines: []routeLine{{From: 0, To: 1}}},
		"far away":        {Cards: []Rect{card, card.Move(1e9, -1e9)}, Lines: []routeLine{{From: 0, To: 1}}},
		"under a text":    {Cards: []Rect{card, card.Move(400, 0)}, Texts: []Rect{{-50, -50, 700, 200}}, Lines: []routeLine{{From: 0, To: 1}}},
		"strange drawing": {Cards: []Rect{card, card.Move(400, 0)}, Drawn: [][]Point{nil, {{1, 1}}, {{0, 0}, {9, 9}}}, Lines: []routeLine{{From: 0, To: 1}}},
	}
	for name, task := range tests {
		t.Run(name, func(t *testing.T) {
			lines := route(task)
			require.Len(t, lines, len(task.Lines))
			for _, way := range lines {
				assert.GreaterOrEqual(t, len(way), 2)
			}
		})
	}
	assert.Equal(t, [][]Point{nil, nil}, route(routeTask{Cards: []Rect{card}, Lines: []routeLine{{From: 0, To: 1}, {From: -1, To: 0}}}))
}

// TestRouteDiagonal: cards each in a row and a column of its own would make a grid of millions of nodes.
func TestRouteDiagonal(t *testing.T) {
	task := routeTask{Bounds: Rect{0, 0, 1e5, 1e5}}
	for i := range 1500 {
		task.Cards = append(task.Cards, Rect{float64(i) * 61, float64(i) * 67, 40, 40})
	}
	for i := range 40 {
		task.Lines = append(task.Lines, routeLine{From: i * 30, To: i*30 + 5})
	}
	for _, f := range routeFaults(task, route(task)) {
		t.Error(f)
	}
}

func FuzzRoute(f *testing.F) {
	f.Add(uint64(1), uint8(5), uint8(5), uint16(300))
	f.Add(uint64(2), uint8(30), uint8(20), uint16(40))
	f.Add(uint64(3), uint8(2), uint8(9), uint16(0))
	f.Fuzz(func(t *testing.T, seed uint64, cards, lines uint8, page uint16) {
		rng := rand.New(rand.NewPCG(seed, 3))
		size := float64(page) + 1
		rect := func(most float64) Rect {
			return Rect{rng.Float64() * size, rng.Float64() * size, rng.Float64() * most, rng.Float64() * most}
		}
		task := routeTask{Bounds: Rect{0, 0, size, size}}
		for range int(cards)%60 + 1 {
			task.Cards = append(task.Cards, rect(30))
		}
		for range int(lines) % 9 {
			task.Boxes = append(task.Boxes, rect(200))
			task.Texts = append(task.Texts, rect(20))
			p := Point{rng.Float64() * size, rng.Float64() * size}
			task.Drawn = append(task.Drawn, []Point{p, p.Add(0, 30), p.Add(30, 30)})
		}
		for range int(lines) % 40 {
			l := routeLine{From: rng.IntN(len(task.Cards)), To: rng.IntN(len(task.Cards)), Hierarchy: rng.IntN(2) == 0, Arrow: rng.IntN(2) == 0}
			task.Lines = append(task.Lines, l)
		}
		out := route(task)
		require.Len(t, out, len(task.Lines))
		if page%2 == 1 {
			task = routeNested(task)
			out = route(task)
		}
		for i, way := range out {
			require.GreaterOrEqual(t, len(way), 2)
			for k := 1; k < len(way); k++ {
				require.True(t, way[k].X == way[k-1].X || way[k].Y == way[k-1].Y, "line %d: %v", i, way)
			}
		}
		require.Equal(t, out, route(task))
	})
}

// TestRouteStops: whenever nobody waits any more, the work ends with that question, and no line is led.
func TestRouteStops(t *testing.T) {
	task := routeStrewn(5, 120, 200, 16)
	asked, until := 0, math.MaxInt
	task.Stop = func() bool { asked++; return asked >= until }
	for _, line := range route(task) {
		require.NotEmpty(t, line)
	}
	all := asked
	assert.Greater(t, all, len(task.Lines)/routeTogether+5, "it is asked between the lines, and before and after them")
	for _, until = range []int{1, 2, 3, all / 2, all - 2, all - 1, all} {
		asked = 0
		lines := route(task)
		assert.Less(t, asked, until+2, "it is not asked on and on")
		assert.Len(t, lines, len(task.Lines))
		for _, line := range lines {
			require.Nil(t, line, "asked %d times of %d", until, all)
		}
	}
}

// TestRouteShowsAnArrow: between cards that stand close an arrow goes round, as only its head would be seen; where there is no room it goes straight.
func TestRouteShowsAnArrow(t *testing.T) {
	task := routeTask{Bounds: Rect{0, 0, 300, 200}, Cards: []Rect{{50, 20, 200, 64}, {50, 94, 200, 64}}, Lines: []routeLine{{From: 1, To: 0, Arrow: true}}}
	assert.Len(t, route(task)[0], 4)
	task.Cards = append(task.Cards, Rect{30, 0, 12, 200}, Rect{258, 0, 12, 200})
	assert.Len(t, route(task)[0], 2)
}
