package render

import (
	"errors"
	"fmt"

	"github.com/accountatlas/accountatlas/render/graph"
)

// checkGraph finds what of a view's graph nothing could be drawn of: an index that names nothing, or a group that is not after its parent.
func checkGraph(g *graph.Graph) error {
	if g == nil {
		return errors.New("the view made no graph")
	}
	for i, group := range g.Groups {
		if group.Parent != graph.None && (group.Parent < 0 || group.Parent >= i) {
			return fmt.Errorf("group %d: the parent %d is not a group before it", i, group.Parent)
		}
	}
	for i, n := range g.Nodes {
		if n.Group != graph.None && (n.Group < 0 || n.Group >= len(g.Groups)) {
			return fmt.Errorf("node %d: there is no group %d", i, n.Group)
		}
	}
	for i, e := range g.Edges {
		if e.From < 0 || e.From >= len(g.Nodes) || e.To < 0 || e.To >= len(g.Nodes) {
			return fmt.Errorf("edge %d: from %d to %d, but there are %d nodes", i, e.From, e.To, len(g.Nodes))
		}
	}
	return nil
}
