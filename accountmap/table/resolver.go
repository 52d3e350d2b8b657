package table

import "strings"

// Resolver finds the row that a cell refers to. It is made of the rows as they are read, and of the labels of the workbook as it was written,
// so that an entry is found by its earlier name, too.
type Resolver struct {
	keys   map[string]bool
	names  map[string]string // by folded name; empty for a name of several
	before map[uint64]string // by fingerprint
}

// NewResolver returns a resolver that knows the labels that a list was written with. The list may be nil.
func NewResolver(list *BookList) *Resolver {
	r := &Resolver{keys: map[string]bool{}, names: map[string]string{}, before: map[uint64]string{}}
	if list != nil {
		for i, f := range list.Labels {
			r.before[f] = list.Rows[i]
		}
	}
	return r
}

// Add tells the resolver of a row.
func (r *Resolver) Add(key, name string) {
	r.keys[key] = true
	if name = fold(name); name == "" {
		return
	}
	if other, taken := r.names[name]; taken && other != key {
		key = ""
	}
	r.names[name] = key
}

// Key returns the key of the row that a cell refers to: by its key, by a label with the key in brackets, by the label that the workbook was
// written with, or by its name now. It reports false when no row, or more than one, is meant.
func (r *Resolver) Key(cell string) (key string, ok bool) {
	if r.keys[cell] {
		return cell, true
	}
	cell = strings.TrimSpace(cell)
	if r.keys[cell] {
		return cell, true
	}
	// A key may have brackets itself: the longest that is one counts.
	for i := 0; strings.HasSuffix(cell, "]"); i++ {
		next := strings.IndexByte(cell[i:], '[')
		if next < 0 {
			break
		}
		i += next
		if key := cell[i+1 : len(cell)-1]; r.keys[key] {
			return key, true
		}
	}
	now, named := r.names[fold(cell)]
	before, known := r.before[Fingerprint(cell)]
	switch {
	case known && r.keys[before] && (!named || now == before):
		return before, true
	case known && r.keys[before]:
		return "", false // it was one's name and is now another's, or that of both
	}
	return now, named && now != ""
}

// Ambiguous reports whether the cell has a name that more than one row has, or had.
func (r *Resolver) Ambiguous(cell string) bool {
	_, found := r.Key(cell)
	_, named := r.names[fold(cell)]
	return !found && named
}
