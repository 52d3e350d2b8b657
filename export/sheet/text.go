package sheet

import (
	"strings"
	"unicode/utf8"
)

// cleanText leaves what an XML file can carry: bytes that are not UTF-8 become U+FFFD, every kind of line end becomes a
// line feed, and other control characters but the tab go. So do the non-characters, two of which XML forbids.
func cleanText(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\t' || r == '\n':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef:
			return -1
		}
		return r
	}, s)
}

// isPlain reports whether s is printable ASCII only, which most cells are.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// unitCount is the length of s as spreadsheets count it, in UTF-16 units.
func unitCount(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}

// cutUnits gives as many whole runes from the start of s as fit n UTF-16 units.
func cutUnits(s string, n int) string {
	for i, r := range s {
		if n -= unitsOf(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

func unitsOf(r rune) int {
	if r > 0xffff && r <= utf8.MaxRune {
		return 2
	}
	return 1
}
