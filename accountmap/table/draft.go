package table

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Draft is an account under construction from rows. The zero Draft is empty. It is for one
// goroutine.
type Draft struct {
	rows map[*Table]*rows
}

type rows struct {
	table   *Table
	entries reflect.Value // a slice
	// keys and owners are the values of the columns that are not fields. Only a table whose rows
	// own other rows has keys, and only an inner table has owners.
	keys, owners []string
	// within lists, after Account, the row numbers of each owner.
	within [][]int32
}

// Add adds a row to a table and returns its number, from 0.
func (d *Draft) Add(t *Table) int {
	r := d.of(t)
	n := r.entries.Len()
	r.entries.Grow(1)
	r.entries.SetLen(n + 1)
	r.entries.Index(n).SetZero()
	if t.OwnsRows() && !t.HasID() {
		r.keys = append(r.keys, "")
	}
	if t.owner >= 0 {
		r.owners = append(r.owners, "")
	}
	return n
}

// Load puts the rows of an account into an empty draft. The draft owns the account from then on.
// Rows have the keys of [Row.Key].
func (d *Draft) Load(a *accountmap.Account) {
	for _, t := range All() {
		r := d.of(t)
		switch account := reflect.ValueOf(a).Elem(); {
		case t.Owner != nil:
			d.loadInner(r)
		case t.Single:
			for row := range t.Rows(a) {
				r.entries.Set(reflect.Append(r.entries, row.entry))
			}
		default:
			r.entries.Set(account.FieldByIndex(t.at))
		}
		if t.OwnsRows() && !t.HasID() {
			for i := range r.entries.Len() {
				r.keys = append(r.keys, "#"+strconv.Itoa(i+1))
			}
		}
	}
}

// loadInner copies the lists in the owner's entries to the rows of their own table.
func (d *Draft) loadInner(r *rows) {
	owners := d.of(r.table.Owner)
	for i := range owners.entries.Len() {
		list := owners.entries.Index(i).FieldByIndex(r.table.at)
		r.entries.Set(reflect.AppendSlice(r.entries, list))
		if r.table.owner >= 0 {
			r.owners = append(r.owners, slices.Repeat([]string{d.Key(r.table.Owner, i)}, list.Len())...)
		}
	}
}

// Keep drops the rows of a table that are not listed and renumbers the others from 0. The numbers
// must be ascending.
func (d *Draft) Keep(t *Table, numbers []int) {
	r := d.of(t)
	for i, from := range numbers {
		r.entries.Index(i).Set(r.entries.Index(from))
		if r.keys != nil {
			r.keys[i] = r.keys[from]
		}
		if r.owners != nil {
			r.owners[i] = r.owners[from]
		}
	}
	r.entries.SetLen(len(numbers))
	r.keys, r.owners = r.keys[:min(len(numbers), len(r.keys))], r.owners[:min(len(numbers), len(r.owners))]
}

func (d *Draft) of(t *Table) *rows {
	r, ok := d.rows[t]
	if !ok {
		if d.rows == nil {
			d.rows = map[*Table]*rows{}
		}
		r = &rows{table: t, entries: reflect.New(reflect.SliceOf(t.entry)).Elem()}
		d.rows[t] = r
	}
	return r
}

// Len returns the number of rows of a table.
func (d *Draft) Len(t *Table) int {
	if r, ok := d.rows[t]; ok {
		return r.entries.Len()
	}
	return 0
}

// Set sets a column of a row to a value of the type that [Row.Value] returns; nil means unknown. It
// panics on a value of another type and on an unknown row: these are mistakes of the program, not
// of a file.
func (d *Draft) Set(t *Table, row, column int, value any) {
	c := &t.Columns[column]
	if text, ok := value.(string); ok || c.at == nil {
		d.SetText(t, row, column, text)
		return
	}
	v := d.rows[t].entries.Index(row).FieldByIndex(c.at)
	switch value := value.(type) {
	case nil:
		v.SetZero()
	case int:
		v.SetInt(int64(value))
	case float64:
		v.SetFloat(value)
	case bool:
		v.SetBool(value)
	case []string:
		v.Set(reflect.MakeSlice(c.t, len(value), len(value)))
		for i, text := range value {
			v.Index(i).SetString(text)
		}
	case accountmap.Date, accountmap.Money:
		v.Set(reflect.ValueOf(value))
	default:
		panic(fmt.Sprintf("table: a %T is not a value of %s.%s", value, t.Name, c.Key))
	}
}

// SetText is [Draft.Set] for a text, in a column of single texts or words.
func (d *Draft) SetText(t *Table, row, column int, text string) {
	r := d.rows[t]
	switch at := t.Columns[column].at; {
	case at != nil:
		r.entries.Index(row).FieldByIndex(at).SetString(text)
	case column == t.owner:
		r.owners[row] = text
	case r.keys != nil:
		r.keys[row] = text
	}
}

// Key returns the id of a row or, in a table without ids whose rows own others, its key. It is
// empty if no key was set.
func (d *Draft) Key(t *Table, row int) string { return d.Text(t, row, 0) }

// Text is [Draft.Value] for a column of single texts. It is empty if no value was set.
func (d *Draft) Text(t *Table, row, column int) string {
	r := d.rows[t]
	switch at := t.Columns[column].at; {
	case at != nil:
		return r.entries.Index(row).FieldByIndex(at).String()
	case column == t.owner:
		return r.owners[row]
	case r.keys != nil:
		return r.keys[row]
	}
	return ""
}

// Row returns a row as it is now. It has no key in a table without ids.
func (d *Draft) Row(t *Table, row int) Row {
	return Row{table: t, entry: d.rows[t].entries.Index(row)}
}

// OwnerKey returns the key of the owner of a row, in a table with a [Table.OwnerColumn].
func (d *Draft) OwnerKey(t *Table, row int) string { return d.rows[t].owners[row] }

// Value returns the value of a column of a row, as [Row.Value] does.
func (d *Draft) Value(t *Table, row, column int) any {
	if t.Columns[column].at != nil {
		return Row{table: t, entry: d.rows[t].entries.Index(row)}.Value(column)
	}
	return d.Text(t, row, column)
}

// Account returns an account of the rows, in the order in which they were added to each table. Rows
// without an existing owner are left out and passed to orphan. When two owners have the same key,
// the first gets the rows. A table with at most one row uses its first. Only Find and Path may be
// called afterwards.
func (d *Draft) Account(orphan func(t *Table, row int)) *accountmap.Account {
	a := &accountmap.Account{}
	tables := All()
	for i := len(tables) - 1; i >= 0; i-- { // inner lists first, since their owners hold them
		t := tables[i]
		r, ok := d.rows[t]
		switch {
		case !ok:
		case t.Owner != nil && t.Owner.Single && d.Len(t.Owner) == 0:
			d.Add(t.Owner)
			d.nest(r, orphan)
		case t.Owner != nil:
			d.nest(r, orphan)
		case t.Single && r.entries.Len() == 0: // the row was deleted
		case t.Single:
			d.single(reflect.ValueOf(a).Elem(), r)
		default:
			reflect.ValueOf(a).Elem().FieldByIndex(t.at).Set(r.entries)
		}
	}
	return a
}

func (d *Draft) single(root reflect.Value, r *rows) {
	from, to := r.entries.Index(0), root.FieldByIndex(r.table.at)
	for _, c := range r.table.Columns {
		if c.at != nil {
			to.FieldByIndex(c.at).Set(from.FieldByIndex(c.at))
		}
	}
	for _, t := range r.table.inner {
		to.FieldByIndex(t.at).Set(from.FieldByIndex(t.at))
	}
}

func (d *Draft) nest(r *rows, orphan func(t *Table, row int)) {
	owners := d.of(r.table.Owner)
	r.within = make([][]int32, owners.entries.Len())
	if r.table.owner < 0 {
		for i := range r.entries.Len() {
			r.within[0] = append(r.within[0], int32(i))
		}
		owners.entries.Index(0).FieldByIndex(r.table.at).Set(r.entries)
		return
	}
	byKey := map[string]int{}
	for i := owners.entries.Len() - 1; i >= 0; i-- {
		byKey[d.Key(r.table.Owner, i)] = i
	}
	for i, key := range r.owners {
		owner, ok := byKey[key]
		if !ok || key == "" {
			orphan(r.table, i)
			continue
		}
		r.within[owner] = append(r.within[owner], int32(i))
	}
	for owner, owned := range r.within {
		if len(owned) == 0 {
			owners.entries.Index(owner).FieldByIndex(r.table.at).SetZero()
			continue
		}
		list := reflect.MakeSlice(r.entries.Type(), len(owned), len(owned))
		for i, row := range owned {
			list.Index(i).Set(r.entries.Index(int(row)))
		}
		owners.entries.Index(owner).FieldByIndex(r.table.at).Set(list)
	}
}
