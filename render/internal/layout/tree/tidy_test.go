package tree

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/graphviz"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// limited is an engine that records the largest number of cards in a call and places every node on
// a row of its own.
type limited struct {
	mu    sync.Mutex
	cards int
}

func (e *limited) Run(ctx context.Context, dot []byte, _, _ string) ([]byte, []string, error) {
	n := bytes.Count(dot, []byte("[width="))
	e.mu.Lock()
	e.cards = max(e.cards, n)
	e.mu.Unlock()
	var out bytes.Buffer
	out.WriteString(`{"objects":[`)
	for i, line := range slices.Collect(bytes.SplitSeq(dot, []byte("\n"))) {
		if name, _, ok := bytes.Cut(line, []byte("[width=")); ok {
			fmt.Fprintf(&out, `{"name":"%s","pos":"0,%d"},`, name, -100*i)
		}
	}
	return append(bytes.TrimRight(out.Bytes(), ","), "]}"...), nil, ctx.Err()
}

// forest makes a box of people. The function above returns the manager of each person.
func forest(people int, above func(i int) int) *Input {
	in := &Input{Boxes: 1, Aspect: 1.41}
	for i := range people {
		in.Cards = append(in.Cards, Card{Size: geom.Size{W: float64(150 + i%7*10), H: float64(40 + i%3*20)}})
		if i > 0 {
			in.Edges = append(in.Edges, Edge{From: above(i), To: i})
		}
	}
	return in
}

// TestLargeBranchesStayOutOfTheEngine limits the cards of one call of the engine, and checks the
// places of the other cards.
func TestLargeBranchesStayOutOfTheEngine(t *testing.T) {
	for name, in := range map[string]*Input{
		"one manager":    forest(5000, func(int) int { return 0 }),
		"two of a kind":  forest(3000, func(i int) int { return max(0, i-1) / 2 }),
		"fan within fan": forest(4000, func(i int) int { return i / 60 }),
		"a chain":        forest(2000, func(i int) int { return i - 1 }),
	} {
		engine := &limited{}
		f, _, err := Layout(t.Context(), engine, in)
		require.NoError(t, err, name)
		assert.LessOrEqual(t, engine.cards, maxEngineCards, name)
		placed := 0
		for _, b := range f.Blocks[1] {
			placed += len(b.Cards)
		}
		assert.Equal(t, len(in.Cards), placed, name)

		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, _, err = Layout(ctx, engine, in)
		assert.ErrorIs(t, err, context.Canceled, name)
	}
}

// TestTidyTree checks that cards of a branch do not overlap, and that reports are below their
// manager. The branch must be as wide and as high as the engine's branch.
func TestTidyTree(t *testing.T) {
	norace.Only(t)
	in := forest(300, func(i int) int { return i / 9 })
	b := (&builder{reports: reportsOf(in), assistants: make([][]int, len(in.Cards)), leads: leadsOf(in), seen: make([]bool, len(in.Cards)),
		maxColumns: 1000, maxDepth: 1000}).build(0, 0)
	block := treeBlock(in, b, tidyCenters(in, b))
	require.Len(t, block.Cards, 300)
	for i, c := range block.Cards {
		for _, other := range block.Cards[:i] {
			require.False(t, c.Overlaps(other.Rect), "cards %d and %d", c.Card, other.Card)
		}
	}
	rect := func(card int) geom.Rect { r, _ := block.Rect(card); return r }
	for _, e := range in.Edges {
		require.Greater(t, rect(e.To).Y, rect(e.From).Y)
	}
	centers, _, err := layoutBatch(t.Context(), graphviz.Sandbox{}, in, []*branch{b})
	require.NoError(t, err)
	theirs := treeBlock(in, b, centers[0])
	assert.InEpsilon(t, theirs.W, block.W, 0.02)
	assert.InEpsilon(t, theirs.H, block.H, 0.001)
}

func reportsOf(in *Input) [][]int {
	reports := make([][]int, len(in.Cards))
	for _, e := range in.Edges {
		reports[e.From] = append(reports[e.From], e.To)
	}
	return reports
}

func leadsOf(in *Input) []bool {
	leads := make([]bool, len(in.Cards))
	for _, e := range in.Edges {
		leads[e.From] = true
	}
	return leads
}
