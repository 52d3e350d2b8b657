package edits

import (
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// joinAdded merges new rows of the workbook with equal rows that the account has gained since. It
// handles either the lists with ids or the others. A new row with the same name and other
// differences stays a new entry.
func joinAdded(b *bookReader, withIDs bool) {
	if b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := b.lists[t]
		if t.HasID() != withIDs || t.Name == "coverage" || len(l.added) == 0 {
			continue
		}
		others := addedSince(b, l)
		for _, row := range l.added {
			key := identities(b, t, row)[0]
			other, ok := others[key]
			if !ok || withIDs && b.g.Draft.Key(t, row) == "" && !isAlike(b, l, row, other) {
				continue
			}
			join(b, l, row, other)
			if !withIDs {
				delete(others, key)
			}
		}
	}
}

// identities returns the identifying texts of a row: id and name, or the identity among the rows of
// its owner.
func identities(b *bookReader, t *table.Table, row int) []string {
	if !t.HasID() {
		owner := ""
		if _, ok := t.OwnerColumn(); ok {
			owner = b.g.Draft.OwnerKey(t, row)
		}
		return []string{owner + "\x00" + b.g.Draft.Row(t, row).Identity()}
	}
	var known []string
	if id := b.g.Draft.Key(t, row); id != "" {
		known = append(known, "id "+id)
	}
	if c, ok := t.NameColumn(); ok {
		known = append(known, "name "+hiddensheet.Fold(b.g.Draft.Text(t, row, c)))
	}
	return append(known, "")
}

// addedSince maps identities to the rows that the account has gained since the workbook was made.
func addedSince(b *bookReader, l *bookList) map[string]int {
	known := make([]bool, b.g.Draft.Len(l.table))
	for _, row := range l.now {
		if row >= 0 {
			known[row] = true
		}
	}
	for _, row := range l.added {
		known[row] = true
	}
	others := map[string]int{}
	for row := range known {
		if known[row] {
			continue
		}
		for _, key := range identities(b, l.table, row) {
			if _, taken := others[key]; !taken && key != "" {
				others[key] = row
			}
		}
	}
	return others
}

// isAlike reports whether two rows have equal values. It ignores references.
func isAlike(b *bookReader, l *bookList, row, other int) bool {
	for _, column := range l.present {
		x, y := b.g.Draft.Value(l.table, row, column), b.g.Draft.Value(l.table, other, column)
		if l.table.Columns[column].Kind != table.Reference && !same(rows.Normal(x, b.own.book), rows.Normal(y, b.own.now)) {
			return false
		}
	}
	return true
}

// join merges a new row into a row of the account. A differing value is a conflict.
func join(b *bookReader, l *bookList, row, other int) {
	t := l.table
	line := b.g.Places[t].Line(row)
	for _, column := range l.present {
		if v := b.g.Draft.Value(t, row, column); v != nil && (t.Columns[column].Kind != table.Reference || !t.HasID()) {
			b.change(l, -1, other, column, nil, v, rows.Place(l.sheet, line, b.g.Places[t].Columns[column]))
		}
	}
	for i := range b.references {
		if r := &b.references[i]; r.list == l && r.row == row {
			r.row, r.base = other, joined
		}
	}
	l.dropped[row] = true
	b.g.Places[t].Put(other, line)
}
