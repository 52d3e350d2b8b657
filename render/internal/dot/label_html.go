package dot

import (
	"fmt"
	"strings"
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

// table is a table without lines or gaps.
func htmlTable(rows html) html { return `<TABLE ` + bare + `>` + rows + `</TABLE>` }

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
