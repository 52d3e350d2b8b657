package codec

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// ErrRowApart is the code of a warning: a row below a list, after empty rows, was read as a new entry but may be a note.
const ErrRowApart accountmap.Code = "row-apart"

// entry reads the row of an entry. A row of nothing but its hidden key is an entry that was deleted.
func (r *sheetReader) entry(l *foundList, number int, cells []xlsx.Cell) {
	key, filled := "", false
	for _, c := range cells {
		_, read := l.columns[c.Column]
		switch {
		case c.Column == l.mark:
			key = c.Text
		case read && strings.TrimFunc(c.Text, unicode.IsSpace) != "" || read && c.Kind == xlsx.Unknown:
			filled = true
		}
	}
	r.aside(l, number, cells)
	if !filled {
		return
	}
	if apart := number > l.to+1 && l.to > l.from+1; apart && key == "" {
		r.report.warn(placed(l.sheet, number, cells[0].Column), "", ErrRowApart, "the row stands apart from the list, and was read as a new entry of it",
			"if it is a note, put it on a sheet of its own; if it is an entry, leave no empty row before it")
	}
	l.to = number
	t := l.table
	if r.rows++; r.rows > maxGathered {
		if r.rows == maxGathered+1 {
			r.report.broken = true
			r.report.add(placed(l.sheet, number, l.mark), "", accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d rows", maxGathered), "divide the account")
		}
		return
	}
	if t.Single && r.draft.Len(t) == 1 {
		r.report.add(placed(l.sheet, number, l.mark), "", accountmap.ErrDuplicateKey, "there is a second row; the "+t.Name+" has one", "keep one of the two; the first was read")
		return
	}
	row := r.draft.Add(t)
	places := r.gatherer.lists[t]
	places.rows.add(number)
	r.draft.SetText(t, row, 0, r.keep(key))
	for _, c := range cells {
		if column, ok := l.columns[c.Column]; ok {
			r.set(t, row, column, r.cell(t, key, column, c))
		}
	}
	if t.Name == "account" {
		r.currency = r.accountCurrency(l, row)
	}
}

// accountCurrency is the currency of the account, in the row of the list of it.
func (r *sheetReader) accountCurrency(l *foundList, row int) accountmap.Currency {
	c, _ := l.table.Column("currency")
	if r.base != nil && r.gatherer.lists[l.table].columns[c] < 0 {
		return r.base.Currency
	}
	return accountmap.Currency(r.draft.Text(l.table, row, c))
}

// cell is a cell as the tables have it. A text that the cell could not hold is put back when the cell is as it was written.
func (r *sheetReader) cell(t *table.Table, key string, column int, c xlsx.Cell) cell {
	if len(r.rests) > 0 && c.Kind == xlsx.Text {
		if rest, ok := r.rests[[3]string{t.Name, key, t.Columns[column].Key}]; ok {
			if shown, _ := table.Cut(rest); shown == c.Text {
				return cell{cellText, rest}
			}
		}
	}
	return cell{cellKinds[c.Kind], c.Text}
}

// cellKinds are the kinds of cells of tables by those of workbooks.
var cellKinds = [...]cellKind{
	xlsx.Text: cellText, xlsx.Number: cellNumber, xlsx.Day: cellDate, xlsx.Truth: cellTruth, xlsx.Error: cellError, xlsx.Unknown: cellUnknown,
}

// merged reports cells of a list or the matrix that were made one: only the first has a value, and the others would be read as empty.
func (r *sheetReader) merged(merges []xlsx.Merge) {
	touched := func(xlsx.Merge) bool { return false }
	if x := r.workbookReader.matrix; x != nil && x.sheet == r.sheet && len(merges) > 0 {
		touched = x.touched()
	}
	for _, m := range merges {
		for _, l := range r.lists {
			if m.ToRow > l.from+1 && m.FromRow <= l.to && slices.ContainsFunc(r.gatherer.lists[l.table].columns, func(c int) bool { return c >= m.FromColumn && c <= m.ToColumn }) {
				r.mergedCells(m)
			}
		}
		if touched(m) {
			r.mergedCells(m)
		}
	}
}

func (r *sheetReader) mergedCells(m xlsx.Merge) {
	r.report.add(placed(r.sheet, m.FromRow, m.FromColumn), "", accountmap.ErrInvalidValue,
		"cells were merged: "+strconv.Itoa((m.ToRow-m.FromRow+1)*(m.ToColumn-m.FromColumn+1))+" of them have one value", "unmerge them, and fill each in")
}
