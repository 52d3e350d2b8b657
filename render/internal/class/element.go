package class

import "github.com/accountatlas/accountatlas/render/graph"

// Element is a part of a graph that may have classes: its kind, such as "node", and its index among
// the elements of that kind.
type Element struct {
	Kind    string
	Index   int
	Classes []graph.Class
}

// InGraph returns every part of a graph that may have classes.
func InGraph(g *graph.Graph) (all []Element) {
	for i, group := range g.Groups {
		all = append(all, Element{"group", i, group.Class})
	}
	for i, n := range g.Nodes {
		all = append(all, Element{"node", i, n.Class})
		if n.Badge != nil {
			all = append(all, Element{"the badge of node", i, n.Badge.Class})
		}
		for _, note := range n.Notes {
			all = append(all, Element{"a note of node", i, note.Class})
		}
	}
	for i, e := range g.Edges {
		all = append(all, Element{"edge", i, e.Class})
	}
	all = append(all, InGrid(g.Grid)...)
	for i, p := range g.Points {
		all = append(all, Element{"point", i, p.Class})
	}
	for i, section := range g.Legend {
		for _, entry := range section.Entries {
			all = append(all, Element{"legend section", i, entry.Class})
		}
	}
	return all
}

// InGrid returns every part of a table that may have classes. A nil table has no parts.
func InGrid(g *graph.Grid) (all []Element) {
	if g == nil {
		return nil
	}
	tracks := func(kind string, tracks []graph.Track, bands []graph.Band) {
		for i, t := range tracks {
			all = append(all, Element{kind, i, t.Class})
		}
		for i, b := range bands {
			all = append(all, Element{kind + " band", i, b.Class})
		}
	}
	all = append(all, Element{"corner", 0, g.Corner.Class})
	tracks("row", g.Rows, g.RowBands)
	tracks("column", g.Columns, g.ColumnBands)
	for i, c := range g.Cells {
		all = append(all, Element{"cell", i, c.Class})
		for _, l := range c.Lines {
			all = append(all, Element{"a line of cell", i, l.Class})
		}
	}
	for i, z := range g.Zones {
		all = append(all, Element{"zone", i, z.Class})
	}
	for i, m := range g.Marks {
		all = append(all, Element{"mark", i, m.Class})
	}
	return all
}
