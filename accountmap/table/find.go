package table

import (
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Find returns the table, row and column of a value of the account. The path is as in
// [accountmap.Problem]: "contacts[3].reportsTo", "team[0].reach[2].now". Row and column are -1 for
// the path of a whole table or row. The table is nil for an unknown path.
func (d *Draft) Find(path string) (t *Table, row, column int) {
	steps := schema.ParsePath(path)
	name, index, rest := cutEntry(steps)
	l := layout()
	t, ok := l.byName[name]
	if !ok { // a key at the top of the file
		t, rest = l.byName[accountKey], steps
		if _, ok := t.byKey[path]; !ok {
			return nil, -1, -1
		}
	}
	row = index
	if t.Single {
		row = 0
	}
	for _, within := range t.inner {
		key, i, inside := cutEntry(rest)
		if within.Name != t.Name+"."+key {
			continue
		}
		if r := d.rows[within]; r != nil && row >= 0 && row < len(r.within) && i >= 0 && i < len(r.within[row]) {
			return within, int(r.within[row][i]), within.find(inside)
		}
		return within, -1, -1
	}
	if row >= d.Len(t) {
		row = -1
	}
	return t, row, t.find(rest)
}

// Path returns the path to a value of a row in the account made from the draft: the inverse of
// [Draft.Find]. For a row without an owner it is the path of the list. For column -1, or a column
// that is not a field, it is the path of the entry.
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

// find returns the column of a path within an entry, such as "roles[2]" or "evidence.date", or -1.
func (t *Table) find(rest schema.Path) int {
	if i := slices.IndexFunc(rest, func(s schema.Step) bool { return s.Key == "" }); i >= 0 {
		rest = rest[:i]
	}
	if i, ok := t.byKey[rest.String()]; ok && len(rest) > 0 {
		return i
	}
	return -1
}

// cutEntry splits a path such as contacts[3].reportsTo: the key, the index after it or -1, and the
// rest.
func cutEntry(p schema.Path) (key string, index int, rest schema.Path) {
	if len(p) == 0 {
		return "", -1, nil
	}
	key, index, rest = p[0].Key, -1, p[1:]
	if len(rest) > 0 && rest[0].Key == "" {
		index, rest = rest[0].Index, rest[1:]
	}
	return key, index, rest
}
