package accountmap

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/internal/norace"
)

// notCompared lists the keys whose changes do not concern the account.
var notCompared = map[string]string{
	"format": "it is of the file",
}

// TestCompareNoticesEveryKey edits every value of every list separately. Compare must report the
// key or, for an identifying value, a deleted and an added entry.
func TestCompareNoticesEveryKey(t *testing.T) {
	norace.Only(t)
	edits := 0
	eachEdit(reflect.TypeFor[Account](), func(at []int, key string) {
		for name, edit := range map[string]func(reflect.Value){"changed": change, "cleared": reflect.Value.SetZero} {
			before, after := filled(), filled()
			edit(valueAt(reflect.ValueOf(after).Elem(), at))
			c := Compare(&Map{a: before}, &Map{a: after})
			if reason, ok := notCompared[key]; ok {
				assert.True(t, c.IsZero(), "%s %s: %s", key, name, reason)
				continue
			}
			require.False(t, c.IsZero(), "%s %s", key, name)
			assert.LessOrEqual(t, c.Len(), 2, "%s %s", key, name)
			for _, list := range c.Lists() {
				for _, x := range list {
					assert.Equal(t, x.Kind == ChangeEdited, len(x.Keys) == 1, "%s %s: %s %s", key, name, x.Kind, x.Keys)
				}
			}
			assert.Equal(t, c.Len(), Compare(&Map{a: after}, &Map{a: before}).Len(), "%s %s", key, name)
			edits++
		}
	})
	assert.Greater(t, edits, 350)
}

// eachEdit calls visit with the path of every value in the second entry of every list, and its key
// in the file.
func eachEdit(t reflect.Type, visit func(at []int, key string)) {
	switch t.Kind() {
	case reflect.Slice:
		visit(nil, "")
		eachEdit(t.Elem(), func(at []int, key string) { visit(append([]int{1}, at...), key) })
	case reflect.Struct:
		for i := range t.NumField() {
			eachEdit(t.Field(i).Type, func(at []int, key string) {
				if key == "" {
					key = schema.Key(t.Field(i))
				}
				visit(append([]int{i}, at...), key)
			})
		}
	default:
		visit(nil, "")
	}
}

func valueAt(v reflect.Value, at []int) reflect.Value {
	for _, i := range at {
		if v.Kind() == reflect.Slice {
			v = v.Index(i)
		} else {
			v = v.Field(i)
		}
	}
	return v
}

// filled returns an account with two entries in every list and distinct values everywhere. It is
// not valid, which Compare allows.
func filled() *Account {
	a := &Account{}
	n := 0
	fill(reflect.ValueOf(a).Elem(), &n)
	return a
}

func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(float64(*n))
	default:
		v.SetInt(int64(*n))
	}
}

// change makes another value of the same type; a list gets longer.
func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
	case reflect.String:
		v.SetString(v.String() + ".")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Float64:
		v.SetFloat(v.Float() + 0.5)
	default:
		v.SetInt(v.Int() + 1)
	}
}

// TestFingerprintsAgreeWithSame compares the two methods of comparison, on pairs of accounts with
// at most one difference.
func TestFingerprintsAgreeWithSame(t *testing.T) {
	norace.Only(t)
	a := filled()
	eachEdit(reflect.TypeFor[Account](), func(at []int, key string) {
		b := filled()
		change(valueAt(reflect.ValueOf(b).Elem(), at))
		assert.False(t, same(reflect.ValueOf(*a), reflect.ValueOf(*b)), key)
		assert.NotEqual(t, fingerprint(reflect.ValueOf(*a)), fingerprint(reflect.ValueOf(*b)), key)
	})
	assert.Equal(t, fingerprint(reflect.ValueOf(*a)), fingerprint(reflect.ValueOf(*filled())))
	assert.True(t, same(reflect.ValueOf(*a), reflect.ValueOf(*filled())))

	none, empty := Contract{}, Contract{Units: []UnitID{}}
	assert.True(t, same(reflect.ValueOf(none), reflect.ValueOf(empty)))
	assert.Equal(t, fingerprint(reflect.ValueOf(none)), fingerprint(reflect.ValueOf(empty)))
	assert.NotEqual(t, fingerprint(reflect.ValueOf(Contract{Units: []UnitID{`a","b`}})), fingerprint(reflect.ValueOf(Contract{Units: []UnitID{"a", "b"}})))
}
