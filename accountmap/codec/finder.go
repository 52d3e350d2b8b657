package codec

import "github.com/accountatlas/accountatlas/accountmap/internal/keypath"

// finder finds the values that paths lead to. It remembers where the entries of lists begin, once a list was asked for.
type finder struct {
	tree    *tree
	entries map[int32][]int32
}

// find returns the place of the value at the path or, when the file does not have it, of the nearest object or list around it.
func (f *finder) find(p keypath.Path) uint64 {
	i := int32(0)
	for _, s := range p {
		next := int32(-1)
		if s.Key != "" {
			next = f.tree.get(i, s.Key)
		} else if entries := f.list(i); s.Index < len(entries) {
			next = entries[s.Index]
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
