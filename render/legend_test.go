package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// explained has the prefixes of the classes whose look needs an explanation. A look with its own
// word, such as an adviser's box or a zone, needs none.
var explained = []string{"stance-", "contact-", "edge-", "milestone-", "status-", "change-", "ask-", "owner", "alarm", "late", "placeholder", "left"}

func isExplained(class graph.Class) bool {
	for _, family := range explained {
		if strings.HasPrefix(string(class), family) {
			return true
		}
	}
	return false
}

// TestLegendHasUsedEntries checks that the legend of every view explains exactly the signs of the
// picture.
func TestLegendHasUsedEntries(t *testing.T) {
	shapes := accountmaptest.Shapes()
	for name, view := range map[string]View{"stakeholders": Stakeholders{}, "influence": Influence{}, "coverage": Coverage{}, "cover": TeamCover{},
		"advocacy": Advocacy{}, "roadmap": Roadmap{}, "changes": Changes{Before: mustNew(t, earlier())}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i, shape := range shapes {
				a := accountmaptest.Generate(uint64(i), shape)
				if name == "changes" {
					a = meridiano()
				}
				g := graphOf(t, a, view, nil)
				legend := map[graph.Class]bool{}
				for _, section := range g.Legend {
					assert.NotEmpty(t, section.Entries, shape.Name)
					for _, e := range section.Entries {
						for _, class := range e.Class {
							assert.False(t, legend[class], "%s: %s is explained twice", shape.Name, class)
							legend[class] = true
						}
					}
				}
				signs := signsIn(g)
				for class := range signs {
					assert.True(t, legend[class], "%s: nothing explains %s", shape.Name, class)
				}
				for class := range legend {
					assert.True(t, signs[class], "%s: %s is explained and is not there", shape.Name, class)
				}
			}
		})
	}
}

// TestLegendsOfPagesHaveUsedEntries checks the legends of the pages of the sample in the same way,
// except for the overview, in which names have no look of their own.
func TestLegendsOfPagesHaveUsedEntries(t *testing.T) {
	m := sample(t)
	for name, view := range map[string]View{"stakeholders": Stakeholders{}, "influence": Influence{}, "advocacy": Advocacy{}, "roadmap": Roadmap{}} {
		pages := drawings(t, m, view, &Options{Paper: paper.A4()})
		for i, p := range pages {
			g := p.picture.Input.Graph
			if g.Nodes[0].Slices != nil {
				continue
			}
			signs, legend := signsIn(g), map[graph.Class]bool{}
			for _, section := range g.Legend {
				for _, e := range section.Entries {
					class.Add(legend, e.Class)
					for _, c := range e.Class {
						assert.True(t, signs[c] || !isExplained(c), "%s, page %d: %s is explained and is not there", name, i+1, c)
					}
					if e.Kind == graph.LegendLetters {
						assert.True(t, slices.ContainsFunc(g.Nodes, func(n graph.Node) bool { return n.Badge != nil && n.Badge.Name == e.Label }), "%s, page %d: %s", name, i+1, e.Label)
					}
				}
			}
			for c := range signs {
				assert.True(t, legend[c], "%s, page %d: nothing explains %s", name, i+1, c)
			}
		}
	}
}

// signsIn returns the classes of a picture that need an explanation, including the class of a cell
// of a matrix without a status. The heads of a table explain their signs in words, except for the
// signs of people.
func signsIn(g *graph.Graph) map[graph.Class]bool {
	signs := map[graph.Class]bool{}
	take := func(classes []graph.Class) {
		for _, c := range classes {
			if isExplained(c) {
				signs[c] = true
			}
		}
	}
	for _, n := range g.Nodes {
		take(n.Class)
		for _, note := range n.Notes {
			take(note.Class)
		}
		if n.Badge != nil {
			take(n.Badge.Class)
		}
	}
	for _, e := range g.Edges {
		take(e.Class)
	}
	if g.Grid == nil {
		return signs
	}
	statuses := 0
	for _, c := range g.Grid.Cells {
		take(c.Class)
		for _, l := range c.Lines {
			take(l.Class)
		}
		if len(c.Class) > 0 && strings.HasPrefix(string(c.Class[0]), "status-") {
			statuses++
		}
	}
	for _, r := range g.Grid.Rows {
		take(r.Class)
	}
	for _, b := range g.Grid.RowBands {
		take(b.Class)
	}
	if g.Grid.Wrap == graph.WrapColumns && statuses < (len(g.Grid.Rows)-1)*len(g.Grid.Columns) { // the last row has the people
		signs["status-unassessed"] = true
	}
	return signs
}

// TestLegendNamesWhatBelongsTogether checks that an owner's tint alone does not get the heading of
// the dots.
func TestLegendNamesWhatBelongsTogether(t *testing.T) {
	g := graphOf(t, accountmaptest.Generate(1, accountmaptest.Typical(60)), TeamCover{}, nil)
	for _, section := range g.Legend {
		assert.NotEqual(t, "Standing", section.Title, "nobody's standing is known")
	}
}
