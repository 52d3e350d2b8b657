package scene_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/scene/scenetest"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

func TestNothingLeavesThePage(t *testing.T) {
	m := measurer(t)
	for _, text := range scenetest.Hostile() {
		for _, shape := range []float64{0, 1.41, 0.71, 4} {
			g := scenetest.Small()
			g.Title, g.Subtitle = text, text
			for i := range g.Groups {
				g.Groups[i].Label, g.Groups[i].Detail = text, text
			}
			g.Groups[0].Share.Caption = text
			for i := range g.Legend {
				g.Legend[i].Title = text
				g.Legend[i].Entries[0].Label = text
			}
			in := scenetest.Input(g, theme.Light(), m)
			in.Shape = shape
			s := scene.Compose(in)
			within := geom.Rect{X: 24, W: s.Width - 48, H: s.Height}
			walk(s.Items, "", func(id string, item scene.Item) {
				switch item := item.(type) {
				case scene.Text:
					assert.True(t, contains(within, extent(m, item)), "%.40q: %.40q of %s leaves the page", text, item.String, id)
				case scene.Path:
					assert.True(t, contains(geom.Rect{W: s.Width, H: s.Height}, bounds(item)), "%.40q: a path of %s leaves the page", text, id)
				}
			})
		}
	}
}

func TestPageTakesTheRequestedShape(t *testing.T) {
	m := measurer(t)
	for _, people := range []int{0, 1, 3, 40} {
		for _, shape := range []float64{1.414, 0.707, 1.333, 1.778} {
			in := scenetest.Input(scenetest.People(people), theme.Light(), m)
			in.Shape = shape
			s := scene.Compose(in)
			assert.InDelta(t, 0, math.Log(s.Width/s.Height/shape), math.Log(1.2)+0.005, "%d people at %v: %v x %v", people, shape, s.Width, s.Height)
			assert.GreaterOrEqual(t, s.Width, 420.0)
		}
	}
}

func TestMarginsAreTheRestOfThePage(t *testing.T) {
	m := measurer(t)
	in := scenetest.Input(scenetest.Small(), theme.Light(), m)
	s := scene.Compose(in)
	assert.InDelta(t, s.Height-in.Placed.Height, scene.Margins(in.Graph, theme.Light(), m, s.Width).H, 1)
}

// TestHeadLinesEndWithoutADot breaks a head line between its parts at every possible width.
func TestHeadLinesEndWithoutADot(t *testing.T) {
	m := measurer(t)
	g := &graph.Graph{Title: "Grupo Meridiano  ·  account map", Subtitle: "As of 1 November 2026  ·  17 for, 8 against  ·  22 others not shown"}
	for room := 120.0; room < 600; room += 7 {
		title, subtitle := scene.HeadLines(g, m, room)
		for _, lines := range [][]string{title, subtitle} {
			for _, line := range lines {
				assert.False(t, strings.HasPrefix(line, "·") || strings.HasSuffix(line, "·"), "%q of %q", line, lines)
			}
		}
	}
}

// TestHeadAndLegendBeginWithThePicture checks for a common left edge on a page that is wider than
// its picture.
func TestTitlesBreakAfterAClause(t *testing.T) {
	m := measurer(t)
	for title, want := range map[string][]string{
		"Acme · 3 people are against us; 5 units hang by a thread": {"Acme · 3 people are against us;", "5 units hang by a thread"},
		"Acme, a company of many words · 1 person is against us":   {"Acme, a company of many words", "1 person is against us"},
		"Acme · 1 person is against us":                            {"Acme · 1 person is against us"},
		"Acme and a title without any clauses to break after":      {"Acme and a title without any", "clauses to break after"},
	} {
		got, _ := scene.HeadLines(&graph.Graph{Title: title}, m, 380)
		assert.Equal(t, want, got)
	}
}

func TestHeadAndLegendBeginWithThePicture(t *testing.T) {
	in := scenetest.Input(scenetest.Small(), theme.Light(), measurer(t))
	in.Shape = 3
	s := scene.Compose(in)
	require.Greater(t, s.Width, in.Placed.Width+200)
	left := map[string]float64{}
	walk(s.Items, "", func(id string, item scene.Item) {
		x := math.Inf(1)
		switch item := item.(type) {
		case scene.Text:
			x = item.At.X
		case scene.Path:
			x = bounds(item).X
		}
		if before, ok := left[id]; !ok || x < before {
			left[id] = x
		}
	})
	assert.Equal(t, left[""], left["legend"], "head lines and legend")
	assert.InDelta(t, left[""], left["clust1"], 1, "head lines and the first box")
	assert.Greater(t, left[""], 100.0)
}

// TestLegendOmitsInvisibleSigns checks that a black and white legend omits a status shown
// by its word alone.
func TestLegendOmitsInvisibleSigns(t *testing.T) {
	m := measurer(t)
	g := &graph.Graph{Legend: []graph.LegendSection{{Entries: []graph.LegendEntry{
		{Kind: graph.LegendCell, Class: []graph.Class{"status-sold"}, Label: "Sold"}, {Kind: graph.LegendCell, Class: []graph.Class{"status-gap"}, Label: "Gap"},
		{Kind: graph.LegendCell, Class: []graph.Class{"status-unassessed"}, Label: "blank"}}}}}
	for name, want := range map[string][]string{"light": {"Sold", "Gap", "blank"}, "print": {"Sold", "blank"}} {
		th, _ := theme.Lookup(name)
		var words []string
		walk(scene.Compose(scenetest.Input(g, th, m)).Items, "", func(_ string, item scene.Item) {
			if text, ok := item.(scene.Text); ok {
				words = append(words, text.String)
			}
		})
		assert.Equal(t, want, words, name)
	}
}

func TestOneCardIsBelowTheTitle(t *testing.T) {
	s := scene.Compose(scenetest.Input(scenetest.People(1), theme.Light(), measurer(t)))
	assert.Equal(t, 420.0, s.Width)
	walk(s.Items, "", func(id string, item scene.Item) {
		if p, ok := item.(scene.Path); ok && id == "node1" {
			assert.GreaterOrEqual(t, bounds(p).Y, 57.0)
		}
	})
}

func TestHeadSeparatesLabelAndShare(t *testing.T) {
	m := measurer(t)
	for _, text := range scenetest.Hostile() {
		g := graph.Group{Label: text, Detail: text, Share: &graph.Share{Part: 1, Whole: 3, Caption: text}}
		h := scene.NewHead(g, theme.Light(), m)
		for i, a := range h.Texts {
			assert.True(t, contains(geom.Rect{W: h.W, H: h.H}, a.Rect), "%.40q: %v in %v", text, a, h.Size)
			for _, b := range h.Texts[i+1:] {
				if a.AlignRight != b.AlignRight {
					assert.Less(t, a.Right()+10, b.X, "%.40q", text)
				}
			}
		}
		assert.Less(t, h.W, 700.0)
	}
	assert.Empty(t, scene.NewHead(graph.Group{}, theme.Light(), m).Texts)
}

func TestShareLength(t *testing.T) {
	for _, c := range []struct {
		part, whole int
		want        float64
	}{{0, 12, 0}, {1, 1000, 7}, {6, 12, 45}, {12, 12, 90}, {20, 12, 90}, {-1, 12, 0}, {3, 0, 0}} {
		assert.Equal(t, c.want, scene.ShareLength(graph.Share{Part: c.part, Whole: c.whole}), c)
	}
}

// everyClass returns a map with each class of the themes on an element of its kind, both normal and
// faded.
func everyClass() *graph.Graph {
	g := scenetest.Small()
	for _, c := range theme.Classes() {
		if slices.Contains(parts, c) || onGrid(c) || strings.HasPrefix(string(c), "edge-") {
			continue
		}
		for _, list := range [][]graph.Class{{c}, {c, "faded"}} {
			switch {
			case strings.HasPrefix(string(c), "group-"):
				g.Groups = append(g.Groups, graph.Group{
					Parent: graph.None, Class: list, Label: "Name", Detail: "Detail", Share: &graph.Share{Part: 1, Whole: 2, Caption: "1 of 2"},
				})
			case strings.HasPrefix(string(c), "contact-"):
				g.Nodes = append(g.Nodes, graph.Node{Group: graph.None, Class: list[1:], Label: "Name", Badge: &graph.Badge{Text: "AR", Class: list[:1]}})
			default:
				g.Nodes = append(g.Nodes, graph.Node{
					Group: graph.None, Class: list, Label: "Name", Detail: "Detail", Chips: []string{"Chip"}, Level: &graph.Level{Value: 1, Max: 5},
					Notes: []graph.Note{{Text: "Note", Class: list[:1]}},
				})
			}
		}
	}
	return g
}

// parts are the classes that the scene adds itself.
var parts = []graph.Class{"page", "group", "share", "share-track", "card", "chip", "chip-key", "bracket", "level-on", "level-off", "badge", "edge",
	"note", "label", "grid", "grid-head", "grid-band", "cell", "zone", "mark"}

// onGrid reports whether a class is for cells, headings and zones.
func onGrid(c graph.Class) bool {
	for _, family := range []string{"status-", "band-", "zone-", "nobody", "owner", "alarm", "today"} {
		if strings.HasPrefix(string(c), family) {
			return true
		}
	}
	return false
}

// everyGridClass returns a table with one of everything in every class that applies to it.
func everyGridClass() *graph.Graph {
	share := &graph.Share{Part: 1, Whole: 2, Caption: "1 of 2"}
	g := &graph.Graph{Grid: &graph.Grid{
		Corner: graph.Track{Label: "Corner", Detail: "Detail", Share: share}, Columns: []graph.Track{{Band: graph.None, Label: "Column", Detail: "Detail", Share: share}},
	}}
	at := 0
	for _, c := range theme.Classes() {
		list := []graph.Class{c}
		switch {
		case !onGrid(c):
			continue
		case strings.HasPrefix(string(c), "band-"):
			g.Grid.RowBands = append(g.Grid.RowBands, graph.Band{Parent: graph.None, Class: list, Label: "Band", Detail: "Detail"})
			g.Grid.Rows = append(g.Grid.Rows, graph.Track{Band: len(g.Grid.RowBands) - 1, Label: "Row", Detail: "Detail", Chips: []string{"Chip"}, Share: share})
		case strings.HasPrefix(string(c), "zone-"):
			g.Grid.Rows = append(g.Grid.Rows, graph.Track{Band: graph.None})
			g.Grid.Zones = append(g.Grid.Zones, graph.Zone{FirstRow: at, LastRow: at, Class: list, Label: "Zone"})
			g.Nodes = append(g.Nodes, graph.Node{Group: graph.None, Place: &graph.Place{Row: at}, Class: []graph.Class{"stance-champion"}, Label: "Name", Detail: "Detail"})
		default:
			row := graph.Track{Band: graph.None, Class: []graph.Class{"stance-blocker"}, Label: "Row", Detail: "Detail", Chips: []string{"Chip"}}
			cell := graph.Cell{Row: at, Class: list, Label: "Word", Detail: "1k", Lines: []graph.Line{{Class: list, Label: "Line"}}}
			g.Grid.Rows, g.Grid.Cells = append(g.Grid.Rows, row), append(g.Grid.Cells, cell)
			if strings.HasPrefix(string(c), "status-") {
				break // a faded cell has no status: its word has no tint
			}
			at++
			row.Class, cell.Class, cell.Row = append(slices.Clone(row.Class), "faded"), []graph.Class{c, "faded"}, at
			cell.Lines = []graph.Line{{Class: cell.Class, Label: "Line"}}
			g.Grid.Rows, g.Grid.Cells = append(g.Grid.Rows, row), append(g.Grid.Cells, cell)
		}
		at++
	}
	return g
}

// gridInput lays out a table.
func gridInput(t *testing.T, g *graph.Graph, th *theme.Theme, m *typeset.Measurer) scene.Input {
	t.Helper()
	in := scene.Input{Graph: g, Theme: th, Measurer: m, Grid: scene.NewGrid(g.Grid, th, m)}
	task := &layout.Input{Aspect: 1.4, Grid: in.Grid.Layout()}
	for _, n := range g.Nodes {
		c := scene.NewCard(n, 0, th, m)
		in.Cards = append(in.Cards, c)
		task.Cards = append(task.Cards, layout.Card{Size: c.Size, Box: -1, Place: &table.Place{Row: n.Place.Row, Column: n.Place.Column}})
	}
	placed, err := layout.Place(t.Context(), task, nil)
	require.NoError(t, err)
	in.Placed = placed
	return in
}

func TestEveryTextCanBeRead(t *testing.T) {
	m := measurer(t)
	for _, name := range theme.Names() {
		th, err := theme.Lookup(name)
		assert.NoError(t, err)
		for _, in := range []scene.Input{scenetest.Input(everyClass(), th, m), gridInput(t, everyGridClass(), th, m)} {
			least := 4.5
			if name == "contrast" {
				least = 7
			}
			assert.Empty(t, scenetest.Illegible(scene.Compose(in), m, least), name)
		}
	}
}

func TestThemesHaveTheClassesOfTheScene(t *testing.T) {
	for _, name := range theme.Names() {
		th, _ := theme.Lookup(name)
		for _, class := range append(slices.Clone(parts), "stance-unknown") {
			assert.True(t, th.Has(class), "%s has no %s", name, class)
		}
	}
}

func TestDrawingIsTheSameTwice(t *testing.T) {
	draw := func() *scene.Scene {
		return scene.Compose(scenetest.Input(scenetest.Small(), theme.Light(), measurer(t)))
	}
	assert.Equal(t, draw(), draw())
}

func TestIDsAndClassesAreTheGraphs(t *testing.T) {
	var ids []string
	for _, item := range scene.Compose(scenetest.Input(scenetest.Small(), theme.Light(), measurer(t))).Items {
		if g, ok := item.(scene.Group); ok {
			ids = append(ids, strings.Join(append([]string{g.ID}, strings.Fields(strings.Trim(fmt.Sprint(g.Classes), "[]"))...), " "))
		}
	}
	assert.Equal(t, []string{
		"clust1 cluster group-holding", "clust2 cluster group-outside",
		"edge1 edge edge-report", "edge2 edge edge-influence", "edge3 edge edge-conflict", "label2 label edge-influence",
		"node1 node stance-champion", "node2 node stance-blocker", "node3 node stance-unknown placeholder", "node4 node stance-neutral left",
		"legend legend",
	}, ids)
}

// TestLegendIsTheLastLine checks that the legend is below the picture, from the left margin, on
// pages of every shape.
func TestLegendIsTheLastLine(t *testing.T) {
	m := measurer(t)
	compose := func(shape float64, line []geom.Point) (*scene.Scene, geom.Rect) {
		g := scenetest.Small()
		g.Nodes, g.Edges = g.Nodes[:2], g.Edges[:1]
		in := scenetest.Input(g, theme.Light(), m)
		in.Placed = &layout.Placed{Width: 900, Height: 500, Boxes: []geom.Rect{{W: 900, H: 380}, {Y: 400, W: 250, H: 100}},
			Cards: []geom.Rect{{X: 20, Y: 60, W: 200, H: 64}, {X: 20, Y: 420, W: 200, H: 64}}, Lines: [][]geom.Point{line}}
		in.Shape = shape
		s := scene.Compose(in)
		var texts []geom.Rect
		var picture geom.Rect
		walk(s.Items, "", func(id string, item scene.Item) {
			switch item := item.(type) {
			case scene.Text:
				if id == "legend" {
					texts = append(texts, extent(m, item))
				}
			case scene.Path:
				if id == "clust1" && picture.W == 0 {
					picture = bounds(item)
				}
			}
		})
		all := texts[0]
		for _, r := range texts {
			right, bottom := max(all.Right(), r.Right()), max(all.Bottom(), r.Bottom())
			all.X, all.Y = min(all.X, r.X), min(all.Y, r.Y)
			all.W, all.H = right-all.X, bottom-all.Y
		}
		return s, all.Move(-picture.X, -picture.Y)
	}
	_, legend := compose(2, []geom.Point{{X: 120, Y: 124}, {X: 120, Y: 420}})
	assert.Greater(t, legend.Y, 500.0)
	assert.Less(t, legend.X, 10.0)
}

// TestElementsForEditors checks the elements for an editor of the drawing: the complete texts and
// the rectangle of each card and box, and the ends of each line.
func TestElementsForEditors(t *testing.T) {
	g := scenetest.Small()
	g.Nodes[0].Detail = strings.Repeat("Chief operating officer ", 9)
	in := scenetest.Input(g, theme.Light(), measurer(t))
	found := map[string]scene.Group{}
	for _, item := range scene.Compose(in).Items {
		if element, ok := item.(scene.Group); ok {
			found[element.ID] = element
		}
	}
	card, box, line := found["node1"], found["clust1"], found["edge2"]
	assert.Equal(t, "Ελένη Παπαδοπούλου", card.Label)
	assert.Equal(t, strings.TrimSpace(g.Nodes[0].Detail), card.Detail)
	assert.Equal(t, "Grupo Meridiano", box.Label)
	assert.Equal(t, "Madrid, Spain", box.Detail)
	for _, element := range []scene.Group{card, box} {
		frame := bounds(element.Items[0].(scene.Path))
		assert.InDelta(t, frame.X, element.Frame.X, 0.25)
		assert.InDelta(t, frame.Bottom(), element.Frame.Bottom(), 0.25)
	}
	assert.Equal(t, "node3", line.Connector.From)
	assert.Equal(t, "node1", line.Connector.To)
	assert.Equal(t, "influences", line.Connector.Kind, "as the legend says")
	assert.Equal(t, "edge-conflict", found["edge3"].Connector.Kind, "the legend says nothing")
	assert.True(t, line.Connector.Arrow)
	assert.Len(t, line.Connector.Points, 4)
	assert.Equal(t, card.Frame.X, line.Connector.Points[3].X, "it ends on the card")
}
