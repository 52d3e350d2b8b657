package edits

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	accountschema "github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// copyOf copies an account, so that it can be edited.
func copyOf(a *accountmap.Account) *accountmap.Account {
	c := *a
	accountschema.Of(reflect.TypeFor[accountmap.Account]()).Account.Unshare(reflect.ValueOf(&c).Elem())
	return &c
}

// matchRows finds each entry of the base in the account as it is now: by its id, or by what tells entries apart. Of several that are alike in
// that, equal ones are matched first and the others in their order.
func (b *bookReader) matchRows(now *accountmap.Account) {
	for _, t := range table.All() {
		l := b.lists[t]
		l.now = make([]int32, l.base.Len())
		if t.Single {
			for i := range l.now {
				l.now[i] = int32(min(i, t.List(now).Len()-1))
			}
			continue
		}
		owner := func(row table.Row, base bool) string { return "" }
		if column, ok := t.OwnerColumn(); ok {
			owner = func(row table.Row, base bool) string {
				key, _ := row.Value(column).(string)
				if base {
					key = b.lists[t.Owner].keyNow(key)
				}
				return key
			}
		}
		b.matchList(l, t.List(now), owner)
	}
}

// keyNow is the key of an entry of the base in the account as it is now.
func (l *bookList) keyNow(key string) string {
	base, ok := l.find(key)
	if !ok || l.table.HasID() {
		return key
	}
	return "#" + strconv.Itoa(l.row(base)+1)
}

// matchList pairs the rows of the base with the rows of now, of one owner each.
func (b *bookReader) matchList(l *bookList, now *table.List, owner func(row table.Row, base bool) string) {
	alike := map[string][]int{} // rows of now by what tells them apart
	for i := range now.Len() {
		row := now.Row(i)
		identity := owner(row, false) + "\x00" + row.Identity()
		alike[identity] = append(alike[identity], i)
	}
	equal := map[string][]int{} // the same where there are several, by all their values
	for identity, rows := range alike {
		for _, i := range rows {
			if len(rows) > 1 {
				text := identity + valuesOf(now.Row(i), b.own.now)
				equal[text] = append(equal[text], i)
			}
		}
	}
	taken := make([]bool, now.Len())
	take := func(base int, from map[string][]int, key string) {
		for rows := from[key]; len(rows) > 0 && l.now[base] < 0; rows = rows[1:] {
			from[key] = rows[1:]
			if i := rows[0]; !taken[i] {
				taken[i], l.now[base] = true, int32(i)
			}
		}
	}
	identities := make([]string, l.base.Len())
	for base := range l.now {
		row := l.base.Row(base)
		l.now[base], identities[base] = -1, owner(row, true)+"\x00"+row.Identity()
		if len(alike[identities[base]]) > 1 {
			take(base, equal, identities[base]+valuesOf(row, b.own.base))
		}
	}
	for base := range l.now {
		take(base, alike, identities[base])
	}
}

// valuesOf is a text of all values of an entry.
func valuesOf(row table.Row, own accountmap.Currency) string {
	var text strings.Builder
	for i := range row.Table().Columns {
		c := &row.Table().Columns[i]
		if c.Kind != table.Key && !c.IsOwner() {
			text.WriteString("\x00" + c.Format(rows.Normal(row.Value(i), own), ""))
		}
	}
	return text.String()
}

// joinAdded finds new rows with an id, or a name, that somebody else has added to the account since: they are one entry. A new row of the same name
// that differs otherwise stays a new entry.
func (b *bookReader) joinAdded() {
	if b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := b.lists[t]
		if !t.HasID() || len(l.added) == 0 {
			continue
		}
		others := b.addedSince(l, func(row int) []string {
			keys := []string{"id " + b.g.Draft.Key(t, row)}
			if c, ok := t.NameColumn(); ok {
				keys = append(keys, "name "+hiddensheet.Fold(b.g.Draft.Text(t, row, c)))
			}
			return keys
		})
		for _, row := range l.added {
			key := "id " + b.g.Draft.Key(t, row)
			if c, ok := t.NameColumn(); ok && b.g.Draft.Key(t, row) == "" {
				key = "name " + hiddensheet.Fold(b.g.Draft.Text(t, row, c))
			}
			other, ok := others[key]
			if !ok || strings.HasPrefix(key, "name ") && !b.isAlike(l, row, other) {
				continue
			}
			b.join(l, row, other)
		}
	}
}

// joinAlike finds new rows without an id that somebody else has added to the account since.
func (b *bookReader) joinAlike() {
	if b.target == nil {
		return
	}
	for _, t := range table.All() {
		l := b.lists[t]
		if t.HasID() || t.Name == "coverage" || len(l.added) == 0 {
			continue
		}
		identity := func(row int) []string {
			owner := ""
			if _, ok := t.OwnerColumn(); ok {
				owner = b.g.Draft.OwnerKey(t, row)
			}
			return []string{owner + "\x00" + b.g.Draft.Row(t, row).Identity()}
		}
		others := b.addedSince(l, identity)
		for _, row := range l.added {
			if other, ok := others[identity(row)[0]]; ok {
				b.join(l, row, other)
				delete(others, identity(row)[0])
			}
		}
	}
}

// addedSince are the rows that were added to the account since the workbook was made, by what tells them apart.
func (b *bookReader) addedSince(l *bookList, keys func(row int) []string) map[string]int {
	inBase := make([]bool, b.g.Draft.Len(l.table))
	for _, row := range l.now {
		if row >= 0 {
			inBase[row] = true
		}
	}
	for _, row := range l.added {
		inBase[row] = true
	}
	others := map[string]int{}
	for row, known := range inBase {
		if known {
			continue
		}
		for _, key := range keys(row) {
			if _, taken := others[key]; !taken {
				others[key] = row
			}
		}
	}
	return others
}

// isAlike reports whether a new row says nothing that another row does not say, references apart.
func (b *bookReader) isAlike(l *bookList, row, other int) bool {
	for _, column := range l.present {
		x, y := b.g.Draft.Value(l.table, row, column), b.g.Draft.Value(l.table, other, column)
		if l.table.Columns[column].Kind != table.Reference && !same(rows.Normal(x, b.own.book), rows.Normal(y, b.own.now)) {
			return false
		}
	}
	return true
}

// join makes a new row one with a row of the account. A value that both have and that differs is a conflict.
func (b *bookReader) join(l *bookList, row, other int) {
	t := l.table
	line := b.g.Places[t].Line(row)
	for _, column := range l.present {
		if v := b.g.Draft.Value(t, row, column); v != nil && (t.Columns[column].Kind != table.Reference || !t.HasID()) {
			b.change(l, -1, other, column, nil, v, rows.Place(l.sheet, line, b.g.Places[t].Columns[column]))
		}
	}
	for i := range b.references {
		if r := &b.references[i]; r.list == l && r.row == row {
			r.row, r.base = other, joined
		}
	}
	l.dropped[row] = true
	b.g.Places[t].Put(other, line)
}

// joined is the row of the base of a reference in a new row that is one with a row of the account.
const joined = -2

// reference is a cell that refers to entries by texts that may be names.
type reference struct {
	list *bookList
	// base is the row of the base, or -1 in a new row, and row the row of the draft.
	base, row, column int
	said              []string
	at                uint64
}

// refer remembers a reference until all sheets are read.
func (s *sheetReader) refer(l *bookList, base, row, column int, in rows.Cell) {
	c := &l.table.Columns[column]
	number := s.b.g.Places[l.table].Line(row)
	if base >= 0 {
		number = int(l.seen[base])
	}
	v, err := s.b.g.Cells.Value(c, in)
	if err != nil {
		s.wrongCell(l, base, row, column, number, err)
		return
	}
	r := reference{list: l, base: base, row: row, column: column, at: rows.Place(l.sheet, number, s.b.g.Places[l.table].Columns[column])}
	switch v := v.(type) {
	case string:
		r.said = []string{v}
	case []string:
		r.said = v
	case nil:
		if base < 0 {
			return
		}
	}
	s.b.references = append(s.b.references, r)
}

// resolveReferences applies the references that were edited, and those of new rows.
func (b *bookReader) resolveReferences() {
	resolvers := map[string]*rows.Resolver{}
	for _, r := range b.references {
		refers := r.list.table.Columns[r.column].Refers
		if resolvers[refers] == nil {
			resolvers[refers] = rows.NewResolver()
		}
		for _, text := range r.said {
			resolvers[refers].Ask(text)
		}
	}
	for refers, r := range resolvers {
		t, _ := table.Lookup(refers)
		b.addCandidates(r, t)
	}
	for _, r := range b.references {
		t := r.list.table
		faults := b.g.Faults()
		keys := b.g.ReferTo(resolvers[t.Columns[r.column].Refers], t, r.row, r.column, r.said)
		switch value := b.referenceValue(t, r.column, keys); {
		case r.base == -1:
			b.g.SetReference(t, r.row, r.column, keys)
		case b.g.Faults() > faults: // the value stays
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

// addCandidates notes the rows that references may mean: those of the draft by their names now, and those of the base by what the workbook
// calls them.
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
