package codec

import (
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
)

// sweep returns a function that turns places into lines and columns. It is to be called with places that never decrease.
func (r *csvReader) sweep() func(at uint64) accountmap.Pos {
	file, done, line, lineStart := -1, 0, 1, 0
	return func(at uint64) accountmap.Pos {
		i, offset, field := unplaced(at)
		if i != file {
			file, done, line, lineStart = i, 0, 1, 0
		}
		f := &r.files[i]
		if f.text == "" {
			return accountmap.Pos{File: f.name}
		}
		pos := func(to int) accountmap.Pos {
			passed := f.text[done:min(to, len(f.text))]
			n, start := line+strings.Count(passed, "\n"), lineStart
			if j := strings.LastIndexByte(passed, '\n'); j >= 0 {
				start = done + j + 1
			}
			line, lineStart, done = n, start, done+len(passed)
			return accountmap.Pos{File: f.name, Line: n, Column: utf8.RuneCountInString(f.text[start:done]) + 1}
		}
		p := pos(offset)
		if fields, _, _ := f.record(offset, nil); field > 0 && field < len(fields) {
			was, wasLine, wasStart := done, line, lineStart
			p = pos(fields[field].at)
			done, line, lineStart = was, wasLine, wasStart // the next place may stand between
		}
		return p
	}
}
