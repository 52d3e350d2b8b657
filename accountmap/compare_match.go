package accountmap

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// match returns, for each entry of after, the index of its partner in before, or -1; and the
// indexes of the entries of before without a partner, in ascending order. Equal entries are matched
// first, then those of one identity in their order. An entry inserted at the top of a list must not
// seem to edit all entries after it.
func match(entry *schema.Type, before, after reflect.Value) (partners, removed []int) {
	alike := make(map[string]int, before.Len())
	identities := func(list reflect.Value) []string {
		ids := make([]string, list.Len())
		for i := range ids {
			ids[i] = identity(entry, list.Index(i))
			alike[ids[i]]++
		}
		return ids
	}
	earlier, later := identities(before), identities(after)
	partners, matched := slices.Repeat([]int{-1}, after.Len()), make([]bool, before.Len())
	next := make([]int, before.Len()) // the next free entry with the same key, or -1
	pair := func(key func(list reflect.Value, ids []string, i int) string) {
		if !slices.Contains(matched, false) {
			return
		}
		first := make(map[string]int, before.Len())
		for i := before.Len() - 1; i >= 0; i-- {
			if matched[i] {
				continue
			}
			k := key(before, earlier, i)
			next[i] = -1
			if j, ok := first[k]; ok {
				next[i] = j
			}
			first[k] = i
		}
		for i, partner := range partners {
			if partner >= 0 {
				continue
			}
			k := key(after, later, i)
			if j, ok := first[k]; ok && j >= 0 {
				partners[i], matched[j], first[k] = j, true, next[j]
			}
		}
	}
	pair(func(list reflect.Value, ids []string, i int) string {
		if alike[ids[i]] <= 2 {
			return ids[i]
		}
		return "=" + fingerprint(list.Index(i))
	})
	pair(func(_ reflect.Value, ids []string, i int) string { return ids[i] })
	for i, taken := range matched {
		if !taken {
			removed = append(removed, i)
		}
	}
	return partners, removed
}

// same reports whether two values of the account are equal; an empty list equals a nil one.
func same(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !same(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := range a.NumField() {
			if !same(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}

func identity(t *schema.Type, entry reflect.Value) string {
	var text []byte
	for _, f := range t.Identity(entry) {
		text = append(appendValue(text, entry.Field(f.Index)), ',')
	}
	return string(text)
}

// fingerprint returns a text that is equal for two entries exactly when they are the [same].
func fingerprint(entry reflect.Value) string { return string(appendValue(nil, entry)) }

func appendValue(text []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Slice:
		text = append(text, '[')
		for i := range v.Len() {
			text = append(appendValue(text, v.Index(i)), ',')
		}
		return append(text, ']')
	case reflect.Struct:
		for i := range v.NumField() {
			text = append(appendValue(text, v.Field(i)), ',')
		}
		return text
	case reflect.String:
		return strconv.AppendQuote(text, v.String())
	case reflect.Bool:
		return strconv.AppendBool(text, v.Bool())
	case reflect.Float64:
		return strconv.AppendFloat(text, v.Float(), 'g', -1, 64)
	}
	return strconv.AppendInt(text, v.Int(), 10)
}
