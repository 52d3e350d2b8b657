package table

import (
	"slices"
	"strconv"
	"strings"
)

// Find returns the place in the draft from which a value of the account came. The path is that of [accountmap.Problem]: "contacts[3].reportsTo",
// "team[0].reach[2].now". Row and column are -1 when the path leads to the whole table or row. The table is nil when the path leads nowhere.
func (d *Draft) Find(path string) (t *Table, row, column int) {
	name, index, rest := cutEntry(path)
	l := layout()
	t, ok := l.byName[name]
	if !ok { // a key at the top of the file
		t, rest = l.byName["account"], path
		if _, ok := t.byKey[path]; !ok {
			return nil, -1, -1
		}
	}
	row = index
	if t.Single {
		row = 0
	}
	for _, within := range t.inner {
		key, i, behind := cutEntry(rest)
		if within.Name != t.Name+"."+key {
			continue
		}
		if r := d.rows[within]; r != nil && row >= 0 && row < len(r.within) && i >= 0 && i < len(r.within[row]) {
			return within, int(r.within[row][i]), within.find(behind)
		}
		return within, -1, -1
	}
	if row >= d.Len(t) {
		row = -1
	}
	return t, row, t.find(rest)
}

// Path returns the path to a value of a row in the account made from the draft: the reverse of [Draft.Find]. It leads to the list for a row that
// is in no entry, and to the entry for a column that is no field of it, or -1.
func (d *Draft) Path(t *Table, row, column int) string {
	key := ""
	if column >= 0 && t.Columns[column].at != nil {
		key = "." + t.Columns[column].Key
	}
	switch {
	case t.Name == "account" && key == ".format":
		return "format"
	case t.Single:
		return t.Name + key
	case t.Owner == nil:
		return t.Name + "[" + strconv.Itoa(row) + "]" + key
	}
	for owner, mine := range d.rows[t].within {
		if i := slices.Index(mine, int32(row)); i >= 0 {
			return d.Path(t.Owner, owner, -1) + t.Name[len(t.Owner.Name):] + "[" + strconv.Itoa(i) + "]" + key
		}
	}
	return t.Name
}

// find returns the column of what is left of a path within an entry, such as "roles[2]" or "evidence.date", and -1 when there is none.
func (t *Table) find(rest string) int {
	key, _, _ := strings.Cut(rest, "[")
	if i, ok := t.byKey[key]; ok && key != "" {
		return i
	}
	return -1
}

// cutEntry cuts the first of "contacts[3].reportsTo": the name, its index or -1, and what follows.
func cutEntry(path string) (name string, index int, rest string) {
	end := strings.IndexAny(path, ".[")
	if end < 0 {
		return path, -1, ""
	}
	name, rest, index = path[:end], path[end:], -1
	if inner, behind, ok := strings.Cut(rest[1:], "]"); ok && rest[0] == '[' {
		if i, err := strconv.Atoi(inner); err == nil {
			index, rest = i, behind
		}
	}
	return name, index, strings.TrimPrefix(rest, ".")
}
