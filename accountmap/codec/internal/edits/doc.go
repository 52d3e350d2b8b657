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
