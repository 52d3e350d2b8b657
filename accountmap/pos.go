package accountmap

import (
	"strconv"
	"strings"
)

// Pos is a place in a file. The zero Pos means that the account was not read from a file.
type Pos struct {
	// File is the name of the file as the caller gave it; empty when it was read from a stream.
	File string
	// Sheet is the name of the sheet in a workbook, whose cell is at Line and Column; empty for other files.
	Sheet string
	// Line and Column count from 1. A column is a character, not a byte.
	Line, Column int
}

// IsZero reports whether the place is unknown.
func (p Pos) IsZero() bool { return p == Pos{} }

// String returns "file:line:column", or "file:sheet!C7" for a workbook, without what is unknown.
func (p Pos) String() string {
	var parts []string
	if p.File != "" {
		parts = append(parts, p.File)
	}
	switch {
	case p.Sheet != "" && p.Line > 0:
		parts = append(parts, p.Sheet+"!"+cellName(p.Line, p.Column))
	case p.Sheet != "":
		parts = append(parts, p.Sheet)
	case p.Line > 0:
		parts = append(parts, strconv.Itoa(p.Line), strconv.Itoa(p.Column))
	}
	return strings.Join(parts, ":")
}

// cellName is what a spreadsheet calls a cell, "C7", and a whole row, when the column is 0, "7".
func cellName(line, column int) string {
	letters := ""
	for ; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters + strconv.Itoa(line)
}
