package hiddensheet

import (
	"strings"

	"github.com/accountatlas/accountatlas/internal/cleantext"
)

// MaxCell is the limit of a text in a cell of a workbook, in UTF-16 units.
const MaxCell = 32_767

// Cut returns a text as a cell of a workbook can hold it: with line feeds for other line ends,
// without invalid characters and, if it is too long, cut and with an ellipsis. It reports whether
// anything is lost.
func Cut(text string) (cell string, cut bool) {
	if strings.IndexFunc(text, isLost) >= 0 {
		cell, _ = Cut(strings.Map(kept, strings.ReplaceAll(text, "\r\n", "\n")))
		return cell, true
	}
	if len(text) <= MaxCell || cleantext.UTF16Len(text) <= MaxCell {
		return text, false
	}
	return cleantext.UTF16Prefix(text, MaxCell-1) + "…", true
}

// HoldsKey reports whether a hidden cell preserves the key of a row: [Cut] does not change it, and
// it does not look like a [Mark].
func HoldsKey(key string) bool {
	_, cut := Cut(key)
	return !cut && !strings.HasPrefix(key, markPrefix)
}

// isLost reports whether a cell loses the character.
func isLost(r rune) bool { return r == '\r' || r >= 0xFDD0 && r <= 0xFDEF }

func kept(r rune) rune {
	switch {
	case r == '\r':
		return '\n'
	case isLost(r):
		return -1
	}
	return r
}
