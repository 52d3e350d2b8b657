package render

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/internal/norace"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
)

// gridViews returns the views whose picture is a table.
func gridViews() map[string]View {
	return map[string]View{"coverage": Coverage{}, "influence": Influence{}, "cover": TeamCover{}, "roadmap": Roadmap{}}
}

// gridShapes returns accounts of every shape that a table must handle.
func gridShapes() map[string]accountmaptest.Shape {
	wide := accountmaptest.Typical(120)
	wide.Units, wide.Products = 40, 30
	return map[string]accountmaptest.Shape{
		"empty": accountmaptest.Empty(), "one person": accountmaptest.OnePerson(), "no units": accountmaptest.NoUnits(30),
		"a deep nest": accountmaptest.DeepNest(12), "long names": accountmaptest.LongNames(), "Greek": accountmaptest.Greek(),
		"60 people": accountmaptest.Typical(60), "300 people": accountmaptest.Typical(300), "40 units by 30 products": wide,
	}
}

func layGridView(t testing.TB, a *accountmap.Account, v View, lang string) *Drawing {
	t.Helper()
	words, ok := terms.Lookup(lang)
	require.True(t, ok)
	d, err := Layout(t.Context(), mustNew(t, a), v, &Options{Terms: words})
	require.NoError(t, err)
	return d
}

// TestGridsKeepTheirGeometry checks the geometry of every table. Heads, cells and cards do not
// overlap, and each is in its row and column. No text exceeds its background. Lines lead from card
// to card without passing under another card.
func TestGridsKeepTheirGeometry(t *testing.T) {
	for viewName, view := range gridViews() {
		for shapeName, shape := range gridShapes() {
			t.Run(viewName+"/"+shapeName, func(t *testing.T) {
				t.Parallel()
				for seed, lang := range []string{"en", "el"} {
					d := layGridView(t, accountmaptest.Generate(uint64(seed), shape), view, lang)
					checkCards(t, d)
					checkLines(t, d)
					checkLinesPassHeads(t, d)
					checkTracks(t, d)
					checkCells(t, d)
					checkTexts(t, d)
				}
			})
		}
	}
}

// checkTracks checks that heads and headings do not overlap.
func checkTracks(t *testing.T, d *Drawing) {
	t.Helper()
	g := d.picture.Input.Placed.Grid
	var all []geom.Rect
	all = append(all, g.Corners...)
	for _, parts := range [][]table.Part{g.Rows, g.Columns, g.RowBands, g.ColumnBands} {
		for _, p := range parts {
			assert.Positive(t, p.W)
			assert.Positive(t, p.H)
			all = append(all, p.Rect)
		}
	}
	whole := geom.Rect{W: d.picture.Input.Placed.Width, H: d.picture.Input.Placed.Height}
	for i, a := range all {
		assert.True(t, contains(whole, a), "%v is on the picture", a)
		for _, b := range all[:i] {
			if a.Grow(-0.5).Overlaps(b.Grow(-0.5)) {
				assert.Fail(t, "heads overlap", "%v and %v", a, b)
			}
		}
	}
}

// checkLinesPassHeads checks that lines avoid the heads, the labels of zones and marks, and the
// words in cells.
func checkLinesPassHeads(t *testing.T, d *Drawing) {
	t.Helper()
	g := d.picture.Input.Placed.Grid
	var words []geom.Rect
	for _, parts := range [][]table.Part{g.Rows, g.Columns} {
		for _, p := range parts {
			words = append(words, p.Rect)
		}
	}
	words = append(append(words, g.ZoneLabels...), g.MarkLabels...)
	for i, c := range d.picture.Input.Graph.Grid.Cells {
		if c.Label != "" {
			words = append(words, geom.Rect{X: g.Cells[i].X, Y: g.Cells[i].Y, W: d.picture.Input.Grid.Cells[i].W, H: g.Cells[i].H})
		}
	}
	for i, line := range d.picture.Input.Placed.Lines {
		for k := 1; k < len(line); k++ {
			stretch := geom.Rect{X: min(line[k-1].X, line[k].X), Y: min(line[k-1].Y, line[k].Y)}
			stretch.W, stretch.H = max(line[k-1].X, line[k].X)-stretch.X, max(line[k-1].Y, line[k].Y)-stretch.Y
			for _, w := range words {
				assert.False(t, stretch.Overlaps(w.Grow(-1)), "edge %d, %v to %v, runs over %v", i, line[k-1], line[k], w)
			}
		}
	}
}

// checkCells checks that each cell is the intersection of its row and its column.
func checkCells(t *testing.T, d *Drawing) {
	t.Helper()
	g := d.picture.Input.Placed.Grid
	for i, c := range d.picture.Input.Graph.Grid.Cells {
		r := g.Cells[i]
		assert.True(t, touchesTrack(g.Rows, c.Row, func(head geom.Rect) bool { return r.Y >= head.Y-0.5 && r.Bottom() <= head.Bottom()+0.5 }), "cell %d is in its row", i)
		assert.True(t, touchesTrack(g.Columns, c.Column, func(head geom.Rect) bool { return r.X >= head.X-0.5 && r.Right() <= head.Right()+0.5 }),
			"cell %d is in its column", i)
		for k := range d.picture.Input.Placed.Cards {
			assert.False(t, r.Grow(-0.5).Overlaps(d.picture.Input.Placed.Cards[k]) && len(d.picture.Input.Grid.Cells[i].Label) > 0, "card %d stands on the words of cell %d", k, i)
		}
	}
	for i, n := range d.picture.Input.Graph.Nodes {
		r := d.picture.Input.Placed.Cards[i]
		assert.True(t, touchesTrack(g.Rows, n.Place.Row, func(head geom.Rect) bool { return r.Y >= head.Y && r.Bottom() <= head.Bottom() }), "card %d is in its row", i)
		if n.Place.Span == nil {
			assert.True(t, touchesTrack(g.Columns, n.Place.Column, func(head geom.Rect) bool { return r.X >= head.X && r.Right() <= head.Right() }),
				"card %d is in its column", i)
		}
	}
}

func touchesTrack(parts []table.Part, index int, holds func(geom.Rect) bool) bool {
	for _, p := range parts {
		if p.Index == index && holds(p.Rect) {
			return true
		}
	}
	return false
}

// checkTexts compares every text of every element with the element's own background, which is its
// first path.
func checkTexts(t *testing.T, d *Drawing) {
	t.Helper()
	m, err := typeset.NewMeasurer()
	require.NoError(t, err)
	left := pictureLeft(t, d)
	for _, item := range d.picture.Scene.Items {
		element, ok := item.(scene.Group)
		if !ok || len(element.Classes) == 0 || element.ID == "legend" {
			continue
		}
		ground, found := geom.Rect{}, false
		if element.Classes[0] == "cell" {
			var i int
			_, err := fmt.Sscanf(element.ID, "cell%d", &i)
			require.NoError(t, err)
			ground, found = d.picture.Input.Placed.Grid.Cells[i-1], true
			ground.X += left
		}
		for _, inner := range element.Items {
			switch inner := inner.(type) {
			case scene.Path:
				if !found && inner.Fill != "" {
					ground, found = extent(inner), true
				}
			case scene.Text:
				begin, wide := inner.At.X, m.Width(inner.String, inner.Font)
				switch inner.Anchor {
				case scene.Middle:
					begin -= wide / 2
				case scene.End:
					begin -= wide
				}
				if element.Classes[0] == "cell" {
					assert.LessOrEqual(t, wide, ground.W, "%s: %q", element.ID, inner.String)
					continue
				}
				assert.True(t, begin >= ground.X && begin+wide <= ground.Right()+0.5, "%s: %q from %v to %v leaves %v", element.ID, inner.String, begin, begin+wide, ground)
				assert.True(t, inner.At.Y <= ground.Bottom() && inner.At.Y-inner.Size/2 >= ground.Y, "%s: %q at %v leaves %v", element.ID, inner.String, inner.At.Y, ground)
			}
		}
	}
}

// pictureLeft returns the left edge of the table on the page, where its corner is drawn.
func pictureLeft(t *testing.T, d *Drawing) float64 {
	t.Helper()
	for _, item := range d.picture.Scene.Items {
		if g, ok := item.(scene.Group); ok && g.ID == "corner1" {
			return extent(g.Items[0].(scene.Path)).X - d.picture.Input.Placed.Grid.Corners[0].X
		}
	}
	require.Empty(t, append(d.picture.Input.Graph.Grid.Rows, d.picture.Input.Graph.Grid.Columns...), "the table has no corner")
	return 0
}

func extent(p scene.Path) geom.Rect {
	left, top, right, bottom := 1e9, 1e9, -1e9, -1e9
	for _, s := range p.Segments {
		if s.Op != scene.Close {
			left, top, right, bottom = min(left, s.To.X), min(top, s.To.Y), max(right, s.To.X), max(bottom, s.To.Y)
		}
	}
	return geom.Rect{X: left, Y: top, W: right - left, H: bottom - top}
}

// TestGridsAreDeterministic draws every table twice, in every format.
func TestGridsAreDeterministic(t *testing.T) {
	norace.Only(t)
	a := accountmaptest.Generate(3, accountmaptest.Typical(60))
	for name, view := range gridViews() {
		for _, f := range []Format{SVG, PNG} {
			var once, again bytes.Buffer
			require.NoError(t, Draw(t.Context(), &once, mustNew(t, a), view, f, nil))
			require.NoError(t, Draw(t.Context(), &again, mustNew(t, a), view, f, nil))
			assert.True(t, bytes.Equal(once.Bytes(), again.Bytes()), "%s as %s", name, f)
		}
	}
}

// TestGridsWithHostileText draws accounts full of texts that resemble markup.
func TestGridsWithHostileText(t *testing.T) {
	norace.Only(t)
	for name, view := range gridViews() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, text := range accountmaptest.Hostile() {
				a := accountmaptest.Full()
				accountmaptest.FillText(a, text)
				m, err := accountmap.New(a)
				if err != nil {
					continue // an error is also valid
				}
				parseSVG(t, drawnInEvery(t, m, view, text)[SVG]).walk(func(e svgElement) {
					assert.Contains(t, []string{"svg", "g", "title", "desc", "path", "text"}, e.XMLName.Local)
				})
			}
		})
	}
}

// TestGridErrors draws tables of a custom view with invalid references.
func TestGridErrors(t *testing.T) {
	m := mustNew(t, meridiano())
	track := graph.Track{Band: graph.None}
	month := graph.Track{Band: graph.None, Length: 30}
	for want, g := range map[string]*graph.Graph{
		"node 0: a node has a place": {Grid: &graph.Grid{}, Nodes: []graph.Node{{Group: graph.None}}},
		"node 1: a node has a place": {Nodes: []graph.Node{{Group: graph.None}, {Group: graph.None, Place: &graph.Place{}}}},
		"has no groups":              {Grid: &graph.Grid{}, Groups: []graph.Group{{Parent: graph.None}}},
		"unknown wrap":               {Grid: &graph.Grid{Wrap: "both"}},
		"there is no row 0":          {Grid: &graph.Grid{}, Nodes: []graph.Node{{Group: graph.None, Place: &graph.Place{}}}},
		"cell 0: there is no row 2":  {Grid: &graph.Grid{Rows: []graph.Track{track}, Columns: []graph.Track{track}, Cells: []graph.Cell{{Row: 2}}}},
		"row 0: there is no band 0":  {Grid: &graph.Grid{Rows: []graph.Track{{}}}},
		"column band 0":              {Grid: &graph.Grid{ColumnBands: []graph.Band{{Parent: 3}}}},
		"zone 0": {Grid: &graph.Grid{Rows: []graph.Track{track}, Columns: []graph.Track{track},
			Zones: []graph.Zone{{FirstRow: 0, LastRow: 1}}}},
		"mark 0: 3 is not on the scale":  {Grid: &graph.Grid{Marks: []graph.Mark{{At: 3}}}},
		"column 2: the parts of":         {Grid: &graph.Grid{Columns: []graph.Track{month, track, month}}},
		"column 0: the length -1":        {Grid: &graph.Grid{Columns: []graph.Track{{Band: graph.None, Length: -1}}}},
		"a table with a scale is not":    {Grid: &graph.Grid{Columns: []graph.Track{month}, Wrap: graph.WrapRows}},
		"node 0: the span from 31 to 30": {Grid: &graph.Grid{Rows: []graph.Track{track}, Columns: []graph.Track{month}}, Nodes: []graph.Node{{Group: graph.None, Place: &graph.Place{Span: &graph.Span{From: 31, To: 30}}}}},
		"row 0: a scale runs along":      {Grid: &graph.Grid{Rows: []graph.Track{month}}},
		`cell 0: `:                       {Grid: &graph.Grid{Rows: []graph.Track{track}, Columns: []graph.Track{track}, Cells: []graph.Cell{{Class: []graph.Class{"no-such"}}}}},
	} {
		assert.ErrorContains(t, Draw(t.Context(), io.Discard, m, fixedView{g}, SVG, nil), want)
	}
}

// textsOf returns the texts of the elements of a kind, by the first line of their tooltip.
func textsOf(t testing.TB, d *Drawing, kind string) map[string][]string {
	t.Helper()
	var picture bytes.Buffer
	require.NoError(t, d.SVG(&picture))
	found := map[string][]string{}
	parseSVG(t, picture.String()).walk(func(e svgElement) {
		if strings.HasPrefix(e.attr("class"), kind+" ") || e.attr("class") == kind {
			title, _, _ := strings.Cut(e.first("title"), "\n")
			for _, c := range e.Children {
				if c.XMLName.Local == "text" {
					found[title] = append(found[title], c.Text)
				}
			}
		}
	})
	return found
}

// TestGridsHaveNoDOT checks that the error names the table and a supported format.
func TestGridsHaveNoDOT(t *testing.T) {
	for name, view := range gridViews() {
		d := layGridView(t, meridiano(), view, "en")
		var out bytes.Buffer
		err := d.Write(&out, DOT)
		require.ErrorIs(t, err, ErrTable, name)
		assert.EqualError(t, err, fmt.Sprintf("%q as DOT: the picture is a table, and this format has boxes and lines alone: write svg, png or pdf", d.Title()), name)
		assert.Zero(t, out.Len(), name)
	}
}

// BenchmarkGrids draws each table of a typical account, and of a large one.
func BenchmarkGrids(b *testing.B) {
	for name, view := range gridViews() {
		for _, people := range []int{60, 300} {
			b.Run(fmt.Sprintf("%s/people=%d", name, people), func(b *testing.B) {
				m := mustNew(b, accountmaptest.Generate(1, accountmaptest.Typical(people)))
				b.ReportAllocs()
				for b.Loop() {
					require.NoError(b, Draw(b.Context(), io.Discard, m, view, SVG, nil))
				}
			})
		}
	}
}
