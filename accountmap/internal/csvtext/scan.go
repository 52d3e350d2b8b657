package csvtext

import (
	"bytes"
	"errors"
	"unicode"
)

// maxRow is the maximum length of a row in bytes. Without a limit, an unclosed quotation mark would
// read the rest of the file into memory.
const maxRow = 8 << 20

var errLongRow = errors.New("csvtext: the row is too long")

type fault struct {
	at           int
	detail, hint string
}

const doubled = `write "" for a quotation mark in a value`

// peek returns the next byte. It returns false at the end of the file and at the maximum length of
// a row.
func (r *Reader) peek() (byte, bool) {
	if r.err == nil && len(r.text) > maxRow {
		r.err = errLongRow
	}
	if r.err != nil {
		return 0, false
	}
	next, err := r.in.Peek(1)
	if err != nil {
		r.err = err
		return 0, false
	}
	return next[0], true
}

func (r *Reader) take() {
	c, _ := r.in.ReadByte()
	r.text = append(r.text, c)
}

func (r *Reader) scan() (wrong *fault) {
	r.text, r.starts, r.ends, r.content = r.text[:0], r.starts[:0], r.ends[:0], r.content[:0]
	for {
		begin := len(r.text)
		r.starts = append(r.starts, begin)
		if c, _ := r.peek(); c == '"' {
			if !r.quoted() {
				return &fault{begin, "a quotation mark that is never closed", doubled}
			}
			after := len(r.text)
			if rest := r.unquoted(); wrong == nil && len(bytes.TrimFunc(rest, unicode.IsSpace)) > 0 {
				wrong = &fault{after, "there is text after a quotation mark that closes a value", doubled}
			}
		} else if n := r.formula(c); n > 0 {
			for range n {
				r.take()
			}
			r.content = append(r.content, r.text[begin+len(`="`):len(r.text)-1]...)
		} else {
			value := r.unquoted()
			if i := bytes.IndexByte(value, '"'); i >= 0 && wrong == nil {
				wrong = &fault{begin + i, "a quotation mark in a value that is not in quotation marks", `put the value in quotation marks, and write "" for each in it`}
			}
			r.content = append(r.content, value...)
		}
		r.ends = append(r.ends, len(r.content))
		if c, ok := r.peek(); !ok || c != r.delimiter {
			r.lineEnd()
			return wrong
		}
		r.take()
	}
}

// formula returns the length of a text written as a formula, ="007", which spreadsheets leave
// unchanged. It returns 0 for any other value. The value is not read yet and begins with first.
func (r *Reader) formula(first byte) int {
	const longest = 512
	if first != '=' {
		return 0
	}
	head, _ := r.in.Peek(longest)
	text, ok := bytes.CutPrefix(head, []byte(`="`))
	end := bytes.IndexAny(text, "\"\r\n")
	switch {
	case !ok || end < 0 || text[end] != '"':
		return 0
	case end+1 == len(text) && len(head) < longest, end+1 < len(text) && (text[end+1] == r.delimiter || text[end+1] == '\r' || text[end+1] == '\n'):
		return len(`=""`) + end
	}
	return 0
}

func (r *Reader) unquoted() []byte {
	begin := len(r.text)
	for {
		c, ok := r.peek()
		if !ok || c == r.delimiter || c == '\n' || c == '\r' {
			return r.text[begin:]
		}
		r.take()
	}
}

// quoted reads a value in quotation marks, and reports whether the value is closed.
func (r *Reader) quoted() (closed bool) {
	r.take()
	for {
		c, ok := r.peek()
		if !ok {
			return false
		}
		r.take()
		if c == '"' {
			if next, _ := r.peek(); next != '"' {
				return true
			}
			r.take()
		}
		r.content = append(r.content, c)
	}
}

func (r *Reader) lineEnd() {
	c, ok := r.peek()
	if !ok {
		return
	}
	r.take()
	if next, _ := r.peek(); c == '\r' && next == '\n' {
		r.take()
	}
}
