package edits

import (
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsxfile"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// entry reads the row of an entry. A row with only its hidden key is a deleted entry.
func (s *sheetReader) entry(l *bookList, number int, cells []xlsxfile.Cell) {
	t := l.table
	key, filled := "", false
	row := make([]rows.Cell, len(t.Columns))
	for _, c := range cells {
		column, read := l.columns[c.Column]
		switch {
		case c.Column == l.mark:
			key = c.Text
		case read:
			row[column] = rows.FromWorkbook(c)
			filled = filled || strings.TrimFunc(c.Text, unicode.IsSpace) != "" || c.Kind == xlsxfile.Unknown
		case !l.ignored[c.Column] && strings.ContainsFunc(c.Text, unicode.IsGraphic):
			l.ignored[c.Column] = true
			s.b.g.Warn(rows.Place(s.sheet, number, c.Column), ErrUnreadCells, message.Of("the text in this column was not read: the list has no such column"),
				message.Of("keep it in the notes of the row, or in a file of your own"))
		}
	}
	if !filled {
		return
	}
	if !s.b.g.Room(t, rows.Place(l.sheet, number, l.mark)) {
		s.b.g.Broken = true
		return
	}
	if number > l.to+1 && l.to > l.from+1 && key == "" {
		s.b.g.Warn(rows.Place(l.sheet, number, cells[0].Column), ErrRowApart, message.Of("the row is below empty rows, and was read as a new entry of the list"),
			message.Of("if it is a note, put it on a sheet of its own; if it is an entry, leave no empty row before it"))
	}
	l.to = number
	base, known := l.find(key)
	switch {
	case t.Single && (known && l.seen[base] > 0 || len(l.added) > 0):
		s.b.g.Add(rows.Place(l.sheet, number, l.mark), accountmap.ErrDuplicateKey, message.Of("there is a second row; the %s has one", t.Name), message.Of("keep one of the two; the first was read"))
	case known && l.seen[base] == 0:
		l.seen[base] = int32(number)
		s.compareRow(l, base, number, row)
	default:
		s.addRow(l, key, number, row)
	}
	if t.Name == "account" {
		s.b.own.book = s.b.g.Cells.Currency
	}
}

func (s *sheetReader) addRow(l *bookList, key string, number int, cells []rows.Cell) {
	t := l.table
	row := s.b.g.Draft.Add(t)
	l.added = append(l.added, row)
	s.b.g.Places[t].Put(row, number)
	if t.HasID() && key != "" {
		s.assignID(l, row, number, key)
	}
	for _, column := range l.present {
		if t.Columns[column].Kind == table.Reference {
			s.addReference(l, -1, row, column, cells[column])
		} else {
			if key == "" {
				cells[column] = onOneLine(&t.Columns[column], cells[column])
			}
			s.b.g.Set(t, row, column, cells[column])
			s.b.g.SeePhone(t, row, column, cells[column])
		}
	}
}

// assignID sets the id of a new row from its hidden cell. An id of another row is an error.
func (s *sheetReader) assignID(l *bookList, row, number int, id string) {
	first := l.first[id]
	if base, known := l.find(id); known {
		first = int(l.seen[base])
	}
	if first > 0 {
		s.b.g.Fault(l.table, row, 0, accountmap.ErrDuplicateID, message.Of("the row has the id %s of row %d", quote.Text(id), first),
			message.Of("if the copy should be a new entry, clear this cell of the hidden column"))
		return
	}
	l.first[id] = number
	s.b.g.Draft.SetText(l.table, row, 0, id)
}

func (s *sheetReader) compareRow(l *bookList, base, number int, cells []rows.Cell) {
	was, row := l.base.Row(base), l.row(base)
	if row >= 0 {
		s.b.g.Places[l.table].Put(row, number)
	}
	for _, column := range l.present {
		c := &l.table.Columns[column]
		in := cells[column]
		switch {
		case c.Kind == table.Reference:
			if !s.isWritten(c, was.Value(column), in) {
				s.addReference(l, base, row, column, in)
			}
			continue
		case in.Kind == rows.Text && (c.Kind == table.Text || c.Kind == table.LongText) && isUnchanged(c.Format(was.Value(column), ""), in.Text):
			continue
		}
		v, err := s.b.g.Cells.Value(c, onOneLine(c, in))
		if err != nil {
			s.wrongCell(l, row, column, number, err)
			continue
		}
		at := rows.Place(l.sheet, number, s.b.g.Places[l.table].Columns[column])
		s.b.g.SeeZero(at, l.table, column, in, v)
		s.b.edit(edit{l, base, column, v, at})
		if l.table.Name == "account" && c.Key == "currency" {
			text, _ := v.(string)
			s.b.g.Cells.Currency = accountmap.Currency(text)
		}
	}
}

// onOneLine replaces the line breaks and tabs that came with a pasted name or other short text.
func onOneLine(c *table.Column, in rows.Cell) rows.Cell {
	if c.Kind == table.Text && in.Kind == rows.Text && strings.ContainsAny(in.Text, "\n\r\t") {
		in.Text = strings.Join(strings.Fields(in.Text), " ")
	}
	return in
}

// isUnchanged reports whether a cell has a text of the base, cut to the length limit of a cell.
func isUnchanged(was, now string) bool {
	if was == now {
		return true
	}
	cell, cut := hiddensheet.Cut(was)
	return cut && cell == now
}

// isWritten reports whether a cell still has the original labels of its references.
func (s *sheetReader) isWritten(c *table.Column, was any, in rows.Cell) bool {
	to, _ := table.Lookup(c.Refers)
	label := func(key string) string {
		if label, ok := s.b.lists[to].labels[key]; ok {
			return label
		}
		return key
	}
	switch was := was.(type) {
	case nil:
		return in.Text == ""
	case string:
		return isUnchanged(label(was), in.Text)
	case []string:
		labels := make([]string, len(was))
		for i, key := range was {
			labels[i] = label(key)
		}
		return isUnchanged(table.JoinList(labels), in.Text)
	}
	return false
}

func (s *sheetReader) wrongCell(l *bookList, row, column, number int, err error) {
	detail, hint := problems.Explain(err)
	if row < 0 {
		s.b.g.Add(rows.Place(l.sheet, number, s.b.g.Places[l.table].Columns[column]), accountmap.ErrInvalidValue, detail, hint)
		return
	}
	s.b.g.Fault(l.table, row, column, accountmap.ErrInvalidValue, detail, hint)
}

// merged reports merged cells in a list or the matrix. Only the first one has a value, so the
// others would be read as empty.
func (s *sheetReader) merged(merges []xlsxfile.Merge) {
	touched := func(xlsxfile.Merge) bool { return false }
	if x := s.b.matrix; x.sheet == s.sheet && len(merges) > 0 {
		touched = x.touched()
	}
	for _, m := range merges {
		for _, l := range s.lists {
			within := func(c int) bool { return c >= m.FromColumn && c <= m.ToColumn }
			if m.ToRow > l.from+1 && m.FromRow <= l.to && slices.ContainsFunc(s.b.g.Places[l.table].Columns, within) {
				s.mergedCells(m)
			}
		}
		if touched(m) {
			s.mergedCells(m)
		}
	}
}

func (s *sheetReader) mergedCells(m xlsxfile.Merge) {
	s.b.g.Add(rows.Place(s.sheet, m.FromRow, m.FromColumn), accountmap.ErrInvalidValue,
		message.Of("cells were merged: %d of them have one value", (m.ToRow-m.FromRow+1)*(m.ToColumn-m.FromColumn+1)), message.Of("unmerge them, and fill in each cell"))
}
