package render

import (
	"errors"
	"fmt"
	"iter"

	"github.com/accountatlas/accountatlas/render/graph"
)

// checkGrid finds what of a graph's grid nothing could be drawn of.
func checkGrid(g *graph.Graph) error {
	for i, n := range g.Nodes {
		if (n.Place == nil) != (g.Grid == nil) {
			return fmt.Errorf("node %d: a node has a place when, and only when, its graph has a grid", i)
		}
	}
	if g.Grid == nil {
		return nil
	}
	if len(g.Groups) > 0 {
		return errors.New("a graph with a grid has no groups: its bands are the headings")
	}
	switch g.Grid.Wrap {
	case graph.WrapNone, graph.WrapRows, graph.WrapColumns:
	default:
		return fmt.Errorf("unknown wrap %q: want %q, %q or nothing", g.Grid.Wrap, graph.WrapRows, graph.WrapColumns)
	}
	if err := checkBands("row", g.Grid.Rows, g.Grid.RowBands); err != nil {
		return err
	}
	if err := checkBands("column", g.Grid.Columns, g.Grid.ColumnBands); err != nil {
		return err
	}
	if err := checkScale(g); err != nil {
		return err
	}
	return checkPlaces(g)
}

func checkBands(kind string, tracks []graph.Track, bands []graph.Band) error {
	for i, b := range bands {
		if b.Parent != graph.None && (b.Parent < 0 || b.Parent >= i) {
			return fmt.Errorf("%s band %d: the parent %d is not a band before it", kind, i, b.Parent)
		}
	}
	for i, t := range tracks {
		if t.Band != graph.None && (t.Band < 0 || t.Band >= len(bands)) {
			return fmt.Errorf("%s %d: there is no band %d", kind, i, t.Band)
		}
	}
	return nil
}

// checkScale finds a scale with holes, and what does not lie on it.
func checkScale(g *graph.Graph) error {
	const most = 1e6
	last := -1
	for i, c := range g.Grid.Columns {
		if !(c.Length >= 0 && c.Length <= most) {
			return fmt.Errorf("column %d: the length %v is not between 0 and %g", i, c.Length, most)
		}
		if c.Length > 0 {
			if last >= 0 && (last != i-1 || c.Apart) {
				return fmt.Errorf("column %d: the parts of the scale stand one after another, without a gap", i)
			}
			last = i
		}
	}
	for i, r := range g.Grid.Rows {
		if r.Length != 0 {
			return fmt.Errorf("row %d: a scale runs along columns", i)
		}
	}
	if last >= 0 && g.Grid.Wrap != graph.WrapNone {
		return errors.New("a table with a scale is not wrapped")
	}
	long := g.Grid.ScaleLength()
	for i, n := range g.Nodes {
		if s := n.Place.Span; s != nil && !(0 <= s.From && s.From <= s.To && s.To <= long && last >= 0) {
			return fmt.Errorf("node %d: the span from %v to %v is not on the scale from 0 to %v", i, s.From, s.To, long)
		}
	}
	for i, m := range g.Grid.Marks {
		if !(m.At >= 0 && m.At <= long && last >= 0) {
			return fmt.Errorf("mark %d: %v is not on the scale from 0 to %v", i, m.At, long)
		}
	}
	return nil
}

func checkPlaces(g *graph.Graph) error {
	within := func(row, column int) bool {
		return row >= 0 && row < len(g.Grid.Rows) && column >= 0 && column < len(g.Grid.Columns)
	}
	for i, n := range g.Nodes {
		if !within(n.Place.Row, n.Place.Column) {
			return fmt.Errorf("node %d: there is no row %d with a column %d", i, n.Place.Row, n.Place.Column)
		}
	}
	for i, c := range g.Grid.Cells {
		if !within(c.Row, c.Column) {
			return fmt.Errorf("cell %d: there is no row %d with a column %d", i, c.Row, c.Column)
		}
	}
	for i, z := range g.Grid.Zones {
		if !within(z.FirstRow, z.FirstColumn) || !within(z.LastRow, z.LastColumn) || z.LastRow < z.FirstRow || z.LastColumn < z.FirstColumn {
			return fmt.Errorf("zone %d: it is not a part of the table", i)
		}
	}
	return nil
}

// dressedGrid walks everything in a grid that has classes.
func dressedGrid(g *graph.Grid) iter.Seq2[element, []graph.Class] {
	return func(yield func(element, []graph.Class) bool) {
		if g == nil || !yield(element{"corner", 0}, g.Corner.Class) {
			return
		}
		for _, all := range []struct {
			what   string
			tracks []graph.Track
			bands  []graph.Band
		}{{"row", g.Rows, g.RowBands}, {"column", g.Columns, g.ColumnBands}} {
			for i, t := range all.tracks {
				if !yield(element{all.what, i}, t.Class) {
					return
				}
			}
			for i, b := range all.bands {
				if !yield(element{all.what + " band", i}, b.Class) {
					return
				}
			}
		}
		for i, c := range g.Cells {
			if !yield(element{"cell", i}, c.Class) {
				return
			}
			for _, l := range c.Lines {
				if !yield(element{"a line of cell", i}, l.Class) {
					return
				}
			}
		}
		for i, z := range g.Zones {
			if !yield(element{"zone", i}, z.Class) {
				return
			}
		}
		for i, m := range g.Marks {
			if !yield(element{"mark", i}, m.Class) {
				return
			}
		}
	}
}
