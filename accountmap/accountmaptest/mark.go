package accountmaptest

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// Mark puts a unique text into every free text of the account that is not empty, so that a test can look for it in output made of the account.
// It returns the texts by key, such as "contacts.evidence.source", in the order of the entries. A mark is a short word of letters and digits
// that no writer breaks, escapes or translates, and no mark is part of another.
func Mark(a *accountmap.Account) map[string][]string {
	marks := map[string][]string{}
	n := 0
	mark("", reflect.ValueOf(a).Elem(), func(key string) string {
		n++
		word := fmt.Sprintf("zq%04dx", n)
		marks[key] = append(marks[key], word)
		return word
	})
	return marks
}

func mark(key string, v reflect.Value, next func(key string) string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if name != "id" {
				mark(strings.TrimPrefix(key+"."+name, "."), v.Field(i), next)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			mark(key, v.Index(i), next)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.Len() > 0 {
			v.SetString(next(key))
		}
	}
}
