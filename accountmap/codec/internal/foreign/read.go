// Package foreign reads accounts from tables that people made themselves: any workbook, a CSV file
// or a folder of CSV files.
//
// The name of the sheet and the headings identify a table. They may be in English, Spanish or
// Greek: the words of package terms, and the synonyms in synonyms.json. Case, accents, spaces and
// punctuation are ignored. A [Mapping] adds further words. The headings may be below titles, and a
// sheet may have several tables, one below another. A sheet with products down, units across and
// statuses between them is a matrix of the coverage.
//
// The order of work:
//
//	load         reads the cells of all sheets (source.go)
//	divide       finds the headings, and the rows below each (section.go)
//	readSection  puts the rows into the draft of the account (enter.go, people.go, matrix.go)
//	resolve      turns names into ids, and adds the units, products and people that are only named
//	             (resolve.go)
//	rows.Gatherer  makes the account of the draft, and applies the rules
//
// Sentences tell the user how each table was read. Data that is not read is a warning: one line
// for each sheet, column or word.
package foreign

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
)

type reader struct {
	g         *rows.Gatherer
	names     *names
	mapping   *Mapping
	list      *problems.List
	sheets    []*sheet
	sections  []*section
	matrices  []*matrix
	verticals map[verticalCell]accountmap.Pos
	// places holds the sources of the rows of the draft: row number n has places[n-1].
	places []place
	// amounts is true if a table has amounts.
	amounts bool
	// companies maps rows of contacts to their companies.
	companies map[int]cell
	people    people
	// sheetUnits maps a row of contacts to its unit, for units in sheet names.
	sheetUnits map[int]string
	// assigned holds the rows of contacts whose unit is already an id.
	assigned   map[int]bool
	understood []accountmap.Sentence
	// explicit holds the rows with ids in their tables.
	explicit map[*table.Table]map[int]bool
	ids      map[*table.Table]*rows.IDs
}

type place struct {
	section *section
	line    line
	// at is the place of all values, unless it is zero.
	at accountmap.Pos
}

// Read reads an account from a workbook, a CSV file or a folder of CSV files. It returns sentences
// about the interpretation of the tables, and every problem. The error reports a file that cannot
// be opened.
func Read(name string, m *Mapping, check rows.Check) (*accountmap.Account, []accountmap.Sentence, accountmap.Problems, error) {
	m = cmp.Or(m, &Mapping{})
	if err := m.check(); err != nil {
		return nil, nil, nil, err
	}
	list := &problems.List{}
	load := &loader{list: list}
	if err := load.load(name); err != nil {
		return nil, nil, nil, err
	}
	if load.full() {
		return nil, nil, list.All(), nil
	}
	words := rows.NewVocabulary("", nil)
	r := &reader{g: rows.New(words, check), names: namesFor(m), mapping: m, list: list, sheets: load.sheets, verticals: map[verticalCell]accountmap.Pos{},
		companies: map[int]cell{}, sheetUnits: map[int]string{}, assigned: map[int]bool{}, explicit: map[*table.Table]map[int]bool{},
		ids: map[*table.Table]*rows.IDs{}, people: people{byName: map[string][]int{}, texts: map[int]map[string]string{}, reversed: map[*section]bool{}}}
	r.g.Sheets = map[*table.Table]string{}
	for _, t := range table.All() {
		p := rows.NewPlaces(t, 0)
		for i := range p.Columns {
			p.Columns[i] = i
		}
		r.g.Places[t], r.g.Sheets[t] = p, message.Of("of the %s", message.Word(t.Name))
	}
	for _, s := range load.sheets {
		r.divide(s)
	}
	if len(r.sections)+len(r.matrices) == 0 {
		if !list.HasErrors() {
			list.Err(accountmap.Pos{File: name}, accountmap.ErrMissingList, message.Of("no table of an account was found: people, units, products, orders or any other list"),
				message.Of("write headings above the columns, such as Name, Job title, Unit, Reports to and Email, or say in a mapping what they mean"))
		}
		return nil, nil, list.All(), nil
	}
	a := r.account(name)
	list.AddList(r.g.Place(r.position))
	return a, r.understood, list.All(), nil
}

func (r *reader) account(name string) *accountmap.Account {
	slices.SortStableFunc(r.sections, func(a, b *section) int { // referenced tables come first
		return cmp.Compare(order(a.table), order(b.table))
	})
	r.findCurrency()
	for _, sec := range r.sections {
		r.readSection(sec)
	}
	for _, m := range r.matrices {
		r.readMatrix(m)
	}
	r.describe()
	r.nameAccount(name)
	r.resolve()
	for _, m := range r.matrices {
		r.reportBlank(m)
	}
	return r.g.Account()
}

// order returns the position of a table in the account file, which begins with the account.
func order(t *table.Table) int { return slices.Index(table.All(), t) }

// nameAccount sets the name, currency and day of the account from the mapping. The fallback for the
// name is the only company of its people, or the name of the file.
func (r *reader) nameAccount(file string) {
	t, _ := table.Lookup("account")
	if r.g.Draft.Len(t) == 0 {
		r.g.Draft.Add(t)
	}
	set := func(key, text string) {
		column, _ := t.Column(key)
		if text != "" && r.g.Draft.Value(t, 0, column) == nil {
			r.g.Set(t, 0, column, rows.Cell{Text: text})
		}
	}
	set("name", r.mapping.Name)
	set("currency", string(cmp.Or(r.mapping.Currency, r.g.Cells.Currency)))
	if !r.mapping.AsOf.IsZero() {
		set("asOf", r.mapping.AsOf.String())
	}
	if r.amounts && r.mapping.Currency == "" && r.g.Cells.Currency == "" {
		r.list.Warn(accountmap.Pos{File: r.sheets[0].file}, accountmap.ErrMissingValue, message.Of(`write it into the heading, such as Amount (EUR), or in a mapping: {"currency": "EUR"}`),
			"no table says the currency of the amounts")
	}
	name, _ := t.Column("name")
	if r.g.Draft.Text(t, 0, name) != "" {
		return
	}
	var companies []string
	for _, row := range sortedKeys(r.companies) {
		if text := r.companies[row].Text; !slices.ContainsFunc(companies, func(c string) bool { return fold(c) == fold(text) }) {
			companies = append(companies, text)
		}
	}
	if len(companies) == 1 {
		set("name", companies[0])
		r.understand(message.Of("the account is called %s, the company of its people", companies[0]))
		return
	}
	if whole, err := filepath.Abs(file); err == nil { // the folder may be "."
		file = whole
	}
	base := cmp.Or(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), file)
	set("name", base)
	r.list.Warn(accountmap.Pos{File: r.sheets[0].file}, accountmap.ErrMissingName, message.Of(`write it on a sheet Account, below the heading Name, or in a mapping: {"name": "Acme"}`),
		"no table says what the client is called; the account has the name of the file, %q", base)
}

// describe adds a sentence about each table, in sheet order.
func (r *reader) describe() {
	var lines []accountmap.Sentence
	for _, s := range r.sheets {
		for _, sec := range r.sections {
			if sec.sheet != s {
				continue
			}
			var columns []string
			for _, c := range sortedKeys(sec.columns) {
				if m := sec.columns[c]; m.key != ignored {
					columns = append(columns, m.heading+" = "+strings.Trim(m.key, "()"))
				}
			}
			lines = append(lines, accountmap.Sentence(message.Of("%s, row %d: %s (rows: %d): %s", r.placeOf(s), sec.head.number,
				message.Word(sec.table.Name), sec.rows, strings.Join(columns, ", "))))
		}
		for _, m := range r.matrices {
			if m.sheet == s {
				lines = append(lines, accountmap.Sentence(m.describe(r.placeOf(s))))
			}
		}
	}
	r.understood = append(lines, r.understood...)
}

func (r *reader) understand(sentence string) {
	r.understood = append(r.understood, accountmap.Sentence(sentence))
}

func (r *reader) position(at uint64) accountmap.Pos {
	_, number, column := rows.Unplace(at)
	if number == 0 || number > len(r.places) {
		return accountmap.Pos{}
	}
	p := r.places[number-1]
	if !p.at.IsZero() {
		return p.at
	}
	key := ""
	if column < len(p.section.table.Columns) {
		key = p.section.table.Columns[column].Key
	}
	var best cell
	for _, c := range sortedKeys(p.section.columns) {
		if found, ok := p.line.at(c); ok && (p.section.columns[c].key == key || best.position == 0) {
			if best = found; p.section.columns[c].key == key {
				break
			}
		}
	}
	if pos, ok := r.verticals[verticalCell{p.section, best.column}]; ok {
		return pos
	}
	return p.section.sheet.pos(p.line, best)
}

func quoted(texts []string) problems.Text { return problems.QuoteSome(texts, 6) }
