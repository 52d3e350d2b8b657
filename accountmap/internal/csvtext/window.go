package csvtext

import (
	"errors"
	"io"
)

// maxRow is how long a row may be in bytes. A quotation mark that is never closed would otherwise take the rest of the file into memory.
const maxRow = 8 << 20

var errLongRow = errors.New("csvtext: the row is too long")

// window is the part of a text from the present row on, as far as it was looked at. Offsets count from the beginning of the row.
type window struct {
	r          io.Reader
	buf        []byte
	begin, end int
	// err is why there is nothing after the end.
	err error
}

// at returns a byte, and false after the end of the text.
func (w *window) at(offset int) (byte, bool) {
	for w.begin+offset >= w.end {
		if !w.more() {
			return 0, false
		}
	}
	return w.buf[w.begin+offset], true
}

// from returns some bytes from an offset on, and none at the end of the text.
func (w *window) from(offset int) []byte {
	w.at(offset)
	return w.buf[min(w.begin+offset, w.end):w.end]
}

// slice returns bytes that were looked at.
func (w *window) slice(from, to int) []byte { return w.buf[w.begin+from : w.begin+to] }

// take skips so many bytes, and returns them. They are good until the next byte is looked at.
func (w *window) take(n int) []byte {
	taken := w.slice(0, n)
	w.begin += n
	return taken
}

// more reads on.
func (w *window) more() bool {
	if w.err == nil && w.end-w.begin > maxRow {
		w.err = errLongRow
	}
	if w.err != nil {
		return false
	}
	if w.begin > len(w.buf)/2 {
		w.end = copy(w.buf, w.buf[w.begin:w.end])
		w.begin = 0
	}
	if w.end == len(w.buf) {
		w.buf = append(w.buf, make([]byte, max(begin, len(w.buf)))...)
	}
	var n int
	n, w.err = w.r.Read(w.buf[w.end:])
	w.end += n
	return n > 0 || w.err == nil
}
