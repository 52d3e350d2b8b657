package foreign

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
)

type people struct {
	// byName maps folded names to rows; texts holds the values of each row by key.
	byName map[string][]int
	texts  map[int]map[string]string
	// reversed holds the sections with names in the form "Last, First".
	reversed map[*section]bool
}

// joinNames joins first and last names from separate columns, and turns "Ruiz, Ana" into "Ana
// Ruiz".
func (r *reader) joinNames(sec *section, e *entry) {
	first, hasFirst := e.cells[firstName]
	last, hasLast := e.cells[lastName]
	if name, ok := e.cells["name"]; ok && hasLast && !sec.has(firstName) { // Nombre, Apellidos
		first, hasFirst = name, true
		delete(e.cells, "name")
	}
	for i := len(e.others) - 1; i >= 0; i-- { // a second surname
		if v := e.others[i]; v.key == lastName {
			last.Text = strings.TrimSpace(last.Text + " " + v.Text)
			e.others = slices.Delete(e.others, i, i+1)
		}
	}
	name, named := e.cells["name"]
	switch {
	case !named && (hasFirst || hasLast):
		name = first
		if !hasFirst {
			name = last
		}
		name.Cell = rows.Cell{Text: strings.TrimSpace(first.Text + " " + last.Text)}
		e.cells["name"] = name
	case named:
		if reversed, ok := reverseName(name.Text); ok {
			if !r.people.reversed[sec] {
				r.people.reversed[sec] = true
				r.understand(message.Of("%s: the name %q is %s, and others alike", r.placeOf(sec.sheet), name.Text, reversed))
			}
			name.Text = reversed
			e.cells["name"] = name
		}
	}
}

func (r *reader) markVacant(e *entry) {
	name, ok := e.cells["name"]
	if !ok || !r.names.vacant[fold(name.Text)] {
		return
	}
	name.Cell = rows.Cell{Kind: rows.Truth, Text: "true"}
	e.cells["placeholder"] = name
	if _, titled := e.cells["title"]; titled {
		delete(e.cells, "name")
	}
}

// reverseName converts a name from "Last, First" to "First Last".
func reverseName(name string) (string, bool) {
	last, first, ok := strings.Cut(name, ",")
	last, first = strings.TrimSpace(last), strings.TrimSpace(first)
	if !ok || last == "" || first == "" || strings.Contains(first, ",") {
		return name, false
	}
	switch fold(first) { // suffixes
	case "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "msc", "bsc", "dr", "ing":
		return name, false
	}
	return first + " " + last, true
}

// maxNamesakes bounds the earlier people of one name that a row is compared with: 10,000 rows of one
// name took more than a minute. Further rows are people of their own.
const maxNamesakes = 200

// readPerson adds a row of people to the draft. Rows of the same person are merged. It reports
// whether the row is a new entry.
func (r *reader) readPerson(sec *section, e entry) bool {
	r.markVacant(&e)
	texts := map[string]string{}
	for key, c := range e.cells {
		texts[key] = c.Text
	}
	name := fold(texts["name"])
	if name == "" {
		name = fold(texts["email"])
	}
	for _, row := range r.people.byName[name][:min(maxNamesakes, len(r.people.byName[name]))] {
		earlier := r.people.texts[row]
		differ := differing(earlier, texts)
		same := len(differ) == 0 || texts["email"] != "" && fold(earlier["email"]) == fold(texts["email"])
		if !same || name == "" {
			continue
		}
		for _, key := range differ {
			r.list.Warn(sec.sheet.pos(e.line, e.cells[key]), accountmap.ErrInvalidValue, message.Of("correct one of the two rows"), "%q has two rows, which differ in the %s; the first was read", texts["name"], problems.Text(r.headingOf(sec.table, key)))
		}
		added := entry{line: e.line, cells: map[string]cell{}}
		for key, c := range e.cells {
			if earlier[key] == "" {
				added.cells[key], earlier[key] = c, c.Text
			}
		}
		r.setAll(sec, row, added)
		r.setCompany(row, added)
		r.list.WarnOf("", sec.sheet.pos(e.line, e.cells["name"]), accountmap.ErrSameName, message.Of("delete one of the two"), "the row repeats an earlier one, and is the same person: %q", texts["name"])
		return false
	}
	if len(r.people.byName[name]) > 0 && name != "" {
		r.list.Warn(sec.sheet.pos(e.line, e.cells["name"]), accountmap.ErrSameName, message.Of("if they are one person, delete a row; if not, name each by e-mail address"),
			"two rows have the name %q: they are read as two people", texts["name"])
	}
	row := r.add(sec.table, place{section: sec, line: e.line})
	r.people.byName[name], r.people.texts[row] = append(r.people.byName[name], row), texts
	if _, named := e.cells["name"]; !named {
		if email, ok := e.cells["email"]; ok { // a person who is identified by the address alone
			email.Text, _, _ = strings.Cut(address(email.Text), "@")
			e.cells["name"] = email
		}
	}
	r.setAll(sec, row, e)
	r.setCompany(row, e)
	if !sec.has("unit", company) && r.unitOfSheet(sec) != "" {
		r.sheetUnits[row] = r.unitOfSheet(sec)
	}
	return true
}

// setCompany records the company of a person, which becomes a unit.
func (r *reader) setCompany(row int, e entry) {
	if c, ok := e.cells[company]; ok {
		r.companies[row] = c
	}
}

func differing(a, b map[string]string) []string {
	var keys []string
	for key, text := range b {
		if earlier := a[key]; earlier != "" && text != "" && earlier != text && fold(earlier) != fold(text) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// unitOfSheet returns the unit in the name of a sheet of people, if several sheets have people.
func (r *reader) unitOfSheet(sec *section) string {
	sheets := 0
	for _, other := range r.sections {
		if other.table == sec.table && other.sheet != sec.sheet {
			sheets++
		}
	}
	if sheets == 0 || r.names.plain[fold(sec.sheet.title())] {
		return ""
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(sec.sheet.title()), func(word string) bool {
		_, isList := r.names.list(word)
		return isList || r.names.plain[fold(word)]
	}), " ")
}

// assignUnits gives each person a unit: the department within the company, the company, or the name
// of the sheet. It adds units without a row.
func (r *reader) assignUnits() {
	contacts, _ := table.Lookup("contacts")
	column, _ := contacts.Column("unit")
	units, _ := table.Lookup("units")
	x := r.index(units)
	parents := map[string]string{} // the ids of companies
	assign := func(row int, id string) {
		r.g.Draft.SetText(contacts, row, column, id)
		r.assigned[row] = true
	}
	for row := range r.g.Draft.Len(contacts) {
		unit, of := r.g.Draft.Text(contacts, row, column), r.companies[row].Text
		switch {
		case of != "":
			id, known := x.find(of)
			if !known {
				id = r.addUnit(x, of, "", "company")
			}
			parents[fold(of)] = id
			if unit == "" {
				assign(row, id)
			}
		case unit == "" && r.sheetUnits[row] != "":
			id, known := x.find(r.sheetUnits[row])
			if !known {
				id = r.addUnit(x, r.sheetUnits[row], "", "")
			}
			assign(row, id)
		}
	}
	within := map[string]string{}
	for row := range r.g.Draft.Len(contacts) {
		unit, of := r.g.Draft.Text(contacts, row, column), r.companies[row].Text
		if unit == "" || of == "" || unit == parents[fold(of)] {
			continue
		}
		if fold(unit) == fold(of) {
			assign(row, parents[fold(of)])
			continue
		}
		id, known := within[fold(unit)+"\x00"+fold(of)]
		if !known {
			if id, known = x.find(unit); !known || x.rows[id] == nil && r.parentOf(id) != parents[fold(of)] {
				id = r.addUnit(x, unit, parents[fold(of)], "department")
			}
			within[fold(unit)+"\x00"+fold(of)] = id
		}
		assign(row, id)
	}
}

// addRoot adds a root unit above units that are only named, if no table defines their parents.
// Otherwise, each department would be a separate client.
func (r *reader) addRoot() {
	units, _ := table.Lookup("units")
	parent, _ := units.Column("parent")
	account, _ := table.Lookup("account")
	name, _ := account.Column("name")
	if r.has(units) || len(r.companies) > 0 || r.g.Draft.Len(units) < 2 {
		return
	}
	n := r.g.Draft.Len(units)
	id := r.addUnit(r.index(units), r.g.Draft.Text(account, 0, name), "", "")
	for row := range n {
		r.g.Draft.SetText(units, row, parent, id)
	}
	r.understand(message.Of("these units are parts of one unit, named after the account"))
}

func (r *reader) has(t *table.Table) bool {
	return slices.ContainsFunc(r.sections, func(s *section) bool { return s.table == t && s.rows > 0 })
}

func (r *reader) addUnit(x *index, name, parent, kind string) string {
	id := r.addNamed(x, name)
	row := r.g.Draft.Len(x.table) - 1
	for key, text := range map[string]string{"parent": parent, "kind": kind} {
		if column, _ := x.table.Column(key); text != "" {
			r.g.Draft.SetText(x.table, row, column, text)
		}
	}
	return id
}

func (r *reader) parentOf(id string) string {
	units, _ := table.Lookup("units")
	column, _ := units.Column("parent")
	for row := range r.g.Draft.Len(units) {
		if r.g.Draft.Key(units, row) == id {
			return r.g.Draft.Text(units, row, column)
		}
	}
	return ""
}
