package graphviz

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/enginetest"
	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleSandbox() {
	const dot = `digraph { node [shape=box]; board -> sales; board -> service }`
	out, warnings, err := Sandbox{}.Run(context.Background(), []byte(dot), "dot", "plain")
	if err != nil {
		fmt.Println(err)
		return
	}
	nodes := strings.Count(string(out), "\nnode ")
	fmt.Println(nodes, "boxes placed,", len(warnings), "warnings")
	// Output: 3 boxes placed, 0 warnings
}

func TestConcurrentRunsAreEqual(t *testing.T) {
	dot := enginetest.BoxTree(30)
	want, _, err := Sandbox{}.Run(t.Context(), dot, "dot", "json0")
	require.NoError(t, err)
	var all sync.WaitGroup
	for range 200 {
		all.Go(func() {
			out, warnings, err := Sandbox{}.Run(t.Context(), dot, "dot", "json0")
			assert.NoError(t, err)
			assert.Empty(t, warnings)
			assert.Equal(t, string(want), string(out))
		})
	}
	all.Wait()
}

func TestSameBytes(t *testing.T) {
	const random = `graph { start=rand; a -- b -- c -- a; c -- d }` // the only randomness of a layout, from a stopped clock
	for _, layout := range request.Layouts() {
		if layout == "sfdp" || strings.HasPrefix(layout, "nop") {
			continue
		}
		first, _, err := Sandbox{}.Run(t.Context(), []byte(random), layout, "json")
		require.NoError(t, err)
		second, _, err := Sandbox{}.Run(t.Context(), []byte(random), layout, "json")
		require.NoError(t, err)
		assert.Equal(t, string(first), string(second), layout)
	}
}

func TestLongLabel(t *testing.T) {
	label := strings.Repeat("x", 40_000)
	for _, quoted := range []string{`"` + label + `"`, `<` + label + `>`} {
		out, _, err := Sandbox{}.Run(t.Context(), []byte("digraph { a [label="+quoted+"] }"), "dot", "svg")
		require.NoError(t, err)
		assert.Contains(t, string(out), label)
	}
}

// TestTrap makes an instance fail with tables that exceed its stack.
func TestTrap(t *testing.T) {
	e, err := shared()
	require.NoError(t, err)
	in, err := e.start(t.Context())
	require.NoError(t, err)
	_, err = in.render(t.Context(), deepTables(1500), "dot", "svg")
	require.ErrorContains(t, err, "wasm error")

	before, _, err := Sandbox{}.Run(t.Context(), enginetest.BoxTree(20), "dot", "svg")
	require.NoError(t, err)
	out, _, err := Sandbox{}.Run(t.Context(), deepTables(1500), "dot", "svg")
	require.ErrorContains(t, err, "more stack than there is")
	assert.Nil(t, out)
	after, _, err := Sandbox{}.Run(t.Context(), enginetest.BoxTree(20), "dot", "svg")
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))
}

func TestMemoryLimit(t *testing.T) {
	for _, limit := range []uint64{2 << 20, 3 << 20, 4 << 20} {
		e := smallEngine(t, limit)
		out, _, err := e.run(t.Context(), enginetest.BoxTree(2600), "dot", "json0")
		require.ErrorContains(t, err, fmt.Sprintf("more than %d MiB of memory", limit>>20))
		assert.Nil(t, out)

		_, _, err = e.run(t.Context(), []byte("digraph{/*"+strings.Repeat(" ", int(limit))+"*/}"), "dot", "json0")
		require.ErrorContains(t, err, "of memory")

		_, _, err = e.run(t.Context(), enginetest.BoxTree(20), "dot", "json0")
		require.NoError(t, err)
	}
}

func TestWaitingForASlot(t *testing.T) {
	e := smallEngine(t, memoryLimit)
	e.slots <- struct{}{}
	ctx, cancel := context.WithCancel(t.Context())
	left := leaving(func() error {
		_, _, err := e.run(ctx, enginetest.BoxTree(2), "dot", "svg")
		return err
	})
	cancel()
	require.ErrorIs(t, await(t, left), context.Canceled)
	<-e.slots
	_, _, err := e.run(t.Context(), enginetest.BoxTree(2), "dot", "svg")
	require.NoError(t, err)
}

// TestForgottenRunGivesItsSlotBack abandons a run, changes its graph, and then lets it end.
func TestForgottenRunGivesItsSlotBack(t *testing.T) {
	e := smallEngine(t, memoryLimit)
	ctx, cancel := context.WithCancel(t.Context())
	work := holdWork(ctx)
	dot := enginetest.BoxTree(60)
	left := leaving(func() error {
		_, _, err := e.run(work, dot, "dot", "svg")
		return err
	})
	await(t, work.begun)
	cancel()
	require.ErrorIs(t, await(t, left), context.Canceled)
	clear(dot) // no longer read
	assert.Len(t, e.slots, 1, "the work holds its slot")
	work.release()
	_, _, err := e.run(t.Context(), enginetest.BoxTree(2), "dot", "svg")
	require.NoError(t, err)
}

// smallEngine returns the shared engine with another memory limit and a single slot.
func smallEngine(t *testing.T, limit uint64) *engine {
	t.Helper()
	e, err := shared()
	require.NoError(t, err)
	small := *e
	small.limit, small.slots = limit, make(chan struct{}, 1)
	return &small
}

// FuzzRun runs the sandbox on any bytes. The result is an error or a complete document.
func FuzzRun(f *testing.F) {
	f.Add([]byte("digraph { a -> b }"), uint8(0), uint8(3))
	f.Add([]byte("graph { a [label=<<table><tr><td>x</td></tr></table>>] }"), uint8(1), uint8(4))
	f.Add([]byte("digraph { splines=ortho; a [shape=record label=\"{x|<p>y}\"]; a:p -> b }"), uint8(0), uint8(2))
	f.Add([]byte("strict graph { subgraph cluster_a { a } a -- a [pos=\"e,1,2 3\"] }"), uint8(3), uint8(1))
	f.Add([]byte("digraph { a [pos=\"nan,1e999\"] b [pos=\"-1,\" width=-1 shape=polygon sides=99999] }"), uint8(3), uint8(5))
	f.Fuzz(func(t *testing.T, dot []byte, layout, format uint8) {
		if len(dot) > 1000 {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		name := request.Formats()[int(format)%len(request.Formats())]
		out, warnings, err := Sandbox{}.Run(ctx, dot, request.Layouts()[int(layout)%len(request.Layouts())], name)
		for _, w := range warnings {
			assert.Equal(t, printable(w), w)
		}
		if err != nil {
			assert.Nil(t, out)
			return
		}
		assert.NoError(t, request.CheckOutput(out, name))
	})
}
