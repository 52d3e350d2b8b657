package table

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/geom"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBreakingUpIsFair divides many lists of lengths. Every track is in one run, in order, and the
// longest run is as short as possible for that number of runs.
func TestBreakingUpIsFair(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		lengths := make([]float64, r.IntN(40))
		for i := range lengths {
			lengths[i] = float64(1 + r.IntN(100))
		}
		parts := 1 + r.IntN(6)
		got := evenRuns(lengths, parts)
		assert.LessOrEqual(t, len(got), parts)
		at, longest := 0, 0.0
		for _, run := range got {
			assert.Equal(t, at, run.From)
			assert.Greater(t, run.To, run.From)
			long := 0.0
			for _, l := range lengths[run.From:run.To] {
				long += l
			}
			longest, at = max(longest, long), run.To
		}
		assert.Equal(t, len(lengths), at)
		if len(got) > 0 && longest > slices.Max(lengths) {
			assert.Greater(t, len(Runs(lengths, longest-1)), parts, "a lower limit would need more runs")
		}
	}
}

func TestRunsHoldEveryTrack(t *testing.T) {
	for limit, want := range map[float64][]Tracks{
		-1:   {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}},
		10:   {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}},
		25:   {{0, 2}, {2, 3}, {3, 5}},
		1000: {{0, 5}},
	} {
		assert.Equal(t, want, Runs([]float64{10, 10, 30, 5, 10}, limit), "a limit of %g", limit)
	}
	assert.Empty(t, Runs(nil, 10))
}

// tableInput returns a table whose cells all have one size.
func tableInput(rows, columns int, size geom.Size) *Input {
	in := &Input{Aspect: 1.414, Grid: &Grid{}}
	for range rows {
		in.Grid.Rows = append(in.Grid.Rows, Track{Head: geom.Size{W: 80, H: 20}, Band: -1})
	}
	for range columns {
		in.Grid.Columns = append(in.Grid.Columns, Track{Head: geom.Size{W: 30, H: 20}, Band: -1})
	}
	for r := range rows {
		for c := range columns {
			in.Grid.Cells = append(in.Grid.Cells, Cell{Row: r, Column: c, Size: size})
		}
	}
	return in
}

func TestATableNeedsNoEngine(t *testing.T) {
	placed, err := Layout(t.Context(), tableInput(3, 4, geom.Size{W: 50, H: 20}))
	require.NoError(t, err)
	assert.Equal(t, 80+4*50.0, placed.Width)
	assert.Equal(t, 20+3*20.0, placed.Height)
	assert.Len(t, placed.Rows, 3)
	assert.Equal(t, geom.Rect{X: 80 + 2*50, Y: 20 + 20, W: 50, H: 20}, placed.Cells[1*4+2])
}

func TestAWideTableGoesOnBelow(t *testing.T) {
	in := tableInput(10, 60, geom.Size{W: 50, H: 20})
	in.Grid.WrapColumns = true
	placed, err := Layout(t.Context(), in)
	require.NoError(t, err)
	assert.Greater(t, len(placed.Corners), 1)
	assert.InDelta(t, 1.414, placed.Width/placed.Height, 0.5)
	assert.Len(t, placed.Columns, 60)
	assert.Len(t, placed.Rows, 10*len(placed.Corners), "each part has its heads")
}

// TestCardsPerLineFitThePage puts forty cards in one cell.
func TestCardsPerLineFitThePage(t *testing.T) {
	in := tableInput(1, 1, geom.Size{})
	for range 40 {
		in.Cards = append(in.Cards, Card{Size: geom.Size{W: 100, H: 40}, Place: &Place{}})
	}
	placed, err := Layout(t.Context(), in)
	require.NoError(t, err)
	assert.InDelta(t, 1.414, placed.Width/placed.Height, 0.4)
	for i, a := range placed.Cards {
		for _, b := range placed.Cards[:i] {
			assert.False(t, a.Overlaps(b))
		}
	}
}

func TestAMarkHasItsLabelOnTheScale(t *testing.T) {
	in := tableInput(1, 2, geom.Size{})
	in.Grid.Columns[0].Length, in.Grid.Columns[1].Length = 30, 30
	in.Grid.Marks = []Mark{{At: 0, Label: geom.Size{W: 40, H: 12}}, {At: 60, Label: geom.Size{W: 40, H: 12}}}
	placed, err := Layout(t.Context(), in)
	require.NoError(t, err)
	assert.Equal(t, placed.Marks[0].X, placed.MarkLabels[0].X)
	assert.Equal(t, placed.Marks[1].X, placed.MarkLabels[1].Right(), "the label of a late one stands before it")
}

func TestATableForNobodyIsNotLaidOut(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	in := tableInput(10, 60, geom.Size{W: 50, H: 20})
	in.Grid.WrapColumns = true
	_, err := Layout(ctx, in)
	assert.ErrorIs(t, err, context.Canceled)
}
