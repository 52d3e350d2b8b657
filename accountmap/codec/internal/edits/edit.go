// Package edits finds the edits in a workbook and applies them to an account.
//
// # The way back of a workbook
//
// A workbook carries its base: the account that its sheets show, in the very hidden sheet of
// package hiddensheet. Reading is one comparison. What differs between the base and the sheets is
// an edit; edits apply to the draft, a copy of the account as it is today, or of the base itself
// when there is no other (codec.Decode). Each value has three states, and one rule
// (bookReader.change):
//
//	value today = base        the edit is applied
//	value today = cell        both sides made the same edit
//	otherwise                 a conflict, which names the cell and both values
//
// Values are equal as rows.Normal sees them: an amount without a currency is in the account's own,
// and no, zero and empty are unknown.
//
// # Which row is which
//
// A hidden column has the key of each row, and a hidden row the key of each column, so that rows
// may be sorted, columns moved and headings translated. From the base to the sheet the key leads
// (bookList.find, entry.go); from the base to the account of today an id does or, without one, what
// tells entries of the list apart (match.go). A row without a key is a new entry. It joins an entry
// that somebody else has added alike meanwhile (join.go), or gets an id of its name. An entry of
// the base without a row was deleted: it goes when the caller says so and today's account has not
// changed it, and is reported otherwise (remove.go).
//
// References are names on the sheets, and may name new rows. They are resolved when all sheets are
// read (reference.go).
//
// # The matrix
//
// The coverage has two places: the matrix has the statuses (matrix.go), and the list of details has
// the rest. A status is an edit of the row of its unit and product, and a cleared cell deletes that
// row; a new row of details takes the status of its cell (coverage.go). New columns and rows of the
// matrix have no key, and are known by the name of their unit or product (titles.go).
//
// # The order of work
//
//	Read           opens the file and unpacks the base
//	begin          matches the base with the account of today, and loads the draft
//	sheetReader    compares the rows of each sheet with the base: values are edited at once
//	finish         missing lists, moved names, joined rows, new ids, references, the matrix, rows
//	               that are gone; in this order, since each needs the one before
//	rows.Gatherer  makes the account of the draft, and applies the rules
//
// Text that nothing reads is a warning, ErrUnreadCells, wherever it can be seen: columns and rows
// of no key, names above the matrix, texts outside a list. Sheets that only show refuse typing.
package edits

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/codec/internal/rows"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// edit is a value of an entry of the base that may differ from it in the workbook.
type edit struct {
	list  *bookList
	base  int // the row
	col   int
	value any
	at    uint64
}

// edit applies an edit to the draft, unless the value there is of another edit.
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

// change sets a value of a row of the draft that was another when the workbook was written. Base is
// the row of the base, or -1.
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
		b.g.Add(at, ErrConflict, "the cell says "+shown(b, c, value)+", and the account says "+shown(b, c, now)+" since the workbook was made"+wasThen(b, c, was),
			"the account keeps its value: write the right one in both")
	}
}

func (b *bookReader) rename(l *bookList, base, row, column int) {
	if name, named := l.table.NameColumn(); named && name == column && l.table.HasID() && base >= 0 {
		l.renamed = append(l.renamed, renamed{row, base, strings.Clone(b.g.Draft.Text(l.table, row, column))})
	}
}

// inCurrency names the currency of an amount of the workbook where the account has another of its
// own.
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

// inDraft is a value of the base with the keys that the draft has: an entry without an id is known
// by its number, which may have changed.
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

// same reports whether two values that were made [normal] are equal.
func same(a, b any) bool {
	x, isList := a.([]string)
	y, isOther := b.([]string)
	if isList || isOther {
		return slices.Equal(x, y)
	}
	return a == b
}

// editOfRemoved reports an edit of an entry that the account has no longer, once for each entry.
func (b *bookReader) editOfRemoved(e edit) {
	if e.list.dropped[-1-e.base] {
		return
	}
	e.list.dropped[-1-e.base] = true
	c := &e.list.table.Columns[e.col]
	was := e.list.base.Row(e.base).Value(e.col)
	b.g.Add(e.at, ErrConflict, "the cell says "+shown(b, c, e.value)+wasThen(b, c, was)+", and the account does not have "+entryName(b, e.list, e.base)+" any more",
		"add it to the account again if it is to stay, or delete the row here")
}

// unmarkedSheet says of a sheet that is there, while what was on it is gone, that nothing of it was
// read, and returns its place.
func (b *bookReader) unmarkedSheet(sheet string) (at uint64, detail string) {
	for i, s := range b.file.Sheets() {
		if s.Name == sheet {
			return rows.Place(i+1, 0, 0), ": the sheet is there, and its hidden row and column of ids are not, so that nothing of it was read"
		}
	}
	return 0, ""
}

// sortedKeys are the keys of a map in ascending order.
func sortedKeys[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
