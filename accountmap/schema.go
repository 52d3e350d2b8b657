package accountmap

import (
	"iter"
	"reflect"
	"sync"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// accountSchema describes the lists and fields of an account.
var accountSchema = sync.OnceValue(func() *schema.Schema { return schema.Of(reflect.TypeFor[Account]()) })

// walk calls visit for the values of the wanted fields, in the order of the file; see
// [schema.Schema.Walk]. Rules that use it hold for new lists, too.
func walk(a *Account, wanted func(*schema.Field) bool, visit func(at schema.Path, f *schema.Field, v reflect.Value)) {
	accountSchema().Walk(reflect.ValueOf(a).Elem(), wanted, visit)
}

// isKind returns a predicate for fields whose values, or list entries, are of the kind.
func isKind(k schema.Kind) func(*schema.Field) bool {
	return func(f *schema.Field) bool { return f.Value().Kind == k }
}

// amounts calls visit for every known amount of the account.
func (a *Account) amounts(visit func(at schema.Path, amount *Money)) {
	walk(a, isKind(schema.Money), func(at schema.Path, _ *schema.Field, v reflect.Value) {
		if amount := v.Addr().Interface().(*Money); !amount.IsZero() {
			visit(at, amount)
		}
	})
}

// clone returns a copy that shares no memory with a.
func (a *Account) clone() *Account {
	c := cloned(*a)
	return &c
}

// cloned returns a copy of an account, entry or object that shares no memory with v.
func cloned[T any](v T) T {
	t := accountSchema().Type(reflect.TypeFor[T]())
	if t.Flat() {
		return v
	}
	c := v
	t.Unshare(reflect.ValueOf(&c).Elem())
	return c
}

// each walks copies of the entries of a list.
func each[T any](list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range list {
			if !yield(cloned(v)) {
				return
			}
		}
	}
}
