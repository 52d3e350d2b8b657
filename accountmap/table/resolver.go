package table

import (
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/keyindex"
)

// Resolver finds the row that a cell refers to. It is made of the rows as they are read, and of the labels of the workbook as it was written,
// so that an entry is found by its earlier name, too. It has the places of keys and names, and neither: the rows have them. Any number of
// goroutines may ask it.
type Resolver struct {
	key  func(row int) string
	keys *keyindex.Index[string]
	// names has the fingerprints of names.
	names *keyindex.Index[uint64]
	// several marks the first rows of names that rows with other keys have, too.
	several []bool
	written Written
	before  *keyindex.Index[uint64]
}

// Written is what a workbook was written with for the rows of a list, each at the same place: the fingerprint of its label (see
// [BookList.Labels]), and the number of the row that it is now, or -1 when it is gone. The zero value is that of no workbook.
type Written struct {
	Labels []uint64
	Rows   []int32
}

// NewResolver returns a resolver of so many rows, whose keys and names must stay as they are; a row without a key is none, and one may be without a
// name.
func NewResolver(written Written, rows int, key, name func(row int) string) *Resolver {
	print := func(row int) uint64 { return Fingerprint(name(row)) }
	r := &Resolver{key: key, keys: keyindex.New(rows, key), names: keyindex.New(rows, print), several: make([]bool, rows)}
	for row := range rows {
		if key(row) == "" {
			continue
		}
		r.keys.Add(row)
		if strings.TrimSpace(name(row)) == "" {
			continue
		}
		if first, added := r.names.Add(row); !added && key(first) != key(row) {
			r.several[first] = true
		}
	}
	r.written = written
	r.before = keyindex.New(len(written.Labels), func(i int) uint64 { return written.Labels[i] })
	for i := range written.Labels {
		r.before.Add(i)
	}
	return r
}

// Key returns the key of the row that a cell refers to: by its key, by a label with the key in brackets, by the label that the workbook was
// written with, or by its name now. It reports false when no row, or more than one, is meant.
func (r *Resolver) Key(cell string) (key string, ok bool) {
	if row, ok := r.keys.Find(cell); ok {
		return r.key(row), true
	}
	cell = strings.TrimSpace(cell)
	if row, ok := r.keys.Find(cell); ok {
		return r.key(row), true
	}
	// A key may have brackets itself: the longest that is one counts.
	for i := 0; strings.HasSuffix(cell, "]"); i++ {
		next := strings.IndexByte(cell[i:], '[')
		if next < 0 {
			break
		}
		i += next
		if row, ok := r.keys.Find(cell[i+1 : len(cell)-1]); ok {
			return r.key(row), true
		}
	}
	print := Fingerprint(cell)
	now, named := r.names.Find(print)
	if before, ok := r.labelled(print); ok {
		if named && (r.several[now] || r.key(now) != r.key(before)) {
			return "", false // it was one's name and is now another's, or that of both
		}
		return r.key(before), true
	}
	if !named || r.several[now] {
		return "", false
	}
	return r.key(now), true
}

// labelled returns the row that was written with the label of a fingerprint, if it is still there.
func (r *Resolver) labelled(print uint64) (row int, ok bool) {
	place, ok := r.before.Find(print)
	if !ok || r.written.Rows[place] < 0 {
		return 0, false
	}
	return int(r.written.Rows[place]), true
}

// Ambiguous reports whether the cell has a name that more than one row has, or had.
func (r *Resolver) Ambiguous(cell string) bool {
	_, found := r.Key(cell)
	_, named := r.names.Find(Fingerprint(cell))
	return !found && named
}
