package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/export/document"
)

// LongWord is the number of characters from which a word may be broken anywhere. Tables keep
// shorter words whole.
const LongWord = 20

// LongLine is the number of characters from which a number or a chip in a cell may be broken.
const LongLine = 40

// IsLong reports whether a line is longer than LongLine.
func IsLong(t document.Text) bool {
	return utf8.RuneCountInString(Words(t)) > LongLine
}

// Words returns the words of a text without their styles.
func Words(t document.Text) string {
	var b strings.Builder
	for _, x := range t {
		b.WriteString(Plain(x))
	}
	return b.String()
}

// RunningTitle shortens the title of a document for the foot of its pages.
func RunningTitle(title string) string {
	const most = 80
	if letters := []rune(title); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return title
}

// Plain returns the words of a piece without their style.
func Plain(x document.Inline) string {
	switch x := x.(type) {
	case document.Plain:
		return string(x)
	case document.Strong:
		return string(x)
	case document.Muted:
		return string(x)
	case document.Toned:
		return x.Text
	case document.Link:
		return LinkText(x)
	case document.Chip:
		return x.Text
	}
	return ""
}

// LinkText returns the visible text of a link.
func LinkText(l document.Link) string {
	if l.Text == "" {
		return strings.TrimPrefix(l.URL, "mailto:")
	}
	return l.Text
}
