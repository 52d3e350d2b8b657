package edits

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// joinAdded finds new rows with an id, or a name, that somebody else has added to the account since: they are one entry. A new row of the same name
// that differs otherwise stays a new entry.
func joinAdded(b *bookReader) {
	if b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := b.lists[t]
		if !t.HasID() || len(l.added) == 0 {
			continue
		}
		others := addedSince(b, l, func(row int) []string {
			keys := []string{"id " + b.g.Draft.Key(t, row)}
			if c, ok := t.NameColumn(); ok {
				keys = append(keys, "name "+hiddensheet.Fold(b.g.Draft.Text(t, row, c)))
			}
			return keys
		})
		for _, row := range l.added {
			key := "id " + b.g.Draft.Key(t, row)
			if c, ok := t.NameColumn(); ok && b.g.Draft.Key(t, row) == "" {
				key = "name " + hiddensheet.Fold(b.g.Draft.Text(t, row, c))
			}
			other, ok := others[key]
			if !ok || strings.HasPrefix(key, "name ") && !isAlike(b, l, row, other) {
				continue
			}
			join(b, l, row, other)
		}
	}
}

// joinAlike finds new rows without an id that somebody else has added to the account since.
func joinAlike(b *bookReader) {
	if b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := b.lists[t]
		if t.HasID() || t.Name == "coverage" || len(l.added) == 0 {
			continue
		}
		identity := func(row int) []string {
			owner := ""
			if _, ok := t.OwnerColumn(); ok {
				owner = b.g.Draft.OwnerKey(t, row)
			}
			return []string{owner + "\x00" + b.g.Draft.Row(t, row).Identity()}
		}
		others := addedSince(b, l, identity)
		for _, row := range l.added {
			if other, ok := others[identity(row)[0]]; ok {
				join(b, l, row, other)
				delete(others, identity(row)[0])
			}
		}
	}
}

// addedSince are the rows that were added to the account since the workbook was made, by what tells them apart.
func addedSince(b *bookReader, l *bookList, keys func(row int) []string) map[string]int {
	inBase := make([]bool, b.g.Draft.Len(l.table))
	for _, row := range l.now {
		if row >= 0 {
			inBase[row] = true
		}
	}
	for _, row := range l.added {
		inBase[row] = true
	}
	others := map[string]int{}
	for row, known := range inBase {
		if known {
			continue
		}
		for _, key := range keys(row) {
			if _, taken := others[key]; !taken {
				others[key] = row
			}
		}
	}
	return others
}

// isAlike reports whether a new row says nothing that another row does not say, references apart.
func isAlike(b *bookReader, l *bookList, row, other int) bool {
	for _, column := range l.present {
		x, y := b.g.Draft.Value(l.table, row, column), b.g.Draft.Value(l.table, other, column)
		if l.table.Columns[column].Kind != table.Reference && !same(rows.Normal(x, b.own.book), rows.Normal(y, b.own.now)) {
			return false
		}
	}
	return true
}

// join makes a new row one with a row of the account. A value that both have and that differs is a conflict.
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
