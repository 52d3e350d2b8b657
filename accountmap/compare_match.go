package accountmap

import (
	"reflect"
	"strconv"

	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
)

// match finds for each entry of after the index of the same entry in before, or -1, and the entries
// of before that have none, in order.
func match(before, after reflect.Value) (partners, left []int) {
	alike := make(map[string]*[2][]int, before.Len())
	entry := accountSchema().Type(before.Type()).Elem
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
	for _, g := range alike { // in any order, since a group has nothing to do with another
		for _, pair := range matchAlike(before, after, g[0], g[1]) {
			partners[pair[1]] = pair[0]
			matched[pair[0]] = true
		}
	}
	for i := range matched {
		if !matched[i] {
			left = append(left, i)
		}
	}
	return partners, left
}

// matchAlike pairs entries of one identity, given by their indexes: first those that are equal,
// then the others in their order, so that one entry more at the top of a list does not seem to edit
// all that follow.
func matchAlike(before, after reflect.Value, these, those []int) (pairs [][2]int) {
	if len(these) > 1 || len(those) > 1 {
		equal := map[string][]int{}
		for _, i := range these {
			key := fingerprint(before.Index(i))
			equal[key] = append(equal[key], i)
		}
		taken := map[int]bool{}
		var others []int
		for _, j := range those {
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
		for _, i := range these {
			if !taken[i] {
				rest = append(rest, i)
			}
		}
		these, those = rest, others
	}
	for k := range min(len(these), len(those)) {
		pairs = append(pairs, [2]int{these[k], those[k]})
	}
	return pairs
}

// same reports whether two values of the account are equal; an empty list is the same as none.
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

// fingerprint is a text that two entries have in common when they are the [same], and only then.
func fingerprint(entry reflect.Value) string { return string(appendValue(nil, entry)) }

// identity is a text that tells an entry apart from the others of its list, as far as anything
// does.
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
