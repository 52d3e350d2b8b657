package dot

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	// bare is a table without borders or gaps.
	bare = `BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"`
	// nothing fills a cell without text: Graphviz 12 crashes on an empty cell at the end of a row.
	nothing html = `<FONT POINT-SIZE="4">&#160;</FONT>`
)

// card is the label of a node. The widths and heights of its cells add up to those of the card
// inside its border. Tables are nested because Graphviz 12 crashes on cells that span rows and
// columns.
func (e *exporter) card(i int) html {
	n, c, r := e.graph.Nodes[i], e.cards[i], e.placed.Cards[i]
	s := e.theme.Style(append([]graph.Class{"card"}, n.Class...)...)
	const border, stripe, sign, dots, foot = 1, 7, 26, 52, 23
	badge := 32
	if n.Badge == nil {
		badge = 6 // the padding of a card without a badge
	}
	width, height := int(r.W)-2*border-stripe, int(r.H)-2*border
	upper := height - int(c.NotesHeight())
	detail := 14 * max(1, len(c.Detail))
	mark := glyph(s)
	if colour(s.Accent) == "transparent" {
		mark = "" // the glyph would be on the transparent stripe
	}
	rows := row(
		cell(sign, upper-foot-detail, "CENTER", text(mark, 12, s.Ink)),
		cell(width-sign-badge, 0, "LEFT", slanted(s.Italic, bold(column(c.Name, 12, s.Ink)))),
		cell(badge, 0, "CENTER", e.badge(n, s)),
	) + row(
		cell(sign, detail, "LEFT", ""),
		cell(width-sign, 0, "LEFT", column(c.Detail, 11, s.Muted)),
	) + row(
		cell(width-dots, foot, "LEFT", e.chips(c, s)),
		cell(dots, 0, "CENTER", e.level(n.Level, s)),
	) + e.notes(i, s, sign, width, height-upper)
	return html(fmt.Sprintf(`<TABLE BORDER="%d" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s" COLOR="%s"%s><TR>`,
		border, int(r.W), int(r.H), colour(s.Fill), colour(s.Stroke), tableStyle(s))) +
		html(fmt.Sprintf(`<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s">%s</TD>`, stripe, height, colour(s.Accent), nothing)) +
		"<TD>" + htmlTable(rows) + "</TD></TR></TABLE>"
}

// notes returns the rows at the foot of a card, with the given total height.
func (e *exporter) notes(i int, card theme.Style, sign, width, height int) html {
	rows := html("")
	for k, note := range e.cards[i].Notes {
		s := e.theme.Part(card, append([]graph.Class{"note"}, e.graph.Nodes[i].Notes[k].Class...)...)
		each := height
		if k < len(e.cards[i].Notes)-1 {
			each = int(e.cards[i].NoteHeight(k))
		}
		height -= each
		rows += row(cell(sign, each, "CENTER", text(glyph(s), 11, s.Ink)), cell(width-sign, 0, "LEFT", column(note, 11, s.Ink)))
	}
	return rows
}

func tableStyle(s theme.Style) string {
	if dashed(s.Dash) == "" {
		return ""
	}
	return ` STYLE="DASHED"`
}

// boxHead is the label of a group's box, as wide as the box inside its padding, and the middle of
// the label. Both are empty for a group without texts.
func (e *exporter) boxHead(i int) (label, place value) {
	g, h, r := e.graph.Groups[i], e.heads[i], e.placed.Boxes[i]
	s := e.theme.Style(append([]graph.Class{"group"}, g.Class...)...)
	if h.Label == "" && h.Detail == "" && g.Share == nil {
		return word(""), nil
	}
	const pad, top, height = 16, 10, 32
	width := int(r.W) - 2*pad
	var b strings.Builder
	fmt.Fprintf(&b, `<TABLE %s WIDTH="%d" HEIGHT="%d"><TR>`, bare, width, height)
	for _, t := range h.Texts {
		if t.AlignRight {
			width -= int(t.W)
		}
	}
	fmt.Fprintf(&b, `<TD WIDTH="%d" ALIGN="LEFT" BALIGN="LEFT">%s<BR ALIGN="LEFT"/>%s<BR ALIGN="LEFT"/></TD>`,
		max(1, width), bold(text(h.Label, 14.5, s.Ink)), text(h.Detail, 11, s.Muted))
	if g.Share != nil {
		fmt.Fprintf(&b, `<TD ALIGN="RIGHT">%s</TD>`, e.share(h.Caption, *g.Share, s))
	}
	b.WriteString(`</TR></TABLE>`)
	middle := geom.Point{X: r.CenterX(), Y: r.Y + top + height/2}
	return html(b.String()), word(e.point(middle))
}

func text(s string, size float64, ink string) html {
	if s == "" {
		return ""
	}
	return html(fmt.Sprintf(`<FONT POINT-SIZE="%s" COLOR="%s">%s</FONT>`, number(size), colour(ink), escape(s)))
}

// bold omits the tag around an empty text, which Graphviz does not accept.
func bold(h html) html {
	if h == "" {
		return ""
	}
	return "<B>" + h + "</B>"
}

func column(lines []string, size float64, ink string) html {
	var b strings.Builder
	for _, s := range lines {
		b.WriteString(string(text(s, size, ink)))
		if len(lines) > 1 {
			b.WriteString(`<BR ALIGN="LEFT"/>`)
		}
	}
	return html(b.String())
}

func htmlTable(rows html) html { return `<TABLE ` + bare + `>` + rows + `</TABLE>` }

// row is a table row that holds a table, so that its cells have widths of their own.
func row(cells ...html) html {
	out := html(`<TR><TD><TABLE ` + bare + `><TR>`)
	for _, c := range cells {
		out += c
	}
	return out + `</TR></TABLE></TD></TR>`
}

// cell has a minimum width and height. A height of zero means the height of the row.
func cell(width, height int, align string, content html) html {
	if content == "" {
		content = nothing
	}
	size := fmt.Sprintf(`WIDTH="%d"`, width)
	if height > 0 {
		size += fmt.Sprintf(` HEIGHT="%d"`, height)
	}
	return html(fmt.Sprintf(`<TD %s ALIGN="%s" BALIGN="LEFT">%s</TD>`, size, align, content))
}

func slanted(italic bool, h html) html {
	if !italic || h == "" {
		return h
	}
	return "<I>" + h + "</I>"
}
