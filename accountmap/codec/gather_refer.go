package codec

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/spell"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
)

// resolver finds the rows of one table that texts refer to, by key, by a label with the key in brackets, or by name.
type resolver struct {
	// asked are the keys and names that texts may have, so that nothing else of a long table is kept.
	askedKeys, askedNames map[string]bool
	// keys has the key of a row by what texts may call it, and names the keys of the rows with a name.
	keys  map[string]string
	names map[string][]string
}

func newResolver() *resolver {
	return &resolver{map[string]bool{}, map[string]bool{}, map[string]string{}, map[string][]string{}}
}

// ask announces a text.
func (r *resolver) ask(text string) {
	for _, key := range hiddensheet.KeysIn(text) {
		r.askedKeys[key] = true
	}
	r.askedNames[hiddensheet.Fold(text)] = true
}

// addKey notes that texts may call a row by a key.
func (r *resolver) addKey(said, key string) {
	if _, taken := r.keys[said]; !taken && r.askedKeys[said] {
		r.keys[said] = key
	}
}

// addName notes that a row has, or had, a name.
func (r *resolver) addName(name, key string) {
	name = hiddensheet.Fold(name)
	if name != "" && r.askedNames[name] && !slices.Contains(r.names[name], key) {
		const enough = 2
		if len(r.names[name]) < enough {
			r.names[strings.Clone(name)] = append(r.names[name], key)
		}
	}
}

// addRows notes the rows of a table as they are now.
func (r *resolver) addRows(g *gatherer, t *table.Table, byKey bool) {
	column, named := t.NameColumn()
	for row := range g.draft.Len(t) {
		key := g.draft.Key(t, row)
		if key == "" {
			continue
		}
		if byKey {
			r.addKey(key, key)
		}
		if named {
			r.addName(g.draft.Text(t, row, column), key)
		}
	}
}

// find returns the key of the row that a text refers to. It reports false when there is no such row, and the text is ambiguous when more than one
// has, or had, the name.
func (r *resolver) find(text string) (key string, ok, ambiguous bool) {
	for _, said := range hiddensheet.KeysIn(text) {
		if key, ok := r.keys[said]; ok {
			return key, true, false
		}
	}
	found := r.names[hiddensheet.Fold(text)]
	if len(found) == 1 {
		return found[0], true, false
	}
	return "", false, len(found) > 1
}

// resolve turns the names of entries in every reference of the draft into their keys.
func (g *gatherer) resolve() {
	g.keyRows()
	resolvers := map[string]*resolver{}
	g.eachReference(func(t *table.Table, row, column int, said []string) {
		refers := t.Columns[column].Refers
		if resolvers[refers] == nil {
			resolvers[refers] = newResolver()
		}
		for _, text := range said {
			resolvers[refers].ask(text)
		}
	})
	for refers, r := range resolvers {
		t, _ := table.Lookup(refers)
		r.addRows(g, t, true)
	}
	g.eachReference(func(t *table.Table, row, column int, said []string) {
		g.setReference(t, row, column, g.referTo(resolvers[t.Columns[column].Refers], t, row, column, said))
	})
}

// setReference sets a column of references, or of one.
func (g *gatherer) setReference(t *table.Table, row, column int, keys []string) {
	if t.Columns[column].List {
		g.draft.Set(t, row, column, keys)
	} else {
		g.draft.SetText(t, row, column, strings.Join(keys, ""))
	}
}

// eachReference visits the cells of the draft that refer to something.
func (g *gatherer) eachReference(visit func(t *table.Table, row, column int, said []string)) {
	for _, t := range table.All() {
		for row := range g.draft.Len(t) {
			for column := range t.Columns {
				if t.Columns[column].Kind != table.Reference {
					continue
				}
				if said := g.said(t, row, column); len(said) > 0 {
					visit(t, row, column, said)
				}
			}
		}
	}
}

// said are the references in a cell of the draft.
func (g *gatherer) said(t *table.Table, row, column int) []string {
	if t.Columns[column].List {
		said, _ := g.draft.Value(t, row, column).([]string)
		return said
	}
	if text := g.draft.Text(t, row, column); text != "" {
		return []string{text}
	}
	return nil
}

// referTo returns the keys of the rows that the texts of a cell refer to. It reports a text that refers to none, and returns it as it is.
func (g *gatherer) referTo(r *resolver, t *table.Table, row, column int, said []string) []string {
	keys := make([]string, len(said))
	for i, text := range said {
		key, ok, ambiguous := r.find(text)
		if keys[i] = key; ok || text == "" { // a rule reports an empty text in a list
			continue
		}
		keys[i] = text
		to, _ := table.Lookup(t.Columns[column].Refers)
		switch {
		case ambiguous && g.isWorkbook():
			g.fault(t, row, column, accountmap.ErrUnknownReference, "more than one on "+g.called(to)+" is or was called "+quote(text),
				"write the id of the one that is meant in brackets after the name; ids are in the hidden first column of that sheet")
		case ambiguous:
			g.fault(t, row, column, accountmap.ErrUnknownReference, "more than one of "+quote(to.Name)+" is or was called "+quote(text), "write the id of the one that is meant")
		case g.lost[to]:
		case g.isWorkbook():
			g.fault(t, row, column, accountmap.ErrUnknownReference, "nothing on "+g.called(to)+" is called "+quote(text), g.near(to, text, t.Columns[column].List))
		default:
			g.fault(t, row, column, accountmap.ErrUnknownReference, "nothing in "+g.called(to)+" has the id or the name "+quote(text), g.near(to, text, t.Columns[column].List))
		}
	}
	return keys
}

// maxHints bounds the search for near names, which is linear in the table for each unknown name.
const maxHints = 50

// near guesses what a text was meant to say, by the ids and names of the first rows; in a workbook, which hides ids, by the names. In a list
// commas may be what is wrong.
func (g *gatherer) near(t *table.Table, said string, inList bool) string {
	most := 5000
	if len(g.faults) >= maxHints {
		most = 0
	}
	column, named := t.NameColumn()
	var known []string
	for row := range min(most, g.draft.Len(t)) {
		if !g.isWorkbook() || !named {
			known = append(known, g.draft.Key(t, row))
		}
		if named {
			known = append(known, g.draft.Text(t, row, column))
		}
	}
	if near, ok := spell.Nearest(said, known); ok {
		return "did you mean " + quote(near) + "?"
	}
	if inList && strings.Contains(said, ",") {
		return "write semicolons between several"
	}
	return "add it to " + g.called(t) + ", or correct it"
}
