// Package quote formats user texts for messages: cut, in quotes, and without characters that
// control a terminal.
package quote

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the limit of a quoted text in characters, so that one bad value cannot fill the
// screen.
const longest = 60

// Text returns a text in quotation marks, cut.
func Text(s string) string { return strconv.Quote(Cut(s)) }

// Cut returns a text, or its beginning and an ellipsis if it is too long for a message.
func Cut(s string) string { return cut(s, longest) }

// Some joins the first three texts of a list, with an ellipsis for the others.
func Some(texts []string) string {
	const most = 3
	if len(texts) > most {
		texts = append(slices.Clone(texts[:most]), "…")
	}
	return strings.Join(texts, ", ")
}

// Message returns a message on one line, cut, with control characters as escapes. It is for texts
// that may contain the words of a library or the name of a file.
func Message(s string) string { return printable(cut(s, 1000)) }

// printable returns a text with escapes for characters that a terminal does not show: control
// characters, marks that change the direction of the text, and invalid UTF-8.
func printable(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 || hidden(r) {
			quoted := strconv.Quote(s[:size])
			b.WriteString(quoted[1 : len(quoted)-1])
		} else {
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

func hidden(r rune) bool { return !unicode.IsGraphic(r) }

func cut(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
