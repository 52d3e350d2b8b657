package dot

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/theme"
)

const (
	// bare is a table without borders or gaps.
	bare = `BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"`
	// nothing fills a cell without text: Graphviz 12 crashes on an empty cell at the end of a row.
	nothing html = `<FONT POINT-SIZE="2">&#160;</FONT>`
)

// card returns the label of a node. The widths and heights of its cells add up to the card inside
// its border. Tables are nested because Graphviz 12 crashes on cells that span rows and columns.
func (e *exporter) card(i int) html {
	n, c, r := e.graph.Nodes[i], e.cards[i], e.placed.Cards[i]
	s := e.theme.Style(append([]graph.Class{"card"}, n.Class...)...)
	const border, stripe, sign = 1, 7, 26
	badge := 32
	if n.Badge == nil {
		badge = 6 // the padding of a card without a badge
	}
	width, height := int(r.W)-2*border-stripe, int(r.H)-2*border
	upper := height - int(c.NotesHeight())
	detail, foot := 14*len(c.Detail), int(c.FootHeight())
	mark := theme.GlyphMark(s.Glyph)
	if colour(s.Accent) == "transparent" {
		mark = "" // the glyph would be on the transparent stripe
	}
	details, chips := html(""), html("")
	var inName, inDetail html
	switch {
	case c.LevelInName():
		inName = e.level(n.Level, s)
	case c.LevelBeside():
		inDetail = e.level(n.Level, s)
	}
	if detail > 0 {
		details = row(cell(sign, detail, "LEFT", ""), cell(width-sign, 0, "LEFT", columnThen(c.Detail, 11, s.Muted, inDetail)))
	}
	if foot > 0 {
		atFoot := e.level(n.Level, s)
		if c.LevelBeside() {
			atFoot = ""
		}
		chips = row(cell(width, foot, "LEFT", e.chips(c, s)+atFoot))
	}
	rows := row(
		cell(sign, upper-foot-detail, "CENTER", text(mark, 12, s.Ink)),
		cell(width-sign-badge, 0, "LEFT", slanted(s.Italic, bold(columnThen(c.Name, 12, s.Ink, inName)))),
		cell(badge, 0, "CENTER", e.badge(n, s)),
	) + details + chips + e.notes(i, s, sign, width, height-upper)
	return html(fmt.Sprintf(`<TABLE BORDER="%d" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s" COLOR="%s"%s><TR>`,
		border, int(r.W), int(r.H), colour(s.Fill), colour(s.Stroke), tableStyle(s))) +
		html(fmt.Sprintf(`<TD FIXEDSIZE="TRUE" WIDTH="%d" HEIGHT="%d" BGCOLOR="%s">%s</TD>`, stripe, height, colour(s.Accent), nothing)) +
		"<TD>" + `<TABLE ` + bare + `>` + rows + `</TABLE>` + "</TD></TR></TABLE>"
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
		mark := theme.GlyphMark(s.Glyph)
		if n := e.graph.Nodes[i].Notes[k]; n.Line != graph.LineNone {
			mark = lineSign(e.theme.Style(append([]graph.Class{"edge"}, n.Class...)...))
			if n.Line == graph.LineIn {
				mark = strings.ReplaceAll(mark, "—→", "←")
			}
			mark = lastLetter(mark)
		}
		rows += row(cell(sign, each, "CENTER", text(mark, 11, s.Ink)), cell(width-sign, 0, "LEFT", column(note, 11, s.Ink)))
	}
	return rows
}

func tableStyle(s theme.Style) string {
	if dashed(s.Dash) == "" {
		return ""
	}
	return ` STYLE="DASHED"`
}

// boxHead returns the label of a group's box, as wide as the box inside its padding, and the center
// of the label. Both are empty for a group without texts.
func (e *exporter) boxHead(i int) (label, place value) {
	g, h, r := e.graph.Groups[i], e.heads[i], e.placed.Boxes[i]
	s := e.theme.Style(append([]graph.Class{"group"}, g.Class...)...)
	if len(h.Label)+len(h.Detail) == 0 && g.Share == nil {
		return word(""), nil
	}
	texts := bold(lines(h.Label, 14.5, s.Ink)) + lines(h.Detail, 11, s.Muted)
	texts = cmp.Or(texts, nothing)
	const pad, top = 16, 10
	height := 14 + 18*len(h.Label)
	width := int(r.W) - 2*pad
	var b strings.Builder
	fmt.Fprintf(&b, `<TABLE %s WIDTH="%d" HEIGHT="%d"><TR>`, bare, width, height)
	for _, t := range h.Texts {
		if t.AlignRight {
			width -= int(t.W)
		}
	}
	fmt.Fprintf(&b, `<TD WIDTH="%d" ALIGN="LEFT" BALIGN="LEFT">%s</TD>`, max(1, width), texts)
	if g.Share != nil {
		fmt.Fprintf(&b, `<TD ALIGN="RIGHT">%s</TD>`, e.share(h.Caption, *g.Share, s))
	}
	b.WriteString(`</TR></TABLE>`)
	middle := geom.Point{X: r.CenterX(), Y: r.Y + top + float64(height)/2}
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

// lastLetter returns the last letter of a line's sign, which fits in the place of a glyph.
func lastLetter(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}

// columnThen returns a column with more content after its last line.
func columnThen(lines []string, size float64, ink string, more html) html {
	if more == "" || len(lines) == 0 {
		return column(lines, size, ink)
	}
	last := len(lines) - 1
	out := column(lines[:last], size, ink)
	if last == 1 {
		out += `<BR ALIGN="LEFT"/>`
	}
	return out + text(lines[last]+"\u00A0", size, ink) + more
}

// lines returns the texts, one per line.
func lines(texts []string, size float64, ink string) html {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(string(text(s, size, ink)) + `<BR ALIGN="LEFT"/>`)
	}
	return html(b.String())
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

// row returns a table row with a nested table, so that the widths of its cells are independent.
func row(cells ...html) html {
	out := html(`<TR><TD><TABLE ` + bare + `><TR>`)
	for _, c := range cells {
		out += c
	}
	return out + `</TR></TABLE></TD></TR>`
}

// cell returns a cell of a minimum width and height. A height of zero means the height of the row.
func cell(width, height int, align string, content html) html {
	content = cmp.Or(content, nothing)
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
