package render

import (
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
)

type fixedView struct{ g *graph.Graph }

func (v fixedView) Graph(*accountmap.Map, *Options) (*graph.Graph, error) { return v.g, nil }

// TestAViewsMistakesAreErrors draws graphs of a caller's own view that name what is not there.
func TestAViewsMistakesAreErrors(t *testing.T) {
	node := graph.Node{Group: graph.None, Label: "one"}
	m := mustNew(t, meridiano())
	for want, g := range map[string]*graph.Graph{
		"no graph":                nil,
		"node 0":                  {Nodes: []graph.Node{{Group: 3}}},
		"edge 0: from 0 to 7":     {Nodes: []graph.Node{node}, Edges: []graph.Edge{{From: 0, To: 7}}},
		"edge 0: from -1 to 0":    {Nodes: []graph.Node{node}, Edges: []graph.Edge{{From: -1, To: 0}}},
		"group 0: the parent 0":   {Groups: []graph.Group{{Parent: 0}}},
		"group 0: the parent 1":   {Groups: []graph.Group{{Parent: 1}, {Parent: 0}}},
		"group 0: the parent -12": {Groups: []graph.Group{{Parent: -12}}},
	} {
		assert.ErrorContains(t, Draw(context.Background(), io.Discard, m, fixedView{g}, SVG, nil), want)
	}
	round := &graph.Graph{Nodes: []graph.Node{node, node}, Edges: []graph.Edge{{From: 0, To: 1, Hierarchy: true}, {From: 1, To: 0, Hierarchy: true}}}
	assert.NoError(t, Draw(context.Background(), io.Discard, m, fixedView{round}, SVG, nil), "a circle is drawn somehow")
}
