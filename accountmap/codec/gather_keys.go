package codec

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/keyindex"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// nameRows gives ids to the new entries of a workbook, made of their names, and keys to the rows that others may belong to.
func (g *gatherer) nameRows() {
	for _, t := range table.All() {
		if t.HasID() {
			g.giveIDs(t)
		}
	}
}

// giveIDs gives an id to each row that has none.
func (g *gatherer) giveIDs(t *table.Table) {
	var ids *newIDs
	name, named := t.NameColumn()
	for row := range g.draft.Len(t) {
		if g.draft.Key(t, row) != "" || g.faulty(t, row, 0) {
			continue
		}
		if ids == nil {
			ids = &newIDs{taken: g.keys(t), last: map[string]int{}}
		}
		text := ""
		if named {
			text = g.draft.Text(t, row, name)
		}
		g.draft.SetText(t, row, 0, ids.of(text, strings.TrimSuffix(t.Name, "s")))
		ids.taken.Add(row)
	}
}

// keys finds the first row with each key that is not empty.
func (g *gatherer) keys(t *table.Table) *keyindex.Index[string] {
	keys := keyindex.New(g.draft.Len(t), func(row int) string { return g.draft.Key(t, row) })
	for row := range g.draft.Len(t) {
		if g.draft.Key(t, row) != "" {
			keys.Add(row)
		}
	}
	return keys
}

// faulty reports whether something is wrong with a value already.
func (g *gatherer) faulty(t *table.Table, row, column int) bool {
	for _, f := range g.faults {
		if f.t == t && f.row == row && f.column == column {
			return true
		}
	}
	return false
}

// newIDs makes ids for new rows.
type newIDs struct {
	taken *keyindex.Index[string]
	// last has the last number given to each name, as many rows may have one.
	last map[string]int
}

// of makes an id of a name: its letters and digits, small, with hyphens between the words. One that is taken gets a number, from 2. A name
// without a letter or a digit is that of the thing.
func (x *newIDs) of(name, thing string) string {
	const longest = 40
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	id := strings.Join(words, "-")
	if runes := []rune(id); len(runes) > longest {
		id = strings.TrimRight(string(runes[:longest]), "-")
	}
	if id == "" {
		id = thing
	}
	unique := id
	for n := max(2, x.last[id]+1); ; n++ {
		if _, ok := x.taken.Find(unique); !ok {
			return unique
		}
		unique, x.last[id] = id+"-"+strconv.Itoa(n), n
	}
}

// keyRows gives a key to each row that has none and that others may belong to, and reports keys that two rows have.
func (g *gatherer) keyRows() {
	for _, t := range table.All() {
		if t.HasID() || !t.OwnsRows() {
			continue
		}
		ids := &newIDs{taken: g.keys(t), last: map[string]int{}}
		for row := range g.draft.Len(t) {
			key := g.draft.Key(t, row)
			if first, _ := ids.taken.Find(key); key != "" && first != row {
				g.fault(t, row, 0, accountmap.ErrDuplicateID, "another row has the key "+quote(key)+", too", "give each row a key of its own, or none")
			}
		}
		for row := range g.draft.Len(t) {
			if g.draft.Key(t, row) == "" {
				g.draft.SetText(t, row, 0, ids.of("", "#new"))
				ids.taken.Add(row)
			}
		}
	}
}
