package accountmap

import (
	"reflect"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// match returns, for each entry of after, the index of its partner in before, or -1; and the
// indexes of the entries of before without a partner, in ascending order.
func match(entry *schema.Type, before, after reflect.Value) (partners, removed []int) {
	alike := make(map[string]*[2][]int, before.Len())
	add := func(list reflect.Value, side int) {
		for i := range list.Len() {
			key := identity(entry, list.Index(i))
			if alike[key] == nil {
				alike[key] = new([2][]int)
			}
			alike[key][side] = append(alike[key][side], i)
		}
	}
	add(before, 0)
	add(after, 1)
	partners = make([]int, after.Len())
	for i := range partners {
		partners[i] = -1
	}
	matched := make([]bool, before.Len())
	for _, g := range alike { // in any order, since groups are independent
		for _, pair := range matchAlike(before, after, g[0], g[1]) {
			partners[pair[1]] = pair[0]
			matched[pair[0]] = true
		}
	}
	for i := range matched {
		if !matched[i] {
			removed = append(removed, i)
		}
	}
	return partners, removed
}

// matchAlike pairs entries of one identity, given by their indexes: first the equal ones, then the
// others in their order. An entry inserted at the top of a list must not seem to edit all entries
// after it.
func matchAlike(before, after reflect.Value, earlier, later []int) (pairs [][2]int) {
	if len(earlier) > 1 || len(later) > 1 {
		equal := map[string][]int{}
		for _, i := range earlier {
			key := fingerprint(before.Index(i))
			equal[key] = append(equal[key], i)
		}
		taken := map[int]bool{}
		var others []int
		for _, j := range later {
			key := fingerprint(after.Index(j))
			if candidates := equal[key]; len(candidates) > 0 {
				pairs = append(pairs, [2]int{candidates[0], j})
				taken[candidates[0]] = true
				equal[key] = candidates[1:]
				continue
			}
			others = append(others, j)
		}
		var rest []int
		for _, i := range earlier {
			if !taken[i] {
				rest = append(rest, i)
			}
		}
		earlier, later = rest, others
	}
	for k := range min(len(earlier), len(later)) {
		pairs = append(pairs, [2]int{earlier[k], later[k]})
	}
	return pairs
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

// fingerprint returns a text that is equal for two entries exactly when they are the [same].
func fingerprint(entry reflect.Value) string { return string(appendValue(nil, entry)) }

func identity(t *schema.Type, entry reflect.Value) string {
	var text []byte
	for _, f := range t.Identity(entry) {
		text = append(appendValue(text, entry.Field(f.Index)), ',')
	}
	return string(text)
}

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
