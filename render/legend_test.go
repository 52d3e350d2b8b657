package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/render/graph"
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
