package problems

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// shape is the common part of problems that differ only in row and value.
type shape struct {
	level                     accountmap.Level
	code                      accountmap.Code
	file, sheet, path, detail string
}

// shapeOf returns the shape of a problem: its path without indexes, and its sentence without
// numbers and quoted texts. Problems of whole files have one shape for all files.
func shapeOf(p accountmap.Problem) shape {
	s := shape{level: p.Level, code: p.Code, file: p.Pos.File, sheet: p.Pos.Sheet, path: Pattern(p.Path), detail: Pattern(p.Detail)}
	if p.Pos.Line == 0 && p.Path == "" {
		s.file = ""
	}
	return s
}

// Pattern replaces each number and each quoted text of a message by a placeholder. Problems with
// one pattern differ only in their values.
func Pattern(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
			b.WriteByte('"')
		case '0' <= c && c <= '9':
			for i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9' {
				i++
			}
			b.WriteByte('0')
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
