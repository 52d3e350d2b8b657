package csvfile

import (
	"fmt"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/csvtext"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

const maxColumns = 1 << 14

func (r *csvReader) heading(t *table.Table, l *rows.Places, lines *csvtext.Reader, fields []string) []int {
	known, line := r.g.Cells.Words.Columns(t), lines.Pos(0).Line
	if len(fields) > maxColumns {
		r.g.Add(rows.Place(l.File, line, maxColumns), accountmap.ErrTooLarge, fmt.Sprintf("the first line names %d columns, and a file has %d at most",
			len(fields), maxColumns), "is it all of one line, or is there a quotation mark that is never closed?")
		r.g.Lost[t] = true
		fields = fields[:maxColumns]
	}
	r.g.Cells.Words.DetectLanguage(t, fields)
	columns := make([]int, len(fields))
	for i, field := range fields {
		c, ok := known[rows.Fold(field)]
		columns[i] = -1
		switch {
		case ok && l.Columns[c] >= 0:
			r.g.Add(rows.Place(l.File, line, i), accountmap.ErrDuplicateKey, "the column "+quote.Text(field)+" is there twice",
				"keep one of the two; the first was read")
		case ok:
			columns[i], l.Columns[c] = c, i
		case strings.TrimSpace(field) != "":
			columns[i] = r.unknownColumn(t, rows.Place(l.File, line, i), field)
		}
	}
	for i, c := range columns {
		if c >= 0 && l.Columns[c] < 0 { // a misspelt heading is read, too
			l.Columns[c] = i
		} else if c >= 0 && l.Columns[c] != i {
			columns[i] = -1
		}
	}
	return columns
}

// unknownColumn reports an unknown column, and returns the column probably meant, or -1.
func (r *csvReader) unknownColumn(t *table.Table, at uint64, field string) int {
	if r.g.Full() {
		r.g.Hide()
		return -1
	}
	keys := keysOf(t)
	names := r.g.Cells.Words.Names(t, keys)
	hint, column := "the columns here are "+strings.Join(names, ", "), -1
	near, ok := bind.Synonym(field, keys)
	if !ok {
		near, ok = spell.Nearest(field, append(names[:len(names):len(names)], keys...))
	}
	if ok {
		hint = "did you mean " + quote.Text(near) + "?"
		column = r.g.Cells.Words.Columns(t)[rows.Fold(near)]
	}
	r.g.Add(at, accountmap.ErrUnknownKey, "unknown column "+quote.Text(field), hint)
	return column
}

func keysOf(t *table.Table) []string {
	var keys []string
	for _, c := range csvColumns(t) {
		keys = append(keys, t.Columns[c].Key)
	}
	return keys
}
