package dot

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/layout"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	// bare is a table without lines or gaps.
	bare = `BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"`
	// nothing stands in a cell without a text: Graphviz 12 breaks down over an empty cell at the end of a row.
	nothing html = `<FONT POINT-SIZE="4">&#160;</FONT>`
)

// text is a user's text in a size and a colour.
func text(s string, size float64, ink string) html {
	if s == "" {
		return ""
	}
	return html(fmt.Sprintf(`<FONT POINT-SIZE="%s" COLOR="%s">%s</FONT>`, number(size), colour(ink), escape(s)))
}

// bold is the text in bold. Graphviz does not take tags with nothing in them.
func bold(h html) html {
	if h == "" {
		return ""
	}
	return "<B>" + h + "</B>"
}

// column is lines of text below one another, from the left.
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

// cardOf is the label of a node, as large as its card.
func (e *exporter) cardOf(i int) html {
	if e.graph.Nodes[i].Place != nil {
		return e.smallCard(i)
	}
	return e.card(i)
}

// card is the label of a node: the stripe, and beside it the sign with name and badge, the detail, and chips with the level. The widths and
// heights of the cells add up to those of the card within its border. Tables stand in tables, for Graphviz 12 breaks down over cells that
// span several rows and columns.
func (e *exporter) card(i int) html {
	n, c, r := e.graph.Nodes[i], e.cards[i], e.placed.Cards[i]
	s := e.theme.Style(append([]graph.Class{"card"}, n.Class...)...)
	const border, stripe, sign, dots, foot = 1, 7, 26, 52, 23
	badge := 32
	if n.Badge == nil {
		badge = 6 // what nothing takes
	}
	width, height := int(r.W)-2*border-stripe, int(r.H)-2*border
	upper := height - int(c.NotesHeight())
	detail := 14 * max(1, len(c.Detail))
	mark := glyph(s)
	if colour(s.Accent) == "transparent" {
		mark = "" // a sign stands on the colour of the stripe, and goes with it
	}
	rows := row(
		cell(sign, upper-foot-detail, "CENTER", text(mark, 12, s.Ink)),
		cell(width-sign-badge, 0, "LEFT", slanted(s.Italic, bold(column(c.Name, 12, s.Ink)))),
		cell(badge, 0, "CENTER", e.badge(n, s)),
	) + row(
		cell(sign, detail, "LEFT", ""),
		cell(width-sign, 0, "LEFT", column(c.Detail, 11, s.Muted)),
	) + row(
		cell(width-dots, foot, "LEFT", e.chips(n, c, s)),
		cell(dots, 0, "CENTER", e.level(n.Level, s)),
	) + e.notes(i, s, sign, width, height-upper)
	return html(fmt.Sprintf(`<TABLE BORDER="%d" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s" COLOR="%s"%s><TR>`,
		border, int(r.W), int(r.H), colour(s.Fill), colour(s.Stroke), tableStyle(s))) +
		html(fmt.Sprintf(`<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s">%s</TD>`, stripe, height, colour(s.Accent), nothing)) +
		"<TD>" + table(rows) + "</TD></TR></TABLE>"
}

// notes are the rows at the foot of a card, as high together as is given.
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

// plate is a label on a line: its text on a ground of its own.
func (e *exporter) plate(s string, style theme.Style) html {
	return html(fmt.Sprintf(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1" BGCOLOR="%s"><TR><TD>%s</TD></TR></TABLE>`,
		colour(style.Fill), text(s, 11, style.Ink)))
}

// table is a table without lines or gaps.
func table(rows html) html { return `<TABLE ` + bare + `>` + rows + `</TABLE>` }

// row is a row of a table, which has a table in it so that its cells are as wide as they please.
func row(cells ...html) html {
	out := html(`<TR><TD><TABLE ` + bare + `><TR>`)
	for _, c := range cells {
		out += c
	}
	return out + `</TR></TABLE></TD></TR>`
}

// cell is a cell of a least width and height; a height of zero is that of its row.
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

// slanted is the text in italics if so.
func slanted(italic bool, h html) html {
	if !italic || h == "" {
		return h
	}
	return "<I>" + h + "</I>"
}

func tableStyle(s theme.Style) string {
	if dashed(s.Dash) == "" {
		return ""
	}
	return ` STYLE="DASHED"`
}

// glyph is a character for a style's sign.
func glyph(s theme.Style) string {
	switch s.Glyph {
	case "star":
		return "★"
	case "plus":
		return "+"
	case "bar":
		return "–"
	case "chevron":
		return "▼"
	case "octagon":
		return "■"
	case "question":
		return "?"
	case "asterisk":
		return "*"
	case "exit":
		return "↗"
	case "arrow":
		return "→"
	case "delta":
		return "△"
	case "quote":
		return "“"
	case "tick":
		return "√"
	case "cross":
		return "×"
	case "wait":
		return "…"
	case "hand":
		return "↑"
	case "alert":
		return "!"
	}
	return ""
}

// smallType is the size of the smallest type on a node's card.
func smallType(n graph.Node) float64 {
	if n.Place != nil {
		return 8
	}
	return 11
}

func (e *exporter) badge(n graph.Node, card theme.Style) html {
	if n.Badge == nil {
		return ""
	}
	s := e.theme.Part(card, append([]graph.Class{"badge"}, n.Badge.Class...)...)
	letters := []rune(scene.CleanLine(n.Badge.Text))
	return bold(text(string(letters[:min(3, len(letters))]), smallType(n), s.Ink))
}

// chips are the words of a card's chips, set off by spaces that stay.
func (e *exporter) chips(n graph.Node, c scene.Card, card theme.Style) html {
	return text(strings.Join(append([]string{"\u00A0"}, c.Chips()...), "\u00A0\u00A0"), smallType(n), e.theme.Part(card, "chip").Ink)
}

func (e *exporter) level(l *graph.Level, card theme.Style) html {
	if l == nil {
		return ""
	}
	ink := e.theme.Part(card, "level-on").Fill
	if l.Value <= 0 && l.Wanted <= 0 {
		return text("?", 8, ink)
	}
	return text(dots(*l), 8, ink)
}

// dots is a level in characters, the one to be reached in a ring.
func dots(l graph.Level) string {
	count, full := scene.Dots(l)
	signs := []rune(strings.Repeat("●", full) + strings.Repeat("○", count-full))
	if _, wanted := scene.Dots(graph.Level{Value: l.Wanted, Max: l.Max}); wanted > full {
		signs[wanted-1] = '◎'
	} else if wanted > 0 {
		signs[wanted-1] = '◉'
	}
	return string(signs)
}

// boxHead is the label of a group's box, as wide as the box within its padding, and where its middle is. Without texts it is nothing.
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
	middle := layout.Point{X: r.CenterX(), Y: r.Y + top + height/2}
	return html(b.String()), word(e.point(middle))
}

// share is the caption above the bar.
func (e *exporter) share(caption string, s graph.Share, box theme.Style) html {
	track, full := e.theme.Part(box, "share-track").Fill, int(scene.ShareLength(s))
	bar := html("")
	for _, part := range []struct {
		width int
		fill  word
	}{{full, colour(e.theme.Part(box, "share").Fill)}, {scene.ShareWidth - full, colour(track)}} {
		if part.width > 0 {
			bar += html(fmt.Sprintf(`<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s">%s</TD>`, part.width, scene.ShareHeight, part.fill, nothing))
		}
	}
	return html(fmt.Sprintf(`<TABLE %s><TR>%s</TR><TR><TD ALIGN="RIGHT"><TABLE %s><TR>%s</TR></TABLE></TD></TR></TABLE>`,
		bare, cell(scene.ShareWidth, 0, "RIGHT", text(caption, 9, e.theme.Part(box, "share").Ink)), bare, bar))
}
