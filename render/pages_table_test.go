package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// TestATableTooLargeForThePageIsASet holds the set to the whole table: every cell is on one page, and can be read there.
func TestATableTooLargeForThePageIsASet(t *testing.T) {
	norace.Only(t)
	shape := accountmaptest.Typical(300)
	shape.Units, shape.Products = 60, 50
	a := accountmaptest.Generate(1, shape)
	for name, view := range map[string]View{"coverage": Coverage{}, "cover": TeamCover{People: -1}} {
		for _, page := range []paper.Size{paper.A4().Landscape(), paper.A3().Portrait(), {}} {
			opts := &Options{Paper: page}
			whole := graphOf(t, a, view, opts)
			pages := drawings(t, mustNew(t, a), view, opts)
			require.Greater(t, len(pages), 1, name)
			cells, ids := 0, map[string]bool{}
			for _, p := range pages {
				assert.True(t, p.picture.Legible(page), "%s, page %q of %v", name, p.Title(), page)
				assert.False(t, ids[p.ID()])
				assert.NotEmpty(t, p.Title())
				assert.Contains(t, p.picture.Input.Graph.Subtitle, p.Title())
				ids[p.ID()] = true
				cells += len(p.picture.Input.Graph.Grid.Cells)
				checkCells(t, p)
				checkTracks(t, p)
				checkLegend(t, p)
			}
			assert.Equal(t, len(whole.Grid.Cells), cells, "%s: every cell once", name)
		}
	}
}

func TestASmallTableIsOnePage(t *testing.T) {
	for name, view := range gridViews() {
		pages := drawings(t, mustNew(t, covered()), view, nil)
		assert.Len(t, pages, 1, name)
	}
}

// checkLegend holds the legend of a page to the statuses and stances on it.
func checkLegend(t *testing.T, d *Drawing) {
	t.Helper()
	used := map[graph.Class]bool{}
	for _, classes := range class.InGrid(d.picture.Input.Graph.Grid) {
		class.Add(used, classes)
	}
	for _, section := range d.picture.Input.Graph.Legend {
		for _, e := range section.Entries {
			for _, c := range e.Class {
				assert.True(t, used[c] || c == class.Status(""), "the legend explains %s", c)
			}
		}
	}
}
