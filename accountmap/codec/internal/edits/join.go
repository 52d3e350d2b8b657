package edits

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// joiner makes new rows one with rows that somebody else has added to the account since the workbook was made.
type joiner struct{ b *bookReader }

// joinAdded finds new rows with an id, or a name, that somebody else has added to the account since: they are one entry. A new row of the same name
// that differs otherwise stays a new entry.
func (j joiner) joinAdded() {
	if j.b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := j.b.lists[t]
		if !t.HasID() || len(l.added) == 0 {
			continue
		}
		others := j.addedSince(l, func(row int) []string {
			keys := []string{"id " + j.b.g.Draft.Key(t, row)}
			if c, ok := t.NameColumn(); ok {
				keys = append(keys, "name "+hiddensheet.Fold(j.b.g.Draft.Text(t, row, c)))
			}
			return keys
		})
		for _, row := range l.added {
			key := "id " + j.b.g.Draft.Key(t, row)
			if c, ok := t.NameColumn(); ok && j.b.g.Draft.Key(t, row) == "" {
				key = "name " + hiddensheet.Fold(j.b.g.Draft.Text(t, row, c))
			}
			other, ok := others[key]
			if !ok || strings.HasPrefix(key, "name ") && !j.isAlike(l, row, other) {
				continue
			}
			j.join(l, row, other)
		}
	}
}

// joinAlike finds new rows without an id that somebody else has added to the account since.
func (j joiner) joinAlike() {
	if j.b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := j.b.lists[t]
		if t.HasID() || t.Name == "coverage" || len(l.added) == 0 {
			continue
		}
		identity := func(row int) []string {
			owner := ""
			if _, ok := t.OwnerColumn(); ok {
				owner = j.b.g.Draft.OwnerKey(t, row)
			}
			return []string{owner + "\x00" + j.b.g.Draft.Row(t, row).Identity()}
		}
		others := j.addedSince(l, identity)
		for _, row := range l.added {
			if other, ok := others[identity(row)[0]]; ok {
				j.join(l, row, other)
				delete(others, identity(row)[0])
			}
		}
	}
}

// addedSince are the rows that were added to the account since the workbook was made, by what tells them apart.
func (j joiner) addedSince(l *bookList, keys func(row int) []string) map[string]int {
	inBase := make([]bool, j.b.g.Draft.Len(l.table))
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
func (j joiner) isAlike(l *bookList, row, other int) bool {
	for _, column := range l.present {
		x, y := j.b.g.Draft.Value(l.table, row, column), j.b.g.Draft.Value(l.table, other, column)
		if l.table.Columns[column].Kind != table.Reference && !same(rows.Normal(x, j.b.own.book), rows.Normal(y, j.b.own.now)) {
			return false
		}
	}
	return true
}

// join makes a new row one with a row of the account. A value that both have and that differs is a conflict.
func (j joiner) join(l *bookList, row, other int) {
	t := l.table
	line := j.b.g.Places[t].Line(row)
	for _, column := range l.present {
		if v := j.b.g.Draft.Value(t, row, column); v != nil && (t.Columns[column].Kind != table.Reference || !t.HasID()) {
			j.b.change(l, -1, other, column, nil, v, rows.Place(l.sheet, line, j.b.g.Places[t].Columns[column]))
		}
	}
	for i := range j.b.references {
		if r := &j.b.references[i]; r.list == l && r.row == row {
			r.row, r.base = other, joined
		}
	}
	l.dropped[row] = true
	j.b.g.Places[t].Put(other, line)
}
