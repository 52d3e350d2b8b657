package gographviz_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/render"
	"github.com/accountatlas/accountatlas/render/gographviz"
)

func draw(t *testing.T, m *accountmap.Map, engine render.Engine) []byte {
	t.Helper()
	var picture bytes.Buffer
	require.NoError(t, render.Draw(t.Context(), &picture, m, render.Stakeholders{}, render.SVG, &render.Options{Engine: engine}))
	return picture.Bytes()
}

// TestEnginesDrawTheSamePicture compares the bytes of go-graphviz, of the sandbox and, if it has
// the same version, of an installed dot.
func TestEnginesDrawTheSamePicture(t *testing.T) {
	sample, problems := codec.Open("../../examples/handoff/sample.yaml")
	require.False(t, problems.HasErrors(), "%v", problems)
	many, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(600)))
	require.NoError(t, err)
	for name, m := range map[string]*accountmap.Map{"sample": sample, "600 people": many} {
		t.Run(name, func(t *testing.T) {
			want := draw(t, m, render.Sandbox{})
			assert.True(t, bytes.Equal(want, draw(t, m, gographviz.Engine{})), "go-graphviz")
			if version, err := exec.CommandContext(t.Context(), "dot", "-V").CombinedOutput(); err == nil && bytes.Contains(version, []byte("version 12.1.2")) {
				assert.True(t, bytes.Equal(want, draw(t, m, render.Exec{})), "dot")
			}
		})
	}
}

// TestConcurrentDrawings checks that drawings of several goroutines take turns and are equal.
func TestConcurrentDrawings(t *testing.T) {
	m, err := accountmap.New(accountmaptest.Generate(1, accountmaptest.Typical(40)))
	require.NoError(t, err)
	want := draw(t, m, gographviz.Engine{})
	for i := range 4 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			assert.True(t, bytes.Equal(want, draw(t, m, gographviz.Engine{})))
		})
	}
}
