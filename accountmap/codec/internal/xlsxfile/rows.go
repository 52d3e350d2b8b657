package xlsxfile

import (
	"bytes"
	"github.com/accountatlas/accountatlas/internal/message"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// Kind is the kind of value of a cell.
type Kind uint8

const (
	// Text is a text that is not empty.
	Text Kind = iota
	// Number is a number in Go syntax, Day a day such as "2026-11-01", Truth "true" or "false".
	Number
	Day
	Truth
	// Error is an error value, such as "#REF!".
	Error
	// Unknown is a formula without a value.
	Unknown
)

// Cell is a cell that is not empty.
type Cell struct {
	// Column counts from 0.
	Column int
	Kind   Kind
	// Formula is true if a formula computed the value.
	Formula bool
	// Text remains valid. It keeps the memory of its cell, or of other shared texts, alive.
	Text string
}

// Merge is a range of merged cells; only the first has a value. Rows count from 1, columns from 0.
type Merge struct{ FromRow, FromColumn, ToRow, ToColumn int }

// Rows visits the rows with values, by their number from 1. The cells are in order, and valid until
// visit returns. If visit returns false, the rest is neither read nor checked. Rows returns the
// merges of the sheet. The error is a [Fault].
func (b *Book) Rows(s Sheet, visit func(row int, cells []Cell) bool) ([]Merge, error) {
	r := &rowReader{book: b}
	var merges []Merge
	err := b.each(s.part, maxPart, func(l *lexer) error {
		r.lexer = l
		switch {
		case l.is("row"):
			if err := r.row(); err != nil {
				return err
			}
			if len(r.cells) > 0 && !visit(r.number, r.cells) {
				return io.EOF
			}
		case l.is("mergeCell"):
			if len(merges) == maxMerges {
				return tooLarge(s.part, message.Of("the sheet has more than %d merged cells", maxMerges))
			}
			if m, ok := parseMerge(l.attr("ref")); ok {
				merges = append(merges, m)
			}
		}
		return nil
	})
	return merges, err
}

type rowReader struct {
	*lexer
	book   *Book
	number int
	cells  []Cell
	column int // of the last cell, or -1
	inline []byte
}

func (r *rowReader) row() error {
	next := r.number + 1
	if ref, ok := r.lookup("r"); ok {
		n, err := strconv.Atoi(ref)
		if err != nil || n < next {
			return r.fault(message.Of("row %s comes after row %d", ref, r.number))
		}
		next = n
	}
	if next > MaxRow {
		return tooLarge(r.part, message.Of("the sheet has more than %d rows", MaxRow))
	}
	r.number, r.column, r.cells = next, -1, r.cells[:0]
	for depth := r.depth; ; {
		inside, err := r.inside(depth)
		if err != nil || !inside {
			return err
		}
		if r.is("c") {
			if err := r.cell(); err != nil {
				return err
			}
		}
	}
}

func (r *rowReader) cell() error {
	column := r.column + 1
	if ref, ok := r.lookup("r"); ok {
		c, row, ok := parseRef(ref)
		if !ok || row != r.number || c < column {
			return r.fault(message.Of("the cell %s is out of order in row %d", ref, r.number))
		}
		column = c
	}
	if column >= MaxColumn {
		return tooLarge(r.part, message.Of("row %d has more than %d columns", r.number, MaxColumn))
	}
	r.column = column
	kind, style := r.cellType()
	value, formula, valued, err := r.content()
	if err != nil {
		return err
	}
	c := Cell{Column: column, Formula: formula}
	switch {
	case len(value) > 0:
		c.Kind, c.Text, err = r.value(kind, style, value)
	case formula && (!valued || kind != "str"): // the result of a formula may be the empty text
		c.Kind = Unknown
	}
	if isEmpty := c.Kind == Text && c.Text == ""; err == nil && !isEmpty {
		r.cells = append(r.cells, c)
	}
	return err
}

// cellType returns the type of the current cell, and its style or -1.
func (r *rowReader) cellType() (kind string, style int) {
	style, err := strconv.Atoi(r.attr("s"))
	if err != nil {
		style = -1
	}
	return r.attr("t"), style
}

// content reads the text of a cell, valid until the next call.
func (r *rowReader) content() (value []byte, formula, valued bool, err error) {
	inline := r.inline[:0]
	defer func() { r.inline = inline }()
	for depth := r.depth; ; {
		inside, err := r.inside(depth)
		if err != nil || !inside {
			return inline, formula, valued, err
		}
		switch {
		case r.is("f"):
			formula = true
		case r.is("v"):
			text, err := r.text()
			if err != nil {
				return nil, false, false, err
			}
			inline, valued = append(inline[:0], text...), true
		case r.is("is"):
			if inline, err = r.rich(inline); err != nil {
				return nil, false, false, err
			}
			valued = true
		}
	}
}

func (r *rowReader) value(kind string, style int, text []byte) (Kind, string, error) {
	switch kind {
	case "s":
		i, err := strconv.Atoi(string(text))
		if err != nil || i < 0 || i >= len(r.book.texts) {
			return Text, "", r.fault(message.Of("row %d refers to a text that the workbook lacks", r.number))
		}
		shared := r.book.texts[i]
		if r.book.left -= int64(len(shared)); r.book.left < 0 {
			return Text, "", tooLarge(r.part, message.Of("row %d and the rows before it have more than %d MiB of text, or %d times the file, most of it repeated", r.number, maxTotal>>20, maxTotalRatio))
		}
		return Text, shared, nil
	case "str", "inlineStr":
		return Text, string(unescape(text)), nil
	case "b":
		return Truth, strconv.FormatBool(string(text) == "1" || string(text) == "true"), nil
	case "e":
		return Error, string(text), nil
	case "d":
		if len(text) >= len(time.DateOnly) {
			return Day, string(text[:len(time.DateOnly)]), nil
		}
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return Text, "", r.fault(message.Of("row %d has an invalid number", r.number))
	}
	if style >= 0 && style < len(r.book.dates) && r.book.dates[style] {
		if day, ok := r.book.day(f); ok {
			return Day, day, nil
		}
	}
	return Number, number(f), nil
}

// number formats a number without an exponent in the range of counts. It keeps at most the 15
// digits that a spreadsheet shows: 0.1+0.2 is 0.30000000000000004 in the file and 0.3 on the sheet.
func number(f float64) string {
	var room [24]byte
	if digits := strconv.AppendFloat(room[:0], math.Abs(f), 'e', -1, 64); bytes.IndexByte(digits, 'e') > len("1.23456789012345") {
		if shown, err := strconv.ParseFloat(strconv.FormatFloat(f, 'e', 14, 64), 64); err == nil {
			f = shown
		}
	}
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// day returns the date of a serial number. It returns false for a time of day, and for 29 February
// 1900, which exists only in spreadsheets.
func (b *Book) day(serial float64) (string, bool) {
	n := int(math.Floor(serial))
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case serial < 0 || serial >= 2_958_466, n == 60 && !b.from1904, n == 0 && !b.from1904:
		return "", false
	case b.from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 60:
		n++
	}
	return first.AddDate(0, 0, n).Format(time.DateOnly), true
}

// parseRef parses a cell reference such as "C7". Columns count from 0, rows from 1.
func parseRef(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 4; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	if i == 0 || i == len(ref) || len(ref)-i > 9 {
		return 0, 0, false
	}
	for _, c := range []byte(ref[i:]) {
		if c < '0' || c > '9' {
			return 0, 0, false
		}
		row = row*10 + int(c-'0')
	}
	return column - 1, row, true
}

func parseMerge(ref string) (Merge, bool) {
	from, to, _ := strings.Cut(ref, ":")
	fromColumn, fromRow, ok1 := parseRef(from)
	toColumn, toRow, ok2 := parseRef(to)
	return Merge{fromRow, fromColumn, toRow, toColumn}, ok1 && ok2
}
