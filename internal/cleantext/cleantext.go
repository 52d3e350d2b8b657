// Package cleantext removes or replaces characters that no file format can hold: invalid UTF-8,
// control characters, and noncharacters.
package cleantext

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Fit reports whether a format can hold r: whether it is neither a control character nor a
// noncharacter. Tabs and line breaks are control characters.
func Fit(r rune) bool {
	return r >= ' ' && r < 0x7F || !unicode.IsControl(r) && !unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// Control reports whether r is a character that no text of an account may contain, since XML and
// spreadsheets cannot hold it. These are the control characters except tabs and line breaks, and
// the code points that end in FFFE or FFFF.
func Control(r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	}
	return r&0xfffe == 0xfffe
}

// Rune returns r, or U+FFFD if no format can hold it.
func Rune(r rune) rune {
	if Fit(r) {
		return r
	}
	return unicode.ReplacementChar
}

// Lines returns s with "\n" for every line break, and with U+FFFD for every character that no
// format can hold, except tabs.
func Lines(s string) string { return lines(s, unicode.ReplacementChar) }

// DropLines returns s like Lines, without the control characters and noncharacters. A run of
// invalid UTF-8 becomes one U+FFFD.
func DropLines(s string) string {
	if isPrintableASCII(s) {
		return s
	}
	return lines(strings.ToValidUTF8(s, "\uFFFD"), -1)
}

func isPrintableASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}

func lines(s string, unfit rune) string {
	if isPrintableASCII(s) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', Fit(r):
			return r
		case r == '\r':
			return '\n'
		}
		return unfit
	}, s)
}

// Undirected returns s without bidirectional control characters. They are invisible, and one without
// an end reverses all that follows in its paragraph, including words of the page.
func Undirected(s string) string {
	return strings.Map(func(r rune) rune {
		if Directs(r) {
			return -1
		}
		return r
	}, s)
}

// Directs reports whether r is a bidirectional control character.
func Directs(r rune) bool { return r > 0x7F && unicode.Is(unicode.Bidi_Control, r) }

// UTF16Len returns the length of a text in UTF-16 units, the unit of spreadsheets.
func UTF16Len(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// UTF16Prefix returns the longest prefix of whole characters with at most n UTF-16 units.
func UTF16Prefix(s string, n int) string {
	for i, r := range s {
		if n -= utf16.RuneLen(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

// BeginsFormula reports whether a spreadsheet may run a text from a file or a keyboard. The list is
// OWASP's: = + - @, a tab and a line break, and the wide forms of the signs.
func BeginsFormula(s string) bool {
	switch first, _ := utf8.DecodeRuneInString(s); first {
	case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// JoinUnits returns s with a no-break space between a number and its unit: "5 %" stays on one line.
func JoinUnits(s string) string {
	var b strings.Builder
	start := 0
	for i := 1; i < len(s); i++ {
		if s[i] == ' ' && s[i-1] >= '0' && s[i-1] <= '9' && beginsUnit(s[i+1:]) {
			b.WriteString(s[start:i] + "\u00a0")
			start = i + 1
		}
	}
	if start == 0 {
		return s
	}
	return b.String() + s[start:]
}

func beginsUnit(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	return strings.ContainsRune("%‰°€$£", r) && (len(s) == size || !unicode.IsLetter(next) && !unicode.IsDigit(next))
}
