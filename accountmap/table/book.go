package table

import (
	"slices"
	"strconv"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
)

// # The workbook
//
// This is what a workbook of an account must have so that package codec can read it back, whatever is done to it in between. Its sheets may have
// any names and any order, and anything else on them.
//
//   - A list sheet has the rows of a table. The first row of the list is hidden: [Table.Mark] in its first cell, and the key of the column in each
//     of the others that holds one. The row below has the headings, and those below it the entries, one each, in any order. The first
//     column is hidden and has the key of each row ([Row.Key]). Columns may stand in any order, be left out (but for the first) and have
//     others among them whose first cell is empty. The list goes on to the end of the sheet, or to a further mark in its first
//     column, so that several lists may stand below each other, with empty rows between.
//   - The matrix has the statuses of the coverage. Its first row is hidden and has [MatrixMark] in the first cell and the id of the unit above
//     each column of statuses. Its first column is hidden and has the id of the product before each row of statuses, and [EndMark] below the
//     last one. Other rows and columns have no id.
//   - A sheet of copies repeats amounts of the coverage and is not read, but for telling whoever writes there. It is laid out as the matrix is, with
//     [CopiesMark] in the first cell, and goes on to the end of the sheet.
//   - The details sheet is the list "coverage" without the column "status": the row of each cell of which more is known than that.
//   - The sheet [BookSheet] is very hidden and has the cells of a [Book]: what was written, so that what is missing can be told.
//
// A cell is empty when the value is nil. A date is a serial number with a date format or, before 1 March 1900, a text such as "1850-12-31".
// Money is a number in the currency of the account, and a text such as "1,250.00 USD" in another, in the marks of the language. Numbers of more than 15 digits are texts, see
// [Column.Format]. Words are in the Book's language, except for its Words; yes is a word too, and no is left empty. References are labels, see
// [Labels]. Lists are joined by [JoinList]. A text that is too long for a cell is cut by [Cut], and is complete in the Book's Rests.
const (
	// BookSheet is the name of the sheet with the cells of the [Book].
	BookSheet = "_meta"
	// MatrixMark is at the beginning, and EndMark at the end, of the matrix of statuses.
	MatrixMark = "accountatlas:matrix"
	EndMark    = "accountatlas:end"

	markPrefix   = "accountatlas:"
	copiesPrefix = markPrefix + "copies:"
)

// Mark returns the text of the first cell of the table's list in a workbook.
func (t *Table) Mark() string { return markPrefix + t.Name }

// Marked returns the table for which a cell holds the [Table.Mark].
func Marked(cell string) (*Table, bool) {
	name, ok := strings.CutPrefix(cell, markPrefix)
	if !ok {
		return nil, false
	}
	return Lookup(name)
}

// Book describes a workbook of an account as it was written.
type Book struct {
	// Language is the BCP 47 tag of the language of the words in the cells.
	Language string
	// Words are the words in the cells that differ from the language's, such as a house's own.
	Words []BookWord
	// Revision is the [Revision] of the account; [Book.AddList] sets it.
	Revision string
	// Lists are the lists in the workbook.
	Lists []BookList
	// Units and Products are the ids of the columns and rows of the matrix, in any order. When both are empty the workbook has no matrix.
	Units, Products []string
	// Matrix is the name of the sheet with the matrix.
	Matrix string
	// Order is the order of the account's coverage: for each entry, the index of its unit times the number of products plus the index of its
	// product. Nil means ascending.
	Order []int
	// Amounts are the sheets that repeat amounts of the coverage and are not read back.
	Amounts []BookAmounts
	// Views are parts of the workbook that only show the account and are not read back.
	Views []BookView
	// Rests are the complete texts of cells in which they were cut.
	Rests []Rest
}

// BookList is one list in a workbook.
type BookList struct {
	Table *Table
	// Sheet is the name of the sheet with the list.
	Sheet string
	// Columns are the keys of the columns on the sheet, Headings the texts above them. A column that is only shown has no key.
	Columns, Headings []string
	// Len is the number of rows in the workbook.
	Len int
	// Rows are their keys, in the order of the account, and Labels the fingerprints of their labels, see [Fingerprint]; nil for a table without
	// ids. In a book that was read both are nil, as there may be many: see [BookReader.Row].
	Rows   []string
	Labels []uint64
}

// BookWord is the word that a workbook has for a value.
type BookWord struct {
	// Enum is the name of the enumeration, as in [Column.Enum], and empty for yes and no, whose values are "true" and "false".
	Enum, Value, Said string
}

// BookAmounts is a sheet that repeats the amounts in a column of the coverage, such as "value".
type BookAmounts struct {
	Column string
	// Rows are the fingerprints of the amounts of each product that has any, see [AmountPrint].
	Rows map[string]uint64
}

// CopiesMark is the text of the first cell of a sheet that repeats the amounts in a column of the coverage.
func CopiesMark(column string) string { return copiesPrefix + column }

// CopiesMarked returns the column of the coverage for which a cell holds the [CopiesMark].
func CopiesMarked(cell string) (column string, ok bool) { return strings.CutPrefix(cell, copiesPrefix) }

// AmountPrint is a fingerprint of an amount in the currency of the account; that of several amounts is the sum of theirs, in any order.
func AmountPrint(minor int64) uint64 { return Fingerprint(strconv.FormatInt(minor, 36)) }

// Rest is a text that its cell has only the beginning of.
type Rest struct {
	Table       *Table
	Row, Column string // keys
	Text        string
}

// List returns the list of a table, or nil when the workbook has none.
func (b *Book) List(t *Table) *BookList {
	i := slices.IndexFunc(b.Lists, func(l BookList) bool { return l.Table == t })
	if i < 0 {
		return nil
	}
	return &b.Lists[i]
}

// AddList adds to the book a list with all the account's rows of a table, except those for which skip, if not nil, is true. Keys and headings
// are those of the columns; labels are those of the table's rows (see [Labels]), and nil for a table without ids.
func (b *Book) AddList(t *Table, sheet string, keys, headings []string, a *accountmap.Account, labels map[string]string, skip func(Row) bool) {
	if b.Revision == "" {
		b.Revision = Revision(a)
	}
	l := BookList{Table: t, Sheet: sheet, Columns: keys, Headings: headings}
	for row := range t.Rows(a) {
		if skip != nil && skip(row) {
			continue
		}
		l.Rows = append(l.Rows, row.Key())
		if t.HasID() {
			l.Labels = append(l.Labels, Fingerprint(labels[row.Key()]))
		}
	}
	l.Len = len(l.Rows)
	b.Lists = append(b.Lists, l)
}

// SetMatrix adds the matrix, and the order of the account's coverage, to the book.
func (b *Book) SetMatrix(sheet string, units []accountmap.UnitID, products []accountmap.ProductID, a *accountmap.Account) {
	b.Matrix = sheet
	for _, u := range units {
		b.Units = append(b.Units, string(u))
	}
	for _, p := range products {
		b.Products = append(b.Products, string(p))
	}
	b.Order = coverageOrder(a)
	if slices.IsSorted(b.Order) {
		b.Order = nil
	}
}

// coverageOrder has the place of each cell in the whole matrix of units and products.
func coverageOrder(a *accountmap.Account) []int {
	units, products := map[accountmap.UnitID]int{}, map[accountmap.ProductID]int{}
	for i, u := range a.Units {
		units[u.ID] = i
	}
	for i, p := range a.Products {
		products[p.ID] = i
	}
	order := make([]int, len(a.Coverage))
	for i, c := range a.Coverage {
		order[i] = units[c.Unit]*len(a.Products) + products[c.Product]
	}
	return order
}
