package codec

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// entry reads the row of an entry. A row of nothing but its hidden key is an entry that was deleted.
func (s *sheetReader) entry(l *bookList, number int, cells []xlsx.Cell) {
	t := l.table
	key, filled := "", false
	row := make([]cell, len(t.Columns))
	for _, c := range cells {
		column, read := l.columns[c.Column]
		switch {
		case c.Column == l.mark:
			key = c.Text
		case read:
			row[column] = cell{cellKinds[c.Kind], c.Text}
			filled = filled || strings.TrimFunc(c.Text, unicode.IsSpace) != "" || c.Kind == xlsx.Unknown
		case !l.ignored[c.Column] && strings.ContainsFunc(c.Text, unicode.IsGraphic):
			l.ignored[c.Column] = true
			s.report.warn(placed(s.sheet, number, c.Column), "", ErrUnreadCells, "what stands in this column was not read: it is none of the list",
				"keep it in the notes of the row, or in a file of your own")
		}
	}
	if !filled || !s.counts(l, number) {
		return
	}
	if number > l.to+1 && l.to > l.from+1 && key == "" {
		s.report.warn(placed(l.sheet, number, cells[0].Column), "", ErrRowApart, "the row stands apart from the list, and was read as a new entry of it",
			"if it is a note, put it on a sheet of its own; if it is an entry, leave no empty row before it")
	}
	l.to = number
	base, known := l.find(key)
	switch {
	case t.Single && (known && l.seen[base] > 0 || len(l.added) > 0):
		s.report.add(placed(l.sheet, number, l.mark), "", accountmap.ErrDuplicateKey, "there is a second row; the "+t.Name+" has one", "keep one of the two; the first was read")
	case known && l.seen[base] == 0:
		l.seen[base] = int32(number)
		s.compareRow(l, base, number, row)
	default:
		s.addRow(l, key, number, row)
	}
	if t.Name == "account" {
		s.own.book = s.cells.currency
	}
}

// counts reports whether another row may be read.
func (s *sheetReader) counts(l *bookList, number int) bool {
	if s.rows++; s.rows == maxGathered+1 {
		s.report.broken = true
		s.report.add(placed(l.sheet, number, l.mark), "", accountmap.ErrTooLarge, fmt.Sprintf("there are more than %d rows", maxGathered), "divide the account")
	}
	return s.rows <= maxGathered
}

// addRow adds an entry that the base does not have.
func (s *sheetReader) addRow(l *bookList, key string, number int, cells []cell) {
	t := l.table
	row := s.draft.Add(t)
	l.added = append(l.added, row)
	s.places[t].put(row, number)
	if t.HasID() && key != "" {
		s.takeID(l, row, number, key)
	}
	for _, column := range l.present {
		if t.Columns[column].Kind == table.Reference {
			s.refer(l, -1, row, column, cells[column])
		} else {
			s.set(t, row, column, cells[column])
		}
	}
}

// takeID gives a new row the id that its hidden cell has, unless another row has it.
func (s *sheetReader) takeID(l *bookList, row, number int, id string) {
	first := l.first[id]
	if base, known := l.find(id); known {
		first = int(l.seen[base])
	}
	if first > 0 {
		s.fault(l.table, row, 0, accountmap.ErrDuplicateID, fmt.Sprintf("the row has the id %s of row %d", quote(id), first),
			"if it is a copy that is to be an entry of its own, delete what is in this cell of the hidden column")
		return
	}
	l.first[id] = number
	s.draft.SetText(l.table, row, 0, id)
}

// compareRow compares the row of an entry with the base.
func (s *sheetReader) compareRow(l *bookList, base, number int, cells []cell) {
	was, row := l.base.Row(base), l.row(base)
	if row >= 0 {
		s.places[l.table].put(row, number)
	}
	for _, column := range l.present {
		c := &l.table.Columns[column]
		in := cells[column]
		switch {
		case c.Kind == table.Reference:
			if !s.isWritten(c, was.Value(column), in) {
				s.refer(l, base, row, column, in)
			}
			continue
		case in.kind == cellText && isText(c) && isHeld(c.Format(was.Value(column), ""), in.text):
			continue
		}
		v, err := s.cells.value(c, in)
		if err != nil {
			s.wrongCell(l, base, row, column, number, err)
			continue
		}
		s.edit(edit{l, base, column, v, placed(l.sheet, number, s.places[l.table].columns[column])})
		if l.table.Name == "account" && c.Key == "currency" {
			text, _ := v.(string)
			s.cells.currency = accountmap.Currency(text)
		}
	}
}

func isText(c *table.Column) bool {
	return c.Kind == table.Text || c.Kind == table.LongText
}

// isHeld reports whether a cell has a text of the base, as far as a cell holds it.
func isHeld(was, now string) bool {
	if was == now {
		return true
	}
	cell, cut := hiddensheet.Cut(was)
	return cut && cell == now
}

// isWritten reports whether a cell has the labels with which the workbook was written.
func (s *sheetReader) isWritten(c *table.Column, was any, in cell) bool {
	to, _ := table.Lookup(c.Refers)
	label := func(key string) string {
		if label, ok := s.bookReader.lists[to].labels[key]; ok {
			return label
		}
		return key
	}
	switch was := was.(type) {
	case nil:
		return in.text == ""
	case string:
		return isHeld(label(was), in.text)
	case []string:
		labels := make([]string, len(was))
		for i, key := range was {
			labels[i] = label(key)
		}
		return isHeld(table.JoinList(labels), in.text)
	}
	return false
}

// wrongCell reports a cell that cannot be read.
func (s *sheetReader) wrongCell(l *bookList, base, row, column, number int, err error) {
	detail, hint := valueError(err)
	if row < 0 {
		s.report.add(placed(l.sheet, number, s.places[l.table].columns[column]), "", accountmap.ErrInvalidValue, detail, hint)
		return
	}
	s.fault(l.table, row, column, accountmap.ErrInvalidValue, detail, hint)
}

// cellKinds are the kinds of cells of tables by those of workbooks.
var cellKinds = [...]cellKind{
	xlsx.Text: cellText, xlsx.Number: cellNumber, xlsx.Day: cellDate, xlsx.Truth: cellTruth, xlsx.Error: cellError, xlsx.Unknown: cellUnknown,
}

// merged reports cells of a list or the matrix that were made one: only the first has a value, and the others would be read as empty.
func (s *sheetReader) merged(merges []xlsx.Merge) {
	touched := func(xlsx.Merge) bool { return false }
	if x := s.bookReader.matrix; x.sheet == s.sheet && len(merges) > 0 {
		touched = x.touched()
	}
	for _, m := range merges {
		for _, l := range s.lists {
			within := func(c int) bool { return c >= m.FromColumn && c <= m.ToColumn }
			if m.ToRow > l.from+1 && m.FromRow <= l.to && slices.ContainsFunc(s.places[l.table].columns, within) {
				s.mergedCells(m)
			}
		}
		if touched(m) {
			s.mergedCells(m)
		}
	}
}

func (s *sheetReader) mergedCells(m xlsx.Merge) {
	s.report.add(placed(s.sheet, m.FromRow, m.FromColumn), "", accountmap.ErrInvalidValue,
		fmt.Sprintf("cells were merged: %d of them have one value", (m.ToRow-m.FromRow+1)*(m.ToColumn-m.FromColumn+1)), "unmerge them, and fill each in")
}
