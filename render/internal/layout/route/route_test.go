package route

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/geom"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRouteKeepsClear checks all rules for all lines. In a channel that is too narrow for its lines
// they may be nearer to each other, though not on typical maps.
func TestRouteKeepsClear(t *testing.T) {
	var lines, near [2]int // by whether boxes are known, whose gutters alone are then open to passing lines
	for name, task := range testTasks() {
		nested := 0
		if task.Parents != nil {
			nested = 1
		}
		for _, f := range faults(task, Route(task)) {
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
	for name, task := range testTasks() {
		assert.Equal(t, Route(task), Route(task), name)
	}
}

func TestRouteCountsInHalfPoints(t *testing.T) {
	task := scattered(3, 30, 20, 16)
	for _, way := range Route(task) {
		for _, p := range way[1 : len(way)-1] {
			assert.Zero(t, math.Mod(p.X*2, 1))
			assert.Zero(t, math.Mod(p.Y*2, 1))
		}
	}
}

// TestRouteHierarchy checks that lines lead from the center of the bottom to the center of the top,
// through the bus of the manager.
func TestRouteHierarchy(t *testing.T) {
	task := mapTask()
	lines := Route(task)
	for i, l := range task.Lines {
		if !l.Hierarchy {
			continue
		}
		from, to := task.Cards[l.From], task.Cards[l.To]
		assert.Equal(t, geom.Pt(from.CenterX(), from.Bottom()), lines[i][0])
		assert.Equal(t, geom.Pt(to.CenterX(), to.Y), lines[i][len(lines[i])-1])
	}
	assert.Equal(t, lines[0][1], lines[2][1], "two reports on either side hang from one bus")
	assert.Equal(t, lines[3][1], lines[5][1])
	assert.Len(t, lines[1], 2, "a report right below hangs straight")
}

// TestRouteReportsAreStraight checks that the line to a report slightly beside its manager, and the
// line that passes a text above a report, end without a bend beside the middle of the report.
func TestRouteReportsAreStraight(t *testing.T) {
	offset := Task{Bounds: geom.Rect{W: 500, H: 300}, Distances: Roomy(),
		Cards: []geom.Rect{{X: 100, Y: 0, W: 196, H: 60}, {X: 103, Y: 150, W: 196, H: 60}},
		Lines: []Line{{From: 0, To: 1, Hierarchy: true}}}
	assert.Len(t, Route(offset)[0], 2)
	text := Task{Bounds: geom.Rect{W: 900, H: 400}, Distances: Roomy(), Texts: []geom.Rect{{X: 500, Y: 260, W: 110, H: 16}},
		Cards: []geom.Rect{{X: 0, Y: 0, W: 196, H: 60}, {X: 500, Y: 300, W: 196, H: 60}},
		Lines: []Line{{From: 0, To: 1, Hierarchy: true}}}
	line := Route(text)[0]
	assert.Empty(t, faults(text, [][]geom.Point{line}))
	require.Len(t, line, 4, "down, across, down")
	assert.Equal(t, 500.0+110+8, line[3].X, "just beside the text")
}

// TestRouteLeavesTheEndOfATrunk checks that the line to a report far away continues the drawn line
// of its manager beyond the last report.
func TestRouteLeavesTheEndOfATrunk(t *testing.T) {
	task := Task{Bounds: geom.Rect{W: 900, H: 600}, Distances: Roomy(),
		Cards: []geom.Rect{{X: 400, Y: 20, W: 200, H: 40}, {X: 200, Y: 80, W: 200, H: 40}, {X: 600, Y: 80, W: 200, H: 40}, {X: 0, Y: 400, W: 160, H: 40}},
		Texts: []geom.Rect{{X: 200, Y: 130, W: 650, H: 20}},
		Drawn: [][]geom.Point{
			{geom.Pt(500, 60), geom.Pt(500, 70), geom.Pt(300, 70), geom.Pt(300, 80)},
			{geom.Pt(500, 60), geom.Pt(500, 70), geom.Pt(700, 70), geom.Pt(700, 80)},
		},
		Lines: []Line{{From: 0, To: 3, Hierarchy: true}}}
	for _, p := range Route(task)[0] {
		assert.GreaterOrEqual(t, p.Y, 60.0, "the line does not rise above its trunk: %v", Route(task)[0])
	}
}

// TestRouteStraight checks that a line between adjacent cards with a small offset has no bend.
func TestRouteStraight(t *testing.T) {
	task := Task{
		Bounds: geom.Rect{X: 0, Y: 0, W: 500, H: 100},
		Cards:  []geom.Rect{{X: 0, Y: 0, W: 196, H: 60}, {X: 300, Y: 14, W: 196, H: 60}},
		Lines:  []Line{{From: 0, To: 1, Arrow: true}},
	}
	way := Route(task)[0]
	assert.Len(t, way, 2)
	assert.Empty(t, faults(task, [][]geom.Point{way}))
}

// TestRouteSpreadsEnds checks that lines at one side of a card end a few points apart.
func TestRouteSpreadsEnds(t *testing.T) {
	task := Task{
		Bounds: geom.Rect{X: 0, Y: 0, W: 800, H: 400},
		Cards:  []geom.Rect{{X: 0, Y: 0, W: 196, H: 60}, {X: 0, Y: 150, W: 196, H: 60}, {X: 0, Y: 300, W: 196, H: 60}, {X: 400, Y: 150, W: 196, H: 60}},
		Lines:  []Line{{From: 0, To: 3, Arrow: true}, {From: 1, To: 3, Arrow: true}, {From: 2, To: 3, Arrow: true}},
	}
	lines := Route(task)
	assert.Empty(t, faults(task, lines))
	for i := 1; i < 3; i++ {
		above, below := lines[i-1][len(lines[i-1])-1], lines[i][len(lines[i])-1]
		assert.GreaterOrEqual(t, below.Y-above.Y, 5.0, "in the order in which they come")
	}
}

// TestRouteTight checks that a line passes through a channel that is too narrow rather than under a
// card.
func TestRouteTight(t *testing.T) {
	ring := Task{Bounds: geom.Rect{X: 0, Y: 0, W: 600, H: 300}, Lines: []Line{{From: 4, To: 9, Arrow: true}}}
	for i := range 9 {
		ring.Cards = append(ring.Cards, geom.Rect{X: float64(i%3) * 103, Y: float64(i/3) * 53, W: 100, H: 50})
	}
	ring.Cards = append(ring.Cards, geom.Rect{X: 500, Y: 200, W: 80, H: 50})
	for _, f := range faults(ring, Route(ring)) {
		assert.Equal(t, "card", f.kind, f)
	}
	for _, way := range Route(ring) {
		for k := 1; k < len(way); k++ {
			for _, c := range ring.Cards {
				assert.False(t, passesThrough(c, way[k-1], way[k]), way)
			}
		}
	}
}

func TestRouteDegenerate(t *testing.T) {
	card := geom.Rect{X: 0, Y: 0, W: 196, H: 60}
	inf := math.Inf(1)
	tests := map[string]Task{
		"nothing":         {},
		"no lines":        {Cards: []geom.Rect{card}},
		"itself":          {Cards: []geom.Rect{card}, Lines: []Line{{}, {Hierarchy: true}}},
		"on each other":   {Cards: []geom.Rect{card, card}, Lines: []Line{{From: 0, To: 1}, {From: 1, To: 0, Hierarchy: true}}},
		"overlapping":     {Cards: []geom.Rect{card, card.Move(50, 20)}, Lines: []Line{{From: 0, To: 1, Arrow: true}}},
		"touching":        {Cards: []geom.Rect{card, card.Move(196, 0), card.Move(0, 60)}, Lines: []Line{{From: 0, To: 1}, {From: 0, To: 2, Hierarchy: true}}},
		"no size":         {Cards: []geom.Rect{{}, {}, {X: 5, Y: 5, W: 0, H: 0}}, Lines: []Line{{From: 0, To: 1}, {From: 1, To: 2}}},
		"less than none":  {Cards: []geom.Rect{{X: 0, Y: 0, W: -5, H: -5}, {X: 100, Y: 100, W: -50, H: 20}}, Lines: []Line{{From: 0, To: 1}}},
		"no numbers":      {Cards: []geom.Rect{{X: math.NaN(), Y: 0, W: inf, H: 60}, {X: -inf, Y: inf, W: 5, H: 5}}, Lines: []Line{{From: 0, To: 1}}},
		"far away":        {Cards: []geom.Rect{card, card.Move(1e9, -1e9)}, Lines: []Line{{From: 0, To: 1}}},
		"under a text":    {Cards: []geom.Rect{card, card.Move(400, 0)}, Texts: []geom.Rect{{X: -50, Y: -50, W: 700, H: 200}}, Lines: []Line{{From: 0, To: 1}}},
		"strange drawing": {Cards: []geom.Rect{card, card.Move(400, 0)}, Drawn: [][]geom.Point{nil, {geom.Pt(1, 1)}, {geom.Pt(0, 0), geom.Pt(9, 9)}}, Lines: []Line{{From: 0, To: 1}}},
	}
	for name, task := range tests {
		t.Run(name, func(t *testing.T) {
			lines := Route(task)
			require.Len(t, lines, len(task.Lines))
			for _, way := range lines {
				assert.GreaterOrEqual(t, len(way), 2)
			}
		})
	}
	assert.Equal(t, [][]geom.Point{nil, nil}, Route(Task{Cards: []geom.Rect{card}, Lines: []Line{{From: 0, To: 1}, {From: -1, To: 0}}}))
}

// TestRouteDiagonal routes between cards in separate rows and columns, which would make a grid of
// millions of nodes.
func TestRouteDiagonal(t *testing.T) {
	task := Task{Bounds: geom.Rect{X: 0, Y: 0, W: 1e5, H: 1e5}}
	for i := range 1500 {
		task.Cards = append(task.Cards, geom.Rect{X: float64(i) * 61, Y: float64(i) * 67, W: 40, H: 40})
	}
	for i := range 40 {
		task.Lines = append(task.Lines, Line{From: i * 30, To: i*30 + 5})
	}
	for _, f := range faults(task, Route(task)) {
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
		rect := func(most float64) geom.Rect {
			return geom.Rect{X: rng.Float64() * size, Y: rng.Float64() * size, W: rng.Float64() * most, H: rng.Float64() * most}
		}
		task := Task{Bounds: geom.Rect{X: 0, Y: 0, W: size, H: size}}
		for range int(cards)%60 + 1 {
			task.Cards = append(task.Cards, rect(30))
		}
		for range int(lines) % 9 {
			task.Boxes = append(task.Boxes, rect(200))
			task.Texts = append(task.Texts, rect(20))
			p := geom.Pt(rng.Float64()*size, rng.Float64()*size)
			task.Drawn = append(task.Drawn, []geom.Point{p, p.Add(0, 30), p.Add(30, 30)})
		}
		for range int(lines) % 40 {
			l := Line{From: rng.IntN(len(task.Cards)), To: rng.IntN(len(task.Cards)), Hierarchy: rng.IntN(2) == 0, Arrow: rng.IntN(2) == 0}
			task.Lines = append(task.Lines, l)
		}
		out := Route(task)
		require.Len(t, out, len(task.Lines))
		if page%2 == 1 {
			task = nestedTask(task)
			out = Route(task)
		}
		for i, way := range out {
			require.GreaterOrEqual(t, len(way), 2)
			for k := 1; k < len(way); k++ {
				require.True(t, way[k].X == way[k-1].X || way[k].Y == way[k-1].Y, "line %d: %v", i, way)
			}
		}
		require.Equal(t, out, Route(task))
	})
}

// TestRouteStops checks that each call of Stop can end the work, and that no line is routed then.
func TestRouteStops(t *testing.T) {
	norace.Only(t)
	task := scattered(5, 120, 200, 16)
	asked, until := 0, math.MaxInt
	task.Stop = func() bool { asked++; return asked >= until }
	for _, line := range Route(task) {
		require.NotEmpty(t, line)
	}
	all := asked
	assert.Greater(t, all, len(task.Lines)/batchSize+5, "it is asked between the lines, and before and after them")
	for _, until = range []int{1, 2, 3, all / 2, all - 2, all - 1, all} {
		asked = 0
		lines := Route(task)
		assert.Less(t, asked, until+2, "it is not asked on and on")
		assert.Len(t, lines, len(task.Lines))
		for _, line := range lines {
			require.Nil(t, line, "asked %d times of %d", until, all)
		}
	}
}

// TestRouteShowsAnArrow checks that an arrow between very near cards takes a detour, since only its
// head would be visible. If a detour is impossible, it is straight.
func TestRouteShowsAnArrow(t *testing.T) {
	task := Task{Bounds: geom.Rect{X: 0, Y: 0, W: 300, H: 200}, Cards: []geom.Rect{{X: 50, Y: 20, W: 200, H: 64}, {X: 50, Y: 94, W: 200, H: 64}}, Lines: []Line{{From: 1, To: 0, Arrow: true}}}
	assert.Len(t, Route(task)[0], 4)
	task.Cards = append(task.Cards, geom.Rect{X: 30, Y: 0, W: 12, H: 200}, geom.Rect{X: 258, Y: 0, W: 12, H: 200})
	assert.Len(t, Route(task)[0], 2)
}
