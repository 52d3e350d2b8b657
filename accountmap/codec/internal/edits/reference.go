package edits

import (
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// joined is the base of a reference whose new row was merged into a row of the account.
const joined = -2

type reference struct {
	list *bookList
	// base is the row of the base, or -1 for a new row; row is the row of the draft.
	base, row, column int
	texts             []string
	at                uint64
}

func (s *sheetReader) addReference(l *bookList, base, row, column int, in rows.Cell) {
	c := &l.table.Columns[column]
	number := s.b.g.Places[l.table].Line(row)
	if base >= 0 {
		number = int(l.seen[base])
	}
	v, err := s.b.g.Cells.Value(c, in)
	if err != nil {
		s.wrongCell(l, row, column, number, err)
		return
	}
	r := reference{list: l, base: base, row: row, column: column, at: rows.Place(l.sheet, number, s.b.g.Places[l.table].Columns[column])}
	switch v := v.(type) {
	case string:
		r.texts = []string{v}
	case []string:
		r.texts = v
	case nil:
		if base < 0 {
			return
		}
	}
	s.b.references = append(s.b.references, r)
}

func (b *bookReader) resolveReferences() {
	resolvers := map[string]*rows.Resolver{}
	for _, r := range b.references {
		refers := r.list.table.Columns[r.column].Refers
		if resolvers[refers] == nil {
			resolvers[refers] = rows.NewResolver()
		}
		for _, text := range r.texts {
			resolvers[refers].Want(text)
		}
	}
	for refers, r := range resolvers {
		t, _ := table.Lookup(refers)
		b.addCandidates(r, t)
	}
	for _, r := range b.references {
		t := r.list.table
		faults := b.g.Faults()
		keys := b.g.ReferTo(resolvers[t.Columns[r.column].Refers], t, r.row, r.column, r.texts)
		switch value := b.referenceValue(t, r.column, keys); {
		case r.base == -1:
			b.g.SetReference(t, r.row, r.column, keys)
		case b.g.Faults() > faults: // the draft keeps the value
		case r.base == joined:
			b.change(r.list, -1, r.row, r.column, nil, value, r.at)
		default:
			b.edit(edit{r.list, r.base, r.column, value, r.at})
		}
	}
}

func (b *bookReader) referenceValue(t *table.Table, column int, keys []string) any {
	switch {
	case len(keys) == 0:
		return nil
	case t.Columns[column].List:
		return slices.Clone(keys)
	}
	return keys[0]
}

// addCandidates adds the rows that references may mean: rows of the draft by name, and rows of the
// base by their original labels.
func (b *bookReader) addCandidates(r *rows.Resolver, t *table.Table) {
	l := b.lists[t]
	r.AddRows(b.g, t, t.HasID())
	for base := range l.seen {
		row, key := l.row(base), l.base.Row(base).Key()
		if row < 0 {
			continue
		}
		r.AddKey(key, b.g.Draft.Key(t, row))
		r.AddName(l.labels[key], b.g.Draft.Key(t, row))
	}
}
