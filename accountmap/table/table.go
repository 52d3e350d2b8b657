// Package table represents an account as tables: a table for each list of the account file, a
// column for each value of its entries, a row for each entry. CSV files and the sheets of the
// coverage workbook are written from these tables, and read back into them.
//
// The tables are derived from the struct tags of package accountmap, like the keys of JSON and
// YAML. A new field of the account is a new column everywhere. [All] lists them in the order of the
// file: the account and the handoff, with one row at most; the lists; and the lists within entries,
// each after its owner's table: "team.reach", "kpis.readings" and "handoff.checklist". A list of
// ids, words or texts is one cell, see [JoinList].
//
// [Table.Rows] returns an iterator over the rows of an account; a [Draft] takes rows of any tables,
// in any order, and makes an account of them. The caller chooses the notation of cells;
// [Column.Format] and [Column.Parse] use the notation of the account file.
package table

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// RowKey is the key of the first column of a table whose entries have no id. Its values are "#1"
// for the first entry of the account, and so on. It is not a key of the account file. It identifies
// rows after sorting and editing, and is the reference of inner rows to their owner.
const RowKey = "row"

// Table is the layout of one list of the account, the same for every account. Tables are made once
// and shared: do not change them.
type Table struct {
	// Name is the key of the list in the account file, such as "contacts", or "team.reach" for an
	// inner list.
	Name string
	// Owner is the table whose entries contain the list, and nil for a list of the account itself.
	// Rows of a table with an owner have the owner's key in a column, unless the owner has one row
	// at most.
	Owner *Table
	// Single reports whether the table has one row at most: the account, the handoff.
	Single bool
	// Columns are in the order of the file. The first column is the id, or [RowKey].
	Columns []Column

	entry reflect.Type
	// at is the field index of the list, or of the single entry, in the account or in the owner's
	// entry.
	at []int
	// owner is the column with the owner's key, or -1.
	owner int
	inner []*Table
	byKey map[string]int
}

// All returns the tables in the order of the account file, each after its owner. The slice belongs
// to the caller.
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

// HasID reports whether the entries have an id, in the first column, by which other entries refer
// to them.
func (t *Table) HasID() bool { return t.Columns[0].Key != RowKey }

// OwnsRows reports whether rows of other tables belong to rows of this table.
func (t *Table) OwnsRows() bool { return len(t.inner) > 0 && !t.Single }

// OwnerColumn returns the index of the column with the key of the row's owner, and false without
// one.
func (t *Table) OwnerColumn() (int, bool) { return t.owner, t.owner >= 0 }

// EntrySize returns the memory of an entry in bytes, without its texts and lists.
func (t *Table) EntrySize() int { return int(t.entry.Size()) }

// NameColumn returns the index of the column by which readers know an entry: its name, title or
// text. It returns false without one.
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

var layout = sync.OnceValue(func() *tables {
	l := &tables{byName: map[string]*Table{}}
	account := accountSchema().Account
	l.add(accountTable(account))
	for _, f := range account.Fields {
		switch {
		case f.Type.Kind == schema.List:
			l.add(listTable(nil, f.Key, f)...)
		case f.Type.Kind == schema.Object && f.Key != accountKey:
			l.add(singleTable(f)...)
		}
	}
	return l
})

const accountKey = "account"

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

// accountTable returns the table of the profile and of the other single values at the top of the
// file.
func accountTable(account *schema.Type) *Table {
	t := &Table{Name: accountKey, Single: true, entry: account.Go, owner: -1, Columns: []Column{{Key: RowKey, Kind: Key}}}
	for _, f := range account.Fields {
		switch {
		case f.Key == accountKey:
			t.addColumns(f.Type, "", []int{f.Index})
		case f.Type.Kind != schema.List && f.Type.Kind != schema.Object:
			t.addColumn(f, f.Key, []int{f.Index})
		}
	}
	return t
}

// singleTable returns the table of an object of the account, followed by the tables of its lists.
func singleTable(f *schema.Field) []*Table {
	t := &Table{Name: f.Key, Single: true, entry: f.Type.Go, at: []int{f.Index}, owner: -1, Columns: []Column{{Key: RowKey, Kind: Key}}}
	t.addColumns(f.Type, "", nil)
	return append([]*Table{t}, t.innerTables(f.Type)...)
}

// listTable returns the table of a list, followed by the tables of the lists in its entries.
func listTable(owner *Table, name string, list *schema.Field) []*Table {
	entry := list.Value()
	t := &Table{Name: name, Owner: owner, entry: entry.Go, at: []int{list.Index}, owner: -1}
	if entry.ID == nil {
		t.Columns = append(t.Columns, Column{Key: RowKey, Kind: Key})
	}
	if owner != nil && !owner.Single {
		t.owner = len(t.Columns)
		t.Columns = append(t.Columns, Column{Key: strings.ToLower(owner.entry.Name()), Kind: Reference, Refers: owner.Name, Required: true})
	}
	t.addColumns(entry, "", nil)
	return append([]*Table{t}, t.innerTables(entry)...)
}

func (t *Table) innerTables(entry *schema.Type) []*Table {
	var all []*Table
	for _, f := range entry.Fields {
		if f.Type.Kind == schema.List && f.Value().Kind == schema.Object {
			within := listTable(t, t.Name+"."+f.Key, f)
			t.inner = append(t.inner, within[0])
			all = append(all, within...)
		}
	}
	return all
}
