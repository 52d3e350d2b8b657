package render

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// TestEveryViewCanBeReadInEveryTheme checks the contrast of every text of every view with its
// background, including faded texts: at least 4.5, and 7 in the high-contrast theme.
func TestEveryViewCanBeReadInEveryTheme(t *testing.T) {
	norace.Only(t)
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	log := accountmap.Focus{Units: []accountmap.UnitID{"log"}}
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		least := 4.5
		if name == "contrast" {
			least = 7
		}
		for what, v := range map[string]View{
			"stakeholders": Stakeholders{Labels: true}, "changes": Changes{Before: mustNew(t, earlier())}, "advocacy": Advocacy{},
			"coverage": Coverage{}, "influence": Influence{}, "team cover": TeamCover{},
		} {
			for _, focus := range []accountmap.Focus{{}, log} {
				d, err := Layout(t.Context(), mustNew(t, asking()), v, &Options{Theme: th, Focus: focus})
				require.NoError(t, err, what)
				assert.Empty(t, scenetest.Illegible(d.picture.Scene, m, least), "%s in %s", what, name)
			}
		}
	}
}

// TestThePrintThemeTellsLinesApart checks that a piece of a line shows its kind in black and white:
// without its arrowhead, influence would look like reporting.
func TestThePrintThemeTellsLinesApart(t *testing.T) {
	th, err := theme.Lookup("print")
	require.NoError(t, err)
	kinds := []graph.Class{"edge-report", "edge-assistant", "edge-influence", "edge-informal", "edge-conflict", "edge-alliance"}
	for i, kind := range kinds {
		for _, other := range kinds[:i] {
			a, b := th.Style("edge", kind), th.Style("edge", other)
			thicker := max(a.Width, b.Width) >= 2*min(a.Width, b.Width)
			assert.True(t, thicker || !slices.Equal(a.Dash, b.Dash), "%s and %s: %v and %v", kind, other, a, b)
		}
	}
}

// TestTheLegendExplainsStripesWithPatterns checks that the legend in print has a piece of each
// stripe of the cards, and no stripe of a table without striped cards.
func TestTheLegendExplainsStripesWithPatterns(t *testing.T) {
	stripes := func(name string, v View) (patterns []string) {
		th, err := theme.Lookup(name)
		require.NoError(t, err)
		d, err := Layout(t.Context(), sample(t), v, &Options{Theme: th})
		require.NoError(t, err)
		var svg bytes.Buffer
		require.NoError(t, d.Write(&svg, SVG))
		root := parseSVG(t, svg.String())
		root.walk(func(e svgElement) {
			if e.attr("class") != "legend" {
				return
			}
			for _, path := range below(e, "path") {
				if path.attr("stroke-width") == "5" {
					patterns = append(patterns, path.attr("stroke-dasharray"))
				}
			}
		})
		return patterns
	}
	patterns := stripes("print", Stakeholders{})
	assert.Len(t, patterns, 6, "one for each stance")
	slices.Sort(patterns)
	assert.Len(t, slices.Compact(patterns), 6, "each of its own")
	assert.Empty(t, stripes("print", Coverage{}))
	assert.Empty(t, stripes("print", Roadmap{}))
	assert.Empty(t, stripes("light", Stakeholders{}))
}
