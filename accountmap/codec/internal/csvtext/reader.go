// Package csvtext reads tables of separated values as spreadsheets and other programs write them: with or without a byte order mark, in
// UTF-8 or UTF-16, with commas, semicolons, tabs or bars between the values. It finds out by itself which, streams the rows, and knows the
// place of each value as an editor counts it.
package csvtext

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Reader reads the rows of one file. It is for one goroutine.
type Reader struct {
	file   string
	report func(accountmap.Problem)
	csv    *csv.Reader
	raw    *recorder
	fields int
	// text holds the bytes of the last row, and of the empty lines before it; its first byte stands in the line first.
	text        []byte
	first, next int
	// passed counts the lines before those that the csv reader sees.
	passed    int
	delimiter rune
	foreign   bool
}

// NewReader returns a reader of the rows in r, which begins with what must be found out: the encoding and the delimiter. A line "sep=;"
// before the header is passed over. The reader reports what ends no row, with its place in the named file: a text that is not UTF-8 once,
// and every control character; the rows have U+FFFD for each. The error is that of r, or an [accountmap.Problem] when the file is no text.
func NewReader(r io.Reader, file string, report func(accountmap.Problem)) (*Reader, error) {
	text, err := decode(r)
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
	raw := &recorder{r: text}
	c := csv.NewReader(raw)
	c.Comma, c.FieldsPerRecord, c.ReuseRecord = delimiter, -1, true
	return &Reader{file: file, report: report, csv: c, raw: raw, next: 1 + passed, passed: passed, delimiter: delimiter}, nil
}

// Delimiter returns what stands between the values: a comma, a semicolon, a tab or a bar.
func (r *Reader) Delimiter() rune { return r.delimiter }

// Read returns the next row that is not an empty line, and [io.EOF] after the last. The slice is valid until the next call; each of its
// texts keeps the whole row in memory, so clone those to keep. An error that is an [accountmap.Problem] of the code
// [accountmap.ErrSyntax] is about this row, and the next call goes on behind it; any other ends the reading.
func (r *Reader) Read() ([]string, error) {
	row, err := r.csv.Read()
	r.fields = len(row)
	r.text, r.first = r.raw.until(r.csv.InputOffset()), r.next
	r.next += bytes.Count(r.text, []byte("\n"))
	if err != nil {
		return nil, r.explain(err)
	}
	for i, text := range row {
		if !isClean(text) {
			r.reportText(i, text)
			row[i] = strings.Map(withoutControl, strings.ToValidUTF8(text, "\ufffd"))
		}
	}
	return row, nil
}

// Pos returns the place of a value of the last row, which are counted from 0. Behind the row's last value, it is the place of that one.
func (r *Reader) Pos(i int) accountmap.Pos {
	if r.fields == 0 {
		return r.pos(r.first, 1)
	}
	return r.pos(r.csvPos(min(i, r.fields-1)))
}

// csvPos is FieldPos with lines counted in the file, of which the csv reader has not seen those passed over.
func (r *Reader) csvPos(i int) (line, column int) {
	line, column = r.csv.FieldPos(i)
	return line + r.passed, column
}

// pos turns a column in bytes into one in characters.
func (r *Reader) pos(line, column int) accountmap.Pos {
	text := r.text
	for n := r.first; n < line; n++ {
		_, text, _ = bytes.Cut(text, []byte("\n"))
	}
	before := text[:min(column-1, len(text))]
	return accountmap.Pos{File: r.file, Line: line, Column: 1 + utf8.RuneCount(before)}
}

func (r *Reader) explain(err error) error {
	syntax, ok := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, errLongRow):
		return accountmap.Problem{Severity: accountmap.SeverityError, Code: accountmap.ErrTooLarge, Pos: r.pos(r.first, 1),
			Detail: fmt.Sprintf("the row that begins here is longer than %d MiB", maxRow>>20),
			Hint:   "is there a quotation mark that is never closed?"}
	case !ok:
		return err
	}
	place := r.pos(syntax.Line+r.passed, syntax.Column)
	if syntax.Line > syntax.StartLine { // where it was found may be far from where it was meant to end
		place = r.pos(syntax.StartLine+r.passed, 1)
	}
	p := accountmap.Problem{Severity: accountmap.SeverityError, Code: accountmap.ErrSyntax, Pos: place}
	switch syntax.Err {
	case csv.ErrBareQuote:
		p.Detail, p.Hint = "a quotation mark in a value that has none around it", `put the value in quotation marks, and write "" for each in it`
	case csv.ErrQuote:
		p.Detail, p.Hint = "a quotation mark that is never closed, or something behind one that closes", `write "" for a quotation mark in a value`
	default:
		p.Detail = syntax.Err.Error()
	}
	return p
}

// reportText reports what is wrong with the text of a value.
func (r *Reader) reportText(i int, text string) {
	p := accountmap.Problem{Severity: accountmap.SeverityError, Code: accountmap.ErrInvalidText, Pos: r.Pos(i)}
	switch {
	case utf8.ValidString(text):
		p.Severity = accountmap.SeverityWarning
		p.Detail, p.Hint = "the value holds a control character", "it is read as \ufffd; delete it"
	case r.foreign:
		return
	default:
		r.foreign = true
		p.Detail = "the file is not UTF-8 from here on; it seems to be in an encoding of old, such as Windows-1252"
		p.Hint = `save it anew as "CSV UTF-8"`
	}
	r.report(p)
}
