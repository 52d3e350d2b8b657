package scene

import (
	"strings"
	"unicode"
)

// CleanLine is a user's text as it can stand in one line of a drawing: without control characters, every run of white space one space, and
// what is no character at all the replacement character. Spaces that must not break stay what they are.
func CleanLine(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if breaks(r) {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(printable(r))
	}
	return b.String()
}

// CleanLines is a text cleaned line by line, without the empty ones.
func CleanLines(s string) string {
	var kept []string
	for text := range strings.Lines(s) {
		if text = CleanLine(text); text != "" {
			kept = append(kept, text)
		}
	}
	return strings.Join(kept, "\n")
}

// breaks reports whether r is white space at which a line may end.
func breaks(r rune) bool {
	const noBreak, narrowNoBreak, figure = '\u00A0', '\u202F', '\u2007'
	return unicode.IsSpace(r) && r != noBreak && r != narrowNoBreak && r != figure
}

// printable is r, or the replacement character when r is a control character or none that may be exchanged.
func printable(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) {
		return unicode.ReplacementChar
	}
	return r
}
