package dot

import (
	"fmt"
	"strings"
)

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
