package accountmap

import (
	"reflect"
	"strconv"
)

// match finds for each entry of after the index of the same entry in before, or -1, and the entries of before that have none, in order.
func match[T any](before, after []T, identity func(T) any) (partners, left []int) {
	alike := make(map[any]*[2][]int, len(before))
	group := func(v T) *[2][]int {
		key := identity(v)
		if alike[key] == nil {
			alike[key] = new([2][]int)
		}
		return alike[key]
	}
	for i, v := range before {
		g := group(v)
		g[0] = append(g[0], i)
	}
	partners = make([]int, len(after))
	for i, v := range after {
		g := group(v)
		g[1] = append(g[1], i)
		partners[i] = -1
	}
	matched := make([]bool, len(before))
	for _, g := range alike { // in any order, since a group has nothing to do with another
		for _, pair := range matchAlike(before, after, g[0], g[1]) {
			partners[pair[1]] = pair[0]
			matched[pair[0]] = true
		}
	}
	for i := range before {
		if !matched[i] {
			left = append(left, i)
		}
	}
	return partners, left
}

// matchAlike pairs entries of one identity, given by their indexes: first those that are equal, then the others in their order, so that
// one entry more at the top of a list does not seem to edit all that follow.
func matchAlike[T any](before, after []T, these, those []int) (pairs [][2]int) {
	if len(these) > 1 || len(those) > 1 {
		equal := map[string][]int{}
		for _, i := range these {
			key := fingerprint(before[i])
			equal[key] = append(equal[key], i)
		}
		taken := map[int]bool{}
		var others []int
		for _, j := range those {
			key := fingerprint(after[j])
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
func fingerprint[T any](entry T) string { return string(appendValue(nil, reflect.ValueOf(entry))) }

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
