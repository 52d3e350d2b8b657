package tree

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Write writes a tree in the format. Errors are returned by Flush of w.
func Write(w *bufio.Writer, t *Tree, f Format) {
	root, ok := t.Root()
	switch {
	case !ok:
	case f == YAML:
		printer{w}.yamlObject(root, 0, false)
	default:
		var compact, indented bytes.Buffer
		writeJSON(&compact, root)
		json.Indent(&indented, compact.Bytes(), "", "  ") // fails only for invalid JSON
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

// jsonText quotes a text with the escapes that JSON requires. encoding/json would also escape
// U+2028.
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

type printer struct{ *bufio.Writer }

// The line lengths in characters. An entry that fits into the longer one is written on one line,
// like a table row. A long text is folded at the shorter one.
const (
	rowWidth  = 160
	textWidth = 120
)

const spaces = "                                                                                                                                "

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

// yamlObject writes the keys of an object. After a dash, the first key is not indented. In the root
// object, an empty line precedes each list and object.
func (p printer) yamlObject(n Node, level int, afterDash bool) {
	for name, value := range n.Fields() {
		if level == 0 && !value.isScalar() && !value.isEmpty() {
			p.WriteString("\n")
		}
		if !afterDash {
			p.indent(level)
		}
		afterDash = false
		p.WriteString(name.Text() + ":")
		p.yamlValue(value, level+1)
	}
}

// yamlValue writes the value after a key, or a value other than an object after a dash. Its further
// lines are indented to the level.
func (p printer) yamlValue(n Node, level int) {
	if level > 1 || n.isScalar() || n.isEmpty() {
		if line, ok := oneLine(n, rowWidth-2*level); ok {
			p.WriteString(" " + line + "\n")
			return
		}
	}
	switch n.Kind() {
	case Object:
		p.WriteString("\n")
		p.yamlObject(n, level, false)
	case List:
		p.WriteString("\n")
		p.yamlList(n, level)
	default:
		p.lines(n.Text(), level)
	}
}

// yamlList writes the entries of a list. In the lists of the root object, an empty line precedes a
// multi-line entry.
func (p printer) yamlList(n Node, level int) {
	first := true
	for entry := range n.Entries() {
		line, ok := oneLine(entry, rowWidth-2*level-2)
		if !ok && !first && level == 1 {
			p.WriteString("\n")
		}
		first = false
		p.indent(level)
		if ok {
			p.WriteString("- " + line + "\n")
		} else {
			p.entry(entry, level)
		}
	}
}

func (p printer) entry(n Node, level int) {
	if n.Kind() == Object {
		p.WriteString("- ")
		p.yamlObject(n, level+1, true)
		return
	}
	p.WriteString("-")
	p.yamlValue(n, level+1)
}

func (n Node) isScalar() bool { return n.Kind() != List && n.Kind() != Object }

// oneLine returns a value on one line. It returns false if the value exceeds the room in
// characters, unless it has no spaces, or if it contains a multi-line text.
func oneLine(n Node, room int) (string, bool) {
	var b strings.Builder
	if n.isScalar() {
		text := n.scalar(false)
		long := utf8.RuneCountInString(text) > min(room, textWidth) && isFoldable(n.Text())
		return text, !long && !(n.Kind() == Text && isBlock(n.Text()))
	}
	ok := n.flow(&b, room) && utf8.RuneCountInString(b.String()) <= room
	return b.String(), ok
}

// flow writes a value in flow style. It returns false early if the value exceeds the room, at four
// bytes a character, or contains a multi-line text.
func (n Node) flow(b *strings.Builder, room int) bool {
	separator := ""
	switch n.Kind() {
	case List:
		b.WriteByte('[')
		for entry := range n.Entries() {
			b.WriteString(separator)
			separator = ", "
			if !entry.flow(b, room) {
				return false
			}
		}
		b.WriteByte(']')
	case Object:
		b.WriteByte('{')
		for name, value := range n.Fields() {
			b.WriteString(separator + name.Text() + ": ")
			separator = ", "
			if !value.flow(b, room) {
				return false
			}
		}
		b.WriteByte('}')
	default:
		b.WriteString(n.scalar(true))
		return b.Len() <= utf8.UTFMax*room && !(n.Kind() == Text && isBlock(n.Text()))
	}
	return true
}

// scalar returns a scalar on one line in YAML, quoted if necessary. Within brackets, commas and
// brackets require quotes.
func (n Node) scalar(within bool) string {
	text := n.Text()
	if n.Kind() == Text && (!isBare(text) || within && strings.ContainsAny(text, ",[]{}")) {
		return quoted(text)
	}
	return text
}

func (n Node) isEmpty() bool { return n.tree.nodes[n.i].next == n.i+1 }

// lines writes a block text: a long line folded between words, and several lines unchanged.
func (p printer) lines(s string, level int) {
	if !isBlock(s) {
		p.WriteString(" >-")
		room := 0
		for word := range strings.SplitSeq(s, " ") {
			length := 1 + utf8.RuneCountInString(word)
			if room -= length; room < 0 {
				p.WriteString("\n")
				p.indent(level)
				room = textWidth - 2*level - length
			} else {
				p.WriteByte(' ')
			}
			p.WriteString(word)
		}
		p.WriteString("\n")
		return
	}
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

// isBlock reports whether a text can be a block text without loss. All characters must be
// printable, no line may end with a space, and the first line may be neither empty nor indented.
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

// isFoldable reports whether a text can be broken between any two of its words without loss.
func isFoldable(s string) bool {
	return strings.Contains(s, " ") && !strings.Contains(s, "  ") && strings.Trim(s, " ") == s && !strings.ContainsFunc(s, isHidden)
}

// isHidden reports a character to be escaped. Characters that join letters or set their direction
// are not escaped.
func isHidden(r rune) bool {
	return r != ' ' && !unicode.IsPrint(r) && (!unicode.Is(unicode.Cf, r) || r == '\ufeff')
}

// notText matches unquoted texts that YAML readers take for other values: numbers, times, and
// words.
var notText = regexp.MustCompile(`^(?i:[-+.0-9][-+.,_:0-9a-fox]*|\d{4}-\d.*|[-+]?\.?(inf|nan)|null|nil|none|true|false|yes|no|on|off|y|n)$`)

// isBare reports whether a text can be written in YAML without quotes.
func isBare(s string) bool {
	if s == "" || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`~=<. ") || strings.HasSuffix(s, " ") || strings.HasSuffix(s, ":") {
		return false
	}
	return !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.ContainsFunc(s, isHidden) && !notText.MatchString(s)
}

// quoted returns a text in double quotes, with escapes for hidden characters.
func quoted(s string) string {
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
