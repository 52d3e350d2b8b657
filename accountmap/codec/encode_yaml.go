package codec

import (
	"regexp"
	"strings"
	"unicode"
)

// yamlObject writes the keys of object i at a level of indentation. With dash, the first of them stands behind a dash that is there.
func (p *printer) yamlObject(i int32, level int, dash bool) {
	n := p.tree.nodes[i]
	for k := i + 1; k < n.next; k = p.tree.nodes[k+1].next {
		if !dash {
			p.w.WriteString(indentation(level))
		}
		dash = false
		p.w.WriteString(p.tree.nodes[k].text + ":")
		p.yamlValue(k+1, level+1)
	}
}

// yamlValue writes node i behind a key, or behind a dash when it is no object. What takes lines of its own stands at the level.
func (p *printer) yamlValue(i int32, level int) {
	n := p.tree.nodes[i]
	switch {
	case n.kind == object && n.next == i+1:
		p.w.WriteString(" {}\n")
	case n.kind == object:
		p.w.WriteString("\n")
		p.yamlObject(i, level, false)
	case n.kind == list && n.next == i+1:
		p.w.WriteString(" []\n")
	case n.kind == list:
		p.w.WriteString("\n")
		p.yamlList(i, level)
	case n.kind == text && isBlock(n.text):
		p.yamlBlock(n.text, level)
	case n.kind == text && !isBare(n.text):
		p.w.WriteString(" " + yamlText(n.text) + "\n")
	default:
		p.w.WriteString(" " + n.text + "\n")
	}
}

func (p *printer) yamlList(i int32, level int) {
	for k := i + 1; k < p.tree.nodes[i].next; k = p.tree.nodes[k].next {
		p.w.WriteString(indentation(level) + "-")
		if n := p.tree.nodes[k]; n.kind == object && n.next > k+1 {
			p.w.WriteString(" ")
			p.yamlObject(k, level+1, true)
			continue
		}
		p.yamlValue(k, level+1)
	}
}

// yamlBlock writes a text of several lines as such.
func (p *printer) yamlBlock(s string, level int) {
	if body, ok := strings.CutSuffix(s, "\n"); ok {
		p.w.WriteString(" |\n")
		s = body
	} else {
		p.w.WriteString(" |-\n")
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" {
			p.w.WriteString(indentation(level) + line)
		}
		p.w.WriteString("\n")
	}
}

// isBlock reports whether a text can stand as lines of its own without losing anything: every line of printed characters, none ending in a space, and
// none empty or indented at the beginning.
func isBlock(s string) bool {
	body := strings.TrimSuffix(s, "\n")
	if !strings.Contains(body, "\n") || strings.HasPrefix(body, " ") || strings.HasPrefix(body, "\n") || strings.HasSuffix(body, "\n") {
		return false
	}
	for line := range strings.SplitSeq(body, "\n") {
		if strings.HasSuffix(line, " ") || strings.ContainsFunc(line, isHidden) {
			return false
		}
	}
	return true
}

// isHidden reports a character that is not to stand in YAML as it is. Those that join or turn letters may.
func isHidden(r rune) bool {
	return r != ' ' && !unicode.IsPrint(r) && (!unicode.Is(unicode.Cf, r) || r == '\ufeff')
}

// notText matches what readers of YAML take for something else than a text when it stands bare: numbers of all sorts, times, and words.
var notText = regexp.MustCompile(`^(?i:[-+.0-9][-+.,_:0-9a-fox]*|\d{4}-\d.*|[-+]?\.?(inf|nan)|null|nil|none|true|false|yes|no|on|off|y|n)$`)

// isBare reports whether a text can stand in YAML without quotes.
func isBare(s string) bool {
	if s == "" || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`~=<. ") || strings.HasSuffix(s, " ") || strings.HasSuffix(s, ":") {
		return false
	}
	return !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.ContainsFunc(s, isHidden) && !notText.MatchString(s)
}

// yamlText returns a text in double quotes, with escapes for what is hidden.
func yamlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == '"' || r == '\\' || r <= 0xffff && isHidden(r) {
			b.WriteString(escape(r))
		} else {
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
