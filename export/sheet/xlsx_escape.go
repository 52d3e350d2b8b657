package sheet

import "strings"

// In a workbook _x0041_ is an escape that stands for the letter A. A text that says so itself has its underscore
// escaped: _x005F_x0041_. The library does it wrong where two such runs share an underscore, and drops those that stand
// for half of a surrogate pair. So each underscore to be escaped is handed to it as a mark that no text contains, and
// becomes the escape on its way into the file.
const (
	mark              = "\uFDD0"
	escapedUnderscore = "_x005F_"
)

// markEscapes puts the mark in place of every underscore that begins what reads as an escape.
func markEscapes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && isEscape(s[i:]) {
			b.WriteString(mark)
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// isEscape reports whether s begins with an underscore, x, four hexadecimal digits and an underscore.
func isEscape(s string) bool {
	return len(s) >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_' &&
		isHex(s[2]) && isHex(s[3]) && isHex(s[4]) && isHex(s[5])
}
