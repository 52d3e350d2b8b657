package csvtext

import (
	"bytes"
	"errors"
	"github.com/accountatlas/accountatlas/internal/message"
	"unicode"
)

// maxRow is the maximum length of a row in bytes. Without a limit, an unclosed quotation mark would
// read the rest of the file into memory.
const maxRow = 8 << 20

// MaxColumns is the maximum number of columns of a table, as in a spreadsheet. A row may have up to
// maxValues values, of which each takes 32 bytes beside its text: eight million commas took 800 MB.
const (
	MaxColumns = 1 << 14
	maxValues  = 1 << 16
)

var (
	errLongRow    = errors.New("csvtext: the row is too long")
	errManyValues = errors.New("csvtext: the row has too many values")
)

type fault struct {
	at           int
	detail, hint string
}

func doubled() string { return message.Of(`write "" for a quotation mark in a value`) }

// peek returns the next byte. It returns false at the end of the file and at the maximum length of
// a row.
func (r *Reader) peek() (byte, bool) {
	switch {
	case r.err != nil:
	case len(r.text) > maxRow:
		r.err = errLongRow
	case r.at == len(r.window):
		r.buffer(1)
	}
	if r.err != nil {
		return 0, false
	}
	return r.window[r.at], true
}

// buffer extends the window to size bytes, or to the end of the file. The bytes of the window are
// read without the calls that each byte of a [bufio.Reader] costs.
func (r *Reader) buffer(size int) {
	r.in.Discard(r.at)
	r.at = 0
	if _, err := r.in.Peek(size); r.in.Buffered() == 0 {
		r.err = err
	}
	r.window, _ = r.in.Peek(r.in.Buffered())
}

// take adds the next bytes to the row. They are in the window.
func (r *Reader) take(bytes int) []byte {
	taken := r.window[r.at : r.at+bytes]
	r.text, r.at = append(r.text, taken...), r.at+bytes
	return taken
}

func (r *Reader) scan() (wrong *fault) {
	r.text, r.starts, r.ends, r.content = r.text[:0], r.starts[:0], r.ends[:0], r.content[:0]
	r.placed = place{}
	for {
		begin := len(r.text)
		r.starts = append(r.starts, begin)
		if c, _ := r.peek(); c == '"' {
			if !r.quoted() {
				return &fault{begin, message.Of("a quotation mark that is never closed"), doubled()}
			}
			after := len(r.text)
			if rest := r.unquoted(); wrong == nil && len(bytes.TrimFunc(rest, unicode.IsSpace)) > 0 {
				wrong = &fault{after, message.Of("there is text after a quotation mark that closes a value"), doubled()}
			}
		} else if n := r.formula(c); n > 0 {
			r.take(n)
			r.content = append(r.content, r.text[begin+len(`="`):len(r.text)-1]...)
		} else {
			value := r.unquoted()
			if i := bytes.IndexByte(value, '"'); i >= 0 && wrong == nil {
				wrong = &fault{begin + i, message.Of("a quotation mark in a value that is not in quotation marks"), message.Of(`put the value in quotation marks, and write "" for each in it`)}
			}
			r.content = append(r.content, value...)
		}
		r.ends = append(r.ends, len(r.content))
		if len(r.ends) > maxValues { // count the values, and keep none
			r.many += len(r.ends)
			r.starts, r.ends, r.content = r.starts[:0], r.ends[:0], r.content[:0]
		}
		if c, ok := r.peek(); !ok || c != r.delimiter {
			r.lineEnd()
			if r.many > 0 {
				r.many += len(r.ends)
				r.err = errManyValues
			}
			return wrong
		}
		r.take(1)
	}
}

// formula returns the length of a text written as a formula, ="007", which spreadsheets leave
// unchanged. It returns 0 for any other value. The value is not read yet and begins with first.
func (r *Reader) formula(first byte) int {
	const longest = 512
	if first != '=' {
		return 0
	}
	r.buffer(longest)
	head := r.window[:min(len(r.window), longest)]
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
		if !ok || r.endsValue(c) {
			return r.text[begin:]
		}
		n := 1
		for _, c := range r.window[r.at+1:] {
			if r.endsValue(c) {
				break
			}
			n++
		}
		r.take(n)
	}
}

// endsValue reports whether a byte ends a value without quotation marks.
func (r *Reader) endsValue(c byte) bool { return c == r.delimiter || c == '\n' || c == '\r' }

// quoted reads a value in quotation marks, and reports whether the value is closed.
func (r *Reader) quoted() (closed bool) {
	r.take(1)
	for {
		c, ok := r.peek()
		if !ok {
			return false
		}
		if c == '"' {
			r.take(1)
			if next, _ := r.peek(); next != '"' {
				return true
			}
			r.content = append(r.content, r.take(1)...)
			continue
		}
		n := bytes.IndexByte(r.window[r.at:], '"')
		if n < 0 {
			n = len(r.window) - r.at
		}
		r.content = append(r.content, r.take(n)...)
	}
}

func (r *Reader) lineEnd() {
	c, ok := r.peek()
	if !ok {
		return
	}
	r.take(1)
	if next, _ := r.peek(); c == '\r' && next == '\n' {
		r.take(1)
	}
}
