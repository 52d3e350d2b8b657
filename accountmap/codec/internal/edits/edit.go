package edits

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// edit is a value of an entry of the base that may differ from it in the workbook.
type edit struct {
	list  *bookList
	base  int // the row
	col   int
	value any
	at    uint64
}

// edit applies an edit to the draft, unless the value there is of another edit.
func (b *bookReader) edit(e edit) {
	l, row := e.list, e.list.row(e.base)
	was := b.inDraft(&l.table.Columns[e.col], l.base.Row(e.base).Value(e.col))
	if same(rows.Normal(was, b.own.base), rows.Normal(e.value, b.own.book)) {
		return
	}
	if row < 0 {
		b.editOfRemoved(e)
		return
	}
	b.change(l, e.base, row, e.col, was, e.value, e.at)
}

// change sets a value of a row of the draft that was another when the workbook was written. Base is the row of the base, or -1.
func (b *bookReader) change(l *bookList, base, row, column int, was, value any, at uint64) {
	c := &l.table.Columns[column]
	now := b.g.Draft.Value(l.table, row, column)
	switch {
	case same(rows.Normal(now, b.own.now), rows.Normal(value, b.own.book)):
	case same(rows.Normal(now, b.own.now), rows.Normal(was, b.own.base)):
		b.rename(l, base, row, column)
		b.g.Draft.Set(l.table, row, column, b.inCurrency(value))
	default:
		b.g.Report.Add(at, "", ErrConflict, "the cell says "+b.shown(c, value)+", and the account says "+b.shown(c, now)+" since the workbook was made"+b.wasThen(c, was),
			"the account keeps its value: write the right one in both")
	}
}

// wasThen is what a value was when the workbook was made, if it was known.
func (b *bookReader) wasThen(c *table.Column, was any) string {
	if was == nil {
		return ""
	}
	return ", when it was " + b.shown(c, was)
}

// rename remembers the name of a row before it changes.
func (b *bookReader) rename(l *bookList, base, row, column int) {
	if name, named := l.table.NameColumn(); named && name == column && l.table.HasID() && base >= 0 {
		l.renamed = append(l.renamed, renamed{row, base, strings.Clone(b.g.Draft.Text(l.table, row, column))})
	}
}

// inCurrency names the currency of an amount of the workbook where the account has another of its own.
func (b *bookReader) inCurrency(value any) any {
	if m, ok := value.(accountmap.Money); ok {
		switch own := cmp.Or(m.Currency, b.own.book); {
		case own == b.own.now, b.target == nil && m.Currency == "":
			m.Currency = ""
		default:
			m.Currency = own
		}
		return m
	}
	return value
}

// inDraft is a value of the base with the keys that the draft has: an entry without an id is known by its number, which may have changed.
func (b *bookReader) inDraft(c *table.Column, value any) any {
	key, ok := value.(string)
	to, _ := table.Lookup(c.Refers)
	if !ok || to == nil || to.HasID() || b.target == nil {
		return value
	}
	if base, ok := b.lists[to].find(key); ok && b.lists[to].row(base) >= 0 {
		return b.g.Draft.Key(to, b.lists[to].row(base))
	}
	return value
}

// same reports whether two values that were made [normal] are equal.
func same(a, b any) bool {
	x, isList := a.([]string)
	y, isOther := b.([]string)
	if isList || isOther {
		return slices.Equal(x, y)
	}
	return a == b
}

// shown is a value in a message, as the workbook would show it.
func (b *bookReader) shown(c *table.Column, value any) string {
	one := func(text string) string { return text }
	switch c.Kind {
	case table.Word:
		words := b.g.Cells.Words.Spoken(c)
		one = func(text string) string {
			if i := slices.Index(c.Words, text); i >= 0 {
				return words[i]
			}
			return text
		}
	case table.Reference:
		one = func(key string) string { return b.nameOf(c.Refers, key) }
	}
	switch v := value.(type) {
	case nil:
		return "nothing"
	case string:
		return tree.Quote(one(v))
	case []string:
		all := make([]string, len(v))
		for i := range v {
			all[i] = one(v[i])
		}
		return tree.Quote(table.JoinList(all))
	}
	return tree.Quote(c.Format(value, b.own.now))
}

// nameOf is the name of an entry of the draft, or its key.
func (b *bookReader) nameOf(list, key string) string {
	t, _ := table.Lookup(list)
	column, named := t.NameColumn()
	for row := range b.g.Draft.Len(t) {
		if named && b.g.Draft.Key(t, row) == key {
			return cmp.Or(b.g.Draft.Text(t, row, column), key)
		}
	}
	return key
}

// editOfRemoved reports an edit of an entry that the account has no longer, once for each entry.
func (b *bookReader) editOfRemoved(e edit) {
	if e.list.dropped[-1-e.base] {
		return
	}
	e.list.dropped[-1-e.base] = true
	c := &e.list.table.Columns[e.col]
	was := e.list.base.Row(e.base).Value(e.col)
	b.g.Report.Add(e.at, "", ErrConflict, "the cell says "+b.shown(c, e.value)+b.wasThen(c, was)+", and the account does not have "+b.entryName(e.list, e.base)+" any more",
		"add it to the account again if it is to stay, or delete the row here")
}

// entryName is what a reader knows an entry of the base by: its id and name, or the values that tell it apart.
func (b *bookReader) entryName(l *bookList, base int) string {
	row := l.base.Row(base)
	name := ""
	if c, ok := l.table.NameColumn(); ok {
		name = row.Text(c)
	}
	switch {
	case l.table.HasID() && name != "" && name != row.Key():
		return tree.Quote(row.Key()) + ", " + tree.Quote(name) + ","
	case l.table.HasID():
		return tree.Quote(row.Key())
	case name != "":
		return tree.Quote(name)
	}
	var values []string
	for i := range l.table.Columns {
		c := &l.table.Columns[i]
		if v := row.Value(i); v != nil && i > 0 && len(values) < 4 && (c.Kind == table.Reference || c.Kind == table.Date || c.Kind == table.Code) {
			values = append(values, strings.Trim(b.shown(c, v), `"`))
		}
	}
	if len(values) == 0 {
		return tree.Quote(row.Key())
	}
	return tree.Quote(strings.Join(values, ", "))
}

// removeRows deletes the entries whose rows are gone, or reports them.
func (b *bookReader) removeRows() {
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
			switch {
			case b.target == nil || !b.target.Delete:
				b.missing(at, "the row "+b.entryName(l, base)+" is gone", "put it back, or read the workbook onto the account that it was made of, "+
					"which keeps such rows or deletes them", "it stays in the account, unless rows that are gone are to be deleted")
			default:
				b.remove(l, base, at)
			}
		}
	}
}

// remove deletes an entry, unless the account has edited it since.
func (b *bookReader) remove(l *bookList, base int, at uint64) {
	row := l.row(base)
	for i := 1; i < len(l.table.Columns); i++ {
		c := &l.table.Columns[i]
		was, now := b.inDraft(c, l.base.Row(base).Value(i)), b.g.Draft.Value(l.table, row, i)
		if l.table.Name == "coverage" && c.Key == "status" || same(rows.Normal(was, b.own.base), rows.Normal(now, b.own.now)) {
			continue
		}
		b.g.Report.Add(at, "", ErrConflict, "the row "+b.entryName(l, base)+" is gone, and in the account its "+tree.Quote(c.Key)+" is "+b.shown(c, now)+
			" since the workbook was made"+b.wasThen(c, was), "the account keeps it: delete it there if it is to go")
		return
	}
	if l.table.Name == "coverage" {
		b.removeDetails(l, row)
		return
	}
	l.dropped[row] = true
}

// reportReferencesToDeleted says of references to a deleted entry that its row is gone.
func (b *bookReader) reportReferencesToDeleted() {
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
	b.g.EachReference(func(t *table.Table, row, column int, said []string) {
		to, _ := table.Lookup(t.Columns[column].Refers)
		for _, key := range said {
			if name, ok := deleted[to.Name][key]; ok && !b.g.Faulty(t, row, column) {
				b.g.Fault(t, row, column, accountmap.ErrUnknownReference, "the row of "+tree.Quote(name)+" is gone from "+b.g.Called(to), "put it back, or name another here")
			}
		}
	})
}

// reportMissingLists reports the lists that were deleted with their sheet, or with their mark.
func (b *bookReader) reportMissingLists() {
	for _, t := range table.All() {
		l := b.lists[t]
		if l.was == nil || l.sheet > 0 || !b.hadRows(l) {
			continue
		}
		at, without := b.withoutMark(l.was.Sheet)
		b.missing(at, "the list "+tree.Quote(t.Name)+" is gone, which stood in "+l.was.Sheet+without, "put its sheet back, and its hidden first column and row",
			"it stays as it is in the account")
	}
}

// hadRows reports whether a list had rows on its sheet.
func (b *bookReader) hadRows(l *bookList) bool {
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

// withoutMark says of a sheet that is there, while what was on it is gone, that nothing of it was read, and returns its place.
func (b *bookReader) withoutMark(sheet string) (at uint64, detail string) {
	for i, s := range b.file.Sheets() {
		if s.Name == sheet {
			return rows.Place(i+1, 0, 0), ": the sheet is there, and its hidden row and column of ids are not, so that nothing of it was read"
		}
	}
	return 0, ""
}

// sortedKeys are the keys of a map in ascending order.
func sortedKeys[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
