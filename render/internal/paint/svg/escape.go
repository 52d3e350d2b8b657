package svg

import (
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// text escapes s for the text of an XML element. Characters that XML forbids become U+FFFD.
func text(s string) string { return escape(s, false) }

// attribute escapes s for an XML attribute in double quotes.
func attribute(s string) string { return escape(s, true) }

func escape(s string, inAttribute bool) string {
	plain := func(r rune) bool { return r >= ' ' && r < utf8.RuneSelf-1 && !strings.ContainsRune(`&<>"`, r) }
	if strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>': // for ]]>
			b.WriteString("&gt;")
		case r == '"' && inAttribute:
			b.WriteString("&quot;")
		case r == '\n' && inAttribute:
			b.WriteString("&#10;")
		case r == '\t' && inAttribute:
			b.WriteString("&#9;")
		case r == '\n', r == '\t':
			b.WriteRune(r)
		default:
			b.WriteRune(cleantext.Rune(r)) // of an invalid byte range gives the replacement character
		}
	}
	return b.String()
}
