package csvfile

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// maxColumns is how many columns a spreadsheet has.
const maxColumns = 1 << 14

// heading returns the column that each field of the first line names, or -1.
func (r *csvReader) heading(t *table.Table, l *rows.Places, lines *csvtext.Reader, fields []string) []int {
	known, line := r.g.Cells.Words.Columns(t), lines.Pos(0).Line
	if len(fields) > maxColumns {
		r.g.Add(rows.Place(l.File, line, maxColumns), accountmap.ErrTooLarge, fmt.Sprintf("the first line names %d columns, and a file has %d at most",
			len(fields), maxColumns), "is it all of one line, or is there a quotation mark that is never closed?")
		r.g.Lost[t] = true
		fields = fields[:maxColumns]
	}
	r.g.Cells.Words.Listen(t, fields)
	columns := make([]int, len(fields))
	for i, field := range fields {
		c, ok := known[rows.Fold(field)]
		columns[i] = -1
		switch {
		case ok && l.Columns[c] >= 0:
			r.g.Add(rows.Place(l.File, line, i), accountmap.ErrDuplicateKey, "the column "+tree.Quote(field)+" is there twice",
				"keep one of the two; the first was read")
		case ok:
			columns[i], l.Columns[c] = c, i
		case strings.TrimSpace(field) != "":
			columns[i] = r.unknownColumn(t, rows.Place(l.File, line, i), field)
		}
	}
	for i, c := range columns {
		if c >= 0 && l.Columns[c] < 0 { // what is misspelt is read, so that nothing is missing but a letter
			l.Columns[c] = i
		} else if c >= 0 && l.Columns[c] != i {
			columns[i] = -1
		}
	}
	return columns
}

// unknownColumn reports the name of an unknown column, and returns the column of which it may be a misspelling, or -1.
func (r *csvReader) unknownColumn(t *table.Table, at uint64, field string) int {
	if r.g.Full() {
		r.g.Hide()
		return -1
	}
	keys := keysOf(t)
	names := r.g.Cells.Words.Names(t, keys)
	hint, column := "the columns here are "+strings.Join(names, ", "), -1
	if near, ok := spell.Nearest(field, append(names[:len(names):len(names)], keys...)); ok {
		hint = "did you mean " + tree.Quote(near) + "?"
		column = r.g.Cells.Words.Columns(t)[rows.Fold(near)]
	}
	r.g.Add(at, accountmap.ErrUnknownKey, "unknown column "+tree.Quote(field), hint)
	return column
}

// keysOf lists the keys of the columns that a CSV file of the table has.
func keysOf(t *table.Table) []string {
	var keys []string
	for _, c := range csvColumns(t) {
		keys = append(keys, t.Columns[c].Key)
	}
	return keys
}
