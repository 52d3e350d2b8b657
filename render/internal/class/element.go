package class

import (
	"iter"

	"github.com/accountatlas/accountatlas/render/graph"
)

// Element is a part of a graph: its kind, such as "node", and its index among the elements of that
// kind.
type Element struct {
	Kind  string
	Index int
}

// InGraph yields every part of a graph that may have classes, with its classes.
func InGraph(g *graph.Graph) iter.Seq2[Element, []graph.Class] {
	return func(yield func(Element, []graph.Class) bool) {
		for i, group := range g.Groups {
			if !yield(Element{"group", i}, group.Class) {
				return
			}
		}
		for i, n := range g.Nodes {
			if !yield(Element{"node", i}, n.Class) || n.Badge != nil && !yield(Element{"the badge of node", i}, n.Badge.Class) {
				return
			}
			for _, note := range n.Notes {
				if !yield(Element{"a note of node", i}, note.Class) {
					return
				}
			}
		}
		for i, e := range g.Edges {
			if !yield(Element{"edge", i}, e.Class) {
				return
			}
		}
		for at, classes := range InGrid(g.Grid) {
			if !yield(at, classes) {
				return
			}
		}
		for i, p := range g.Points {
			if !yield(Element{"point", i}, p.Class) {
				return
			}
		}
		for i, section := range g.Legend {
			for _, entry := range section.Entries {
				if !yield(Element{"legend section", i}, entry.Class) {
					return
				}
			}
		}
	}
}

// InGrid yields every part of a table that may have classes, with its classes. A nil table has no
// parts.
func InGrid(g *graph.Grid) iter.Seq2[Element, []graph.Class] {
	return func(yield func(Element, []graph.Class) bool) {
		if g == nil || !yield(Element{"corner", 0}, g.Corner.Class) {
			return
		}
		for _, all := range []struct {
			what   string
			tracks []graph.Track
			bands  []graph.Band
		}{{"row", g.Rows, g.RowBands}, {"column", g.Columns, g.ColumnBands}} {
			for i, t := range all.tracks {
				if !yield(Element{all.what, i}, t.Class) {
					return
				}
			}
			for i, b := range all.bands {
				if !yield(Element{all.what + " band", i}, b.Class) {
					return
				}
			}
		}
		for i, c := range g.Cells {
			if !yield(Element{"cell", i}, c.Class) {
				return
			}
			for _, l := range c.Lines {
				if !yield(Element{"a line of cell", i}, l.Class) {
					return
				}
			}
		}
		for i, z := range g.Zones {
			if !yield(Element{"zone", i}, z.Class) {
				return
			}
		}
		for i, m := range g.Marks {
			if !yield(Element{"mark", i}, m.Class) {
				return
			}
		}
	}
}
