package csvfile

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// unnamed is the column of a field without a heading, and unread of one with an unknown heading.
const (
	unread  = -1
	unnamed = -2
)

// heading returns the column of each field, by the first line of a file. It is nil if the line has
// no heading at all.
func (r *csvReader) heading(t *table.Table, l *rows.Places, lines *csvtext.Reader, fields []string) []int {
	known, line := r.g.Cells.Words.Columns(t), lines.Pos(0).Line
	if len(fields) > csvtext.MaxColumns {
		r.g.Add(rows.Place(l.File, line, csvtext.MaxColumns), accountmap.ErrTooLarge, message.Of("the first line names %d columns, and a file has %d at most", len(fields), csvtext.MaxColumns), message.Of("is it all of one line, or is there a quotation mark that is never closed?"))
		r.g.Lost[t] = true
		fields = fields[:csvtext.MaxColumns]
	}
	if len(fields) > 1 && !slices.ContainsFunc(fields, func(field string) bool { _, ok := known[rows.Fold(field)]; return ok }) {
		r.g.Add(rows.Place(l.File, line, 0), accountmap.ErrUnknownKey, message.Of("the first line does not name the columns, but begins with %s", quote.Text(fields[0])),
			message.Of("write a first line with the names of the columns: %s", strings.Join(keysOf(t), string(lines.Delimiter()))))
		r.g.Lost[t] = true
		return nil
	}
	r.g.Cells.Words.DetectLanguage(t, fields)
	columns := make([]int, len(fields))
	for i, field := range fields {
		c, ok := known[rows.Fold(field)]
		columns[i] = unread
		switch {
		case ok && l.Columns[c] >= 0:
			r.g.Add(rows.Place(l.File, line, i), accountmap.ErrDuplicateKey, message.Of("the column %s is there twice", quote.Text(field)),
				message.Of("keep one of the two; the first was read"))
		case ok:
			columns[i], l.Columns[c] = c, i
		case strings.TrimSpace(field) != "":
			columns[i] = r.unknownColumn(t, rows.Place(l.File, line, i), field)
		default:
			columns[i] = unnamed
		}
	}
	for i, c := range columns {
		if c >= 0 && l.Columns[c] < 0 { // a misspelt heading is read, too
			l.Columns[c] = i
		} else if c >= 0 && l.Columns[c] != i {
			columns[i] = unread
		}
	}
	return columns
}

// nameless reports a column with values and no heading, and suggests the first key that no column
// after the one before it has.
func (r *csvReader) nameless(t *table.Table, l *rows.Places, at uint64, text string, columns []int, i int) {
	columns[i] = unread // reported once
	hint, next := "", 0
	for _, c := range columns[:i] {
		next = max(next, c+1)
	}
	if next < len(t.Columns) && l.Columns[next] < 0 {
		hint = message.Of(" such as %s,", r.g.Cells.Words.Names(t, []string{t.Columns[next].Key})[0])
	}
	r.g.Add(at, accountmap.ErrUnknownKey, message.Of("the column of %s has no heading in the first line, and is not read", quote.Text(text)), message.Of("write its heading there,%s or delete the column", hint))
}

// unknownColumn reports an unknown column, and returns the column probably meant, or -1.
func (r *csvReader) unknownColumn(t *table.Table, at uint64, field string) int {
	if r.g.Full() {
		r.g.Hide()
		return -1
	}
	keys := keysOf(t)
	names := r.g.Cells.Words.Names(t, keys)
	hint, column := message.Of("the columns here are %s", strings.Join(names, ", ")), -1
	near, ok := bind.Synonym(field, keys)
	if !ok {
		near, ok = spell.Nearest(field, append(names[:len(names):len(names)], keys...))
	}
	if ok {
		hint = message.Of("did you mean %s?", quote.Text(near))
		column = r.g.Cells.Words.Columns(t)[rows.Fold(near)]
	}
	r.g.Add(at, accountmap.ErrUnknownKey, message.Of("unknown column %s", quote.Text(field)), hint)
	return column
}

func keysOf(t *table.Table) []string {
	var keys []string
	for _, c := range csvColumns(t) {
		keys = append(keys, t.Columns[c].Key)
	}
	return keys
}
