package codec_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/codec"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// TestDisjointEdits edits disjoint entries of generated accounts, in a workbook and in its account.
// The merge has both edits, in the order of the account.
func TestDisjointEdits(t *testing.T) {
	norace.Only(t)
	for seed := range uint64(30) {
		shape := accountmaptest.Typical(20)
		if seed%3 == 0 {
			shape = accountmaptest.ManyUnits(12)
		}
		r := rand.New(rand.NewPCG(seed, 11))
		base := func() *accountmap.Account { return withoutTwins(accountmaptest.Generate(seed, shape)) }
		s := sides{Rand: r, sheets: base(), current: base(), want: base(), gone: map[string]bool{}}
		for i := range reflect.TypeFor[accountmap.Account]().NumField() {
			s.divide(i)
		}
		parts := bareParts(s.sheets, base())
		for i := range parts {
			parts[i].text = s.withoutRows(parts[i].text)
		}
		merged, _, problems := codec.Merge(s.current, bytes.NewReader(zipped(t, parts)), &codec.MergeOptions{Delete: true})
		require.NotContains(t, problems.Report(), codec.ErrConflict, "seed %d", seed)
		require.NotContains(t, problems.Report(), codec.ErrMissingCells, "seed %d", seed)
		require.Equal(t, s.want, merged, "seed %d", seed)
		require.Greater(t, s.edits, 30, "seed %d", seed)
	}
}

// withoutTwins deletes duplicate entries, which a merge cannot distinguish.
func withoutTwins(a *accountmap.Account) *accountmap.Account {
	for i := range reflect.TypeFor[accountmap.Account]().NumField() {
		list := reflect.ValueOf(a).Elem().Field(i)
		if list.Kind() != reflect.Slice {
			continue
		}
		var kept []reflect.Value
		for j := range list.Len() {
			isTwin := func(other reflect.Value) bool {
				return reflect.DeepEqual(other.Interface(), list.Index(j).Interface())
			}
			if !slices.ContainsFunc(kept, isTwin) {
				kept = append(kept, list.Index(j))
			}
		}
		if len(kept) < list.Len() {
			list.Set(reflect.Append(reflect.Zero(list.Type()), kept...))
		}
	}
	return a
}

// sides are the account on the sheets, the current account, and the expected result of the merge.
type sides struct {
	*rand.Rand
	sheets, current, want *accountmap.Account
	// gone contains the rows deleted from the sheets, by the mark of the list and the key.
	gone  map[string]bool
	edits int
}

// divide edits one list on both sides. Each entry is edited either in the workbook or in the
// account. Both sides delete and add entries, and the account reorders its entries.
func (s *sides) divide(field int) {
	sheets, current, want := s.list(s.sheets, field), s.list(s.current, field), s.list(s.want, field)
	if sheets.Kind() != reflect.Slice || sheets.Len() == 0 {
		return
	}
	t, _ := table.Lookup(keyOf(field))
	base := reflect.MakeSlice(sheets.Type(), sheets.Len(), sheets.Len()) // its values are only read
	reflect.Copy(base, sheets)
	var dropped []int
	for i := range sheets.Len() {
		switch s.IntN(8) {
		case 0, 1:
			s.edit(base, sheets.Index(i), want.Index(i))
		case 2, 3:
			s.edit(base, current.Index(i), want.Index(i))
		case 4:
			if isFree(t) { // the workbook deletes the row
				s.gone[fmt.Sprintf("#%d of %s", i+1, t.Name)] = true
				dropped = append(dropped, i)
			}
		}
	}
	order := s.Perm(base.Len())
	permute(current, order)
	permute(want, order)
	for at := len(order) - 1; at >= 0; at-- {
		if slices.Contains(dropped, order[at]) {
			want.Set(reflect.AppendSlice(want.Slice(0, at), want.Slice(at+1, want.Len())))
		} else if isFree(t) && s.IntN(8) == 0 && reflect.DeepEqual(current.Index(at).Interface(), sheets.Index(order[at]).Interface()) {
			// no edits: the account deletes the entry
			current.Set(reflect.AppendSlice(current.Slice(0, at), current.Slice(at+1, current.Len())))
			want.Set(reflect.AppendSlice(want.Slice(0, at), want.Slice(at+1, want.Len())))
		}
	}
	if tells(t) && s.IntN(2) == 0 {
		s.add(base, current, want)
	}
	if tells(t) && s.IntN(2) == 0 {
		s.add(base, sheets, want)
	}
}

// add appends a copy of an entry with other values to a list of some sides.
func (s *sides) add(source reflect.Value, lists ...reflect.Value) {
	entry := reflect.New(source.Type().Elem()).Elem()
	entry.Set(source.Index(s.IntN(source.Len())))
	for i := range entry.NumField() {
		if f := entry.Type().Field(i); f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			entry.Field(i).SetZero()
		} else if keyOfField(f) == "id" {
			entry.Field(i).SetString(fmt.Sprintf("new-%d", s.Int64()))
		} else if !isKept(f) {
			entry.Field(i).Set(s.value(f.Type, entry.Field(i)))
		}
	}
	for _, list := range lists {
		list.Set(reflect.Append(list, entry))
	}
	s.edits++
}

// tells reports whether a field of the table distinguishes a new entry from all others. Terms are
// identified by kind and contract.
func tells(t *table.Table) bool {
	_, named := t.NameColumn()
	_, dated := t.Column("date")
	return t.Name != "coverage" && t.Name != "terms" && (named || dated)
}

// isFree reports whether entries of a list can be deleted: no entry refers to them, and one sheet
// has them.
func isFree(t *table.Table) bool { return !t.HasID() && !t.OwnsRows() && t.Name != "coverage" }

// edit changes most fields of an entry and of its nested entries, in the same way on some sides.
// References are taken from the list source.
func (s *sides) edit(source reflect.Value, entries ...reflect.Value) {
	for i := range entries[0].NumField() {
		f := entries[0].Type().Field(i)
		if isKept(f) || s.IntN(4) == 0 {
			continue
		}
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct {
			for n := range entries[0].Field(i).Len() {
				var inner []reflect.Value
				for _, e := range entries {
					inner = append(inner, e.Field(i).Index(n))
				}
				s.edit(entries[0].Field(i), inner...)
			}
			continue
		}
		value := s.value(f.Type, source.Index(s.IntN(source.Len())).Field(i))
		for _, e := range entries {
			e.Field(i).Set(value)
		}
		s.edits++
	}
}

// isKept reports identifying fields, fields with a syntax, and fields of the matrix.
func isKept(f reflect.StructField) bool {
	key := keyOfField(f)
	return slices.Contains([]string{"id", "email", "phone", "unit", "product", "evidence"}, key) || f.Type == reflect.TypeFor[accountmap.Currency]()
}

// value returns a unique value or, for small sets of values, the value of another entry.
func (s *sides) value(t reflect.Type, other reflect.Value) reflect.Value {
	switch {
	case t == reflect.TypeFor[string]():
		return reflect.ValueOf(fmt.Sprintf("edited %d", s.Int64()))
	case t == reflect.TypeFor[accountmap.Date]():
		return reflect.ValueOf(accountmap.Day(2001+s.IntN(5000), 1, 1+s.IntN(28)))
	case t == reflect.TypeFor[accountmap.Money]():
		return reflect.ValueOf(accountmap.Money{Minor: 1 + s.Int64N(1_000_000)})
	case t.Kind() == reflect.Int:
		return reflect.ValueOf(1 + s.IntN(5)).Convert(t)
	case t.Kind() == reflect.Float64:
		return reflect.ValueOf(1 + float64(s.IntN(99)))
	case t.Kind() == reflect.Bool:
		return reflect.ValueOf(s.IntN(2) == 0)
	case words[t] != nil:
		return reflect.ValueOf(words[t][s.IntN(len(words[t]))]).Convert(t)
	}
	value := reflect.New(t).Elem()
	value.Set(other)
	if t.Kind() == reflect.Slice && !other.IsNil() {
		value.Set(reflect.AppendSlice(reflect.Zero(t), other))
	}
	return value
}

func (s *sides) list(a *accountmap.Account, field int) reflect.Value {
	return reflect.ValueOf(a).Elem().Field(field)
}

func permute(list reflect.Value, order []int) {
	was := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
	reflect.Copy(was, list)
	for to, from := range order {
		list.Index(to).Set(was.Index(from))
	}
}

func keyOf(field int) string { return keyOfField(reflect.TypeFor[accountmap.Account]().Field(field)) }

func keyOfField(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}

// withoutRows removes the deleted rows from a sheet.
func (s *sides) withoutRows(sheet string) string {
	_, name, _ := strings.Cut(sheet, "<t>accountatlas:")
	name, _, _ = strings.Cut(name, "<")
	var kept strings.Builder
	for row := range strings.Lines(sheet) {
		_, key, _ := strings.Cut(row, "<t>")
		key, _, _ = strings.Cut(key, "<")
		if !s.gone[key+" of "+name] {
			kept.WriteString(row)
		}
	}
	return kept.String()
}
