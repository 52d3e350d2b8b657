// Package marks names what a coverage workbook carries out of sight so that it can be read back: package export writes
// these marks and package codec finds them. A reader of the workbook may translate titles, sort, filter, move, hide and
// rename; none of that touches a mark.
//
// # A sheet that is read back
//
// It has a hidden key row among its first [KeyRows] rows. The key row's cell in the hidden mark column holds the mark
// of the sheet, [List] or [Matrix], and its other cells hold the keys of their columns; a column without one is for the
// eye only and is not read. The mark column is the first, unless somebody moves it.
//
// On a list sheet the keys are those of the columns of package accountmap/table, but for table.RowKey. The row whose cell in
// the mark column is [Head] has the words that the reader sees, and every row below it is an entry. Its cell in the mark
// column is its place in the author's list, from 1 on, the number in table.RowKey: a row without one is new, and sorting
// loses no order. A cell holds
//
//   - a word of an enumeration, or a reference, as the label that the [Labels] sheet gives for it;
//   - a date or a number as a spreadsheet's own, days before 1900 as 1899-12-31; an amount in the account's currency as a
//     number, and any other, or one of more than 15 digits, as a text as in the account file: "1250.00 USD";
//   - a flag as the label of "true", and blank for no;
//   - a text as it is;
//   - several values as table.JoinList writes them, labels in place of words and references.
//
// Where a cell cannot hold the text, the [Texts] sheet has it.
//
// On a matrix sheet the key row's cells are [UnitKey] of their columns' units, and the cells of the mark column are
// [ProductKey] of their rows' products. What stands in such a row and such a column is the label of a status, and blank
// where nobody has assessed; all else is for the eye.
package marks

// Version is the version of this layout, the number in every mark.
const Version = 1

const prefix = "accountatlas/1 "

// KeyRows is how many rows at the top of a sheet may come before its key row.
const KeyRows = 12

// Head marks the row of heads of a list sheet, in the mark column.
const Head = "#"

// List is the mark of the sheet that holds the rows of a table of package accountmap/table, by its name: "contacts".
func List(table string) string { return prefix + "list " + table }

// Matrix is the mark of the coverage sheet, on which statuses stand.
const Matrix = prefix + "matrix"

// UnitKey marks the column of a unit on the coverage sheet.
func UnitKey(id string) string { return "unit/" + id }

// ProductKey marks the row of a product on the coverage sheet.
func ProductKey(id string) string { return "product/" + id }

// Labels is the mark of the sheet that says what each word of the workbook stands for, in A1. Row 2 has heads; from row 3 on:
// A, what is named (the name of a table for a reference, such as "units"; the name of an enumeration's type in accountmap,
// such as "Status"; [YesNo] for flags), B, its id or key there, or its word in the account file, C, its label. No two labels
// of one kind are the same, ignoring case; none holds a line break.
const Labels = prefix + "labels"

// YesNo is the kind of the labels of "true" and "false".
const YesNo = "YesNo"

// Texts is the mark of the sheet with what a cell cannot hold, in A1: texts over 32,767 UTF-16 units, and those with
// line ends other than \n or with blanks around. Below it, from row 2 on: A, the name of the table, B, the place of the entry,
// C, the key of the column, D, what the cell showed when it was written, and from E on what it should hold as a JSON
// string, cut into as many cells as it takes. A cell that shows something else by now has been changed, and counts instead.
const Texts = prefix + "texts"

// Meta is the mark of the sheet that tells what was written, in A1. Below it, from row 2 on: A, a name, B, its value: the
// names are [MetaFormat], [MetaLanguage] and, for each list that the workbook holds, [MetaCount] with its entries' number.
const Meta = prefix + "meta"

// Names on the sheet of [Meta].
const (
	MetaFormat   = "format"   // accountmap.FormatVersion
	MetaLanguage = "language" // of the labels, as in "es"
)

// MetaCount is the name under which the number of entries of a list stands, by the key of the list.
func MetaCount(list string) string { return "count/" + list }

// Names of the sheets that are out of sight.
const (
	MetaSheet  = "_meta"
	TextsSheet = "_texts"
)
