// Package scenetest has maps laid out by hand, for the tests of painters.
package scenetest

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// Hostile returns texts that a careless writer would mistake for markup, control characters or
// nothing.
func Hostile() []string {
	return []string{
		`</svg><script>alert(1)</script>`, `"quoted" 'twice'`, `a\Nb \G \\ \n end\`, "tab\tnul\x00bell\a\u0085end", "שמעון פרס (מנכ״ל)?",
		"محمد عبد الله", "\u202Eevil", "👩‍👩‍👧‍👦🇬🇷👍🏽 team", strings.Repeat("x", 5000), "bad \xff\xfe utf-8", "=cmd()", "_x0041_", "]]>", "&amp; &#65; &nbsp;",
		"\uFFFE\uFFFF", "Αλέξανδρος Παπαδιαμαντόπουλος-Χατζηκωνσταντίνου ο Νεότερος", "Владимир Константинович Преображенский-Зиновьев",
		"Maria-Magdalena Donaudampfschifffahrtsgesellschaftskapitän", "田中太郎田中太郎田中太郎田中太郎田中太郎", strings.Repeat("e\u0301", 200), "", " ",
	}
}

// Input makes the cards and heads of a graph. It puts the cards in a column inside the first group,
// if there is one, and the groups in a column.
func Input(g *graph.Graph, t *theme.Theme, m *typeset.Measurer) scene.Input {
	in := scene.Input{Graph: g, Theme: t, Measurer: m, Placed: &layout.Placed{}}
	y := 0.0
	for _, group := range g.Groups {
		h := scene.NewHead(group, t, m)
		in.Heads = append(in.Heads, h)
		in.Placed.Boxes = append(in.Placed.Boxes, geom.Rect{Y: y, W: max(h.W, 240), H: h.H + 20})
		in.Placed.Width = max(in.Placed.Width, h.W, 240)
		y += h.H + 44
	}
	for _, n := range g.Nodes {
		c := scene.NewCard(n, 0, t, m)
		in.Cards = append(in.Cards, c)
		in.Placed.Cards = append(in.Placed.Cards, geom.Rect{X: 16, Y: y, W: c.W, H: c.H})
		in.Placed.Width = max(in.Placed.Width, 16+c.W)
		y += c.H + 10
	}
	for _, e := range g.Edges {
		label := scene.NewLabel(e, t, m)
		in.Labels = append(in.Labels, label)
		in.Placed.Labels = append(in.Placed.Labels, geom.Rect{X: 4, Y: 4, W: label.W, H: label.H})
		from, to := in.Placed.Cards[e.From], in.Placed.Cards[e.To]
		in.Placed.Lines = append(in.Placed.Lines, []geom.Point{
			{X: from.X, Y: from.CenterY()}, {X: 4, Y: from.CenterY()}, {X: 4, Y: to.CenterY()}, {X: to.X, Y: to.CenterY()},
		})
	}
	in.Placed.Height = y
	return in
}

// Small returns a map with one element of every kind.
func Small() *graph.Graph {
	return &graph.Graph{
		Title: "Grupo Meridiano · account map", Subtitle: "Stakeholders as of 1 November 2026", Description: "Who stands where.", Language: "en",
		Groups: []graph.Group{
			{Parent: graph.None, Class: []graph.Class{"group-holding"}, Label: "Grupo Meridiano", Detail: "Madrid, Spain",
				Share: &graph.Share{Part: 7, Whole: 12, Caption: "7 of 12 products"}, Tooltip: "Grupo Meridiano\n7 of 12 products"},
			{Parent: graph.None, Class: []graph.Class{"group-outside"}, Label: "Advisers <external>"},
		},
		Nodes: []graph.Node{
			{Group: 0, Class: []graph.Class{"stance-champion"}, Label: "Ελένη Παπαδοπούλου", Detail: "Chief operating officer",
				Chips: []string{"Decision maker", "Coach", "User"}, Level: &graph.Level{Value: 4, Max: 5},
				Badge:   &graph.Badge{Text: "AR", Class: []graph.Class{"contact-in-depth"}},
				Notes:   []graph.Note{{Text: "was <blocker>", Class: []graph.Class{"stance-blocker"}}, {Text: "joined", Class: []graph.Class{"change-joined"}}},
				Tooltip: "Ελένη Παπαδοπούλου\nchampion \\N & \"friend\""},
			{Group: 0, Class: []graph.Class{"stance-blocker"}, Label: "Marek Kowalski", Level: &graph.Level{Max: 5},
				Badge: &graph.Badge{Text: "LM", Class: []graph.Class{"contact-none"}}},
			{Group: 1, Class: []graph.Class{"stance-unknown", "placeholder"}, Label: "Legal counsel?", Detail: "not yet known"},
			{Group: graph.None, Class: []graph.Class{"stance-neutral", "left"}, Label: "שמעון פרס", Detail: "Advisor"},
		},
		Edges: []graph.Edge{
			{From: 0, To: 1, Class: []graph.Class{"edge-report"}, Hierarchy: true},
			{From: 2, To: 0, Class: []graph.Class{"edge-influence"}, Label: "over <tender> & \"price\"", Tooltip: "Legal counsel? influences Ελένη Παπαδοπούλου"},
			{From: 1, To: 2, Class: []graph.Class{"edge-conflict"}},
		},
		Legend: []graph.LegendSection{
			{Title: "Stance", Entries: []graph.LegendEntry{
				{Kind: graph.LegendGlyph, Class: []graph.Class{"stance-champion"}, Label: "champion"},
				{Kind: graph.LegendGlyph, Class: []graph.Class{"stance-blocker"}, Label: "blocker"},
			}},
			{Title: "Power", Entries: []graph.LegendEntry{{Kind: graph.LegendLevel, Label: "of five"}}},
			{Title: "Our contact", Entries: []graph.LegendEntry{{Kind: graph.LegendBadge, Class: []graph.Class{"contact-none"}, Label: "none"}}},
			{Entries: []graph.LegendEntry{
				{Kind: graph.LegendLine, Class: []graph.Class{"edge-influence"}, Label: "influences"},
				{Kind: graph.LegendCard, Class: []graph.Class{"placeholder"}, Label: "not yet known"},
			}},
		},
	}
}

// People returns a map of n cards of every kind, in no group.
func People(n int) *graph.Graph {
	stances := []graph.Class{"stance-champion", "stance-supporter", "stance-neutral", "stance-sceptic", "stance-blocker", "stance-unknown"}
	g := &graph.Graph{Title: "Many people", Legend: Small().Legend}
	for i := range n {
		g.Nodes = append(g.Nodes, graph.Node{
			Group: graph.None, Class: stances[i%len(stances) : i%len(stances)+1], Label: fmt.Sprintf("Person Number %d", i+1), Detail: "Head of something",
			Chips: []string{"Decision maker", "User"}, Level: &graph.Level{Value: i%5 + 1, Max: 5}, Badge: &graph.Badge{Text: "AR"},
			Tooltip: fmt.Sprintf("Person Number %d\nHead of something\nsupporter", i+1),
		})
		if i > 0 {
			g.Edges = append(g.Edges, graph.Edge{From: (i - 1) / 5, To: i, Hierarchy: true, Class: []graph.Class{"edge-report"}})
		}
	}
	return g
}
