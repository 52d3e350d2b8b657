package accountmaptest

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

var accountSchema = sync.OnceValue(func() *schema.Schema { return schema.Of(reflect.TypeFor[accountmap.Account]()) })

// completer adds entries to empty lists, so that tests cover every new list of the account.
type completer struct{ account reflect.Value }

// complete adds want(list) entries to every empty list. An entry has a value in every field, except
// for references to empty lists.
func complete(a *accountmap.Account, want func(list *schema.Field) int) {
	c := completer{reflect.ValueOf(a).Elem()}
	for _, f := range accountSchema().Lists() {
		list := c.account.Field(f.Index)
		for n := range want(f) {
			if list.Len() > n {
				break
			}
			entry := reflect.New(f.Value().Go).Elem()
			if c.fill(entry, f.Value(), n) {
				list.Set(reflect.Append(list, entry))
			}
		}
	}
}

// fill sets the fields of entry n. It returns false if a required reference is to an empty list.
func (c completer) fill(object reflect.Value, t *schema.Type, n int) bool {
	for _, f := range t.Fields {
		v := object.Field(f.Index)
		if f.Type.Kind == schema.List {
			value := reflect.New(f.Value().Go).Elem()
			if c.set(value, f, n) {
				v.Set(reflect.Append(v, value))
			}
			continue
		}
		if !c.set(v, f, n) && f.Required {
			return false
		}
	}
	return true
}

func (c completer) set(v reflect.Value, f *schema.Field, n int) bool {
	switch t := f.Value(); t.Kind {
	case schema.Object:
		return c.fill(v, t, n)
	case schema.Reference:
		if f.IsID() {
			v.SetString(fmt.Sprintf("%s-%d", f.Of.Noun, n+1))
			return true
		}
		list := c.account.Field(t.Refers.Index)
		if list.Len() == 0 {
			return false
		}
		i := (n + f.Index) % list.Len() // differs between the two ends of a relationship
		v.SetString(list.Index(i).Field(t.Refers.Value().ID.Index).String())
	case schema.Word:
		v.SetString(t.Words[n%len(t.Words)])
	case schema.Text, schema.Code:
		text, ok := textOf(f)
		v.SetString(text)
		return ok
	case schema.Date:
		v.Set(reflect.ValueOf(asOf()))
	case schema.Money:
		v.Set(reflect.ValueOf(euros(1_000_00)))
	case schema.Whole:
		v.SetInt(1)
	case schema.Number:
		v.SetFloat(1)
	case schema.Bool:
		v.SetBool(true)
	}
	return true
}

// textOf returns a text for a field: its key, or a valid text if it has a syntax. It returns false
// for an unknown syntax.
func textOf(f *schema.Field) (string, bool) {
	switch f.Value().Go {
	case reflect.TypeFor[accountmap.Currency]():
		return "EUR", true
	case reflect.TypeFor[accountmap.Recurrence]():
		return "FREQ=MONTHLY", true
	case reflect.TypeFor[accountmap.Period]():
		return "2026", true
	}
	return strings.ToUpper(f.Key[:1]) + f.Key[1:], f.Value().Kind == schema.Text
}

func isShaped(list *schema.Field) bool {
	_, ok := reflect.TypeFor[Shape]().FieldByName(list.Name)
	return ok || list.Key == "coverage" // set by Shape.Assessed
}
