package codec

import (
	"strconv"
	"strings"
)

// path is the way from the account to a value; it becomes text only for a problem.
type path []step

type step struct {
	key   string
	index int // used when key is empty
}

// String returns the path as [accountmap.Problem] has it: "contacts[3].reportsTo".
func (p path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.key == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case i == 0:
			b.WriteString(s.key)
		default:
			b.WriteString("." + s.key)
		}
	}
	return b.String()
}

// parsePath reads what String writes of the keys of an account, none of which has a point or a bracket.
func parsePath(s string) path {
	var p path
	for s != "" {
		if index, rest, ok := strings.Cut(strings.TrimPrefix(s, "["), "]"); ok && s[0] == '[' {
			i, _ := strconv.Atoi(index)
			p = append(p, step{index: i})
			s = strings.TrimPrefix(rest, ".")
			continue
		}
		end := strings.IndexAny(s, ".[")
		if end < 0 {
			end = len(s)
		}
		p = append(p, step{key: s[:end]})
		s = strings.TrimPrefix(s[end:], ".")
	}
	return p
}

// finder finds the values that paths lead to. It remembers where the entries of lists begin, once a list was asked for.
type finder struct {
	tree    *tree
	entries map[int32][]int32
}

// find returns the place of the value at the path or, when the file does not have it, of the nearest object or list around it.
func (f *finder) find(p path) uint64 {
	i := int32(0)
	for _, s := range p {
		next := int32(-1)
		if s.key != "" {
			next = f.tree.get(i, s.key)
		} else if entries := f.list(i); s.index < len(entries) {
			next = entries[s.index]
		}
		if next < 0 {
			break
		}
		i = next
	}
	return f.tree.nodes[i].at
}

func (f *finder) list(i int32) []int32 {
	n := f.tree.nodes[i]
	if n.kind != list {
		return nil
	}
	entries, known := f.entries[i]
	if !known {
		for k := i + 1; k < n.next; k = f.tree.nodes[k].next {
			entries = append(entries, k)
		}
		f.entries[i] = entries
	}
	return entries
}
