package render

import (
	"cmp"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/class"
)

// The bounds of the lines besides the hierarchy: among more of them nobody follows one, and 39,000
// among 300 people took minutes.
const (
	fewTies     = 600
	tiesPerCard = 2
	// fewInTable bounds them in a table, whose cards leave no room between them.
	fewInTable = 200
)

// withFewerTies returns the graph without the weakest ties where it has too many, and says how many
// these are. Changes come before ties that were there, and everybody's first tie before a second.
func withFewerTies(g *graph.Graph, words *terms.Terms) *graph.Graph {
	type tie struct {
		edge, turn int
		weight     float64
		changed    bool
	}
	var ties []tie
	of := make([]int, len(g.Nodes))
	for i, e := range g.Edges {
		if e.Hierarchy {
			continue
		}
		changed := slices.Contains(e.Class, class.TieNew) || slices.Contains(e.Class, class.TieEnded)
		ties = append(ties, tie{i, min(of[e.From], of[e.To]), cmp.Or(e.Weight, 1), changed})
		of[e.From]++
		of[e.To]++
	}
	most := max(fewTies, tiesPerCard*len(g.Nodes))
	if g.Grid != nil {
		most = fewInTable
	}
	if len(ties) <= most {
		return g
	}
	slices.SortStableFunc(ties, func(a, b tie) int {
		return cmp.Or(trueFirst(a.changed, b.changed), cmp.Compare(b.weight, a.weight), cmp.Compare(a.turn, b.turn))
	})
	left := make([]bool, len(g.Edges))
	for _, t := range ties[most:] {
		left[t.edge] = true
	}
	drawn := *g
	drawn.Edges = nil
	for i, e := range g.Edges {
		if !left[i] {
			drawn.Edges = append(drawn.Edges, e)
		}
	}
	drawn.Subtitle = joined([]string{g.Subtitle, words.Count(terms.MapUndrawn, len(ties)-most)}, "  ·  ")
	return &drawn
}
