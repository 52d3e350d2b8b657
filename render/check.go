package render

import (
	"errors"
	"fmt"
	"iter"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/theme"
)

// checkGraph finds what of a view's graph nothing could be drawn of: an index that names nothing, or a group that is not after its parent.
// A link that leads elsewhere than [graph.CheckLink] lets it is found too: no picture may hold one.
func checkGraph(g *graph.Graph) error {
	if g == nil {
		return errors.New("the view made no graph")
	}
	if err := checkGrid(g); err != nil {
		return err
	}
	for i, group := range g.Groups {
		if group.Parent != graph.None && (group.Parent < 0 || group.Parent >= i) {
			return fmt.Errorf("group %d: the parent %d is not a group before it", i, group.Parent)
		}
		if err := graph.CheckLink(group.Link); err != nil {
			return fmt.Errorf("group %d: %w", i, err)
		}
	}
	for i, n := range g.Nodes {
		if n.Group != graph.None && (n.Group < 0 || n.Group >= len(g.Groups)) {
			return fmt.Errorf("node %d: there is no group %d", i, n.Group)
		}
		if err := graph.CheckLink(n.Link); err != nil {
			return fmt.Errorf("node %d: %w", i, err)
		}
	}
	for i, e := range g.Edges {
		if e.From < 0 || e.From >= len(g.Nodes) || e.To < 0 || e.To >= len(g.Nodes) {
			return fmt.Errorf("edge %d: from %d to %d, but there are %d nodes", i, e.From, e.To, len(g.Nodes))
		}
	}
	return nil
}

// checkClasses finds a class of a view's graph that the theme has no look for, and that would go unseen.
func checkClasses(g *graph.Graph, t *theme.Theme) error {
	known := map[graph.Class]bool{}
	for at, classes := range dressed(g) {
		for _, class := range classes {
			if known[class] {
				continue
			}
			if err := t.Lacks(class); err != nil {
				return fmt.Errorf("%s %d: %w", at.what, at.index, err)
			}
			known[class] = true
		}
	}
	return nil
}

// element is a part of a graph that has classes.
type element struct {
	what  string
	index int
}

// dressed walks everything in a graph that has classes.
func dressed(g *graph.Graph) iter.Seq2[element, []graph.Class] {
	return func(yield func(element, []graph.Class) bool) {
		for i, group := range g.Groups {
			if !yield(element{"group", i}, group.Class) {
				return
			}
		}
		for i, n := range g.Nodes {
			if !yield(element{"node", i}, n.Class) || n.Badge != nil && !yield(element{"the badge of node", i}, n.Badge.Class) {
				return
			}
			for _, note := range n.Notes {
				if !yield(element{"a note of node", i}, note.Class) {
					return
				}
			}
		}
		for i, e := range g.Edges {
			if !yield(element{"edge", i}, e.Class) {
				return
			}
		}
		for at, classes := range dressedGrid(g.Grid) {
			if !yield(at, classes) {
				return
			}
		}
		for i, section := range g.Legend {
			for _, entry := range section.Entries {
				if !yield(element{"legend section", i}, entry.Class) {
					return
				}
			}
		}
	}
}
