package render

import (
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/theme"
)

type fixedView struct{ g *graph.Graph }

func (v fixedView) Graph(*accountmap.Map, *Options) (*graph.Graph, error) { return v.g, nil }

// TestViewErrors draws graphs of a custom view with invalid references.
func TestViewErrors(t *testing.T) {
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
	for want, g := range map[string]*graph.Graph{
		`node 0: the theme light has no class "stance-champon": write stance-blocker, stance-champion`: {
			Nodes: []graph.Node{{Group: graph.None, Class: []graph.Class{"stance-champon"}}}},
		"the badge of node 0": {Nodes: []graph.Node{{Group: graph.None, Badge: &graph.Badge{Class: []graph.Class{"contact-no"}}}}},
		"edge 0: the theme":   {Nodes: []graph.Node{node}, Edges: []graph.Edge{{Class: []graph.Class{"tie"}}}},
		"group 0: the theme":  {Groups: []graph.Group{{Parent: graph.None, Class: []graph.Class{"tie"}}}},
		"legend section 0":    {Legend: []graph.LegendSection{{Entries: []graph.LegendEntry{{Class: []graph.Class{"tie"}}}}}},
	} {
		assert.ErrorContains(t, Draw(context.Background(), io.Discard, m, fixedView{g}, SVG, nil), want)
	}
	own, err := theme.Parse("own", []byte(`{"adds": ["tie"], "tie": {"stroke": "#123456"}}`))
	require.NoError(t, err)
	tied := &graph.Graph{Nodes: []graph.Node{node, node}, Edges: []graph.Edge{{From: 0, To: 1, Class: []graph.Class{"tie"}}}}
	assert.NoError(t, Draw(context.Background(), io.Discard, m, fixedView{tied}, SVG, &Options{Theme: own}), "a class that the theme adds")
	round := &graph.Graph{Nodes: []graph.Node{node, node}, Edges: []graph.Edge{{From: 0, To: 1, Hierarchy: true}, {From: 1, To: 0, Hierarchy: true}}}
	assert.NoError(t, Draw(context.Background(), io.Discard, m, fixedView{round}, SVG, nil), "a circle is drawn somehow")
}

// hostileGraph returns a graph with the text in every field.
func hostileGraph(text string) *graph.Graph {
	return &graph.Graph{
		Title: text, Subtitle: text, Description: text, Language: text,
		Groups: []graph.Group{{Parent: graph.None, Label: text, Detail: text, Tooltip: text, Share: &graph.Share{Part: 1, Whole: 2, Caption: text}}},
		Nodes: []graph.Node{
			{Group: 0, Label: text, Detail: text, Tooltip: text, Chips: []string{text, text}, Badge: &graph.Badge{Text: text}},
			{Group: graph.None, Label: text},
		},
		Edges:  []graph.Edge{{From: 0, To: 1, Tooltip: text}},
		Legend: []graph.LegendSection{{Title: text, Entries: []graph.LegendEntry{{Kind: graph.LegendLevel, Label: text}}}},
	}
}

// TestViewsTakeNilOptions calls the views directly with nil options, which mean the defaults.
func TestViewsTakeNilOptions(t *testing.T) {
	m := mustNew(t, meridiano())
	for _, view := range []View{Stakeholders{}, Changes{}, Advocacy{}, Influence{}, Coverage{}, TeamCover{}, Roadmap{}} {
		bare, err := view.Graph(m, nil)
		require.NoError(t, err, "%T", view)
		zero, err := view.Graph(m, &Options{AsOf: m.Profile().AsOf})
		require.NoError(t, err, "%T", view)
		for _, g := range []*graph.Graph{zero, bare} {
			if g.Grid != nil {
				g.Grid.Overview = nil // functions are never equal
			}
		}
		assert.Equal(t, zero, bare, "%T", view)
		assert.NotEmpty(t, bare.Title, "%T", view)
	}
}
