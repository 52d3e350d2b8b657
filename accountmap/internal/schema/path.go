package schema

import (
	"cmp"
	"strconv"
	"strings"
)

// Path leads from the account to one of its values: contacts[3].reportsTo. The empty path is the
// account itself.
type Path []Step

// Step is a key of an object or, if Key is empty, the index of an entry in a list.
type Step struct {
	Key   string
	Index int
}

// String returns the path in the notation of a problem: "contacts[3].reportsTo".
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.Key == "":
			b.WriteString("[" + strconv.Itoa(s.Index) + "]")
		case i == 0:
			b.WriteString(s.Key)
		default:
			b.WriteString("." + s.Key)
		}
	}
	return b.String()
}

// ParsePath is the inverse of [Path.String]. Keys must not contain dots or brackets.
func ParsePath(text string) Path {
	var p Path
	for text != "" {
		var s Step
		s, text = parseStep(text)
		p = append(p, s)
	}
	return p
}

// Entry returns the list and the index of the entry that the path begins with. It returns false for
// paths outside the entries of a list of the account.
func (p Path) Entry() (list string, index int, ok bool) {
	if len(p) < 2 || p[0].Key == "" || p[1].Key != "" {
		return "", 0, false
	}
	return p[0].Key, p[1].Index, true
}

// parseStep splits off the first step of a non-empty path. An index that is not a number becomes 0.
func parseStep(text string) (s Step, rest string) {
	if text[0] == '[' {
		if index, rest, ok := strings.Cut(text[1:], "]"); ok {
			s.Index, _ = strconv.Atoi(index)
			return s, strings.TrimPrefix(rest, ".")
		}
	}
	end := strings.IndexAny(text[1:], ".[") + 1
	if end <= 0 {
		return Step{Key: text}, ""
	}
	return Step{Key: text[:end]}, strings.TrimPrefix(text[end:], ".")
}

// At returns the type of the value at a path, or nil.
func (s *Schema) At(p Path) *Type {
	t := s.Account
	for _, step := range p {
		f, ok := t.byKey[step.Key]
		switch {
		case step.Key == "" && t.Kind == List:
			t = t.Elem
		case step.Key != "" && ok:
			t = f.Type
		default:
			return nil
		}
	}
	return t
}

// ComparePaths orders two paths: by the field of the account, in the order of the file; then an
// object before its values, entries by index and keys by bytes. Unknown fields come last.
func (s *Schema) ComparePaths(a, b string) int {
	for top := true; a != "" && b != ""; top = false {
		var x, y Step
		x, a = parseStep(a)
		y, b = parseStep(b)
		if top && x.Key != y.Key {
			return cmp.Or(cmp.Compare(s.rank(x.Key), s.rank(y.Key)), cmp.Compare(x.Key, y.Key))
		}
		if c := cmp.Or(cmp.Compare(x.Key, y.Key), cmp.Compare(x.Index, y.Index)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func (s *Schema) rank(key string) int {
	if f, ok := s.Account.byKey[key]; ok {
		return f.Index
	}
	return len(s.Account.Fields)
}
