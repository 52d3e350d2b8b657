package codec

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// near is how far a row may be from where it was written to be found without an index.
const near = 64

// match finds the row that each row of a list is now by its key, as the keys come in the order in which they were written. Rows that
// stand in that order, whatever was added or deleted between them, are not remembered: of a long list that few changed there is next to nothing to hold
// beside the rows themselves.
type match struct {
	*foundList
	draft *table.Draft
	// next is the first row that was not compared with a key, and place that of the next key.
	next, place int
	// left are the keys whose rows were not near.
	left []writtenRow
}

// writtenRow is a row as it was written: its key, its place in the list and the fingerprint of its label.
type writtenRow struct {
	key   string
	place int
	label uint64
}

// matchRows matches the rows of every list with those that the workbook was written with. The error is that of the hidden sheet, which was read
// without one before.
func (w *workbookReader) matchRows() error {
	matches := map[*table.Table]*match{}
	for t, l := range w.found {
		matches[t] = &match{foundList: l, draft: &w.draft}
	}
	_, err := w.readBook(func(t *table.Table, key string, label uint64) {
		matches[t].written(writtenRow{key, matches[t].place, label})
	})
	if err != nil {
		return err
	}
	for _, t := range table.All() {
		m := matches[t]
		m.rest(w.twice)
		if w.base != nil {
			w.fill(m.foundList)
		}
	}
	return nil
}

// written is told the next key.
func (m *match) written(x writtenRow) {
	m.place++
	for row := m.next; row < min(m.draft.Len(m.table), m.next+near); row++ {
		if m.draft.Key(m.table, row) == x.key {
			m.pass(row)
			m.origin.add(x.place)
			m.found(row, x)
			m.next = row + 1
			return
		}
	}
	m.left = append(m.left, x)
}

// pass passes over the rows before another, which have no place as yet.
func (m *match) pass(row int) {
	for m.origin.len < row {
		m.origin.add(-1)
	}
}

// found notes the row of a key whose label is no more what it was.
func (m *match) found(row int, x writtenRow) {
	name, named := m.table.NameColumn()
	if named && m.table.HasID() && !table.IsLabelOf(x.label, m.draft.Text(m.table, row, name), x.key) {
		m.renamed.Labels = append(m.renamed.Labels, x.label)
		m.renamed.Rows = append(m.renamed.Rows, int32(row))
	}
}

// rest matches the rows that are not where they were written. Twice is told of each row with the key of one above it.
func (m *match) rest(twice func(l *foundList, row, first int)) {
	rows := m.draft.Len(m.table)
	m.pass(rows)
	left := map[string]int{}
	for i, x := range m.left {
		left[x.key] = i
	}
	here, others := make([]bool, len(m.left)), map[string]int{}
	for row := range rows {
		key := m.draft.Key(m.table, row)
		if m.origin.at(row) >= 0 || key == "" {
			continue
		}
		if i, ok := left[key]; ok && !here[i] {
			here[i] = true
			m.origin.set(row, m.left[i].place)
			m.found(row, m.left[i])
		} else {
			others[key] = -1
		}
	}
	for i, x := range m.left {
		if here[i] {
			continue
		}
		m.missing = append(m.missing, x.key)
		if m.gone == nil {
			m.gone = map[uint64]bool{}
		}
		m.gone[x.label] = true
	}
	m.left = nil
	if len(others) > 0 {
		m.others(others, twice)
	}
}

// others are the keys of rows that are copies of others, or for which somebody made a key: for each the first row that has it, or -1.
func (m *match) others(first map[string]int, twice func(l *foundList, row, first int)) {
	for row := range m.draft.Len(m.table) {
		key := m.draft.Key(m.table, row)
		before, is := first[key]
		switch {
		case !is:
		case before < 0:
			first[key] = row
		default:
			if m.origin.at(before) < 0 {
				m.origin.set(before, m.origin.at(row))
			}
			m.origin.set(row, -1)
			twice(m.foundList, row, before)
			m.draft.SetText(m.table, row, 0, "")
		}
	}
	if m.table.HasID() {
		return
	}
	for _, row := range first {
		if m.origin.at(row) < 0 {
			m.draft.SetText(m.table, row, 0, "") // the keys of such rows are not for people to make
		}
	}
}

// twice reports a row with the id of another.
func (w *workbookReader) twice(l *foundList, row, first int) {
	if l.table.HasID() {
		w.fault(l.table, row, 0, accountmap.ErrDuplicateID, fmt.Sprintf("the row has the id %s of row %d", quote(w.draft.Key(l.table, row)),
			w.gatherer.lists[l.table].rows.at(first)), "if it is a copy that is to be an entry of its own, delete what is in this cell of the hidden column")
	}
}

// fill gives to rows what the sheet does not have of them and the account that the workbook was made of does: the columns that the sheet is without, the
// owner that was emptied, and the currency of an amount that is the same.
func (w *workbookReader) fill(l *foundList) {
	t := l.table
	read := make([]bool, len(t.Columns))
	for _, column := range l.columns {
		read[column] = true
	}
	for row := range l.origin.len {
		if l.origin.at(row) < 0 {
			continue
		}
		was, ok := w.baseRows(l).Find(w.draft.Key(t, row))
		if !ok {
			continue
		}
		for c := 1; c < len(t.Columns); c++ {
			stays := !read[c]
			switch t.Columns[c].Kind {
			case table.Key:
				stays = stays || w.draft.Text(t, row, c) == ""
			case table.Money:
				stays = stays || w.sameAmount(w.draft.Value(t, row, c), was.Value(c))
			}
			if stays {
				w.draft.Set(t, row, c, was.Value(c))
			}
		}
	}
}
