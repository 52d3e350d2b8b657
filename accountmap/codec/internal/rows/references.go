package rows

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/schema"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/hiddensheet"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// Resolver finds the rows of one table for the texts of references: by key, by a label with the key
// in brackets, or by name.
type Resolver struct {
	// wantedKeys and wantedNames are in the texts. Rows of a long table are kept only for these.
	wantedKeys, wantedNames map[string]bool
	// keys maps keys in texts to current keys; names maps names to the keys of their rows.
	keys  map[string]string
	names map[string][]string
}

func NewResolver() *Resolver {
	return &Resolver{map[string]bool{}, map[string]bool{}, map[string]string{}, map[string][]string{}}
}

// Want registers a text that Find will look up.
func (r *Resolver) Want(text string) {
	for _, key := range hiddensheet.KeysIn(text) {
		r.wantedKeys[key] = true
	}
	r.wantedNames[hiddensheet.Fold(text)] = true
}

// AddKey records a key that texts may use for a row.
func (r *Resolver) AddKey(texts, key string) {
	if _, taken := r.keys[texts]; !taken && r.wantedKeys[texts] {
		r.keys[texts] = key
	}
}

// AddName records a present or former name of a row.
func (r *Resolver) AddName(name, key string) {
	name = hiddensheet.Fold(name)
	if name != "" && r.wantedNames[name] && !slices.Contains(r.names[name], key) {
		const enough = 2
		if len(r.names[name]) < enough {
			r.names[strings.Clone(name)] = append(r.names[name], key)
		}
	}
}

// AddRows records the current rows of a table.
func (r *Resolver) AddRows(g *Gatherer, t *table.Table, byKey bool) {
	column, named := t.NameColumn()
	for row := range g.Draft.Len(t) {
		key := g.Draft.Key(t, row)
		if key == "" {
			continue
		}
		if byKey {
			r.AddKey(key, key)
		}
		if named {
			r.AddName(g.Draft.Text(t, row, column), key)
		}
	}
}

// Find returns the key of the row for a text, and whether it has one. The text is ambiguous if
// several rows have, or had, the name.
func (r *Resolver) Find(text string) (key string, ok, ambiguous bool) {
	for _, texts := range hiddensheet.KeysIn(text) {
		if key, ok := r.keys[texts]; ok {
			return key, true, false
		}
	}
	found := r.names[hiddensheet.Fold(text)]
	if len(found) == 1 {
		return found[0], true, false
	}
	return "", false, len(found) > 1
}

// Resolve replaces names with keys in every reference of the draft.
func (g *Gatherer) Resolve() {
	g.KeyRows()
	resolvers := map[string]*Resolver{}
	g.EachReference(func(t *table.Table, row, column int, texts []string) {
		refers := t.Columns[column].Refers
		if resolvers[refers] == nil {
			resolvers[refers] = NewResolver()
		}
		for _, text := range texts {
			resolvers[refers].Want(text)
		}
	})
	for refers, r := range resolvers {
		t, _ := table.Lookup(refers)
		r.AddRows(g, t, true)
	}
	g.EachReference(func(t *table.Table, row, column int, texts []string) {
		g.SetReference(t, row, column, g.ReferTo(resolvers[t.Columns[column].Refers], t, row, column, texts))
	})
}

// SetReference sets a column of references.
func (g *Gatherer) SetReference(t *table.Table, row, column int, keys []string) {
	if t.Columns[column].List {
		g.Draft.Set(t, row, column, keys)
	} else {
		g.Draft.SetText(t, row, column, strings.Join(keys, ""))
	}
}

// EachReference visits the cells of the draft with references.
func (g *Gatherer) EachReference(visit func(t *table.Table, row, column int, texts []string)) {
	for _, t := range table.All() {
		for row := range g.Draft.Len(t) {
			for column := range t.Columns {
				if t.Columns[column].Kind != table.Reference {
					continue
				}
				if texts := g.references(t, row, column); len(texts) > 0 {
					visit(t, row, column, texts)
				}
			}
		}
	}
}

// references returns the texts of the references in a cell of the draft.
func (g *Gatherer) references(t *table.Table, row, column int) []string {
	if t.Columns[column].List {
		texts, _ := g.Draft.Value(t, row, column).([]string)
		return texts
	}
	if text := g.Draft.Text(t, row, column); text != "" {
		return []string{text}
	}
	return nil
}

// ReferTo returns the keys of the rows for the texts of a cell. It reports an unknown text, and
// returns it unchanged.
func (g *Gatherer) ReferTo(r *Resolver, t *table.Table, row, column int, texts []string) []string {
	keys := make([]string, len(texts))
	for i, text := range texts {
		key, ok, ambiguous := r.Find(text)
		if keys[i] = key; ok || text == "" { // a rule reports an empty text in a list
			continue
		}
		keys[i] = text
		to, _ := table.Lookup(t.Columns[column].Refers)
		switch {
		case ambiguous && g.isWorkbook():
			g.Fault(t, row, column, accountmap.ErrUnknownReference, message.Of("more than one on %s is or was called %s", g.Called(to), quote.Text(text)),
				message.Of("write the right id in brackets after the name; ids are in the hidden first column of that sheet"))
		case ambiguous:
			g.Fault(t, row, column, accountmap.ErrUnknownReference, message.Of("more than one of %s is or was called %s", quote.Text(to.Name), quote.Text(text)), message.Of("write the right id"))
		case g.Lost[to]:
		case g.isWorkbook():
			g.Fault(t, row, column, accountmap.ErrUnknownReference, message.Of("nothing on %s is called %s", g.Called(to), quote.Text(text)), g.Near(to, text, t.Columns[column].List))
		default:
			g.Fault(t, row, column, accountmap.ErrUnknownReference, message.Of("nothing in %s has the id or the name %s", g.Called(to), quote.Text(text)), g.Near(to, text, t.Columns[column].List))
		}
	}
	return keys
}

// nearReference returns the hint of [Gatherer.Near] for the reference at a path.
func (g *Gatherer) nearReference(path string, t *table.Table, row, column int) string {
	texts, i := g.references(t, row, column), 0
	if steps := schema.ParsePath(path); steps[len(steps)-1].Key == "" {
		i = steps[len(steps)-1].Index
	}
	to, _ := table.Lookup(t.Columns[column].Refers)
	return g.Near(to, texts[min(i, len(texts)-1)], t.Columns[column].List)
}

// maxHints bounds the searches for similar names. Each takes linear time.
const maxHints = 50

var and = strings.NewReplacer(" and ", ",", " y ", ",", " e ", ",", " και ", ",")

// onlyNamed returns the only name that is a text, or has it as a word, and "" for none or several.
func onlyNamed(text string, names []string) string {
	var found []string
	for _, name := range names {
		if Fold(name) == Fold(text) {
			return name
		}
		if slices.ContainsFunc(strings.Fields(name), func(word string) bool { return Fold(word) == Fold(text) }) {
			found = append(found, name)
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// Near returns a hint for an unknown reference. The hint is the only name that contains the word,
// or a similar id or name among the first rows. For a workbook, which hides ids, it is a name. In a
// list, the hint may be about commas.
func (g *Gatherer) Near(t *table.Table, texts string, inList bool) string {
	maxRows := 5000
	if len(g.faults) >= maxHints {
		maxRows = 0
	}
	column, named := t.NameColumn()
	var known []string
	for row := range min(maxRows, g.Draft.Len(t)) {
		if !g.isWorkbook() || !named {
			known = append(known, g.Draft.Key(t, row))
		}
		if named {
			known = append(known, g.Draft.Text(t, row, column))
		}
	}
	if name := onlyNamed(texts, known); name != "" {
		return message.Of("did you mean %s?", quote.Text(name))
	}
	if spell.IsNobody(texts) {
		return message.Of("leave the cell empty if there is none, or if it is unknown")
	}
	if hint := g.meansTitle(t, texts, maxRows); hint != "" {
		return hint
	}
	parts := strings.FieldsFunc(and.Replace(texts), func(r rune) bool { return strings.ContainsRune(",;/+&", r) })
	for i, part := range parts {
		parts[i] = onlyNamed(strings.TrimSpace(part), known)
	}
	switch parts = slices.Compact(parts); { // "Orr, Ana" is one name
	case slices.Contains(parts, "") || len(parts) == 0:
	case len(parts) == 1:
		return message.Of("did you mean %s?", quote.Text(parts[0]))
	case inList:
		return message.Of("write semicolons between several: %s", strings.Join(parts, "; "))
	default:
		return message.Of("one is meant: write %s, or %s", quote.Text(parts[0]), quote.Text(parts[1]))
	}
	if near, ok := spell.Nearest(texts, known); ok {
		return message.Of("did you mean %s?", quote.Text(near))
	}
	if inList && strings.Contains(texts, ",") {
		return message.Of("write semicolons between several")
	}
	return message.Of("add it to %s, or correct it", g.Called(t))
}

// meansTitle returns a hint for the title of one contact, or for the name of an entry of another
// list of people.
func (g *Gatherer) meansTitle(t *table.Table, text string, maxRows int) string {
	for _, list := range []string{"contacts", "team"} {
		people, _ := table.Lookup(list)
		name, _ := people.NameColumn()
		title, titled := people.Column("title")
		var found []string
		for row := range min(maxRows, g.Draft.Len(people)) {
			switch {
			case people == t && titled && Fold(g.Draft.Text(people, row, title)) == Fold(text):
				found = append(found, g.Draft.Text(people, row, name))
			case people != t && Fold(g.Draft.Text(people, row, name)) == Fold(text):
				return message.Of("write somebody of %s: %s is on %s", g.Called(t), quote.Text(text), g.Called(people))
			}
		}
		if len(found) == 1 {
			return message.Of("did you mean %s?", quote.Text(found[0]))
		}
	}
	return ""
}
