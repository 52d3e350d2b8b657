package scene

import (
	"slices"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The type of a table's labels.
var (
	bandFont  = typeset.Font{Size: 10, Bold: true}
	zoneFont  = typeset.Font{Size: typeset.LeastGridText, Bold: true}
	zoneRoom  = 220.0
	labelHigh = 1.4 // line height by the size of the type
)

// Grid is a table with its texts broken into lines.
type Grid struct {
	Corner        TrackHead
	Rows, Columns []TrackHead
	Cells         []CellText
	// ZoneLabels and MarkLabels are shortened to fit.
	ZoneLabels, MarkLabels []string

	graph *graph.Grid
	marks []geom.Size
	zones []geom.Size
}

// NewGrid decides the contents, and so the sizes, of a table's heads and cells.
func NewGrid(g *graph.Grid, t *theme.Theme, m *typeset.Measurer) *Grid {
	made := &Grid{graph: g, Corner: newStack(g.Corner, trackFont, cornerRoom, 2, t, m)}
	scale := slices.ContainsFunc(g.Columns, func(c graph.Track) bool { return c.Length > 0 })
	for _, r := range g.Rows {
		head := newRowHead(r, t, m)
		if scale { // its rows are high, and it needs the width
			head = newStack(r, rowFont, rowRoom, 2, t, m)
		}
		made.Rows = append(made.Rows, head)
	}
	for _, c := range g.Columns {
		room, less := float64(columnRoom), 0.0
		switch {
		case c.Length > 0:
			less = 5 // on the right: the heads decide the least width of the scale
		case scale:
			room = rowRoom
		}
		head := newStack(c, trackFont, room, 3, t, m)
		head.W -= less
		made.Columns = append(made.Columns, head)
	}
	alignShares(made.Rows)
	alignShares(made.Columns)
	for _, c := range g.Cells {
		made.Cells = append(made.Cells, newCellText(c, t, m))
	}
	label := func(text string, pad float64) (string, geom.Size) {
		text = m.Shorten(typeset.CleanLine(text), zoneFont, zoneRoom)
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

// Layout returns the sizes for the table layout.
func (g *Grid) Layout() *table.Grid {
	in := &table.Grid{Corner: g.Corner.Size, WrapRows: g.graph.Wrap == graph.WrapRows, WrapColumns: g.graph.Wrap == graph.WrapColumns}
	for i, r := range g.graph.Rows {
		in.Rows = append(in.Rows, table.Track{Head: g.Rows[i].Size, Band: r.Band, GroupStart: r.GapBefore})
	}
	for i, c := range g.graph.Columns {
		in.Columns = append(in.Columns, table.Track{Head: g.Columns[i].Size, Band: c.Band, Length: c.Length, GroupStart: c.GapBefore})
	}
	for _, b := range g.graph.RowBands {
		in.RowBands = append(in.RowBands, table.Band{Parent: b.Parent})
	}
	for _, b := range g.graph.ColumnBands {
		in.ColumnBands = append(in.ColumnBands, table.Band{Parent: b.Parent})
	}
	for i, c := range g.graph.Cells {
		in.Cells = append(in.Cells, table.Cell{Row: c.Row, Column: c.Column, Size: g.Cells[i].Size})
	}
	for i, z := range g.graph.Zones {
		in.Zones = append(in.Zones, table.Zone{FirstRow: z.FirstRow, LastRow: z.LastRow, FirstColumn: z.FirstColumn, LastColumn: z.LastColumn, Label: g.zones[i]})
	}
	for i, k := range g.graph.Marks {
		in.Marks = append(in.Marks, table.Mark{At: k.At, Label: g.marks[i]})
	}
	return in
}

const (
	markPad   = 5 // at both sides of a mark's label
	zoneInset = 1.5
)

// addGrid draws a table from the bottom up: fields, zones, cells, lines, heads, marks. The lines
// between cards, and the cards, are drawn after it.
func (p *page) addGrid() {
	in, placed := p.in, p.in.Placed.Grid
	line := in.Theme.Style("grid")
	var fields []Segment
	for _, f := range placed.Fields {
		fields = append(fields, roundRect(p.moved(f), 0)...)
	}
	if fields != nil {
		p.picture = append(p.picture, Path{Segments: fields, Fill: colour(line.Fill)})
	}
	for _, z := range placed.Zones {
		zone := in.Graph.Grid.Zones[z.Index]
		s := in.Theme.Style(with("zone", zone.Class)...)
		r := p.moved(z.Rect.Grow(-zoneInset))
		items := []Item{ground(r, s)}
		if label := in.Grid.ZoneLabels[z.Index]; label != "" {
			at := p.moved(placed.ZoneLabels[z.Index])
			items = append(items, Text{At: geom.Point{X: at.X, Y: at.Y + zoneFont.Size}, Font: zoneFont, Fill: colour(s.Ink), String: label})
		}
		p.addElement(Group{ID: "zone" + number(z.Index), Classes: with("zone", zone.Class), Title: title(zone.Label, zone.Tooltip), Items: items,
			Label: typeset.CleanLine(zone.Label), Frame: r})
	}
	for i, c := range in.Graph.Grid.Cells {
		r := p.moved(placed.Cells[i])
		p.addElement(Group{ID: "cell" + number(i), Classes: with("cell", c.Class), Title: in.Grid.Cells[i].Title, Items: in.Grid.Cells[i].draw(r, in.Theme),
			Label: typeset.CleanLine(c.Label), Detail: typeset.CleanLine(c.Detail), Frame: r})
	}
	if lines := p.gridLines(); lines != nil {
		p.picture = append(p.picture, Path{Segments: lines, Stroke: colour(line.Stroke), Width: line.Width, Dash: dashes(line.Dash)})
	}
	p.addCorners()
	p.addBands("columnband", placed.ColumnBands, in.Graph.Grid.ColumnBands)
	p.addBands("rowband", placed.RowBands, in.Graph.Grid.RowBands)
	p.addHeads("column", placed.Columns, in.Graph.Grid.Columns, in.Grid.Columns)
	p.addHeads("row", placed.Rows, in.Graph.Grid.Rows, in.Grid.Rows)
	p.addMarks()
}

// addCorners draws the corner of each part of the table, unless it has no rows or no columns.
func (p *page) addCorners() {
	grid := p.in.Graph.Grid
	if len(grid.Rows)+len(grid.Columns) == 0 {
		return
	}
	for i, r := range p.in.Placed.Grid.Corners {
		corner, r := p.in.Grid.Corner, p.moved(r)
		p.addElement(Group{ID: "corner" + number(i), Classes: with("corner", grid.Corner.Class), Title: corner.Title, Items: corner.draw(r, p.in.Theme),
			Label: typeset.CleanLine(grid.Corner.Label), Detail: typeset.CleanLine(grid.Corner.Detail), Frame: r})
	}
}

func (p *page) moved(r geom.Rect) geom.Rect { return r.Move(p.corner.X, p.corner.Y) }

// gridLines returns the lines around the fields and between their rows and columns.
func (p *page) gridLines() []Segment {
	var lines []Segment
	for _, f := range p.in.Placed.Grid.Fields {
		lines = append(lines, roundRect(p.moved(f), 0)...)
	}
	for _, r := range p.in.Placed.Grid.Rules {
		lines = append(lines, open(p.corner, geom.Point{X: r.X, Y: r.Y}, geom.Point{X: r.Right(), Y: r.Bottom()})...)
	}
	return lines
}

func (p *page) addBands(id string, parts []table.Part, bands []graph.Band) {
	for i, part := range parts {
		band, r := bands[part.Index], p.moved(part.Rect)
		s := p.in.Theme.Style(with("grid-band", band.Class)...)
		items := []Item{ground(r, s)}
		label := p.in.Measurer.Shorten(typeset.CleanLine(band.Label), bandFont, r.W-2*headPad)
		end := r.X + headPad
		if label != "" {
			items = append(items, Text{At: geom.Point{X: end, Y: r.CenterY() + 3.5}, Font: bandFont, Fill: colour(s.Ink), String: label})
			end += p.in.Measurer.Width(label, bandFont) + rowHeadGap
		}
		if s.Glyph != "" && band.Detail != "" && end+afterSign < r.Right()-headPad {
			items = append(items, glyph(geom.Point{X: end + cellGlyph, Y: r.CenterY()}, cellGlyph, s)...)
			end += afterSign
		}
		if detail := typeset.CleanLine(band.Detail); detail != "" && end < r.Right()-2*headPad {
			detail = p.in.Measurer.Shorten(detail, trackSmallFont, r.Right()-headPad-end)
			items = append(items, Text{At: geom.Point{X: end, Y: r.CenterY() + 3}, Font: trackSmallFont, Fill: colour(s.Muted), String: detail})
		}
		p.addElement(Group{ID: id + number(i), Classes: with("band", band.Class), Title: title(band.Label, band.Tooltip), Items: items,
			Label: typeset.CleanLine(band.Label), Detail: typeset.CleanLine(band.Detail), Frame: r})
	}
}

func (p *page) addHeads(id string, parts []table.Part, tracks []graph.Track, heads []TrackHead) {
	for i, part := range parts {
		head, track, r := &heads[part.Index], &tracks[part.Index], p.moved(part.Rect)
		p.addElement(Group{ID: id + number(i), Classes: with(graph.Class(id), track.Class), Title: head.Title, Items: head.draw(r, p.in.Theme),
			Label: typeset.CleanLine(track.Label), Detail: typeset.CleanLine(track.Detail), Frame: r})
	}
}

// addMarks draws the marks as vertical lines, each with its label in a flag.
func (p *page) addMarks() {
	placed := p.in.Placed.Grid
	for i, mark := range p.in.Graph.Grid.Marks {
		s := p.in.Theme.Style(with("mark", mark.Class)...)
		r := p.moved(placed.Marks[i])
		at := geom.Point{X: quarter(r.X), Y: r.Y}
		items := []Item{Path{Segments: open(at, geom.Point{}, geom.Point{Y: r.H}), Stroke: colour(s.Stroke), Width: s.Width, Dash: dashes(s.Dash)}}
		if label := p.in.Grid.MarkLabels[i]; label != "" {
			flag := p.moved(placed.MarkLabels[i])
			items = append(items, Path{Segments: roundRect(flag, 2), Fill: colour(s.Fill)},
				Text{At: geom.Point{X: flag.X + markPad, Y: flag.Y + zoneFont.Size}, Font: zoneFont, Fill: colour(s.Ink), String: label})
		}
		p.addElement(Group{ID: "mark" + number(i), Classes: with("mark", mark.Class), Title: typeset.CleanLine(mark.Label), Items: items})
	}
}
