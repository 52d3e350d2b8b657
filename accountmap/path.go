package accountmap

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"
)

// comparePaths orders paths as the account file does: lists in the order of [Account]'s fields, list indexes as numbers.
func comparePaths(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = nextSegment(a)
		y, b = nextSegment(b)
		if c := compareSegments(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// nextSegment cuts the first of "contacts[3].reportsTo": "contacts", then "3", then "reportsTo".
func nextSegment(path string) (segment, rest string) {
	if i := strings.IndexAny(path, ".[]"); i >= 0 {
		return path[:i], strings.TrimLeft(path[i:], ".[]")
	}
	return path, ""
}

func compareSegments(x, y string) int {
	i, errI := strconv.Atoi(x)
	j, errJ := strconv.Atoi(y)
	if errI == nil && errJ == nil {
		return cmp.Compare(i, j)
	}
	return cmp.Or(cmp.Compare(listRank(x), listRank(y)), cmp.Compare(x, y))
}

// listRank is the place of a key among the account's own, and after all of them for any other.
func listRank(key string) int {
	t := reflect.TypeFor[Account]()
	for i := range t.NumField() {
		if jsonKey(t.Field(i)) == key {
			return i
		}
	}
	return t.NumField()
}

// jsonKey is the key of a field in the account file.
func jsonKey(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}
