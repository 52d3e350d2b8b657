// Package hiddensheet is the private agreement between the packages that write and read a workbook
// of an account: the marks on its sheets, the labels of its references, and the very hidden sheet
// with the account that it shows.
//
// A workbook can be read back when it has these parts. Its sheets may have any names and any order,
// and anything else on them.
//
//   - A list sheet has the rows of a table of package accountmap/table. The first row of the list
//     is hidden: [Mark] in its first cell, and the key of the column in each other cell that holds
//     one. The next row has the headings, and the rows after it have one entry each, in any order.
//     The first column is hidden and has the key of each row. Columns may be in any order, be left
//     out (but for the first) and have others among them whose first cell is empty. The list ends
//     with the sheet or at a further mark in its first column.
//   - The matrix has the statuses of the coverage. Its first row is hidden and has [MatrixMark] in
//     the first cell and the id of the unit above each column of statuses. Its first column is
//     hidden and has the id of the product before each row of statuses, and [EndMark] after the
//     last one. [NewMark] is the id of an empty column or row. Other rows and columns have no id.
//   - The list "coverage" has no column "status", and only the cells of which more than the status
//     is known.
//   - The sheet [Name] is very hidden and has the rows of a [Content].
//
// A cell is empty when its value is unknown. A date is a serial number with a date format or,
// before 1 March 1900, a text such as "1850-12-31". Money is a number in the currency of the
// account, and a text such as "1,250.00 USD" in another. Numbers of more than 15 digits are texts.
// Words are in the language of the Content, except for its Words; yes is a word too, and no is left
// empty. References are [Labels]. Lists are joined by table.JoinList. A text that is too long for a
// cell is shortened by [Cut].
package hiddensheet

import (
	"slices"
	"strings"

	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// Name is the name of the hidden sheet.
const Name = "_meta"

// MatrixMark begins and EndMark ends the matrix of statuses. NewMark replaces the id of a new unit
// or product, which enters the account once it has a name.
const (
	MatrixMark = markPrefix + "matrix"
	EndMark    = markPrefix + "end"
	NewMark    = markPrefix + "new"

	markPrefix = "accountatlas:"
)

// Mark returns the text of the first cell of a table's list.
func Mark(t *table.Table) string { return markPrefix + t.Name }

// Marked returns the table whose [Mark] is the value of a cell.
func Marked(cell string) (*table.Table, bool) {
	name, ok := strings.CutPrefix(cell, markPrefix)
	if !ok {
		return nil, false
	}
	return table.Lookup(name)
}

// Content is the content of the hidden sheet: how the workbook was written, and the account that it
// shows.
type Content struct {
	// Language is the BCP 47 tag of the language of the words in the cells.
	Language string `json:"language"`
	// Words are the words in the cells that differ from the language's, such as a house's own.
	Words []Word `json:"words,omitempty"`
	// Lists are the lists of the workbook. Matrix is the name of the sheet with the matrix, empty when
	// the workbook has none; it has each product of the base, and each unit but for some that only
	// group others.
	Lists  []List `json:"lists,omitempty"`
	Matrix string `json:"matrix,omitempty"`
	// Texts has, by the name of a sheet with a list or the matrix, how many cells outside of it have a
	// text, such as a title.
	Texts map[string]int `json:"texts,omitempty"`
	// Account is the part of the account that the workbook shows, its base. After reading, amounts in
	// the currency of the account name none.
	Account *accountmap.Account `json:"-"`
}

// Word is the word that the workbook has for a value.
type Word struct {
	// Enum is the name of the enumeration, and empty for yes and no, whose values are "true" and
	// "false".
	Enum  string `json:"enum,omitempty"`
	Value string `json:"value"`
	Said  string `json:"said"`
}

// List is a list of the workbook.
type List struct {
	// Name is the name of the table, and Sheet the name of its sheet.
	Name  string `json:"name"`
	Sheet string `json:"sheet"`
	// Columns are the keys of the columns after the first, in the order of the sheet, and Headings the
	// texts above them. A column that is only shown has no key.
	Columns  []string `json:"columns"`
	Headings []string `json:"headings"`
}

// List returns the list of a table, or nil when the workbook has none.
func (c *Content) List(t *table.Table) *List {
	i := slices.IndexFunc(c.Lists, func(l List) bool { return l.Name == t.Name })
	if i < 0 {
		return nil
	}
	return &c.Lists[i]
}

// OnlyStatus reports whether a cell of the coverage has nothing but its status, so that the list
// "coverage" omits it.
func OnlyStatus(row table.Row) bool {
	t, _ := table.Lookup("coverage")
	for i, c := range t.Columns {
		if c.Kind != table.Key && !ofMatrix(c.Key) && row.Value(i) != nil {
			return false
		}
	}
	return true
}

func ofMatrix(key string) bool { return key == "unit" || key == "product" || key == "status" }
