package tree

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Write writes a tree as a file of the format. Errors stay with w, whose Flush returns them.
func Write(w *bufio.Writer, t *Tree, f Format) {
	root, ok := t.Root()
	switch {
	case !ok:
	case f == YAML:
		printer{w}.yamlObject(root, 0, false)
	default:
		var compact, indented bytes.Buffer
		writeJSON(&compact, root)
		json.Indent(&indented, compact.Bytes(), "", "  ") // its only errors are those of the text
		indented.WriteByte('\n')
		indented.WriteTo(w)
	}
}

func writeJSON(b *bytes.Buffer, n Node) {
	separator := ""
	switch n.Kind() {
	case List:
		b.WriteByte('[')
		for entry := range n.Entries() {
			b.WriteString(separator)
			separator = ","
			writeJSON(b, entry)
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		for name, value := range n.Fields() {
			b.WriteString(separator + jsonText(name.Text()) + ":")
			separator = ","
			writeJSON(b, value)
		}
		b.WriteByte('}')
	case Text, Plain:
		b.WriteString(jsonText(n.Text()))
	default:
		b.WriteString(n.Text())
	}
}

// jsonText returns a text in quotes, with no more escapes than JSON asks for: encoding/json would
// escape U+2028 too.
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

// printer writes YAML.
type printer struct{ *bufio.Writer }

const spaces = "                                                                                                                                "

// indent writes two spaces for each level.
func (p printer) indent(level int) { p.WriteString(spaces[:2*level]) }

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

// yamlObject writes the keys of an object. After a dash, the first of them has no indentation.
func (p printer) yamlObject(n Node, level int, afterDash bool) {
	for name, value := range n.Fields() {
		if !afterDash {
			p.indent(level)
		}
		afterDash = false
		p.WriteString(name.Text() + ":")
		p.yamlValue(value, level+1)
	}
}

// yamlValue writes what follows a key, or a dash when it is no object. Lines of its own are at the
// level.
func (p printer) yamlValue(n Node, level int) {
	text := n.Text()
	switch k := n.Kind(); {
	case k == Object && n.isEmpty():
		p.WriteString(" {}\n")
	case k == Object:
		p.WriteString("\n")
		p.yamlObject(n, level, false)
	case k == List && n.isEmpty():
		p.WriteString(" []\n")
	case k == List:
		p.WriteString("\n")
		p.yamlList(n, level)
	case k == Text && isBlock(text):
		p.yamlBlock(text, level)
	case k == Text && !isBare(text):
		p.WriteString(" " + yamlText(text) + "\n")
	default:
		p.WriteString(" " + text + "\n")
	}
}

func (p printer) yamlList(n Node, level int) {
	for entry := range n.Entries() {
		p.indent(level)
		p.WriteString("-")
		if entry.Kind() == Object && !entry.isEmpty() {
			p.WriteString(" ")
			p.yamlObject(entry, level+1, true)
			continue
		}
		p.yamlValue(entry, level+1)
	}
}

// isEmpty reports whether a list or an object has nothing in it.
func (n Node) isEmpty() bool { return n.tree.nodes[n.i].next == n.i+1 }

// yamlBlock writes a text of several lines as such.
func (p printer) yamlBlock(s string, level int) {
	body, ends := strings.CutSuffix(s, "\n")
	if ends {
		p.WriteString(" |\n")
	} else {
		p.WriteString(" |-\n")
	}
	for line := range strings.SplitSeq(body, "\n") {
		if line != "" {
			p.indent(level)
			p.WriteString(line)
		}
		p.WriteString("\n")
	}
}

// isBlock reports whether a text can be written as lines of its own without loss: every line of
// printable characters, none with a space at its end, and the first neither empty nor indented.
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

// isHidden reports a character that is written as an escape. Characters that join or turn letters
// are not.
func isHidden(r rune) bool {
	return r != ' ' && !unicode.IsPrint(r) && (!unicode.Is(unicode.Cf, r) || r == '\ufeff')
}

// notText matches what readers of YAML take for another value than a text when it is unquoted:
// numbers of all sorts, times, and words.
var notText = regexp.MustCompile(`^(?i:[-+.0-9][-+.,_:0-9a-fox]*|\d{4}-\d.*|[-+]?\.?(inf|nan)|null|nil|none|true|false|yes|no|on|off|y|n)$`)

// isBare reports whether a text can be written in YAML without quotes.
func isBare(s string) bool {
	if s == "" || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`~=<. ") || strings.HasSuffix(s, " ") || strings.HasSuffix(s, ":") {
		return false
	}
	return !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.ContainsFunc(s, isHidden) && !notText.MatchString(s)
}

// yamlText returns a text in double quotes, with escapes for hidden characters.
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
