package render

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
	"github.com/accountatlas/accountatlas/render/internal/picture"
)

// TestPagesOfEveryViewOfPeople divides maps of changes and of advocacy into pages, and checks that
// the pages have the content of the whole map.
func TestPagesOfEveryViewOfPeople(t *testing.T) {
	norace.Only(t)
	before, after := mustNew(t, accountmaptest.Generate(1, accountmaptest.Typical(150))), mustNew(t, accountmaptest.Generate(2, accountmaptest.Typical(150)))
	for what, v := range map[string]View{"changes": Changes{Before: before}, "advocacy": Advocacy{}, "labels": Stakeholders{Labels: true}} {
		o := (*Options)(nil).defaults(after)
		whole, err := v.Graph(after, &o)
		require.NoError(t, err)
		pictures := drawings(t, after, v, nil)
		assert.Greater(t, len(pictures), 1, what)
		notes := func(g *graph.Graph) (n int) {
			for _, node := range g.Nodes {
				if node.Link == "" || node.Link[0] != '#' { // not a link to another page
					for _, note := range node.Notes {
						if note.Line == graph.LineNone && !slices.Contains(note.Class, class.Elsewhere) { // the words of lines depend on the page
							n++
						}
					}
				}
			}
			return n
		}
		seen := 0
		for _, p := range pictures[1:] {
			checkCards(t, p)
			checkLines(t, p)
			checkLabels(t, p)
			seen += notes(p.picture.Input.Graph)
		}
		assert.Equal(t, notes(whole), seen, what)
	}
}

// TestPagesOfChangesKeepPlaces changes one title. On its pages, everybody keeps the column that
// they have on the same page of the earlier state.
func TestPagesOfChangesKeepPlaces(t *testing.T) {
	norace.Only(t)
	before, after := accountmaptest.Generate(1, accountmaptest.Typical(120)), accountmaptest.Generate(1, accountmaptest.Typical(120))
	after.Contacts[7].Title = "Head of everything"
	pages := drawings(t, mustNew(t, after), Changes{Before: mustNew(t, before)}, &Options{Paper: paper.A4().Landscape()})
	require.Greater(t, len(pages), 3)
	kept := 0
	for _, p := range pages[1:] {
		in := p.picture.Input
		if in.Graph.Before == nil {
			continue // an overview
		}
		was, err := picture.Lay(t.Context(), in.Graph.Before, picture.Options{Theme: in.Theme, Paper: paper.A4().Landscape(), Engine: Sandbox{}, Warn: func(string) {}})
		require.NoError(t, err)
		places := map[string]float64{}
		for i, n := range was.Input.Graph.Nodes {
			places[n.ID] = was.Input.Placed.Cards[i].X
		}
		for i, n := range in.Graph.Nodes {
			if n.ID != "" {
				assert.Equal(t, places[n.ID], in.Placed.Cards[i].X, n.Label)
				kept++
			}
		}
	}
	assert.GreaterOrEqual(t, kept, 115)
}
