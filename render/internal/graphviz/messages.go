package graphviz

import (
	"bytes"
	"strings"
	"unicode"
)

// messagesLimit is the size of the kept messages in bytes. A warning may be repeated for every
// node.
const messagesLimit = 16 << 10

// messages keeps the beginning of standard error. One goroutine writes it, and others read it
// afterwards.
type messages struct {
	text bytes.Buffer
	more bool
}

// Write accepts everything, but keeps only what fits: many messages must not make Graphviz fail.
func (m *messages) Write(p []byte) (int, error) {
	kept := p[:min(len(p), messagesLimit-m.text.Len())]
	m.more = m.more || len(kept) < len(p)
	m.text.Write(kept)
	return len(p), nil
}

// lines returns the messages without empty lines. If they were truncated, the last line says so.
// Invalid UTF-8 is replaced, since a message may quote the graph.
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

// firstError returns the first line that Graphviz marks as an error. If there is none, it returns
// the first line, or "".
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
