package codec

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/bind"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// gatherer makes an account of rows of cells: the rows of CSV files, or of the lists of a workbook.
type gatherer struct {
	cells  *cellReader
	report *report
	draft  table.Draft
	places map[*table.Table]*places
	// faults are the problems of values; their paths are known when the account is made.
	faults []fault
	// lost are the tables of which rows were not read, so that references to them are not problems of their own.
	lost map[*table.Table]bool
	// sheets has the names of the sheets of lists, by which a workbook calls them. It is nil for CSV, where problems name lists and columns
	// as the account file does.
	sheets map[*table.Table]string
}

func newGatherer(words *vocabulary, report *report) *gatherer {
	return &gatherer{cells: &cellReader{words: words}, report: report, places: map[*table.Table]*places{}, lost: map[*table.Table]bool{}}
}

// places has the places of the values of a table.
type places struct {
	// file is the number of the file or sheet.
	file int
	// columns has the field or column of each column of the table, or -1.
	columns []int
	// rows has the line of each row of the draft, or 0 for a row that is not in the file. Rows at the end may be missing.
	rows []int32
	// statuses has the places of the statuses of the coverage, which a workbook has in its matrix; 0 where there is none.
	statuses []uint64
}

func newPlaces(t *table.Table, file int) *places {
	return &places{file: file, columns: slices.Repeat([]int{-1}, len(t.Columns))}
}

// put notes the line of a row.
func (p *places) put(row, line int) {
	if missing := row + 1 - len(p.rows); missing > 0 {
		p.rows = append(p.rows, make([]int32, missing)...)
	}
	p.rows[row] = int32(line)
}

func (p *places) line(row int) int {
	if row < 0 || row >= len(p.rows) {
		return 0
	}
	return int(p.rows[row])
}

// fault is a problem of a value.
type fault struct {
	t           *table.Table
	row, column int // in the draft; column is -1 for a row as a whole
	problem     accountmap.Problem
}

// maxGathered bounds the rows of all tables together.
const maxGathered = maxEntries

// placed packs the number of a file, of a row and of a column, all from 0, into a place that sorts as they do.
func placed(file, row, column int) uint64 {
	return uint64(file)<<54 | uint64(row)<<16 | uint64(uint16(column))
}

// unplaced is the other way round.
func unplaced(at uint64) (file, row, column int) {
	return int(at >> 54), int(at >> 16 & (1<<38 - 1)), int(uint16(at))
}

// at is the place of a value, of its row when the value has none, and of the file when the row has none.
func (g *gatherer) at(t *table.Table, row, column int) uint64 {
	p := g.places[t]
	if p == nil {
		return 0
	}
	line := p.line(row)
	if row >= 0 && row < len(p.statuses) && p.statuses[row] > 0 && (line == 0 || column >= 0 && t.Columns[column].Key == "status") {
		return p.statuses[row]
	}
	field := max(0, p.columns[0])
	if column >= 0 && p.columns[column] >= 0 {
		field = p.columns[column]
	}
	if line == 0 {
		field = 0
	}
	return placed(p.file, line, field)
}

// isWorkbook reports whether problems are read beside a spreadsheet, which shows sheets and names and hides ids.
func (g *gatherer) isWorkbook() bool { return g.sheets != nil }

// called is the name of a list in a problem.
func (g *gatherer) called(t *table.Table) string {
	if name, ok := g.sheets[t]; ok {
		return "the sheet " + name
	}
	return quote(t.Name)
}

// fault remembers a problem of a value.
func (g *gatherer) fault(t *table.Table, row, column int, code accountmap.Code, detail, hint string) {
	if len(g.faults) >= maxProblems {
		g.report.hide(accountmap.LevelError)
		return
	}
	g.faults = append(g.faults, fault{t, row, column, accountmap.Problem{Code: code, Detail: detail, Hint: hint}})
}

// faulty reports whether a value has a problem already.
func (g *gatherer) faulty(t *table.Table, row, column int) bool {
	return slices.ContainsFunc(g.faults, func(f fault) bool { return f.t == t && f.row == row && f.column == column })
}

// set reads a cell into a column of a row.
func (g *gatherer) set(t *table.Table, row, column int, c cell) {
	if text, ok := g.cells.text(&t.Columns[column], c); ok {
		g.draft.SetText(t, row, column, text)
		return
	}
	v, err := g.cells.value(&t.Columns[column], c)
	if err == nil {
		g.draft.Set(t, row, column, v)
		return
	}
	detail, hint := valueError(err)
	g.fault(t, row, column, accountmap.ErrInvalidValue, detail, hint)
	if t.Columns[column].Kind == table.ID {
		g.lost[t] = true
	}
}

// valueError is what is wrong with a value, and the way out.
func valueError(err error) (detail, hint string) {
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		return e.Detail, e.Hint
	}
	return err.Error(), ""
}

// drop drops rows of a table, and their places and faults.
func (g *gatherer) drop(t *table.Table, dropped map[int]bool) {
	if len(dropped) == 0 {
		return
	}
	p := g.places[t]
	var rows []int
	now := make([]int, g.draft.Len(t))
	for row := range now {
		if now[row] = -1; dropped[row] {
			continue
		}
		now[row] = len(rows)
		if row < len(p.rows) {
			p.rows[len(rows)] = p.rows[row]
		}
		rows = append(rows, row)
	}
	p.rows = p.rows[:min(len(rows), len(p.rows))]
	g.draft.Keep(t, rows)
	g.faults = slices.DeleteFunc(g.faults, func(f fault) bool { return f.t == t && f.row >= 0 && now[f.row] < 0 })
	for i := range g.faults {
		if f := &g.faults[i]; f.t == t && f.row >= 0 {
			f.row = now[f.row]
		}
	}
}

// account makes the account of what was gathered and reports all problems, those of the rules included.
func (g *gatherer) account() *accountmap.Account {
	a := g.draft.Account(func(t *table.Table, row int) {
		column, _ := t.OwnerColumn()
		if g.draft.OwnerKey(t, row) == "" { // a key of no owner is an unknown reference already
			g.fault(t, row, column, accountmap.ErrMissingValue, "the row does not say whose it is", "write the "+quote(t.Columns[column].Key))
		}
	})
	if a.Format == 0 {
		a.Format = accountmap.FormatVersion
	}
	for _, f := range g.faults {
		if !g.isWorkbook() && f.column >= 0 {
			f.problem.Detail = f.t.Columns[f.column].Key + ": " + f.problem.Detail
		}
		path := ""
		if f.row >= 0 {
			path = g.draft.Path(f.t, f.row, f.column)
		}
		g.report.add(g.at(f.t, f.row, f.column), path, f.problem.Code, f.problem.Detail, f.problem.Hint)
	}
	if !g.report.broken {
		g.validate(a)
	}
	return a
}

// validate applies the rules of the domain and reports what they find where it is in the file. The consequences of a problem in reading are
// ignored.
func (g *gatherer) validate(a *accountmap.Account) {
	lost := map[string]bool{}
	for t := range g.lost {
		lost[t.Name] = true
	}
	g.report.apply(a, func(code accountmap.Code, path string) bool {
		return code == accountmap.ErrUnknownReference && lost[bind.ListOf(path)]
	}, func(_ accountmap.Code, _, hint string) string { return g.inWords(hint) }, func(path string) uint64 {
		t, row, column := g.draft.Find(path)
		if t == nil {
			return 0
		}
		return g.at(t, row, column)
	})
}

// inWords is a hint of the domain with the lists as they are called here.
func (g *gatherer) inWords(hint string) string {
	if !g.isWorkbook() || !strings.Contains(hint, `"`) {
		return hint
	}
	for _, t := range table.All() {
		hint = strings.ReplaceAll(hint, "add it to "+quote(t.Name), "add it to "+g.called(t))
	}
	return hint
}

// normal is a value of a column as it compares to others with ==, but for a list. Money has a currency, since the account's own
// may be left out; no and zero are unknown.
func normal(v any, own accountmap.Currency) any {
	switch v := v.(type) {
	case accountmap.Money:
		v.Currency = cmp.Or(v.Currency, own)
		return v
	case bool:
		if !v {
			return nil
		}
	case int:
		if v == 0 {
			return nil
		}
	case float64:
		if v == 0 {
			return nil
		}
	case string:
		if v == "" {
			return nil
		}
	}
	return v
}
