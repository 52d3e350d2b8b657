package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

const (
	ellipsis = "…"
	// clusterRunes is the longest sequence that is one letter: a family of four with skin tones has
	// eleven.
	clusterRunes = 16
)

// Wrap breaks a cleaned text into at most one line for each width. Lines end at spaces and after
// hyphens; a word longer than a line breaks between letters. The last line is cut off with an
// ellipsis. An empty text has no lines.
func (m *Measurer) Wrap(text string, f Font, widths ...float64) []string {
	var wrapped []string
	for i, width := range widths {
		if text == "" {
			break
		}
		if i == len(widths)-1 {
			return append(wrapped, m.Shorten(text, f, width))
		}
		end := m.lineEnd(text, f, width)
		wrapped = append(wrapped, strings.TrimRight(text[:end], " "))
		text = strings.TrimLeft(text[end:], " ")
	}
	return wrapped
}

// WrapEnds is Wrap for names that may differ at their ends only: a last line that is too long keeps
// its beginning and its end, with an ellipsis between them.
func (m *Measurer) WrapEnds(text string, f Font, widths ...float64) []string {
	lines := m.Wrap(text, f, widths...)
	last := len(lines) - 1
	if last < len(widths)-1 || last < 0 || !strings.HasSuffix(lines[last], ellipsis) || strings.HasSuffix(text, ellipsis) {
		return lines
	}
	room := (widths[last] - m.Width(ellipsis, f)) / 2
	head := strings.TrimRight(lines[last][:m.prefix(lines[last], f, room)], " ")
	from, left := 0, m.units(text, f)
	for from < len(text) && points(left, f) > room {
		size := cluster(text[from:])
		left -= m.units(text[from:from+size], f)
		from += size
	}
	tail := strings.TrimLeft(text[from:], " ")
	lines[last] = head + ellipsis + tail
	return lines
}

// longestWord is the width of the longest part of a text that is not broken between lines.
func (m *Measurer) longestWord(text string, f Font) float64 {
	longest, from := 0.0, 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == ' ' || text[i] == '-' {
			longest = max(longest, m.Width(text[from:min(i+1, len(text))], f))
			from = i + 1
		}
	}
	return longest
}

// lineEnd is the number of bytes of text on a line of that width: at least one letter.
func (m *Measurer) lineEnd(text string, f Font, width float64) int {
	fits := m.prefix(text, f, width)
	if fits == len(text) || text[fits] == ' ' {
		return max(fits, 1)
	}
	word := 0 // where the first word begins that does not fit
	for i := range fits {
		if text[i] == ' ' || text[i] == '-' {
			word = i + 1
		}
	}
	rest := text[word:]
	if space := strings.IndexByte(rest, ' '); space >= 0 {
		rest = rest[:space]
	}
	if word == 0 || m.prefix(rest, f, width) < len(rest) {
		return max(fits, cluster(text))
	}
	return word
}

// Shorten returns the text, or as much of it as fits the width with an ellipsis.
func (m *Measurer) Shorten(text string, f Font, width float64) string {
	if m.prefix(text, f, width) == len(text) {
		return text
	}
	room := width - m.Width(ellipsis, f)
	return strings.TrimRight(text[:m.prefix(text, f, room)], " ") + ellipsis
}

// prefix is the number of bytes of the longest run of whole letters that is no wider than width.
func (m *Measurer) prefix(text string, f Font, width float64) int {
	units, end := 0, 0
	for end < len(text) {
		size := cluster(text[end:])
		units += m.units(text[end:end+size], f)
		if points(units, f) > width {
			return end
		}
		end += size
	}
	return end
}

// cluster is the number of bytes of the first grapheme cluster: a letter with its accents, a joined
// emoji, a flag of two halves. It is a simple form of the rules of Unicode Annex 29. A cluster ends
// after [clusterRunes], and so is never wider than a line of a card.
func cluster(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	half := flagHalf(r)
	joined := false
	for runes := 1; size < len(text) && runes < clusterRunes; runes++ {
		next, n := utf8.DecodeRuneInString(text[size:])
		switch {
		case extends(next):
			joined = next == joiner
		case joined:
			joined = false
		case half && flagHalf(next):
			half = false
		default:
			return size
		}
		size += n
	}
	return size
}

// joiner joins the emoji before and after it.
const joiner = '\u200D'

// extends reports whether r belongs to the letter before it: an accent, a joiner, a skin tone.
func extends(r rune) bool {
	if r < 0x300 {
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == joiner || r == '\u200C' ||
		r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

// flagHalf reports whether r is one of the letters that form a flag in pairs.
func flagHalf(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// CleanLine returns a user's text for one line of a drawing: without control characters, every run
// of white space as one space, and anything invalid as the replacement character. Non-breaking
// spaces stay.
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
		b.WriteRune(cleantext.Rune(r))
	}
	return b.String()
}

// CleanLines returns a text cleaned line by line, without empty lines.
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
