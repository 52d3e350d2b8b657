package csvtext

import (
	"bytes"
	"unicode"
)

// fault is what is wrong with the syntax of a row, and where.
type fault struct {
	at           int
	detail, hint string
}

const doubled = `write "" for a quotation mark in a value`

// scan takes the row that begins here apart, and returns how many bytes it has, its line end among them. A fault does not keep the rest of the row
// from being read, unless a quotation mark is never closed.
func (r *Reader) scan() (length int, wrong *fault) {
	r.starts, r.ends, r.content = r.starts[:0], r.ends[:0], r.content[:0]
	for at := 0; ; at++ {
		begin := at
		r.starts = append(r.starts, begin)
		c, _ := r.in.at(at)
		if c == '"' {
			var closed bool
			if at, closed = r.quoted(at + 1); !closed {
				return at, &fault{begin, "a quotation mark that is never closed", doubled}
			}
			after := at
			at = r.bare(at)
			if rest := r.in.slice(after, at); wrong == nil && len(bytes.TrimFunc(rest, unicode.IsSpace)) > 0 {
				wrong = &fault{after, "there is text after a quotation mark that closes a value", doubled}
			}
		} else {
			at = r.bare(at)
			value := r.in.slice(begin, at)
			if i := bytes.IndexByte(value, '"'); i >= 0 && wrong == nil {
				wrong = &fault{begin + i, "a quotation mark in a value that has none around it", `put the value in quotation marks, and write "" for each in it`}
			}
			r.content = append(r.content, value...)
		}
		r.ends = append(r.ends, len(r.content))
		if c, ok := r.in.at(at); !ok || c != r.delimiter {
			return r.lineEnd(at), wrong
		}
	}
}

// bare returns the offset of the delimiter, the line end or the end of the file that follows.
func (r *Reader) bare(at int) int {
	for {
		c, ok := r.in.at(at)
		if !ok || c == r.delimiter || c == '\n' || c == '\r' {
			return at
		}
		at++
	}
}

// quoted takes what is up to a quotation mark that is not doubled, and returns the offset after that.
func (r *Reader) quoted(at int) (next int, closed bool) {
	for {
		rest := r.in.from(at)
		i := bytes.IndexByte(rest, '"')
		if i < 0 {
			r.content = append(r.content, rest...)
			if at += len(rest); len(rest) == 0 {
				return at, false
			}
			continue
		}
		r.content = append(r.content, rest[:i]...)
		at += i + 1
		if c, ok := r.in.at(at); !ok || c != '"' {
			return at, true
		}
		r.content = append(r.content, '"')
		at++
	}
}

// lineEnd returns the offset after a line end, which may be the end of the file.
func (r *Reader) lineEnd(at int) int {
	c, ok := r.in.at(at)
	if !ok {
		return at
	}
	if next, _ := r.in.at(at + 1); c == '\r' && next == '\n' {
		return at + 2
	}
	return at + 1
}
