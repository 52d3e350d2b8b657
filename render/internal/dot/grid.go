package dot

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/layout/table"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/theme"
)

// twoLines is the height of the lowest row with room for a second line.
const twoLines = 28

// table writes a node for each part of the graph's grid, from the ground upwards: Graphviz draws nodes in the order of the file. They are
// named by what they are: field1, zone1, cell1, column1, row1, mark1.
func (e *exporter) table() {
	if e.grid == nil {
		return
	}
	g, placed := e.graph.Grid, e.placed.Grid
	ground := e.theme.Style("grid")
	for i, r := range placed.Fields {
		e.part(name("field", i), r, nil, ground, "", "")
	}
	for _, z := range placed.Zones {
		s := e.theme.Style(append([]graph.Class{"zone"}, g.Zones[z.Index].Class...)...)
		e.part(name("zone", z.Index), z.Rect, g.Zones[z.Index].Class, s, "", scene.CleanLines(g.Zones[z.Index].Tooltip))
		e.part(name("zonelabel", z.Index), placed.ZoneLabels[z.Index], nil, theme.Style{}, bold(text(e.grid.ZoneLabels[z.Index], scene.LeastGridText, s.Ink)), "")
	}
	for i, r := range placed.Rules {
		r.W, r.H = max(r.W, ground.Width), max(r.H, ground.Width)
		e.part(name("rule", i), r, nil, theme.Style{Fill: ground.Stroke}, "", "")
	}
	for i, c := range g.Cells {
		s := e.theme.Style(append([]graph.Class{"cell"}, c.Class...)...)
		s.Stroke = ground.Stroke
		e.part(name("cell", i), placed.Cells[i], c.Class, s, e.cell(i, s), e.grid.Cells[i].Title)
	}
	for i, r := range placed.Corners {
		e.head("corner", i, r, g.Corner, e.grid.Corner)
	}
	for i, p := range placed.Columns {
		e.head("column", i, p.Rect, g.Columns[p.Index], e.grid.Columns[p.Index])
	}
	for i, p := range placed.Rows {
		e.head("row", i, p.Rect, g.Rows[p.Index], e.grid.Rows[p.Index])
	}
	e.bands("columnband", placed.ColumnBands, g.ColumnBands)
	e.bands("rowband", placed.RowBands, g.RowBands)
	e.marks()
}

// part writes one rectangle with its words.
func (e *exporter) part(name string, r geom.Rect, class []graph.Class, s theme.Style, words html, title string) {
	e.statement(name,
		attr{"id", word(name)},
		attr{"class", classes(class)},
		attr{"pos", e.pinned(r)},
		attr{"width", inches(r.W)},
		attr{"height", inches(r.H)},
		attr{"shape", word("box")},
		attr{"style", word("filled" + dashed(s.Dash))},
		attr{"fillcolor", colour(s.Fill)},
		attr{"color", colour(s.Stroke)},
		attr{"penwidth", number(s.Width)},
		attr{"label", label(words)},
		attr{"tooltip", hint(title)})
}

// label is the words as a label. Graphviz takes none that is empty.
func label(words html) value {
	if words == "" {
		return word("")
	}
	return words
}

// cell is the words of a cell: label, dots, detail and lines.
func (e *exporter) cell(i int, s theme.Style) html {
	c, drawn := e.graph.Grid.Cells[i], e.grid.Cells[i]
	words := signed(s, c.Label != "", strings.Join(drawn.Label, " "), s.Ink)
	if c.Level != nil {
		words += text(" ", 8, s.Ink) + e.level(c.Level, s)
	}
	if drawn.Detail != "" {
		words += text("  "+drawn.Detail, scene.LeastGridText, s.Ink)
	}
	for k, l := range drawn.Lines {
		line := e.theme.Style(append([]graph.Class{"cell"}, c.Lines[k].Class...)...)
		words += signed(line, true, l, line.Ink) + `<BR ALIGN="LEFT"/>`
	}
	return words
}

// signed is a text after the character for its style's sign.
func signed(s theme.Style, sign bool, words, ink string) html {
	if mark := glyph(s); sign && mark != "" {
		words = mark + " " + words
	}
	return text(words, scene.LeastGridText, ink)
}

func (e *exporter) head(prefix string, i int, r geom.Rect, track graph.Track, drawn scene.TrackHead) {
	s := e.theme.Style(append([]graph.Class{"grid-head"}, track.Class...)...)
	var lines []html
	label := strings.Join(drawn.Label, " ")
	if len(drawn.Label) > 0 {
		lines = append(lines, signed(s, len(track.Class) > 0, label, s.Ink))
	}
	if len(drawn.Detail) > 0 {
		lines = append(lines, text(strings.Join(drawn.Detail, " "), scene.LeastGridText, s.Muted))
	}
	if track.Level != nil {
		lines = append(lines, e.level(track.Level, s))
	}
	if len(track.Chips) > 0 {
		lines = append(lines, text(e.short(strings.Join(track.Chips, " · ")), 8, s.Muted))
	}
	if drawn.Caption != "" {
		lines = append(lines, text(drawn.Caption, scene.LeastGridText, s.Ink))
	}
	words := html("")
	for k, line := range lines {
		switch {
		case k == 0:
		case prefix == "row" && (k > 1 || r.H < twoLines): // the first of the smaller lines has a line of its own where there is room
			words += text("  ", 8, s.Ink)
		default:
			words += "<BR/>"
		}
		words += line
	}
	e.part(name(prefix, i), r, track.Class, s, words, drawn.Title)
}

func (e *exporter) bands(prefix string, parts []table.Part, bands []graph.Band) {
	for i, p := range parts {
		band := bands[p.Index]
		s := e.theme.Style(append([]graph.Class{"grid-band"}, band.Class...)...)
		font := scene.Font{Size: 10, Bold: true}
		label := e.measurer.Shorten(scene.CleanLine(band.Label), font, p.W-16)
		words := bold(text(label, font.Size, s.Ink))
		if room := p.W - 32 - e.measurer.Width(label, font); band.Detail != "" && room > 0 {
			detail := glyph(s) + " " + scene.CleanLine(band.Detail)
			words += text("  "+e.measurer.Shorten(detail, scene.Font{Size: scene.LeastGridText}, room), scene.LeastGridText, s.Muted)
		}
		e.part(name(prefix, i), p.Rect, band.Class, s, words, scene.CleanLines(band.Tooltip))
	}
}

func (e *exporter) marks() {
	for i, m := range e.graph.Grid.Marks {
		s := e.theme.Style(append([]graph.Class{"mark"}, m.Class...)...)
		line := e.placed.Grid.Marks[i]
		line.X, line.W = line.X-s.Width/2, s.Width
		e.part(name("mark", i), line, m.Class, theme.Style{Fill: s.Stroke}, "", scene.CleanLine(m.Label))
		e.part(name("marklabel", i), e.placed.Grid.MarkLabels[i], nil, theme.Style{Fill: s.Fill}, bold(text(e.grid.MarkLabels[i], scene.LeastGridText, s.Ink)), "")
	}
}

// smallCard is the label of a node in a grid: the stripe, the sign with name and badge, detail and chips.
func (e *exporter) smallCard(i int) html {
	n, c, r := e.graph.Nodes[i], e.cards[i], e.placed.Cards[i]
	s := e.theme.Style(append([]graph.Class{"card"}, n.Class...)...)
	const border, stripe, sign, badge = 1, 7, 20, 26
	width := int(r.W) - 2*border - stripe
	rows := row(
		cell(sign, 0, "CENTER", text(glyph(s), 10, s.Ink)),
		cell(width-sign-badge, 0, "LEFT", slanted(s.Italic, bold(column(c.Name, 10, s.Ink)))),
		cell(badge, 0, "CENTER", e.badge(n, s)),
	)
	if len(c.Detail) > 0 {
		rows += row(cell(sign, 0, "LEFT", ""), cell(width-sign, 0, "LEFT", column(c.Detail, scene.LeastGridText, s.Muted)))
	}
	if len(c.Chips()) > 0 {
		rows += row(cell(width, 0, "LEFT", e.chips(n, c, s)))
	}
	return html(fmt.Sprintf(`<TABLE BORDER="%d" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s" COLOR="%s"%s><TR>`,
		border, int(r.W), int(r.H), colour(s.Fill), colour(s.Stroke), tableStyle(s))) +
		html(fmt.Sprintf(`<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s">%s</TD>`, stripe, int(r.H)-2*border, colour(s.Accent), nothing)) +
		"<TD>" + htmlTable(rows) + "</TD></TR></TABLE>"
}
