package edits

import (
	"cmp"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

func removeRows(b *bookReader) {
	for _, t := range table.All() {
		l := b.lists[t]
		if l.sheet == 0 {
			continue
		}
		for base, number := range l.seen {
			row := l.row(base)
			if number > 0 || row < 0 || l.dropped[row] || t.Name == "coverage" && !b.hadDetails(base) {
				continue
			}
			at := rows.Place(l.sheet, 0, 0)
			if b.target != nil && b.target.Delete {
				remove(b, l, base, at)
			} else {
				b.missing(at, message.Of("the row %s is gone", entryName(b, l, base)), message.Of("restore it, or merge the workbook into its account, which keeps such rows or deletes them"), message.Of("it stays in the account, unless rows that are gone are to be deleted"))
			}
		}
	}
}

// remove deletes an entry, unless the account has changed it.
func remove(b *bookReader, l *bookList, base int, at uint64) {
	row := l.row(base)
	for i := 1; i < len(l.table.Columns); i++ {
		c := &l.table.Columns[i]
		was, now := b.inDraft(c, l.base.Row(base).Value(i)), b.g.Draft.Value(l.table, row, i)
		if l.table.Name == "coverage" && c.Key == "status" || same(rows.Normal(was, b.own.base), rows.Normal(now, b.own.now)) {
			continue
		}
		b.g.Add(at, ErrConflict, message.Of("the row %s is gone, and in the account its %s is %s since the workbook was made%s", entryName(b, l, base), quote.Text(c.Key), display(b, c, now), formerValue(b, c, was)), message.Of("the account keeps it: delete it there if it is to go"))
		return
	}
	if l.table.Name == "coverage" {
		removeDetails(b, l, row)
		return
	}
	l.dropped[row] = true
}

func reportReferencesToDeleted(b *bookReader) {
	deleted := map[string]map[string]string{} // names by table and key
	for _, t := range table.All() {
		l := b.lists[t]
		for base := range l.seen {
			if row := l.row(base); row >= 0 && l.dropped[row] && isReferred(t) {
				if deleted[t.Name] == nil {
					deleted[t.Name] = map[string]string{}
				}
				c, _ := t.NameColumn()
				deleted[t.Name][l.base.Row(base).Key()] = cmp.Or(l.base.Row(base).Text(c), l.base.Row(base).Key())
			}
		}
	}
	if len(deleted) == 0 {
		return
	}
	b.g.EachReference(func(t *table.Table, row, column int, texts []string) {
		to, _ := table.Lookup(t.Columns[column].Refers)
		for _, key := range texts {
			if name, ok := deleted[to.Name][key]; ok && !b.g.Faulty(t, row, column) {
				b.g.Fault(t, row, column, accountmap.ErrUnknownReference, message.Of("the row of %s is gone from %s", quote.Text(name), b.g.Called(to)), message.Of("put it back, or name another here"))
			}
		}
	})
}

func reportMissingLists(b *bookReader) {
	for _, t := range table.All() {
		l := b.lists[t]
		if l.was == nil || l.sheet > 0 || !hadRows(b, l) {
			continue
		}
		at, without := b.unmarkedSheet(l.was.Sheet)
		b.missing(at, message.Of("the list %s is gone, which was in %s%s", quote.Text(t.Name), l.was.Sheet, without), message.Of("restore its sheet, with its hidden first column and row"),
			message.Of("it stays as it is in the account"))
	}
}

func hadRows(b *bookReader, l *bookList) bool {
	if l.table.Name != "coverage" {
		return l.base.Len() > 0
	}
	for base := range l.seen {
		if b.hadDetails(base) {
			return true
		}
	}
	return false
}

func removeDetails(b *bookReader, l *bookList, row int) {
	for i := range l.table.Columns {
		switch l.table.Columns[i].Key {
		case table.RowKey, "unit", "product", "status":
		default:
			b.g.Draft.Set(l.table, row, i, nil)
		}
	}
}
