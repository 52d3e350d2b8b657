package foreign

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
)

// entry is a row of a section with its cells by key.
type entry struct {
	line  line
	cells map[string]cell
	// others are surplus values of keys, with their headings.
	others []valued
}

type valued struct {
	meaning
	cell
}

func (r *reader) readSection(sec *section) {
	r.detectNotation(sec)
	group, gaps := "", 0
	for _, l := range sec.lines {
		switch {
		case sec.sheet.isGroupRow(l):
			if group = l.cells[0].Text; sec.table.Name != "contacts" || sec.has("unit") {
				r.list.Warn(sec.sheet.pos(l, l.cells[0]), unread, message.Of("write it into a column, or leave it out"), "a row of one merged cell is not read: %q", group)
			}
			continue
		case r.isTotal(l):
			r.list.Warn(sec.sheet.pos(l, l.cells[0]), unread, message.Of("nothing to do"), "a row of sums is ignored: %q", l.cells[0].Text)
			continue
		}
		e := sec.entry(l)
		if len(e.cells) == 0 {
			continue
		}
		if sec.table.Name == "contacts" || sec.table.Name == "team" {
			r.joinNames(sec, &e)
		}
		if name, named := sec.table.NameColumn(); named && sec.table.HasID() && e.cells[sec.table.Columns[name].Key].Text == "" && e.cells["email"].Text == "" {
			r.list.Warn(sec.sheet.pos(l, l.cells[0]), unread, message.Of("write the name, or leave the row out"), "a row without a name is not read: %q", l.cells[0].Text)
			continue
		}
		if sec.table.Name == "contacts" {
			if _, ok := e.cells["unit"]; !ok && group != "" && !sec.has("unit") {
				e.cells["unit"] = cell{Cell: rows.Cell{Text: group}}
			} else if !ok && sec.has("unit") && sec.rows > 0 && e.cells[company].Text == "" {
				gaps++
			}
			if !r.readPerson(sec, e) {
				continue
			}
		} else {
			row := r.add(sec.table, place{section: sec, line: l})
			r.setAll(sec, row, e)
		}
		sec.rows++
	}
	if gaps > 0 {
		r.list.Warn(r.posOf(sec.sheet), accountmap.ErrMissingValue, message.Of("if a unit heads the rows below it, write it in each of those rows"), "people without a unit: %d of %d", gaps, sec.rows)
	}
}

func (sec *section) entry(l line) entry {
	e := entry{line: l, cells: map[string]cell{}}
	for _, column := range sortedKeys(sec.columns) {
		m := sec.columns[column]
		c, ok := l.at(column)
		if !ok || m.key == ignored || isDash(c.Text) {
			continue
		}
		if _, taken := e.cells[m.key]; taken {
			e.others = append(e.others, valued{m, c})
		} else {
			if m.key == "email" {
				c.Text = address(c.Text)
			}
			e.cells[m.key] = c
		}
	}
	return e
}

func isDash(text string) bool { return strings.Trim(text, "-–—") == "" }

func (r *reader) add(t *table.Table, p place) int {
	row := r.g.Draft.Add(t)
	r.places = append(r.places, p)
	r.g.Places[t].Put(row, len(r.places))
	return row
}

// setAll reads the cells of an entry into a row of the draft, in table order.
func (r *reader) setAll(sec *section, row int, e entry) {
	for i := range sec.table.Columns {
		if c, ok := e.cells[sec.table.Columns[i].Key]; ok {
			r.set(sec, e.line, sec.table, row, i, c)
		}
	}
	r.keepOthers(sec, row, e)
}

// keepOthers appends surplus values to the notes, with their headings, or reports them.
func (r *reader) keepOthers(sec *section, row int, e entry) {
	notes, ok := sec.table.Column("notes")
	for _, v := range e.others {
		if i, is := sec.table.Column(v.key); is && sec.table.Columns[i].Kind == table.Reference {
			continue // the same person or unit, such as a name in addition to an id
		}
		if !ok {
			r.list.WarnOf(v.heading, sec.sheet.pos(e.line, v.cell), unread, message.Of("keep one of the two columns"), "the column %q is ignored where another column with the same meaning has a value", v.heading)
			continue
		}
		text := v.heading + ": " + v.Text
		if v.key == "notes" {
			text = v.Text
		}
		if had := r.g.Draft.Text(sec.table, row, notes); had != "" {
			text = had + "\n" + text
		}
		r.g.Draft.SetText(sec.table, row, notes, text)
	}
}

// set reads a cell. An unknown word is reported and left out, unless the column is required.
func (r *reader) set(sec *section, l line, t *table.Table, row, column int, c cell) {
	col := &t.Columns[column]
	switch {
	case c.Kind == rows.Error || c.Kind == rows.Unknown: // reported below
	case col.Kind == table.Word && col.List:
		r.setWords(sec, l, t, row, column, c)
		return
	case col.Kind == table.Word:
		if value, ok := r.names.word(col.Enum, c.Text); ok {
			r.g.Draft.SetText(t, row, column, value)
			return
		}
		if _, err := r.g.Cells.Value(col, c.Cell); err != nil && !col.Required {
			r.unknownWord(sec, l, col, c, err)
			return
		}
	case col.Key == "power":
		if value, ok := r.names.word("Power", c.Text); ok {
			c.Cell = rows.Cell{Text: value}
		}
	case col.Key == "phone":
		if c.Kind == rows.Text && values.IsMangledPhone(c.Text) {
			r.list.Warn(sec.sheet.pos(l, c), accountmap.ErrInvalidValue, message.Of("format the column as text, and type the number again"),
				"%q is not a phone number: a spreadsheet has changed it", c.Text)
		}
	case col.Kind == table.Reference && col.List && !strings.Contains(c.Text, ";"):
		c.Text = strings.NewReplacer("\n", ";", " / ", ";", ", ", ";", ",", ";").Replace(c.Text)
	case col.Kind == table.Code && col.Key == "currency":
		c.Text = strings.ToUpper(c.Text)
	case col.Kind == table.Money && (c.Kind == rows.Number || c.Kind == rows.Text && !namesCurrency(c.Text)):
		c.Text = r.withCurrency(sec, column, c.Text)
		if strings.Contains(c.Text, " ") {
			c.Kind = rows.Text
		}
	}
	r.g.Set(t, row, column, c.Cell)
}

// setWords reads several words in a cell, separated by semicolons, commas, slashes, bars or line
// breaks.
func (r *reader) setWords(sec *section, l line, t *table.Table, row, column int, c cell) {
	col := &t.Columns[column]
	var found []string
	for term := range strings.FieldsFuncSeq(c.Text, func(c rune) bool { return strings.ContainsRune(";,/\n|", c) }) {
		term = strings.TrimSpace(term)
		value, ok := r.names.word(col.Enum, term)
		if !ok {
			v, err := r.g.Cells.Value(col, rows.Cell{Text: term})
			if words, _ := v.([]string); err == nil && len(words) == 1 {
				value, ok = words[0], true
			} else if stance, is := r.stanceIn(t, term); is {
				column, _ := t.Column("stance")
				if r.g.Draft.Text(t, row, column) == "" {
					r.g.Draft.SetText(t, row, column, stance)
				}
				continue
			} else if err != nil {
				r.unknownWord(sec, l, col, cell{rows.Cell{Text: term}, c.column, c.position}, err)
				continue
			}
		}
		if ok && value != "" && !slices.Contains(found, value) {
			found = append(found, value)
		}
	}
	if len(found) > 0 {
		r.g.Draft.Set(t, row, column, found)
	}
}

// stanceIn returns the stance in a column of roles, such as "champion".
func (r *reader) stanceIn(t *table.Table, term string) (string, bool) {
	i, ok := t.Column("stance")
	if !ok {
		return "", false
	}
	if value, known := r.names.word("Stance", term); known {
		return value, value != ""
	}
	v, err := r.g.Cells.Value(&t.Columns[i], rows.Cell{Text: term})
	word, _ := v.(string)
	return word, err == nil && word != ""
}

func (r *reader) unknownWord(sec *section, l line, col *table.Column, c cell, err error) {
	_, hint := problems.Explain(err)
	r.list.WarnOf(c.Text, sec.sheet.pos(l, c), accountmap.ErrInvalidValue, hint, "the word %q in the column %s is unknown and ignored", c.Text, problems.Text(r.headingOf(sec.table, col.Key)))
}

// address returns the e-mail address in a mailto link or in "Ana Ruiz <ana@example.com>".
func address(text string) string {
	if i, j := strings.LastIndexByte(text, '<'), strings.LastIndexByte(text, '>'); i >= 0 && i < j {
		text = text[i+1 : j]
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "mailto:"))
}

// isTotal reports a row of totals: a word for "total" and numbers only.
func (r *reader) isTotal(l line) bool {
	first := l.cells[0].Text
	if i := strings.IndexAny(first, "(:"); i > 0 {
		first = first[:i]
	}
	if l.cells[0].Kind != rows.Text || !r.names.totals[fold(first)] {
		return false
	}
	return !slices.ContainsFunc(l.cells[1:], func(c cell) bool {
		_, _, err := values.Spelling{}.Plain(c.Text, "")
		_, ambiguous := errors.AsType[*values.Ambiguity](err)
		return c.Kind == rows.Text && err != nil && !ambiguous
	})
}

func (r *reader) detectNotation(sec *section) {
	seen, numbers := sec.sheet.spelling, values.Spelling{}
	for _, l := range sec.lines {
		for column, m := range sec.columns {
			i, ok := sec.table.Column(m.key)
			c, has := l.at(column)
			if !ok || !has || c.Kind != rows.Text {
				continue
			}
			switch sec.table.Columns[i].Kind {
			case table.Date:
				seen.SeeDate(c.Text)
			case table.Money, table.Number:
				seen.SeeNumber(c.Text)
				numbers.SeeNumber(c.Text)
			}
		}
	}
	r.g.Cells.Decimal, r.g.Cells.DateOrder = seen.DecimalMark(), seen.DateOrder()
	r.g.Cells.Settled = r.g.Cells.Decimal != "" && numbers.DecimalMark() == r.g.Cells.Decimal
}

// findCurrency sets the currency of the account: from the mapping, from a table, or else the most
// frequent one in amounts and headings.
func (r *reader) findCurrency() {
	counts := map[accountmap.Currency]int{}
	for _, sec := range r.sections {
		for column, m := range sec.columns {
			i, ok := sec.table.Column(m.key)
			if !ok {
				continue
			}
			if sec.table.Name == "account" && m.key == "currency" {
				for _, l := range sec.lines {
					if c, ok := l.at(column); ok {
						r.g.Cells.Currency = accountmap.Currency(strings.ToUpper(c.Text))
					}
				}
			}
			if sec.table.Columns[i].Kind != table.Money {
				continue
			}
			r.amounts = true
			if c := values.CurrencyIn(m.heading); c != "" {
				counts[c] += len(sec.lines)
			}
			for _, l := range sec.lines {
				if c, ok := l.at(column); ok && c.Kind == rows.Text {
					if _, code, err := (values.Spelling{}).Plain(c.Text, ""); err == nil && code != "" {
						counts[code]++
					}
				}
			}
		}
	}
	if r.mapping.Currency != "" {
		r.g.Cells.Currency = r.mapping.Currency
	}
	if r.g.Cells.Currency != "" {
		return
	}
	for c, n := range counts {
		if best := r.g.Cells.Currency; n > counts[best] || n == counts[best] && (best == "" || c < best) {
			r.g.Cells.Currency = c
		}
	}
	if r.g.Cells.Currency != "" {
		r.understand(message.Of("amounts are in %s", r.g.Cells.Currency))
	}
}

// namesCurrency reports an amount with a sign or a code beside its digits, such as "$5" or "5 EUR".
func namesCurrency(amount string) bool {
	return strings.ContainsFunc(amount, func(c rune) bool { return unicode.IsLetter(c) || unicode.Is(unicode.Sc, c) })
}

// withCurrency appends the currency of a heading to an amount if it differs from the account's.
func (r *reader) withCurrency(sec *section, column int, amount string) string {
	key := sec.table.Columns[column].Key
	for _, m := range sec.columns {
		if c := values.CurrencyIn(m.heading); m.key == key && c != "" && c != r.g.Cells.Currency {
			return amount + " " + string(c)
		}
	}
	return amount
}
