package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

const (
	ellipsis = "…"
	hyphen   = "-"
	// leastRest is the smallest number of letters of a broken word on its last line.
	leastRest = 3
	// clusterRunes is the largest number of runes in one letter: a family of four with skin tones
	// has eleven.
	clusterRunes = 16
)

// Wrap breaks a cleaned text into at most one line per width. Lines end at spaces, after hyphens
// and slashes, and between the characters of Chinese and Japanese. A word longer than a line breaks
// between letters, with a hyphen in scripts that have one. Other words also break if the text would
// otherwise not fit. The last line is then shortened with an ellipsis. An empty text has no lines.
func (m *Measurer) Wrap(text string, f Font, widths ...float64) []string {
	lines, whole := m.wrap(text, f, widths, true)
	if whole {
		return lines
	}
	if full, whole := m.wrap(text, f, widths, false); whole {
		return full
	}
	return lines
}

// wrap breaks a text into lines, and reports whether they contain all of it. If words is true, a
// line breaks a word only at its beginning.
func (m *Measurer) wrap(text string, f Font, widths []float64, words bool) (lines []string, whole bool) {
	for i, width := range widths {
		if text == "" {
			break
		}
		if i == len(widths)-1 {
			line := m.Shorten(text, f, width)
			return append(lines, line), line == text
		}
		end, sign := m.lineEnd(text, f, width, words), ""
		if insideWord(text, end) {
			if end = m.hyphenEnd(text, f, width, end); insideWord(text, end) {
				sign = hyphen
			}
		}
		lines = append(lines, strings.TrimRight(text[:end], " ")+sign)
		text = strings.TrimLeft(text[end:], " ")
	}
	return lines, text == ""
}

// insideWord reports whether a line that ends there needs a hyphen.
func insideWord(text string, end int) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	next, _ := utf8.DecodeRuneInString(text[end:])
	return hyphenates(last) && hyphenates(next)
}

func hyphenates(r rune) bool { return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) }

// hyphenEnd moves the end of a line to make space for a hyphen, and to leave at least leastRest
// letters of the word on the next line. It returns end if the line would be empty.
func (m *Measurer) hyphenEnd(text string, f Font, width float64, end int) int {
	short := m.prefix(text, f, width-m.Width(hyphen, f))
	word, rest := text[short:], 0
	for word != "" && word[0] != ' ' && rest < leastRest {
		word = word[cluster(word):]
		rest++
	}
	for ; rest < leastRest && insideWord(text, short); rest++ {
		_, size := utf8.DecodeLastRuneInString(text[:short])
		short -= size
	}
	if short == 0 {
		return end
	}
	return short
}

// WrapEnds wraps names that may differ only at their ends. If the last line is too long, it keeps
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

// LongestWord returns the width of the longest part of a text that is not broken between lines.
func (m *Measurer) LongestWord(text string, f Font) float64 {
	longest := 0.0
	for text != "" {
		end := wordEnd(text)
		longest = max(longest, m.Width(strings.TrimRight(text[:end], " "), f))
		text = text[end:]
	}
	return longest
}

// Whole reports whether lines contain all of a text and end between its words.
func Whole(lines []string, text string) bool {
	for _, line := range lines {
		end := 0
		for end < len(line) && end < len(text) {
			end += wordEnd(text[end:])
		}
		if strings.TrimRight(text[:end], " ") != line {
			return false
		}
		text = text[end:]
	}
	return text == ""
}

// lineEnd returns the number of bytes of text on a line of a width: at least one letter. If words
// is true, it breaks only a word at the beginning of the line; otherwise it breaks every word
// longer than a line.
func (m *Measurer) lineEnd(text string, f Font, width float64, words bool) int {
	fits := m.prefix(text, f, width)
	if fits == len(text) || text[fits] == ' ' && !strings.HasPrefix(text[fits+1:], "·") {
		return max(fits, 1)
	}
	end := 0 // of the last word that fits
	for {
		next := end + wordEnd(text[end:])
		if next > fits {
			word := strings.TrimRight(text[end:next], " ")
			if end > 0 && (words || m.prefix(word, f, width) == len(word)) {
				return end
			}
			return max(fits, cluster(text))
		}
		end = next
	}
}

// wordEnd returns the number of bytes up to the first place in a text at which a line may end:
// after spaces, after a hyphen or a slash within a word, and around a Chinese or Japanese
// character.
func wordEnd(text string) int {
	before, last := ' ', ' ' // the last two runes
	for i, r := range text {
		if i > 0 && mayBreak(before, last, r) {
			return i
		}
		before, last = last, r
	}
	return len(text)
}

// mayBreak reports whether a line may end between last and next.
func mayBreak(before, last, next rune) bool {
	switch {
	case last < utf8.RuneSelf && next < utf8.RuneSelf && last != ' ' && last != '-' && last != '/':
		return false
	case next == ' ' || extends(next) || last == joiner || unicode.In(next, unicode.Pe, unicode.Pf, unicode.Po):
		return false
	case last == ' ':
		return true
	case strings.ContainsRune("-\u2010\u2013/", last):
		return unicode.IsLetter(before) && (unicode.IsLetter(next) || unicode.IsDigit(next))
	}
	return ideograph(last) || ideograph(next) && !unicode.In(last, unicode.Ps, unicode.Pi)
}

// ideograph reports whether r belongs to a script without spaces between words. The long vowel mark
// belongs to the preceding character.
func ideograph(r rune) bool {
	return r >= 0x2E80 && r != 'ー' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// Shorten returns the text, or the longest part of it that fits the width with an ellipsis.
func (m *Measurer) Shorten(text string, f Font, width float64) string {
	if m.prefix(text, f, width) == len(text) {
		return text
	}
	room := width - m.Width(ellipsis, f)
	return strings.TrimRight(text[:m.prefix(text, f, room)], " ") + ellipsis
}

// Fit returns the longest prefix of whole letters that is at most width wide.
func (m *Measurer) Fit(text string, f Font, width float64) string {
	return text[:m.prefix(text, f, width)]
}

// prefix returns the number of bytes of the longest prefix of whole letters that is at most width
// wide.
func (m *Measurer) prefix(text string, f Font, width float64) int {
	units, end := 0, 0
	for end < len(text) {
		size := cluster(text[end:])
		if size == 1 {
			units += m.Glyph(rune(text[end]), f).Advance
		} else {
			units += m.units(text[end:end+size], f)
		}
		if points(units, f) > width {
			return end
		}
		end += size
	}
	return end
}

// cluster returns the number of bytes of the first grapheme cluster: a letter with its accents, a
// joined emoji, a flag of two halves. It is a simple form of the rules of Unicode Annex 29. A
// cluster ends after [clusterRunes] runes, so it is never wider than a line of a card.
func cluster(text string) int {
	if len(text) > 1 && text[0] < utf8.RuneSelf && text[1] < utf8.RuneSelf {
		return 1
	}
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

// extends reports whether r belongs to the preceding letter: an accent, a joiner, a skin tone.
func extends(r rune) bool {
	if r < 0x300 {
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc) || r == joiner || r == '\u200C' ||
		r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

// flagHalf reports whether r is one of the letters that form a flag in pairs.
func flagHalf(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// CleanLine returns a user's text for one line of a drawing. It removes bidirectional
// control characters, replaces every run of white space by one space, and invalid characters by the
// replacement character. It keeps non-breaking spaces, and numbers together with their units.
func CleanLine(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if cleantext.Directs(r) {
			continue
		}
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
	return cleantext.JoinUnits(b.String())
}

// isClean reports whether CleanLine would return the text unchanged, as for most texts.
func isClean(s string) bool {
	last := ' '
	for _, r := range s {
		switch {
		case r == '%' && last == ' ':
			return false
		case r > ' ' && r <= '~', r == ' ' && last != ' ':
		case r <= '~', r == unicode.ReplacementChar, breaks(r), cleantext.Directs(r), !cleantext.Fit(r):
			return false
		}
		last = r
	}
	return s == "" || last != ' '
}

// CleanLines returns a text cleaned line by line, without empty lines.
func CleanLines(s string) string {
	var kept []string
	for text := range strings.Lines(s) {
		if text = CleanLine(strings.TrimSuffix(text, "\n")); text != "" {
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
