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

// gatherer makes an account of rows of cells: those of CSV files, or of the lists of a workbook.
type gatherer struct {
	*cellReader
	report *report
	// named says that problems name their column, where a place does not show which it is; then lists are called as in the account file.
	named bool
	// wasThere reports whether a workbook was written with a row, and is nil otherwise.
	wasThere func(t *table.Table, row int) bool
	// wasIn reports whether a workbook was written with an entry of a name whose row is gone, and is nil otherwise.
	wasIn func(t *table.Table, name string) bool
	// sheetOf returns the name of the sheet of a list in a workbook, and is nil otherwise.
	sheetOf func(*table.Table) string
	draft   table.Draft
	lists   map[*table.Table]*gathered
	// faults are the problems of values; their paths are known when the account is made.
	faults []fault
	// lost are the tables whose rows were not all read, so that references into them are no problems of their own.
	lost map[*table.Table]bool
}

// gathered is where the values of a table stood.
type gathered struct {
	// file is the number of the file or sheet. Columns has the field or column of each of the table's own, or -1, and rows the offset or
	// number of each row.
	file    int
	columns []int
	rows    numbers
	// elsewhere has the place of one value of each row that does not stand in it, that of the column apart, or 0. A row with number 0 has all
	// its values there.
	elsewhere []uint64
	apart     int
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

// at is the place of a value, that of its row when it has none, and that of the file when the row is -1.
func (g *gatherer) at(t *table.Table, row, column int) uint64 {
	l := g.lists[t]
	if l == nil {
		return 0
	}
	if row >= 0 && row < len(l.elsewhere) && l.elsewhere[row] > 0 && (column == l.apart || l.rows.at(row) == 0) {
		return l.elsewhere[row]
	}
	field := max(0, l.columns[0])
	if column >= 0 && l.columns[column] >= 0 {
		field = l.columns[column]
	}
	if row < 0 || row >= l.rows.len {
		return placed(l.file, 0, 0)
	}
	return placed(l.file, l.rows.at(row), field)
}

// called is what a list is called in problems: by its key, or by its sheet.
func (g *gatherer) called(t *table.Table) string {
	if g.sheetOf == nil {
		return quote(t.Name)
	}
	return "the sheet " + g.sheetOf(t)
}

// fault remembers a problem of a value.
func (g *gatherer) fault(t *table.Table, row, column int, code accountmap.Code, detail, hint string) {
	if len(g.faults) >= maxProblems {
		g.report.hide(accountmap.SeverityError)
		return
	}
	g.faults = append(g.faults, fault{t, row, column, accountmap.Problem{Code: code, Detail: detail, Hint: hint}})
}

// set reads a cell into a column of a row.
func (g *gatherer) set(t *table.Table, row, column int, c cell) {
	if text, ok := g.text(&t.Columns[column], c); ok {
		g.draft.SetText(t, row, column, text)
		return
	}
	v, err := g.value(&t.Columns[column], c)
	if err == nil {
		if t.Columns[column].Kind != table.Money || !g.sameAmount(g.draft.Value(t, row, column), v) {
			g.draft.Set(t, row, column, v)
		}
		return
	}
	detail, hint := valueError(err)
	g.fault(t, row, column, accountmap.ErrInvalidValue, detail, hint)
	if t.Columns[column].Kind == table.ID {
		g.lost[t] = true
	}
}

// sameAmount reports whether two values are one amount, of which one may name the currency of the account and the other not.
func (g *gatherer) sameAmount(a, b any) bool {
	x, okX := a.(accountmap.Money)
	y, okY := b.(accountmap.Money)
	return okX && okY && x.Minor == y.Minor && cmp.Or(x.Currency, g.currency) == cmp.Or(y.Currency, g.currency)
}

// valueError is what is wrong with a value, and the way out.
func valueError(err error) (detail, hint string) {
	if e, ok := errors.AsType[*accountmap.ValueError](err); ok {
		return e.Detail, e.Hint
	}
	return err.Error(), ""
}

// rearranged says that the rows of a table stand in another order: order[i] is the number that the new row i had. Rows without a number in it
// are gone, and so are their faults.
func (g *gatherer) rearranged(t *table.Table, order []int) {
	l := g.lists[t]
	before := l.rows.len
	l.rows.pick(order)
	if l.elsewhere != nil {
		elsewhere := make([]uint64, len(order))
		for i, was := range order {
			elsewhere[i] = l.elsewhere[was]
		}
		l.elsewhere = elsewhere
	}
	if len(g.faults) == 0 {
		return
	}
	now := slices.Repeat([]int{-1}, before)
	for i, was := range order {
		now[was] = i
	}
	g.faults = slices.DeleteFunc(g.faults, func(f fault) bool { return f.t == t && f.row >= 0 && now[f.row] < 0 })
	for i := range g.faults {
		if f := &g.faults[i]; f.t == t && f.row >= 0 {
			f.row = now[f.row]
		}
	}
}

// account makes the account of what was gathered, with all problems that it has, those of the rules included.
func (g *gatherer) account() *accountmap.Account {
	a := g.draft.Account(func(t *table.Table, row int) {
		column, _ := t.OwnerColumn()
		if g.draft.OwnerKey(t, row) == "" { // what is no key of an owner is an unknown reference already
			g.fault(t, row, column, accountmap.ErrMissingValue, "the row does not say whose it is", "write the "+quote(t.Columns[column].Key))
		}
	})
	if a.Format == 0 {
		a.Format = accountmap.FormatVersion
	}
	for _, f := range g.faults {
		if g.named && f.column >= 0 {
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

// validate applies the rules of the domain, and reports what they find where it stands. What is only the consequence of a problem in reading
// is passed over.
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
	if g.sheetOf == nil || !strings.Contains(hint, `"`) {
		return hint
	}
	for _, t := range table.All() {
		hint = strings.ReplaceAll(hint, "add it to "+quote(t.Name), "add it to "+g.called(t))
	}
	return hint
}
