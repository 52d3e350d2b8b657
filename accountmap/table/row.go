package table

import (
	"fmt"
	"iter"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Row is one entry of a list of an account. It reads the account on demand, and is valid as long as
// the account does not change.
type Row struct {
	table *Table
	entry reflect.Value
	// number is the position in the table, from 0, and index the position in the owner's list.
	number, index int
	owner         *Row
}

// Rows returns an iterator over the entries of the table's list in the author's order, inner lists
// owner by owner. The account is one row; an empty handoff has no row.
func (t *Table) Rows(a *accountmap.Account) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if t.Owner == nil {
			t.rowsIn(nil, reflect.ValueOf(a).Elem(), 0, yield)
			return
		}
		number := 0
		for owner := range t.Owner.Rows(a) {
			n, ok := t.rowsIn(&owner, owner.entry, number, yield)
			if !ok {
				return
			}
			number += n
		}
	}
}

// rowsIn walks the entries of one owner, whose first row has the given number, and returns the
// number of entries.
func (t *Table) rowsIn(owner *Row, v reflect.Value, number int, yield func(Row) bool) (n int, ok bool) {
	v = v.FieldByIndex(t.at)
	if t.Single {
		if z, zeros := v.Interface().(interface{ IsZero() bool }); zeros && z.IsZero() {
			return 0, true
		}
		return 1, yield(Row{table: t, entry: v})
	}
	for i := range v.Len() {
		if !yield(Row{t, v.Index(i), number + i, i, owner}) {
			return i, false
		}
	}
	return v.Len(), true
}

// Key identifies the row in its table: the id or, in a table without ids, "#" and the number of the
// row from 1.
func (r Row) Key() string {
	if r.table.HasID() {
		return r.text(0)
	}
	return "#" + strconv.Itoa(r.number+1)
}

// Table returns the table of the row.
func (r Row) Table() *Table { return r.table }

// Number returns the position of the row in its table, from 0.
func (r Row) Number() int { return r.number }

// Text returns the value of a column of single texts, words or references, and "" for any other
// column and for -1.
func (r Row) Text(column int) string {
	if column < 0 {
		return ""
	}
	text, _ := r.Value(column).(string)
	return text
}

// Identity returns a text that is equal for two rows of a table with the same identity: the id or,
// for entries without an id, the values by which package accountmap matches them. The owner is not
// a part of it.
func (r Row) Identity() string {
	var b strings.Builder
	for _, f := range accountSchema().Type(r.table.entry).Identity(r.entry) {
		b.WriteString(f.Key + "=")
		if c, ok := r.table.Column(f.Key); ok {
			b.WriteString(r.table.Columns[c].Format(r.Value(c), ""))
		}
		b.WriteByte(0)
	}
	return b.String()
}

var accountSchema = sync.OnceValue(func() *schema.Schema { return schema.Of(reflect.TypeFor[accountmap.Account]()) })

// Path returns the path to the entry, such as "contacts[3]" or "team[0].reach[2]", as in
// [accountmap.Problem].
func (r Row) Path() string {
	switch {
	case r.table.Name == "account":
		return ""
	case r.table.Single:
		return r.table.Name
	case r.owner != nil:
		name := r.table.Name[len(r.table.Owner.Name):] // with the dot
		return fmt.Sprintf("%s%s[%d]", r.owner.Path(), name, r.index)
	}
	return fmt.Sprintf("%s[%d]", r.table.Name, r.index)
}

// Value returns the value of a column: a value of the type of its [Kind], a []string for a list,
// and nil if it is unknown. A required number is known even if it is zero.
func (r Row) Value(column int) any {
	c := &r.table.Columns[column]
	switch {
	case c.at == nil && column == r.table.owner:
		return r.owner.Key()
	case c.at == nil:
		return r.Key()
	case c.List:
		return texts(r.entry.FieldByIndex(c.at))
	}
	v := r.entry.FieldByIndex(c.at)
	switch counts := c.Kind == Whole || c.Kind == Number; {
	case v.IsZero() && !(c.Required && counts):
		return nil
	case c.Kind == Date, c.Kind == Money:
		return v.Interface()
	case c.Kind == Whole:
		return int(v.Int())
	case c.Kind == Number:
		return v.Float()
	case c.Kind == YesNo:
		return v.Bool()
	}
	return v.String()
}

func (r Row) text(column int) string {
	return r.entry.FieldByIndex(r.table.Columns[column].at).String()
}

func texts(v reflect.Value) any {
	if v.Len() == 0 {
		return nil
	}
	list := make([]string, v.Len())
	for i := range list {
		list[i] = v.Index(i).String()
	}
	return list
}
