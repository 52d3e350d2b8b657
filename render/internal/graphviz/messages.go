package graphviz

import (
	"bytes"
	"strings"
	"unicode"
)

// messagesLimit is how much of what Graphviz says is kept, in bytes. It may repeat a warning for every node.
const messagesLimit = 16 << 10

// messages keeps the beginning of a standard error. It is written by one goroutine and read after that has ended.
type messages struct {
	text bytes.Buffer
	more bool
}

// Write keeps what there is room for and accepts everything: a talkative Graphviz must not fail for it.
func (m *messages) Write(p []byte) (int, error) {
	kept := p[:min(len(p), messagesLimit-m.text.Len())]
	m.more = m.more || len(kept) < len(p)
	m.text.Write(kept)
	return len(p), nil
}

// lines returns what was said, one line each without its end, without empty lines; a last line says if there was more. Bytes
// that are no text are replaced: a message may quote the graph.
func (m *messages) lines() []string {
	var lines []string
	for line := range strings.Lines(m.text.String()) {
		if line = strings.TrimSpace(printable(line)); line != "" {
			lines = append(lines, line)
		}
	}
	if m.more {
		lines = append(lines, "(further messages are left out)")
	}
	return lines
}

// firstError returns the first line that Graphviz marks as an error, else the first line, else "".
func firstError(lines []string) string {
	for _, line := range lines {
		if strings.HasPrefix(line, "Error:") {
			return line
		}
	}
	if len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// printable replaces what is not printable text.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		if unicode.IsSpace(r) {
			return ' '
		}
		return unicode.ReplacementChar
	}, s)
}
