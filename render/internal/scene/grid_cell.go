package scene

import (
	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

// The measures of a cell of a table.
const (
	cellPad      = 8 // at the sides
	cellEdge     = 5 // above and below
	cellLine     = 12
	cellGap      = 10 // between the left and the right contents
	cellRoom     = 108
	nameRoom     = 132 // for a name on one line
	maxNameWidth = 236 // for a long word of a name
	lineStep     = 13
	cellGlyph    = 5.5
	afterSign    = 15 // from a glyph's left to the text
)

var (
	cellFont   = typeset.Font{Size: typeset.LeastGridText}
	amountFont = typeset.Font{Size: typeset.LeastGridText}
)

// CellText is the contents of a cell.
type CellText struct {
	// Size is the smallest size of the cell.
	geom.Size
	// Label, Detail and Lines are shortened to fit.
	Label  []string
	Detail string
	// Lines has the name of each line of the cell, wrapped if it is too long.
	Lines [][]string
	// Title is the tooltip: everything about the cell, in lines.
	Title string

	cell  graph.Cell
	style theme.Style
}

func newCellText(cell graph.Cell, t *theme.Theme, m *typeset.Measurer) CellText {
	c := CellText{cell: cell, style: t.Style(with("cell", cell.Class)...), Title: title(cell.Label, cell.Tooltip)}
	room := cellRoom - c.indent()
	c.Label = m.Wrap(typeset.CleanLine(cell.Label), cellFont, room, room)
	c.Detail = m.Shorten(typeset.CleanLine(cell.Detail), amountFont, cellRoom)
	left := 0.0
	for _, line := range c.Label {
		left = max(left, c.indent()+m.Width(line, cellFont))
	}
	right := levelWidth(c.cell.Level, dotReach)
	if c.Detail != "" {
		right += m.Width(c.Detail, amountFont)
	}
	if left > 0 && right > 0 {
		left += cellGap
	}
	c.W = left + right
	if len(c.Label) > 0 || right > 0 {
		c.H = 2*cellEdge + cellLine*float64(max(1, len(c.Label)))
	}
	c.addLines(t, m)
	if c.W > 0 {
		c.W += 2 * cellPad
	}
	return c
}

func (c *CellText) addLines(t *theme.Theme, m *typeset.Measurer) {
	for _, line := range c.cell.Lines {
		indent := 0.0
		if t.Style(with("cell", line.Class)...).Glyph != "" {
			indent = afterSign
		}
		bars, font := 0.0, c.lineFont(line, t)
		if line.Level != nil {
			bars = cellGap + barsWidth(*line.Level)
		}
		name := typeset.CleanLine(line.Label)
		names := wrapWhole(m, name, font, max(nameRoom-indent, min(maxNameWidth, m.LongestWord(name, font)))) // wide enough for its longest word
		c.Lines = append(c.Lines, names)
		for _, name := range names {
			c.W = max(c.W, indent+m.Width(name, font)+bars)
		}
	}
	if len(c.Lines) > 0 {
		c.H = max(c.H, cellEdge) + cellEdge
		for i := range c.Lines {
			c.H += c.lineHeight(i)
		}
	}
}

// wrapWhole breaks a name into three lines of width room, or of more if it would be shortened.
func wrapWhole(m *typeset.Measurer, name string, font typeset.Font, room float64) []string {
	lines := m.Wrap(name, font, room, room, room)
	for ; room < maxNameWidth && !typeset.Whole(lines, name); lines = m.Wrap(name, font, room, room, room) {
		room = min(maxNameWidth, room+nameRoom/4)
	}
	return lines
}

// lineHeight returns the height of a name, including its further lines.
func (c *CellText) lineHeight(i int) float64 {
	return lineStep + cellLine*float64(max(0, len(c.Lines[i])-1))
}

func (c *CellText) lineFont(line graph.Line, t *theme.Theme) typeset.Font {
	return typeset.Font{Size: cellFont.Size, Bold: line.Strong, Italic: t.Style(with("cell", line.Class)...).Italic}
}

func (c *CellText) indent() float64 {
	if c.style.Glyph == "" || c.cell.Label == "" {
		return 0
	}
	return afterSign
}

// draw draws a cell: label, level and detail in the middle of its height, or lines from the top.
func (c *CellText) draw(r geom.Rect, t *theme.Theme) []Item {
	var items []Item
	if fill, stroke := colour(c.style.Fill), colour(c.style.Stroke); fill != "" || stroke != "" {
		items = append(items, ground(r, c.style))
	}
	items = append(items, cellBar(r, c.style)...)
	high := cellLine * float64(max(1, len(c.Label)))
	top := r.Y + (r.H-high)/2
	if len(c.Lines) > 0 {
		top = r.Y + cellEdge
	}
	if c.indent() > 0 {
		items = append(items, glyph(geom.Point{X: r.X + cellPad + cellGlyph, Y: top + cellLine/2}, cellGlyph, c.style)...)
	}
	baseline := top + cellLine - 2.5
	items = append(items, column(geom.Point{X: r.X + cellPad + c.indent(), Y: baseline}, cellLine, c.Label, c.font(), c.style.Ink)...)
	right := r.Right() - cellPad
	if c.Detail != "" {
		items = append(items, Text{At: geom.Point{X: right, Y: baseline}, Font: amountFont, Fill: colour(c.style.Ink), Anchor: End, String: c.Detail})
	}
	if c.cell.Level != nil {
		from := geom.Point{X: r.X + cellPad + dotReach, Y: top + cellLine/2}
		if len(c.Label) > 0 {
			from.X = right - levelWidth(c.cell.Level, dotReach) + dotReach
		}
		items = append(items, level(from, *c.cell.Level, cardDots, c.style, t)...)
	}
	return append(items, c.drawLines(r, t)...)
}

// cellBar returns the bar at the left edge of a cell whose style has a stripe.
func cellBar(r geom.Rect, s theme.Style) []Item {
	if s.Stripe == nil || colour(s.Accent) == "" {
		return nil
	}
	const wide, edge = 3, 2
	x := quarter(r.X + edge + wide/2.0)
	return []Item{Path{Segments: open(geom.Point{X: x}, geom.Point{Y: r.Y + edge}, geom.Point{Y: r.Bottom() - edge}), Stroke: colour(s.Accent), Width: wide,
		Dash: dashes(s.Stripe)}}
}

func (c *CellText) font() typeset.Font {
	return typeset.Font{Size: cellFont.Size, Italic: c.style.Italic}
}

func (c *CellText) drawLines(r geom.Rect, t *theme.Theme) []Item {
	var items []Item
	y := r.Y + cellEdge
	if len(c.Label) > 0 {
		y += cellEdge + cellLine*float64(len(c.Label))
	}
	for i, line := range c.cell.Lines {
		s := t.Style(with("cell", line.Class)...)
		x := r.X + cellPad
		if s.Glyph != "" {
			items = append(items, glyph(geom.Point{X: x + cellGlyph, Y: y + lineStep/2}, cellGlyph, s)...)
			x += afterSign
		}
		items = append(items, column(geom.Point{X: x, Y: y + lineStep - 3.5}, cellLine, c.Lines[i], c.lineFont(line, t), s.Ink)...)
		if line.Level != nil {
			items = append(items, levelBars(geom.Point{X: r.Right() - cellPad - barsWidth(*line.Level), Y: y + lineStep/2}, *line.Level, s, t)...)
		}
		y += c.lineHeight(i)
	}
	return items
}
