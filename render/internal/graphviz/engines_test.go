package graphviz

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/enginetest"
	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// eachEngine runs a test against the sandbox and, if one is installed, a native dot.
func eachEngine(t *testing.T, test func(t *testing.T, engine enginetest.Engine)) {
	t.Run("Sandbox", func(t *testing.T) { test(t, Sandbox{}) })
	t.Run("Exec", func(t *testing.T) {
		if _, err := exec.LookPath("dot"); err != nil {
			t.Skip("there is no native dot on this machine")
		}
		test(t, Exec{})
	})
}

func TestFormats(t *testing.T)         { eachEngine(t, enginetest.Formats) }
func TestLayouts(t *testing.T)         { eachEngine(t, enginetest.Layouts) }
func TestBadGraphs(t *testing.T)       { eachEngine(t, enginetest.BadGraphs) }
func TestBadLines(t *testing.T)        { eachEngine(t, enginetest.BadLines) }
func TestHostileText(t *testing.T)     { eachEngine(t, enginetest.HostileText) }
func TestCancelledBefore(t *testing.T) { eachEngine(t, enginetest.CancelledBefore) }

func TestNoGraph(t *testing.T) {
	eachEngine(t, func(t *testing.T, engine enginetest.Engine) {
		enginetest.NoGraph(t, engine)
		for _, format := range []string{"svg", "json0", "dot"} {
			_, _, err := engine.Run(t.Context(), []byte("/* nothing */"), "dot", format)
			assert.ErrorIs(t, err, request.ErrNoGraph)
		}
	})
}

// TestLateErrors checks that an error after which Graphviz continues is still reported.
func TestLateErrors(t *testing.T) {
	for _, tt := range []struct{ name, dot, layout, format, want string }{
		{"junk after it", "digraph { a } junk", "dot", "json0", "syntax error"},
		{"two graphs", "graph { a } graph { b }", "dot", "json0", ""},
		{"two pictures", "graph { a } graph { b }", "dot", "svg", ""},
		{"no position", "digraph { a }", "nop2", "json0", "position"},
	} {
		eachEngine(t, func(t *testing.T, engine enginetest.Engine) {
			out, _, err := engine.Run(t.Context(), []byte(tt.dot), tt.layout, tt.format)
			require.ErrorContains(t, err, tt.want, tt.name)
			assert.Empty(t, out)
		})
	}
}

// TestSandboxLacksSFDP checks the error of sfdp: the embedded Graphviz lacks triangulation.
func TestSandboxLacksSFDP(t *testing.T) {
	_, _, err := Sandbox{}.Run(t.Context(), []byte("digraph { a -> b }"), "sfdp", "json0")
	assert.ErrorContains(t, err, "triangulation")
}

func TestWarnings(t *testing.T) {
	const dot = `digraph { a [shape=nosuch]; a -> b:nosuch; c [image="/etc/passwd"] }`
	eachEngine(t, func(t *testing.T, engine enginetest.Engine) {
		out, warnings, err := engine.Run(t.Context(), []byte(dot), "dot", "svg")
		require.NoError(t, err)
		assert.NotEmpty(t, out)
		said := strings.Join(warnings, "\n")
		assert.Contains(t, said, "using box for unknown shape nosuch")
		assert.Contains(t, said, "port nosuch unrecognized")
		assert.Contains(t, said, `No or improper image="/etc/passwd"`)
		assert.NotContains(t, string(out), "root:")
	})
}

// TestCancelledDuring abandons a run of the sandbox in the middle of its work.
func TestCancelledDuring(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	work := holdWork(ctx)
	defer work.release()
	left := leaving(func() error {
		_, _, err := Sandbox{}.Run(work, enginetest.BoxTree(60), "dot", "svg")
		return err
	})
	await(t, work.begun)
	cancel()
	assert.ErrorIs(t, await(t, left), context.Canceled)
}
