// Package rows makes accounts of rows of cells: the rows of CSV files, and of the lists of a
// workbook.
package rows

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/internal/problems"
	"github.com/accountatlas/accountatlas/accountmap/internal/values"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
	"github.com/accountatlas/accountatlas/internal/quote"
)

// Gatherer makes an account of rows of cells: the rows of CSV files, or of the lists of a workbook.
type Gatherer struct {
	Cells  *Reader
	Draft  table.Draft
	Places map[*table.Table]*Places
	// faults are the problems of values. Their paths are known after Account.
	faults []fault
	// faulty indexes the faults by cell. It is nil after faults have moved.
	faulty map[draftCell]bool
	// Lost holds the tables with unread rows. References to them are not reported.
	Lost map[*table.Table]bool
	// Sheets maps lists to sheet names for the problems of a workbook. It is nil for CSV, whose
	// problems use the keys of the account file.
	Sheets map[*table.Table]string
	// Broken is true after a syntax error: only a part of the file was read.
	Broken bool

	// rows and size count the rows and their bytes; full is true if there were too many.
	rows, size int
	full       bool

	check  Check
	list   problems.List
	placed []placed
	// reported holds the paths of the problems found while reading.
	reported map[string]bool
}

// Check applies rules to an account and calls report for each violation.
type Check func(a *accountmap.Account, report func(accountmap.Problem))

// New returns a gatherer with a vocabulary. It applies check to the finished account.
func New(words *Vocabulary, check Check) *Gatherer {
	return &Gatherer{Cells: &Reader{Words: words}, Places: map[*table.Table]*Places{}, Lost: map[*table.Table]bool{}, check: check, reported: map[string]bool{}}
}

// Places maps the values of a table to their places.
type Places struct {
	// File is the number of the file or sheet.
	File int
	// Columns maps each column of the table to its field or sheet column, or -1.
	Columns []int
	// rows maps each row of the draft to its line, or 0 for a row from elsewhere. Rows at the end
	// may be missing.
	rows []int32
	// Statuses maps coverage rows to the places of their statuses in the matrix of a workbook, or
	// 0.
	Statuses []uint64
}

func NewPlaces(t *table.Table, file int) *Places {
	return &Places{File: file, Columns: slices.Repeat([]int{-1}, len(t.Columns))}
}

// Put records the line of a row.
func (p *Places) Put(row, line int) {
	if missing := row + 1 - len(p.rows); missing > 0 {
		p.rows = append(p.rows, make([]int32, missing)...)
	}
	p.rows[row] = int32(line)
}

func (p *Places) Line(row int) int {
	if row < 0 || row >= len(p.rows) {
		return 0
	}
	return int(p.rows[row])
}

type fault struct {
	t           *table.Table
	row, column int // in the draft; column is -1 for a row as a whole
	problem     accountmap.Problem
}

type draftCell struct {
	t           *table.Table
	row, column int
}

// MaxRows is the maximum number of rows of all tables together, and maxSize the maximum of their
// bytes in an account, without texts: about 100,000 contacts.
const (
	MaxRows = 250_000
	maxSize = 64 << 20
)

// Room counts another row of a table. It returns false if there are too many rows, and reports an
// error at the place of the first refused row.
func (g *Gatherer) Room(t *table.Table, at uint64) bool {
	if g.full {
		return false
	}
	g.rows++
	g.size += t.EntrySize()
	if g.full = g.rows > MaxRows || g.size > maxSize; g.full {
		g.Lost[t] = true
		g.Add(at, accountmap.ErrTooLarge, message.Of("there are more than %d rows, or their entries take more than %d MiB: %d rows up to here", MaxRows, maxSize>>20, g.rows), message.Of("divide the account, or leave out old entries"))
	}
	return !g.full
}

// Overfull reports whether [Gatherer.Room] has refused a row.
func (g *Gatherer) Overfull() bool { return g.full }

// maxText is the maximum length of a cell in bytes: a valid text has 32,767 letters. A cell of a
// million roles would take seconds.
const maxText = 4 * 32_767

// Place packs the numbers of a file, a row and a column, all from 0, into one sortable number.
func Place(file, row, column int) uint64 {
	return uint64(file)<<54 | uint64(row)<<16 | uint64(uint16(column))
}

// Unplace is the inverse of [Place].
func Unplace(at uint64) (file, row, column int) {
	return int(at >> 54), int(at >> 16 & (1<<38 - 1)), int(uint16(at))
}

// At returns the place of a value, or the place of its row or file as a fallback.
func (g *Gatherer) At(t *table.Table, row, column int) uint64 {
	p := g.Places[t]
	if p == nil {
		return 0
	}
	line := p.Line(row)
	if row >= 0 && row < len(p.Statuses) && p.Statuses[row] > 0 && (line == 0 || column >= 0 && t.Columns[column].Key == "status") {
		return p.Statuses[row]
	}
	field := max(0, p.Columns[0])
	if column >= 0 && p.Columns[column] >= 0 {
		field = p.Columns[column]
	}
	if line == 0 {
		field = 0
	}
	return Place(p.File, line, field)
}

// isWorkbook reports whether problems concern a workbook, whose readers see sheets and names but
// not ids.
func (g *Gatherer) isWorkbook() bool { return g.Sheets != nil }

// Called returns the name of a list in problems.
func (g *Gatherer) Called(t *table.Table) string {
	if name, ok := g.Sheets[t]; ok {
		return message.Of("the sheet %s", name)
	}
	return quote.Text(t.Name)
}

// Fault records a problem of a value.
func (g *Gatherer) Fault(t *table.Table, row, column int, code accountmap.Code, detail, hint string) {
	if len(g.faults) >= problems.Max {
		g.list.Hide(accountmap.LevelError)
		return
	}
	g.faults = append(g.faults, fault{t, row, column, accountmap.Problem{Code: code, Detail: detail, Hint: hint}})
	if g.faulty != nil {
		g.faulty[draftCell{t, row, column}] = true
	}
}

// Faults returns the number of problems of values.
func (g *Gatherer) Faults() int { return len(g.faults) }

// Faulty reports whether a value has a problem.
func (g *Gatherer) Faulty(t *table.Table, row, column int) bool {
	if g.faulty == nil {
		g.faulty = map[draftCell]bool{}
		for _, f := range g.faults {
			g.faulty[draftCell{f.t, f.row, f.column}] = true
		}
	}
	return g.faulty[draftCell{t, row, column}]
}

// Set reads a cell into a column of a row.
func (g *Gatherer) Set(t *table.Table, row, column int, c Cell) {
	if len(c.Text) > maxText {
		g.Fault(t, row, column, accountmap.ErrLongText, message.Of("the text has %d letters", utf8.RuneCountInString(c.Text)),
			message.Of("keep the whole text in a separate file, and write the file's name here"))
		return
	}
	if text, ok := g.Cells.text(&t.Columns[column], c); ok {
		g.Draft.SetText(t, row, column, text)
		return
	}
	v, err := g.Cells.Value(&t.Columns[column], c)
	if err == nil {
		g.Draft.Set(t, row, column, v)
		g.SeeZero(g.At(t, row, column), t, column, c, v)
		return
	}
	detail, hint := problems.Explain(err)
	g.Fault(t, row, column, accountmap.ErrInvalidValue, detail, hint)
	if t.Columns[column].Kind == table.ID {
		g.Lost[t] = true
	}
}

// SeeZero reports a zero in a cell that is read as unknown.
func (g *Gatherer) SeeZero(at uint64, t *table.Table, column int, in Cell, v any) {
	c := &t.Columns[column]
	isAmount := c.Kind == table.Money
	if c.Zero || !isAmount && c.Kind != table.Whole && c.Kind != table.Number || strings.TrimFunc(in.Text, unicode.IsSpace) == "" {
		return
	}
	if v == nil || v == 0 || v == 0.0 {
		g.Warn(at, accountmap.ErrOutOfRange, message.Of("%s under %s is read as unknown", quote.Text(in.Text), quote.Text(g.Cells.Words.Names(t, []string{c.Key})[0])),
			values.ZeroHint(isAmount, c.Max))
	}
}

// SeePhone reports a telephone number that a spreadsheet has converted into another number.
func (g *Gatherer) SeePhone(t *table.Table, row, column int, c Cell) {
	if t.Columns[column].Key == "phone" && c.Kind == Text && values.IsMangledPhone(c.Text) {
		g.Warn(g.At(t, row, column), accountmap.ErrInvalidValue, message.Of("%s is not a phone number: a spreadsheet has changed it", problems.Quote(c.Text)),
			message.Of("format the column as text, and type the number again"))
	}
}

// Drop deletes rows of a table with their places and faults.
func (g *Gatherer) Drop(t *table.Table, dropped map[int]bool) {
	if len(dropped) == 0 {
		return
	}
	p := g.Places[t]
	var rows []int
	now := make([]int, g.Draft.Len(t))
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
	g.Draft.Keep(t, rows)
	g.faulty = nil
	g.faults = slices.DeleteFunc(g.faults, func(f fault) bool { return f.t == t && f.row >= 0 && now[f.row] < 0 })
	for i := range g.faults {
		if f := &g.faults[i]; f.t == t && f.row >= 0 {
			f.row = now[f.row]
		}
	}
}

// Account returns the account of the draft and reports all problems, including violations of the
// rules.
func (g *Gatherer) Account() *accountmap.Account {
	a := g.Draft.Account(func(t *table.Table, row int) {
		column, _ := t.OwnerColumn()
		if g.Draft.OwnerKey(t, row) == "" { // an unknown owner is already reported
			_, hint := g.missing(t, column, "")
			g.Fault(t, row, column, accountmap.ErrMissingValue, message.Of("the row does not say whose it is"), hint)
		}
	})
	if a.Format == 0 {
		a.Format = accountmap.FormatVersion
	}
	g.report(func(f fault) string { return g.Draft.Path(f.t, f.row, f.column) })
	if !g.Broken {
		g.validate(a)
	}
	return a
}

// Stop reports the problems of values of a file that is not read to its end.
func (g *Gatherer) Stop() { g.report(func(fault) string { return "" }) }

func (g *Gatherer) report(pathOf func(fault) string) {
	for _, f := range g.faults {
		if !g.isWorkbook() && f.column >= 0 {
			f.problem.Detail = f.t.Columns[f.column].Key + ": " + f.problem.Detail
		}
		path := ""
		if f.row >= 0 {
			path = pathOf(f)
		}
		f.problem.Level, f.problem.Path = accountmap.LevelError, path
		g.Found(g.At(f.t, f.row, f.column), f.problem)
	}
}

// Normal returns a value of a column for comparison with ==, except for lists. Money gets the
// account's currency if it has none; false, zero and "" become nil.
func Normal(v any, own accountmap.Currency) any {
	switch v {
	case false, 0, 0.0, "":
		return nil
	}
	if amount, ok := v.(accountmap.Money); ok {
		amount.Currency = cmp.Or(amount.Currency, own)
		return amount
	}
	return v
}
