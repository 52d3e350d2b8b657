// Package edits finds the edits in a workbook and applies them to an account.
//
// # The three-way merge
//
// A workbook contains its base, the account that its sheets show, in the very hidden sheet of
// package hiddensheet. A difference between the base and the sheets is an edit. Edits apply to the
// draft: a copy of the current account or, for codec.Decode, of the base. One rule applies to each
// value (bookReader.change):
//
//	current value = base      the edit is applied
//	current value = cell      both sides made the same edit
//	otherwise                 a conflict, which names the cell and both values
//
// Values are compared in the form of rows.Normal: an amount without a currency is in the account's
// currency, and no, zero and empty are unknown.
//
// # Matching rows
//
// A hidden column has the key of each row, and a hidden row the key of each column. Rows may
// therefore be sorted, columns moved and headings translated. The key matches a row of the sheet
// with the base (bookList.find, entry.go). The id, or else the identity of the entry, matches the
// base with the current account (match.go). A row without a key is a new entry. It is merged with
// an equal entry that the account has gained since (join.go), or gets an id made from its name. An
// entry of the base without a row was deleted. It is removed if the caller asks for that and the
// account has not changed it, and is reported otherwise (remove.go).
//
// References are names on the sheets, and may name new rows. They are resolved after all sheets
// are read (reference.go).
//
// # The matrix
//
// The coverage is in two places: statuses in the matrix (matrix.go), and the other values in the
// list of details. A changed status edits the row of its unit and product, and a cleared cell
// deletes that row. A new row of details takes the status of its cell (coverage.go). New columns
// and rows of the matrix have no key. The name of their unit or product identifies them
// (titles.go).
//
// # The order of work
//
//	Read           opens the file and unpacks the base
//	begin          matches the base with the current account, and loads the draft
//	sheetReader    compares the rows of each sheet with the base, and edits values at once
//	finish         missing lists, moved names, merged rows, new ids, references, the matrix,
//	               deleted rows; in this order, since each step needs the previous one
//	rows.Gatherer  makes the account of the draft, and applies the rules
//
// Text that is not read causes the warning ErrUnreadCells wherever possible: columns and rows
// without a key, names above the matrix, texts outside a list. Sheets that only show data are
// protected.
package edits

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
	"github.com/accountatlas/accountatlas/internal/message"
)

// edit is the value of a cell for an entry of the base. It may be unchanged.
type edit struct {
	list  *bookList
	base  int // the row
	col   int
	value any
	at    uint64
}

// edit applies an edit to the draft, unless the account has a different edit of the value.
func (b *bookReader) edit(e edit) {
	l, row := e.list, e.list.row(e.base)
	was := b.inDraft(&l.table.Columns[e.col], l.base.Row(e.base).Value(e.col))
	if same(rows.Normal(was, b.own.base), rows.Normal(e.value, b.own.book)) {
		return
	}
	if row < 0 {
		b.editOfRemoved(e)
		return
	}
	b.change(l, e.base, row, e.col, was, e.value, e.at)
}

// change sets a value of a row of the draft. was is the value in the original workbook. base is the
// row of the base, or -1.
func (b *bookReader) change(l *bookList, base, row, column int, was, value any, at uint64) {
	c := &l.table.Columns[column]
	now := b.g.Draft.Value(l.table, row, column)
	switch {
	case same(rows.Normal(now, b.own.now), rows.Normal(value, b.own.book)):
	case same(rows.Normal(now, b.own.now), rows.Normal(was, b.own.base)):
		b.rename(l, base, row, column)
		l.edited[row] = true
		b.g.Draft.Set(l.table, row, column, b.inCurrency(value))
	default:
		b.g.Add(at, ErrConflict, message.Of("the cell says %s, and the account says %s since the workbook was made%s", display(b, c, value), display(b, c, now), formerValue(b, c, was)),
			message.Of("the account keeps its value: write the right one in both"))
	}
}

func (b *bookReader) rename(l *bookList, base, row, column int) {
	if name, named := l.table.NameColumn(); named && name == column && l.table.HasID() && base >= 0 {
		l.renamed = append(l.renamed, renamed{row, base, strings.Clone(b.g.Draft.Text(l.table, row, column))})
	}
}

// inCurrency adds the currency to an amount of the workbook if the default currency of the account
// differs.
func (b *bookReader) inCurrency(value any) any {
	if m, ok := value.(accountmap.Money); ok {
		switch own := cmp.Or(m.Currency, b.own.book); {
		case own == b.own.now, b.target == nil && m.Currency == "":
			m.Currency = ""
		default:
			m.Currency = own
		}
		return m
	}
	return value
}

// inDraft returns a value of the base with a reference converted to the draft. An entry without an
// id has its row number as key, which may have changed.
func (b *bookReader) inDraft(c *table.Column, value any) any {
	key, ok := value.(string)
	to, _ := table.Lookup(c.Refers)
	if !ok || to == nil || to.HasID() || b.target == nil {
		return value
	}
	if base, ok := b.lists[to].find(key); ok && b.lists[to].row(base) >= 0 {
		return b.g.Draft.Key(to, b.lists[to].row(base))
	}
	return value
}

func same(a, b any) bool {
	x, isList := a.([]string)
	y, isOther := b.([]string)
	if isList || isOther {
		return slices.Equal(x, y)
	}
	return a == b
}

// editOfRemoved reports an edit of an entry that was deleted from the account, once per entry.
func (b *bookReader) editOfRemoved(e edit) {
	if e.list.dropped[-1-e.base] {
		return
	}
	e.list.dropped[-1-e.base] = true
	c := &e.list.table.Columns[e.col]
	was := e.list.base.Row(e.base).Value(e.col)
	b.g.Add(e.at, ErrConflict, message.Of("the cell says %s%s, and the account does not have %s any more", display(b, c, e.value), formerValue(b, c, was), entryName(b, e.list, e.base)),
		message.Of("add it to the account again if it is to stay, or delete the row here"))
}

// unmarkedSheet returns the place of a sheet that has lost its hidden marks, and a sentence about
// it.
func (b *bookReader) unmarkedSheet(sheet string) (at uint64, detail string) {
	for i, s := range b.file.Sheets() {
		if s.Name == sheet {
			return rows.Place(i+1, 0, 0), message.Of(": the sheet has lost its hidden row and column of ids, so nothing on it was read: undo their deletion, or edit a new workbook")
		}
	}
	return 0, ""
}

func sortedKeys[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
