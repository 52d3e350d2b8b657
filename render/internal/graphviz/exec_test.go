package graphviz

import (
	"context"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/accountatlas/accountatlas/render/internal/graphviz/enginetest"
	"github.com/accountatlas/accountatlas/render/internal/graphviz/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExecWithoutProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no-such-dot")
	_, _, err := Exec{Path: path}.Run(t.Context(), enginetest.BoxTree(2), "dot", "svg")
	require.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, path)
	assert.ErrorContains(t, err, "use Sandbox")

	t.Setenv("PATH", t.TempDir())
	_, _, err = Exec{}.Run(t.Context(), enginetest.BoxTree(2), "dot", "svg")
	require.ErrorContains(t, err, `"dot"`)
}

func TestCapped(t *testing.T) {
	c := capped{limit: 5}
	_, err := c.Write([]byte("abc"))
	require.NoError(t, err)
	_, err = c.Write([]byte("def"))
	require.Error(t, err)
	assert.True(t, c.full)
	assert.Equal(t, "abc", c.text.String())
}

func TestCheckOutput(t *testing.T) {
	whole := map[string]string{
		"json0": "{\"name\": \"g\"}\n", "json": "{}\n", "svg": "<svg>\n</svg>\n", "dot": "graph {\n}\n", "xdot": "graph {\n}\n", "plain": "graph 1 0 0\nstop\n",
	}
	for _, format := range request.Formats() {
		out := whole[format]
		assert.NoError(t, request.CheckOutput([]byte(out), format), format)
		for n := range strings.TrimSuffix(out, "\n") { // the last newline has no meaning in JSON
			assert.ErrorIs(t, request.CheckOutput([]byte(out[:n]), format), request.ErrIncomplete, "%s up to %d", format, n)
		}
	}
	assert.ErrorIs(t, request.CheckOutput([]byte("<svg>\n</svg>\n<svg>\n</svg>\n"), "svg"), request.ErrIncomplete, "two pictures")
}

// TestExecIsKilled runs a native dot on a graph that takes many minutes.
func TestExecIsKilled(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		t.Skip("there is no native dot on this machine")
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	left := leaving(func() error {
		_, _, err := Exec{}.Run(ctx, enginetest.BoxTree(6000), "neato", "svg")
		return err
	})
	time.AfterFunc(50*time.Millisecond, cancel) // so that there is usually a process to kill
	assert.ErrorIs(t, await(t, left), context.Canceled)
}
