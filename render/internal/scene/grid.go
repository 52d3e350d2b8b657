package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The type of a table's labels.
var (
	bandFont  = Font{Size: 10, Bold: true}
	zoneFont  = Font{Size: LeastGridText, Bold: true}
	zoneRoom  = 220.0
	labelHigh = 1.4 // the height of a label by the size of its type
)

// Grid is a table with its texts broken into lines.
type Grid struct {
	Corner        TrackHead
	Rows, Columns []TrackHead
	Cells         []CellText
	// ZoneLabels and MarkLabels are as they are drawn, by index.
	ZoneLabels, MarkLabels []string

	graph *graph.Grid
	marks []geom.Size
	zones []geom.Size
}

// NewGrid decides what stands in the heads and cells of a table and so how large they are.
func NewGrid(g *graph.Grid, t *theme.Theme, m *Measurer) *Grid {
	made := &Grid{graph: g, Corner: newCorner(g.Corner, t, m)}
	for _, r := range g.Rows {
		made.Rows = append(made.Rows, newRowHead(r, t, m))
	}
	for _, c := range g.Columns {
		made.Columns = append(made.Columns, newColumnHead(c, t, m))
	}
	alignShares(made.Rows)
	alignShares(made.Columns)
	for _, c := range g.Cells {
		made.Cells = append(made.Cells, newCellText(c, t, m))
	}
	label := func(text string, pad float64) (string, geom.Size) {
		text = m.Shorten(CleanLine(text), zoneFont, zoneRoom)
		if text == "" {
			return "", geom.Size{}
		}
		return text, geom.Size{W: m.Width(text, zoneFont) + 2*pad, H: zoneFont.Size * labelHigh}
	}
	for _, z := range g.Zones {
		text, size := label(z.Label, 0)
		made.ZoneLabels, made.zones = append(made.ZoneLabels, text), append(made.zones, size)
	}
	for _, k := range g.Marks {
		text, size := label(k.Label, markPad)
		made.MarkLabels, made.marks = append(made.MarkLabels, text), append(made.marks, size)
	}
	return made
}

// Layout is what the layout has to know of the table.
func (g *Grid) Layout() *layout.Grid {
	in := &layout.Grid{Corner: g.Corner.Size, WrapRows: g.graph.Wrap == graph.WrapRows, WrapColumns: g.graph.Wrap == graph.WrapColumns}
	for i, r := range g.graph.Rows {
		in.Rows = append(in.Rows, layout.Track{Head: g.Rows[i].Size, Band: r.Band, Apart: r.Apart})
	}
	for i, c := range g.graph.Columns {
		in.Columns = append(in.Columns, layout.Track{Head: g.Columns[i].Size, Band: c.Band, Length: c.Length, Apart: c.Apart})
	}
	for _, b := range g.graph.RowBands {
		in.RowBands = append(in.RowBands, layout.Band{Parent: b.Parent})
	}
	for _, b := range g.graph.ColumnBands {
		in.ColumnBands = append(in.ColumnBands, layout.Band{Parent: b.Parent})
	}
	for i, c := range g.graph.Cells {
		in.Cells = append(in.Cells, layout.Cell{Row: c.Row, Column: c.Column, Size: g.Cells[i].Size})
	}
	for i, z := range g.graph.Zones {
		in.Zones = append(in.Zones, layout.Zone{FirstRow: z.FirstRow, LastRow: z.LastRow, FirstColumn: z.FirstColumn, LastColumn: z.LastColumn, Label: g.zones[i]})
	}
	for i, k := range g.graph.Marks {
		in.Marks = append(in.Marks, layout.Mark{At: k.At, Label: g.marks[i]})
	}
	return in
}
