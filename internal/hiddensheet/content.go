// Package hiddensheet defines the format shared by the packages that write and read a workbook of
// an account: the marks on its sheets, the labels of its references, and the very hidden sheet with
// the account.
//
// A workbook with these parts can be read back. Its sheets may have any names, any order and any
// other content.
//
//   - A list sheet has the rows of a table of package accountmap/table. The first row of the list
//     is hidden. It has [Mark] in its first cell, and the key of the column in each other cell of a
//     column with a key. The next row has the headings, and the rows after it have one entry each, in
//     any order. The first column is hidden and has the key of each row. Columns may be in any order,
//     be missing (except the first), and be mixed with other columns whose first cell is empty. The
//     list ends with the sheet or at a further mark in its first column.
//   - The matrix has the statuses of the coverage. Its first row is hidden and has [MatrixMark] in
//     the first cell and the id of the unit above each column of statuses. Its first column is
//     hidden and has the id of the product before each row of statuses, and [EndMark] after the
//     last one. [NewMark] is the id of an empty column or row. Other rows and columns have no id.
//   - The list "coverage" has no column "status", and only the cells with more than a status.
//   - The sheet [Name] is very hidden and has the rows of a [Content].
//
// A cell is empty if its value is unknown. A date is a serial number with a date format or, before
// 1 March 1900, a text such as "1850-12-31". Money is a number in the currency of the account, and
// a text such as "1,250.00 USD" in another. Numbers of more than 15 digits are texts. Words are in
// the language of the Content, except its Words. Yes is a word, and no is an empty cell. References
// are [Labels]. Lists are joined by table.JoinList. A text that is too long for a cell is shortened
// by [Cut].
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

// Marked returns the table whose [Mark] is the value of a cell. It returns false for any other
// value.
func Marked(cell string) (*table.Table, bool) {
	name, ok := strings.CutPrefix(cell, markPrefix)
	if !ok {
		return nil, false
	}
	return table.Lookup(name)
}

// Content is the content of the hidden sheet: the format of the workbook, and its account.
type Content struct {
	// Language is the BCP 47 tag of the language of the words in the cells.
	Language string `json:"language"`
	// Words are the words in the cells that differ from the words of the language, such as a
	// company's own words.
	Words []Word `json:"words,omitempty"`
	// Lists are the lists of the workbook. Matrix is the name of the sheet with the matrix, or
	// empty if the workbook has none. It has each product of the base, and each unit except some
	// that only group others.
	Lists  []List `json:"lists,omitempty"`
	Matrix string `json:"matrix,omitempty"`
	// Texts maps the name of a sheet to the number of its text cells outside of its list or matrix,
	// such as a title.
	Texts map[string]int `json:"texts,omitempty"`
	// Account is the base: the part of the account that the workbook shows. After reading, amounts
	// in the currency of the account have an empty currency.
	Account *accountmap.Account `json:"-"`
}

// Word is the workbook's word for a value.
type Word struct {
	// Enum is the name of the enumeration. It is empty for yes and no, whose values are "true" and
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
	// Columns are the keys of the columns after the first, in the order of the sheet, and Headings
	// the texts above them. A column without a key is not read back.
	Columns  []string `json:"columns"`
	Headings []string `json:"headings"`
}

// List returns the list of a table, or nil if the workbook has none.
func (c *Content) List(t *table.Table) *List {
	i := slices.IndexFunc(c.Lists, func(l List) bool { return l.Name == t.Name })
	if i < 0 {
		return nil
	}
	return &c.Lists[i]
}

// OnlyStatus reports whether a cell of the coverage has only a status, so that the list "coverage"
// omits it.
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
