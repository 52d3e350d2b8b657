// Package painttest has shared code for the tests of the painters.
package painttest

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Compose returns the scene of a graph in the theme Light.
func Compose(t testing.TB, g *graph.Graph) *scene.Scene {
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	return scene.Compose(scenetest.Input(g, theme.Light(), m))
}

// Box returns the outline of a rectangle.
func Box(x, y, w, h float64) []scene.Segment {
	at := func(op scene.Op, x, y float64) scene.Segment {
		return scene.Segment{Op: op, To: geom.Point{X: x, Y: y}}
	}
	return []scene.Segment{
		at(scene.Move, x, y), at(scene.Line, x+w, y), at(scene.Line, x+w, y+h), at(scene.Line, x, y+h), {Op: scene.Close},
	}
}

// Failing is a writer that accepts N bytes and then returns [ErrFull].
type Failing struct{ N int }

// ErrFull is the error of [Failing].
var ErrFull = errors.New("full")

// Write implements io.Writer.
func (f *Failing) Write(p []byte) (int, error) {
	if len(p) > f.N {
		n := f.N
		f.N = 0
		return n, ErrFull
	}
	f.N -= len(p)
	return len(p), nil
}
