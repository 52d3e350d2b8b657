// Package csvtext reads tables of separated values as spreadsheets and other programs write them: with or without a byte order mark, in
// UTF-8, UTF-16 or Windows-1252, with commas, semicolons, tabs or bars between the values, and any of the line ends there are. It finds out by itself
// which, streams the rows, and knows the place of each value as an editor counts it.
//
// It is by RFC 4180. The reader is ours since encoding/csv makes one line break of another within values, so that a text does not come back as it
// was written, knows no files with nothing but carriage returns, and tells of a quotation mark that is never closed at the end of the file.
package csvtext

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Reader reads the rows of one file. It is for one goroutine.
type Reader struct {
	// Exact keeps values as they are. Otherwise CR LF in them is read as LF, and a control character as U+FFFD, which is reported.
	Exact bool

	file      string
	report    func(accountmap.Problem)
	in        *bufio.Reader
	delimiter byte
	// err is why there is nothing after the text of the row.
	err error
	// next is the line at which the next row begins, or an empty line before it; first is that of the last row, and text its bytes.
	next, first int
	text        []byte
	// starts has the offset of each value in the text, a quotation mark among them, and ends where it ends in content, which has no quotation
	// marks around values any more.
	starts, ends []int
	content      []byte
	row          []string
	// letters is the encoding as far as it is known, and foreign says that one that nobody knows was reported.
	letters letters
	foreign bool
	// question is the place of the first text that may have lost letters, and asked says that it was reported.
	question accountmap.Pos
	asked    bool
	// wide checks a file in UTF-16; nil for others and once half a character was reported.
	wide *utf16Check
}

// NewReader returns a reader of the rows in r, which begins with what must be found out: the encoding and the delimiter. A line "sep=;"
// before the header is skipped. The reader reports what ends no row, with its place in the named file: once that the text is not UTF-8, which is a
// warning when it is Windows-1252, and every control character; the rows have U+FFFD for what was not understood. The error is that of r, or an
// [accountmap.Problem] when the file is no text.
func NewReader(r io.Reader, file string, report func(accountmap.Problem)) (*Reader, error) {
	text, marked, wide, err := decode(r)
	if err != nil {
		if p, ok := errors.AsType[accountmap.Problem](err); ok {
			p.Pos = accountmap.Pos{File: file, Line: 1, Column: 1}
			return nil, p
		}
		return nil, err
	}
	delimiter, passed, err := sniff(text)
	if err != nil {
		return nil, err
	}
	read := &Reader{file: file, report: report, in: text, next: 1 + passed, delimiter: delimiter, wide: wide}
	if marked {
		read.letters = lettersUTF8
	}
	return read, nil
}

// Delimiter returns the mark between the values: a comma, a semicolon, a tab or a bar.
func (r *Reader) Delimiter() byte { return r.delimiter }

// Read returns the next row that is not an empty line, and [io.EOF] after the last. The slice is valid until the next call; each of its
// texts keeps the whole row in memory, so clone those to keep. An error that is an [accountmap.Problem] of the code
// [accountmap.ErrSyntax] is about this row, and the next call goes on after it; any other ends the reading.
func (r *Reader) Read() ([]string, error) {
	if !r.skipEmpty() {
		return nil, r.ended()
	}
	r.first = r.next
	fault := r.scan()
	r.next += breaks(r.text)
	switch {
	case r.err != nil && r.err != io.EOF:
		r.next = r.first
		return nil, r.ended()
	case fault != nil:
		return nil, accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrSyntax, Pos: r.pos(fault.at), Detail: fault.detail, Hint: fault.hint}
	}
	r.values()
	return r.row, nil
}

// ended is why there is no further row.
func (r *Reader) ended() error {
	if r.err != errLongRow {
		return r.err
	}
	return accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrTooLarge, Pos: accountmap.Pos{File: r.file, Line: r.next, Column: 1},
		Detail: fmt.Sprintf("the row that begins here is longer than %d MiB", maxRow>>20), Hint: "is there a quotation mark that is never closed?"}
}

// skipEmpty goes on to a line that is not empty, and reports false at the end of the file.
func (r *Reader) skipEmpty() bool {
	for {
		r.text = r.text[:0]
		c, ok := r.peek()
		if !ok || c != '\n' && c != '\r' {
			return ok
		}
		r.lineEnd()
		r.next++
	}
}

// values makes the row of what was scanned.
func (r *Reader) values() {
	content, from := string(r.content), 0
	r.row = r.row[:0]
	for _, to := range r.ends {
		text := content[from:to]
		if !r.Exact {
			text = strings.ReplaceAll(text, "\r\n", "\n")
		}
		r.row, from = append(r.row, text), to
	}
	r.western(content)
	r.halves()
	for i, text := range r.row {
		if !utf8.ValidString(text) || !r.Exact && !isClean(text) {
			r.reportText(i, text)
			text = strings.ToValidUTF8(text, "\ufffd")
			if !r.Exact {
				text = strings.Map(withoutControl, text)
			}
			r.row[i] = text
		}
	}
}

// halves reports the first half character of a file in UTF-16.
func (r *Reader) halves() {
	if r.wide == nil || !r.wide.broken {
		return
	}
	if i := slices.IndexFunc(r.row, func(text string) bool { return strings.ContainsRune(text, utf8.RuneError) }); i >= 0 {
		r.wide = nil
		r.report(accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText, Pos: r.Pos(i),
			Detail: "half of a character is missing here, and is read as \ufffd: the file may be cut off", Hint: "export the file again, or " + saveAnew})
	}
}

// Pos returns the place of a value of the last row, which are counted from 0. Behind the row's last value, it is the place of that one.
func (r *Reader) Pos(i int) accountmap.Pos { return r.pos(r.starts[min(i, len(r.starts)-1)]) }

// pos is the place of an offset in the last row.
func (r *Reader) pos(offset int) accountmap.Pos {
	before := r.text[:offset]
	line := r.first + breaks(before)
	before = before[bytes.LastIndexAny(before, "\r\n")+1:]
	return accountmap.Pos{File: r.file, Line: line, Column: 1 + utf8.RuneCount(before)}
}

// breaks counts the line ends in a text.
func breaks(text []byte) int {
	return bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r")) - bytes.Count(text, []byte("\r\n"))
}

// reportText reports what is wrong with the text of a value.
func (r *Reader) reportText(i int, text string) {
	p := accountmap.Problem{Level: accountmap.LevelError, Code: accountmap.ErrInvalidText, Pos: r.Pos(i)}
	switch {
	case utf8.ValidString(text):
		p.Level = accountmap.LevelWarning
		p.Detail, p.Hint = "the value holds a control character", "it is read as \ufffd; delete it"
	case r.foreign:
		return
	default:
		r.foreign = true
		p.Detail = "the file is not UTF-8 from here on; it seems to be in an encoding of old, such as Windows-1253"
		p.Hint = saveAnew
	}
	r.report(p)
}
