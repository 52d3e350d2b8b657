package render

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/graph"
)

// fadedUnless is the class of what is out of focus, or none.
func fadedUnless(seen bool) []graph.Class {
	if seen {
		return nil
	}
	return []graph.Class{classFaded}
}

// fadeAround fades the lines of which an end has faded, and the boxes without a class for it in which everybody has: those that stand for no
// unit.
func fadeAround(g *graph.Graph, isUnit func(group int) bool) {
	faded := func(n graph.Node) bool { return slices.Contains(n.Class, classFaded) }
	if !slices.ContainsFunc(g.Nodes, faded) {
		return
	}
	bright := make([]bool, len(g.Groups))
	for _, n := range g.Nodes {
		if n.Group != graph.None && !faded(n) {
			bright[n.Group] = true
		}
	}
	for i := range g.Groups {
		if !isUnit(i) && !bright[i] {
			g.Groups[i].Class = append(g.Groups[i].Class, classFaded)
		}
	}
	for i, e := range g.Edges {
		if faded(g.Nodes[e.From]) || faded(g.Nodes[e.To]) {
			g.Edges[i].Class = append(slices.Clip(e.Class), classFaded)
		}
	}
}
