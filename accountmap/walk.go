package accountmap

import "reflect"

// validator is a value that knows whether it can be: a word of a list, a date, an amount.
type validator interface{ valid() error }

// walk calls visit for every value of the account that is not a list or an object, in the order of the fields. A date or an amount is
// one value. The rules that hold for a type wherever it stands are written over walk, so that a new list is checked without a new rule.
func walk(a *Account, visit func(at place, field string, v reflect.Value)) {
	w := walker{visit: visit, plans: map[reflect.Type]*plan{}}
	w.walk("", reflect.ValueOf(a).Elem())
}

type walker struct {
	visit func(at place, field string, v reflect.Value)
	at    place
	plans map[reflect.Type]*plan
}

// plan is what walking needs to know of a struct type, found out once a walk.
type plan struct {
	value  bool // the struct is one value, not an object
	fields []plannedField
}

type plannedField struct {
	index int
	key   string
}

func (w *walker) walk(field string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			w.at = append(w.at, step{index: i})
			w.walk(field, v.Index(i))
			w.at = w.at[:len(w.at)-1]
		}
		return
	case reflect.Struct:
		if p := w.plan(v.Type()); !p.value {
			for _, f := range p.fields {
				w.at = append(w.at, step{key: f.key})
				w.walk(f.key, v.Field(f.index))
				w.at = w.at[:len(w.at)-1]
			}
			return
		}
	}
	if !v.IsZero() {
		w.visit(w.at, field, v)
	}
}

func (w *walker) plan(t reflect.Type) *plan {
	p, ok := w.plans[t]
	if !ok {
		p = &plan{value: t.Implements(reflect.TypeFor[validator]())}
		for i := range t.NumField() {
			p.fields = append(p.fields, plannedField{i, jsonKey(t.Field(i))})
		}
		w.plans[t] = p
	}
	return p
}
