package table

import (
	"iter"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap/internal/keyindex"
)

// Resolver finds the row that a cell refers to. It is made from the rows that were read and from the labels of the workbook as it was written,
// so that an entry is found by its earlier name too. It only holds the places of the keys and names that cells refer to. It is safe for any
// number of goroutines.
type Resolver struct {
	key  func(row int) string
	keys *keyindex.Index[string]
	// names has the fingerprints of names.
	names *keyindex.Index[uint64]
	// several has the first rows of names that rows with other keys have, too, each with the one of those rows that is not new, or -1.
	several map[int]int
	written Written
	before  *keyindex.Index[uint64]
}

// Written are rows of a list whose labels have changed since the workbook was written, each at the same place: the fingerprint of its label
// then (see [BookList.Labels]), and its number now. The zero value is that of no workbook.
type Written struct {
	Labels []uint64
	Rows   []int32
	// Old reports whether the workbook was written with a row. Nil: it was with none.
	Old func(row int) bool
}

// NewResolver returns a resolver for that many rows, whose keys and names must not change; a row without a key is ignored, and a row may have no
// name. Cells are all cells that it will be asked about: rows that none of them refers to take no memory.
func NewResolver(written Written, cells iter.Seq[string], rows int, key, name func(row int) string) *Resolver {
	keys, names := asked(cells, rows)
	print := func(row int) uint64 { return Fingerprint(name(row)) }
	r := &Resolver{key: key, keys: keyindex.New(0, key), names: keyindex.New(0, print), several: map[int]int{}, written: written}
	for row := range rows {
		if key(row) == "" {
			continue
		}
		if keys.Has(key(row)) {
			r.keys.Add(row)
		}
		if !names.Has(print(row)) || strings.TrimSpace(name(row)) == "" {
			continue
		}
		if first, added := r.names.Add(row); !added && key(first) != key(row) {
			r.share(first, row)
		}
	}
	r.before = keyindex.New(len(written.Labels), func(i int) uint64 { return written.Labels[i] })
	for i := range written.Labels {
		r.before.Add(i)
	}
	return r
}

// share notes that a row has the name of another, the first of those that have it.
func (r *Resolver) share(first, row int) {
	old := func(row int) bool { return r.written.Old != nil && r.written.Old(row) }
	only, shared := r.several[first]
	switch {
	case !shared && old(first) && !old(row):
		r.several[first] = first
	case !shared && !old(first) && old(row):
		r.several[first] = row
	case !shared, only >= 0 && old(row):
		r.several[first] = -1
	}
}

// asked has the keys that cells may have, and the fingerprints of the names.
func asked(cells iter.Seq[string], rows int) (keys *keyindex.Sieve[string], names *keyindex.Sieve[uint64]) {
	keys, names = keyindex.NewSieve[string](rows), keyindex.NewSieve[uint64](rows)
	for cell := range cells {
		for key := range keysIn(cell) {
			keys.Put(key)
		}
		names.Put(Fingerprint(cell))
	}
	return keys, names
}

// keysIn are the keys that a cell may have, the likelier first: all of it, or what stands in brackets at its end. A key may have brackets itself:
// the longest that is one counts.
func keysIn(cell string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(cell) {
			return
		}
		cell := strings.TrimSpace(cell)
		if !yield(cell) {
			return
		}
		for i := 0; strings.HasSuffix(cell, "]"); i++ {
			next := strings.IndexByte(cell[i:], '[')
			if next < 0 {
				return
			}
			i += next
			if !yield(cell[i+1 : len(cell)-1]) {
				return
			}
		}
	}
}

// Key returns the key of the row that a cell refers to: by its key, by a label with the key in brackets, by the label that the workbook was
// written with, or by its name now. It reports false when no row, or more than one, is meant.
func (r *Resolver) Key(cell string) (key string, ok bool) {
	for key := range keysIn(cell) {
		if row, ok := r.keys.Find(key); ok {
			return r.key(row), true
		}
	}
	print := Fingerprint(cell)
	now, named := r.names.Find(print)
	if place, renamed := r.before.Find(print); renamed {
		before := r.key(int(r.written.Rows[place]))
		if named && (r.shared(now) || r.key(now) != before) {
			return "", false // it was one's name and is now another's, or that of both
		}
		return before, true
	}
	if !named || r.shared(now) {
		return "", false
	}
	return r.key(now), true
}

func (r *Resolver) shared(first int) bool {
	_, is := r.several[first]
	return is
}

// Before returns the key of the row that a cell in an earlier row refers to when [Resolver.Key] finds none because new rows have the same name:
// the only row that is not new and always had the name.
func (r *Resolver) Before(cell string) (key string, ok bool) {
	print := Fingerprint(cell)
	_, renamed := r.before.Find(print)
	now, named := r.names.Find(print)
	row, shared := r.several[now]
	if renamed || !named || !shared || row < 0 || r.written.isRenamed(row) {
		return "", false
	}
	return r.key(row), true
}

func (w Written) isRenamed(row int) bool { return slices.Contains(w.Rows, int32(row)) }

// Ambiguous reports whether the cell has a name that more than one row has, or had.
func (r *Resolver) Ambiguous(cell string) bool {
	_, found := r.Key(cell)
	_, named := r.names.Find(Fingerprint(cell))
	return !found && named
}
