package picture

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/scene"
)

// sayInWords replaces edges, given in ascending order, by notes on the cards at both ends, and
// measures these cards again.
func sayInWords(parts *scene.Input, in *layout.Input, edges []int) {
	g := *parts.Graph
	g.Nodes, g.Edges = slices.Clone(g.Nodes), slices.Clone(g.Edges)
	higher := map[int]bool{}
	for _, i := range edges {
		e := g.Edges[i]
		AddWords(&g.Nodes[e.From], &g.Nodes[e.To], e, graph.LineOut)
		AddWords(&g.Nodes[e.To], &g.Nodes[e.From], e, graph.LineIn)
		higher[e.From], higher[e.To] = true, true
		parts.InWords = append(parts.InWords, e)
	}
	for i := range higher {
		parts.Cards[i] = scene.NewCard(g.Nodes[i], parts.Wider[i], parts.Theme, parts.Measurer)
		in.Cards[i].Size = parts.Cards[i].Size
	}
	g.Edges, in.Edges, parts.Labels = without(g.Edges, edges), without(in.Edges, edges), without(parts.Labels, edges)
	parts.Graph = &g
	if in.Was != nil {
		in.Was.Lines = without(in.Was.Lines, edges)
	}
	for i := range higher {
		fitEarlier(parts, in, i)
	}
}

// without removes the elements at ascending indexes.
func without[T any](all []T, indexes []int) []T {
	kept := all[:0]
	for i, t := range all {
		if _, gone := slices.BinarySearch(indexes, i); !gone {
			kept = append(kept, t)
		}
	}
	return kept
}

// AddWords adds an edge to the card at one of its ends: as a note, and its meaning to the tooltip. In
// a table the note is the name at the other end: with reasons, the rows of the sample need a page each.
func AddWords(n, other *graph.Node, e graph.Edge, end graph.LineEnd) {
	text := e.Words.From
	if end == graph.LineIn {
		text = e.Words.To
	}
	if text == "" {
		return
	}
	if n.Place != nil {
		text = other.Label
	}
	n.Notes = append(slices.Clip(n.Notes), graph.Note{Text: text, Class: e.Class, Line: end})
	if e.Tooltip != "" {
		n.Tooltip += "\n" + e.Tooltip
	}
}

// withUsedSigns returns the graph without the legend's entry for edges in words, if no note
// describes an edge.
func withUsedSigns(g *graph.Graph) *graph.Graph {
	for _, n := range g.Nodes {
		if slices.ContainsFunc(n.Notes, func(note graph.Note) bool { return note.Line != graph.LineNone }) {
			return g
		}
	}
	shown := *g
	shown.Legend = nil
	for _, section := range g.Legend {
		section.Entries = slices.DeleteFunc(slices.Clone(section.Entries), func(e graph.LegendEntry) bool { return e.Kind == graph.LegendWords })
		if len(section.Entries) > 0 {
			shown.Legend = append(shown.Legend, section)
		}
	}
	return &shown
}
