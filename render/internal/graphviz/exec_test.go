package graphviz

import (
	"context"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExecWithoutProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no-such-dot")
	_, _, err := Exec{Path: path}.Run(t.Context(), boxTree(2), "dot", "svg")
	require.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, path)
	assert.ErrorContains(t, err, "use Sandbox")

	t.Setenv("PATH", t.TempDir())
	_, _, err = Exec{}.Run(t.Context(), boxTree(2), "dot", "svg")
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
	for _, format := range formats {
		out := whole[format]
		assert.NoError(t, checkOutput([]byte(out), format), format)
		for n := range strings.TrimSuffix(out, "\n") { // the last line end says nothing in JSON
			assert.ErrorIs(t, checkOutput([]byte(out[:n]), format), errIncomplete, "%s up to %d", format, n)
		}
	}
	assert.ErrorIs(t, checkOutput([]byte("<svg>\n</svg>\n<svg>\n</svg>\n"), "svg"), errIncomplete, "two pictures")
}

// TestExecIsKilled gives a native dot a graph that it would be at for many minutes.
func TestExecIsKilled(t *testing.T) {
	if _, err := exec.LookPath("dot"); err != nil {
		t.Skip("there is no native dot on this machine")
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	left := leaving(func() error {
		_, _, err := Exec{}.Run(ctx, boxTree(6000), "neato", "svg")
		return err
	})
	time.AfterFunc(50*time.Millisecond, cancel) // so that there mostly is a process to kill
	assert.ErrorIs(t, await(t, left), context.Canceled)
}
