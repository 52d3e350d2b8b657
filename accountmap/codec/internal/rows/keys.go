package rows

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// GiveIDs sets the missing ids of a table, made from names, except for rows in skip.
func (g *Gatherer) GiveIDs(t *table.Table, skip map[int]bool) {
	var ids *IDs
	name, named := t.NameColumn()
	for row := range g.Draft.Len(t) {
		if g.Draft.Key(t, row) != "" || skip[row] || g.Faulty(t, row, 0) {
			continue
		}
		if ids == nil {
			ids = g.NewIDs(t)
		}
		text := ""
		if named {
			text = g.Draft.Text(t, row, name)
		}
		g.Draft.SetText(t, row, 0, ids.Of(text, strings.TrimSuffix(t.Name, "s")))
	}
}

// keys maps each non-empty key to its first row.
func (g *Gatherer) keys(t *table.Table) map[string]int {
	keys := make(map[string]int, g.Draft.Len(t))
	for row := range g.Draft.Len(t) {
		key := g.Draft.Key(t, row)
		if _, taken := keys[key]; !taken && key != "" {
			keys[key] = row
		}
	}
	return keys
}

// NewIDs returns a generator of unused ids for a table.
func (g *Gatherer) NewIDs(t *table.Table) *IDs {
	return &IDs{taken: g.keys(t), last: map[string]int{}}
}

// IDs makes ids for new rows of a table.
type IDs struct {
	taken map[string]int
	// last is the last number used for each name. With it, the time for many rows of one name is
	// linear.
	last map[string]int
}

// Of returns a new id for a name: its letters and digits in lower case, with hyphens between words.
// A taken id gets a number, from 2. A name without letters and digits is replaced by thing.
func (x *IDs) Of(name, thing string) string {
	const longest = 40
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	id := strings.Join(words, "-")
	if runes := []rune(id); len(runes) > longest {
		id = strings.TrimRight(string(runes[:longest]), "-")
	}
	id = cmp.Or(id, thing)
	unique := id
	for n := max(2, x.last[id]+1); ; n++ {
		if _, taken := x.taken[unique]; !taken {
			x.taken[unique] = -1
			return unique
		}
		unique, x.last[id] = id+"-"+strconv.Itoa(n), n
	}
}

// KeyRows sets the missing keys in tables whose rows own other rows, and reports duplicate keys.
func (g *Gatherer) KeyRows() {
	for _, t := range table.All() {
		if t.HasID() || !t.OwnsRows() {
			continue
		}
		ids := g.NewIDs(t)
		for row := range g.Draft.Len(t) {
			key := g.Draft.Key(t, row)
			if key == "" {
				g.Draft.SetText(t, row, 0, ids.Of("", "#new"))
			} else if ids.taken[key] != row {
				g.Fault(t, row, 0, accountmap.ErrDuplicateID, message.Of("another row has the key %s, too", quote.Text(key)), message.Of("give each row a key of its own, or none"))
			}
		}
	}
}
