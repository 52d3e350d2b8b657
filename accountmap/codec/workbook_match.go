package codec

import (
	"fmt"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// near is how many rows ahead a key is looked for before it is put aside for the index.
const near = 64

// match finds, by their keys, where the rows of a list stand now. The keys stream by in the order in which they were written, so that
// rows still in that order need no index, even when others were added or deleted between them. A long list with few edits thus takes
// hardly any memory beside its rows.
type match struct {
	*foundList
	draft *table.Draft
	// next is the first row still without a key to compare with, and place the number of the next key, from 0.
	next, place int
	// left are the keys that were not found nearby.
	left []writtenRow
}

// writtenRow is a row as it was written: its key, its place in the list and the fingerprint of its label.
type writtenRow struct {
	key   string
	place int
	label uint64
}

// matchRows matches the rows of every list with those that the workbook was written with. It reads the hidden sheet a second time, so that
// the keys of all rows need not be held while the lists are read.
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

// written takes the next key.
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

// pass marks the rows before another as having no place yet.
func (m *match) pass(row int) {
	for m.origin.len < row {
		m.origin.add(-1)
	}
}

// found notes the row of a key when its label has changed.
func (m *match) found(row int, x writtenRow) {
	name, named := m.table.NameColumn()
	if named && m.table.HasID() && !table.IsLabelOf(x.label, m.draft.Text(m.table, row, name), x.key) {
		m.renamed.Labels = append(m.renamed.Labels, x.label)
		m.renamed.Rows = append(m.renamed.Rows, int32(row))
	}
}

// rest matches the rows that have moved. It calls twice for each row with the key of a row above it.
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

// others deals with the keys that no written row is left for: those of copied rows, and those that somebody made up. First has them all, and
// takes the first row that has each.
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

// fill completes rows from the account that the workbook was made of: the columns that the sheet lacks, an owner that was emptied, and
// whether an unchanged amount names its currency.
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
