package sheet

import (
	"encoding/xml"
	"strings"
)

// escapeXML is a text as an XML file holds it.
func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// xstring is a text where the file format reads escapes in it: _x0041_ there stands for the letter A, so a text that says so
// itself has its underscore escaped: _x005F_x0041_.
func xstring(s string) string { return escapeXML(markEscapes(s)) }

// formulaText is a formula inside an element.
func formulaText(s string) string { return string(appendText(nil, s)) }

const escapedUnderscore = "_x005F_"

// markEscapes escapes every underscore that begins what reads as an escape.
func markEscapes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && isEscape(s[i:]) {
			b.WriteString(escapedUnderscore)
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

// appendText appends a text to an element of XML. It is on the way of every cell, and most of them need nothing escaped.
func appendText(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var escape string
		switch s[i] {
		case '&':
			escape = "&amp;"
		case '<':
			escape = "&lt;"
		case '>':
			escape = "&gt;"
		case '\t':
			escape = "&#x9;"
		case '\n':
			escape = "&#xA;"
		case '_':
			if !isEscape(s[i:]) {
				continue
			}
			escape = escapedUnderscore
		default:
			continue
		}
		out = append(append(out, s[from:i]...), escape...)
		from = i + 1
	}
	return append(out, s[from:]...)
}
