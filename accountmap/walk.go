package accountmap

import (
	"reflect"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
)

// validator is a value that knows whether it is valid: a word of an enumeration, a date, an amount.
type validator interface{ valid() error }

// walk calls visit for the values of the account whose shape is wanted and which are neither a list nor an object, in the order of the
// fields. A date or an amount is one value. Zero values are passed over but for those that stand in a list of values. The rules that hold
// for a type wherever it stands are written over walk, so that a new list is checked without a new rule.
func walk(a *Account, wanted func(*shape) bool, visit func(at keypath.Path, field string, v reflect.Value)) {
	root := accountShape()
	w := walker{visit: visit, ways: map[*shape][]*shapedField{}}
	w.plan(root, wanted)
	w.walk("", reflect.ValueOf(a).Elem(), root)
}

// shape is what walk knows about a type of the account.
type shape struct {
	t         reflect.Type
	validates bool
	elem      *shape // of a list
	fields    []*shapedField
}

type shapedField struct {
	index int
	key   string
	shape *shape
}

// accountShape returns the shape of an account, found out once.
var accountShape = sync.OnceValue(func() *shape { return shapeOf(reflect.TypeFor[Account](), map[reflect.Type]*shape{}) })

func shapeOf(t reflect.Type, known map[reflect.Type]*shape) *shape {
	if s, ok := known[t]; ok {
		return s
	}
	s := &shape{t: t, validates: t.Implements(reflect.TypeFor[validator]())}
	known[t] = s
	switch {
	case t.Kind() == reflect.Slice:
		s.elem = shapeOf(t.Elem(), known)
	case t.Kind() == reflect.Struct && !s.validates:
		for i := range t.NumField() {
			s.fields = append(s.fields, &shapedField{i, jsonKey(t.Field(i)), shapeOf(t.Field(i).Type, known)})
		}
	}
	return s
}

// walker goes only the ways that lead to what is wanted.
type walker struct {
	visit func(at keypath.Path, field string, v reflect.Value)
	at    keypath.Path
	ways  map[*shape][]*shapedField // of objects
}

// plan finds the ways through a shape, and reports whether anything in it is wanted.
func (w *walker) plan(s *shape, wanted func(*shape) bool) bool {
	switch {
	case s.elem != nil:
		return w.plan(s.elem, wanted)
	case s.fields == nil:
		return wanted(s)
	}
	if ways, known := w.ways[s]; known {
		return ways != nil
	}
	w.ways[s] = nil
	for _, f := range s.fields {
		if w.plan(f.shape, wanted) {
			w.ways[s] = append(w.ways[s], f)
		}
	}
	return w.ways[s] != nil
}

func (w *walker) walk(field string, v reflect.Value, s *shape) {
	switch {
	case s.elem != nil:
		for i := range v.Len() {
			w.at = append(w.at, keypath.Step{Index: i})
			w.walk(field, v.Index(i), s.elem)
			w.at = w.at[:len(w.at)-1]
		}
	case s.fields != nil:
		for _, f := range w.ways[s] {
			w.at = append(w.at, keypath.Step{Key: f.key})
			w.walk(f.key, v.Field(f.index), f.shape)
			w.at = w.at[:len(w.at)-1]
		}
	case !v.IsZero() || w.at[len(w.at)-1].Key == "":
		w.visit(w.at, field, v)
	}
}
