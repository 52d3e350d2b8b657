package foreign

import (
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// index finds the rows of a table by id, name in either order or e-mail address. A unique first
// name, last name or job title also matches.
type index struct {
	table *table.Table
	// keys maps reliable texts to ids, and loose maps other texts. A text may have several ids.
	keys, loose map[string][]string
	// rows maps the ids of rows to the rows, without entries that are only named.
	rows map[string][]int
	// namesakes maps ambiguous texts to their rows.
	namesakes map[string]namesakes
	// names holds the names of the rows, for hints.
	names    []string
	searches int
}

// maxSearches bounds the searches for similar names in a table. Each takes linear time.
const maxSearches = 200

func (x *index) add(of map[string][]string, term, id string) {
	if term = fold(term); term != "" && !slices.Contains(of[term], id) {
		of[term] = append(of[term], id)
	}
}

func (x *index) find(term string) (id string, ok bool) {
	if found := x.all(term); len(found) == 1 {
		return found[0], true
	}
	return "", false
}

func (x *index) all(term string) []string {
	if found := x.keys[fold(term)]; len(found) > 0 {
		return found
	}
	return x.loose[fold(term)]
}

func (x *index) isAmbiguous(term string) bool {
	return len(x.all(term)) > 1
}

func (r *reader) index(t *table.Table) *index {
	x := &index{table: t, keys: map[string][]string{}, loose: map[string][]string{}, rows: map[string][]int{}, namesakes: map[string]namesakes{}}
	name, named := t.NameColumn()
	email, hasEmail := t.Column("email")
	title, hasTitle := t.Column("title")
	for row := range r.g.Draft.Len(t) {
		id := r.g.Draft.Key(t, row)
		if x.rows[id] = append(x.rows[id], row); named {
			text := r.g.Draft.Text(t, row, name)
			x.addName(text, id)
			x.names = append(x.names, text)
		}
		if hasEmail {
			x.add(x.keys, r.g.Draft.Text(t, row, email), id)
		}
		if hasTitle && t.Name == "contacts" {
			x.add(x.loose, r.g.Draft.Text(t, row, title), id)
		}
	}
	for row := range r.explicit[t] { // an explicit id has precedence over a name
		id := r.g.Draft.Key(t, row)
		x.keys[fold(id)] = []string{id}
	}
	return x
}

func (x *index) addName(name, id string) {
	x.add(x.keys, name, id)
	if x.table.Name != "contacts" && x.table.Name != "team" {
		return
	}
	words := strings.Fields(name)
	for i := 1; i < len(words); i++ { // Ruiz Ana, Núñez García Ana
		x.add(x.keys, strings.Join(append(slices.Clone(words[i:]), words[:i]...), " "), id)
	}
	if len(words) > 1 {
		x.add(x.loose, words[0], id)
		x.add(x.loose, words[len(words)-1], id)
		x.add(x.loose, words[0]+words[1], id) // first name and first surname
	}
}

// addNamed adds a row for an entry that is only named, and returns its id.
func (r *reader) addNamed(x *index, name string) string {
	row := r.g.Draft.Add(x.table)
	column, _ := x.table.NameColumn()
	r.g.Draft.SetText(x.table, row, column, name)
	if r.ids[x.table] == nil {
		r.ids[x.table] = r.g.NewIDs(x.table)
	}
	id := r.ids[x.table].Of(name, strings.TrimSuffix(x.table.Name, "s"))
	r.g.Draft.SetText(x.table, row, 0, id)
	x.addName(name, id)
	return id
}

func (r *reader) resolve() {
	for t := range r.g.Places {
		if t.HasID() {
			r.explicit[t] = map[int]bool{}
			for row := range r.g.Draft.Len(t) {
				if r.g.Draft.Key(t, row) != "" {
					r.explicit[t][row] = true
				}
			}
		}
	}
	for _, t := range table.All() {
		if t.HasID() {
			r.g.GiveIDs(t, nil)
		}
	}
	r.assignUnits()
	indexes := map[string]*index{}
	of := func(list string) *index {
		if indexes[list] == nil {
			t, _ := table.Lookup(list)
			indexes[list] = r.index(t)
		}
		return indexes[list]
	}
	for _, units := range []bool{true, false} { // the units of all people come first: they tell namesakes apart
		r.g.EachReference(func(t *table.Table, row, column int, term []string) {
			isUnit := t.Name == "contacts" && t.Columns[column].Key == "unit"
			x := of(t.Columns[column].Refers)
			if isUnit != units || !x.table.HasID() || isUnit && r.assigned[row] || r.g.Places[t].Line(row) == 0 { // already ids
				return
			}
			var ids []string
			for _, text := range term {
				if id := r.refer(x, t, row, column, text); id != "" {
					ids = append(ids, id)
				}
			}
			r.g.SetReference(t, row, column, ids)
		})
	}
	r.reportAdded()
	r.addRoot()
	r.g.Resolve()
}

// refer returns the id for a reference, or adds the named entry. An unknown reference is reported,
// and the result is then empty unless the column is required.
func (r *reader) refer(x *index, t *table.Table, row, column int, text string) string {
	if x.table.Name == "contacts" || x.table.Name == "team" {
		text, _ = reverseName(address(text))
	}
	if id, ok := x.find(text); ok {
		if x.table == t && id == r.g.Draft.Key(t, row) {
			r.list.Warn(r.position(r.g.At(t, row, column)), accountmap.ErrUnknownReference, message.Of("leave the cell empty"), "%q refers to itself, which is left out", text)
			return ""
		}
		return id
	}
	if id, ok := r.sameUnit(x, t, row, text); ok {
		r.list.Warn(r.position(r.g.At(t, row, column)), accountmap.ErrSameName, message.Of("no action needed unless another is meant: then write the whole name, or the e-mail address"),
			"several rows of the %s may be meant by %q: the one in the same unit or company counts", x.table.Name, text)
		return id
	}
	near, isNear := "", false
	if x.searches++; x.searches <= maxSearches {
		near, isNear = spell.Nearest(text, x.names)
	}
	wrong, list := "", message.Word(x.table.Name)
	hint := message.Of("add a row with that name, or correct it")
	switch {
	case x.isAmbiguous(text):
		wrong, hint = problems.Say("several rows of the %s may be meant by %q", list, text), message.Of("write the whole name, or the e-mail address")
	case strings.Contains(text, "@"):
		wrong = problems.Say("no row of the %s has the address %q", list, text)
	case isNear && !differInDigits(text, near):
		wrong, hint = problems.Say("no row of the %s is called %q", list, text), message.Of("did you mean %q?", near)
	case !isNamed(x.table):
		wrong = problems.Say("no row of the %s is called %q", list, text)
	default:
		return r.addNamed(x, text)
	}
	if t.Columns[column].Required {
		r.g.Fault(t, row, column, accountmap.ErrUnknownReference, wrong, hint)
		return text
	}
	r.list.Warn(r.position(r.g.At(t, row, column)), accountmap.ErrUnknownReference, hint, "%s; it is ignored", problems.Text(wrong))
	return ""
}

// namesakes holds the rows of one ambiguous name by unit and by company, up to three of each.
type namesakes struct {
	units, companies map[string][]int
}

func (r *reader) namesakes(x *index, unit int, text string) namesakes {
	n, known := x.namesakes[fold(text)]
	if known {
		return n
	}
	n = namesakes{map[string][]int{}, map[string][]int{}}
	keep := func(of map[string][]int, group string, row int) {
		if group != "" && len(of[group]) < 3 {
			of[group] = append(of[group], row)
		}
	}
	for _, id := range x.all(text) {
		for _, row := range x.rows[id] {
			keep(n.units, r.g.Draft.Text(x.table, row, unit), row)
			keep(n.companies, fold(r.companies[row].Text), row)
		}
	}
	x.namesakes[fold(text)] = n
	return n
}

// sameUnit resolves an ambiguous name to the only other person in the same unit as the row, or in
// the same company if there is none in the unit.
func (r *reader) sameUnit(x *index, t *table.Table, row int, text string) (id string, ok bool) {
	unit, has := t.Column("unit")
	if t != x.table || !has || !x.isAmbiguous(text) {
		return "", false
	}
	n := r.namesakes(x, unit, text)
	for _, rows := range [][]int{n.units[r.g.Draft.Text(t, row, unit)], n.companies[fold(r.companies[row].Text)]} {
		others := slices.DeleteFunc(slices.Clone(rows), func(other int) bool { return other == row })
		if len(others) > 0 {
			return r.g.Draft.Key(t, others[0]), len(others) == 1
		}
	}
	return "", false
}

// isNamed reports whether a name alone is enough for an entry of the table.
func isNamed(t *table.Table) bool {
	return slices.Contains([]string{"units", "products", "contacts", "team", "competitors"}, t.Name)
}

// differInDigits reports names that differ in digits: Plant 1 is not Plant 2.
func differInDigits(a, b string) bool {
	digits := func(s string) string {
		return strings.Map(func(c rune) rune {
			if unicode.IsDigit(c) {
				return c
			}
			return -1
		}, s)
	}
	return digits(a) != digits(b)
}

// reportAdded reports entries that were only named: in a sentence if no table lists their kind, and
// otherwise as a warning.
func (r *reader) reportAdded() {
	for _, t := range table.All() {
		var added []string
		names := map[string]bool{}
		column, ok := t.NameColumn()
		if !ok || !isNamed(t) {
			continue
		}
		for row := range r.g.Draft.Len(t) {
			if name := r.g.Draft.Text(t, row, column); r.g.Places[t].Line(row) == 0 && !names[fold(name)] {
				names[fold(name)] = true
				added = append(added, name)
			}
		}
		if len(added) == 0 {
			continue
		}
		if !r.has(t) {
			r.understand(message.Of("%s of the names in other columns: %s", message.Word(t.Name), quoted(added)))
		} else {
			r.list.Warn(accountmap.Pos{File: r.sheets[0].file}, accountmap.ErrUnknownReference, message.Of("give each a row of its own, or correct the name where it is written"),
				"the %s lack rows that other columns name, and these were added: %s", message.Word(t.Name), quoted(added))
		}
		r.warnOfSimilar(t, added)
	}
}

func (r *reader) warnOfSimilar(t *table.Table, added []string) {
	const shortest = 6 // letters; short names often differ in one letter
	for i, name := range added[:min(maxSearches, len(added))] {
		if near, ok := spell.Nearest(name, added[:i]); ok && len([]rune(name)) >= shortest && !differInDigits(name, near) {
			r.list.Warn(accountmap.Pos{File: r.sheets[0].file}, accountmap.ErrSameName, message.Of("if they are one, write both the same way"), "%q and %q are read as two %s", near, name, message.Word(t.Name))
		}
	}
}
