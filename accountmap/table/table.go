package table

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
)

// RowKey is the key of the first column of a table whose entries have no id: "#1" for the first entry of the account, and so on. It is no key of
// the account file. It identifies rows after they were sorted or edited, and is how the rows of an inner table refer to their owner.
const RowKey = "row"

// Table is the layout of one list of the account, the same for every account. Tables are made once and shared: do not change them.
type Table struct {
	// Name is the key of the list in the account file, such as "contacts", and for an inner list "team.reach".
	Name string
	// Owner is the table whose entries contain those of this one, and nil for a list of the account itself. The rows of a table with an owner
	// have the owner's key in their second column, unless the owner has one row at most.
	Owner *Table
	// Single reports that there is one row at most, as for the account and the handoff.
	Single bool
	// Columns are in the order of the file. The first is the key of the row: the id, or [RowKey].
	Columns []Column

	entry reflect.Type
	// at leads from the account, or from the owner's entry, to the list or to the one entry.
	at []int
	// owner is the column with the owner's key, or -1.
	owner int
	inner []*Table
	byKey map[string]int
}

// All returns the tables in the order of the account file, each after its owner. The slice belongs to the caller.
func All() []*Table { return slices.Clone(layout().tables) }

// Lookup returns the table with a name.
func Lookup(name string) (*Table, bool) {
	t, ok := layout().byName[name]
	return t, ok
}

// Column returns the index of the column with a key.
func (t *Table) Column(key string) (int, bool) {
	i, ok := t.byKey[key]
	return i, ok
}

// HasID reports whether the entries have an id, by which others refer to them. It is then the first column; otherwise [RowKey] is.
func (t *Table) HasID() bool { return t.Columns[0].Key != RowKey }

// OwnsRows reports whether rows of other tables belong to rows of this one.
func (t *Table) OwnsRows() bool { return len(t.inner) > 0 && !t.Single }

// OwnerColumn returns the index of the column with the key of the row's owner, and reports false when there is none.
func (t *Table) OwnerColumn() (int, bool) { return t.owner, t.owner >= 0 }

// NameColumn returns the index of the column by which readers know an entry: its name, title or text. It reports false when there is none.
func (t *Table) NameColumn() (int, bool) {
	for _, key := range [...]string{"name", "title", "text", "subject", "summary"} {
		if i, ok := t.byKey[key]; ok {
			return i, true
		}
	}
	return -1, false
}

type tables struct {
	tables []*Table
	byName map[string]*Table
}

// layout makes the tables, once.
var layout = sync.OnceValue(func() *tables {
	l := &tables{byName: map[string]*Table{}}
	root := reflect.TypeFor[accountmap.Account]()
	ids := idTables(root)
	l.add(accountTable(root, ids))
	for i := range root.NumField() {
		f := root.Field(i)
		switch {
		case f.Type.Kind() == reflect.Slice:
			l.add(listTable(nil, keyOf(f), f.Type.Elem(), []int{i}, ids)...)
		case f.Type.Kind() == reflect.Struct && !f.Anonymous:
			l.add(singleTable(keyOf(f), f.Type, []int{i}, ids)...)
		}
	}
	return l
})

func (l *tables) add(ts ...*Table) {
	for _, t := range ts {
		t.byKey = map[string]int{}
		for i, c := range t.Columns {
			t.byKey[c.Key] = i
		}
		l.tables = append(l.tables, t)
		l.byName[t.Name] = t
	}
}

// idTables returns the names of the lists whose entries are referred to, by the type of their ids.
func idTables(root reflect.Type) map[reflect.Type]string {
	ids := map[reflect.Type]string{}
	for i := range root.NumField() {
		f := root.Field(i)
		if f.Type.Kind() != reflect.Slice {
			continue
		}
		if id, ok := f.Type.Elem().FieldByName("ID"); ok && isRequired(id) {
			ids[id.Type] = keyOf(f)
		}
	}
	return ids
}

// accountTable has the keys at the top of the file that are no lists: its format, and those of "account".
func accountTable(root reflect.Type, ids map[reflect.Type]string) *Table {
	t := &Table{Name: "account", Single: true, entry: root, owner: -1, Columns: []Column{{Key: RowKey, Kind: Key}}}
	format, _ := root.FieldByName("Format")
	t.addColumn(format, keyOf(format), format.Index, ids)
	profile, _ := root.FieldByName("Profile")
	t.addColumns(profile.Type, "", profile.Index, ids)
	return t
}

// singleTable is the table of an object of the account, followed by those of the lists in it.
func singleTable(name string, entry reflect.Type, at []int, ids map[reflect.Type]string) []*Table {
	t := &Table{Name: name, Single: true, entry: entry, at: at, owner: -1, Columns: []Column{{Key: RowKey, Kind: Key}}}
	t.addColumns(entry, "", nil, ids)
	return append([]*Table{t}, t.innerTables(ids)...)
}

// listTable is the table of a list, followed by those of the lists in its entries.
func listTable(owner *Table, name string, entry reflect.Type, at []int, ids map[reflect.Type]string) []*Table {
	t := &Table{Name: name, Owner: owner, entry: entry, at: at, owner: -1}
	if id, ok := entry.FieldByName("ID"); !ok || !isRequired(id) {
		t.Columns = append(t.Columns, Column{Key: RowKey, Kind: Key})
	}
	if owner != nil && !owner.Single {
		t.owner = len(t.Columns)
		t.Columns = append(t.Columns, Column{Key: strings.ToLower(owner.entry.Name()), Kind: Reference, Refers: owner.Name, Required: true})
	}
	t.addColumns(entry, "", nil, ids)
	return append([]*Table{t}, t.innerTables(ids)...)
}

// innerTables are those of the lists of objects in an entry.
func (t *Table) innerTables(ids map[reflect.Type]string) []*Table {
	var all []*Table
	for i := range t.entry.NumField() {
		f := t.entry.Field(i)
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			within := listTable(t, t.Name+"."+keyOf(f), f.Type.Elem(), f.Index, ids)
			t.inner = append(t.inner, within[0])
			all = append(all, within...)
		}
	}
	return all
}

func keyOf(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}

// isRequired reports whether the file has the key of a field even when its value is zero.
func isRequired(f reflect.StructField) bool {
	_, option, _ := strings.Cut(f.Tag.Get("json"), ",")
	return option != "omitzero"
}
