package accountmaptest_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/accountmaptest"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

func TestFullHasEveryKey(t *testing.T) {
	a := accountmaptest.Full()
	assert.Empty(t, accountmaptest.Validate(a))
	had := map[string]bool{}
	keysOf("", reflect.ValueOf(a).Elem(), had)
	keys := keysOfType("", reflect.TypeFor[accountmap.Account]())
	assert.Greater(t, len(keys), 180)
	for _, key := range keys {
		assert.True(t, had[key], "no entry has a value for %s", key)
	}
}

// keysOf records the keys for which v has a value.
func keysOf(key string, v reflect.Value, had map[string]bool) {
	switch {
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			keysOf(key, v.Index(i), had)
		}
	case isObject(v.Type()):
		for i := range v.NumField() {
			keysOf(key+"."+schema.Key(v.Type().Field(i)), v.Field(i), had)
		}
	case !v.IsZero():
		had[key] = true
	}
}

func keysOfType(key string, t reflect.Type) []string {
	switch {
	case t.Kind() == reflect.Slice:
		return keysOfType(key, t.Elem())
	case isObject(t):
		var keys []string
		for i := range t.NumField() {
			keys = append(keys, keysOfType(key+"."+schema.Key(t.Field(i)), t.Field(i).Type)...)
		}
		return keys
	}
	return []string{key}
}

func isObject(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[accountmap.Date]() && t != reflect.TypeFor[accountmap.Money]()
}
