// Package keypath has the way from an account to one of its values by the keys of the account file: contacts[3].reportsTo.
package keypath

import (
	"strconv"
	"strings"
)

// Path is the way to a value, the empty one to the account itself. It grows and shrinks while an account is walked, and becomes text only for
// a problem.
type Path []Step

// Step is a key of an object or, when Key is empty, the index of an entry in a list.
type Step struct {
	Key   string
	Index int
}

// String returns the path as a problem has it: "contacts[3].reportsTo".
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

// Parse reads what String writes of the keys of an account, none of which has a point or a bracket.
func Parse(s string) Path {
	var p Path
	for s != "" {
		if index, rest, ok := strings.Cut(strings.TrimPrefix(s, "["), "]"); ok && s[0] == '[' {
			i, _ := strconv.Atoi(index)
			p = append(p, Step{Index: i})
			s = strings.TrimPrefix(rest, ".")
			continue
		}
		end := strings.IndexAny(s, ".[")
		if end < 0 {
			end = len(s)
		}
		p = append(p, Step{Key: s[:end]})
		s = strings.TrimPrefix(s[end:], ".")
	}
	return p
}
