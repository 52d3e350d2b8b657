package codec

import (
	"errors"
	"slices"

	"github.com/accountatlas/accountatlas/accountmap/codec/internal/xlsx"
	"github.com/accountatlas/accountatlas/accountmap/table"
)

// readMeta reads what the workbook was when it was written.
func (w *workbookReader) readMeta(sheets []xlsx.Sheet) error {
	w.meta = &table.Book{}
	i := metaSheet(sheets)
	if i < 0 {
		w.report.syntax(placed(0, 0, 0), "the workbook has no sheet "+table.BookSheet+", which says what it was made of: it is a copy for the client, or was made by hand, and neither can be read back",
			"read the workbook for internal use that the account was written to, as a spreadsheet saved it")
		return nil
	}
	book, err := w.readBook(nil)
	if _, unread := errors.AsType[*xlsx.Fault](err); unread {
		return err
	}
	switch {
	case err != nil:
		w.report.syntax(placed(i+1, 0, 0), err.Error(), metaHint)
		return nil
	case w.base != nil && book.Revision != table.Revision(w.base):
		w.report.syntax(placed(0, 0, 0), "the workbook was not made of this account as it is now",
			"make the workbook anew and edit that, or read it alone and compare")
	}
	w.meta = book
	return nil
}

func metaSheet(sheets []xlsx.Sheet) int {
	return slices.IndexFunc(sheets, func(s xlsx.Sheet) bool { return s.Name == table.BookSheet })
}

// readBook reads the hidden sheet, the rows of its lists one by one. The error is a fault of the sheet, or says that the sheet is none of a book's.
func (w *workbookReader) readBook(row func(t *table.Table, key string, label uint64)) (*table.Book, error) {
	sheets := w.file.Sheets()
	r := table.BookReader{Row: row}
	var wrong error
	var texts []string
	_, err := w.file.Rows(sheets[metaSheet(sheets)], func(_ int, cells []xlsx.Cell) bool {
		texts = textsOf(cells, texts[:0])
		wrong = r.Read(texts)
		return wrong == nil
	})
	if err != nil {
		return nil, err
	}
	if wrong != nil {
		return nil, wrong
	}
	return r.Book()
}

const metaHint = "read a workbook that workbook.New made and a spreadsheet saved; its hidden sheets must stay"

// textsOf appends the texts of cells, laid out from the first column, as far as a book has any.
func textsOf(cells []xlsx.Cell, texts []string) []string {
	const most = 1 << 12
	for _, c := range cells {
		if c.Column >= most {
			break
		}
		for len(texts) < c.Column {
			texts = append(texts, "")
		}
		texts = append(texts, c.Text)
	}
	return texts
}

// accountSheet returns the index of the sheet that begins with the account itself, or -1.
func (w *workbookReader) accountSheet(sheets []xlsx.Sheet) int {
	account, _ := table.Lookup("account")
	if was := w.meta.List(account); was != nil { // it has its name still, as a rule
		i := slices.IndexFunc(sheets, func(s xlsx.Sheet) bool { return s.Name == was.Sheet })
		if i >= 0 && w.beginsWith(sheets[i], account) {
			return i
		}
	}
	return slices.IndexFunc(sheets, func(s xlsx.Sheet) bool { return s.Name != table.BookSheet && w.beginsWith(s, account) })
}

// beginsWith reports whether the first list on a sheet is that of the table. What is wrong with the sheet is told when it is read.
func (w *workbookReader) beginsWith(s xlsx.Sheet, t *table.Table) bool {
	is := false
	w.file.Rows(s, func(_ int, cells []xlsx.Cell) bool {
		for _, c := range cells {
			is = is || c.Text == t.Mark()
			if _, marked := table.Marked(c.Text); marked || c.Text == table.MatrixMark {
				return false
			}
		}
		return true
	})
	return is
}
