package table

import (
	"strings"
	"unicode/utf8"
)

// MaxCell is the most that a cell of a workbook takes, in UTF-16 units.
const MaxCell = 32_767

// Cut returns a text as a cell of a workbook can hold it: with line feeds for other line ends, without invalid characters and, when it is too
// long, shortened and with an ellipsis. It reports whether anything is lost.
func Cut(text string) (cell string, cut bool) {
	if shown := shownInCell(text); shown != text {
		cell, _ = Cut(shown)
		return cell, true
	}
	if len(text) <= MaxCell || units(text) <= MaxCell {
		return text, false
	}
	n := 0
	for i, r := range text {
		if n += unitsOf(r); n > MaxCell-1 {
			return text[:i] + "…", true
		}
	}
	return text, false
}

// HoldsKey reports whether a hidden cell of a workbook gives back the key of a row as it is: one that [Cut] leaves alone and that is not like a
// mark (see [Table.Mark]).
func HoldsKey(key string) bool {
	_, cut := Cut(key)
	return !cut && !strings.HasPrefix(key, markPrefix)
}

// shownInCell leaves out what no cell keeps.
func shownInCell(text string) string {
	if strings.IndexFunc(text, isLostInCell) < 0 {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case isLostInCell(r):
			return -1
		}
		return r
	}, text)
}

func isLostInCell(r rune) bool { return r == '\r' || r >= 0xFDD0 && r <= 0xFDEF }

// pieces cuts a text into cells.
func pieces(text string) []string {
	var all []string
	for units(text) > MaxCell {
		n, end := 0, 0
		for i, r := range text {
			if n += unitsOf(r); n > MaxCell {
				break
			}
			end = i + utf8.RuneLen(r)
		}
		all = append(all, text[:end])
		text = text[end:]
	}
	return append(all, text)
}

func units(text string) int {
	if strings.IndexFunc(text, func(r rune) bool { return r > 0xFFFF }) < 0 {
		return utf8.RuneCountInString(text)
	}
	n := 0
	for _, r := range text {
		n += unitsOf(r)
	}
	return n
}

// unitsOf counts the UTF-16 units of a character.
func unitsOf(r rune) int {
	if r > 0xFFFF {
		return 2
	}
	return 1
}
