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
	if !filled {
		return
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
	places.rows = append(places.rows, int32(number))
	key = r.match(l, row, key)
	for c, column := range l.columns {
		if column != 0 && t.Columns[column].Kind != table.Key && l.origin[row] >= 0 && r.base != nil && !has(cells, c) {
			r.draft.Set(t, row, column, nil)
		}
	}
	for _, c := range cells {
		if column, ok := l.columns[c.Column]; ok {
			r.set(t, row, column, r.cell(t, key, column, c))
		}
	}
	if t.Name == "account" {
		c, _ := t.Column("currency")
		currency, _ := r.draft.Value(t, row, c).(string)
		r.currency = accountmap.Currency(currency)
	}
}

func has(cells []xlsx.Cell, column int) bool {
	return slices.ContainsFunc(cells, func(c xlsx.Cell) bool { return c.Column == column })
}

// match finds the entry that a row was written for by its key, and returns the key. A row with a key that another has is a copy.
func (r *sheetReader) match(l *foundList, row int, key string) string {
	t := l.table
	place, known := l.places.Find(key)
	if first, twice := l.row(key); twice && key != "" {
		if t.HasID() {
			r.fault(t, row, 0, accountmap.ErrDuplicateID, fmt.Sprintf("the row has the id %s of row %d", quote(key), r.gatherer.lists[t].rows[first]),
				"if it is a copy that is to be an entry of its own, delete what is in this cell of the hidden column")
		}
		key, place = "", -1
	}
	switch {
	case place >= 0: // the key is there once
		key = l.written[place]
		l.take(key, row)
	case key != "":
		key = r.keep(key)
		l.take(key, row)
	}
	l.origin = append(l.origin, int32(place))
	if was, ok := r.baseRow(l, place, key); ok {
		r.draft.Copy(t, row, was)
	} else if !known && !t.HasID() {
		key = ""
	}
	r.draft.Set(t, row, 0, key)
	return key
}

// baseRow is the row of the account that the workbook was made of which a row was written for, if any.
func (w *workbookReader) baseRow(l *foundList, place int, key string) (table.Row, bool) {
	if place < 0 || w.base == nil {
		return table.Row{}, false
	}
	return w.baseRows(l).Find(key)
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
