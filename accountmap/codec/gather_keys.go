package codec

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
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
	var taken map[string]bool
	name, named := t.NameColumn()
	for row := range g.draft.Len(t) {
		if g.draft.Key(t, row) != "" || g.faulty(t, row, 0) {
			continue
		}
		if taken == nil {
			taken = map[string]bool{}
			for i := range g.draft.Len(t) {
				taken[g.draft.Key(t, i)] = true
			}
		}
		text := ""
		if named {
			text, _ = g.draft.Value(t, row, name).(string)
		}
		id := idOf(text, strings.TrimSuffix(t.Name, "s"), taken)
		taken[id] = true
		g.draft.Set(t, row, 0, id)
	}
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

// idOf makes an id of a name: its letters and digits, small, with hyphens between the words. One that is taken gets a number, from 2.
func idOf(name, thing string, taken map[string]bool) string {
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
	for n := 2; taken[unique]; n++ {
		unique = id + "-" + strconv.Itoa(n)
	}
	return unique
}

// keyRows gives a key to each row that has none and that others may belong to, and reports keys that two rows have.
func (g *gatherer) keyRows() {
	for _, t := range table.All() {
		if t.HasID() || !t.OwnsRows() {
			continue
		}
		taken := map[string]bool{}
		for row := range g.draft.Len(t) {
			key := g.draft.Key(t, row)
			if taken[key] && key != "" {
				g.fault(t, row, 0, accountmap.ErrDuplicateID, "another row has the key "+quote(key)+", too", "give each row a key of its own, or none")
				continue
			}
			taken[key] = true
		}
		for row := range g.draft.Len(t) {
			if g.draft.Key(t, row) == "" {
				key := idOf("", "#new", taken)
				taken[key] = true
				g.draft.Set(t, row, 0, key)
			}
		}
	}
}
