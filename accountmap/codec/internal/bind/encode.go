package bind

import (
	"reflect"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/tree"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// Tree returns the tree of an account: every non-zero value, in the order of the fields.
func Tree(a *accountmap.Account) *tree.Tree {
	numbered := *a
	numbered.Format = accountmap.FormatVersion
	e := encoder{&tree.Tree{}, a.Currency}
	e.value(reflect.ValueOf(&numbered).Elem(), description().Account)
	return e.tree
}

type encoder struct {
	tree     *tree.Tree
	currency accountmap.Currency
}

func (e *encoder) value(v reflect.Value, t *schema.Type) {
	switch t.Kind {
	case schema.Object:
		i := e.tree.Begin(tree.Object, "", 0)
		for _, f := range t.Fields {
			required := f.Required || f.Of == description().Account && Requires(f.Key)
			if field := v.Field(f.Index); required || !isZero(field) {
				e.tree.AddKey(f.Key, 0)
				e.value(field, f.Type)
			}
		}
		e.tree.End(i)
	case schema.List:
		i := e.tree.Begin(tree.List, "", 0)
		for j := range v.Len() {
			e.value(v.Index(j), t.Elem)
		}
		e.tree.End(i)
	case schema.Date: // without quotes in YAML, like amounts
		if d := v.Interface().(accountmap.Date); d.IsZero() {
			e.tree.Add(tree.Text, "", 0)
		} else {
			e.tree.Add(tree.Plain, d.String(), 0)
		}
	case schema.Money:
		if m := v.Interface().(accountmap.Money); m.IsZero() {
			e.tree.Add(tree.Text, "", 0)
		} else {
			e.tree.Add(tree.Plain, m.Format(e.currency), 0)
		}
	case schema.Whole:
		e.tree.Add(tree.Number, strconv.FormatInt(v.Int(), 10), 0)
	case schema.Number:
		e.tree.Add(tree.Number, schema.FormatNumber(v.Float()), 0)
	case schema.Bool:
		e.tree.Add(tree.Bool, strconv.FormatBool(v.Bool()), 0)
	default:
		e.tree.Add(tree.Text, v.String(), 0)
	}
}

func isZero(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		if z, ok := v.Interface().(interface{ IsZero() bool }); ok {
			return z.IsZero()
		}
	}
	return v.IsZero()
}
