package foreign

import (
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/edits"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/spell"
)

// unread is the code of warnings about data that is not read.
const unread = edits.ErrUnreadCells

// section is a table on a sheet: headings, and the rows below them.
type section struct {
	sheet *sheet
	table *table.Table
	head  line
	// columns maps columns with a known heading to their meanings.
	columns map[int]meaning
	lines   []line
	// rows counts the entries that were read.
	rows int
}

type meaning struct{ key, heading string }

func (s *section) has(keys ...string) bool {
	for _, m := range s.columns {
		if slices.Contains(keys, m.key) {
			return true
		}
	}
	return false
}

// commonTables is the number of common tables, for which two headings are enough.
const commonTables = 6

// tablesByPreference returns all tables, common ones first.
func tablesByPreference() []*table.Table {
	var all []*table.Table
	for _, name := range []string{"contacts", "units", "products", "orders", "coverage", "team"} {
		t, _ := table.Lookup(name)
		all = append(all, t)
	}
	for _, t := range table.All() {
		if !slices.Contains(all, t) && t.Owner == nil && t.Name != "silenced" {
			all = append(all, t)
		}
	}
	return all
}

// requiredKeys returns groups of keys. A table must have at least one key of each group.
func requiredKeys(t *table.Table) [][]string {
	name, named := t.NameColumn()
	switch {
	case t.Name == "contacts":
		return [][]string{{"name", firstName, lastName, "email"}}
	case t.Name == "team":
		return [][]string{{"name", lastName}}
	case named:
		return [][]string{{t.Columns[name].Key}}
	case t.Single:
		return nil
	}
	var all [][]string
	for _, c := range t.Columns {
		if c.Required && c.Kind != table.ID {
			all = append(all, []string{c.Key})
		}
	}
	return all
}

// missing returns the required groups of keys without a column.
func (s *section) missing() [][]string {
	return slices.DeleteFunc(requiredKeys(s.table), func(keys []string) bool { return s.has(keys...) })
}

// heading reads a line as headings of a table. It returns a section and the number of known keys.
func (r *reader) heading(s *sheet, l line, t *table.Table) (*section, int) {
	sec := &section{sheet: s, table: t, head: l, columns: map[int]meaning{}}
	keys := map[string]bool{}
	for _, c := range l.cells {
		if c.Kind != rows.Text || len(c.Text) > longestHeading {
			continue
		}
		if key, ok := r.names.column(t, c.Text); ok {
			sec.columns[c.column] = meaning{key, c.Text}
			if key != ignored {
				keys[key] = true
			}
		}
	}
	return sec, len(keys)
}

// maxTitles is the number of rows searched for headings.
const maxTitles = 40

func (r *reader) divide(s *sheet) {
	hint, hinted := r.hint(s)
	switch {
	case hinted && hint == nil:
		r.understand(message.Of("%s: ignored, as the mapping says", r.placeOf(s)))
		return
	case r.vertical(s, hint):
		return
	}
	if m := r.asMatrix(s); m != nil {
		r.matrices = append(r.matrices, m)
		return
	}
	sec, at := r.bestHeading(s, hint)
	if sec == nil {
		r.reportSheet(s, hint)
		return
	}
	for _, l := range s.lines[at+1:] {
		if next := r.nextHeading(s, sec, l); next != nil {
			r.addSection(sec)
			sec = next
		} else {
			sec.lines = append(sec.lines, l)
		}
	}
	r.addSection(sec)
}

// hint returns the table in the name of a sheet or file: by the whole name, or by its only known
// word.
func (r *reader) hint(s *sheet) (t *table.Table, ok bool) {
	if t, ok = r.names.list(s.title()); ok {
		return t, true
	}
	for word := range strings.FieldsFuncSeq(s.title(), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
		if found, is := r.names.list(word); is && found != nil {
			if t != nil && t != found {
				return nil, false
			}
			t = found
		}
	}
	return t, t != nil
}

// bestHeading returns the line with the most headings of one table, and its index.
func (r *reader) bestHeading(s *sheet, hint *table.Table) (best *section, at int) {
	most := 0
	for i, l := range s.lines[:min(maxTitles, len(s.lines))] {
		for preference, t := range tablesByPreference() {
			sec, known := r.heading(s, l, t)
			score, least := 2*known, 2
			switch {
			case t == hint:
				score, least = score+3, 1
			case hint != nil && !hint.Single || preference >= commonTables: // a rarer table, or not the table in the sheet name
				least = 3
			}
			enough := 2*known >= len(l.cells) || known >= 4 || t == hint
			if known >= least && enough && score > most && len(sec.missing()) == 0 && !t.Single {
				best, at, most = sec, i, score
			}
		}
	}
	return best, at
}

// nextHeading returns a section if a line below a table has the headings of another table in most
// of its cells.
func (r *reader) nextHeading(s *sheet, above *section, l line) *section {
	if !r.names.mayHead(l) {
		return nil
	}
	if sec, known := r.heading(s, l, above.table); known >= 2 && known == len(l.cells) && len(sec.missing()) == 0 {
		return sec
	}
	for _, t := range tablesByPreference() {
		if sec, known := r.heading(s, l, t); known >= 3 && 3*known >= 2*len(l.cells) && len(sec.missing()) == 0 && !t.Single {
			return sec
		}
	}
	return nil
}

func (r *reader) addSection(sec *section) {
	r.readOwnersAsManagers(sec)
	r.reportColumns(sec)
	r.sections = append(r.sections, sec)
}

// readOwnersAsManagers reads owners as managers if there is no column of managers and most owners
// are people of the same table. "Responsable" means either.
func (r *reader) readOwnersAsManagers(sec *section) {
	if sec.table.Name != "contacts" || sec.has("reportsTo") {
		return
	}
	people, owners, column := map[string]bool{}, map[string]bool{}, -1
	for _, l := range sec.lines {
		for c, m := range sec.columns {
			text, ok := l.at(c)
			whole, _ := reverseName(text.Text)
			switch {
			case !ok:
			case m.key == "name" || m.key == "email":
				people[fold(whole)] = true
			case m.key == "owner":
				owners[fold(whole)], column = true, c
			}
		}
	}
	among := 0
	for owner := range owners {
		if people[owner] {
			among++
		}
	}
	if 2*among > len(owners) {
		heading := sec.columns[column].heading
		sec.columns[column] = meaning{"reportsTo", heading}
		r.understand(message.Of("%s: %s is read as the manager, since its people are in this table", r.placeOf(sec.sheet), heading))
	}
}

// vertical reads a sheet that describes the account with a heading and a value in each row.
func (r *reader) vertical(s *sheet, hint *table.Table) bool {
	account, _ := table.Lookup("account")
	if hint != nil && !hint.Single {
		return false
	}
	t := hint
	if t == nil {
		t = account
	}
	sec := &section{sheet: s, table: t, columns: map[int]meaning{}}
	only := line{number: s.lines[0].number}
	names, headings := 0, map[string]bool{}
	var others []string
	for _, l := range s.lines {
		if len(l.cells) == 0 || len(l.cells) > 3 {
			return false
		}
		first := l.cells[0]
		key, ok := r.names.column(t, strings.TrimSuffix(first.Text, ":"))
		if !ok || first.Kind != rows.Text {
			if len(l.cells) > 1 {
				others = append(others, first.Text)
			}
			continue
		}
		if names++; len(l.cells) < 2 || headings[key] {
			continue
		}
		headings[key] = true
		value := l.cells[1]
		value.column = len(only.cells) // all values form one line
		sec.columns[value.column] = meaning{key, first.Text}
		only.cells = append(only.cells, value)
		r.verticals[verticalCell{sec, value.column}] = s.pos(l, value)
	}
	if names < 2 || 2*names < len(s.lines) || len(only.cells) == 0 {
		return false
	}
	if len(others) > 0 {
		r.list.Warn(r.posOf(s), unread, message.Of("write them as the notes, or leave them out"), "the text before these values is not understood: %s", quoted(others))
	}
	sec.lines, sec.head = []line{only}, only
	r.sections = append(r.sections, sec)
	return true
}

// verticalCell identifies a value of a vertical sheet.
type verticalCell struct {
	section *section
	column  int
}

func (r *reader) posOf(s *sheet) accountmap.Pos { return accountmap.Pos{File: s.file, Sheet: s.name} }

func (r *reader) placeOf(s *sheet) string {
	if s.name == "" {
		return s.file
	}
	return message.Of("%s, sheet %s", s.file, s.name)
}

func (r *reader) reportSheet(s *sheet, hint *table.Table) {
	if hint != nil {
		best, most := (*section)(nil), -1
		for _, l := range s.lines[:min(maxTitles, len(s.lines))] {
			if sec, known := r.heading(s, l, hint); known > most {
				best, most = sec, known
			}
		}
		var wanted []string
		for _, keys := range best.missing() {
			wanted = append(wanted, r.headingOf(hint, keys[0]))
		}
		r.list.Warn(r.posOf(s), unread, message.Of("write the heading above its column: %s", strings.Join(wanted, ", ")),
			"the sheet is not read: by its name it has the %s, but it lacks a heading that these need", message.Word(hint.Name))
		return
	}
	widest := s.lines[0]
	for _, l := range s.lines[:min(maxTitles, len(s.lines))] {
		if len(l.cells) > len(widest.cells) {
			widest = l
		}
	}
	var headings []string
	for _, c := range widest.cells {
		headings = append(headings, c.Text)
	}
	advice := message.Of("name the sheet after the list that it holds, such as Contacts, Units, Products or Orders, or say it in a mapping")
	var lists []string
	for _, t := range table.All() {
		lists = append(lists, t.Name)
	}
	if near, ok := spell.Nearest(s.title(), lists); ok {
		advice = message.Of("did you mean %q? Name the sheet after the list that it holds, such as Contacts, Units, Products or Orders, or say it in a mapping", near)
	}
	r.list.Warn(r.posOf(s), unread, advice, "the sheet is not read: its headings match no list: %s", quoted(headings))
}

func (r *reader) headingOf(t *table.Table, key string) string {
	if _, ok := t.Column(key); ok {
		return languages()[0].Heading(t.Name, key)
	}
	return strings.Trim(key, "()")
}

func (r *reader) reportColumns(sec *section) {
	used := map[int]bool{}
	for _, l := range sec.lines {
		for _, c := range l.cells {
			used[c.column] = true
		}
	}
	var candidates []string
	for _, l := range languages() {
		for _, key := range keysOf(sec.table) {
			if _, ok := sec.table.Column(key); ok {
				candidates = append(candidates, l.Heading(sec.table.Name, key))
			}
		}
	}
	for _, c := range sec.head.cells {
		if _, known := sec.columns[c.column]; known || !used[c.column] {
			continue
		}
		hint := message.Of("write a known heading, or give its key in a mapping, in \"columns\"")
		if near, ok := spell.Nearest(c.Text, candidates); ok {
			hint = message.Of("did you mean %q?", near)
		}
		r.list.WarnOf(c.Text, sec.sheet.pos(sec.head, c), unread, hint, "the column %q is not read: the %s have no such column", c.Text, message.Word(sec.table.Name))
	}
	for _, column := range sortedKeys(used) {
		if _, known := sec.head.at(column); !known && len(sec.head.cells) > 0 {
			first := sec.lines[slices.IndexFunc(sec.lines, func(l line) bool { _, ok := l.at(column); return ok })]
			c, _ := first.at(column)
			r.list.Warn(sec.sheet.pos(first, c), unread, message.Of("write a heading above it"), "a column without a heading is not read: %q", c.Text)
		}
	}
}
