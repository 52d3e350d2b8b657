package codec

import (
	"encoding"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/keypath"
)

// form is how the values of a type are written.
type form uint8

const (
	formText form = iota
	// formWord is a text that the type reads by itself: a date, a word of a list.
	formWord
	formMoney
	formInt
	formFloat
	formBool
	formList
	formObject
)

// plan is what reading and writing need to know of a type of the account.
type plan struct {
	t    reflect.Type
	form form
	// elem is the plan of a list's entries.
	elem *plan
	// fields are an object's, in the order in which they are written, and byKey their indexes.
	fields []field
	byKey  map[string]int
	// words keeps what a formWord or formMoney was read as, since few dates and words fill many lines.
	words map[string]reflect.Value
}

type field struct {
	key   string
	index int
	// omit says that the key is left out when its value is zero.
	omit bool
	plan *plan
}

// maxWords bounds [plan.words].
const maxWords = 1 << 14

// accountPlan makes the plan of an account. Plans hold the words of one reading, so each reading makes its own; there are some forty.
func accountPlan() *plan { return plans{}.of(reflect.TypeFor[accountmap.Account]()) }

type plans map[reflect.Type]*plan

func (ps plans) of(t reflect.Type) *plan {
	if p, ok := ps[t]; ok {
		return p
	}
	p := &plan{t: t, words: map[string]reflect.Value{}}
	ps[t] = p
	switch {
	case t == reflect.TypeFor[accountmap.Money]():
		p.form = formMoney
	case reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		p.form = formWord
	case t.Kind() == reflect.Slice:
		p.form = formList
		p.elem = ps.of(t.Elem())
	case t.Kind() == reflect.Struct:
		p.form = formObject
		p.byKey = map[string]int{}
		for i := range t.NumField() {
			name, option, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			p.byKey[name] = len(p.fields)
			p.fields = append(p.fields, field{key: name, index: i, omit: option == "omitzero", plan: ps.of(t.Field(i).Type)})
		}
	case t.Kind() == reflect.Int:
		p.form = formInt
	case t.Kind() == reflect.Float64:
		p.form = formFloat
	case t.Kind() == reflect.Bool:
		p.form = formBool
	}
	return p
}

// keys lists the keys of an object.
func (p *plan) keys() []string {
	names := make([]string, len(p.fields))
	for i, f := range p.fields {
		names[i] = f.key
	}
	return names
}

// typeAt returns the type of the value that a path leads to, and nil when there is no such value.
func (p *plan) typeAt(way keypath.Path) reflect.Type {
	for _, s := range way {
		switch i, has := p.byKey[s.Key]; {
		case s.Key == "" && p.form == formList:
			p = p.elem
		case s.Key != "" && has:
			p = p.fields[i].plan
		default:
			return nil
		}
	}
	return p.t
}
