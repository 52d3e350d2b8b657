package export

import (
	"github.com/accountatlas/accountatlas/accountmap"
	"github.com/accountatlas/accountatlas/accountmap/terms"
	"github.com/accountatlas/accountatlas/export/sheet"
)

// WorkbookOptions are the choices of [Workbook]. Nil and the zero value mean the defaults.
type WorkbookOptions struct {
	// AsOf is the day that the workbook is true for, named at the head of each sheet. Zero means the account's own.
	AsOf accountmap.Date
	// Terms are the words. Nil means English.
	Terms *terms.Terms
}

// Workbook makes the coverage workbook of an account, three sheets of it:
//
//   - Coverage: every product down the side by line, every unit that is no grouping across the top under the units it belongs to, the status
//     in each cell, penetration by product, by unit and of the whole account, and the people whom we know below each unit. A blank cell is
//     one that nobody has assessed. Penetration is computed by the spreadsheet, so that it follows when a reader changes a status.
//   - Contacts: a table with one row a contact, those who left among them, by unit in the order of [accountmap.Map.Units].
//   - Answers: the eight questions of account penetration with their complete answers.
//
// A text longer than a cell takes (32,767 letters) ends in an ellipsis. A sheet takes about a million rows; should the answers of an account
// need more, writing the workbook says so. The error is of a nil map only; m and opts are not changed, and the
// workbook is the caller's own. The same account gives an equal workbook.
func Workbook(m *accountmap.Map, opts *WorkbookOptions) (*sheet.Workbook, error) {
	if opts == nil {
		opts = &WorkbookOptions{}
	}
	a, err := newAccount(m, opts.AsOf, opts.Terms)
	if err != nil {
		return nil, err
	}
	b := &book{account: a, styles: newStyles(), matrix: a.matrix()}
	contacts := b.contactsSheet()
	return &sheet.Workbook{
		Title:    a.words.Text(terms.WorkbookCoverageTitle, a.clientName()),
		Language: a.words.Language(),
		Created:  sheetDate(a.asOf),
		Sheets:   []*sheet.Sheet{b.coverageSheet(contacts), contacts, b.answersSheet()},
	}, nil
}

// A book is what the sheets of one workbook share.
type book struct {
	*account
	*styles
	matrix *matrix
}
