package scene_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/theme"
)

// drawn returns the items of the only line of a map, which goes through the points.
func drawn(t *testing.T, class graph.Class, points ...geom.Point) []scene.Path {
	g := scenetest.People(2)
	g.Edges[0].Class = []graph.Class{class}
	in := scenetest.Input(g, theme.Light(), measurer(t))
	in.Placed.Lines = [][]geom.Point{points}
	var paths []scene.Path
	walk(scene.Compose(in).Items, "", func(id string, item scene.Item) {
		if p, ok := item.(scene.Path); ok && id == "edge1" {
			paths = append(paths, p)
		}
	})
	return paths
}

func last(p scene.Path) geom.Point { return p.Segments[len(p.Segments)-1].To }

func TestArrowTouchesTheCardAndTheLineEndsAtItsBase(t *testing.T) {
	paths := drawn(t, "edge-influence", geom.Point{}, geom.Point{X: 100})
	require.Len(t, paths, 2)
	start := paths[0].Segments[0].To
	assert.Equal(t, start.X+90.5, last(paths[0]).X)
	tip := bounds(paths[1])
	assert.InDelta(t, start.X+100, tip.Right(), 1e-9)
	assert.InDelta(t, start.X+90.5, tip.X, 1e-9)
	assert.Empty(t, paths[0].Fill)
	assert.Empty(t, paths[1].Stroke)
}

func TestCornersAreRoundAndLessSoWhereThereIsNoRoom(t *testing.T) {
	wide := drawn(t, "edge-report", geom.Point{}, geom.Point{X: 50}, geom.Point{X: 50, Y: 50})
	require.Len(t, wide, 1)
	start := wide[0].Segments[0].To
	assert.Equal(t, []scene.Op{scene.Move, scene.Line, scene.Cubic, scene.Line}, ops(wide[0]))
	assert.Equal(t, geom.Point{X: 45, Y: 0}, wide[0].Segments[1].To.Add(-start.X, -start.Y))
	short := drawn(t, "edge-report", geom.Point{}, geom.Point{X: 50}, geom.Point{X: 50, Y: 4}, geom.Point{X: 90, Y: 4})
	assert.Equal(t, geom.Point{X: 48, Y: 0}, short[0].Segments[1].To.Add(-start.X, -start.Y))
}

func ops(p scene.Path) []scene.Op {
	var list []scene.Op
	for _, s := range p.Segments {
		list = append(list, s.Op)
	}
	return list
}

func TestLinesWithoutLengthDrawNothing(t *testing.T) {
	assert.Empty(t, drawn(t, "edge-influence"))
	assert.Empty(t, drawn(t, "edge-influence", geom.Point{X: 5}))
	assert.Empty(t, drawn(t, "edge-influence", geom.Point{X: 5}, geom.Point{X: 5}))
	tiny := drawn(t, "edge-influence", geom.Point{}, geom.Point{X: 50}, geom.Point{X: 50, Y: 1})
	require.Len(t, tiny, 2)
	assert.LessOrEqual(t, bounds(tiny[1]).H, 1.0)
}

func TestDashesComeFromTheTheme(t *testing.T) {
	a, b := geom.Point{}, geom.Point{X: 100}
	assert.Nil(t, drawn(t, "edge-report", a, b)[0].Dash)
	assert.Equal(t, theme.Light().Style("edge-conflict").Dash, drawn(t, "edge-conflict", a, b)[0].Dash)
}

// TestTrunk checks that the lines from one card are drawn as one outline that draws no part twice,
// and that editors still get each line.
func TestTrunk(t *testing.T) {
	at := func(x, y float64) geom.Point { return geom.Point{X: x, Y: y} }
	g := scenetest.People(6) // everybody reports to the first
	in := scenetest.Input(g, theme.Light(), measurer(t))
	in.Placed.Lines = [][]geom.Point{
		{at(100, 50), at(100, 70), at(40, 70), at(40, 90)},   // to the left, not far
		{at(100, 50), at(100, 70), at(0, 70), at(0, 90)},     // to the left, beyond it
		{at(100, 50), at(100, 90)},                           // straight down
		{at(100, 50), at(100, 70), at(200, 70), at(200, 90)}, // to the right
		{at(100, 50), at(100, 70), at(200, 70), at(200, 90)}, // the same again
	}
	var trunks []scene.Group
	for _, item := range scene.Compose(in).Items {
		if g, ok := item.(scene.Group); ok && g.Lines != nil {
			trunks = append(trunks, g)
		}
	}
	require.Len(t, trunks, 1)
	require.Len(t, trunks[0].Items, 1)
	assert.Len(t, trunks[0].Lines, 5)
	assert.Len(t, scene.Single([]scene.Item{trunks[0]}), 5)
	var from geom.Point
	var straight []geom.Rect
	moves := 0
	for _, s := range trunks[0].Items[0].(scene.Path).Segments {
		switch s.Op {
		case scene.Move:
			moves++
		case scene.Line:
			r := geom.Between(from, s.To)
			for _, other := range straight {
				both := min(r.Right(), other.Right()) - max(r.X, other.X) + min(r.Bottom(), other.Bottom()) - max(r.Y, other.Y)
				assert.False(t, r.Grow(0.1).Overlaps(other) && (r.W > 0) == (other.W > 0) && both > 0, "%v is drawn twice: %v", r, other)
			}
			straight = append(straight, r)
		}
		from = s.To
	}
	assert.Equal(t, 4, moves, "the last line adds nothing")
	assert.Len(t, straight, 8)
}
