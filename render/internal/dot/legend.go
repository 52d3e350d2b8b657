package dot

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/render/graph"
	"github.com/accountatlas/accountatlas/render/internal/geom"
	"github.com/accountatlas/accountatlas/render/internal/scene"
	"github.com/accountatlas/accountatlas/render/internal/typeset"
	"github.com/accountatlas/accountatlas/render/theme"
)

func (e *exporter) title() value {
	page := e.theme.Style("page")
	room := max(e.placed.Width, minWidth)
	title, subtitle := scene.HeadLines(e.graph, e.measurer, room)
	if title == nil && subtitle == nil {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<TABLE %s WIDTH="%d">`, bare, int(room))
	for _, line := range []html{bold(column(title, 22, page.Ink)), column(subtitle, 11.5, page.Muted)} {
		if line != "" {
			fmt.Fprintf(&b, `<TR><TD ALIGN="LEFT" BALIGN="LEFT">%s</TD></TR>`, line)
		}
	}
	b.WriteString(`<TR>` + string(cell(1, 22, "LEFT", "")) + `</TR></TABLE>`)
	return html(b.String())
}

func (e *exporter) legend() {
	const row = 16
	r := geom.Rect{Y: e.placed.Height + 22, W: max(e.placed.Width, minWidth), H: row}
	for i, section := range e.graph.Legend {
		if len(section.Entries) == 0 {
			continue
		}
		label := html(fmt.Sprintf(`<TABLE %s WIDTH="%d"><TR><TD ALIGN="LEFT" HEIGHT="%d">%s</TD></TR></TABLE>`,
			bare, int(r.W), row, e.section(section)))
		e.statement(name("legend", i),
			attr{"id", word(name("legend", i))},
			attr{"class", word("legend")},
			attr{"pos", e.pinned(r)},
			attr{"width", inches(r.W)},
			attr{"height", inches(r.H)},
			attr{"fixedsize", word("false")},
			attr{"label", label})
		r.Y += row
	}
}

func (e *exporter) section(section graph.LegendSection) html {
	s := e.theme.Style("card")
	out := bold(text(e.short(section.Title), 11, s.Ink))
	for _, entry := range section.Entries {
		sign, ink := e.sign(entry)
		out += text("\u00A0\u00A0\u00A0", 11, s.Muted) + text(sign, 11, ink)
		out += text("\u00A0"+e.short(entry.Label), 11, s.Muted)
	}
	return out
}

func (e *exporter) short(word string) string {
	return e.measurer.Shorten(typeset.CleanLine(word), typeset.Font{Size: 11}, minWidth)
}

// sign returns the character for an entry's sign, and its colour.
func (e *exporter) sign(entry graph.LegendEntry) (sign, ink string) {
	style := func(kind graph.Class) theme.Style {
		return e.theme.Style(append([]graph.Class{kind}, entry.Class...)...)
	}
	switch entry.Kind {
	case graph.LegendGlyph:
		s := style("card")
		return theme.GlyphMark(s.Glyph), s.Accent
	case graph.LegendBadge:
		return "○", style("badge").Stroke
	case graph.LegendLevel:
		level := graph.Level{Value: 3, Max: 5}
		if entry.Level != nil {
			level = *entry.Level
		}
		return dots(level), e.theme.Style("level-on").Fill
	case graph.LegendLetters:
		return entry.Letters, style("card").Ink
	case graph.LegendWords:
		return "", style("card").Ink
	case graph.LegendLine:
		s := style("edge")
		return lineSign(s), s.Stroke
	default:
		return "□", style("card").Stroke
	}
}

func lineSign(s theme.Style) string {
	switch {
	case s.Arrow:
		return "—→"
	case dashed(s.Dash) == ",dotted":
		return "······"
	case dashed(s.Dash) == ",dashed":
		return "– – –"
	default:
		return "———"
	}
}

// plate returns a label on a line: a text on an opaque background.
func (e *exporter) plate(s string, style theme.Style) html {
	return html(fmt.Sprintf(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1" BGCOLOR="%s"><TR><TD>%s</TD></TR></TABLE>`,
		colour(style.Fill), text(s, 11, style.Ink)))
}

func (e *exporter) badge(n graph.Node, card theme.Style) html {
	if n.Badge == nil {
		return ""
	}
	s := e.theme.Part(card, append([]graph.Class{"badge"}, n.Badge.Class...)...)
	letters := []rune(typeset.CleanLine(n.Badge.Text))
	return bold(text(string(letters[:min(3, len(letters))]), 11, s.Ink))
}

func (e *exporter) chips(c scene.Card, card theme.Style) html {
	key, ink := c.KeyChips(), e.theme.Part(card, "chip").Ink
	const gap = "\u00A0\u00A0"
	var rows []html
	for _, words := range c.Chips() {
		line := text(gap, 11, ink)
		for i, word := range words {
			if i > 0 {
				line += text(gap, 11, ink)
			}
			if key > 0 {
				line += bold(text(word, 11, ink))
			} else {
				line += text(word, 11, ink)
			}
			key--
		}
		rows = append(rows, line)
	}
	out := html("")
	for i, line := range rows {
		if i > 0 {
			out += `<BR ALIGN="LEFT"/>`
		}
		out += line
	}
	if out == "" {
		return ""
	}
	return out + text(gap, 11, ink)
}

func (e *exporter) level(l *graph.Level, card theme.Style) html {
	if l == nil {
		return ""
	}
	ink := e.theme.Part(card, "level-on").Fill
	if l.Value <= 0 && l.Wanted <= 0 {
		return text("?", 8, ink)
	}
	return text(dots(*l), 7, ink)
}

// dots returns a level in characters, with a ring around the target.
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

// share returns the bar of a share, below its caption.
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
