package schema

import "reflect"

// Flat reports whether the values of the type hold no lists, so that an assignment copies them.
func (t *Type) Flat() bool { return t.Kind != List && t.deep == nil }

// Unshare replaces every list in v by a copy, so that v shares no memory with the value that it was
// assigned from. A list whose entries hold no lists is copied at once. The value must be
// addressable.
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
// zero values included. Of a list of values each entry is visited, with the field of the list.
// Lists of objects and objects are not wanted: their fields are. The path is only valid during the
// call. Values are addressable when the account is.
func (s *Schema) Walk(account reflect.Value, wanted func(*Field) bool, visit func(at Path, f *Field, v reflect.Value)) {
	w := walker{visit: visit, ways: map[*Type][]*Field{}}
	w.plan(s.Account, wanted)
	w.object(account, s.Account)
}

// walker visits only the objects that have wanted fields.
type walker struct {
	visit func(at Path, f *Field, v reflect.Value)
	at    Path
	ways  map[*Type][]*Field
}

// plan finds the fields of an object that are wanted or lead to wanted ones, and reports whether
// there are any.
func (w *walker) plan(t *Type, wanted func(*Field) bool) bool {
	if ways, known := w.ways[t]; known {
		return ways != nil
	}
	w.ways[t] = nil
	for _, f := range t.Fields {
		if inner := f.Value(); inner.Kind == Object && w.plan(inner, wanted) || inner.Kind != Object && wanted(f) {
			w.ways[t] = append(w.ways[t], f)
		}
	}
	return w.ways[t] != nil
}

func (w *walker) object(v reflect.Value, t *Type) {
	for _, f := range w.ways[t] {
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
