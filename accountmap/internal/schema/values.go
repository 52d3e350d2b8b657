package schema

import (
	"reflect"
	"strconv"
)

// Flat reports whether values of the type contain no lists, so that an assignment is a complete
// copy.
func (t *Type) Flat() bool { return t.Kind != List && t.deep == nil }

// Unshare replaces every list in v by a copy, so that v shares no memory with the value that it was
// assigned from. V must be addressable.
func (t *Type) Unshare(v reflect.Value) {
	if t.Kind != List {
		for _, f := range t.deep {
			f.Type.Unshare(v.Field(f.Index))
		}
		return
	}
	if v.IsNil() {
		return
	}
	list := reflect.MakeSlice(t.Go, v.Len(), v.Len())
	reflect.Copy(list, v)
	v.Set(list)
	if t.Elem.Flat() {
		return
	}
	for i := range list.Len() {
		t.Elem.Unshare(list.Index(i))
	}
}

// Walk calls visit for the values of the wanted fields of an account, in the order of the file,
// including zero values. It visits each entry of a list of values, with the field of the list. It
// does not visit objects and lists of objects, but their fields. The path is valid only during the
// call. Values are addressable if the account is.
func (s *Schema) Walk(account reflect.Value, wanted func(*Field) bool, visit func(at Path, f *Field, v reflect.Value)) {
	w := walker{visit: visit, fields: map[*Type][]*Field{}}
	w.plan(s.Account, wanted)
	w.object(account, s.Account)
}

// walker visits only the objects that have wanted fields.
type walker struct {
	visit func(at Path, f *Field, v reflect.Value)
	at    Path
	// fields contains, for each type of object, the fields to follow.
	fields map[*Type][]*Field
}

// plan finds the fields of an object that are wanted or contain wanted fields, and reports whether
// there are any.
func (w *walker) plan(t *Type, wanted func(*Field) bool) bool {
	if fields, known := w.fields[t]; known {
		return fields != nil
	}
	w.fields[t] = nil
	for _, f := range t.Fields {
		if inner := f.Value(); inner.Kind == Object && w.plan(inner, wanted) || inner.Kind != Object && wanted(f) {
			w.fields[t] = append(w.fields[t], f)
		}
	}
	return w.fields[t] != nil
}

func (w *walker) object(v reflect.Value, t *Type) {
	for _, f := range w.fields[t] {
		w.at = append(w.at, Step{Key: f.Key})
		w.field(v.Field(f.Index), f)
		w.at = w.at[:len(w.at)-1]
	}
}

func (w *walker) field(v reflect.Value, f *Field) {
	if f.Type.Kind != List {
		w.value(v, f)
		return
	}
	w.at = append(w.at, Step{})
	last := len(w.at) - 1
	for i := range v.Len() {
		w.at[last].Index = i
		w.value(v.Index(i), f)
	}
	w.at = w.at[:last]
}

func (w *walker) value(v reflect.Value, f *Field) {
	if t := f.Value(); t.Kind == Object {
		w.object(v, t)
		return
	}
	w.visit(w.at, f, v)
}

// FormatNumber returns the shortest text that reads back as f. It has an exponent only for very
// small and very large numbers.
func FormatNumber(f float64) string {
	format := byte('f')
	if abs := max(f, -f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.FormatFloat(f, format, -1, 64)
}
