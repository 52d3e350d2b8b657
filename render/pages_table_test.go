package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/paper"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// TestATableTooLargeForThePageIsASet checks that every cell of the whole table is on one page, and
// legible there.
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
			depth := pages[len(pages)-1].Depth()
			for _, p := range pages {
				assert.True(t, p.picture.Legible(page), "%s, page %q of %v", name, p.Title(), page)
				assert.False(t, ids[p.ID()])
				assert.NotEmpty(t, p.Title())
				if p.Depth() < depth { // an overview
					continue
				}
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

// TestATableOfCardsIsDivided checks that every card of the whole picture is legible on exactly one
// page.
func TestATableOfCardsIsDivided(t *testing.T) {
	norace.Only(t)
	a := accountmaptest.Generate(1, accountmaptest.Typical(120))
	for i := range 60 {
		a.Milestones = append(a.Milestones, accountmap.Milestone{ID: accountmap.MilestoneID(fmt.Sprintf("m%d", i)), Title: fmt.Sprintf("Milestone %d", i),
			Phase: accountmap.Phases()[i%2], Start: a.AsOf.AddDays(i*3 - 90), Due: a.AsOf.AddDays(i*3 - 50)})
	}
	for name, view := range map[string]View{"influence": Influence{}, "roadmap": Roadmap{}} {
		opts := &Options{Paper: paper.A4().Landscape()}
		whole := graphOf(t, a, view, opts)
		pages := drawings(t, mustNew(t, a), view, opts)
		require.Greater(t, len(pages), 1, name)
		var drawn, all []string
		for i, p := range pages {
			assert.True(t, p.picture.Legible(opts.Paper), "%s, page %d", name, i+1)
			assert.Contains(t, p.picture.Input.Graph.Subtitle, fmt.Sprintf("Page %d of %d", i+1, len(pages)))
			for _, n := range p.picture.Input.Graph.Nodes {
				drawn = append(drawn, n.ID)
			}
			checkCards(t, p)
			checkLines(t, p)
		}
		for _, n := range whole.Nodes {
			all = append(all, n.ID)
		}
		assert.ElementsMatch(t, all, drawn, name)
	}
}

// TestLinesToOtherPagesAreDrawnInWords checks that the cards of a divided table show, as words, the
// names at the other ends of lines to cards of other pages.
func TestLinesToOtherPagesAreDrawnInWords(t *testing.T) {
	pages := drawings(t, sample(t), Influence{}, &Options{Paper: paper.A4()})
	require.Len(t, pages, 2)
	var svg strings.Builder
	require.NoError(t, pages[0].SVG(&svg))
	assert.Contains(t, svg.String(), ">Jörg Müller</text>")
	for _, p := range pages {
		for _, c := range p.picture.Input.Cards {
			assert.NotContains(t, fmt.Sprint(c.Notes), "…")
		}
	}
}

// TestTheFirstPageOfInfluenceHasSeveralRows checks that the notes of the sample's lines leave room for
// more than the top row on the first page.
func TestTheFirstPageOfInfluenceHasSeveralRows(t *testing.T) {
	pages := drawings(t, sample(t), Influence{}, &Options{Paper: paper.A4().Landscape()})
	assert.Greater(t, len(pages[0].picture.Input.Graph.Grid.Rows), 1)
}

// TestCoverageOfManyUnitsHasAPageADivision checks that the sums of the divisions on the first page
// equal the sums of the whole.
func TestCoverageOfManyUnitsHasAPageADivision(t *testing.T) {
	a := accountmap.Account{Profile: accountmap.Profile{Name: "Acme", Currency: "EUR"}, Products: []accountmap.Product{{ID: "p", Name: "Core"}}}
	for i := range 4 {
		division := accountmap.UnitID(fmt.Sprintf("d%d", i))
		a.Units = append(a.Units, accountmap.Unit{ID: division, Name: fmt.Sprintf("Division %d", i)})
		for k := range 9 {
			unit := accountmap.UnitID(fmt.Sprintf("u%d%d", i, k))
			a.Units = append(a.Units, accountmap.Unit{ID: unit, Name: string(unit), Parent: division})
			status := accountmap.CoverageSold
			if k > i {
				status = accountmap.CoverageGap
			}
			a.Coverage = append(a.Coverage, accountmap.Cell{Unit: unit, Product: "p", Status: status, Value: accountmap.Money{Minor: 100}})
		}
	}
	pages := drawings(t, mustNew(t, &a), Coverage{}, &Options{Paper: paper.A3().Landscape()})
	require.Len(t, pages, 5)
	overview := pages[0].picture.Input.Graph.Grid
	for i, c := range overview.Columns {
		assert.Equal(t, fmt.Sprintf("Division %d", i), c.Label)
		assert.Contains(t, c.Detail, fmt.Sprintf("page %d", i+2))
		assert.Equal(t, i+1, c.Share.Part)
		assert.Contains(t, overview.Cells[i].Label, fmt.Sprintf("%d of ", i+1))
		assert.LessOrEqual(t, len(pages[i+1].picture.Input.Graph.Grid.Columns), 15)
		assert.Equal(t, 1, pages[i+1].Depth())
	}
	one, err := Layout(t.Context(), mustNew(t, &a), Coverage{}, nil)
	require.NoError(t, err)
	assert.Len(t, one.picture.Input.Graph.Grid.Columns, 36, "one picture has them all")
}

func TestASmallTableIsOnePage(t *testing.T) {
	for name, view := range gridViews() {
		pages := drawings(t, mustNew(t, covered()), view, nil)
		assert.Len(t, pages, 1, name)
	}
}

// checkLegend compares the legend of a page with the statuses and stances on it.
func checkLegend(t *testing.T, d *Drawing) {
	t.Helper()
	used := map[graph.Class]bool{}
	for _, at := range class.InGrid(d.picture.Input.Graph.Grid) {
		class.Add(used, at.Classes)
	}
	for _, section := range d.picture.Input.Graph.Legend {
		for _, e := range section.Entries {
			for _, c := range e.Class {
				assert.True(t, used[c] || c == class.Status(""), "the legend explains %s", c)
			}
		}
	}
}
