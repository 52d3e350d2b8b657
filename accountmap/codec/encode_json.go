package codec

import (
	"fmt"
	"strings"
)

const indents = "                                                                                                                                "

// indentation returns two spaces for each level.
func indentation(level int) string { return indents[:2*level] }

// json writes node i, which stands at a level of indentation.
func (p *printer) json(i int32, level int) {
	switch n := p.tree.nodes[i]; n.kind {
	case text, plain:
		p.w.WriteString(jsonText(n.text))
	case list, object:
		p.jsonMembers(i, level)
	default:
		p.w.WriteString(n.text)
	}
}

func (p *printer) jsonMembers(i int32, level int) {
	n := p.tree.nodes[i]
	open, end := "[", "]"
	if n.kind == object {
		open, end = "{", "}"
	}
	p.w.WriteString(open)
	for k := i + 1; k < n.next; k = p.tree.nodes[k].next {
		if k > i+1 {
			p.w.WriteString(",")
		}
		p.w.WriteString("\n" + indentation(level+1))
		if n.kind == object {
			p.w.WriteString(jsonText(p.tree.nodes[k].text) + ": ")
			k++
		}
		p.json(k, level+1)
	}
	if n.next > i+1 {
		p.w.WriteString("\n" + indentation(level))
	}
	p.w.WriteString(end)
}

// jsonText returns a text in quotes, with no more escapes than JSON asks for.
func jsonText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	start := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			b.WriteString(s[start:i])
			b.WriteString(escape(rune(c)))
			start = i + 1
		}
	}
	b.WriteString(s[start:])
	b.WriteByte('"')
	return b.String()
}

// escape returns the escape sequence of a character up to U+FFFF, the same in JSON and YAML.
func escape(r rune) string {
	switch r {
	case '"', '\\':
		return `\` + string(r)
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	return fmt.Sprintf(`\u%04x`, r)
}
